"""Three-way merge of answers: one decision per answer, rows by their stable ids.

An answer that one side changed is taken; an answer that both changed alike is taken; an answer
that both changed differently is a conflict that a person decides. Until then the more cautious
value stands where there is such an order, and nothing stands elsewhere. Time plays no part: the
graph of parents is the only causality.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from outreach_app.domain.answers import ROW_ID, ROW_ORDER, Answers
from outreach_app.domain.cautious import more_cautious
from outreach_app.domain.errors import ShapesDiffer

Cautious = Callable[[str, Iterable[str]], str | None]


class ConflictKind(StrEnum):
    """What is in conflict: one answer, or a row that one side deleted and another changed."""

    ANSWER = "answer"
    ROW = "row"


DELETED, CHANGED = "deleted", "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two different edits of one thing.

    Attributes:
        address: Of the leaf, ``section_f/risks[r_…]/risk_title``, or of the row.
        values: What each side says, in the order of the sides; "" for an unanswered leaf,
            ``deleted`` or ``changed`` for a row.
        shown: What stands until a person decides; "" for nothing.
        ordered: Whether `shown` was chosen by the cautious order.
    """

    address: str
    base: str
    values: tuple[str, ...]
    shown: str
    ordered: bool
    kind: ConflictKind = ConflictKind.ANSWER

    @property
    def ours(self) -> str:
        """Return what the first side says."""
        return self.values[0]

    @property
    def theirs(self) -> str:
        """Return what the last side says."""
        return self.values[-1]


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged state.

    Attributes:
        removed: Addresses of rows that one side deleted and no other side touched: tombstones.
    """

    answers: Answers
    conflicts: tuple[Conflict, ...] = ()
    removed: tuple[str, ...] = ()


def merge_answers(
    base: Answers, ours: Answers, theirs: Answers, cautious: Cautious = more_cautious
) -> Merge:
    """Merge two states of one document that grew from a common base.

    Raises:
        ShapesDiffer: A name is a leaf on one side and a group or repeat on another.
    """
    return merge_all(base, (ours, theirs), cautious)


def merge_all(base: Answers, sides: Sequence[Answers], cautious: Cautious = more_cautious) -> Merge:
    """Merge any number of states; the outcome does not depend on their order.

    Raises:
        ShapesDiffer: A name is a leaf on one side and a group or repeat on another.
    """
    work = _Work(cautious)
    answers = work.group(base, tuple(sides), "")
    return Merge(answers, tuple(work.conflicts), tuple(work.removed))


class _Work:
    def __init__(self, cautious: Cautious) -> None:
        self.cautious = cautious
        self.conflicts: list[Conflict] = []
        self.removed: list[str] = []

    def group(
        self, base: Mapping[str, Any], sides: tuple[Mapping[str, Any], ...], at: str
    ) -> Answers:
        merged: Answers = {}
        for name in sorted({name for state in (base, *sides) for name in state}):
            here = f"{at}/{name}" if at else name
            value = self._child(name, here, base.get(name), [side.get(name) for side in sides])
            if value:
                merged[name] = value
        return merged

    def _child(self, name: str, here: str, base: Any, sides: list[Any]) -> Any:
        shape = _shape(here, (base, *sides))
        if shape is list:
            return self._rows(base or [], [side or [] for side in sides], here)
        if shape is dict:
            return self.group(base or {}, tuple(side or {} for side in sides), here)
        return self._leaf(name, here, base or "", [side or "" for side in sides])

    def _leaf(self, name: str, here: str, base: str, sides: list[str]) -> str:
        edits = {value for value in sides if value != base}
        if not edits:
            return base
        if len(edits) == 1:
            return edits.pop()
        if name in {ROW_ORDER, ROW_ID}:
            return min(edit for edit in edits if edit)
        chosen = self.cautious(name, edits)
        self.conflicts.append(
            Conflict(
                address=here,
                base=base,
                values=tuple(sides),
                shown=chosen or "",
                ordered=chosen is not None,
            )
        )
        return chosen or ""

    def _rows(self, base: list[Answers], sides: list[list[Answers]], at: str) -> list[Answers]:
        before = _by_id(base)
        held = [_by_id(side) for side in sides]
        merged = []
        for row_id in sorted({row_id for rows in (before, *held) for row_id in rows}):
            here = f"{at}[{row_id}]"
            kept = tuple(rows[row_id] for rows in held if row_id in rows)
            if row_id in before and len(kept) < len(held):
                if all(row == before[row_id] for row in kept):
                    self.removed.append(here)
                    continue
                self.conflicts.append(_row_conflict(here, before[row_id], held, row_id))
            merged.append(self.group(before.get(row_id, {}), kept, here))
        return sorted(merged, key=lambda row: (str(row.get(ROW_ORDER, "")), str(row[ROW_ID])))


def _row_conflict(
    here: str, before: Answers, held: list[dict[str, Answers]], row_id: str
) -> Conflict:
    values = tuple(
        DELETED if row_id not in rows else CHANGED if rows[row_id] != before else ""
        for rows in held
    )
    # Keeping the row loses nothing and hides no risk.
    return Conflict(
        address=here,
        base="",
        values=values,
        shown=CHANGED,
        ordered=True,
        kind=ConflictKind.ROW,
    )


def _by_id(rows: Iterable[Answers]) -> dict[str, Answers]:
    return {str(row[ROW_ID]): row for row in rows}


def _shape(here: str, values: Iterable[Any]) -> type:
    shapes = {
        list if isinstance(value, list) else dict if isinstance(value, Mapping) else str
        for value in values
        if value is not None
    }
    if len(shapes) > 1:
        raise ShapesDiffer(address=here)
    return shapes.pop() if shapes else str


def agreed_base(bases: Sequence[Answers]) -> Answers:
    """Return what several common ancestors agree on, for histories that crossed each other.

    Whatever they do not agree on is left out, so that it can only lead to a question and never to
    a silent choice.
    """
    if not bases:
        return {}
    agreed: Answers = {}
    for name in bases[0]:
        values = [base.get(name) for base in bases]
        if all(value == values[0] for value in values):
            agreed[name] = values[0]
        elif all(isinstance(value, Mapping) for value in values):
            agreed[name] = agreed_base([dict(value) for value in values if value is not None])
        elif all(isinstance(value, list) for value in values):
            agreed[name] = _agreed_rows([value for value in values if value is not None])
    return agreed


def _agreed_rows(lists: Sequence[list[Answers]]) -> list[Answers]:
    held = [_by_id(rows) for rows in lists]
    in_all = [row_id for row_id in held[0] if all(row_id in rows for rows in held)]
    return [agreed_base([rows[row_id] for rows in held]) for row_id in in_all]
