"""Inbox, outgoing register, sequences, receipts; forms, signed objects, settings, people."""

from dataclasses import replace

import pytest

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.envelopes import object_digest
from outreach_app.domain.documents import Comment, ReviewVerb
from outreach_app.domain.people import Role
from outreach_app.store.bundles import Arrival, BundleIn, BundleOut, LineFacts, Receipt
from outreach_app.store.errors import (
    Damaged,
    MisnamedContent,
    OlderObject,
    UnknownForm,
    UnknownObject,
    UnknownPerson,
)
from outreach_app.store.forms import StoredForm
from outreach_app.store.objects import SignedObject, StoredCertificate
from outreach_app.store.steps import run_through
from outreach_app.store.unlocking import SlotKeys, unlock
from outreach_app.store.vault import Vault
from tests.store.builders import ANNA, AT, BEN, DEVICE_ID, a_document, a_review, a_revision, act


def came(number: int, sequence: int, previous: str = "", device: str = DEVICE_ID) -> BundleIn:
    return BundleIn(
        bundle_id=f"b_{number}", file_digest=f"digest {number}", signer_id=BEN, device_id=device,
        recipient_id=ANNA, sequence=sequence, previous=previous, purpose="review", created_at=AT,
        received_at=AT, manifest=b"manifest", signature=b"signature",
    )  # fmt: skip


def receive(vault: Vault, bundle: BundleIn) -> Arrival:
    with vault.transaction(act("bundle.received")):
        entries = {"reviews/1.json": b"review", "forms/1.xml": b"form"}
        return run_through(vault.bundles.receiving(bundle, entries, ["sha256:1", "sha256:2"]))


def test_a_bundle_waits_in_the_inbox_until_somebody_decides(vault: Vault) -> None:
    first, second = came(1, 1), came(2, 2, previous="digest 1")
    assert receive(vault, first) is Arrival.NEW
    assert receive(vault, first) is Arrival.HELD
    assert receive(vault, replace(first, file_digest="other")) is Arrival.SAME_ID_OTHER_CONTENT
    assert receive(vault, second) is Arrival.NEW
    assert vault.bundles.inbox() == vault.bundles.received() == (first, second)
    assert vault.bundles.entries("b_1") == {"reviews/1.json": b"review", "forms/1.xml": b"form"}
    assert vault.bundles.contents("b_1") == ("sha256:1", "sha256:2")
    assert vault.bundles.received_with("sha256:2") == (first, second)
    with vault.transaction(act("bundle.accepted")):
        vault.bundles.accept("b_1", at=AT)
        vault.bundles.refuse("b_2", at=AT)
    assert vault.bundles.inbox() == ()
    assert vault.bundles.entries("b_1") == {}
    assert vault.bundles.get("b_1").accepted_at == vault.bundles.get("b_2").refused_at == AT
    assert receive(vault, first) is Arrival.HELD


def test_unknown_bundles(vault: Vault) -> None:
    with pytest.raises(UnknownObject):
        vault.bundles.get("b_none")
    with pytest.raises(UnknownObject), vault.transaction(act()):
        vault.bundles.accept("b_none", at=AT)


def test_sequences_inform_about_gaps_doubles_and_breaks(vault: Vault) -> None:
    nothing = LineFacts(highest=0, missing=(), doubled=(), broken=())
    assert vault.bundles.line(DEVICE_ID, ANNA) == nothing
    receive(vault, came(4, 4, previous="digest 3"))
    receive(vault, came(1, 1))
    receive(vault, came(2, 2, previous="digest 1"))
    assert vault.bundles.line(DEVICE_ID, ANNA) == LineFacts(
        highest=4, missing=(3,), doubled=(), broken=()
    )
    receive(vault, came(9, 2, previous="digest 1"))
    receive(vault, came(3, 3, previous="something else"))
    assert vault.bundles.line(DEVICE_ID, ANNA) == LineFacts(
        highest=4, missing=(), doubled=(2,), broken=(3,)
    )
    assert vault.bundles.line("v_other", ANNA) == nothing


def sent(number: int, sequence: int, previous: str) -> BundleOut:
    return BundleOut(
        bundle_id=f"b_{number}", file_digest=f"digest {number}", device_id=DEVICE_ID,
        recipient_id=BEN, sequence=sequence, previous=previous, purpose="review", created_at=AT,
        manifest=b"manifest", signature=b"signature",
    )  # fmt: skip


