"""`outreach calendar`: a file with references only, as a strict reader of RFC 5545 takes it."""

import re
from datetime import date, timedelta
from pathlib import Path

from tests.cli.office import Outreach

CASE = "HH-26-A001"


def properties(raw: bytes) -> list[tuple[str, str]]:
    """Return names with values; every line end, length and name as the standard has them."""
    assert raw.endswith(b"\r\n")
    lines = raw.split(b"\r\n")[:-1]
    assert all(0 < len(line) <= 75 for line in lines)
    text = raw.decode().replace("\r\n ", "")
    found = []
    for line in text.split("\r\n")[:-1]:
        name, colon, value = line.partition(":")
        assert colon, line
        assert re.fullmatch(r"[A-Z-]+(;[A-Z-]+=[^:;,\"]+)*", name), line
        found.append((name.partition(";")[0], value))
    return found


def planned(office: Outreach, days: int) -> None:
    """Sign what a client asked of which the answer is due so many days from today."""
    due = office.clock().date() + timedelta(days=days)
    office.json("AB", "doc", "new", CASE, "rights_request")
    office.json(
        "AB", "doc", "set", CASE, "rights_request",
        f"rr_received_on={due - timedelta(days=31)}", "rr_kind=copy",
    )  # fmt: skip
    office.json("AB", "doc", "sign", CASE, "rights_request")


def written(office: Outreach, *more: str) -> tuple[bytes, int]:
    out: Path = office.folder / "due.ics"
    made = office.json("AB", "calendar", "--out", out, *more)
    assert made["file"] == str(out)
    return out.read_bytes(), made["entries"]


def test_what_is_due_is_written_by_reference(office: Outreach) -> None:
    planned(office, 5)
    raw, entries = written(office)
    found = properties(raw)
    assert found[0] == ("BEGIN", "VCALENDAR")
    assert found[-1] == ("END", "VCALENDAR")
    assert [value for name, value in found if name == "BEGIN"].count("VEVENT") == entries == 1
    (title,) = [value for name, value in found if name == "SUMMARY"]
    assert title.startswith(CASE)
    (start,) = [value for name, value in found if name == "DTSTART"]
    (end,) = [value for name, value in found if name == "DTEND"]
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert last - first == timedelta(days=1)
    assert "copy" not in raw.decode()


def test_days_ahead_are_counted_and_a_second_file_replaces_the_first(office: Outreach) -> None:
    planned(office, 10)
    assert written(office, "--days", "3")[1] == 0
    first, entries = written(office, "--days", "30")
    assert entries == 1
    again, _entries = written(office, "--days", "30")
    assert [each for each in properties(first) if each[0] == "UID"] == [
        each for each in properties(again) if each[0] == "UID"
    ]


def test_without_a_file_to_write_nothing_is_done(office: Outreach) -> None:
    assert office.as_person("AB", "calendar").code == 2
