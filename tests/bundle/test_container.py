"""The archive inside a bundle has one spelling, and the reader takes no other."""

import io
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.bundle import container
from outreach_app.bundle.container import header_block, pack, spans, unpack
from outreach_app.bundle.errors import (
    BadMemberName,
    DuplicateMember,
    NotCanonical,
    TooManyMembers,
    TrailingBytes,
    Truncated,
)
from outreach_app.errors import Untrusted

NAMES = st.from_regex(
    r"[A-Za-z0-9_][A-Za-z0-9_.\-]{0,40}(/[a-z0-9_][a-z0-9_.\-]{0,40})?", fullmatch=True
)
MEMBERS = st.dictionaries(NAMES, st.binary(max_size=1600), max_size=6)
SAMPLE = [("manifest.json", b'{"a":1}'), ("parts/x", b"y" * 700), ("pad.bin", bytes(512))]


@given(MEMBERS)
@settings(max_examples=60, deadline=None)
def test_what_is_packed_is_unpacked_in_order(members: dict[str, bytes]) -> None:
    archive = pack(members.items())
    assert len(archive) % 512 == 0
    assert list(unpack(archive).items()) == list(members.items())


@given(MEMBERS)
@settings(max_examples=20, deadline=None)
def test_another_reader_of_the_format_agrees(members: dict[str, bytes]) -> None:
    with tarfile.open(fileobj=io.BytesIO(pack(members.items())), mode="r:") as archive:
        read = {info.name: archive.extractfile(info) for info in archive}
        assert {name: file.read() for name, file in read.items() if file} == members


@pytest.mark.skipif(not shutil.which("tar"), reason="needs GNU tar")
def test_gnu_tar_writes_the_same_bytes(tmp_path: Path) -> None:
    names = ["manifest.json", "parts/" + "a" * 94, "pad.bin"]
    contents = [b"one", b"two" * 400, bytes(1024)]
    for name, content in zip(names, contents, strict=True):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    if (
        b"GNU tar"
        not in subprocess.run(["tar", "--version"], capture_output=True, check=True).stdout
    ):
        pytest.skip("needs GNU tar")
    made = subprocess.run(
        ["tar", "--format=ustar", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@0",
         "--mode=0644", "-b1", "-cf", "-", *names],
        cwd=tmp_path, capture_output=True, check=True,
    ).stdout  # fmt: skip
    assert made == pack(zip(names, contents, strict=True))


@given(st.integers(0, len(pack(SAMPLE)) - 1))
@settings(max_examples=200, deadline=None)
def test_every_truncation_is_refused(length: int) -> None:
    with pytest.raises(Untrusted):
        unpack(pack(SAMPLE)[:length])


def test_every_bit_of_every_header_and_filling_counts() -> None:
    archive = pack(SAMPLE)
    content = {at for span in spans(archive) for at in range(span.start, span.stop)}
    original = unpack(archive)
    for at in range(len(archive)):
        if at in content:
            continue
        for bit in (at % 8, (at + 3) % 8):
            flipped = bytearray(archive)
            flipped[at] ^= 1 << bit
            try:
                changed = unpack(bytes(flipped))
            except Untrusted:
                continue
            pytest.fail(f"bit {bit} of byte {at} was ignored: {changed.keys() - original.keys()}")


@pytest.mark.parametrize(
    "name",
    ["", "/etc/passwd", "../up", "a/../b", "a/b/c", "./a", "a/", ".hidden", "a/.hidden", "-flag",
     "a b", "a\\b", "c:a", "ä", "a\nb", "a" * 101, "a//b"],
)  # fmt: skip
def test_names_that_no_member_may_have(name: str) -> None:
    with pytest.raises(BadMemberName):
        pack([(name, b"")])


def _replaced(start: int, text: bytes) -> Callable[[bytes], bytes]:
    return lambda block: block[:start] + text + block[start + len(text) :]


