"""Opening a bundle and checking everything in it, without changing anything."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from outreach_app.bundle.content import RevisionItem, SignedItem
from outreach_app.bundle.describe import Description, describe_bundle
from outreach_app.bundle.reader import OpenedBundle
from outreach_app.crypto.certificates import Certificate, parse_certificate
from outreach_app.domain.documents import Revision
from outreach_app.domain.people import Person
from outreach_app.services.errors import BundleNumberReused, CopyDiffers
from outreach_app.services.exchange.configurations import NewerCard, newer_card
from outreach_app.services.exchange.heads import SignedHead, read_head
from outreach_app.services.exchange.opening import Unsealed, opener_of
from outreach_app.services.exchange.receipts import ReadReceipt, read_receipt
from outreach_app.services.exchange.shelf import Shelf
from outreach_app.services.judgement import Judge, released_forms
from outreach_app.services.looks import Look, read_look
from outreach_app.services.shipped import word_list
from outreach_app.services.sitting import Sitting
from outreach_app.services.statements import Statement, read_statement
from outreach_app.services.succession import describe
from outreach_app.services.trust import Trust, person_of
from outreach_app.services.vaults import trust_changes
from outreach_app.services.verification import (
    SignedReview,
    SignedRevision,
    read_review,
    read_revision,
)
from outreach_app.store.bundles import Arrival
from outreach_app.store.steps import Steps, run_through

Item = TypeVar("Item")
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A bundle whose every object is what its signatures say.

    Attributes:
        revisions: Judged: with what counts here and now, in the order of judgement.
        ratchet: Statements of the organisation; not all of them need to count.
        unread: Hashes of forms that are not held, so that answers and copies were not compared.
        newer: The configuration that came with it, when it is newer.
    """

    opened: OpenedBundle
    arrival: Arrival
    revisions: tuple[Revision, ...] = ()
    reviews: tuple[SignedReview, ...] = ()
    receipts: tuple[ReadReceipt, ...] = ()
    heads: tuple[SignedHead, ...] = ()
    looks: tuple[Look, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    ratchet: tuple[Statement, ...] = ()
    unread: frozenset[str] = frozenset()
    newer: NewerCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReport:
    """What a person is told about a bundle that was looked at and not taken in.

    Attributes:
        since: When it came, if it is held; else "".
        trust_changes: What the configuration in it changes about trust, each with its words.
        cautions: What to know all the same: use-by passed, created in the future …
        not_counted: Revision id to the reason why it would not count here.
    """

    sender: Person
    bundle_id: str
    created: str
    purpose: str
    use_by: str
    part: tuple[int, int]
    arrival: Arrival
    since: str
    documents: int
    revisions: int
    reviews: int
    receipts: int
    attachments: int
    configuration: int
    trust_changes: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    not_counted: dict[str, str] = field(default_factory=dict)


def inspect(untrusted: bytes) -> Description:
    """Return what anybody can see of a bundle without a key.

    Raises:
        Untrusted: It is no bundle.
    """
    return describe_bundle(untrusted)


def open_bundle(sitting: Sitting, untrusted: bytes) -> OpenedBundle:
    """Open a bundle with the age identities of the unlocked person.

    Raises:
        NotForYou: It is not sealed to this person.
        Untrusted: Anything wrong with it, each with its own code.
    """
    return opener_of(sitting).open(untrusted)


def examine(sitting: Sitting, untrusted: bytes, shelf: Shelf) -> Examined:
    """Open a bundle and check and judge everything in it; nothing is changed.

    A bundle that is held already is not looked into again.

    Raises:
        BundleNumberReused: Another bundle of this number is held.
        CopyDiffers: A readable copy is not that of the signed answers.
        Untrusted: Anything forged or damaged, each with its own code.
    """
    return examine_unsealed(sitting, Unsealed(open_bundle(sitting, untrusted)), shelf)


def arrival_of(sitting: Sitting, opened: OpenedBundle) -> Arrival:
    """Say whether an opened bundle is new here or was held.

    Raises:
        BundleNumberReused: Another bundle of this number is held.
    """
    found = sitting.vault.bundles.arrival(opened.manifest.bundle_id, opened.manifest_digest)
    if found is Arrival.SAME_ID_OTHER_CONTENT:
        raise BundleNumberReused
    return found


def examine_unsealed(sitting: Sitting, unsealed: Unsealed, shelf: Shelf) -> Examined:
    """Check and judge everything in a bundle that was opened before; failures as in `examine`."""
    return run_through(examining(sitting, unsealed, shelf))


def examining(sitting: Sitting, unsealed: Unsealed, shelf: Shelf) -> Steps[Examined]:
    """Check and judge a bundle object by object; see `examine_unsealed`."""
    opened = unsealed.opened
    manifest = opened.manifest
    arrival = arrival_of(sitting, opened)
    if arrival is Arrival.HELD:
        return Examined(opened=opened, arrival=arrival)
    content = opened.content
    newer = newer_card(sitting, content)
    card = newer.card if newer else sitting.card
    now = sitting.instant()
    statements = tuple(_read_statement(sitting, item, now) for item in content.ratchet)
    trust = sitting.believe(card, statements) if newer or statements else sitting.trust
    trust.accept_sender(opened.certificate)
    signed = unsealed.signed
    as_now = unsealed.configuration == sitting.configuration.digest
    if signed is None or trust is not sitting.trust or not as_now:
        # Whoever is believed because of this very bundle was not when it was opened.
        signed = yield from _reading(content.revisions, partial(_read, trust, now))
    sender = (manifest.signer.person_id, manifest.signer.device_id)
    judge = _judge(sitting, trust, shelf, frozenset(card.configuration.forms))
    revisions = yield from judge.judging(signed)
    yield from _comparing(unsealed, revisions, shelf, judge.unread)
    return Examined(
        opened=opened,
        arrival=arrival,
        revisions=tuple(revisions),
        reviews=(yield from _reading(content.reviews, partial(read_review, trust))),
        receipts=tuple(
            read_receipt(trust, item, sender, received_at=now) for item in content.receipts
        ),
        heads=tuple(read_head(item, manifest) for item in content.heads),
        looks=tuple(read_look(item, manifest, received_at=now) for item in content.looks),
        certificates=tuple(_read_certificate(trust, line) for line in content.certificates),
        ratchet=statements,
        unread=frozenset(judge.unread),
        newer=newer,
    )


def _read_certificate(trust: Trust, untrusted_line: bytes) -> Certificate:
    certificate = parse_certificate(untrusted_line)
    trust.accept_sender(certificate)
    return certificate


def _read_statement(sitting: Sitting, untrusted: SignedItem, now: str) -> Statement:
    return read_statement(
        untrusted.payload, untrusted.signature, sitting.card.organisation, received_at=now
    )


def _judge(sitting: Sitting, trust: Trust, shelf: Shelf, more_forms: frozenset[str]) -> Judge:
    return Judge(
        vault=sitting.vault,
        trust=trust,
        definitions=shelf.find,
        released=released_forms(sitting) | more_forms,
    )


def _reading(items: Iterable[Item], read: Callable[[Item], Read]) -> Steps[tuple[Read, ...]]:
    found = []
    for item in items:
        found.append(read(item))
        yield
    return tuple(found)


def _read(trust: Trust, now: str, item: RevisionItem) -> SignedRevision:
    return read_revision(trust, item, received_at=now)


def _comparing(
    unsealed: Unsealed, revisions: Sequence[Revision], shelf: Shelf, unread: set[str]
) -> Steps[None]:
    items = unsealed.opened.content.revisions
    copies = {f"sha256:{item.digest}": item.copy for item in items if item.copy}
    for revision in revisions:
        if revision.header.form_hash in unread:
            continue
        if revision.revision_id not in unsealed.compared:
            compare_copy(shelf, revision, copies.get(revision.revision_id, ""))
            yield


def compare_copy(shelf: Shelf, revision: Revision, untrusted_copy: str) -> None:
    """Refuse a readable copy that is not the one of the signed answers.

    Raises:
        CopyDiffers: It is another text.
    """
    if not untrusted_copy or shelf.render_copy is None:
        return
    rendered = shelf.copy_of(revision)
    if rendered and rendered != untrusted_copy:
        raise CopyDiffers


def verify(sitting: Sitting, untrusted: bytes, shelf: Shelf) -> BundleReport:
    """Check a bundle completely and say what is in it; nothing is changed.

    Raises:
        OutreachError: What `examine` refuses.
    """
    examined = examine(sitting, untrusted, shelf)
    return report(sitting, examined)


def report(sitting: Sitting, examined: Examined) -> BundleReport:
    """Return what a person is told about an examined bundle."""
    opened = examined.opened
    manifest, content = opened.manifest, opened.content
    held = examined.arrival is Arrival.HELD
    configuration = examined.newer.card.configuration.number if examined.newer else 0
    return BundleReport(
        sender=person_of(opened.certificate),
        bundle_id=manifest.bundle_id,
        created=manifest.created,
        purpose=manifest.purpose,
        use_by=manifest.use_by,
        part=(manifest.split.part, manifest.split.of),
        arrival=examined.arrival,
        since=sitting.vault.bundles.get(manifest.bundle_id).received_at if held else "",
        documents=len({each.header.document_id for each in examined.revisions}),
        revisions=len(content.revisions),
        reviews=len(content.reviews),
        receipts=len(content.receipts),
        attachments=len(content.attachments),
        configuration=configuration,
        trust_changes=_trust_changes(sitting, examined),
        cautions=tuple(caution.value for caution in opened.cautions),
        not_counted={
            each.revision_id: each.not_counted for each in examined.revisions if not each.counted
        },
    )


def _trust_changes(sitting: Sitting, examined: Examined) -> tuple[str, ...]:
    if examined.newer is None:
        return ()
    return describe(trust_changes(sitting, examined.newer.card), word_list())
