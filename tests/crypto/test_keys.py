import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.crypto import keys
from outreach_app.crypto.errors import (
    CannotOpen,
    IdentityFormat,
    PublicKeyFormat,
    RecipientFormat,
)
from outreach_app.crypto.keys import AccessKey, SigningKey
from outreach_app.crypto.wire import lay_text, to_base64


@settings(max_examples=30)
@given(st.binary(max_size=200), st.binary(max_size=40))
def test_what_is_wrapped_unwraps(plaintext: bytes, aad: bytes) -> None:
    key = bytes(range(32))
    sealed = keys.wrap(key, plaintext, aad)
    assert len(sealed) == len(plaintext) + keys.WRAPPING_OVERHEAD
    assert keys.unwrap(key, sealed, aad) == plaintext
    with pytest.raises(CannotOpen):
        keys.unwrap(key, sealed, aad + b"x")


def test_every_flipped_bit_and_every_cut_of_a_wrapped_secret_is_refused() -> None:
    key = bytes(32)
    sealed = keys.wrap(key, b"secret", b"")
    hostile = [sealed[:length] for length in range(len(sealed))] + [sealed + b"\0"]
    for bit in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[bit // 8] ^= 1 << bit % 8
        hostile.append(bytes(changed))
    for untrusted in hostile:
        with pytest.raises(CannotOpen):
            keys.unwrap(key, untrusted, b"")


def test_a_wrapping_key_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32"):
        keys.wrap(bytes(31), b"", b"")
    with pytest.raises(ValueError, match="32"):
        keys.unwrap(bytes(33), bytes(40), b"")


def test_a_sealed_box_opens_for_its_key_only() -> None:
    mine, other = keys.generate_access_key(), keys.generate_access_key()
    sealed = keys.seal_to(mine.public, b"root")
    assert keys.open_sealed(mine, sealed) == b"root"
    for key, untrusted in ((other, sealed), (mine, sealed[:-1]), (mine, b""), (mine, bytes(48))):
        with pytest.raises(CannotOpen):
            keys.open_sealed(key, untrusted)


@pytest.mark.parametrize("public", [b"", bytes(31), bytes(32)])
def test_nothing_is_sealed_to_a_bad_key(public: bytes) -> None:
    with pytest.raises(PublicKeyFormat):
        keys.seal_to(public, b"root")


def test_an_access_key_grows_from_its_private_half() -> None:
    key = keys.generate_access_key()
    assert AccessKey.from_private(key.private) == key
    assert key.derive("draft rows") != key.derive("signing key")
    assert len(key.derive("draft rows")) == 32
    assert repr(key.private) not in repr(key)
    with pytest.raises(ValueError, match="32"):
        AccessKey.from_private(bytes(31))


def test_a_signing_key_grows_from_its_seed() -> None:
    key = SigningKey.generate()
    assert SigningKey.from_seed(key.seed) == key
    assert repr(key.seed) not in repr(key)
    with pytest.raises(ValueError, match="32"):
        SigningKey.from_seed(bytes(33))


def test_a_signature_matches_its_key_and_message_only() -> None:
    key = SigningKey.generate()
    signature = key.sign(b"message")
    assert keys.signature_matches(key.public, b"message", signature)
    assert not keys.signature_matches(key.public, b"messagf", signature)
    assert not keys.signature_matches(SigningKey.generate().public, b"message", signature)
    assert not keys.signature_matches(key.public, b"message", signature[:-1])
    assert not keys.signature_matches(key.public[:-1], b"message", signature)
    assert not keys.signature_matches(key.public + b"x", b"message", signature)
    assert not keys.signature_matches(bytes(32), b"message", bytes(64))


def test_a_public_key_reads_back_from_its_line() -> None:
    key = SigningKey.generate()
    assert keys.parse_public_line(key.public_line("small laptop")) == key.public
    assert keys.parse_public_line(key.public_line() + "\n") == key.public


@pytest.mark.parametrize("comment", ["two\nlines", "naïve", "tab\t"])
def test_a_comment_is_one_line_of_plain_text(comment: str) -> None:
    with pytest.raises(ValueError, match="comment"):
        SigningKey.generate().public_line(comment)


def test_a_public_line_needs_a_whole_key() -> None:
    with pytest.raises(ValueError, match="32"):
        keys.public_line(bytes(31))


@pytest.mark.parametrize(
    "untrusted",
    [
        "",
        "ssh-ed25519",
        "ssh-rsa AAAA",
        "ssh-ed25519 é",
        "ssh-ed25519 AAA",
        "ssh-ed25519 " + to_base64(lay_text(b"ssh-ed25519") + lay_text(bytes(31))),
        "ssh-ed25519 " + to_base64(lay_text(b"ssh-ed25518") + lay_text(bytes(32))),
        "ssh-ed25519 " + to_base64(lay_text(b"ssh-ed25519") + lay_text(bytes(32)) + b"x"),
        "ssh-ed25519 " + to_base64(lay_text(b"ssh-ed25519")),
        "ssh-ed25519 " + to_base64(b"\xff\xff\xff\xff"),
    ],
)
def test_other_lines_are_no_public_keys(untrusted: str) -> None:
    with pytest.raises(PublicKeyFormat):
        keys.parse_public_line(untrusted)


def test_an_age_identity_knows_its_recipient() -> None:
    identity, recipient = keys.generate_age_identity()
    assert keys.recipient_of(identity) == recipient
    assert str(keys.age_recipient(recipient)) == recipient


def test_mistyped_age_keys_are_refused() -> None:
    identity, recipient = keys.generate_age_identity()
    changed = recipient[:-1] + ("q" if recipient[-1] != "q" else "p")
    for untrusted in ("", "age1", recipient.upper(), recipient + " ", changed, "age1pq1q"):
        with pytest.raises(RecipientFormat):
            keys.age_recipient(untrusted)
    changed = identity[:-1] + ("Q" if identity[-1] != "Q" else "P")
    for untrusted in ("", identity.lower(), identity + "\n", changed):
        with pytest.raises(IdentityFormat):
            keys.recipient_of(untrusted)
