"""Is there an update in this folder, and may it be installed? The program itself installs nothing."""

import hashlib
import platform
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from outreach_app.errors import Untrusted
from outreach_app.services.updates.errors import (
    UnknownReleaseKey,
    UpdateNotNewer,
    UpdateOlder,
    UpdateTwice,
)
from outreach_app.services.updates.folder import Step, list_folder, require_exactly, require_files
from outreach_app.services.updates.seen import Seen, keep_seen, read_seen
from outreach_app.services.updates.statement import (
    SignedFile,
    Statement,
    parse_statement,
    version_numbers,
)
from outreach_app.services.updates.trust import believed, links_of, papers_of
from outreach_app.system_log import SystemEvent, Tell, tell_system

_SYSTEMS = {"win32": "windows", "darwin": "macos", "linux": "linux"}
_PROCESSORS = {"amd64": "x86_64", "x86_64": "x86_64", "arm64": "arm64", "aarch64": "arm64"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What an update is measured by.

    Attributes:
        installed: The version that runs.
        keys: The release keys that count.
        today: For a date in the future.
        seen: File that remembers the newest update; None leaves it unasked and unwritten.
        tell: Told when a folder is not what was released.
    """

    installed: str
    keys: frozenset[bytes]
    today: date
    seen: Path | None
    tell: Tell = tell_system


@dataclass(frozen=True, slots=True)
class CheckedUpdate:
    """An update that may be installed.

    Attributes:
        signers: The raw public keys of the two who signed.
        is_dated_ahead: Its date lies in the future: this computer's clock or theirs is wrong.
    """

    statement: Statement
    signers: tuple[bytes, ...]
    is_dated_ahead: bool

    def files_for(self, machine: str) -> tuple[SignedFile, ...]:
        """Return the installers for a machine."""
        return tuple(each for each in self.statement.files if each.platform == machine)


def this_machine() -> str:
    """Return what the installers for this computer are called by, such as ``linux-x86_64``."""
    system = _SYSTEMS.get(sys.platform, sys.platform)
    # Windows on another processor runs what was made for x86-64.
    told = "x86_64" if system == "windows" else platform.machine().lower()
    return f"{system}-{_PROCESSORS.get(told, told)}"


def check_update(folder: Path, here: Here, *, step: Step = lambda _name: None) -> CheckedUpdate:
    """Return the update of a folder, every byte of which is what two people signed.

    Args:
        folder: The update folder; nothing in it is run or changed.
        here: What it is measured by.
        step: Told the name of each file before it is read; may raise to stop.

    Raises:
        NoUpdate, NamesServer: There is none, or the program does not look there.
        UpdateNotNewer: It is what is installed, or older.
        UpdateTooNew: A newer program is needed to read it.
        UpdateFormat, UpdateSignature, UnknownReleaseKey, UpdateFile: It is not what was released.
        UpdateOlder, UpdateTwice: It is older than, or another one than, what was seen here.
        HostFault: It cannot be read, or what was seen cannot be.
    """
    try:
        return _checked(folder, here, step)
    except Untrusted:
        here.tell(SystemEvent.UPDATE_REFUSED)
        raise


def _checked(folder: Path, here: Here, step: Step) -> CheckedUpdate:
    names = list_folder(folder)
    papers = papers_of(folder, names)
    try:
        statement, signers = believed(papers, links_of(folder, names), here.keys)
    except UnknownReleaseKey:
        # After a change of keys the installed release itself is signed by keys that count no more.
        # Nothing is believed here: whoever could write this could as well leave the folder empty.
        _require_newer(parse_statement(papers.statement), here.installed)
        raise
    require_exactly(names, statement.files)
    require_files(folder, statement.files, step)
    if here.seen is not None:
        _remember(here.seen, statement, papers.statement)
    _require_newer(statement, here.installed)
    return CheckedUpdate(statement, signers, statement.dated > here.today)


def _require_newer(statement: Statement, installed: str) -> None:
    if version_numbers(statement.version) <= version_numbers(installed):
        raise UpdateNotNewer(version=statement.version, installed=installed)


def _remember(path: Path, statement: Statement, raw: bytes) -> None:
    now = Seen(statement.sequence, hashlib.sha256(raw).hexdigest())
    seen = read_seen(path)
    if seen is None or now.sequence > seen.sequence:
        keep_seen(path, now)
    elif now.sequence < seen.sequence:
        raise UpdateOlder(found=now.sequence, seen=seen.sequence)
    elif now != seen:
        raise UpdateTwice(sequence=now.sequence)
