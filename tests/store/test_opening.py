"""Making and opening vaults: people, passphrases, two processes, crashes, foreign and newer files."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from outreach_app.crypto.custody import vault_keys
from outreach_app.crypto.errors import SlotFileTooNew, WrongPassphrase
from outreach_app.crypto.kdf import FLOOR
from outreach_app.crypto.slot_file import parse_slot_file, serialise_slot_file
from outreach_app.crypto.slots import with_changed_slot
from outreach_app.folder_marks import keep_services_out
from outreach_app.paths import DiskFull, SharedFolder
from outreach_app.store.custody import RECOVERY_NAME
from outreach_app.store.database import open_database
from outreach_app.store.errors import (
    Damaged,
    JournalBroken,
    LastPerson,
    NotAVault,
    NoVault,
    PersonExists,
    Plaintext,
    SlotFileDamaged,
    SlotFileStale,
    TooNew,
    UnknownPerson,
    VaultExists,
    VaultInUse,
)
from outreach_app.store.journal import Act, JournalHead
from outreach_app.store.lock import LOCK_NAME
from outreach_app.store.migrations import NEWEST
from outreach_app.store.opening import LockedVault, create_vault, open_vault
from outreach_app.store.slots_file import COPY_NAMES
from outreach_app.store.unlocking import SlotKeys, prepare_person, unlock
from outreach_app.store.vault import DATABASE_NAME, Vault
from tests.store.builders import (
    ANNA,
    AT,
    BEN,
    CHIARA,
    DEVICE_ID,
    PASSPHRASES,
    VAULT_ID,
    a_person,
    act,
    crash_copy,
    reopen,
)
from tests.store.conftest import Template

ROOT = Path(__file__).parents[2]


def test_a_new_vault_has_its_first_person_and_its_first_acts(vault: Vault) -> None:
    assert (vault.vault_id, vault.device_id, vault.person_id) == (VAULT_ID, DEVICE_ID, ANNA)
    assert vault.person.full_name == "Person AA"
    assert vault.person.age_recipient.startswith("age1")
    assert vault.person.signing_key.startswith("ssh-ed25519 ")
    kinds = [row.act.kind for row in vault.journal.rows()]
    assert kinds[0] == "vault.created"
    assert kinds[-1] == "vault.unlocked"
    assert vault.device_key().public == vault.device_key().public
    assert len(vault.backup_key("b_1")) == 32
    assert not vault.was_unclean
    vault.full_check()


def test_one_call_opens_with_the_passphrase(folder: Path) -> None:
    vault = open_vault(folder, ANNA, PASSPHRASES[ANNA], at=AT)
    vault.close()
    vault.close()
    with pytest.raises(WrongPassphrase):
        open_vault(folder, ANNA, "another", at=AT)
    open_vault(folder, ANNA, PASSPHRASES[ANNA], at=AT).close()


def test_a_wrong_passphrase_leaves_the_lock_for_another_try(
    folder: Path, keys: dict[str, SlotKeys]
) -> None:
    locked = LockedVault(folder)
    assert [(line.person_id, line.label) for line in locked.slots] == [(ANNA, "AA")]
    with pytest.raises(WrongPassphrase):
        locked.open(ANNA, keys[BEN], at=AT)
    with pytest.raises(UnknownPerson):
        locked.derivation(BEN)
    locked.open(ANNA, keys[ANNA], at=AT).close()


def test_nothing_is_made_over_a_vault_or_on_a_shared_folder(folder: Path, tmp_path: Path) -> None:
    preparation = prepare_person(VAULT_ID, a_person(BEN))
    nothing = SlotKeys({})
    before = (folder / DATABASE_NAME).read_bytes()
    with pytest.raises(VaultExists):
        create_vault(folder, preparation, nothing, at=AT)
    assert (folder / DATABASE_NAME).read_bytes() == before
    with pytest.raises(SharedFolder):
        create_vault(tmp_path / "Dropbox" / "vault", preparation, nothing, at=AT)
    assert not (tmp_path / "Dropbox").exists()


def test_a_folder_without_a_vault(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(NoVault):
        LockedVault(tmp_path)
    for name in COPY_NAMES:
        (folder / name).unlink()
    with pytest.raises(NoVault):
        LockedVault(folder)


def test_the_second_object_and_the_second_process_are_refused(
    folder: Path, keys: dict[str, SlotKeys]
) -> None:
    vault = reopen(folder, keys[ANNA])
    with pytest.raises(VaultInUse):
        LockedVault(folder)
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from outreach_app.store.errors import VaultInUse
        from outreach_app.store.opening import LockedVault
        try:
            LockedVault(Path(sys.argv[1]))
        except VaultInUse:
            print("refused")
    """)
    run = [sys.executable, "-c", script, str(folder)]
    second = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    assert second.stdout == "refused\n"
    vault.close()
    second = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    assert second.stdout == ""
    assert (folder / LOCK_NAME).read_bytes() == b""
    reopen(folder, keys[ANNA]).close()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
