"""The review list of records: how long each ended case is kept, and what would have to be looked at.

The list destroys nothing and marks nothing as destroyed. Copies of a record lie on other laptops, in
backups, in bundles that were sent, with agencies and on paper; this laptop does not know all of them.
"""

from dataclasses import dataclass
from datetime import date

from outreach_app.domain.authority import CaseAccess, Verb, may
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import ReviewVerb, Subject
from outreach_app.domain.exits.evidence import CHECKLIST, ExitCase
from outreach_app.domain.exits.holds import ChecklistVersion, Hold, SecondWord, hold_over
from outreach_app.domain.exits.keeping import Keeping, KeepState, keeping
from outreach_app.domain.records import SECOND_PERSON, Record
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.case_words import CaseWords, day_words
from outreach_app.services.instants import day_of, read_instant
from outreach_app.services.listed_cases import ListedCase, list_cases
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.store.steps import Steps, run_through

_ORDER = tuple(KeepState)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRecord:
    """One ended case of the list.

    Attributes:
        reference: By what the case is called, never a name.
        other_open: Another case of the same client is open: the client record is in use.
        document_id: The exit checklist.
        about_hold: Who placed a legal hold and who released it, sentence by sentence.
    """

    subject: Subject
    reference: str
    keeping: Keeping
    closed: bool
    other_open: bool
    document_id: str
    about_hold: tuple[str, ...] = ()


def may_review_retention(sitting: Sitting) -> bool:
    """Say whether the unlocked person has the list: whoever closes cases."""
    return may(sitting.me.person_id, sitting.me.role, Verb.CLOSE, CaseAccess()).allowed


def kept_records(workspace: Workspace) -> tuple[KeptRecord, ...]:
    """Return the list; see `gathering_kept_records`."""
    return run_through(gathering_kept_records(workspace))


def gathering_kept_records(workspace: Workspace) -> Steps[tuple[KeptRecord, ...]]:
    """Gather the ended cases one by one: what asks for somebody first, then by the day.

    Raises:
        NotAllowed: The person does not close cases; the attempt is in the journal.
    """
    workspace.sitting.require(Verb.CLOSE, CaseAccess())
    listed = list_cases(workspace.sitting).cases
    found = []
    for case in listed:
        if case.line.exit_date or case.line.closed:
            record = _record(workspace, case, listed)
            if record is not None:
                found.append(record)
        yield
    return tuple(sorted(found, key=_urgency))


def _record(
    workspace: Workspace, case: ListedCase, listed: tuple[ListedCase, ...]
) -> KeptRecord | None:
    line = case.line
    subject = Subject(client_id=line.client_id, case_id=line.case_id)
    case_file = workspace.casework.case_file(subject)
    kept = kept_until(workspace, case_file)
    checklist = case_file.newest(CHECKLIST)
    if kept is None or checklist is None:
        return None
    others = (each.line for each in listed if each.line.client_id == line.client_id)
    return KeptRecord(
        subject=subject,
        reference=case.reference,
        keeping=kept,
        closed=line.closed,
        other_open=any(not (each.closed or each.exit_date) for each in others),
        document_id=checklist.document_id,
        about_hold=_about_hold(workspace, kept.hold),
    )


def kept_until(workspace: Workspace, case_file: CaseFile) -> Keeping | None:
    """Return how long the record of a case is kept, None while no exit is signed."""
    checklist = case_file.newest(CHECKLIST)
    if checklist is None:
        return None
    case = ExitCase(
        case_file=case_file,
        answers=checklist.answers,
        timescales=workspace.sitting.configuration.time_limits(),
        speak=workspace.catalogue.words,
    )
    return keeping(case, workspace.sitting.today(), hold_over(_versions(workspace, checklist)))


