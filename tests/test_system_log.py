"""The log of the system hears fixed words about a computer, and nothing about people."""

import sys

import pytest

from outreach_app.system_log import SystemEvent, tell_system

_HIGHEST = 1000
"""EventCreate.exe has the words for the numbers up to this one: those that come with the event."""


def test_each_event_has_a_number_of_its_own_and_words_without_a_place_for_facts() -> None:
    numbers = [each.number for each in SystemEvent]
    assert len(set(numbers)) == len(numbers)
    assert all(1 <= each <= _HIGHEST for each in numbers)
    for each in SystemEvent:
        assert each.words.endswith(".")
        assert not set(each.words) & set("{}%\\/"), each


@pytest.mark.skipif(sys.platform == "win32", reason="there it is written")
def test_elsewhere_nothing_is_written(capfd: pytest.CaptureFixture[str]) -> None:
    for each in SystemEvent:
        tell_system(each)
    assert capfd.readouterr() == ("", "")
