"""The papers of a case: each with its state, what may be done with it, and what may be begun."""

from dataclasses import dataclass, replace
from datetime import date

from outreach_app.domain.authority import Verb, may
from outreach_app.domain.documents import Document, Subject
from outreach_app.domain.states import State
from outreach_app.domain.values import parse_day, text_of
from outreach_app.services.access import access_of
from outreach_app.services.case_files import documents_of
from outreach_app.services.case_view import CaseView
from outreach_app.services.case_words import KIND_QUESTIONS, STATE_WORDS
from outreach_app.services.catalogue import shipped_form_ids
from outreach_app.services.permission import Reader
from outreach_app.services.supervision import StatesOfDocuments
from outreach_app.services.workspace import Workspace
from outreach_app.store.steps import Steps, run_through

_ONCE = frozenset({"client", "case"})
_ASSESSMENT = "risk_assessment"
_KIND_ADDRESS = "section_a/assessment_kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document of a case.

    Attributes:
        kind: What kind of its form it is, in words; "" where forms have no kinds.
        on: Its own date, None while it is only a draft.
        mine: There is a draft of the unlocked person.
        apart: Two versions wait to be merged.
        may_write: The person may write it.
    """

    document_id: str
    form_id: str
    title: str
    kind: str
    on: date | None
    author: str
    state: State
    state_words: str
    mine: bool
    apart: bool
    may_write: bool


@dataclass(frozen=True, slots=True)
class Beginning:
    """A form that the person may begin in this case."""

    form_id: str
    title: str


def papers_of(view: CaseView) -> tuple[Paper, ...]:
    """Return the papers that the person may read: drafts first, then the newest first."""
    return run_through(gathering_papers(view))


def gathering_papers(view: CaseView) -> Steps[tuple[Paper, ...]]:
    """Gather the papers one by one; see `papers_of`."""
    sitting = view.workspace.sitting
    reader = Reader(sitting)
    rights = _Rights(view.workspace, view.subject)
    states = StatesOfDocuments(sitting)
    found = []
    for each in documents_of(sitting.vault, view.subject):
        if reader.sight(each) is not None:
            state = states.of(each.document_id)
            found.append(_paper(view, each, state, may_write=rights.writes(each.form_id)))
        yield
    return tuple(sorted(found, key=_newest_first))


def _newest_first(paper: Paper) -> tuple[bool, int, str]:
    day = paper.on.toordinal() if paper.on is not None else 0
    return (not paper.mine, -day, paper.title)


def _paper(view: CaseView, document: Document, state: State, *, may_write: bool) -> Paper:
    vault = view.workspace.vault
    line = vault.lists.document(document.document_id)
    record = view.case_file.find(document.document_id)
    question = KIND_QUESTIONS.get(document.form_id, "")
    code = text_of(record.answers, question) if record is not None and question else ""
    return Paper(
        document_id=document.document_id,
        form_id=document.form_id,
        title=view.words.form(document.form_id),
        kind=view.words.choice(document.form_id, question, code) if code else "",
        on=parse_day(line.on_date) if line is not None else None,
        author=view.words.initials(line.author_id) if line is not None else "",
        state=state,
        state_words=STATE_WORDS[state],
        mine=vault.drafts.has(document.document_id),
        apart=line is not None and line.head_count > 1,
        may_write=may_write,
    )


def beginnings(workspace: Workspace, subject: Subject) -> tuple[Beginning, ...]:
    """Return every form of which the person may begin a new document in the case, by title."""
    wanted = [each for each in shipped_form_ids() if each not in _ONCE]
    titles, rights = _titles(workspace), _Rights(workspace, subject)
    found = [
        Beginning(each, titles[each]) for each in wanted if each in titles and rights.writes(each)
    ]
    return tuple(sorted(found, key=lambda each: each.title))


def assessment_kinds(workspace: Workspace, subject: Subject) -> tuple[tuple[str, str], ...]:
    """Return the kinds of assessment that the person may begin, code and words."""
    every = [
        (code, workspace.catalogue.label(_ASSESSMENT, "assessment_kind", code))
        for code in ("immediate", "initial", "full", "review", "event", "exit")
    ]
    rights = _Rights(workspace, subject)
    return tuple(
        (code, words) for code, words in every if words and rights.writes(_ASSESSMENT, code)
    )


def _titles(workspace: Workspace) -> dict[str, str]:
    return {
        stored.form_id: stored.title for stored in workspace.vault.forms.all() if stored.allowed
    }


class _Rights:
    """What the person may write in one case; its circle is read once."""

    def __init__(self, workspace: Workspace, subject: Subject) -> None:
        sitting = workspace.sitting
        self._me = sitting.me
        self._access = access_of(
            sitting, subject.case_id, sitting.me.person_id, client_id=subject.client_id
        )

    def writes(self, form_id: str, kind: str = "") -> bool:
        access = replace(self._access, form_id=form_id, assessment_kind=kind)
        return may(self._me.person_id, self._me.role, Verb.WRITE, access).allowed


def begin_assessment(workspace: Workspace, subject: Subject, kind: str) -> Document:
    """Begin a risk assessment of a kind and return its draft.

    Raises:
        NotAllowed: The role does not write assessments of this kind; nothing was begun.
    """
    sitting = workspace.sitting
    access = access_of(
        sitting,
        subject.case_id,
        sitting.me.person_id,
        form_id=_ASSESSMENT,
        kind=kind,
        client_id=subject.client_id,
    )
    sitting.require(Verb.WRITE, access)
    opened = workspace.casework.begin(_ASSESSMENT, subject)
    opened.set_answer(_KIND_ADDRESS, kind)
    return opened.document
