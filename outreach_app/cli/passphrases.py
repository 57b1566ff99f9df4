"""Passphrases come from a prompt, a file or a file descriptor, never from the command line."""

import argparse
import getpass
import os
import sys
from pathlib import Path

from outreach_app.cli.errors import NoPassphrase

_MOST_BYTES = 4096


def add_passphrase_options(parser: argparse.ArgumentParser, prefix: str = "passphrase") -> None:
    """Add ``--passphrase-file`` and ``--passphrase-fd`` (or with another prefix) to a command."""
    group = parser.add_argument_group(f"{prefix} (asked for at the prompt when neither is given)")
    group.add_argument(
        f"--{prefix}-file", metavar="FILE", help="read the first line of FILE; FILE stays as it is"
    )
    group.add_argument(
        f"--{prefix}-fd", metavar="N", type=int, help="read the first line from descriptor N"
    )


def read_passphrase(
    arguments: argparse.Namespace, question: str, *, prefix: str = "passphrase", twice: bool = False
) -> str:
    """Return the passphrase from wherever the person said.

    Raises:
        NoPassphrase: Nothing was given, the two entries differ, or the source cannot be read.
    """
    attribute = prefix.replace("-", "_")
    file = getattr(arguments, f"{attribute}_file", None)
    descriptor = getattr(arguments, f"{attribute}_fd", None)
    try:
        if file is not None:
            text = Path(file).read_bytes()[:_MOST_BYTES].decode("utf-8")
        elif descriptor is not None:
            text = os.read(descriptor, _MOST_BYTES).decode("utf-8")
        else:
            text = _ask(question, twice=twice)
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise NoPassphrase from error
    lines = text.splitlines()
    if not lines or not lines[0]:
        raise NoPassphrase
    return lines[0]


def passphrase_to_sign(arguments: argparse.Namespace, given: str) -> str:
    """Return the passphrase that stands for a signature, after what is signed was shown.

    At a prompt it is asked for anew, and an empty line declines. A script that gave it in a file
    or by a descriptor has decided already.

    Raises:
        NoPassphrase: The person declined.
    """
    if arguments.passphrase_file is not None or arguments.passphrase_fd is not None:
        return given
    return read_passphrase(arguments, "Passphrase, to sign this (nothing to leave it unsigned)")


def _ask(question: str, *, twice: bool) -> str:
    if not sys.stdin.isatty():
        raise NoPassphrase
    first = getpass.getpass(f"{question}: ")
    if twice and getpass.getpass(f"{question}, once more: ") != first:
        raise NoPassphrase
    return first
