"""A signed document as somebody reads it at a glance: headings, labels and words, nothing else."""

from dataclasses import dataclass

from outreach_app.domain.documents import Document
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Item, in_language
from outreach_app.services.form_facts import is_masked
from outreach_app.services.reading import Shown, shown_answers
from outreach_app.services.workspace import Workspace

_OWN_WORDS, _DATE = "own_words", "date_partial"
# Of a group that is one answer only this part is read.
_READ = {_OWN_WORDS: "_text", _DATE: "_iso"}


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One answer to read.

    Attributes:
        heading: Of the section that begins here, else "".
        is_masked: Shown only to whoever asks for it, such as a code word.
    """

    heading: str
    label: str
    words: str
    is_masked: bool


def lines_to_read(workspace: Workspace, document: Document) -> tuple[ReadLine, ...]:
    """Return the newest signed version of a document without who said what when.

    Raises:
        NotAllowed: This person may not read the document.
    """
    heads = workspace.vault.revisions.heads(document.document_id)
    answers = shown_answers(workspace, document)
    if not heads:
        return ()
    newest = max(heads, key=lambda head: (head.header.signed_at, head.revision_id))
    definition = workspace.catalogue.definition(newest.header.form_hash)
    language = workspace.catalogue.language_of(definition)
    found: list[ReadLine] = []
    before = ""
    for shown in answers:
        label = _label(definition, shown, language)
        if not shown.text or not label:
            continue
        section = _words(definition.item_at(_bare(shown.address.partition("/")[0])), language)
        heading = section if section != before else ""
        before = section
        masked = is_masked(definition, shown.address)
        found.append(ReadLine(heading, label, shown.text, masked))
    return tuple(found)


def _label(definition: FormDefinition, shown: Shown, language: str | None) -> str:
    """Return the label of an answer, of its group where that is one answer; "" for its details."""
    group = definition.item_at(_bare(shown.address).rpartition("/")[0])
    kind = group.extras.get("type", "") if group is not None else ""
    part = _READ.get(kind)
    if part is None:
        return shown.label
    return _words(group, language) if shown.name.endswith(part) else ""


def _words(item: Item | None, language: str | None) -> str:
    return in_language(item.label, language) if item is not None else ""


def _bare(address: str) -> str:
    return "/".join(piece.partition("[")[0] for piece in address.split("/"))
