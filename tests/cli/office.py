"""Runs the command line inside the test's own process, and an office made with it."""

import contextlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from outreach_app.cli.main import run_command
from tests.support.determinism import FrozenClock

PHRASES = {
    "issuing": "passphrase of the issuing key",
    "AB": "harbour lantern ribbon oyster meadow kettle",
    "SH": "window gravel parsley compass velvet orchard",
}
QUICK = ("--unlock-ms", "1")


@dataclass(frozen=True)
class Answer:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The JSON of the answer."""
        found: dict[str, Any] = json.loads(self.out)
        return found


@dataclass
class Outreach:
    """One machine with a folder of vaults; every command of a person names their vault."""

    folder: Path
    clock: FrozenClock = field(default_factory=FrozenClock)

    def phrase(self, who: str) -> Path:
        """Return the file that holds somebody's passphrase."""
        path = self.folder / f"{who}.phrase"
        if not path.exists():
            path.write_text(PHRASES[who] + "\n", "utf-8")
        return path

    def vault(self, who: str) -> Path:
        """Return the folder of somebody's vault."""
        return self.folder / who

    def run(self, *arguments: str | Path) -> Answer:
        """Run a command line as it stands."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = run_command([str(each) for each in arguments], clock=self.clock)
            except SystemExit as leaving:
                code = int(leaving.code or 0)
        return Answer(code, out.getvalue(), err.getvalue())

    def as_person(self, who: str, *arguments: str | Path) -> Answer:
        """Run a command on somebody's vault, in words."""
        opened = ("--vault", self.vault(who), "--passphrase-file", self.phrase(who))
        return self.run(*_with_options(arguments, opened))

    def json(self, who: str, *arguments: str | Path, code: int = 0) -> dict[str, Any]:
        """Run a command on somebody's vault and return its JSON."""
        answer = self.as_person(who, *arguments, "--json")
        assert answer.code == code, (answer.code, answer.out, answer.err)
        return answer.data

    def plain(self, *arguments: str | Path, code: int = 0) -> dict[str, Any]:
        """Run a command that needs no vault and return its JSON."""
        answer = self.run(*arguments, "--json")
        assert answer.code == code, (answer.code, answer.out, answer.err)
        return answer.data

    def as_manager(self, *arguments: str | Path, code: int = 0) -> dict[str, Any]:
        """Run a command of the configuration manager and return its JSON."""
        return self.plain(*arguments, "--passphrase-file", self.phrase("issuing"), code=code)

    # ---- making an office -------------------------------------------------------------------

    @property
    def card(self) -> Path:
        """The organisation file."""
        return self.folder / "organisation" / "organisation.json"

    def found(self) -> dict[str, Any]:
        """Make the organisation."""
        return self.as_manager(
            "org", "create", self.card.parent, "--name", "Harbour House", "--site", "HH",
            "--shares-folder", self.folder / "shares",
        )  # fmt: skip

    def enrolled(self, who: str, name: str, role: str) -> dict[str, Any]:
        """Make a vault for somebody and enrol them."""
        request = self.folder / f"{who}.request"
        made = self.plain(
            "vault", "create", "--vault", self.vault(who), "--organisation", self.card,
            "--initials", who, "--name", name, "--role", role, "--request", request,
            "--passphrase-file", self.phrase(who), *QUICK,
        )  # fmt: skip
        certified = self.as_manager("org", "enrol", self.card.parent, request, "--role", role)
        assert certified["words"] == made["own_words"]
        return self.json(who, "vault", "enrol", "--organisation", self.card)


def _with_options(
    arguments: Sequence[str | Path], options: Sequence[str | Path]
) -> list[str | Path]:
    return [*arguments, *options]
