"""The update folder: two people sign it, any change of it is refused, and nothing goes back."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outreach_app.crypto import sshsig
from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.keys import SigningKey, public_line
from outreach_app.errors import OutreachError
from outreach_app.services.shipped import resources_folder
from outreach_app.services.updates.checking import (
    CheckedUpdate,
    Here,
    check_update,
    this_machine,
)
from outreach_app.services.updates.errors import (
    CannotMakeUpdate,
    NamesServer,
    NoReleaseKeys,
    NotAReleaseKey,
    NoUpdate,
    ReleaseKeyClosed,
    ReleaseKeyList,
    ReleaseKeyThere,
    SeenDamaged,
    SignedAlready,
    UnknownReleaseKey,
    UpdateFile,
    UpdateFormat,
    UpdateNotNewer,
    UpdateOlder,
    UpdateSignature,
    UpdateTooNew,
    UpdateTwice,
)
from outreach_app.services.updates.folder import list_folder
from outreach_app.services.updates.making import (
    Release,
    machine_of,
    make_update,
    sign_update,
)
from outreach_app.services.updates.release_keys import (
    LIST_NAME,
    fingerprint,
    make_release_key,
    open_release_key,
    pinned_keys,
    read_key_list,
)
from outreach_app.services.updates.seen import read_seen
from outreach_app.services.updates.statement import (
    SIGNATURES,
    STATEMENT,
    is_plain_name,
    parse_statement,
)
from outreach_app.services.updates.trust import NAMESPACE
from outreach_app.system_log import SystemEvent

OLD = tuple(SigningKey.from_seed(bytes([number]) * 32) for number in (1, 2, 3))
NEW = tuple(SigningKey.from_seed(bytes([number]) * 32) for number in (4, 5, 6))
STRANGER = SigningKey.from_seed(b"\x09" * 32)
PINNED = frozenset(each.public for each in OLD)
LATER = frozenset(each.public for each in NEW)
DAY = date(2026, 11, 22)
HERE = Here(installed="0.1.0", keys=PINNED, today=DAY, seen=None)
FILES = {
    "outreach-0.2.0-windows-x64.msi": b"windows",
    "outreach_0.2.0_amd64.deb": b"debian",
    "notes.txt": b"what is new",
}


def _release(
    folder: Path,
    version: str = "0.2.0",
    *,
    after: Path | None = None,
    keys: frozenset[bytes] = PINNED,
    next_keys: frozenset[bytes] | None = None,
    signers: tuple[SigningKey, ...] = OLD[:2],
) -> Path:
    """Make and sign an update folder as people do."""
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    release = Release(version=version, dated=DAY, previous=after, keys=keys, next_keys=next_keys)
    make_update(folder, release)
    for each in signers:
        sign_update(folder, each, keys)
    return folder


@pytest.fixture
def update(tmp_path: Path) -> Path:
    """A release that two people have signed."""
    return _release(tmp_path / "update")


def test_an_update_that_two_people_signed_says_what_may_be_installed(update: Path) -> None:
    steps: list[str] = []
    found = check_update(update, HERE, step=steps.append)
    assert (found.statement.version, found.statement.sequence) == ("0.2.0", 1)
    (mine,) = found.files_for("windows-x86_64")
    assert mine.name == "outreach-0.2.0-windows-x64.msi"
    assert set(found.signers) == {OLD[0].public, OLD[1].public}
    assert not found.is_dated_ahead
    assert steps == sorted(FILES)
    assert check_update(update, replace(HERE, today=date(2026, 11, 21))).is_dated_ahead
    # It is given away, so that others than its maker can read it.
    assert all((update / each).stat().st_mode & 0o044 == 0o044 for each in (STATEMENT, *SIGNATURES))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release after one that changed the keys: every kind of file is in it."""
    folder = tmp_path_factory.mktemp("updates")
    first = _release(folder / "first", next_keys=LATER)
    return _release(folder / "second", "0.3.0", after=first, signers=NEW[1:])


