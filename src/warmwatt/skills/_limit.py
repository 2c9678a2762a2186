"""The time limit that a card may name: verified, and the company's own before the grid company's."""

from warmwatt.handbook import Area, Handbook, StandardLimit
from warmwatt.quantities import spoken_limit

GRID_COMPANY = "state_grid"
AREAS: dict[Area, str] = {"city": "城区", "rural": "农村"}


def limit_words(handbook: Handbook, *, matter: str, promise: str) -> str:
    """This function will return the standard limit as it is said, by area where it differs, or an empty text."""
    fitting = [
        limit
        for limit in handbook.of(StandardLimit)
        if limit.matter == matter and promise in limit.promise and limit.status == "verified" and not limit.words
    ]
    for company in (handbook.name, GRID_COMPANY):
        own = [limit for limit in fitting if limit.company == company]
        if own:
            return _spoken(own)
    return ""


def _spoken(limits: list[StandardLimit]) -> str:
    by_area = {limit.area: spoken_limit(minutes=limit.minutes, until=limit.until or None) for limit in limits}
    named = [f"{title}{by_area[area]}" for area, title in AREAS.items() if area in by_area]
    return "、".join(named) or next(iter(by_area.values()))
