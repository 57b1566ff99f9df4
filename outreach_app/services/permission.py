"""Leave to look at a case, a document or a part of it, and to take a copy out of the program.

Everything that shows, finds or prints what somebody wrote asks here first; the one rule behind it
is `domain.authority.may`.
"""

from dataclasses import dataclass, field, replace

from outreach_app.domain.answers import Answers, flatten
from outreach_app.domain.authority import VERB_WORDS, CaseAccess, Verb, may
from outreach_app.domain.documents import Document, PartName, Revision, Subject
from outreach_app.domain.people import Role
from outreach_app.phrases import phrase
from outreach_app.services.access import access_of
from outreach_app.services.errors import NotAllowed
from outreach_app.services.sitting import Sitting
from outreach_app.store.lists import CaseLine

_ASSESSMENT = "risk_assessment"
_NOTE = "contact_note"
# Answers that are not asked any more keep no note of the part they came from: they are hidden with it.
_STAFF_PARTS = frozenset({PartName.STAFF.value, PartName.EARLIER.value})
_INTERNAL_PARTS = frozenset({PartName.INTERNAL.value, PartName.EARLIER.value})
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sight:
    """What a person may read of a document.

    Attributes:
        person_id: Who reads; what they signed themselves is never hidden from them.
        hidden: Names of the parts that are not for them.
    """

    person_id: str
    hidden: frozenset[str] = _NOTHING

    def of(self, revision: Revision) -> Revision:
        """Return a revision without the parts that are not for this person."""
        if not self.hides(revision):
            return revision
        shown = {name: part for name, part in revision.parts.items() if name not in self.hidden}
        return replace(revision, parts=shown)

    def hides(self, revision: Revision) -> bool:
        """Say whether a revision holds answers that are not for this person."""
        return revision.header.author_id != self.person_id and any(
            part.answers for name, part in revision.parts.items() if name in self.hidden
        )


@dataclass(slots=True)
class Reader:
    """What the unlocked person may read, for lists: each case is asked about once.

    What is not for them is left out without a journal row; nobody asked for it.
    """

    sitting: Sitting
    _known: dict[Subject, CaseAccess] = field(default_factory=dict)

    def reads_case(self, line: CaseLine) -> bool:
        """Say whether the person may see that a listed case is there and where it stands."""
        me = self.sitting.me
        if me.role is Role.CASEWORKER and me.person_id in {line.caseworker, line.second_worker}:
            return True  # as its circle would say, without reading all of its records
        return self._allowed(self._access(Subject(client_id=line.client_id, case_id=line.case_id)))

    def sight(self, document: Document) -> Sight | None:
        """Return what the person may read of a document, None for nothing at all."""
        access = replace(
            self._access(document.subject),
            form_id=document.form_id,
            assessment_kind=_kind_of(self.sitting, document),
        )
        return sight_with(self.sitting, access) if self._allowed(access) else None

    def _access(self, subject: Subject) -> CaseAccess:
        if self._allowed(CaseAccess(form_id="case")):
            return CaseAccess()  # a role that reads every case: no need to ask for its circle
        if subject not in self._known:
            me = self.sitting.me.person_id
            self._known[subject] = access_of(
                self.sitting, subject.case_id, me, client_id=subject.client_id
            )
        return self._known[subject]

    def _allowed(self, access: CaseAccess) -> bool:
        return may(self.sitting.me.person_id, self.sitting.me.role, Verb.READ, access).allowed


def require_case(
    sitting: Sitting, subject: Subject, *verbs: Verb, form_id: str = "", kind: str = ""
) -> CaseAccess:
    """Refuse whoever may not do something in a case; journal who looks outside their own list.

    Args:
        sitting: The unlocked vault.
        subject: Client and case.
        verbs: What is asked for; each must be allowed.
        form_id: Form of the document in question, "" when it is about the whole case.
        kind: Kind of the assessment in question.

    Raises:
        NotAllowed: The role does not allow it; the attempt is in the journal.
    """
    access = access_of(
        sitting,
        subject.case_id,
        sitting.me.person_id,
        form_id=form_id,
        kind=kind,
        client_id=subject.client_id,
    )
    for verb in verbs:
        sitting.require(verb, access)
    if not access.is_member:
        with sitting.vault.transaction(sitting.act("case.opened_outside_list", **_about(subject))):
            pass
    return access


def may_send(sitting: Sitting, subject: Subject) -> bool:
    """Say whether the person's role may send the case (or the client's record) to somebody."""
    access = access_of(sitting, subject.case_id, sitting.me.person_id, client_id=subject.client_id)
    return may(sitting.me.person_id, sitting.me.role, Verb.EXPORT, access).allowed


