"""Incidents with data on Today: of open cases, and of the closed ones that the person answers for."""

from collections.abc import Iterator

from outreach_app.services.incidents import FORM, incident_need
from outreach_app.services.needs import Need
from outreach_app.services.rights_today import closed_cases
from outreach_app.services.today_scope import ENGLAND_AND_WALES, Scope


def incidents_of_today(scope: Scope) -> Iterator[tuple[str, Need]]:
    """Yield the incidents that are not settled, with the ids of their cases."""
    lines = scope.workspace.vault.lists.facts(FORM)
    if not lines:
        return
    ended = closed_cases(scope)
    for line in lines:
        if line.case_id in scope.cases or line.case_id in ended:
            nation = scope.nations.get(line.client_id, ENGLAND_AND_WALES)
            timescales = scope.limits.timescales
            need = incident_need(line.facts, line.document_id, timescales, nation, scope.words)
            if need is not None:
                yield line.case_id, need
