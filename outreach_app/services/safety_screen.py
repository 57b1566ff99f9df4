"""The immediate safety screen of one case: section B of an assessment, and the flags that it sets.

A question answered with yes begins the document of its flag; what was done and who was told stands
there, while the assessment itself only shows flags. Every answer is on the disk when a call
returns, so that the screen goes on exactly where it was left.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from outreach_app.domain.authority import Verb, may
from outreach_app.domain.documents import Document, Reason, Revision, Subject
from outreach_app.domain.flags import Flag, read_flag
from outreach_app.domain.levels import RiskLevel, highest
from outreach_app.domain.people import Role
from outreach_app.domain.values import parse_instant, text_of
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import in_language
from outreach_app.engine.reading import QuestionView
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.access import RECORD_FORMS, access_of
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import require_document
from outreach_app.services.readiness import Obstacle
from outreach_app.services.sitting import Signer
from outreach_app.services.workspace import Workspace

ASSESSMENT, FLAG = "risk_assessment", "safety_flag"
KIND, IMMEDIATE = "assessment_kind", "immediate"
YES = "yes"
NOT_SAFE_TO_TALK, DANGER_NOW = "not_safe_to_talk", "danger_now"
_SECTION = "section_b/"
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9“])")
# What the program writes into a flag by itself; anything else is somebody's.
_OWN_LEAVES = frozenset({"flag_code", "flag_set_at", "flag_set_by"})
_CODE = "flag_open/flag_code"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenQuestion:
    """One question of section B.

    Attributes:
        code: Of the flag that it asks about.
        label: The question in words.
        steps: What to do when the answer is yes, one sentence each.
    """

    address: str
    code: str
    label: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenFlag:
    """A flag of the screen.

    Attributes:
        question: What it comes from.
        opened: Its draft; None while there is none.
        signed: The flag as it stands open in the case, None where it is not.
        set_at: When it was set, of a flag that stands open in the case.
    """

    question: ScreenQuestion
    opened: OpenDocument | None
    signed: Flag | None
    set_at: datetime | None = None

    @property
    def code(self) -> str:
        """The code of the flag."""
        return self.question.code

    @property
    def level(self) -> RiskLevel | None:
        """The least level while the flag is open, by what is written now."""
        if self.opened is not None:
            return read_flag(self.opened.answers()).level
        return self.signed.level if self.signed is not None else None


class SafetyScreen:
    """One sitting at the screen.

    Attributes:
        assessment: The open assessment.
        subject: The client and the case.
        arrival: The records of somebody whom night staff take in; signed with the first signature.
    """

    def __init__(self, workspace: Workspace, assessment: OpenDocument) -> None:
        """Take an open assessment, and one's own drafts of flags in its case."""
        self._workspace = workspace
        self.assessment = assessment
        self.subject: Subject = assessment.document.subject
        self._drafts = dict(self._own_flags())
        self.arrival = tuple(self._own_records())
        self.questions = tuple(self._read_questions())

    # ---- questions --------------------------------------------------------------------------

    def _read_questions(self) -> Iterator[ScreenQuestion]:
        session = self.assessment.session
        for address in session.questions():
            code = "" if not address.startswith(_SECTION) else self._code_at(address)
            if code:
                view = session.question(address)
                steps = tuple(_SENTENCE.split(view.hint)) if view.hint else ()
                yield ScreenQuestion(address=address, code=code, label=view.label, steps=steps)

    def _code_at(self, address: str) -> str:
        item = self.assessment.definition.item_at(address)
        return item.extras.get("flag", "") if item is not None else ""

    def view(self, question: ScreenQuestion) -> QuestionView:
        """Return a question as it stands now."""
        return self.assessment.session.question(question.address)

    def answered(self) -> int:
        """Return how many questions have an answer."""
        value = self.assessment.session.value
        return sum(bool(value(each.address)) for each in self.questions)

    @property
    def is_immediate(self) -> bool:
        """Whether the assessment is nothing but this screen."""
        return text_of(self.assessment.answers(), KIND) == IMMEDIATE

    # ---- flags ------------------------------------------------------------------------------

    def _own_flags(self) -> Iterator[tuple[str, OpenDocument]]:
        vault, casework = self._workspace.vault, self._workspace.casework
        for document in vault.drafts.mine():
            same = document.form_id == FLAG and document.subject.case_id == self.subject.case_id
            if same:
                opened = casework.resume(document.document_id)
                yield text_of(opened.answers(), "flag_code"), opened

    def _own_records(self) -> Iterator[OpenDocument]:
        casework = self._workspace.casework
        for document in self._workspace.vault.drafts.mine() if casework.writes_at_night else ():
            same = document.subject.client_id == self.subject.client_id
            if document.form_id in RECORD_FORMS and same:
                opened = casework.resume(document.document_id)
                if not opened.draft.base:
                    yield opened

    def flags(self) -> tuple[ScreenFlag, ...]:
        """Return the flags that are being set here and those open in the case, in their order."""
        case_file = self.assessment.context.case_file
        signed = {flag.code: flag for flag in case_file.open_flags()}
        set_at = {
            code: parse_instant(text_of(record.answers, "flag_set_at"))
            for code, flag in signed.items()
            if (record := case_file.find(flag.document_id)) is not None
        }
        return tuple(
            ScreenFlag(
                question=each,
                opened=self._drafts.get(each.code),
                signed=signed.get(each.code),
                set_at=set_at.get(each.code),
            )
            for each in self.questions
            if each.code in self._drafts or each.code in signed
        )

    def flag(self, code: str) -> ScreenFlag | None:
        """Return a flag by its code, None while it is neither set nor open."""
        return next((each for each in self.flags() if each.code == code), None)

    def unset(self) -> tuple[str, ...]:
        """Return the codes answered with yes whose flag is neither set nor open yet."""
        value = self.assessment.session.value
        known = {each.code for each in self.flags()}
        return tuple(
            each.code
            for each in self.questions
            if value(each.address) == YES and each.code not in known
        )

    def contradicted(self) -> tuple[str, ...]:
        """Return the codes of flags set here whose question is not answered with yes any more."""
        value = self.assessment.session.value
        return tuple(
            each.code
            for each in self.questions
            if each.code in self._drafts
            and not self._drafts[each.code].draft.base
            and value(each.address) != YES
        )

    def set_flag(self, code: str) -> OpenDocument:
        """Begin the document of a flag, or go on with it; what is open already gets a new version.

        Raises:
            NotAllowed: The role does not set flags here.
            OutreachError: It could not be begun or saved.
        """
        if code in self._drafts:
            return self._drafts[code]
        casework = self._workspace.casework
        known = self.flag(code)
        if known is not None and known.signed is not None:
            opened = casework.revise(known.signed.document_id, Reason.CONTINUED)
        else:
            # A draft without a code was begun when the machine went off.
            if "" in self._drafts:
                opened = self._drafts.pop("")
            else:
                opened = casework.begin(FLAG, self.subject)
            opened.set_answer(_CODE, code)
        self._drafts[code] = opened
        return opened

    def is_written(self, code: str) -> bool:
        """Say whether somebody has written anything into the draft of a flag."""
        opened = self._drafts.get(code)
        if opened is None:
            return False
        own = {name for name, value in opened.answers().items() if value} - _OWN_LEAVES
        return bool(own) or bool(opened.draft.base)

    def take_back(self, code: str) -> None:
        """Give up the draft of a flag that was set here; what is signed stays.

        Raises:
            NoDraft: There is none.
        """
        opened = self._drafts.pop(code)
        self._workspace.casework.discard(opened.document.document_id)

    @property
    def least_level(self) -> RiskLevel | None:
        """The level below which the open flags do not let the rules go, None for no such."""
        return highest(*(each.level for each in self.flags()))

    # ---- signing ----------------------------------------------------------------------------

    def ready_flags(self) -> tuple[ScreenFlag, ...]:
        """Return the flags whose drafts may be signed."""
        return tuple(
            each for each in self.flags() if each.opened is not None and not each.opened.obstacles()
        )

    def flag_obstacles(self) -> tuple[tuple[str, Obstacle], ...]:
        """Return what stands before the signature of flags, by code."""
        return tuple(
            (each.code, obstacle)
            for each in self.flags()
            if each.opened is not None
            for obstacle in each.opened.obstacles()
        )

    def sign_flags(self, signer: Signer) -> tuple[Revision, ...]:
        """Sign every flag that may be signed; the assessment sees them from then on.

        Raises:
            Refusal: As of `Casework.sign`.
        """
        self._sign_arrival(signer)
        signed = []
        for each in self.ready_flags():
            if each.opened is not None:
                signed.append(self._workspace.casework.sign(each.opened, signer))
                del self._drafts[each.code]
        if signed:
            document_id = self.assessment.document.document_id
            self.assessment = self._workspace.casework.resume(document_id)
        return tuple(signed)

    def sign(self, signer: Signer) -> Revision:
        """Sign the flags, then the assessment, whose level the flags have a part in.

        Raises:
            Refusal: As of `Casework.sign`. Before any flag is signed, if the assessment may not be.
        """
        casework = self._workspace.casework
        casework.require_ready(self.assessment)
        for record in self.arrival:
            casework.require_ready(record)
        for each in self.flags():
            if each.opened is not None:
                casework.require_ready(each.opened)
        self.sign_flags(signer)
        return casework.sign(self.assessment, signer)

    def _sign_arrival(self, signer: Signer) -> None:
        """Sign the records first: what is signed about somebody is judged by them."""
        casework = self._workspace.casework
        for record in self.arrival:
            casework.require_ready(record)
        for record in self.arrival:
            casework.sign(record, signer)
        if self.arrival:
            self.arrival = ()
            self.assessment = casework.resume(self.assessment.document.document_id)


