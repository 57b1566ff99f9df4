"""The missing sheet: what whoever looks for somebody must know, on one page, and nothing else.

No history, no assessment, nothing about exploiters or other people but what the episode says.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from outreach_app.domain.authority import Verb
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.day_words import MONTHS
from outreach_app.domain.documents import Subject
from outreach_app.domain.safe_contacts import safe_contacts
from outreach_app.domain.values import parse_instant, text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.report.content import Field, FieldKind, Photograph, PrintDocument, Section
from outreach_app.report.dates import long_time
from outreach_app.services.case_words import CaseWords, reference_of
from outreach_app.services.crisis import crisis_steps, on_call_words
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.permission import require_case
from outreach_app.services.printing import Composed
from outreach_app.services.workspace import Workspace
from outreach_app.store.errors import AttachmentDamaged

_EPISODE = "missing_episode"
_MOST = 300
"""So many letters of a long text: the sheet is one page."""


def compose_missing_sheet(workspace: Workspace, subject: Subject) -> Composed:
    """Return what the missing sheet of a client says.

    Args:
        workspace: The unlocked vault.
        subject: Client and case.

    Raises:
        NotAllowed: The role does not print this of them; the attempt is in the journal.
    """
    sitting = workspace.sitting
    require_case(sitting, subject, Verb.READ, Verb.PRINT, form_id=_EPISODE)
    case_file = workspace.casework.case_file(subject)
    photograph = _photograph(workspace, case_file)
    sheet = _Sheet(CaseWords(workspace), case_file, has_photo=photograph is not None)
    reference = reference_of(workspace, subject)
    call = on_call_words(sitting)
    flag = "child_missing" if case_file.is_minor else "adult_missing"
    numbers = crisis_steps(sitting.configuration).numbers(flag)
    content = PrintDocument(
        title=phrase("Missing person"),
        reference=reference,
        made_at=sitting.now(),
        subtitle=phrase("For the police and whoever looks for them. Give it to nobody else."),
        organisation=sitting.configuration.name,
        sections=(
            Section("Who", tuple(sheet.person()), photograph=photograph),
            Section(phrase("Since when, and where"), tuple(sheet.episode())),
            Section(phrase("What matters when they are found"), tuple(sheet.care())),
            Section(
                phrase("Whom to call"),
                (
                    Field(phrase("Our manager on call"), call or phrase("Not known")),
                    *(Field(each.who, each.number) for each in numbers),
                ),
            ),
        ),
    )
    name = reference.replace("/", "-").replace(" ", "-")
    return Composed(content=content, name=f"{name}-missing.pdf", subject=subject)


class _Sheet:
    """Reads the fields of the sheet."""

    def __init__(self, words: CaseWords, case_file: CaseFile, *, has_photo: bool) -> None:
        self._words = words
        self._has_photo = has_photo
        self._client = case_file.client
        episode = case_file.newest(_EPISODE)
        self._episode = episode.answers if episode is not None else {}

    def person(self) -> Iterator[Field]:
        client = self._client
        yield _field("Name", text_of(client, "full_name") or text_of(client, "preferred_name"))
        called = [text_of(client, "preferred_name"), text_of(client, "name_original_script")]
        others = [text_of(row, "other_name") for row in _rows(client, "other_names")]
        name = text_of(client, "full_name") or text_of(client, "preferred_name")
        known = dict.fromkeys(each for each in (*called, *others) if each and each != name)
        yield from _known(phrase("Also called"), in_a_row(known))
        yield _field(phrase("Date of birth"), _born(client) or self._choice("age_band"))
        yield from _known("Age", text_of(client, "age_text"))
        yield _field("Gender", self._choice("gender"))
        yield _field(
            phrase("What they look like"),
            _short(text_of(client, "physical_description")),
            long=True,
        )
        if text_of(client, "photo_held") == "yes" and not self._has_photo:
            yield Field("Photo", phrase("There is one, but not on this laptop: ask the day team."))
        yield _field("Language", self._choice("first_language"))
        if text_of(client, "interpreter_needed") == "yes":
            yield Field("Interpreter", "Needed")

    def episode(self) -> Iterator[Field]:
        episode = self._episode
        for label, name in (
            (phrase("Missing from"), "me_from"),
            (phrase("Reported at"), "me_reported_at"),
        ):
            moment = parse_instant(text_of(episode, name))
            local = long_time(moment.astimezone(CASEWORK_ZONE)) if moment is not None else ""
            yield _field(label, local)
        yield _field(phrase("Police reference"), text_of(episode, "me_police_ref"))
        yield from _known(phrase("Where they may be"), _short(text_of(episode, "me_where")))
        yield from _known(phrase("Perhaps with"), _short(text_of(episode, "me_with_whom")))

    def care(self) -> Iterator[Field]:
        client = self._client
        ways = [
            in_a_row((self._words.choice("client", "channel", text_of(row, "channel")), value), " ")
            for row in safe_contacts(client)
            if (value := text_of(row, "value"))
        ]
        yield _field(phrase("Safe ways to reach them"), in_a_row(ways))
        if text_of(client, "pregnant") == "yes":
            yield Field("Health", "Pregnant")
        yield from _known("Adjustments", _short(text_of(client, "disability_adjustments")))
        yield from _known(
            phrase("Interpreters to avoid"), _short(text_of(client, "interpreter_avoid"))
        )

    def _choice(self, question: str) -> str:
        code = text_of(self._client, question)
        return self._words.choice("client", question, code) if code else ""


def _photograph(workspace: Workspace, case_file: CaseFile) -> Photograph | None:
    """Return the photograph that the client agreed to be kept for this, None where it is not here."""
    client = case_file.client
    attachments = workspace.vault.attachments
    digest = text_of(client, "photo_file") if text_of(client, "photo_held") == "yes" else ""
    if not digest or not attachments.holds(digest):
        return None
    try:
        content = attachments.get(digest)
    except AttachmentDamaged:
        return None  # a sheet without it is better than none
    return Photograph(
        "Photo",
        content,
        phrase("There is one in the record, which cannot be printed: take it along."),
    )


def _born(client: Mapping[str, Any]) -> str:
    """Return a date of birth as far as it is known: ``11 February 2004``, ``February 2004``, ``2004``."""
    month = text_of(client, "dob_month")
    named = MONTHS[int(month) - 1] if month.isdigit() and 1 <= int(month) <= len(MONTHS) else ""
    day = text_of(client, "dob_day") if named else ""
    return " ".join(filter(None, (day, named, text_of(client, "dob_year"))))


def _field(label: str, value: str, *, long: bool = False) -> Field:
    if not value:
        return Field(label, phrase("Not known"), FieldKind.ABSENT)
    return Field(label, value, FieldKind.LONG if long else FieldKind.SHORT)


def _known(label: str, value: str) -> Iterator[Field]:
    if value:
        yield Field(label, value)


def _short(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST].rstrip()} …"


def _rows(answers: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = answers.get(name, [])
    return found if isinstance(found, list) else []
