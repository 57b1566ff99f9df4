"""Failures of making and opening bundles: one class, one code and one sentence for each check."""

from typing import ClassVar

from outreach_app.errors import HostFault, Refusal, Untrusted

# --- the file -----------------------------------------------------------------------------------


class NotAFile(Refusal):
    """The chosen thing is a folder, a link or a device."""

    code: ClassVar[str] = "bundle.not-a-file"


class WriteMismatch(HostFault):
    """What was read back is not what was written."""

    code: ClassVar[str] = "bundle.write-mismatch"


# --- the sealed outside -------------------------------------------------------------------------


class TooLarge(Untrusted):
    """The file is larger than a bundle may be. Facts: size_mib, limit_mib."""

    code: ClassVar[str] = "bundle.too-large"


class NotABundle(Untrusted):
    """The file does not begin like an age file."""

    code: ClassVar[str] = "bundle.not-a-bundle"


class BadHeader(Untrusted):
    """The age header breaks its grammar or its limits."""

    code: ClassVar[str] = "bundle.bad-header"


class PassphraseSealed(Untrusted):
    """The file is sealed with a passphrase, which a bundle never is."""

    code: ClassVar[str] = "bundle.passphrase-sealed"


class NotForYou(Refusal):
    """None of the keys at hand opens the file."""

    code: ClassVar[str] = "bundle.not-for-you"


class Damaged(Untrusted):
    """A key fits, but the file is not whole."""

    code: ClassVar[str] = "bundle.damaged"


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


# --- signature and signer -----------------------------------------------------------------------


class BadSignature(Untrusted):
    """The manifest's signature does not verify."""

    code: ClassVar[str] = "bundle.bad-signature"


class NoCertificate(Untrusted):
    """The manifest is signed with a bare key, without a certificate."""

    code: ClassVar[str] = "bundle.no-certificate"


class BadCertificate(Untrusted):
    """The certificate is malformed, or has a critical option that this program does not know."""

    code: ClassVar[str] = "bundle.bad-certificate"


class UnknownAuthority(Untrusted):
    """The certificate comes from no issuing key that is trusted here."""

    code: ClassVar[str] = "bundle.unknown-authority"


class CertificateExpired(Untrusted):
    """The signer's certificate ended before now. Facts: ended."""

    code: ClassVar[str] = "bundle.certificate-expired"


class CertificateNotYetValid(Untrusted):
    """The signer's certificate begins after now. Facts: begins."""

    code: ClassVar[str] = "bundle.certificate-not-yet-valid"


class CertificateRevoked(Untrusted):
    """The signer's certificate was taken back. Facts: reason."""

    code: ClassVar[str] = "bundle.certificate-revoked"


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


class TooNew(Untrusted):
    """The manifest is of a later format than this program knows. Facts: found, known."""

    code: ClassVar[str] = "bundle.too-new"


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


class BadRecipient(Refusal):
    """A recipient's key is not an age recipient. Facts: person."""

    code: ClassVar[str] = "bundle.bad-recipient"


class ContentTooLarge(Refusal):
    """The content does not fit into one bundle. Facts: size_mib, limit_mib."""

    code: ClassVar[str] = "bundle.content-too-large"


class ItemTooLarge(Refusal):
    """One item, with all that it needs, does not fit into one bundle. Facts: size_mib, limit_mib."""

    code: ClassVar[str] = "bundle.item-too-large"
