"""An office whose every command is a process of the frozen program, in a home of its own.

Nothing of the source tree runs in it: what is proved here is proved of the files that others get.
"""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from installers.freezing import PROGRAM
from installers.version import ROOT
from tests.cli.office import PHRASES, Answer, Outreach

NAMED_BY = "OUTREACH_PROGRAM"
"""Environment variable with the folder of the frozen program."""
_HOME = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
}
_PATIENCE_S = 120


def frozen_door(folder: str = "") -> Path | None:
    """Return the frozen program's file for commands, or None where nothing was built.

    Args:
        folder: Folder of the program; "" for what was named in the environment, or built last.
    """
    home = Path(folder or os.environ.get(NAMED_BY, "") or ROOT / "build" / PROGRAM)
    door = (home / PROGRAM).absolute()
    return door if door.is_file() else None


def surroundings(home: Path) -> dict[str, str]:
    """Make the folders of a user who has none yet, and return an environment that names nothing else."""
    made = {"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"}
    for name, place in _HOME.items():
        folder = home / place
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made[name] = str(folder)
    return made


@dataclass
class FrozenOffice(Outreach):
    """As `Outreach`, by the frozen program and by the computer's clock.

    Attributes:
        door: The program's file for commands.
    """

    door: Path = Path(PROGRAM)

    def __post_init__(self) -> None:
        """Make the folders."""
        self.environment = surroundings(self.home)
        for place in (self.desk, self.copies, self.stick):
            place.mkdir(parents=True, exist_ok=True)

    @property
    def home(self) -> Path:
        """The home of the user, with the folders for settings, caches, state and short-lived files."""
        return self.folder / "home"

    @property
    def desk(self) -> Path:
        """What lies on paper in life: passphrases, which scripts read here from files, and shares."""
        return self.folder / "desk"

    @property
    def copies(self) -> Path:
        """Copies that are meant to be read."""
        return self.folder / "copies"

    @property
    def stick(self) -> Path:
        """What travels between the two."""
        return self.folder / "stick"

    def phrase(self, who: str) -> Path:
        """Return the file that holds somebody's passphrase; it lies on the desk."""
        path = self.desk / f"{who}.phrase"
        path.write_text(f"{PHRASES[who]}\n", "utf-8")
        return path

    def command(self, *arguments: str | Path) -> list[str]:
        """Return the command line of the frozen program."""
        return [str(self.door), *map(str, arguments)]

    def as_person_command(self, who: str, *arguments: str | Path) -> list[str]:
        """Return the command line of the frozen program on somebody's vault."""
        opened = ("--vault", self.vault(who), "--passphrase-file", self.phrase(who))
        return self.command(*arguments, *opened, "--json")

    def run(self, *arguments: str | Path) -> Answer:
        """Run a command line as it stands."""
        done = subprocess.run(
            self.command(*arguments),
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def found(self) -> dict[str, Any]:
        """Make the organisation; its shares lie on the desk."""
        return self.as_manager(
            "org", "create", self.card.parent, "--name", "Harbour House", "--site", "HH",
            "--shares-folder", self.desk / "shares",
        )  # fmt: skip


def office_with(door: Path, folder: Path, people: Sequence[tuple[str, str, str]]) -> FrozenOffice:
    """Make an organisation and a vault for each person of ``(initials, name, role)``.

    Those who sign for others come last: whoever came before takes in the newest organisation file.
    """
    office = FrozenOffice(folder, door=door)
    office.found()
    for who, name, role in people:
        office.enrolled(who, name, role)
    for who, _name, _role in people[:-1]:
        office.json(who, "vault", "configure", "--organisation", office.card, "--words-compared")
    return office
