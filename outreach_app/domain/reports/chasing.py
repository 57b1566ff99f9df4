"""S2.5 and S2.7: how long referrals take, and what chasing them costs."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from outreach_app.domain.reports.counting import Layout, Measured, Measures, Unit
from outreach_app.domain.reports.nrm_steps import days_to_reasonable_grounds
from outreach_app.domain.reports.people import Counting
from outreach_app.domain.reports.periods import Period
from outreach_app.domain.reports.records import CaseRecord, Surroundings
from outreach_app.domain.reports.referring import ACCEPTED, Referral, referrals_of

_TARGETS = {
    "child_safeguarding": "la_child_ack",
    "adult_safeguarding": "la_adult_ack",
    "law_enforcement": "police_ack",
    "support": "support_ack",
}


def referral_measures(cases: Iterable[CaseRecord], period: Period) -> Iterator[Measures]:
    """Yield the medians and sums of S2."""
    listed = list(cases)
    referrals = [each for case in listed for each in referrals_of(case)]
    sent = [each for each in referrals if period.holds(each.sent)]
    yield Measures(
        "S2.5a", "Days to acknowledgement", "days", _days(sent, "out_ack_on"), ("ref_kind",)
    )
    yield Measures(
        "S2.5b", "Days to decision", "days", _days(sent, "out_decision_on"), ("ref_kind",)
    )
    yield Measures(
        "S2.3a",
        "Days from submission to Reasonable Grounds",
        "days",
        days_to_reasonable_grounds(listed, period),
    )
    chased = [(each, day, minutes) for each in referrals for day, minutes in each.chases]
    in_period = [(each, minutes) for each, day, minutes in chased if period.holds(day)]
    yield Measures(
        "S2.7a",
        "Chases",
        "chases",
        tuple(Measured(each.case.case_id, each.kind, Fraction(1)) for each, _m in in_period),
        ("ref_kind",),
        summed=True,
    )
    yield Measures(
        "S2.7b",
        "Minutes spent on chasing",
        "minutes",
        tuple(Measured(each.case.case_id, each.kind, Fraction(m)) for each, m in in_period),
        ("ref_kind",),
        summed=True,
    )
    yield Measures(
        "S2.7c",
        "Minutes of chasing for each accepted child referral",
        "minutes",
        tuple(
            Measured(each.case.case_id, each.kind, Fraction(sum(m for _day, m in each.chases)))
            for each in referrals
            if each.kind == "child_safeguarding"
            and each.status in ACCEPTED
            and period.holds(each.day("out_decision_on") or each.sent)
        ),
        ("ref_kind",),
    )


def acknowledged_in_time(
    cases: Iterable[CaseRecord], period: Period, around: Surroundings
) -> Counting:
    """Return which referrals were acknowledged in the target's working days.

    Only referrals of the period whose target has passed by its end count.
    """
    units = []
    for case in cases:
        for each in referrals_of(case):
            code = _TARGETS.get(each.kind)
            if code is None or each.sent is None or not period.holds(each.sent):
                continue
            due = around.due(code, each.sent, case)
            if due is None or due > period.end:
                continue
            acknowledged = each.day("out_ack_on")
            in_time = acknowledged is not None and acknowledged <= due
            row = "in_time" if in_time else "not_in_time"
            units.append(Unit(case.case_id, (row,), (each.kind,)))
    layout = Layout(
        code="S2.5c",
        title="Acknowledged in time",
        counted="referrals whose time has passed",
        columns=tuple(_TARGETS),
        rows=("in_time", "not_in_time"),
        lists=("ref_kind",),
    )
    return layout, units


def _days(sent: Iterable[Referral], name: str) -> tuple[Measured, ...]:
    found = []
    for each in sent:
        day = each.day(name)
        if each.sent is not None and day is not None and day >= each.sent:
            days = Fraction((day - each.sent).days)
            found.append(Measured(each.case.case_id, each.kind, days))
    return tuple(found)
