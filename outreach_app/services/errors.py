"""Failures that only show where the parts of the program meet."""

from typing import ClassVar

from outreach_app.errors import HostFault, Refusal, Untrusted


class BodyFormat(Untrusted):
    """A signed object's body has other fields or shapes than its kind allows. Facts: kind."""

    code: ClassVar[str] = "services.body-format"


class OrganisationFile(Untrusted):
    """The organisation file is damaged or its signatures do not fit together."""

    code: ClassVar[str] = "services.organisation-file"


class TrustLogBroken(Untrusted):
    """The record of changes of trust is damaged or says something else. Facts: number."""

    code: ClassVar[str] = "services.trust-log"


class SecondSignatureMissing(Untrusted):
    """A change of trust has no second signature that counts. Facts: number."""

    code: ClassVar[str] = "services.second-signature"


class UncountersignedSupervisor(Untrusted):
    """A certificate makes somebody a supervisor by one signature. Facts: serial."""

    code: ClassVar[str] = "services.uncountersigned-supervisor"


class NeedsSecondSignature(Refusal):
    """What was asked for changes who is trusted, so that one signature is not enough."""

    code: ClassVar[str] = "services.needs-second-signature"


class WordsNotCompared(Refusal):
    """A file changes who is trusted, and nobody said that the words were compared.

    Facts: changes, each as a line of what changes and its words.
    """

    code: ClassVar[str] = "services.words-not-compared"


class OtherHistory(Untrusted):
    """An organisation file contradicts the one held here. Facts: what."""

    code: ClassVar[str] = "services.other-history"


class ProposalFormat(Untrusted):
    """A proposal is damaged, or not signed by the organisation's root or issuing key."""

    code: ClassVar[str] = "services.proposal-format"


class StaleProposal(Refusal):
    """Trust has changed since a proposal was made, or the file held here is not current."""

    code: ClassVar[str] = "services.stale-proposal"


class OtherShares(Refusal):
    """The shares make another secret than the organisation's root key."""

    code: ClassVar[str] = "services.other-shares"


class UnlistedCertificate(Untrusted):
    """A certificate does not stand in the organisation's directory. Facts: serial."""

    code: ClassVar[str] = "services.unlisted-certificate"


class OlderConfiguration(Refusal):
    """The configuration is older than the one held. Facts: found, held."""

    code: ClassVar[str] = "services.older-configuration"


class OrganisationExists(Refusal):
    """The folder already holds an organisation."""

    code: ClassVar[str] = "services.organisation-exists"


class NoOrganisation(Refusal):
    """The folder holds no organisation."""

    code: ClassVar[str] = "services.no-organisation"


class RequestFormat(Untrusted):
    """An enrolment request is damaged or not signed by the key that it names."""

    code: ClassVar[str] = "services.request-format"


class IssuingKeyClosed(Refusal):
    """The passphrase does not open the issuing key, or its file is damaged."""

    code: ClassVar[str] = "services.issuing-key-closed"


class UnknownSerial(Refusal):
    """No certificate of this number was issued. Facts: serial."""

    code: ClassVar[str] = "services.unknown-serial"


class NotEnrolled(Refusal):
    """The person has no certificate in this vault yet."""

    code: ClassVar[str] = "services.not-enrolled"


class CertificateNotListed(Refusal):
    """The organisation file has no certificate for this person's key."""

    code: ClassVar[str] = "services.certificate-not-listed"


class NotAllowed(Refusal):
    """The person's role does not allow the act; the attempt was written to the journal.

    Facts: act, reason.
    """

    code: ClassVar[str] = "services.not-allowed"


class UnknownCase(Refusal):
    """No case has this reference here. Facts: reference."""

    code: ClassVar[str] = "services.unknown-case"


class UnknownDocument(Refusal):
    """The case has no such document. Facts: name."""

    code: ClassVar[str] = "services.unknown-document"


class UnknownForm(Refusal):
    """No form has this name. Facts: name."""

    code: ClassVar[str] = "services.unknown-form"


class FormNotAllowed(Refusal):
    """The organisation has not released this version of the form for new documents. Facts: name."""

    code: ClassVar[str] = "services.form-not-allowed"


class Unfinished(Refusal):
    """The form is not complete enough to sign. Facts: count, questions."""

    code: ClassVar[str] = "services.unfinished"


class ClockBehind(Refusal):
    """The clock is behind the latest time the vault has seen. Facts: now, seen, both days."""

    code: ClassVar[str] = "services.clock-behind"


class ForeignDraftRows(Untrusted):
    """A draft holds rows that its author's key did not write. Facts: count."""

    code: ClassVar[str] = "services.foreign-draft-rows"


class OpenConflict(Refusal):
    """The document was edited on two devices and nobody has decided yet. Facts: count."""

    code: ClassVar[str] = "services.open-conflict"


class DraftOvertaken(Refusal):
    """The document has a newer version than the one that the draft was begun from. Facts: by, at."""

    code: ClassVar[str] = "services.draft-overtaken"


class NoContest(Refusal):
    """The first records of the case do not contradict each other."""

    code: ClassVar[str] = "services.no-contest"


class NothingToMerge(Refusal):
    """The document has only one newest version."""

    code: ClassVar[str] = "services.nothing-to-merge"


