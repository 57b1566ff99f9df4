"""What is recorded already, on the page of a case: a confidential address stays hidden until asked for."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.support.pages import button, press, sees

Open = Callable[[str], Window]


def test_a_confidential_address_is_shown_by_a_key_and_hidden_again(
    case: CaseBuilder, window_of: Open
) -> None:
    known = {"addr_line1": "7 Example Quay", "addr_town": "Leeds", "addr_kind": "safe_house"}
    case.kept(case.client_plan({"current_address": {**known, "addr_known_to_exploiter": "yes"}}))
    case.kept(case.record_plan())
    window = window_of(case.sitting.me.initials)
    window.go(Place(room=Room.CASE, subject=case.record.subject))
    assert sees(window, "Where the client lives")
    assert sees(window, "An exploiter knows this place, or may know it")
    assert not sees(window, "7 Example Quay")
    press(button(window, "Show: Address"), Qt.Key.Key_Space)
    assert sees(window, "7 Example Quay, Leeds")
    press(button(window, "Hide: Address"), Qt.Key.Key_Space)
    assert not sees(window, "7 Example Quay")
