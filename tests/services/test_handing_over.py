"""Handing a case over to a colleague: who answers for it until when, on two laptops and on one."""

from collections.abc import Callable

import pytest

from outreach_app.domain.documents import Document, Reason, Subject
from outreach_app.domain.handovers import Handover, HandoverState
from outreach_app.domain.values import rows_of
from outreach_app.services.errors import NotAllowed, Unfinished
from outreach_app.services.handing_over.answering import begin_answer, sign_answer
from outreach_app.services.handing_over.errors import (
    CannotTakeOver,
    CaseRecordInPart,
    HandedOverAlready,
    NoAnswerWanted,
    NobodyLeads,
    NotHandedToYou,
    NotTheGiver,
)
from outreach_app.services.handing_over.giving import (
    begin,
    may_hand_over,
    sign,
    take_back,
    take_stock,
    takers,
)
from outreach_app.services.handing_over.standing import handovers, standing, waiting
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.today import today
from outreach_app.services.workspace import begin_workspace
from tests.services.builders import CaseBuilder, Post
from tests.services.writing import FLAG, NOTE, Writer
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]
WORDS = "Rings on Tuesdays. Ask before every visit."
HANDED = frozenset({NeedKind.HANDED, NeedKind.HANDED_TO_ME})


@pytest.fixture
def writer(office: Sitting, signer_of: SignerOf) -> Writer:
    """The giver with a signed case."""
    return Writer(begin_workspace(office), signer_of(office))


def handed(writer: Writer, receiver: Sitting, note: str = WORDS) -> Document:
    """Sign a handover of the writer's case to a colleague."""
    opened = begin(writer.workspace, writer.subject, "colleague")
    opened.set_answer("ho_to", receiver.me.person_id)
    opened.set_answer("ho_note", note)
    take_stock(writer.workspace, opened)
    sign(writer.workspace, opened, writer.signer)
    return opened.document


def carried(writer: Writer, post: Post, *to: Sitting) -> bytes:
    """Return a bundle of the writer's whole case."""
    case = CaseBuilder(writer.workspace.sitting, writer.signer)
    case.case_id = writer.subject.case_id
    return post.send(case, *(each.me.person_id for each in to))


def answered(
    sitting: Sitting, signer: Signer, document_id: str, answer: str, why: str = ""
) -> None:
    workspace = begin_workspace(sitting)
    opened = begin_answer(workspace, document_id, answer)
    if why:
        opened.set_answer("ho_answer_why", why)
    sign_answer(workspace, opened, signer)


def on_today(sitting: Sitting) -> list[tuple[Need, str]]:
    found = today(begin_workspace(sitting)).now
    return [(each.need, each.reference) for each in found if each.need.kind in HANDED]


def lead_here(sitting: Sitting, subject: Subject) -> str:
    line = sitting.vault.lists.case(subject.case_id)
    assert line is not None
    return line.caseworker


def state(sitting: Sitting, document: Document) -> Handover:
    found = standing(sitting.vault, document.document_id)
    assert found is not None
    return found


def test_from_giver_to_receiver_and_back_by_bundles(
    writer: Writer, office: Sitting, cover: Sitting, signer_of: SignerOf, post: Post
) -> None:
    writer.signed("contact_note", NOTE)
    document = handed(writer, cover)
    assert state(office, document).state is HandoverState.WAITING
    # Nothing is lost meanwhile: the giver has the case as before, and both are told.
    assert lead_here(office, writer.subject) == office.me.person_id
    ((need, reference),) = on_today(office)
    assert need.what == "Handed over to CC, caseworker, not yet accepted"
    assert need.where == "Since 3 February 2026; until then AB answers for the case"
    assert reference == f"{writer.reference}.1"

    post.take(cover, carried(writer, post, cover))
    ((asked, _reference),) = on_today(cover)
    assert asked.what == "Handed to you: please look and accept"
    assert asked.where == "By AB on 3 February 2026"
    assert lead_here(cover, writer.subject) == office.me.person_id
    answered(cover, signer_of(cover), document.document_id, "accepted")
    assert lead_here(cover, writer.subject) == cover.me.person_id
    assert on_today(cover) == []

    back = CaseBuilder(cover, signer_of(cover))
    back.case_id = writer.subject.case_id
    post.take(office, post.send(back, office.me.person_id))
    assert state(office, document).state is HandoverState.ACCEPTED
    assert lead_here(office, writer.subject) == cover.me.person_id
    assert on_today(office) == []


