"""Functions of dates and times."""

import math
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from outreach_app.engine.expressions.dates import (
    DAY_SECONDS,
    day_number,
    format_date,
    from_day_number,
    parse_date,
    parse_either,
    parse_moment,
    parse_time,
)
from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.values import NAN, Value, to_number, to_text


def today(env: Environment) -> date:
    """Return the day the form is filled in."""
    return env.today


def now(env: Environment) -> datetime:
    """Return the instant of this evaluation."""
    return env.now


def _moment(env: Environment, value: Value) -> date | datetime | None:
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return from_day_number(value, env.zone) if not math.isnan(value) else None
    text = to_text(value).strip()
    found = parse_either(text, env.zone)
    if found is None and text:
        number = to_number(text)
        return from_day_number(number, env.zone) if not math.isnan(number) else None
    return found


def to_date(env: Environment, value: Value) -> date | str:
    """Return the day; the time of an instant is dropped as written, without moving zones."""
    if isinstance(value, float) and not math.isnan(value):
        value = value // 1
    moment = _moment(env, value)
    if isinstance(moment, datetime):
        return moment.date()
    return moment if moment is not None else ""


def to_date_time(env: Environment, value: Value) -> date | datetime | str:
    """Return the instant, or the day where only a day is given."""
    moment = _moment(env, value)
    return moment if moment is not None else ""


def decimal_date_time(env: Environment, value: Value) -> float:
    """Return days since 1970 with their fraction; a day counts from local midnight."""
    moment = _moment(env, value)
    if moment is None:
        return NAN
    if isinstance(value, float):
        return value
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(), env.zone)
    return day_number(moment)


def decimal_time(env: Environment, value: Value) -> float:
    """Return the time of day as a fraction of it."""
    text = to_text(value).strip()
    moment = parse_moment(text, env.zone)
    clock = moment.time() if moment is not None else parse_time(text)
    if clock is None:
        return NAN
    seconds = clock.hour * 3600 + clock.minute * 60 + clock.second + clock.microsecond / 1e6
    return seconds / DAY_SECONDS


def formatted(env: Environment, value: Value, pattern: str) -> str:
    """Fill a date pattern; empty when the value is no date."""
    moment = _moment(env, value)
    if isinstance(moment, datetime):
        moment = moment.astimezone(env.zone)
    return format_date(moment, pattern) if moment is not None else ""


def added(
    env: Environment, value: Value, years: float, months: float = 0.0, days: float = 0.0
) -> date | str:
    """Return a day moved by years, months and days (a CHT function); month ends are kept in."""
    start = _moment(env, value)
    if start is None or any(math.isnan(each) for each in (years, months, days)):
        return ""
    number = start.year * 12 + start.month - 1 + int(years) * 12 + int(months)
    year, month = divmod(number, 12)
    try:
        last = monthrange(year, month + 1)[1]
        return date(year, month + 1, min(start.day, last)) + timedelta(days=int(days))
    except (ValueError, OverflowError):
        return ""


def months_between(_env: Environment, first: str, second: str) -> float | str:
    """Return the whole months from one day to another (a CHT function)."""
    start, end = parse_date(first[:10]), parse_date(second[:10])
    if start is None or end is None:
        return ""
    months = (end.year - start.year) * 12 + end.month - start.month
    return float(months - (1 if end.day < start.day else 0))
