"""Today of a caseworker with two hundred open cases: the lists, and the page in the window."""

import os
from pathlib import Path

from bench.filled import AT, a_revision, act, an_id, fill
from bench.house import Desk as House
from bench.house import organisation
from bench.table import Figure, within
from bench.timing import repeat
from outreach_app.domain.documents import Document, Subject
from outreach_app.domain.ids import Prefix
from outreach_app.store.vault import Vault

CASES = 200
TIMES = 15
_EVERY = 4
_FLAGS = ("child_at_risk", "suicide_plan", "in_exploitation_now")


def measure(folder: Path) -> list[Figure]:
    """Return the figures of Today."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with organisation(folder) as (caseworker, _supervisor):
        vault = caseworker.workspace.vault
        fill(vault, CASES)
        _add_reasons(vault)
        return _measure(caseworker)


def _add_reasons(vault: Vault) -> None:
    """Give every fourth case an open flag and a note of an event."""
    made = []
    for place, line in enumerate(vault.lists.cases()):
        if place % _EVERY:
            continue
        subject = Subject(client_id=line.client_id, case_id=line.case_id)
        flag = {"flag_code": _FLAGS[place % len(_FLAGS)], "flag_set_at": AT}
        note = {"note_datetime": AT, "note_event": "moved"}
        for form_id, answers in (("safety_flag", flag), ("contact_note", note)):
            document = Document(
                document_id=an_id(Prefix.DOCUMENT), form_id=form_id, subject=subject
            )
            made.append(a_revision(vault, document, answers, AT))
    with vault.transaction(act(vault, "benchmark.filled")):
        vault.revisions.add_many(made, received_at=AT)


def _measure(house: House) -> list[Figure]:
    # Qt is loaded only by who measures it.
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    from outreach_app.services.today import today  # noqa: PLC0415
    from outreach_app.ui.app import make_application  # noqa: PLC0415
    from outreach_app.ui.jobs import Jobs  # noqa: PLC0415
    from outreach_app.ui.shell.desk import Desk  # noqa: PLC0415
    from outreach_app.ui.shell.places import Place, Room  # noqa: PLC0415
    from outreach_app.ui.today.page import TodayPage  # noqa: PLC0415

    application = QCoreApplication.instance() or make_application(["bench"])
    desk = Desk(house.workspace, Jobs())
    read = repeat(lambda: today(house.workspace), TIMES)

    def open_page() -> None:
        page = TodayPage(desk, Place(room=Room.TODAY))
        page.resize(1280, 720)
        page.show()
        application.processEvents()
        page.grab()
        page.leave()
        page.close()
        page.deleteLater()

    shown = repeat(open_page, TIMES)
    waiting = len(today(house.workspace).now)
    return [
        Figure("vault", f"{CASES:,} open cases of one caseworker, {waiting:,} things waiting"),
        within("Today, everything read, median", read.median, 150),
        within("Today, everything read, 95 of 100", read.p95, 250),
        within("Today, from the page to its first pixels, median", shown.median, 600),
    ]
