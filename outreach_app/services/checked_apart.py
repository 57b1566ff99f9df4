"""The program's check of itself in a process of its own: a part that crashes takes nothing with it."""

import json
import os
import subprocess
from dataclasses import dataclass

from outreach_app.phrases import listed, phrase
from outreach_app.services.own_program import own_command
from outreach_app.services.shipped import root_folder

_PATIENCE_S = 180


@dataclass(frozen=True, slots=True)
class Act:
    """What was tried: its name, whether it worked, and a fact without personal data."""

    name: str
    passed: bool
    detail: str


def check_apart() -> tuple[Act, ...]:
    """Run ``self-check`` and return its acts; a program that gives no answer is one that failed."""
    asked = subprocess.run(  # noqa: S603  our own program, no shell
        own_command("self-check", "--json"),
        env={**os.environ, "PYTHONPATH": str(root_folder())},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_PATIENCE_S,
        check=False,
    )
    try:
        acts = json.loads(asked.stdout)["acts"]
    except (ValueError, KeyError, TypeError):
        return (Act(phrase("the check itself"), passed=False, detail=str(asked.returncode)),)
    return tuple(Act(listed(each["act"]), each["passed"], each["detail"]) for each in acts)
