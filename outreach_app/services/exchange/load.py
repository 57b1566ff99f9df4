"""What goes into a bundle for some people, read from the vault before anything is written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from outreach_app.bundle.content import BundleContent, RevisionItem, SignedItem
from outreach_app.domain.authority import VERB_WORDS, Verb
from outreach_app.domain.documents import Document, Revision
from outreach_app.domain.people import Person, Role
from outreach_app.phrases import phrase
from outreach_app.services.access import access_of
from outreach_app.services.errors import NotAllowed, NothingToExport
from outreach_app.services.exchange.errors import NothingOutside
from outreach_app.services.exchange.outside import said_to, with_something
from outreach_app.services.exchange.profiles import Profile, chosen_parts, parts_for, profile_of
from outreach_app.services.exchange.receipts import waiting_receipts
from outreach_app.services.exchange.recipients import (
    Addressee,
    check_own_certificate,
    find_recipients,
    require_own_organisation,
)
from outreach_app.services.exchange.selection import (
    AttachedFile,
    ExportChoice,
    attached_file,
    attachments_of,
    chosen_documents,
    chosen_revisions,
    cut,
    is_known_to,
    review_item,
    revision_item,
)
from outreach_app.services.exchange.shelf import Shelf
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.statements import still_standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What goes, gathered before anything is written.

    Attributes:
        revisions: Cut to the parts that go, parents before children.
        files: Digests of the files that go with each revision, by its id.
        attached: These files, each once and not yet opened.
        content: Everything else.
        copy: Makes the readable copy of a revision; it needs no vault.
    """

    documents: tuple[Document, ...]
    revisions: tuple[Revision, ...]
    parts: frozenset[str]
    addressees: tuple[Addressee, ...]
    files: Mapping[str, tuple[str, ...]]
    attached: tuple[AttachedFile, ...]
    content: BundleContent
    copy: Callable[[Revision], str]

    def items(self) -> tuple[RevisionItem, ...]:
        """Return the revisions as a bundle carries them, their copies made now."""
        return tuple(
            revision_item(each, self.copy(each), self.files[each.revision_id])
            for each in self.revisions
        )

    @property
    def withheld(self) -> frozenset[str]:
        """Names of the parts of these revisions that stay here."""
        return frozenset(name for each in self.revisions for name in each.header.parts) - self.parts


def gather(
    sitting: Sitting,
    recipients: Sequence[str],
    choice: ExportChoice,
    parts_chosen: Sequence[str],
    shelf: Shelf,
) -> Load:
    """Return what a choice comes to for some recipients.

    Raises:
        NoValidRecipient, RecipientKeyExpired, AmbiguousRecipient, OwnCertificateEnded: See these.
        NotAllowed: The sender may not export the case, or a recipient may never have it.
        SwitchedOff: A recipient is of another agency, and the settings do not allow that.
        UnknownPart, PartStays: A part was chosen that never leaves, or not to somebody outside.
        NothingToExport, NothingOutside: The choice holds no signed document, or none for outside.
    """
    addressees = find_recipients(sitting, recipients)
    check_own_certificate(sitting, addressees)
    require_own_organisation(sitting, addressees)
    documents = chosen_documents(sitting, choice)
    require_export(sitting, documents)
    profiles = [profile_for(sitting, documents, each.person) for each in addressees]
    parts = chosen_parts(parts_chosen, profiles) if parts_chosen else parts_for(profiles)
    people = frozenset(each.person.person_id for each in addressees)
    held = chosen_revisions(sitting, documents)
    reviews = [
        review
        for revision in held
        for review in sitting.vault.reviews.of_revision(revision.revision_id)
    ]
    if choice.unsent_only:
        held = [each for each in held if not is_known_to(sitting, each.revision_id, people)]
        reviews = [each for each in reviews if not is_known_to(sitting, each.review_id, people)]
    revisions = tuple(cut(revision, parts) for revision in held)
    if Profile.OUTSIDE in profiles:
        persons = [each.person for each in addressees]
        reviews = said_to(reviews, revisions, persons, sitting.card.organisation)
        revisions = _for_outside(revisions)
        told = {each.header.document_id for each in revisions}
        documents = tuple(each for each in documents if each.document_id in told)
    receipts = waiting_receipts(sitting, people)
    if not revisions and not reviews and not receipts:
        raise NothingToExport
    files = {
        each.revision_id: tuple(filter(sitting.vault.attachments.holds, attachments_of(each)))
        for each in revisions
    }
    return Load(
        documents=documents,
        revisions=revisions,
        parts=parts,
        addressees=addressees,
        files=files,
        attached=tuple(
            attached_file(sitting, digest)
            for digest in sorted({digest for named in files.values() for digest in named})
        ),
        content=BundleContent(
            reviews=tuple(map(review_item, reviews)),
            receipts=receipts,
            forms=_forms(sitting, revisions),
        ),
        copy=shelf.copier(each.header.form_hash for each in revisions),
    )


