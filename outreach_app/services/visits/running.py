"""The visit of a person: started from a case, kept in the vault until they check in.

It stands in the vault, so that a lock or a new start of the window loses nothing; it is a convenience
of one laptop, not signed and never shared. What stays is the contact note that checking in begins.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from outreach_app.domain.documents import Subject
from outreach_app.domain.values import text_of
from outreach_app.domain.visits import LONGEST_MIN, SHORTEST_MIN, Alone, Visit
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.instants import CASEWORK_ZONE, read_instant, write_instant
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sitting import Sitting
from outreach_app.services.visits.errors import (
    NeedsAgreement,
    NotAlone,
    NoVisit,
    NoVisitsToClient,
    VisitPlaceMissing,
    VisitTooLong,
    VisitUnderWay,
)
from outreach_app.services.visits.terms import visit_terms
from outreach_app.services.workspace import Workspace

_FORMAT = 1
_NOTE = "contact_note"
_ABOUT, _FACTS = "note_about", "note_content/note_facts"
_TEXTS = ("client_id", "case_id", "place", "companion", "agreed_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitOrder:
    """What somebody says before they go.

    Attributes:
        place: Where, in a word that the organisation agreed; never an address.
        companion: With whom, "" alone.
        agreed_by: Which manager agreed to going alone, "" where nobody had to.
    """

    place: str
    minutes: int
    companion: str = ""
    agreed_by: str = ""


def start_visit(workspace: Workspace, subject: Subject, order: VisitOrder) -> Visit:
    """Start the timer of a visit; on the disk when the call returns.

    Raises:
        NotAllowed: The person writes no contact notes in this case.
        VisitUnderWay: There is one already.
        NoVisitsToClient, NotAlone, NeedsAgreement: The rules for this client do not allow it so.
        VisitPlaceMissing, VisitTooLong: The order is not complete.
    """
    terms = visit_terms(workspace, subject)
    sitting = workspace.sitting
    if running_visit(sitting) is not None:
        raise VisitUnderWay
    if terms.alone is Alone.NO_VISITS:
        raise NoVisitsToClient
    if not order.place.strip():
        raise VisitPlaceMissing
    if not order.companion.strip():
        if terms.alone is Alone.NO:
            raise NotAlone
        if terms.alone is Alone.AGREED and not order.agreed_by.strip():
            raise NeedsAgreement
    _require_minutes(order.minutes)
    now = sitting.now()
    visit = Visit(
        client_id=subject.client_id,
        case_id=subject.case_id,
        place=order.place.strip(),
        companion=order.companion.strip(),
        agreed_by=order.agreed_by.strip(),
        started_at=now,
        back_by=now + timedelta(minutes=order.minutes),
    )
    _keep(sitting, visit)
    return visit


def running_visit(sitting: Sitting) -> Visit | None:
    """Return the visit on which the unlocked person is, None for none."""
    text = sitting.vault.properties.get(_name(sitting))
    if not text:
        return None
    try:
        fields = json.loads(text)
        if fields["format"] != _FORMAT:
            return None
        texts = {name: str(fields[name]) for name in _TEXTS}
        started, back = read_instant(fields["started_at"]), read_instant(fields["back_by"])
    except (ValueError, KeyError, TypeError):
        # Of another version of the program: whoever is out is told nothing rather than something wrong.
        return None
    return Visit(**texts, started_at=started, back_by=back)


def lengthen_visit(sitting: Sitting, minutes: int) -> Visit:
    """Expect the call so many minutes from now.

    Raises:
        NoVisit: There is none.
        VisitTooLong: Too few or too many minutes.
    """
    visit = running_visit(sitting)
    if visit is None:
        raise NoVisit
    _require_minutes(minutes)
    longer = visit.longer(sitting.now(), minutes)
    _keep(sitting, longer)
    return longer


def check_in(workspace: Workspace) -> OpenDocument:
    """End the visit and begin its contact note; called twice after a power cut, it begins one note.

    Raises:
        NoVisit: There is none.
        NotAllowed: The person does not write notes in the case any more; the visit goes on.
    """
    sitting = workspace.sitting
    visit = running_visit(sitting)
    if visit is None:
        raise NoVisit
    now = sitting.now()
    opened = _note_of(workspace, visit)
    opened.set_answer(f"{_ABOUT}/note_datetime", _written(visit.started_at))
    opened.set_answer(f"{_ABOUT}/note_kind", "visit")
    opened.set_answer(f"{_ABOUT}/note_duration_min", str(min(visit.lasted_minutes(now), 1440)))
    opened.set_answer(_FACTS, _facts(visit, now))
    with sitting.vault.database.transaction():
        sitting.vault.properties.set(_name(sitting), "")
    return opened


def _note_of(workspace: Workspace, visit: Visit) -> OpenDocument:
    subject = Subject(client_id=visit.client_id, case_id=visit.case_id)
    for document in workspace.vault.drafts.mine():
        if (document.form_id, document.subject) == (_NOTE, subject):
            opened = workspace.casework.resume(document.document_id)
            answers = opened.answers()
            same = text_of(answers, "note_datetime") == _written(visit.started_at)
            if same and text_of(answers, "note_kind") in {"visit", ""}:
                return opened
    return workspace.casework.begin(_NOTE, subject)


def _facts(visit: Visit, now: datetime) -> str:
    """Return what the timer knows of a visit, for its note."""
    late = visit.late_minutes(now)
    called = phrase("Checked in at {time}.", time=clock_words(now))
    if late:
        called = phrase(
            "Checked in at {time}, %n minute(s) late.", count=late, time=clock_words(now)
        )
    alone = phrase("Alone.")
    if visit.companion:
        alone = phrase("With {who}.", who=visit.companion)
    elif visit.agreed_by:
        alone = phrase("Alone; {who} agreed.", who=visit.agreed_by)
    said = (
        phrase("Visit with check-in: {place}.", place=visit.place),
        alone,
        phrase("Call expected by {time}.", time=clock_words(visit.back_by)),
        called,
    )
    return str(in_a_row(said, " "))


def clock_words(moment: datetime) -> str:
    """Return the time of the day where the service works, such as ``15:30``."""
    return f"{moment.astimezone(CASEWORK_ZONE):%H:%M}"


def _written(moment: datetime) -> str:
    """Return an instant as a form holds it."""
    return moment.astimezone(CASEWORK_ZONE).isoformat(timespec="milliseconds")


def _require_minutes(minutes: int) -> None:
    if not SHORTEST_MIN <= minutes <= LONGEST_MIN:
        raise VisitTooLong(shortest=SHORTEST_MIN, longest=LONGEST_MIN)


def _keep(sitting: Sitting, visit: Visit) -> None:
    fields: dict[str, str | int] = {name: getattr(visit, name) for name in _TEXTS}
    fields["format"] = _FORMAT
    fields["started_at"] = write_instant(visit.started_at)
    fields["back_by"] = write_instant(visit.back_by)
    with sitting.vault.database.transaction():
        sitting.vault.properties.set(_name(sitting), json.dumps(fields, ensure_ascii=False))


def _name(sitting: Sitting) -> str:
    return f"visit.{sitting.me.person_id}"
