"""From the spreadsheet an author edits to the XForm the engine runs, with the way back for faults.

pyxform is imported only here and only when a spreadsheet is converted: it is slow to start.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from outreach_app.engine.definition import FormDefinition, load_form
from outreach_app.engine.errors import BrokenForm, FormTooLarge
from outreach_app.engine.faults import Fault, Weight
from outreach_app.engine.rows import RowMap, map_rows
from outreach_app.engine.sheets import mend
from outreach_app.engine.xform import read_form

MAX_SOURCE_BYTES = 16 * 1024 * 1024
MAX_UNPACKED_BYTES = 128 * 1024 * 1024
SUFFIXES = (".md", ".xlsx", ".xls", ".csv", ".xml")
_MIB = 1024 * 1024
_ROW = re.compile(r"\[row\s*:\s*(\d+)\]\s*")
_SHEET = re.compile(
    r"'(survey|choices|settings|entities|external_choices|osm)' sheet", re.IGNORECASE
)
_COLUMN = re.compile(r"(?:[Cc]olumn|in the) '([\w:() ]+)'(?: column)?")


@dataclass(frozen=True, slots=True)
class ConvertedForm:
    """An XForm and where it came from.

    Attributes:
        xml: Bytes of the XForm.
        form_hash: Their SHA-256 in hex.
        warnings: What the converter remarked.
        rows: Way from paths and attributes back to the spreadsheet.
    """

    xml: bytes
    form_hash: str
    warnings: tuple[Fault, ...] = ()
    rows: RowMap = field(default_factory=RowMap)


def convert(source: bytes | Path, name: str = "") -> ConvertedForm:
    """Return the XForm of a form in any format the program takes.

    Args:
        source: The file, or its content.
        name: File name with its suffix; needed for content.

    Raises:
        BrokenForm: The converter refuses it, or its outcome is no XForm.
        FormTooLarge: More than the engine reads.
    """
    file_name = name or (source.name if isinstance(source, Path) else "")
    content = source.read_bytes() if isinstance(source, Path) else source
    if len(content) > MAX_SOURCE_BYTES:
        raise FormTooLarge(limit_mib=MAX_SOURCE_BYTES // _MIB)
    suffix = Path(file_name).suffix.lower()
    if suffix not in SUFFIXES:
        raise BrokenForm(
            [
                _fault(
                    f"{suffix or 'This kind of file'} is not a form.",
                    "Give " + ", ".join(SUFFIXES) + ".",
                )
            ]
        )
    if suffix == ".xml":
        read_form(content)
        return ConvertedForm(content, hashlib.sha256(content).hexdigest())
    if suffix == ".xlsx":
        _refuse_bomb(content)
    return _from_spreadsheet(content, suffix, Path(file_name).stem)


def open_form(
    source: bytes | Path,
    name: str = "",
    *,
    instances: Mapping[str, bytes] | None = None,
    strict: bool = False,
) -> tuple[FormDefinition, ConvertedForm]:
    """Convert and load a form; faults point into the spreadsheet.

    Args:
        source: The file, or its content.
        name: File name with its suffix; needed for content.
        instances: Files beside the form.
        strict: What an author should look at stops the form too.

    Raises:
        BrokenForm: With every fault found.
    """
    converted = convert(source, name)
    try:
        form = load_form(converted.xml, instances=instances, strict=strict)
    except BrokenForm as error:
        raise BrokenForm([converted.rows.place(f) for f in error.faults]) from error
    form.warnings = tuple(converted.rows.place(f) for f in form.warnings)
    return form, converted


def check_form(
    source: bytes | Path, name: str = "", *, instances: Mapping[str, bytes] | None = None
) -> tuple[Fault, ...]:
    """Return everything an author should change, faults first; empty when all is well."""
    try:
        form, converted = open_form(source, name, instances=instances, strict=True)
    except BrokenForm as error:
        return error.faults
    return (*converted.warnings, *form.warnings)


def _fault(what: str, how: str, row: int = 0, sheet: str = "survey") -> Fault:
    return Fault(sheet, row, "", what, how)


def _refuse_bomb(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise BrokenForm(
            [_fault("This is not a spreadsheet.", "Save it again as .xlsx.")]
        ) from error
    if unpacked > MAX_UNPACKED_BYTES:
        raise FormTooLarge(limit_mib=MAX_UNPACKED_BYTES // _MIB)


def _from_spreadsheet(content: bytes, suffix: str, stem: str) -> ConvertedForm:
    sheets: dict[str, Any] = {}
    try:
        sheets = _sheets(content, suffix, stem)
        return _from_sheets(sheets)
    except BrokenForm:
        raise
    except Exception as error:  # the converter fails with any error on odd sheets
        raise BrokenForm(_all_faults(sheets, error)) from error


def _from_sheets(sheets: dict[str, Any]) -> ConvertedForm:
    remarks: list[str] = []
    survey = sheets.get("survey") or []
    settings = sheets.get("settings") or [{}]
    rows = map_rows(survey, str(settings[0].get("name") or "data"))
    xml = _to_xform(sheets, remarks)
    try:
        read_form(xml)
    except BrokenForm as error:
        what = "The converter made a form that is not well-formed XML."
        how = "Look for odd characters in names of columns, choices and fields."
        raise BrokenForm([_fault(what, how)]) from error
    warnings = tuple(_told(remark, Weight.WARNING) for remark in remarks)
    return ConvertedForm(xml, hashlib.sha256(xml).hexdigest(), warnings, rows)


def _all_faults(sheets: dict[str, Any], first: Exception) -> list[Fault]:
    """Return what the converter stopped at and, where the sheets can be read, everything else."""
    found = mend(sheets, _known_types())
    if not found.faults:
        return [_told_by(first)]
    faults = (*found.faults, *_rest(found.sheets))
    return sorted(faults, key=lambda each: (each.sheet != "survey", each.row))


def _rest(mended: dict[str, Any]) -> tuple[Fault, ...]:
    """Return the faults of sheets without what was already told."""
    try:
        converted = _from_sheets(mended)
        load_form(converted.xml)
    except BrokenForm as error:
        return tuple(converted.rows.place(each) for each in error.faults)
    except Exception as error:  # noqa: BLE001  # the converter found something that we did not
        return (_told_by(error),)
    return ()


def _told_by(error: Exception) -> Fault:
    return _told(str(error) or type(error).__name__, Weight.FAULT)


def _sheets(content: bytes, suffix: str, stem: str) -> dict[str, Any]:
    """Return the workbook as the converter wants it, without other tools' private columns.

    A column such as ``$autovalue`` among the choices would become an element of that name.
    """
    from pyxform.xls2json_backends import get_xlsform  # noqa: PLC0415  # slow to import

    workbook = get_xlsform(xlsform=content, file_type=suffix)
    sheets = {each.name: getattr(workbook, each.name) for each in fields(workbook)}
    for name, rows in sheets.items():
        if isinstance(rows, list):
            sheets[name] = [_without_private(row) for row in rows]
    sheets["fallback_form_name"] = stem or "form"
    return sheets


def _without_private(row: Any) -> Any:
    if not isinstance(row, dict):
        return row
    return {column: cell for column, cell in row.items() if not str(column).startswith("$")}


def _to_xform(sheets: dict[str, Any], remarks: list[str]) -> bytes:
    from pyxform.xls2xform import convert as to_xform  # noqa: PLC0415  # slow to import

    return to_xform(xlsform=sheets, warnings=remarks).xform.encode()


def _known_types() -> frozenset[str]:
    from pyxform.question_type_dictionary import (  # noqa: PLC0415  # slow to import
        QUESTION_TYPE_DICT,
    )

    return frozenset(QUESTION_TYPE_DICT)


def _told(said: str, weight: Weight) -> Fault:
    """Return the converter's words as a fault, with the row, sheet and column they name."""
    row = _ROW.search(said)
    sheet = _SHEET.search(said)
    column = _COLUMN.search(said)
    return Fault(
        sheet=sheet[1].lower() if sheet else "survey",
        row=int(row[1]) if row else 0,
        column=column[1] if column else "",
        what=_ROW.sub("", said).strip(),
        how="",
        weight=weight,
    )