def flag_steps(definition: FormDefinition) -> Mapping[str, tuple[str, ...]]:
    """Return what to do about each flag, one sentence each, by its code: the hints of the screen."""
    return {
        each.extras["flag"]: tuple(_SENTENCE.split(in_language(each.hint, None)))
        for each in definition.leaves()
        if each.path.startswith(_SECTION) and each.extras.get("flag") and each.hint
    }


def open_screen(workspace: Workspace, subject: Subject, document_id: str = "") -> SafetyScreen:
    """Go on with a screen, or begin one.

    Args:
        workspace: The unlocked vault.
        subject: The client and the case.
        document_id: The draft of an assessment; without it one's own immediate one in the case,
            or a new one.

    Raises:
        NotAllowed: The role does not write this.
        NoDraft: The document is no draft of one's own.
    """
    found = document_id or _draft_in(workspace, subject)
    if found:
        require_document(workspace.sitting, workspace.vault.documents.get(found), Verb.WRITE)
        return SafetyScreen(workspace, workspace.casework.resume(found))
    opened = workspace.casework.begin(ASSESSMENT, subject)
    opened.set_answer(f"section_a/{KIND}", IMMEDIATE)
    if workspace.sitting.me.role is Role.NIGHT_STAFF:
        # They see nobody anywhere else.
        opened.set_answer("section_a/where_assessed", "safe_house")
    return SafetyScreen(workspace, opened)


