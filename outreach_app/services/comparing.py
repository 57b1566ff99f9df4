"""What changed in a document, question by question, with labels and words instead of codes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from outreach_app.domain.answers import Answers, leaves
from outreach_app.domain.documents import Document, Revision
from outreach_app.engine.definition import FormDefinition
from outreach_app.report.dates import readable_instant
from outreach_app.services.calculated_words import spoken
from outreach_app.services.case_words import references_of
from outreach_app.services.form_facts import (
    ChoiceLabels,
    choice_labels,
    in_form_order,
    is_masked,
    question_label,
    short_address,
)
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import require_sight
from outreach_app.services.workspace import Workspace

_ROW = re.compile(r"\[[^\]]*\]")
_CHOSEN = frozenset({"select_one", "select_multiple"})
_DATED = frozenset({"date", "dateTime"})


@dataclass(frozen=True, slots=True)
class Differing:
    """One question whose answer differs; `old` and `new` are words, "" for no answer.

    Attributes:
        masked: It is shown only to whoever asks for it.
    """

    address: str
    label: str
    old: str
    new: str
    masked: bool = False

    def words(self) -> str:
        """Return the change in words, on one line where the answers are."""
        return f"{self.label}: {self.old or '(empty)'} → {self.new or '(empty)'}"


def changes_of(workspace: Workspace, document: Document) -> tuple[Differing, ...]:
    """Return what the newest signed revision changed against the revision it was made from.

    Raises:
        NotAllowed: This person may not read the document.
    """
    sight = require_sight(workspace.sitting, document)
    heads = workspace.vault.revisions.heads(document.document_id)
    if not heads:
        return ()
    newest = max(heads, key=lambda head: (head.header.signed_at, head.revision_id))
    definition = workspace.catalogue.definition(newest.header.form_hash)
    references = references_of(workspace, document)
    before = version_before(workspace, newest)
    old = sight.of(before).answers() if before is not None else {}
    return differing(definition, old, sight.of(newest).answers(), references)


def version_before(workspace: Workspace, revision: Revision) -> Revision | None:
    """Return the version that a revision was made from, the newest of several, None for the first."""
    parents = [
        workspace.vault.revisions.get(parent)
        for parent in revision.header.parents
        if workspace.vault.revisions.holds(parent)
    ]
    return max(parents, key=lambda each: (each.header.signed_at, each.revision_id), default=None)


def draft_changes(workspace: Workspace, open_document: OpenDocument) -> tuple[Differing, ...]:
    """Return what a draft changes against the revision that it was begun from."""
    base = open_document.draft.base
    before = workspace.vault.revisions.get(base[0]).answers() if base else {}
    references = references_of(workspace, open_document.document)
    after = open_document.session.answers()
    return differing(open_document.definition, before, after, references)


def differing(
    definition: FormDefinition,
    old: Mapping[str, object],
    new: Mapping[str, object],
    references: Mapping[str, str] | None = None,
) -> tuple[Differing, ...]:
    """Return the questions whose answers differ, in the form's order: the new answers, then the old."""
    before = dict(leaves(in_form_order(definition, old)))
    after = dict(leaves(in_form_order(definition, new)))
    words = Wording(definition, references)
    return tuple(
        Differing(
            address=address,
            label=words.label(address),
            old=words.answer(address, before.get(address, "")),
            new=words.answer(address, after.get(address, "")),
            masked=is_masked(definition, address),
        )
        for address in dict.fromkeys((*after, *before))
        if before.get(address, "") != after.get(address, "")
    )


class Wording:
    """Labels of questions and words of answers of one form, by address."""

    def __init__(
        self,
        definition: FormDefinition,
        references: Mapping[str, str] | None = None,
        language: str | None = None,
    ) -> None:
        """Read the labels of a form.

        Args:
            definition: The form.
            references: The words of ids that answers may hold.
            language: One of the form's languages, None for its first.
        """
        self._definition = definition
        self._language = language
        self._choices: ChoiceLabels = choice_labels(definition, language)
        self._references = references or {}

    def in_order(self, answers: Mapping[str, Any]) -> Answers:
        """Return answers in the order of the form's questions."""
        return in_form_order(self._definition, answers)

    def label(self, address: str) -> str:
        """Return the label of a question, with the groups that give it meaning in front."""
        return question_label(self._definition, address, self._language)

    def name(self, address: str) -> str:
        """Return the address as short as it may be given."""
        return short_address(self._definition, address)

    def answer(self, address: str, value: str) -> str:
        """Return an answer in words: labels of codes, dates and ids, else as it stands."""
        item = self._definition.item_at(_ROW.sub("", address))
        kind = getattr(item, "type", "")
        if item is None or not value:
            return value
        if kind in _CHOSEN:
            return ", ".join(self._chosen(item.name, code) for code in value.split())
        if kind in _DATED:
            return readable_instant(value)
        return spoken(self._definition, item.name, value) if kind == "calculate" else value

    def _chosen(self, question: str, code: str) -> str:
        words = self._choices(question, code)
        return self._references.get(code, code) if words == code else words
