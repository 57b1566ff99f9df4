"""Whether macOS knows this program by the signature of whoever released it.

The keychain of macOS lets a program in by its signature. A build without one, or with the throw-away kind
that the linker makes (“ad hoc”), is another program after each update: people would be asked for the
password of their keychain again and again, and would learn to type it. Run with an ordinary Python, what
is kept would be open to everything else that this Python runs.

Written from the manual page of ``codesign`` and tried with what it is documented to say; it has never run
on a Mac.
"""

import re
import subprocess
import sys
from collections.abc import Callable

IDENTIFIER = "org.outreach.outreach"
"""Under this name the program is signed."""
_CODESIGN = "/usr/bin/codesign"
_PATIENCE_S = 5
_LINE = re.compile(r"^(?P<name>[A-Za-z ]+)=(?P<value>.*)$", re.MULTILINE)
_TEAM = re.compile(r"[A-Z0-9]{10}")


def is_signed_by_a_team(said: str) -> bool:
    """Say whether a description of a signature names our program and a team that Apple knows.

    Args:
        said: What ``codesign --display --verbose=2`` writes; without a signature one line that says so.
    """
    facts = {found["name"]: found["value"] for found in _LINE.finditer(said)}
    by_a_team = _TEAM.fullmatch(facts.get("TeamIdentifier", "")) is not None
    return by_a_team and facts.get("Identifier") == IDENTIFIER and "Signature" not in facts


def has_signature(describe: Callable[[str], str] | None = None) -> bool:
    """Say whether the running program carries the signature of a release; asks macOS.

    Args:
        describe: Path of a program to what ``codesign`` says of it.
    """
    return is_signed_by_a_team((describe or _described)(sys.executable))


def _described(program: str) -> str:
    command = [_CODESIGN, "--display", "--verbose=2", program]
    try:
        said = subprocess.run(  # noqa: S603  a program of the system by its full path, no shell
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    # It describes on stderr.
    return said.stderr
