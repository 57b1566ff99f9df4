"""What the store refuses, and why; the words stand in `messages.store`."""

from typing import ClassVar

from outreach_app.errors import HostFault, Refusal, Untrusted


class VaultInUse(Refusal):
    """Another process holds this vault."""

    code: ClassVar[str] = "store.in-use"


class VaultExists(Refusal):
    """A vault is to be made where one is already."""

    code: ClassVar[str] = "store.vault-exists"


class NoVault(Refusal):
    """The folder holds no vault."""

    code: ClassVar[str] = "store.no-vault"


class NotAVault(Untrusted):
    """The database is not one of ours, or the key does not fit it."""

    code: ClassVar[str] = "store.not-a-vault"


class Plaintext(Untrusted):
    """The database is readable by anybody; it is never opened."""

    code: ClassVar[str] = "store.plaintext"


class CipherMissing(HostFault):
    """The database library in this process cannot encrypt; nothing is opened with it."""

    code: ClassVar[str] = "store.cipher-missing"


class TooNew(Untrusted):
    """A newer program wrote this vault."""

    code: ClassVar[str] = "store.too-new"


class Damaged(Untrusted):
    """A page or file of the vault is damaged. Nothing is written to it."""

    code: ClassVar[str] = "store.damaged"


class SlotFileDamaged(Untrusted):
    """Neither copy of the slot file can be used."""

    code: ClassVar[str] = "store.slots-damaged"


class SlotFileStale(Untrusted):
    """The slot file is older or newer than the one this database knows."""

    code: ClassVar[str] = "store.slots-other-generation"


class UnknownPerson(Refusal):
    """No such person, or no longer one, in this vault."""

    code: ClassVar[str] = "store.unknown-person"


class PersonExists(Refusal):
    """This person has a slot already."""

    code: ClassVar[str] = "store.person-exists"


class InitialsTaken(Refusal):
    """Somebody in this vault goes by these initials. Facts: initials."""

    code: ClassVar[str] = "store.initials-taken"


class LastPerson(Refusal):
    """The last person of a vault cannot be removed, nor anybody remove themselves."""

    code: ClassVar[str] = "store.last-person"


class NoDraft(Refusal):
    """There is no draft of this document by this person."""

    code: ClassVar[str] = "store.no-draft"


class DraftExists(Refusal):
    """This person has a draft of this document already."""

    code: ClassVar[str] = "store.draft-exists"


class UnknownDocument(Refusal):
    """The vault holds no such document."""

    code: ClassVar[str] = "store.unknown-document"


class UnknownRevision(Refusal):
    """The vault holds no such revision."""

    code: ClassVar[str] = "store.unknown-revision"


class MisnamedContent(Untrusted):
    """Content does not have the digest it is called by."""

    code: ClassVar[str] = "store.misnamed-content"


class ForeignDocument(Untrusted):
    """A revision names another form or subject than its document has."""

    code: ClassVar[str] = "store.foreign-document"


class UnknownForm(Refusal):
    """The vault holds no form definition with this hash."""

    code: ClassVar[str] = "store.unknown-form"


class UnknownAttachment(Refusal):
    """The vault holds no attachment with this digest."""

    code: ClassVar[str] = "store.unknown-attachment"


class AttachmentDamaged(Untrusted):
    """The file of an attachment is missing or not what was stored."""

    code: ClassVar[str] = "store.attachment-damaged"


class AttachmentTooLarge(Refusal):
    """The file is larger than an attachment may be."""

    code: ClassVar[str] = "store.attachment-too-large"


class UnknownObject(Refusal):
    """The vault holds no such bundle or signed object."""

    code: ClassVar[str] = "store.unknown-object"


class OlderObject(Untrusted):
    """A single-valued object (configuration, policy) is older than the one held."""

    code: ClassVar[str] = "store.older-object"


class JournalBroken(Untrusted):
    """The journal of acts does not hang together from the given row on."""

    code: ClassVar[str] = "store.journal-broken"


class BackupUnverified(Untrusted):
    """A backup was written or found that does not pass its checks; it does not count."""

    code: ClassVar[str] = "store.backup-unverified"
