"""The command `outreach`: parse, run one verb, answer in words or JSON, exit by error family."""

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence

from outreach_app import __version__
from outreach_app.cli.entry import Context
from outreach_app.cli.output import Result, show, visible
from outreach_app.errors import HostFault, OutreachError, Refusal, Untrusted
from outreach_app.messages import message_at_prompt
from outreach_app.services.instants import Clock, system_clock

EXIT_REFUSED = 3
EXIT_HOST = 4
EXIT_UNTRUSTED = 5
EXIT_BUG = 1

_VERSION = "--version"
_COMMANDS = {
    "org": "organisations",
    "vault": "vaults",
    "case": "cases",
    "search": "cases",
    "doc": "documents",
    "form": "forms",
    "bundle": "bundles",
    "consent": "consents",
    "disclosures": "consents",
    "visit": "visits",
    "calendar": "calendars",
    "review": "reviews",
    "merge": "merges",
    "night": "nights",
    "report": "reports",
    "update": "updates",
    "self-check": "checks",
    "demo": "demonstration",
}
"""Which module has which command; only the one that is asked for is loaded, for a quick start."""


def build_parser(only: str = "") -> argparse.ArgumentParser:
    """Return the parser with every command, or with the module of one; the version needs none.

    The house tests compare the whole with the documents.
    """
    parser = argparse.ArgumentParser(
        prog="outreach",
        description="Offline casework for people who support survivors of trafficking and modern "
        "slavery. Every command explains itself with -h; docs/command-line.md has them all.",
        epilog="Exit codes: 0 done, 1 a fault of the program, 2 wrong usage, 3 you can act, "
        "4 the machine failed, 5 the input cannot be trusted.",
    )
    parser.add_argument(_VERSION, action="version", version=f"outreach {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    wanted = {_COMMANDS[only]} if only in _COMMANDS else set(_COMMANDS.values())
    if only == _VERSION:
        wanted = set()
    for name in dict.fromkeys(each for each in _COMMANDS.values() if each in wanted):
        module = importlib.import_module(f"outreach_app.cli.{name}")
        module.add_commands(commands)
    return parser


def run_command(arguments: Sequence[str], *, clock: Clock = system_clock) -> int:
    """Run one command line and return the exit code; a bug is raised, everything else answered."""
    parser = build_parser(arguments[0] if arguments else "")
    options = _parse(parser, arguments)
    as_json = bool(getattr(options, "json", False))
    context = Context(clock=clock, progress=_progress_printer(as_json=as_json))
    try:
        result: Result = options.run(options, context)
    except OutreachError as error:
        return _report(error, as_json=as_json)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    show(result, as_json=as_json)
    return result.exit_code


def _parse(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """Parse; a command with a list of answers takes them on both sides of its options.

    What does not belong is not repeated: it may be an answer.
    """
    options, rest = parser.parse_known_args(list(arguments))
    taken = getattr(options, "also_takes", "")
    foreign = [each for each in rest if each.startswith("-") or not taken]
    if foreign:
        parser.error(f"{len(foreign)} of the arguments do not belong to this command; see --help")
    if rest:
        getattr(options, taken).extend(rest)
    return options


def exit_code_of(error: OutreachError) -> int:
    """Return the exit code of an error's family."""
    if isinstance(error, Refusal):
        return EXIT_REFUSED
    if isinstance(error, HostFault):
        return EXIT_HOST
    if isinstance(error, Untrusted):
        return EXIT_UNTRUSTED
    return EXIT_BUG


def _report(error: OutreachError, *, as_json: bool) -> int:
    message = message_at_prompt(error.code)
    notes = list(getattr(error, "__notes__", ()))
    if as_json:
        facts = {
            name: list(fact) if isinstance(fact, tuple) else fact
            for name, fact in error.facts.items()
        }
        title, what, do = message.parts(error.facts)
        body = {
            "error": error.code,
            "title": title,
            "what_happened": what,
            "what_to_do": do,
            "facts": facts,
            "notes": notes,
        }
        show(Result(data=body, text=""), as_json=True)
    else:
        print(visible("\n".join([message.text(error.facts), *notes])), file=sys.stderr)
    return exit_code_of(error)


def _progress_printer(*, as_json: bool) -> Callable[[str], None]:
    def tell(line: str) -> None:
        print(visible(line), file=sys.stderr if as_json else sys.stdout, flush=True)

    return tell
