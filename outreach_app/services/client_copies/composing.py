"""The client's own copy of a plan: few words in large type, and a neutral one that is safe if found.

What reaches a copy is named question by question, and of these only answers whose part may go: parts
for staff, about other people and about places are never read for it. So nothing is found out by
looking at words, with one exception: a neutral copy leaves out every passage that has a word or name
that would tell what it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach_app.domain.answers import FlatAnswers, flatten
from outreach_app.domain.authority import Verb
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Document, PartName
from outreach_app.domain.values import parse_day, text_of
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Item
from outreach_app.engine.languages import find_language, name_of
from outreach_app.phrases import phrase
from outreach_app.report.large_copy import LargeCopy, LargeLine, LargePassage
from outreach_app.report.symbols import Symbol
from outreach_app.services.case_words import reference_of
from outreach_app.services.client_copies.errors import NotForClients, NothingSigned
from outreach_app.services.client_copies.goals import goal_passages
from outreach_app.services.client_copies.leaving import (
    left_out_of_every,
    left_out_of_neutral,
    telling_names,
    warnings,
    without_telling,
)
from outreach_app.services.client_copies.plans import COPIED_FORMS, PLAN, SAFETY_PLAN, Manner
from outreach_app.services.client_copies.speaking import FormSpeech
from outreach_app.services.permission import require_document
from outreach_app.services.printed_document import case_of
from outreach_app.services.printing import Composed
from outreach_app.services.shown_state import ShownState, shown_state
from outreach_app.services.workspace import Workspace

NEVER_IN_A_COPY = frozenset(
    {
        PartName.STAFF.value,
        PartName.THIRD_PARTY.value,
        PartName.INTERNAL.value,
        PartName.LOCATION.value,
        PartName.CASEFILE.value,
        PartName.EARLIER.value,
    }
)
NEVER_IN_A_NEUTRAL_COPY = NEVER_IN_A_COPY | {PartName.SPECIAL.value}
_OWN_WORDS = "own_words"
_ENGLISH = "eng"
_PRINTED_TAG = "en-GB"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A question that may reach a copy.

    Attributes:
        empty_lines: Nothing of it is copied; so many lines are there to write on.
        neutral: It may stand on a neutral copy.
    """

    question: str
    symbol: Symbol
    empty_lines: int = 0
    neutral: bool = True


_BEFORE_GOALS = (
    _Wanted("hopes_words", Symbol.STAR),
    _Wanted("good_day_words", Symbol.SUN),
    _Wanted("important_to_me", Symbol.HEART),
    _Wanted("how_to_support_me", Symbol.PEOPLE, neutral=False),
)
_SAFETY = (
    _Wanted("sp_warning_signs", Symbol.EYE),
    _Wanted("sp_what_i_do", Symbol.ARROW),
    _Wanted("sp_who_i_call", Symbol.PHONE, empty_lines=3),
    _Wanted("sp_999", Symbol.PHONE),
    _Wanted("sp_safe_places", Symbol.PLACE, empty_lines=2),
    _Wanted("sp_phone", Symbol.PHONE),
    _Wanted("sp_if_seen", Symbol.EYE),
    _Wanted("sp_if_offered", Symbol.SPEECH),
    _Wanted("sp_family", Symbol.PEOPLE),
    _Wanted("sp_feelings", Symbol.HEART, neutral=False),
    _Wanted("sp_self_harm", Symbol.HEART, neutral=False),
    _Wanted("sp_papers_bag", Symbol.BAG),
    _Wanted("sp_court", Symbol.SPEECH, neutral=False),
    _Wanted("sp_missing_agreement", Symbol.PHONE, neutral=False),
)
_NOTED_AT = {PLAN: "plan_copy_for_client", SAFETY_PLAN: "sp_copy"}
"""Where a document says how the client has the copy."""
_TITLES = {
    (PLAN, Manner.OWN): ("plan_copy_title", "My plan"),
    (PLAN, Manner.NEUTRAL): ("plan_copy_neutral_title", "My notes"),
    (SAFETY_PLAN, Manner.OWN): ("sp_copy_title", "My safety plan"),
    (SAFETY_PLAN, Manner.NEUTRAL): ("sp_copy_neutral_title", "My notes"),
}
"""Where the form holds the title of a copy, so that a translation of the form has it too."""
_READ_BACK = "sp_read_back_text"
_AGREED_AT = {PLAN: "plan_client_agreement", SAFETY_PLAN: "sp_agreement"}
"""Where it says whether the client agrees."""


@dataclass(frozen=True, slots=True)
class _Source:
    workspace: Workspace
    document: Document
    state: ShownState
    case_file: CaseFile
    manner: Manner
    speech: FormSpeech
    flat: FlatAnswers

    @property
    def is_neutral(self) -> bool:
        return self.manner is Manner.NEUTRAL

    @property
    def lacks(self) -> str:
        """The client's language in words where the headings are not in it, else ""."""
        code = text_of(self.case_file.client, "first_language")
        if not code or code == _ENGLISH or self.speech.language is not None:
            return ""
        return self.workspace.catalogue.words("client", "first_language", code)


