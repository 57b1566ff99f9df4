"""Every failure has words, every entry a failure, and every placeholder a fact."""

import ast
import dataclasses
import inspect
import re
import string
import textwrap
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from outreach_app import messages
from outreach_app.errors import HostFault, OutreachError, Refusal, Untrusted
from outreach_app.messages.commands import AT_THE_PROMPT
from outreach_app.messages.wording import Message
from tests.house.tree import PACKAGE, files, modules, parsed, shown

FAMILIES = {OutreachError, Refusal, HostFault, Untrusted}
COMMAND = re.compile(r"`|\boutreach [a-z]|--[a-z]|\bcommand|\bat a prompt|\b[a-z]+\.[a-z_]{6,}\b")
CODE = re.compile(r"^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$")


def _below(cls: type[OutreachError]) -> Iterator[type[OutreachError]]:
    for child in cls.__subclasses__():
        yield child
        yield from _below(child)


def _errors() -> list[type[OutreachError]]:
    """Return the error classes of the program itself that carry a code of their own."""
    modules()
    ours = {cls for cls in _below(OutreachError) if cls.__module__.startswith("outreach_app.")}
    return sorted(
        (cls for cls in ours - FAMILIES if "code" in vars(cls)), key=lambda cls: cls.__qualname__
    )


def _placeholders(message: Message) -> set[str]:
    text = "\n".join((message.title, message.what, message.do))
    return {name for _text, name, _spec, _how in string.Formatter().parse(text) if name}


def _fact_names(call: ast.Call) -> set[str] | None:
    """Return the keywords of a call, or None where it hands on a mapping we cannot read."""
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    return {keyword.arg for keyword in call.keywords if keyword.arg is not None}


@cache
def _calls() -> dict[str, list[tuple[str, ast.Call]]]:
    """Return the calls in the program by the name that is called, each with its place."""
    found: dict[str, list[tuple[str, ast.Call]]] = {}
    for path in files(".py", below=PACKAGE):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else None
                name = node.func.id if isinstance(node.func, ast.Name) else name
                if name:
                    found.setdefault(name, []).append((f"{shown(path)}:{node.lineno}", node))
    return found


def test_codes_are_well_formed_and_belong_to_one_class() -> None:
    codes = Counter(cls.code for cls in _errors())
    assert [code for code in codes if not CODE.match(code)] == []
    assert [code for code, count in codes.items() if count > 1] == []


def test_every_error_class_names_its_family_and_its_code() -> None:
    ours = {cls for cls in _below(OutreachError) if cls.__module__.startswith("outreach_app.")}
    nameless = [
        cls.__qualname__
        for cls in ours - FAMILIES
        if "code" not in vars(cls) and not cls.__subclasses__()
    ]
    assert nameless == []
    assert [cls for cls in ours if not issubclass(cls, (Refusal, HostFault, Untrusted))] in (
        [],
        [OutreachError],
    )


def test_every_error_has_words_and_every_entry_an_error() -> None:
    codes = {cls.code for cls in _errors()}
    assert codes - set(messages.ALL) == set(), "errors without words"
    assert set(messages.ALL) - codes == set(), "words without an error"


def test_no_entry_stands_in_two_tables() -> None:
    tables = [vars(module)["MESSAGES"] for module in modules() if "MESSAGES" in vars(module)]
    assert sum(len(table) for table in tables) == len(messages.ALL)


@pytest.mark.parametrize("code", sorted(messages.ALL))
def test_words_are_complete(code: str) -> None:
    message = messages.message_for(code)
    assert message.title.strip()
    assert not message.title.endswith(".")
    assert message.what.endswith((".", "?"))
    assert message.do.endswith((".", "?"))


@pytest.mark.parametrize("code", sorted(each for each in messages.ALL if each[:4] != "cli."))
def test_nobody_at_the_window_reads_a_command(code: str) -> None:
    message = messages.message_for(code)
    for words in (message.title, message.what, message.do):
        assert not COMMAND.search(words), words


def test_what_is_said_at_the_prompt_differs_and_asks_for_the_same_facts() -> None:
    for code, words in AT_THE_PROMPT.items():
        message = messages.message_for(code)
        assert words != message.do, code
        assert messages.message_at_prompt(code).do == words
        spoken = dataclasses.replace(message, do=words)
        assert _placeholders(spoken) <= _placeholders(message), code


@pytest.mark.parametrize(
    "cls", [cls for cls in _errors() if cls.code in messages.ALL], ids=lambda cls: cls.code
)
def test_every_placeholder_is_a_fact_that_is_always_given(cls: type[OutreachError]) -> None:
    wanted = _placeholders(messages.message_for(cls.code))
    if "__init__" in vars(cls):
        source = ast.parse(textwrap.dedent(inspect.getsource(cls.__init__)))
        calls = [node for node in ast.walk(source) if isinstance(node, ast.Call)]
        given = set[str]().union(*(_fact_names(call) or set() for call in calls))
        assert wanted <= given, f"{cls.code}: {sorted(wanted - given)} never given"
        return
    for where, call in _calls().get(cls.__name__, []):
        facts = _fact_names(call)
        if facts is not None:
            assert wanted <= facts, f"{where} raises {cls.code} without {sorted(wanted - facts)}"
