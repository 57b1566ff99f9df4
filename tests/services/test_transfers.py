"""Handing a client on to another service: consent, exactly what goes, the register, the receipt, the exit."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach_app.domain.documents import Document
from outreach_app.domain.handovers import HandoverState
from outreach_app.domain.values import rows_of, text_of
from outreach_app.report.pictures import PageReader
from outreach_app.services.errors import NothingToExport, Unfinished
from outreach_app.services.exchange.errors import BasisUndecided, InventoryOutdated, NoConsent
from outreach_app.services.handing_over.errors import NoAnswerWanted, NothingToHandOver
from outreach_app.services.handing_over.giving import begin, take_back
from outreach_app.services.handing_over.standing import standing
from outreach_app.services.handing_over.transferring import (
    ServiceAnswer,
    begin_exit,
    note_answer,
    sign_transfer,
)
from outreach_app.services.needs import NeedKind
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sharing.decided import Grounds, Harm, ShareOrder, check
from outreach_app.services.sharing.disclosures import Way, disclosures, way_words
from outreach_app.services.sharing.enclosed import enclosed
from outreach_app.services.sharing.protected import (
    ProtectedOrder,
    compose_protected,
    make_protected,
    neutral_path,
    settle_protected,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.today import today
from outreach_app.services.workspace import begin_workspace
from tests.services.writing import FLAG, NOTE, Writer, assessment

SignerOf = Callable[[Sitting], Signer]
AGENCY = {
    "agency": {
        "agency_kind": "mental_health",
        "agency_name": "Quay House",
        "agency_contact": "020 7946 0899",
    }
}


@pytest.fixture
def writer(office: Sitting, signer_of: SignerOf) -> Writer:
    return Writer(begin_workspace(office), signer_of(office))


@pytest.fixture
def agency(writer: Writer) -> Document:
    """A service that is involved, with a consent that covers needs and risk."""
    found = writer.signed("agency_involvement", AGENCY)
    consent = {
        "con_kind": "share",
        "con_agency": found.document_id,
        "con_purpose": "move on to Quay House",
        "con_what": "identity needs risk exploitation",
        "con_explained": "yes",
        "con_can_say_no": "yes",
        "con_decision": "given",
        "con_how_given": "signed",
        "con_by_whom": "client",
        "con_date": "2026-02-02",
        "con_expires": "2026-06-01",
    }
    writer.signed("consent", {"consent_section": consent})
    return found


@pytest.fixture
def risk(writer: Writer) -> Document:
    """A paper with something for the safety of staff in it."""
    when = "2026-02-02T10:00:00.000+00:00"
    return writer.signed("risk_assessment", assessment("initial", when, "high", "6", "3"))


def transfer(writer: Writer, agency: Document, basis: str = "consent") -> OpenDocument:
    opened = begin(writer.workspace, writer.subject, "service")
    opened.set_answer("ho_agency", agency.document_id)
    opened.set_answer("ho_receiving_worker", "Rosa, support worker")
    opened.set_answer("ho_meeting", "2026-02-02")
    opened.set_answer("ho_note", "She wants her own room.")
    opened.set_answer("ho_basis", basis)
    return opened


def signed(writer: Writer, agency: Document, *papers: Document) -> Document:
    opened = transfer(writer, agency)
    ids = [each.document_id for each in papers]
    sign_transfer(writer.workspace, opened, ids, writer.signer)
    return opened.document


def test_nothing_goes_without_consent_or_a_decided_basis(
    writer: Writer, agency: Document, risk: Document, supervisor: Sitting
) -> None:
    nrm = writer.signed("nrm_event", {"nrm_event_section": {"nrm_event_kind": "referred"}})
    opened = transfer(writer, agency)
    with pytest.raises(NothingToExport):
        sign_transfer(writer.workspace, opened, [], writer.signer)
    with pytest.raises(NoConsent) as caught:
        sign_transfer(writer.workspace, opened, [risk.document_id, nrm.document_id], writer.signer)
    assert caught.value.facts["uncovered"] == "Immigration"
    opened.set_answer("ho_basis", "court_order")
    opened.set_answer("ho_basis_reason", "too short")
    opened.set_answer("ho_decided_by", supervisor.me.person_id)
    with pytest.raises(BasisUndecided):
        sign_transfer(writer.workspace, opened, [nrm.document_id], writer.signer)
    opened.set_answer("ho_basis_reason", "Order of the family court of 1 February.")
    sign_transfer(writer.workspace, opened, [nrm.document_id], writer.signer)


def test_the_inventory_says_exactly_what_goes_and_what_stays(
    writer: Writer, agency: Document, risk: Document
) -> None:
    writer.signed("safety_flag", FLAG)
    note = writer.signed("contact_note", NOTE)
    document = signed(writer, agency, risk)
    (head,) = writer.workspace.vault.revisions.heads(document.document_id)
    (version,) = writer.workspace.vault.revisions.heads(risk.document_id)
    goes = rows_of(head.flat(), "ho_goes")
    assert [(row["hog_what"], row["hog_version"]) for row in goes] == [
        ("Risk assessment: Initial", version.revision_id)
    ]
    stays = {str(row["hos_what"]): str(row["hos_why"]) for row in rows_of(head.flat(), "ho_stays")}
    assert stays["safety of staff"] == "Never leaves the team of the case"
    assert stays["Contact note: Visit"] == "Not needed by the receiver"
    # What is open among us, and flags whose paper does not go, are not told to a service outside.
    assert "flag" not in " ".join(str(row) for row in rows_of(head.flat(), "ho_open")).casefold()
    assert enclosed(writer.workspace, document) == (risk,)
    assert note.document_id != risk.document_id


def protected(writer: Writer, agency: Document, document: Document, folder: Path) -> str:
    """Make the protected copy; return its text and leave the file."""
    order = ProtectedOrder(
        document_id=document.document_id,
        agency_id=agency.document_id,
        folder=folder,
        typed_name="Quay House",
        grounds=Grounds(agency_id=agency.document_id),
        harm=Harm(is_weighed=True),
    )
    composed = compose_protected(writer.workspace, order)
    path = neutral_path(writer.workspace, folder)
    staged = make_protected(composed, path, lambda _per_cent: None)
    copy = settle_protected(writer.workspace, order, staged)
    reader = PageReader(copy.data, copy.digits.replace(" ", ""))
    return " ".join(reader.text(page) for page in range(reader.pages))


def test_one_protected_copy_takes_the_letter_and_its_papers(
    writer: Writer, agency: Document, risk: Document, tmp_path: Path
) -> None:
    writer.signed("safety_flag", FLAG)
    document = signed(writer, agency, risk)
    said = protected(writer, agency, document, tmp_path)
    for words in ("She wants her own room.", "Found by those who exploited her", "By telephone."):
        assert words in said
    # Neither what staff wrote for their own safety nor a flag whose paper stays here.
    assert "He rang her sister" not in said
    assert "Exploiter contact" not in said
    assert "Risk to staff" not in said
    # What stays, and why, is for us: the titles of papers say things themselves.
    assert "Not needed by the receiver" not in said
    (found,) = disclosures(writer.workspace, writer.subject)
    assert found.way is Way.PROTECTED
    assert found.document_ids == (document.document_id, risk.document_id)
    assert (found.receiver, found.basis) == ("Quay House", "consent")
    assert not found.is_confirmed

    answer = ServiceAnswer(answer="accepted", by="Rosa, by telephone")
    note_answer(writer.workspace, document.document_id, answer, writer.signer)
    (found,) = disclosures(writer.workspace, writer.subject)
    assert found.is_confirmed
    assert "not known" not in way_words(found)


def test_nor_does_it_go_in_a_bundle_to_somebody_outside(
    writer: Writer, agency: Document, risk: Document, cover: Sitting, tmp_path: Path
) -> None:
    document = signed(writer, agency, risk)
    order = ShareOrder(
        person_ids=(cover.me.person_id,),
        document_ids=(document.document_id, risk.document_id),
        folder=tmp_path,
        grounds=Grounds(agency_id=agency.document_id),
        harm=Harm(is_weighed=True),
        compared=frozenset({cover.me.certificate_serial}),
        typed_names={cover.me.person_id: cover.me.full_name},
    )
    facts = check(writer.workspace, order)
    assert (facts["basis"], facts["agency"]) == ("consent", agency.document_id)
    writer.revised(risk, {"section_k": {"overall_level": "medium"}})
    with pytest.raises(InventoryOutdated):
        check(writer.workspace, order)
    again = begin_again(writer, agency, document, risk)
    (head,) = writer.workspace.vault.revisions.heads(again.document_id)
    (line,) = rows_of(head.flat(), "ho_goes")
    assert line["hog_what"] == "Risk assessment: Initial (in a bundle with 1 earlier version)"


def begin_again(writer: Writer, agency: Document, document: Document, risk: Document) -> Document:
    """Take a transfer back and sign it anew, as its refusal says."""
    take_back(writer.workspace, document.document_id, "The assessment changed.", writer.signer)
    return signed(writer, agency, risk)


def test_what_changed_since_does_not_go(
    writer: Writer, agency: Document, risk: Document, tmp_path: Path
) -> None:
    document = signed(writer, agency, risk)
    writer.revised(risk, {"section_k": {"overall_level": "medium"}})
    with pytest.raises(InventoryOutdated):
        protected(writer, agency, document, tmp_path)
    assert list(tmp_path.glob("*.pdf")) == []


def test_the_answer_is_noted_with_who_gave_it_and_the_exit_begins_from_it(
    writer: Writer, agency: Document, risk: Document, office: Sitting
) -> None:
    document = signed(writer, agency, risk)
    with pytest.raises(NothingToHandOver):
        begin_exit(writer.workspace, writer.subject)
    (waits,) = [each for each in today(writer.workspace).now if each.need.kind is NeedKind.HANDED]
    assert waits.need.what == "Handed over to Quay House, not yet accepted"
    with pytest.raises(Unfinished):
        note_answer(
            writer.workspace,
            document.document_id,
            ServiceAnswer(answer="accepted", by=""),
            writer.signer,
        )
    said = ServiceAnswer(answer="accepted", by="Rosa, by telephone", receipt=b"%PDF-1.4 receipt")
    note_answer(writer.workspace, document.document_id, said, writer.signer)
    found = standing(office.vault, document.document_id)
    assert found is not None
    assert found.state is HandoverState.ACCEPTED
    (head,) = office.vault.revisions.heads(document.document_id)
    assert office.vault.attachments.holds(str(head.flat()["ho_receipt"]))
    with pytest.raises(NoAnswerWanted):
        note_answer(writer.workspace, document.document_id, said, writer.signer)

    answers = begin_exit(writer.workspace, writer.subject).answers()
    assert answers["exit_reason"] == "transferred"
    assert answers["sr_receiving_worker"] == "Rosa, support worker"
    assert answers["sr_handover_meeting"] == "2026-02-02"
    assert answers["sr_bundle_accepted"] == "yes"
    # The case is ours until the exit is closed, and so is its record afterwards.
    line = office.vault.lists.case(writer.subject.case_id)
    assert line is not None
    assert (line.closed, line.caseworker) == (False, office.me.person_id)


def test_what_the_worker_wrote_at_the_exit_stays(
    writer: Writer, agency: Document, risk: Document
) -> None:
    mine = writer.draft("exit_checklist", {"exit_opening": {"exit_reason": "transferred"}})
    mine.set_answer("sr_receiving_worker", "Somebody else")
    document = signed(writer, agency, risk)
    said = ServiceAnswer(answer="accepted", by="Rosa, by telephone")
    note_answer(writer.workspace, document.document_id, said, writer.signer)
    again = begin_exit(writer.workspace, writer.subject)
    assert again.document == mine.document
    assert text_of(again.answers(), "sr_receiving_worker") == "Somebody else"


def test_a_service_may_refuse_and_the_reason_is_kept(
    writer: Writer, agency: Document, risk: Document
) -> None:
    document = signed(writer, agency, risk)
    refused = ServiceAnswer(answer="refused", by="Rosa", words="No room before March.")
    note_answer(writer.workspace, document.document_id, refused, writer.signer)
    found = standing(writer.workspace.vault, document.document_id)
    assert found is not None
    assert found.state is HandoverState.REFUSED
    (again,) = [each for each in today(writer.workspace).now if each.need.kind is NeedKind.HANDED]
    assert again.need.what == "Quay House did not take the case over: read why"
    second = signed(writer, agency, risk)
    kinds = [each.need.document_id for each in today(writer.workspace).now]
    assert second.document_id in kinds
    assert document.document_id not in kinds
