"""From the command to the visible unlock page, beside an empty window and another locked vault."""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.filled import make_vault
from bench.table import Figure, milliseconds, ratio, within

TURNS = 9
_PATIENCE_S = 20.0
_LOOK_S = 0.004
"""Between two looks, so that looking does not keep one of two cores busy."""
_EMPTY = (
    "from PySide6.QtWidgets import QApplication, QMainWindow\n"
    "a = QApplication([]); w = QMainWindow(); w.setWindowTitle('Empty'); w.show(); a.exec()\n"
)


def measure(folder: Path) -> list[Figure]:
    """Return the figures of the start; nothing where there is no screen to be had."""
    if not all(map(shutil.which, ("Xvfb", "xdotool"))):
        return [Figure("not measured", "needs Xvfb and xdotool")]
    vault, _keys = make_vault(folder / "vault")
    vault.close()
    python = sys.executable
    programs = {"ours": ([python, "-m", "outreach_app"], "^Notes$")}
    programs["empty"] = ([python, "-c", _EMPTY], "^Empty$")
    if shutil.which("keepassxc"):
        programs["keepassxc"] = (["keepassxc"], "KeePassXC")
    times: dict[str, list[float]] = {name: [] for name in programs}
    with screen(folder) as environment:
        for turn in range(TURNS + 1):
            # In turn, so that a slow moment of the machine meets them all; the first is to warm up.
            for name, (command, title) in programs.items():
                taken = until_visible(command, title, environment)
                if turn:
                    times[name].append(taken)
    medians = {name: statistics.median(found) for name, found in times.items()}
    figures = [
        within("command to visible unlock page, median", medians["ours"], 500),
        Figure("– slowest", milliseconds(max(times["ours"]))),
        Figure("– an empty window of the same toolkit, median", milliseconds(medians["empty"])),
    ]
    if "keepassxc" in medians:
        figures += [
            Figure("– KeePassXC at its start page, median", milliseconds(medians["keepassxc"])),
            ratio("against KeePassXC, in turn", medians["ours"] / medians["keepassxc"], 1.5),
        ]
    return figures


@contextmanager
def screen(folder: Path) -> Iterator[dict[str, str]]:
    """Start a screen and yield the environment for programs on it; the vault is in ``folder/vault``."""
    home = folder / "home"
    home.mkdir()
    reads, writes = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(writes,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    try:
        number = os.read(reads, 16).decode("ascii").strip()
        own = {"HOME": home, "XDG_CONFIG_HOME": home / "c", "XDG_DATA_HOME": home / "d"}
        yield {
            **os.environ,
            **{name: str(path) for name, path in own.items()},
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "OUTREACH_VAULT": str(folder / "vault"),
        }
    finally:
        os.close(reads)
        screen.terminate()
        screen.wait()


def until_visible(command: Sequence[str], title: str, environment: Mapping[str, str]) -> float:
    """Return the milliseconds from the command to a visible window with a title."""
    begun = time.perf_counter()
    program = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not _visible(title, environment):
            if time.perf_counter() - begun > _PATIENCE_S:
                raise TimeoutError(title)
            time.sleep(_LOOK_S)
        return (time.perf_counter() - begun) * 1000
    finally:
        program.send_signal(signal.SIGTERM)
        program.wait()


def _visible(title: str, environment: Mapping[str, str]) -> bool:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", title],
        env=environment,
        capture_output=True,
        check=False,
    )
    return bool(found.stdout.strip())
