"""Reads the fields of a written request: each of its kind, an unknown one named, nothing guessed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from warmwatt.billing._usage import UnableToRate

_MISSING = "缺少"


class Fields:
    """A request's fields. Reading a field that is of another kind raises UnableToRate with the field's name."""

    def __init__(self, row: Mapping[str, object], *, known: tuple[str, ...], inside: str = "") -> None:
        self._row = row
        self._inside = f"{inside}." if inside else ""
        for key in row:
            if key not in known:
                near = get_close_matches(str(key), known, n=1)
                hint = f"，是不是 {near[0]}？" if near else f"，可用的有 {'、'.join(known)}"
                raise UnableToRate(f"不认识的字段 {self._inside}{key}{hint}", field=f"{self._inside}{key}")

    def __contains__(self, key: str) -> bool:
        return self._row.get(key) is not None

    def text(self, key: str, default: str = "") -> str:
        """This function will return a text; a missing one is the default."""
        value = self._row.get(key)
        if value is None:
            return default
        if not isinstance(value, str):
            raise self._wrong(key, "文字", value)
        return value.strip()

    def needed(self, key: str) -> str:
        """This function will return a text that must be there."""
        if not (found := self.text(key)):
            raise UnableToRate(f"{_MISSING}{self._inside}{key}", field=f"{self._inside}{key}")
        return found

    def number(self, key: str) -> Decimal | None:
        """This function will return a finite number, also where it is written as text; None where it is missing."""
        value = self._row.get(key)
        return None if value is None else number_of(value, f"{self._inside}{key}")

    def amount(self, key: str) -> Decimal:
        """This function will return a number that must be there and may not be negative."""
        found = self.number(key)
        if found is None:
            raise UnableToRate(f"{_MISSING}{self._inside}{key}", field=f"{self._inside}{key}")
        if found < 0:
            raise UnableToRate(f"{self._inside}{key} 为负（{found}）", field=f"{self._inside}{key}")
        return found

    def count(self, key: str, default: int = 0) -> int:
        """This function will return a whole number that is not negative."""
        found = self.number(key)
        if found is None:
            return default
        if found < 0 or found != found.to_integral_value():
            raise self._wrong(key, "不小于 0 的整数", found)
        return int(found)

    def flag(self, key: str) -> bool:
        """This function will return true or false; a missing one is false."""
        value = self._row.get(key)
        if value is None:
            return False
        if not isinstance(value, bool):
            raise self._wrong(key, "true 或 false", value)
        return value

    def day(self, key: str) -> date | None:
        """This function will return a day (2026-09-01, or 2026-09 for its first); None where it is missing."""
        written = self.text(key)
        if not written:
            return None
        try:
            return date.fromisoformat(f"{written}-01" if len(written) == len("2026-09") else written[:10])
        except ValueError:
            raise self._wrong(key, "日期（如 2026-09-01）", written) from None

    def needed_day(self, key: str) -> date:
        """This function will return a day that must be there."""
        found = self.day(key)
        if found is None:
            raise UnableToRate(f"{_MISSING}{self._inside}{key}", field=f"{self._inside}{key}")
        return found

    def within(self, key: str, *, known: tuple[str, ...]) -> "Fields | None":
        """This function will return the fields of an object within; None where it is missing."""
        value = self._row.get(key)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            raise self._wrong(key, "一个对象", value)
        return Fields(value, known=known, inside=f"{self._inside}{key}")

    def raw(self, key: str) -> object:
        """This function will return the value as it was written."""
        return self._row.get(key)

    def keys(self) -> tuple[str, ...]:
        """This function will return the names of the fields that hold something."""
        return tuple(key for key, value in self._row.items() if value is not None)

    def _wrong(self, key: str, wanted: str, value: object) -> UnableToRate:
        return UnableToRate(f"{self._inside}{key} 应是{wanted}，写的是 {value!r}", field=f"{self._inside}{key}")


def number_of(value: object, name: str) -> Decimal:
    """This function will return a finite number, from a number or a text; raises UnableToRate with the name."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise UnableToRate(f"{name} 应是数字，写的是 {value!r}", field=name)
    try:
        found = Decimal(str(value).strip().replace(",", ""))
    except InvalidOperation:
        raise UnableToRate(f"{name} 应是数字，写的是 {value!r}", field=name) from None
    if not found.is_finite():
        raise UnableToRate(f"{name} 应是有限的数字，写的是 {value!r}", field=name)
    return found
