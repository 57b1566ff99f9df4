"""Writes bundles: who gets what, one file or several, each checked, in one act."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from outreach_app.bundle.container import spans
from outreach_app.bundle.content import BundleContent, SignedItem
from outreach_app.bundle.files import SUFFIX, save_bundle
from outreach_app.bundle.manifest import Recipient, Split
from outreach_app.bundle.split import split
from outreach_app.bundle.writer import (
    ARCHIVE_LIMIT_BYTES,
    Cover,
    SealedBundle,
    write_bundle,
)
from outreach_app.bundle.writer import Signer as BundleSigner
from outreach_app.crypto.envelopes import object_digest
from outreach_app.domain.authority import Verb
from outreach_app.domain.documents import Document, Revision
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Person, Role
from outreach_app.services.access import access_of
from outreach_app.services.errors import NotAllowed, NothingToExport
from outreach_app.services.exchange.heads import own_head, signed_heads
from outreach_app.services.exchange.profiles import chosen_parts, parts_for, profile_of
from outreach_app.services.exchange.receipts import waiting_receipts
from outreach_app.services.exchange.recipients import (
    Addressee,
    check_own_certificate,
    find_recipients,
)
from outreach_app.services.exchange.selection import (
    ExportChoice,
    attachment_item,
    attachments_of,
    chosen_documents,
    chosen_revisions,
    cut,
    is_known_to,
    review_item,
    revision_item,
)
from outreach_app.services.exchange.shelf import Shelf
from outreach_app.services.restored import (
    ratchet_numbers,
    require_caught_up,
    require_own_device,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.statements import still_standing
from outreach_app.store.bundles import BundleOut


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """How to send it.

    Attributes:
        recipients: Initials or ids.
        purpose: One line that the recipients read.
        use_by: A date after which opening warns; "" for none.
        parts: Parts that the sender chose; empty for what suits all recipients.
        limit_bytes: The largest archive; what does not fit is divided among several bundles.
    """

    recipients: tuple[str, ...]
    folder: Path
    purpose: str = ""
    use_by: str = ""
    parts: tuple[str, ...] = ()
    limit_bytes: int = ARCHIVE_LIMIT_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """One bundle that was written."""

    path: Path
    bundle_id: str
    revisions: int
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was sent.

    Attributes:
        parts: The parts that went.
        withheld: Parts of the documents that stayed.
    """

    files: tuple[ExportedFile, ...]
    recipients: tuple[Person, ...]
    documents: int
    revisions: int
    receipts: int
    parts: tuple[str, ...]
    withheld: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Load:
    """What goes, gathered before anything is written."""

    documents: tuple[Document, ...]
    revisions: tuple[Revision, ...]
    parts: frozenset[str]
    addressees: tuple[Addressee, ...]
    content: BundleContent


def export(
    sitting: Sitting, signer: Signer, choice: ExportChoice, order: ExportOrder, shelf: Shelf
) -> Exported:
    """Write one or more bundles into a folder; when the call returns, they are on the medium.

    Raises:
        RestoredVault, RestoredKeys: The vault was restored and has not caught up.
        SuspendedYourself, CertificateWithdrawn: One's own certificate does not stand.
        NoValidRecipient, RecipientKeyExpired, AmbiguousRecipient, OwnCertificateEnded: See these.
        NotAllowed: The sender may not export the case, or a recipient may never have it.
        UnknownPart: A part was chosen that never leaves.
        NothingToExport: The choice holds no signed document.
        ItemTooLarge: One revision with its files is too large for a bundle.
        HostFault: A file cannot be written; nothing was noted.
    """
    require_own_device(sitting)
    require_caught_up(sitting)
    load = _gather(sitting, choice, order, shelf)
    certificates = _certificates(sitting, signer, load.revisions)
    config = sitting.card.configuration_signed
    issuers = sitting.card.issuers_signed
    content = replace(
        load.content,
        config=(SignedItem(payload=config.payload, signature=config.signature),),
        issuers=(SignedItem(payload=issuers.payload, signature=issuers.signature),),
        ratchet=tuple(
            SignedItem(payload=each.payload, signature=each.signature)
            for each in still_standing(sitting.statements())
        ),
        certificates=certificates,
    )
    files: list[ExportedFile] = []
    try:
        _write(sitting, signer, order, replace(load, content=content), files)
    except BaseException:
        for written in files:
            with contextlib.suppress(OSError):
                written.path.unlink(missing_ok=True)
        raise
    withheld = {name for each in load.revisions for name in each.header.parts} - load.parts
    return Exported(
        files=tuple(files),
        recipients=tuple(each.person for each in load.addressees),
        documents=len({each.header.document_id for each in load.revisions}),
        revisions=len(load.revisions),
        receipts=len(content.receipts),
        parts=tuple(sorted(load.parts)),
        withheld=tuple(sorted(withheld)),
    )


