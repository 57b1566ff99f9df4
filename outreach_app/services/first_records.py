"""First records of one case that contradict each other: who claims it, and which of them stands.

The first record of a case says who belongs to it and whose case it is; everything else in the case
is judged by it. Where two claim to be the first, neither of which was made from the other, the one
that came first stands until a supervisor who wrote neither approves one of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from outreach_app.domain.authority import NOT_SHARED, CaseAccess, Verb
from outreach_app.domain.documents import Review, ReviewVerb, Revision, Subject
from outreach_app.services.access import CASE_FORM, named_in
from outreach_app.services.errors import NoContest, UnknownRevision
from outreach_app.services.judgement import (
    OTHER_CLIENT,
    STANDS_BEFORE,
    Definitions,
    newest_upholding,
)
from outreach_app.services.permission import require_case
from outreach_app.services.restating import Restated, Restating
from outreach_app.services.revising import ReviewFacts, make_review
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.store.vault import Vault

_WHY = (NOT_SHARED, OTHER_CLIENT)
_WORD = "This first record of the case stands."


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRecord:
    """One claim to be the first record of a case.

    Attributes:
        people: Whom it names as the people of the case.
        stands: The case is judged by it.
        upheld: A supervisor decided that it stands.
    """

    revision: Revision
    people: frozenset[str]
    stands: bool
    upheld: bool

    @property
    def client_id(self) -> str:
        """Return whose case it says it is."""
        return self.revision.header.subject.client_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """The first records of one case, by the time they came.

    Attributes:
        settled: A supervisor decided which one stands, and has seen all of them.
    """

    case_id: str
    records: tuple[FirstRecord, ...]
    settled: bool


def contest_of(vault: Vault, case_id: str) -> Contest | None:
    """Return the first records of a case if they contradict each other, None if they do not."""
    roots = [
        revision
        for document in vault.documents.by_case(case_id, form_id=CASE_FORM)
        for revision in vault.revisions.history(document.document_id)
        if not revision.header.parents
    ]
    rivals = [each for each in roots if each.not_counted in _WHY]
    standing = [each for each in roots if each.counted]
    if not rivals or not standing:
        return None
    decision = newest_upholding(vault, case_id)
    upheld = decision.revision_id if decision is not None else ""
    claims = sorted((*standing, *rivals), key=_came)
    return Contest(
        case_id=case_id,
        records=tuple(
            FirstRecord(
                revision=each,
                people=named_in(each.flat()),
                stands=each.counted,
                upheld=each.revision_id == upheld,
            )
            for each in claims
        ),
        settled=decision is not None
        and {each.revision_id for each in claims} <= {upheld, *_set_aside(decision)},
    )


def _came(claim: Revision) -> tuple[str, bool, str]:
    return claim.received_at, not claim.counted, claim.revision_id


def _set_aside(decision: Review) -> list[str]:
    return decision.answers[STANDS_BEFORE].split()


def open_contests(vault: Vault) -> tuple[Contest, ...]:
    """Return the contests of all cases about which no supervisor has decided yet."""
    documents = {each for why in _WHY for each in vault.revisions.documents_not_counted(why)}
    held = (vault.documents.get(each) for each in documents)
    cases = {each.subject.case_id for each in held if each.form_id == CASE_FORM}
    found = (contest_of(vault, case_id) for case_id in sorted(cases))
    return tuple(each for each in found if each is not None and not each.settled)


def uphold(
    sitting: Sitting,
    signer: Signer,
    case_id: str,
    revision_id: str,
    definitions: Definitions,
) -> Restated:
    """Decide, by a signed approval, which first record of a case stands; judge the case again.

    Args:
        sitting: The unlocked vault.
        signer: The supervisor's key.
        case_id: Which case.
        revision_id: The first record that stands from now on.
        definitions: Returns a form by its hash, None while it is not held.

    Returns:
        What counts now and did not before, and the other way round.

    Raises:
        NoContest: No first records of the case contradict each other.
        UnknownRevision: It is none of them.
        NotAllowed: The role does not decide it, or the person wrote one of them.
    """
    contest = contest_of(sitting.vault, case_id)
    if contest is None:
        raise NoContest
    chosen = next((c for c in contest.records if c.revision.revision_id == revision_id), None)
    if chosen is None:
        raise UnknownRevision(name=revision_id)
    authors = frozenset(each.revision.header.author_id for each in contest.records)
    sitting.require(Verb.APPROVE, CaseAccess(form_id=CASE_FORM, authors=authors))
    document_id = chosen.revision.header.document_id
    others = {each.revision.revision_id for each in contest.records} - {revision_id}
    made = make_review(
        ReviewFacts(
            revision_id=revision_id,
            document_id=document_id,
            verb=ReviewVerb.APPROVE,
            signed_at=sitting.instant(),
            text=_WORD,
            answers={STANDS_BEFORE: " ".join(sorted(others))},
        ),
        signer,
    )
    act = sitting.act("case.first_record_upheld", case=case_id, revision=revision_id)
    with sitting.vault.transaction(act):
        sitting.vault.reviews.add(made, received_at=made.signed_at)
        return Restating(sitting, definitions).documents(documents_around(sitting.vault, case_id))


def documents_around(vault: Vault, case_id: str) -> tuple[str, ...]:
    """Return what is judged by the records of a case: its documents, its claimed clients'."""
    of_case = vault.documents.by_case(case_id)
    clients = {each.subject.client_id for each in of_case}
    of_clients = (
        each
        for client_id in sorted(clients)
        for each in vault.documents.by_subject(Subject(client_id=client_id))
        if not each.subject.case_id
    )
    return tuple({each.document_id: None for each in (*of_case, *of_clients)})


def documents_decided(vault: Vault, reviews: Iterable[Review]) -> tuple[str, ...]:
    """Return what has to be judged again because of reviews that came: those of contested cases."""
    cases = set()
    for review in reviews:
        document = vault.documents.get(review.document_id)
        if document.form_id == CASE_FORM and contest_of(vault, document.subject.case_id):
            cases.add(document.subject.case_id)
    return tuple(each for case_id in sorted(cases) for each in documents_around(vault, case_id))


def require_reading(sitting: Sitting, contest: Contest) -> None:
    """Refuse whoever may not read the case, or decide about it, to see all of its first records.

    Raises:
        NotAllowed: The role reads no cases but its own; the attempt is in the journal.
    """
    for record in contest.records:
        subject = record.revision.header.subject
        require_case(sitting, subject, Verb.READ, Verb.APPROVE, form_id=CASE_FORM)
