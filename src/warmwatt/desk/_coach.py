"""The desk's one composition root: handbook, reader, flows and skills, built once a process."""

from functools import lru_cache

from django.conf import settings

from warmwatt.handbook import Handbook, shipped_handbook
from warmwatt.procedures import FlowBook
from warmwatt.skills import Coach, all_skills
from warmwatt.understanding import LayeredReader


@lru_cache(maxsize=1)
def the_handbook() -> Handbook:
    """This function will return the utility's handbook."""
    return shipped_handbook(settings.WARMWATT_HANDBOOK)


@lru_cache(maxsize=1)
def the_coach() -> Coach:
    """This function will return the coach that hears every conversation of this process."""
    handbook = the_handbook()
    return Coach(
        reader=LayeredReader(handbook=handbook, layers=settings.WARMWATT_LAYERS),
        flows=FlowBook(handbook=handbook),
        skills=all_skills(handbook=handbook),
    )
