"""The built program, briefly: the whole of it is `python3 dev.py bench frozen`.

Runs where the variable OUTREACH_PROGRAM names the folder of a built program, as CI does after a build.
"""

import os
from pathlib import Path

import pytest

from tests.bundle.hostile import CASES
from tests.frozen.forgers import offer_hostile
from tests.frozen.kills import half_written, kill_while_saving
from tests.frozen.office import NAMED_BY, frozen_door, office_with
from tests.frozen.story import PEOPLE, play
from tests.frozen.traces import misses_of_the_scan, traces_of

HOSTILE = (
    "header with symbolic link",
    "signature of another manifest",
    "member with another hash than listed",
)


@pytest.mark.skipif(NAMED_BY not in os.environ, reason="needs a built program")
@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_the_built_program_tells_its_story_keeps_what_it_saved_and_leaves_no_trace(
    tmp_path: Path,
) -> None:
    door = frozen_door()
    assert door is not None, "the variable names a folder without the program"
    office = office_with(door, tmp_path, PEOPLE)
    play(office)
    killed = kill_while_saving(office, 2)
    assert killed.faults == []
    assert killed.kills == 2
    refused = offer_hostile(office, HOSTILE)
    assert refused.faults == []
    assert (refused.as_said, refused.tried) == (len(HOSTILE), len(HOSTILE))
    assert traces_of(office) == []
    assert misses_of_the_scan(office) == []


def test_the_cases_of_the_short_form_exist() -> None:
    assert set(HOSTILE) <= set(CASES)


def test_a_half_written_transaction_is_told_from_a_whole_one(tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert not half_written(log)
    salts, page = b"saltsalt", 512
    header = b"\0" * 8 + page.to_bytes(4, "big") + b"\0" * 4 + salts + b"\0" * 8

    def frame(pages_after_commit: int) -> bytes:
        head = b"\0\0\0\1" + pages_after_commit.to_bytes(4, "big") + salts + b"\0" * 8
        return head + b"\0" * page

    log.write_bytes(header + frame(0) + frame(2))
    assert not half_written(log)
    log.write_bytes(header + frame(0) + frame(2) + frame(0))
    assert half_written(log)
    log.write_bytes(header + frame(0) + frame(2) + frame(0)[:300])
    assert half_written(log)
    # Behind the newest frames lie those of an earlier turn, with other salts.
    log.write_bytes(header + frame(2) + frame(0).replace(salts, b"others!!"))
    assert not half_written(log)
