"""The menu of copies for the client, of a case or of one signed plan."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from outreach_app.domain.documents import Document
from outreach_app.services.client_copies.plans import COPIED_FORMS, Copyable, Manner
from outreach_app.ui.pieces.menus import Entry, MenuButton
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.speech import translate


def copies_of_case(desk: Desk, page: QWidget, plans: Sequence[Copyable]) -> MenuButton | None:
    """Return a button for copies of the plans of a case, None where no plan is signed."""
    entries: list[Entry | None] = []
    for plan in plans:
        if entries:
            entries.append(None)
        for manner, words in _manners():
            label = translate("printing", "{paper}: {copy}").format(paper=plan.title, copy=words)
            entries.append((label, partial(_open, desk, page, plan.document, manner)))
    return _menu(entries) if entries else None


def copies_of_plan(desk: Desk, page: QWidget, document: Document) -> MenuButton | None:
    """Return a button for copies of one signed document, None where clients get no short copy."""
    if document.form_id not in COPIED_FORMS:
        return None
    return _menu(
        [(words, partial(_open, desk, page, document, manner)) for manner, words in _manners()]
    )


def _menu(entries: list[Entry | None]) -> MenuButton:
    return MenuButton(translate("printing", "For the client"), entries)


def _manners() -> tuple[tuple[Manner, str], ...]:
    return (
        (Manner.NEUTRAL, translate("printing", "neutral, safe if found")),
        (Manner.OWN, translate("printing", "own copy, with name")),
    )


def _open(desk: Desk, page: QWidget, document: Document, manner: Manner) -> None:
    # Loaded when it is first wanted: a page opens without what draws pages.
    from outreach_app.services.client_copies.composing import compose_client_copy  # noqa: PLC0415
    from outreach_app.ui.printing.preview import open_composed  # noqa: PLC0415

    open_composed(desk, page, lambda: compose_client_copy(desk.workspace, document, manner))
