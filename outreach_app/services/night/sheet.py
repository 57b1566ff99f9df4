"""The night sheet: who is in the house, where each stands now, and nothing of their history.

It says of a resident what somebody needs who is alone with them at night: level, open flags with
what to do, the code word, who may call, what the record says of health tonight.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from outreach_app.domain.authority import Verb
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Document, Subject
from outreach_app.domain.safe_contacts import safe_contacts, unsafe_contacts
from outreach_app.domain.values import text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.case_words import CaseWords, reference_of
from outreach_app.services.crisis import on_call_words
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.listed_cases import ListedCase
from outreach_app.services.night.errors import NotResident
from outreach_app.services.night.from_the_day import from_the_day
from outreach_app.services.night.residents import resident_cases
from outreach_app.services.night.rounds import is_tick
from outreach_app.services.permission import require_case
from outreach_app.services.safety_screen import flag_steps
from outreach_app.services.workspace import Workspace

_TROUBLED = frozenset({"present", "possible"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFlag:
    """An open safety flag.

    Attributes:
        steps: What to do, one sentence each.
        set_on: None when not known.
        told: A manager was told, by the record.
    """

    code: str
    words: str
    steps: tuple[str, ...]
    set_on: date | None
    told: bool
    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """One person in the house.

    Attributes:
        room: Code of the room, "" where none is recorded.
        reference: By what the case is called; never a name.
        level: Code of the level that counts, "" while nobody assessed.
        code_word: What the client says to mean “I am not safe to talk”; "" for none.
        callers: Whom they may be reached by, and how, one line each.
        unsafe: Ways that must not be used.
        health: What the record says that matters tonight.
        interpreter: Which language, "" where none is needed.
        from_day: What the day team wrote for the night when the case was handed over, "" for nothing.
        is_minor: Treated as a child; None while nothing is known.
        safety_plan: The newest one, "" for none.
        is_begun: Only drafts of one's own are here of the case.
    """

    subject: Subject
    room: str
    reference: str
    level: str
    flags: tuple[SheetFlag, ...]
    code_word: str
    callers: tuple[str, ...]
    unsafe: tuple[str, ...]
    health: tuple[str, ...]
    interpreter: str
    from_day: str
    is_minor: bool | None
    safety_plan: str
    is_begun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsigned:
    """Something that the person began and has not signed."""

    document: Document
    title: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NightSheet:
    """What one night looks like.

    Attributes:
        residents: By room, then by reference.
        on_call: Telephone of the manager on call, "" where nobody has set it.
    """

    now: datetime
    residents: tuple[Resident, ...]
    unsigned: tuple[Unsigned, ...]
    on_call: str

    def untold(self) -> tuple[tuple[Resident, SheetFlag], ...]:
        """Return the open flags of which no manager was told, by the records."""
        return tuple(
            (resident, flag)
            for resident in self.residents
            for flag in resident.flags
            if not flag.told
        )


def night_sheet(workspace: Workspace) -> NightSheet:
    """Return the sheet of this night, for whoever sees the residents."""
    reader = _Reading(workspace)
    residents = [reader.resident(each) for each in resident_cases(workspace.sitting)]
    residents.sort(key=lambda each: (not each.room, each.room.casefold(), each.reference))
    sitting = workspace.sitting
    return NightSheet(
        now=sitting.now().astimezone(CASEWORK_ZONE),
        residents=tuple(residents),
        unsigned=tuple(_unsigned(workspace, residents)),
        on_call=on_call_words(sitting),
    )


def resident_of(workspace: Workspace, subject: Subject) -> Resident:
    """Return the sheet of one resident.

    Raises:
        NotAllowed: The person does not see the case; the attempt is in the journal.
        NotResident: The case is closed, or the client does not live in the safe house.
    """
    require_case(workspace.sitting, subject, Verb.READ)
    for case in resident_cases(workspace.sitting):
        if case.subject.case_id == subject.case_id:
            return _Reading(workspace).resident(case)
    raise NotResident(reference=reference_of(workspace, subject))


class _Reading:
    """Reads residents one by one."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._words = CaseWords(workspace)
        self._steps = flag_steps(workspace.catalogue.newest("risk_assessment"))

    def resident(self, case: ListedCase) -> Resident:
        case_file = self._workspace.casework.case_file(case.subject)
        client = case_file.client
        plan = case_file.newest("safety_plan")
        return Resident(
            subject=case.subject,
            room=text_of(client, "addr_room"),
            reference=case.reference,
            level=case.line.level,
            flags=tuple(self._flags(case_file)),
            code_word=text_of(client, "code_word"),
            callers=tuple(self._callers(client)),
            unsafe=tuple(self._unsafe(client)),
            health=tuple(_health(case_file)),
            interpreter=self._interpreter(client),
            from_day=from_the_day(self._workspace, case.subject, self._words),
            is_minor=case_file.is_minor if client else None,
            safety_plan=plan.document_id if plan is not None else "",
            is_begun=not case.has_signed,
        )

    def _flags(self, case_file: CaseFile) -> Iterator[SheetFlag]:
        for flag in case_file.open_flags():
            record = case_file.find(flag.document_id)
            yield SheetFlag(
                code=flag.code,
                words=flag.label,
                steps=self._steps.get(flag.code, ()),
                set_on=flag.set_on,
                told=record is not None and bool(text_of(record.answers, "told_who")),
                document_id=flag.document_id,
            )

    def _callers(self, client: Mapping[str, Any]) -> Iterator[str]:
        for row in safe_contacts(client):
            channel = self._words.choice("client", "channel", text_of(row, "channel"))
            parts = [
                f"{channel} {text_of(row, 'value')}".strip(),
                text_of(row, "safe_times"),
                _said(phrase("also answered by"), row, "who_may_answer"),
                _said(phrase("we say"), row, "say_we_are"),
            ]
            yield in_a_row(filter(None, parts))

    def _unsafe(self, client: Mapping[str, Any]) -> Iterator[str]:
        for row in unsafe_contacts(client):
            yield self._words.choice("client", "channel", text_of(row, "channel"))

    def _interpreter(self, client: Mapping[str, Any]) -> str:
        if text_of(client, "interpreter_needed") != "yes":
            return ""
        language = text_of(client, "first_language")
        return self._words.choice("client", "first_language", language) if language else "needed"


