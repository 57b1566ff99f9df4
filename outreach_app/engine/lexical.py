"""Answers in XForm lexical form: what a person typed, checked, and what a calculation gave."""

import math
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time, tzinfo
from decimal import Decimal, InvalidOperation

from outreach_app.engine.expressions.dates import (
    from_day_number,
    moment_text,
    parse_date,
    parse_either,
    parse_moment,
    parse_time,
)
from outreach_app.engine.expressions.values import Value, number_text, to_number, to_text
from outreach_app.phrases import phrase

MAX_ANSWER_BYTES = 64 * 1024
MAX_INTEGER = 2**53
FIRST_YEAR, LAST_YEAR = 1800, 2299
"""Typed days outside of these are slips of the fingers."""
_INTEGER = re.compile(r"^[+-]?\d{1,17}$")
_DECIMAL = re.compile(r"^[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})$")
EXPECTED = {
    "integer": phrase("a whole number, such as 8"),
    "decimal": phrase("a number, such as 2.5"),
    "date": phrase("a date of the years 1800 to 2299, such as 2026-02-03"),
    "time": phrase("a time, such as 14:30"),
    "dateTime": phrase("a date of the years 1800 to 2299 and a time, such as 2026-02-03T14:30"),
    "select_one": phrase("one of the choices"),
    "select_multiple": phrase("one or more of the choices"),
    "rank": phrase("the choices in order"),
    "acknowledge": phrase("OK or nothing"),
    "range": phrase("a number within the range"),
    "text": phrase("a text"),
}


class NotLexical(ValueError):
    """A text is not an answer of the wanted type."""


def parse_answer(kind: str, given: str | Sequence[str], zone: tzinfo) -> str:
    """Return an answer in lexical form; an empty one clears.

    Args:
        kind: Type of the question.
        given: What was typed, or the codes of a select.
        zone: Zone of a date-time without offset.

    Raises:
        NotLexical: Not an answer of this type.
    """
    if not isinstance(given, str):
        given = " ".join(given)
    text = unicodedata.normalize("NFC", given)
    if kind in {"text", "hidden"}:
        return text if text.strip() else ""
    bare = text.strip()
    return _PARSERS[kind](bare, zone) if bare and kind in _PARSERS else bare


def _integer(text: str, _zone: tzinfo) -> str:
    if not _INTEGER.match(text) or abs(int(text)) >= MAX_INTEGER:
        raise NotLexical
    return str(int(text))


def decimal_text(number: Decimal) -> str:
    """Return a decimal without exponent and without trailing zeros."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def _decimal(text: str, _zone: tzinfo) -> str:
    if not _DECIMAL.match(text):
        raise NotLexical
    try:
        return decimal_text(Decimal(text))
    except InvalidOperation as error:
        raise NotLexical from error


def _date(text: str, _zone: tzinfo) -> str:
    day = parse_date(text)
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotLexical
    return day.isoformat()


def _time(text: str, _zone: tzinfo) -> str:
    clock = parse_time(text)
    if clock is None:
        raise NotLexical
    return clock.isoformat(timespec="seconds")


def _moment(text: str, zone: tzinfo) -> str:
    moment = parse_moment(text, zone)
    if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise NotLexical
    return moment_text(moment)


def _codes(text: str, _zone: tzinfo) -> str:
    return " ".join(dict.fromkeys(text.split()))


def _code(text: str, _zone: tzinfo) -> str:
    if len(text.split()) != 1:
        raise NotLexical
    return text


def _acknowledged(text: str, _zone: tzinfo) -> str:
    if text.upper() != "OK":
        raise NotLexical
    return "OK"


_PARSERS = {
    "integer": _integer,
    "decimal": _decimal,
    "range": _decimal,
    "date": _date,
    "time": _time,
    "dateTime": _moment,
    "select_one": _code,
    "select_multiple": _codes,
    "rank": _codes,
    "acknowledge": _acknowledged,
}


def stored_text(value: Value, kind: str, zone: tzinfo) -> str:
    """Return the result of a calculation as the type of its node wants it; NaN is empty.

    Args:
        value: What the expression gave.
        kind: Type of the bind: ``int``, ``decimal``, ``date``, ``dateTime`` …
        zone: Zone of instants made from numbers.
    """
    if kind in {"date", "dateTime", "datetime"}:
        return _stored_date(value, kind, zone)
    if isinstance(value, str):
        return _stored_number(value, value) if kind == "int" else value
    if isinstance(value, float):
        return _stored_float(value, kind)
    text = to_text(value)
    return _stored_number(text, value) if kind == "int" else text


def _stored_float(value: float, kind: str) -> str:
    if not math.isfinite(value):
        return "" if math.isnan(value) else number_text(value)
    return number_text(float(math.trunc(value)) if kind == "int" else _tidy(value))


def _tidy(value: float) -> float:
    """Drop the last digit's noise of binary arithmetic: 0.1 + 0.2 is stored as 0.3."""
    return float(f"{value:.15g}")


def _stored_number(text: str, value: Value) -> str:
    if not text:
        return ""
    number = to_number(value)
    return number_text(float(math.trunc(number))) if math.isfinite(number) else text


def _stored_date(value: Value, kind: str, zone: tzinfo) -> str:
    moment: date | datetime | None = None
    if isinstance(value, date):
        moment = value
    elif isinstance(value, float):
        moment = from_day_number(value, zone) if math.isfinite(value) else None
        if moment is None:
            return ""
    else:
        moment = parse_either(to_text(value), zone)
    if moment is None:
        return to_text(value)
    if kind == "date":
        return (moment.date() if isinstance(moment, datetime) else moment).isoformat()
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(), zone)
    return moment_text(moment)
