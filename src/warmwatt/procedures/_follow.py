"""Follows the flows of a conversation: which apply, what was learned, what comes next."""

from dataclasses import dataclass

from warmwatt.conversations import Known, Turn
from warmwatt.handbook import Business, Flow, Handbook
from warmwatt.procedures._fill import filled
from warmwatt.procedures._progress import Progress
from warmwatt.procedures._walk import walked
from warmwatt.understanding import Reading, Situation

FOLLOWED_AT_ONCE = 4


def business_words(business: Business) -> dict[str, str]:
    """This function will return what a template says in the places `{materials}` and `{channels}`."""
    return {"materials": business.materials_words(), "channels": business.channel_words()}


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowBook:
    """The flows of a handbook, ready to be followed."""

    handbook: Handbook

    def advance(
        self,
        flows: tuple[Progress, ...],
        *,
        turn: Turn,
        reading: Reading,
        before: Situation,
        after: Situation,
        known: Known,
    ) -> tuple[Progress, ...]:
        """This function will return where the flows stand once the turn was heard; the first is the one in hand."""
        begun = self._begun(flows, reading) if turn.who == "customer" else flows
        advanced = []
        for progress in begun:
            flow = self.handbook.one(Flow, progress.flow)
            slots = filled(
                dict(progress.slots), flow=flow, turn=turn, reading=reading, before=before, after=after, known=known
            )
            words = self._business_words(flow, after)
            advanced.append(walked(progress, flow, slots, turn=before.turns, words=words))
        return tuple(sorted(advanced, key=lambda each: -self.handbook.one(Flow, each.flow).urgency))

    def proposed(self, reading: Reading) -> Flow | None:
        """This function will return the most urgent flow that the reading's topics call for, or None."""
        called = self._called(reading)
        return max(called, key=lambda flow: flow.urgency) if called else None

    def _business_words(self, flow: Flow, after: Situation) -> dict[str, str]:
        """What the one template of 业务办理 says of the business in hand."""
        topics = [topic.label for topic in after.topics if topic.label in flow.topics]
        found = (each for topic in topics for each in self.handbook.of(Business) if each.topic == topic)
        business = next(found, None)
        return {} if business is None else business_words(business)

    def _called(self, reading: Reading) -> list[Flow]:
        labels = {topic.label for topic in reading.topics}
        return [flow for flow in self.handbook.of(Flow) if labels.intersection(flow.topics)]

    def _begun(self, flows: tuple[Progress, ...], reading: Reading) -> tuple[Progress, ...]:
        followed = {progress.flow for progress in flows}
        fresh = [
            Progress(flow=flow.id, title=flow.title, matter=flow.matter)
            for flow in self._called(reading)
            if flow.id not in followed
        ]
        return (*flows, *fresh)[:FOLLOWED_AT_ONCE]
