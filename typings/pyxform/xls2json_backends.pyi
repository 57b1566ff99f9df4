"""The calls of pyxform that read a workbook, or make one out of a table in text."""

from dataclasses import dataclass
from openpyxl import Workbook

@dataclass
class DefinitionData:
    survey: list[dict[str, str]] | None
    settings: list[dict[str, str]] | None

def md_table_to_workbook(mdstr: str) -> Workbook: ...
def get_xlsform(xlsform: bytes, file_type: str | None = None) -> DefinitionData: ...
