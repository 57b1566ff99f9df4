"""What is written is read back whole, and every other thing is refused by its own code."""

import time
import unicodedata
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outreach_app.bundle.content import (
    AttachmentItem,
    BundleContent,
    PartItem,
    RevisionItem,
    SignedItem,
)
from outreach_app.bundle.describe import describe_bundle
from outreach_app.bundle.errors import RecipientCount
from outreach_app.bundle.reader import Caution, read_archive, read_bundle
from outreach_app.bundle.writer import SealedBundle
from outreach_app.crypto import age
from outreach_app.crypto.certificates import Certificate
from outreach_app.crypto.envelopes import object_digest
from outreach_app.crypto.errors import NotForYou
from outreach_app.crypto.keys import generate_age_identity
from outreach_app.crypto.parts import digest_part
from outreach_app.errors import OutreachError, Refusal, Untrusted
from tests.bundle.forgery import opening, take_apart
from tests.bundle.hostile import CASES, archive_of
from tests.bundle.house import House

BYTES = st.binary(min_size=1, max_size=300)
SIGNED = st.builds(SignedItem, payload=BYTES, signature=BYTES)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40)
PARTS = st.lists(
    st.builds(
        PartItem,
        name=st.from_regex(r"[a-z][a-z_]{0,23}", fullmatch=True),
        salt=st.binary(min_size=32, max_size=32),
        payload=BYTES,
    ),
    max_size=3,
    unique_by=lambda part: part.name,
).map(lambda parts: tuple(sorted(parts, key=lambda part: part.name)))
REVISIONS = st.lists(
    st.builds(RevisionItem, payload=BYTES, signature=BYTES, parts=PARTS, copy=TEXT),
    max_size=3,
    unique_by=lambda item: item.payload,
)
LINE = st.text(max_size=40).filter(str.isprintable)


def _by_digest(items: list[RevisionItem] | list[SignedItem]) -> list[str]:
    return sorted(object_digest(item.payload) for item in items)


@given(REVISIONS, st.lists(SIGNED, max_size=3, unique_by=lambda item: item.payload), LINE)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_round_trip(
    revisions: list[RevisionItem], reviews: list[SignedItem], description: str
) -> None:
    house = House()
    text = unicodedata.normalize("NFC", description)
    attachment = AttachmentItem(content=b"bytes", media_type="image/png", description=text)
    content = BundleContent(
        revisions=tuple(revisions), reviews=tuple(reviews), attachments=(attachment,)
    )
    opened = house.read(house.write(content).data)
    assert set(opened.content.revisions) == set(revisions)
    assert set(opened.content.reviews) == set(reviews)
    assert opened.content.attachments == (attachment,)
    digests = [f"sha256:{item.digest}" for item in opened.content.revisions]
    assert digests == _by_digest(revisions)


def test_one_of_everything(house: House, content: BundleContent, sealed: SealedBundle) -> None:
    opened = house.read(sealed.data)
    assert opened.content == content
    assert opened.manifest == sealed.manifest
    assert opened.manifest_digest == sealed.manifest_digest == object_digest(opened.payload)
    assert opened.opened_for == house.reader
    assert opened.certificate.principal == house.sender
    assert opened.cautions == ()
    part = opened.content.revisions[0].parts[1]
    assert part.digest == digest_part(part.salt, part.payload)
    revision = opened.content.revisions[0]
    assert object_digest(revision.payload) == f"sha256:{revision.digest}"


def test_each_recipient_opens_it(house: House, sealed: SealedBundle) -> None:
    both = read_bundle(
        sealed.data, [house.other_identity, house.identity], house.trust(), house.now
    )
    assert both.opened_for == sealed.manifest.recipients[1].person_id


def test_somebody_else_does_not(house: House, sealed: SealedBundle) -> None:
    stranger, _recipient = generate_age_identity()
    with pytest.raises(NotForYou) as caught:
        read_bundle(sealed.data, [stranger], house.trust(), house.now)
    assert isinstance(caught.value, Refusal)


def test_what_a_finder_learns(sealed: SealedBundle) -> None:
    found = describe_bundle(sealed.data)
    assert found.size_bytes == len(sealed.data)
    assert found.recipients == 2
    assert found.sealed_bytes == 16 + 256 * 1024 + 4 * 16
    assert found.header_bytes + found.sealed_bytes == found.size_bytes


