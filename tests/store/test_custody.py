"""A change of root survives a crash between any two steps; the recovery file follows the root."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach_app.crypto.custody import vault_keys
from outreach_app.crypto.errors import WrongPassphrase
from outreach_app.crypto.recovery import (
    new_recovery_secret,
    open_root,
    recovery_identity,
    recovery_recipient,
)
from outreach_app.store.custody import ASIDE_PREFIX, RECOVERY_NAME
from outreach_app.store.database import open_database
from outreach_app.store.errors import NoVault, UnknownPerson
from outreach_app.store.opening import LockedVault
from outreach_app.store.unlocking import SlotKeys
from outreach_app.store.vault import DATABASE_NAME, Vault
from tests.store.builders import (
    ANNA,
    AT,
    BEN,
    CHIARA,
    a_document,
    a_revision,
    act,
    add,
    crash_copy,
    reopen,
)

SECRET = new_recovery_secret()
RECIPIENT = recovery_recipient(SECRET)
REVISION = a_revision(a_document(), {"n": "kept"})
STEPS = 8


def prepare(shared_folder: Path, keys: dict[str, SlotKeys]) -> Vault:
    vault = reopen(shared_folder, keys[ANNA])
    add(vault, REVISION)
    with vault.transaction(act("recovery.set")):
        vault.custody.set_recovery(RECIPIENT)
    return vault


def recovered_root(folder: Path) -> bytes:
    return open_root((folder / RECOVERY_NAME).read_bytes(), recovery_identity(SECRET)).root


def recovery_opens(folder: Path, vault_id: str) -> None:
    keys = vault_keys(recovered_root(folder), vault_id)
    database = open_database(folder / DATABASE_NAME, keys.database_key, keys.database_salt)
    database.full_check()
    database.close()


def test_removing_one_of_three_leaves_two_and_changes_every_page(
    shared_folder: Path, keys: dict[str, SlotKeys]
) -> None:
    vault = prepare(shared_folder, keys)
    old_root = vault.custody.root
    stolen = vault.device_key().seed
    vault.remove_person(CHIARA, act("person.removed"))
    assert vault.custody.root != old_root
    assert vault.custody.root_number == 2
    assert vault.device_key().seed == stolen
    assert vault.revisions.get(REVISION.revision_id) == REVISION
    vault.close()
    for person in (BEN, ANNA):
        vault = reopen(shared_folder, keys[person], person)
        assert vault.custody.root_number == 2
        assert vault.custody.recovery_is_intact()
        vault.full_check()
        vault.close()
    with pytest.raises(UnknownPerson):
        LockedVault(shared_folder).derivation(CHIARA)
    assert list(shared_folder.glob(f"{ASIDE_PREFIX}*")) == []
    recovery_opens(shared_folder, vault.vault_id)


def test_changing_the_root_needs_nobody_else(
    shared_folder: Path, keys: dict[str, SlotKeys]
) -> None:
    vault = prepare(shared_folder, keys)
    for expected in (2, 3):
        vault.change_root(act("root.changed"))
        assert vault.custody.root_number == expected
    kinds = [row.act.kind for row in vault.journal.rows()]
    assert kinds.count("root.changed") == 2
    vault.close()
    for person in (ANNA, BEN, CHIARA):
        reopen(shared_folder, keys[person], person).close()
    recovery_opens(shared_folder, vault.vault_id)


def steps_of(vault: Vault) -> tuple[Callable[[], None], ...]:
    def start() -> None:
        vault.people.mark_removed(CHIARA, at=AT)
        vault.journal.append(act("person.removed"))

    return vault.custody.rotation_steps(start=start)


@pytest.mark.parametrize("done", range(STEPS + 1))
@pytest.mark.parametrize("opener", [ANNA, BEN])
def test_a_crash_after_any_step_is_resumed_by_anybody_who_stays(
    shared_folder: Path, keys: dict[str, SlotKeys], tmp_path: Path, done: int, opener: str
) -> None:
    vault = prepare(shared_folder, keys)
    steps = steps_of(vault)
    assert len(steps) == STEPS
    for step in steps[:done]:
        step()
    crashed = crash_copy(shared_folder, tmp_path / "crashed")
    vault.close()

    begun = done >= 2
    if begun:
        with pytest.raises((UnknownPerson, WrongPassphrase)):
            reopen(crashed, keys[CHIARA], CHIARA)
    vault = reopen(crashed, keys[opener], opener)
    assert vault.custody.root_number == (2 if begun else 1)
    assert vault.custody.file.pending is None
    assert vault.revisions.get(REVISION.revision_id) == REVISION
    assert vault.custody.recovery_is_intact()
    vault.full_check()
    vault.close()
    for person in (ANNA, BEN):
        again = reopen(crashed, keys[person], person)
        assert again.custody.root_number == (2 if begun else 1)
        again.close()
    recovery_opens(crashed, vault.vault_id)
    if begun:
        assert list(crashed.glob(f"{ASIDE_PREFIX}*")) == []


def test_the_recovery_file_is_checked(vault: Vault, tmp_path: Path) -> None:
    assert vault.custody.recovery_recipient() == ""
    assert vault.custody.recovery_is_intact()
    with vault.transaction(act("recovery.set")):
        vault.custody.set_recovery(RECIPIENT)
    assert vault.custody.recovery_recipient() == RECIPIENT
    assert vault.custody.recovery_is_intact()
    assert recovered_root(vault.folder) == vault.custody.root
    content = (vault.folder / RECOVERY_NAME).read_bytes()
    (vault.folder / RECOVERY_NAME).write_bytes(content[:-1])
    assert not vault.custody.recovery_is_intact()
    (vault.folder / RECOVERY_NAME).unlink()
    assert not vault.custody.recovery_is_intact()
    with pytest.raises(NoVault):
        LockedVault(tmp_path)
