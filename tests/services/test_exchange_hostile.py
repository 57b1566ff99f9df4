"""Bundles that lie: numbers used twice, other addressees, forged receipts and heads, odd merges."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from outreach_app.bundle.content import BundleContent, SignedItem
from outreach_app.bundle.errors import Readdressed
from outreach_app.crypto import age
from outreach_app.crypto.canonical import JsonValue
from outreach_app.crypto.envelopes import ObjectType, make_envelope, sign_envelope
from outreach_app.crypto.keys import SigningKey
from outreach_app.domain.documents import Reason
from outreach_app.domain.merge_audit import MergeFindingKind
from outreach_app.errors import Untrusted
from outreach_app.services.errors import BundleNumberReused, ContentMismatch
from outreach_app.services.exchange.heads import HeadWarning
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.exchange.receipts import acknowledge_review
from outreach_app.services.exchange.status import exchange_status
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.store.bundles import Receipt
from tests.services.builders import CaseBuilder, Post, keep, shelf_of
from tests.services.outsiders import craft, item_of
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]


def test_a_number_used_again_for_something_else_is_refused(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    number = "b_" + "q" * 26
    one, two = (item_of(case.sign(case.note_plan(text))) for text in ("one", "two"))
    first = craft(case.signer, supervisor, BundleContent(revisions=(one,)), bundle_id=number)
    other = craft(case.signer, supervisor, BundleContent(revisions=(two,)), bundle_id=number)
    post.take(supervisor, first.data)
    with pytest.raises(BundleNumberReused):
        receive(supervisor, other.data, shelf_of(supervisor))
    assert len(supervisor.vault.bundles.received()) == 1


def test_passing_a_bundle_on_as_if_it_were_for_another_is_refused(
    case: CaseBuilder, supervisor: Sitting, cover: Sitting
) -> None:
    item = item_of(case.sign(case.note_plan("For the supervisor.")))
    sealed = craft(case.signer, supervisor, BundleContent(revisions=(item,)))
    passed_on = age.encrypt(sealed.archive, [cover.me.age_recipient])
    with pytest.raises(Readdressed):
        receive(cover, passed_on, shelf_of(cover))
    both = age.encrypt(sealed.archive, [cover.me.age_recipient, supervisor.me.age_recipient])
    with pytest.raises(Untrusted) as refused:
        receive(supervisor, both, shelf_of(supervisor))
    assert refused.value.code == "bundle.recipient-count"


def test_a_sender_of_another_organisation_is_refused(
    case: CaseBuilder, supervisor: Sitting
) -> None:
    stranger = SigningKey.generate()
    item = item_of(case.sign(case.note_plan("We met.")))
    sealed = craft(case.signer, supervisor, BundleContent(revisions=(item,)))
    manifest_end = sealed.archive.index(b"-----BEGIN SSH SIGNATURE-----")
    forged = sealed.archive[:manifest_end] + b"x" + sealed.archive[manifest_end + 1 :]
    with pytest.raises(Untrusted):
        receive(
            supervisor,
            age.encrypt(forged, [supervisor.me.age_recipient]),
            shelf_of(supervisor),
        )
    with pytest.raises(ValueError, match="another key"):
        craft(
            replace(case.signer, signing_key=stranger),
            supervisor,
            BundleContent(revisions=(item,)),
        )


def receipt_for(
    sitting: Sitting, bundle_id: str, manifest: str, *, device: str = "", kind: str = "arrival"
) -> SignedItem:
    """Return a receipt as this vault's device would sign it."""
    body: dict[str, JsonValue] = {
        "at": sitting.instant(),
        "bundle": bundle_id,
        "device": device or sitting.vault.device_id,
        "journal": {"digest": "sha256:" + "a" * 64, "number": 1},
        "kind": kind,
        "manifest": manifest,
        "person": sitting.me.person_id,
    }
    payload = make_envelope(ObjectType.RECEIPT, sitting.card.organisation, bundle_id, body)
    return SignedItem(
        payload=payload, signature=sign_envelope(payload, sitting.vault.device_key(), None)
    )


def test_receipts_that_are_not_the_senders_own_word_are_refused(
    case: CaseBuilder, office: Sitting, supervisor: Sitting, signer_of: SignerOf, post: Post
) -> None:
    post.send(case.opened(), "SH")
    sent = office.vault.bundles.sent()[0]
    signer = signer_of(supervisor)
    other_device = "v_" + "q" * 26
    for receipt in (
        receipt_for(supervisor, sent.bundle_id, sent.file_digest, device=other_device),
        receipt_for(supervisor, sent.bundle_id, sent.file_digest, kind="review"),
    ):
        sealed = craft(signer, office, BundleContent(receipts=(receipt,)))
        with pytest.raises(ContentMismatch):
            receive(office, sealed.data, shelf_of(office))
    assert not exchange_status(office).sent[0].arrived_at


def test_receipts_for_something_else_settle_nothing(
    case: CaseBuilder, office: Sitting, supervisor: Sitting, signer_of: SignerOf, post: Post
) -> None:
    post.send(case.opened(), "SH")
    sent = office.vault.bundles.sent()[0]
    for bundle_id, manifest in (
        (sent.bundle_id, "sha256:" + "b" * 64),
        ("b_" + "q" * 26, sent.file_digest),
    ):
        receipt = receipt_for(supervisor, bundle_id, manifest)
        sealed = craft(signer_of(supervisor), office, BundleContent(receipts=(receipt,)))
        received, _accepted = post.take(office, sealed.data)
        assert received.receipts == 0
    assert not exchange_status(office).sent[0].arrived_at


