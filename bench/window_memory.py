"""Memory of the window's process with thousands of cases, once unlocked; the key's derivation apart."""

import json
import os
import subprocess
import sys
from pathlib import Path

from bench.filled import fill
from bench.house import PASSPHRASE, organisation
from bench.table import Figure

CASES, MOST_MB = 5_000, 300


def measure(folder: Path) -> list[Figure]:
    """Return how much memory the window has, measured in a process of its own."""
    with organisation(folder) as (caseworker, _supervisor):
        fill(caseworker.workspace.vault, CASES)
    done = subprocess.run(
        [sys.executable, "-m", "bench.window_memory", str(folder / "AB")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
    )
    held: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return [
        Figure("vault", f"{CASES:,} cases, all of one caseworker"),
        _megabytes("unlocked, list of cases and Today shown, everything loaded", held["now"]),
        Figure("– before a vault is opened", f"{held['empty']:.0f} MB"),
        Figure(
            "– its peak while the key is derived (Argon2 takes 64 MB or more, and gives it back)",
            f"{held['peak']:.0f} MB",
        ),
    ]


def _megabytes(what: str, value: float) -> Figure:
    return Figure(what, f"{value:.0f} MB", f"≤ {MOST_MB} MB", value <= MOST_MB)


def _status(name: str) -> float:
    """Return a line of the process's own status, in megabytes."""
    text = Path("/proc/self/status").read_text("ascii")
    line = next(each for each in text.splitlines() if each.startswith(name))
    return int(line.split()[1]) / 1024


def _hold(folder: Path) -> dict[str, float]:
    from importlib import import_module  # noqa: PLC0415  as the window does

    from outreach_app.services.catalogue import read_forms  # noqa: PLC0415
    from outreach_app.services.instants import system_clock  # noqa: PLC0415
    from outreach_app.services.unlocking import this_world  # noqa: PLC0415
    from outreach_app.services.workspace import open_workspace  # noqa: PLC0415
    from outreach_app.ui.app import make_application  # noqa: PLC0415
    from outreach_app.ui.jobs import Jobs  # noqa: PLC0415
    from outreach_app.ui.shell.desk import Desk  # noqa: PLC0415
    from outreach_app.ui.shell.places import Place, Room  # noqa: PLC0415
    from outreach_app.ui.shell.rooms import page_modules  # noqa: PLC0415
    from outreach_app.ui.shell.window import Window  # noqa: PLC0415

    application = make_application(["bench"])
    empty = _status("VmRSS")
    workspace = open_workspace(folder, "AB", PASSPHRASE, this_world(system_clock))
    peak = _status("VmHWM")
    for name in page_modules():
        import_module(name)
    hashes = [each.form_hash for each in workspace.vault.forms.all() if each.allowed]
    workspace.catalogue.adopt(read_forms(workspace.catalogue.unread(hashes)).values())
    window = Window(Desk(workspace, Jobs()), hide=lambda: None)
    window.resize(1280, 800)
    window.show()
    for room in (Room.TODAY, Room.CASES, Room.TODAY):
        window.go(Place(room=room))
        for _turn in range(20):
            application.processEvents()
    held = {"empty": empty, "peak": peak, "now": _status("VmRSS")}
    window.close()
    workspace.close()
    return held


if __name__ == "__main__":
    print(json.dumps(_hold(Path(sys.argv[1]))))
