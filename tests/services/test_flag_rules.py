"""The four rules of an open safety flag, each by its number, on a real vault."""

import pytest

from outreach_app.domain.documents import Reason
from outreach_app.report.content import PrintDocument
from outreach_app.services.case_view import CaseView
from outreach_app.services.flag_times import flag_times
from outreach_app.services.needs import NeedKind
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.printing import compose_document
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, Json

SET_AT = "2026-02-02T21:00:00.000+00:00"
NEEDS_TWO = "This flag is cleared by a supervisor"


def flag(case: CaseBuilder, code: str = "location_compromised", **more: str) -> str:
    me = case.sitting.me.person_id
    main: Json = {
        "flag_open": {"flag_code": code, "flag_set_at": SET_AT, "flag_set_by": me},
        "flag_told": more,
    }
    document = case.document("safety_flag")
    case.kept(case.plan(document, {"main": main}))
    return document.document_id


def clearing(workspace: Workspace, document_id: str, by: str) -> OpenDocument:
    opened = workspace.casework.revise(document_id, Reason.CONTINUED)
    opened.set_answer("flag_cleared_at", "2026-02-03T09:00:00.000+00:00")
    opened.set_answer("flag_cleared_by", by)
    opened.set_answer("flag_how_cleared", "Moved last night, nobody knows where")
    return opened


def says(opened: OpenDocument, words: str) -> bool:
    return any(words in each.text for each in opened.obstacles())


def test_b1_an_open_flag_is_told_on_every_page_with_the_time_since(case: CaseBuilder) -> None:
    document_id = flag(case.opened())
    workspace = begin_workspace(case.sitting)
    (found,) = flag_times(workspace, case.record.subject)
    assert found.document_id == document_id
    assert found.set_at is not None
    assert found.set_at.isoformat(timespec="milliseconds") == SET_AT


def test_b2_some_flags_take_a_second_person_and_a_handover_takes_a_name(
    case: CaseBuilder, cover: Sitting, supervisor: Sitting
) -> None:
    document_id = flag(case.opened())
    workspace = begin_workspace(case.sitting)
    opened = clearing(workspace, document_id, case.sitting.me.person_id)
    assert says(opened, NEEDS_TWO)
    # Another colleague is no supervisor.
    opened.set_answer("flag_cleared_by", cover.me.person_id)
    assert says(opened, NEEDS_TWO)
    opened.set_answer("flag_cleared_by", supervisor.me.person_id)
    assert not says(opened, NEEDS_TWO)
    opened.set_answer("flag_cleared_by", case.sitting.me.person_id)
    opened.set_answer("flag_clear_told_who", "Helen Marsh, 07700 900112")
    opened.set_answer("flag_clear_told_at", "2026-02-03T08:50:00.000+00:00")
    assert opened.obstacles() == ()
    opened.set_answer("flag_clear_way", "handed_over")
    assert says(opened, "Name who holds the risk now")
    opened.set_answer("flag_held_by", "Example Council, Ms Reed")
    opened.set_answer("flag_held_since", "2026-02-03T08:55:00.000+00:00")
    assert opened.obstacles() == ()


@pytest.mark.parametrize("code", ["destitute", "device_compromised"])
def test_b2_other_flags_take_only_how_they_were_cleared(case: CaseBuilder, code: str) -> None:
    document_id = flag(case.opened(), code)
    opened = clearing(begin_workspace(case.sitting), document_id, case.sitting.me.person_id)
    assert opened.obstacles() == ()
    opened.set_answer("flag_how_cleared", "")
    assert says(opened, "Say how the flag was cleared")


def test_b3_until_a_manager_was_told_the_record_asks_for_it(case: CaseBuilder) -> None:
    flag(case.opened())
    flag(case, "destitute", told_who="Helen", told_at="2026-02-03T02:05:00.000+00:00")
    view = CaseView(begin_workspace(case.sitting), case.record.subject)
    asked = [each.what for each in view.needs() if each.kind is NeedKind.FLAG]
    assert asked == ["Flag “Location compromised”: tell your manager and note it"]


def test_b4_open_flags_stand_at_the_top_of_a_copy(case: CaseBuilder) -> None:
    flag(case.opened())
    note = case.document("contact_note")
    case.kept(case.plan(note, {"main": {"note_facts": "We met."}}))
    copy = compose_document(begin_workspace(case.sitting), note).content
    assert isinstance(copy, PrintDocument)
    assert copy.open_flags is not None
    assert [each.title for each in copy.open_flags] == ["Location compromised"]
