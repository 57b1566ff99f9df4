"""What one may share: the signed documents of some cases, and which of them are new to somebody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from outreach_app.domain.answers import flatten
from outreach_app.domain.documents import Document, Subject
from outreach_app.domain.states import State
from outreach_app.domain.values import first_text, parse_day, text_of
from outreach_app.services.case_files import documents_of
from outreach_app.services.case_words import KIND_QUESTIONS, CaseWords, spoken_reference_of
from outreach_app.services.exchange.selection import is_kept_back
from outreach_app.services.listed_cases import list_cases
from outreach_app.services.naming import client_references
from outreach_app.services.permission import Reader
from outreach_app.services.sharing.returning import GoingBack, going_back
from outreach_app.services.workspace import Workspace
from outreach_app.store.lists import DocumentLine

_KINDS = {**KIND_QUESTIONS, "agency_involvement": "agency_kind"}
_DETAILS = {
    "agency_involvement": ("agency_name",),
    "consent": ("con_purpose",),
    "referral": ("ref_key",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A signed document that may go.

    Attributes:
        reference: By what its case or client is called; never a name.
        title: Which form, and of which kind.
        detail: By what one tells it from others of its kind, "" for nothing.
        kept_back: The writer wanted it kept out of bundles; it goes only when it is chosen.
        state: What was last said about it, None while nobody said anything.
        parts: Names of the parts that its newest versions hold here.
    """

    document: Document
    reference: str
    title: str
    detail: str
    on: date | None
    state: State | None
    kept_back: bool
    parts: frozenset[str]


def offered(workspace: Workspace, subjects: Iterable[Subject]) -> tuple[Offered, ...]:
    """Return every signed document of some cases that the person may read, the newest first."""
    words = CaseWords(workspace)
    reader = Reader(workspace.sitting)
    found: dict[str, Offered] = {}
    for subject in subjects:
        reference = spoken_reference_of(workspace, subject)
        known = {
            line.document_id: line
            for line in workspace.vault.lists.documents(client_id=subject.client_id)
        }
        lines = {
            document.document_id: line
            for document in documents_of(workspace.vault, subject)
            if (line := known.get(document.document_id)) is not None
            and reader.sight(document) is not None
        }
        newest_first = sorted(lines, key=lambda each: lines[each].on_date, reverse=True)
        for document_id in newest_first:
            offer = _offer(workspace, words, reference, lines[document_id])
            found.setdefault(document_id, offer)
    return tuple(found.values())


def offered_documents(workspace: Workspace, document_ids: Iterable[str]) -> tuple[Offered, ...]:
    """Return those of some signed documents that the person may read, by case."""
    words = CaseWords(workspace)
    reader = Reader(workspace.sitting)
    references = client_references(workspace.vault)
    found = []
    for document_id in document_ids:
        line = workspace.vault.lists.document(document_id)
        document = workspace.vault.documents.get(document_id)
        if line is not None and reader.sight(document) is not None:
            subject = Subject(client_id=line.client_id, case_id=line.case_id)
            reference = references.get(line.client_id) or spoken_reference_of(workspace, subject)
            found.append(_offer(workspace, words, reference, line))
    return tuple(sorted(found, key=lambda each: (each.reference, each.on is None, each.on)))


def _offer(workspace: Workspace, words: CaseWords, reference: str, line: DocumentLine) -> Offered:
    document = workspace.vault.documents.get(line.document_id)
    heads = workspace.vault.revisions.heads(line.document_id)
    answers = flatten(heads[0].answers()) if heads else {}
    question = _KINDS.get(line.form_id, "")
    kind = words.choice(line.form_id, question, text_of(answers, question)) if question else ""
    title = words.form(line.form_id)
    return Offered(
        document=document,
        reference=reference,
        title=f"{title}: {kind}" if kind else title,
        detail=first_text(answers, _DETAILS.get(line.form_id, ())),
        on=parse_day(line.on_date[:10]),
        state=_state(line),
        kept_back=is_kept_back(workspace.sitting, document),
        parts=frozenset(
            name for head in heads for name, part in head.parts.items() if part.answers
        ),
    )


def _state(line: DocumentLine) -> State | None:
    """Return what reviews say, from the lists alone."""
    said = (
        (line.returned, State.RETURNED),
        (line.countersigned, State.COUNTERSIGNED),
        (line.approved, State.APPROVED),
        (line.stale, State.STALE),
    )
    return next((state for holds, state in said if holds), None)


def only_here(workspace: Workspace) -> tuple[str, ...]:
    """Return the documents that no bundle has carried, of the cases that the person may see."""
    lines = [each.line for each in list_cases(workspace.sitting).cases]
    readable = {line.case_id for line in lines}
    clients = {line.client_id for line in lines}
    documents = workspace.vault.documents
    return tuple(
        each
        for each in workspace.vault.carried.only_here()
        if (subject := documents.get(each).subject).case_id in readable
        or (not subject.case_id and subject.client_id in clients)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """What could go back to one colleague, and what waits to.

    Attributes:
        document_ids: Documents of their cases with a version or a review that they lack, and those
            of theirs that one has said something about.
        waits: What the inbox names: one's own reviews that were never sent, and confirmations.
    """

    document_ids: tuple[str, ...]
    waits: GoingBack

    @property
    def person_id(self) -> str:
        """Whom it is for."""
        return self.waits.person_id


def returns(workspace: Workspace) -> tuple[Return, ...]:
    """Return for everybody who works on a case here, or is to hear something, what they lack."""
    lines = workspace.vault.lists.cases()
    vault, me = workspace.vault, workspace.sitting.me.person_id
    waiting = {each.person_id: each for each in going_back(workspace.sitting)}
    people = {each for line in lines for each in (line.caseworker, line.second_worker)}
    found = []
    for person_id in sorted({*people, *waiting} - {"", me}):
        waits = waiting.get(person_id, GoingBack(person_id=person_id))
        cases = {
            line.case_id: line.client_id
            for line in lines
            if person_id in {line.caseworker, line.second_worker}
        }
        theirs = {
            document_id
            for document_id in vault.carried.new_to(person_id)
            if _belongs(vault.documents.get(document_id).subject, cases)
        }
        document_ids = tuple(sorted(theirs | waits.document_ids))
        if document_ids or waits.receipts:
            found.append(Return(document_ids=document_ids, waits=waits))
    return tuple(found)


def _belongs(subject: Subject, cases: Mapping[str, str]) -> bool:
    if subject.case_id:
        return subject.case_id in cases
    return subject.client_id in cases.values()
