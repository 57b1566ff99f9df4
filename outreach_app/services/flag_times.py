"""The open safety flags of a case with the time since each was set, for whoever may read them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from outreach_app.domain.documents import Subject
from outreach_app.domain.flags import label_of
from outreach_app.domain.values import parse_instant
from outreach_app.phrases import phrase
from outreach_app.services.permission import Reader
from outreach_app.services.workspace import Workspace
from outreach_app.store.errors import UnknownDocument

_IN_HOURS = timedelta(days=3)
"""So long the time since is said in hours; then in days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagTime:
    """One open flag.

    Attributes:
        words: What people call it.
        set_at: None where nobody wrote when.
    """

    document_id: str
    words: str
    set_at: datetime | None


def flag_times(workspace: Workspace, subject: Subject) -> tuple[FlagTime, ...]:
    """Return the open flags of a case, the oldest first; nothing of what one may not read."""
    lines = workspace.vault.lists.flags(subject.case_id, only_open=True) if subject.case_id else ()
    if not lines:
        return ()
    reader, documents = Reader(workspace.sitting), workspace.vault.documents
    return tuple(
        FlagTime(
            document_id=line.document_id,
            words=label_of(line.flag_code),
            set_at=parse_instant(line.set_at),
        )
        for line in lines
        if reader.sight(documents.get(line.document_id)) is not None
    )


def case_about(workspace: Workspace, subject: Subject | None, document_id: str) -> Subject | None:
    """Return the case that a page is about: its own, or that of the document that it shows."""
    if subject is not None or not document_id:
        return subject
    try:
        return workspace.vault.documents.get(document_id).subject
    except UnknownDocument:
        return None


def time_since(set_at: datetime, now: datetime) -> str:
    """Return for how long a flag has been open: ``for 14 hours``."""
    passed = now - set_at
    hours = int(passed / timedelta(hours=1))
    if hours < 1:
        return phrase("for less than an hour")
    if passed <= _IN_HOURS:
        return phrase("for %n hour(s)", count=hours)
    return phrase("for %n day(s)", count=passed.days)
