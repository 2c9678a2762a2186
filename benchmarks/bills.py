"""How many explained bills a second, and how other packages do on the same bill.

`python -m benchmarks.bills` measures ours; with `--peers PYTHON`, an interpreter in which the packages of
`bill_peers.py` are installed, theirs too in the same run. Nothing of ours is kept between bills but compiled prices.
"""

import argparse
import gc
import json
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from warmwatt.billing import Bill, Contract, PriceBook, Usage, rate, rate_fen, tariff_of, why_changed
from warmwatt.handbook import PriceSchedule, shipped_handbook
from warmwatt.quantities import DatePeriod

COUNT = 20_000
JUNE = DatePeriod(start=date(2026, 6, 1), end=date(2026, 7, 1))
JULY = DatePeriod(start=date(2026, 7, 1), end=date(2026, 8, 1))
PEERS = Path(__file__).with_name("bill_peers.py")


def main() -> None:
    """This function will print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--peers", help="a Python in which the other packages are installed")
    peers = options.parse_args().peers
    book = PriceBook.of(shipped_handbook("cn").of(PriceSchedule))
    homes = {
        "江苏, flat, 3 yearly tiers": book.contract(place="江苏"),
        "江苏, peak and valley": book.contract(place="江苏", plan="tou"),
    }
    for name, contract in homes.items():
        print(f"{name}: the year's use before and the month's use differ from bill to bill")
        for what, work in READERS.items():
            print(f"  {what:58}{_per_second(contract, work):>10,.0f} bills/s")
    print(f"  {'total alone (rate_fen)':58}{_totals(homes['江苏, peak and valley']):>10,.0f} bills/s")
    print(f"  {'why one bill differs from another (4 causes)':58}{_changes(homes['江苏, peak and valley']):>10,.0f} /s")
    same = Contract(tariffs=(tariff_of(_same_as_peers(book)),))
    print("the bill of bill_peers.py: 450 kWh over limits of 230 and 400")
    ours = _same_bill(same, lambda bill: bill.lines)
    print(f"  {'warmwatt, with explained lines':40}{ours:>10,.0f} bills/s   {_yuan(same)} yuan")
    spoken = _same_bill(same, _spoken)
    print(f"  {'warmwatt, each sentence written out':40}{spoken:>10,.0f} bills/s")
    if peers:
        _print_peers(peers, ours)


def _print_peers(python: str, ours: float) -> None:
    ran = subprocess.run([python, str(PEERS)], capture_output=True, text=True, check=True)
    for row in map(json.loads, ran.stdout.splitlines()):
        if "missing" in row:
            print(f"  {row['name']:40}not installed: {row['missing']}")
        else:
            speed = row["bills_a_second"]
            print(f"  {row['name']:40}{speed:>10,.0f} bills/s   {row['yuan']} yuan   ours is {ours / speed:,.0f} times")


def _same_as_peers(book: PriceBook) -> PriceSchedule:
    tiers = {"kwh": [230, 400]}
    written = book.by_id("fujian.residential").schedule.model_dump(mode="json")
    return PriceSchedule.model_validate(written | {"price": "0.5283", "limits": [tiers], "time_of_use": []})


def _same_bill(contract: Contract, work: Callable[[Bill], object]) -> float:
    usage = Usage.kwh(total=450)
    return _best(lambda: (work(rate(contract=contract, usage=usage, period=JUNE)) for _ in range(COUNT)))


def _yuan(contract: Contract) -> str:
    bill = rate(contract=contract, usage=Usage.kwh(total=450), period=JUNE)
    exact = sum(one.amount for one in bill.charges) / (100 * contract.scale)
    return f"{exact:.3f}, rounded {bill.fen / 100:.2f}"


def _usages(contract: Contract) -> list[Usage]:
    pairs = [(number % 700 * 100, number % 431 * 100) for number in range(COUNT)]
    if contract.plan == "flat":
        return [Usage(total=peak + valley) for peak, valley in pairs]
    return [Usage(total=peak + valley, bands={"peak": peak, "valley": valley}) for peak, valley in pairs]


def _per_second(contract: Contract, work: Callable[[Bill], object]) -> float:
    usages = _usages(contract)

    def bills() -> Iterator[object]:
        for number, usage in enumerate(usages):
            yield work(rate(contract=contract, usage=usage, period=JUNE, accumulated=number % 5000 * 100))

    return _best(bills)


def _totals(contract: Contract) -> float:
    usages = _usages(contract)
    return _best(lambda: (rate_fen(contract=contract, usage=usage, period=JUNE, accumulated=100) for usage in usages))


def _changes(contract: Contract) -> float:
    usages = _usages(contract)[1:2001]
    before = rate(contract=contract, usage=usages[700], period=JUNE, accumulated=100_000)
    afters = [rate(contract=contract, usage=usage, period=JULY, accumulated=250_000) for usage in usages]
    return _best(lambda: (why_changed(before, after) for after in afters))


def _best(work: Callable[[], Iterator[object]]) -> float:
    """The best of five passes; each thing done is dropped before the next."""
    gc.collect()
    return max(_pass(work) for _ in range(5))


def _pass(work: Callable[[], Iterator[object]]) -> float:
    began = time.perf_counter()
    done = sum(1 for _ in work())
    return done / (time.perf_counter() - began)


def _spoken(bill: Bill) -> list[str]:
    return [line.sentence for line in bill.lines]


READERS: dict[str, Callable[[Bill], object]] = {
    "rated: each charge with its quantity, price and clause": lambda bill: bill.charges,
    "with explained lines": lambda bill: bill.lines,
    "with explained lines, each sentence written out": _spoken,
    "with the explained total too": lambda bill: bill.total,
}


if __name__ == "__main__":
    main()
