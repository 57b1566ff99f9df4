"""One document as a readable copy: cover, open flags, the answers, the trend, what is not known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from outreach_app.domain.answers import FlatAnswers, flatten
from outreach_app.domain.assessments import Assessment
from outreach_app.domain.casefile import ASSESSMENT, CaseFile
from outreach_app.domain.documents import Document, PartName, Review, ReviewVerb, Subject
from outreach_app.domain.flags import Flag as SafetyFlag
from outreach_app.domain.levels import RiskLevel, parse_level
from outreach_app.domain.records import OWN_DATE
from outreach_app.domain.referral_receiver import for_receiver
from outreach_app.domain.risk import effective_level
from outreach_app.domain.states import State
from outreach_app.domain.values import day_of, first_text, parse_day, text_of
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import in_language
from outreach_app.engine.languages import find_language, name_of
from outreach_app.report.composing import DocumentFrame, document_from_form, gaps_once
from outreach_app.report.content import (
    Fact,
    Flag,
    Missing,
    PrintDocument,
    Section,
    Table,
)
from outreach_app.report.dates import readable_instant
from outreach_app.report.outline import outline_of
from outreach_app.services.calculated_words import with_words
from outreach_app.services.case_events import drawn_trend
from outreach_app.services.case_words import (
    KIND_QUESTIONS,
    PART_WORDS,
    STATE_WORDS,
    CaseWords,
    day_words,
    in_words,
    level_words,
    reference_of,
    reference_words,
)
from outreach_app.services.comparing import Wording
from outreach_app.services.form_facts import sources_of
from outreach_app.services.printed_pictures import picture_section
from outreach_app.services.shown_state import ShownState, shown_state
from outreach_app.services.supervision import document_state
from outreach_app.services.workspace import Workspace
from outreach_app.store.steps import Steps

CLIENT_LEAVES_OUT = frozenset(
    {PartName.STAFF.value, PartName.THIRD_PARTY.value, PartName.INTERNAL.value}
)
COMPROMISED = "location_compromised"
DRAFT_WARNING = "Draft – nobody's word yet"
_CLIENT_MARKING = "Copy for the client"
_PASSED = frozenset({State.APPROVED, State.COUNTERSIGNED})
_SAID = {
    ReviewVerb.APPROVE: "Approved by",
    ReviewVerb.COUNTERSIGN: "Countersigned by",
    ReviewVerb.CLOSE: "Closed by",
    ReviewVerb.RETURN: "Returned by",
}
_VERBS = {
    ReviewVerb.COMMENT: "Comment",
    ReviewVerb.APPROVE: "Approved",
    ReviewVerb.RETURN: "Returned",
    ReviewVerb.COUNTERSIGN: "Countersigned",
    ReviewVerb.CLOSE: "Closed",
}
_NEXT = {"risk_assessment": "next_review", "support_plan": "plan_next_review"}
_SHORT_ID = 12
# A copy of these is sent to others: it says nothing of the case beyond its own answers, neither the
# flags (health among them) nor what colleagues remarked.
_LEAVES_THE_HOUSE = frozenset({"referral"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What a copy leaves out.

    Attributes:
        parts: Names of the parts.
        named: Those among them whose absence the copy states, with the reason in words.
        for_client: It is the client's own copy: it says nothing of flags, states and reviews.
        outside: It goes to another service: it says nothing of flags, other papers and remarks.
    """

    parts: frozenset[str] = frozenset()
    named: tuple[str, ...] = ()
    for_client: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class _Copy:
    workspace: Workspace
    document: Document
    state: ShownState
    case_file: CaseFile
    words: CaseWords
    leaving: Leaving
    language: str | None

    @property
    def is_outside(self) -> bool:
        return self.leaving.outside or self.document.form_id in _LEAVES_THE_HOUSE

    @property
    def flat(self) -> FlatAnswers:
        return flatten(self.state.answers)

    def choice(self, question: str) -> str:
        form_id = self.document.form_id
        return self.words.choice(form_id, question, text_of(self.flat, question))


