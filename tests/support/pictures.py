"""Grabs every screen on the sample vaults into ``docs/pictures``: ``python3 dev.py pictures``.

The sample story is played into a folder that is thrown away, unless one that was played is named.
Each screen is taken in light, dark, with 150 % text on a small display, and right to left.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from tests.support.help_pictures import take_help_pictures

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from outreach_app.ui.jobs import Jobs
    from outreach_app.ui.shell.window import Window

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "pictures"
CASE, RESIDENT = "HH-26-A001", "HH-26-A006"
LAPTOPS = {"PN": ("office", CASE), "HM": ("supervisor", CASE), "SO": ("office", RESIDENT)}
_NIGHT, _ABOVE = "SO", "HM"
_NOT_BY_DAY = ("handover", "missing")
_ONLY_HELEN = (
    "inbox",
    "review",
    "merge",
    "certify",
    "standing",
    "crisis",
    "retention",
    "friday",
    "reports",
    "supervisor",
)
"""Rooms that are taken at Helen's, with everything that is called by them and a topic."""
_QUIET_ROUNDS, _PAUSE_S = 20, 0.01
_WIDE, _SMALL = (1440, 900), (1280, 720)

# Before anything of Qt or keyring is imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "tests.support.memory_keyring.MemoryKeyring"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a screen is taken: name of the picture's ending, theme, text, size, direction."""

    name: str
    theme: str
    text_percent: int
    size: tuple[int, int]
    mirrored: bool = False


MANNERS = (
    Manner("light", "light", 100, _WIDE),
    Manner("dark", "dark", 100, _WIDE),
    Manner("contrast", "contrast", 100, _WIDE),
    Manner("large-text", "light", 150, _SMALL),
    Manner("right-to-left", "light", 100, _WIDE, mirrored=True),
)


def main(arguments: Sequence[str]) -> int:
    """Take all pictures, or those of the rooms that are named."""
    parser = argparse.ArgumentParser(prog="dev.py pictures", description=__doc__)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help="only these, such as today")
    parser.add_argument("--sample", type=Path, help="a folder in which the story was played")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the pictures go")
    parser.add_argument("--for-help", action="store_true", help="the small ones of the help")
    options = parser.parse_args(arguments)
    faults: list[str] = []

    def note(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        # Qt's loop goes on after a fault in what it calls; a picture of the rest is worth nothing.
        faults.append(str(fault))
        sys.__excepthook__(kind, fault, trace)

    sys.excepthook = note
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        sample = options.sample or _play(Path(folder))
        options.out.mkdir(parents=True, exist_ok=True)
        count = 0
        taken = (
            take_help_pictures(sample, Path(folder))
            if options.for_help
            else _take(sample, Path(folder), options.out, frozenset(options.rooms))
        )
        for name in taken:
            sys.stdout.write(f"  {name}\n")
            count += 1
    sys.stdout.write(f"{count} pictures, {len(faults)} faults\n")
    return 1 if faults else 0


def _play(folder: Path) -> Path:
    from outreach_app.services.demonstration.play import play_sample  # noqa: PLC0415

    out = folder / "sample"
    play_sample(out, lambda _line: None)
    return out


def _take(sample: Path, folder: Path, out: Path, wanted: frozenset[str]) -> Iterator[str]:
    """Yield the name of each picture when it is there."""
    from PySide6.QtCore import Qt  # noqa: PLC0415

    from outreach_app.services.instants import CASEWORK_ZONE  # noqa: PLC0415
    from outreach_app.services.unlocking import this_world  # noqa: PLC0415
    from outreach_app.services.workspace import open_workspace  # noqa: PLC0415
    from outreach_app.ui.app import make_application  # noqa: PLC0415
    from outreach_app.ui.jobs import Jobs  # noqa: PLC0415
    from outreach_app.ui.shell.desk import Desk  # noqa: PLC0415
    from outreach_app.ui.shell.window import Window  # noqa: PLC0415
    from outreach_app.ui.theme.look import Look, put_on  # noqa: PLC0415
    from outreach_app.ui.theme.tokens import ThemeName  # noqa: PLC0415
    from tests.support.rooms import every_place, night_places, supervisor_places  # noqa: PLC0415

    application = make_application(["pictures"], Look())
    now = datetime(2026, 11, 23, 9, 0, tzinfo=CASEWORK_ZONE)
    for person, (laptop, case) in LAPTOPS.items():
        copy = folder / f"copy-{person}"
        shutil.copytree(sample / "laptops" / laptop, copy)
        passphrase = (sample / "made-up-passphrases" / f"{person}.txt").read_text().strip()
        workspace = open_workspace(copy, person, passphrase, this_world(lambda: now))
        subject = workspace.casework.find_case(case)
        at_night = tuple(night_places(subject)) if person == _NIGHT else ()
        above = tuple(supervisor_places(subject)) if person == _ABOVE else ()
        for manner in MANNERS:
            put_on(application, Look(ThemeName(manner.theme), manner.text_percent))
            direction = Qt.LayoutDirection
            application.setLayoutDirection(
                direction.RightToLeft if manner.mirrored else direction.LeftToRight
            )
            jobs = Jobs()
            window = Window(Desk(workspace, jobs), hide=lambda: None)
            window.resize(*manner.size)
            window.show()
            for name, place in at_night or (*every_place(workspace, subject), *above):
                if (wanted and name not in wanted) or not _is_theirs(person, name):
                    continue
                window.go(place)
                _let_settle(window, jobs)
                path = out / f"{name}-{manner.name}.png"
                _save(window.grab().toImage(), path)
                yield path.name
            window.close()
            window.deleteLater()
        workspace.close()


def _let_settle(window: "Window", jobs: "Jobs") -> None:
    """Wait until a page has all that it reads, and is laid out to its end."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    from tests.support.pages import finish  # noqa: PLC0415

    quiet = 0
    while quiet < _QUIET_ROUNDS:
        QCoreApplication.processEvents()
        finish(window)
        quiet = 0 if jobs.busy else quiet + 1
        # Timers of a few milliseconds follow, such as of forms that are built while they are read.
        time.sleep(_PAUSE_S)


def _is_theirs(person: str, name: str) -> bool:
    """Say whether a screen is taken at somebody's laptop: most are Priya's."""
    if person == _NIGHT:
        return True
    room = name.partition("-")[0]
    return name not in _NOT_BY_DAY and (room in _ONLY_HELEN) is (person == _ABOVE)


def _save(image: "QImage", path: Path) -> None:
    """Save a picture with the 256 colours that it needs most: a quarter of the size."""
    from PIL import Image  # noqa: PLC0415  comes with reportlab

    whole = image.convertToFormat(image.Format.Format_RGB888)
    size = (whole.width(), whole.height())
    data = bytes(whole.constBits())
    picture = Image.frombuffer("RGB", size, data, "raw", "RGB", whole.bytesPerLine(), 1)
    picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
