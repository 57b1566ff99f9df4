"""The one call of pyxform that converts."""

from typing import Any

class ConvertResult:
    xform: str
    warnings: list[str]

def convert(
    xlsform: dict[str, Any], warnings: list[str] | None = None
) -> ConvertResult: ...
