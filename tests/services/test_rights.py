"""What a client asks about the record: on the case and on Today, by its clock, until it is answered."""

from collections.abc import Callable
from datetime import date

import pytest

from outreach_app.domain.documents import Document, Reason, ReviewVerb
from outreach_app.services.case_view import CaseView
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.revising import ReviewFacts, make_review
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.today import today
from outreach_app.services.workspace import Workspace
from tests.services.builders import keep_reviews
from tests.services.writing import Writer


@pytest.fixture
def writer(office: Sitting, signer_of: Callable[[Sitting], Signer]) -> Writer:
    return Writer(Workspace(office), signer_of(office))


def asked(writer: Writer, on: str = "2026-01-31", kind: str = "copy") -> Document:
    answers = {"rights_asked": {"rr_received_on": on, "rr_kind": kind}}
    return writer.signed("rights_request", answers)


def on_case(writer: Writer) -> list[Need]:
    view = CaseView(writer.workspace, writer.subject)
    return [each for each in view.needs() if each.kind is NeedKind.RIGHT]


def on_today(writer: Writer) -> list[Need]:
    day = today(writer.workspace, ahead_days=60)
    needs = (each.need for each in (*day.now, *day.ahead))
    return [each for each in needs if each.kind is NeedKind.RIGHT]


def test_a_month_by_the_table_to_answer(writer: Writer) -> None:
    request = asked(writer)
    (need,) = on_case(writer)
    # One month after the last day of January is the last of February.
    assert need.due == date(2026, 2, 28)
    assert need.what == "The client asked: A copy of the record"
    assert need.where == "Asked on 31 January 2026"
    assert need.document_id == request.document_id
    assert on_today(writer) == [need]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("correction", "Something in it is wrong"),
        ("objection", "Something should not be done with it"),
        ("complaint", "A complaint about us"),
    ],
)
def test_each_right_has_its_words(writer: Writer, kind: str, words: str) -> None:
    asked(writer, kind=kind)
    (need,) = on_case(writer)
    assert words in need.what


def test_an_answer_ends_the_clock_and_stays_in_the_record(writer: Writer) -> None:
    request = asked(writer)
    answer = {
        "rr_answer": "done",
        "rr_answered_on": "2026-02-03",
        "rr_done": "Read aloud and given.",
    }
    writer.revised(request, {"rights_answered": answer})
    assert on_case(writer) == []
    assert on_today(writer) == []
    record = writer.workspace.casework.case_file(writer.subject).find(request.document_id)
    assert record is not None
    assert record.answers["rr_done"] == "Read aloud and given."


def test_a_draft_of_an_answer_does_not_end_it(writer: Writer) -> None:
    request = asked(writer)
    from_signed = writer.workspace.casework.revise(request.document_id, Reason.CONTINUED)
    from_signed.set_answer("rights_answered/rr_answer", "refused")
    assert len(on_case(writer)) == 1


def test_who_has_left_may_ask_too(
    writer: Writer, supervisor: Sitting, signer_of: Callable[[Sitting], Signer]
) -> None:
    vault = writer.workspace.vault
    opening = {"exit_reason": "planned_move_on", "exit_date": "2026-01-30"}
    checklist = writer.signed("exit_checklist", {"exit_opening": opening})
    (head,) = vault.revisions.heads(checklist.document_id)
    facts = ReviewFacts(
        document_id=checklist.document_id,
        revision_id=head.revision_id,
        verb=ReviewVerb.CLOSE,
        signed_at="2026-02-03T10:30:00+00:00",
    )
    keep_reviews(writer.workspace.sitting, make_review(facts, signer_of(supervisor)))
    (line,) = vault.lists.cases()
    assert line.closed
    asked(writer)
    (need,) = on_today(writer)
    assert need.due == date(2026, 2, 28)
