"""A backup counts only after it was reopened and checked, and it brings everything back."""

from pathlib import Path

import pytest

from outreach_app.crypto.errors import WrongPassphrase
from outreach_app.paths import FolderReadOnly, SharedFolder
from outreach_app.store.backup import FACTS_NAME, BackupFacts, LockedBackup, make_backup
from outreach_app.store.errors import (
    AttachmentDamaged,
    BackupUnverified,
    NoVault,
    SlotFileDamaged,
    UnknownPerson,
    VaultExists,
)
from outreach_app.store.properties import RESTORED_AT
from outreach_app.store.slots_file import COPY_NAMES
from outreach_app.store.unlocking import SlotKeys
from outreach_app.store.vault import DATABASE_NAME, Vault
from tests.store.builders import ANNA, AT, BEN, a_document, a_revision, act, add, change, reopen
from tests.support.unprivileged import read_only_folder

REVISION = a_revision(a_document(), {"n": "kept"})
CONTENT = b"photo" * 1000


@pytest.fixture
def filled(vault: Vault) -> Vault:
    add(vault, REVISION)
    with vault.transaction(act("attachment.added")):
        vault.attachments.put(CONTENT, media_type="image/png", description="", at=AT)
        vault.drafts.start(a_document(2), form_hash="f" * 64, answers={}, at=AT)
    vault.drafts.save_answer(a_document(2).document_id, [change("n", "draft")])
    return vault


@pytest.fixture
def backup(filled: Vault, tmp_path: Path) -> Path:
    make(filled, tmp_path / "backups" / "b1")
    return tmp_path / "backups" / "b1"


def make(vault: Vault, target: Path) -> BackupFacts:
    return make_backup(vault, target, backup_id="b_1", act=act("backup.made"))


def test_a_backup_is_made_while_the_vault_is_open(
    filled: Vault, backup: Path, keys: dict[str, SlotKeys]
) -> None:
    locked = LockedBackup(backup)
    facts = locked.verify(ANNA, keys[ANNA])
    assert (facts.counts["revisions"], facts.counts["drafts"]) == (1, 1)
    assert filled.journal.holds(facts.head)
    assert filled.journal.rows(after=facts.head.n)[0].act.kind == "backup.made"
    assert locked.people == ((ANNA, "AA"),)
    everything = b"".join(path.read_bytes() for path in backup.rglob("*") if path.is_file())
    assert b"kept" not in everything
    assert CONTENT[:10] not in everything
    assert (backup / DATABASE_NAME).read_bytes()[:16] != (
        filled.folder / DATABASE_NAME
    ).read_bytes()[:16]
    filled.drafts.save_answer(a_document(2).document_id, [change("n", "later")])


def test_a_restore_brings_everything_back_on_a_new_device(
    filled: Vault, backup: Path, keys: dict[str, SlotKeys], tmp_path: Path
) -> None:
    old_device_key = filled.device_key().public
    filled.close()
    target = tmp_path / "restored"
    LockedBackup(backup).restore(target, ANNA, keys[ANNA], device_id="v_new", at=AT)
    vault = reopen(target, keys[ANNA])
    assert vault.revisions.get(REVISION.revision_id) == REVISION
    assert vault.attachments.get(vault.attachments.all()[0].digest) == CONTENT
    assert vault.drafts.load(a_document(2).document_id).answers == {"n": "draft"}
    assert vault.drafts.verify(a_document(2).document_id) == ()
    assert vault.device_id == "v_new"
    assert vault.device_key().public != old_device_key
    assert vault.properties.get(RESTORED_AT) == AT
    assert [row.act.kind for row in vault.journal.rows()][-2:] == [
        "vault.restored",
        "vault.unlocked",
    ]
    vault.full_check()
    vault.close()
    with pytest.raises(VaultExists):
        LockedBackup(backup).restore(target, ANNA, keys[ANNA], device_id="v_new", at=AT)


