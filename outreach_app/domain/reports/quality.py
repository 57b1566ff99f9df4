"""S5: what is known, and the tasks that would repair what is not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from outreach_app.domain.reports.assessing import is_first_in_time
from outreach_app.domain.reports.counting import Layout, Unit, answer, answers
from outreach_app.domain.reports.people import Counting, columns_of
from outreach_app.domain.reports.periods import Period
from outreach_app.domain.reports.records import CaseRecord, Surroundings
from outreach_app.domain.reports.referring import referrals_of
from outreach_app.domain.safe_contacts import safe_contacts


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that is not known of a case, and by which document it would be."""

    case_id: str
    client_id: str
    check: str
    form_id: str


Check = Callable[[CaseRecord, Period, Surroundings], bool | None]


def quality_checks(
    cases: Iterable[CaseRecord], period: Period, around: Surroundings
) -> tuple[Counting, tuple[Repair, ...]]:
    """Return the table of S5 and the repairs.

    A check that does not apply to a case (no referral was sent, the case is not closed) leaves it out.
    """
    units, repairs = [], []
    for case in cases:
        if not columns_of(case, period):
            continue
        for name, (form_id, check) in CHECKS.items():
            known = check(case, period, around)
            if known is None:
                continue
            units.append(Unit(case.case_id, ("known" if known else "not_known",), (name,)))
            if not known:
                repairs.append(Repair(case.case_id, case.client_id, name, form_id))
    layout = Layout(
        code="S5",
        title="Data quality",
        counted="cases to which it applies",
        columns=tuple(CHECKS),
        standing=tuple(CHECKS),
        rows=("known", "not_known"),
    )
    return (layout, units), tuple(repairs)


def _client(name: str) -> Check:
    return lambda case, _period, _around: bool(answers(case.client.get(name)))


def _case(name: str) -> Check:
    return lambda case, _period, _around: bool(answers(case.case.get(name)))


def _safe_contact(case: CaseRecord, _period: Period, _around: Surroundings) -> bool:
    return bool(safe_contacts(case.client)) or bool(case.client.get("no_safe_contact_reason"))


def _measurable(case: CaseRecord, _period: Period, _around: Surroundings) -> bool:
    goals = [goal for plan in case.of("support_plan") for goal in plan.rows("goals")]
    return bool(goals) and all(
        goal.get("goal_measure") and goal.get("goal_target_date") for goal in goals
    )


def _outcomes(case: CaseRecord, period: Period, _around: Surroundings) -> bool | None:
    sent = [each for each in referrals_of(case) if each.sent and each.sent <= period.end]
    if not sent:
        return None
    return all(
        each.outcome is not None and answer(each.outcome.text("out_status")) for each in sent
    )


def _mscos(case: CaseRecord, period: Period, _around: Surroundings) -> bool | None:
    if not period.holds(case.closed):
        return None
    when = {each.text("oc_when") for each in case.of("outcomes_check")}
    return {"first_plan", "exit"} <= when


def _consents(case: CaseRecord, period: Period, _around: Surroundings) -> bool | None:
    sent = [each for each in referrals_of(case) if each.sent and each.sent <= period.end]
    if not sent:
        return None
    return all(
        each.version.text("ref_consent")
        or each.version.text("ref_no_consent_basis")
        or each.version.text("ref_identity_shared") == "anonymous"
        for each in sent
    )


def _retention(case: CaseRecord, period: Period, _around: Surroundings) -> bool | None:
    if not period.holds(case.closed) or case.exit is None:
        return None
    return bool(case.exit.text("retention_class"))


CHECKS: dict[str, tuple[str, Check]] = {
    "date_of_birth": ("client", _client("dob_year")),
    "gender": ("client", _client("gender")),
    "nationality": ("client", _client("nationalities")),
    "type": ("case", _case("exploitation_types")),
    "police_force": ("client", _client("location_found_force")),
    "safe_contact": ("client", _safe_contact),
    "interpreter": ("client", _client("interpreter_needed")),
    "first_assessment": ("risk_assessment", is_first_in_time),
    "measurable_goals": ("support_plan", _measurable),
    "referral_outcomes": ("referral_outcome", _outcomes),
    "outcomes_checks": ("outcomes_check", _mscos),
    "consents": ("consent", _consents),
    "retention": ("exit_checklist", _retention),
}
"""Each check of S5 with the form that would repair it."""
