"""A new user's first day with the mouse, and keys only for what is written."""

from collections.abc import Callable

from outreach_app.ui.shell.window import Window
from tests.scenarios.conftest import FirstDayOf
from tests.scenarios.first_user import play
from tests.support.hands import Mouse


def test_from_the_welcome_page_to_a_returned_review(
    first_day: FirstDayOf, window_of: Callable[[str], Window], passphrases: dict[str, str]
) -> None:
    with first_day(Mouse()) as day:
        play(day, lambda: window_of("SH"), passphrases["SH"])
