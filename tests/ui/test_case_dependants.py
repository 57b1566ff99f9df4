"""Children on the page of a case: what is written for each, and that nothing is written for one."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.writing import Writer
from tests.support.pages import sees

ANA, BEN, ROW = ("r_" + letter * 26 for letter in "abc")


def test_each_child_shows_what_is_written_for_them(
    qtbot: QtBot,
    workspace_of: Callable[[str], Workspace],
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
    window_of: Callable[[str], Window],
) -> None:
    writer = Writer(workspace_of("AB"), signer_of(office))
    person = writer.workspace.vault.lists.clients(writer.subject.client_id)[0]
    record = writer.workspace.vault.documents.get(person.document_id)
    children = [
        {"_id": ANA, "dep_name": "Ana", "dep_relationship": "child"},
        {"_id": BEN, "dep_name": "Ben", "dep_relationship": "child"},
    ]
    writer.revised(record, {"client_health": {"has_dependants": "yes", "dependants": children}})
    need = {"_id": ROW, "dn_dependant": ANA, "dn_level": "high", "dn_what": "A nursery place"}
    goal = {"_id": ROW, "goal_statement": "Ana starts nursery", "goal_for": ANA,
            "goal_status": "open"}  # fmt: skip
    plan = {"plan_p2": {"dependant_needs": [need]}, "plan_p3": {"goals": [goal]}}
    writer.signed("support_plan", plan)
    window = window_of("AB")
    window.go(Place(room=Room.CASE, subject=writer.subject))
    qtbot.waitUntil(lambda: sees(window.page, "Children and dependants"), timeout=5_000)
    assert sees(window.page, "High need · A nursery place")
    assert sees(window.page, "G1 Ana starts nursery · Open")
    nothing = "No need, risk, goal or exit item is written for this person."
    assert sees(window.page, nothing)
