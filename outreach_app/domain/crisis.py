"""What an organisation wants done in a crisis: its own steps and telephone numbers, by kind of flag.

They stand beside the steps of the form and never in their place. A row without a flag is shown for
every flag.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
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

    def own(self, flag: str) -> tuple[Mapping[str, str], ...]:
        """Return the rows of one flag, or for "" those that are shown for every flag."""
        return tuple(row for row in self.rows if row["flag"] == flag)

    def with_own(self, flag: str, rows: Sequence[Mapping[str, str]]) -> "CrisisSteps":
        """Return the table with other rows for a flag, where its first row stood, else at the end."""
        places = [place for place, row in enumerate(self.rows) if row["flag"] == flag]
        before = self.rows[: places[0]] if places else self.rows
        after = [row for row in self.rows[len(before) :] if row["flag"] != flag]
        return CrisisSteps((*before, *rows, *after))

    def _about(self, flag: str, kind: CrisisKind) -> tuple[Mapping[str, str], ...]:
        return tuple(
            row for row in self.rows if row["kind"] == kind.value and row["flag"] in {flag, ""}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisChange:
    """What two tables say otherwise about one flag, or for "" about every flag.

    Attributes:
        gone, new: Rows that only the first, or only the second has; both empty for another order.
        has_no_number: Nobody is named any more whom to call about it.
    """

    flag: str
    gone: tuple[Mapping[str, str], ...]
    new: tuple[Mapping[str, str], ...]
    has_no_number: bool


def crisis_changes(before: CrisisSteps, after: CrisisSteps) -> tuple[CrisisChange, ...]:
    """Return how one table differs from another, what holds for every flag first."""

    def change(flag: str) -> CrisisChange:
        old, new = before.own(flag), after.own(flag)
        return CrisisChange(
            flag=flag,
            gone=tuple(row for row in old if row not in new),
            new=tuple(row for row in new if row not in old),
            has_no_number=bool(before.numbers(flag)) and not after.numbers(flag),
        )

    return tuple(
        change(flag)
        for flag in ("", *FLAG_LEVELS)
        if before.own(flag) != after.own(flag)
        or (flag and before.numbers(flag) and not after.numbers(flag))
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