def test_a_refusal_says_why_and_the_case_stays(
    writer: Writer, office: Sitting, cover: Sitting, signer_of: SignerOf, post: Post
) -> None:
    document = handed(writer, cover)
    post.take(cover, carried(writer, post, cover))
    workspace = begin_workspace(cover)
    opened = begin_answer(workspace, document.document_id, "refused")
    with pytest.raises(Unfinished):
        sign_answer(workspace, opened, signer_of(cover))
    opened.set_answer("ho_answer_why", "I know somebody of her family.")
    sign_answer(workspace, opened, signer_of(cover))
    assert lead_here(cover, writer.subject) == office.me.person_id

    back = CaseBuilder(cover, signer_of(cover))
    back.case_id = writer.subject.case_id
    post.take(office, post.send(back, office.me.person_id, documents=(document.document_id,)))
    found = state(office, document)
    assert found.state is HandoverState.REFUSED
    assert lead_here(office, writer.subject) == office.me.person_id
    ((need, _reference),) = on_today(office)
    # A reason may be about the client: the list only says that there is one.
    assert need.what == "CC, caseworker did not take the case over: read why"
    (head,) = office.vault.revisions.heads(document.document_id)
    assert head.flat()["ho_answer_why"] == "I know somebody of her family."
    take_back(writer.workspace, document.document_id, "Asked somebody else.", writer.signer)
    assert on_today(office) == []


def test_nobody_accepts_for_somebody_else(
    writer: Writer, office: Sitting, cover: Sitting, supervisor: Sitting
) -> None:
    document = handed(writer, cover)
    with pytest.raises(NotHandedToYou):
        begin_answer(writer.workspace, document.document_id, "accepted")
    # The form opens for everybody of the case; an answer there by another hand is no answer.
    writer.revised(document, {"ho_answered": {"ho_answer": "accepted"}})
    assert state(office, document).is_waiting
    assert lead_here(office, writer.subject) == office.me.person_id
    assert [need.kind for need, _reference in on_today(office)] == [NeedKind.HANDED]


def test_only_the_lead_or_a_supervisor_hands_over(
    writer: Writer,
    cover: Sitting,
    supervisor: Sitting,
    signer_of: SignerOf,
    post: Post,
) -> None:
    record = writer.workspace.casework.case_file(writer.subject).newest("case")
    assert record is not None
    shared = {"case_shared_with": [{"csw_person": cover.me.person_id}]}
    document = writer.workspace.vault.documents.get(record.document_id)
    writer.revised(document, {"case_start": shared})
    raw = carried(writer, post, cover, supervisor)
    post.take(cover, raw)
    with pytest.raises(NotTheGiver) as caught:
        begin(begin_workspace(cover), writer.subject, "colleague")
    assert caught.value.facts["giver"] == "AB"
    assert not may_hand_over(begin_workspace(cover), writer.subject)

    post.take(supervisor, raw)
    above = begin_workspace(supervisor)
    assert may_hand_over(above, writer.subject)
    opened = begin(above, writer.subject, "colleague")
    opened.set_answer("ho_to", cover.me.person_id)
    opened.set_answer("ho_note", "Anna is ill.")
    sign(above, opened, signer_of(supervisor))
    found = state(supervisor, opened.document)
    # The one who answers for it is the lead still, not whoever signed.
    assert found.giver_id == writer.workspace.sitting.me.person_id
    assert found.signed_by == supervisor.me.person_id


