"""The documents are true of the tree: links lead somewhere, commands and settings are described."""

import re
from pathlib import Path

import pytest

from bench.__main__ import NAMES as BENCHMARKS
from bench.table import Figure, within, write
from outreach_app.cli.main import build_parser
from tests.house.command_page import PAGE as COMMAND_PAGE
from tests.house.command_page import command_page, commands_of
from tests.house.doors import DOORS
from tests.house.settings_page import PAGE, settings_page
from tests.house.tree import PACKAGE, ROOT, files, shown

DOCUMENTS = [path for path in files(".md") if "forms" not in path.relative_to(ROOT).parts[:-1]]
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
HEADS = ["Summary", "Context", "Decision", "Consequences", "Alternatives"]


@pytest.mark.parametrize("path", DOCUMENTS, ids=shown)
def test_links_lead_somewhere(path: Path) -> None:
    targets = LINK.findall(path.read_text("utf-8"))
    inside = [target for target in targets if "://" not in target]
    assert [target for target in inside if not (path.parent / target).exists()] == []


def test_the_readme_gives_two_commands_first() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    block = re.search(r"```\n(.*?)```", text, re.DOTALL)
    assert block is not None
    commands = block[1].strip().splitlines()
    assert [command.split("#")[0].strip() for command in commands] == [
        "python3 dev.py run",
        "python3 dev.py test",
    ]
    assert len(text[: block.start()].splitlines()) <= 14


def test_the_page_of_settings_is_that_of_the_table() -> None:
    assert PAGE.read_text("utf-8") == settings_page(), "run: python -m tests.house.settings_page"


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")), ids=shown)
def test_each_decision_has_its_five_heads(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == HEADS
    assert text.startswith(f"# {path.name[:4]} ")
    index = (path.parent / "README.md").read_text("utf-8")
    assert f"({path.name})" in index


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs/decisions").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_package_and_every_door_is_in_the_picture() -> None:
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
    parts = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()}
    for part in parts - {"__init__", "__pycache__", "__main__"}:
        assert f"`{part}`" in text, part
    for library in DOORS:
        assert re.search(rf"\b{library}\b", text), library


def test_the_page_of_commands_is_that_of_the_parser() -> None:
    parser = build_parser()
    assert [command.name for command in commands_of(parser) if not command.help.strip()] == []
    assert COMMAND_PAGE.read_text("utf-8") == command_page(parser), (
        "run: python -m tests.house.command_page"
    )


def test_every_benchmark_has_its_place_in_the_page() -> None:
    page = (ROOT / "docs" / "measurements.md").read_text("utf-8")
    places = re.findall(r"<!-- bench:(\w+) -->.*?<!-- /bench:\1 -->", page, re.DOTALL)
    assert tuple(places) == BENCHMARKS
    assert all((ROOT / "bench" / f"{name}.py").is_file() for name in BENCHMARKS)


def test_a_table_goes_between_its_markers_and_nowhere_else(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- bench:one -->\nold\n<!-- /bench:one -->\nz\n", "utf-8")
    write("one", [within("call", 2.0, 3.0), Figure("more", "5")], page)
    text = page.read_text("utf-8")
    assert text.startswith("a\n<!-- bench:one -->\n`python3 dev.py bench one` on ")
    assert "| call | 2 ms | ≤ 3 ms | met |\n| more | 5 | | |\n<!-- /bench:one -->\nz\n" in text
    with pytest.raises(ValueError, match="no place for two"):
        write("two", [], page)