def _said(words: str, row: Mapping[str, Any], name: str) -> str:
    value = text_of(row, name)
    return f"{words} {value}" if value else ""


def _health(case_file: CaseFile) -> Iterator[str]:
    """Yield what the newest record says of health that matters at night, and not where it is from."""
    client = case_file.client
    if text_of(client, "pregnant") == "yes":
        yield "Pregnant"
    adjustments = text_of(client, "disability_adjustments")
    if adjustments:
        yield phrase("Adjustments: {adjustments}", adjustments=adjustments)
    known = (each.answers for each in reversed(case_file.all("risk_assessment")))
    for answers in known:
        medication = text_of(answers, "d8_medication_now")
        if medication:
            if medication in _TROUBLED:
                note = text_of(answers, "d8_medication_note")
                yield in_a_row((phrase("Essential medication interrupted"), note), ": ")
            return


def _unsigned(workspace: Workspace, residents: list[Resident]) -> Iterator[Unsigned]:
    words = CaseWords(workspace)
    references = {each.subject.case_id: each.reference for each in residents}
    clients = {each.subject.client_id: each.reference for each in residents}
    for document in workspace.vault.drafts.mine():
        if is_tick(workspace, document):
            continue
        subject = document.subject
        yield Unsigned(
            document=document,
            title=words.form(document.form_id),
            reference=references.get(subject.case_id) or clients.get(subject.client_id, ""),
        )