def copying_document(
    workspace: Workspace, document: Document, case_file: CaseFile, leaving: Leaving
) -> Steps[tuple[PrintDocument, ShownState]]:
    """Make step by step a document ready to be set, and the state that it shows.

    Args:
        workspace: The unlocked vault.
        document: Which document.
        case_file: The case around it; for the record of a client that of one of the cases.
        leaving: What the copy leaves out.

    Raises:
        NoDraft: Nothing is signed, and the draft is somebody else's.
    """
    state = shown_state(workspace, document, leaving.parts, reviewed=not leaving.for_client)
    language = _language(workspace, state.definition, case_file, for_client=leaving.for_client)
    copy = _Copy(workspace, document, state, case_file, CaseWords(workspace), leaving, language)
    yield
    references = reference_words(workspace, case_file, copy.words)
    yield
    outline = outline_of(state.definition, language=language, references=references)
    yield
    frame = DocumentFrame(
        document=_cover(copy),
        missing=tuple(_missing(copy)),
        withheld=(*(PART_WORDS.get(name, name) for name in state.withheld), *leaving.named),
        without_parts=leaving.parts,
    )
    yield
    answers = for_receiver(document.form_id, state.answers) if leaving.outside else state.answers
    spoken = with_words(state.definition, answers)
    yield
    composed = document_from_form(outline, spoken, frame)
    yield
    sections = gaps_once(composed.sections, _label_of_gaps(state.definition, language))
    yield
    pictures = picture_section(workspace, state, language)
    return replace(composed, sections=(*_with_more(copy, sections), *pictures)), state


def _language(
    workspace: Workspace, definition: FormDefinition, case_file: CaseFile, *, for_client: bool
) -> str | None:
    """Return in which of its languages a form is read: the client's own copy in the client's."""
    if for_client:
        code = text_of(case_file.client, "first_language")
        name = workspace.catalogue.words("client", "first_language", code)
        own = find_language(definition.languages, code=code, name=name) if code else None
        if own is not None:
            return own
    return workspace.catalogue.language_of(definition)


def _label_of_gaps(definition: FormDefinition, language: str | None) -> str:
    path = sources_of(definition).get("risk.gaps", "")
    item = definition.item_at(path) if path else None
    return in_language(item.label, language) if item is not None else ""


def _cover(copy: _Copy) -> PrintDocument:
    sitting, for_client = copy.workspace.sitting, copy.leaving.for_client
    silent = for_client or copy.is_outside
    level = _level(copy)
    return PrintDocument(
        title=copy.state.definition.title,
        reference=reference_of(copy.workspace, copy.document.subject),
        made_at=sitting.now(),
        subtitle=copy.choice(KIND_QUESTIONS.get(copy.document.form_id, "")),
        level=level.code if level is not None else "",
        level_words=level_words(level),
        facts=tuple(fact for fact in _facts(copy) if fact.value),
        open_flags=None if silent else tuple(map(shown_flag, copy.case_file.open_flags())),
        flags_on="" if silent or not _is_past(copy) else day_words(copy.case_file.on),
        flags_then="" if silent else _flags_then(copy),
        state=_foot(copy),
        warning=_warning(copy),
        marking=_CLIENT_MARKING if for_client else "Confidential",
        organisation=sitting.configuration.name,
    )


def shown_flag(flag: SafetyFlag) -> Flag:
    """Return an open flag for the top of a copy."""
    since = f"Since {day_words(flag.set_on)}" if flag.set_on is not None else ""
    held = f"Held by {flag.held_by}." if flag.held_by else ""
    return Flag(in_words(flag.code), since, " ".join(filter(None, (flag.note, held))))


def _is_past(copy: _Copy) -> bool:
    own = _own_date(copy)
    return own is not None and own < copy.case_file.on


