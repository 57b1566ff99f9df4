"""Risk over time: three lines, every risk as a line of its own, and what changed between two."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from outreach_app.domain.assessments import Assessment
from outreach_app.domain.cautious import more_cautious
from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.risk import RiskRow
from outreach_app.domain.risk_input import NOW
from outreach_app.phrases import in_a_row, listed, phrase

CLOSED = frozenset({"closed", "transferred"})


class RiskReduction(StrEnum):
    """How the end of a case compares with its baseline."""

    REDUCED = "reduced"
    REDUCED_SCORE = "reduced_score"
    SAME = "same"
    HIGHER = "higher"
    NOT_COMPARABLE = "not_comparable"


def baseline(assessments: Sequence[Assessment]) -> Assessment | None:
    """Return the first full assessment, else the first initial one."""
    for kind in ("full", "initial"):
        found = next((each for each in assessments if each.kind == kind), None)
        if found is not None:
            return found
    return None


def risk_reduction(assessments: Sequence[Assessment], on: date, max_age_days: int) -> RiskReduction:
    """Compare the newest assessment with the baseline.

    At the same level nothing is summed: every risk of the baseline must be lower or equal, and at
    least one lower. A risk that the newest assessment no longer lists is not taken for lower.

    Args:
        assessments: Oldest first.
        on: The day from which the age of the newest one is counted.
        max_age_days: How old the newest one may be.
    """
    first, last = baseline(assessments), assessments[-1] if assessments else None
    if first is None or last is None or (on - last.on).days > max_age_days:
        return RiskReduction.NOT_COMPARABLE
    before, after = first.effective, last.effective
    if before is None or after is None:
        return RiskReduction.NOT_COMPARABLE
    if after != before:
        return RiskReduction.REDUCED if after < before else RiskReduction.HIGHER
    lower = _scores_fell(first.rows, {row.row_id: row for row in last.rows})
    return RiskReduction.REDUCED_SCORE if lower else RiskReduction.SAME


def _scores_fell(before: Iterable[RiskRow], after: Mapping[str, RiskRow]) -> bool:
    fell = False
    for row in before:
        now = after.get(row.row_id)
        old_score, new_score = _standing(row), _standing(now) if now is not None else None
        if old_score is None or new_score is None or new_score > old_score:
            return False
        fell = fell or new_score < old_score
    return fell


def _standing(row: RiskRow) -> int | None:
    return 0 if row.status in CLOSED else row.score


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One assessment as a point: two levels, the client's own number, gaps, each risk's score.

    The client's number is drawn as its own line and never averaged with anything.
    """

    on: date
    kind: str
    document_id: str
    indicated: RiskLevel | None
    judged: RiskLevel | None
    effective: RiskLevel | None
    own_feeling: int | None
    open_gaps: int
    risks: Mapping[str, RiskRow]


@dataclass(frozen=True, slots=True)
class TrendEvent:
    """Something dated that helps to read the lines: a flag, a decision, a move."""

    on: date
    text: str
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """The whole picture, oldest first."""

    points: tuple[TrendPoint, ...]
    events: tuple[TrendEvent, ...]

    def risk_ids(self) -> tuple[str, ...]:
        """Return the ids of every risk that ever stood in the case, in order of appearance."""
        return tuple(dict.fromkeys(row_id for point in self.points for row_id in point.risks))

    def line(self, row_id: str) -> tuple[tuple[date, int | None], ...]:
        """Return the scores of one risk over time; 0 once it is closed or handed over."""
        return tuple(
            (point.on, _standing(point.risks[row_id]))
            for point in self.points
            if row_id in point.risks
        )


def read_trend(assessments: Iterable[Assessment], events: Iterable[TrendEvent] = ()) -> Trend:
    """Return the trend of a case."""
    points = tuple(
        TrendPoint(
            on=each.on,
            kind=each.kind,
            document_id=each.record.document_id,
            indicated=each.indicated,
            judged=each.overall,
            effective=each.effective,
            own_feeling=each.fear_score,
            open_gaps=len(each.open_gaps()),
            risks={row.row_id: row for row in each.rows},
        )
        for each in assessments
    )
    return Trend(points, tuple(sorted(events, key=lambda event: event.on)))


