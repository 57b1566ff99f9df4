"""What is read once is read anew as soon as anything that it rests on may have changed."""

import pytest

from outreach_app.store.properties import Properties
from outreach_app.store.read_once import ReadOnce
from outreach_app.store.vault import Vault
from tests.store.builders import AT, a_document, a_revision, act, add, change

DOCUMENT = a_document()


class TakenBackError(Exception):
    """Ends a transaction."""


def begun(vault: Vault) -> None:
    with vault.transaction(act("draft.begun")):
        vault.drafts.start(DOCUMENT, form_hash="f" * 64, answers={}, at=AT)


def test_the_same_is_read_once_and_a_new_version_is_seen(vault: Vault) -> None:
    first = a_revision(DOCUMENT, {})
    add(vault, first)
    (held,) = vault.revisions.heads(DOCUMENT.document_id)
    assert vault.revisions.heads(DOCUMENT.document_id)[0] is held
    second = a_revision(DOCUMENT, {}, parents=(first.revision_id,))
    add(vault, second)
    (head,) = vault.revisions.heads(DOCUMENT.document_id)
    assert head.revision_id == second.revision_id
    with vault.transaction(act()):
        vault.revisions.set_counted(second.revision_id, counted=False, why="no longer")
    assert vault.revisions.get(second.revision_id).not_counted == "no longer"
    assert vault.revisions.heads(DOCUMENT.document_id)[0].revision_id == first.revision_id


def test_what_a_transaction_took_back_is_not_remembered(vault: Vault) -> None:
    revision = a_revision(DOCUMENT, {})

    def add_and_fail() -> None:
        with vault.transaction(act()):
            vault.revisions.add(revision, received_at=AT)
            assert vault.revisions.heads(DOCUMENT.document_id)
            raise TakenBackError

    with pytest.raises(TakenBackError):
        add_and_fail()
    assert not vault.revisions.heads(DOCUMENT.document_id)


def test_drafts_and_where_one_is_leave_what_was_read_of_the_records(vault: Vault) -> None:
    other = a_document(2)
    add(vault, a_revision(other, {}))
    everything: ReadOnce[int] = ReadOnce(vault.database)
    counted = iter(range(100))
    (held,) = vault.revisions.heads(other.document_id)
    assert everything.get("x", lambda: next(counted)) == 0
    with vault.database.transaction():
        Properties(vault.database).set("place.somebody", "{}")
    assert everything.get("x", lambda: next(counted)) == 0
    begun(vault)
    vault.drafts.save_answer(DOCUMENT.document_id, [change("group/name", "Anna")])
    assert everything.get("x", lambda: next(counted)) == 1, "a draft is a change to everything else"
    assert vault.revisions.heads(other.document_id)[0] is held