def test_outside_the_case_nobody_hands_over(writer: Writer, cover: Sitting, post: Post) -> None:
    post.take(cover, carried(writer, post, cover))
    with pytest.raises(NotAllowed):
        begin(begin_workspace(cover), writer.subject, "colleague")


def test_one_handover_at_a_time_until_it_is_taken_back(writer: Writer, cover: Sitting) -> None:
    first = handed(writer, cover)
    with pytest.raises(HandedOverAlready):
        begin(writer.workspace, writer.subject, "colleague")
    with pytest.raises(Unfinished):
        take_back(writer.workspace, first.document_id, "", writer.signer)
    take_back(writer.workspace, first.document_id, "Wrong person.", writer.signer)
    assert waiting(writer.workspace.vault, writer.subject) is None
    second = handed(writer, cover)
    newest, *_older = handovers(writer.workspace.vault, writer.subject)
    assert newest.document_id == second.document_id
    assert state(writer.workspace.sitting, second).is_waiting
    with pytest.raises(NoAnswerWanted):
        take_back(writer.workspace, first.document_id, "Again.", writer.signer)


def test_what_is_missing_is_said_and_the_words_stay(writer: Writer, cover: Sitting) -> None:
    opened = begin(writer.workspace, writer.subject, "colleague")
    opened.set_answer("ho_note", WORDS)
    with pytest.raises(Unfinished):
        sign(writer.workspace, opened, writer.signer)
    again = begin(writer.workspace, writer.subject, "colleague")
    assert again.document == opened.document
    assert again.answers()["ho_note"] == WORDS
    again.set_answer("ho_to", cover.me.person_id)
    sign(writer.workspace, again, writer.signer)


def test_the_supervisor_may_be_asked_and_nobody_asks_themselves(
    writer: Writer, cover: Sitting, supervisor: Sitting
) -> None:
    found = takers(writer.workspace, writer.subject)
    assert [each.initials for each in found] == ["CC", "SH"]
    opened = begin(writer.workspace, writer.subject, "colleague")
    opened.set_answer("ho_note", WORDS)
    opened.set_answer("ho_to", writer.workspace.sitting.me.person_id)
    with pytest.raises((CannotTakeOver, Unfinished)):
        sign(writer.workspace, opened, writer.signer)


def test_the_inventory_is_made_from_the_record(writer: Writer, cover: Sitting) -> None:
    writer.signed("safety_flag", FLAG)
    kept = {"note_close": {"note_visible_to_bundle": "no"}}
    writer.signed("contact_note", {**NOTE, **kept})
    writer.draft("contact_note", {"note_content": {"note_facts": "Half a sentence"}})
    writer.signed(
        "rights_request", {"rights_asked": {"rr_received_on": "2026-01-31", "rr_kind": "copy"}}
    )
    document = handed(writer, cover)
    (head,) = writer.workspace.vault.revisions.heads(document.document_id)
    rows = rows_of(head.flat(), "ho_open")
    said = {str(row["hoo_what"]): row for row in rows}
    assert "Open safety flag: Exploiter contact recent" in said
    assert said["The client asked: A copy of the record"]["hoo_due"] == "2026-02-28"
    # What is only begun does not travel: it is named, so that it is signed first or written anew.
    assert said["Contact note"]["hoo_where"].startswith("Begun and not signed")
    stays = rows_of(head.flat(), "ho_stays")
    assert [row["hos_why"] for row in stays] == ["Its writer keeps it out of bundles"]


