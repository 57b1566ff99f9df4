"""The one call of pyxform that reads a workbook."""

from dataclasses import dataclass
from typing import Any

@dataclass
class DefinitionData:
    survey: list[dict[str, str]] | None
    settings: list[dict[str, str]] | None

def get_xlsform(xlsform: bytes, file_type: str | None = None) -> DefinitionData: ...
