"""Times as people say them, in China time."""

from datetime import datetime, timedelta

from warmwatt.quantities import CHINA

DAY_WORDS = {0: "今天", 1: "明天", 2: "后天"}


def round_as_spoken(moment: datetime, *, now: datetime) -> datetime:
    """This function will round a moment up as people speak: to 10 minutes soon, half or whole hours later."""
    ahead = moment - now
    step = 10 if ahead <= timedelta(hours=1) else 30 if ahead <= timedelta(hours=6) else 60
    local = moment.astimezone(CHINA)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    past = -(-(local - midnight) // timedelta(minutes=step))
    return midnight + past * timedelta(minutes=step)


def say_time(moment: datetime, *, now: datetime) -> str:
    """This function will return the moment in words: 今天下午3点半, 明天上午10点."""
    local, today = moment.astimezone(CHINA), now.astimezone(CHINA).date()
    days = (local.date() - today).days
    if local.hour == 0 and local.minute <= 30:
        return f"{_day_words(days - 1, local - timedelta(days=1))}晚上12点{_minutes(local)}"
    hour = local.hour - 12 if local.hour >= 13 else local.hour
    return f"{_day_words(days, local)}{_part_of_day(local.hour)}{hour}点{_minutes(local)}"


def _day_words(days: int, day: datetime) -> str:
    return DAY_WORDS.get(days, f"{day.month}月{day.day}日")


def _minutes(moment: datetime) -> str:
    return {0: "", 30: "半"}.get(moment.minute, f"{moment.minute}分")


def _part_of_day(hour: int) -> str:
    if hour < 6:
        return "凌晨"
    if hour < 12:
        return "上午"
    return "中午" if hour == 12 else "下午" if hour < 18 else "晚上"
