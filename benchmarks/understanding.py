"""What one turn costs to read, and to read, follow and advise, at the start of a conversation and late in it."""

import statistics
import time
from collections.abc import Callable, Sequence

from warmwatt.commands._yard import the_yard
from warmwatt.conversations import Conversation, Known, Turn
from warmwatt.desk.demo import played_calls
from warmwatt.skills import Coach
from warmwatt.understanding import Situation

LATE = 500


def main() -> None:
    """This function will print the figures."""
    began = time.perf_counter()
    yard = the_yard()
    yard.coach.reader.read(Turn(who="customer", text="家里停电了"), Situation())
    print(f"loading handbook, reader and skills        {time.perf_counter() - began:8.2f} s")
    calls = played_calls()
    print(f"layers on                                  {', '.join(yard.coach.reader.layers)}")
    _print("reading a customer turn, never read before", _read_times(yard.coach, calls, who="customer"))
    _print("reading an agent turn", _read_times(yard.coach, calls, who="agent"))
    early, late = _hear_times(yard.coach, calls[0])
    _print("reading, following, advising: turns 0 to 19", early)
    _print(f"the same at turns {LATE} to {LATE + 19}", late)
    _print("session to JSON and back", _codec_times(yard.coach, calls[0]))


def _read_times(coach: Coach, calls: Sequence[Conversation], *, who: str) -> list[float]:
    turns = [turn for call in calls for turn in call.turns if turn.who == who]
    return [_timed(lambda turn=turn: coach.reader.read(turn, Situation())) for turn in turns]


def _hear_times(coach: Coach, call: Conversation) -> tuple[list[float], list[float]]:
    session = coach.begin(channel="phone", known=Known())
    early: list[float] = []
    late: list[float] = []
    for index in range(LATE + 20):
        turn = call.turns[index % len(call.turns)]
        began = time.perf_counter()
        session = coach.hear(session, turn).session
        spent = time.perf_counter() - began
        if LATE > index >= 20:
            continue
        (early if index < 20 else late).append(spent)
    return early, late


def _codec_times(coach: Coach, call: Conversation) -> list[float]:
    session, _heard = coach.listen(call)
    return [_timed(lambda: coach.from_json(coach.to_json(session))) for _ in range(50)]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _print(what: str, seconds: Sequence[float]) -> None:
    ordered = sorted(seconds)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    print(f"{what:44} median {statistics.median(ordered) * 1000:6.2f} ms   p99 {p99 * 1000:6.2f} ms")


if __name__ == "__main__":
    main()
