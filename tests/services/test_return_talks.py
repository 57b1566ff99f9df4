"""Return conversations on Today and in the case: there while one is due, gone once it is noted."""

from outreach_app.domain.documents import Reason
from outreach_app.services.needs import NeedKind
from outreach_app.services.sitting import Sitting
from outreach_app.services.today import today
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder

FOUND = "2026-02-02T22:30:00.000+00:00"
EPISODE = {"me_section": {"me_from": "2026-02-01T08:00:00.000+00:00", "me_found_at": FOUND}}


def lines(workspace: Workspace) -> list[tuple[str, str, str]]:
    """Return what Today says of return conversations: case, where, due."""
    seen = today(workspace)
    return [
        (each.case.line.case_id if each.case else "", str(each.need.where), str(each.need.due))
        for each in (*seen.now, *seen.ahead)
        if each.need.kind is NeedKind.RETURN_TALK
    ]


def test_a_child_who_came_back_is_on_today_until_somebody_talked(
    case: CaseBuilder, office: Sitting
) -> None:
    case.opened()
    document = case.document("missing_episode")
    case.kept(case.plan(document, {"main": EPISODE}))
    workspace = begin_workspace(office)
    until = "Found 2 February 2026, 22:30; talk until 5 February 2026, 22:30"
    assert lines(workspace) == [(case.case_id, until, "2026-02-05")]
    opened = workspace.casework.revise(document.document_id, Reason.CONTINUED)
    opened.set_answer("me_section/me_conversation_at", "2026-02-03T09:00:00.000+00:00")
    workspace.casework.sign(opened, case.signer)
    assert lines(workspace) == []


def test_an_adult_who_came_back_is_not(case: CaseBuilder, office: Sitting) -> None:
    main = {"client_identity": {"age_status": "assessed_adult"}}
    case.kept(case.plan(case.client, {"main": main}))
    case.kept(case.record_plan())
    case.kept(case.plan(case.document("missing_episode"), {"main": EPISODE}))
    assert lines(begin_workspace(office)) == []