class UndecidedConflicts(Refusal):
    """A merge leaves answers undecided. Facts: count, questions."""

    code: ClassVar[str] = "services.undecided-conflicts"


class ExitBlocked(Refusal):
    """The exit cannot be signed or closed yet. Facts: blocks."""

    code: ClassVar[str] = "services.exit-blocked"


class AlreadyJudged(Refusal):
    """The version bears this word already, and a second one says nothing more. Facts: state."""

    code: ClassVar[str] = "services.already-judged"


class SeveralPeople(Refusal):
    """Several people have a slot and nobody was named. Facts: people."""

    code: ClassVar[str] = "services.several-people"


class UnknownPerson(Refusal):
    """Nobody here has these initials. Facts: name."""

    code: ClassVar[str] = "services.unknown-person"


class NoValidRecipient(Refusal):
    """The person chosen has no certificate that is valid now. Facts: name."""

    code: ClassVar[str] = "services.no-valid-recipient"


class NothingToExport(Refusal):
    """The choice holds no signed document."""

    code: ClassVar[str] = "services.nothing-to-export"


class BundleNumberReused(Untrusted):
    """Another bundle with the same number is held."""

    code: ClassVar[str] = "services.bundle-number-reused"


class NotInInbox(Refusal):
    """The inbox holds no such bundle. Facts: name."""

    code: ClassVar[str] = "services.not-in-inbox"


class ContentMismatch(Untrusted):
    """Something inside a bundle does not fit what was signed. Facts: what."""

    code: ClassVar[str] = "services.content-mismatch"


class CopyDiffers(Untrusted):
    """A readable copy inside a bundle differs from the signed answers."""

    code: ClassVar[str] = "services.copy-differs"


class UnknownComment(Refusal):
    """A comment names a question that the document does not have. Facts: question."""

    code: ClassVar[str] = "services.unknown-comment"


class RecipientKeyExpired(Refusal):
    """Sharing was asked for with a certificate that has ended. Facts: name, ended."""

    code: ClassVar[str] = "services.recipient-key-expired"


class MarkersFound(HostFault):
    """The scan of the demonstration found readable traces on the disk. Facts: count, files."""

    code: ClassVar[str] = "services.markers-found"


class OtherOrganisation(Untrusted):
    """The file belongs to an organisation with another root key."""

    code: ClassVar[str] = "services.other-organisation"


class PartWithheld(Refusal):
    """A part would be written of which this vault does not hold the state before. Facts: part."""

    code: ClassVar[str] = "services.part-withheld"


class AmbiguousRecipient(Refusal):
    """More than one person goes by these initials. Facts: name."""

    code: ClassVar[str] = "services.ambiguous-recipient"


class UnknownPart(Refusal):
    """A part was asked for that does not exist or never leaves the vault. Facts: part."""

    code: ClassVar[str] = "services.unknown-part"


class OwnCertificateEnded(Refusal):
    """One's own certificate has ended; only one's supervisors may still be sent something.

    Facts: ended.
    """

    code: ClassVar[str] = "services.own-certificate-ended"


class UnknownRevision(Refusal):
    """No signed version goes by this id here. Facts: name."""

    code: ClassVar[str] = "services.unknown-revision"


class UnknownConflict(Refusal):
    """A decision names an answer that is not in conflict. Facts: question."""

    code: ClassVar[str] = "services.unknown-conflict"


class CommentMissing(Refusal):
    """A comment or a return was asked for without any words."""

    code: ClassVar[str] = "services.comment-missing"


class RecoveryDoesNotOpen(Untrusted):
    """The recovery file is for other shares than these, or belongs to another vault."""

    code: ClassVar[str] = "services.recovery-does-not-open"


class ReasonNeeded(Refusal):
    """A suspension needs words, of one line that is not too long. Facts: most."""

    code: ClassVar[str] = "services.reason-needed"


class SuspensionAhead(Refusal):
    """A suspension would begin only later. Facts: since."""

    code: ClassVar[str] = "services.suspension-ahead"


class NothingToConfirm(Refusal):
    """A file of statements holds no suspension that waits for the organisation's word."""

    code: ClassVar[str] = "services.nothing-to-confirm"


class SuspendedYourself(Refusal):
    """One's own certificate is suspended. Facts: since."""

    code: ClassVar[str] = "services.suspended"


class CertificateWithdrawn(Refusal):
    """One's own certificate was withdrawn. Facts: since."""

    code: ClassVar[str] = "services.certificate-withdrawn"


class RestoredVault(Refusal):
    """A restored vault has not heard yet what was withdrawn since its backup. Facts: restored."""

    code: ClassVar[str] = "services.restored-vault"


class OldCopyHere(Refusal):
    """An old copy of the vault was opened, and nobody has decided to go on with it."""

    code: ClassVar[str] = "services.old-copy"


class RestoredKeys(Refusal):
    """The person's certificate is for the device that the backup was made on. Facts: restored."""

    code: ClassVar[str] = "services.restored-keys"


class NoPurpose(Refusal):
    """A case should be opened with a reason, and none was given. Facts: least, most."""

    code: ClassVar[str] = "services.no-purpose"
