"""Shipped forms filled in without a screen, where a condition needs more than one look."""

from datetime import date
from functools import cache

from outreach_app.engine.definition import FormDefinition, load_form
from outreach_app.engine.violations import Purpose, ViolationKind
from outreach_app.services.catalogue import convert_shipped, shipped_instances
from tests.support.scenario import Visit, visit_form

FIRST, LATER = date(2026, 2, 9), date(2026, 6, 18)


@cache
def plan_form() -> FormDefinition:
    return load_form(convert_shipped("support_plan").xml, instances=shipped_instances())


def plan_of(day: date, kind: str, *, due: date, status: str) -> Visit:
    visit = visit_form(plan_form(), today=day)
    visit.answers(plan_kind=kind, plan_date=day.isoformat())
    visit.row("goals", goal_target_date=due.isoformat(), goal_status=status)
    return visit


def is_refused(visit: Visit) -> bool:
    return any(
        each.name == "goal_target_date" and each.kind is ViolationKind.CONSTRAINT
        for each in visit.session.violations(Purpose.SAVE)
    )


def test_in_the_first_plan_an_open_goal_lies_ahead() -> None:
    past = date(2026, 2, 8)
    assert is_refused(plan_of(FIRST, "first", due=past, status="open"))
    assert not is_refused(plan_of(FIRST, "first", due=FIRST, status="open"))
    assert not is_refused(plan_of(FIRST, "first", due=past, status="met"))


def test_a_goal_whose_day_has_passed_does_not_stop_a_review() -> None:
    for kind in ("review", "after_event", "move_on", "exit"):
        for status in ("on_track", "met", "not_met"):
            assert not is_refused(plan_of(LATER, kind, due=FIRST, status=status)), (kind, status)