def _with_checksum(block: bytes) -> bytes:
    blank = block[:148] + b" " * 8 + block[156:]
    return block[:148] + b"%06o\0 " % sum(blank) + block[156:]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_replaced(100, b"0000755"), id="mode"),
        pytest.param(_replaced(108, b"0001750"), id="owner"),
        pytest.param(_replaced(116, b"0001750"), id="group"),
        pytest.param(_replaced(124, b"       0003 "), id="blanks in the size"),
        pytest.param(_replaced(124, b"\x80" + bytes(10) + b"\x03"), id="binary size"),
        pytest.param(_replaced(136, b"14000000000"), id="time"),
        pytest.param(_replaced(156, b"\0"), id="old type of file"),
        pytest.param(_replaced(156, b"1"), id="hard link"),
        pytest.param(_replaced(156, b"2"), id="symbolic link"),
        pytest.param(_replaced(156, b"3"), id="device"),
        pytest.param(_replaced(156, b"5"), id="folder"),
        pytest.param(_replaced(156, b"7"), id="contiguous"),
        pytest.param(_replaced(156, b"L"), id="long name"),
        pytest.param(_replaced(156, b"S"), id="sparse"),
        pytest.param(_replaced(156, b"g"), id="pax for all"),
        pytest.param(_replaced(156, b"x"), id="pax for one"),
        pytest.param(_replaced(157, b"target"), id="link name"),
        pytest.param(_replaced(257, b"ustar  \0"), id="old GNU magic"),
        pytest.param(_replaced(257, bytes(8)), id="version 7"),
        pytest.param(_replaced(265, b"root"), id="owner name"),
        pytest.param(_replaced(329, b"0000001"), id="device number"),
        pytest.param(_replaced(345, b"folder"), id="prefix"),
        pytest.param(_replaced(500, b"x"), id="after the fields"),
    ],
)
def test_other_spellings_of_a_header_are_refused(change: Callable[[bytes], bytes]) -> None:
    block = _with_checksum(change(header_block("a", 3)))
    with pytest.raises(NotCanonical):
        unpack(block + b"abc".ljust(512, b"\0") + bytes(1024))


def test_checksum_in_another_spelling_is_refused() -> None:
    block = header_block("a", 0)
    other = block[:148] + b" " + block[149:155] + b"\0" + block[156:]
    with pytest.raises(NotCanonical):
        unpack(other + bytes(1024))


def test_a_name_outside_ascii_is_refused() -> None:
    with pytest.raises(BadMemberName):
        unpack(_with_checksum(_replaced(0, b"\xff")(header_block("a", 0))) + bytes(1024))


def test_a_second_member_of_the_same_name_is_refused() -> None:
    once = header_block("a", 0)
    with pytest.raises(DuplicateMember):
        unpack(once * 2 + bytes(1024))
    with pytest.raises(DuplicateMember):
        pack([("a", b""), ("a", b"")])


def test_the_end_is_two_blocks_and_nothing_more() -> None:
    archive = pack([("a", b"")])
    with pytest.raises(TrailingBytes):
        unpack(archive + bytes(512))
    with pytest.raises(TrailingBytes):
        unpack(archive + b"x")
    with pytest.raises(Truncated):
        unpack(archive[:-512])
    with pytest.raises(NotCanonical):
        unpack(archive[:-1] + b"x")
    with pytest.raises(Truncated):
        unpack(b"")


def test_a_size_beyond_the_end_costs_nothing() -> None:
    with pytest.raises(Truncated):
        unpack(header_block("a", 8**11 - 1) + bytes(1024))
    with pytest.raises(ValueError, match="size"):
        header_block("a", 8**11)


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MEMBER_LIMIT", 3)
    members = [(f"m{n}", b"") for n in range(4)]
    assert len(unpack(pack(members[:3]))) == 3
    with pytest.raises(TooManyMembers):
        pack(members)
    with pytest.raises(TooManyMembers):
        unpack(b"".join(header_block(name, 0) for name, _content in members) + bytes(1024))


def test_members_are_checked_only_when_asked_for() -> None:
    archive = header_block("a", 0) + header_block("b", 0) + b"nonsense" * 64
    walk = spans(archive)
    assert [next(walk).name, next(walk).name] == ["a", "b"]
    with pytest.raises(Untrusted):
        next(walk)
