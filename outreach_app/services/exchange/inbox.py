"""Bundles that come: checked whole, then into the inbox in one transaction.

Nothing of a bundle touches a case before a person accepts it. A bundle that is held already is
answered and changes nothing; one that was set aside comes back.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from outreach_app.bundle.content import BundleContent
from outreach_app.bundle.manifest import Manifest
from outreach_app.crypto.envelopes import object_digest
from outreach_app.crypto.keys import public_line
from outreach_app.domain.documents import Revision
from outreach_app.errors import OutreachError
from outreach_app.services.errors import NotInInbox
from outreach_app.services.exchange.examination import (
    BundleReport,
    Examined,
    examining,
    open_bundle,
    report,
)
from outreach_app.services.exchange.export import object_ids
from outreach_app.services.exchange.heads import HeadWarning, note_head
from outreach_app.services.exchange.opening import Unsealed
from outreach_app.services.exchange.receipts import (
    ReadReceipt,
    acknowledge_arrival,
    apply_receipt,
)
from outreach_app.services.exchange.shelf import Shelf
from outreach_app.services.exchange.waiting import basis_of, write_entries
from outreach_app.services.looks import keep_look
from outreach_app.services.reconfiguring import reconfiguring
from outreach_app.services.restating import Restated, Restating
from outreach_app.services.restored import hear_bundle
from outreach_app.services.shipped import word_list
from outreach_app.services.sitting import Sitting
from outreach_app.services.succession import require_words_compared
from outreach_app.services.suspending import settling
from outreach_app.services.vaults import trust_changes
from outreach_app.store.bundles import Arrival, BundleIn, LineFacts, Place
from outreach_app.store.errors import UnknownObject
from outreach_app.store.journal import Act
from outreach_app.store.objects import StoredCertificate
from outreach_app.store.steps import Steps, run_through

SLICE = 16
"""Revisions laid aside at a time, so that no step of a long import takes longer than 30 ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of a bundle that came.

    Attributes:
        report: What is in it. `report.arrival` says whether it is new or was held.
        line: What the sequence numbers from the sending device tell.
        receipts: How many receipts in it were for bundles of ours.
        configuration: Number of the configuration that it brought and that is in force now, or 0.
        forms_broken: Forms in it that cannot be used.
        restated: What counts differently because of the configuration and statements it brought.
    """

    report: BundleReport
    line: LineFacts
    warnings: tuple[HeadWarning, ...] = ()
    receipts: int = 0
    configuration: int = 0
    forms_kept: int = 0
    forms_broken: int = 0
    restated: Restated = field(default_factory=Restated)


def receive(
    sitting: Sitting, untrusted: bytes, shelf: Shelf, *, words_compared: bool = False
) -> Received:
    """Check a bundle and put it into the inbox; when the call returns, it is there whole.

    Args:
        sitting: The unlocked vault.
        untrusted: The bundle.
        shelf: The forms.
        words_compared: A person says that they compared the words of what the configuration in it
            changes about trust.

    Raises:
        WordsNotCompared: It brings a change of trust, and nobody said so; nothing was changed.
        BundleNumberReused: Another bundle of this number is held.
        OutreachError: What `examination.examine` refuses; nothing was changed.
    """
    unsealed = Unsealed(open_bundle(sitting, untrusted))
    return receive_unsealed(sitting, unsealed, shelf, words_compared=words_compared)


def receive_unsealed(
    sitting: Sitting, unsealed: Unsealed, shelf: Shelf, *, words_compared: bool = False
) -> Received:
    """Put a bundle that was opened before into the inbox; failures as in `receive`."""
    return run_through(receiving(sitting, unsealed, shelf, words_compared=words_compared))


def receiving(
    sitting: Sitting, unsealed: Unsealed, shelf: Shelf, *, words_compared: bool = False
) -> Steps[Received]:
    """Put a bundle into the inbox step by step, with the vault for itself; see `receive_unsealed`.

    Closed or ended before its last step it leaves nothing: what lies aside is never seen, and is
    laid aside again when the bundle comes again.
    """
    steps = _receiving(sitting, unsealed, shelf, words_compared=words_compared)
    return sitting.vault.database.alone(steps)


def _receiving(
    sitting: Sitting, unsealed: Unsealed, shelf: Shelf, *, words_compared: bool
) -> Steps[Received]:
    examined = yield from examining(sitting, unsealed, shelf)
    manifest = examined.opened.manifest
    told = report(sitting, examined)
    if examined.arrival is Arrival.HELD:
        return Received(report=told, line=_line(sitting, manifest, examined.opened.opened_for))
    if examined.newer is not None:
        changes = trust_changes(sitting, examined.newer.card)
        require_words_compared(changes, word_list(), compared=words_compared)
    revisions = examined.revisions
    act = sitting.act(
        "bundle.received",
        bundle=manifest.bundle_id,
        sender=manifest.signer.person_id,
        device=manifest.signer.device_id,
        revisions=len(revisions),
    )
    with _nothing_left(sitting, manifest.bundle_id):
        yield from _laying_aside(sitting, manifest.bundle_id, revisions)
        return (yield from _putting_in(sitting, examined, shelf, act))


def _putting_in(sitting: Sitting, examined: Examined, shelf: Shelf, act: Act) -> Steps[Received]:
    manifest, told = examined.opened.manifest, report(sitting, examined)
    with sitting.vault.transaction(act):
        restated = yield from _taking_configuration(sitting, examined, shelf)
        kept, broken = yield from _keeping_forms(sitting, examined.opened.content, shelf)
        if kept:
            judging = Restating(sitting, shelf.find).judging_new_forms()
            restated = restated.also((yield from judging))
        _keep_objects(sitting, examined)
        yield
        hear_bundle(sitting, manifest, examined.opened.certificate, examined.ratchet)
        restated = restated.also((yield from settling(sitting, shelf.find)))
        for look in examined.looks:
            keep_look(sitting, look)
        yield
        warnings = {warning for head in examined.heads for warning in note_head(sitting, head)}
        yield
        receipts = yield from _applying(sitting, examined.receipts)
        bundle = _bundle_in(sitting, examined)
        basis = basis_of(sitting, examined.revisions, examined.unread)
        yield
        arrival = yield from sitting.vault.bundles.receiving(
            bundle,
            write_entries(examined.opened.content, basis),
            object_ids(examined.opened.content),
            _other_places(sitting, examined),
        )
        if arrival is Arrival.NEW:
            # Of one that was set aside the sender was told already.
            acknowledge_arrival(sitting, bundle)
    return Received(
        report=told,
        line=_line(sitting, manifest, bundle.recipient_id),
        warnings=tuple(sorted(warnings)),
        receipts=receipts,
        configuration=told.configuration,
        forms_kept=kept,
        forms_broken=broken,
        restated=restated,
    )


def dismiss(sitting: Sitting, bundle_id: str) -> None:
    """Take a bundle out of the inbox unaccepted; its facts and its receipt stay.

    The same file can be received again and is in the inbox then as before.

    Raises:
        NotInInbox: It is not there.
    """
    in_inbox(sitting, bundle_id)
    with sitting.vault.transaction(sitting.act("bundle.dismissed", bundle=bundle_id)):
        sitting.vault.bundles.refuse(bundle_id, at=sitting.instant())
        sitting.vault.revisions.discard(bundle_id)


def in_inbox(sitting: Sitting, bundle_id: str) -> BundleIn:
    """Return a bundle that waits in the inbox.

    Raises:
        NotInInbox: It never came, or somebody has accepted or dismissed it.
    """
    try:
        bundle = sitting.vault.bundles.get(bundle_id)
    except UnknownObject as error:
        raise NotInInbox(name=bundle_id) from error
    if bundle.accepted_at or bundle.refused_at:
        raise NotInInbox(name=bundle_id)
    return bundle


def _laying_aside(sitting: Sitting, bundle_id: str, revisions: Sequence[Revision]) -> Steps[None]:
    for start in range(0, len(revisions), SLICE):
        piece = revisions[start : start + SLICE]
        sitting.vault.revisions.stage(bundle_id, piece, received_at=sitting.instant())
        yield


@contextmanager
def _nothing_left(sitting: Sitting, bundle_id: str) -> Iterator[None]:
    """Take back what was laid aside if what follows fails or is given up."""
    try:
        yield
    except BaseException:
        sitting.vault.revisions.discard(bundle_id)
        raise


def _taking_configuration(sitting: Sitting, examined: Examined, shelf: Shelf) -> Steps[Restated]:
    if examined.newer is None:
        return Restated()
    raw = examined.newer.raw
    return (yield from reconfiguring(sitting, raw, shelf.find, words_compared=True))


def _applying(sitting: Sitting, receipts: Sequence[ReadReceipt]) -> Steps[int]:
    """Keep the receipts that are for bundles of ours, and return how many were new."""
    count = 0
    for read in receipts:
        count += apply_receipt(sitting, read)
        yield
    return count


def _keeping_forms(
    sitting: Sitting, content: BundleContent, shelf: Shelf
) -> Steps[tuple[int, int]]:
    kept = broken = 0
    for xml in content.forms:
        digest = object_digest(xml).removeprefix("sha256:")
        if sitting.vault.forms.holds(digest):
            continue
        try:
            shelf.keep_form(xml)
        except OutreachError:
            broken += 1
        else:
            kept += 1
        yield
    return kept, broken


def _keep_objects(sitting: Sitting, examined: Examined) -> None:
    now = sitting.instant()
    for certificate in examined.certificates:
        sitting.vault.objects.add_certificate(
            StoredCertificate(
                serial=certificate.serial,
                authority=public_line(certificate.authority_key),
                person_id=certificate.principal,
                certificate=certificate.line,
                received_at=now,
            )
        )
    sitting.learn(examined.ratchet)


def _bundle_in(sitting: Sitting, examined: Examined) -> BundleIn:
    opened = examined.opened
    manifest = opened.manifest
    place = next(each for each in manifest.recipients if each.person_id == opened.opened_for)
    return BundleIn(
        bundle_id=manifest.bundle_id,
        file_digest=opened.manifest_digest,
        signer_id=manifest.signer.person_id,
        device_id=manifest.signer.device_id,
        recipient_id=place.person_id,
        sequence=place.sequence,
        previous=place.previous,
        purpose=manifest.purpose,
        created_at=manifest.created,
        received_at=sitting.instant(),
        manifest=opened.payload,
        signature=opened.signature,
    )


def _other_places(sitting: Sitting, examined: Examined) -> list[Place]:
    """Return the places on the lines of colleagues who share this vault."""
    opened = examined.opened
    here = {person.person_id for person in sitting.vault.people.list_active()}
    return [
        Place(recipient_id=each.person_id, sequence=each.sequence, previous=each.previous)
        for each in opened.manifest.recipients
        if each.person_id in here and each.person_id != opened.opened_for
    ]


def _line(sitting: Sitting, manifest: Manifest, recipient_id: str) -> LineFacts:
    return sitting.vault.bundles.line(manifest.signer.device_id, recipient_id)