def test_on_one_laptop_the_second_worker_becomes_lead_and_the_lead_stands_in(
    writer: Writer, office: Sitting, cover: Sitting, signer_of: SignerOf, post: Post
) -> None:
    record = writer.workspace.casework.case_file(writer.subject).newest("case")
    assert record is not None
    held = writer.workspace.vault.documents.get(record.document_id)
    writer.revised(held, {"case_start": {"second_worker": cover.me.person_id}})
    before = len(writer.workspace.vault.revisions.history(record.document_id))
    document = handed(writer, cover)
    # The colleague could open the case already: its record has no new version for that.
    assert len(writer.workspace.vault.revisions.history(record.document_id)) == before
    post.take(cover, carried(writer, post, cover))
    answered(cover, signer_of(cover), document.document_id, "accepted")
    (head,) = cover.vault.revisions.heads(record.document_id)
    assert head.flat()["caseworker"] == cover.me.person_id
    assert head.flat()["second_worker"] == office.me.person_id
    assert head.header.author_id == cover.me.person_id


def test_a_draft_of_the_case_record_stays_as_it_is(writer: Writer, cover: Sitting) -> None:
    record = writer.workspace.casework.case_file(writer.subject).newest("case")
    assert record is not None
    mine = writer.workspace.casework.revise(record.document_id, Reason.CONTINUED)
    mine.set_answer("referred_in_detail", "Half a sentence")
    handed(writer, cover)
    again = writer.workspace.casework.resume(record.document_id)
    assert again.answers()["referred_in_detail"] == "Half a sentence"


def test_two_versions_of_the_record_are_merged_first(writer: Writer, cover: Sitting) -> None:
    record = writer.workspace.casework.case_file(writer.subject).newest("case")
    assert record is not None
    (head,) = writer.workspace.vault.revisions.heads(record.document_id)
    case = CaseBuilder(writer.workspace.sitting, writer.signer)
    case.client_id, case.case_id = writer.subject.client_id, writer.subject.case_id
    case.record = writer.workspace.vault.documents.get(record.document_id)
    opened = begin(writer.workspace, writer.subject, "colleague")
    opened.set_answer("ho_to", cover.me.person_id)
    opened.set_answer("ho_note", WORDS)
    for shared in ((), (cover.me.person_id,)):
        case.kept(case.record_plan(shared=shared, parents=(head.revision_id,)))
    with pytest.raises((NobodyLeads, CaseRecordInPart)):
        sign(writer.workspace, opened, writer.signer)


def test_who_waits_too_long_is_shown_as_late(
    writer: Writer, office: Sitting, cover: Sitting, clock: FrozenClock
) -> None:
    handed(writer, cover)
    clock.forward(days=3)
    ((need, _reference),) = on_today(office)
    assert need.due is None
    clock.forward(days=1)
    ((need, _reference),) = on_today(office)
    assert need.due is not None
    assert need.due.isoformat() == "2026-02-06"


def test_accepted_there_while_it_was_taken_back_here(
    writer: Writer, office: Sitting, cover: Sitting, signer_of: SignerOf, post: Post
) -> None:
    document = handed(writer, cover)
    post.take(cover, carried(writer, post, cover))
    take_back(writer.workspace, document.document_id, "Too soon.", writer.signer)
    answered(cover, signer_of(cover), document.document_id, "accepted")
    back = CaseBuilder(cover, signer_of(cover))
    back.case_id = writer.subject.case_id
    post.take(office, post.send(back, office.me.person_id))
    # Both words stay until somebody merges them; who leads is what the case record says.
    assert state(office, document).is_apart
    assert lead_here(office, writer.subject) == cover.me.person_id
    kinds = {each.need.kind for each in today(begin_workspace(office)).now}
    assert not kinds & HANDED


def test_a_supervisor_sees_what_waits_between_two_colleagues(
    writer: Writer, cover: Sitting, supervisor: Sitting, post: Post
) -> None:
    handed(writer, cover)
    post.take(supervisor, carried(writer, post, supervisor))
    ((need, _reference),) = on_today(supervisor)
    assert need.what == "Handed over to CC, caseworker, not yet accepted"
