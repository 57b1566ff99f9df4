"""What contact notes leave to be done, on Today of whoever is to do it, from the lists alone."""

from collections.abc import Iterator

from outreach_app.domain.goal_notes import NOTE
from outreach_app.domain.values import parse_day
from outreach_app.services.needs import Need
from outreach_app.services.note_needs import note_need
from outreach_app.services.today_scope import Scope


def notes_of_today(scope: Scope) -> Iterator[tuple[str, Need]]:
    """Yield what the unlocked person is to do after a note.

    What names nobody is for whoever leads the case or stands in.
    """
    me = scope.workspace.sitting.me.person_id
    for line in scope.workspace.vault.lists.facts(NOTE):
        if line.case_id not in scope.cases:
            continue
        for action in line.facts.get("actions", ()):
            owner = action[2]
            if owner == me or (not owner and scope.is_mine(line.case_id)):
                yield line.case_id, note_need(action, parse_day(line.on_date), line.document_id)
