"""The rooms that commands measure and review with, built as the desk builds them, without a database."""

from dataclasses import dataclass
from functools import lru_cache

from warmwatt.handbook import Handbook, shipped_handbook
from warmwatt.procedures import FlowBook
from warmwatt.skills import Coach, all_skills
from warmwatt.understanding import LAYERS, LayeredReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Yard:
    """A handbook and the coach that works by it."""

    handbook: Handbook
    coach: Coach


@lru_cache(maxsize=4)
def the_yard(handbook: str = "jiangzhou", layers: tuple[str, ...] = LAYERS) -> Yard:
    """This function will build the reader, flows and skills of a shipped handbook."""
    book = shipped_handbook(handbook)
    reader = LayeredReader(handbook=book, layers=layers)
    coach = Coach(reader=reader, flows=FlowBook(handbook=book), skills=all_skills(handbook=book))
    return Yard(handbook=book, coach=coach)
