"""Revisions are a set named by content: idempotent, order-free, waiting for their parents."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.domain.documents import Part, Revision, Subject
from outreach_app.store.errors import (
    ForeignDocument,
    MisnamedContent,
    NoDraft,
    UnknownDocument,
    UnknownRevision,
)
from outreach_app.store.unlocking import SlotKeys
from outreach_app.store.vault import Vault
from tests.store.builders import (
    ANNA,
    AT,
    a_document,
    a_revision,
    act,
    add,
    change,
    crash_copy,
    reopen,
)

DOCUMENT = a_document()
ID = DOCUMENT.document_id
SECRET_PART = {"location": {"address": "12 Harbour Road"}}


def without(revision: Revision, name: str) -> Revision:
    """Return a revision as a bundle brings it that withholds a part."""
    return replace(revision, parts={**revision.parts, name: Part(name=name)})


def chain(length: int) -> list[Revision]:
    made: list[Revision] = []
    for n in range(length):
        parents = [made[-1].revision_id] if made else []
        made.append(
            a_revision(
                DOCUMENT, {"n": str(n)}, parents=parents, at=f"2026-02-03T11:00:{n:02d}+00:00"
            )
        )
    return made


def test_a_revision_comes_back_as_it_was(vault: Vault) -> None:
    revision = a_revision(
        DOCUMENT, {"g": {"text": "Müller"}, "rows": [{"_id": "r_1", "_order": "a", "t": "x"}]},
        more_parts=SECRET_PART,
    )  # fmt: skip
    add(vault, revision)
    assert vault.revisions.get(revision.revision_id) == revision
    assert vault.revisions.heads(ID) == (revision,)
    assert vault.revisions.head_ids(ID) == (revision.revision_id,)
    assert vault.revisions.history(ID) == (revision,)
    assert vault.documents.get(ID) == DOCUMENT
    assert vault.documents.by_case(DOCUMENT.subject.case_id, form_id="contact_note") == (DOCUMENT,)
    assert vault.documents.by_subject(DOCUMENT.subject, form_id="case") == ()
    assert vault.documents.by_subject(Subject(client_id=DOCUMENT.subject.client_id)) == (DOCUMENT,)


def test_adding_twice_changes_nothing(vault: Vault) -> None:
    first, second = chain(2)
    with vault.transaction(act()):
        added = vault.revisions.add_many([first, second, first], received_at=AT)
    assert (added.new, added.known) == (
        (first.revision_id, second.revision_id),
        (first.revision_id,),
    )
    before = vault.database.rows("SELECT * FROM revisions ORDER BY id")
    with vault.transaction(act()):
        again = vault.revisions.add(second, received_at="2030-01-01T00:00:00+00:00")
    assert (again.new, again.known) == ((), (second.revision_id,))
    assert vault.database.rows("SELECT * FROM revisions ORDER BY id") == before


def test_a_change_needs_a_users_act(vault: Vault) -> None:
    with pytest.raises(RuntimeError, match="act"):
        vault.revisions.add(chain(1)[0], received_at=AT)


def test_a_late_parent_makes_visible_what_waited(vault: Vault) -> None:
    first, second, third = chain(3)
    add(vault, third)
    assert vault.revisions.heads(ID) == ()
    assert vault.revisions.waiting() == (third,)
    assert vault.revisions.missing_parents(ID) == (second.revision_id,)
    add(vault, first)
    assert vault.revisions.heads(ID) == (first,)
    assert vault.revisions.waiting(ID) == (third,)
    add(vault, second)
    assert vault.revisions.heads(ID) == (third,)
    assert vault.revisions.history(ID) == (first, second, third)
    assert vault.revisions.waiting() == ()
    assert vault.revisions.missing_parents(ID) == ()


def test_a_parent_of_another_document_is_no_parent(vault: Vault) -> None:
    foreign = a_revision(a_document(2), {"n": "1"})
    child = a_revision(DOCUMENT, {"n": "2"}, parents=[foreign.revision_id])
    add(vault, foreign, child)
    assert vault.revisions.waiting() == (child,)
    assert vault.revisions.missing_parents(ID) == (foreign.revision_id,)


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_order_and_grouping_of_arrival_never_matter(
    property_vault: Vault, data: st.DataObject
) -> None:
    number = int(property_vault.database.value("SELECT count(*) FROM documents")) + 100
    document = a_document(number)
    made: list[Revision] = []
    for n in range(data.draw(st.integers(1, 6))):
        parents = data.draw(st.sets(st.integers(0, n - 1), max_size=2)) if n else set()
        made.append(
            a_revision(document, {"n": str(n)}, parents=[made[one].revision_id for one in parents])
        )
    for group in data.draw(st.lists(st.lists(st.sampled_from(made), max_size=3), max_size=4)):
        add(property_vault, *group)
    add(property_vault, *data.draw(st.permutations(made)))
    named = {parent for one in made for parent in one.header.parents}
    assert set(property_vault.revisions.head_ids(document.document_id)) == {
        one.revision_id for one in made if one.revision_id not in named
    }
    assert len(property_vault.revisions.history(document.document_id)) == len(
        {one.revision_id for one in made}
    )


@pytest.fixture(scope="session")
def property_vault(template: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    copy = crash_copy(template.folder, tmp_path_factory.mktemp("revisions") / "vault")
    opened = reopen(copy, template.keys[ANNA])
    yield opened
    opened.close()


def test_a_withheld_part_is_a_state_and_can_come_later(vault: Vault) -> None:
    whole = a_revision(DOCUMENT, {"n": "1"}, more_parts=SECRET_PART)
    add(vault, without(whole, "location"))
    held = vault.revisions.get(whole.revision_id)
    assert held.withheld() == ("location",)
    assert held.answers() == {"n": "1"}
    line = vault.lists.document(ID)
    assert line is not None
    assert line.withheld
    with vault.transaction(act()):
        added = vault.revisions.add(whole, received_at=AT)
    assert added.completed == (whole.revision_id,)
    assert vault.revisions.get(whole.revision_id) == whole
    assert vault.search.find("harbour")
    with vault.transaction(act()):
        assert vault.revisions.add(without(whole, "main"), received_at=AT).known
    assert vault.revisions.get(whole.revision_id) == whole


def test_content_must_have_the_digests_it_is_called_by(vault: Vault) -> None:
    whole = a_revision(DOCUMENT, {"n": "1"})
    wrong_part = replace(whole, parts={"main": replace(whole.parts["main"], answers={"n": "2"})})
    unnamed_part = replace(whole, parts={**whole.parts, "staff": whole.parts["main"]})
    wrong_payload = replace(whole, payload=whole.payload + b" ")
    for lie in (wrong_part, unnamed_part, wrong_payload):
        with pytest.raises(MisnamedContent):
            add(vault, lie)
    assert vault.revisions.waiting() == vault.revisions.history(ID) == ()


def test_parts_that_contradict_each_other_are_refused(vault: Vault) -> None:
    with pytest.raises(MisnamedContent):
        add(vault, a_revision(DOCUMENT, {"n": "1"}, more_parts={"staff": {"n": "2"}}))
    late = a_revision(DOCUMENT, {"n": "1"}, more_parts={"staff": {"n": "2"}})
    add(vault, without(late, "staff"))
    with pytest.raises(MisnamedContent):
        add(vault, without(late, "main"))
    assert vault.revisions.get(late.revision_id).withheld() == ("staff",)


def test_a_document_never_changes_its_form_or_subject(vault: Vault) -> None:
    add(vault, a_revision(DOCUMENT, {"n": "1"}))
    other_case = replace(DOCUMENT, subject=a_document(1, case=2).subject)
    for foreign in (a_document(1, "case"), other_case):
        with pytest.raises(ForeignDocument):
            add(vault, a_revision(foreign, {"n": "2"}))


def test_what_stops_counting_is_kept_and_hides_nothing(vault: Vault) -> None:
    first, second = chain(2)
    add(vault, first, second)
    with vault.transaction(act()):
        vault.revisions.set_counted(second.revision_id, counted=False, why="revoked")
    assert vault.revisions.head_ids(ID) == (first.revision_id,)
    kept = vault.revisions.get(second.revision_id)
    assert (kept.counted, kept.not_counted) == (False, "revoked")
    line = vault.lists.document(ID)
    assert line is not None
    assert line.not_counted_count == 1
    with vault.transaction(act()):
        vault.revisions.set_counted(second.revision_id, counted=True)
    assert vault.revisions.heads(ID) == (second,)
    with pytest.raises(UnknownRevision), vault.transaction(act()):
        vault.revisions.set_counted("sha256:none", counted=True)


def test_signing_is_one_act(vault: Vault, keys: dict[str, SlotKeys], tmp_path: Path) -> None:
    with vault.transaction(act()):
        vault.drafts.start(DOCUMENT, form_hash="f" * 64, answers={}, at=AT)
    vault.drafts.save_answer(ID, [change("n", "1")])
    revision = a_revision(DOCUMENT, {"n": "1"})
    head = vault.journal.head().n
    vault.revisions.sign_draft(revision, act("document.signed"))
    copy = reopen(crash_copy(vault.folder, tmp_path / "crashed"), keys[ANNA])
    assert copy.revisions.heads(ID) == (revision,)
    assert not copy.drafts.has(ID)
    assert copy.journal.rows(after=head)[0].act.kind == "document.signed"
    copy.close()
    assert vault.database.value("SELECT count(*) FROM draft_log") == 0


def test_a_failed_signing_keeps_the_draft(vault: Vault) -> None:
    with vault.transaction(act()):
        vault.drafts.start(DOCUMENT, form_hash="f" * 64, answers={"n": "1"}, at=AT)
    head = vault.journal.head()
    lie = replace(a_revision(DOCUMENT, {"n": "1"}), payload=b"other")
    with pytest.raises(MisnamedContent):
        vault.revisions.sign_draft(lie, act("document.signed"))
    assert vault.drafts.load(ID).answers == {"n": "1"}
    assert vault.journal.head() == head
    with pytest.raises(NoDraft):
        vault.revisions.sign_draft(a_revision(a_document(9), {"n": "1"}), act("document.signed"))


def test_unknown_things_are_refused(vault: Vault) -> None:
    with pytest.raises(UnknownRevision):
        vault.revisions.get("sha256:none")
    with pytest.raises(UnknownDocument):
        vault.documents.get("d_none")
    assert not vault.revisions.holds("sha256:none")


def test_staged_revisions_are_unseen_until_they_are_published(vault: Vault) -> None:
    first, second, third = chain(3)
    add(vault, first)
    vault.revisions.stage("b_1", [second], received_at=AT)
    vault.revisions.stage("b_1", [third, second], received_at=AT)
    assert vault.revisions.heads(ID) == (first,)
    assert not vault.revisions.holds(second.revision_id)
    assert vault.revisions.waiting() == ()
    assert vault.revisions.staged("b_1") == (second, third)
    assert vault.search.find("2") == ()
    with vault.transaction(act("bundle.accepted")):
        published = vault.revisions.publish("b_1")
    assert set(published) == {second.revision_id, third.revision_id}
    assert vault.revisions.heads(ID) == (third,)
    assert vault.revisions.staged("b_1") == ()
    with vault.transaction(act("bundle.accepted")):
        assert vault.revisions.publish("b_1") == ()


def test_two_bundles_with_the_same_revision_do_not_disturb_each_other(vault: Vault) -> None:
    first, second = chain(2)
    vault.revisions.stage("b_1", [first, second], received_at=AT)
    vault.revisions.stage("b_2", [first], received_at=AT)
    vault.revisions.discard("b_1")
    assert vault.revisions.staged("b_2") == (first,)
    vault.revisions.stage("b_3", [first], received_at=AT)
    with vault.transaction(act()):
        vault.revisions.publish("b_2")
    vault.revisions.discard("b_3")
    assert vault.revisions.heads(ID) == (first,)
    vault.revisions.stage("b_4", [second], received_at=AT)
    add(vault, second)
    assert vault.revisions.staged("b_4") == ()
    assert vault.revisions.heads(ID) == (second,)


def test_a_staged_part_of_a_held_revision_waits_for_acceptance(vault: Vault) -> None:
    whole = a_revision(DOCUMENT, {"n": "1"}, more_parts=SECRET_PART)
    add(vault, without(whole, "location"))
    vault.revisions.stage("b_1", [whole], received_at=AT)
    vault.revisions.stage("b_2", [whole], received_at=AT)
    assert vault.revisions.get(whole.revision_id).withheld() == ("location",)
    vault.revisions.discard("b_2")
    with vault.transaction(act()):
        assert vault.revisions.publish("b_1") == (whole.revision_id,)
    assert vault.revisions.get(whole.revision_id) == whole
    assert vault.search.find("harbour")


def test_a_document_that_only_lies_aside_is_not_there_yet(vault: Vault) -> None:
    (first,) = chain(1)
    vault.revisions.stage("b_1", [first], received_at=AT)
    assert vault.documents.by_case(DOCUMENT.subject.case_id) == ()
    assert vault.documents.by_subject(DOCUMENT.subject) == ()
    vault.revisions.discard("b_1")
    with pytest.raises(UnknownDocument):
        vault.documents.get(ID)
    other_case = replace(DOCUMENT, subject=a_document(1, case=2).subject)
    add(vault, a_revision(other_case, {"n": "2"}))
    assert vault.documents.by_subject(other_case.subject) == (other_case,)
