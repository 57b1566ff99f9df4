"""Every word of the window can be translated: no literal goes to the screen by another way."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import outreach_app.ui

UI = Path(outreach_app.ui.__file__).parent
SHOWS = {
    "Text",
    "Button",
    "Card",
    "Chip",
    "LongField",
    "line_field",
    "passphrase_field",
    "add_head",
    "say",
    "tell",
    "addItem",
    "addRow",
    "addTab",
    "setText",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setToolTip",
    "setWindowTitle",
    "QLabel",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
}
PLAIN = {"kind", "shortcut", "tone"}
KEYS = re.compile(r"(Ctrl|Alt|Shift|F\d+|Esc)\b")
"""Names of keys are the same in every language that the window speaks."""


def _modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(UI.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _said(argument: ast.expr) -> Iterator[str]:
    """Yield the literals that reach the screen as they are."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.JoinedStr):
        for part in argument.values:
            yield from _said(part)
    elif isinstance(argument, ast.IfExp):
        yield from _said(argument.body)
        yield from _said(argument.orelse)
    elif isinstance(argument, ast.BinOp):
        yield from _said(argument.left)
        yield from _said(argument.right)


def _shown_arguments(call: ast.Call) -> list[ast.expr]:
    """Return the positional arguments that are words: not the kind, nor the name of a line."""
    if _name(call) in {"Text", "Chip", "Card", "Button"}:
        return call.args[:1]
    if _name(call) == "say" and len(call.args) > 1:
        return call.args[1:2]
    return list(call.args)


def _literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or _name(call) not in SHOWS:
            continue
        given = _shown_arguments(call)
        given += [each.value for each in call.keywords if each.arg not in PLAIN]
        for argument in given:
            for words in _said(argument):
                if any(letter.isalpha() for letter in words) and not KEYS.match(words):
                    yield call.lineno, words


def test_no_word_is_hard_coded() -> None:
    found = [
        f"{path.relative_to(UI)}:{line} {words!r}"
        for path, tree in _modules()
        for line, words in _literals(tree)
    ]
    assert not found, "\n".join(found)


def test_every_word_to_translate_is_a_literal_that_the_extraction_finds() -> None:
    wrong = []
    for path, tree in _modules():
        if path.name == "speech.py":
            continue
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and _name(call) == "translate":
                literal = [
                    isinstance(each, ast.Constant) and isinstance(each.value, str)
                    for each in call.args[:2]
                ]
                if literal != [True, True]:
                    wrong.append(f"{path.relative_to(UI)}:{call.lineno}")
    assert not wrong, wrong


def test_the_search_for_literals_can_find_one() -> None:
    tree = ast.parse('Text("Hello", "soft"); Button("×"); Card(translate("a", "b"))')
    assert list(_literals(tree)) == [(1, "Hello")]
