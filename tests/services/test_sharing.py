"""Sharing as it is decided: who, what is new, what is refused, and what a failure leaves behind."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from outreach_app.errors import HostFault
from outreach_app.services.directory import ContactState
from outreach_app.services.errors import NotAllowed, RecipientKeyExpired
from outreach_app.services.exchange.errors import (
    AddressUnexplained,
    CopyNotVerified,
    HarmNotWeighed,
    KeyWordsNotCompared,
    NameNotTyped,
    SentMeanwhile,
)
from outreach_app.services.exchange.export import Prepared, seal, settle
from outreach_app.services.exchange.profiles import Profile
from outreach_app.services.sharing.candidates import candidates, note_compared
from outreach_app.services.sharing.decided import (
    Grounds,
    Harm,
    ShareOrder,
    check,
    estimated_bytes,
    prepare_share,
)
from outreach_app.services.sharing.offer import offered, only_here, returns
from outreach_app.services.sharing.outbox import gathering_outbox, outbox, waiting_in_outbox
from outreach_app.services.sharing.protected import (
    ProtectedOrder,
    compose_protected,
    make_protected,
    neutral_path,
    parts_left_out,
    settle_protected,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from outreach_app.store.errors import AttachmentDamaged
from tests.services.builders import CaseBuilder, Post
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]


@pytest.fixture
def workspace(case: CaseBuilder) -> Workspace:
    """The caseworker's vault with a signed case and a note."""
    case.opened()
    case.kept(case.note_plan("We met."))
    return begin_workspace(case.sitting)


@pytest.fixture
def order(
    case: CaseBuilder, workspace: Workspace, supervisor: Sitting, tmp_path: Path
) -> ShareOrder:
    """Everything for the supervisor, all questions answered."""
    documents = offered(workspace, (case.record.subject,))
    (lead,) = [
        each
        for each in candidates(workspace.sitting, [one.document for one in documents])
        if each.person.person_id == supervisor.me.person_id
    ]
    return ShareOrder(
        person_ids=(lead.person.person_id,),
        document_ids=tuple(each.document.document_id for each in documents),
        folder=tmp_path,
        harm=Harm(is_weighed=True),
        compared=frozenset(key.serial for key in lead.keys),
    )


def prepared(case: CaseBuilder, workspace: Workspace, order: ShareOrder) -> Prepared:
    return prepare_share(workspace, case.signer, order)


def files_in(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir() if each.suffix in {".age", ".pdf", ".part"}]


def test_who_may_be_written_to_and_what_they_are(
    case: CaseBuilder, workspace: Workspace, clock: FrozenClock
) -> None:
    found = candidates(workspace.sitting, [case.record])
    assert [(each.person.initials, each.profile) for each in found] == [
        ("SH", Profile.LEAD),
        ("CC", Profile.OUTSIDE),
    ]
    assert all(len(key.words) == 12 for each in found for key in each.new_keys)
    note_compared(workspace.sitting, [found[0].keys[0].serial])
    assert not candidates(workspace.sitting, [case.record])[0].new_keys
    clock.forward(days=2000)
    ended = candidates(workspace.sitting, [case.record])
    assert {each.state for each in ended} == {ContactState.ENDED}
    assert not any(each.may_receive for each in ended)


def test_what_was_decided_is_checked_and_said(workspace: Workspace, order: ShareOrder) -> None:
    assert check(workspace, order) == {"basis": "team", "harm": "none known"}
    for change, refusal in (
        ({"compared": frozenset()}, KeyWordsNotCompared),
        ({"harm": Harm()}, HarmNotWeighed),
        ({"harm": Harm(is_weighed=True, is_known=True, risk="He may hear.")}, HarmNotWeighed),
        ({"with_address": True, "address_reason": "because"}, AddressUnexplained),
    ):
        with pytest.raises(refusal):
            check(workspace, replace(order, **change))


def test_somebody_outside_needs_their_name(
    workspace: Workspace, order: ShareOrder, cover: Sitting
) -> None:
    person_id = cover.me.person_id
    serial = cover.me.certificate_serial
    outside = replace(order, person_ids=(person_id,), compared=frozenset({serial}))
    with pytest.raises(NameNotTyped):
        check(workspace, replace(outside, typed_names={person_id: "Cora"}))


