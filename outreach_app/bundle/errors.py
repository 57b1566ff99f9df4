"""Failures of making and opening bundles: one class, one code and one sentence for each check.

What is wrong with the age file around the archive, with a signature or with a certificate has its
error in `crypto` and passes through.
"""

from typing import ClassVar

from outreach_app.errors import HostFault, Refusal, Untrusted

# --- the file -----------------------------------------------------------------------------------


class NotAFile(Refusal):
    """The chosen thing is a folder, a link or a device."""

    code: ClassVar[str] = "bundle.not-a-file"


class WriteMismatch(HostFault):
    """What was read back is not what was written."""

    code: ClassVar[str] = "bundle.write-mismatch"


class TooLarge(Untrusted):
    """The file is larger than a bundle may be. Facts: size_mib, limit_mib."""

    code: ClassVar[str] = "bundle.too-large"


# --- the container ------------------------------------------------------------------------------


class Truncated(Untrusted):
    """The archive ends in the middle."""

    code: ClassVar[str] = "bundle.archive-truncated"


class NotCanonical(Untrusted):
    """A header or its filling is written in another way than the only allowed one."""

    code: ClassVar[str] = "bundle.archive-not-canonical"


class TrailingBytes(Untrusted):
    """Something follows the end of the archive."""

    code: ClassVar[str] = "bundle.archive-trailing"


class BadMemberName(Untrusted):
    """A member has a name that no member may have."""

    code: ClassVar[str] = "bundle.member-name"


class DuplicateMember(Untrusted):
    """Two members share a name."""

    code: ClassVar[str] = "bundle.member-duplicate"


class TooManyMembers(Untrusted):
    """The archive has more members than a bundle may have. Facts: limit."""

    code: ClassVar[str] = "bundle.too-many-members"


class FixedMembers(Untrusted):
    """The archive does not begin with the manifest and its signature, or does not end with padding."""

    code: ClassVar[str] = "bundle.fixed-members"


class BadPadding(Untrusted):
    """The padding is not zeros of exactly the prescribed length."""

    code: ClassVar[str] = "bundle.padding"


# --- the signer ---------------------------------------------------------------------------------


class NoCertificate(Untrusted):
    """The manifest is signed with a bare key, without a certificate."""

    code: ClassVar[str] = "bundle.no-certificate"


class WrongSigner(Untrusted):
    """The manifest names another person, serial or device than the certificate."""

    code: ClassVar[str] = "bundle.wrong-signer"


class WrongOrganisation(Untrusted):
    """The manifest names another organisation than the certificate."""

    code: ClassVar[str] = "bundle.wrong-organisation"


# --- the manifest -------------------------------------------------------------------------------


class BadManifest(Untrusted):
    """The manifest is signed, but it is not what the format prescribes. Facts: field."""

    code: ClassVar[str] = "bundle.bad-manifest"


class Readdressed(Untrusted):
    """The key that opened the file is not one that the signer listed."""

    code: ClassVar[str] = "bundle.readdressed"


class RecipientCount(Untrusted):
    """The file is sealed to another number of keys than the signer listed. Facts: sealed, listed."""

    code: ClassVar[str] = "bundle.recipient-count"


# --- the entries --------------------------------------------------------------------------------


class BadEntryName(Untrusted):
    """A listed path matches no known kind of content."""

    code: ClassVar[str] = "bundle.entry-name"


class EntryMissing(Untrusted):
    """A listed member is not in the archive, or another stands in its place."""

    code: ClassVar[str] = "bundle.entry-missing"


class EntryUnlisted(Untrusted):
    """The archive holds a member that the manifest does not list."""

    code: ClassVar[str] = "bundle.entry-unlisted"


class EntryTooLarge(Untrusted):
    """A listed member is larger than its kind may be. Facts: kind, limit_kib."""

    code: ClassVar[str] = "bundle.entry-too-large"


class EntrySize(Untrusted):
    """A member has another size than listed."""

    code: ClassVar[str] = "bundle.entry-size"


class EntryHash(Untrusted):
    """A member has another hash than listed."""

    code: ClassVar[str] = "bundle.entry-hash"


class EntryIdentity(Untrusted):
    """A member that is named by its content has other content."""

    code: ClassVar[str] = "bundle.entry-identity"


class EntryUnpaired(Untrusted):
    """A payload without its signature, a part or copy without its revision, and the like."""

    code: ClassVar[str] = "bundle.entry-unpaired"


class BadPart(Untrusted):
    """A part is shorter than its salt."""

    code: ClassVar[str] = "bundle.bad-part"


class BadAttachmentFacts(Untrusted):
    """The facts beside an attachment are not what the format prescribes."""

    code: ClassVar[str] = "bundle.attachment-facts"


class BadText(Untrusted):
    """A text member is not UTF-8, or holds control characters."""

    code: ClassVar[str] = "bundle.bad-text"


# --- writing ------------------------------------------------------------------------------------


class NoRecipients(Refusal):
    """A bundle must be for somebody."""

    code: ClassVar[str] = "bundle.no-recipients"


class TooManyRecipients(Refusal):
    """The age header has no room for so many keys. Facts: limit."""

    code: ClassVar[str] = "bundle.too-many-recipients"


class ContentTooLarge(Refusal):
    """The content does not fit into one bundle. Facts: size_mib, limit_mib."""

    code: ClassVar[str] = "bundle.content-too-large"


class ItemTooLarge(Refusal):
    """One item, with all that it needs, does not fit into one bundle. Facts: limit_mib."""

    code: ClassVar[str] = "bundle.item-too-large"
