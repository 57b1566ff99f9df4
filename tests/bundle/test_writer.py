"""Writing: what it refuses, what it repeats, and how much may go into one bundle."""

import dataclasses
import hashlib

import pytest

from outreach_app.bundle import split as split_module
from outreach_app.bundle import writer
from outreach_app.bundle.content import (
    AttachmentItem,
    BundleContent,
    PartItem,
    RevisionItem,
    SignedItem,
)
from outreach_app.bundle.errors import (
    ContentTooLarge,
    ItemTooLarge,
    NoRecipients,
    TooManyRecipients,
)
from outreach_app.bundle.manifest import Recipient, Split
from outreach_app.bundle.split import split
from outreach_app.bundle.writer import SealedBundle, write_bundle
from outreach_app.crypto.errors import RecipientFormat
from outreach_app.crypto.keys import generate_age_identity
from outreach_app.domain.ids import Prefix
from tests.bundle.house import House, an_id

KIB = 1024


def _revision(number: int, size: int = 100, needs: tuple[str, ...] = ()) -> RevisionItem:
    return RevisionItem(payload=b'{"n":%d}' % number, signature=b"s", copy="x" * size, needs=needs)


def test_the_same_content_gives_the_same_archive(
    house: House, content: BundleContent, sealed: SealedBundle
) -> None:
    turned = dataclasses.replace(content, revisions=content.revisions[::-1])
    again = write_bundle(turned, house.cover(), sealed.signer, house.recipients()[::-1])
    assert again.archive == sealed.archive
    assert again.data != sealed.data


def test_equal_items_are_written_once(house: House) -> None:
    form = b"<form/>"
    opened = house.read(house.write(BundleContent(forms=(form, form))).data)
    assert opened.content.forms == (form,)


def test_two_items_of_one_name_must_be_equal(house: House) -> None:
    first, second = _revision(1), dataclasses.replace(_revision(1), signature=b"another")
    with pytest.raises(ValueError, match="differ"):
        house.write(BundleContent(revisions=(first, second)))
    part = PartItem(name="main", salt=b"short", payload=b"{}")
    salted = BundleContent(revisions=(dataclasses.replace(first, parts=(part,)),))
    with pytest.raises(ValueError, match="salt"):
        house.write(salted)


def test_a_person_may_have_several_keys(house: House) -> None:
    identity, recipient = generate_age_identity()
    keys = tuple(sorted((recipient, house.recipient)))
    person = Recipient(person_id=house.reader, age_recipients=keys, sequence=1)
    sealed = write_bundle(BundleContent(), house.cover(), house.signer(), [person])
    assert house.read(sealed.data).opened_for == house.reader
    assert identity not in repr(sealed)


def test_recipients_that_cannot_be(house: House) -> None:
    with pytest.raises(NoRecipients):
        write_bundle(BundleContent(), house.cover(), house.signer(), [])
    many = [
        Recipient(person_id=an_id(Prefix.PERSON, n), age_recipients=(f"age1{n}",), sequence=1)
        for n in range(61)
    ]
    with pytest.raises(TooManyRecipients):
        write_bundle(BundleContent(), house.cover(), house.signer(), many)
    with pytest.raises(RecipientFormat):
        write_bundle(BundleContent(), house.cover(), house.signer(), many[:1])


def test_sixty_keys_are_opened(house: House) -> None:
    pairs = [generate_age_identity() for _ in range(59)]
    keys = tuple(sorted([house.recipient, *(recipient for _identity, recipient in pairs)]))
    person = Recipient(person_id=house.reader, age_recipients=keys, sequence=1)
    sealed = write_bundle(BundleContent(), house.cover(), house.signer(), [person])
    assert house.read(sealed.data).opened_for == house.reader


def test_the_place_in_a_set_is_signed(house: House) -> None:
    assert house.write(BundleContent()).manifest.split == Split(set_id=an_id(Prefix.BUNDLE, 9))
    second = Split(set_id=an_id(Prefix.BUNDLE, 8), part=2, of=2)
    sealed = house.write(BundleContent(), split=second)
    assert house.read(sealed.data).manifest.split == second


