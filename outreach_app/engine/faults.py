"""What is wrong with a form, said so that its author can find the cell and mend it."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Weight(StrEnum):
    """Whether a form with this fault can be used at all."""

    FAULT = "fault"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing an author should change.

    Attributes:
        sheet: Sheet of the spreadsheet (``survey``, ``choices``, ``settings``) or ``xml``.
        row: Row number as the spreadsheet shows it, or line of the XML; 0 when the whole is meant.
        column: Column heading (``relevant``, ``calculation`` …) or attribute; may be empty.
        what: What is wrong, in a sentence.
        how: How to write it.
        weight: A fault stops the form; a warning is for the author only.
        field: Path of the field concerned, empty for the whole form.
    """

    sheet: str
    row: int
    column: str
    what: str
    how: str
    weight: Weight = Weight.FAULT
    field: str = ""

    def line(self) -> str:
        """Return the fault as one line: place, what, how."""
        place = f"{self.sheet} row {self.row}" if self.row else self.sheet
        if self.column:
            place = f"{place}, {self.column}"
        about = f" ({self.field})" if self.field else ""
        return f"{place}{about}: {self.what} {self.how}".strip()

    def moved(self, sheet: str, row: int, column: str) -> "Fault":
        """Return the same fault at the place in the spreadsheet that it came from."""
        return replace(self, sheet=sheet, row=row, column=column)
