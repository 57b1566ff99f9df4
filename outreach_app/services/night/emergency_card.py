"""The weekly emergency card: one page of paper for somebody on shift without a login.

It lies in the house, so that it says as little as helps when every minute counts: by initials and
room who may be treated with what. It says itself until when it is right and when to destroy it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from outreach_app.domain.authority import Verb
from outreach_app.domain.documents import Subject
from outreach_app.domain.values import parse_instant, text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.report.content import Field, FieldKind, Paragraph, PrintDocument, Section, Table
from outreach_app.report.dates import long_time, readable_date
from outreach_app.services.crisis import on_call_words
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.listed_cases import ListedCase
from outreach_app.services.night.errors import NoResidents
from outreach_app.services.night.residents import resident_cases
from outreach_app.services.permission import require_case
from outreach_app.services.printing import Composed
from outreach_app.services.workspace import Workspace

SERIES = "emergency-card"
WEEK = timedelta(weeks=1)
"""How long a card is right: people move in and out."""
_PRINTED_WITH = "missing_episode"
"""Who may print the missing sheet of a resident may print their line of the card."""
_UNKNOWN = phrase("Not known: ask, or treat as possible")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStanding:
    """Whether a card is wanted.

    Attributes:
        made: When the last one was made on this laptop, local time; None for never.
        is_due: There is somebody in the house, and no card of the last seven days.
    """

    made: datetime | None
    is_due: bool

    @property
    def until(self) -> datetime | None:
        """Until when the last card is right."""
        return self.made + WEEK if self.made is not None else None


def card_standing(workspace: Workspace) -> CardStanding:
    """Return how old the last emergency card is, as this vault remembers it."""
    sitting = workspace.sitting
    made = parse_instant(sitting.vault.properties.get(f"paper.{SERIES}"))
    made = made.astimezone(CASEWORK_ZONE) if made is not None else None
    old = made is None or sitting.now() - made >= WEEK
    return CardStanding(made=made, is_due=old and bool(_residents(workspace)))


def compose_emergency_card(workspace: Workspace) -> Composed:
    """Return what the emergency card of the house says, for the residents open to the person.

    Raises:
        NoResidents: Nobody who lives in the house is open to them.
        NotAllowed: Their role does not print it; the attempt is in the journal.
    """
    sitting = workspace.sitting
    residents = _residents(workspace)
    if not residents:
        raise NoResidents
    for each in residents:
        require_case(sitting, each.subject, Verb.READ, Verb.PRINT, form_id=_PRINTED_WITH)
    rows = sorted(_row(workspace, each) for each in residents)
    now = sitting.now()
    content = PrintDocument(
        title=phrase("Emergency card"),
        reference=phrase("until {day}", day=_last_day(now)),
        made_at=now,
        subtitle=phrase("For whoever is on shift without a login. It stays in the house."),
        organisation=sitting.configuration.name,
        sections=(
            Section(phrase("In an emergency"), (*_calls(), _on_call(workspace))),
            Section(
                phrase("Who lives here"),
                (
                    Table(
                        columns=("Room", phrase("Initials"), phrase("Allergies")),
                        rows=tuple(rows),
                        shares=(1.0, 1.0, 4.0),
                    ),
                ),
            ),
            Section(phrase("This card"), tuple(_about(now))),
        ),
    )
    return Composed(
        content=content,
        name=f"{SERIES}.pdf",
        subject=Subject(client_id=""),
        series=SERIES,
    )


def initials_of(name: str) -> str:
    """Return the first letters of a name: ``I. B.`` for “Ina Berisha”."""
    parts = name.replace("-", " ").split()
    return " ".join(f"{part[0].upper()}." for part in parts if part[0].isalpha())


def allergies_of(client: Mapping[str, Any]) -> str:
    """Return what a client record (flat answers) says of allergies; silence is never a “no”."""
    known = text_of(client, "allergies")
    if known == "yes":
        note = text_of(client, "allergies_note")
        return note or phrase("Yes, the record does not say to what: ask")
    return phrase("None known") if known == "no" else _UNKNOWN


def _residents(workspace: Workspace) -> tuple[ListedCase, ...]:
    return tuple(each for each in resident_cases(workspace.sitting) if each.has_signed)


def _row(workspace: Workspace, case: ListedCase) -> tuple[str, str, str]:
    client = workspace.casework.case_file(case.subject).client
    name = text_of(client, "full_name") or text_of(client, "preferred_name")
    room = text_of(client, "addr_room") or "–"
    return room, initials_of(name) or "–", allergies_of(client)


def _calls() -> tuple[Paragraph, ...]:
    return (
        Paragraph(phrase("Call 999 at once when somebody is in danger, hurt or very ill.")),
        Paragraph(
            phrase(
                "Say: “I work in supported housing. I need an ambulance” (or the police, or the "
                "fire service). Say what happened, whether the person breathes, and the allergy "
                "from this card. Stay on the line."
            )
        ),
        Paragraph(phrase("If you cannot speak: call 999 from a mobile, then press 55.")),
    )


def _on_call(workspace: Workspace) -> Field:
    number = on_call_words(workspace.sitting)
    if not number:
        return Field(phrase("Then our manager on call"), phrase("Not known"), FieldKind.ABSENT)
    return Field(phrase("Then our manager on call"), number)


def _last_day(now: datetime) -> str:
    return readable_date((now.astimezone(CASEWORK_ZONE) + WEEK).date().isoformat())


def _about(now: datetime) -> tuple[Field, ...]:
    local = now.astimezone(CASEWORK_ZONE)
    left_out = in_a_row(
        (
            phrase("Names"),
            phrase("the address of the house (know it before the shift; say it, never write it)"),
            phrase("medication"),
            phrase("why somebody lives here"),
        )
    )
    return (
        Field(phrase("Printed"), long_time(local)),
        Field(
            phrase("Destroy it"),
            phrase(
                "On {day}, or when a newer card is here: in the shredder, never in the bin.",
                day=_last_day(now),
            ),
        ),
        Field(phrase("Not on it, on purpose"), left_out, FieldKind.LONG),
        Field(
            phrase("What it says"),
            phrase("Only what the record held when it was printed. Who came since is not on it."),
            FieldKind.LONG,
        ),
    )