def _gather(sitting: Sitting, choice: ExportChoice, order: ExportOrder, shelf: Shelf) -> _Load:
    addressees = find_recipients(sitting, order.recipients)
    check_own_certificate(sitting, addressees)
    documents = chosen_documents(sitting, choice)
    subjects = dict.fromkeys(document.subject for document in documents)
    verb = Verb.HAND_OVER if sitting.me.role is Role.NIGHT_STAFF else Verb.EXPORT
    for subject in subjects:
        access = access_of(
            sitting, subject.case_id, sitting.me.person_id, client_id=subject.client_id
        )
        sitting.require(verb, access)
    profiles = [
        profile_of(each.person, sitting.card.organisation, is_member=member)
        for each in addressees
        for member in (_is_member(sitting, documents, each.person),)
    ]
    parts = chosen_parts(order.parts) if order.parts else parts_for(profiles)
    people = frozenset(each.person.person_id for each in addressees)
    held = chosen_revisions(sitting, documents)
    reviews = [
        review
        for revision in held
        for review in sitting.vault.reviews.of_revision(revision.revision_id)
    ]
    if choice.unsent_only:
        held = [each for each in held if not is_known_to(sitting, each.revision_id, people)]
        reviews = [each for each in reviews if not is_known_to(sitting, each.review_id, people)]
    revisions = tuple(cut(revision, parts) for revision in held)
    receipts = waiting_receipts(sitting, people)
    if not revisions and not reviews and not receipts:
        raise NothingToExport
    return _Load(
        documents=documents,
        revisions=revisions,
        parts=parts,
        addressees=addressees,
        content=_content(sitting, revisions, tuple(map(review_item, reviews)), receipts, shelf),
    )


def _is_member(sitting: Sitting, documents: Sequence[Document], person: Person) -> bool:
    """Say whether a person belongs to every case that goes; the configuration manager gets none."""
    if person.role is Role.CONFIGURATION_MANAGER:
        raise NotAllowed(
            act="send", reason="the configuration manager does not read or change cases"
        )
    return all(
        access_of(sitting, each.case_id, person.person_id, client_id=each.client_id).is_member
        for each in dict.fromkeys(document.subject for document in documents)
    )


def _content(
    sitting: Sitting,
    revisions: Sequence[Revision],
    reviews: tuple[SignedItem, ...],
    receipts: tuple[SignedItem, ...],
    shelf: Shelf,
) -> BundleContent:
    vault = sitting.vault
    files = {
        each.revision_id: tuple(filter(vault.attachments.holds, attachments_of(each)))
        for each in revisions
    }
    forms = dict.fromkeys(each.header.form_hash for each in revisions)
    return BundleContent(
        revisions=tuple(revision_item(each, shelf, files[each.revision_id]) for each in revisions),
        reviews=reviews,
        receipts=receipts,
        forms=tuple(vault.forms.definition(each) for each in forms if vault.forms.holds(each)),
        attachments=tuple(
            attachment_item(sitting, digest)
            for digest in sorted({digest for named in files.values() for digest in named})
        ),
    )


