"""What is in the tree: the files that house tests walk, and what their syntax trees say."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import outreach_app

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "outreach_app"

# Folders that a tool fills; nothing of ours stands in them.
_MADE = {
    ".git",
    ".venv",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".import_linter_cache",
    "build",
    "dist",
    "sample",
}


def files(*suffixes: str, below: Path = ROOT) -> Iterator[Path]:
    """Yield the project's files in a stable order, those with one of the suffixes if any given."""
    for entry in sorted(below.iterdir()):
        if entry.name in _MADE or entry.name.endswith(".egg-info"):
            continue
        if entry.is_dir():
            yield from files(*suffixes, below=entry)
        elif not suffixes or entry.suffix in suffixes:
            yield entry


def shown(path: Path) -> str:
    """Return a path as it reads inside the project."""
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of one Python file."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


@cache
def modules() -> tuple[ModuleType, ...]:
    """Import and return every module of the program except the window's and the entry point."""
    left_out = ("outreach_app.ui", "outreach_app.__main__")
    names = [info.name for info in pkgutil.walk_packages(outreach_app.__path__, "outreach_app.")]
    wanted = ["outreach_app", *(name for name in names if not name.startswith(left_out))]
    return tuple(importlib.import_module(name) for name in wanted)


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Yield (top-level package, line) of every absolute import in one file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.partition(".")[0], node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module.partition(".")[0], node.lineno
