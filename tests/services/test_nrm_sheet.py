"""The Home Office form in its order: what is known of it, what is missing, on screen and on paper."""

import csv
from pathlib import Path

import pytest

from outreach_app.domain.documents import Document
from outreach_app.domain.home_office_form import HINTS, SECTIONS
from outreach_app.report.content import Field, PrintDocument
from outreach_app.services.errors import NotAllowed
from outreach_app.services.nrm_sheet import NrmSheet, SheetLine, compose_nrm_sheet, nrm_sheet
from outreach_app.services.printing import rendered
from outreach_app.services.shipped import forms_folder
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from tests.services.builders import CaseBuilder, Json, Post

IDENTITY: Json = {
    "client_ref": "HH-26-A001",
    "preferred_name": "Ina",
    "full_name": "Ina Example",
    "case_jurisdiction": "EW",
}
CLIENT: Json = {
    "client_identity": IDENTITY,
    "client_age": {"age_status": "adult_confirmed"},
    "client_language": {"first_language": "sqi"},
}
EXPLOITATION: Json = {
    "exploitation_detail": "forced_crime household_work",
    "means_of_control": "debt isolation",
    "still_exploited": "no",
    "more_than_one_situation": "not_asked",
    "exploiters": [
        {"_id": "r_x", "_order": "a", "exp_label": "Person A", "exp_known_names": "Rami"},
    ],
}


def told(case: CaseBuilder, document: Document, main: Json, **parts: Json) -> None:
    """Sign a document of the case, or its next version."""
    heads = case.sitting.vault.revisions.heads(document.document_id)
    parents = tuple(head.revision_id for head in heads)
    case.kept(case.plan(document, {"main": main, **parts}, parents=parents))


@pytest.fixture
def known(case: CaseBuilder) -> CaseBuilder:
    """An adult who wants the NRM, with some of what the form asks."""
    case.opened()
    told(case, case.client, CLIENT)
    start = {"case_opened_on": "2026-01-05", "caseworker": case.sitting.me.person_id}
    told(case, case.record, {"case_start": start, "case_exploitation": EXPLOITATION})
    explained = {"nrm_decision": "yes", "nrm_fr_org": "Harbour Council"}
    told(case, case.document("nrm_explanation"), explained)
    return case


def sheet_of(case: CaseBuilder) -> NrmSheet:
    return nrm_sheet(begin_workspace(case.sitting), case.record.subject)


def line(sheet: NrmSheet, words: str) -> SheetLine:
    (found,) = [each for one in sheet.sections for each in one.lines if each.words == words]
    return found


def test_every_field_of_the_map_is_a_question_of_its_form() -> None:
    with (forms_folder() / "names.csv").open(encoding="utf-8", newline="") as file:
        names = {(row["form"], row["name"]) for row in csv.DictReader(file)}
    asked = [each for section in SECTIONS for each in section.asked]
    assert len(SECTIONS) == 13
    for source in (source for each in asked for source in each.sources):
        for name in (*source.names, *([source.rows] if source.rows else [])):
            assert (source.form_id, name) in names, name
    assert len({each.words for each in asked}) == len(asked)


def test_what_is_known_stands_in_the_words_of_the_forms(known: CaseBuilder) -> None:
    sheet = sheet_of(known)
    assert line(sheet, "How they were controlled").value == "Debt, Isolation, phone taken"
    assert line(sheet, "Your contact").value == known.sitting.me.full_name
    assert line(sheet, "First and last name").value == "Ina Example"
    assert line(sheet, "Language").value == "Albanian"
    assert line(sheet, "Under 18?").value == "Adult, not in doubt"
    exploiter = line(sheet, "Who, names and nicknames, languages, features, where now")
    assert exploiter.value == "Person A, Rami"


def test_what_is_missing_says_why_and_where_it_is_written(known: CaseBuilder) -> None:
    sheet = sheet_of(known)
    missing = {each.words: each for each in sheet.missing}
    more = missing["More than one situation?"]
    assert (more.why, more.where, more.form_id) == ("Not asked yet", "Case record", "case")
    assert more.document_id == known.record.document_id
    assert more.address.endswith("more_than_one_situation")
    assert missing["Nationality"].why == ""
    # Somebody who has left is asked how, and not what keeps them there.
    assert "How they got out" in missing
    words = {each.words for one in sheet.sections for each in one.lines}
    assert "What keeps them there" not in words
    assert "If not: why" not in words
    # What is written only if it was offered is never missing.
    assert "Family, education, work before: only what was offered" not in missing


def test_a_child_is_asked_for_the_council_and_not_for_consent(case: CaseBuilder) -> None:
    case.opened()
    sheet = sheet_of(case)
    words = {each.words for one in sheet.sections for each in one.lines}
    assert "Local authority that was told: name, telephone, person" in words
    assert "Consent to the NRM, and support wanted" not in words


def test_only_the_town_of_the_address_stands_there(known: CaseBuilder) -> None:
    location = {
        "client_contact": {"current_address": {"addr_line1": "12 Quay", "addr_town": "Hull"}}
    }
    told(known, known.client, CLIENT, location=location)
    sheet = sheet_of(known)
    assert line(sheet, "Where they stay now: town and region only").value == "Hull"
    assert "12 Quay" not in str(sheet)


def test_the_paper_begins_with_what_is_missing_and_ends_with_the_hints(
    known: CaseBuilder, tmp_path: Path
) -> None:
    composed = compose_nrm_sheet(begin_workspace(known.sitting), known.record.subject)
    assert isinstance(composed.content, PrintDocument)
    first, *_sections, last = composed.content.sections
    assert first.title == "Still missing"
    assert {each.label for each in first.entries if isinstance(each, Field)} == {
        each.words for each in sheet_of(known).missing
    }
    assert len(last.entries) == len(HINTS)
    assert "Ina" not in composed.name
    assert rendered(composed).pdf.startswith(b"%PDF")


def test_it_is_for_whoever_reads_the_case(known: CaseBuilder, cover: Sitting, post: Post) -> None:
    post.take(cover, post.send(known, "CC"))
    with pytest.raises(NotAllowed):
        nrm_sheet(begin_workspace(cover), known.record.subject)