@given(data=st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_change_of_a_byte_anywhere_is_refused(whole: Path, data: st.DataObject) -> None:
    path = whole / data.draw(st.sampled_from(sorted(list_folder(whole))))
    kept = path.read_bytes()
    place = data.draw(st.integers(0, len(kept) - 1))
    changed = data.draw(
        st.one_of(
            st.integers(1, 255).map(
                lambda bits: kept[:place] + bytes([kept[place] ^ bits]) + kept[place + 1 :]
            ),
            st.just(kept[:place]),
            st.binary(min_size=1, max_size=3).map(lambda more: kept[:place] + more + kept[place:]),
        )
    )
    path.write_bytes(changed)
    try:
        if changed != kept:
            with pytest.raises(OutreachError) as refused:
                check_update(whole, HERE)
            assert refused.value.code.startswith("updates.")
    finally:
        path.write_bytes(kept)
    assert check_update(whole, HERE).statement.version == "0.3.0"


def _other_file(folder: Path) -> None:
    (folder / "more.txt").write_text("more")


def _hidden_file(folder: Path) -> None:
    (folder / ".hidden").write_text("more")


def _inner_folder(folder: Path) -> None:
    (folder / "inner").mkdir()


def _missing_file(folder: Path) -> None:
    (folder / "notes.txt").unlink()


def _link_to_the_same_bytes(folder: Path) -> None:
    aside = folder.parent / "aside"
    (folder / "notes.txt").rename(aside)
    (folder / "notes.txt").symlink_to(aside)


def _pipe(folder: Path) -> None:
    (folder / "notes.txt").unlink()
    os.mkfifo(folder / "notes.txt")


@pytest.mark.parametrize(
    "spoil",
    [_other_file, _hidden_file, _inner_folder, _missing_file, _link_to_the_same_bytes, _pipe],
)
def test_a_folder_with_anything_else_in_it_is_refused(
    update: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(update)
    with pytest.raises(UpdateFile):
        check_update(update, HERE)


@pytest.mark.parametrize(
    "name",
    ["../up", "a/b", "a\\b", "C:x", "", ".", "..", "CON", "nul.txt", "a ", "a.", "ä", "x" * 121],
)
def test_no_name_leads_anywhere(name: str) -> None:
    assert not is_plain_name(name)


def _said(update: Path, **changes: object) -> bytes:
    """Return the statement of an update with fields changed, or taken out by None."""
    fields = {**json.loads((update / STATEMENT).read_bytes()), **changes}
    return canonical_bytes({name: value for name, value in fields.items() if value is not None})


def _file(update: Path, **changes: object) -> list[dict[str, object]]:
    first, *rest = json.loads((update / STATEMENT).read_bytes())["files"]
    return [{**first, **changes}, *rest]


def _format_faults(update: Path) -> Iterator[bytes]:
    keys = json.loads((update / STATEMENT).read_bytes())["release_keys"]
    files = json.loads((update / STATEMENT).read_bytes())["files"]
    yield _said(update, more="x")
    yield _said(update, version=None)
    yield from (_said(update, version=each) for each in ("1.0", "01.0.0", "1.0.0-rc1", "1.0.0\n"))
    yield from (_said(update, sequence=each) for each in (0, 10**7, "1"))
    yield from (_said(update, date=each) for each in ("2026-02-30", "20261122", "2026-11-22 "))
    yield _said(update, product="other")
    yield _said(update, type="manifest")
    yield _said(update, files=[])
    yield _said(update, files=files[::-1])
    yield _said(update, files=[files[0], {**files[0], "name": files[0]["name"].upper()}])
    yield from (_said(update, files=_file(update, name=each)) for each in ("../a", STATEMENT))
    yield _said(update, files=_file(update, platform="amiga"))
    yield _said(update, files=_file(update, platform="keys"))
    yield _said(update, files=_file(update, name="keys-1.json"))
    yield from (_said(update, files=_file(update, size=each)) for each in (0, 5 << 30))
    yield _said(update, files=_file(update, sha256="AB" * 32))
    yield from (_said(update, release_keys=each) for each in (keys[:1], keys[::-1], [*keys, "x y"]))
    yield b" " + _said(update)


def test_a_statement_of_another_shape_is_refused_even_when_signed(update: Path) -> None:
    newer = _said(update, format=2)
    for raw in list(_format_faults(update)):
        (update / STATEMENT).write_bytes(raw)
        for name, key in zip(SIGNATURES, OLD, strict=False):
            (update / name).write_bytes(sshsig.sign(raw, NAMESPACE, key))
        with pytest.raises(UpdateFormat):
            check_update(update, HERE)
    with pytest.raises(UpdateTooNew):
        parse_statement(newer)


def _signed(update: Path, *signatures: bytes) -> None:
    for name in SIGNATURES:
        (update / name).unlink(missing_ok=True)
    for name, signature in zip(SIGNATURES, signatures, strict=False):
        (update / name).write_bytes(signature)


def test_it_takes_two_different_keys_of_the_set(update: Path) -> None:
    raw = (update / STATEMENT).read_bytes()
    one, other, third = (sshsig.sign(raw, NAMESPACE, each) for each in OLD)
    _signed(update, other, third)
    assert check_update(update, HERE).signers == (OLD[1].public, OLD[2].public)
    for wrong in ((), (one,), (one, one), (one, sshsig.sign(raw, "manifest", OLD[1]))):
        _signed(update, *wrong)
        with pytest.raises(UpdateSignature):
            check_update(update, HERE)
    _signed(update, one, sshsig.sign(raw, NAMESPACE, STRANGER))
    with pytest.raises(UnknownReleaseKey):
        check_update(update, HERE)


def test_the_log_of_the_system_hears_of_a_folder_that_is_not_what_was_released(
    update: Path, tmp_path: Path
) -> None:
    told: list[SystemEvent] = []
    here = replace(HERE, tell=told.append)
    check_update(update, here)
    with pytest.raises(UpdateNotNewer):
        check_update(update, replace(here, installed="0.2.0"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoUpdate):
        check_update(tmp_path / "empty", here)
    assert not told, "nothing is wrong with any of these"
    (update / "notes.txt").write_text("changed")
    with pytest.raises(UpdateFile):
        check_update(update, here)
    assert told == [SystemEvent.UPDATE_REFUSED]


def test_only_a_newer_version_is_an_update(update: Path) -> None:
    for installed in ("0.2.0", "0.10.0", "1.0.0"):
        with pytest.raises(UpdateNotNewer):
            check_update(update, replace(HERE, installed=installed))


def test_what_was_seen_here_is_never_gone_back_behind(update: Path, tmp_path: Path) -> None:
    here = replace(HERE, seen=tmp_path / "data" / "updates.json")
    second = _release(tmp_path / "second", "0.3.0", after=update)
    assert check_update(second, here).statement.sequence == 2
    assert check_update(second, here).statement.sequence == 2, "looking twice is no going back"
    with pytest.raises(UpdateOlder):
        check_update(update, here)
    other = tmp_path / "other"
    shutil.copytree(update, other)
    for name in (STATEMENT, *SIGNATURES):
        (other / name).unlink()
    (other / "notes.txt").write_text("something else")
    make_update(other, Release(version="0.3.0", dated=DAY, previous=update, keys=PINNED))
    for key in OLD[:2]:
        sign_update(other, key, PINNED)
    with pytest.raises(UpdateTwice):
        check_update(other, here)


def test_what_is_refused_is_not_remembered_and_a_damaged_memory_is_told(
    update: Path, tmp_path: Path
) -> None:
    seen = tmp_path / "updates.json"
    kept = (update / "notes.txt").read_bytes()
    (update / "notes.txt").write_bytes(b"other bytes")
    with pytest.raises(UpdateFile):
        check_update(update, replace(HERE, seen=seen))
    assert read_seen(seen) is None
    (update / "notes.txt").write_bytes(kept)
    seen.write_text("{}")
    with pytest.raises(SeenDamaged):
        check_update(update, replace(HERE, seen=seen))


def test_the_keys_change_by_two_signatures_of_the_old_ones(whole: Path, tmp_path: Path) -> None:
    first = whole.parent / "first"
    assert check_update(first, HERE).statement.release_keys == LATER
    assert set(check_update(whole, HERE).signers) == {NEW[1].public, NEW[2].public}
    # A program that was built with the new keys needs the change no more.
    newer = replace(HERE, keys=LATER, installed="0.2.0")
    assert check_update(whole, newer).statement.version == "0.3.0"
    # To it, the release that changed the keys is signed by keys of the past; it is installed anyway.
    with pytest.raises(UpdateNotNewer):
        check_update(first, newer)
    with pytest.raises(UnknownReleaseKey):
        check_update(first, replace(newer, installed="0.1.0"))
    # After the change the old keys sign nothing more.
    third = _release(tmp_path / "third", "0.4.0", after=whole, signers=())
    with pytest.raises(NotAReleaseKey):
        sign_update(third, OLD[0], PINNED)
    sign_update(third, NEW[0], PINNED)
    raw = (third / STATEMENT).read_bytes()
    (third / SIGNATURES[1]).write_bytes(sshsig.sign(raw, NAMESPACE, OLD[0]))
    with pytest.raises(UnknownReleaseKey):
        check_update(third, HERE)


def test_a_change_of_keys_that_is_left_out_or_invented_helps_nobody(
    whole: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(whole, folder)
    (folder / "keys-1.1.sig").unlink()
    with pytest.raises(UpdateFile):
        check_update(folder, HERE)
    for each in folder.glob("keys-*"):
        each.unlink()
    with pytest.raises(UnknownReleaseKey):
        check_update(folder, HERE)
    # Two strangers name themselves.
    strange = tuple(SigningKey.from_seed(bytes([number]) * 32) for number in (20, 21))
    theirs = frozenset(each.public for each in strange)
    first = _release(tmp_path / "a", keys=theirs, next_keys=LATER, signers=strange)
    second = _release(tmp_path / "b", "0.3.0", after=first, keys=theirs, signers=NEW[:2])
    with pytest.raises(UnknownReleaseKey):
        check_update(second, HERE)


def test_one_person_signs_once_and_only_what_lies_there(update: Path, tmp_path: Path) -> None:
    with pytest.raises(SignedAlready):
        sign_update(update, OLD[2], PINNED)
    (update / SIGNATURES[0]).unlink()
    with pytest.raises(SignedAlready):
        sign_update(update, OLD[1], PINNED)
    with pytest.raises(NotAReleaseKey):
        sign_update(update, STRANGER, PINNED)
    (update / "notes.txt").write_text("changed since")
    with pytest.raises(UpdateFile):
        sign_update(update, OLD[0], PINNED)
    assert not (update / SIGNATURES[0]).exists()


def test_a_release_follows_the_one_before(update: Path, tmp_path: Path) -> None:
    release = Release(version="0.3.0", dated=DAY, previous=update, keys=PINNED)
    with pytest.raises(CannotMakeUpdate, match=r"updates\.cannot-make"):
        make_update(update, release)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (fresh / "notes.txt").write_text("x")
    for wrong in (replace(release, version="0.2.0"), replace(release, dated=date(2026, 11, 21))):
        with pytest.raises(CannotMakeUpdate):
            make_update(fresh, wrong)
    assert make_update(fresh, release).sequence == 2


@pytest.mark.parametrize(
    ("name", "machine"),
    [
        ("outreach-0.2.0-windows-x64.msi", "windows-x86_64"),
        ("outreach_0.2.0_amd64.deb", "linux-x86_64"),
        ("outreach-0.2.0-linux-x86_64.tar.gz", "linux-x86_64"),
        ("outreach-0.2.0-macos-arm64.pkg", "macos-arm64"),
        ("outreach-0.2.0-macos-x86_64.dmg", "macos-x86_64"),
        ("SHA256SUMS", "all"),
        ("outreach-0.2.0-linux-x86_64.cdx.json", "all"),
    ],
)
def test_a_file_says_by_its_name_for_which_machine_it_is(name: str, machine: str) -> None:
    assert machine_of(name) == machine


def test_a_file_for_any_mac_is_not_guessed_about() -> None:
    with pytest.raises(CannotMakeUpdate):
        machine_of("outreach-0.2.0.pkg")
    assert this_machine().count("-") == 1


def test_an_empty_folder_a_folder_that_is_none_and_a_server(tmp_path: Path) -> None:
    with pytest.raises(NoUpdate):
        check_update(tmp_path, HERE)
    with pytest.raises(OutreachError):
        check_update(tmp_path / "nowhere", HERE)
    with pytest.raises(NamesServer):
        check_update(Path("//server/updates"), HERE)


def test_a_build_names_its_release_keys_or_says_that_it_names_none(tmp_path: Path) -> None:
    shipped = (resources_folder() / LIST_NAME).read_text("utf-8")
    if "\nssh-ed25519 " in shipped:
        assert len(pinned_keys()) >= 3
    else:
        with pytest.raises(NoReleaseKeys):
            pinned_keys()
    listed = tmp_path / "keys.txt"
    lines = [f"{public_line(each)} somebody" for each in sorted(PINNED)]
    listed.write_text("\n".join(["# three people", "", *lines]))
    assert read_key_list(listed) == PINNED
    for wrong in (lines[:1], [*lines, lines[0]], ["ssh-rsa AAAA"], ["\udcff"]):
        listed.write_bytes("\n".join(wrong).encode("utf-8", "surrogateescape"))
        with pytest.raises(ReleaseKeyList):
            read_key_list(listed)


def test_a_release_key_lies_under_its_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "release-key.json"
    made = make_release_key(path, "a passphrase of some length")
    assert open_release_key(path, "a passphrase of some length") == made
    assert made.seed not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(ReleaseKeyThere):
        make_release_key(path, "another passphrase")
    with pytest.raises(ReleaseKeyClosed):
        open_release_key(path, "another passphrase")
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2'))
    with pytest.raises(ReleaseKeyClosed):
        open_release_key(path, "a passphrase of some length")


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs OpenSSH")
def test_openssh_checks_what_was_signed_and_may_sign_instead(update: Path, tmp_path: Path) -> None:
    listed = tmp_path / "signers"
    listed.write_text("".join(f"release {public_line(each)}\n" for each in PINNED))
    for name in SIGNATURES:
        verify = ["ssh-keygen", "-Y", "verify", "-f", str(listed), "-I", "release", "-n", NAMESPACE]
        with (update / STATEMENT).open("rb") as statement:
            subprocess.run([*verify, "-s", str(update / name)], stdin=statement, check=True)
    key = tmp_path / "theirs"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    subprocess.run(
        ["ssh-keygen", "-q", "-Y", "sign", "-n", NAMESPACE, "-f", key, update / STATEMENT],
        check=True,
    )
    (update / f"{STATEMENT}.sig").replace(update / SIGNATURES[0])
    line = key.with_suffix(".pub")
    listed.write_text(f"{line.read_text()}{public_line(OLD[1].public)}\n")
    found: CheckedUpdate = check_update(update, replace(HERE, keys=read_key_list(listed)))
    shown = subprocess.run(
        ["ssh-keygen", "-l", "-f", line], capture_output=True, text=True, check=True
    )
    assert fingerprint(found.signers[0]) in shown.stdout