def test_what_was_sent_and_what_never_left(vault: Vault) -> None:
    assert vault.bundles.next_place(DEVICE_ID, BEN) == (1, "")
    with vault.transaction(act("bundle.written")):
        vault.bundles.send(sent(1, 1, ""), ["sha256:1", "sha256:1"])
    assert vault.bundles.next_place(DEVICE_ID, BEN) == (2, "digest 1")
    assert vault.bundles.next_place(DEVICE_ID, ANNA) == (1, "")
    assert vault.bundles.sent() == vault.bundles.sent_with("sha256:1") == (sent(1, 1, ""),)
    assert vault.bundles.received_with("sha256:1") == ()
    assert vault.bundles.never_sent(["sha256:1", "sha256:2"]) == ("sha256:2",)


def test_receipts_are_kept_once(vault: Vault) -> None:
    receipt = Receipt(
        bundle_id="b_1", kind="arrival", by_id=BEN, device_id=DEVICE_ID, at=AT, payload=b"receipt",
        signature=b"signature", received_at=AT,
    )  # fmt: skip
    for expected in (True, False):
        with vault.transaction(act()):
            assert vault.bundles.add_receipt(receipt) is expected
    assert vault.bundles.receipts("b_1") == vault.bundles.receipts() == (receipt,)
    assert vault.bundles.receipts("b_2") == ()


FORM = StoredForm(
    form_hash="1" * 64, form_id="case", version="1", title="Case record", allowed=True, stored_at=AT
)


def test_forms_by_hash_with_a_cache(vault: Vault) -> None:
    newer = replace(FORM, form_hash="2" * 64, stored_at="2026-03-01T00:00:00+00:00")
    foreign = replace(
        FORM, form_hash="3" * 64, allowed=False, stored_at="2026-04-01T00:00:00+00:00"
    )
    with vault.transaction(act("form.added")):
        assert vault.forms.add(FORM, b"<xform/>")
        assert not vault.forms.add(FORM, b"<other/>")
        assert vault.forms.add(newer, b"<newer/>")
        assert vault.forms.add(foreign, b"<foreign/>")
    assert vault.forms.get(FORM.form_hash) == FORM
    assert vault.forms.holds(FORM.form_hash)
    assert vault.forms.definition(FORM.form_hash) == b"<xform/>"
    assert vault.forms.newest("case") == newer
    assert vault.forms.all() == (FORM, newer, foreign)
    with vault.transaction(act("form.withdrawn")):
        vault.forms.set_allowed(newer.form_hash, allowed=False)
    assert vault.forms.newest("case") == FORM
    assert vault.forms.cache(FORM.form_hash, "engine 1") is None
    vault.forms.set_cache(FORM.form_hash, "engine 1", b"trees")
    assert vault.forms.cache(FORM.form_hash, "engine 1") == b"trees"
    assert vault.forms.cache(FORM.form_hash, "engine 2") is None


def test_unknown_forms(vault: Vault) -> None:
    assert not vault.forms.holds("0" * 64)
    for call in (vault.forms.get, vault.forms.definition, vault.forms.newest):
        with pytest.raises(UnknownForm):
            call("0" * 64)
    with pytest.raises(UnknownForm), vault.transaction(act()):
        vault.forms.set_allowed("0" * 64, allowed=True)


def an_object(kind: str, number: int, text: str = "") -> SignedObject:
    payload = canonical_bytes([kind, number, text])
    return SignedObject(
        digest=object_digest(payload), kind=kind, object_id="og_1", number=number, payload=payload,
        signature=b"signature", received_at=AT,
    )  # fmt: skip


def test_signed_objects_are_a_set(vault: Vault) -> None:
    first, second = an_object("ratchet", 2), an_object("ratchet", 1)
    with vault.transaction(act()):
        assert vault.objects.add(first)
        assert not vault.objects.add(first)
        assert vault.objects.add(second)
        with pytest.raises(MisnamedContent):
            vault.objects.add(replace(first, payload=b"other"))
    assert vault.objects.of_kind("ratchet") == (second, first)
    assert vault.objects.newest("ratchet", "og_1") == first
    assert vault.objects.newest("ratchet", "og_2") is None
    assert vault.objects.of_kind("head") == ()
    assert vault.objects.holds(first.digest)


