"""What can go wrong with keys, signatures and sealed bytes."""

from outreach_app.errors import HostFault, Refusal, Untrusted


class NotCanonical(Untrusted):
    """Bytes that should be canonical JSON are not: `what` names the rule that they break."""

    code = "crypto.not-canonical"


class WrongPassphrase(Refusal):
    """The slot does not open: the passphrase is wrong, or the slot was damaged."""

    code = "crypto.wrong-passphrase"


class PassphraseText(Refusal):
    """The passphrase is empty, too long, or holds characters that no keyboard gives."""

    code = "crypto.passphrase-text"


class WeakPassphrase(Refusal):
    """An own passphrase is shorter or easier to guess than the policy allows.

    Facts: characters, bits, strength (in words), least_characters, least_bits.
    """

    code = "crypto.weak-passphrase"


class KdfOutOfRange(Untrusted):
    """Key derivation parameters below the floor or above the cap."""

    code = "crypto.kdf-out-of-range"


class NotEnoughMemory(HostFault):
    """The machine cannot give the memory that the key derivation asks for."""

    code = "crypto.not-enough-memory"


class CannotOpen(Untrusted):
    """Sealed bytes do not open with this key: the key is wrong or the bytes are damaged."""

    code = "crypto.cannot-open"


class PublicKeyFormat(Untrusted):
    """A text is not an Ed25519 public key in OpenSSH form."""

    code = "crypto.public-key-format"


class RecipientFormat(Untrusted):
    """A text is not an age X25519 recipient."""

    code = "crypto.recipient-format"


class IdentityFormat(Untrusted):
    """A text is not an age X25519 identity."""

    code = "crypto.identity-format"


class AgeHeader(Untrusted):
    """An age header breaks the grammar: `what` names the rule."""

    code = "crypto.age-header"


class AgeProfile(Untrusted):
    """A well-known kind of age file that this program does not accept: `what` names it."""

    code = "crypto.age-profile"


class AgeTooLarge(Untrusted):
    """An age file exceeds the size that is read into memory."""

    code = "crypto.age-too-large"


class AgeDamaged(Untrusted):
    """An age file was for one of the identities, but its bytes are damaged or cut short."""

    code = "crypto.age-damaged"


class NotForYou(Refusal):
    """No identity at hand opens the age file."""

    code = "crypto.not-for-you"


class SignatureFormat(Untrusted):
    """Bytes are not an armoured SSH signature by an Ed25519 key: `what` names the rule."""

    code = "crypto.signature-format"


class WrongNamespace(Untrusted):
    """A signature was made for another kind of object."""

    code = "crypto.wrong-namespace"


class BadSignature(Untrusted):
    """A signature does not match the bytes it stands beside."""

    code = "crypto.bad-signature"


class CertificateFormat(Untrusted):
    """Bytes are not a staff certificate: `what` names the rule."""

    code = "crypto.certificate-format"


class UnknownAuthority(Untrusted):
    """A certificate was signed by a key that is no issuing key of the organisation."""

    code = "crypto.unknown-authority"


class ForgedCertificate(Untrusted):
    """A certificate's own signature does not match its contents."""

    code = "crypto.forged-certificate"


class CertificateNotYetValid(Untrusted):
    """A certificate, or the key that issued it, starts later than the instant asked about."""

    code = "crypto.certificate-not-yet-valid"


class CertificateExpired(Untrusted):
    """A certificate, or the key that issued it, ended before the instant asked about."""

    code = "crypto.certificate-expired"


class WrongOrganisation(Untrusted):
    """An object or certificate belongs to another organisation."""

    code = "crypto.wrong-organisation"


class IssuersFormat(Untrusted):
    """The signed list of issuing keys breaks its format: `what` names the rule."""

    code = "crypto.issuers-format"


class WrongRoot(Untrusted):
    """The list of issuing keys is signed by another key than the organisation's root."""

    code = "crypto.wrong-root"


class EnvelopeFormat(Untrusted):
    """A signed object lacks the five fields of the envelope, or one has the wrong shape."""

    code = "crypto.envelope-format"


class EnvelopeType(Untrusted):
    """A signed object is of another type than the place where it stands."""

    code = "crypto.envelope-type"


class EnvelopeTooNew(Untrusted):
    """A signed object was written by a newer version of the program."""

    code = "crypto.envelope-too-new"


class SlotFileFormat(Untrusted):
    """The file of slots breaks its format: `what` names the rule."""

    code = "crypto.slot-file-format"


class SlotFileTooNew(Untrusted):
    """The file of slots was written by a newer version of the program."""

    code = "crypto.slot-file-too-new"


class SlotFileChanged(Untrusted):
    """The file of slots was changed by somebody without the vault's key."""

    code = "crypto.slot-file-changed"


class NoSuchSlot(Refusal):
    """The file of slots has no slot for this person."""

    code = "crypto.no-such-slot"


class BadShare(Refusal):
    """A recovery share has a mistyped, missing or foreign word."""

    code = "crypto.bad-share"


class SameShareTwice(Refusal):
    """One share was entered twice; two different ones are needed. Facts: number."""

    code = "crypto.same-share-twice"


class SharesOfTwoSets(Refusal):
    """The shares are whole, but do not belong together."""

    code = "crypto.shares-of-two-sets"


class SharesDoNotCombine(Refusal):
    """Recovery shares are too few, too many, or from different sets."""

    code = "crypto.shares-do-not-combine"


class RecoveryFormat(Untrusted):
    """A recovery file opens but does not hold a vault's key."""

    code = "crypto.recovery-format"


class WordListFormat(HostFault):
    """The installed word list is incomplete."""

    code = "crypto.word-list-format"