def test_a_backup_of_before_a_passphrase_change_opens_with_the_old_one(
    backup: Path, keys: dict[str, SlotKeys]
) -> None:
    locked = LockedBackup(backup)
    with pytest.raises(WrongPassphrase):
        locked.verify(ANNA, keys[BEN])
    with pytest.raises(UnknownPerson):
        locked.derivation(BEN)
    assert locked.derivation(ANNA).headers


def test_a_backup_never_overwrites(filled: Vault, backup: Path) -> None:
    before = (backup / FACTS_NAME).read_bytes()
    with pytest.raises(VaultExists):
        make(filled, backup)
    assert (backup / FACTS_NAME).read_bytes() == before


def test_a_backup_without_its_attachment_does_not_count(filled: Vault, tmp_path: Path) -> None:
    for path in filled.attachments.folder.iterdir():
        path.write_bytes(b"damaged")
    with pytest.raises(BackupUnverified) as refused:
        make(filled, tmp_path / "backups" / "b1")
    assert refused.value.facts == {"what": AttachmentDamaged.code}
    assert list((tmp_path / "backups").iterdir()) == []
    assert "backup.made" not in [row.act.kind for row in filled.journal.rows()]


def test_every_kind_of_damage_is_found(backup: Path, keys: dict[str, SlotKeys]) -> None:
    files = [path for path in backup.rglob("*") if path.is_file() and path.name not in COPY_NAMES]
    for path in files:
        whole = path.read_bytes()
        middle = len(whole) // 2
        other = bytes([whole[middle] ^ 1])
        for changed in (whole[:-1], whole[:middle] + other + whole[middle + 1 :]):
            path.write_bytes(changed)
            with pytest.raises(BackupUnverified):
                LockedBackup(backup).verify(ANNA, keys[ANNA])
        path.write_bytes(whole)
    LockedBackup(backup).verify(ANNA, keys[ANNA])


def test_facts_of_another_backup_are_refused(
    filled: Vault, backup: Path, keys: dict[str, SlotKeys], tmp_path: Path
) -> None:
    facts = (backup / FACTS_NAME).read_bytes()
    for changed in (facts.replace(b'"revisions":1', b'"revisions":2'), b"{}", b"no json"):
        (backup / FACTS_NAME).write_bytes(changed)
        with pytest.raises(BackupUnverified):
            LockedBackup(backup).verify(ANNA, keys[ANNA])
    add(filled, a_revision(a_document(3), {"n": "more"}))
    second = tmp_path / "backups" / "b2"
    make(filled, second)
    for name in (DATABASE_NAME,):
        (second / name).write_bytes((backup / name).read_bytes())
    with pytest.raises(BackupUnverified) as refused:
        LockedBackup(second).verify(ANNA, keys[ANNA])
    assert refused.value.facts == {"what": "counts"}


def test_a_folder_without_a_backup(tmp_path: Path, backup: Path) -> None:
    with pytest.raises(NoVault):
        LockedBackup(tmp_path)
    for name in COPY_NAMES:
        (backup / name).write_bytes(b"{}")
    with pytest.raises(SlotFileDamaged):
        LockedBackup(backup)


def test_a_restore_never_goes_to_a_shared_folder(
    backup: Path, keys: dict[str, SlotKeys], tmp_path: Path
) -> None:
    with pytest.raises(SharedFolder):
        LockedBackup(backup).restore(
            tmp_path / "OneDrive" / "v", ANNA, keys[ANNA], device_id="v_new", at=AT
        )


def test_a_read_only_place_is_a_typed_fault(filled: Vault) -> None:
    with read_only_folder() as parent, pytest.raises(FolderReadOnly):
        make(filled, parent / "sub" / "b1")
    filled.full_check()


def test_a_backup_is_verified_without_being_written(
    backup: Path, keys: dict[str, SlotKeys]
) -> None:
    before = {path: path.read_bytes() for path in backup.rglob("*") if path.is_file()}
    LockedBackup(backup).verify(ANNA, keys[ANNA])
    assert {path: path.read_bytes() for path in backup.rglob("*") if path.is_file()} == before
