"""What changed in a document, question by question, with labels and words instead of codes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from outreach_app.domain.answers import Answers, leaves
from outreach_app.domain.documents import Document, Revision
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import in_language
from outreach_app.services.form_facts import ChoiceLabels, choice_labels
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.workspace import Workspace

_ROW = re.compile(r"\[[^\]]*\]")
_CHOSEN = frozenset({"select_one", "select_multiple"})


@dataclass(frozen=True, slots=True)
class Differing:
    """One question whose answer differs; `old` and `new` are words, "" for no answer."""

    address: str
    label: str
    old: str
    new: str


def changes_of(workspace: Workspace, document: Document) -> tuple[Differing, ...]:
    """Return what the newest signed revision changed against the revision it was made from."""
    heads = workspace.vault.revisions.heads(document.document_id)
    if not heads:
        return ()
    newest = max(heads, key=lambda head: (head.header.signed_at, head.revision_id))
    definition = workspace.catalogue.definition(newest.header.form_hash)
    return differing(definition, _before(workspace, newest), newest.answers())


def _before(workspace: Workspace, revision: Revision) -> Answers:
    parents = [
        workspace.vault.revisions.get(parent)
        for parent in revision.header.parents
        if workspace.vault.revisions.holds(parent)
    ]
    if not parents:
        return {}
    newest = max(parents, key=lambda each: (each.header.signed_at, each.revision_id))
    return newest.answers()


def draft_changes(workspace: Workspace, open_document: OpenDocument) -> tuple[Differing, ...]:
    """Return what a draft changes against the revision that it was begun from."""
    base = open_document.draft.base
    before = workspace.vault.revisions.get(base[0]).answers() if base else {}
    return differing(open_document.definition, before, open_document.session.answers())


def differing(
    definition: FormDefinition, old: Mapping[str, object], new: Mapping[str, object]
) -> tuple[Differing, ...]:
    """Return the questions whose answers differ, in the order of the new answers, then the old."""
    before, after = dict(leaves(old)), dict(leaves(new))
    words = Wording(definition)
    return tuple(
        Differing(
            address=address,
            label=words.label(address),
            old=words.answer(address, before.get(address, "")),
            new=words.answer(address, after.get(address, "")),
        )
        for address in dict.fromkeys((*after, *before))
        if before.get(address, "") != after.get(address, "")
    )


class Wording:
    """Labels of questions and words of answers of one form, by address."""

    def __init__(self, definition: FormDefinition) -> None:
        """Read the labels of a form."""
        self._definition = definition
        self._choices: ChoiceLabels = choice_labels(definition)

    def label(self, address: str) -> str:
        """Return the label of a question, with the groups that give it meaning in front."""
        path = _ROW.sub("", address)
        item = self._definition.item_at(path)
        own = in_language(item.label, None) if item is not None else ""
        group = self._definition.item_at(path.rpartition("/")[0])
        if group is not None and group.extras.get("type"):
            outer = in_language(group.label, None)
            return f"{outer} – {own}" if own and outer else outer or own or path
        return own or path.rpartition("/")[2]

    def answer(self, address: str, value: str) -> str:
        """Return an answer in words: labels of codes, everything else as it stands."""
        item = self._definition.item_at(_ROW.sub("", address))
        kind = getattr(item, "type", "")
        if item is None or kind not in _CHOSEN or not value:
            return value
        return ", ".join(self._choices(item.name, code) for code in value.split())
