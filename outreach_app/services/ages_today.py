"""Which birthdays ask for something over every case, from the lists alone."""

from collections.abc import Iterator

from outreach_app.domain.values import day_of
from outreach_app.services.needs import Need
from outreach_app.services.today_scope import Scope
from outreach_app.services.turning_eighteen import RENEWED, birthday_need, clock_of


def ages_of_today(scope: Scope) -> Iterator[tuple[str, Need]]:
    """Yield what the birthdays ask for over every case, from the lists alone."""
    lists = scope.workspace.vault.lists
    renewed = {
        line.case_id
        for line in lists.facts("nrm_event")
        if line.facts.get("nrm_event_kind") == RENEWED
    }
    since = {line.case_id: day_of(line.facts, "case_opened_on") for line in lists.facts("case")}
    clients = {line.client_id: line for line in lists.facts("client")}
    for case_id, listed in scope.cases.items():
        client = clients.get(listed.line.client_id)
        if client is None:
            continue
        found = clock_of(
            client.facts,
            scope.limits.timescales,
            on=scope.on,
            renewed=case_id in renewed,
            since=since.get(case_id),
        )
        if found is not None:
            yield case_id, birthday_need(found, client.document_id)
