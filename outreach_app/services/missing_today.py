"""Return conversations of all cases, read from the lists: a case is opened only where one waits."""

from collections.abc import Iterator

from outreach_app.domain.documents import Subject
from outreach_app.domain.missing import read_return, talk_due
from outreach_app.services.missing_needs import EPISODE, talk_need
from outreach_app.services.needs import Need
from outreach_app.services.today_scope import Scope


def returns_of_today(scope: Scope) -> Iterator[tuple[str, Need]]:
    """Yield what waits, with the case that it is about."""
    for line in scope.workspace.vault.lists.facts(EPISODE):
        back = read_return(line.document_id, line.facts)
        if back is None or back.talked_at is not None or line.case_id not in scope.cases:
            continue
        subject = Subject(client_id=line.client_id, case_id=line.case_id)
        client = scope.workspace.casework.case_file(subject).client
        due = talk_due(back, client, scope.limits.timescales, scope.nation(line.case_id))
        if due is not None:
            yield line.case_id, talk_need(back, due)
