"""The clock of the 18th birthday: on the case and on Today alike, until the consent is renewed."""

from datetime import date

import pytest

from outreach_app.domain.documents import Subject
from outreach_app.services.attention import Limits, needs_of
from outreach_app.services.case_words import CaseWords
from outreach_app.services.needs import Need
from outreach_app.services.sitting import Sitting
from outreach_app.services.today import today
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, Json

WHAT = "Turning 18: ask again about the NRM, as an adult"


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return begin_workspace(office)


def born(case: CaseBuilder, year: str, month: str, day: str, **more: str) -> None:
    case.opened()
    (head,) = case.sitting.vault.revisions.heads(case.client.document_id)
    known: Json = {"dob_year": year, "dob_month": month, "dob_day": day, **more}
    plan = case.plan(case.client, {"main": {"client_age": known}}, parents=(head.revision_id,))
    case.kept(plan)


def on_case(workspace: Workspace, case: CaseBuilder) -> list[Need]:
    subject = Subject(client_id=case.client_id, case_id=case.case_id)
    configuration = workspace.sitting.configuration
    limits = Limits(timescales=configuration.time_limits(), holidays=configuration.holidays())
    found = needs_of(workspace.casework.case_file(subject), limits, CaseWords(workspace))
    return [each for each in found if each.what == WHAT]


def on_today(workspace: Workspace) -> list[Need]:
    seen = today(workspace)
    return [each.need for each in (*seen.now, *seen.ahead) if each.need.what == WHAT]


def test_a_birthday_soon_is_prepared_on_the_case_and_on_today(
    case: CaseBuilder, workspace: Workspace
) -> None:
    born(case, "2008", "2", "14", age_status="child_confirmed")
    assert [each.due for each in on_case(workspace, case)] == [date(2026, 2, 14)]
    assert [each.due for each in on_today(workspace)] == [date(2026, 2, 14)]


def test_the_clock_ends_with_the_consent_at_18(case: CaseBuilder, workspace: Workspace) -> None:
    born(case, "2008", "2", "14", age_status="child_confirmed")
    document = case.document("nrm_event")
    section = {"nrm_event_kind": "consent_at_18", "nrm_event_date": "2026-02-02"}
    case.kept(case.plan(document, {"main": {"nrm_event_section": section}}))
    assert on_case(workspace, case) == on_today(workspace) == []


def test_who_is_long_an_adult_has_no_clock(case: CaseBuilder, workspace: Workspace) -> None:
    born(case, "1998", "2", "14", age_status="adult_confirmed")
    assert on_case(workspace, case) == on_today(workspace) == []
