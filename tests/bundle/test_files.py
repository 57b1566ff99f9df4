"""Bundles on disk: names that say nothing, a check before the name appears, nothing left behind."""

import dataclasses
import os
import re
import shutil
from pathlib import Path

import pytest

from outreach_app.bundle import files
from outreach_app.bundle.content import AttachmentItem, BundleContent
from outreach_app.bundle.errors import BadAttachmentFacts, NotAFile, TooLarge, WriteMismatch
from outreach_app.bundle.files import (
    file_name,
    load_bundle,
    save_bundle,
    verify_sealed,
    verify_written,
)
from outreach_app.bundle.writer import SealedBundle
from outreach_app.errors import HostFault
from tests.bundle.house import House


def test_names_say_nothing() -> None:
    assert re.fullmatch(r"[a-z2-7]{26}\.age", file_name(bytes(range(16))))
    assert file_name(bytes(16)) != file_name(b"\1" * 16)
    with pytest.raises(ValueError, match="16"):
        file_name(b"")


def test_saved_and_loaded(house: House, sealed: SealedBundle, tmp_path: Path) -> None:
    path = tmp_path / file_name(bytes(16))
    save_bundle(path, sealed, house.now)
    assert load_bundle(path) == sealed.data
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    save_bundle(path, sealed, house.now)
    assert load_bundle(path) == sealed.data


POSIX = pytest.mark.skipif(os.name != "posix", reason="needs pipes and links")


@POSIX
def test_what_is_no_regular_file(tmp_path: Path) -> None:
    (tmp_path / "real.age").write_bytes(b"x")
    (tmp_path / "link.age").symlink_to(tmp_path / "real.age")
    os.mkfifo(tmp_path / "pipe.age")
    for path in (tmp_path, tmp_path / "link.age", tmp_path / "pipe.age"):
        with pytest.raises(NotAFile):
            load_bundle(path)
    with pytest.raises(HostFault):
        load_bundle(tmp_path / "absent.age")


@POSIX
def test_a_file_that_is_exchanged_while_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.age")
    regular = Path(__file__).lstat()
    monkeypatch.setattr(Path, "lstat", lambda _path: regular)
    with pytest.raises(NotAFile):
        load_bundle(tmp_path / "pipe.age")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.age"
    with path.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(TooLarge) as caught:
        load_bundle(path)
    assert caught.value.facts == {"size_mib": 2**20, "limit_mib": 64}


def test_a_folder_that_is_not_there(house: House, sealed: SealedBundle, tmp_path: Path) -> None:
    with pytest.raises(HostFault):
        save_bundle(tmp_path / "absent" / "b.age", sealed, house.now)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_leaves_the_old_file(
    house: House, sealed: SealedBundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.age"
    save_bundle(path, sealed, house.now)
    monkeypatch.setattr(files, "private_file", lambda _path: os.open("/dev/full", os.O_RDWR))
    with pytest.raises(HostFault) as caught:
        save_bundle(path, sealed, house.now)
    assert caught.value.code == "host.disk-full"
    assert load_bundle(path) == sealed.data


def test_what_reads_back_differently_gets_no_name(
    house: House, sealed: SealedBundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def worn_medium(path: Path) -> bytes:
        content = bytearray(load_bundle(path))
        content[5000] ^= 1
        return bytes(content)

    monkeypatch.setattr(files, "load_bundle", worn_medium)
    with pytest.raises(WriteMismatch):
        save_bundle(tmp_path / "b.age", sealed, house.now)
    assert list(tmp_path.iterdir()) == []


def test_the_check_of_what_was_sealed(house: House, sealed: SealedBundle) -> None:
    verify_sealed(sealed, house.now)
    other = house.write(BundleContent(), purpose="another")
    longer = house.write(
        BundleContent(attachments=(AttachmentItem(content=bytes(300_000), media_type="x/y"),))
    )
    stranger = house.signer(serial=99)
    for changed in (
        dataclasses.replace(sealed, archive=other.archive),
        dataclasses.replace(sealed, manifest=other.manifest),
        dataclasses.replace(sealed, data=longer.data),
        dataclasses.replace(sealed, signer=stranger),
    ):
        with pytest.raises(WriteMismatch):
            verify_sealed(changed, house.now)
    with pytest.raises(WriteMismatch):
        verify_written(sealed.data + b"\n", sealed)


def test_content_that_a_reader_would_refuse_is_not_written(house: House, tmp_path: Path) -> None:
    attachment = AttachmentItem(content=b"x", media_type="two\nlines")
    sealed = house.write(BundleContent(attachments=(attachment,)))
    with pytest.raises(BadAttachmentFacts):
        save_bundle(tmp_path / "b.age", sealed, house.now)
    assert list(tmp_path.iterdir()) == []


def test_the_check_runs_on_a_read_only_folder_too(
    house: House, sealed: SealedBundle, tmp_path: Path
) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    folder = tmp_path / "stick"
    folder.mkdir(mode=0o500)
    with pytest.raises(HostFault) as caught:
        save_bundle(folder / "b.age", sealed, house.now)
    assert caught.value.code == "host.read-only"
    shutil.rmtree(folder)
