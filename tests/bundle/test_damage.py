"""Flipped bits and cut files: refused, quickly, and never with a library's own error."""

import secrets

import pytest

from outreach_app.bundle.reader import read_archive
from outreach_app.bundle.writer import SealedBundle
from outreach_app.crypto import age
from outreach_app.errors import OutreachError
from tests.bundle.forgery import opening
from tests.bundle.house import House


def _flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_every_bit_of_the_age_header(house: House, sealed: SealedBundle) -> None:
    header_bits = age.read_header(sealed.data).header_bytes * 8
    for bit in range(header_bits):
        with pytest.raises(OutreachError):
            house.read(_flipped(sealed.data, bit))


def test_sampled_bits_of_the_sealed_archive(house: House, sealed: SealedBundle) -> None:
    start = age.read_header(sealed.data).header_bytes * 8
    sampled = [start + secrets.randbelow(len(sealed.data) * 8 - start) for _ in range(150)]
    for bit in (start, *sampled, len(sealed.data) * 8 - 1):
        with pytest.raises(OutreachError):
            house.read(_flipped(sealed.data, bit))


def test_sampled_bits_of_the_opened_archive(house: House, sealed: SealedBundle) -> None:
    filled = len(sealed.archive.rstrip(b"\0"))
    sampled = [secrets.randbelow(filled * 8) for _ in range(2000)]
    for bit in (*sampled, filled * 8 + 1, len(sealed.archive) * 8 - 1):
        with pytest.raises(OutreachError):
            read_archive(_flipped(sealed.archive, bit), opening(house), house.trust(), house.now)


def test_cut_files(house: House, sealed: SealedBundle) -> None:
    header_bytes = age.read_header(sealed.data).header_bytes
    lengths = {secrets.randbelow(len(sealed.data)) for _ in range(150)}
    lengths |= set(range(header_bytes + 40)) | {len(sealed.data) - n for n in range(1, 20)}
    # Where whole chunks end the rest looks complete, but for the mark of the last one.
    lengths |= {header_bytes + 16 + n * (65536 + 16) for n in range(5)} - {len(sealed.data)}
    for length in lengths:
        with pytest.raises(OutreachError):
            house.read(sealed.data[:length])


def test_longer_files(house: House, sealed: SealedBundle) -> None:
    for more in (b"\0", b"\n", sealed.data, bytes(16), bytes(65552)):
        with pytest.raises(OutreachError):
            house.read(sealed.data + more)


@pytest.mark.parametrize(
    ("untrusted", "code"),
    [
        (b"", "crypto.age-header"),
        (b"PK\x03\x04", "crypto.age-header"),
        (b"age-encryption.org/v1\n", "crypto.age-header"),
        (b"age-encryption.org/v2\n-> X25519 x\n", "crypto.age-header"),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\n", "crypto.age-profile"),
        (
            b"age-encryption.org/v1\n-> scrypt " + b"A" * 22 + b" 30\n" + b"A" * 43 + b"\n---\n",
            "crypto.age-profile",
        ),
        (bytes(64 * 1024 * 1024 + 1), "crypto.age-too-large"),
    ],
)
def test_other_files(untrusted: bytes, code: str, house: House) -> None:
    with pytest.raises(OutreachError) as caught:
        house.read(untrusted)
    assert caught.value.code == code
