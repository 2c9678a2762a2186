"""Hears a conversation turn by turn: the one fold that live coaching, review and practice share.

turn → reading → procedure → skills. The session it carries is bounded and plain data, so that any worker can take the
next turn and turn 500 costs what turn 5 did.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from pydantic import TypeAdapter

from warmwatt.cases import Case
from warmwatt.conversations import Channel, Conversation, Known, Turn
from warmwatt.procedures import FlowBook, Progress
from warmwatt.skills._skill import Ending, Moment, Skill
from warmwatt.skills._verdict import Advice, Verdict
from warmwatt.understanding import Reader, Reading, Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Everything the coach remembers of one conversation; `skills` holds each skill's state by criterion."""

    channel: Channel
    known: Known = field(default_factory=Known)
    situation: Situation = field(default_factory=Situation)
    flows: tuple[Progress, ...] = ()
    skills: Mapping[str, Any] = field(default_factory=dict)
    case: Case | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What came of one turn: the session after it, its reading, and every card that the agent now needs."""

    session: Session
    reading: Reading
    advices: tuple[Advice, ...]


@runtime_checkable
class Opens(Protocol):
    """A skill that has something to say before the first word."""

    def open(self, channel: Channel) -> Advice | None:
        """This function will return the card for the beginning of a conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coach:
    """A reader, the flows and the skills, joined."""

    reader: Reader
    flows: FlowBook
    skills: Sequence[Skill[Any]]

    def begin(self, *, channel: Channel, known: Known) -> Session:
        """This function will return the session before the first turn."""
        states = {skill.criterion: skill.begin() for skill in self.skills}
        return Session(channel=channel, known=known, skills=states)

    def hear(self, session: Session, turn: Turn) -> Heard:
        """This function will read the turn, advance the procedure, and ask every skill for a card."""
        reading = self.reader.read(turn, session.situation)
        moment = self.moment(session, turn, reading)
        states = {skill.criterion: skill.hear(session.skills[skill.criterion], moment) for skill in self.skills}
        cards = (skill.advise(states[skill.criterion], moment) for skill in self.skills)
        after = Session(
            channel=session.channel,
            known=session.known,
            situation=moment.after,
            flows=moment.flows,
            skills=states,
            case=session.case,
        )
        ranked = sorted((card for card in cards if card), key=lambda card: -card.weight)
        return Heard(session=after, reading=reading, advices=tuple(ranked))

    def opening(self, session: Session) -> tuple[Advice, ...]:
        """This function will return what to say before anyone has spoken."""
        words = (skill.open(session.channel) for skill in self.skills if isinstance(skill, Opens))
        return tuple(card for card in words if card)

    def judge(self, session: Session, *, finished: bool = True) -> tuple[Verdict, ...]:
        """This function will return one verdict a skill on the conversation as heard."""
        ending = Ending(
            channel=session.channel,
            known=session.known,
            situation=session.situation,
            flows=session.flows,
            case=session.case,
            finished=finished,
        )
        return tuple(skill.judge(session.skills[skill.criterion], ending) for skill in self.skills)

    def listen(self, conversation: Conversation) -> tuple[Session, tuple[Heard, ...]]:
        """This function will hear a whole conversation and return the last session with what came of each turn."""
        session = self.begin(channel=conversation.channel, known=conversation.known)
        heard: list[Heard] = []
        for turn in conversation.turns:
            heard.append(self.hear(session, turn))
            session = heard[-1].session
        return session, tuple(heard)

    def to_json(self, session: Session) -> dict[str, Any]:
        """This function will return the session as plain JSON data."""
        plain: dict[str, Any] = _SESSION.dump_python(session, mode="json", exclude={"skills"})
        plain["skills"] = {
            skill.criterion: _adapter(skill).dump_python(session.skills[skill.criterion], mode="json")
            for skill in self.skills
        }
        return plain

    def from_json(self, plain: Mapping[str, Any]) -> Session:
        """This function will return the session that `to_json` wrote; a skill added since begins afresh."""
        states = plain["skills"]
        skills = {
            skill.criterion: (
                _adapter(skill).validate_python(states[skill.criterion]) if skill.criterion in states else skill.begin()
            )
            for skill in self.skills
        }
        return _SESSION.validate_python({**plain, "skills": skills})

    def moment(self, session: Session, turn: Turn, reading: Reading) -> Moment:
        """This function will return all that a skill may look at when `turn` is heard."""
        before, after = session.situation, session.situation.after(turn, reading)
        flows = self.flows.advance(
            session.flows, turn=turn, reading=reading, before=before, after=after, known=session.known
        )
        return Moment(
            index=before.turns,
            turn=turn,
            reading=reading,
            before=before,
            after=after,
            channel=session.channel,
            known=session.known,
            flows=flows,
            case=session.case,
        )


_SESSION: TypeAdapter[Session] = TypeAdapter(Session)


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(skill: Skill[Any]) -> TypeAdapter[Any]:
    """The JSON codec of a skill's state; built once, since building one costs more than a whole turn."""
    if skill.state_type not in _ADAPTERS:
        _ADAPTERS[skill.state_type] = TypeAdapter(skill.state_type)
    return _ADAPTERS[skill.state_type]
