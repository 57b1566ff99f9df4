"""Names by which people choose documents and cases."""

from collections.abc import Iterator

import pytest

from outreach_app.domain.documents import Subject
from outreach_app.services.errors import UnknownDocument
from outreach_app.services.naming import (
    case_references,
    client_references,
    device_letter,
    find_document,
    named_documents,
    spoken_references,
)
from tests.services.builders import CaseBuilder
from tests.services.conftest import Template
from tests.services.filling import Desk, own_desk


@pytest.fixture(scope="module")
def desk(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with own_desk(template, tmp_path_factory.mktemp("naming")) as found:
        yield found


@pytest.mark.parametrize(
    ("serial", "letters"),
    [(0, "X"), (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")],
)
def test_device_letters_count_like_columns(serial: int, letters: str) -> None:
    assert device_letter(serial) == letters


def test_documents_are_named_by_form_and_age(desk: Desk) -> None:
    made = desk.casework.new_case()
    vault, subject = desk.sitting.vault, made.subject
    only = desk.note(subject)
    assert set(named_documents(vault, subject)) == {"client", "case", "contact_note"}
    assert find_document(vault, subject, "contact_note/1") == only.document
    only.set_answer("note_datetime", "2026-02-02T10:00:00.000+00:00")
    desk.sign(only)
    older = desk.note(subject)
    older.set_answer("note_datetime", "2026-02-01T10:00:00.000+00:00")
    desk.sign(older)
    draft = desk.note(subject)
    names = named_documents(vault, subject)
    assert names["contact_note/1"] == older.document
    assert names["contact_note/2"] == only.document
    assert names["contact_note/3"] == draft.document
    assert find_document(vault, subject, "contact_note") == draft.document
    for unknown in ("contact_note/4", "contact", "support_plan", ""):
        with pytest.raises(UnknownDocument):
            find_document(vault, subject, unknown)


def test_other_cases_of_the_client_are_not_among_the_documents(desk: Desk) -> None:
    made = desk.casework.new_case()
    second = Subject(client_id=made.subject.client_id, case_id="e_" + "a" * 26)
    desk.sign(desk.note(made.subject))
    names = named_documents(desk.sitting.vault, second)
    assert set(names) == {"client"}


def test_a_client_with_two_cases_is_asked_for_by_number(desk: Desk) -> None:
    builder = CaseBuilder(desk.sitting, desk.signer)
    client = builder.kept(
        builder.plan(builder.client, {"main": {"client_identity": {"client_ref": "HH-25-A009"}}})
    )
    vault = desk.sitting.vault
    assert client_references(vault)[builder.client_id] == "HH-25-A009"
    builder.kept(builder.record_plan())
    first = builder.case_id
    builder.case_id = CaseBuilder(desk.sitting, desk.signer).case_id
    builder.kept(
        builder.plan(
            builder.document("case"), {"main": {"case_start": {"case_opened_on": "2026-01-05"}}}
        )
    )
    references = case_references(vault)
    assert references[first] == "HH-25-A009.2"
    assert references[builder.case_id] == "HH-25-A009.1"
    assert client.header.subject.case_id == ""


def test_a_case_without_its_client_record_still_has_a_name(desk: Desk) -> None:
    builder = CaseBuilder(desk.sitting, desk.signer)
    builder.kept(builder.note_plan("Sent to us alone."))
    reference = case_references(desk.sitting.vault)[builder.case_id]
    assert len(reference) == 8
    assert desk.casework.find_case(reference).case_id == builder.case_id
    said = spoken_references(desk.sitting.vault)
    assert said[builder.case_id] == f"Case without a reference yet ({reference})"
    named = {each: words for each, words in said.items() if words.startswith("HH-")}
    known = case_references(desk.sitting.vault)
    assert named == {each: known[each] for each in named}
