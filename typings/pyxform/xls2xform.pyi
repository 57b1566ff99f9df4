"""The one call of pyxform that converts."""

from pathlib import Path
from typing import Any

class ConvertResult:
    xform: str
    warnings: list[str]

def convert(
    xlsform: dict[str, Any] | Path, warnings: list[str] | None = None
) -> ConvertResult: ...
