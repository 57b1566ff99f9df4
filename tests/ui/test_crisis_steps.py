"""What the organisation wants done in a crisis stands where somebody looks for it."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from outreach_app.services.deciding_crisis import decide_crisis
from outreach_app.services.organisation import CARD_NAME
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import install_configuration
from outreach_app.ui.safety.page import SafetyPage
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.support.determinism import FrozenClock
from tests.support.pages import finish, sees


def test_the_immediate_screen_and_the_missing_steps_say_whom_to_call(
    case: CaseBuilder, window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    case.opened()
    flag = {"flag_code": "suicide_plan", "flag_set_at": "2026-02-03T09:00:00.000+00:00"}
    case.kept(case.plan(case.document("safety_flag"), {"main": {"flag_open": flag}}))
    case.sitting.change_setting("safety.on_call", "07700 900112")
    case.sitting.change_setting("safety.on_call_second", "07700 900113")
    window = window_of("AB")
    window.desk.go(Place(room=Room.SAFETY, subject=case.record.subject))
    page = window.page
    assert isinstance(page, SafetyPage)
    finish(page)
    assert sees(page, "Ask what would help to get through the next hours")
    assert sees(page, "☎ Samaritans: 116 123")
    assert sees(page, "Manager on call: 07700 900112 · 07700 900113")
    page.show_emergency()
    assert sees(page, "☎ Emergency services: 999")


def test_what_the_organisation_decided_stands_in_the_place_of_the_programs(
    case: CaseBuilder,
    office: Sitting,
    organisation: Path,
    passphrases: dict[str, str],
    clock: FrozenClock,
    window_of: Callable[[str], Window],
) -> None:
    case.opened()
    rows = [
        {"flag": "danger_now", "kind": "step", "words": "Leave by the kitchen", "number": ""},
        {"flag": "", "kind": "number", "words": "Duty manager", "number": "0161 496 0100"},
    ]
    decide_crisis(organisation, rows, passphrases["issuing"], now=clock())
    install_configuration(office, (organisation / CARD_NAME).read_bytes())
    window = window_of("AB")
    window.desk.go(Place(room=Room.SAFETY, subject=case.record.subject))
    page = window.page
    assert isinstance(page, SafetyPage)
    finish(page)
    page.show_emergency()
    assert sees(page, "Leave by the kitchen")
    assert sees(page, "☎ Duty manager: 0161 496 0100")
    assert not sees(page, "☎ Emergency services: 999")
