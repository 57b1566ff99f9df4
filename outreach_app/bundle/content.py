"""What a bundle carries, as opaque items: bytes with their signatures and what belongs to them.

What the bytes mean is the caller's business; here they only have names. Digests are hex SHA-256;
the reader fills them in, because it has computed them already, and the writer ignores them.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedItem:
    """A signed object.

    Attributes:
        about: Digest of the revision it speaks of; decides which bundle of several takes it.
    """

    payload: bytes
    signature: bytes
    second_signature: bytes = b""
    about: str = field(default="", compare=False)
    digest: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartItem:
    """One part of a revision: its salt and its canonical bytes.

    `digest` is the SHA-256 of salt and bytes, which is what the revision's header lists.
    """

    name: str
    salt: bytes
    payload: bytes
    digest: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionItem:
    """A revision with the parts that these recipients get, in order of their names.

    Attributes:
        copy: The readable copy; "" for none.
        needs: Digests of the forms and attachments without which it is not complete.
    """

    payload: bytes
    signature: bytes
    parts: tuple[PartItem, ...] = ()
    copy: str = ""
    needs: tuple[str, ...] = field(default=(), compare=False)
    digest: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentItem:
    """An attached file with what is known of it."""

    content: bytes
    media_type: str
    description: str = ""
    digest: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleContent:
    """Everything that a bundle carries besides its manifest.

    Attributes:
        certificates: OpenSSH certificate lines.
        forms: XForm documents, whole.
        config: The signed configuration; also `issuers`, `ratchet`, `heads` and `looks`: repeated
            in each of several bundles, so that each stands alone.
    """

    revisions: tuple[RevisionItem, ...] = ()
    reviews: tuple[SignedItem, ...] = ()
    receipts: tuple[SignedItem, ...] = ()
    heads: tuple[SignedItem, ...] = ()
    looks: tuple[SignedItem, ...] = ()
    issuers: tuple[SignedItem, ...] = ()
    ratchet: tuple[SignedItem, ...] = ()
    config: tuple[SignedItem, ...] = ()
    certificates: tuple[bytes, ...] = ()
    forms: tuple[bytes, ...] = ()
    attachments: tuple[AttachmentItem, ...] = ()

    def signed_objects(self) -> dict[str, tuple[SignedItem, ...]]:
        """Return the signed objects besides the revisions, by the folder they lie in."""
        return {
            "config": self.config,
            "heads": self.heads,
            "looks": self.looks,
            "issuers": self.issuers,
            "ratchet": self.ratchet,
            "receipts": self.receipts,
            "reviews": self.reviews,
        }
