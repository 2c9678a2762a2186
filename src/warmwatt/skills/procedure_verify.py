"""procedure.verify 信息核实: the agent has, or asks for, what the matter needs before it is opened or closed."""

from dataclasses import dataclass, replace

from warmwatt.conversations import Known
from warmwatt.handbook import Handbook
from warmwatt.skills._card import card
from warmwatt.skills._cues import Cue
from warmwatt.skills._matter import matters_of, opens_case
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._spoken import Wording
from warmwatt.skills._verdict import Advice, Verdict

TITLES = {"address": "地址", "contact": "联系电话", "account": "户号或地址"}
WEIGHT = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyState:
    """The turn in which each thing was given, asked or confirmed; -1 is not yet."""

    address: int = -1
    contact: int = -1
    account: int = -1
    opened: int = -1
    latest_agent: int = -1
    resolved: bool = False


class ProcedureVerify:
    """Outage: address and contact; bill and business: account or site; complaint: contact."""

    criterion = "procedure.verify"
    title = "信息核实"
    state_type = VerifyState

    def __init__(self, *, handbook: Handbook) -> None:
        self._wording = Wording(handbook=handbook)
        self._asks = {
            "address": (Cue.of(handbook, "asks_address"),),
            "contact": (Cue.of(handbook, "asks_contact"), Cue.of(handbook, "contact_told")),
            "account": (Cue.of(handbook, "asks_account"),),
        }
        self._opened = Cue.of(handbook, "case_opened")
        self._resolved = Cue.of(handbook, "resolved_by_customer")

    def begin(self) -> VerifyState:
        """This function will return the state in which nothing has been given."""
        return VerifyState()

    def hear(self, state: VerifyState, moment: Moment) -> VerifyState:
        """This function will note what this turn gives, asks or confirms."""
        facts = {fact.key for fact in moment.reading.facts}
        for key, cues in self._asks.items():
            asked = any(cue.words(moment.turn) for cue in cues)
            if getattr(state, key) < 0 and (key in facts or asked):
                state = _given(state, key, moment.index)
        if moment.turn.who == "customer":
            return replace(state, resolved=state.resolved or bool(self._resolved.words(moment.turn)))
        opened = moment.index if state.opened < 0 and opens_case(moment, self._opened) else state.opened
        return replace(state, opened=opened, latest_agent=moment.index)

    def judge(self, state: VerifyState, ending: Ending) -> Verdict:
        """This function will judge whether all that the matters need was known or asked."""
        matters = matters_of(ending.situation)
        needs = self._needs(matters, state)
        if not needs:
            return Verdict(criterion=self.criterion, outcome="na")
        missing = _missing(state, needs, ending.known)
        if missing:
            due = state.opened if state.opened >= 0 else state.latest_agent
            because = "没有核实" + "、".join(TITLES[key] for key in missing)
            return Verdict(criterion=self.criterion, outcome="fail", turns=(due,) if due >= 0 else (), because=because)
        turns = sorted({turn for key in needs if (turn := getattr(state, key)) >= 0})
        return Verdict(criterion=self.criterion, outcome="pass", turns=tuple(turns), because="办理所需的信息已核实")

    def advise(self, state: VerifyState, moment: Moment) -> Advice | None:
        """This function will offer one question for what is still missing."""
        missing = _missing(state, self._needs(matters_of(moment.after), state), moment.known)
        if not missing:
            return None
        because = "还缺" + "、".join(TITLES[key] for key in missing)
        crew = missing == ("contact",) and "outage" in matters_of(moment.after)
        return card(
            self._wording, criterion=self.criterion, title=self.title, moment=moment,
            case="contact_crew" if crew else "_".join(missing), because=because, weight=WEIGHT,
        )  # fmt: skip

    def _needs(self, matters: frozenset[str], state: VerifyState) -> tuple[str, ...]:
        needs = []
        if "outage" in matters:
            needs.append("address")
        if matters & {"bill", "business"}:
            needs.append("account")
        # Power that came back while they talked needs no crew, and so nobody to ring.
        fixed = state.resolved and state.opened < 0
        if "complaint" in matters or ("outage" in matters and not fixed):
            needs.append("contact")
        return tuple(needs)


def _given(state: VerifyState, key: str, turn: int) -> VerifyState:
    if key == "address":
        return replace(state, address=turn)
    return replace(state, contact=turn) if key == "contact" else replace(state, account=turn)


def _missing(state: VerifyState, needs: tuple[str, ...], known: Known) -> tuple[str, ...]:
    has = {
        "address": state.address >= 0 or known.address,
        "contact": state.contact >= 0 or known.contact,
        "account": state.account >= 0 or state.address >= 0 or known.account or known.address,
    }
    return tuple(key for key in needs if not has[key])
