"""Wire format, keyed digests, digests of parts, custody, attachments: small and separate."""

import secrets

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.crypto import attachments, custody, mac, parts, wire
from outreach_app.crypto.errors import CannotOpen
from outreach_app.crypto.keys import SigningKey, generate_access_key, wrap

KEY = bytes(range(32))


@given(st.lists(st.binary(max_size=20), max_size=5))
def test_wire_texts_read_back(values: list[bytes]) -> None:
    laid = b"".join(map(wire.lay_text, values))
    assert wire.take_texts(laid, 0, len(values)) == values
    with pytest.raises(wire.WireFault):
        wire.take_texts(laid, 0, len(values) + 1)
    with pytest.raises(wire.WireFault):
        wire.take_texts(laid + b"x", 0, len(values))


@pytest.mark.parametrize(
    "untrusted", [b"QQ", b"QR==", b"QQ== ", b"Q Q==", b"QQ==\n", b"\xff", b"_w=="]
)
def test_only_plain_base64_is_read(untrusted: bytes) -> None:
    with pytest.raises(wire.WireFault):
        wire.plain_base64(untrusted)


def test_a_keyed_digest_belongs_to_key_purpose_and_payload() -> None:
    digest = mac.keyed_digest(KEY, "draft", b"payload")
    assert mac.digest_matches(KEY, "draft", b"payload", digest)
    assert not mac.digest_matches(KEY, "draftp", b"ayload", digest)
    assert not mac.digest_matches(KEY, "journal", b"payload", digest)
    assert not mac.digest_matches(bytes(32), "draft", b"payload", digest)
    assert not mac.digest_matches(KEY, "draft", b"payload", "é")
    with pytest.raises(ValueError, match="32"):
        mac.keyed_digest(b"short", "draft", b"")


def test_the_digest_of_a_part_belongs_to_its_salt_and_content() -> None:
    salt = parts.new_salt()
    digest = parts.digest_part(salt, b'{"a":"b"}')
    assert digest == parts.digest_part(salt, b'{"a":"b"}')
    assert digest != parts.digest_part(salt, b'{"a":"c"}')
    assert digest != parts.digest_part(parts.new_salt(), b'{"a":"b"}')
    # A byte that moves from the content to the salt would give the same digest.
    for moved in (salt + b"{", b""):
        with pytest.raises(ValueError, match="32"):
            parts.digest_part(moved, b'"a":"b"}')


def test_the_keys_of_a_vault_differ_from_each_other_and_from_other_vaults() -> None:
    root = custody.new_root()
    ours, theirs = custody.vault_keys(root, "vt_a"), custody.vault_keys(root, "vt_b")
    grown = [
        ours.database_key,
        ours.journal_key,
        theirs.database_key,
        custody.backup_key(root, "b_a"),
    ]
    assert len(set(grown)) == len(grown)
    assert {len(key) for key in grown} == {32}
    assert len(ours.database_salt) == 16
    assert custody.vault_keys(root, "vt_a") == ours
    with pytest.raises(ValueError, match="32"):
        custody.vault_keys(b"short", "vt_a")


def test_a_signing_key_opens_for_its_person_and_device() -> None:
    access_key, signing_key = generate_access_key(), SigningKey.generate()
    sealed = custody.wrap_signing_key(access_key, signing_key, "p_a", "v_a")
    assert custody.unwrap_signing_key(access_key, sealed, "p_a", "v_a") == signing_key
    for key, person, device in (
        (access_key, "p_b", "v_a"),
        (access_key, "p_a", "v_b"),
        (generate_access_key(), "p_a", "v_a"),
    ):
        with pytest.raises(CannotOpen):
            custody.unwrap_signing_key(key, sealed, person, device)


def test_something_else_under_the_access_key_is_no_signing_key() -> None:
    access_key = generate_access_key()
    bound = b"outreach/1\x00signing key\x00p_a\x00v_a"
    sealed = wrap(access_key.derive("signing key"), b"not a seed", bound)
    with pytest.raises(CannotOpen):
        custody.unwrap_signing_key(access_key, sealed, "p_a", "v_a")


@settings(max_examples=20)
@given(st.binary(max_size=9000))
def test_attachments_come_back_and_show_padded_sizes_only(plaintext: bytes) -> None:
    sealed = attachments.seal_file(plaintext)
    assert attachments.open_file(sealed.key, sealed.content) == plaintext
    assert len(sealed.content) == attachments.sealed_size(len(plaintext))


def test_equal_attachments_look_different() -> None:
    first, second = attachments.seal_file(b"scan"), attachments.seal_file(b"scan")
    assert first.key != second.key
    assert first.content != second.content


@given(st.integers(0, 64 * 1024**2))
def test_padding_costs_an_eighth_at_most(size: int) -> None:
    padded = attachments.padded_size(size)
    assert size <= padded <= max(4096, size + size // 8)
    assert attachments.padded_size(padded) == padded


def test_damaged_attachments_are_refused() -> None:
    sealed = attachments.seal_file(secrets.token_bytes(100))
    wrong_format = b"\x02" + sealed.content[1:]
    for untrusted in (b"", wrong_format, sealed.content[:-1], sealed.content + b"\0"):
        with pytest.raises(CannotOpen):
            attachments.open_file(sealed.key, untrusted)
    with pytest.raises(CannotOpen):
        attachments.open_file(bytes(32), sealed.content)


@pytest.mark.parametrize(
    "framed",
    [
        b"",
        (5).to_bytes(8, "big") + b"short",
        (5000).to_bytes(8, "big").ljust(4096, b"\0"),
        (5).to_bytes(8, "big") + b"short".ljust(4087, b"\0") + b"x",
    ],
)
def test_an_attachment_padded_by_somebody_else_is_refused(framed: bytes) -> None:
    content = b"\x01" + wrap(KEY, framed, b"outreach/1\x00attachment")
    with pytest.raises(CannotOpen):
        attachments.open_file(KEY, content)
