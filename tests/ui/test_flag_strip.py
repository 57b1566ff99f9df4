"""Above every page of a case with an open flag: for how long, calm, and which only when asked."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from outreach_app.domain.documents import Subject
from outreach_app.services.flag_times import case_about, flag_times, time_since
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from outreach_app.ui.shell.flag_strip import FlagStrip
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder, Json, Post
from tests.support.determinism import START, FrozenClock
from tests.support.pages import button, click, press, sees

FLAG: Json = {
    "flag_code": "device_compromised",
    "flag_set_at": "2026-02-02T21:00:00.000+00:00",
}
FOURTEEN_HOURS = "⚑ A flag is open, for 14 hours"
PAGES = (Room.CONSENTS, Room.REFER, Room.SHARE, Room.DISCLOSURES, Room.VISIT, Room.EXIT, Room.FORM)


@pytest.fixture
def flagged(case: CaseBuilder) -> CaseBuilder:
    """A case with a flag that was set last night."""
    case.opened()
    case.kept(case.plan(case.document("safety_flag"), {"main": {"flag_open": FLAG}}))
    return case


def strip_of(window: Window) -> FlagStrip | None:
    """Return the line above the page, None where there is none."""
    found = [each for each in window.findChildren(FlagStrip) if each.isVisible()]
    return found[0] if found else None


def place(case: CaseBuilder, room: Room) -> Place:
    topic = "contact_note" if room is Room.FORM else ""
    return Place(room=room, subject=case.record.subject, topic=topic)


@pytest.mark.parametrize("room", PAGES)
def test_each_page_of_the_case_says_for_how_long_and_not_which(
    flagged: CaseBuilder, window_of: Callable[[str], Window], room: Room
) -> None:
    window = window_of("AB")
    assert strip_of(window) is None
    window.desk.go(place(flagged, room))
    strip = strip_of(window)
    assert strip is not None
    assert sees(strip, FOURTEEN_HOURS)
    assert not sees(strip, "Device")
    window.desk.go(Place(room=Room.TODAY))
    assert strip_of(window) is None


def test_it_counts_on_and_names_the_flag_at_a_press(
    flagged: CaseBuilder, window_of: Callable[[str], Window], clock: FrozenClock
) -> None:
    window = window_of("AB")
    window.desk.go(place(flagged, Room.CONSENTS))
    strip = strip_of(window)
    assert strip is not None
    clock.forward(minutes=61)
    strip.tell_time()
    assert sees(strip, "⚑ A flag is open, for 15 hours")
    which = button(strip, "Which?")
    which.setFocus()
    press(which, Qt.Key.Key_Space)
    assert sees(strip, "Device compromised · for 15 hours")
    click(button(strip, "Open"))
    assert window.page.place.room is Room.FORM
    # It goes on being said above the flag itself, and stays as one left it.
    assert strip_of(window) is strip
    assert sees(strip, "Device compromised")
    click(button(strip, "Hide"))
    assert not sees(strip, "Device compromised")


def test_two_pages_name_the_flags_themselves(
    flagged: CaseBuilder, window_of: Callable[[str], Window], clock: FrozenClock
) -> None:
    window = window_of("AB")
    clock.forward(hours=60)
    for room, words in (
        (Room.CASE, "Open flag: Device compromised · for 3 days"),
        (Room.SAFETY, "Open for 3 days"),
    ):
        window.desk.go(place(flagged, room))
        assert strip_of(window) is None
        assert sees(window, words)


def test_whoever_may_not_read_the_flags_is_told_of_none(
    flagged: CaseBuilder, cover: Sitting, post: Post
) -> None:
    post.take(cover, post.send(flagged, "CC"))
    mine, theirs = begin_workspace(flagged.sitting), begin_workspace(cover)
    subject = Subject(client_id=flagged.client_id, case_id=flagged.case_id)
    (found,) = flag_times(mine, subject)
    assert flag_times(theirs, subject) == ()
    assert case_about(mine, None, found.document_id) == subject
    assert case_about(mine, None, "d_unknown") is None


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(minutes=59), "for less than an hour"),
        (timedelta(minutes=60), "for 1 hour"),
        (timedelta(hours=72), "for 72 hours"),
        (timedelta(hours=73), "for 3 days"),
        (timedelta(days=9, hours=23), "for 9 days"),
        (timedelta(minutes=-5), "for less than an hour"),
    ],
)
def test_hours_first_then_days(passed: timedelta, words: str) -> None:
    assert time_since(START, START + passed) == words
