"""The night sheet, the round and the missing sheet: what is in them, and what is not."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from outreach_app.domain.shifts import shift_start
from outreach_app.services.errors import NotAllowed
from outreach_app.services.night.missing_sheet import compose_missing_sheet
from outreach_app.services.night.residents import resident_cases
from outreach_app.services.night.rounds import open_ticks, sign_round, tick, ticks_of_shift
from outreach_app.services.night.sheet import night_sheet
from outreach_app.services.printing import rendered
from outreach_app.services.workspace import Workspace
from tests.services.builders import CaseBuilder
from tests.services.nights import (  # noqa: F401  fixtures
    WORDS,
    NightLaptop,
    night_laptop_when_asked,
)
from tests.support.determinism import FrozenClock

ZONE = timezone(timedelta(hours=1))
HISTORY = "He found her once before, in Leeds"


@pytest.mark.parametrize(
    ("now", "start"),
    [
        ("2026-02-03T22:00", "2026-02-03T12:00"),
        ("2026-02-04T01:20", "2026-02-03T12:00"),
        ("2026-02-04T11:59", "2026-02-03T12:00"),
        ("2026-02-04T12:00", "2026-02-04T12:00"),
    ],
)
def test_a_shift_goes_from_noon_to_noon(now: str, start: str) -> None:
    begun = shift_start(datetime.fromisoformat(now).replace(tzinfo=ZONE))
    assert begun == datetime.fromisoformat(start).replace(tzinfo=ZONE)


def in_the_house(case: CaseBuilder) -> None:
    """Sign the records of a resident with a history that is nobody's business at night."""
    main = {
        "client_identity": {
            "full_name": "Ina Berisha",
            "preferred_name": "Ina",
            "dob": {"dob_year": "2004", "dob_month": "2"},
        }
    }
    location = {
        "client_contact": {
            "current_address": {
                "addr_kind": "safe_house",
                "addr_line1": "7 Hidden Quay",
                "addr_room": "4",
            },
            "code_word": "tulip",
            "safe_contacts": [
                {"_id": "r_" + "a" * 26, "_order": "a0", "channel": "phone_call",
                 "value": "07700 900777", "safe_to_use": "yes"},
                {"_id": "r_" + "b" * 26, "_order": "a1", "channel": "sms",
                 "value": "07700 900999", "safe_to_use": "no"},
            ],
        }
    }  # fmt: skip
    case.kept(case.plan(case.client, {"main": main, "location": location}))
    case.kept(case.record_plan())
    case.kept(case.note_plan(HISTORY))


def test_the_sheet_holds_what_a_night_needs_and_the_round_is_signed_as_one(
    case: CaseBuilder, night_laptop_beside: Callable[[], NightLaptop], clock: FrozenClock
) -> None:
    in_the_house(case)
    elsewhere = CaseBuilder(case.sitting, case.signer)
    elsewhere.kept(elsewhere.client_plan({"current_address": {"addr_kind": "social_tenancy"}}))
    elsewhere.kept(elsewhere.record_plan())
    with night_laptop_beside().sitting("SO") as sitting:
        workspace = Workspace(sitting)
        (resident,) = night_sheet(workspace).residents
        assert resident.subject == case.record.subject
        assert resident.room == "4"
        assert (resident.code_word, resident.unsafe) == ("tulip", ("Text message",))
        assert resident.callers == ("Phone call 07700 900777",)
        assert "Hidden Quay" not in repr(resident)
        tick(workspace, resident.subject, seen=False)
        tick(workspace, resident.subject, seen=True)
        (open_one,) = open_ticks(workspace)
        assert (open_one.seen, open_one.by) == (True, "SO")
        assert not night_sheet(workspace).unsigned
        with pytest.raises(NotAllowed):
            tick(workspace, elsewhere.record.subject, seen=True)
        clock.forward(minutes=5)
        sign_round(workspace, sitting.signer(WORDS["SO"]))
        (kept,) = ticks_of_shift(workspace)
        assert (kept.at, kept.is_signed) == (open_one.at, True)
        assert not open_ticks(workspace)
        assert len(resident_cases(sitting)) == 1


def test_the_missing_sheet_is_one_page_without_the_rest_of_the_record(
    case: CaseBuilder, night_laptop_beside: Callable[[], NightLaptop]
) -> None:
    in_the_house(case)
    elsewhere = CaseBuilder(case.sitting, case.signer)
    elsewhere.kept(elsewhere.client_plan({"current_address": {"addr_kind": "social_tenancy"}}))
    elsewhere.kept(elsewhere.record_plan())
    with night_laptop_beside().sitting("SO") as sitting:
        workspace = Workspace(sitting)
        paper = rendered(compose_missing_sheet(workspace, case.record.subject))
        assert paper.pages == 1
        said = repr(compose_missing_sheet(workspace, case.record.subject).content)
        assert all(each in said for each in ("Ina Berisha", "February 2004", "07700 900777"))
        kept_back = (HISTORY, "tulip", "Hidden Quay", "07700 900999", "Ina Berisha, ")
        assert not [each for each in kept_back if each in said]
        assert "Ina" not in paper.name
        assert "Ina" not in paper.title
        with pytest.raises(NotAllowed):
            compose_missing_sheet(workspace, elsewhere.record.subject)
