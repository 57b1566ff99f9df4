"""Dates and times: a date is a whole day without a zone, a date-time an instant with one."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

EPOCH = date(1970, 1, 1)
_EPOCH_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)
DAY_SECONDS = 86_400
_DATE = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_TIME = r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?"
_ZONE = r"(Z|[+-]\d{2}(?::?\d{2})?)"
_DATE_ONLY = re.compile(rf"^{_DATE}$")
_DATE_TIME = re.compile(rf"^{_DATE}[T ]{_TIME}\s*{_ZONE}?$")
_TIME_ONLY = re.compile(rf"^{_TIME}\s*{_ZONE}?$")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def parse_date(text: str) -> date | None:
    """Return the day of ``YYYY-MM-DD``, or nothing."""
    match = _DATE_ONLY.match(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def parse_moment(text: str, zone: tzinfo) -> datetime | None:
    """Return the instant of an ISO date-time; without an offset it is local to `zone`."""
    match = _DATE_TIME.match(text)
    if match is None:
        return None
    day = parse_date("-".join(match.group(1, 2, 3)))
    clock = _clock(match.group(4, 5, 6, 7))
    if day is None or clock is None:
        return None
    return datetime.combine(day, clock, _offset(match[8]) or zone)


def parse_time(text: str) -> time | None:
    """Return the clock time of ``HH:MM(:SS(.mmm))``, its offset ignored, or nothing."""
    match = _TIME_ONLY.match(text)
    return _clock(match.group(1, 2, 3, 4)) if match else None


def parse_either(text: str, zone: tzinfo) -> date | datetime | None:
    """Return a day or an instant, whichever the text says."""
    return parse_date(text) or parse_moment(text, zone)


def _clock(fields: tuple[str | None, ...]) -> time | None:
    hour, minute, second, fraction = fields
    try:
        microsecond = int(f"{fraction or ''}000000"[:6])
        return time(int(hour or 0), int(minute or 0), int(second or 0), microsecond)
    except ValueError:
        return None


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    wanted = timedelta(minutes=-minutes if text[0] == "-" else minutes)
    if abs(wanted) >= timedelta(days=1):
        return None
    return timezone(wanted)


def day_number(value: date) -> float:
    """Days since 1970-01-01: whole for a date, with a fraction for an instant."""
    if isinstance(value, datetime):
        return (value - _EPOCH_INSTANT).total_seconds() / DAY_SECONDS
    return float((value - EPOCH).days)


def from_day_number(number: float, zone: tzinfo) -> date | datetime | None:
    """Return the day of a whole number, the instant of any other, nothing when out of range."""
    try:
        if number == int(number):
            return EPOCH + timedelta(days=int(number))
        return (_EPOCH_INSTANT + timedelta(days=number)).astimezone(zone)
    except (OverflowError, ValueError):
        return None


def moment_text(value: datetime) -> str:
    """Return ``YYYY-MM-DDTHH:MM:SS.mmm+HH:MM``."""
    return value.isoformat(timespec="milliseconds")


def date_text(value: date | datetime) -> str:
    """Return a day or an instant in XForm lexical form."""
    return moment_text(value) if isinstance(value, datetime) else value.isoformat()


def format_date(value: date | datetime, pattern: str) -> str:
    """Fill a pattern of ODK's format-date: %Y %y %m %n %b %d %e %H %h %M %S %3 %a."""
    moment = (
        value
        if isinstance(value, datetime)
        else datetime(value.year, value.month, value.day, tzinfo=UTC)
    )
    fields = {
        "Y": f"{moment.year:04d}",
        "y": f"{moment.year % 100:02d}",
        "m": f"{moment.month:02d}",
        "n": str(moment.month),
        "b": _MONTHS[moment.month - 1],
        "d": f"{moment.day:02d}",
        "e": str(moment.day),
        "H": f"{moment.hour:02d}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02d}",
        "S": f"{moment.second:02d}",
        "3": f"{moment.microsecond // 1000:03d}",
        "a": _DAYS[moment.weekday()],
        "%": "%",
    }
    return re.sub(r"%(.)", lambda found: fields.get(found[1], found[0]), pattern)
