"""What several commands share: the options of a vault, its opening, the files that they read."""

import argparse
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from outreach_app.cli.errors import NotAnAnswer, NotAnswers
from outreach_app.cli.output import Result
from outreach_app.cli.passphrases import add_passphrase_options, read_passphrase
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.errors import UnknownAddress
from outreach_app.paths import data_folder, read_bytes
from outreach_app.services.filling import near_names
from outreach_app.services.instants import Clock
from outreach_app.services.organisation import CARD_NAME
from outreach_app.services.revising import require_right_date
from outreach_app.services.sitting import Signer
from outreach_app.services.unlocking import this_keychain, this_world
from outreach_app.services.vaults import World
from outreach_app.services.workspace import Workspace, open_workspace

CASE_HELP = "reference of the case or client, as `outreach case list` shows it"
DOCUMENT_HELP = "as `outreach doc list` names it, such as support_plan or risk_assessment/2"
FILE_LIMIT_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Context:
    """What a command may use besides its own arguments."""

    clock: Clock
    progress: Callable[[str], None]

    def world(self) -> World:
        """Return the clock and this machine's source of random bytes."""
        return this_world(self.clock)


Verb = Callable[[argparse.Namespace, Context], Result]


def add_verb(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Verb,
    summary: str,
    *,
    vault: bool = False,
) -> argparse.ArgumentParser:
    """Add one command with ``--json`` and, for commands on a vault, the options to open it."""
    parser = commands.add_parser(
        name, help=summary, description=f"{summary[:1].upper()}{summary[1:]}."
    )
    parser.set_defaults(run=run)
    parser.add_argument("--json", action="store_true", help="answer as JSON, for scripts")
    if vault:
        add_vault_option(parser)
        parser.add_argument(
            "--person",
            metavar="INITIALS",
            default="",
            help="whose slot to open, if there are several",
        )
        add_passphrase_options(parser)
    return parser


def add_vault_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that names the vault's folder."""
    named = os.environ.get("OUTREACH_VAULT")
    parser.add_argument(
        "--vault",
        metavar="FOLDER",
        type=Path,
        default=Path(named) if named else data_folder() / "vault",
        help="folder of the vault (default: OUTREACH_VAULT, else this user's own)",
    )


@contextmanager
def opened(options: argparse.Namespace, context: Context) -> Iterator[Workspace]:
    """Unlock the vault that the options name, for one command."""
    with opened_to_sign(options, context) as (workspace, _passphrase):
        yield workspace


@contextmanager
def opened_to_sign(
    options: argparse.Namespace, context: Context
) -> Iterator[tuple[Workspace, str]]:
    """Unlock the vault for a command that signs; the passphrase is asked for once."""
    passphrase = read_passphrase(options, "Passphrase")
    world = context.world()
    workspace = open_workspace(
        options.vault, options.person, passphrase, world, this_keychain(world)
    )
    try:
        yield workspace, passphrase
    finally:
        workspace.close()


def add_date_option(parser: argparse.ArgumentParser) -> None:
    """Add the option with which a person stands by the date, to a command that signs."""
    parser.add_argument(
        "--date-is-right",
        action="store_true",
        help="sign although the clock is behind the latest time the vault has seen",
    )


def add_words_option(parser: argparse.ArgumentParser) -> None:
    """Add the option with which a person says that words were compared."""
    parser.add_argument(
        "--words-compared",
        action="store_true",
        help="the words of every change of trust in it were compared with the other person's",
    )


def signer_for(workspace: Workspace, options: argparse.Namespace, passphrase: str) -> Signer:
    """Return the key that signs, when the date can be right or the person says that it is.

    Raises:
        ClockBehind: The clock is behind, and nobody said that the date is right.
    """
    require_right_date(workspace.sitting, confirmed=options.date_is_right)
    return workspace.sitting.signer(passphrase)


def read_file(path: Path) -> bytes:
    """Return the bytes of a file that the person named.

    Raises:
        HostFault: It cannot be read, or is too large.
    """
    return read_bytes(path, FILE_LIMIT_BYTES)


@contextmanager
def suggesting(definition: FormDefinition) -> Iterator[None]:
    """Add to a refusal of a question which names of the form are written much like it."""
    try:
        yield
    except UnknownAddress as error:
        near = near_names(definition, str(error.facts["address"]))
        if near:
            error.add_note(f"Written much like it in this form: {', '.join(near)}.")
        raise


def read_card_file(path: Path) -> bytes:
    """Return the bytes of an organisation file, named by itself or by its folder.

    Raises:
        HostFault: It cannot be read, or is too large.
    """
    return read_file(path / CARD_NAME if path.is_dir() else path)


def read_answers(path: Path) -> dict[str, Any]:
    """Return answers from a JSON file: texts by question, mappings for groups, lists for rows.

    Raises:
        HostFault: It cannot be read.
        NotAnswers: It holds something else.
    """
    try:
        given = json.loads(read_file(path))
    except (ValueError, RecursionError) as error:
        raise NotAnswers(name=path.name) from error
    if not isinstance(given, dict) or not _is_answer(given):
        raise NotAnswers(name=path.name)
    return given


def _is_answer(value: object) -> bool:
    if isinstance(value, dict):
        return all(_is_answer(each) for each in value.values())
    if isinstance(value, list):
        return all(isinstance(row, dict) and _is_answer(row) for row in value)
    return isinstance(value, str)


def split_answer(pair: str) -> tuple[str, str]:
    """Return question and answer of ``QUESTION=ANSWER``.

    Raises:
        NotAnAnswer: There is no equals sign, or bytes that are no text; neither is repeated.
    """
    question, equals, answer = pair.partition("=")
    if not equals or not question or any("\ud800" <= each <= "\udfff" for each in pair):
        raise NotAnAnswer
    return question, answer
