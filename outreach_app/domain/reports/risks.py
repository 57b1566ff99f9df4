"""S3.1 to S3.3, S3.6 and S3.7: levels, reduction, flags, overrides and gaps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from outreach_app.domain.assessments import Assessment
from outreach_app.domain.levels import parse_level
from outreach_app.domain.reports.assessing import LEVELS, RatedCase
from outreach_app.domain.reports.counting import TOTAL, Layout, Unit, answer
from outreach_app.domain.reports.people import CASES, COLUMNS, Counting, columns_of
from outreach_app.domain.reports.periods import Period
from outreach_app.domain.reports.records import CaseRecord
from outreach_app.domain.risk_input import read_risk_rows
from outreach_app.domain.trend import baseline, risk_reduction

_YES_OR_NO = {"true": "yes", "1": "yes", "yes": "yes", "false": "no", "0": "no", "no": "no"}
_LONG_OPEN_DAYS = 90
_OLD_GAP_DAYS = 28


def _with_risks(rated: list[Assessment]) -> list[Assessment]:
    """Return the two assessments that are compared; their risks are read where the levels are one."""
    first = baseline(rated)
    if first is None:
        return []
    pair = [first, rated[-1]]
    if first.effective != rated[-1].effective:
        return pair
    return [replace(each, rows=read_risk_rows(each.record.answers)) for each in pair]


def risk_tables(rated: Sequence[RatedCase], period: Period) -> Iterator[Counting]:
    """Yield the tables about risk with their units."""
    listed = [each.case for each in rated]
    yield _levels(rated, period)
    yield from _reductions(rated, period)
    yield _flags(listed, period)
    yield _overrides(listed, period)
    yield _gaps(listed, period)


def _levels(rated: Iterable[RatedCase], period: Period) -> Counting:
    units = []
    for each in rated:
        levels = [level for one in each.assessments if (level := one.effective) is not None]
        for column in columns_of(each.case, period):
            row = (levels[0 if column == "new" else -1].code,) if levels else ()
            units.append(Unit(each.case.case_id, row, (column,)))
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


def _reductions(rated: Iterable[RatedCase], period: Period) -> Iterator[Counting]:
    reduced, decreased = [], []
    for each in rated:
        case = each.case
        column, on = "", period.end
        if period.holds(case.closed) and case.closed is not None:
            column, on = "closed", case.closed
        elif "open" in columns_of(case, period) and case.opened is not None:
            column = "open_long" * ((period.end - case.opened).days > _LONG_OPEN_DAYS)
        if not column:
            continue
        by_then = [one for one in each.assessments if one.on <= on]
        outcome = risk_reduction(_with_risks(by_then), on, _LONG_OPEN_DAYS)
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
            standing=("open_long",),
            ends=("open_long",),
            rows=("reduced", "reduced_score", "same", "higher", "not_comparable"),
            apart=("not_comparable",),
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
        standing=("still_open",),
        ends=("still_open",),
        lists=("flag_code",),
    )
    return layout, units


def _overrides(cases: Iterable[CaseRecord], period: Period) -> Counting:
    units = []
    for case in cases:
        for each in case.of("risk_assessment"):
            indicated = parse_level(each.text("indicated_level"))
            overall = parse_level(each.text("overall_level"))
            on = each.on("assessed_at")
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
            on = each.on("assessed_at")
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
        standing=("gaps",),
        rows=("gap_opened", "answered", "client_declines", "cannot_be_known", "gap_old"),
        lists=("gap_status",),
    )
    return layout, units
