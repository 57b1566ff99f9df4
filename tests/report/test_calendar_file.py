"""A calendar file byte by byte: line ends, folding, escaping."""

from datetime import UTC, date, datetime

import icalendar
import pytest

from outreach_app.report.calendar_file import CalendarDay, calendar_file

MADE = datetime(2026, 2, 3, 11, 0, tzinfo=UTC)


def lines(title: str) -> list[bytes]:
    day = CalendarDay(uid="one@outreach.invalid", on=date(2026, 2, 28), title=title)
    return calendar_file([day], MADE).split(b"\r\n")


def test_a_whole_day_stands_as_rfc_5545_writes_it() -> None:
    assert lines("HH-26-A001 · Review") == [
        b"BEGIN:VCALENDAR",
        b"VERSION:2.0",
        b"PRODID:-//Outreach//EN",
        b"CALSCALE:GREGORIAN",
        b"BEGIN:VEVENT",
        b"UID:one@outreach.invalid",
        b"DTSTAMP:20260203T110000Z",
        b"DTSTART;VALUE=DATE:20260228",
        b"DTEND;VALUE=DATE:20260301",
        "SUMMARY:HH-26-A001 · Review".encode(),
        b"CLASS:PRIVATE",
        b"TRANSP:TRANSPARENT",
        b"END:VEVENT",
        b"END:VCALENDAR",
        b"",
    ]


def test_no_line_has_more_than_75_octets_and_no_character_is_cut() -> None:
    title = "é—漢🙂" * 40
    raw = calendar_file([CalendarDay(uid="u", on=date(2026, 2, 3), title=title)], MADE)
    parts = raw.split(b"\r\n")
    assert max(map(len, parts)) <= 75
    assert all(part.decode() for part in parts[:-1])
    assert f"SUMMARY:{title}" in raw.decode().replace("\r\n ", "")


def test_exactly_75_octets_are_one_line() -> None:
    full = "x" * (75 - len("SUMMARY:"))
    assert f"SUMMARY:{full}".encode() in lines(full)
    assert f"SUMMARY:{full}".encode() in lines(full + "y")
    assert b" y" in lines(full + "y")


def test_a_title_cannot_begin_another_property() -> None:
    (found,) = [each for each in lines("a\r\nATTENDEE:x;y,z\\\x07") if b"SUMMARY" in each]
    assert found == b"SUMMARY:a\\nATTENDEE:x\\;y\\,z\\\\"


def test_without_entries_it_is_still_a_calendar() -> None:
    assert calendar_file([], MADE).endswith(b"CALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n")


@pytest.mark.parametrize(
    "title",
    [
        "HH-26-A001 · Review",
        "a; b, c \\ d",
        "é—漢🙂" * 40,
        "x" * 67,
        "two\nlines",
        "BEGIN:VEVENT",
    ],
)
def test_a_library_of_others_reads_what_was_written(title: str) -> None:
    days = [
        CalendarDay(uid=f"{place}@outreach.invalid", on=on, title=title)
        for place, on in enumerate((date(2026, 2, 28), date(2028, 2, 29), date(2026, 12, 31)))
    ]
    read = icalendar.Calendar.from_ical(calendar_file(days, MADE))
    events = read.walk("VEVENT")
    assert [not each.errors for each in (read, *events)] == [True] * 4
    for day, event in zip(days, events, strict=True):
        assert str(event["SUMMARY"]) == title
        assert str(event["UID"]) == day.uid
        assert event.decoded("DTSTART") == day.on
        assert event.decoded("DTEND").toordinal() == day.on.toordinal() + 1
        assert event.decoded("DTSTAMP") == MADE
        assert set(event) == {
            "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP",
        }  # fmt: skip
