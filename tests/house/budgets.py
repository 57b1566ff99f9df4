"""Sizes and names that bind. Also a commit hook: `python -m tests.house.budgets`."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import PACKAGE, ROOT, files, parsed, shown

MODULE_LINES = 400
FUNCTION_STATEMENTS = 40
CONFTEST_LINES = 100
FORBIDDEN_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "base",
    "manager",
    "controller",
    "handler",
}


def offences() -> Iterator[str]:
    """Yield one line of words for every module or function that is too large or badly named."""
    for path in (ROOT / "dev.py", *files(".py", below=PACKAGE)):
        yield from _module(path)
        for function in functions(path):
            count = statements(function)
            if count > FUNCTION_STATEMENTS:
                yield (
                    f"{shown(path)}:{function.lineno} {function.name} has {count} statements"
                    f" (at most {FUNCTION_STATEMENTS})"
                )
    conftest = ROOT / "tests" / "conftest.py"
    if lines(conftest) > CONFTEST_LINES:
        yield f"tests/conftest.py has {lines(conftest)} lines (at most {CONFTEST_LINES})"


def _module(path: Path) -> Iterator[str]:
    if lines(path) > MODULE_LINES:
        yield f"{shown(path)} has {lines(path)} lines (at most {MODULE_LINES})"
    words = set(path.stem.split("_")) | set(path.parent.name.split("_"))
    for word in sorted(words & FORBIDDEN_NAMES):
        yield f"{shown(path)} is named {word}: say what it is about instead"


def lines(path: Path) -> int:
    """Count the lines of a file."""
    return len(path.read_text("utf-8").splitlines())


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a module, nested ones too."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def statements(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the statements of a function, without its docstring."""
    inside = sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1
    return inside - (1 if ast.get_docstring(function, clean=False) is not None else 0)


if __name__ == "__main__":
    found = list(offences())
    sys.stdout.write("".join(f"{offence}\n" for offence in found))
    sys.exit(1 if found else 0)