def _versions(workspace: Workspace, checklist: Record) -> tuple[ChecklistVersion, ...]:
    """Return every version of a checklist with who stands behind it, oldest first.

    Where two newest versions contradict each other nobody stands behind either: a hold is kept.
    """
    agreed: dict[str, list[SecondWord]] = {}
    for review in checklist.reviews:
        agrees = review.verb in SECOND_PERSON or review.verb is ReviewVerb.CLOSE
        if review.counted and agrees and not checklist.unresolved:
            word = SecondWord(review.reviewer_id, day_of(review.signed_at))
            agreed.setdefault(review.revision_id, []).append(word)
    history = workspace.vault.revisions.history(checklist.document_id)
    return tuple(
        ChecklistVersion(
            author_id=each.header.author_id,
            on=day_of(each.header.signed_at),
            answers=each.flat(),
            agreed=tuple(agreed.get(each.revision_id, ())),
        )
        for each in sorted(history, key=lambda each: read_instant(each.header.signed_at))
    )


def _urgency(record: KeptRecord) -> tuple[int, date, str]:
    kept = record.keeping
    return (_ORDER.index(kept.state), kept.until or date.max, record.reference)


def keeping_words(kept: Keeping) -> str:
    """Return in one sentence how long a record is kept."""
    day = day_words(kept.until)
    said = {
        KeepState.NOT_SET: phrase("Class and day are not set in the exit checklist"),
        KeepState.NO_RULE: phrase("The table of timescales has no row for this nation"),
        KeepState.DUE: phrase("Kept until {day}: look whether it may go", day=day),
        KeepState.KEPT: phrase("Kept until {day} at least", day=day),
        KeepState.HELD: phrase("Legal hold: not destroyed until it is released"),
    }
    return said[kept.state]


def remarks_about(record: KeptRecord) -> tuple[str, ...]:
    """Return what is to be known about one record beside how long it is kept."""
    kept = record.keeping
    found: list[str] = []
    if kept.kind == "child":
        found.append(phrase("Record of a child, or of an adult who was a child then"))
    elif kept.kind:
        found.append(phrase("Record of an adult"))
    if kept.exit_day is not None:
        found.append(phrase("Exit on {day}", day=day_words(kept.exit_day)))
    found += record.about_hold
    if kept.is_held and kept.until is not None:
        found.append(phrase("Without the hold until {day}", day=day_words(kept.until)))
    if kept.differs:
        found.append(
            phrase(
                "The checklist says {written}, the timescales give {ruled}: the later day counts",
                written=day_words(kept.written),
                ruled=day_words(kept.by_rule),
            )
        )
    if not record.closed:
        found.append(phrase("No supervisor has closed it yet"))
    if record.other_open:
        found.append(phrase("Another case of this client is open: the client record stays"))
    return tuple(found)


def _about_hold(workspace: Workspace, hold: Hold | None) -> tuple[str, ...]:
    """Return who placed a legal hold and why, who releases it and why, and what still lacks."""
    if hold is None:
        return ()
    who = CaseWords(workspace).person
    found: list[str] = [
        phrase(
            "Legal hold placed by {who} on {day}",
            who=who(hold.placed_by),
            day=day_words(hold.placed_on),
        )
    ]
    if hold.why:
        found.append(in_a_row((phrase("Why it is held"), hold.why), ": "))
    if hold.released_by:
        by, day = who(hold.released_by), day_words(hold.released_on)
        found.append(phrase("Release signed by {who} on {day}", who=by, day=day))
        found.append(in_a_row((phrase("Why it may be released"), hold.release_why), ": "))
        found.append(
            phrase("The release waits until another person countersigns or closes that version")
            if hold.stands
            else phrase(
                "Released: {who} agreed on {day}",
                who=who(hold.second_by),
                day=day_words(hold.second_on),
            )
        )
    return tuple(found)


def about_destroying() -> tuple[str, ...]:
    """Return what destroying a record means where there are copies, sentence by sentence."""
    return (
        phrase("The program destroys nothing by itself, and it does not do so from this list."),
        phrase(
            "A record that may go lies in more than one place: on each laptop that has the case, in "
            "backups and the safe point, in bundles and PDF files on sticks and in mailboxes, with "
            "agencies, on paper, and in the organisation's own system."
        ),
        phrase(
            "Nobody can fetch back what left. Decide with a second person, ask each holder to destroy "
            "theirs, and write down who answered and who did not."
        ),
    )
