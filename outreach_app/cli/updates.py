"""`outreach update …`: the folder of a release, made, signed by two people, and checked."""

import argparse
from pathlib import Path

from outreach_app import __version__
from outreach_app.cli.entry import Context, add_verb
from outreach_app.cli.output import Result, table
from outreach_app.cli.passphrases import add_passphrase_options, read_passphrase
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.updates.checking import (
    CheckedUpdate,
    Here,
    check_update,
    this_machine,
)
from outreach_app.services.updates.making import Release, make_update, sign_update, unsigned_update
from outreach_app.services.updates.release_keys import (
    fingerprint,
    make_release_key,
    open_release_key,
    pinned_keys,
    read_key_list,
)
from outreach_app.services.updates.seen import seen_file
from outreach_app.services.updates.statement import KEYS, SignedFile, Statement

_FOLDER = "the update folder"
_KEYS = "list of release keys to believe instead of those that this program was built with"


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    update = commands.add_parser(
        "update", help="the folder of a release: made, signed by two people, checked"
    )
    verbs = update.add_subparsers(title="commands", metavar="COMMAND", required=True)

    check = add_verb(
        verbs, "check", _check, "say whether a folder holds an update for this computer"
    )
    check.add_argument("folder", type=Path, help=_FOLDER)
    _add_keys(check)

    make = add_verb(verbs, "make", _make, "describe the files of a release, to be signed")
    make.add_argument("folder", type=Path, help="folder with the installers of the release")
    make.add_argument(
        "--after", type=Path, metavar="FOLDER", help="update folder of the release before"
    )
    make.add_argument(
        "--release", default=__version__, metavar="VERSION", help="its version (default: this one)"
    )
    make.add_argument(
        "--next-keys",
        type=Path,
        metavar="FILE",
        help="list of the release keys from this release on",
    )
    _add_keys(make)

    sign = add_verb(verbs, "sign", _sign, "compare a release with its description and sign it")
    sign.add_argument("folder", type=Path, help=_FOLDER)
    sign.add_argument(
        "--key", type=Path, required=True, metavar="FILE", help="file of the release key"
    )
    _add_keys(sign)
    add_passphrase_options(sign)

    key = add_verb(verbs, "key", _key, "make a release key under a passphrase of its own")
    key.add_argument("file", type=Path, help="file to write; it must not be there yet")
    add_passphrase_options(key)


def _add_keys(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--keys", type=Path, metavar="FILE", help=_KEYS)


def _counting(options: argparse.Namespace) -> frozenset[bytes]:
    return read_key_list(options.keys) if options.keys else pinned_keys()


def _check(options: argparse.Namespace, context: Context) -> Result:
    here = Here(
        installed=__version__,
        keys=_counting(options),
        today=context.clock().astimezone(CASEWORK_ZONE).date(),
        # By other keys it is somebody else's question; what this computer has seen stays as it is.
        seen=None if options.keys else seen_file(),
    )
    found = check_update(options.folder, here, step=context.progress)
    machine = this_machine()
    data = _data(found.statement)
    data["for_this_computer"] = [each.name for each in found.files_for(machine)]
    data["signed_by"] = [fingerprint(each) for each in found.signers]
    data["dated_ahead"] = found.is_dated_ahead
    return Result(data=data, text=_words(found, machine, by_program=not options.keys))


def _words(found: CheckedUpdate, machine: str, *, by_program: bool) -> str:
    statement = found.statement
    lines = [
        f"Version {statement.version} of {statement.dated}, release number {statement.sequence}.",
        f"It may be installed; version {__version__} is installed.",
        "Every file is what two people with release keys have signed:",
        *(f"  {fingerprint(each)}" for each in found.signers),
    ]
    if not by_program:
        lines.append(
            "Which keys count was read from the list that you named, not from this program."
        )
    if found.is_dated_ahead:
        lines.append("Its date lies in the future: look at the clock of this computer.")
    mine = found.files_for(machine)
    if mine:
        lines.append(f"Whoever looks after this computer ({machine}) may install:")
        lines += [f"  {each.name}\n    SHA-256 {each.sha256}" for each in mine]
    else:
        lines.append(f"There is no installer for this computer ({machine}) in it.")
    return "\n".join([*lines, "The program installs nothing itself."])


def _make(options: argparse.Namespace, context: Context) -> Result:
    release = Release(
        version=options.release,
        dated=context.clock().astimezone(CASEWORK_ZONE).date(),
        previous=options.after,
        keys=_counting(options),
        next_keys=read_key_list(options.next_keys) if options.next_keys else None,
    )
    made = make_update(options.folder, release, step=context.progress)
    text = f"{_shown(made)}\nTwo people with release keys sign it now: outreach update sign."
    return Result(data=_data(made), text=text)


def _sign(options: argparse.Namespace, context: Context) -> Result:
    keys = _counting(options)
    statement, _keys = unsigned_update(options.folder, keys, step=context.progress)
    context.progress(_shown(statement))
    passphrase = read_passphrase(options, "Passphrase of the release key, to sign this")
    key = open_release_key(options.key, passphrase)
    count = sign_update(options.folder, key, keys)
    missing = "" if count > 1 else " Somebody else signs with another key."
    data = {**_data(statement), "signatures": count, "key": fingerprint(key.public)}
    return Result(data=data, text=f"Signed by {fingerprint(key.public)}, {count} of 2.{missing}")


def _key(options: argparse.Namespace, _context: Context) -> Result:
    passphrase = read_passphrase(options, "New passphrase of the release key", twice=True)
    key = make_release_key(options.file, passphrase)
    text = (
        f"{key.public_line()}\n{fingerprint(key.public)}\n"
        "The first line goes into the list of release keys. The file and its passphrase stay with one "
        "person, apart from every computer that is in daily use."
    )
    return Result(
        data={"public_key": key.public_line(), "fingerprint": fingerprint(key.public)}, text=text
    )


def _shown(statement: Statement) -> str:
    rows = [(each.name, each.platform, str(each.size), each.sha256) for each in statement.files]
    head = f"Version {statement.version} of {statement.dated}, release number {statement.sequence}"
    keys = "\n".join(f"  {each}" for each in sorted(map(fingerprint, statement.release_keys)))
    files = table(("File", "For", "Bytes", "SHA-256"), rows)
    return f"{head}\n{files}\nRelease keys from then on:\n{keys}"


def _data(statement: Statement) -> dict[str, object]:
    return {
        "version": statement.version,
        "sequence": statement.sequence,
        "date": statement.dated.isoformat(),
        "files": [_file(each) for each in statement.files if each.platform != KEYS],
        "release_keys": sorted(map(fingerprint, statement.release_keys)),
    }


def _file(file: SignedFile) -> dict[str, str | int]:
    return {
        "name": file.name,
        "platform": file.platform,
        "size": file.size,
        "sha256": file.sha256,
    }
