"""Parts that stayed here when the rest went are told as only here, until they go or are in a backup."""

from collections.abc import Callable

import pytest

from outreach_app.services.safe_points import safety
from outreach_app.services.sharing.offer import offered
from outreach_app.services.sharing.withheld import held_back, only_here_after
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from outreach_app.store.properties import BACKED_UP_AT
from tests.services.builders import CaseBuilder, Post
from tests.support.determinism import FrozenClock

LOCATION = "location"


@pytest.fixture
def workspace(case: CaseBuilder) -> Workspace:
    case.opened()
    return begin_workspace(case.sitting)


def test_an_address_that_was_held_back_is_only_here_until_it_goes(
    workspace: Workspace, case: CaseBuilder, post: Post, clock: FrozenClock
) -> None:
    client_id = case.client.document_id
    assert held_back(workspace).count == 0
    documents = [
        each
        for each in offered(workspace, (case.record.subject,))
        if each.document.document_id == client_id
    ]
    staying = frozenset({LOCATION})
    known = held_back(workspace)
    assert only_here_after(workspace, documents, staying, known) == staying

    post.send(case, "SH", parts=("main",))
    found = held_back(workspace)
    assert (found.documents, found.keys) == ({LOCATION: 1}, frozenset({(client_id, LOCATION)}))
    assert only_here_after(workspace, documents, staying, found) == staying
    # The same answers, signed again for another reason: the address is still the one held back.
    clock.forward(hours=1)
    (head,) = workspace.vault.revisions.heads(client_id)
    address = {"current_address": {"addr_kind": "safe_house"}}
    case.kept(case.client_plan(address, parents=(head.revision_id,)))
    post.send(case, "SH", parts=("main", LOCATION))
    assert held_back(workspace).count == 0
    assert only_here_after(workspace, documents, staying, held_back(workspace)) == frozenset()
    (head,) = workspace.vault.revisions.heads(client_id)
    case.kept(case.client_plan(address, parents=(head.revision_id,)))
    post.send(case, "SH", parts=("main",))
    assert held_back(workspace).count == 0


def test_what_came_from_elsewhere_is_not_only_here_and_a_backup_ends_the_warning(
    workspace: Workspace,
    case: CaseBuilder,
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
    post: Post,
    clock: FrozenClock,
) -> None:
    post.take(supervisor, post.send(case, "SH", parts=("main",)))
    assert held_back(begin_workspace(supervisor)).count == 0
    assert signer_of(supervisor) is not None
    clock.forward(days=3)
    assert safety(case.sitting).days == 3
    with case.sitting.vault.database.transaction():
        case.sitting.vault.properties.set(BACKED_UP_AT, case.sitting.instant())
    assert safety(case.sitting).only_here_since is None
    # It is in the backup, and still nobody else has it.
    assert held_back(workspace).documents == {LOCATION: 1}
