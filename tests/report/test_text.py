from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from outreach_app.domain.documents import Part, Revision
from outreach_app.report.errors import UnknownRenderer
from outreach_app.report.text import RENDERER_VERSION, render_text
from tests.report.samples import FORM, revision

COPIES = Path(__file__).with_name("copies")


@pytest.mark.parametrize("version", range(1, RENDERER_VERSION + 1))
def test_every_released_renderer_still_gives_its_copy(version: int) -> None:
    released = (COPIES / f"renderer-{version}.txt").read_text("utf-8")
    assert render_text(FORM, revision(), renderer_version=version) == released


def test_lines_are_at_most_78_characters_and_end_without_blanks() -> None:
    text = render_text(FORM, revision())
    assert text.endswith("\n")
    assert all(len(line) <= 78 and line == line.rstrip() for line in text.splitlines())


def test_a_word_longer_than_a_line_is_cut_and_not_lost() -> None:
    answers = {"about": {"place": "x" * 500}}
    text = render_text(FORM, _with(answers))
    assert text.count("x") == 500
    assert max(len(line) for line in text.splitlines()) <= 78


def test_what_is_withheld_is_named() -> None:
    assert "Not held      location" in render_text(FORM, revision())


def test_any_other_answer_gives_another_copy() -> None:
    assert render_text(FORM, _with({"about": {"place": "a"}})) != render_text(
        FORM, _with({"about": {"place": "b"}})
    )


def test_hidden_characters_are_written_out() -> None:
    text = render_text(FORM, _with({"about": {"place": "here\u202etxt\x1b[31m"}}))
    assert "here[U+202E]txt[U+001B][31m" in text


def test_an_unknown_renderer_is_refused() -> None:
    with pytest.raises(UnknownRenderer) as refused:
        render_text(FORM, revision(), renderer_version=RENDERER_VERSION + 1)
    assert refused.value.facts == {"version": RENDERER_VERSION + 1}


def _with(answers: dict[str, Any]) -> Revision:
    return replace(revision(), parts={"main": Part(name="main", answers=answers)})