def test_a_killed_process_frees_the_lock_and_loses_nothing_it_said_was_saved(
    folder: Path, template: Template
) -> None:
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from outreach_app.store.opening import open_vault
        from tests.store.builders import ANNA, AT, PASSPHRASES, a_document, act, change
        vault = open_vault(Path(sys.argv[1]), ANNA, PASSPHRASES[ANNA], at=AT)
        with vault.transaction(act()):
            vault.drafts.start(a_document(), form_hash="f", answers={}, at=AT)
        for n in range(100000):
            vault.drafts.save_answer(a_document().document_id, [change("n", str(n))])
            print(n, flush=True)
    """)
    run = [sys.executable, "-c", script, str(folder)]
    process = subprocess.Popen(run, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    acknowledged = -1
    for line in process.stdout:
        acknowledged = int(line)
        if acknowledged >= 40:
            os.kill(process.pid, signal.SIGKILL)
            break
    rest = process.stdout.read().split()
    acknowledged = int(rest[-1]) if rest else acknowledged
    process.stdout.close()
    process.wait()
    vault = reopen(folder, template.keys[ANNA])
    assert vault.was_unclean
    found = int(vault.drafts.load("d_00000000000000000000000001").answers["n"])
    assert found in (acknowledged, acknowledged + 1)
    vault.full_check()
    vault.close()


def test_three_people_open_the_same_vault(shared_folder: Path, keys: dict[str, SlotKeys]) -> None:
    for person in (ANNA, BEN, CHIARA):
        vault = reopen(shared_folder, keys[person], person)
        assert [one.person_id for one in vault.people.list_active()] == [ANNA, BEN, CHIARA]
        assert vault.signing_key(keys[person]).public_line(person) == vault.person.signing_key
        with pytest.raises(WrongPassphrase):
            vault.signing_key(keys[CHIARA if person != CHIARA else BEN])
        vault.close()


def test_nobody_is_added_twice(shared_folder: Path, keys: dict[str, SlotKeys]) -> None:
    vault = reopen(shared_folder, keys[ANNA])
    generation = vault.custody.file.generation
    with pytest.raises(PersonExists):
        vault.add_person(prepare_person(VAULT_ID, a_person(BEN)), keys[BEN], act())
    assert vault.custody.file.generation == generation
    vault.close()


def test_a_passphrase_change_encrypts_nothing_again(
    folder: Path, keys: dict[str, SlotKeys]
) -> None:
    vault = reopen(folder, keys[ANNA])
    vault.database.checkpoint()
    head = (folder / DATABASE_NAME).read_bytes()[:4096]
    new = vault.new_passphrase(FLOOR)
    new_keys = new.derive("the new one")
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase(new_keys, new, new_keys, act())
    vault.change_passphrase(keys[ANNA], new, new_keys, act("passphrase.changed"))
    assert vault.signing_key(new_keys).public_line(ANNA) == vault.person.signing_key
    vault.close()
    assert (folder / DATABASE_NAME).read_bytes()[:16] == head[:16]
    with pytest.raises(WrongPassphrase):
        reopen(folder, keys[ANNA])
    reopen(folder, new_keys).close()


def test_an_old_slot_file_put_back_is_noticed(folder: Path, keys: dict[str, SlotKeys]) -> None:
    old = {name: (folder / name).read_bytes() for name in COPY_NAMES}
    vault = reopen(folder, keys[ANNA])
    new = vault.new_passphrase(FLOOR)
    new_keys = new.derive("the new one")
    vault.change_passphrase(keys[ANNA], new, new_keys, act())
    vault.close()
    for name, content in old.items():
        (folder / name).write_bytes(content)
    with pytest.raises(SlotFileStale) as refused:
        reopen(folder, keys[ANNA])
    assert refused.value.facts == {"found": 1, "known": 2}
    locked = LockedVault(folder)
    locked.open(ANNA, keys[ANNA], at=AT, accept_generation=True).close()
    reopen(folder, keys[ANNA]).close()


def test_a_crash_between_the_copies_is_repaired(folder: Path, keys: dict[str, SlotKeys]) -> None:
    old = (folder / COPY_NAMES[1]).read_bytes()
    vault = reopen(folder, keys[ANNA])
    new = vault.new_passphrase(FLOOR)
    new_keys = new.derive("the new one")
    vault.change_passphrase(keys[ANNA], new, new_keys, act())
    vault.close()
    (folder / COPY_NAMES[1]).write_bytes(old)
    reopen(folder, new_keys).close()
    assert (folder / COPY_NAMES[1]).read_bytes() == (folder / COPY_NAMES[0]).read_bytes() != old


@pytest.mark.parametrize("damaged", COPY_NAMES)
def test_damage_to_one_copy_costs_nothing(
    folder: Path, keys: dict[str, SlotKeys], damaged: str
) -> None:
    whole = (folder / damaged).read_bytes()
    for at in [*range(0, len(whole), len(whole) // 25), -1]:
        changed = bytearray(whole)
        changed[at] ^= 1
        (folder / damaged).write_bytes(changed)
        reopen(folder, keys[ANNA]).close()
        assert [(folder / name).read_bytes() for name in COPY_NAMES] == [whole, whole]
    (folder / damaged).unlink()
    reopen(folder, keys[ANNA]).close()
    assert (folder / damaged).read_bytes() == whole


def test_a_copy_with_another_slot_id_falls_back_to_its_twin(
    folder: Path, keys: dict[str, SlotKeys]
) -> None:
    content = (folder / COPY_NAMES[0]).read_bytes()
    (folder / COPY_NAMES[0]).write_bytes(content.replace(b'"slot":"s_a', b'"slot":"s_b'))
    locked = LockedVault(folder)
    derivation = locked.derivation(ANNA)
    assert len(derivation.headers) == 2
    locked.open(ANNA, derivation.derive(PASSPHRASES[ANNA]), at=AT).close()
    assert (folder / COPY_NAMES[0]).read_bytes() == content


def test_damage_to_both_copies_is_said(folder: Path, keys: dict[str, SlotKeys]) -> None:
    for name in COPY_NAMES:
        (folder / name).write_bytes(b"{}")
    with pytest.raises(SlotFileDamaged):
        LockedVault(folder)
    newer = b'{"format":9}'
    (folder / COPY_NAMES[1]).write_bytes(newer)
    with pytest.raises(SlotFileTooNew):
        LockedVault(folder)


def test_both_copies_with_a_changed_label_do_not_open(
    folder: Path, keys: dict[str, SlotKeys]
) -> None:
    for name in COPY_NAMES:
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(content.replace(b'"label":"AA"', b'"label":"AB"'))
    with pytest.raises(WrongPassphrase):
        reopen(folder, keys[ANNA])


def test_a_slot_of_nobody_is_dropped(shared_folder: Path, keys: dict[str, SlotKeys]) -> None:
    """What a crash leaves between the slot file and the act that notes the person."""
    vault = reopen(shared_folder, keys[ANNA])
    with vault.transaction(act()):
        vault.people.mark_removed(CHIARA, at=AT)
    vault.close()
    with pytest.raises(UnknownPerson):
        reopen(shared_folder, keys[CHIARA], CHIARA)
    vault = reopen(shared_folder, keys[BEN], BEN)
    assert {slot.header.person_id for slot in vault.custody.file.slots} == {ANNA, BEN}
    vault.close()
    reopen(shared_folder, keys[ANNA]).close()


def test_a_slot_file_that_jumped_ahead_asks(folder: Path, keys: dict[str, SlotKeys]) -> None:
    file = parse_slot_file((folder / COPY_NAMES[0]).read_bytes())
    roots = unlock([file], ANNA, keys[ANNA]).roots
    for _ in range(2):
        file = with_changed_slot(file, file.slots[0])
    for name in COPY_NAMES:
        (folder / name).write_bytes(serialise_slot_file(file, roots))
    with pytest.raises(SlotFileStale):
        reopen(folder, keys[ANNA])


def test_the_last_person_stays(shared_folder: Path, keys: dict[str, SlotKeys]) -> None:
    vault = reopen(shared_folder, keys[ANNA])
    with pytest.raises(LastPerson):
        vault.remove_person(ANNA, act())
    with pytest.raises(UnknownPerson):
        vault.remove_person("p_nobody", act())
    vault.close()


def test_another_vaults_database_is_refused(
    folder: Path, shared_folder: Path, keys: dict[str, SlotKeys]
) -> None:
    key, salt = os.urandom(32), os.urandom(16)
    foreign = open_database(folder / "foreign.db", key, salt)
    foreign.execute("CREATE TABLE t (a)")
    foreign.close()
    (folder / "foreign.db").replace(folder / DATABASE_NAME)
    with pytest.raises(NotAVault):
        reopen(folder, keys[ANNA])
    (folder / DATABASE_NAME).write_bytes(b"SQLite format 3\0" + bytes(4080))
    with pytest.raises(Plaintext):
        reopen(folder, keys[ANNA])
    (folder / DATABASE_NAME).write_bytes(b"")
    with pytest.raises(NotAVault):
        reopen(folder, keys[ANNA])


def test_a_newer_vault_is_refused(folder: Path, keys: dict[str, SlotKeys]) -> None:
    vault = reopen(folder, keys[ANNA])
    vault.database.execute(f"PRAGMA user_version = {NEWEST + 1}")
    vault.close()
    with pytest.raises(TooNew):
        reopen(folder, keys[ANNA])


def test_a_damaged_page_is_said(folder: Path, keys: dict[str, SlotKeys]) -> None:
    content = bytearray((folder / DATABASE_NAME).read_bytes())
    for at in range(4096, len(content), 4096):
        content[at + 100] ^= 1
    (folder / DATABASE_NAME).write_bytes(content)
    with pytest.raises((Damaged, NotAVault)):
        reopen(folder, keys[ANNA])


def test_a_changed_journal_is_said(folder: Path, keys: dict[str, SlotKeys]) -> None:
    vault = reopen(folder, keys[ANNA])
    vault.database.execute("UPDATE journal SET event = '{}' WHERE n = 1")
    vault.close()
    with pytest.raises(JournalBroken):
        reopen(folder, keys[ANNA])


def test_a_signed_head_is_where_openings_verify_from(
    folder: Path, keys: dict[str, SlotKeys]
) -> None:
    vault = reopen(folder, keys[ANNA])
    head = vault.journal.head()
    with vault.transaction(act("head.signed")):
        vault.note_signed_head(head)
        with pytest.raises(JournalBroken):
            vault.note_signed_head(JournalHead(head.n, "ff"))
    vault.database.execute("UPDATE journal SET event = x'00' WHERE n = 1")
    vault.close()
    vault = reopen(folder, keys[ANNA])
    with pytest.raises(JournalBroken):
        vault.full_check()
    vault.database.execute("UPDATE journal SET event = x'00' WHERE n = ?", (head.n + 1,))
    vault.close()
    with pytest.raises(JournalBroken):
        reopen(folder, keys[ANNA])


def test_an_exchanged_recovery_file_is_told(folder: Path, keys: dict[str, SlotKeys]) -> None:
    vault = reopen(folder, keys[ANNA])
    assert vault.recovery_intact
    with vault.transaction(act("recovery.set")):
        vault.custody.set_recovery(vault.person.age_recipient)
    vault.close()
    (folder / RECOVERY_NAME).write_bytes(b"another")
    vault = reopen(folder, keys[ANNA])
    assert not vault.recovery_intact
    vault.close()


def test_a_slot_that_was_written_for_nothing_is_taken_back(
    folder: Path, keys: dict[str, SlotKeys]
) -> None:
    vault = reopen(folder, keys[ANNA])
    before = (folder / COPY_NAMES[0]).read_bytes()
    new = vault.new_passphrase(FLOOR)
    new_keys = new.derive("the new one")
    too_long = Act(kind="passphrase.changed", at=AT, facts={"why": "x" * 1_000_000})
    pages = vault.database.value("PRAGMA page_count")
    vault.database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        vault.change_passphrase(keys[ANNA], new, new_keys, too_long)
    assert vault.custody.file.generation == 1
    assert vault.signing_key(keys[ANNA]).public_line(ANNA) == vault.person.signing_key
    vault.close()
    assert (folder / COPY_NAMES[0]).read_bytes() == before
    reopen(folder, keys[ANNA]).close()


def test_a_locked_vault_can_be_left(folder: Path, keys: dict[str, SlotKeys]) -> None:
    locked = LockedVault(folder)
    assert locked.vault_id == VAULT_ID
    locked.release()
    locked.release()
    reopen(folder, keys[ANNA]).close()


def test_a_projection_of_another_version_is_rebuilt(
    folder: Path, keys: dict[str, SlotKeys]
) -> None:
    vault = reopen(folder, keys[ANNA])
    vault.database.execute("UPDATE vault SET value = '0' WHERE name = 'projections.version'")
    vault.close()
    vault = reopen(folder, keys[ANNA])
    assert vault.projections.is_current()
    vault.close()


def test_a_crash_while_making_a_vault_leaves_a_folder_that_can_be_used(
    template: Template, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(template.folder, folder)
    (folder / DATABASE_NAME).unlink()
    with pytest.raises(NoVault):
        LockedVault(folder)
    preparation = prepare_person(VAULT_ID, a_person(BEN))
    made = create_vault(folder, preparation, preparation.derivation.derive("some words"), at=AT)
    made.close()


def test_keys_differ_by_vault() -> None:
    root = bytes(32)
    assert vault_keys(root, "vt_1").database_key != vault_keys(root, "vt_2").database_key


def test_crash_copies_open(vault: Vault, keys: dict[str, SlotKeys], tmp_path: Path) -> None:
    copy = reopen(crash_copy(vault.folder, tmp_path / "copy"), keys[ANNA])
    assert copy.was_unclean
    copy.close()


@pytest.mark.skipif(sys.platform != "linux", reason="what stands here is of Linux")
def test_no_mark_invites_anybody_to_delete_a_vault(vault: Vault) -> None:
    assert keep_services_out(vault.folder) is False
    # Programs that clean up take a folder with it for a cache.
    assert not list(vault.folder.rglob("CACHEDIR.TAG"))
