"""The version and the moment of a build; both come from one place each."""

import os
import platform
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_VERSION = re.compile(r'^__version__ = "(\d+\.\d+\.\d+)"$', re.MULTILINE)


class BuildFault(Exception):
    """A build cannot go on; the text says why and what to do."""


def version() -> str:
    """Return the version, such as ``0.1.0``, as the program itself says it.

    Raises:
        BuildFault: It has another shape, which installers cannot compare.
    """
    found = _VERSION.search((ROOT / "outreach_app" / "__init__.py").read_text("utf-8"))
    if found is None:
        raise BuildFault("outreach_app/__init__.py must hold a version such as 0.1.0.")
    return found[1]


def moment() -> int:
    """Return the seconds since 1970 that every file of a build carries: those of its commit.

    ``SOURCE_DATE_EPOCH`` decides where it is set, as for other reproducible builds; without either,
    1 January 2000.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told.isdigit():
        return int(told)
    said = git_says("log", "-1", "--format=%ct")
    return int(said) if said.strip().isdigit() else 946_684_800


def git_says(*words: str) -> str:
    """Return what git answers; nothing where there is no git, or no repository."""
    command = ["git", *words]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return ""


def target() -> str:
    """Return for what is built here, such as ``linux-x86_64``, ``windows-x86_64``, ``macos-arm64``."""
    system = platform.system().lower()
    machine = platform.machine().lower()
    systems, machines = {"darwin": "macos"}, {"amd64": "x86_64", "aarch64": "arm64"}
    return f"{systems.get(system, system)}-{machines.get(machine, machine)}"
