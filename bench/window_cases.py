"""The window with thousands of cases: the list, each letter of a search, Today, a long case."""

import os
from functools import partial
from pathlib import Path

from bench.filled import fill
from bench.house import Desk as House
from bench.house import organisation
from bench.table import Figure, milliseconds, within
from bench.timing import repeat, time_call

CASES = 5_000
TIMES = 7


def measure(folder: Path) -> list[Figure]:
    """Return the figures of the list of cases and of Today."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with organisation(folder) as (caseworker, _supervisor):
        fill(caseworker.workspace.vault, CASES)
        return _measure(caseworker)


def _measure(house: House) -> list[Figure]:
    # Qt is loaded only by who measures it.
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    from outreach_app.services.similar_clients import Birth, KnownClients  # noqa: PLC0415
    from outreach_app.services.today import today  # noqa: PLC0415
    from outreach_app.ui.app import make_application  # noqa: PLC0415
    from outreach_app.ui.cases.page import CasesPage  # noqa: PLC0415
    from outreach_app.ui.jobs import Jobs  # noqa: PLC0415
    from outreach_app.ui.shell.desk import Desk  # noqa: PLC0415
    from outreach_app.ui.shell.places import Place, Room  # noqa: PLC0415

    application = QCoreApplication.instance() or make_application(["bench"])
    desk = Desk(house.workspace, Jobs())
    shown: list[CasesPage] = []

    def open_list() -> None:
        page = CasesPage(desk, Place(room=Room.CASES))
        page.resize(1280, 720)
        page.show()
        application.processEvents()
        page.grab()
        shown.append(page)

    opening = repeat(open_list, TIMES)
    page = shown[-1]
    letters = [time_call(partial(page.search_for, text)) for text in _typed()]
    known = KnownClients(house.workspace)
    comparing = repeat(lambda: known.alike(["Gerta Shembulli"], Birth(year="2003")), TIMES)
    day = repeat(lambda: today(house.workspace), TIMES)
    for each in shown:
        each.leave()
        each.close()
    return [
        Figure("vault", f"{CASES:,} cases, all of one caseworker, nothing sent"),
        within("list of cases, from the page to its pixels, median", opening.median, 500),
        within("a letter in the search, slowest", max(letters), 100),
        within("“is this person already here?”, median", comparing.median, 100),
        Figure("what needs this person today, median", milliseconds(day.median)),
    ]


def _typed() -> list[str]:
    return ["o", "ox", "ox-1", "ox-12", "ox-123", "", "g", "ge", "ger", "gert", ""]
