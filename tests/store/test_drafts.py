"""A draft holds every accepted change, is on the disk at once, and shows foreign hands."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.domain.answers import Answers
from outreach_app.domain.documents import Reason
from outreach_app.paths import DiskFull
from outreach_app.store.answer_log import replay
from outreach_app.store.drafts import SNAPSHOT_EVERY, ForeignChange
from outreach_app.store.errors import DraftExists, ForeignDocument, NoDraft
from outreach_app.store.unlocking import SlotKeys
from outreach_app.store.vault import Vault
from tests.store.builders import (
    ANNA,
    AT,
    BEN,
    a_document,
    act,
    change,
    crash_copy,
    reopen,
)

DOCUMENT = a_document()
LATER = "2026-02-03T11:00:05+00:00"


def begin(vault: Vault, answers: Answers | None = None) -> None:
    with vault.transaction(act("draft.begun")):
        vault.drafts.start(
            DOCUMENT,
            form_hash="f" * 64,
            answers=answers or {},
            at=AT,
            base=("sha256:b", "sha256:a"),
        )


def save(vault: Vault, *changes: Any) -> int:
    return vault.drafts.save_answer(DOCUMENT.document_id, changes)


def test_a_draft_begins_from_its_base(vault: Vault) -> None:
    begin(vault, {"group": {"name": "Anna"}, "empty": {}})
    draft = vault.drafts.load(DOCUMENT.document_id)
    assert draft.document == DOCUMENT
    assert draft.answers == {"group": {"name": "Anna"}}
    assert (draft.base, draft.reason) == (("sha256:a", "sha256:b"), Reason.NEW.value)
    assert (draft.person_id, draft.form_hash, draft.updated_at) == (ANNA, "f" * 64, AT)
    assert vault.drafts.mine() == (DOCUMENT,)
    assert vault.drafts.authors(DOCUMENT.document_id) == (ANNA,)
    with pytest.raises(DraftExists):
        begin(vault)


def test_a_draft_of_a_held_document_keeps_its_subject(vault: Vault) -> None:
    begin(vault)
    other = a_document(1, form_id="case")
    with pytest.raises(ForeignDocument), vault.transaction(act()):
        vault.documents.add(other)


def test_a_saved_answer_survives_a_kill(
    vault: Vault, keys: dict[str, SlotKeys], tmp_path: Path
) -> None:
    begin(vault)
    save(vault, change("group/name", "Änna", at=LATER))
    copy = crash_copy(vault.folder, tmp_path / "crashed")
    again = reopen(copy, keys[ANNA])
    draft = again.drafts.load(DOCUMENT.document_id)
    assert (draft.answers, draft.updated_at) == ({"group": {"name": "Änna"}}, LATER)
    assert again.was_unclean
    assert again.drafts.verify(DOCUMENT.document_id) == ()
    again.close()


def test_the_log_tells_what_was_when_and_by_whom(vault: Vault) -> None:
    begin(vault)
    assert save(vault, change("name", "A"), change("name", "B", old="A", at=LATER)) == 2
    assert save(vault, change("name", "", old="B")) == 3
    log = vault.drafts.log(DOCUMENT.document_id)
    assert [(row.n, row.old, row.new, row.at, row.by) for row in log] == [
        (1, "", "A", AT, ANNA),
        (2, "A", "B", LATER, ANNA),
        (3, "B", "", AT, ANNA),
    ]
    assert vault.drafts.load(DOCUMENT.document_id).answers == {}


ADDRESSES = st.sampled_from(
    ["a", "g/b", "risks[r_1]", "risks[r_1]/t", "risks[r_2]", "risks[r_2]/x[r_3]/y", "g/h/c"]
)


@settings(max_examples=25, deadline=None)
@given(
    batches=st.lists(
        st.lists(st.tuples(ADDRESSES, st.sampled_from(["", "1", "2"])), max_size=60), max_size=8
    ),
    compact_at=st.integers(0, 8),
)
def test_what_is_loaded_is_all_accepted_changes(
    draft_vault: Vault, batches: list[list[tuple[str, str]]], compact_at: int
) -> None:
    if draft_vault.drafts.has(DOCUMENT.document_id):
        with draft_vault.transaction(act()):
            draft_vault.drafts.discard(DOCUMENT.document_id)
    begin(draft_vault)
    accepted = []
    for number, batch in enumerate(batches):
        changes = [change(address, new) for address, new in batch]
        accepted += changes
        assert save(draft_vault, *changes) == len(accepted)
        if number == compact_at:
            draft_vault.drafts.compact(DOCUMENT.document_id)
        assert draft_vault.drafts.load(DOCUMENT.document_id).answers == replay({}, accepted)
    assert draft_vault.drafts.verify(DOCUMENT.document_id) == ()
    assert [(row.address, row.new) for row in draft_vault.drafts.log(DOCUMENT.document_id)] == [
        (row.address, row.new) for row in accepted
    ]


@pytest.fixture(scope="session")
def draft_vault(shared_template: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """One vault for all examples of a property; each example begins a new draft."""
    copy = crash_copy(shared_template.folder, tmp_path_factory.mktemp("drafts") / "vault")
    opened = reopen(copy, shared_template.keys[ANNA])
    yield opened
    opened.close()


def test_the_snapshot_is_rewritten_rarely_and_the_log_stays(vault: Vault) -> None:
    begin(vault)

    def snapshot() -> int:
        return int(vault.database.value("SELECT snapshot_n FROM drafts"))

    for n in range(1, SNAPSHOT_EVERY):
        save(vault, change("name", str(n)))
    assert snapshot() == 0
    save(vault, change("name", "last"))
    assert snapshot() == SNAPSHOT_EVERY
    assert len(vault.drafts.log(DOCUMENT.document_id)) == SNAPSHOT_EVERY
    assert vault.drafts.load(DOCUMENT.document_id).answers == {"name": "last"}
    assert vault.drafts.verify(DOCUMENT.document_id) == ()


def test_all_answers_can_be_replaced_and_rebased(vault: Vault) -> None:
    begin(vault, {"a": "1", "b": "2"})
    with vault.transaction(act("draft.merged")):
        draft = vault.drafts.rebase(
            DOCUMENT.document_id,
            {"b": "3", "c": "4"},
            at=LATER,
            base=("sha256:c",),
            form_hash="f2",
        )
    assert (draft.answers, draft.base) == ({"b": "3", "c": "4"}, ("sha256:c",))
    assert draft.form_hash == "f2"
    assert {(row.address, row.old, row.new) for row in vault.drafts.log(DOCUMENT.document_id)} == {
        ("a", "1", ""),
        ("b", "2", "3"),
        ("c", "", "4"),
    }
    with vault.transaction(act("draft.merged")):
        kept = vault.drafts.replace_answers(DOCUMENT.document_id, {"b": "3"}, at=LATER)
    assert kept.base == ("sha256:c",)
    assert vault.drafts.verify(DOCUMENT.document_id) == ()


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE draft_log SET new = 'other' WHERE n = 2", ForeignChange(2, "name")),
        ("UPDATE draft_log SET at = 'later' WHERE n = 1", ForeignChange(1, "name")),
        ("DELETE FROM draft_log WHERE n = 2", ForeignChange(3, "name")),
        ("UPDATE draft_log SET address = 'title' WHERE n = 3", ForeignChange(3, "title")),
        ("UPDATE documents SET client_id = 'c_other'", ForeignChange(0, "")),
        ("UPDATE documents SET case_id = 'k_other'", ForeignChange(0, "")),
        ("UPDATE documents SET form_id = 'other'", ForeignChange(0, "")),
        ('UPDATE drafts SET answers = CAST(\'{"name":"other"}\' AS BLOB)', ForeignChange(0, "")),
        ("UPDATE drafts SET form_hash = 'other'", ForeignChange(0, "")),
        (
            "INSERT INTO draft_log SELECT draft, 4, mac, at, address, old, 'x' FROM draft_log LIMIT 1",
            ForeignChange(4, "name"),
        ),
    ],
)
def test_foreign_hands_are_seen(vault: Vault, statement: str, found: ForeignChange) -> None:
    begin(vault)
    for value in ("1", "2", "3"):
        save(vault, change("name", value))
    assert vault.drafts.verify(DOCUMENT.document_id) == ()
    vault.database.execute(statement)
    assert found in vault.drafts.verify(DOCUMENT.document_id)


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE drafts SET answers = CAST(\'{"title":"other"}\' AS BLOB)',
        "UPDATE draft_log SET new = 'other' WHERE n = 2",
    ],
)
def test_the_authors_own_work_never_seals_a_foreign_hand(vault: Vault, statement: str) -> None:
    begin(vault)
    save(vault, change("title", "1"))
    save(vault, change("name", "1"))
    vault.database.execute(statement)
    found = vault.drafts.verify(DOCUMENT.document_id)
    vault.drafts.compact(DOCUMENT.document_id)
    for _ in range(SNAPSHOT_EVERY):
        save(vault, change("place", "x"))
    with vault.transaction(act("draft.merged")):
        vault.drafts.replace_answers(DOCUMENT.document_id, {"b": "3"}, at=LATER)
    assert vault.drafts.load(DOCUMENT.document_id).answers == {"b": "3"}
    vault.database.execute("UPDATE draft_log SET new = '1' WHERE n = 2")
    assert ForeignChange(0, "") in found or ForeignChange(2, "name") in found
    assert "other" not in vault.drafts.load(DOCUMENT.document_id).answers.values()
    if found == (ForeignChange(0, ""),):
        assert vault.drafts.verify(DOCUMENT.document_id) == found


def test_a_colleague_reads_but_cannot_pass_as_the_author(
    shared_folder: Path, keys: dict[str, SlotKeys]
) -> None:
    anna = reopen(shared_folder, keys[ANNA])
    begin(anna)
    save(anna, change("name", "1"))
    anna.close()
    ben = reopen(shared_folder, keys[BEN], BEN)
    assert ben.drafts.load(DOCUMENT.document_id, person_id=ANNA).answers == {"name": "1"}
    assert len(ben.drafts.log(DOCUMENT.document_id, person_id=ANNA)) == 1
    assert not ben.drafts.has(DOCUMENT.document_id)
    with pytest.raises(NoDraft):
        save(ben, change("name", "2"))
    with ben.transaction(act()):
        ben.drafts.start(DOCUMENT, form_hash="f" * 64, answers={}, at=AT)
    save(ben, change("name", "his"))
    ben.database.execute(
        "INSERT INTO draft_log SELECT (SELECT id FROM drafts WHERE person_id = ?), 2, mac, at, "
        "address, old, new FROM draft_log WHERE new = 'his'",
        (ANNA,),
    )
    assert ben.drafts.authors(DOCUMENT.document_id) == (ANNA, BEN)
    ben.close()
    anna = reopen(shared_folder, keys[ANNA])
    assert anna.drafts.verify(DOCUMENT.document_id) == (ForeignChange(2, "name"),)
    anna.close()


def test_a_change_without_a_draft_is_refused(vault: Vault) -> None:
    with pytest.raises(NoDraft):
        save(vault, change("name", "1"))
    with pytest.raises(NoDraft):
        vault.drafts.load(DOCUMENT.document_id)
    begin(vault)
    with pytest.raises(ValueError, match="address"):
        save(vault, change("name[", "1"))


def test_a_full_disk_keeps_every_answer_that_was_acknowledged(vault: Vault) -> None:
    begin(vault)
    save(vault, change("name", "kept"))
    pages = vault.database.value("PRAGMA page_count")
    vault.database.rows(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        for n in range(1000):
            save(vault, change("name", f"{n} " + "x" * 3000))

    with pytest.raises(DiskFull):
        fill()
    last = vault.drafts.log(DOCUMENT.document_id)[-1]
    assert vault.drafts.load(DOCUMENT.document_id).answers == {"name": last.new}
    vault.database.rows("PRAGMA max_page_count = 1000000")
    save(vault, change("name", "after"))
    assert vault.drafts.load(DOCUMENT.document_id).answers == {"name": "after"}
