"""Attachments: encrypted beside the database, whole before their row, erased with it."""

import hashlib
import os
from pathlib import Path

import pytest

from outreach_app.paths import FolderReadOnly
from outreach_app.store.attachments import GARBAGE_AGE_SECONDS, LARGEST_BYTES
from outreach_app.store.errors import AttachmentDamaged, AttachmentTooLarge, UnknownAttachment
from outreach_app.store.vault import Vault
from tests.store.builders import AT, act
from tests.support.unprivileged import unprivileged

CONTENT = b"A photo that says MARKER" * 300
DIGEST = hashlib.sha256(CONTENT).hexdigest()
LATE = 2e9


def put(vault: Vault, content: bytes = CONTENT) -> None:
    with vault.transaction(act("attachment.added")):
        vault.attachments.put(content, media_type="image/jpeg", description="Photo", at=AT)


def names(vault: Vault) -> list[str]:
    return sorted(path.name for path in vault.attachments.folder.iterdir())


def test_a_file_comes_back_and_its_disk_copy_tells_nothing(vault: Vault) -> None:
    put(vault)
    assert vault.attachments.get(DIGEST) == CONTENT
    facts = vault.attachments.facts(DIGEST)
    assert (facts.media_type, facts.description, facts.size_bytes) == (
        "image/jpeg", "Photo", len(CONTENT),
    )  # fmt: skip
    assert vault.attachments.all() == (facts,)
    (name,) = names(vault)
    assert vault.attachments.file_names() == (name,)
    assert DIGEST not in name
    content = (vault.attachments.folder / name).read_bytes()
    assert b"MARKER" not in content
    assert len(content) > len(CONTENT)


def test_sizes_are_padded(vault: Vault) -> None:
    put(vault, b"x")
    put(vault, b"y" * 3000)
    sizes = {path.stat().st_size for path in vault.attachments.folder.iterdir()}
    assert len(sizes) == 1
    put(vault, b"")
    assert vault.attachments.get(hashlib.sha256(b"").hexdigest()) == b""


def test_the_same_content_is_stored_once(vault: Vault) -> None:
    put(vault)
    put(vault)
    assert len(names(vault)) == 1


def test_unknown_and_too_large(vault: Vault) -> None:
    for call in (vault.attachments.get, vault.attachments.facts):
        with pytest.raises(UnknownAttachment):
            call("0" * 64)
    with pytest.raises(UnknownAttachment), vault.transaction(act()):
        vault.attachments.remove("0" * 64)
    with pytest.raises(AttachmentTooLarge):
        put(vault, bytes(LARGEST_BYTES + 1))
    assert names(vault) == []


def test_damage_is_said(vault: Vault) -> None:
    put(vault)
    path = vault.attachments.folder / names(vault)[0]
    whole = path.read_bytes()
    for changed in (
        whole[:-1],
        whole + b"x",
        bytes([whole[0] ^ 1]) + whole[1:],
        whole[:-1] + b"\0",
    ):
        path.write_bytes(changed)
        with pytest.raises(AttachmentDamaged):
            vault.attachments.get(DIGEST)
    path.unlink()
    with pytest.raises(AttachmentDamaged):
        vault.attachments.get(DIGEST)


def test_two_files_cannot_be_swapped(vault: Vault) -> None:
    put(vault)
    vault.database.execute("UPDATE attachments SET digest = ?", ("0" * 64,))
    with pytest.raises(AttachmentDamaged):
        vault.attachments.get("0" * 64)


def test_garbage_is_what_no_row_names_after_a_day(vault: Vault) -> None:
    put(vault)
    (kept,) = names(vault)
    folder = vault.attachments.folder
    for name in ("orphan", ".half.part", "in-a-backup"):
        (folder / name).write_bytes(b"x")
    young = (folder / "orphan").stat().st_mtime + GARBAGE_AGE_SECONDS - 1
    assert vault.attachments.collect_garbage(now_seconds=young) == 0
    kept_names = frozenset({"in-a-backup"})
    assert vault.attachments.collect_garbage(now_seconds=LATE, kept_names=kept_names) == 2
    assert names(vault) == sorted([kept, "in-a-backup"])
    with vault.transaction(act("attachment.erased")):
        vault.attachments.remove(DIGEST)
    assert vault.attachments.collect_garbage(now_seconds=LATE) == 2
    assert names(vault) == []


def test_an_act_that_fails_leaves_only_garbage(vault: Vault) -> None:
    def fail() -> None:
        with vault.transaction(act()):
            vault.attachments.put(CONTENT, media_type="a/b", description="", at=AT)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert not vault.attachments.holds(DIGEST)
    assert vault.attachments.collect_garbage(now_seconds=LATE) == 1


@pytest.mark.skipif(os.name == "nt", reason="folder permissions are POSIX")
def test_a_read_only_folder_is_a_typed_fault(vault: Vault, tmp_path: Path) -> None:
    vault.attachments.folder.chmod(0o555)
    with pytest.raises(FolderReadOnly), unprivileged():
        put(vault)
    assert not vault.attachments.holds(DIGEST)
    put(vault)
    assert vault.attachments.get(DIGEST) == CONTENT
