"""The checks of safe contacts that are due, on Today of whoever leads the case, from the lists alone."""

from collections.abc import Iterator

from outreach_app.domain.safe_contacts import recheck_due
from outreach_app.services.contact_checks import CLIENT, contacts_need
from outreach_app.services.needs import Need
from outreach_app.services.today_scope import Scope


def contacts_of_today(scope: Scope) -> Iterator[tuple[str, Need]]:
    """Yield the checks that are due for the clients whom the person leads or stands in for."""
    return ((case_id, need) for case_id, need in every_check(scope) if scope.is_mine(case_id))


def every_check(scope: Scope) -> Iterator[tuple[str, Need]]:
    """Yield the checks that are due in all cases that are looked at."""
    clients = {line.client_id: line for line in scope.workspace.vault.lists.facts(CLIENT)}
    for case_id, listed in scope.cases.items():
        client = clients.get(listed.line.client_id)
        if client is None:
            continue
        checked = client.facts.get("checked", ())
        due = recheck_due(checked, scope.limits.timescales, scope.nation(case_id), scope.on)
        if due is not None:
            yield case_id, contacts_need(checked, due, client.document_id)
