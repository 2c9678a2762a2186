"""Other packages rate the same bill: three tiers (230 and 400 kWh), 450 kWh in June, 261.235 yuan.

Run by an interpreter in which some of `ratebook`, `tariff-core` and `NREL-PySAM` are installed; what is not is passed
over. Prints one JSON object a package: its answer and how many such bills it rates in a second.
"""

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

LEAST_SECONDS = 1.0
LIMITS, PRICES = ("230", "400"), ("0.5283", "0.5783", "0.8283")


def main() -> None:
    """This function will print each package's figures."""
    for name, peer in (("ratebook", ratebook), ("tariff-core", tariff_core), ("PySAM Utilityrate5", pysam)):
        try:
            bills, rate = peer()
        except ImportError as missing:
            print(json.dumps({"name": name, "missing": str(missing)}))
            continue
        print(json.dumps({"name": name, "yuan": str(rate()), "bills_a_second": per_second(rate) * bills}))


def ratebook() -> tuple[int, Callable[[], Decimal]]:
    """This function will return one bill by ratebook, from the month's total."""
    from ratebook.engine import BillingWindow, Usage, estimate_bill
    from ratebook.schema import EnergyPeriod, EnergyRateStructure, EnergyTier, Schedule, Tariff

    tiers = tuple(
        EnergyTier(rate=Decimal(price), max=Decimal(limit) if limit else None)
        for price, limit in zip(PRICES, (*LIMITS, ""), strict=True)
    )
    zeros = ((0,) * 24,) * 12
    tariff = Tariff(
        energy=EnergyRateStructure(periods=(EnergyPeriod(tiers=tiers),)),
        schedule=Schedule(weekday=zeros, weekend=zeros),
    )
    window = BillingWindow(start=date(2026, 6, 1), days=30)
    return 1, lambda: estimate_bill(tariff, Usage.aggregate(Decimal(450)), window).total


def tariff_core() -> tuple[int, Callable[[], Decimal]]:
    """This function will return one bill by tariff-core, from one interval that holds the month."""
    from importlib.resources import files

    from tariff_core import BillingPeriod, Interval, bill, parse_plan

    written = json.loads(files("tariff_core").joinpath("data", "origin_ergon.json").read_text())
    usage = {
        "kind": "usage",
        "direction": "import",
        "period": "single",
        "quantity_unit": "kWh",
        "register": "general",
        "blocks": {
            "period": "month",
            "tiers": [
                {"rate": price} | ({"up_to": limit} if limit else {})
                for price, limit in zip(PRICES, (*LIMITS, ""), strict=True)
            ],
        },
    }
    written |= {
        "components": [usage],
        "schedules": {},
        "timezone": "UTC",
        "effective": {"from": "2020-01-01", "to": None},
    }
    plan = parse_plan(json.dumps(written))
    start, end = datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC)
    interval = Interval(end, end - start, "general", "kWh", Decimal(450))
    period = BillingPeriod(start, end)
    return 1, lambda: bill(plan, [interval], period=period).total


def pysam() -> tuple[int, Callable[[], float]]:
    """This function will return twelve months by PySAM, which always rates a year of hours."""
    from PySAM import Utilityrate5

    model = Utilityrate5.new()
    june = range(151 * 24, 181 * 24)
    load = [450 / len(june) if hour in june else 0.0 for hour in range(8760)]
    # A limit is met from the month's use, so that every month is a bill of its own.
    table = [
        [1, tier, float(limit or "1e38"), 0, float(price), 0]
        for tier, price, limit in zip((1, 2, 3), PRICES, (*LIMITS, ""), strict=True)
    ]
    model.assign(
        {
            "Lifetime": {"analysis_period": 1, "system_use_lifetime_output": 0, "inflation_rate": 0},
            "SystemOutput": {"gen": [0.0] * 8760, "degradation": [0]},
            "Load": {"load": load},
            "ElectricityRates": {
                "en_electricity_rates": 1,
                "rate_escalation": [0],
                "ur_metering_option": 0,
                "ur_ec_sched_weekday": [[1] * 24] * 12,
                "ur_ec_sched_weekend": [[1] * 24] * 12,
                "ur_ec_tou_mat": table,
                "ur_dc_enable": 0,
                "ur_monthly_fixed_charge": 0,
                "ur_monthly_min_charge": 0,
                "ur_annual_min_charge": 0,
                "ur_nm_yearend_sell_rate": 0,
                "ur_sell_eq_buy": 0,
                "ur_en_ts_buy_rate": 0,
                "ur_en_ts_sell_rate": 0,
            },
        }
    )

    def rate() -> float:
        model.execute()
        return model.Outputs.utility_bill_wo_sys_ym[1][5]

    return 12, rate


def per_second(work: Callable[[], object]) -> float:
    """This function will return how often the work is done in a second, the best of three stretches."""
    return max(_stretch(work))


def _stretch(work: Callable[[], object]) -> Iterator[float]:
    work()
    for _ in range(3):
        began, done = time.perf_counter(), 0
        while time.perf_counter() - began < LEAST_SECONDS:
            work()
            done += 1
        yield done / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
