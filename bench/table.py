"""The table that a benchmark fills, and its place in docs/measurements.md between two markers."""

import os
import platform
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "measurements.md"


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: what was measured and how it stands to its goal.

    Attributes:
        met: None where there is no goal.
    """

    what: str
    value: str
    goal: str = ""
    met: bool | None = None


def milliseconds(value: float) -> str:
    """Write a time with three digits that say something."""
    if value >= 1000:
        return f"{value / 1000:.2f} s"
    return f"{value:.0f} ms" if value >= 100 else f"{value:.3g} ms"


def within(what: str, value: float, limit: float) -> Figure:
    """Return the row of a time that should stay within a limit, both in milliseconds."""
    return Figure(what, milliseconds(value), f"≤ {milliseconds(limit)}", value <= limit)


def ratio(what: str, value: float, limit: float) -> Figure:
    """Return the row of a ratio that should stay within a limit."""
    return Figure(what, f"{value:.2f} ×", f"≤ {limit:g} ×", value <= limit)


def rate(what: str, value: float, least: float) -> Figure:
    """Return the row of a rate, in pieces a second, that should reach a floor."""
    return Figure(what, f"{value:,.0f} /s", f"≥ {least:,.0f} /s", value >= least)


def render(name: str, figures: Sequence[Figure]) -> str:
    """Return one benchmark's part of the page, without its markers."""
    words = {True: "met", False: "**not met**", None: ""}
    day = time.strftime("%Y-%m-%d", time.gmtime())
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {_load()}"
    lines = [
        f"`python3 dev.py bench {name}` on {day}, Python {platform.python_version()}, {machine}",
        "",
        "| what | measured | goal | |",
        "| --- | --- | --- | --- |",
    ]
    for row in figures:
        cells = (row.what, row.value, row.goal, words[row.met])
        lines.append("|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|")
    return "\n".join(lines)


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def write(name: str, figures: Sequence[Figure], page: Path = PAGE) -> None:
    """Put a benchmark's table between its markers.

    Raises:
        ValueError: The page has no markers of this name.
    """
    text = page.read_text("utf-8")
    opening, closing = f"<!-- bench:{name} -->", f"<!-- /bench:{name} -->"
    pattern = re.compile(f"{re.escape(opening)}.*?{re.escape(closing)}", re.DOTALL)
    if not pattern.search(text):
        raise ValueError(f"{page.name} has no place for {name}")
    part = f"{opening}\n{render(name, figures)}\n{closing}"
    page.write_text(pattern.sub(lambda _found: part, text), "utf-8")
