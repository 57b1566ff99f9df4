"""An organisation with an issuing key, a sender and two recipients, and a small content."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from outreach_app.bundle.content import (
    AttachmentItem,
    BundleContent,
    PartItem,
    RevisionItem,
    SignedItem,
)
from outreach_app.bundle.manifest import JournalHead, Recipient
from outreach_app.bundle.reader import OpenedBundle, read_bundle
from outreach_app.bundle.writer import Cover, SealedBundle, Signer, write_bundle
from outreach_app.crypto.certificates import (
    Certificate,
    CertificateRequest,
    issue,
    verify_certificate,
)
from outreach_app.crypto.keys import SigningKey, generate_age_identity
from outreach_app.domain.ids import Prefix, make_id

NOW = datetime(2026, 2, 3, 12, 0, tzinfo=UTC)


def an_id(prefix: Prefix, number: int) -> str:
    return make_id(prefix, number.to_bytes(16, "big"))


@dataclass
class House:
    """Keys and ids of one organisation; `changes` of a certificate are fields of its request."""

    now: datetime = NOW
    authority: SigningKey = field(default_factory=lambda: SigningKey.from_seed(b"a" * 32))
    signing_key: SigningKey = field(default_factory=lambda: SigningKey.from_seed(b"s" * 32))
    organisation: str = an_id(Prefix.ORGANISATION, 1)
    sender: str = an_id(Prefix.PERSON, 2)
    reader: str = an_id(Prefix.PERSON, 3)
    device: str = an_id(Prefix.DEVICE, 4)

    def __post_init__(self) -> None:
        self.identity, self.recipient = generate_age_identity()
        self.other_identity, self.other_recipient = generate_age_identity()

    def certificate(self, **changes: object) -> bytes:
        authority = changes.pop("authority", self.authority)
        assert isinstance(authority, SigningKey)
        fields: dict[str, object] = {
            "public_line": self.signing_key.public_line(),
            "serial": 7,
            "person_id": self.sender,
            "key_id": "sample",
            "valid_after": self.now - timedelta(days=30),
            "valid_before": self.now + timedelta(days=335),
            "role": "caseworker",
            "organisation": self.organisation,
            "age_recipient": self.recipient,
            "device_id": self.device,
        }
        return issue(authority, CertificateRequest(**{**fields, **changes}))  # type: ignore[arg-type]

    def signer(self, **changes: object) -> Signer:
        return Signer(signing_key=self.signing_key, certificate=self.certificate(**changes))

    def cover(self, **changes: object) -> Cover:
        fields: dict[str, object] = {
            "bundle_id": an_id(Prefix.BUNDLE, 9),
            "created": "2026-02-03T11:00:00+00:00",
            "purpose": "For review",
            "use_by": "2026-03-01",
            "ratchet": {"policy": 2},
            "journal": JournalHead(number=5, digest="sha256:" + "cd" * 32),
        }
        return Cover(**{**fields, **changes})  # type: ignore[arg-type]

    def recipients(self) -> tuple[Recipient, ...]:
        return (
            Recipient(person_id=self.reader, age_recipients=(self.recipient,), sequence=1),
            Recipient(
                person_id=an_id(Prefix.PERSON, 8),
                age_recipients=(self.other_recipient,),
                sequence=4,
                previous="sha256:" + "ab" * 32,
            ),
        )

    def write(self, content: BundleContent, **cover: object) -> SealedBundle:
        return write_bundle(content, self.cover(**cover), self.signer(), self.recipients())

    def trust(self, authority: bytes = b"") -> Callable[[Certificate], None]:
        def check(certificate: Certificate) -> None:
            verify_certificate(certificate, authority or self.authority.public, self.now)

        return check

    def read(self, untrusted: bytes, authority: bytes = b"") -> OpenedBundle:
        return read_bundle(untrusted, [self.identity], self.trust(authority), self.now)


def a_content() -> BundleContent:
    return BundleContent(
        revisions=(
            RevisionItem(
                payload=b'{"revision":1}',
                signature=b"signature of the revision",
                parts=(
                    PartItem(name="location", salt=b"l" * 32, payload=b'{"place":"x"}'),
                    PartItem(name="main", salt=b"m" * 32, payload=b"{}"),
                ),
                copy="Risk assessment\n\n\tQuestion: Antwort – نعم\u200f\n",
            ),
        ),
        reviews=(SignedItem(payload=b'{"review":1}', signature=b"r"),),
        receipts=(SignedItem(payload=b'{"receipt":1}', signature=b"r"),),
        heads=(SignedItem(payload=b'{"head":1}', signature=b"h"),),
        issuers=(SignedItem(payload=b'{"issuers":1}', signature=b"i", second_signature=b"2"),),
        ratchet=(SignedItem(payload=b'{"ratchet":1}', signature=b"t", second_signature=b"2"),),
        config=(SignedItem(payload=b'{"config":1}', signature=b"c"),),
        certificates=(b"ssh-ed25519-cert-v01@openssh.com AAAA\n",),
        forms=(b"<h:html/>",),
        attachments=(
            AttachmentItem(
                content=b"\x89PNG" * 50, media_type="image/png", description="Letter, page 1"
            ),
        ),
    )
