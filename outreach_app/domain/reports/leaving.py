"""S4: exits, what was handed on, and how people are afterwards."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from outreach_app.domain.reports.audiences import Audience
from outreach_app.domain.reports.counting import (
    MISSING,
    TOTAL,
    Layout,
    Measured,
    Measures,
    Place,
    Sum,
    Unit,
    answer,
)
from outreach_app.domain.reports.people import CASES, Counting
from outreach_app.domain.reports.periods import Period
from outreach_app.domain.reports.records import CaseRecord
from outreach_app.domain.working_days import add_months

CHECKS = tuple(f"e{number}" for number in range(1, 17))
_PLANNED = frozenset(
    {"planned_targets_met", "planned_move_on", "planned_client_choice", "transferred",
     "to_children_services", "returned_home_voluntary", "gov_support_ended_positive",
     "gov_support_ended_negative_rg", "gov_support_ended_negative_cg"}
)  # fmt: skip
_RETURN_MONTHS = 12
_NOT_REACHED = frozenset({"not_reached", "number_changed", "client_refused", "not_due_consent"})


def exit_tables(
    cases: Iterable[CaseRecord], period: Period, audience: Audience
) -> Iterator[Counting]:
    """Yield the tables of S4 with their units; what somebody typed only for those bound to silence."""
    listed = list(cases)
    closed = [case for case in listed if period.holds(case.closed)]
    yield _reasons(closed)
    yield _planned(closed)
    yield _checks(closed)
    yield _long_term(closed)
    yield _follow_ups(listed, period)
    yield _returned(listed, period)
    yield _feedback(closed)
    if audience is Audience.INTERNAL:
        yield _themes(closed)


def kind_of_exit(case: CaseRecord) -> str:
    """Return whether a closed case ended as planned: what was written, else by its reason."""
    left = case.exit
    if left is None:
        return ""
    return left.text("exit_kind") or (
        "planned" if left.text("exit_reason") in _PLANNED else "unplanned"
    )


def _reasons(closed: Iterable[CaseRecord]) -> Counting:
    units = [
        Unit(
            case.case_id,
            answer(case.exit.text("exit_reason")) if case.exit else (),
            ("all_exits", kind_of_exit(case)),
        )
        for case in closed
    ]
    reasons = sorted({row for unit in units for row in unit.rows} | {MISSING})
    layout = Layout(
        code="S4.1",
        title="Exits by reason, planned and unplanned",
        counted="closed cases",
        columns=("all_exits", "planned", "unplanned"),
        lists=("exit_reason", "exit_kind"),
        same={(TOTAL, "all_exits"): (CASES, TOTAL, "closed")},
        sums=(
            Sum((CASES, TOTAL, "closed"), _either(TOTAL)),
            *(Sum(("S4.1", row, "all_exits"), _either(row)) for row in reasons),
        ),
    )
    return layout, units


def _either(row: str) -> tuple[Place, ...]:
    return (("S4.1", row, "planned"), ("S4.1", row, "unplanned"))


def _planned(closed: Iterable[CaseRecord]) -> Counting:
    units = [Unit(case.case_id, (kind_of_exit(case),), ("closed",)) for case in closed]
    layout = Layout(
        code="S4.1b",
        title="Planned exits",
        counted="closed cases",
        columns=("closed",),
        rows=("planned", "unplanned"),
        lists=("exit_kind",),
        same={
            (TOTAL, "closed"): (CASES, TOTAL, "closed"),
            ("planned", "closed"): ("S4.1", TOTAL, "planned"),
            ("unplanned", "closed"): ("S4.1", TOTAL, "unplanned"),
        },
    )
    return layout, units


def _checks(closed: Iterable[CaseRecord]) -> Counting:
    units = []
    for case in closed:
        left = case.exit
        for check in CHECKS:
            said = left.text(f"{check}_evidence") if left is not None else ""
            overridden = left is not None and any(
                name.startswith(f"{check}_") and name.endswith("_override") and value == "yes"
                for name, value in left.answers.items()
            )
            rows = (*answer(said), *(("overridden",) * overridden))
            if rows:
                units.append(Unit(case.case_id, rows, (check,)))
    layout = Layout(
        code="S4.2",
        title="Exit checks: what the records say",
        counted="closed cases",
        columns=CHECKS,
        rows=("supports", "incomplete", "contradicts", "not_applicable", "overridden"),
        exclusive=False,
    )
    return layout, units


def _long_term(closed: Iterable[CaseRecord]) -> Counting:
    units = []
    for case in closed:
        for row in case.exit.rows("long_term_elements") if case.exit else ():
            how = answer(row.get("lt_how")) or ("missing",)
            units.append(Unit(case.case_id, answer(row.get("lt_what")), how))
    layout = Layout(
        code="S4.4",
        title="Long-term elements and how they were handed on",
        counted="long-term elements",
        columns=(
            "warm",
            "referral_accepted",
            "signposted",
            "client_declines",
            "none_exists",
            "missing",
        ),
        lists=("long_term_item", "lt_how"),
    )
    return layout, units


def _follow_ups(cases: Iterable[CaseRecord], period: Period) -> Counting:
    units = []
    for case in cases:
        for each in case.of("follow_up"):
            if not period.holds(each.day("fu_due")):
                continue
            result = each.text("fu_result")
            row = "not_reached" if result in _NOT_REACHED else result or "not_done_yet"
            units.append(Unit(case.case_id, (row,), ("due",)))
    layout = Layout(
        code="S4.5",
        title="Follow-up due in the period",
        counted="follow-ups",
        columns=("due",),
        rows=(
            "reached_well",
            "reached_needs_help",
            "reached_unsafe",
            "not_reached",
            "not_done_yet",
        ),
        lists=("fu_result",),
    )
    return layout, units


def _returned(cases: Iterable[CaseRecord], period: Period) -> Counting:
    ended: dict[str, list[date]] = {}
    listed = list(cases)
    for case in listed:
        if case.closed is not None:
            ended.setdefault(case.client_id, []).append(case.closed)
    units = []
    for case in listed:
        if not period.holds(case.opened) or case.opened is None:
            continue
        before = [
            day
            for day in ended.get(case.client_id, ())
            if day <= case.opened <= add_months(day, _RETURN_MONTHS)
        ]
        row = "returned" if before else "first_time"
        units.append(Unit(case.case_id, (row,), ("new",)))
    layout = Layout(
        code="S4.5b",
        title="Returned as a new case within 12 months",
        counted="new cases",
        columns=("new",),
        rows=("returned", "first_time"),
        joined="cases",
    )
    return layout, units


def _feedback(closed: Iterable[CaseRecord]) -> Counting:
    units = []
    for case in closed:
        given = case.exit is not None and bool(case.exit.text("client_feedback_text"))
        units.append(Unit(case.case_id, ("comment" if given else "no_comment",), ("closed",)))
    layout = Layout(
        code="S4.6",
        title="Comments by clients at exit",
        counted="closed cases",
        columns=("closed",),
        rows=("comment", "no_comment"),
        same={(TOTAL, "closed"): (CASES, TOTAL, "closed")},
    )
    return layout, units


def _themes(closed: Iterable[CaseRecord]) -> Counting:
    """Count the themes that supervisors typed; the words of clients are never printed."""
    units = []
    for case in closed:
        typed = str(case.exit.said.get("supervisor_feedback_themes", "")) if case.exit else ""
        themes = (" ".join(theme.split()).casefold() for theme in re.split("[,;\n]", typed))
        rows = tuple(dict.fromkeys(theme for theme in themes if theme))
        if rows:
            units.append(Unit(case.case_id, rows, ("with_theme",)))
    layout = Layout(
        code="S4.6b",
        title="What clients spoke about at exit, as supervisors sum it up",
        counted="closed cases with a theme",
        columns=("with_theme",),
        exclusive=False,
    )
    return layout, units


def exit_measures(cases: Iterable[CaseRecord], period: Period) -> Iterator[Measures]:
    """Yield the medians of S4: length of service in days, by reason and for all."""
    found = []
    for case in cases:
        opened, closed = case.opened, case.closed
        if opened is None or closed is None or not period.holds(closed) or closed < opened:
            continue
        days = Fraction((closed - opened).days)
        found.append(Measured(case.case_id, "all", days))
        reasons = answer(case.exit.text("exit_reason")) if case.exit else ()
        found += [Measured(case.case_id, reason, days) for reason in reasons]
    yield Measures("S4.3", "Length of service in days", "days", tuple(found), ("exit_reason",))
