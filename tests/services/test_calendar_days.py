"""The calendar tells references and neutral titles, and nothing that anybody wrote."""

import pytest

from outreach_app.services.calendar_days import calendar_of
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, Json


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return begin_workspace(office)


def summaries(raw: bytes) -> list[tuple[str, str]]:
    text = raw.decode().replace("\r\n ", "")
    days = [line.removeprefix("DTSTART;VALUE=DATE:") for line in text.split("\r\n")]
    starts = [day for day in days if day.isdecimal()]
    titles = [line[8:] for line in text.split("\r\n") if line.startswith("SUMMARY:")]
    return list(zip(starts, titles, strict=True))


def test_what_is_due_stands_on_its_day_without_a_name_or_a_word_of_anybody(
    case: CaseBuilder, workspace: Workspace
) -> None:
    identity = {"client_ref": "HH-26-A001", "preferred_name": "Gerta"}
    where = {"addr_line1": "12 Mill Lane", "addr_town": "Leeds"}
    parts: dict[str, Json] = {
        "main": {"client_identity": identity},
        "location": {"client_contact": {"current_address": where}},
    }
    case.kept(case.plan(case.client, parts))
    case.kept(case.record_plan())
    flag = {"flag_code": "suicide_plan", "flag_set_at": "2026-02-03T08:00:00.000+00:00"}
    case.kept(case.plan(case.document("safety_flag"), {"main": flag}))
    actions = [
        {"_id": "r_a", "_order": "a", "act_text": "Ring Gerta’s mother", "act_by": "2026-02-05"},
        {"_id": "r_b", "_order": "b", "act_text": "Meet at 12 Mill Lane", "act_by": "2026-02-05"},
        {"_id": "r_c", "_order": "c", "act_text": "Late already", "act_by": "2026-01-05"},
    ]
    goal = {"_id": "r_g", "_order": "a", "goal_status": "open", "actions": actions}
    plan = {"plan_date": "2026-02-01", "plan_next_review": "2026-02-15", "goals": [goal]}
    case.kept(case.plan(case.document("support_plan"), {"main": plan}))
    raw, entries = calendar_of(workspace)
    assert summaries(raw) == [
        ("20260203", "HH-26-A001.1 · To do"),
        ("20260204", "HH-26-A001.1 · Call"),
        ("20260205", "HH-26-A001.1 · To do"),
        ("20260215", "HH-26-A001.1 · Review"),
    ]
    assert entries == 4
    assert not [
        each for each in ("Gerta", "Mill", "Leeds", "uicid", "mother") if each in raw.decode()
    ]
    assert calendar_of(workspace)[0] == raw
