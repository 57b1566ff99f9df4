"""Rust libraries inside of wheels: which there are, and the notices that their makers ask for.

A wheel brings a list of what was linked into it, but no notices. A crate that offers the Apache License is
used under that one, whose words are kept once. Every other crate has its notice in
`licence_texts/rust`; one without stops the build.
"""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from installers.licences import TEXTS, common_texts
from installers.sbom_library import Library, Text

NOTICES = TEXTS / "rust"
_CHOSEN = "Apache-2.0"
_UNKNOWN = {"tinystr": "Unicode-3.0"}
"""Crates whose list names no SPDX expression but holds the text, and what that text is."""
REMARK = (
    "Written in Rust: what is inside is as its own list says. Crates that offer the Apache License 2.0 are"
    " used under it; the notices of all others stand here. The list names every crate that its makers'"
    " build knew of, also such as other systems need."
)


def crates_of(distribution: Distribution) -> Iterator[Library]:
    """Yield the Rust libraries that a distribution's own bill of materials names."""
    lists = [each for each in distribution.files or () if "sboms" in each.parts]
    seen = set()
    for file in sorted(lists):
        for each in json.loads(Path(str(file.locate())).read_text("utf-8")).get("components", ()):
            purl = str(each.get("purl", "")).partition("?")[0]
            if purl.startswith("pkg:cargo/") and purl not in seen:
                seen.add(purl)
                yield Library(
                    each["name"], each["version"], _expression(each), purl=purl, texts=_texts(each)
                )


def _texts(component: Mapping[str, Any]) -> tuple[Text, ...]:
    """Return the licence texts that the list itself holds."""
    held = (each.get("license", {}).get("text") for each in component.get("licenses", ()))
    title = f"{component['name']} {component['version']}"
    return tuple(
        Text(title, base64.b64decode(each["content"]).decode("utf-8"))
        for each in held
        if each and each.get("encoding") == "base64"
    )


def _expression(component: Mapping[str, Any]) -> str:
    """Return the licence as an SPDX expression; empty where nobody says one."""
    said = (each["expression"] for each in component.get("licenses", ()) if "expression" in each)
    return next(said, _UNKNOWN.get(str(component["name"]), ""))


def wants_notice(expression: str) -> bool:
    """Say whether a licence leaves no way but with its makers' own notice.

    Args:
        expression: Such as ``(MIT OR Apache-2.0) AND Unicode-3.0``.
    """
    parts = expression.replace("(", "").replace(")", "").split(" AND ")
    # An exception lets one do more; nobody has to.
    offers = ([way.partition(" WITH ")[0] for way in part.split(" OR ")] for part in parts)
    return any(_CHOSEN not in ways for ways in offers)


def notices(crates: Iterable[Library]) -> tuple[Text, ...]:
    """Return the words that go with crates: the licence that most are under, and notices of the rest."""
    found = list(common_texts(_CHOSEN))
    for each in crates:
        if wants_notice(each.licence):
            found += _notice_of(each)
    return tuple(found)


def _notice_of(crate: Library) -> tuple[Text, ...]:
    """Return the notice of a crate: its list's, or what is kept of this version, else of any."""
    if crate.texts:
        return crate.texts
    for name in (f"{crate.name}-{crate.version}.txt", f"{crate.name}.txt"):
        if (NOTICES / name).is_file():
            words = (NOTICES / name).read_text("utf-8")
            return (Text(f"{crate.name} {crate.version}", words),)
    return ()


def notice_faults(libraries: Iterable[Library]) -> list[str]:
    """Return which crates would go out without the notice that they ask for, in words."""
    crates = {
        each.purl: each
        for library in libraries
        for each in library.all()
        if each.purl.startswith("pkg:cargo/")
    }
    return [
        f"{each.name} {each.version}: {each.licence or 'a licence that nobody names'} wants a notice,"
        f" and {NOTICES.relative_to(TEXTS.parent.parent)} has none"
        for _purl, each in sorted(crates.items())
        if wants_notice(each.licence) and not _notice_of(each)
    ]
