"""S3.10: young people: missing episodes, the talk afterwards, guardian and school."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from outreach_app.domain.age import minority
from outreach_app.domain.reports.counting import TOTAL, Layout, Unit
from outreach_app.domain.reports.people import Counting
from outreach_app.domain.reports.periods import Period
from outreach_app.domain.reports.records import CaseRecord, Version
from outreach_app.domain.values import parse_instant

_HOURS_TO_TALK = 72
_IN_PLACE = {"guardian": "ictg", "education": "education"}
"""The kind of agency whose involvement means that it is in place."""


def young_tables(cases: Iterable[CaseRecord], period: Period) -> Iterator[Counting]:
    """Yield the tables about clients who were minors, or treated so, when the case was opened."""
    young = [
        case
        for case in cases
        if case.opened is not None and minority(case.client, case.opened).is_minor
    ]
    yield _missing(young, period)
    yield _in_place(young, period)


def _missing(young: Iterable[CaseRecord], period: Period) -> Counting:
    units = []
    for case in young:
        for each in case.of("missing_episode"):
            if not period.holds(each.day("me_from")):
                continue
            rows = ["missing_episode"]
            found = parse_instant(each.text("me_found_at"))
            talked = parse_instant(each.text("me_conversation_at"))
            if found and talked and talked - found <= timedelta(hours=_HOURS_TO_TALK):
                rows.append("talked_in_time")
            elif found:
                rows.append("not_talked_in_time")
            units.append(Unit(case.case_id, tuple(rows), ("episodes",)))
    layout = Layout(
        code="S3.10",
        title="Young people: missing episodes and return conversations within 72 hours",
        counted="missing episodes",
        columns=("episodes",),
        rows=("missing_episode", "talked_in_time", "not_talked_in_time"),
        exclusive=False,
    )
    return layout, units


def _in_place(young: Iterable[CaseRecord], period: Period) -> Counting:
    units = []
    for case in young:
        on = min(period.end, case.closed or period.end)
        involved = {
            each.text("agency_kind")
            for each in case.of("agency_involvement")
            if _is_involved(each, on)
        }
        for column, kind in _IN_PLACE.items():
            row = "in_place" if kind in involved else "not_in_place"
            units.append(Unit(case.case_id, (row,), (column,)))
    layout = Layout(
        code="S3.10b",
        title="Young people: guardian (ICTG) and school or college at the end",
        counted="cases of young people",
        columns=tuple(_IN_PLACE),
        standing=tuple(_IN_PLACE),
        rows=("in_place", "not_in_place"),
        same={(TOTAL, "education"): ("S3.10b", TOTAL, "guardian")},
    )
    return layout, units


def _is_involved(agency: Version, on: date) -> bool:
    """Say whether an agency is involved on a day; of a month or a year, its last day counts."""
    since, until = agency.text("agency_since_iso"), agency.text("agency_until_iso")
    today = on.isoformat()
    begun = since <= today[: len(since)]
    return begun and (not until or until > today[: len(until)])
