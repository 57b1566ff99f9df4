"""How many things wait in each room."""

from collections.abc import Mapping

from outreach_app.services.listed_cases import count_open_cases
from outreach_app.services.looks import unread_looks
from outreach_app.services.said_to_me import count_for_me
from outreach_app.services.sharing.outbox import waiting_in_outbox
from outreach_app.services.supervision import Urgency, review_list
from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.places import Room


def waiting_counts(workspace: Workspace) -> Mapping[Room, int]:
    """Return the number beside each room of the bar, from the lists alone (milliseconds)."""
    vault = workspace.vault
    return {
        Room.CASES: count_open_cases(workspace.sitting),
        Room.OUTBOX: waiting_in_outbox(workspace),
        Room.INBOX: len(vault.bundles.inbox())
        + len(unread_looks(workspace.sitting))
        + _waiting(workspace),
    }


def _waiting(workspace: Workspace) -> int:
    """Return how many documents wait for a word, a decision or a correction; not what is to read."""
    urgent = review_list(workspace.sitting, with_rest=False)
    others = (each for each in urgent if each.urgency is not Urgency.RETURNED)
    return count_for_me(workspace.sitting) + len(tuple(others))
