"""Pictures that somebody attached to a document, as its copy on paper shows them: at the end, with their question."""

from collections.abc import Iterator

from outreach_app.domain.answers import leaves
from outreach_app.engine.items import Question
from outreach_app.phrases import phrase
from outreach_app.report.content import Photograph, Section
from outreach_app.services.comparing import Wording
from outreach_app.services.shown_state import ShownState
from outreach_app.services.workspace import Workspace
from outreach_app.store.errors import AttachmentDamaged

_MOST = 12
"""So many pictures of one document are printed; none of ours asks for more."""


def picture_section(
    workspace: Workspace, state: ShownState, language: str | None
) -> tuple[Section, ...]:
    """Return the section with the pictures among the answers that a copy shows, () for none.

    Args:
        workspace: The unlocked vault.
        state: What the copy shows; parts that are left out are not in its answers.
        language: Of the form.
    """
    found = tuple(_pictures(workspace, state, language))[:_MOST]
    return (Section(phrase("Pictures"), found),) if found else ()


def _pictures(
    workspace: Workspace, state: ShownState, language: str | None
) -> Iterator[Photograph]:
    attachments = workspace.vault.attachments
    wording = Wording(state.definition, language=language)
    for address, digest in leaves(state.answers):
        items = state.definition.items_named(address.rpartition("/")[2])
        question = items[0] if items else None
        if not isinstance(question, Question) or question.type != "image":
            continue
        if not attachments.holds(digest):
            continue
        try:
            content = attachments.get(digest)
        except AttachmentDamaged:
            continue
        yield Photograph(wording.label(address), content, phrase("This picture cannot be printed."))
