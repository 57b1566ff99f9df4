"""Receiving and accepting in steps: nobody sees it half done, and ended in the middle it leaves nothing."""

import shutil
from collections.abc import Callable, Generator, Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest

from outreach_app.services.exchange.acceptance import accept, accepting
from outreach_app.services.exchange.examination import open_bundle
from outreach_app.services.exchange.inbox import receive, receiving
from outreach_app.services.exchange.opening import Unsealed
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import World
from outreach_app.store.opening import LockedVault
from outreach_app.store.steps import run_through
from tests.services.builders import CaseBuilder, Post, shelf_of
from tests.services.conftest import Template

NOTES, PHOTOGRAPHS = 20, 4


@pytest.fixture
def bundle(case: CaseBuilder, post: Post) -> bytes:
    """A case of twenty-two revisions on its way to the supervisor."""
    case.opened()
    for number in range(NOTES):
        case.kept(case.note_plan(f"We met at the station for the time {number}."))
    return post.send(case, "SH")


@pytest.fixture
def coming(supervisor: Sitting, bundle: bytes) -> Callable[[], Generator[None, None, Any]]:
    """Begins to receive the bundle."""
    return lambda: receiving(
        supervisor, Unsealed(open_bundle(supervisor, bundle)), shelf_of(supervisor)
    )


@pytest.fixture
def reopened(folders: Template, world: World, tmp_path: Path) -> Iterator[Callable[[], Sitting]]:
    """Opens what lies on the disk of the supervisor's vault now, as after a kill."""
    opened: list[Sitting] = []

    def open_again() -> Sitting:
        copy = tmp_path / f"killed-{len(opened)}"
        shutil.copytree(folders.folder / "SH", copy)
        vault = LockedVault(copy).open(
            folders.people["SH"], folders.keys["SH"], at=world.clock().isoformat()
        )
        opened.append(Sitting(vault, world.clock, world.random_bytes))
        return opened[-1]

    yield open_again
    for sitting in opened:
        sitting.close()


def state(sitting: Sitting) -> tuple[int, int, int, int]:
    """Return what a person could notice: journal, inbox, visible documents and rows laid aside."""
    vault = sitting.vault
    aside = vault.database.value("SELECT count(*) FROM revisions WHERE staged = 1")
    return (
        vault.journal.head().n,
        len(vault.bundles.inbox()),
        len(vault.lists.documents()),
        int(aside),
    )


def test_receiving_given_up_after_any_step_leaves_nothing(
    supervisor: Sitting, coming: Callable[[], Generator[None, None, Any]]
) -> None:
    before = state(supervisor)
    for taken in count(1, 7):
        steps = coming()
        if len(list(islice(steps, taken))) < taken:
            break
        steps.close()
        assert state(supervisor) == before, f"after {taken} steps"
    assert taken > NOTES
    assert state(supervisor) != before


def photographs(sitting: Sitting) -> tuple[str, ...]:
    """Put some photographs into a vault."""
    with sitting.vault.transaction(sitting.act("file.added")):
        return tuple(
            sitting.vault.attachments.put(
                bytes([number]) * 4000,
                media_type="image/png",
                description="door",
                at=sitting.instant(),
            ).digest
            for number in range(PHOTOGRAPHS)
        )


def test_what_waits_with_a_bundle_is_put_there_file_by_file(
    case: CaseBuilder, supervisor: Sitting, post: Post, reopened: Callable[[], Sitting]
) -> None:
    case.opened()
    alone = case.kept(case.note_plan("We met."))
    note = case.replace(case.note_plan("We met."), attachments=photographs(case.sitting))
    with_files = case.kept(note)
    twin = reopened()
    opened = open_bundle(twin, post.send(case, "SH", documents=(alone.header.document_id,)))
    fewer = len(list(receiving(twin, Unsealed(opened), shelf_of(twin))))
    coming = post.send(case, "SH", documents=(with_files.header.document_id,))
    before = state(supervisor)
    for taken in count(1):
        unsealed = Unsealed(open_bundle(supervisor, coming))
        steps = receiving(supervisor, unsealed, shelf_of(supervisor))
        list(islice(steps, taken))
        steps.close()
        if supervisor.vault.bundles.inbox():
            break
        assert state(supervisor) == before, f"after {taken} steps"
    assert taken >= fewer + 2 * PHOTOGRAPHS, "a photograph and what is known of it are two"
    (waiting,) = supervisor.vault.bundles.inbox()
    assert len(supervisor.vault.bundles.entries(waiting.bundle_id)) > 2 * PHOTOGRAPHS