def _draft_in(workspace: Workspace, subject: Subject) -> str:
    def is_screen(document: Document) -> bool:
        if document.form_id != ASSESSMENT or document.subject.case_id != subject.case_id:
            return False
        answers = workspace.vault.drafts.load(document.document_id).answers
        section = answers.get("section_a")
        return isinstance(section, dict) and section.get(KIND) == IMMEDIATE

    found = [each for each in workspace.vault.drafts.mine() if is_screen(each)]
    return found[-1].document_id if found else ""


def emergency_words(workspace: Workspace, screen: SafetyScreen, reference: str) -> str:
    """Return what is said in an emergency call: the place, the reference, and no history."""
    where = text_of(screen.assessment.answers(), "where_assessed")
    place = _address(workspace, screen) if where in {"safe_house", "home"} else ""
    said = (
        phrase("Place: {place}.", place=place) if place else phrase("Place: (say where you are).")
    )
    return phrase("{said} Reference: {reference}.", said=said, reference=reference)


def _address(workspace: Workspace, screen: SafetyScreen) -> str:
    """Return where the client lives on one line, "" for whoever may not read it."""
    sitting, subject = workspace.sitting, screen.subject
    access = access_of(
        sitting,
        subject.case_id,
        sitting.me.person_id,
        form_id="client",
        client_id=subject.client_id,
    )
    if not may(sitting.me.person_id, sitting.me.role, Verb.READ, access).allowed:
        return ""
    client = screen.assessment.context.case_file.client
    lines = (text_of(client, name) for name in ("addr_line1", "addr_town", "addr_postcode"))
    return in_a_row(line for line in lines if line)
