"""How many things wait in each room."""

from collections.abc import Mapping

from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.places import Room


def waiting_counts(workspace: Workspace) -> Mapping[Room, int]:
    """Return the number beside each room of the bar, from the lists alone (milliseconds)."""
    lists = workspace.vault.lists
    return {Room.CASES: len(lists.cases(with_closed=False))}