def test_accepting_given_up_after_any_step_leaves_the_bundle_in_the_inbox(
    supervisor: Sitting, bundle: bytes
) -> None:
    shelf = shelf_of(supervisor)
    bundle_id = receive(supervisor, bundle, shelf).report.bundle_id
    before = state(supervisor)
    for taken in count(1, 7):
        steps = accepting(supervisor, bundle_id, shelf)
        if len(list(islice(steps, taken))) < taken:
            break
        steps.close()
        assert state(supervisor) == before, f"after {taken} steps"
    assert taken > NOTES
    assert not supervisor.vault.bundles.inbox()
    assert len(supervisor.vault.lists.documents()) == NOTES + 2


def test_who_looks_between_two_steps_sees_the_whole(supervisor: Sitting, bundle: bytes) -> None:
    shelf = shelf_of(supervisor)
    bundle_id = receive(supervisor, bundle, shelf).report.bundle_id
    steps = accepting(supervisor, bundle_id, shelf)
    assert len(list(islice(steps, 5))) == 5
    assert len(supervisor.vault.lists.documents()) == NOTES + 2
    assert not supervisor.vault.database.in_transaction
    assert run_through(steps).revisions == NOTES + 2


def test_what_is_written_between_two_steps_is_no_part_of_the_act(
    supervisor: Sitting, bundle: bytes
) -> None:
    shelf = shelf_of(supervisor)
    bundle_id = receive(supervisor, bundle, shelf).report.bundle_id
    steps = accepting(supervisor, bundle_id, shelf)
    list(islice(steps, 5))
    with supervisor.vault.transaction(supervisor.act("benchmark.prepared")):
        pass
    rows = [row.act.kind for row in supervisor.vault.journal.rows()]
    assert rows[-2:] == ["bundle.accepted", "benchmark.prepared"]
    steps.close()
    assert len(supervisor.vault.lists.documents()) == NOTES + 2, "it was over before it was closed"


def test_a_vault_closed_between_two_steps_keeps_the_bundle_in_the_inbox(
    supervisor: Sitting, bundle: bytes, reopened: Callable[[], Sitting]
) -> None:
    shelf = shelf_of(supervisor)
    bundle_id = receive(supervisor, bundle, shelf).report.bundle_id
    before = state(supervisor)
    steps = accepting(supervisor, bundle_id, shelf)
    list(islice(steps, 9))
    supervisor.vault.close()
    steps.close()
    again = reopened()
    assert state(again)[1:] == before[1:]
    assert accept(again, bundle_id, shelf_of(again)).revisions == NOTES + 2


def test_a_bundle_whose_receiving_was_killed_comes_again(
    supervisor: Sitting,
    coming: Callable[[], Generator[None, None, Any]],
    bundle: bytes,
    reopened: Callable[[], Sitting],
) -> None:
    before = state(supervisor)
    twin = reopened()
    opened = Unsealed(open_bundle(twin, bundle))
    all_of_them = len(list(receiving(twin, opened, shelf_of(twin))))
    steps = coming()
    list(islice(steps, all_of_them - 1))
    again = reopened()
    assert state(again)[3] > 0, "it was killed while its revisions were laid aside"
    assert state(again)[1:3] == before[1:3], "what lies aside is never seen"
    shelf = shelf_of(again)
    bundle_id = receive(again, bundle, shelf).report.bundle_id
    assert accept(again, bundle_id, shelf).revisions == NOTES + 2
    assert state(again)[3] == 0
    steps.close()
