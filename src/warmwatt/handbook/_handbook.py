"""A handbook held in memory: entries by kind and id."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, cast

from warmwatt.handbook._entry import Entry

Kind = TypeVar("Kind", bound=Entry)


class UnknownEntry(LookupError):
    """The handbook holds no entry of that kind and id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handbook:
    """All content of one company at its `place`, its own entries in front of those of the handbook that it extends."""

    name: str
    title: str
    place: str = ""
    entries: Mapping[type[Entry], Mapping[str, Entry]]

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """This function will return every entry of `kind`, in the order of the files."""
        return cast(tuple[Kind, ...], tuple(self.entries.get(kind, {}).values()))

    def in_force(self, kind: type[Kind], on: date) -> tuple[Kind, ...]:
        """This function will return the entries of `kind` that are in force on the day `on`."""
        return tuple(entry for entry in self.of(kind) if entry.in_force(on))

    def one(self, kind: type[Kind], entry_id: str) -> Kind:
        """This function will return the entry with that id; it raises UnknownEntry where there is none."""
        try:
            return cast(Kind, self.entries[kind][entry_id])
        except KeyError:
            raise UnknownEntry(f"handbook {self.name} has no {kind.__name__} {entry_id!r}") from None
