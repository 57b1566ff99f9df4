"""Readable copies of real documents: what they show, what they leave out, what the journal keeps."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from outreach_app.domain.documents import Document, Reason, ReviewVerb, Subject
from outreach_app.paths import FileTrouble
from outreach_app.services.call_sheets import Contact, call_sheet
from outreach_app.services.copies import Copies
from outreach_app.services.errors import NotAllowed
from outreach_app.services.printing import Printed, print_case, print_document, write_pdf
from outreach_app.services.revising import ReviewFacts, make_review, make_revision
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.store.journal import Act
from tests.services.builders import keep, keep_reviews, without
from tests.services.writing import FLAG, NOTE, WORDS, Writer, assessment
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]
FULL = assessment("full", "2026-01-20T11:00:00.000+00:00", "very_high", "2", "5")
REVIEW = assessment("review", "2026-02-03T11:00:00.000+00:00", "high", "6", "3")


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return Workspace(office)


@pytest.fixture
def writer(workspace: Workspace, office: Sitting, signer_of: SignerOf) -> Writer:
    return Writer(workspace, signer_of(office))


def words_of(printed: Printed) -> str:
    """Return the text of all pages with single blanks."""
    pages = PdfReader(BytesIO(printed.pdf)).pages
    assert len(pages) == printed.pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def acts_of(sitting: Sitting) -> list[Act]:
    """Return every act in the journal of a vault."""
    return [row.act for row in sitting.vault.journal.rows()]


def documents_of(workspace: Workspace, writer: Writer) -> dict[str, Document]:
    """Return the documents about the client by form; the newest of each."""
    client = Subject(client_id=writer.subject.client_id)
    return {each.form_id: each for each in workspace.vault.documents.by_subject(client)}


def test_a_signed_document_shows_its_cover_and_its_words(
    workspace: Workspace, writer: Writer
) -> None:
    note = writer.signed("contact_note", NOTE)
    printed = print_document(workspace, note)
    words = words_of(printed)
    (head,) = workspace.vault.revisions.heads(note.document_id)
    assert printed.revision_id == head.revision_id
    assert head.revision_id.removeprefix("sha256:")[:12] in words
    for expected in (WORDS, "I slept for the first time.", "AB, caseworker", "Visit", "Albanian"):
        assert expected in words
    assert "Draft" not in words
    assert "Signed 3 February 2026, 11:00 by AB" in words


def test_headers_and_file_names_hold_the_reference_and_no_name(
    workspace: Workspace, writer: Writer
) -> None:
    for printed in (
        print_case(workspace, writer.subject),
        print_document(workspace, writer.signed("contact_note", NOTE)),
    ):
        facts = PdfReader(BytesIO(printed.pdf)).metadata
        assert facts is not None
        assert writer.reference in f"{facts.title}"
        assert printed.name.startswith(writer.reference)
        assert "Gerta" not in words_of(printed)
        assert "Gerta" not in f"{facts}{printed.name}"


def test_what_nobody_signed_says_so_and_what_it_needs(workspace: Workspace, writer: Writer) -> None:
    draft = writer.draft("risk_assessment", FULL)
    printed = print_document(workspace, draft.document)
    words = words_of(printed)
    assert printed.revision_id == ""
    assert "Draft – nobody's word yet" in words
    assert "Still needed before signing" in words
    assert "Signed" not in words.split("Risks")[0].replace("Still needed before signing", "")


def test_open_flags_come_first_and_cleared_ones_not(workspace: Workspace, writer: Writer) -> None:
    note = writer.signed("contact_note", NOTE)
    assert "No safety flag is open." in words_of(print_document(workspace, note))
    flag = writer.signed("safety_flag", FLAG)
    words = words_of(print_document(workspace, note))
    assert words.index("Open safety flags (1)") < words.index(WORDS)
    assert "He rang her sister." in words
    clearing = {
        "flag_cleared_at": "2026-02-03T10:00:00.000+00:00",
        "flag_how_cleared": "Number changed.",
    }
    writer.revised(flag, {"flag_clearing": clearing})
    assert "No safety flag is open." in words_of(print_document(workspace, note))


def test_an_assessment_has_its_level_its_trend_and_what_is_not_known(
    workspace: Workspace, writer: Writer
) -> None:
    writer.signed("safety_flag", FLAG)
    writer.signed("risk_assessment", FULL)
    second = writer.signed("risk_assessment", REVIEW)
    words = words_of(print_document(workspace, second))
    assert "Open flags Exploiter contact recent" in words
    assert "Risk over time" in words
    assert "Level the rules indicate" in words
    assert "Next review" in words
    assert "R1" in words
    assert "Not known yet" in words


def test_an_older_assessment_knows_nothing_of_later_ones(
    workspace: Workspace, writer: Writer
) -> None:
    first = writer.signed("risk_assessment", FULL)
    alone = print_document(workspace, first).pages
    before = words_of(print_document(workspace, first))
    writer.signed("risk_assessment", REVIEW)
    assert print_document(workspace, first).pages == alone
    # Nor is its review overdue any more, now that there was one.
    assert ", overdue" in before
    assert words_of(print_document(workspace, first)) == before.replace(", overdue", "")


def test_ids_become_words(workspace: Workspace, writer: Writer) -> None:
    agency = {"agency": {"agency_kind": "maternity", "agency_name": "Example Maternity Unit"}}
    involved = writer.signed("agency_involvement", agency)
    consent = {"con_kind": "share", "con_agency": involved.document_id, "con_purpose": "booking"}
    signed = writer.signed("consent", {"consent_section": consent})
    words = words_of(print_document(workspace, signed))
    assert "Example Maternity Unit" in words
    assert involved.document_id not in words


def test_the_client_s_copy_has_nothing_for_staff_and_nothing_of_reviews(
    workspace: Workspace, writer: Writer
) -> None:
    writer.signed("safety_flag", FLAG)
    signed = writer.signed("risk_assessment", FULL)
    ours, theirs = (
        words_of(print_document(workspace, signed, client_copy=client)) for client in (False, True)
    )
    assert "Staff safety" in ours
    assert "Copy for the client" in theirs
    for hidden in ("Staff safety", "Risk to staff", "safety flags", "He rang her sister", "State"):
        assert hidden not in theirs
    draft = writer.draft("risk_assessment", REVIEW)
    assert "Risk to staff" not in words_of(
        print_document(workspace, draft.document, client_copy=True)
    )


def test_no_address_is_printed_while_the_place_is_known_to_an_exploiter(
    workspace: Workspace, writer: Writer
) -> None:
    record = documents_of(workspace, writer)["client"]
    assert "7 Hidden Quay" in words_of(print_document(workspace, record))
    writer.signed("safety_flag", {"flag_open": {"flag_code": "location_compromised"}})
    words = words_of(print_document(workspace, record))
    assert "7 Hidden Quay" not in words
    assert "Not in this copy" in words


def test_parts_that_are_not_held_are_named(
    workspace: Workspace, writer: Writer, supervisor: Sitting
) -> None:
    record = documents_of(workspace, writer)["client"]
    (head,) = workspace.vault.revisions.heads(record.document_id)
    keep(supervisor, without(head, "location"))
    words = words_of(print_document(Workspace(supervisor), record))
    assert "Not in this copy places and addresses" in words
    assert "7 Hidden Quay" not in words


def test_two_versions_show_the_careful_answer_with_a_warning(
    workspace: Workspace, writer: Writer
) -> None:
    note = writer.signed("contact_note", NOTE)
    casework, vault = workspace.casework, workspace.vault
    sides = []
    for text in ("She was alone.", "A man waited outside."):
        open_document = casework.revise(note.document_id, Reason.CONTINUED)
        writer.answer(open_document, {"note_content": {"note_facts": text}})
        sides.append(make_revision(casework.plan(open_document), writer.signer, workspace.sitting))
        casework.discard(note.document_id)
    keep(workspace.sitting, *sides)
    assert len(vault.revisions.heads(note.document_id)) == 2
    words = words_of(print_document(workspace, note))
    assert "2 versions of this document are not merged yet" in words
    assert "She was alone." in words
    assert "A man waited outside." in words
    assert "versions that are not merged yet" in words_of(print_case(workspace, writer.subject))


def test_reviews_stand_on_the_cover_and_at_the_end(
    workspace: Workspace, writer: Writer, supervisor: Sitting, signer_of: SignerOf
) -> None:
    note = writer.signed("contact_note", NOTE)
    (head,) = workspace.vault.revisions.heads(note.document_id)
    facts = ReviewFacts(
        revision_id=head.revision_id,
        document_id=note.document_id,
        verb=ReviewVerb.RETURN,
        signed_at="2026-02-03T10:30:00+00:00",
        text="Please add who was there.",
    )
    keep_reviews(workspace.sitting, make_review(facts, signer_of(supervisor)))
    words = words_of(print_document(workspace, note))
    assert "Returned by" in words
    assert "SH, supervisor" in words
    assert "Please add who was there." in words
    assert "Please add who" not in words_of(print_document(workspace, note, client_copy=True))
    assert "Returned by the supervisor" in words_of(print_case(workspace, writer.subject))


def test_a_case_summary_brings_plan_risk_people_and_history_together(
    workspace: Workspace, writer: Writer
) -> None:
    writer.signed("safety_flag", FLAG)
    writer.signed("risk_assessment", FULL)
    writer.signed("risk_assessment", REVIEW)
    writer.signed(
        "agency_involvement",
        {"agency": {"agency_kind": "maternity", "agency_name": "Example Unit"}},
    )
    writer.signed("support_plan", PLAN)
    writer.draft("contact_note", NOTE)
    printed = print_case(workspace, writer.subject)
    words = words_of(printed)
    for expected in (
        "Case summary",
        "Open safety flags (1)",
        "Risk over time",
        "Flag set: Exploiter contact recent",
        "Needs attention",
        "Overdue: 1 February 2026",
        "Begun and not signed",
        "I want my own key.",
        "Own room by summer",
        "1 of 2",
        "6 of 10",
        "Example Unit",
        "Support plan: signed",
    ):
        assert expected in words, expected


PLAN = {
    "plan_p1": {"plan_kind": "first", "plan_date": "2026-01-20"},
    "plan_p3": {
        "goals": [
            {
                "goal_domain": "accommodation",
                "goal_words": {"goal_words_text": "I want my own key.", "goal_words_by": "client"},
                "goal_statement": "Own room by summer",
                "goal_target_date": "2026-06-30",
                "goal_status": "on_track",
                "actions": [
                    {
                        "act_text": "Apply to the council",
                        "act_who_kind": "caseworker",
                        "act_by": "2026-02-01",
                        "act_status": "doing",
                    },
                    {
                        "act_text": "Collect the papers",
                        "act_who_kind": "client",
                        "act_by": "2026-01-25",
                        "act_status": "done",
                    },
                ],
            }
        ]
    },
}


def test_the_exit_checklist_prints_its_evidence(workspace: Workspace, writer: Writer) -> None:
    writer.signed("risk_assessment", REVIEW)
    opening = {"exit_reason": "planned_targets_met", "exit_date": "2026-02-10"}
    judged = {"e1_recent": {"e1_recent_worker": "met"}}
    signed = writer.signed("exit_checklist", {"exit_opening": opening, "e1": judged})
    for printed in (
        print_document(workspace, signed),
        print_case(workspace, writer.subject),
    ):
        words = words_of(printed)
        assert "A recent assessment for the exit" in words
        assert "Supports:" in words
        assert "Contradicts:" in words
        assert "Met" in words


def test_a_plain_file_is_private_and_in_the_journal(
    workspace: Workspace, writer: Writer, tmp_path: Path
) -> None:
    printed = print_document(workspace, writer.signed("contact_note", NOTE))
    path = tmp_path / "copy.pdf"
    written = write_pdf(workspace, printed, path, protect=False)
    assert path.read_bytes() == printed.pdf
    assert path.stat().st_mode & 0o777 == 0o600
    assert (written.size_bytes, written.pages) == (len(printed.pdf), printed.pages)
    assert written.password_groups == ""
    act = acts_of(workspace.sitting)[-1]
    assert act.kind == "document.printed"
    assert act.facts["sha256"] == written.digest
    assert act.facts["revision"] == printed.revision_id
    assert "copy.pdf" not in f"{act}"
    assert list(tmp_path.glob(".*")) == []


def test_a_protected_file_opens_with_the_digits_that_are_shown_once(
    workspace: Workspace, writer: Writer, tmp_path: Path
) -> None:
    printed = print_document(workspace, writer.signed("contact_note", NOTE))
    path = tmp_path / "copy.pdf"
    written = write_pdf(workspace, printed, path, protect=True)
    password = written.password_groups.replace(" ", "")
    assert len(password) == 20
    locked = PdfReader(path)
    assert locked.is_encrypted
    assert not locked.decrypt("00000000000000000000")
    assert locked.decrypt(password)
    assert WORDS in " ".join(" ".join(page.extract_text() for page in locked.pages).split())
    journal = f"{acts_of(workspace.sitting)}"
    assert "document.exported_pdf" in journal
    assert password not in journal
    assert written.password_groups not in journal
    assert password not in repr(written)


def test_the_call_sheet_names_the_number_and_the_words_of_the_file(
    workspace: Workspace, writer: Writer, tmp_path: Path
) -> None:
    referral = writer.signed("referral", {"ref_head": {"ref_kind": "law_enforcement"}})
    path = tmp_path / "referral.pdf"
    written = write_pdf(workspace, print_document(workspace, referral), path, protect=True)
    contact = Contact(call="020 7946 0018", hours="Monday to Friday, 9 to 17")
    sheet = call_sheet(workspace, referral, path.read_bytes(), contact)
    (page,) = PdfReader(BytesIO(sheet)).pages
    words = " ".join(page.extract_text().split())
    assert "020 7946 0018" in words
    assert written.digest in words.replace(" ", "")
    assert f"{writer.reference}" in words
    assert written.password_groups not in words


def test_strangers_to_the_case_are_refused_and_supervisors_are_noted(
    workspace: Workspace,
    writer: Writer,
    cover: Sitting,
    supervisor: Sitting,
) -> None:
    note = writer.signed("contact_note", NOTE)
    history = [
        revision
        for document in documents_of(workspace, writer).values()
        for revision in workspace.vault.revisions.history(document.document_id)
    ]
    for sitting in (cover, supervisor):
        keep(sitting, *history)
    with pytest.raises(NotAllowed):
        print_document(Workspace(cover), note)
    with pytest.raises(NotAllowed):
        print_case(Workspace(cover), writer.subject)
    assert WORDS in words_of(print_document(Workspace(supervisor), note))
    kinds = [act.kind for act in acts_of(supervisor)]
    assert "case.opened_outside_list" in kinds


def test_the_same_moment_gives_the_same_bytes(
    workspace: Workspace, writer: Writer, clock: FrozenClock
) -> None:
    note = writer.signed("contact_note", NOTE)
    first = print_document(workspace, note).pdf
    assert print_document(workspace, note).pdf == first
    clock.forward(minutes=1)
    assert print_document(workspace, note).pdf != first


def test_the_plain_copy_depends_on_nothing_but_the_revision(
    workspace: Workspace, writer: Writer, supervisor: Sitting
) -> None:
    note = writer.signed("contact_note", NOTE)
    (head,) = workspace.vault.revisions.heads(note.document_id)
    text = Copies(workspace.catalogue).text(head)
    assert WORDS in text
    assert "AB" not in text.split()
    assert Copies(Workspace(supervisor).catalogue).text(head) == text


def test_what_a_supervisor_answered_stands_at_its_question(
    workspace: Workspace, writer: Writer, supervisor: Sitting, signer_of: SignerOf
) -> None:
    opening = {"exit_reason": "planned_targets_met", "exit_date": "2026-02-10"}
    judged = {"e1_recent": {"e1_recent_worker": "met", "e1_recent_reason": "Agreed on the phone."}}
    signed = writer.signed("exit_checklist", {"exit_opening": opening, "e1": judged})
    (head,) = workspace.vault.revisions.heads(signed.document_id)
    facts = ReviewFacts(
        revision_id=head.revision_id,
        document_id=signed.document_id,
        verb=ReviewVerb.CLOSE,
        signed_at="2026-02-03T10:30:00+00:00",
        answers={"e1_recent_supervisor": "agree", "e1_recent_supervisor_note": "I was there."},
    )
    keep_reviews(workspace.sitting, make_review(facts, signer_of(supervisor)))
    words = words_of(print_document(workspace, signed))
    assert "I was there." in words
    assert "Closed by" in words
    assert "I was there." not in words_of(print_document(workspace, signed, client_copy=True))


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    workspace: Workspace, writer: Writer, tmp_path: Path
) -> None:
    printed = print_case(workspace, writer.subject)
    with pytest.raises(FileTrouble):
        write_pdf(workspace, printed, tmp_path / "nowhere" / "copy.pdf")
    assert acts_of(workspace.sitting)[-1].kind == "document.printed"


def test_a_referral_that_leaves_the_house_says_nothing_of_flags(
    workspace: Workspace, writer: Writer
) -> None:
    writer.signed("safety_flag", FLAG)
    referral = writer.signed("referral", {"ref_head": {"ref_kind": "law_enforcement"}})
    words = words_of(print_document(workspace, referral))
    assert "Referral to law enforcement" in words
    assert "safety flag" not in words.casefold()
    assert "Open on" not in words


def test_an_older_copy_says_which_flags_were_open_on_its_own_day(
    workspace: Workspace, writer: Writer, clock: FrozenClock
) -> None:
    writer.signed("safety_flag", FLAG)
    note = writer.signed("contact_note", NOTE)
    assert "the date of this document" not in words_of(print_document(workspace, note))
    clock.forward(days=3)
    words = words_of(print_document(workspace, note))
    assert "Open safety flags today, 6 February 2026 (1)" in words
    assert "Open on 3 February 2026, the date of this document: " in words