def test_an_ended_key_is_refused_before_anything_else(
    workspace: Workspace, order: ShareOrder, clock: FrozenClock
) -> None:
    clock.forward(days=2000)
    with pytest.raises(RecipientKeyExpired):
        check(workspace, order)


def test_who_does_not_belong_to_the_case_may_not_send_it(
    case: CaseBuilder, workspace: Workspace, cover: Sitting, order: ShareOrder, post: Post
) -> None:
    assert workspace.vault.revisions.heads(case.client.document_id)
    post.take(cover, post.send(case, "CC"))
    other = begin_workspace(cover)
    assert offered(other, (case.record.subject,)) == ()
    with pytest.raises(NotAllowed):
        check(other, order)


def test_a_place_that_was_taken_meanwhile_is_refused_and_the_file_goes(
    case: CaseBuilder, workspace: Workspace, order: ShareOrder
) -> None:
    first, second = (seal(prepared(case, workspace, order)) for _number in range(2))
    settle(workspace.sitting, first)
    with pytest.raises(SentMeanwhile):
        settle(workspace.sitting, second)
    assert len(files_in(order.folder)) == 1
    assert len(workspace.vault.bundles.sent()) == 1


def test_a_stick_that_is_pulled_leaves_nothing_noted(
    case: CaseBuilder, workspace: Workspace, order: ShareOrder, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    staged = seal(prepared(case, workspace, replace(order, folder=stick)))
    head = workspace.vault.journal.head()
    shutil.rmtree(stick)
    with pytest.raises(HostFault):
        settle(workspace.sitting, staged)
    assert workspace.vault.bundles.sent() == ()
    assert workspace.vault.journal.head() == head
    with pytest.raises(HostFault):
        seal(prepared(case, workspace, replace(order, folder=stick)))


def test_a_stop_while_writing_leaves_nothing(
    case: CaseBuilder, workspace: Workspace, order: ShareOrder
) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, whole: int) -> None:
        if done == whole:
            raise Stopped

    with pytest.raises(Stopped):
        seal(prepared(case, workspace, order), stop)
    assert files_in(order.folder) == []


def test_a_file_that_goes_is_opened_only_while_the_bundle_is_made(
    case: CaseBuilder, workspace: Workspace, order: ShareOrder
) -> None:
    vault, photograph = workspace.vault, b"a door" * 40_000
    with vault.transaction(case.sitting.act("file.added")):
        held = vault.attachments.put(
            photograph, media_type="image/png", description="door", at=case.sitting.instant()
        )
    note = case.note_plan("A photograph of the door.")
    kept = case.kept(case.replace(note, attachments=(held.digest,)))
    order = replace(order, document_ids=(kept.header.document_id,))
    lies = vault.attachments.sealed(held.digest).path
    hidden = lies.rename(lies.with_name("hidden"))
    assert len(photograph) < estimated_bytes(workspace, order) < 3 * len(photograph)
    ready = prepared(case, workspace, order)
    with pytest.raises(AttachmentDamaged):
        seal(ready)
    assert files_in(order.folder) == []
    hidden.rename(lies)
    (file,) = settle(workspace.sitting, seal(ready)).files
    assert file.size_bytes > len(photograph)


def test_what_is_new_to_somebody_and_what_is_only_here(
    case: CaseBuilder, workspace: Workspace, order: ShareOrder, supervisor: Sitting
) -> None:
    carried = workspace.vault.carried
    person_id = supervisor.me.person_id
    assert carried.new_to(person_id) == set(order.document_ids)
    assert set(only_here(workspace)) == set(order.document_ids)
    assert waiting_in_outbox(workspace) == 1
    settle(workspace.sitting, seal(prepared(case, workspace, order)))
    assert carried.new_to(person_id) == frozenset()
    assert only_here(workspace) == ()
    assert waiting_in_outbox(workspace) == 0
    (line,) = outbox(workspace).lines
    assert (line.recipient, sum(each.documents for each in line.what)) == ("Sara Hill", 3)
    note = case.kept(case.note_plan("Again."))
    assert carried.new_to(person_id) == {note.header.document_id}