def _flags_then(copy: _Copy) -> str:
    own = _own_date(copy)
    if own is None or not _is_past(copy):
        return ""
    then = [in_words(flag.code) for flag in copy.case_file.flags if flag.is_open(own)]
    named = "; ".join(sorted(set(then))) or "none"
    return f"Open on {day_words(own)}, the date of this document: {named}."


def _level(copy: _Copy) -> RiskLevel | None:
    if copy.document.form_id != ASSESSMENT:
        return None
    assessment = _assessment(copy)
    if assessment is not None:
        return assessment.effective
    return effective_level(
        parse_level(text_of(copy.flat, "indicated_level")),
        parse_level(text_of(copy.flat, "overall_level")),
        countersigned=False,
    )


def _assessment(copy: _Copy) -> Assessment | None:
    wanted = copy.document.document_id
    found = (each for each in copy.case_file.assessments if each.record.document_id == wanted)
    return next(found, None)


def _facts(copy: _Copy) -> Iterator[Fact]:
    revision = copy.state.revision
    yield Fact("Reference", reference_of(copy.workspace, copy.document.subject))
    yield Fact("Date", day_words(_own_date(copy)))
    author = copy.workspace.sitting.me.person_id
    if revision is not None:
        author = revision.header.author_id
    yield Fact("Written by", copy.words.person(author))
    if revision is not None:
        yield Fact("Signed", readable_instant(revision.header.signed_at))
    languages = copy.state.definition.languages
    if len(languages) > 1:
        yield Fact("Read in", name_of(copy.language or languages[0]))
    if not copy.leaving.for_client:
        yield from _staff_facts(copy)


def _own_date(copy: _Copy) -> date | None:
    written = first_text(copy.flat, OWN_DATE.get(copy.document.form_id, ()))
    revision = copy.state.revision
    return parse_day(written) or (parse_day(revision.header.signed_at) if revision else None)


def _staff_facts(copy: _Copy) -> Iterator[Fact]:
    for review in _last_word(copy.state.reviews):
        at = readable_instant(review.signed_at)
        yield Fact(_SAID[review.verb], f"{copy.words.person(review.reviewer_id)}, {at}")
    yield Fact("State", _state_words(copy))
    due = day_of(copy.flat, _NEXT.get(copy.document.form_id, ""))
    newest = copy.case_file.newest(copy.document.form_id)
    counts = newest is not None and newest.document_id == copy.document.document_id
    late = counts and due is not None and due < copy.case_file.on
    yield Fact("Next review", f"{day_words(due)}{', overdue' if late else ''}")
    definition = copy.state.definition
    yield Fact("Form", f"{definition.title}, version\u00a0{definition.version}")
    revision = copy.state.revision
    if revision is not None:
        short = revision.revision_id.removeprefix("sha256:")[:_SHORT_ID]
        yield Fact("Revision", f"{copy.state.number}, {short}")


def _last_word(reviews: Iterable[Review]) -> tuple[Review, ...]:
    words = [each for each in reviews if each.verb in _SAID]
    return tuple(words[-1:])


def _state_words(copy: _Copy) -> str:
    sitting, document_id = copy.workspace.sitting, copy.document.document_id
    state = State.DRAFT
    if copy.state.revision is not None:
        state = document_state(sitting, document_id)
    closed = any(each.verb is ReviewVerb.CLOSE for each in _last_word(copy.state.reviews))
    return "Closed" if closed and state in _PASSED else STATE_WORDS[state]


def _foot(copy: _Copy) -> str:
    revision = copy.state.revision
    if revision is None:
        return DRAFT_WARNING
    signed = f"Signed {readable_instant(revision.header.signed_at)}"
    if copy.leaving.for_client:
        return signed
    return f"{signed} by {copy.words.initials(revision.header.author_id)}  ·  {_state_words(copy)}"


