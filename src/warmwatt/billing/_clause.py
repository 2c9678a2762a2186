"""The clauses of a price: each thing that can be charged, with its words, its rule and its document, made once.

A charge points to its clause, so that every sum carries its citation at no cost.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from warmwatt.billing._say import say_number
from warmwatt.billing._tariff import BandPrice, Tariff
from warmwatt.quantities import Evidence, Source

TIER_NAMES = ("", "第一档", "第二档", "第三档", "第四档")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Clause:
    """`price` is in 1/scale yuan a kWh. A line reads `opens`, its quantity, `closes`, its amount.

    `kind` is energy, part, tier, band, surcharge or free; or what a business pays besides, or rounding, whose `opens`
    says all (`counted` is false). `less` comes before what is taken off. `tier` counts from 1, 0 where it has none.
    """

    name: str
    kind: str
    price: int
    opens: str
    closes: str
    rule: str
    source: Source
    evidence: Evidence
    tier: int = 0
    band: str = ""
    counted: bool = True
    less: str = "减"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Clauses:
    """Every clause of a stretch; `surcharges` and a band's `within` and `above` begin with the second tier."""

    tiers: tuple[Clause, ...]
    bands: Mapping[str, Clause]
    surcharges: tuple[Clause, ...]
    within: Mapping[str, tuple[Clause, ...]]
    above: Mapping[str, tuple[Clause, ...]]
    parts: tuple[tuple[Clause, bool], ...]
    free: Clause
    all_free: Clause
    rounding: Clause


def clauses_of(
    tariff: Tariff, *, scale: int, price: int, adds: tuple[int, ...], bands: Mapping[str, BandPrice]
) -> Clauses:
    """This function will return the clauses of a tariff, its prices in 1/scale yuan."""
    write = _Writer(tariff, scale)
    upper = list(enumerate(adds, start=2))
    return Clauses(
        tiers=(
            write("tier" if adds else "energy", TIER_NAMES[1] if adds else "电量", price, 1 if adds else 0),
            *(write("tier", TIER_NAMES[tier], price + add, tier) for tier, add in upper),
        ),
        bands={name: write("band", band.title, band.price, 0, name) for name, band in bands.items()},
        surcharges=tuple(write("surcharge", f"进入{TIER_NAMES[tier]}加价", add, tier) for tier, add in upper),
        within={
            name: tuple(
                write("band", f"{TIER_NAMES[tier]}{band.title}", band.price + add, tier, name)
                for tier, add in enumerate(band.adds, start=2)
            )
            for name, band in bands.items()
        },
        above={
            name: tuple(
                write("surcharge", f"{band.title}进入{TIER_NAMES[tier]}加价", add, tier, name)
                for tier, add in enumerate(band.adds, start=2)
            )
            for name, band in bands.items()
        },
        parts=tuple(
            (write("part", part.title, int(part.price * scale), 0, part.id), part.floats)
            for part in tariff.schedule.parts
        ),
        free=write("free", _free_title(tariff), -price),
        all_free=write("free", _free_title(tariff), 0),
        rounding=write("rounding", "尾数四舍五入到分，", 0),
    )


class _Writer:
    """Writes clauses of one tariff."""

    def __init__(self, tariff: Tariff, scale: int) -> None:
        self._tariff = tariff
        self._scale = scale

    def __call__(self, kind: str, opens: str, price: int, tier: int = 0, band: str = "") -> Clause:
        said = f"每度{say_number(Decimal(abs(price)) / self._scale)}元，" if price else ""
        rule = f"prices/{self._tariff.schedule.id}#{_paragraph(kind, tier, band)}"
        source = self._tariff.schedule.source
        return Clause(
            name=f"billing.{kind}.{band or tier}" if band or tier else f"billing.{kind}",
            kind=kind,
            price=price,
            opens=opens,
            closes=f"度，{said}",
            rule=rule,
            source=source,
            evidence=Evidence(kind="rule", ref=rule, words=source.cited()),
            tier=tier,
            band=band,
            counted=kind != "rounding",
            less="-" if kind == "rounding" else "减",
        )


def _paragraph(kind: str, tier: int, band: str) -> str:
    if kind in {"tier", "surcharge"}:
        return f"tiers.{tier}"
    return {
        "energy": "price",
        "part": f"parts.{band}",
        "band": f"time_of_use.{band}",
        "free": "households.low_income",
        "rounding": "rounding",
    }[kind]


def _free_title(tariff: Tariff) -> str:
    policy = tariff.policies.get("low_income")
    return f"{policy.title if policy else ''}免费"
