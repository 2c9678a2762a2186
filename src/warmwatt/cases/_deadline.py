"""When a promise falls due: its own limit, or else the standard one of its kind."""

from collections.abc import Sequence
from datetime import datetime

from warmwatt.handbook import StandardLimit
from warmwatt.quantities import CHINA, Evidence, Explained, SetAside, WorkingCalendar, resolve_limit, spoken_limit


def due_at(
    *,
    kind: str,
    minutes: int | None,
    until: str | None,
    now: datetime,
    calendar: WorkingCalendar,
    matter: str = "",
    limits: Sequence[StandardLimit] = (),
) -> Explained[datetime] | None:
    """This function will return when a promise of `kind` falls due, with its reason; None where nothing sets a limit.

    A limit that was said counts; without one, the widest standard limit of the kind and matter does.
    """
    said = resolve_limit(minutes=minutes, until=until, now=now, calendar=calendar)
    if said is not None:
        return _explained(said, f"通话中答应{spoken_limit(minutes=minutes, until=until)}", kind=kind, turn=True)
    standard = [
        (due, limit)
        for limit in limits
        if kind in limit.promise and limit.matter == matter and not limit.words
        if (due := resolve_limit(minutes=limit.minutes, until=limit.until or None, now=now, calendar=calendar))
    ]
    if not standard:
        return None
    due, limit = max(standard, key=lambda pair: pair[0])
    others = tuple(SetAside(rule=each.id, why_not="期限更短") for _due, each in standard if each is not limit)
    return _explained(due, limit.say, kind=kind, limit=limit, set_aside=others)


def _explained(
    due: datetime,
    words: str,
    *,
    kind: str,
    turn: bool = False,
    limit: StandardLimit | None = None,
    set_aside: tuple[SetAside, ...] = (),
) -> Explained[datetime]:
    local = due.astimezone(CHINA)
    return Explained(
        name=f"promise.{kind}.due",
        value=due,
        sentence=f"{words}，即{local.month}月{local.day}日{local.hour}点{local.minute:02d}分前",
        rule=limit.id if limit else "",
        source=limit.source if limit else None,
        inputs=(Evidence(kind="turn" if turn else "rule", ref=limit.id if limit else kind, words=words),),
        set_aside=set_aside,
    )