def require_document(sitting: Sitting, document: Document, *verbs: Verb) -> CaseAccess:
    """Refuse whoever may not read a document, or do something else with it besides.

    Raises:
        NotAllowed: The role does not allow it; the attempt is in the journal.
    """
    kind = _kind_of(sitting, document)
    return require_case(
        sitting, document.subject, Verb.READ, *verbs, form_id=document.form_id, kind=kind
    )


def require_sight(sitting: Sitting, document: Document) -> Sight:
    """Return what the person may read of a document.

    Raises:
        NotAllowed: Nothing; the attempt is in the journal.
    """
    return sight_with(sitting, require_document(sitting, document))


_WHOLE_ACTS = {
    "merge": phrase("Making one of two versions"),
    "write": VERB_WORDS[Verb.WRITE],
}


def require_whole(sitting: Sitting, revision: Revision, act: str) -> None:
    """Refuse whoever may not read all of a version, before they sign for all of it.

    Raises:
        NotAllowed: It has a part that is not for this person; the attempt is in the journal.
    """
    subject = revision.header.subject
    access = access_of(sitting, subject.case_id, sitting.me.person_id, client_id=subject.client_id)
    if sight_with(sitting, access).hides(revision):
        with sitting.vault.transaction(sitting.act("act.refused", verb=act)):
            pass
        raise NotAllowed(
            act=_WHOLE_ACTS[act], reason=phrase("it has a part that is not for you to read")
        )


def require_revisable(sitting: Sitting, head: Revision) -> None:
    """Refuse whoever may not begin a further version of a document.

    Night staff correct the contact notes that they wrote; beside a colleague's they add their own.

    Raises:
        NotAllowed: It has a part that is not for this person, or it is somebody else's note; the
            attempt is in the journal.
    """
    require_whole(sitting, head, "write")
    if sitting.me.role is not Role.NIGHT_STAFF or head.header.form_id != _NOTE:
        return
    history = sitting.vault.revisions.history(head.header.document_id)
    hands = {each.header.author_id for each in history if each.counted}
    if sitting.me.person_id not in hands:
        with sitting.vault.transaction(sitting.act("act.refused", verb="write")):
            pass
        raise NotAllowed(
            act=VERB_WORDS[Verb.WRITE],
            reason=phrase(
                "somebody else wrote this note; write one of your own, or ask them to correct it"
            ),
        )


def readable_answers(sitting: Sitting, document_id: str) -> Answers | None:
    """Return what the person may read of a document's newest version, None for nothing."""
    sight = Reader(sitting).sight(sitting.vault.documents.get(document_id))
    heads = sitting.vault.revisions.heads(document_id)
    return sight.of(heads[0]).answers() if heads and sight is not None else None


def sight_with(sitting: Sitting, access: CaseAccess) -> Sight:
    """Return what the person may read of a document that is open to them."""
    hidden = _NOTHING if reads_staff_part(sitting, access) else _STAFF_PARTS
    if not reads_internal_part(sitting, access):
        hidden |= _INTERNAL_PARTS
    return Sight(sitting.me.person_id, hidden)


def reads_staff_part(sitting: Sitting, access: CaseAccess) -> bool:
    """Say whether the person may read what is written for the safety of staff."""
    return may(sitting.me.person_id, sitting.me.role, Verb.READ_STAFF_PART, access).allowed


def reads_internal_part(sitting: Sitting, access: CaseAccess) -> bool:
    """Say whether the person may read what their service weighed and decided for itself."""
    return may(sitting.me.person_id, sitting.me.role, Verb.READ_INTERNAL_PART, access).allowed


def _kind_of(sitting: Sitting, document: Document) -> str:
    """Return the kind of an assessment: of what is signed, of any kind that is not immediate first."""
    if document.form_id != _ASSESSMENT:
        return ""
    signed = {
        str(head.flat().get("assessment_kind", ""))
        for head in sitting.vault.revisions.heads(document.document_id)
    }
    if not signed and sitting.vault.drafts.has(document.document_id):
        draft = sitting.vault.drafts.load(document.document_id)
        signed = {str(flatten(draft.answers).get("assessment_kind", ""))}
    return next((kind for kind in sorted(signed) if kind != "immediate"), next(iter(signed), ""))


def _about(subject: Subject) -> dict[str, str]:
    return {"case": subject.case_id} if subject.case_id else {"client": subject.client_id}
