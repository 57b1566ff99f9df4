"""S3.1 to S3.7: levels, reduction, flags, reviews in time, overrides and gaps."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from outreach_app.domain.assessments import Assessment
from outreach_app.domain.documents import Subject
from outreach_app.domain.levels import parse_level
from outreach_app.domain.records import Record
from outreach_app.domain.reports.counting import TOTAL, Layout, Unit, answer
from outreach_app.domain.reports.people import CASES, COLUMNS, Counting, columns_of
from outreach_app.domain.reports.periods import Period
from outreach_app.domain.reports.records import CaseRecord, Surroundings, Version
from outreach_app.domain.risk_input import read_risk_rows
from outreach_app.domain.trend import baseline, risk_reduction

_YES_OR_NO = {"true": "yes", "1": "yes", "yes": "yes", "false": "no", "0": "no", "no": "no"}
LEVELS = ("low", "medium", "high", "very_high")
OUTCOMES = ("housing", "safety", "support", "services", "purpose", "health", "education")
_LONG_OPEN_DAYS = 90
_OLD_GAP_DAYS = 28
_HOURS_TO_TALK = 72
_SERVED = {"safe_house": "ra_initial_safehouse"}
_RATED_WELL = frozenset({"4", "5"})
_ENDED = frozenset({"met", "partly", "not_met"})


def assessments_of(case: CaseRecord, until: date) -> list[Assessment]:
    """Return the assessments up to a day, oldest first, with their levels; no risks are read."""
    found = []
    for each in case.of("risk_assessment"):
        on = each.day("assessed_at") or each.signed_at.date()
        if on <= until:
            found.append((each.text("assessed_at") or on.isoformat(), on, each))
    return [_assessment(case, on, each) for _at, on, each in sorted(found, key=lambda row: row[:2])]


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


def _with_risks(rated: list[Assessment]) -> list[Assessment]:
    """Return the two assessments that are compared; their risks are read where the levels are one."""
    first = baseline(rated)
    if first is None:
        return []
    pair = [first, rated[-1]]
    if first.effective != rated[-1].effective:
        return pair
    return [replace(each, rows=read_risk_rows(each.record.answers)) for each in pair]


def risk_tables(
    cases: Iterable[CaseRecord], period: Period, around: Surroundings
) -> Iterator[Counting]:
    """Yield the tables about risk with their units."""
    listed = [case for case in cases if columns_of(case, period)]
    assessed = {case.case_id: assessments_of(case, period.end) for case in listed}
    yield _levels(listed, assessed, period)
    yield from _reductions(listed, assessed, period)
    yield _flags(listed, period)
    yield _first_assessments(listed, assessed, period, around)
    yield _reviews(listed, assessed, period, around)
    yield _overrides(listed, period)
    yield _gaps(listed, period)


def _levels(
    cases: Iterable[CaseRecord], assessed: Mapping[str, list[Assessment]], period: Period
) -> Counting:
    units = []
    for case in cases:
        of_case = assessed[case.case_id]
        rated = [each.effective for each in of_case if each.effective is not None]
        columns = columns_of(case, period)
        for column, level in (
            ("new", rated[0] if rated else None),
            ("open", rated[-1] if rated else None),
            ("closed", rated[-1] if rated else None),
        ):
            if column in columns:
                row = (level.code,) if level is not None else ()
                units.append(Unit(case.case_id, row, (column,)))
    layout = Layout(
        code="S3.1",
        title="Risk level at opening, now and at exit",
        counted="cases",
        columns=COLUMNS,
        rows=LEVELS,
        lists=("risk_level",),
        joined=CASES,
    )
    return layout, units


def _reductions(
    cases: Iterable[CaseRecord], assessed: Mapping[str, list[Assessment]], period: Period
) -> Iterator[Counting]:
    reduced, decreased = [], []
    for case in cases:
        column, on = "", period.end
        if period.holds(case.closed) and case.closed is not None:
            column, on = "closed", case.closed
        elif "open" in columns_of(case, period) and case.opened is not None:
            column = "open_long" * ((period.end - case.opened).days > _LONG_OPEN_DAYS)
        if not column:
            continue
        rated = [each for each in assessed[case.case_id] if each.on <= on]
        outcome = risk_reduction(_with_risks(rated), on, _LONG_OPEN_DAYS)
        reduced.append(Unit(case.case_id, (outcome.value,), (column,)))
        if column == "closed" and case.exit is not None:
            said = answer(_YES_OR_NO.get(case.exit.text("significantly_decreased"), ""))
            decreased.append(Unit(case.case_id, said, ("closed",)))
    yield (
        Layout(
            code="S3.2",
            title="Risk reduction",
            counted="cases closed in the period, and cases open for more than 90 days",
            columns=("closed", "open_long"),
            rows=("reduced", "reduced_score", "same", "higher", "not_comparable"),
            same={(TOTAL, "closed"): (CASES, TOTAL, "closed")},
        ),
        reduced,
    )
    yield (
        Layout(
            code="S3.2b",
            title="Risk significantly decreased at exit",
            counted="closed cases",
            columns=("closed",),
            same={(TOTAL, "closed"): (CASES, TOTAL, "closed")},
        ),
        decreased,
    )


def _flags(cases: Iterable[CaseRecord], period: Period) -> Counting:
    units = []
    for case in cases:
        for each in case.of("safety_flag"):
            raised, cleared = each.day("flag_set_at"), each.day("flag_cleared_at")
            columns = []
            if period.holds(raised):
                columns.append("raised")
            if period.holds(cleared):
                columns.append("cleared")
            if raised and raised <= period.end and (cleared is None or cleared > period.end):
                columns.append("still_open")
            if columns:
                row = answer(each.text("flag_code"))
                units.append(Unit(case.case_id, row, tuple(columns)))
    layout = Layout(
        code="S3.3",
        title="Safety flags",
        counted="flags",
        columns=("raised", "cleared", "still_open"),
        lists=("flag_code",),
    )
    return layout, units


def _first_assessments(
    cases: Iterable[CaseRecord],
    assessed: Mapping[str, list[Assessment]],
    period: Period,
    around: Surroundings,
) -> Counting:
    units = []
    for case in cases:
        opened = case.opened
        if opened is None:
            continue
        service = str(case.case.get("service_kind", ""))
        first = _SERVED.get(service, "ra_initial_outreach")
        start = datetime(opened.year, opened.month, opened.day, tzinfo=UTC)
        for column, code, kinds in (
            ("first_in_time", first, {"immediate", "initial", "full"}),
            ("full_in_time", "ra_full", {"full"}),
        ):
            due = around.due(code, start, case)
            if due is None or not period.holds(
                due if not isinstance(due, datetime) else due.date()
            ):
                continue
            done = [each.on for each in assessed[case.case_id] if each.kind in kinds]
            row = "in_time" if done and min(done) <= due else "not_in_time"
            units.append(Unit(case.case_id, (row,), (column,)))
    layout = Layout(
        code="S3.4",
        title="First assessment within time",
        counted="cases whose assessment was due in the period",
        columns=("first_in_time", "full_in_time"),
        rows=("in_time", "not_in_time"),
    )
    return layout, units


def _reviews(
    cases: Iterable[CaseRecord],
    assessed: Mapping[str, list[Assessment]],
    period: Period,
    around: Surroundings,
) -> Counting:
    units = []
    for case in cases:
        of_case = assessed[case.case_id]
        ends = case.closed
        for n, each in enumerate(of_case):
            if each.effective is None:
                continue
            due = around.due(f"ra_review_{each.effective.code}", each.on, case)
            if due is None or not period.holds(due) or (ends is not None and due > ends):
                continue
            later = [other.on for other in of_case[n + 1 :]]
            row = "late" if later else "overdue_now"
            if later and min(later) <= due:
                row = "in_time"
            units.append(Unit(case.case_id, (row,), (each.effective.code,)))
    layout = Layout(
        code="S3.5",
        title="Reviews of risk due in the period, by level",
        counted="reviews due",
        columns=LEVELS,
        rows=("in_time", "late", "overdue_now"),
        lists=("risk_level",),
    )
    return layout, units


def _overrides(cases: Iterable[CaseRecord], period: Period) -> Counting:
    units = []
    for case in cases:
        for each in case.of("risk_assessment"):
            indicated = parse_level(each.text("indicated_level"))
            overall = parse_level(each.text("overall_level"))
            on = each.day("assessed_at") or each.signed_at.date()
            if indicated is None or overall is None or overall == indicated or not period.holds(on):
                continue
            row = "override_higher" if overall > indicated else "override_lower"
            signed = "countersigned" if each.countersigned else "waiting"
            units.append(Unit(case.case_id, (row,), (signed,)))
    layout = Layout(
        code="S3.6",
        title="Levels overridden",
        counted="assessments",
        columns=("countersigned", "waiting"),
        rows=("override_higher", "override_lower"),
    )
    return layout, units


def _gaps(cases: Iterable[CaseRecord], period: Period) -> Counting:
    """Follow each gap through the assessments of a case by what it asks."""
    units = []
    for case in cases:
        opened: dict[str, date] = {}
        state: dict[str, str] = {}
        for each in case.of("risk_assessment"):
            on = each.day("assessed_at") or each.signed_at.date()
            if on > period.end:
                continue
            for row in each.rows("gaps"):
                name = str(row.get("gap_source") or row.get("gap_question") or row.get("_id", ""))
                opened.setdefault(name, on)
                before = state.get(name)
                state[name] = str(row.get("gap_status") or "open")
                if state[name] != before and period.holds(on) and state[name] != "open":
                    units.append(Unit(case.case_id, (state[name],), ("gaps",)))
        for name, on in opened.items():
            if period.holds(on):
                units.append(Unit(case.case_id, ("gap_opened",), ("gaps",)))
            still = state[name] == "open" and case.closed is None
            if still and (period.end - on).days > _OLD_GAP_DAYS:
                units.append(Unit(case.case_id, ("gap_old",), ("gaps",)))
    layout = Layout(
        code="S3.7",
        title="Information gaps",
        counted="changes of gaps",
        columns=("gaps",),
        rows=("gap_opened", "answered", "client_declines", "cannot_be_known", "gap_old"),
        lists=("gap_status",),
    )
    return layout, units
