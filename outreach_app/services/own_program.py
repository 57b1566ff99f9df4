"""How this program starts itself once more: frozen, or as a module of Python."""

import sys


def own_command(*arguments: str) -> list[str]:
    """Return the command of a process of this program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    # -P: nothing is imported from the folder in which somebody happens to stand.
    return [sys.executable, "-P", "-m", "outreach_app", *arguments]
