"""Typed reading of a manifest's fields: each check returns its value or names the field at fault."""

import re
from collections.abc import Set as AbstractSet
from datetime import date, datetime

from outreach_app.bundle.errors import BadManifest
from outreach_app.crypto.canonical import Json
from outreach_app.domain.ids import Prefix, is_id

_HEX = re.compile(r"[0-9a-f]{64}", re.ASCII)
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}", re.ASCII)
_NAME = re.compile(r"[a-z][a-z_]{0,31}", re.ASCII)
_AGE_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def record(untrusted: Json, keys: AbstractSet[str], at: str) -> dict[str, Json]:
    """Return an object that has exactly these keys."""
    if not isinstance(untrusted, dict) or untrusted.keys() != keys:
        raise BadManifest(field=at)
    return untrusted


def items(untrusted: Json, at: str) -> list[Json]:
    """Return a list."""
    if not isinstance(untrusted, list):
        raise BadManifest(field=at)
    return untrusted


def text(untrusted: Json, at: str) -> str:
    """Return a text."""
    if not isinstance(untrusted, str):
        raise BadManifest(field=at)
    return untrusted


def integer(untrusted: Json, at: str, *, at_least: int) -> int:
    """Return a whole number that is not below a bound."""
    if not isinstance(untrusted, int) or isinstance(untrusted, bool) or untrusted < at_least:
        raise BadManifest(field=at)
    return untrusted


def check_id(untrusted_text: str, prefix: Prefix, at: str) -> str:
    """Return an identifier of the given kind."""
    if not is_id(untrusted_text, prefix):
        raise BadManifest(field=at)
    return untrusted_text


def check_hex(untrusted_text: str, at: str) -> str:
    """Return a SHA-256 in hex."""
    return _matching(_HEX, untrusted_text, at)


def check_optional_digest(untrusted_text: str, at: str) -> str:
    """Return ``sha256:`` and hex, or "" for none."""
    return _matching(_DIGEST, untrusted_text, at) if untrusted_text else ""


def check_name(untrusted_text: str, at: str) -> str:
    """Return a short lower-case name."""
    return _matching(_NAME, untrusted_text, at)


def check_age_recipient(untrusted_text: str, at: str) -> str:
    """Return a text with the form of an age X25519 recipient."""
    return _matching(_AGE_RECIPIENT, untrusted_text, at)


def check_line(untrusted_text: str, limit: int, at: str) -> str:
    """Return one line of printable text, at most `limit` characters; "" is allowed."""
    if len(untrusted_text) > limit or not untrusted_text.isprintable():
        raise BadManifest(field=at)
    return untrusted_text


def check_instant(untrusted_text: str, at: str) -> str:
    """Return an instant to the second with its offset."""
    _matching(_INSTANT, untrusted_text, at)
    try:
        datetime.fromisoformat(untrusted_text)
    except ValueError as error:
        raise BadManifest(field=at) from error
    return untrusted_text


def check_optional_date(untrusted_text: str, at: str) -> str:
    """Return a day of the calendar, or "" for none."""
    if not untrusted_text:
        return ""
    _matching(_DATE, untrusted_text, at)
    try:
        date.fromisoformat(untrusted_text)
    except ValueError as error:
        raise BadManifest(field=at) from error
    return untrusted_text


def _matching(pattern: re.Pattern[str], untrusted_text: str, at: str) -> str:
    if not pattern.fullmatch(untrusted_text):
        raise BadManifest(field=at)
    return untrusted_text
