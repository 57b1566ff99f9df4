"""Requests and incidents on Today: of open cases, and of the closed ones that the person answers for."""

from collections.abc import Iterator

from outreach_app.domain.people import Role
from outreach_app.services import incidents, rights
from outreach_app.services.clocked_records import NeedOf
from outreach_app.services.needs import Need
from outreach_app.services.today_scope import ENGLAND_AND_WALES, Scope

_OWN_LIST = frozenset({Role.CASEWORKER, Role.AGENCY_STAFF})


def rights_of_today(scope: Scope) -> Iterator[tuple[str, Need]]:
    """Return the requests of clients that have no answer, with the ids of their cases."""
    return _of_today(scope, rights.FORM, rights.right_need)


def incidents_of_today(scope: Scope) -> Iterator[tuple[str, Need]]:
    """Return the incidents that are not settled, with the ids of their cases."""
    return _of_today(scope, incidents.FORM, incidents.incident_need)


def _of_today(scope: Scope, form_id: str, need_of: NeedOf) -> Iterator[tuple[str, Need]]:
    lines = scope.workspace.vault.lists.facts(form_id)
    if not lines:
        return
    ended = _closed_cases(scope)
    for line in lines:
        if line.case_id in scope.cases or line.case_id in ended:
            nation = scope.nations.get(line.client_id, ENGLAND_AND_WALES)
            timescales = scope.limits.timescales
            need = need_of(line.facts, line.document_id, timescales, nation, scope.words)
            if need is not None:
                yield line.case_id, need


def _closed_cases(scope: Scope) -> frozenset[str]:
    """Return the closed cases that the person answers for: who left may ask all the more."""
    me = scope.workspace.sitting.me
    return frozenset(
        line.case_id
        for line in scope.workspace.vault.lists.cases()
        if line.closed
        and (me.role not in _OWN_LIST or me.person_id in {line.caseworker, line.second_worker})
    )
