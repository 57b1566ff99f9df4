"""A document being written: what is saved, what is refused, what follows from an answer."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from outreach_app.domain.answers import leaves
from outreach_app.domain.documents import Reason, Subject
from outreach_app.engine.errors import AnswerType, UnknownAddress
from outreach_app.report.errors import PictureKeepsMore
from outreach_app.services.form_facts import attachments_in
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from outreach_app.store.errors import AttachmentTooLarge
from tests.report.test_photographs import TOLD, photograph
from tests.services.builders import CaseBuilder
from tests.services.conftest import Template
from tests.services.filling import Desk, own_desk
from tests.support.determinism import FrozenClock


@pytest.fixture(scope="module")
def desk(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with own_desk(template, tmp_path_factory.mktemp("open")) as found:
        yield found


@pytest.fixture(scope="module")
def subject(desk: Desk) -> Subject:
    return desk.opened_case().subject


@pytest.fixture
def note(desk: Desk, subject: Subject) -> OpenDocument:
    return desk.note(subject)


def stored(desk: Desk, opened: OpenDocument) -> dict[str, str]:
    return dict(leaves(desk.sitting.vault.drafts.load(opened.document.document_id).answers))


@pytest.mark.parametrize(
    ("address", "value", "error"),
    [
        ("note_duration_min", "many", AnswerType),
        ("note_datetime", "yesterday", AnswerType),
        ("note_kind", "carrier_pigeon", AnswerType),
        ("no_such_question", "x", UnknownAddress),
        ("note_actions[r_nowhere]/na_text", "x", UnknownAddress),
        ("note_about", "x", UnknownAddress),
    ],
)
def test_what_is_refused_changes_nothing(
    desk: Desk, note: OpenDocument, address: str, value: str, error: type[Exception]
) -> None:
    before = stored(desk, note)
    with pytest.raises(error):
        note.set_answer(address, value)
    assert stored(desk, note) == before


def test_a_refusal_never_quotes_the_answer(note: OpenDocument) -> None:
    with pytest.raises(AnswerType) as refused:
        note.set_answer("note_duration_min", "Brindelmoor told me")
    assert "Brindelmoor" not in str(refused.value) + repr(refused.value.facts)


def test_the_log_also_has_what_an_answer_set_off(desk: Desk, note: OpenDocument) -> None:
    note.set_answer("note_client_voice_text", "I slept.")
    log = desk.sitting.vault.drafts.log(note.document.document_id)
    addresses = [each.address for each in log]
    at = "note_content/note_client_voice/note_client_voice_at"
    assert addresses.count(at) == 1
    assert stored(desk, note)[at] == note.session.value(at)


def test_the_draft_on_disk_is_what_the_form_holds(desk: Desk, note: OpenDocument) -> None:
    note.set_answer("note_present", ["interpreter", "client"])
    row = note.add_row("note_actions")
    note.set_answer(f"note_actions[{row}]/na_text", "Ring the surgery")
    note.set_answer("note_safe", "")
    kept = stored(desk, note)
    assert kept["note_about/note_present"] == "client interpreter"
    assert "note_close/note_safe" not in kept
    assert kept == dict(leaves(note.session.all_answers()))


def test_a_file_is_stored_encrypted_and_stands_in_the_header(desk: Desk, subject: Subject) -> None:
    opened = desk.casework.begin("transmission", subject)
    question = next(
        item.path
        for item in opened.definition.leaves()
        if item.type in {"image", "file"} and "[" not in item.path
    )
    content = b"%PDF-1.7 a letter in clear words"
    change = opened.attach(question, content, media_type="application/pdf", description="letter")
    vault = desk.sitting.vault
    assert vault.attachments.get(change.new) == content
    assert desk.casework.plan(opened).attachments == (change.new,)
    assert attachments_in(opened.definition, opened.session.answers()) == (change.new,)
    for path in (vault.folder / "attachments").iterdir():
        assert b"clear words" not in path.read_bytes()
    opened.set_answer(question, "")
    assert desk.casework.plan(opened).attachments == ()


def test_a_photograph_is_kept_without_what_is_hidden_in_it(desk: Desk, subject: Subject) -> None:
    client = Subject(client_id=subject.client_id)
    (found,) = (
        each for each in desk.sitting.vault.documents.by_subject(client) if each.form_id == "client"
    )
    opened = desk.casework.revise(found.document_id, Reason.CONTINUED)
    opened.set_answer("photo_held", "yes")
    change = opened.attach(
        "photo_file", photograph(2400, 1800), media_type="image/x", description="Ina.jpg"
    )
    attachments = desk.sitting.vault.attachments
    kept = attachments.get(change.new)
    assert TOLD not in kept
    assert attachments.facts(change.new).media_type == "image/jpeg"
    with Image.open(BytesIO(kept)) as seen:
        assert seen.size == (1200, 1600), "as the form says, and upright"
    letter = desk.casework.begin("transmission", subject)
    change = letter.attach(
        "tx_copy_held", photograph(2400, 1800), media_type="image/jpeg", description="letter"
    )
    kept = attachments.get(change.new)
    assert TOLD not in kept
    with Image.open(BytesIO(kept)) as seen:
        assert seen.size == (1800, 2400)
    before = stored(desk, letter)
    with pytest.raises(PictureKeepsMore):
        letter.attach("tx_copy_held", b"II*\x00....", media_type="image/tiff", description="scan")
    assert stored(desk, letter) == before


def test_a_file_that_is_too_large_is_not_stored(desk: Desk, subject: Subject) -> None:
    opened = desk.casework.begin("transmission", subject)
    before = stored(desk, opened)
    with pytest.raises(AttachmentTooLarge):
        opened.attach("tx_copy_held", bytes(65 << 20), media_type="x/y", description="large")
    assert stored(desk, opened) == before


def test_a_form_that_stays_open_takes_the_time_that_it_is_now(
    case: CaseBuilder, office: Sitting, clock: FrozenClock
) -> None:
    workspace = begin_workspace(office)
    opened = workspace.casework.begin(
        "risk_assessment", Subject(client_id=case.client_id, case_id=case.case_id)
    )
    clock.forward(minutes=20)
    later = clock().isoformat(timespec="milliseconds")
    opened.set_answer("assessed_at", later)
    assert not opened.session.question("section_a/assessed_at").violations
    ahead = (clock() + timedelta(minutes=5)).isoformat(timespec="milliseconds")
    opened.set_answer("assessed_at", ahead)
    assert opened.session.question("section_a/assessed_at").violations
