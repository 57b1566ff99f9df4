"""Tables as a spreadsheet (Office Open XML, ISO/IEC 29500), made in memory.

Written here and not by openpyxl: that library lays each sheet in the clear in a temporary file.
The file has texts and numbers only: no formulas, links, macros or outside parts. A text that a
program could take for a formula, also once it is saved as CSV, gets an apostrophe in front.
"""

import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from outreach_app.report.visible import spelled_out

_MADE_AT = (1980, 1, 1, 0, 0, 0)
_STARTS = frozenset("=+-@|%")
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn", "Cs", "Mn", "Me"})
_LONGEST_NAME = 31
_LONGEST_TEXT = 32_000
_FORBIDDEN_IN_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows of texts and whole numbers; the rows in `strong` are in bold."""

    name: str
    rows: tuple[tuple[str | int, ...], ...]
    strong: frozenset[int] = frozenset()


def neutral(untrusted_text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, with hidden characters written out.

    What comes first after white space, controls, invisible and combining characters decides; full
    width and small forms count as what they look like.
    """
    for character in untrusted_text:
        if unicodedata.category(character) in _INVISIBLE:
            continue
        looks_like = unicodedata.normalize("NFKC", character)
        if looks_like[:1] in _STARTS or character in "\u2212\u2010\u2011\u2012\u2013\u2014":
            return "'" + _plain(untrusted_text)
        break
    plain = _plain(untrusted_text)
    starts_hidden = untrusted_text[:1] in {"\t", "\r", "\n"}
    return f"'{plain}" if starts_hidden else plain


def render_spreadsheet(sheets: Sequence[Sheet]) -> bytes:
    """Return the sheets as an ``.xlsx`` file; the same input gives the same bytes."""
    names = _names(sheets)
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(names),
        "xl/_rels/workbook.xml.rels": _relations(
            [
                *(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)),
                ("styles", "styles.xml"),
            ]
        ),
        "xl/styles.xml": _styles(),
        **{f"xl/worksheets/sheet{n}.xml": _sheet(sheet) for n, sheet in enumerate(sheets, 1)},
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _MADE_AT), content.encode("utf-8"))
    return packed.getvalue()


def _plain(text: str) -> str:
    return spelled_out(text)[:_LONGEST_TEXT]


def _names(sheets: Iterable[Sheet]) -> list[str]:
    names: list[str] = []
    for number, sheet in enumerate(sheets, 1):
        name = _plain(sheet.name).translate(_FORBIDDEN_IN_NAME).strip()[:_LONGEST_NAME]
        taken = not name or name.lower() in {each.lower() for each in names}
        names.append(f"{number} {name}"[:_LONGEST_NAME].strip() if taken else name)
    return names


def _content_types(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" '
        f'ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        for n in range(1, count + 1)
    )
    return (
        f'{_HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET_TYPE}.styles+xml"/>'
        f"{sheets}</Types>"
    )


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{_DOCUMENT}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{lines}</Relationships>'


def _workbook(names: Iterable[str]) -> str:
    sheets = "".join(
        f'<sheet name="{_attribute(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(names, 1)
    )
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>{sheets}</sheets></workbook>'


def _styles() -> str:
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}">'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def _sheet(sheet: Sheet) -> str:
    rows = "".join(
        f'<row r="{n}">{_cells(n, row, strong=n - 1 in sheet.strong)}</row>'
        for n, row in enumerate(sheet.rows, 1)
    )
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><cols><col min="1" max="1" width="44" '
        'customWidth="1"/><col min="2" max="40" width="16" customWidth="1"/></cols>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def _cells(number: int, row: Sequence[str | int], *, strong: bool) -> str:
    style = ' s="1"' if strong else ""
    found = []
    for place, value in enumerate(row):
        at = f'r="{_column(place)}{number}"{style}'
        if isinstance(value, int):
            found.append(f"<c {at}><v>{value}</v></c>")
        elif value:
            words = escape(neutral(value))
            found.append(f'<c {at} t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>')
    return "".join(found)


def _column(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})
