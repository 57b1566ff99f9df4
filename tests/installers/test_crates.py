"""Rust libraries inside of wheels: each is under a licence whose words, and whose notice, go out with it."""

from dataclasses import replace

import pytest

from installers.crates import NOTICES, crates_of, notice_faults, notices, wants_notice
from installers.sbom_library import Library
from installers.sbom_payload import installed

WHEELS = ("cryptography", "pyrage", "python-bidi")
_ONE = Library("one", "1.0.0", "MIT", purl="pkg:cargo/one@1.0.0")


def _crates() -> list[Library]:
    known = installed()
    return [crate for name in WHEELS for crate in crates_of(known[name])]


@pytest.mark.parametrize(
    ("expression", "wants"),
    [
        ("MIT OR Apache-2.0", False),
        ("Apache-2.0 OR GPL-2.0-only", False),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", True),
        ("Apache-2.0 WITH LLVM-exception", False),
        ("BSD-3-Clause", True),
        ("", True),
    ],
)
def test_what_offers_the_apache_licence_wants_no_notice(expression: str, wants: bool) -> None:
    assert wants_notice(expression) is wants


def test_every_crate_goes_out_with_the_notice_that_it_asks_for() -> None:
    crates = _crates()
    assert {"age", "openssl-sys", "unicode-bidi"} < {each.name for each in crates}
    whole = [Library("wheel", "1", "MIT", inside=tuple(crates))]
    assert notice_faults(whole) == []
    told = {text.title: text.words for text in notices(crates)}
    wanting = {f"{each.name} {each.version}" for each in crates if wants_notice(each.licence)}
    assert len(wanting) > 20
    assert wanting < set(told)
    for title in wanting:
        assert "copyright" in told[title].lower(), title
    used = {title.partition(" ")[0] for title in wanting}
    used |= {title.replace(" ", "-") for title in wanting}
    # Nothing is kept for a crate that is not there any more.
    assert {each.stem for each in NOTICES.glob("*.txt")} <= used


def test_a_crate_without_its_notice_holds_the_program_back() -> None:
    (told,) = notice_faults([Library("wheel", "1", "MIT", inside=(_ONE,))])
    assert told.startswith("one 1.0.0: MIT wants a notice")
    (told,) = notice_faults([Library("wheel", "1", "MIT", inside=(replace(_ONE, licence=""),))])
    assert "nobody names" in told
    free = replace(_ONE, licence="MIT OR Apache-2.0")
    assert notice_faults([Library("wheel", "1", "MIT", inside=(free,))]) == []
