"""S3.4 and S3.5: assessments and reviews against the day on which they were due."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction

from outreach_app.domain.assessments import Assessment
from outreach_app.domain.documents import Subject
from outreach_app.domain.levels import parse_level
from outreach_app.domain.records import Record
from outreach_app.domain.reports.counting import Layout, Measured, Measures, Unit
from outreach_app.domain.reports.people import Counting, columns_of
from outreach_app.domain.reports.periods import Period
from outreach_app.domain.reports.records import CaseRecord, Surroundings, Version

LEVELS = ("low", "medium", "high", "very_high")
_FIRST_KINDS = frozenset({"immediate", "initial", "full"})
_FULL_KINDS = frozenset({"full"})
_SERVED = {"safe_house": "ra_initial_safehouse"}


@dataclass(frozen=True, slots=True)
class RatedCase:
    """A case of the report with its assessments up to the end of the period, oldest first."""

    case: CaseRecord
    assessments: tuple[Assessment, ...]


def rated_cases(cases: Iterable[CaseRecord], period: Period) -> list[RatedCase]:
    """Return the cases that count in a period with their assessments."""
    return [
        RatedCase(case, assessments_of(case, period.end))
        for case in cases
        if columns_of(case, period)
    ]


def assessments_of(case: CaseRecord, until: date) -> tuple[Assessment, ...]:
    """Return the assessments up to a day, oldest first, with their levels; no risks are read."""
    found = []
    for each in case.of("risk_assessment"):
        on = each.on("assessed_at")
        if on <= until:
            found.append((each.text("assessed_at") or on.isoformat(), on, each))
    found.sort(key=lambda row: row[:2])
    return tuple(_assessment(case, on, each) for _at, on, each in found)


def _assessment(case: CaseRecord, on: date, version: Version) -> Assessment:
    record = Record(
        document_id=version.document_id,
        form_id=version.form_id,
        subject=Subject(client_id=case.client_id, case_id=case.case_id),
        revision_ids=(),
        on=on,
        at=version.signed_at,
        author_ids=frozenset(),
        answers=version.answers if isinstance(version.answers, dict) else dict(version.answers),
    )
    return Assessment(
        record=record,
        kind=version.text("assessment_kind"),
        indicated=parse_level(version.text("indicated_level")),
        overall=parse_level(version.text("overall_level")),
        countersigned=version.countersigned,
        fear_score=None,
        rows=(),
        codes={},
        gaps=(),
    )


def assessing_tables(
    rated: Sequence[RatedCase], period: Period, around: Surroundings
) -> Iterator[Counting]:
    """Yield the tables about what was due in the period."""
    yield _first_assessments(rated, period, around)
    yield _reviews(_due_reviews(rated, period, around))


def assessing_measures(
    rated: Sequence[RatedCase], period: Period, around: Surroundings
) -> Iterator[Measures]:
    """Yield by how many days late reviews were late."""
    yield Measures(
        "S3.5a",
        "Days by which late reviews were late",
        "days",
        tuple(
            Measured(each.case_id, each.level, Fraction((each.done - each.due).days))
            for each in _due_reviews(rated, period, around)
            if each.done is not None and each.done > each.due
        ),
        ("risk_level",),
    )


def first_due(case: CaseRecord, around: Surroundings) -> date | None:
    """Return by when the first assessment was due, None while nobody can say."""
    code = _SERVED.get(str(case.case.get("service_kind", "")), "ra_initial_outreach")
    return _due(case, code, around)


def is_first_in_time(case: CaseRecord, period: Period, around: Surroundings) -> bool | None:
    """Say whether the first assessment was made in time, None while it is not yet due.

    Nothing was due for a case that was only a second record of somebody.
    """
    if case.is_duplicate:
        return None
    due = first_due(case, around)
    done = [each.on for each in assessments_of(case, period.end) if each.kind in _FIRST_KINDS]
    if due is None or (not done and due > period.end):
        return None
    return bool(done) and min(done) <= due


def _due(case: CaseRecord, code: str, around: Surroundings) -> date | None:
    opened = case.opened
    if opened is None:
        return None
    return around.due(code, datetime(opened.year, opened.month, opened.day, tzinfo=UTC), case)


def _counted(rated: Iterable[RatedCase]) -> Iterator[RatedCase]:
    """Yield the cases for which something was due: not those that were closed as duplicates."""
    return (each for each in rated if not each.case.is_duplicate)


def duplicates_left_out(rated: Iterable[RatedCase], period: Period, around: Surroundings) -> int:
    """Return of how many duplicates something would have been due in the period."""
    return sum(
        any(
            due is not None and period.holds(due)
            for _column, due, _kinds in _first_dues(each.case, around)
        )
        or next(_due_of(each, period, around), None) is not None
        for each in rated
        if each.case.is_duplicate
    )


def _first_dues(
    case: CaseRecord, around: Surroundings
) -> tuple[tuple[str, date | None, frozenset[str]], ...]:
    return (
        ("first_in_time", first_due(case, around), _FIRST_KINDS),
        ("full_in_time", _due(case, "ra_full", around), _FULL_KINDS),
    )


def _first_assessments(
    rated: Iterable[RatedCase], period: Period, around: Surroundings
) -> Counting:
    units = []
    for each in _counted(rated):
        for column, due, kinds in _first_dues(each.case, around):
            if due is None or not period.holds(due):
                continue
            done = [one.on for one in each.assessments if one.kind in kinds]
            row = "in_time" if done and min(done) <= due else "not_in_time"
            units.append(Unit(each.case.case_id, (row,), (column,)))
    layout = Layout(
        code="S3.4",
        title="First assessment within time",
        counted="cases whose assessment was due in the period",
        columns=("first_in_time", "full_in_time"),
        rows=("in_time", "not_in_time"),
    )
    return layout, units


@dataclass(frozen=True, slots=True)
class _DueReview:
    """A review that was due in the period; `done` is None while nobody made it."""

    case_id: str
    level: str
    due: date
    done: date | None


def _due_reviews(
    rated: Iterable[RatedCase], period: Period, around: Surroundings
) -> Iterator[_DueReview]:
    for each in _counted(rated):
        yield from _due_of(each, period, around)


def _due_of(each: RatedCase, period: Period, around: Surroundings) -> Iterator[_DueReview]:
    ends = each.case.closed
    for n, one in enumerate(each.assessments):
        if one.effective is None:
            continue
        due = around.due(f"ra_review_{one.effective.code}", one.on, each.case)
        if due is None or not period.holds(due) or (ends is not None and due > ends):
            continue
        later = min((other.on for other in each.assessments[n + 1 :]), default=None)
        yield _DueReview(each.case.case_id, one.effective.code, due, later)


def _reviews(reviews: Iterable[_DueReview]) -> Counting:
    units = []
    for each in reviews:
        row = "late" if each.done is not None else "overdue_now"
        if each.done is not None and each.done <= each.due:
            row = "in_time"
        units.append(Unit(each.case_id, (row,), (each.level,)))
    layout = Layout(
        code="S3.5",
        title="Reviews of risk due in the period, by level",
        counted="reviews due",
        columns=LEVELS,
        standing=LEVELS,
        rows=("in_time", "late", "overdue_now"),
        lists=("risk_level",),
    )
    return layout, units
