"""Filters that turn ids, moments and amounts into what people read."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from warmwatt.desk import Hit, the_coach
from warmwatt.records.models import Role, Staff, Team
from warmwatt.workbench import _labels

register = template.Library()
UNITS_A_YUAN = 10_000
GLYPHS = {"calm": "●", "anxious": "▲", "confused": "?", "dissatisfied": "◆", "angry": "■", "grateful": "♥"}


def _named(labels: _labels.Labels, value: object) -> str:
    return str(labels.get(str(value), value))


@register.filter
def topic_name(value: object) -> str:
    """This function will name a topic id."""
    return _named(_labels.TOPICS, value)


@register.filter
def matter_name(value: object) -> str:
    """This function will name a case's matter."""
    return _named(_labels.MATTERS, value)


@register.filter
def state_name(value: object) -> str:
    """This function will name a customer's state."""
    return _named(_labels.STATES, value)


@register.filter
def state_glyph(value: str) -> str:
    """This function will return the shape that stands beside a state's name, so that colour is never alone."""
    return GLYPHS.get(value, "●")


@register.filter
def fact_name(value: object) -> str:
    """This function will name a fact key."""
    return _named(_labels.FACTS, value)


@register.filter
def promise_name(value: object) -> str:
    """This function will name a kind of promise."""
    return _named(_labels.PROMISES, value)


@register.filter
def authority_name(value: object) -> str:
    """This function will name how a promise stands to the agent's authority."""
    return _named(_labels.AUTHORITIES, value)


@register.filter
def channel_name(value: object) -> str:
    """This function will name a channel."""
    return _named(_labels.CHANNELS, value)


@register.filter
def cause_name(value: str) -> str:
    """This function will name the cause of an escalation."""
    return _named(_labels.CAUSES, value.partition(".")[0])


@register.filter
def role_name(value: str) -> str:
    """This function will name a role."""
    return str(_labels.ROLES.get(value, Role(value).label if value in Role.values else value))


@register.filter
def team_name(value: str) -> str:
    """This function will name a team."""
    return str(_labels.TEAMS.get(value, Team(value).label if value in Team.values else value))


@register.filter
def stage_name(value: object) -> str:
    """This function will name the stage of an order, case, promise or conversation."""
    return _named(_labels.STAGES, value)


@register.filter
def outcome_name(value: object) -> str:
    """This function will name a verdict's outcome."""
    return _named(_labels.OUTCOMES, value)


@register.filter
def corrected_name(value: object) -> str:
    """This function will name what a correction corrects."""
    return _named(_labels.CORRECTED, value)


@register.filter
def ending_name(value: object) -> str:
    """This function will name how a correction ended."""
    return _named(_labels.ENDINGS, value)


@register.filter
def criterion_name(value: str) -> str:
    """This function will name a criterion as its skill does."""
    return next((skill.title for skill in the_coach().skills if skill.criterion == value), value)


@register.filter
def percent(value: float) -> str:
    """This function will return a share of one as a whole percentage."""
    return f"{value * 100:.0f}%"


@register.filter
def epoch(value: datetime | None) -> str:
    """This function will return a moment as whole seconds for the page's clock, or nothing."""
    return str(int(value.timestamp())) if value else ""


@register.filter
def yuan(units: int | None) -> str:
    """This function will return an amount held in 0.0001 yuan as yuan with two decimals."""
    return f"{Decimal(units or 0) / UNITS_A_YUAN:,.2f}"


@register.filter
def hour(value: datetime | None) -> str:
    """This function will return the local time of day, with the day where it is not today."""
    if value is None:
        return ""
    local, today = timezone.localtime(value), timezone.localdate()
    return f"{local:%H:%M}" if local.date() == today else f"{local:%m-%d %H:%M}"


@register.filter
def masked(value: str, wanted: Any = True) -> str:
    """This function will hide the middle of a name, phone, account or address where `wanted`."""
    if not wanted or not value:
        return value
    kept = 1 if len(value) < 5 else 3
    tail = 0 if len(value) < 5 else min(4, len(value) - kept - 1)
    return value[:kept] + "*" * (len(value) - kept - tail) + (value[-tail:] if tail else "")


@register.filter
def pages_of(role: str) -> list[tuple[str, str]]:
    """This function will return the pages in a role's navigation: address and name."""
    return [(address, str(name)) for address, name, roles in _labels.PAGES if role in roles]


@register.filter
def begins(path: str, address: str) -> bool:
    """This function will tell whether a page's path lies under an address."""
    return path == address or path.startswith(f"{address}/")


@register.filter
def split_blank(value: str) -> list[str]:
    """This function will return the words of a text."""
    return value.split()


@register.filter
def spoken_by(words: str, agent: Staff | None) -> str:
    """This function will put the agent's own number where the words leave a place for it."""
    return words.replace("〈工号〉", agent.username) if agent else words


@register.filter
def marked(hit: Hit) -> str:
    """This function will return the passage of a hit with the words that matched marked; every word is escaped."""
    parts, at = [], 0
    for begin, end in hit.highlights:
        parts.append(format_html("{}<mark>{}</mark>", hit.passage[at:begin], hit.passage[begin:end]))
        at = end
    return format_html("{}{}", mark_safe("".join(parts)), hit.passage[at:])  # noqa: S308 - joined from escaped parts