class Direction(StrEnum):
    """Whether a change is for the worse, for the better, or only a change."""

    WORSE = "worse"
    BETTER = "better"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskChange:
    """One thing that differs between two assessments; `old` or `new` is "" when it was not there.

    Attributes:
        what: ``level``, ``indicated``, ``own_feeling``, ``item``, ``risk`` or ``gap``.
        name: Item stem, row id or gap source; "" for the level and the feeling.
    """

    what: str
    name: str
    old: str
    new: str
    direction: Direction


def changes_since(earlier: Assessment, later: Assessment) -> tuple[RiskChange, ...]:
    """Return what changed between two assessments, the levels first."""
    return (
        *_level_change("indicated", earlier.indicated, later.indicated),
        *_level_change("level", earlier.overall, later.overall),
        *_feeling_change(earlier.fear_score, later.fear_score),
        *_item_changes(earlier.codes, later.codes),
        *_risk_changes(earlier.rows, later.rows),
        *_gap_changes(earlier, later),
    )


def _level_change(
    what: str, old: RiskLevel | None, new: RiskLevel | None
) -> tuple[RiskChange, ...]:
    if old == new:
        return ()
    direction = _by_number(old, new, more_is_worse=True)
    return (
        RiskChange(
            what=what,
            name="",
            old=old.code if old else "",
            new=new.code if new else "",
            direction=direction,
        ),
    )


def _by_number(old: int | None, new: int | None, *, more_is_worse: bool) -> Direction:
    if old is None or new is None or old == new:
        return Direction.CHANGED
    return Direction.WORSE if (new > old) is more_is_worse else Direction.BETTER


def _feeling_change(old: int | None, new: int | None) -> tuple[RiskChange, ...]:
    if old == new:
        return ()
    texts = ["" if value is None else str(value) for value in (old, new)]
    direction = _by_number(old, new, more_is_worse=False)
    return (
        RiskChange(what="own_feeling", name="", old=texts[0], new=texts[1], direction=direction),
    )


def _item_changes(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[RiskChange, ...]:
    changes = []
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name, ""), new.get(name, "")
        if before == after:
            continue
        cautious = more_cautious(name + NOW, (before, after))
        direction = Direction.CHANGED
        if cautious is not None and before and after:
            direction = Direction.WORSE if cautious == after else Direction.BETTER
        changes.append(
            RiskChange(what="item", name=name, old=before, new=after, direction=direction)
        )
    return tuple(changes)


def _risk_changes(old: Iterable[RiskRow], new: Iterable[RiskRow]) -> tuple[RiskChange, ...]:
    before, after = ({row.row_id: row for row in rows} for rows in (old, new))
    changes = []
    for row_id in dict.fromkeys((*before, *after)):
        was, now = before.get(row_id), after.get(row_id)
        texts = [_risk_text(row) if row is not None else "" for row in (was, now)]
        if texts[0] == texts[1]:
            continue
        scores = [_standing(row) if row is not None else None for row in (was, now)]
        direction = _by_number(scores[0], scores[1], more_is_worse=True)
        changes.append(
            RiskChange(what="risk", name=row_id, old=texts[0], new=texts[1], direction=direction)
        )
    return tuple(changes)


def _risk_text(row: RiskRow) -> str:
    if row.score is None or row.band is None:
        return phrase("not rated")
    sum_of = f"{row.likelihood} × {row.severity} = {row.score}"
    closed = listed(row.status.replace("_", " ")) if row.status in CLOSED else ""
    return in_a_row((sum_of, row.band.label, closed))


def _gap_changes(earlier: Assessment, later: Assessment) -> tuple[RiskChange, ...]:
    before = {gap.source for gap in earlier.open_gaps()}
    after = {gap.source for gap in later.open_gaps()}
    opened = [
        RiskChange(what="gap", name=name, old="", new="open", direction=Direction.WORSE)
        for name in sorted(after - before)
    ]
    closed = [
        RiskChange(what="gap", name=name, old="open", new="", direction=Direction.BETTER)
        for name in sorted(before - after)
    ]
    return (*opened, *closed)