def compose_client_copy(workspace: Workspace, document: Document, manner: Manner) -> Composed:
    """Return what a copy for the client says, and what it leaves out.

    Args:
        workspace: The unlocked vault.
        document: A support plan or a safety plan.
        manner: The client's own copy, or the neutral one.

    Raises:
        NotAllowed: The role does not print this.
        NotForClients: There is no such copy of this form.
        NothingSigned: Nothing is signed yet.
    """
    require_document(workspace.sitting, document, Verb.PRINT)
    if document.form_id not in COPIED_FORMS:
        raise NotForClients
    if not workspace.vault.revisions.head_ids(document.document_id):
        raise NothingSigned
    source = _source(workspace, document, manner)
    content, told = _copy(source)
    if not source.speech.is_whole:
        # Nothing is said half in one language and half in another.
        source = replace(source, speech=FormSpeech(source.state.definition, None))
        content, told = _copy(source)
    item = _item(source.state.definition, _NOTED_AT[document.form_id])
    revision = source.state.revision
    return Composed(
        content=content,
        name=_file_name(source),
        subject=document.subject,
        document_id=document.document_id,
        revision_id=revision.revision_id if revision is not None else "",
        client_copy=True,
        left_out=(*_warned(source), *told, *_left_out(source)),
        answer_at=item.path if item is not None else "",
    )


def _source(workspace: Workspace, document: Document, manner: Manner) -> _Source:
    without = NEVER_IN_A_NEUTRAL_COPY if manner is Manner.NEUTRAL else NEVER_IN_A_COPY
    state = shown_state(workspace, document, without, reviewed=False)
    case_file = workspace.casework.case_file(case_of(workspace, document.subject))
    language = _language(workspace, state.definition, case_file)
    flat = flatten(state.answers)
    speech = FormSpeech(state.definition, language)
    return _Source(workspace, document, state, case_file, manner, speech, flat)


def _language(workspace: Workspace, definition: FormDefinition, case_file: CaseFile) -> str | None:
    code = text_of(case_file.client, "first_language")
    name = workspace.catalogue.words("client", "first_language", code)
    return find_language(definition.languages, code=code, name=name) if code else None


def _copy(source: _Source) -> tuple[LargeCopy, tuple[str, ...]]:
    """Return the copy, and a sentence about each passage that a neutral one does not have."""
    sitting, speech = source.workspace.sitting, source.speech
    passages, told = tuple(_passages(source)), tuple[str, ...]()
    question, title = _TITLES[source.document.form_id, source.manner]
    copy = LargeCopy(
        title=speech.title(question, title),
        passages=passages,
        made_at=sitting.now(),
        language=speech.tag or _PRINTED_TAG,
    )
    if source.is_neutral:
        names = telling_names(sitting, source.case_file)
        passages, told = without_telling(passages, names)
        return replace(copy, passages=passages), told
    name = text_of(source.case_file.client, "preferred_name")
    copy = replace(
        copy,
        reference=reference_of(source.workspace, source.document.subject),
        lead=" · ".join(each for each in (name, speech.day(sitting.today())) if each),
        remark=_language_remark(source),
        foot=sitting.configuration.name,
        organisation=sitting.configuration.name,
        maker="Outreach",
    )
    return copy, told


def _language_remark(source: _Source) -> str:
    """Return what the sheet says of its own language; "" where it is the client's."""
    if not source.lacks:
        return ""
    first = next(iter(source.state.definition.languages), "")
    return (
        f"The headings are in {name_of(first) or 'English'}: there are none in {source.lacks} yet."
    )


def _file_name(source: _Source) -> str:
    if source.is_neutral:
        return "my-notes.pdf"
    reference = reference_of(source.workspace, source.document.subject)
    kind = source.document.form_id.replace("_", "-")
    return f"{reference.replace('/', '-').replace(' ', '-')}-{kind}-copy.pdf"


# ---- what stands on it ----------------------------------------------------------------------


def _passages(source: _Source) -> Iterator[LargePassage]:
    if source.document.form_id == SAFETY_PLAN:
        yield from _answered(source, _SAFETY)
        return
    yield from _answered(source, _BEFORE_GOALS)
    yield from goal_passages(
        source.speech,
        source.flat,
        only_own=source.is_neutral,
        name=text_of(source.case_file.client, "preferred_name"),
    )
    review = text_of(source.flat, "plan_next_review")
    if review and not source.is_neutral:
        day = source.speech.day(parse_day(review))
        heading = source.speech.label("plan_next_review")
        yield LargePassage(heading, Symbol.DAY, (LargeLine(day),))


def _answered(source: _Source, wanted: tuple[_Wanted, ...]) -> Iterator[LargePassage]:
    for each in wanted:
        if source.is_neutral and not each.neutral:
            continue
        heading = source.speech.label(each.question)
        if each.empty_lines:
            yield LargePassage(heading, each.symbol, empty_lines=each.empty_lines)
            continue
        item = _item(source.state.definition, each.question)
        is_group = item is not None and item.extras.get("type", "") == _OWN_WORDS
        text = text_of(source.flat, f"{each.question}_text" if is_group else each.question)
        paragraphs = tuple(LargeLine(line.strip()) for line in text.split("\n") if line.strip())
        if paragraphs:
            yield LargePassage(heading, each.symbol, paragraphs)


def _warned(source: _Source) -> Iterator[str]:
    title = source.workspace.catalogue.newest(source.document.form_id).title
    copy_now = text_of(source.flat, _NOTED_AT[source.document.form_id])
    agreement = text_of(source.flat, _AGREED_AT[source.document.form_id])
    yield from warnings(copy_now, agreement, len(source.state.conflicts), title)
    if source.document.form_id == SAFETY_PLAN and not text_of(source.flat, _READ_BACK):
        yield phrase("{paper} does not say what the client said back.", paper=title)


def _left_out(source: _Source) -> Iterator[str]:
    if source.is_neutral:
        yield from left_out_of_neutral()
    yield from left_out_of_every()
    if source.lacks:
        yield phrase(
            "The form does not have every heading in {language}: all of them are in its first "
            "language. What the client said stands as it was written.",
            language=source.lacks,
        )


def _item(definition: FormDefinition, question: str) -> Item | None:
    return next(iter(definition.items_named(question)), None)