def _for_outside(revisions: tuple[Revision, ...]) -> tuple[Revision, ...]:
    """Return what goes to somebody outside.

    Raises:
        NothingOutside: Documents were chosen, and none of them says anything that is for them.
    """
    found = with_something(revisions)
    if revisions and not found:
        raise NothingOutside
    return found


def require_export(sitting: Sitting, documents: Sequence[Document]) -> None:
    """Refuse whoever may not send the cases of some documents.

    Raises:
        NotAllowed: The role does not allow it; the attempt is in the journal.
    """
    verb = Verb.HAND_OVER if sitting.me.role is Role.NIGHT_STAFF else Verb.EXPORT
    for subject in dict.fromkeys(document.subject for document in documents):
        access = access_of(
            sitting, subject.case_id, sitting.me.person_id, client_id=subject.client_id
        )
        sitting.require(verb, access)


def profile_for(sitting: Sitting, documents: Sequence[Document], person: Person) -> Profile:
    """Return what a person is to the cases of some documents.

    Raises:
        NotAllowed: They may never have a case.
    """
    is_member = _is_member(sitting, documents, person)
    return profile_of(person, sitting.card.organisation, is_member=is_member)


def _is_member(sitting: Sitting, documents: Sequence[Document], person: Person) -> bool:
    """Say whether a person belongs to every case that goes; the configuration manager gets none."""
    if person.role is Role.CONFIGURATION_MANAGER:
        raise NotAllowed(
            act=VERB_WORDS[Verb.EXPORT],
            reason=phrase("the configuration manager does not read or change cases"),
        )
    return all(
        access_of(sitting, each.case_id, person.person_id, client_id=each.client_id).is_member
        for each in dict.fromkeys(document.subject for document in documents)
    )


def _forms(sitting: Sitting, revisions: Sequence[Revision]) -> tuple[bytes, ...]:
    forms = sitting.vault.forms
    hashes = dict.fromkeys(each.header.form_hash for each in revisions)
    return tuple(forms.definition(each) for each in hashes if forms.holds(each))


def with_surroundings(sitting: Sitting, signer: Signer, load: Load) -> BundleContent:
    """Return the content with what a reader checks it by: configuration, statements, certificates."""
    config = sitting.card.configuration_signed
    issuers = sitting.card.issuers_signed
    return replace(
        load.content,
        config=(SignedItem(payload=config.payload, signature=config.signature),),
        issuers=(SignedItem(payload=issuers.payload, signature=issuers.signature),),
        ratchet=tuple(
            SignedItem(payload=each.payload, signature=each.signature)
            for each in still_standing(sitting.statements())
        ),
        certificates=_certificates(sitting, signer, load.revisions),
    )


def _certificates(
    sitting: Sitting, signer: Signer, revisions: Iterable[Revision]
) -> tuple[bytes, ...]:
    serials = {revision.header.certificate_serial for revision in revisions}
    lines = {signer.certificate.strip()}
    for certificate in sitting.configuration.certificates():
        if certificate.serial in serials:
            lines.add(certificate.line.strip())
    return tuple(sorted(lines))
