"""Takes the small pictures of the help, light and dark: ``python3 dev.py pictures --for-help``.

They show the sample story and lie beside the program, so they are few and have few colours.
"""

import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from outreach_app.services.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "help" / "pictures"
MOST_BYTES = 1_500_000
_SIZE = (1040, 660)
_COLOURS = 64
_CASE = "HH-26-A001"
_WITH = {"PN": "office", "HM": "supervisor"}
_PAGES = {
    "PN": {
        "today": "today",
        "cases": "cases",
        "new_case": "new_case",
        "case": "case",
        "form": "form-new-risk_assessment",
        "plan": "form-new-safety_plan",
        "safety": "safety",
        "exit": "exit",
        "share": "share",
        "outbox": "outbox",
        "people": "people",
        "backup": "backup",
    },
    "HM": {"inbox": "inbox", "review": "review"},
}
_SETTLED_MS = 600


def take_help_pictures(sample: Path, folder: Path) -> Iterator[str]:
    """Write every picture and yield its name.

    Args:
        sample: Where the story was played.
        folder: For copies, thrown away by the caller.
    """
    from outreach_app.services.instants import CASEWORK_ZONE  # noqa: PLC0415
    from outreach_app.services.unlocking import this_world  # noqa: PLC0415
    from outreach_app.services.workspace import open_workspace  # noqa: PLC0415
    from outreach_app.ui.app import make_application  # noqa: PLC0415
    from outreach_app.ui.theme.look import Look, put_on  # noqa: PLC0415
    from outreach_app.ui.theme.tokens import ThemeName  # noqa: PLC0415

    application = make_application(["pictures"], Look())
    now = datetime(2026, 11, 23, 9, 0, tzinfo=CASEWORK_ZONE)
    for person, laptop in _WITH.items():
        copy = folder / f"help-{laptop}"
        shutil.copytree(sample / "laptops" / laptop, copy)
        for theme in ("light", "dark"):
            put_on(application, Look(ThemeName(theme)))
            if person == "PN":
                yield from _unlock_picture(application, copy, theme)
        passphrase = (sample / "made-up-passphrases" / f"{person}.txt").read_text().strip()
        workspace = open_workspace(copy, person, passphrase, this_world(lambda: now))
        for theme in ("light", "dark"):
            put_on(application, Look(ThemeName(theme)))
            yield from _pictures(workspace, _PAGES[person], theme)
        workspace.close()


def _pictures(workspace: "Workspace", pages: dict[str, str], theme: str) -> Iterator[str]:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from outreach_app.ui.jobs import Jobs  # noqa: PLC0415
    from outreach_app.ui.shell.desk import Desk  # noqa: PLC0415
    from outreach_app.ui.shell.window import Window  # noqa: PLC0415
    from tests.support.rooms import every_place  # noqa: PLC0415

    window = Window(Desk(workspace, Jobs()), hide=lambda: None)
    window.resize(*_SIZE)
    window.show()
    subject = workspace.casework.find_case(_CASE)
    places = dict(every_place(workspace, subject))
    for name, page in pages.items():
        if page not in places:
            sys.stdout.write(f"  no page “{page}”\n")
            continue
        window.go(places[page])
        QTest.qWait(_SETTLED_MS)
        yield _keep(window, f"{name}-{theme}")
    window.close()
    window.deleteLater()


def _unlock_picture(application: "QApplication", vault: Path, theme: str) -> Iterator[str]:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from outreach_app.store.front import read_front  # noqa: PLC0415
    from outreach_app.ui.jobs import Jobs  # noqa: PLC0415
    from outreach_app.ui.unlock.page import UnlockPage, Ways  # noqa: PLC0415

    page = UnlockPage(
        (read_front(vault),),
        Jobs(application),
        unlocked=lambda *_: None,
        refused=lambda: 0,
        ways=Ways(lambda: None, lambda: None, lambda: None),
    )
    page.resize(*_SIZE)
    page.show()
    QTest.qWait(_SETTLED_MS)
    yield _keep(page, f"unlock-{theme}")
    page.close()
    page.deleteLater()


def _keep(widget: "QWidget", name: str) -> str:
    from PIL import Image  # noqa: PLC0415  comes with reportlab
    from PySide6.QtGui import QImage  # noqa: PLC0415

    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    data = bytes(image.constBits())
    picture = Image.frombuffer("RGB", size, data, "raw", "RGB", image.bytesPerLine(), 1)
    FOLDER.mkdir(parents=True, exist_ok=True)
    few = picture.quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)
    return f"{name}.png"
