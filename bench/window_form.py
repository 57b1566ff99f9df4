"""The largest form in the window: opened from its draft, from section to section, key by key."""

import gc
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.house import organisation
from bench.table import Figure, milliseconds, within
from bench.timing import Sample, time_call
from outreach_app.services.shipped import resources_folder
from outreach_app.services.workspace import Workspace
from outreach_app.ui.forms.desk import FormDesk
from outreach_app.ui.forms.page import FormPage
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from outreach_app.ui.theme.look import Look, load_fonts, put_on

FORM = "risk_assessment"
TEXT = "section_c/past_escapes"
OPENINGS, ROUNDS = 7, 3
TYPED = "He waited at the station twice, and both times somebody else drove. " * 3


def measure(folder: Path) -> list[Figure]:
    """Return the figures of opening, of switching and of writing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = _application()
    with organisation(folder) as (caseworker, _supervisor):
        window = Window(Desk(caseworker.workspace, Jobs()), hide=lambda: None)
        window.resize(1440, 900)
        window.show()
        place = _begun(caseworker.workspace)
        opening = [_shown(application, lambda: window.go(place), window) for _ in range(OPENINGS)]
        form = _form(window)
        switching = _switching(application, window, form)
        writing = _writing(application, window, form)
        window.close()
    return [
        Figure("form", f"`{FORM}`, {len(form.sections)} sections, drawn without a screen"),
        within("opened from its draft and drawn, median", Sample(tuple(opening)).median, 400),
        Figure("sections switched", f"{len(switching)}"),
        Figure("a section switched and drawn, median", milliseconds(Sample(switching).median)),
        within("a section switched and drawn, p95", Sample(switching).p95, 100),
        Figure("a section switched and drawn, slowest", milliseconds(max(switching))),
        within("a key until it is drawn, p95", Sample(writing).p95, 16),
        Figure("a key until it is drawn, slowest", milliseconds(max(writing))),
    ]


def _application() -> QApplication:
    known = QApplication.instance()
    application = known if isinstance(known, QApplication) else QApplication(["bench"])
    application.setStyle("Fusion")
    QDir.setSearchPaths("ui", [str(resources_folder() / "icons")])
    load_fonts()
    put_on(application, Look())
    return application


def _begun(workspace: Workspace) -> Place:
    """Begin a case and a draft of the form, and return where it is."""
    subject = workspace.casework.new_case().subject
    opened = workspace.casework.begin(FORM, subject)
    return Place(room=Room.FORM, subject=subject, document_id=opened.document.document_id)


def _form(window: Window) -> FormDesk:
    page = window.page
    if not isinstance(page, FormPage) or page.form is None:
        raise TypeError("the form did not open")
    return page.form


def _shown(application: QApplication, act: Callable[[], object], shown: QWidget) -> float:
    """Return how long an act takes until what it leads to is drawn; what waits is done after."""
    gc.collect()

    def whole() -> None:
        act()
        application.processEvents()
        shown.repaint()

    taken = time_call(whole)
    QTest.qWait(250)
    return taken


def _switching(application: QApplication, window: Window, form: FormDesk) -> tuple[float, ...]:
    keys = [section.key for section in form.sections if form.tracking.is_asked(section.key)]
    return tuple(_shown(application, partial(form.show_key, key), window) for key in keys * ROUNDS)


def _writing(application: QApplication, window: Window, form: FormDesk) -> tuple[float, ...]:
    form.go_to(TEXT)
    QTest.qWait(300)
    field = QApplication.focusWidget() or window

    def press(letter: str) -> None:
        QTest.keyClicks(field, letter)
        application.processEvents()
        field.repaint()

    times = []
    for letter in TYPED:
        times.append(time_call(partial(press, letter)))
        QTest.qWait(5)
    return tuple(times)
