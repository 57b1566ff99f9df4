"""What an organisation wants done in a crisis: its own steps and telephone numbers, by kind of flag.

They stand beside the steps of the form and never in their place. A row without a flag is shown for
every flag.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from outreach_app.domain.errors import BrokenCrisisSteps
from outreach_app.domain.flags import FLAG_LEVELS

MOST_ROWS = 300
MOST_LETTERS = 300
_DIALLED = re.compile(r"\+?[0-9][0-9 ]{1,22}( ?x[0-9]{1,6})?", re.ASCII)
_COLUMNS = ("flag", "kind", "words", "number")


class CrisisKind(StrEnum):
    """What a row is."""

    STEP = "step"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisNumber:
    """Whom to call, and on which number."""

    who: str
    number: str


@dataclass(frozen=True, slots=True)
class CrisisSteps:
    """The steps and numbers of an organisation, in its own order."""

    rows: tuple[Mapping[str, str], ...]

    def steps(self, flag: str) -> tuple[str, ...]:
        """Return what the organisation wants done about a flag."""
        return tuple(row["words"] for row in self._about(flag, CrisisKind.STEP))

    def numbers(self, flag: str) -> tuple[CrisisNumber, ...]:
        """Return whom to call about a flag."""
        return tuple(
            CrisisNumber(who=row["words"], number=row["number"])
            for row in self._about(flag, CrisisKind.NUMBER)
        )

    def _about(self, flag: str, kind: CrisisKind) -> tuple[Mapping[str, str], ...]:
        return tuple(
            row for row in self.rows if row["kind"] == kind.value and row["flag"] in {flag, ""}
        )


def parse_crisis(rows: Iterable[Mapping[str, str]]) -> CrisisSteps:
    """Return the steps and numbers of a table; columns that nobody knows are left out.

    Args:
        rows: Of columns ``flag`` (a code, or nothing for every flag), ``kind`` (``step`` or
            ``number``), ``words`` and ``number``.

    Raises:
        BrokenCrisisSteps: A row says something else; the row is counted from 1.
    """
    found: list[Mapping[str, str]] = []
    for place, row in enumerate(rows, start=1):
        cells = {name: " ".join(row.get(name, "").split()) for name in _COLUMNS}
        if place > MOST_ROWS or not _is_sound(cells):
            raise BrokenCrisisSteps(row=place)
        found.append(cells)
    return CrisisSteps(tuple(found))


def _is_sound(cells: Mapping[str, str]) -> bool:
    words = cells["words"]
    if cells["flag"] not in {"", *FLAG_LEVELS} or not words or not words.isprintable():
        return False
    if len(words) > MOST_LETTERS:
        return False
    if cells["kind"] == CrisisKind.STEP.value:
        return not cells["number"]
    is_number = cells["kind"] == CrisisKind.NUMBER.value
    return is_number and _DIALLED.fullmatch(cells["number"]) is not None
