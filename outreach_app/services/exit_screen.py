"""The exit of one client as a screen shows it: checks with evidence, judgements, what blocks, where.

Evidence is read from the other records whenever it is shown; the caseworker judges, and the
supervisor closes. What resolves a block is named as a place, so that one step leads there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from outreach_app.domain.documents import Document, Reason, Subject
from outreach_app.domain.exits.checklist import (
    Block,
    Judgement,
    JudgementProblem,
    Phase,
    exit_blocks,
    exit_checks,
    is_override,
    judgement_problems,
    read_judgement,
)
from outreach_app.domain.exits.evidence import CHECKLIST, Check, Evidence, ExitCase, Fact, Part
from outreach_app.engine.items import Group, Item, in_language
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import require_document, require_sight
from outreach_app.services.rules.calculated import exit_case
from outreach_app.services.workspace import Workspace

_CARD = "exit_check"
# Where the evidence of a part is changed when no fact of it names a document yet.
_FORM_OF_PART = {
    "e1": "risk_assessment",
    "e2_agencies": "agency_involvement",
    "e2_referrals": "referral",
    "e2_targets": "support_plan",
    "e2_actions": "support_plan",
    "e3": "safety_plan",
    "e4_list": "case",
    "e4_core": "case",
    "e15": "outcomes_check",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Where something is resolved.

    Attributes:
        document_id: A document, "" for none.
        form_id: A new document of this form, when there is no document.
        address: A question or part of the checklist itself.
    """

    document_id: str = ""
    form_id: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFact:
    """One thing that was read.

    Attributes:
        source: Title of the form that it stands in, "" for the checklist itself.
    """

    fact: Fact
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPart:
    """One part of a check: records, caseworker and client side by side.

    Attributes:
        address: Of its group in the form.
        own: Addresses of the questions of the checklist that this part reads.
        goal: Where its evidence is changed, None where its own questions are.
    """

    part: Part
    title: str
    address: str
    own: tuple[str, ...]
    facts: tuple[ShownFact, ...]
    judgement: Judgement
    problems: tuple[JudgementProblem, ...]
    goal: Goal | None

    @property
    def code(self) -> str:
        """The code of the part."""
        return self.part.code

    @property
    def is_override(self) -> bool:
        """Whether the caseworker calls it met against the records."""
        return is_override(self.part, self.judgement.worker)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do here for the caseworker."""
        return not set(self.problems) - {JudgementProblem.SUPERVISOR_NEEDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCheck:
    """One of the sixteen checks."""

    check: Check
    parts: tuple[ShownPart, ...]

    @property
    def is_settled(self) -> bool:
        """Whether every part of it is."""
        return all(each.is_settled for each in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBlock:
    """Something that stops the exit, and where it is resolved."""

    block: Block
    goal: Goal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far the exit is.

    Attributes:
        to_sign: What stops the caseworker's signature.
        to_close: What stops the supervisor.
    """

    checks: tuple[ShownCheck, ...]
    to_sign: tuple[ShownBlock, ...]
    to_close: tuple[ShownBlock, ...]

    @property
    def settled(self) -> int:
        """The number of checks with nothing left to do."""
        return sum(each.is_settled for each in self.checks)

    @property
    def waiting(self) -> int:
        """The number of checks that wait for a decision or a reason."""
        return len(self.checks) - self.settled


