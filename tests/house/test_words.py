"""What must never stand in the tree: places, addresses, people, and the way work is organised."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import files, shown

TEXT = {
    ".py", ".pyi", ".md", ".toml", ".txt", ".yaml", ".yml", ".json", ".csv", ".cfg", ".ini",
    ".xml", ".svg", ".css", ".html", "", ".sh",
}  # fmt: skip
# Written in pieces, so that this file passes its own test.
FORBIDDEN = {
    "a path of one machine": r"(?<![\w.])/(" + "|".join(("work", "farm", "home", "Users")) + r")/\w"
    + r"|(?<![\w.)])/" + r"root/(?!item\b)\w",  # …/root/item is a path inside a form
    "a temporary folder of one machine": r"(?<![\w.])/" + r"tmp/\w",
    "an address of a package registry": "|".join(
        ("py" + r"pi\.org", "python" + r"hosted\.org", "registry" + r"\.npmjs", "deb" + r"\.debian\.org")
    ),
    "an index option": "--" + "(extra-)?index-url",
    "an email address": r"[\w.+-]+@(?!example\.|openssh\.com|outreach\b)[\w-]+\.(com|org|net|uk|eu|io|gov)\b",
    "a word about how work is organised": r"shared/" + r"design|\bsub-?" + r"agent\b|\bour " + r"agents?\b",
}  # fmt: skip


NOTICES = "installers/licence_texts/"
"""Other people's notices of copyright, which are given away as they are, addresses and all."""


def _texts() -> Iterator[Path]:
    for path in files():
        if path.suffix in TEXT and path.stat().st_size < 4_000_000:
            yield path


@pytest.mark.parametrize("what", sorted(FORBIDDEN))
def test_never_in_the_tree(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    found = [
        f"{shown(path)}:{number}: {match[0]}"
        for path in _texts()
        if what != "an email address" or not shown(path).startswith(NOTICES)
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        for match in pattern.finditer(line)
    ]
    assert found == []


def test_the_patterns_find_what_they_are_for() -> None:
    samples = {
        "a path of one machine": "see /" + "home/someone/notes",
        "a temporary folder of one machine": "in /" + "tmp/thing",
        "an address of a package registry": "https://" + "py" + "pi.org/simple",
        "an index option": "--" + "index-url",
        "an email address": "jo" + "@" + "charity.org",
        "a word about how work is organised": "see shared/" + "design",
    }
    assert set(samples) == set(FORBIDDEN)
    for what, sample in samples.items():
        assert re.search(FORBIDDEN[what], sample), what
