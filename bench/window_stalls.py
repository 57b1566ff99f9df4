"""The longest time between two turns of the window's loop, at each station of the sample case."""

import gc
import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bench.table import Figure, milliseconds, within

if TYPE_CHECKING:
    from tests.support.journey import Laptop
    from tests.support.stalls import Stall

CASE, MOST_MS, ROUNDS = "HH-26-A001", 100, 3
COVER = "the cover key"
_LAPTOPS = {"PN": "office", "HM": "supervisor"}


def measure(folder: Path) -> list[Figure]:
    """Return the longest stall of each station, the middle one of some journeys."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "tests.support.memory_keyring.MemoryKeyring"
    from outreach_app.services.demonstration.play import play_sample  # noqa: PLC0415

    sample = folder / "sample"
    play_sample(sample, lambda _line: None)
    found: dict[str, list[Stall]] = {}
    for number in range(ROUNDS):
        for stall in _walk(sample, folder / f"round-{number}"):
            found.setdefault(stall.station, []).append(stall)
    middle = {
        station: _middle([each.wall_ms for each in times]) for station, times in found.items()
    }
    worked = {
        station: _middle([each.worked_ms for each in times]) for station, times in found.items()
    }
    slowest = sorted(middle, key=lambda each: -middle[each])
    return [
        Figure("stations", f"{len(middle)}, on the sample case, drawn without a screen"),
        within("longest time without a turn of the loop", middle[slowest[0]], MOST_MS),
        within("– work of the window’s own thread, longest", max(worked.values()), MOST_MS),
        within("from the cover key to the neutral page", middle[COVER], MOST_MS),
        *(Figure(f"– {station}", milliseconds(middle[station])) for station in slowest[:12]),
    ]


def _middle(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


def _walk(sample: Path, folder: Path) -> tuple["Stall", ...]:
    # Qt is loaded only by who measures it.
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    from outreach_app.services.shipped import resources_folder  # noqa: PLC0415
    from outreach_app.ui.app import make_application  # noqa: PLC0415
    from outreach_app.ui.shell.cover import CoverPage  # noqa: PLC0415
    from tests.support import memory_keyring  # noqa: PLC0415
    from tests.support.journey import Journey, filled_note  # noqa: PLC0415
    from tests.support.stalls import StallMeter  # noqa: PLC0415

    # Each round begins with the same copy: without this the second would be told that it is an old one.
    memory_keyring.forget_all()
    folder.mkdir()
    stick = folder / "stick"
    stick.mkdir()
    application = QCoreApplication.instance() or make_application(["bench"])
    caseworker, supervisor = (_laptop(sample, folder, each) for each in _LAPTOPS)
    application.processEvents()
    subject = caseworker.window.desk.workspace.casework.find_case(CASE)
    journey = Journey(
        caseworker=caseworker,
        supervisor=supervisor,
        subject=subject,
        note=filled_note(caseworker.window.desk.workspace, subject),
        stick=stick,
        cover=CoverPage(caseworker.window, resources_folder() / "cover" / "page.txt"),
    )
    meter = StallMeter(looks=False)
    # As the window does once everything is loaded.
    gc.collect()
    gc.freeze()
    journey.walk(meter)
    for each in (caseworker, supervisor):
        each.window.close()
        each.window.desk.workspace.close()
    return meter.stalls()


def _laptop(sample: Path, folder: Path, initials: str) -> "Laptop":
    """Open somebody's vault and window, everything loaded as it is after the first minute."""
    from importlib import import_module  # noqa: PLC0415

    from outreach_app.services.catalogue import read_forms  # noqa: PLC0415
    from outreach_app.services.instants import CASEWORK_ZONE  # noqa: PLC0415
    from outreach_app.services.unlocking import this_world  # noqa: PLC0415
    from outreach_app.services.workspace import open_workspace  # noqa: PLC0415
    from outreach_app.ui.jobs import Jobs  # noqa: PLC0415
    from outreach_app.ui.shell.desk import Desk  # noqa: PLC0415
    from outreach_app.ui.shell.rooms import page_modules  # noqa: PLC0415
    from outreach_app.ui.shell.window import Window  # noqa: PLC0415
    from tests.support.journey import Laptop  # noqa: PLC0415

    copy = folder / initials
    shutil.copytree(sample / "laptops" / _LAPTOPS[initials], copy)
    passphrase = (sample / "made-up-passphrases" / f"{initials}.txt").read_text("utf-8").strip()
    now = datetime(2026, 11, 23, 9, 0, tzinfo=CASEWORK_ZONE)
    workspace = open_workspace(copy, initials, passphrase, this_world(lambda: now))
    for name in page_modules():
        import_module(name)
    hashes = [each.form_hash for each in workspace.vault.forms.all() if each.allowed]
    workspace.catalogue.adopt(read_forms(workspace.catalogue.unread(hashes)).values())
    window = Window(Desk(workspace, Jobs()), hide=lambda: None)
    window.resize(1280, 800)
    return Laptop(window=window, passphrase=passphrase)
