"""The review list of records: who has it, what it says, and that it destroys nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.exits.keeping import KeepState
from outreach_app.services.errors import NotAllowed
from outreach_app.services.retention import (
    about_destroying,
    keeping_words,
    kept_records,
    may_review_retention,
    remarks_about,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from tests.services.builders import CaseBuilder, keep, keep_reviews

SignerOf = Callable[[Sitting], Signer]


def ended(case: CaseBuilder, **answers: str) -> CaseBuilder:
    """A case with an exit checklist as somebody signed it."""
    case.opened()
    said: dict[str, Any] = {
        "exit_reason": "planned_move_on",
        "exit_date": "2026-01-30",
        "retention_class": "adult",
        "retention_until": "2033-01-30",
        "legal_hold_considered": "yes",
        "legal_hold": "no",
        **answers,
    }
    kept = {name: value for name, value in said.items() if value}
    case.kept(case.plan(case.document("exit_checklist"), {"main": {"exit_start": kept}}))
    return case


@pytest.fixture
def at_supervisor(supervisor: Sitting, signer_of: SignerOf) -> Callable[..., CaseBuilder]:
    def make(**answers: str) -> CaseBuilder:
        return ended(CaseBuilder(supervisor, signer_of(supervisor)), **answers)

    return make


def test_the_list_has_ended_cases_what_asks_for_somebody_first(
    supervisor: Sitting, signer_of: SignerOf, at_supervisor: Callable[..., CaseBuilder]
) -> None:
    at_supervisor()
    at_supervisor(legal_hold="yes", legal_hold_reason="Trial in spring")
    at_supervisor(retention_class="", retention_until="")
    CaseBuilder(supervisor, signer_of(supervisor)).opened()
    records = kept_records(Workspace(supervisor))
    assert [each.keeping.state for each in records] == [
        KeepState.NOT_SET,
        KeepState.HELD,
        KeepState.KEPT,
    ]
    said = ["\n".join((keeping_words(each.keeping), *remarks_about(each))) for each in records]
    assert "not set" in said[0]
    assert "Trial in spring" in said[1]
    assert "until it is released" in said[1]
    assert "No supervisor has closed it yet" in said[2]
    assert all("Ina" not in each for each in said)


def test_whoever_does_not_close_cases_has_no_list(office: Sitting) -> None:
    assert not may_review_retention(office)
    with pytest.raises(NotAllowed):
        kept_records(Workspace(office))


def test_a_client_who_came_back_keeps_the_client_record_in_use(
    supervisor: Sitting, signer_of: SignerOf, at_supervisor: Callable[..., CaseBuilder]
) -> None:
    first = at_supervisor()
    again = CaseBuilder(supervisor, signer_of(supervisor))
    again.client_id, again.client = first.client_id, first.client
    again.record = again.document("case")
    again.kept(again.record_plan())
    (record,) = kept_records(Workspace(supervisor))
    assert record.other_open
    assert any("client record stays" in each for each in remarks_about(record))


def test_looking_at_the_list_changes_nothing(
    supervisor: Sitting, at_supervisor: Callable[..., CaseBuilder]
) -> None:
    case = at_supervisor(exit_date="2010-01-30", retention_until="2017-01-30")
    before = supervisor.vault.documents.all()
    (record,) = kept_records(Workspace(supervisor))
    assert record.keeping.state is KeepState.DUE
    assert supervisor.vault.documents.all() == before
    assert supervisor.vault.revisions.heads(case.client.document_id)
    assert "destroys nothing by itself" in about_destroying()[0]


def test_a_hold_is_released_by_two_people_and_says_who(
    office: Sitting,
    supervisor: Sitting,
    signer_of: SignerOf,
) -> None:
    case = CaseBuilder(office, signer_of(office)).opened()
    document = case.document("exit_checklist")
    held = {
        "exit_reason": "planned_move_on",
        "exit_date": "2026-01-30",
        "retention_class": "adult",
        "retention_until": "2033-01-30",
        "legal_hold": "yes",
        "legal_hold_reason": "Trial in spring",
    }
    first = case.kept(case.plan(document, {"main": {"exit_start": held}}))
    released = {
        **held,
        "legal_hold_released": "yes",
        "legal_hold_release_reason": "The trial ended",
    }
    plan = case.plan(document, {"main": {"exit_start": released}}, parents=(first.revision_id,))
    second = case.kept(plan)
    history = office.vault.revisions.history
    client, record = (history(each.document_id) for each in (case.client, case.record))
    keep(supervisor, *client, *record, first, second)
    (waiting,) = kept_records(Workspace(supervisor))
    said = "\n".join(remarks_about(waiting))
    assert waiting.keeping.state is KeepState.HELD
    assert "Legal hold placed by" in said
    assert "Why it may be released: The trial ended" in said
    assert "waits until another person" in said
    by_supervisor = case.as_seen_by(supervisor, signer_of(supervisor))
    keep_reviews(supervisor, by_supervisor.review(second, ReviewVerb.COUNTERSIGN))
    (ended_hold,) = kept_records(Workspace(supervisor))
    assert ended_hold.keeping.state is KeepState.KEPT
    assert any("Released: " in each for each in remarks_about(ended_hold))
