"""How a release becomes an update folder: described by one person, signed by two."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from outreach_app.crypto import sshsig
from outreach_app.crypto.keys import SigningKey
from outreach_app.paths import atomic_write, host_fault
from outreach_app.phrases import phrase
from outreach_app.services.updates.errors import (
    CannotMakeUpdate,
    NotAReleaseKey,
    SignedAlready,
)
from outreach_app.services.updates.folder import (
    Step,
    digest_of,
    list_folder,
    require_exactly,
    require_files,
)
from outreach_app.services.updates.statement import (
    KEYS,
    LARGEST_FILE_BYTES,
    SIGNATURES,
    STATEMENT,
    SignedFile,
    Statement,
    parse_statement,
    version_numbers,
    write_statement,
)
from outreach_app.services.updates.trust import (
    NAMESPACE,
    Papers,
    believed,
    keys_after,
    links_of,
    names_of_link,
    papers_of,
    signer_of,
)

_MACHINES = (
    (re.compile(r"windows|\.msi$|\.exe$"), "windows-x86_64"),
    (re.compile(r"macos.*arm64|darwin.*arm64"), "macos-arm64"),
    (re.compile(r"macos.*x86_64|darwin.*x86_64"), "macos-x86_64"),
    (re.compile(r"linux|\.deb$"), "linux-x86_64"),
)
_INSTALLED = (".msi", ".exe", ".deb", ".tar.gz", ".pkg", ".dmg")
"""What can be installed; lists and texts that name a machine are for everybody."""
_FOR_EVERYBODY = 0o644
_FOR_NO_MAC = re.compile(r"macos|darwin|\.pkg$|\.dmg$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What is to be described.

    Attributes:
        previous: Folder of the release before, None for the first.
        keys: The release keys that the program is built with.
        next_keys: The keys that count from this release on; None leaves them as they are.
    """

    version: str
    dated: date
    previous: Path | None
    keys: frozenset[bytes]
    next_keys: frozenset[bytes] | None = None


def machine_of(name: str) -> str:
    """Return for which machines a file is, by its name: ``all`` where it says nothing.

    Raises:
        CannotMakeUpdate: It is for a Mac and does not say for which processor.
    """
    plain = name.casefold()
    if not plain.endswith(_INSTALLED):
        return "all"
    for pattern, machine in _MACHINES:
        if pattern.search(plain):
            return machine
    if _FOR_NO_MAC.search(plain):
        raise CannotMakeUpdate(
            what=phrase("{name} does not say for which processor it is", name=name)
        )
    return "all"


def make_update(folder: Path, release: Release, *, step: Step = lambda _name: None) -> Statement:
    """Describe the files of a folder, unsigned as yet.

    Args:
        folder: Holds the installers of the release, and whatever else goes with them.
        release: What it is.
        step: Told the name of each file before it is read.

    Raises:
        CannotMakeUpdate: It is signed already, or does not follow the release before.
        UpdateFormat, UpdateSignature, UnknownReleaseKey, UpdateFile: The folder holds what cannot go
            out, or the release before is not one.
        HostFault: A file cannot be read or written.
    """
    names = list_folder(folder)
    if signed := sorted(names & set(SIGNATURES)):
        raise CannotMakeUpdate(
            what=phrase("{name} is there: the folder is signed already", name=signed[0])
        )
    sequence, keys, links = _begin(release)
    for number, papers in links:
        for name, content in zip(
            names_of_link(number), (papers.statement, *papers.signatures), strict=True
        ):
            _write(folder / name, content)
    files = []
    carried = {name for number, _papers in links for name in names_of_link(number)}
    for name in sorted((names | carried) - {STATEMENT}):
        step(name)
        size, sha256 = digest_of(folder, name, LARGEST_FILE_BYTES)
        machine = KEYS if name in carried else machine_of(name)
        files.append(SignedFile(name, machine, size, sha256))
    statement = Statement(
        release.version, sequence, release.dated, tuple(files), release.next_keys or keys
    )
    raw = write_statement(statement)
    parse_statement(raw)
    _write(folder / STATEMENT, raw)
    return statement


def _begin(release: Release) -> tuple[int, frozenset[bytes], list[tuple[int, Papers]]]:
    """Return the number of a release, the keys that sign it, and the changes of keys it carries along."""
    version = version_numbers(release.version)
    if release.previous is None:
        return 1, release.keys, []
    names = list_folder(release.previous)
    papers, links = papers_of(release.previous, names), links_of(release.previous, names)
    keys, _last = keys_after(links, release.keys)
    statement, _signers = believed(papers, links, release.keys)
    if version <= version_numbers(statement.version):
        raise CannotMakeUpdate(
            what=phrase(
                "version {version} is not above {other}",
                version=release.version,
                other=statement.version,
            )
        )
    if release.dated < statement.dated:
        raise CannotMakeUpdate(what=phrase("its date is before that of the release before"))
    if statement.release_keys != keys:
        links.append((statement.sequence, papers))
    return statement.sequence + 1, statement.release_keys, links


def unsigned_update(
    folder: Path, keys: frozenset[bytes], *, step: Step = lambda _name: None
) -> tuple[Statement, frozenset[bytes]]:
    """Return what would be signed, every file of it compared, and the keys that may sign it.

    Raises:
        UpdateFormat, UpdateSignature, UnknownReleaseKey, UpdateFile: The folder is not what was made.
        HostFault: A file cannot be read.
    """
    names = list_folder(folder)
    papers = papers_of(folder, names)
    statement = parse_statement(papers.statement)
    counting, _last = keys_after(links_of(folder, names), keys)
    require_exactly(names, statement.files)
    require_files(folder, statement.files, step)
    return statement, counting


def sign_update(
    folder: Path, key: SigningKey, keys: frozenset[bytes], *, step: Step = lambda _name: None
) -> int:
    """Sign an update with one release key, after comparing all of it, and return how many have.

    Raises:
        NotAReleaseKey: The key does not count for this update.
        SignedAlready: It has signed, or two have.
        UpdateFormat, UpdateSignature, UnknownReleaseKey, UpdateFile: The folder is not what was made.
        HostFault: A file cannot be read or written.
    """
    _statement, counting = unsigned_update(folder, keys, step=step)
    papers = papers_of(folder, list_folder(folder))
    signers = [signer_of(papers.statement, each) for each in papers.signatures]
    if key.public not in counting:
        raise NotAReleaseKey
    if key.public in signers or len(signers) == len(SIGNATURES):
        raise SignedAlready(count=len(signers))
    free = next(each for each in SIGNATURES if not (folder / each).exists())
    _write(folder / free, sshsig.sign(papers.statement, NAMESPACE, key))
    return len(signers) + 1


def _write(path: Path, content: bytes) -> None:
    """Write a file that everybody may read: an update is no secret."""
    atomic_write(path, content)
    try:
        path.chmod(_FOR_EVERYBODY)
    except OSError as error:
        raise host_fault(error) from error
