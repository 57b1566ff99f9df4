"""Search finds words of the newest signed state, from their beginning, and nothing older."""

import pytest

from outreach_app.store.search_text import searchable
from outreach_app.store.vault import Vault
from tests.store.builders import a_document, a_revision, add

MAYA = a_document(1, "contact_note", case=1)
TOM = a_document(2, "contact_note", case=2)


def found(vault: Vault, text: str, case_id: str = "") -> list[str]:
    return [hit.document.document_id for hit in vault.search.find(text, case_id=case_id)]


@pytest.fixture
def filled(vault: Vault) -> Vault:
    add(
        vault,
        a_revision(MAYA, {"g": {"note": "Maya waited at the Café by the harbour"}}),
        a_revision(TOM, {"note": "Tom phoned 07700 900123 about the café", "level": "very_high"}),
    )
    return vault


def test_words_match_from_their_beginning_without_accents(filled: Vault) -> None:
    both = [TOM.document_id, MAYA.document_id]
    assert found(filled, "cafe") == both
    assert found(filled, "CAFÉ") == both
    assert found(filled, "harb may") == [MAYA.document_id]
    assert found(filled, "900123") == [TOM.document_id]
    assert found(filled, "arbour") == []


def test_phrases_and_signs_have_no_hidden_meaning(filled: Vault) -> None:
    assert found(filled, '"by the harbour"') == [MAYA.document_id]
    assert found(filled, '"the by harbour"') == []
    for odd in ("", "   ", '"', '""', "*", "-", "(", "NEAR(", "a OR", "note:", "'", "^"):
        found(filled, odd)
    assert found(filled, "maya AND") == []


def test_a_case_can_be_searched_alone(filled: Vault) -> None:
    assert found(filled, "cafe", case_id=TOM.subject.case_id) == [TOM.document_id]


def test_the_excerpt_shows_the_place(filled: Vault) -> None:
    assert "harbour" in filled.search.find("harbour")[0].excerpt
    assert len(filled.search.find("cafe", limit=1)) == 1


def test_only_the_newest_state_is_found(filled: Vault) -> None:
    old = filled.revisions.heads(MAYA.document_id)[0]
    add(filled, a_revision(MAYA, {"note": "She left the city"}, parents=[old.revision_id]))
    assert found(filled, "harbour") == []
    assert found(filled, "city") == [MAYA.document_id]
    tokens = filled.database.rows("SELECT count(*) FROM search")
    assert tokens == [(2,)]


def test_two_heads_are_both_found(filled: Vault) -> None:
    add(filled, a_revision(MAYA, {"note": "Another laptop says lantern"}))
    assert found(filled, "lantern") == found(filled, "harbour") == [MAYA.document_id]


def test_what_is_searchable() -> None:
    answers = {
        "name": "Ana", "level": "very_high", "kinds": "child_at_risk danger_now", "date":
        "2026-02-03", "at": "2026-02-03T10:00", "yes": "yes", "age": "17", "phone": "07700900123",
        "words": "she said child_at_risk", "rows": [{"_id": "r_abc", "_order": "a", "t": "Row"}],
        "g": {"x": "in a group"}, "T": "Tanya", "moment": "2026-02-03T11:00:00.000+00:00",
    }  # fmt: skip
    assert searchable(answers).splitlines() == [
        "Ana", "07700900123", "she said child_at_risk", "Row", "in a group", "Tanya",
    ]  # fmt: skip
