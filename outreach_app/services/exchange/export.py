"""Writes bundles: who gets what, one file or several, each checked, in one act.

In three steps, so that the slow one needs no vault: `prepare` reads, `seal` signs, encrypts, writes
beside the name and checks, `settle` gives the files their names and notes them in one act.
"""

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from outreach_app.bundle.container import spans
from outreach_app.bundle.content import BundleContent
from outreach_app.bundle.files import SUFFIX, stage_bundle
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
from outreach_app.crypto.parts import digest_part
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Person
from outreach_app.errors import HostFault
from outreach_app.paths import StagedFile, remove_file
from outreach_app.services.exchange.errors import SentMeanwhile
from outreach_app.services.exchange.heads import own_head, signed_heads
from outreach_app.services.exchange.load import Load, gather, with_surroundings
from outreach_app.services.exchange.recipients import Addressee
from outreach_app.services.exchange.selection import ExportChoice
from outreach_app.services.exchange.shelf import Shelf
from outreach_app.services.looks import looks_for
from outreach_app.services.restored import (
    ratchet_numbers,
    require_caught_up,
    require_own_device,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.store.bundles import BundleOut

Written = Callable[[int, int], None]
"""Hears how many bytes of how many are on the medium; what it raises ends the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """How to send it.

    Attributes:
        recipients: Initials or ids.
        purpose: One line that the recipients read.
        use_by: A date after which opening warns; "" for none.
        parts: Parts that the sender chose; empty for what suits all recipients.
        limit_bytes: The largest archive; what does not fit is divided among several bundles.
        grounds: Why it may go, for the journal: basis, reasons, what was weighed.
    """

    recipients: tuple[str, ...]
    folder: Path
    purpose: str = ""
    use_by: str = ""
    parts: tuple[str, ...] = ()
    limit_bytes: int = ARCHIVE_LIMIT_BYTES
    grounds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """One bundle that was written.

    Attributes:
        digest: Hex SHA-256 of the file.
    """

    path: Path
    bundle_id: str
    revisions: int
    size_bytes: int
    digest: str


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
class Prepared:
    """A bundle ready to be made: plain data, for a job that has no vault.

    Attributes:
        content: Everything but the revisions, whose copies are made with the bundle, and the files,
            which are opened for it.
        cover: What the sender says about the first file; its id names them all.
        new_id: Makes ids from random bytes.
    """

    load: Load
    content: BundleContent = field(repr=False)
    cover: Cover
    recipients: tuple[Recipient, ...]
    signer: BundleSigner = field(repr=False)
    now: datetime
    order: ExportOrder
    new_id: Callable[[Prefix], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """Bundles that lie checked in their folder and have no name yet."""

    prepared: Prepared
    pieces: tuple[BundleContent, ...] = field(repr=False)
    sealed: tuple[SealedBundle, ...] = field(repr=False)
    files: tuple[StagedFile, ...]

    def discard(self) -> None:
        """Take them away again."""
        for each in self.files:
            each.discard()


def export(
    sitting: Sitting, signer: Signer, choice: ExportChoice, order: ExportOrder, shelf: Shelf
) -> Exported:
    """Write one or more bundles into a folder; when the call returns, they are on the medium.

    Raises:
        Refusal, HostFault: See `prepare`, `seal` and `settle`; nothing was noted.
    """
    return settle(sitting, seal(prepare(sitting, signer, choice, order, shelf)))


def prepare(
    sitting: Sitting, signer: Signer, choice: ExportChoice, order: ExportOrder, shelf: Shelf
) -> Prepared:
    """Read everything that goes, and take the next place on the line of each recipient.

    Raises:
        RestoredVault, RestoredKeys: The vault was restored and has not caught up.
        SuspendedYourself, CertificateWithdrawn: One's own certificate does not stand.
        NoValidRecipient, RecipientKeyExpired, AmbiguousRecipient, OwnCertificateEnded: See these.
        NotAllowed: The sender may not export the case, or a recipient may never have it.
        UnknownPart: A part was chosen that never leaves.
        NothingToExport: The choice holds no signed document.
        SwitchedOff, OtherFolder: The settings in force do not allow it.
    """
    require_own_device(sitting)
    require_caught_up(sitting)
    sitting.settings().require_folder("export.folder", order.folder)
    load = gather(sitting, order.recipients, choice, order.parts, shelf)
    content = with_surroundings(sitting, signer, load)
    # Signing the journal's head is no act: a row for it would make the journal grow again.
    with sitting.vault.database.transaction():
        content = replace(
            content,
            heads=signed_heads(sitting),
            looks=looks_for(sitting, (each.person for each in load.addressees)),
        )
    cover = Cover(
        bundle_id=sitting.new_id(Prefix.BUNDLE),
        created=sitting.instant(),
        purpose=order.purpose,
        use_by=order.use_by,
        ratchet=ratchet_numbers(sitting, len(content.ratchet)),
        journal=own_head(sitting),
    )
    return Prepared(
        load=load,
        content=content,
        cover=cover,
        recipients=tuple(_places(sitting, signer, load.addressees)),
        signer=BundleSigner(signing_key=signer.signing_key, certificate=signer.certificate),
        now=sitting.now(),
        order=order,
        new_id=sitting.new_id,
    )


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


def seal(prepared: Prepared, written: Written = lambda _done, _whole: None) -> Staged:
    """Sign, encrypt, write beside the name and check; needs no vault, leaves nothing on failure.

    Raises:
        AttachmentDamaged: A file that goes is not what was stored.
        ItemTooLarge: One revision with its files is too large for a bundle.
        HostFault: A file cannot be written.
        WriteMismatch: What was read back is not what was written.
    """
    load = prepared.load
    content = replace(
        prepared.content,
        revisions=load.items(),
        attachments=tuple(each.item() for each in load.attached),
    )
    pieces = split(content, prepared.order.limit_bytes)
    files: list[StagedFile] = []
    sealed: list[SealedBundle] = []
    recipients = prepared.recipients
    try:
        for number, piece in enumerate(pieces, start=1):
            made = write_bundle(
                piece, _cover(prepared, number, len(pieces)), prepared.signer, recipients
            )
            sealed.append(made)
            files.append(stage_bundle(_path(prepared), made, prepared.now, written))
            recipients = tuple(
                replace(each, sequence=each.sequence + 1, previous=made.manifest_digest)
                for each in recipients
            )
    except BaseException:
        for file in files:
            file.discard()
        raise
    return Staged(prepared=prepared, pieces=pieces, sealed=tuple(sealed), files=tuple(files))


def _cover(prepared: Prepared, number: int, of: int) -> Cover:
    set_id = prepared.cover.bundle_id
    return replace(
        prepared.cover,
        bundle_id=set_id if number == 1 else prepared.new_id(Prefix.BUNDLE),
        split=Split(set_id=set_id, part=number, of=of),
    )


def _path(prepared: Prepared) -> Path:
    """Return a name that says nothing."""
    return prepared.order.folder / (prepared.new_id(Prefix.OBJECT).partition("_")[2] + SUFFIX)


def settle(sitting: Sitting, staged: Staged) -> Exported:
    """Give the files their names and note them, in one act; on failure neither is left.

    Raises:
        SentMeanwhile: Another bundle for one of the recipients was written since.
        HostFault: The folder is gone or the vault cannot be written.
    """
    prepared, files = staged.prepared, staged.files
    load = prepared.load
    act = sitting.act(
        "bundle.exported",
        set=prepared.cover.bundle_id,
        cases=" ".join(sorted({each.subject.case_id for each in load.documents} - {""})),
        recipients=" ".join(each.person.person_id for each in load.addressees),
        parts=" ".join(sorted(load.parts)),
        parts_chosen=int(bool(prepared.order.parts)),
        documents=len(load.documents),
        revisions=len(load.revisions),
        **{name: words for name, words in prepared.order.grounds.items() if words},
    )
    try:
        with sitting.vault.transaction(act):
            _require_places(sitting, staged.sealed[0])
            for file, sealed, piece in zip(files, staged.sealed, staged.pieces, strict=True):
                _note(sitting, sealed, piece)
                file.settle()
    except BaseException:
        for file in files:
            file.discard()
            _take_back(file.path)
        raise
    return Exported(
        files=tuple(
            ExportedFile(
                path=file.path,
                bundle_id=sealed.manifest.bundle_id,
                revisions=len(piece.revisions),
                size_bytes=len(sealed.data),
                digest=hashlib.sha256(sealed.data).hexdigest(),
            )
            for file, sealed, piece in zip(files, staged.sealed, staged.pieces, strict=True)
        ),
        recipients=tuple(each.person for each in load.addressees),
        documents=len({each.header.document_id for each in load.revisions}),
        revisions=len(load.revisions),
        receipts=len(load.content.receipts),
        parts=tuple(sorted(load.parts)),
        withheld=tuple(sorted(load.withheld)),
    )


def _take_back(path: Path) -> None:
    with contextlib.suppress(HostFault):
        remove_file(path)


def _require_places(sitting: Sitting, first: SealedBundle) -> None:
    """Refuse when a place on somebody's line was taken while the files were made."""
    manifest = first.manifest
    for each in manifest.recipients:
        place = sitting.vault.bundles.next_place(manifest.signer.device_id, each.person_id)
        if place != (each.sequence, each.previous):
            raise SentMeanwhile


def _note(sitting: Sitting, sealed: SealedBundle, content: BundleContent) -> None:
    manifest = sealed.manifest
    carried = [*object_ids(content), *part_digests(content)]
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


def part_digests(content: BundleContent) -> list[str]:
    """Return the digests of the parts in a bundle, by which one knows later which stayed here."""
    return [
        part.digest or digest_part(part.salt, part.payload)
        for item in content.revisions
        for part in item.parts
    ]


def object_ids(content: BundleContent) -> list[str]:
    """Return the ids of the signed objects in a bundle."""
    named = [(item.digest, item.payload) for item in content.revisions]
    for items in content.signed_objects().values():
        named += [(item.digest, item.payload) for item in items]
    return [f"sha256:{known}" if known else object_digest(payload) for known, payload in named]
