"""Write docs/command-line.md from the parser: `python -m tests.house.command_page`."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from outreach_app.cli.main import build_parser
from tests.house.tree import ROOT

PAGE = ROOT / "docs" / "command-line.md"


@dataclass(frozen=True)
class Command:
    """One command that does something, with what it takes."""

    name: str
    help: str
    takes: tuple[tuple[str, str], ...]


def commands_of(parser: argparse.ArgumentParser, at: str = "outreach") -> Iterator[Command]:
    """Yield the commands of a parser, those inside groups too, in the order of the help."""
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction):
            continue
        texts = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for name, child in action.choices.items():
            inner = list(commands_of(child, f"{at} {name}"))
            yield from inner or [Command(f"{at} {name}", texts.get(name, ""), tuple(_takes(child)))]


def _takes(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    for action in parser._actions:
        if isinstance(action, argparse._HelpAction):
            continue
        shown = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        if action.option_strings and action.nargs != 0:
            shown += f" {action.metavar or action.dest.upper()}"
        yield shown, " ".join((action.help or "").split())


def command_page(parser: argparse.ArgumentParser) -> str:
    """Return the page of all commands, as Markdown."""
    lines = [
        "# The command line",
        "",
        "Made from the parser in `outreach_app/cli`; a test compares the two. Call it as",
        "`python -m outreach_app …` in the environment, or as `outreach …` where it is installed.",
        "",
        str(parser.description or ""),
        "",
        str(parser.epilog or ""),
        "",
        "| command | what it does |",
        "| --- | --- |",
    ]
    commands = list(commands_of(parser))
    lines += [f"| `{command.name}` | {command.help} |" for command in commands]
    for command in commands:
        lines += ["", f"## `{command.name}`", "", f"{command.help}", ""]
        lines += [f"- `{shown}` {text}".rstrip() for shown, text in command.takes]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    PAGE.write_text(command_page(build_parser()), "utf-8")