def _certificates(
    sitting: Sitting, signer: Signer, revisions: Iterable[Revision]
) -> tuple[bytes, ...]:
    serials = {revision.header.certificate_serial for revision in revisions}
    lines = {signer.certificate.strip()}
    for certificate in sitting.configuration.certificates():
        if certificate.serial in serials:
            lines.add(certificate.line.strip())
    return tuple(sorted(lines))


def _write(
    sitting: Sitting,
    signer: Signer,
    order: ExportOrder,
    load: _Load,
    files: list[ExportedFile],
) -> None:
    set_id = sitting.new_id(Prefix.BUNDLE)
    act = sitting.act(
        "bundle.exported",
        set=set_id,
        cases=" ".join(sorted({each.subject.case_id for each in load.documents} - {""})),
        recipients=" ".join(each.person.person_id for each in load.addressees),
        parts=" ".join(sorted(load.parts)),
        parts_chosen=int(bool(order.parts)),
        documents=len(load.documents),
        revisions=len(load.revisions),
    )
    with sitting.vault.transaction(act):
        journal = own_head(sitting)
        content = replace(load.content, heads=signed_heads(sitting))
        pieces = split(content, order.limit_bytes)
        for number, piece in enumerate(pieces, start=1):
            cover = Cover(
                bundle_id=set_id if number == 1 else sitting.new_id(Prefix.BUNDLE),
                created=sitting.instant(),
                purpose=order.purpose,
                use_by=order.use_by,
                ratchet=ratchet_numbers(sitting, len(content.ratchet)),
                journal=journal,
                split=Split(set_id=set_id, part=number, of=len(pieces)),
            )
            places = list(_places(sitting, signer, load.addressees))
            sealed = write_bundle(piece, cover, _as_bundle_signer(signer), places)
            files.append(_save(sitting, order.folder, sealed, len(piece.revisions)))
            _note(sitting, sealed, piece)


def _as_bundle_signer(signer: Signer) -> BundleSigner:
    return BundleSigner(signing_key=signer.signing_key, certificate=signer.certificate)


def _places(
    sitting: Sitting, signer: Signer, addressees: Iterable[Addressee]
) -> Iterator[Recipient]:
    for each in addressees:
        sequence, previous = sitting.vault.bundles.next_place(
            signer.person.device_id, each.person.person_id
        )
        yield Recipient(
            person_id=each.person.person_id,
            age_recipients=each.keys,
            sequence=sequence,
            previous=previous,
        )


def _save(sitting: Sitting, folder: Path, sealed: SealedBundle, revisions: int) -> ExportedFile:
    path = folder / (sitting.new_id(Prefix.OBJECT).partition("_")[2] + SUFFIX)
    save_bundle(path, sealed, sitting.now())
    return ExportedFile(
        path=path,
        bundle_id=sealed.manifest.bundle_id,
        revisions=revisions,
        size_bytes=len(sealed.data),
    )


def _note(sitting: Sitting, sealed: SealedBundle, content: BundleContent) -> None:
    manifest = sealed.manifest
    carried = object_ids(content)
    payload, signature = islice(spans(sealed.archive), 2)
    for recipient in manifest.recipients:
        sitting.vault.bundles.send(
            BundleOut(
                bundle_id=manifest.bundle_id,
                file_digest=sealed.manifest_digest,
                device_id=manifest.signer.device_id,
                recipient_id=recipient.person_id,
                sequence=recipient.sequence,
                previous=recipient.previous,
                purpose=manifest.purpose,
                created_at=manifest.created,
                manifest=sealed.archive[payload.start : payload.stop],
                signature=sealed.archive[signature.start : signature.stop],
            ),
            carried,
        )


def object_ids(content: BundleContent) -> list[str]:
    """Return the ids of the signed objects in a bundle."""
    named = [(item.digest, item.payload) for item in content.revisions]
    for items in content.signed_objects().values():
        named += [(item.digest, item.payload) for item in items]
    return [f"sha256:{known}" if known else object_digest(payload) for known, payload in named]
