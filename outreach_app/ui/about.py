"""About: version, licence, the libraries with theirs, acknowledgements."""

from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from outreach_app import __version__
from outreach_app.services.shipped import resources_folder
from outreach_app.ui.checking import CheckCard
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.surfaces import Card, Scroll, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look
from outreach_app.ui.updates import UpdateCard

LIBRARIES = (
    "PySide6-Essentials",
    "sqlcipher3",
    "reportlab",
    "keyring",
    "pyrage",
    "PyNaCl",
    "cryptography",
    "argon2-cffi",
    "pyxform",
    "lxml",
    "google-re2",
    "pyHanko",
    "pypdfium2",
    "shamir-mnemonic",
    "segno",
    "uharfbuzz",
    "python-bidi",
    "platformdirs",
    "tzdata",
)
SAID_IN_THEIR_FILES = {"pyrage": "MIT", "pyxform": "BSD-2-Clause", "sqlcipher3": "Zlib"}
"""Licences of libraries whose description names none, read in their files."""
ACKNOWLEDGEMENTS = "acknowledgements.txt"


class AboutPage(Page):
    """What this program is, under which licences it and its parts stand."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the versions of what is installed."""
        super().__init__(desk, place)
        self.add_head(
            translate("about", "About Outreach"),
            translate("about", "Version {version}").format(version=__version__),
        )
        area = Scroll()
        if folder := desk.sitting.settings().text("updates.folder"):
            area.column.addWidget(UpdateCard(desk, Path(folder)))
        licence = Card(translate("about", "Licence"))
        licence.add(
            Text(
                translate(
                    "about",
                    "Mozilla Public Licence 2.0. Anybody may use, study, share and change this "
                    "program; changed files stay under the same licence.",
                )
            )
        )
        area.column.addWidget(licence)
        area.column.addWidget(self._promises())
        area.column.addWidget(CheckCard(desk.jobs))
        area.column.addWidget(self._libraries())
        thanks = Card(translate("about", "Acknowledgements"))
        path = resources_folder() / "help" / "en" / ACKNOWLEDGEMENTS
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            thanks.add(Text(" ".join(paragraph.split())))
        area.column.addWidget(thanks)
        area.column.addStretch(1)
        self.body.addWidget(area, 1)

    def _promises(self) -> Card:
        card = Card(translate("about", "What this program never does"))
        for words in (
            translate("about", "It never connects to a network, and asks no server for anything."),
            translate("about", "It never sends a bundle itself: a person carries or mails it."),
            translate(
                "about",
                "It has no second key: nobody can open a vault without a "
                "passphrase or the organisation's recovery shares.",
            ),
            translate("about", "It cannot hide itself, wipe a disk for certain, or stop a camera."),
        ):
            card.add(Text(f"–  {words}"))
        return card

    def _libraries(self) -> Card:
        card = Card(translate("about", "Made with"))
        for name in LIBRARIES:
            version, licence = library_facts(name)
            label = Text(f"{name} {version}", wraps=False)
            label.setMinimumWidth(current_look().px(240))
            stated = Text(licence, "soft")
            both = column(label, stated) if has_large_text() else row(label, stated)
            card.column.addLayout(both)
        return card


def library_facts(name: str) -> tuple[str, str]:
    """Return version and licence of a library as its own description states them."""
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return "", translate("about", "not installed")
    stated = [
        *(found.get_all("License-Expression") or []),
        *(each for each in found.get_all("License") or [] if "\n" not in each),
        *(
            each.rpartition(" :: ")[2]
            for each in found.get_all("Classifier") or []
            if each.startswith("License ::")
        ),
    ]
    return found["Version"], next(iter(stated), SAID_IN_THEIR_FILES.get(name, ""))
