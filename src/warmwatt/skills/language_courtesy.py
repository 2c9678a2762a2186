"""language.courtesy 文明用语: 您 throughout, and no rude, mocking or impatient word."""

import re
from dataclasses import dataclass, replace

from warmwatt.handbook import Handbook
from warmwatt.skills._faults import Faults
from warmwatt.skills._skill import Ending, Moment
from warmwatt.skills._verdict import Advice, Verdict

PLAIN_YOU = re.compile(r"你(?!们|好|了个|追我赶)")
QUOTED = re.compile(r"[“\"「『《][^”\"」』》]*[”\"」』》]")
HABITUAL = 2
KEPT = 12
WEIGHT = 4.2


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtesyState:
    """The turns at fault with the latest words, and the turns that said 你."""

    failed: tuple[int, ...] = ()
    words: str = ""
    better: str = ""
    plain_you: tuple[int, ...] = ()


class LanguageCourtesy:
    """Always due; 你 must be habitual (two and more) to fail a conversation."""

    criterion = "language.courtesy"
    title = "文明用语"
    state_type = CourtesyState

    def __init__(self, *, handbook: Handbook) -> None:
        self._faults = Faults(handbook=handbook, criterion=self.criterion)

    def begin(self) -> CourtesyState:
        """This function will return the state before the agent spoke."""
        return CourtesyState()

    def hear(self, state: CourtesyState, moment: Moment) -> CourtesyState:
        """This function will note rude words and 你."""
        if moment.turn.who != "agent":
            return state
        if _says_you(moment.turn.text):
            state = replace(state, plain_you=(*state.plain_you, moment.index)[-KEPT:])
        fault = self._faults.heard(moment)
        if fault is None:
            return state
        failed = (*state.failed, moment.index)[-KEPT:]
        return replace(state, failed=failed, words=fault.words, better=fault.better)

    def judge(self, state: CourtesyState, ending: Ending) -> Verdict:
        """This function will fail rude words and a habitual 你."""
        if state.failed:
            because = f"“{state.words}”不够尊重"
            return Verdict(criterion=self.criterion, outcome="fail", turns=state.failed, because=because)
        if len(state.plain_you) >= HABITUAL:
            return Verdict(
                criterion=self.criterion, outcome="fail", turns=state.plain_you, because="多次用“你”称呼客户"
            )
        return Verdict(criterion=self.criterion, outcome="pass", because="用语文明")

    def advise(self, state: CourtesyState, moment: Moment) -> Advice | None:
        """This function will offer a better sentence right after a rude one, or a reminder of 您."""
        if state.failed and state.failed[-1] == moment.index:
            say, because = state.better, f"“{state.words}”会让客户不舒服"
        elif state.plain_you and state.plain_you[-1] == moment.index:
            say, because = moment.turn.text.replace("你", "您").replace("您们", "我们"), "称呼客户请用“您”"
        else:
            return None
        return Advice(
            skill=self.criterion, key=f"turn.{moment.index}", title=self.title, say=say, weight=WEIGHT,
            because=because, rule=self.criterion,
        )  # fmt: skip

    def violates(self, moment: Moment) -> str:
        """This function will return the rude words of the line; a single 你 counts."""
        state = self.hear(self.begin(), moment)
        return state.words or ("你" if state.plain_you else "")


def _says_you(text: str) -> bool:
    return bool(PLAIN_YOU.search(QUOTED.sub("", text)))