def _warning(copy: _Copy) -> str:
    state = copy.state
    if state.revision is None:
        return DRAFT_WARNING
    if state.heads > 1:
        return (
            f"{state.heads} versions of this document are not merged yet. Where they differ, the "
            "more cautious answer is shown."
        )
    if not state.revision.counted:
        return f"This version does not count: {state.revision.not_counted}."
    return ""


def _missing(copy: _Copy) -> Iterator[Missing]:
    """Yield what the answers themselves do not show as open."""
    if copy.state.draft is not None:
        for obstacle in copy.state.draft.obstacles():
            yield Missing(obstacle.text, "Still needed before signing")
    assessment = _assessment(copy) if not copy.leaving.for_client else None
    for gap in assessment.open_gaps() if assessment is not None else ():
        if assessment is not None and gap.source not in assessment.codes and not gap.row_id:
            yield Missing(gap.question, "Not answered", _place(copy.state.definition, gap.source))


def _place(definition: FormDefinition, name: str) -> str:
    """Return the title of the part of the form in which a question stands."""
    items = definition.items_named(name)
    path = items[0].path.rpartition("/")[0] if items else ""
    while path:
        group = definition.item_at(path)
        if group is not None and in_language(group.label, None):
            return in_language(group.label, None)
        path = path.rpartition("/")[0]
    return ""


def _with_more(copy: _Copy, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Add what is not in the form: the trend beside the risks, conflicts, what reviewers said."""
    shown = list(sections)
    stays = copy.leaving.for_client or copy.is_outside  # it speaks of other documents and of flags
    if not stays and copy.document.form_id == ASSESSMENT:
        trend = drawn_trend(copy.case_file, copy.words, until=_own_date(copy))
        if trend is not None:
            names = [section.name for section in shown]
            at = names.index("section_f") if "section_f" in names else len(names)
            shown.insert(at, Section("Risk over time", (trend,)))
    if copy.state.conflicts:
        shown.insert(0, _conflicts(copy))
    said = () if copy.is_outside else tuple(_said(copy))
    if said:
        table = Table(("When", "Who", "What"), said, (0.24, 0.22, 0.54))
        shown.append(Section("Said about this version", (table,)))
    return tuple(shown)


def _conflicts(copy: _Copy) -> Section:
    wording = Wording(copy.state.definition, language=copy.language)
    rows = tuple(
        (
            wording.label(each.address),
            "\n".join(_value(wording, each.address, value) for value in each.values),
            _value(wording, each.address, each.shown),
        )
        for each in copy.state.conflicts
    )
    head = ("Question", "Answers", "Shown until decided")
    return Section("To be decided", (Table(head, rows, (0.36, 0.34, 0.3)),))


def _value(wording: Wording, address: str, value: str) -> str:
    return f"– {wording.answer(address, value) or '(empty)'}"


def _said(copy: _Copy) -> Iterator[tuple[str, str, str]]:
    wording = Wording(copy.state.definition, language=copy.language)
    for review in copy.state.reviews:
        who = copy.words.person(review.reviewer_id)
        at = readable_instant(review.signed_at)
        yield at, who, ": ".join(filter(None, (_VERBS[review.verb], review.text)))
        for comment in review.comments:
            items = copy.state.definition.items_named(comment.question)
            if not items or items[0].part not in copy.leaving.parts:
                label = wording.label(items[0].path) if items else comment.question
                yield at, who, f"{label}: {comment.text}"


def case_of(workspace: Workspace, subject: Subject) -> Subject:
    """Return the subject with a case: for what is about a client, their newest one if any."""
    if subject.case_id:
        return subject
    cases = [each for each in workspace.vault.lists.cases() if each.client_id == subject.client_id]
    newest = max(cases, key=lambda each: (each.opened_on, each.case_id), default=None)
    return replace(subject, case_id=newest.case_id) if newest is not None else subject
