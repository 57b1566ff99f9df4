"""What comes in a bundle: forged or damaged is refused, unauthorised is kept and not counted."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from outreach_app.bundle.content import BundleContent, PartItem, RevisionItem
from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.envelopes import ObjectType, make_envelope, sign_envelope
from outreach_app.crypto.errors import BadSignature, UnknownAuthority
from outreach_app.crypto.keys import SigningKey
from outreach_app.crypto.parts import digest_part, new_salt
from outreach_app.domain.documents import Header, ReviewVerb, Revision
from outreach_app.domain.people import Role
from outreach_app.domain.revocation import RevocationReason
from outreach_app.services.errors import BodyFormat, ContentMismatch, CopyDiffers
from outreach_app.services.exchange.acceptance import Accepted
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.headers import header_body
from outreach_app.services.reconfiguring import reconfigure
from outreach_app.services.restating import Restated, with_dates_reached
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.trust import FUTURE_DATED
from outreach_app.services.vaults import World, install_configuration
from outreach_app.services.verification import read_review, read_revision
from tests.services.builders import CaseBuilder, Post, keep, shelf_of, without
from tests.services.outsiders import Office, craft, item_of, review_item
from tests.support.determinism import FrozenClock

AT = "2026-02-03T11:00:00+00:00"
SignerOf = Callable[[Sitting], Signer]


def resigned(revision: Revision, signer: Signer, **changes: Any) -> RevisionItem:
    """Return a revision with another header, signed again."""
    header: Header = replace(revision.header, **changes)
    payload = make_envelope(
        ObjectType.REVISION, signer.person.organisation, header.document_id, header_body(header)
    )
    signature = sign_envelope(payload, signer.signing_key, signer.certificate)
    return replace(item_of(revision), payload=payload, signature=signature)


def with_part(signer: Signer, revision: Revision, name: str, part: Any) -> RevisionItem:
    """Return a revision whose part is any value, correctly signed."""
    salt, content = new_salt(), canonical_bytes(part)
    item = resigned(revision, signer, parts={name: digest_part(salt, content)})
    return replace(item, parts=(PartItem(name=name, salt=salt, payload=content),))


def sent(signer: Signer, to: Sitting, post: Post, *items: RevisionItem) -> Accepted:
    """Send items by a bundle made by hand and take it over."""
    sealed = craft(signer, to, BundleContent(revisions=items))
    return post.take(to, sealed.data)[1]


def test_another_name_in_the_header_is_refused(case: CaseBuilder, office: Sitting) -> None:
    revision = case.sign(case.note_plan("We met."))
    for changes in (
        {"author_id": "p_" + "b" * 26},
        {"certificate_serial": 99},
        {"device_id": "v_" + "b" * 26},
    ):
        with pytest.raises(ContentMismatch):
            read_revision(office.trust, resigned(revision, case.signer, **changes), received_at=AT)


def test_odd_headers_are_refused(case: CaseBuilder, office: Sitting) -> None:
    revision = case.sign(case.note_plan("We met."))
    for changes in (
        {"reason": "whim"},
        {"signed_at": "yesterday"},
        {"parents": ("sha256:" + "b" * 64, "sha256:" + "a" * 64)},
        {"parts": {"secret": "a" * 64}},
        {"form_hash": "zz"},
    ):
        item = replace(
            resigned(revision, case.signer),
            payload=make_envelope(
                ObjectType.REVISION,
                case.signer.person.organisation,
                revision.header.document_id,
                {**header_body(replace(revision.header, **changes)), **_unsorted(changes)},
            ),
        )
        item = replace(
            item,
            signature=sign_envelope(item.payload, case.signer.signing_key, case.signer.certificate),
        )
        with pytest.raises(BodyFormat):
            read_revision(office.trust, item, received_at=AT)


def _unsorted(changes: dict[str, Any]) -> dict[str, Any]:
    return {"parents": list(changes["parents"])} if "parents" in changes else {}


def test_changed_parts_are_refused(case: CaseBuilder, office: Sitting) -> None:
    item = item_of(case.sign(case.note_plan("We met.")))
    (part,) = item.parts
    for changed in (
        replace(part, payload=part.payload.replace(b"met", b"saw")),
        replace(part, salt=new_salt()),
        replace(part, name="location"),
    ):
        with pytest.raises(ContentMismatch):
            read_revision(office.trust, replace(item, parts=(changed,)), received_at=AT)


def test_answers_without_their_shape_are_refused(case: CaseBuilder, office: Sitting) -> None:
    revision = case.sign(case.note_plan("We met."))
    for odd in (
        {"note_content": 7},
        {"note_content": {"note_actions": [{"note_act_text": "no id"}]}},
        {"note_content": {"note_actions": ["no row"]}},
    ):
        with pytest.raises(ContentMismatch):
            read_revision(
                office.trust, with_part(case.signer, revision, "main", odd), received_at=AT
            )


def test_signatures_of_strangers_are_refused(case: CaseBuilder, office: Sitting) -> None:
    revision = case.sign(case.note_plan("We met."))
    stranger = SigningKey.generate()
    bare = replace(item_of(revision), signature=sign_envelope(revision.payload, stranger, None))
    with pytest.raises(UnknownAuthority):
        read_revision(office.trust, bare, received_at=AT)
    other = case.sign(case.note_plan("Another."))
    with pytest.raises(BadSignature):
        read_revision(
            office.trust, replace(item_of(revision), signature=other.signature), received_at=AT
        )


def test_a_review_for_another_document_is_refused(case: CaseBuilder, office: Sitting) -> None:
    note = case.sign(case.note_plan("We met."))
    review = case.review(note, ReviewVerb.COMMENT, text="Good.")
    assert read_review(office.trust, review_item(review)).review == review
    item = review_item(review)
    moved = item.payload.replace(note.header.document_id.encode(), b"d_" + b"b" * 26, 1)
    signature = sign_envelope(moved, case.signer.signing_key, case.signer.certificate)
    with pytest.raises(ContentMismatch):
        read_review(office.trust, replace(item, payload=moved, signature=signature))


def test_a_withheld_part_verifies_and_counts(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    whole = case.opened().sitting.vault.revisions.heads(case.client.document_id)[0]
    accepted = sent(case.signer, supervisor, post, item_of(without(whole, "location")))
    assert not accepted.not_counted
    held = supervisor.vault.revisions.get(whole.revision_id)
    assert held.withheld() == ("location",)
    accepted = sent(case.signer, supervisor, post, item_of(whole))
    assert supervisor.vault.revisions.get(whole.revision_id).parts == whole.parts


def test_what_was_signed_outside_the_certificates_time_does_not_count(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    late = case.sign(case.note_plan("2038"), at="2038-01-19T03:14:07+00:00")
    early = case.sign(case.note_plan("1970"), at="1970-01-01T00:00:00+00:00")
    sealed = craft(
        case.signer,
        supervisor,
        BundleContent(revisions=(item_of(late), item_of(early))),
        created="2038-01-19T03:14:07+00:00",
    )
    received, accepted = post.take(supervisor, sealed.data)
    assert received.report.cautions == ("created-in-future",)
    assert accepted.not_counted == {
        late.revision_id: "signed after the certificate had ended",
        early.revision_id: "signed before the certificate began",
    }
    assert supervisor.vault.revisions.holds(late.revision_id)
    assert not supervisor.vault.revisions.head_ids(late.header.document_id)
    assert supervisor.now().year == 2026


def test_what_the_role_does_not_allow_is_kept_and_does_not_count(
    case: CaseBuilder, supervisor: Sitting, post: Post, manager: Office
) -> None:
    case.opened()
    night = case.as_seen_by(case.sitting, manager.certify("NN", Role.NIGHT_STAFF))
    clerk = case.as_seen_by(case.sitting, manager.certify("KK", Role.CONFIGURATION_MANAGER))
    install_configuration(supervisor, (manager.folder / "organisation.json").read_bytes())
    note = night.sign(night.note_plan("All quiet."))
    plan = night.sign(night.plan(night.document("support_plan"), {"main": {"x": "y"}}))
    meddling = clerk.sign(clerk.note_plan("Not mine to write."))
    records = [
        head
        for document in (case.client, case.record)
        for head in case.sitting.vault.revisions.heads(document.document_id)
    ]
    accepted = sent(case.signer, supervisor, post, *map(item_of, (*records, note, plan, meddling)))
    assert accepted.not_counted == {
        plan.revision_id: "at night only notes, flags, missing steps and the immediate safety screen",
        meddling.revision_id: "the configuration manager does not read or change cases",
    }
    assert supervisor.vault.revisions.get(note.revision_id).counted


def test_who_does_not_belong_to_the_case_writes_nothing_that_counts(
    case: CaseBuilder, supervisor: Sitting, cover: Sitting, signer_of: SignerOf, post: Post
) -> None:
    case.opened()
    raw = post.send(case, "SH")
    theirs = case.as_seen_by(cover, signer_of(cover))
    note = theirs.sign(theirs.note_plan("I was not asked."))
    early = sent(theirs.signer, supervisor, post, item_of(note))
    assert not early.not_counted
    _received, accepted = post.take(supervisor, raw)
    assert accepted.restated.now_not_counted == (note.revision_id,)
    assert supervisor.vault.revisions.get(note.revision_id).not_counted
    heads = case.sitting.vault.revisions.head_ids(case.record.document_id)
    case.kept(case.record_plan(shared=(cover.me.person_id,), parents=heads))
    _received, accepted = post.take(supervisor, post.send(case, "SH", unsent_only=True))
    assert accepted.restated.now_counted == (note.revision_id,)


def test_a_record_that_names_its_own_author_opens_no_case(
    case: CaseBuilder, supervisor: Sitting, cover: Sitting, signer_of: SignerOf, post: Post
) -> None:
    post.take(supervisor, post.send(case.opened(), "SH"))
    theirs = case.as_seen_by(cover, signer_of(cover))
    theirs.record = theirs.document("case")
    claim = theirs.sign(theirs.record_plan())
    note = theirs.sign(theirs.note_plan("Now it is mine."))
    accepted = sent(theirs.signer, supervisor, post, item_of(note), item_of(claim))
    assert set(accepted.not_counted) == {claim.revision_id, note.revision_id}


def test_answers_that_do_not_belong_where_they_stand_do_not_count(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    case.opened()
    address = {"client_contact": {"current_address": {"addr_line1": "12 Harbour Road"}}}
    covert = case.sign(case.plan(case.client, {"main": address}))
    unknown = case.sign(case.plan(case.document("contact_note"), {"main": {"made_up": "x"}}))
    other_form = case.sign(
        replace(case.note_plan("We met."), form_hash=case.plan(case.client, {}).form_hash)
    )
    never = case.sign(replace(case.note_plan("We met."), form_hash="a" * 64))
    accepted = sent(
        case.signer,
        supervisor,
        post,
        *map(item_of, (covert, unknown, other_form, never)),
    )
    assert accepted.not_counted == {
        covert.revision_id: "the part main holds answers that do not belong there",
        unknown.revision_id: "the part main holds answers that do not belong there",
        other_form.revision_id: "it names another form than it was written on",
        never.revision_id: "the organisation never released its form",
    }


def test_a_copy_that_differs_is_refused_and_nothing_is_kept(
    case: CaseBuilder, supervisor: Sitting
) -> None:
    note = case.sign(case.note_plan("We met."))
    true = item_of(note, copy=True)
    sealed = craft(case.signer, supervisor, BundleContent(revisions=(true,)))
    assert receive(supervisor, sealed.data, shelf_of(supervisor)).report.revisions == 1
    other = case.sign(case.note_plan("We talked."))
    false = replace(item_of(other), copy="contact_note\nnote_content/note_facts: We fought.\n")
    sealed = craft(case.signer, supervisor, BundleContent(revisions=(false,)))
    with pytest.raises(CopyDiffers):
        receive(supervisor, sealed.data, shelf_of(supervisor))
    assert not supervisor.vault.revisions.waiting()
    assert len(supervisor.vault.bundles.received()) == 1


def test_who_left_counts_up_to_that_day(
    case: CaseBuilder,
    *,
    office: Sitting,
    supervisor: Sitting,
    cover: Sitting,
    signer_of: SignerOf,
    manager: Office,
    clock: FrozenClock,
    post: Post,
) -> None:
    case.opened(shared=(cover.me.person_id,))
    post.take(supervisor, post.send(case, "SH"))
    theirs = case.as_seen_by(cover, signer_of(cover))
    before = theirs.sign(theirs.note_plan("On my last day."))
    clock.forward(days=10)
    after = theirs.sign(theirs.note_plan("I still have the laptop."))
    sent(theirs.signer, supervisor, post, item_of(before), item_of(after))
    raw_card = manager.withdraw(cover.me.certificate_serial, RevocationReason.LEFT, since_days=5)
    install_configuration(office, raw_card)
    raw = post.send(case, "SH")
    received, _accepted = post.take(supervisor, raw)
    assert received.configuration == supervisor.configuration.number
    assert received.restated.now_not_counted == (after.revision_id,)
    assert supervisor.vault.revisions.get(before.revision_id).counted
    held = supervisor.vault.revisions.get(after.revision_id)
    assert held.not_counted == "signed after this person had left"


def test_a_configuration_taken_from_a_file_judges_again_too(
    case: CaseBuilder,
    *,
    supervisor: Sitting,
    cover: Sitting,
    signer_of: SignerOf,
    manager: Office,
    clock: FrozenClock,
    post: Post,
) -> None:
    case.opened(shared=(cover.me.person_id,))
    post.take(supervisor, post.send(case, "SH"))
    theirs = case.as_seen_by(cover, signer_of(cover))
    clock.forward(days=10)
    after = theirs.sign(theirs.note_plan("I still have the laptop."))
    sent(theirs.signer, supervisor, post, item_of(after))
    assert supervisor.vault.revisions.get(after.revision_id).counted
    raw_card = manager.withdraw(cover.me.certificate_serial, RevocationReason.LEFT, since_days=5)
    restated = reconfigure(supervisor, raw_card, shelf_of(supervisor).find)
    assert restated.now_not_counted == (after.revision_id,)
    assert not supervisor.vault.revisions.get(after.revision_id).counted
    assert reconfigure(supervisor, raw_card, shelf_of(supervisor).find).now_not_counted == ()


def test_of_a_lost_key_counts_what_others_had_seen_before(
    case: CaseBuilder,
    *,
    supervisor: Sitting,
    cover: Sitting,
    signer_of: SignerOf,
    manager: Office,
    clock: FrozenClock,
    post: Post,
) -> None:
    case.opened(shared=(cover.me.person_id,))
    theirs = case.as_seen_by(cover, signer_of(cover))
    seen = theirs.sign(theirs.note_plan("Before the theft."))
    keep(case.sitting, seen)
    post.take(supervisor, post.send(case, "SH"))
    clock.forward(days=10)
    back_dated = theirs.sign(theirs.note_plan("By the thief."), at="2026-02-04T11:00:00+00:00")
    install_configuration(
        supervisor,
        manager.withdraw(cover.me.certificate_serial, RevocationReason.LOST, since_days=2),
    )
    accepted = sent(theirs.signer, supervisor, post, item_of(back_dated), item_of(seen))
    assert set(accepted.not_counted) == {back_dated.revision_id}
    assert "lost" in accepted.not_counted[back_dated.revision_id]
    assert supervisor.vault.revisions.get(seen.revision_id).counted


def test_an_older_configuration_in_a_bundle_changes_nothing(
    case: CaseBuilder, supervisor: Sitting, manager: Office, post: Post
) -> None:
    raw = post.send(case.opened(), "SH")
    manager.certify("ZZ", Role.CASEWORKER)
    install_configuration(supervisor, (manager.folder / "organisation.json").read_bytes())
    number = supervisor.configuration.number
    received, _accepted = post.take(supervisor, raw)
    assert received.configuration == 0
    assert supervisor.configuration.number == number


def test_what_is_dated_in_the_future_counts_once_that_day_has_come(
    case: CaseBuilder,
    *,
    supervisor: Sitting,
    clock: FrozenClock,
    post: Post,
) -> None:
    case.opened()
    post.take(supervisor, post.send(case, "SH"))
    soon = case.sign(case.note_plan("A clock somewhat ahead."), at="2026-02-05T10:00:00+00:00")
    late = case.sign(case.note_plan("A clock far ahead."), at="2026-02-20T10:00:00+00:00")
    accepted = sent(case.signer, supervisor, post, item_of(soon), item_of(late))
    assert accepted.not_counted == {late.revision_id: FUTURE_DATED}
    find = shelf_of(supervisor).find
    before = supervisor.vault.journal.head().n
    assert with_dates_reached(supervisor, find) == Restated()
    clock.forward(days=16)
    assert with_dates_reached(supervisor, find).now_counted == (late.revision_id,)
    assert supervisor.vault.revisions.get(late.revision_id).counted
    after = supervisor.vault.journal.head().n
    assert after > before
    assert with_dates_reached(supervisor, find) == Restated()
    assert supervisor.vault.journal.head().n == after


def test_a_clock_that_is_behind_makes_nothing_look_dated_in_the_future(
    case: CaseBuilder,
    *,
    supervisor: Sitting,
    clock: FrozenClock,
    world: World,
    post: Post,
) -> None:
    case.opened()
    clock.forward(days=2)
    again = Sitting(supervisor.vault, world.clock, world.random_bytes)  # marks the latest time
    raw = post.send(case, "SH")
    clock.forward(days=-30)
    _received, accepted = post.take(again, raw)
    assert accepted.not_counted == {}
