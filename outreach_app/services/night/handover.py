"""The handover: what was written about the residents since the shift began, on one page."""

from dataclasses import dataclass
from datetime import datetime

from outreach_app.domain.answers import FlatAnswers, flatten
from outreach_app.domain.people import Role
from outreach_app.domain.shifts import shift_start
from outreach_app.domain.values import parse_instant, text_of
from outreach_app.phrases import phrase
from outreach_app.services.case_words import CaseWords
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.listed_cases import ListedCase
from outreach_app.services.night.from_the_day import from_the_day
from outreach_app.services.night.residents import resident_cases
from outreach_app.services.night.rounds import NOT_SEEN, SEEN, notes_of_shift
from outreach_app.services.workspace import Workspace

_TEXTS = ("note_facts", "note_observations", "note_client_voice_text", "note_opinion")


@dataclass(frozen=True, slots=True, kw_only=True)
class NightEntry:
    """One thing that was written.

    Attributes:
        at: Local time; None when not known.
        by: Initials.
        what: Kind of note, in words.
        lines: What it says, as it was written.
        is_round: Nothing but a tick of the round.
    """

    document_id: str
    at: datetime | None
    by: str
    what: str
    lines: tuple[str, ...]
    is_round: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """What was written about one resident, oldest first.

    Attributes:
        from_day: What the day team wrote for the night when the case was handed over, "" for nothing.
    """

    case: ListedCase
    entries: tuple[NightEntry, ...]
    from_day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A shift on one page.

    Attributes:
        since: When the shift began, local time.
        residents: Everybody in the house that the person sees, also those without a word.
    """

    since: datetime
    residents: tuple[HandedOver, ...]

    @property
    def count(self) -> int:
        """How much was written, ticks of the round not counted."""
        return sum(not entry.is_round for each in self.residents for entry in each.entries)


def count_night_notes(workspace: Workspace) -> int:
    """Return how many notes the night shift of this laptop left for others, ticks not counted."""
    sitting = workspace.sitting
    people = sitting.vault.people.list_active()
    shift = {each.person_id for each in people if each.role is Role.NIGHT_STAFF}
    if not shift or sitting.me.person_id in shift:
        return 0
    return sum(
        revision.header.author_id in shift
        and text_of(flatten(revision.answers()), "note_facts") not in {SEEN, NOT_SEEN}
        for _document, revision in notes_of_shift(workspace)
    )


def handover(workspace: Workspace) -> Handover:
    """Return what was written since the shift began, as far as the person may read it."""
    words = CaseWords(workspace)
    entries: dict[str, list[NightEntry]] = {}
    for document, revision in notes_of_shift(workspace):
        answers = flatten(revision.answers())
        facts = text_of(answers, "note_facts")
        moment = parse_instant(text_of(answers, "note_datetime"))
        entries.setdefault(document.subject.case_id, []).append(
            NightEntry(
                document_id=document.document_id,
                at=moment.astimezone(CASEWORK_ZONE) if moment is not None else None,
                by=words.initials(revision.header.author_id),
                what=words.choice("contact_note", "note_kind", text_of(answers, "note_kind")),
                lines=_lines(answers),
                is_round=facts in {SEEN, NOT_SEEN},
            )
        )
    return Handover(
        since=shift_start(workspace.sitting.now().astimezone(CASEWORK_ZONE)),
        residents=tuple(
            HandedOver(
                case=each,
                entries=tuple(entries.get(each.line.case_id, ())),
                from_day=from_the_day(workspace, each.subject, words),
            )
            for each in resident_cases(workspace.sitting)
            if each.has_signed
        ),
    )


def _lines(answers: FlatAnswers) -> tuple[str, ...]:
    texts = [text_of(answers, name) for name in _TEXTS]
    rows = answers.get("note_actions", [])
    actions = [text_of(row, "na_text") for row in rows] if isinstance(rows, list) else []
    return tuple(
        filter(None, (*texts, *(phrase("Next: {each}", each=each) for each in actions if each)))
    )
