"""What authority depends on in a case: who belongs to it, who lives where, who wrote since when.

The sharing list of a case is a list in its case record. Whoever may sign may begin the first case
record; from then on only records by people whom an earlier one names widen the circle.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypedDict, Unpack

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.authority import CaseAccess
from outreach_app.domain.documents import Review, Revision, Subject
from outreach_app.domain.lineage import Parents, ancestors
from outreach_app.domain.people import Role
from outreach_app.domain.states import DocumentObjects, authors_since_approval
from outreach_app.services.sitting import Sitting
from outreach_app.store.vault import Vault

CASE_FORM, CLIENT_FORM = "case", "client"
RECORD_FORMS = frozenset({CASE_FORM, CLIENT_FORM})
SAFE_HOUSE = "safe_house"
_WORKERS = ("caseworker", "second_worker")


class About(TypedDict, total=False):
    """Which document an act is about; left out when it is about the whole case."""

    form_id: str
    kind: str
    referral_kind: str
    document_id: str
    client_id: str


def access_of(sitting: Sitting, case_id: str, person_id: str, **about: Unpack[About]) -> CaseAccess:
    """Return what the authority of a person in a case depends on.

    Args:
        sitting: The unlocked vault.
        case_id: The case; "" for what is about a client and no case.
        person_id: Whose authority is asked about.
        **about: The document in question: its form, the kind of an assessment, the protocol of
            a referral, its id where who wrote it matters, the client where there is no case.
    """
    vault = sitting.vault
    document_id = about.get("document_id", "")
    client_id = about.get("client_id", "")
    circle = read_circle(vault, case_id, client_id)
    is_me = person_id == sitting.me.person_id
    form_id = about.get("form_id", "")
    return CaseAccess(
        is_member=circle.holds(person_id),
        is_unassigned=circle.is_unassigned,
        is_arrival=is_me
        and sitting.me.role is Role.NIGHT_STAFF
        and _is_own_arrival(vault, case_id, client_id, form_id, person_id),
        is_resident=lives_in_safe_house(vault, case_id, client_id, now=True),
        glass_broken=is_me and (case_id or client_id) in sitting.opened_with_reason,
        form_id=form_id,
        assessment_kind=about.get("kind", ""),
        referral_kind=about.get("referral_kind", ""),
        authors=writers(vault, document_id) if document_id else frozenset(),
    )


@dataclass(slots=True)
class Circle:
    """The people of a case: everybody whom a signed case record that counts names.

    Attributes:
        clients: Whom those records are about: one client for each case.
    """

    people: set[str] = field(default_factory=set)
    clients: set[str] = field(default_factory=set)
    is_open: bool = True
    """Nobody has signed a case record yet."""

    @property
    def is_unassigned(self) -> bool:
        """Whether there are records of the case, and none of them names anybody."""
        return not self.is_open and not self.people

    def holds(self, person_id: str) -> bool:
        """Say whether a person belongs to the case."""
        return self.is_open or person_id in self.people

    def is_about(self, client_id: str) -> bool:
        """Say whether a client is the one of the case; anybody is before its first record."""
        return self.is_open or client_id in self.clients

    def widen(self, answers: FlatAnswers, client_id: str) -> None:
        """Add whom a case record that counts names, and note whom it is about."""
        self.is_open = False
        self.clients.add(client_id)
        self.people |= named_in(answers)


def named_in(answers: FlatAnswers) -> frozenset[str]:
    """Return the people whom a case record (flat answers) names: workers and sharing list."""
    rows = answers.get("case_shared_with", [])
    shared = {str(row.get("csw_person", "")) for row in rows} if isinstance(rows, list) else set()
    workers = {str(answers.get(name, "")) for name in _WORKERS}
    return frozenset((workers | shared) - {""})


def read_circle(vault: Vault, case_id: str, client_id: str) -> Circle:
    """Return the circle of a case, or for a client without a case that of all their cases."""
    circle = Circle()
    for document in _documents(vault, case_id, client_id, CASE_FORM):
        for revision in vault.revisions.history(document):
            if revision.counted:
                circle.widen(revision.flat(), revision.header.subject.client_id)
    return circle


def read_earlier_circle(vault: Vault, record: Revision) -> Circle:
    """Return the circle that a client had in other cases when a case record came."""
    header = record.header
    circle = Circle()
    for document in _documents(vault, "", header.subject.client_id, CASE_FORM):
        if document == header.document_id:
            continue
        for revision in vault.revisions.history(document):
            if revision.counted and revision.received_at < record.received_at:
                circle.widen(revision.flat(), header.subject.client_id)
    return circle


def _is_own_arrival(
    vault: Vault, case_id: str, client_id: str, form_id: str, person_id: str
) -> bool:
    """Say whether nobody else's hand is in the records of a client and a case, drafts included.

    A record may be the first one; for anything else there must be one of the person's own.
    """
    client = client_id or _client_of(vault, case_id)
    hands: set[str] = set()
    for document in records_about(vault, Subject(client_id=client, case_id=case_id)):
        hands |= set(vault.drafts.authors(document))
        hands |= {
            each.header.author_id for each in vault.revisions.history(document) if each.counted
        }
    return hands == {person_id} or (not hands and form_id in RECORD_FORMS)


def records_about(vault: Vault, subject: Subject) -> tuple[str, ...]:
    """Return the client and case records about a client, and those of the case if there is one."""
    found: dict[str, None] = {}
    for form_id in sorted(RECORD_FORMS):
        found |= dict.fromkeys(_documents(vault, "", subject.client_id, form_id))
    if subject.case_id:
        found |= dict.fromkeys(_documents(vault, subject.case_id, "", CASE_FORM))
    return tuple(found)


def lives_in_safe_house(vault: Vault, case_id: str, client_id: str, *, now: bool) -> bool:
    """Say whether a client lives in the safe house now, or (with `now` false) ever did."""
    client = client_id or _client_of(vault, case_id)
    if not client:
        return False
    for document in vault.documents.by_subject(Subject(client_id=client), form_id=CLIENT_FORM):
        source = vault.revisions.heads if now else vault.revisions.history
        for revision in source(document.document_id):
            if revision.counted and is_safe_house(revision.flat()):
                return True
    return False


def is_safe_house(answers: FlatAnswers) -> bool:
    """Say whether a client record (flat answers) has an address in the safe house."""
    rows = [row for value in answers.values() if isinstance(value, list) for row in value]
    return any(each.get("addr_kind") == SAFE_HOUSE for each in (answers, *rows))


def writers(vault: Vault, document_id: str) -> frozenset[str]:
    """Return who wrote a document since its last approval, authors of merges included."""
    history = vault.revisions.history(document_id)
    objects = DocumentObjects(
        parents={each.revision_id: each.header.parents for each in history if each.counted},
        reviews=vault.reviews.of_document(document_id),
    )
    return authors_since_approval(
        objects, {each.revision_id: each.header.author_id for each in history}
    )


def writers_before(
    revision_id: str, history: Mapping[str, Revision], reviews: Iterable[Review]
) -> frozenset[str]:
    """Return who wrote up to one revision since the approval before it: its four-eyes set."""
    parents: Parents = {each: history[each].header.parents for each in history}
    line = {revision_id} | ancestors(parents, revision_id)
    objects = DocumentObjects(
        parents={each: parents[each] for each in line if each in parents},
        reviews=tuple(review for review in reviews if review.revision_id != revision_id),
    )
    return authors_since_approval(
        objects, {each: history[each].header.author_id for each in line if each in history}
    )


def _documents(vault: Vault, case_id: str, client_id: str, form_id: str) -> list[str]:
    if case_id:
        found = vault.documents.by_case(case_id, form_id=form_id)
    elif client_id:
        found = vault.documents.by_subject(Subject(client_id=client_id), form_id=form_id)
    else:
        found = ()
    return [document.document_id for document in found]


def _client_of(vault: Vault, case_id: str) -> str:
    """Return the client of a case by a record that counts; by any document before there is one."""
    known = read_circle(vault, case_id, "").clients
    return min(known, default="") or next(
        (each.subject.client_id for each in vault.documents.by_case(case_id)), ""
    )
