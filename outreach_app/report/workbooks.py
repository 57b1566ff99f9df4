"""Tables read from a spreadsheet that somebody changed: texts, whatever kind of cell they are."""

import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO

MOST_ROWS = 5_000
MOST_COLUMNS = 40
_MOST_UNPACKED_BYTES = 32 * 1024 * 1024


def read_workbook(untrusted: bytes) -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """Return the rows of every sheet, by the words of its first line; empty rows are left out.

    Days come as ``2027-01-01`` and whole numbers without a point, as a spreadsheet keeps what was typed.

    Args:
        untrusted: The file, Office Open XML (``.xlsx``).

    Raises:
        ValueError: It is no such file, or larger than is read.
    """
    import openpyxl  # noqa: PLC0415  slow to import

    _refuse_bomb(untrusted)
    try:
        book = openpyxl.load_workbook(BytesIO(untrusted), read_only=True, data_only=True)
        sheets = {}
        for name in book.sheetnames:
            cells = book[name].iter_rows(
                max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True
            )
            lines = [tuple(map(_text, line)) for line in cells]
            sheets[name] = _rows(lines)
    except Exception as error:  # a library that reads what anybody made fails with anything
        raise ValueError("no spreadsheet") from error
    if any(len(rows) > MOST_ROWS for rows in sheets.values()):
        raise ValueError("too many rows")
    return sheets


def _refuse_bomb(untrusted: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(untrusted)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise ValueError("no spreadsheet") from error
    if unpacked > _MOST_UNPACKED_BYTES:
        raise ValueError("too large")


def _rows(lines: list[tuple[str, ...]]) -> tuple[Mapping[str, str], ...]:
    heads = lines[0] if lines else ()
    return tuple(
        {head: cell for head, cell in zip(heads, line, strict=False) if head}
        for line in lines[1:]
        if any(line)
    )


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
