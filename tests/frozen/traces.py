"""Looks for what the frozen program left in the clear, and that the look itself would find it."""

import os
from pathlib import Path

from outreach_app.services.demonstration.scan import Trace, find_traces, spellings
from tests.frozen.office import FrozenOffice
from tests.frozen.story import MARKERS


def traces_of(office: FrozenOffice) -> list[Trace]:
    """Return every marker that can be read in the vaults, the home, on the stick or in a file's name.

    Copies that somebody asked for, and what lies on paper in life, are left out.
    """
    left_out = [office.copies, office.desk]
    found = find_traces([office.folder], MARKERS, since=0.0, leave_out=left_out)
    named = [
        Trace(path, marker, "name")
        for path in office.folder.rglob("*")
        for marker in MARKERS
        if marker.casefold() in path.name.casefold()
    ]
    return found + [each for each in named if office.copies not in each.path.parents]


def misses_of_the_scan(office: FrozenOffice) -> list[str]:
    """Plant a marker in each folder and spelling, and return what the look does not find."""
    places = (office.vault("AB"), office.home, Path(office.environment["TMPDIR"]), office.stick)
    planted: dict[Path, str] = {}
    for place in places:
        for number, (spelling, content) in enumerate(spellings(MARKERS[0]).items()):
            file = place / f"planted-{number}"
            file.write_bytes(os.urandom(9) + content + os.urandom(9))
            planted[file] = f"{place.name}: {spelling}"
    found = {each.path for each in traces_of(office)}
    for file in planted:
        file.unlink()
    return [said for file, said in planted.items() if file not in found]
