"""Every reference of the coverage page leads somewhere."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach_app.ui.shell.places import Room

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "coverage.md"
_REASONS = ("policy", "campaign", "other tool", "network", "event", "licence")
_FEWEST_ROWS = 90


def _rows() -> Iterator[tuple[str, str, str]]:
    for line in PAGE.read_text("utf-8").splitlines():
        cells = [each.strip() for each in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 3 and cells[0] not in ("practice", "---"):
            yield cells[0], cells[1], cells[2]


def _references(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def _questions() -> set[tuple[str, str]]:
    with (ROOT / "forms" / "names.csv").open(encoding="utf-8") as file:
        return {(row["form"], row["name"]) for row in csv.DictReader(file)}


def _has_code(form: str, code: str) -> bool:
    _, _, choices = (ROOT / "forms" / form / "form.md").read_text("utf-8").partition("| choices |")
    return re.search(rf"^\| \| [a-z0-9_]+ \| {code} \|", choices, re.MULTILINE) is not None


def _leads_somewhere(reference: str, questions: set[tuple[str, str]]) -> bool:
    kind, colon, name = reference.partition(":")
    if kind == "page":
        return name in {each.value for each in Room}
    if kind == "timescale":
        first = (ROOT / "forms" / "timescales.csv").read_text("utf-8").splitlines()
        return any(line.startswith(f"{name},") for line in first)
    if kind == "report":
        return any(f'"{name}"' in text for text in _report_sources())
    if colon:
        return (ROOT / "forms" / kind).is_dir() and _has_code(kind, name)
    if "/" in reference:
        return (ROOT / reference).exists()
    form, _, question = reference.partition(".")
    return (form, question) in questions


def _report_sources() -> Iterator[str]:
    for folder in ("domain", "services", "report"):
        for path in (ROOT / "outreach_app" / folder).rglob("*.py"):
            yield path.read_text("utf-8")


def test_every_reference_leads_somewhere() -> None:
    questions = _questions()
    lost = [
        f"{practice}: {reference}"
        for practice, where, proof in _rows()
        for reference in (*_references(where), *_references(proof))
        if not _leads_somewhere(reference, questions)
    ]
    assert not lost, "\n".join(lost)


def test_every_practice_has_an_answer_with_a_test_or_a_reason() -> None:
    rows = list(_rows())
    assert len(rows) > _FEWEST_ROWS
    for practice, where, proof in rows:
        given = [each for each in _REASONS if f"**{each}**" in where]
        assert _references(proof) or given, practice
        if where.startswith("out:"):
            assert given, practice


@pytest.mark.parametrize("reference", ["case.no_such_question", "case:no_such_code", "page:attic"])
def test_a_reference_that_leads_nowhere_is_found(reference: str) -> None:
    assert not _leads_somewhere(reference, _questions())
