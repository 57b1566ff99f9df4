"""What waits for a supervisor, what changed since they last looked, and the states of documents."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum

from outreach_app.domain.authority import CaseAccess, Verb, may
from outreach_app.domain.documents import Revision
from outreach_app.domain.levels import RiskLevel, parse_level
from outreach_app.domain.lineage import ancestors
from outreach_app.domain.risk import needs_countersign
from outreach_app.domain.states import DocumentObjects, State, document_states, headline
from outreach_app.engine.definition import FormDefinition
from outreach_app.services.access import CASE_FORM, access_of, writers
from outreach_app.services.comparing import Differing, differing
from outreach_app.services.errors import UnknownDocument, UnknownRevision
from outreach_app.services.first_records import open_contests
from outreach_app.services.instants import read_instant
from outreach_app.services.permission import require_sight
from outreach_app.services.sitting import Sitting
from outreach_app.store.lists import AssessmentLine, DocumentLine

ASSESSMENT, FLAG, REFERRAL, EXIT = "risk_assessment", "safety_flag", "referral", "exit_checklist"
_CHILD = "child_safeguarding"
_URGENT = (ASSESSMENT, FLAG, REFERRAL, EXIT)


class Urgency(IntEnum):
    """Why a document waits for somebody, the most urgent first."""

    CONTESTED_CASE = 0
    FLAG = 1
    VERY_HIGH = 2
    HIGH = 3
    COUNTERSIGN = 4
    APPROVAL = 5
    CHILD_REFERRAL = 6
    CONFLICT = 7
    OVERRIDE_LOWER = 8
    EXIT = 9
    RETURNED = 10
    REST = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingItem:
    """One document that waits for the unlocked person.

    Attributes:
        revision_ids: Its newest versions; more than one in a conflict.
        author_id: Who signed the newest of them, at `signed_at`.
        level: Effective level of an assessment, "" for other forms.
    """

    urgency: Urgency
    document_id: str
    form_id: str
    client_id: str
    case_id: str
    revision_ids: tuple[str, ...]
    author_id: str
    signed_at: str
    level: str = ""


Confirmed = frozenset[tuple[str, str]]
"""Bundles with who has confirmed them."""


def document_objects(
    sitting: Sitting, document_id: str, confirmed: Confirmed | None = None
) -> DocumentObjects:
    """Return everything that the state of a document is derived from.

    Args:
        sitting: The unlocked vault.
        document_id: Which document.
        confirmed: Of every receipt its bundle and who gave it; read here when not given.
    """
    vault = sitting.vault
    if confirmed is None:
        confirmed = _confirmed(sitting)
    history = vault.revisions.history(document_id)
    counted = {each.revision_id: each.header.parents for each in history if each.counted}
    travels = vault.carried.travels(document_id)
    exported = {each.revision_id for each in travels if not each.came}
    received = {
        each.revision_id
        for each in travels
        if each.came or (each.bundle_id, each.recipient_id) in confirmed
    }
    return DocumentObjects(
        parents=counted,
        reviews=vault.reviews.of_document(document_id),
        exported=frozenset(exported),
        received=frozenset(received),
        has_draft=bool(vault.drafts.authors(document_id)),
        needs_second_person=any(
            _asks_for_second(each) for each in history if each.revision_id in counted
        ),
    )


def _asks_for_second(revision: Revision) -> bool:
    if revision.header.form_id != ASSESSMENT:
        return False
    flat = revision.flat()
    return needs_countersign(
        parse_level(str(flat.get("indicated_level", ""))),
        parse_level(str(flat.get("overall_level", ""))),
    )


def _confirmed(sitting: Sitting) -> Confirmed:
    return frozenset((each.bundle_id, each.by_id) for each in sitting.vault.bundles.receipts())


def document_state(sitting: Sitting, document_id: str) -> State:
    """Return the one state that a list shows for a document; derived, never stored."""
    return headline(document_states(document_objects(sitting, document_id)))


class StatesOfDocuments:
    """Tells the states of several documents; receipts are read once."""

    def __init__(self, sitting: Sitting) -> None:
        """Read the receipts."""
        self._sitting = sitting
        self._confirmed = _confirmed(sitting)

    def of(self, document_id: str) -> State:
        """Return the one state that a list shows for a document."""
        return headline(
            document_states(document_objects(self._sitting, document_id, self._confirmed))
        )


def states_of_documents(sitting: Sitting, document_ids: Iterable[str]) -> dict[str, State]:
    """Return the state of each of several documents."""
    states = StatesOfDocuments(sitting)
    return {each: states.of(each) for each in document_ids}


def review_list(sitting: Sitting, *, with_rest: bool = True) -> tuple[WaitingItem, ...]:
    """Return what waits for the unlocked person, the most urgent first, then the oldest.

    For who may approve: what nobody has judged yet and they did not write themselves, and
    conflicts. For everybody: what was returned to them.

    Args:
        sitting: The unlocked vault.
        with_rest: Include what has no urgency of its own, such as notes.
    """
    me = sitting.me
    lines = sitting.vault.lists.unjudged(
        me.person_id,
        anybodys=any(
            may(me.person_id, me.role, Verb.APPROVE, CaseAccess(form_id=each)).allowed
            for each in _URGENT
        ),
        form_ids=() if with_rest else _URGENT,
    )
    if not lines:
        return tuple(_contested(sitting))
    facts = _Facts(sitting)
    waiting = (_item(facts, line) for line in lines)
    found = [each for each in waiting if each is not None] + _contested(sitting)
    return tuple(
        sorted(
            (each for each in found if with_rest or each.urgency is not Urgency.REST),
            key=lambda item: (item.urgency, item.signed_at, item.document_id),
        )
    )


class _Facts:
    """What the lists say about many documents, read once."""

    def __init__(self, sitting: Sitting) -> None:
        lists = sitting.vault.lists
        self.sitting = sitting
        self.assessments = {line.document_id: line for line in lists.assessments()}
        self.open_flags = {line.document_id for line in lists.flags(only_open=True)}
        self.referrals = {line.document_id: line.ref_kind for line in lists.referrals()}

    def urgency(self, line: DocumentLine) -> Urgency:
        """Say why a document would wait."""
        if line.head_count > 1:
            return Urgency.CONFLICT
        if self.referrals.get(line.document_id) == _CHILD:
            return Urgency.CHILD_REFERRAL
        if line.document_id in self.open_flags:
            return Urgency.FLAG
        return _urgency(line, self.assessments.get(line.document_id))

    def level(self, line: DocumentLine) -> str:
        """Return the effective level of an assessment, "" for other forms."""
        found = self.assessments.get(line.document_id)
        return found.effective_level if found is not None else ""


def _contested(sitting: Sitting) -> list[WaitingItem]:
    """Return the cases whose first records contradict each other, for who may decide it."""
    me = sitting.me
    found = []
    for contest in open_contests(sitting.vault):
        authors = frozenset(each.revision.header.author_id for each in contest.records)
        access = CaseAccess(form_id=CASE_FORM, authors=authors)
        if may(me.person_id, me.role, Verb.APPROVE, access).allowed:
            standing = next(each.revision for each in contest.records if each.stands)
            found.append(
                WaitingItem(
                    urgency=Urgency.CONTESTED_CASE,
                    document_id=standing.header.document_id,
                    form_id=CASE_FORM,
                    client_id=standing.header.subject.client_id,
                    case_id=contest.case_id,
                    revision_ids=tuple(each.revision.revision_id for each in contest.records),
                    author_id=standing.header.author_id,
                    signed_at=standing.header.signed_at,
                )
            )
    return found


def _urgency(line: DocumentLine, assessment: AssessmentLine | None) -> Urgency:
    if assessment is not None:
        return _urgency_of_level(assessment)
    return {REFERRAL: Urgency.APPROVAL, EXIT: Urgency.EXIT}.get(line.form_id, Urgency.REST)


def _urgency_of_level(line: AssessmentLine) -> Urgency:
    indicated, overall = parse_level(line.indicated_level), parse_level(line.overall_level)
    effective = parse_level(line.effective_level)
    if effective is RiskLevel.VERY_HIGH:
        return Urgency.VERY_HIGH
    if effective is RiskLevel.HIGH:
        return Urgency.HIGH
    if indicated is None or overall is None or indicated == overall:
        return Urgency.REST
    return Urgency.COUNTERSIGN if overall > indicated else Urgency.OVERRIDE_LOWER


def _item(facts: _Facts, line: DocumentLine) -> WaitingItem | None:
    sitting = facts.sitting
    urgency = facts.urgency(line)
    if line.returned and line.head_count == 1:
        urgency = Urgency.RETURNED
    elif not _may_judge(facts, line, urgency):
        return None
    return WaitingItem(
        urgency=urgency,
        document_id=line.document_id,
        form_id=line.form_id,
        client_id=line.client_id,
        case_id=line.case_id,
        revision_ids=sitting.vault.revisions.head_ids(line.document_id),
        author_id=line.author_id,
        signed_at=line.signed_at,
        level=facts.level(line),
    )


def _may_judge(facts: _Facts, line: DocumentLine, urgency: Urgency) -> bool:
    """Say whether the person could decide it: merging needs the right to sign, the rest to judge."""
    sitting, me = facts.sitting, facts.sitting.me
    if urgency is Urgency.CONFLICT:
        access = access_of(
            sitting, line.case_id, me.person_id, form_id=line.form_id, client_id=line.client_id
        )
        return may(me.person_id, me.role, Verb.SIGN, access).allowed
    kind = facts.referrals.get(line.document_id, "") if line.form_id == REFERRAL else ""
    access = CaseAccess(form_id=line.form_id, referral_kind=kind)
    if not may(me.person_id, me.role, Verb.APPROVE, access).allowed:
        return False
    one = line.revision_count == 1
    authors = {line.author_id} if one else writers(sitting.vault, line.document_id)
    access = replace(access, authors=frozenset(authors))
    return may(me.person_id, me.role, Verb.APPROVE, access).allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a version changed.

    Attributes:
        revision_id: The version.
        since: The version it is compared with, "" for the first.
        reviewed: The person had a word about `since`; else it is the version before.
    """

    revision_id: str
    since: str
    reviewed: bool
    differing: tuple[Differing, ...]


