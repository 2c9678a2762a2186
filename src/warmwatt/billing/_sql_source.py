"""The rows that a SQL text rates: which columns it reads, and what cannot be billed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warmwatt.billing._sql_layers import total

BANDS = ("sharp", "peak", "flat", "valley", "deep")
# What a column is where the source has none of that name.
DEFAULTS = {
    "total": "null",
    "accumulated": "0",
    "people": "0",
    "time_of_use": "false",
    "low_income": "false",
    "electric_heating": "false",
    **dict.fromkeys(BANDS, "null"),
}
NUMBERS = ("total", "accumulated", "people")
# Up to here, in 0.01 kWh a row, sharing by days and bands stays within what a double holds exactly.
MOST_CENTI_KWH = 40_000_000
FINDINGS = {
    "no_use": "没有用电量",
    "negative": "用电量或累计电量为负，请先核对电表示数",
    "bands_unequal": "各时段电量之和与总电量不符，请先核对电表示数",
    "no_time_of_use": "这份电价没有峰谷分时价格",
    "no_bands": "按峰谷计费，但没有各时段的电量",
    "unknown_band": "有这份电价没有的时段",
    "too_large": "电量过大，请逐户核算",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRows:
    """`columns` are those that the source has; `known` the bands that the price has, empty without time of use."""

    columns: frozenset[str]
    known: frozenset[str]

    @property
    def bands(self) -> tuple[str, ...]:
        """The bands that rows may have been read by."""
        return tuple(band for band in BANDS if band in self.columns or band in self.known)

    def selected(self, keep: Sequence[str]) -> str:
        """This function will return the columns as the text reads them: integers and booleans, nothing missing."""
        flags = [self._flag(name) for name in ("time_of_use", "low_income", "electric_heating")]
        bands = [f"cast(coalesce({self._own(band)}, 0) as bigint) as {band}" for band in self.bands]
        read = " or ".join(f"{band} is not null" for band in self.bands if band in self.columns)
        numbers = [
            f"cast({self._total()} as bigint) as total",
            f"cast(coalesce({self._own('accumulated')}, 0) as bigint) as accumulated",
            f"cast(coalesce({self._own('people')}, 0) as bigint) as people",
        ]
        return ",\n    ".join([*keep, *numbers, *bands, *flags, f"({read or 'false'}) as by_band"])

    def findings(self, *, shared: bool) -> Iterator[tuple[str, str]]:
        """This function will yield (finding, condition), the plainest first; `shared` texts divide, up to a limit."""
        yield "no_use", "total is null"
        yield "negative", f"least({', '.join(('total', 'accumulated', *self.bands))}) < 0"
        if self.bands:
            yield "bands_unequal", f"by_band and {total(list(self.bands))} <> total"
        if not self.known:
            yield "no_time_of_use", "time_of_use"
        else:
            yield "no_bands", "time_of_use and not by_band"
        unknown = [band for band in self.bands if band not in self.known]
        if self.known and unknown:
            yield "unknown_band", f"time_of_use and {total(unknown)} > 0"
        if shared:
            yield "too_large", f"total > {MOST_CENTI_KWH}"

    def _own(self, name: str) -> str:
        return name if name in self.columns else DEFAULTS[name]

    def _flag(self, name: str) -> str:
        return f"coalesce({name}, false) as {name}" if name in self.columns else f"false as {name}"

    def _total(self) -> str:
        """The total read, or where the source has no such column, the sum of the bands read."""
        read = [band for band in self.bands if band in self.columns]
        if "total" in self.columns or not read:
            return self._own("total")
        summed = total([f"coalesce({band}, 0)" for band in read])
        return f"case when coalesce({', '.join(read)}) is null then null else {summed} end"
