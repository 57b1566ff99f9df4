"""What the record holds already, said beside the question that would ask it again, in every form.

Which question asks for what is a table beside the forms; the value stands with the document that it
comes from, who wrote it there first and when. What a person may not read is not said to them. A form
says nothing of itself, but for a consent: an earlier one of the same kind with the same agency is what
the client was asked before.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.day_words import long_date
from outreach_app.domain.documents import Revision
from outreach_app.domain.partial_dates import partial_date_of
from outreach_app.domain.records import Record
from outreach_app.domain.values import codes_of, rows_of, text_of
from outreach_app.domain.values import day_of as day_in
from outreach_app.phrases import in_a_row, phrase
from outreach_app.report.dates import readable_date
from outreach_app.services.case_people import channels_in
from outreach_app.services.case_words import CaseWords
from outreach_app.services.goal_story import last_note_words
from outreach_app.services.instants import day_of
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import Reader
from outreach_app.services.references import dependant_title
from outreach_app.services.row_names import row_of
from outreach_app.services.shipped import forms_folder, read_table
from outreach_app.services.workspace import Workspace

TABLE = "held.csv"
_NOT_KNOWN = frozenset({"", "unknown", "not_asked", "not_today"})
_GOAL = ("support_plan", "goal_status")
_CONSENT, _SHARE = "consent", "share"
_CONTACTS, _DEPENDANTS, _PAPERS = "safe_contacts", "dependants", "documents_held"


class HeldKind(StrEnum):
    """Why something stands beside a question."""

    FACT = "fact"
    NOT_OFFERED = "not_offered"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFact:
    """One thing that is recorded already.

    Attributes:
        label: What it is, such as “Pregnant”.
        value: In words.
        source: Out of which document, by whom and when.
        kind: An answer; what is named so that nobody uses it, as a channel that is not safe; or the
            last note about the goal that a question of the plan belongs to, all of it in `value`.
    """

    label: str
    value: str
    source: str
    kind: HeldKind = HeldKind.FACT

    @property
    def words(self) -> str:
        """The whole in one sentence."""
        if self.kind is HeldKind.NOTE:
            return self.value
        if self.kind is HeldKind.NOT_OFFERED:
            return phrase("Not offered: {what}", what=self.value)
        return phrase(
            "Already recorded – do not ask again unless the client raises it: {label}: {value} "
            "({source})",
            label=self.label,
            value=self.value,
            source=self.source,
        )


@cache
def held_table() -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Return which facts answer which question: (form, question) to (form, question) of the source."""
    return {
        (row["form"], row["question"]): tuple(
            (form_id, name)
            for form_id, _dot, name in (each.partition(".") for each in row["held"].split())
        )
        for row in read_table(forms_folder() / TABLE)
    }


