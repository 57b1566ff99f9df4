"""A real AT-SPI client, run by the system's Python: unlocks by a screen reader's means and tells.

Standard library and ``pyatspi`` only; prints one JSON object. The passphrase comes on standard input.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import pyatspi

PATIENCE_S = 40.0
OPERATED = {
    "push button",
    "check box",
    "radio button",
    "combo box",
    "text",
    "password text",
    "entry",
}


def application() -> Any:
    """Return the program's own entry in the tree of accessible things."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        desktop = pyatspi.Registry.getDesktop(0)
        for number in range(desktop.childCount):
            found = desktop.getChildAtIndex(number)
            if found is not None and found.childCount:
                return found
        time.sleep(0.2)
    raise SystemExit("the program is not in the tree")


def below(node: Any) -> Iterator[Any]:
    """Yield a node and everything below it that is shown."""
    yield node
    for number in range(node.childCount):
        child = node.getChildAtIndex(number)
        if child is not None and (
            node.getRoleName() == "application" or child.getState().contains(pyatspi.STATE_SHOWING)
        ):
            yield from below(child)


def find(program: Any, role: str, name: str) -> Any:
    """Wait for something of a role and a name to be shown, and return it."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        for node in below(program):
            if node.getRoleName() == role and node.name == name:
                return node
        time.sleep(0.2)
    raise SystemExit(f"no {role} “{name}” is shown")


def told(program: Any) -> list[dict[str, str]]:
    """Return what is shown: role, name, description."""
    return [
        {"role": node.getRoleName(), "name": node.name, "description": node.description}
        for node in below(program)
    ]


def main() -> None:
    """Unlock, look at Today and at Cases."""
    passphrase = sys.stdin.readline().rstrip("\n")
    program = application()
    field = find(program, "password text", "Passphrase")
    locked = told(program)
    field.queryEditableText().insertText(0, passphrase, len(passphrase))
    hidden = field.queryText().getText(0, -1)
    find(program, "push button", "Unlock").queryAction().doAction(0)
    rooms = ("check box", "radio button", "push button")
    until = time.monotonic() + PATIENCE_S
    cases = None
    while cases is None and time.monotonic() < until:
        cases = next(
            (n for n in below(program) if n.getRoleName() in rooms and n.name.startswith("Cases")),
            None,
        )
        time.sleep(0.2)
    if cases is None:
        raise SystemExit("the vault was not opened")
    today = told(program)
    cases.queryAction().doAction(0)
    time.sleep(2)
    json.dump(
        {
            "name": program.name,
            "locked": locked,
            "hidden": hidden,
            "today": today,
            "cases": told(program),
            "unnamed": [
                each
                for each in (*locked, *today, *told(program))
                if each["role"] in OPERATED and not each["name"]
            ],
        },
        sys.stdout,
    )


main()
