"""Functions of text and of select answers."""

import base64
import binascii
import hashlib
import math
import re
from functools import lru_cache

import re2

from outreach_app.engine.errors import TooMuchWork
from outreach_app.engine.expressions.environment import MAX_TEXT, Environment
from outreach_app.engine.expressions.values import Value, to_number, to_text

MAX_PATTERN = 2_000
_DIGESTS = {
    "MD5": "md5",
    "SHA-1": "sha1",
    "SHA-256": "sha256",
    "SHA-384": "sha384",
    "SHA-512": "sha512",
}


def each_text(values: tuple[Value, ...]) -> list[str]:
    """Return the texts of all values, every node of a node-set apart."""
    found: list[str] = []
    for value in values:
        if isinstance(value, list):
            found.extend(node.string_value() for node in value)
        else:
            found.append(to_text(value))
    return found


def _bounded(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise TooMuchWork(limit=MAX_TEXT)
    return text


def concat(_env: Environment, *values: Value) -> str:
    """Join all texts."""
    return _bounded("".join(each_text(values)))


def join(_env: Environment, separator: str, *values: Value) -> str:
    """Join all texts with a separator."""
    return _bounded(separator.join(each_text(values)))


def substr(_env: Environment, text: str, start: float, end: float = math.inf) -> str:
    """Return characters from `start` (from 0) up to `end`; negative counts from the end."""
    if math.isnan(start) or math.isnan(end):
        return ""
    return text[_index(start, len(text)) : _index(end, len(text))]


def _index(place: float, length: int) -> int:
    if math.isinf(place):
        return length if place > 0 else 0
    whole = int(place)
    return max(0, length + whole) if whole < 0 else whole


def substring(_env: Environment, text: str, start: float, length: float = math.inf) -> str:
    """XPath's substring: from 1, with rounding."""
    first = math.floor(start + 0.5) if math.isfinite(start) else start
    size = math.floor(length + 0.5) if math.isfinite(length) else length
    end = math.inf if length == math.inf and first != math.inf else first + size
    return "".join(character for at, character in enumerate(text, 1) if first <= at < end)


def substring_before(_env: Environment, text: str, mark: str) -> str:
    """Return the text before the first mark."""
    before, found, _ = text.partition(mark) if mark else ("", "", "")
    return before if found else ""


def substring_after(_env: Environment, text: str, mark: str) -> str:
    """Return the text after the first mark."""
    return text.partition(mark)[2] if mark else text


def contains(_env: Environment, text: str, part: str) -> bool:
    """Say whether the part occurs."""
    return part in text


def starts_with(_env: Environment, text: str, part: str) -> bool:
    """Say whether the text begins so."""
    return text.startswith(part)


def ends_with(_env: Environment, text: str, part: str) -> bool:
    """Say whether the text ends so."""
    return text.endswith(part)


def translate(_env: Environment, text: str, given: str, wanted: str) -> str:
    """Replace character by character; those without a counterpart vanish."""
    table: dict[int, str | None] = {}
    for at, character in enumerate(given):
        table.setdefault(ord(character), wanted[at] if at < len(wanted) else None)
    return text.translate(table)


def normalize_space(_env: Environment, text: str) -> str:
    """Trim and make runs of white space one space."""
    return " ".join(re.split(r"[ \t\r\n]+", text.strip(" \t\r\n")))


def string_length(_env: Environment, text: str) -> float:
    """Return the number of characters."""
    return float(len(text))


@lru_cache(maxsize=512)
def compile_pattern(pattern: str) -> "re2._Regexp[str] | None":
    """Return the compiled pattern, or nothing when this engine cannot use it.

    RE2 runs in linear time; it has no look-around and no back-references.
    """
    if len(pattern) > MAX_PATTERN:
        return None
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error:
        return None


def regex(_env: Environment, text: str, pattern: str) -> bool:
    """Say whether the whole text matches; a pattern that cannot be used never refuses."""
    compiled = compile_pattern(pattern)
    return compiled is None or compiled.fullmatch(text) is not None


def selected(_env: Environment, answer: str, code: str) -> bool:
    """Say whether a select answer contains a code."""
    wanted = code.strip()
    return wanted in answer.split() if wanted else not answer.strip()


def selected_at(_env: Environment, answer: str, place: float) -> str:
    """Return the code at a place, counted from 0."""
    codes = answer.split()
    if math.isnan(place) or not 0 <= place < len(codes):
        return ""
    return codes[int(place)]


def count_selected(_env: Environment, answer: str) -> float:
    """Return the number of codes chosen."""
    return float(len(answer.split()))


def boolean_from_string(_env: Environment, value: Value) -> bool:
    """Return true for "true" and 1 only."""
    text = to_text(value).strip().lower()
    return text == "true" or to_number(text) == 1


def digest(_env: Environment, text: str, algorithm: str, encoding: str = "base64") -> str:
    """Return a digest of the text in base64 or hex; empty for an unknown algorithm."""
    name = _DIGESTS.get(algorithm.upper())
    if name is None:
        return ""
    raw = hashlib.new(name, text.encode(), usedforsecurity=False).digest()
    return raw.hex() if encoding == "hex" else base64.b64encode(raw).decode()


def base64_decode(_env: Environment, text: str) -> str:
    """Return the text that base64 hides, empty when it is none."""
    try:
        return base64.b64decode(text, validate=False).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""


def uuid(env: Environment, length: float = 36.0) -> str:
    """Return a random identifier: version 4, or any other length in letters and digits."""
    if length == 36:
        raw = bytearray(env.random(16))
        raw[6] = raw[6] & 0x0F | 0x40
        raw[8] = raw[8] & 0x3F | 0x80
        text = raw.hex()
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
    size = int(length) if 0 <= length <= 1000 else 0
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-"
    return "".join(letters[byte % 64] for byte in env.random(size)) if size else ""