class RecordedBeside:
    """Looks up what is held for the questions of one form about one case."""

    def __init__(
        self,
        workspace: Workspace,
        case_file: CaseFile,
        form_id: str,
        opened: OpenDocument | None = None,
    ) -> None:
        """Begin; nothing is read before a question of the table is drawn.

        Args:
            workspace: The unlocked vault.
            case_file: The case.
            form_id: Of the form whose questions are meant.
            opened: The document that is being written, if there is one.
        """
        self._workspace = workspace
        self._case_file = case_file
        self._form_id = form_id
        self._opened = opened
        self._words = CaseWords(workspace)
        self._reader = Reader(workspace.sitting)
        self._histories: dict[str, Sequence[Revision]] = {}

    @property
    def follows_answers(self) -> bool:
        """Whether other answers of the document decide what is held beside a question."""
        return self._form_id == _CONSENT

    def has(self, address: str) -> bool:
        """Say whether the table names a fact for a question."""
        return (self._form_id, _name_in(address)) in held_table()

    def of(self, address: str) -> tuple[HeldFact, ...]:
        """Return what is held for a question, by its address or name."""
        name = _name_in(address)
        if (self._form_id, name) == _GOAL:
            return tuple(self._note_about(row_of(address)))
        wanted = held_table().get((self._form_id, name), ())
        return tuple(fact for source in wanted for fact in self._facts(*source))

    def _note_about(self, goal: str) -> Iterator[HeldFact]:
        said = last_note_words(self._case_file, self._words).get(goal, "")
        if said:
            yield HeldFact(label="", value=said, source="", kind=HeldKind.NOTE)

    def _facts(self, form_id: str, name: str) -> Iterator[HeldFact]:
        history = self._history(form_id)
        if not history:
            return
        now = history[-1].flat()
        source = self._source(form_id, name, history)
        if name == _CONTACTS:
            yield from self._channels(now, source)
            return
        value = self._value(form_id, name, now)
        if value:
            label = self._words.question(form_id, name)
            yield HeldFact(label=label, value=value, source=source)

    def _history(self, form_id: str) -> Sequence[Revision]:
        """Return the counted versions of the newest document of a form, as this person may read them."""
        record = self._newest(form_id)
        if record is None or record.unresolved:
            return ()
        if record.document_id not in self._histories:
            found: Sequence[Revision] = ()
            vault = self._workspace.vault
            sight = self._reader.sight(vault.documents.get(record.document_id))
            if sight is not None:
                every = vault.revisions.history(record.document_id)
                found = tuple(sight.of(each) for each in every if each.counted)
            self._histories[record.document_id] = found
        return self._histories[record.document_id]

    def _newest(self, form_id: str) -> Record | None:
        if form_id != self._form_id:
            return self._case_file.newest(form_id)
        if form_id != _CONSENT or self._opened is None:
            return None
        return _asked_before(self._case_file, self._opened)

    def _source(self, form_id: str, name: str, history: Sequence[Revision]) -> str:
        """Return document, author and day of the version since which the answer has not changed."""
        now = _kept(history[-1].flat(), name)
        since = history[-1]
        for each in reversed(history):
            if _kept(each.flat(), name) != now:
                break
            since = each
        day = day_of(since.header.signed_at)
        who = self._words.initials(since.header.author_id)
        return in_a_row((self._words.form(form_id), who, long_date(day)))

    def _channels(self, client: FlatAnswers, source: str) -> Iterator[HeldFact]:
        """Yield the ways to reach the client: the safe ones, and which are not to be used."""
        for way in channels_in(client, self._words):
            words = in_a_row((way.kind, way.value), ": ")
            yield HeldFact(
                label=phrase("Safe contact"),
                value=in_a_row((words, *(() if way.is_safe else (way.safe_words,)))),
                source=source,
                kind=HeldKind.FACT if way.is_safe else HeldKind.NOT_OFFERED,
            )

    def _value(self, form_id: str, name: str, answers: FlatAnswers) -> str:
        reader = _READERS.get(name)
        if reader is not None:
            return reader(answers, self._words)
        born = partial_date_of(answers, name)
        if born is not None:
            return readable_date(born.iso)
        day = day_in(answers, name)
        if day is not None and text_of(answers, name) == day.isoformat():
            return readable_date(day.isoformat())
        codes = [code for code in codes_of(answers, name) if code not in _NOT_KNOWN]
        text = text_of(answers, name)
        if not codes:
            return ""
        labels = [self._workspace.catalogue.label(form_id, name, code) for code in codes]
        return in_a_row(labels) if all(labels) else text


def _name_in(address: str) -> str:
    return address.rpartition("/")[2].partition("[")[0]


def _asked_before(case_file: CaseFile, opened: OpenDocument) -> Record | None:
    """Return the newest other consent of the kind that is being asked for, with the same agency."""

    def about(answers: FlatAnswers) -> tuple[str, str]:
        return text_of(answers, "con_kind"), text_of(answers, "con_agency")

    kind, agency = about(opened.answers())
    if not kind or (kind == _SHARE and not agency):
        return None
    return next(
        (
            record
            for record in reversed(case_file.all(_CONSENT))
            if record.document_id != opened.document.document_id
            and about(record.answers) == (kind, agency)
        ),
        None,
    )


def _kept(answers: FlatAnswers, name: str) -> object:
    """Return an answer with the leaves of its group, to be compared."""
    inside = f"{name}_"
    return {key: value for key, value in answers.items() if key == name or key.startswith(inside)}


def _dependants(answers: FlatAnswers, words: CaseWords) -> str:
    rows = rows_of(answers, _DEPENDANTS)
    return in_a_row((dependant_title(row, words.choice) for row in rows), "; ")


def _papers(answers: FlatAnswers, words: CaseWords) -> str:
    return in_a_row(
        (
            in_a_row(
                (
                    words.choice("case", "doc_kind", text_of(row, "doc_kind")),
                    words.choice("case", "doc_status", text_of(row, "doc_status")),
                ),
                ": ",
            )
            for row in rows_of(answers, _PAPERS)
            if text_of(row, "doc_kind")
        ),
        "; ",
    )


_READERS: dict[str, Callable[[FlatAnswers, CaseWords], str]] = {
    _DEPENDANTS: _dependants,
    _PAPERS: _papers,
}
