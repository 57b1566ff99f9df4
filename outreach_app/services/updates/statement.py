"""What a release says of itself: one canonical JSON, whose bytes two people sign.

`docs/update-format.md` is normative. Names are flat and plain, so that no path leads anywhere.
"""

import re
from dataclasses import dataclass
from datetime import date

from outreach_app.crypto.canonical import JsonValue, canonical_bytes, parse_canonical_object
from outreach_app.crypto.errors import NotCanonical, PublicKeyFormat
from outreach_app.crypto.keys import parse_public_line, public_line
from outreach_app.phrases import phrase
from outreach_app.services.bodies import BodyReader
from outreach_app.services.errors import BodyFormat
from outreach_app.services.updates.errors import UpdateFormat, UpdateTooNew

FORMAT = 1
TYPE = "outreach-update"
PRODUCT = "outreach"
STATEMENT = "update.json"
SIGNATURES = ("update.1.sig", "update.2.sig")
LARGEST_STATEMENT_BYTES = 256 * 1024
LARGEST_FILE_BYTES = 4 << 30
LARGEST_SEQUENCE = 1_000_000
MOST_FILES = 200
FEWEST_KEYS, MOST_KEYS = 2, 16
KEYS = "keys"
PLATFORMS = ("windows-x86_64", "macos-arm64", "macos-x86_64", "linux-x86_64", "all", KEYS)
"""For which machines a file is; `all` for texts, `keys` for how the release keys came to change."""

_KIND = "update"
_VERSION = re.compile(r"(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})", re.ASCII)
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,118}[A-Za-z0-9])?", re.ASCII)
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_HEX = re.compile(r"[0-9a-f]{64}", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
KEYS_NAME = re.compile(r"keys-([1-9]\d{0,6})\.(json|1\.sig|2\.sig)", re.ASCII)


@dataclass(frozen=True, slots=True)
class SignedFile:
    """A file of the folder: for which machine, its size in bytes, its SHA-256 in hex."""

    name: str
    platform: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One release.

    Attributes:
        sequence: One more with each release; never used twice.
        files: By name.
        release_keys: The raw public keys that count after it.
    """

    version: str
    sequence: int
    dated: date
    files: tuple[SignedFile, ...]
    release_keys: frozenset[bytes]


def version_numbers(text: str) -> tuple[int, int, int]:
    """Return the three numbers of a version such as ``0.2.0``, which compare as versions do.

    Raises:
        UpdateFormat: It has another shape.
    """
    found = _VERSION.fullmatch(text)
    if found is None:
        raise UpdateFormat(what=phrase("a version that is none"))
    major, minor, patch = map(int, found.groups())
    return major, minor, patch


def is_plain_name(name: str) -> bool:
    """Say whether a file may have this name: no folder, no device, no dot at either end."""
    return _NAME.fullmatch(name) is not None and _DEVICE.fullmatch(name) is None


def write_statement(statement: Statement) -> bytes:
    """Return the bytes that are signed."""
    files: list[JsonValue] = [
        {"name": each.name, "platform": each.platform, "sha256": each.sha256, "size": each.size}
        for each in sorted(statement.files, key=lambda each: each.name)
    ]
    return canonical_bytes(
        {
            "date": statement.dated.isoformat(),
            "files": files,
            "format": FORMAT,
            "product": PRODUCT,
            "release_keys": sorted(map(public_line, statement.release_keys)),
            "sequence": statement.sequence,
            "type": TYPE,
            "version": statement.version,
        }
    )


def parse_statement(untrusted: bytes) -> Statement:
    """Return what a statement says; nothing here says who signed it.

    Raises:
        UpdateTooNew: A newer program is needed to read it.
        UpdateFormat: Anything else that `write_statement` does not write.
    """
    try:
        fields = parse_canonical_object(untrusted)
        newer = fields.get("format")
        if fields.get("type") == TYPE and isinstance(newer, int) and newer > FORMAT:
            raise UpdateTooNew(found=newer, known=FORMAT)
        return _read(BodyReader(fields, _KIND))
    except (NotCanonical, BodyFormat, PublicKeyFormat) as error:
        raise UpdateFormat(what=phrase("another shape than an update has")) from error


def _read(reader: BodyReader) -> Statement:
    if (reader.text("type"), reader.integer("format"), reader.text("product")) != (
        TYPE,
        FORMAT,
        PRODUCT,
    ):
        raise UpdateFormat(what=phrase("something else than an update of this program"))
    statement = Statement(
        version=reader.text("version"),
        sequence=reader.integer("sequence"),
        dated=_date(reader.text("date")),
        files=tuple(reader.each("files", _file)),
        release_keys=_keys(reader.texts("release_keys")),
    )
    reader.done()
    version_numbers(statement.version)
    if not 1 <= statement.sequence <= LARGEST_SEQUENCE:
        raise UpdateFormat(what=phrase("a number of the release that cannot be"))
    _check_names([each.name for each in statement.files])
    return statement


def _check_names(names: list[str]) -> None:
    if not 1 <= len(names) <= MOST_FILES:
        raise UpdateFormat(what=phrase("no files, or too many"))
    # Two names that differ in case only are one file on Windows and macOS.
    if names != sorted(names) or len({each.casefold() for each in names}) != len(names):
        raise UpdateFormat(what=phrase("files out of order, or one twice"))


def _file(untrusted: object) -> SignedFile:
    reader = BodyReader(untrusted, _KIND)
    file = SignedFile(
        reader.text("name"), reader.text("platform"), reader.integer("size"), reader.text("sha256")
    )
    reader.done()
    if not is_plain_name(file.name) or file.name in {STATEMENT, *SIGNATURES}:
        raise UpdateFormat(what=phrase("a file whose name cannot be"))
    if file.platform not in PLATFORMS or not 1 <= file.size <= LARGEST_FILE_BYTES:
        raise UpdateFormat(what=phrase("a file for no machine, or of a size that cannot be"))
    if not _HEX.fullmatch(file.sha256):
        raise UpdateFormat(what=phrase("a digest that is none"))
    if (file.platform == KEYS) != (KEYS_NAME.fullmatch(file.name) is not None):
        raise UpdateFormat(what=phrase("a file about release keys under another name"))
    return file


def _date(text: str) -> date:
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError as error:
        raise UpdateFormat(what=phrase("a date that is none")) from error
    raise UpdateFormat(what=phrase("a date that is none"))


def _keys(lines: tuple[str, ...]) -> frozenset[bytes]:
    keys = frozenset(map(parse_public_line, lines))
    if not FEWEST_KEYS <= len(keys) <= MOST_KEYS:
        raise UpdateFormat(what=phrase("too few or too many release keys"))
    if list(lines) != sorted(map(public_line, keys)):
        raise UpdateFormat(what=phrase("release keys out of order, or one twice"))
    return keys
