"""Opens bundles: every check in one fixed order, each with its own refusal.

Outside to inside: size and age header, decryption whole and in memory, the two fixed members,
signature and signer before anything else is parsed, the manifest, who it is for, the listed
members by name, size and hash, the padding, and last what belongs together. Nothing is written
anywhere; importing is the caller's.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from outreach_app.bundle.container import BLOCK, Span, spans
from outreach_app.bundle.content import BundleContent
from outreach_app.bundle.errors import (
    BadPadding,
    EntryHash,
    EntryIdentity,
    EntryMissing,
    EntrySize,
    EntryTooLarge,
    EntryUnlisted,
    FixedMembers,
    NoCertificate,
    Readdressed,
    RecipientCount,
    WrongOrganisation,
    WrongSigner,
)
from outreach_app.bundle.kinds import KIB, MIB, kind_of, stem
from outreach_app.bundle.manifest import (
    MANIFEST_NAME,
    SIGNATURE_NAME,
    Entry,
    Manifest,
    parse_manifest,
)
from outreach_app.bundle.members import read_content
from outreach_app.bundle.padding import PAD_NAME, pad_size
from outreach_app.crypto import age
from outreach_app.crypto.certificates import Certificate
from outreach_app.crypto.envelopes import ObjectType, object_digest, verify_envelope
from outreach_app.crypto.sshsig import SignatureFacts

MANIFEST_LIMIT_BYTES = 12 * MIB
SIGNATURE_LIMIT_BYTES = 8 * KIB
CLOCK_TOLERANCE = timedelta(hours=24)

TrustCheck = Callable[[Certificate], None]
"""Accepts a certificate or raises: chain to the root, time, revocation."""


class Caution(StrEnum):
    """What a person should know about a bundle that was accepted all the same."""

    USE_BY_PASSED = "use-by-passed"
    CREATED_IN_FUTURE = "created-in-future"
    CERTIFICATE_ENDED = "certificate-ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedBundle:
    """A bundle that passed every check.

    Attributes:
        manifest_digest: ``sha256:<hex>``; with the bundle id it tells the same bundle again from
            another one of the same number.
        payload: The manifest's signed bytes, with their `signature`.
        certificate: The sender's.
        opened_for: The person id of the recipient whose key opened it.
    """

    manifest: Manifest
    manifest_digest: str
    payload: bytes = field(repr=False)
    signature: bytes = field(repr=False)
    certificate: Certificate
    opened_for: str
    content: BundleContent = field(repr=False)
    cautions: tuple[Caution, ...] = ()


def read_bundle(
    untrusted: bytes, identities: Sequence[str], trust: TrustCheck, now: datetime
) -> OpenedBundle:
    """Return what a bundle holds for the holder of one of the age identities.

    Args:
        untrusted: The bytes of the file.
        identities: Texts ``AGE-SECRET-KEY-1…``; the first that opens it counts.
        trust: Asked about the sender's certificate after the signature was found good and before
            the manifest is parsed; raises to refuse.
        now: For cautions only; what has expired is for `trust` to say.

    Raises:
        NotForYou: None of the identities opens it.
        Untrusted: Any other failure, each with its own code.
    """
    facts = age.read_header(untrusted)
    decrypted = age.decrypt(untrusted, identities)
    return read_archive(
        decrypted.plaintext, Opening(decrypted.recipient, facts.recipients), trust, now
    )


@dataclass(frozen=True, slots=True)
class Opening:
    """How an archive was come by: the recipient whose key opened it, and how many there are."""

    age_recipient: str
    sealed_to: int


def read_archive(
    untrusted_archive: bytes, opening: Opening, trust: TrustCheck, now: datetime
) -> OpenedBundle:
    """Return what a decrypted archive holds. Arguments and failures as in `read_bundle`."""
    walk = spans(untrusted_archive)
    payload = _fixed_member(untrusted_archive, walk, MANIFEST_NAME, MANIFEST_LIMIT_BYTES)
    signature = _fixed_member(untrusted_archive, walk, SIGNATURE_NAME, SIGNATURE_LIMIT_BYTES)
    manifest, certificate = _open_manifest(payload, signature, trust)
    opened_for = _check_recipients(manifest, opening)
    members = _take_entries(untrusted_archive, walk, manifest.entries)
    return OpenedBundle(
        manifest=manifest,
        manifest_digest=object_digest(payload),
        payload=payload,
        signature=signature,
        certificate=certificate,
        opened_for=opened_for,
        content=read_content(members, manifest.entries),
        cautions=tuple(_cautions(manifest, certificate, now)),
    )


def _fixed_member(archive: bytes, walk: Iterator[Span], name: str, limit_bytes: int) -> bytes:
    span = next(walk, None)
    if span is None or span.name != name or span.size > limit_bytes:
        raise FixedMembers
    return archive[span.start : span.stop]


def _open_manifest(
    payload: bytes, signature: bytes, trust: TrustCheck
) -> tuple[Manifest, Certificate]:
    envelope, facts = verify_envelope(
        payload, signature, ObjectType.MANIFEST, trust=lambda facts: trust(_certificate(facts))
    )
    manifest = parse_manifest(envelope.object_id, envelope.organisation, envelope.body)
    certificate = _certificate(facts)
    if manifest.organisation != certificate.organisation:
        raise WrongOrganisation
    said = manifest.signer
    if (said.person_id, said.device_id, said.certificate_serial) != (
        certificate.principal,
        certificate.device_id,
        certificate.serial,
    ):
        raise WrongSigner
    return manifest, certificate


def _certificate(facts: SignatureFacts) -> Certificate:
    if facts.certificate is None:
        raise NoCertificate
    return facts.certificate


def _check_recipients(manifest: Manifest, opening: Opening) -> str:
    listed = manifest.age_recipients()
    for person in manifest.recipients:
        if opening.age_recipient in person.age_recipients:
            break
    else:
        raise Readdressed
    if opening.sealed_to != len(listed):
        raise RecipientCount(sealed=opening.sealed_to, listed=len(listed))
    return person.person_id


def _take_entries(
    archive: bytes, walk: Iterator[Span], entries: tuple[Entry, ...]
) -> dict[str, bytes]:
    """Return the listed members; names and limits are checked before any content is hashed."""
    for entry in entries:
        _check_listing(entry)
    members: dict[str, bytes] = {}
    for entry in entries:
        span = next(walk, None)
        if span is None or span.name != entry.path:
            raise EntryMissing
        if span.size != entry.size:
            raise EntrySize
        content = archive[span.start : span.stop]
        if hashlib.sha256(content).hexdigest() != entry.sha256:
            raise EntryHash
        members[entry.path] = content
    _check_padding(archive, walk)
    return members


def _check_listing(entry: Entry) -> None:
    kind = kind_of(entry.path)
    if entry.size > kind.limit_bytes:
        raise EntryTooLarge(kind=kind.label, limit_kib=kind.limit_bytes // KIB)
    if kind.named_by_content and entry.sha256 != stem(entry.path):
        raise EntryIdentity


def _check_padding(archive: bytes, walk: Iterator[Span]) -> None:
    span = next(walk, None)
    if span is None:
        raise FixedMembers
    if span.name != PAD_NAME:
        raise EntryUnlisted
    if next(walk, None) is not None:
        raise EntryUnlisted
    taken = span.start - BLOCK
    if span.size != pad_size(taken) or archive[span.start : span.stop] != bytes(span.size):
        raise BadPadding


def _cautions(manifest: Manifest, certificate: Certificate, now: datetime) -> Iterator[Caution]:
    if manifest.use_by and date.fromisoformat(manifest.use_by) < now.date():
        yield Caution.USE_BY_PASSED
    if datetime.fromisoformat(manifest.created) > now + CLOCK_TOLERANCE:
        yield Caution.CREATED_IN_FUTURE
    if now >= certificate.valid_before:
        yield Caution.CERTIFICATE_ENDED
