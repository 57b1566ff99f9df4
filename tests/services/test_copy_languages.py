"""A client's copy in the client's language: wholly, as far as the form has it, or not at all."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from outreach_app.domain.documents import Document
from outreach_app.engine.source import open_form
from outreach_app.report.large_copy import LargeCopy
from outreach_app.services.client_copies.composing import compose_client_copy
from outreach_app.services.client_copies.plans import Manner
from outreach_app.services.shipped import forms_folder
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import Json
from tests.services.writing import Writer

ENGLISH, ARABIC = "label::English (en)", "label::Arabic (ar)"
SAID = "كلمة: "
"""What stands before each label of the translation that is made here."""
PLAN = {
    "plan_p1": {"hopes_words": {"hopes_words_text": "أن أنام"}},
    "plan_p3": {
        "goals": [
            {
                "goal_words": {"goal_words_text": "أريد مفتاحي"},
                "goal_target_date": "2026-09-01",
                "goal_status": "open",
                "actions": [{"act_text": "غرفتان", "act_who_kind": "caseworker"}],
            },
            {"goal_words": {"goal_words_text": "الخبز"}, "goal_status": "met"},
        ]
    },
    "plan_p5": {"plan_next_review": "2026-03-01", "plan_copy_for_client": "given"},
}


def in_arabic(form_id: str, without: str = "") -> bytes:
    """Return a shipped form with an Arabic label beside each English one but that of a question."""

    def lines() -> Iterator[str]:
        place = 0
        path = forms_folder() / form_id / "form.md"
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if ENGLISH in cells:
                place = cells.index(ENGLISH)
                cells.insert(place + 1, ARABIC)
            elif place and len(cells) > place:
                is_said = cells[place] and not (without and without in cells)
                cells.insert(place + 1, f"{SAID}{cells[place]}" if is_said else "")
            elif line.startswith("|"):
                place = 0
            yield f"| {' | '.join(cells)} |" if line.startswith("|") and len(cells) > 1 else line

    return "\n".join(lines()).encode()


@pytest.fixture
def writer(office: Sitting, signer_of: Callable[[Sitting], Signer]) -> Writer:
    return Writer(begin_workspace(office), signer_of(office))


def written(writer: Writer, source: bytes, form_id: str, answers: Json) -> Document:
    """Release a translated form, and sign a document of it for a client who speaks Arabic."""
    workspace: Workspace = writer.workspace
    folder: Path = forms_folder() / form_id
    definition, converted = open_form(source, "form.md")
    assert folder.name == definition.form_id
    vault = workspace.vault
    with vault.transaction(workspace.sitting.act("test.released")):
        for known in vault.forms.all():
            if known.form_id == form_id:
                vault.forms.set_allowed(known.form_hash, allowed=False)
        workspace.catalogue.keep_foreign(converted.xml)
        vault.forms.set_allowed(definition.form_hash, allowed=True)
    client = workspace.casework.case_file(writer.subject).newest("client")
    assert client is not None
    writer.revised(
        vault.documents.get(client.document_id), {"client_language": {"first_language": "ara"}}
    )
    return writer.signed(form_id, answers)


def copy_of(writer: Writer, document: Document, manner: Manner) -> tuple[LargeCopy, str]:
    composed = compose_client_copy(writer.workspace, document, manner)
    assert isinstance(composed.content, LargeCopy)
    return composed.content, "\n".join(map(str, composed.left_out))


@pytest.mark.parametrize("manner", list(Manner))
def test_with_a_whole_translation_no_word_of_the_sheet_is_english(
    writer: Writer, manner: Manner
) -> None:
    plan = written(writer, in_arabic("support_plan"), "support_plan", PLAN)
    copy, said = copy_of(writer, plan, manner)
    assert copy.title == SAID + ("My plan" if manner is Manner.OWN else "My notes")
    assert copy.is_mirrored
    assert copy.remark == ""
    assert "does not have every heading" not in said
    own = {"أن أنام", "أريد مفتاحي", "الخبز"}
    headings = {each.heading for each in copy.passages} - own
    assert headings
    assert all(each.startswith(SAID) for each in headings)
    if manner is Manner.OWN:
        lines = [line.text for each in copy.passages for line in each.lines]
        assert "غرفتان (كلمة: Caseworker)" in lines
        # Nobody knows the months of the language here: days stand in digits.
        assert "01/03/2026" in lines
        assert any(each.endswith("01/09/2026") for each in lines)
        assert copy.lead.endswith("03/02/2026")


@pytest.mark.parametrize("lacking", ["plan_next_review", "act_who_kind", "plan_copy_title"])
def test_with_one_word_missing_the_whole_sheet_stays_in_one_language_and_says_so(
    writer: Writer, lacking: str
) -> None:
    source = in_arabic("support_plan", without=lacking)
    copy, said = copy_of(writer, written(writer, source, "support_plan", PLAN), Manner.OWN)
    assert copy.title == "My plan"
    assert not copy.is_mirrored
    assert SAID not in repr(copy)
    assert copy.remark == "The headings are in English: there are none in Arabic yet."
    assert "does not have every heading in Arabic" in said
    assert "1 March 2026" in repr(copy)


def test_the_safety_plan_takes_its_title_from_the_form_too(writer: Writer) -> None:
    words = {"sp_section": {"sp_what_i_do": {"sp_what_i_do_text": "أتصل"}}}
    plan = written(writer, in_arabic("safety_plan"), "safety_plan", words)
    copy, _said = copy_of(writer, plan, Manner.OWN)
    assert copy.title == f"{SAID}My safety plan"
    assert copy.is_mirrored
