"""Licences of what goes out: each is known, each text is there, and none asks what we do not give."""

import re
import tomllib
from dataclasses import replace

import pytest
from cyclonedx.spdx import is_expression

from installers.licences import (
    BROUGHT,
    STATED,
    TEXTS,
    is_open,
    licence_data,
    licence_faults,
    licence_of,
    licence_text,
    texts_of,
)
from installers.sbom_library import Library, Text
from installers.sbom_payload import installed
from tests.house.tree import ROOT


def _locked() -> list[str]:
    lines = (ROOT / "lock" / "app.txt").read_text("utf-8").splitlines()
    return [line.partition("==")[0] for line in lines if "==" in line]


def test_every_library_of_the_lock_says_its_licence_and_brings_its_text() -> None:
    known = installed()
    here = [name for name in _locked() if name in known]
    assert len(here) > 40
    for name in here:
        assert is_expression(licence_of(name, known[name])), name
        assert texts_of(name, known[name]), name


def test_nothing_is_stated_or_kept_here_that_a_library_says_itself() -> None:
    known = installed()
    for name in STATED:
        own = known[name].metadata.get_all("License-Expression")
        assert not own, f"{name} says {own}"
    for name in BROUGHT:
        shipped = [each.title for each in texts_of(name, known[name])]
        assert shipped == list(BROUGHT[name])
        assert all((TEXTS / each).is_file() for each in shipped)


@pytest.mark.parametrize(
    ("expression", "lets"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-3.0-only", True),
        ("LGPL-3.0-or-later", True),
        ("GPL-2.0-or-later WITH Bootloader-exception", True),
        ("Apache-2.0 OR GPL-2.0-only", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("MIT AND GPL-2.0-only", False),
        ("(MIT OR Apache-2.0) AND GPL-2.0-only", False),
    ],
)
def test_what_stands_under_the_gpl_alone_stays_out(expression: str, lets: bool) -> None:
    assert is_open(expression) is lets


_ONE = Library("one", "1", "MIT", texts=(Text("LICENSE", "words"),))


def test_a_licence_or_a_text_that_is_missing_holds_the_program_back() -> None:
    assert licence_faults([_ONE]) == []
    assert "no text" in licence_faults([replace(_ONE, texts=())])[0]
    assert "nobody says" in licence_faults([replace(_ONE, licence="")])[0]
    (told,) = licence_faults(
        [replace(_ONE, inside=(replace(_ONE, name="deep", licence="GPL-3.0-only"),))]
    )
    assert told.startswith("deep: GPL-3.0-only")
    (told,) = licence_faults([replace(_ONE, purl="pkg:pypi/one@1")])
    assert "not in the lock" in told
    assert licence_faults([replace(_ONE, purl="pkg:pypi/one@1", lock=("0" * 64,))]) == []


def test_a_text_that_several_bring_stands_once_and_is_pointed_to() -> None:
    told = licence_text([_ONE, replace(_ONE, name="two"), replace(_ONE, name="three", inside=())])
    assert told.count("\nwords\n") == 1
    assert told.count("The same words as under one, LICENSE.") == 2
    deep = replace(_ONE, inside=(replace(_ONE, name="deep"),))
    assert "    deep 1: MIT" in licence_text([deep])
    (data,) = licence_data([deep])
    assert data == {
        "name": "one",
        "version": "1",
        "licence": "MIT",
        "texts": ["LICENSE"],
        "inside": licence_data(deep.inside),
    }
    assert licence_data(deep.inside)[0]["name"] == "deep"


def test_how_qt_is_exchanged_is_said_for_the_qt_that_is_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = next(
        each for each in project["project"]["dependencies"] if each.startswith("PySide6-Essentials")
    )
    low = re.search(r">=(\d+\.\d+)", wanted)
    assert low is not None
    told = licence_text([_ONE])
    assert f"Qt {low[1]} with the same plugins" in told
    assert "exchange these libraries" in told
