"""Where the NRM stands, in words: sittings, clocks with their rules, decisions and what they are not."""

import json
from datetime import date, timedelta

import pytest

from outreach_app.domain.documents import Document, Reason, Subject
from outreach_app.services.nrm_standing import (
    NOT_MEANT,
    NrmStanding,
    nrm_data,
    nrm_lines,
    nrm_standing,
)
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, Json

TODAY = date(2026, 2, 3)
SHORT = ("n_what", "n_who_decides", "n_state")


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return begin_workspace(office)


def day(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def kept(case: CaseBuilder, form_id: str, answers: Json) -> Document:
    document = case.document(form_id)
    case.kept(case.plan(document, {"main": answers}))
    return document


def happened(case: CaseBuilder, kind: str, days: int, **more: str) -> None:
    section = {"nrm_event_kind": kind, "nrm_event_date": day(days), **more}
    kept(case, "nrm_event", {"nrm_event_section": section})


def explained(case: CaseBuilder, days: int, **decision: str) -> Document:
    points: Json = dict.fromkeys(SHORT, "yes")
    for name in SHORT:
        points[f"{name}_on"] = day(days)
        points[f"{name}_interp"] = "LL-4471"
    points["n_time"] = "not_today"
    answers = {
        "nrm_session": {"nrm_session_on": day(days), "nrm_interpreter": "LL-4471"},
        "nrm_explained_points": points,
        "nrm_decision_section": {
            "nrm_understood": {"nrm_understood_text": "Two decisions. Long time maybe."},
            **decision,
        },
    }
    return kept(case, "nrm_explanation", answers)


def standing(workspace: Workspace, case: CaseBuilder) -> NrmStanding:
    return nrm_standing(
        workspace,
        workspace.casework.case_file(Subject(client_id=case.client_id, case_id=case.case_id)),
    )


def test_nothing_was_explained_yet(case: CaseBuilder, workspace: Workspace) -> None:
    case.opened()
    found = standing(workspace, case)
    assert found.stands == "Not explained yet"
    assert found.points == ()
    assert found.times == ()


def test_an_explanation_says_what_was_told_when_and_what_is_left(
    case: CaseBuilder, workspace: Workspace
) -> None:
    case.opened()
    explained(case, -2)
    found = standing(workspace, case)
    assert found.stands == "Being explained: the client has not decided"
    assert (found.told, len(found.left)) == (3, 18)
    assert found.points[0].words == "What the NRM is"
    assert found.points[0].when == "1 February 2026, interpreter LL-4471"
    left = {each.name: each.when for each in found.left}
    assert left["n_time"] == "Not today"
    assert left["n_moved"] == ""
    assert found.understood == "Two decisions. Long time maybe."


def test_a_refusal_is_respected_with_its_reasons(case: CaseBuilder, workspace: Workspace) -> None:
    case.opened()
    explained(case, -2, nrm_decision="no", nrm_no_reasons="fear_family exhausted")
    found = standing(workspace, case)
    assert found.stands == "Does not want referral"
    assert found.next_step.startswith("The refusal is respected")
    assert ("Why not", "Fear for family, Too tired or unwell") in found.facts


def test_a_clock_says_from_which_day_and_by_which_rule(
    case: CaseBuilder, workspace: Workspace
) -> None:
    case.opened()
    happened(case, "referred", -1, nrm_event_first_responder="Example charity, duty desk")
    happened(case, "more_info_asked", 0)
    found = standing(workspace, case)
    (clock,) = found.times
    assert clock.what == "Reasonable Grounds decision expected by"
    assert clock.due == date(2026, 2, 9)
    assert clock.days == 6
    assert clock.counted == "5 working days from 2 February 2026 (NRM referral submitted)"
    assert any("check with your manager" in each for each in clock.source)
    assert ("First Responder", "Example charity, duty desk") in found.facts
    assert found.stands.startswith("Competent authority asked for more information")


def test_an_old_case_keeps_the_rule_of_its_day(case: CaseBuilder, workspace: Workspace) -> None:
    case.opened()
    happened(case, "rg_positive", (date(2022, 12, 1) - TODAY).days)
    recovery = standing(workspace, case).times[0]
    assert recovery.counted.startswith("45 days from 1 December 2022")
    assert "the rule in force until 12 December 2022" in recovery.source


def test_a_negative_decision_comes_with_what_it_does_not_mean(
    case: CaseBuilder, workspace: Workspace
) -> None:
    case.opened()
    happened(case, "rg_negative", -1)
    found = standing(workspace, case)
    assert found.not_meant == NOT_MEANT
    assert [each.due.isoformat() for each in found.times] == ["2026-02-13", "2026-03-04"]
    happened(case, "rg_positive", 0)
    assert standing(workspace, case).not_meant == ()


def test_a_further_sitting_has_its_own_day_and_asks_who_interprets(
    case: CaseBuilder, workspace: Workspace
) -> None:
    case.opened()
    document = explained(case, -2)
    opened = workspace.casework.revise(document.document_id, Reason.CONTINUED)
    assert said(opened, "nrm_session/nrm_session_on") == TODAY.isoformat()
    assert said(opened, "nrm_session/nrm_interpreter") == ""
    opened.set_answer("nrm_explained_points/n_moved", "yes")
    assert said(opened, "nrm_explained_points/n_moved_on") == TODAY.isoformat()
    assert said(opened, "nrm_explained_points/n_what_on") == day(-2)
    assert said(opened, "nrm_explained_points/n_what_interp") == "LL-4471"


@pytest.mark.parametrize("reason", [Reason.CORRECTION, Reason.REVIEW])
def test_a_correction_is_no_further_sitting(
    case: CaseBuilder, workspace: Workspace, reason: Reason
) -> None:
    case.opened()
    opened = workspace.casework.revise(explained(case, -2).document_id, reason)
    assert said(opened, "nrm_session/nrm_session_on") == day(-2)


def said(opened: OpenDocument, address: str) -> str:
    return opened.session.value(address)


def test_the_lines_say_the_same(case: CaseBuilder, workspace: Workspace) -> None:
    case.opened()
    explained(case, -2)
    happened(case, "rg_negative", -1)
    text = "\n".join(nrm_lines(standing(workspace, case)))
    for words in ("3 of 21 points told", "9 working days from 2 February 2026", NOT_MEANT[0]):
        assert words in text
    data = json.loads(json.dumps(nrm_data(standing(workspace, case))))
    assert data["dates"][0]["due"] == "2026-02-13"
    assert len(data["points"]) == 21