def test_a_single_valued_object_never_goes_back(vault: Vault) -> None:
    with vault.transaction(act()):
        assert vault.objects.add_single(an_object("config", 2))
        assert not vault.objects.add_single(an_object("config", 2))
        for older in (an_object("config", 1), an_object("config", 2, "another")):
            with pytest.raises(OlderObject):
                vault.objects.add_single(older)
        assert vault.objects.add_single(an_object("config", 3))
    newest = vault.objects.newest("config")
    assert newest is not None
    assert newest.number == 3


def test_certificates_of_others(vault: Vault) -> None:
    certificate = StoredCertificate(
        serial=7, authority="ssh-ed25519 AAAA", person_id=BEN, certificate=b"certificate",
        received_at=AT,
    )  # fmt: skip
    with vault.transaction(act()):
        assert vault.objects.add_certificate(certificate)
        assert not vault.objects.add_certificate(certificate)
        with pytest.raises(MisnamedContent):
            vault.objects.add_certificate(replace(certificate, certificate=b"another"))
    assert vault.objects.certificates() == vault.objects.certificates(BEN) == (certificate,)
    assert vault.objects.certificates(ANNA) == ()


def test_choices_are_kept_at_once(vault: Vault) -> None:
    vault.choices.set("language", "cy")
    vault.choices.set("language", "fr")
    assert vault.choices.all() == {"language": "fr"}
    vault.choices.remove("language")
    assert vault.choices.all() == {}
    with vault.transaction(act()):
        vault.properties.set("name", "value")
        vault.properties.set("name", "")
    assert vault.properties.get("name", "default") == "default"


def test_enrolment_and_a_new_age_identity(vault: Vault) -> None:
    assert vault.people.certificate(ANNA) is None
    enrolled = replace(
        vault.person,
        role=Role.SUPERVISOR,
        certificate_serial=5,
        organisation="og_1",
        valid_until=AT,
    )
    with vault.transaction(act("person.enrolled")):
        vault.people.set_certificate(enrolled, b"certificate")
    assert vault.person == enrolled
    assert vault.people.certificate(ANNA) == b"certificate"
    with vault.transaction(act("identity.renewed")):
        recipient = vault.people.add_age_identity(ANNA, at="2026-09-01T00:00:00+00:00")
    assert vault.person.age_recipient == recipient
    identities = vault.people.age_identities(ANNA)
    assert [identity.retired for identity in identities] == [False, True]
    assert vault.people.age_identities() == identities
    assert all(identity.identity.startswith("AGE-SECRET-KEY-") for identity in identities)


def test_unknown_people(vault: Vault, keys: dict[str, SlotKeys]) -> None:
    nobody = replace(vault.person, person_id="p_none")
    access_key = unlock([vault.custody.file], ANNA, keys[ANNA]).access_key
    with pytest.raises(UnknownPerson):
        vault.people.get("p_none")
    with pytest.raises(UnknownPerson):
        vault.people.signing_key("p_none", access_key)
    with pytest.raises(UnknownPerson), vault.transaction(act()):
        vault.people.set_certificate(nobody, b"certificate")
    with pytest.raises(UnknownPerson), vault.transaction(act()):
        vault.people.mark_removed("p_none", at=AT)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE people SET signing_sealed = x'00'", "UPDATE people SET signing_public = 'other'"],
)
def test_an_exchanged_signing_key_is_not_used(
    vault: Vault, keys: dict[str, SlotKeys], statement: str
) -> None:
    vault.database.execute(statement)
    with pytest.raises(Damaged):
        vault.signing_key(keys[ANNA])


def test_a_review_comes_back_as_it_was(vault: Vault) -> None:
    revision = a_revision(a_document(), {"n": "1"})
    review = replace(
        a_review(revision, ReviewVerb.RETURN, text="Please look again"),
        comments=(Comment(comment_id="cm_1", row_id="", question="n", text="Why?"),),
        answers={"chk_supervisor": "yes"},
    )
    with vault.transaction(act("review.added")):
        vault.revisions.add(revision, received_at=AT)
        assert vault.reviews.add(review, received_at=AT)
        assert not vault.reviews.add(review, received_at=AT)
        with pytest.raises(MisnamedContent):
            vault.reviews.add(replace(review, review_id="sha256:other"), received_at=AT)
    assert vault.reviews.get(review.review_id) == review
    assert vault.reviews.holds(review.review_id)
    assert vault.reviews.of_document(revision.header.document_id) == (review,)
    with pytest.raises(UnknownObject):
        vault.reviews.get("sha256:none")