def test_the_outbox_is_read_bundle_by_bundle(
    case: CaseBuilder, workspace: Workspace, order: ShareOrder
) -> None:
    settle(workspace.sitting, seal(prepared(case, workspace, order)))
    few = len(list(gathering_outbox(workspace)))
    for _number in range(3):
        settle(workspace.sitting, seal(prepared(case, workspace, order)))
    assert len(list(gathering_outbox(workspace))) == few + 3
    assert len(outbox(workspace).lines) == 4


def test_confirmations_go_back_to_whoever_sent_something(
    case: CaseBuilder, workspace: Workspace, supervisor: Sitting, post: Post
) -> None:
    assert workspace.sitting is case.sitting
    post.take(supervisor, post.send(case, "SH"))
    (back,) = returns(begin_workspace(supervisor))
    assert (back.person_id, back.waits.receipts) == (case.sitting.me.person_id, 1)
    assert not back.waits.document_ids


@pytest.fixture
def protected(case: CaseBuilder, workspace: Workspace, tmp_path: Path) -> ProtectedOrder:
    """A note for an agency, on another basis than consent."""
    agency = {"agency_kind": "police", "agency_name": "Harbour Police", "agency_contact": "101"}
    kept = case.kept(case.plan(case.document("agency_involvement"), {"main": {"agency": agency}}))
    note = case.kept(case.note_plan("He waits outside."))
    assert workspace.vault.revisions.holds(note.revision_id)
    lead = next(each for each in workspace.sitting.trust.everybody() if each.initials == "SH")
    return ProtectedOrder(
        document_id=note.header.document_id,
        agency_id=kept.header.document_id,
        folder=tmp_path,
        typed_name="harbour police",
        harm=Harm(is_weighed=True),
        grounds=Grounds(
            agency_id=kept.header.document_id,
            other_basis="immediate_danger",
            reason="Somebody waits for her outside.",
            decided_by=lead.person_id,
        ),
    )


def test_a_protected_copy_that_changed_on_the_stick_is_found_and_taken_away(
    workspace: Workspace, protected: ProtectedOrder
) -> None:
    composed = compose_protected(workspace, protected)
    staged = make_protected(composed, neutral_path(workspace, protected.folder), lambda _done: None)
    damaged = bytearray(staged.file.read())
    damaged[len(damaged) // 2] ^= 1
    staged.file.temporary.write_bytes(bytes(damaged))
    with pytest.raises(CopyNotVerified):
        settle_protected(workspace, protected, staged)
    assert files_in(protected.folder) == []


def test_a_protected_copy_is_noted_with_its_basis_and_without_its_digits(
    workspace: Workspace, protected: ProtectedOrder
) -> None:
    composed = compose_protected(workspace, protected)
    staged = make_protected(composed, neutral_path(workspace, protected.folder), lambda _done: None)
    copy = settle_protected(workspace, protected, staged)
    journal = workspace.vault.journal
    facts = journal.rows(after=journal.head().n - 1)[0].act.facts
    assert (facts["basis"], facts["sha256"]) == ("immediate_danger", copy.digest)
    assert copy.digits.replace(" ", "") not in str(facts)
    assert files_in(protected.folder) == [copy.path.name]


def test_to_an_agency_a_referral_goes_as_it_is_written_and_the_rest_only_in_its_main_part() -> None:
    assert parts_left_out("referral", with_address=False) == {"internal", "location"}
    assert parts_left_out("referral", with_address=True) == {"internal"}
    assert "staff" in parts_left_out("risk_assessment", with_address=True)
    assert "location" in parts_left_out("client", with_address=False)


def test_the_address_stays_unless_it_was_asked_for(
    case: CaseBuilder, workspace: Workspace, order: ShareOrder
) -> None:
    made = prepared(case, workspace, order)
    assert made.load.parts == {"casefile", "internal", "main", "special", "staff", "third_party"}
    asked = replace(order, with_address=True, address_reason="She moves in tonight.")
    assert "location" in prepared(case, workspace, asked).load.parts
