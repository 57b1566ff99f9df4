"""The tables of ICU, cut down to those that Qt's core asks for; pure, so that it is tested.

Qt's makers link their core with ICU and ship all of its tables, 31 MiB: names of every currency, rules for
breaking lines in Burmese, character sets of old mainframes. What Qt calls of it (``nm -D`` tells: order of
letters, case, time zones, character sets) reads few of them. ICU's own format for its tables stands in
``icu4c/source/common/ucmndata.h``: a head, a sorted list of names and offsets, the tables each at a multiple
of 16 bytes.
"""

import re
import struct

_MAGIC = b"\xda\x27"
_FORM = b"CmnD"
_STEP = 16
_FILL = 0xAA
_PLAIN = re.compile(
    # Order of letters, for every language there is.
    r"coll/[^/]+"
    # Classes and decomposition of characters, aliases of character sets.
    r"|[^/]+\.(?:icu|nrm)"
    # What a language is, falls back to and is written in; time zones and calendars without their names.
    r"|(?:root|pool|res_index|likelySubtags|supplementalData|metadata|keyTypeData|langInfo|numberingSystems"
    r"|timezoneTypes|zoneinfo64|metaZones|windowsZones|icuver|icustd)\.res"
)


class TablesFault(Exception):
    """What was handed over is no set of ICU's tables, or not of the kind that is known here."""


def is_wanted(name: str) -> bool:
    """Say whether a table stays.

    Args:
        name: As in the list, without the first folder: ``coll/de.res``.
    """
    return _PLAIN.fullmatch(name) is not None


def read_tables(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    """Take a set of tables apart.

    Args:
        data: The set, from its first byte on.

    Returns:
        The head as it was, and each table by its whole name (``icudt73l/coll/de.res``).

    Raises:
        TablesFault: This is another format.
    """
    if data[2:4] != _MAGIC or data[12:16] != _FORM or data[8] != 0:
        raise TablesFault("This is no set of ICU's tables in the order of this kind of processor.")
    start = struct.unpack_from("<H", data)[0]
    count = struct.unpack_from("<I", data, start)[0]
    pairs = [struct.unpack_from("<II", data, start + 4 + 8 * each) for each in range(count)]
    ends = [offset for _name, offset in pairs[1:]] + [len(data) - start]
    return data[:start], {
        _word(data, start + name): data[start + offset : start + end]
        for (name, offset), end in zip(pairs, ends, strict=True)
    }


def _word(data: bytes, place: int) -> str:
    return data[place : data.index(b"\0", place)].decode("ascii")


def write_tables(head: bytes, tables: dict[str, bytes]) -> bytes:
    """Put a set together again, as ICU's own tools would.

    Args:
        head: The head of the set that the tables are from.
        tables: Content by whole name.
    """
    names = sorted(tables)
    words = b"".join(name.encode("ascii") + b"\0" for name in names)
    listed = 4 + 8 * len(names)
    body = bytearray(bytes(listed) + words)
    body += bytes([_FILL]) * (-len(body) % _STEP)
    struct.pack_into("<I", body, 0, len(names))
    place = listed
    for number, name in enumerate(names):
        struct.pack_into("<II", body, 4 + 8 * number, place, len(body))
        place += len(name) + 1
        body += tables[name] + bytes([_FILL]) * (-len(tables[name]) % _STEP)
    return head + bytes(body)


def cut(data: bytes) -> bytes:
    """Return the set with the tables only that are wanted.

    Raises:
        TablesFault: This is another format.
    """
    head, tables = read_tables(data)
    kept = {name: each for name, each in tables.items() if is_wanted(name.partition("/")[2])}
    return write_tables(head, kept)
