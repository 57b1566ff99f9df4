"""From the command to the visible unlock page: the frozen program beside the unfrozen, in turn."""

import shutil
import statistics
import sys
from pathlib import Path

from bench.filled import make_vault
from bench.frozen import NOT_BUILT
from bench.table import Figure, milliseconds, ratio
from bench.window_start import TURNS, screen, until_visible
from tests.frozen.office import frozen_door

_TITLE = "^Notes$"


def measure(folder: Path) -> list[Figure]:
    """Return the figures; one row that says so where nothing is built or there is no screen."""
    door = frozen_door()
    if door is None:
        return [NOT_BUILT]
    if not all(map(shutil.which, ("Xvfb", "xdotool"))):
        return [Figure("not measured", "needs Xvfb and xdotool")]
    vault, _keys = make_vault(folder / "vault")
    vault.close()
    programs = {"frozen": [str(door)], "plain": [sys.executable, "-m", "outreach_app"]}
    times: dict[str, list[float]] = {name: [] for name in programs}
    with screen(folder) as environment:
        for turn in range(TURNS + 1):
            # In turn, so that a slow moment of the machine meets both; the first is to warm up.
            for name, command in programs.items():
                taken = until_visible(command, _TITLE, environment)
                if turn:
                    times[name].append(taken)
    medians = {name: statistics.median(found) for name, found in times.items()}
    return [
        Figure("frozen: command to visible unlock page, median", milliseconds(medians["frozen"])),
        Figure("– slowest", milliseconds(max(times["frozen"]))),
        Figure("– unfrozen, median", milliseconds(medians["plain"])),
        ratio("frozen against unfrozen, in turn", medians["frozen"] / medians["plain"], 1.3),
    ]
