"""What a sitting will need is loaded while the person reads the first page: pages, then the forms.

Somebody's first step into a room would otherwise wait for its modules and for its form.
"""

import gc
from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QTimer

from outreach_app.engine.definition import FormDefinition
from outreach_app.services.catalogue import read_forms
from outreach_app.services.unfinished_backups import note_removed, removal
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.rooms import page_modules

_FIRST_PAGE_MS = 300
_BETWEEN_MS = 30
_OLD_SELDOM = 1000
"""So many rounds of the collector's second generation before it looks through the oldest one."""
_MORE = ("outreach_app.ui.printing.preview",)


def warm_up(desk: Desk) -> None:
    """Begin once the first page stands there; what a backup left behind is cleared away as well."""
    _put_off_old()
    _clear_away(desk)
    QTimer.singleShot(_FIRST_PAGE_MS, desk, lambda: _pages(desk, [*page_modules(), *_MORE]))


def _put_off_old() -> None:
    """Let the collector leave alone what is old while much is loaded: a look through it takes 0.1 s."""
    young, middle, _old = gc.get_threshold()
    gc.set_threshold(young, middle, _OLD_SELDOM)


def _keep_all() -> None:
    """Let the collector never look again through what is loaded now, and look at the rest as ever."""
    gc.freeze()
    young, middle, _old = gc.get_threshold()
    gc.set_threshold(young, middle, middle)


def _clear_away(desk: Desk) -> None:
    """Remove the beginnings of backups that were cut short, where they can be reached."""

    def removed(_outcome: object) -> None:
        if desk.workspace.vault.is_open:
            note_removed(desk.sitting)

    work = removal(desk.sitting)
    if work is not None:
        desk.jobs.start(work, on=desk, done=removed, failed=lambda _error: None)


def _pages(desk: Desk, modules: list[str]) -> None:
    if not modules:
        held = desk.workspace.vault.forms.all() if desk.workspace.vault.is_open else ()
        _forms(desk, [each.form_hash for each in held if each.allowed])
        return
    name = modules.pop(0)
    _go_on(desk, lambda: import_module(name), lambda _module: _pages(desk, modules))


def _forms(desk: Desk, wanted: list[str]) -> None:
    """Load one form after the other; a vault that is closed by now needs none."""
    if not wanted or not desk.workspace.vault.is_open:
        _keep_all()
        return
    catalogue = desk.workspace.catalogue
    unread = catalogue.unread([wanted.pop(0)])

    def keep(read: dict[str, FormDefinition]) -> None:
        catalogue.adopt(read.values())
        _forms(desk, wanted)

    _go_on(desk, lambda: read_forms(unread), keep)


def _go_on(desk: Desk, work: Callable[[], object], then: Callable[..., None]) -> None:
    """Do a piece in a job and the next a little later; what fails here fails where it is wanted."""

    def later(outcome: object) -> None:
        QTimer.singleShot(_BETWEEN_MS, desk, lambda: then(outcome))

    # Whoever locked meanwhile has taken the desk away.
    desk.jobs.start(work, on=desk, done=later, failed=lambda _error: None)