class ExitScreen:
    """The checklist of a case.

    Attributes:
        opened: Its answers with everything that follows from them.
        is_draft: Whether they can be changed; else they are the newest signed ones.
    """

    def __init__(self, workspace: Workspace, opened: OpenDocument, *, is_draft: bool) -> None:
        """Read the form once."""
        self._workspace = workspace
        self.opened = opened
        self.is_draft = is_draft
        self._titles: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._own: dict[str, tuple[str, ...]] = {}
        for group in opened.definition.questions:
            if isinstance(group, Group):
                self._read_group(group)

    def _read_group(self, group: Group) -> None:
        """Note which questions stand before which check: those are the ones that it reads."""
        waiting: list[str] = []
        for item in group.children:
            if item.extras.get("type") == _CARD:
                self._titles[item.name] = in_language(item.label, None)
                self._addresses[item.name] = item.path
                self._own[item.name] = tuple(waiting)
                waiting = []
            elif not _is_calculated(item):
                waiting.append(item.path)

    def _case(self) -> ExitCase:
        return exit_case(self.opened.answers(), self.opened.context)

    def standing(self) -> Standing:
        """Read all evidence again, and say how far the exit is."""
        case = self._case()
        blocks = exit_blocks(case)
        return Standing(
            checks=tuple(self._shown(case, check) for check in exit_checks(case)),
            to_sign=tuple(self._block(each) for each in blocks if each.phase is Phase.SIGN),
            to_close=tuple(self._block(each) for each in blocks if each.phase is Phase.CLOSE),
        )

    def _shown(self, case: ExitCase, check: Check) -> ShownCheck:
        return ShownCheck(check=check, parts=tuple(self._part(case, part) for part in check.parts))

    def _part(self, case: ExitCase, part: Part) -> ShownPart:
        judgement = read_judgement(case, part.code)
        return ShownPart(
            part=part,
            title=self._titles.get(part.code, ""),
            address=self._addresses.get(part.code, ""),
            own=self._own.get(part.code, ()),
            facts=tuple(
                ShownFact(fact=fact, source=self.title_of(fact.form_id)) for fact in part.facts
            ),
            judgement=judgement,
            problems=judgement_problems(part, judgement),
            goal=self._goal_of(part),
        )

    def title_of(self, form_id: str) -> str:
        """Return the title of a form, "" for none."""
        return self._workspace.catalogue.newest(form_id).title if form_id else ""

    def _goal_of(self, part: Part) -> Goal | None:
        if part.evidence in {Evidence.SUPPORTS, Evidence.NOT_APPLICABLE}:
            return None
        codes = (part.code, part.code.partition("_")[0])
        form_id = next((_FORM_OF_PART[code] for code in codes if code in _FORM_OF_PART), "")
        if not form_id:
            return None
        return self._newest(form_id)

    def _newest(self, form_id: str) -> Goal:
        """Return the newest document of a form; an assessment is always a new one."""
        record = self.opened.context.case_file.newest(form_id)
        if record is None or form_id == "risk_assessment":
            return Goal(form_id=form_id)
        return Goal(document_id=record.document_id, form_id=form_id)

    def _block(self, block: Block) -> ShownBlock:
        goal = None
        if block.document_id:
            goal = Goal(document_id=block.document_id)
        elif block.form_id:
            goal = self._newest(block.form_id)
        elif block.question:
            goal = Goal(address=self._address_of(block.question))
        return ShownBlock(block=block, goal=goal)

    def _address_of(self, name: str) -> str:
        items = self.opened.definition.items_named(name)
        return items[0].path if items else ""


def _is_calculated(item: Item) -> bool:
    return bool(getattr(item, "calculated", False))


def exit_document(workspace: Workspace, subject: Subject) -> Document | None:
    """Return the checklist of a case, None where no exit was begun."""
    mine = [each for each in workspace.vault.drafts.mine() if _is_checklist(each, subject)]
    found = workspace.vault.documents.by_case(subject.case_id, form_id=CHECKLIST)
    return next(
        iter((*mine, *(each for each in reversed(found) if _is_signed(workspace, each)))), None
    )


def _is_checklist(document: Document, subject: Subject) -> bool:
    return document.form_id == CHECKLIST and document.subject.case_id == subject.case_id


def _is_signed(workspace: Workspace, document: Document) -> bool:
    return bool(workspace.vault.revisions.heads(document.document_id))


def open_exit(workspace: Workspace, document: Document) -> ExitScreen:
    """Open a checklist: one's own draft to go on with, else the newest signed version to read.

    Raises:
        NotAllowed: The role does not read or write it.
    """
    if workspace.vault.drafts.has(document.document_id):
        require_document(workspace.sitting, document)
        opened = workspace.casework.resume(document.document_id)
        return ExitScreen(workspace, opened, is_draft=True)
    sight = require_sight(workspace.sitting, document)
    head = workspace.vault.revisions.heads(document.document_id)[0]
    answers = sight.of(head).answers()
    opened = workspace.casework.open_answers(document, head.header.form_hash, answers)
    return ExitScreen(workspace, opened, is_draft=False)


def begin_exit(workspace: Workspace, subject: Subject) -> Document:
    """Begin the exit of a case, or a new version of its signed checklist; return the document.

    Raises:
        NotAllowed: The role does not write it.
    """
    known = exit_document(workspace, subject)
    if known is None:
        return workspace.casework.begin(CHECKLIST, subject).document
    if not workspace.vault.drafts.has(known.document_id):
        workspace.casework.revise(known.document_id, Reason.CONTINUED)
    return known


def overridden(standing: Standing) -> Iterator[ShownPart]:
    """Yield the parts that are judged as met against the records."""
    for check in standing.checks:
        yield from (part for part in check.parts if part.is_override)
