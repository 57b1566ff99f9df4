"""The NRM on the page of a case, by keys: what it says, and the next sitting at the first open point."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from outreach_app.domain.documents import Subject
from outreach_app.services.sitting import Sitting
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, Json
from tests.support.pages import button, press, sees

TODAY = date(2026, 2, 3)
Open = Callable[[str], Window]


def day(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def kept(case: CaseBuilder, form_id: str, answers: Json) -> str:
    document = case.document(form_id)
    case.kept(case.plan(document, {"main": answers}))
    return document.document_id


@pytest.fixture
def told(case: CaseBuilder) -> CaseBuilder:
    """A case whose client has heard two points, and has a negative decision."""
    case.opened()
    points = {
        "n_what": "yes",
        "n_what_on": day(-2),
        "n_what_interp": "LL-4471",
        "n_who_decides": "yes",
        "n_who_decides_on": day(-2),
    }
    kept(
        case,
        "nrm_explanation",
        {"nrm_session": {"nrm_session_on": day(-2)}, "nrm_explained_points": points},
    )
    return case


@pytest.fixture
def window(told: CaseBuilder, window_of: Open) -> Window:
    return window_of(told.sitting.me.initials)


def show(window: Window, case: CaseBuilder) -> None:
    subject = Subject(client_id=case.client_id, case_id=case.case_id)
    window.go(Place(room=Room.CASE, subject=subject))


def test_the_card_says_what_is_left_and_what_was_told_when(
    told: CaseBuilder, window: Window
) -> None:
    show(window, told)
    assert sees(window, "National Referral Mechanism")
    assert sees(window, "Being explained: the client has not decided")
    assert sees(window, "2 of 21 points told")
    assert not sees(window, "1 February 2026, interpreter LL-4471")
    press(button(window, "Show what was told and what is left"), Qt.Key.Key_Space)
    assert sees(window, "1 February 2026, interpreter LL-4471")
    assert button(window, "Hide what was told").isVisible()


def test_the_next_sitting_begins_at_the_first_point_that_is_left(
    told: CaseBuilder, window: Window, office: Sitting
) -> None:
    show(window, told)
    press(button(window, "Go on explaining: 19 points left"), Qt.Key.Key_Space)
    assert sees(window, "Not anonymous")
    (draft,) = office.vault.drafts.mine()
    answers = office.vault.drafts.load(draft.document_id).answers
    assert answers["nrm_session"] == {"nrm_session_on": TODAY.isoformat()}
    assert answers["nrm_explained_points"]["n_what_on"] == day(-2)


def test_a_negative_decision_says_what_it_does_not_mean_and_by_which_rule(
    told: CaseBuilder, window: Window
) -> None:
    section = {"nrm_event_kind": "rg_negative", "nrm_event_date": day(-1)}
    kept(told, "nrm_event", {"nrm_event_section": section})
    show(window, told)
    assert sees(window, "It does not end our support. We go on working with you.")
    assert sees(window, "9 working days from 2 February 2026 (Reasonable Grounds negative)")
    press(button(window, "Record an NRM event"), Qt.Key.Key_Space)
    assert sees(window, "Date of decision or letter")