def changes_since_review(
    sitting: Sitting,
    definition: Callable[[str], FormDefinition],
    document_id: str,
    revision_id: str = "",
    references: Mapping[str, str] | None = None,
) -> Changes:
    """Return what changed per question since the person last had a word about the document.

    Args:
        sitting: The unlocked vault.
        definition: Returns a form by its hash.
        document_id: Which document.
        revision_id: Which version; the newest when left out.
        references: Words of the ids that answers may hold.

    Raises:
        UnknownDocument: Nothing signed is held of it.
        UnknownRevision: It has no such version.
        NotAllowed: The person may not read it.
    """
    history = {each.revision_id: each for each in sitting.vault.revisions.history(document_id)}
    if not history:
        raise UnknownDocument(name=document_id)
    sight = require_sight(sitting, sitting.vault.documents.get(document_id))
    target = _target(sitting, history, document_id, revision_id)
    older = ancestors({each: history[each].header.parents for each in history}, target.revision_id)
    spoken = {
        review.revision_id
        for review in sitting.vault.reviews.of_document(document_id)
        if review.reviewer_id == sitting.me.person_id and review.revision_id in older
    }
    known = [history[each] for each in spoken if each in history]
    parents = [history[each] for each in target.header.parents if each in history]
    before = max(known or parents, key=_age, default=None)
    return Changes(
        revision_id=target.revision_id,
        since=before.revision_id if before else "",
        reviewed=bool(known),
        differing=differing(
            definition(target.header.form_hash),
            sight.of(before).answers() if before else {},
            sight.of(target).answers(),
            references,
        ),
    )


def _target(
    sitting: Sitting, history: dict[str, Revision], document_id: str, revision_id: str
) -> Revision:
    if revision_id and revision_id not in history:
        raise UnknownRevision(name=revision_id)
    if revision_id:
        return history[revision_id]
    heads = sitting.vault.revisions.heads(document_id)
    if not heads:
        raise UnknownDocument(name=document_id)
    return max(heads, key=_age)


def _age(revision: Revision) -> tuple[datetime, str]:
    return read_instant(revision.header.signed_at), revision.revision_id
