"""The round: each resident seen or not, at a time, by somebody; one signature for all of it.

A tick is a short contact note. It is on the disk as soon as it is set, and counts when it is signed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from outreach_app.domain.answers import flatten
from outreach_app.domain.documents import Document, Revision, Subject
from outreach_app.domain.shifts import shift_start
from outreach_app.domain.values import parse_instant, text_of
from outreach_app.services.case_words import CaseWords
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import Reader
from outreach_app.services.sitting import Signer
from outreach_app.services.workspace import Workspace

NOTE = "contact_note"
NIGHT_NOTE = "night_note"
SEEN, NOT_SEEN = "Round: seen, all right.", "Round: not seen."
_FACTS = "note_content/note_facts"
_SAFE = {SEEN: "yes", NOT_SEEN: "unknown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One look at one resident.

    Attributes:
        at: Local time; None when not known.
        by: Initials.
        is_signed: It is part of the record; before, it is a draft of the person who sits here.
    """

    document_id: str
    case_id: str
    at: datetime | None
    by: str
    seen: bool
    is_signed: bool


def begin_night_note(workspace: Workspace, subject: Subject) -> OpenDocument:
    """Begin a night note about a resident.

    Raises:
        NotAllowed: The role does not write notes here.
    """
    opened = workspace.casework.begin(NOTE, subject)
    opened.set_answer("note_about/note_kind", NIGHT_NOTE)
    opened.set_answer("note_about/note_place_type", "safe_house")
    return opened


def tick(workspace: Workspace, subject: Subject, *, seen: bool) -> Tick:
    """Note that a resident was seen on the round, or not; an open tick of theirs is changed.

    Raises:
        NotAllowed: The role does not write notes here.
    """
    known = {each.case_id: each for each in open_ticks(workspace)}
    if subject.case_id in known:
        take_back(workspace, known[subject.case_id])
    opened = begin_night_note(workspace, subject)
    words = SEEN if seen else NOT_SEEN
    opened.set_answer(_FACTS, words)
    opened.set_answer("note_close/note_safe", _SAFE[words])
    return _tick_of(workspace, opened.document)


def take_back(workspace: Workspace, ticked: Tick) -> None:
    """Give up a tick that is not signed."""
    workspace.casework.discard(ticked.document_id)


def open_ticks(workspace: Workspace) -> tuple[Tick, ...]:
    """Return the ticks of the person who sits here that are not signed yet."""
    return tuple(
        _tick_of(workspace, each)
        for each in workspace.vault.drafts.mine()
        if is_tick(workspace, each)
    )


def is_tick(workspace: Workspace, document: Document) -> bool:
    """Say whether one's own draft is a tick of the round, with nothing else written in it."""
    if document.form_id != NOTE:
        return False
    answers = flatten(workspace.vault.drafts.load(document.document_id).answers)
    return text_of(answers, "note_facts") in _SAFE


def _tick_of(workspace: Workspace, document: Document) -> Tick:
    answers = flatten(workspace.vault.drafts.load(document.document_id).answers)
    return Tick(
        document_id=document.document_id,
        case_id=document.subject.case_id,
        at=_local(text_of(answers, "note_datetime")),
        by=workspace.sitting.me.initials,
        seen=text_of(answers, "note_facts") == SEEN,
        is_signed=False,
    )


def round_plans(workspace: Workspace) -> tuple[OpenDocument, ...]:
    """Return the open ticks as documents, to be shown before they are signed."""
    return tuple(workspace.casework.resume(each.document_id) for each in open_ticks(workspace))


def sign_round(workspace: Workspace, signer: Signer) -> tuple[Revision, ...]:
    """Sign every open tick.

    Raises:
        Refusal: As of `Casework.sign`; before any tick is signed, if one may not be.
    """
    opened = round_plans(workspace)
    for each in opened:
        workspace.casework.require_ready(each)
    return tuple(workspace.casework.sign(each, signer) for each in opened)


def ticks_of_shift(workspace: Workspace) -> tuple[Tick, ...]:
    """Return the signed ticks of this shift that the person may read, oldest first."""
    words = CaseWords(workspace)
    found = []
    for document, revision in notes_of_shift(workspace):
        answers = flatten(revision.answers())
        facts = text_of(answers, "note_facts")
        if facts in _SAFE:
            found.append(
                Tick(
                    document_id=document.document_id,
                    case_id=document.subject.case_id,
                    at=_local(text_of(answers, "note_datetime")),
                    by=words.initials(revision.header.author_id),
                    seen=facts == SEEN,
                    is_signed=True,
                )
            )
    return tuple(found)


def notes_of_shift(workspace: Workspace) -> Iterator[tuple[Document, Revision]]:
    """Yield the contact notes since this shift began that the person may read, oldest first."""
    sitting = workspace.sitting
    since = shift_start(sitting.now().astimezone(CASEWORK_ZONE))
    reader = Reader(sitting)
    first = (since - timedelta(days=1)).date().isoformat()
    for line in sitting.vault.lists.documents(form_id=NOTE):
        if line.on_date < first:
            continue
        moment = parse_instant(line.on_date)
        if moment is None or moment < since:
            continue
        document = sitting.vault.documents.get(line.document_id)
        sight = reader.sight(document)
        heads = sitting.vault.revisions.heads(line.document_id)
        if sight is not None and heads:
            yield document, sight.of(heads[-1])


def _local(instant: str) -> datetime | None:
    moment = parse_instant(instant)
    return moment.astimezone(CASEWORK_ZONE) if moment is not None else None