def test_too_much_for_one_bundle(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "ARCHIVE_LIMIT_BYTES", 512 * KIB)
    fits = BundleContent(attachments=(AttachmentItem(content=bytes(500_000), media_type="x/y"),))
    assert len(house.write(fits).archive) == 512 * KIB
    for size, limit in ((600_000, 512 * KIB), (280_000, 300 * KIB)):
        monkeypatch.setattr(writer, "ARCHIVE_LIMIT_BYTES", limit)
        content = BundleContent(
            attachments=(AttachmentItem(content=bytes(size), media_type="x/y"),)
        )
        with pytest.raises(ContentTooLarge) as caught:
            house.write(content)
        assert caught.value.facts == {"size_mib": 1, "limit_mib": 0}


def test_a_large_bundle_is_one_class_larger_at_most(house: House) -> None:
    picture = AttachmentItem(content=bytes(5_000_000), media_type="image/png")
    sealed = house.write(BundleContent(attachments=(picture,)))
    assert len(sealed.archive) == 39 * 128 * KIB
    assert house.read(sealed.data).content.attachments == (picture,)


def test_what_fits_is_not_divided(content: BundleContent) -> None:
    assert split(content) == (content,)


def test_each_bundle_of_a_set_is_complete_in_itself(house: House, content: BundleContent) -> None:
    forms = (b"<one/>" * 500, b"<two/>" * 500, b"<three/>")
    files = tuple(
        AttachmentItem(content=bytes([n]) * 60_000, media_type="x/y", description=str(n))
        for n in range(3)
    )
    names = [hashlib.sha256(item).hexdigest() for item in forms]
    file_names = [hashlib.sha256(item.content).hexdigest() for item in files]
    revisions = tuple(
        _revision(n, 50_000, needs=(names[n % 2], file_names[n % 2], "00" * 32)) for n in range(8)
    )
    digests = [hashlib.sha256(item.payload).hexdigest() for item in revisions]
    reviews = tuple(
        SignedItem(payload=b'{"review":%d}' % n, signature=b"r", about=about)
        for n, about in enumerate((digests[0], digests[3], digests[7], "00" * 32))
    )
    large = dataclasses.replace(
        content, revisions=revisions, reviews=reviews, forms=forms, attachments=files
    )
    contents = split(large, 256 * KIB)
    assert len(contents) > 2
    for each in contents:
        sealed = house.write(each)
        assert len(sealed.archive) == 256 * KIB
        opened = house.read(sealed.data).content
        assert opened.certificates == content.certificates
        assert opened.ratchet == content.ratchet
        for revision in each.revisions:
            assert forms[names.index(revision.needs[0])] in opened.forms
            assert files[file_names.index(revision.needs[1])] in opened.attachments
            about = hashlib.sha256(revision.payload).hexdigest()
            wanted = {review for review in reviews if review.about == about}
            assert wanted <= set(each.reviews)
    assert sum((each.revisions for each in contents), ()) == revisions
    assert {item for each in contents for item in each.reviews} == set(reviews)
    assert {item for each in contents for item in each.forms} == set(forms)
    assert {item for each in contents for item in each.attachments} == set(files)
    assert [item for each in contents for item in each.receipts] == list(content.receipts)


def test_what_cannot_be_divided(content: BundleContent) -> None:
    whole = BundleContent(revisions=(_revision(1, 300_000),))
    with pytest.raises(ItemTooLarge):
        split(whole, 256 * KIB)
    certificates = dataclasses.replace(content, certificates=(b"c" * 300_000,))
    with pytest.raises(ItemTooLarge):
        split(certificates, 256 * KIB)
    with pytest.raises(ItemTooLarge):
        split(BundleContent(certificates=(b"c" * 300_000,)), 256 * KIB)


def test_too_many_members_are_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(split_module, "ENTRY_LIMIT", 20)
    content = BundleContent(revisions=tuple(_revision(n) for n in range(20)))
    contents = split(content)
    assert [len(each.revisions) for each in contents] == [6, 6, 6, 2]