@pytest.mark.parametrize("name", CASES)
def test_hostile_archives_are_refused_by_their_code(
    name: str, house: House, content: BundleContent
) -> None:
    archive = archive_of(take_apart(house, content), CASES[name])
    started = time.perf_counter()
    with pytest.raises(OutreachError) as caught:
        read_archive(archive, opening(house), house.trust(), house.now)
    assert time.perf_counter() - started < 1
    assert caught.value.code == CASES[name].code
    assert isinstance(caught.value, Untrusted)


def test_the_forger_makes_good_bundles_too(house: House, content: BundleContent) -> None:
    forgery = take_apart(house, content)
    untouched = read_archive(forgery.archive(), opening(house), house.trust(), house.now)
    assert untouched.content == content
    forgery.relist = True
    relisted = read_archive(forgery.archive(), opening(house), house.trust(), house.now)
    assert relisted.manifest == untouched.manifest


def test_a_recipient_who_seals_it_anew_to_another_is_found_out(
    house: House, sealed: SealedBundle
) -> None:
    identity, recipient = generate_age_identity()
    archive = age.decrypt(sealed.data, [house.identity]).plaintext
    again = age.encrypt(archive, [recipient])
    with pytest.raises(OutreachError) as caught:
        read_bundle(again, [identity], house.trust(), house.now)
    assert caught.value.code == "bundle.readdressed"
    more = age.encrypt(archive, [house.recipient, house.other_recipient, recipient])
    with pytest.raises(RecipientCount) as counted:
        house.read(more)
    assert counted.value.facts == {"sealed": 3, "listed": 2}
    fewer = age.encrypt(archive, [house.recipient])
    with pytest.raises(RecipientCount):
        house.read(fewer)


def test_the_signer_is_judged_before_the_manifest_is_parsed(
    house: House, content: BundleContent
) -> None:
    class Refused(Refusal):
        code = "test.refused"

    def refuse(_certificate: Certificate) -> None:
        raise Refused

    forgery = take_apart(house, content)
    forgery.encode = lambda _value: b"not even JSON"
    with pytest.raises(Refused):
        read_archive(forgery.archive(), opening(house), refuse, house.now)


def test_nothing_behind_the_manifest_is_read_before_its_signature(
    house: House, content: BundleContent
) -> None:
    forgery = take_apart(house, content)
    forgery.namespace = "revision"
    archive = forgery.archive()
    broken = archive[: archive.index(b"README.txt\0")] + b"\xff" * 4000
    with pytest.raises(OutreachError) as caught:
        read_archive(broken, opening(house), house.trust(), house.now)
    assert caught.value.code == "crypto.wrong-namespace"


ODD: tuple[Any, ...] = (
    0, -1, 2**53 - 1, "", "x", "a" * 600, [], {}, ["x"], {"a": 1}, "2026-13-01", "\u202e", "0a" * 32,
)  # fmt: skip


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    if not isinstance(value, dict | list):
        return
    for step, part in list(value.items()) if isinstance(value, dict) else list(enumerate(value)):
        yield value, step
        yield from _places(part)


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_odd_value_in_a_signed_manifest_is_refused_or_meant(data: st.DataObject) -> None:
    house = House()
    forgery = take_apart(house, BundleContent())
    place, step = data.draw(st.sampled_from(list(_places(forgery.envelope))))
    place[step] = data.draw(st.sampled_from(ODD))
    try:
        opened = read_archive(forgery.archive(), opening(house), house.trust(), house.now)
    except Untrusted:
        return
    assert opened.manifest.to_body() == forgery.body


def test_cautions(house: House, sealed: SealedBundle) -> None:
    later = house.now + timedelta(days=60)
    assert read_bundle(sealed.data, [house.identity], house.trust(), later).cautions == (
        Caution.USE_BY_PASSED,
    )
    earlier = house.now - timedelta(days=2)
    assert read_bundle(sealed.data, [house.identity], house.trust(), earlier).cautions == (
        Caution.CREATED_IN_FUTURE,
    )
    # A caller who knows that the bundle was made in time may trust the certificate of then.
    long_after = house.now + timedelta(days=400)
    assert read_bundle(sealed.data, [house.identity], house.trust(), long_after).cautions == (
        Caution.USE_BY_PASSED,
        Caution.CERTIFICATE_ENDED,
    )
