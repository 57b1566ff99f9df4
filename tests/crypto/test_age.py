import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.crypto import age
from outreach_app.crypto.errors import (
    AgeDamaged,
    AgeHeader,
    AgeProfile,
    AgeTooLarge,
    IdentityFormat,
    NotForYou,
    RecipientFormat,
)
from outreach_app.crypto.keys import generate_age_identity

MINE, FOR_ME = generate_age_identity()
OTHER, FOR_OTHER = generate_age_identity()
needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="no age here")
SHARE = "A" * 43
STANZA = f"-> X25519 {SHARE}\n{SHARE}\n"
LAST = f"--- {SHARE}\n"


def _file(*stanzas: str, last: str = LAST, payload: bytes = bytes(32)) -> bytes:
    return ("age-encryption.org/v1\n" + "".join(stanzas) + last).encode() + payload


@settings(max_examples=25)
@given(st.binary(max_size=300))
def test_what_is_encrypted_decrypts(plaintext: bytes) -> None:
    opened = age.decrypt(age.encrypt(plaintext, [FOR_OTHER, FOR_ME]), [MINE])
    assert opened == age.Decrypted(plaintext, 0, FOR_ME)


def test_the_identity_that_opened_is_known() -> None:
    third = generate_age_identity()[0]
    opened = age.decrypt(age.encrypt(b"case", [FOR_ME]), [third, OTHER, MINE])
    assert (opened.identity_index, opened.recipient) == (2, FOR_ME)


def test_somebody_else_is_told_that_it_is_not_for_them() -> None:
    sealed = age.encrypt(b"case", [FOR_OTHER])
    for identities in ([MINE], []):
        with pytest.raises(NotForYou):
            age.decrypt(sealed, identities)
    with pytest.raises(IdentityFormat):
        age.decrypt(sealed, [FOR_OTHER])


def test_recipients_are_counted_without_the_noise() -> None:
    for _ in range(20):
        sealed = age.encrypt(b"case", [FOR_ME, FOR_OTHER, FOR_ME])
        facts = age.read_header(sealed)
        assert facts.recipients == 2
        assert facts.header_bytes + facts.payload_bytes == len(sealed)


def test_as_many_recipients_as_are_written_are_read() -> None:
    recipients = [generate_age_identity()[1] for _ in range(60)]
    assert age.read_header(age.encrypt(b"", recipients)).recipients == 60
    for wrong in ([], [*recipients, FOR_ME]):
        with pytest.raises(ValueError, match="60"):
            age.encrypt(b"", wrong)


def test_only_recipients_of_our_kind() -> None:
    with pytest.raises(RecipientFormat):
        age.encrypt(b"", ["ssh-ed25519 AAAA"])


def test_a_damaged_or_shortened_file_shows_nothing() -> None:
    sealed = age.encrypt(b"case" * 40_000, [FOR_ME])  # three chunks
    header = age.read_header(sealed).header_bytes
    for length in (header + 16, header + 40, header + 16 + 65_552, len(sealed) - 1):
        with pytest.raises((AgeDamaged, AgeHeader)):
            age.decrypt(sealed[:length], [MINE])
    for position in (header, header + 20, header + 70_000, len(sealed) - 1):
        changed = bytearray(sealed)
        changed[position] ^= 1
        with pytest.raises(AgeDamaged):
            age.decrypt(bytes(changed), [OTHER, MINE])
    with pytest.raises(AgeDamaged):
        age.decrypt(sealed + b"x", [MINE])


def test_every_flipped_bit_of_the_header_is_refused() -> None:
    sealed = age.encrypt(b"case", [FOR_ME])
    for bit in range(age.read_header(sealed).header_bytes * 8):
        changed = bytearray(sealed)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises((AgeHeader, AgeProfile, AgeDamaged, NotForYou)):
            age.decrypt(bytes(changed), [MINE])


def test_the_pattern_for_odd_files_is_sound() -> None:
    assert age.read_header(_file(STANZA)).recipients == 1
    assert age.read_header(_file(STANZA, "-> a-grease b\n\n")).recipients == 1