def test_a_review_is_confirmed_by_the_person(
    case: CaseBuilder, office: Sitting, supervisor: Sitting, signer_of: SignerOf, post: Post
) -> None:
    received, _accepted = post.take(supervisor, post.send(case.opened(), "SH"))
    receipt: Receipt = acknowledge_review(
        supervisor, signer_of(supervisor), received.report.bundle_id
    )
    assert receipt.kind == "review"
    theirs = case.as_seen_by(supervisor, signer_of(supervisor))
    back = post.export(theirs, "AB", empty=True)
    assert back.receipts == 2
    post.take(office, back.files[0].path.read_bytes())
    (line,) = exchange_status(office).sent
    assert line.arrived_at
    assert line.reviewed_at


def test_a_head_that_the_manifest_does_not_name_is_refused(
    case: CaseBuilder, supervisor: Sitting
) -> None:
    office = case.sitting
    body: dict[str, JsonValue] = {
        "at": office.instant(),
        "device": office.vault.device_id,
        "digest": "sha256:" + "a" * 64,
        "number": 3,
    }
    payload = make_envelope(ObjectType.HEAD, office.card.organisation, office.vault.device_id, body)
    head = SignedItem(
        payload=payload, signature=sign_envelope(payload, office.vault.device_key(), None)
    )
    sealed = craft(case.signer, supervisor, BundleContent(heads=(head,)))
    with pytest.raises(ContentMismatch):
        receive(supervisor, sealed.data, shelf_of(supervisor))


def test_a_journal_that_went_back_is_noticed(
    case: CaseBuilder, supervisor: Sitting, post: Post, clock: FrozenClock
) -> None:
    case.opened()
    for _ in range(3):
        keep(case.sitting)
    post.take(supervisor, post.send(case, "SH"))
    held = supervisor.vault.objects.of_kind("head", case.sitting.vault.device_id)
    assert len(held) == 2  # of the last sitting, and of this export
    clock.forward(hours=1)
    with supervisor.vault.transaction(supervisor.act("test.changed")):
        supervisor.vault.database.execute(
            "UPDATE objects SET number = number + 100 WHERE kind = 'head'"
        )
    received, _accepted = post.take(supervisor, post.send(case, "SH"))
    assert received.warnings == (HeadWarning.WENT_BACK,)


def test_a_hostile_merge_is_shown_answer_by_answer(
    case: CaseBuilder, supervisor: Sitting, post: Post, clock: FrozenClock
) -> None:
    case.opened()
    first = case.kept(case.note_plan("We met.", note_opinion="Calm."))
    document = case.sitting.vault.documents.get(first.header.document_id)
    sides = []
    for text in ("We met at nine.", "We met at noon."):
        clock.forward(minutes=1)
        plan = case.note_plan(
            text, document=document, parents=(first.revision_id,), note_opinion="Calm."
        )
        sides.append(case.kept(plan))
    parents = tuple(side.revision_id for side in sides)
    plan = case.note_plan(
        "We never met.", document=document, parents=parents, note_opinion="Hostile."
    )
    merged = case.kept(case.replace(plan, reason=Reason.MERGE))
    _received, accepted = post.take(supervisor, post.send(case, "SH"))
    findings = accepted.merges[merged.revision_id]
    assert {(each.address, each.kind) for each in findings} == {
        ("note_content/note_facts", MergeFindingKind.OWN_EDIT),
        ("note_content/note_opinion", MergeFindingKind.OWN_EDIT),
    }
    assert not accepted.conflicts


def test_a_parent_of_another_document_leaves_a_revision_waiting(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    case.opened()
    first = case.kept(case.note_plan("One note."))
    foreign = case.sign(case.note_plan("Another note.", parents=(first.revision_id,)))
    sealed = craft(
        case.signer,
        supervisor,
        BundleContent(revisions=(item_of(first), item_of(foreign))),
    )
    _received, accepted = post.take(supervisor, sealed.data)
    assert accepted.waiting[foreign.revision_id].foreign == (first.revision_id,)
    assert not supervisor.vault.revisions.head_ids(foreign.header.document_id)


def test_what_an_author_did_not_get_is_put_back_by_who_holds_it(
    case: CaseBuilder,
    office: Sitting,
    supervisor: Sitting,
    signer_of: SignerOf,
    post: Post,
) -> None:
    case.opened(shared=(supervisor.me.person_id,))
    before = office.vault.revisions.heads(case.client.document_id)[0]
    post.take(supervisor, post.send(case, "SH", parts=("main",)))
    theirs = case.as_seen_by(supervisor, signer_of(supervisor))
    later = theirs.kept(theirs.client_plan({}, parents=(before.revision_id,)))
    assert later.withheld() == ("location",)
    post.take(office, post.send(theirs, "AB", unsent_only=True))
    held = office.vault.revisions.get(later.revision_id)
    assert held.parts["location"] == before.parts["location"]


def test_attachments_stay_with_the_part_that_names_them(
    case: CaseBuilder, office: Sitting, cover: Sitting, supervisor: Sitting, post: Post
) -> None:
    case.opened()
    with office.vault.transaction(office.act("file.added")):
        photo = office.vault.attachments.put(
            b"a picture of the front door",
            media_type="image/png",
            description="door",
            at=office.instant(),
        )
    plan = case.client_plan({"current_address": {"addr_line1": photo.digest}})
    head = office.vault.revisions.head_ids(case.client.document_id)
    case.kept(case.replace(plan, attachments=(photo.digest,), parents=head))
    post.take(cover, post.send(case, "CC"))
    assert not cover.vault.attachments.holds(photo.digest)
    _received, accepted = post.take(supervisor, post.send(case, "SH"))
    assert accepted.attachments == 1
    assert supervisor.vault.attachments.get(photo.digest) == b"a picture of the front door"
