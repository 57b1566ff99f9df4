"""An incident with data: on the case, on Today and on the Friday list by its clock, until it is settled."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from outreach_app.domain.documents import Document, Reason
from outreach_app.services.case_view import CaseView
from outreach_app.services.exchange.profiles import NEVER_OUTSIDE
from outreach_app.services.friday_list import FridayKind, friday_list
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.today import today
from outreach_app.services.workspace import Workspace
from tests.services.test_outside import definition_of, questions_in
from tests.services.writing import Writer

NOTICED = "2026-02-01T17:40:00.000+00:00"
LEAD = {"inc_lead": "Data protection lead", "inc_lead_at": "2026-02-01T18:20:00.000+00:00"}


@pytest.fixture
def writer(office: Sitting, signer_of: Callable[[Sitting], Signer]) -> Writer:
    return Writer(Workspace(office), signer_of(office))


def recorded(writer: Writer, **more: Any) -> Document:
    event = {"inc_noticed_at": NOTICED, "inc_kind": "lost"}
    return writer.signed("incident", {"inc_event": event, **more})


def on_case(writer: Writer) -> list[Need]:
    view = CaseView(writer.workspace, writer.subject)
    return [each for each in view.needs() if each.kind is NeedKind.INCIDENT]


def on_today(writer: Writer) -> list[Need]:
    day = today(writer.workspace, ahead_days=60)
    needs = (each.need for each in (*day.now, *day.ahead))
    return [each for each in needs if each.kind is NeedKind.INCIDENT]


def test_the_clock_runs_from_the_moment_it_was_noticed(writer: Writer) -> None:
    incident = recorded(writer)
    (need,) = on_case(writer)
    assert need.what == ("Tell the data protection lead: Laptop, telephone or stick lost or stolen")
    assert need.due == date(2026, 2, 4)
    assert need.where == "Noticed 1 February 2026, 17:40; time until 4 February 2026, 17:40"
    assert need.document_id == incident.document_id
    assert on_today(writer) == [need]


def test_late_on_an_evening_of_summer_the_day_is_that_of_the_casework(writer: Writer) -> None:
    event = {"inc_noticed_at": "2025-06-30T23:30:00.000+00:00", "inc_kind": "seen"}
    writer.signed("incident", {"inc_event": event})
    (need,) = on_case(writer)
    assert need.due == date(2025, 7, 4)
    assert need.where == "Noticed 1 July 2025, 00:30; time until 4 July 2025, 00:30"


def test_step_by_step_until_the_regulator_was_told(writer: Writer) -> None:
    incident = recorded(writer)
    steps = [
        ({"inc_told": LEAD}, "Decide whether to tell the Information Commissioner"),
        ({"inc_decision": {"inc_regulator": "yes"}}, "Tell the Information Commissioner"),
    ]
    for answers, begins in steps:
        writer.revised(incident, answers)
        (need,) = on_today(writer)
        assert need.what.startswith(begins)
        assert on_case(writer) == [need]
    told = {"inc_decision": {"inc_regulator_at": "2026-02-02T09:00:00.000+00:00"}}
    writer.revised(incident, told)
    assert on_case(writer) == on_today(writer) == []


@pytest.mark.parametrize(
    "settled",
    [
        {"inc_decision": {"inc_regulator": "no", "inc_regulator_why": "Encrypted."}},
        {"inc_end": {"inc_closed_on": "2026-02-02"}},
    ],
)
def test_what_is_decided_or_closed_waits_no_more(writer: Writer, settled: dict[str, Any]) -> None:
    incident = recorded(writer)
    assert len(on_today(writer)) == 1
    writer.revised(incident, settled)
    assert on_case(writer) == on_today(writer) == []


def test_a_draft_settles_nothing(writer: Writer) -> None:
    incident = recorded(writer)
    draft = writer.workspace.casework.revise(incident.document_id, Reason.CONTINUED)
    draft.set_answer("inc_end/inc_closed_on", "2026-02-02")
    assert len(on_case(writer)) == 1


def test_the_supervisor_has_it_on_the_friday_list(
    supervisor: Sitting, signer_of: Callable[[Sitting], Signer]
) -> None:
    writer = Writer(Workspace(supervisor), signer_of(supervisor))
    incident = recorded(writer, inc_told=LEAD)
    (line,) = friday_list(writer.workspace).lines(FridayKind.INCIDENTS)
    assert line.what.startswith("Decide whether to tell the Information Commissioner")
    assert line.case_id == writer.subject.case_id
    assert line.need is not None
    assert line.need.document_id == incident.document_id


def test_no_question_of_it_is_for_anybody_outside() -> None:
    parts = {each.part for each in questions_in(definition_of("incident").questions)}
    assert parts == {"internal"}
    assert parts <= NEVER_OUTSIDE