@pytest.mark.parametrize(
    ("untrusted", "error"),
    [
        (b"", AgeHeader),
        (b"age-encryption.org/v2\n", AgeHeader),
        (b"age-encryption.org/v1\r\n", AgeHeader),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\n", AgeProfile),
        (_file(f"-> scrypt {SHARE} 23\n{SHARE}\n"), AgeProfile),
        (_file(STANZA, f"-> ssh-ed25519 abcd {SHARE}\n{SHARE}\n"), AgeProfile),
        (_file(f"-> x25519 {SHARE}\n{SHARE}\n"), AgeProfile),
        (_file("-> a-grease\n\n"), AgeHeader),
        (_file(), AgeHeader),
        (_file(STANZA, last="--- AAAA\n"), AgeHeader),
        (_file(STANZA, last=f"---{SHARE}\n"), AgeHeader),
        (_file(STANZA, last=f"--- {SHARE}=\n"), AgeHeader),
        (_file(STANZA, last=f"--- {SHARE[:-1]}B\n"), AgeHeader),
        (_file(STANZA, last=""), AgeHeader),
        (_file(STANZA, payload=bytes(31)), AgeHeader),
        (_file("x", STANZA), AgeHeader),
        (_file("->\n\n", STANZA), AgeHeader),
        (_file("-> \n\n", STANZA), AgeHeader),
        (_file("-> a-grease \n\n", STANZA), AgeHeader),
        (_file("-> a-grease  b\n\n", STANZA), AgeHeader),
        (_file("-> a-grease é\n\n", STANZA), AgeHeader),
        (_file("-> a-grease\n=\n", STANZA), AgeHeader),
        (_file("-> a-grease\n" + "A" * 65 + "\n", STANZA), AgeHeader),
        (_file("-> a-grease\n" + "A" * 64 + "\n", STANZA), AgeHeader),
        (_file("-> a-grease\nA\n", STANZA), AgeHeader),
        (_file(f"-> X25519\n{SHARE}\n"), AgeHeader),
        (_file(f"-> X25519 {SHARE}=\n{SHARE}\n"), AgeHeader),
        (_file(f"-> X25519 {SHARE} x\n{SHARE}\n"), AgeHeader),
        (_file(f"-> X25519 {SHARE}A\n{SHARE}\n"), AgeHeader),
        (_file(f"-> X25519 {SHARE}\n{SHARE[:-3]}\n"), AgeHeader),
        (_file(*[STANZA] * 65), AgeHeader),
        (_file(STANZA, "-> a-grease " + "x" * 16 * 1024 + "\n\n"), AgeHeader),
    ],
)
def test_odd_headers_are_refused(untrusted: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        age.read_header(untrusted)
    with pytest.raises(error):
        age.decrypt(untrusted, [MINE])


def test_a_file_that_is_too_large_is_not_read() -> None:
    with pytest.raises(AgeTooLarge):
        age.read_header(bytes(age.LARGEST_FILE_BYTES + 1))


@needs_age
def test_stock_age_opens_ours(tmp_path: Path) -> None:
    (tmp_path / "identity").write_text(MINE + "\n", "ascii")
    opened = subprocess.run(
        ["age", "-d", "-i", tmp_path / "identity"],
        input=age.encrypt(b"case" * 50_000, [FOR_OTHER, FOR_ME]),
        capture_output=True,
        check=True,
    )
    assert opened.stdout == b"case" * 50_000


@needs_age
def test_we_open_what_stock_age_wrote() -> None:
    sealed = subprocess.run(
        ["age", "-r", FOR_OTHER, "-r", FOR_ME], input=b"case", capture_output=True, check=True
    ).stdout
    assert age.decrypt(sealed, [MINE]).plaintext == b"case"


@needs_age
def test_what_stock_age_writes_as_text_is_refused() -> None:
    sealed = subprocess.run(
        ["age", "-a", "-r", FOR_ME], input=b"case", capture_output=True, check=True
    ).stdout
    with pytest.raises(AgeProfile):
        age.decrypt(sealed, [MINE])
