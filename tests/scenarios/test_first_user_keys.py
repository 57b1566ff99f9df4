"""A new user's first day with the keyboard alone."""

from collections.abc import Callable

from outreach_app.ui.shell.window import Window
from tests.scenarios.conftest import FirstDayOf
from tests.scenarios.first_user import play
from tests.support.hands import Keys


def test_from_the_welcome_page_to_a_returned_review(
    first_day: FirstDayOf, window_of: Callable[[str], Window], passphrases: dict[str, str]
) -> None:
    with first_day(Keys()) as day:
        play(day, lambda: window_of("SH"), passphrases["SH"])
