"""A drill: the trainee and the practice customer take turns, heard by the same coach as a live conversation."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from warmwatt.conversations import Known, Turn
from warmwatt.handbook import Scenario
from warmwatt.quantities import Evidence, Explained
from warmwatt.skills import Advice, Coach, Session
from warmwatt.training._customer import FURIOUS, GRATEFUL, PracticeCustomer, answer, begin_customer

SECONDS_A_TURN = 12.0
MOOD_SHARE, FACTS_SHARE, SETTLED_SHARE = 40, 30, 30


class DrillIsOver(ValueError):
    """The practice customer has already ended the call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """A drill so far; `moods` is the customer's mood at each of their turns, `advices` the cards that stand now."""

    scenario: Scenario
    session: Session
    customer: PracticeCustomer
    turns: tuple[Turn, ...] = ()
    moods: tuple[float, ...] = ()
    advices: tuple[Advice, ...] = ()


def begin_drill(*, coach: Coach, scenario: Scenario) -> Drill:
    """This function will return the drill once the customer has said the opening words."""
    customer = begin_customer(scenario)
    session = coach.begin(channel="chat", known=Known())
    return _heard(coach, Drill(scenario=scenario, session=session, customer=customer), "customer", scenario.opening)


def say(*, coach: Coach, drill: Drill, text: str, chance: Iterator[float]) -> Drill:
    """This function will return the drill after the trainee's words and the customer's reply; raises DrillIsOver."""
    if drill.customer.end:
        raise DrillIsOver("the practice customer has ended the call")
    turn = _turn(drill, "agent", text)
    heard = coach.hear(drill.session, turn)
    failed = {
        verdict.criterion
        for verdict in coach.judge(heard.session, finished=False)
        if verdict.outcome == "fail" and len(drill.turns) in verdict.turns
    }
    customer, reply = answer(
        scenario=drill.scenario,
        customer=drill.customer,
        text=text,
        reading=heard.reading,
        offences=failed,
        chance=chance,
    )
    spoken = replace(drill, session=heard.session, customer=customer, turns=(*drill.turns, turn), advices=heard.advices)
    return _heard(coach, spoken, "customer", reply)


def score_drill(drill: Drill) -> Explained[int]:
    """This function will score the drill out of 100: the mood it ended in, the facts asked for, the matter settled."""
    parts = (_mood_part(drill), _facts_part(drill), _settled_part(drill))
    total = sum(part.value for part in parts)
    return Explained(
        name="training.drill",
        value=total,
        sentence=f"演练得分{total}分：" + "；".join(part.sentence for part in parts),
        rule=f"scenarios/{drill.scenario.id}",
        source=drill.scenario.source,
        inputs=parts,
    )


def _mood_part(drill: Drill) -> Explained[int]:
    points = round(MOOD_SHARE * (drill.customer.mood - FURIOUS) / (GRATEFUL - FURIOUS))
    return _part(drill, "mood", points, f"客户情绪从{drill.scenario.mood:g}到{drill.customer.mood:g}，{points}分")


def _facts_part(drill: Drill) -> Explained[int]:
    told, facts = len(drill.customer.told), len(drill.scenario.facts)
    points = round(FACTS_SHARE * told / facts) if facts else FACTS_SHARE
    return _part(drill, "facts", points, f"问到{told}项关键信息，共{facts}项，{points}分")


def _settled_part(drill: Drill) -> Explained[int]:
    points = SETTLED_SHARE if drill.customer.end == "settled" else 0
    return _part(drill, "settled", points, f"{'事情有了着落' if points else '事情没有着落'}，{points}分")


def _part(drill: Drill, name: str, points: int, sentence: str) -> Explained[int]:
    last = len(drill.turns) - 1
    words = Evidence(kind="turn", ref=str(last), words=drill.turns[last].text)
    rule = f"scenarios/{drill.scenario.id}"
    return Explained(name=f"training.drill.{name}", value=points, sentence=sentence, rule=rule, inputs=(words,))


def _turn(drill: Drill, who: str, text: str) -> Turn:
    return Turn(who="agent" if who == "agent" else "customer", text=text, start=len(drill.turns) * SECONDS_A_TURN)


def _heard(coach: Coach, drill: Drill, who: str, text: str) -> Drill:
    turn = _turn(drill, who, text)
    heard = coach.hear(drill.session, turn)
    return replace(
        drill,
        session=heard.session,
        turns=(*drill.turns, turn),
        moods=(*drill.moods, drill.customer.mood),
        advices=heard.advices,
    )
