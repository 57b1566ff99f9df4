"""Makes bundles: content to members, manifest, signature, canonical archive, age file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from outreach_app.bundle.container import END_BYTES, member_bytes, pack
from outreach_app.bundle.content import BundleContent
from outreach_app.bundle.errors import ContentTooLarge, NoRecipients, TooManyRecipients
from outreach_app.bundle.kinds import MIB
from outreach_app.bundle.manifest import (
    ENTRY_LIMIT,
    MANIFEST_NAME,
    RECIPIENT_KEY_LIMIT,
    SIGNATURE_NAME,
    Entry,
    JournalHead,
    Manifest,
    Recipient,
    SignerName,
    Split,
)
from outreach_app.bundle.members import Member, list_members
from outreach_app.bundle.padding import PAD_NAME, pad_size
from outreach_app.bundle.readme import README_BYTES
from outreach_app.crypto import age, sshsig
from outreach_app.crypto.certificates import parse_certificate
from outreach_app.crypto.envelopes import ObjectType, make_envelope, object_digest
from outreach_app.crypto.keys import SigningKey

# The age file around the largest archive stays below the 64 MiB that a reader accepts.
ARCHIVE_LIMIT_BYTES = 63 * MIB


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What the sender says about a bundle; see `Manifest` for the fields."""

    bundle_id: str
    created: str
    purpose: str = ""
    use_by: str = ""
    ratchet: Mapping[str, int] = field(default_factory=dict)
    journal: JournalHead = field(default_factory=JournalHead)
    split: Split | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """The sender's Ed25519 key and the line of the certificate that names person and device."""

    signing_key: SigningKey
    certificate: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedBundle:
    """A finished bundle.

    Attributes:
        data: The bytes of the file.
        manifest_digest: ``sha256:<hex>``; `Recipient.previous` of the next bundle.
        archive: What was sealed, for the check after writing.
    """

    data: bytes
    manifest: Manifest
    manifest_digest: str
    archive: bytes = field(repr=False)
    signer: Signer = field(repr=False)


def write_bundle(
    content: BundleContent, cover: Cover, signer: Signer, recipients: Sequence[Recipient]
) -> SealedBundle:
    """Return the bundle of a content, signed and sealed to the recipients.

    Raises:
        NoRecipients: Nobody to seal to.
        TooManyRecipients: More keys than the age header may have.
        ContentTooLarge: Does not fit; `split` divides it.
        RecipientFormat: A recipient's key is none.
        ValueError: A part without its salt, or two items of one name.
    """
    _check_recipients(recipients)
    members = list_members(content, README_BYTES)
    manifest = _manifest(cover, signer, recipients, members)
    payload = make_envelope(
        ObjectType.MANIFEST, manifest.organisation, manifest.bundle_id, manifest.to_body()
    )
    signature = sshsig.sign(
        payload, ObjectType.MANIFEST.value, signer.signing_key, signer.certificate
    )
    archive = _archive(payload, signature, members)
    return SealedBundle(
        data=age.encrypt(archive, manifest.age_recipients()),
        manifest=manifest,
        manifest_digest=object_digest(payload),
        archive=archive,
        signer=signer,
    )


def _check_recipients(recipients: Sequence[Recipient]) -> None:
    keys = {key for person in recipients for key in person.age_recipients}
    if not keys:
        raise NoRecipients
    if len(keys) > RECIPIENT_KEY_LIMIT:
        raise TooManyRecipients(limit=RECIPIENT_KEY_LIMIT)


def _manifest(
    cover: Cover, signer: Signer, recipients: Sequence[Recipient], members: Sequence[Member]
) -> Manifest:
    certificate = parse_certificate(signer.certificate)
    return Manifest(
        bundle_id=cover.bundle_id,
        organisation=certificate.organisation,
        signer=SignerName(
            person_id=certificate.principal,
            device_id=certificate.device_id,
            certificate_serial=certificate.serial,
        ),
        recipients=tuple(sorted(recipients, key=lambda person: person.person_id)),
        created=cover.created,
        split=cover.split or Split(set_id=cover.bundle_id),
        purpose=cover.purpose,
        use_by=cover.use_by,
        ratchet=cover.ratchet,
        journal=cover.journal,
        entries=tuple(Entry(member.path, member.sha256, len(member.content)) for member in members),
    )


def _archive(payload: bytes, signature: bytes, members: Sequence[Member]) -> bytes:
    named = [(MANIFEST_NAME, payload), (SIGNATURE_NAME, signature)]
    named += [(member.path, member.content) for member in members]
    taken = sum(member_bytes(len(content)) for _name, content in named)
    if taken > ARCHIVE_LIMIT_BYTES or len(members) > ENTRY_LIMIT:
        raise _too_large(taken)
    padding = pad_size(taken)
    if taken + member_bytes(padding) + END_BYTES > ARCHIVE_LIMIT_BYTES:
        raise _too_large(taken)
    return pack([*named, (PAD_NAME, bytes(padding))])


def _too_large(size_bytes: int) -> ContentTooLarge:
    return ContentTooLarge(size_mib=-(-size_bytes // MIB), limit_mib=ARCHIVE_LIMIT_BYTES // MIB)
