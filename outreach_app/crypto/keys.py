"""Keys of a person: access (X25519, opens the vault), signing (Ed25519), age identity; wrapping.

Sealed boxes carry the vault root to an access key. Wrapping is XChaCha20-Poly1305 with its random
nonce in front; what the sealed bytes belong to is bound as additional data.
"""

import re
import secrets
from dataclasses import dataclass, field
from typing import Self

import nacl.bindings
import nacl.exceptions
import nacl.public
from pyrage import IdentityError, RecipientError, x25519

from outreach_app.crypto.errors import (
    CannotOpen,
    IdentityFormat,
    PublicKeyFormat,
    RecipientFormat,
)
from outreach_app.crypto.kdf import hkdf
from outreach_app.crypto.wire import (
    ED25519,
    WireFault,
    lay_text,
    plain_base64,
    take_texts,
    to_base64,
)

KEY_BYTES = 32
SIGNATURE_BYTES = 64
WRAPPING_OVERHEAD = 40  # a nonce of 24 bytes in front, a tag of 16 at the end
_NONCE_BYTES = 24
_COMMENT = re.compile(r"[ -~]*\Z")
_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}\Z")
_IDENTITY = re.compile(r"AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}\Z")


@dataclass(frozen=True, slots=True)
class AccessKey:
    """The X25519 pair that a person's passphrase sets free, as 32 raw bytes each."""

    private: bytes = field(repr=False)
    public: bytes

    @classmethod
    def from_private(cls, private: bytes) -> Self:
        """Return the pair of a private key.

        Raises:
            ValueError: Not 32 bytes.
        """
        if len(private) != KEY_BYTES:
            raise ValueError("an access key has 32 bytes")
        return cls(private, nacl.bindings.crypto_scalarmult_base(private))

    def derive(self, purpose: str) -> bytes:
        """Return a 32-byte key for one purpose, such as the keyed digest of draft rows."""
        return hkdf(self.private, b"access/1\x00" + purpose.encode("utf-8"))


def generate_access_key() -> AccessKey:
    """Return a new access key."""
    return AccessKey.from_private(secrets.token_bytes(KEY_BYTES))


def seal_to(public: bytes, plaintext: bytes) -> bytes:
    """Return bytes that only the holder of the access key opens (anonymous sealed box).

    Raises:
        PublicKeyFormat: The public key is not 32 bytes long, or no shared secret can be made.
    """
    try:
        return nacl.bindings.crypto_box_seal(plaintext, public)
    except nacl.exceptions.CryptoError as error:
        raise PublicKeyFormat from error


def open_sealed(access_key: AccessKey, untrusted_sealed: bytes) -> bytes:
    """Return what was sealed to an access key.

    Raises:
        CannotOpen: Sealed to another key, or damaged.
    """
    try:
        return nacl.bindings.crypto_box_seal_open(
            untrusted_sealed, access_key.public, access_key.private
        )
    except nacl.exceptions.CryptoError as error:
        raise CannotOpen from error


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 key: 32-byte seed and 32-byte public key."""

    seed: bytes = field(repr=False)
    public: bytes

    @classmethod
    def generate(cls) -> Self:
        """Return a new key."""
        return cls.from_seed(secrets.token_bytes(KEY_BYTES))

    @classmethod
    def from_seed(cls, seed: bytes) -> Self:
        """Return the key of a seed.

        Raises:
            ValueError: Not 32 bytes.
        """
        if len(seed) != KEY_BYTES:
            raise ValueError("a signing key grows from 32 bytes")
        public, _secret = nacl.bindings.crypto_sign_seed_keypair(seed)
        return cls(seed, public)

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature of a message."""
        return nacl.bindings.crypto_sign(message, self.seed + self.public)[:SIGNATURE_BYTES]

    def public_line(self, comment: str = "") -> str:
        """Return the public key as OpenSSH writes it."""
        return public_line(self.public, comment)


def signature_matches(public: bytes, message: bytes, untrusted_signature: bytes) -> bool:
    """Say whether a 64-byte Ed25519 signature of a message was made by the key's holder."""
    # The binding checks no lengths: a short key would be read beyond its end.
    if len(untrusted_signature) != SIGNATURE_BYTES or len(public) != KEY_BYTES:
        return False
    try:
        nacl.bindings.crypto_sign_open(untrusted_signature + message, public)
    except nacl.exceptions.CryptoError:
        return False
    return True


def public_line(public: bytes, comment: str = "") -> str:
    """Return ``ssh-ed25519 AAAA… comment``.

    Raises:
        ValueError: The key is not 32 bytes, or the comment is not printable ASCII.
    """
    if len(public) != KEY_BYTES or not _COMMENT.match(comment):
        raise ValueError("a public key has 32 bytes and a comment in plain ASCII")
    encoded = to_base64(key_blob(public))
    return f"ssh-ed25519 {encoded} {comment}".rstrip()


def parse_public_line(untrusted_line: str) -> bytes:
    """Return the 32 raw bytes of an ``ssh-ed25519`` line.

    Raises:
        PublicKeyFormat: Another kind of key, or not a key.
    """
    fields = untrusted_line.strip().split(" ", 2)
    if len(fields) < 2 or fields[0].encode("utf-8") != ED25519:
        raise PublicKeyFormat
    try:
        return parse_key_blob(plain_base64(fields[1].encode("utf-8")))
    except WireFault as error:
        raise PublicKeyFormat from error


def key_blob(public: bytes) -> bytes:
    """Return a public key in the byte format of OpenSSH."""
    return lay_text(ED25519) + lay_text(public)


def parse_key_blob(untrusted: bytes) -> bytes:
    """Return the 32 raw bytes of a public key in the byte format of OpenSSH.

    Raises:
        WireFault: Not an Ed25519 public key.
    """
    kind, public = take_texts(untrusted, 0, 2)
    if kind != ED25519 or len(public) != KEY_BYTES:
        raise WireFault("not an Ed25519 key")
    return public


def generate_age_identity() -> tuple[str, str]:
    """Return a new age identity and its recipient, as texts."""
    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def age_recipient(untrusted_recipient: str) -> x25519.Recipient:
    """Return the recipient that a text names.

    Raises:
        RecipientFormat: Not an X25519 recipient in lower case.
    """
    if not _RECIPIENT.match(untrusted_recipient):
        raise RecipientFormat
    try:
        return x25519.Recipient.from_str(untrusted_recipient)
    except RecipientError as error:
        raise RecipientFormat from error


def age_identity(untrusted_identity: str) -> x25519.Identity:
    """Return the identity that a text names.

    Raises:
        IdentityFormat: Not an X25519 identity in upper case.
    """
    if not _IDENTITY.match(untrusted_identity):
        raise IdentityFormat
    try:
        return x25519.Identity.from_str(untrusted_identity)
    except IdentityError as error:
        raise IdentityFormat from error


def recipient_of(identity: str) -> str:
    """Return the recipient that belongs to an age identity.

    Raises:
        IdentityFormat: Not an X25519 identity.
    """
    return str(age_identity(identity).to_public())


def wrap(key: bytes, plaintext: bytes, aad: bytes) -> bytes:
    """Return a random nonce and the plaintext under XChaCha20-Poly1305, bound to `aad`.

    Raises:
        ValueError: The key is not 32 bytes.
    """
    _check_key(key)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + nacl.bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        plaintext, aad, nonce, key
    )


def unwrap(key: bytes, untrusted_sealed: bytes, aad: bytes) -> bytes:
    """Return what `wrap` sealed.

    Raises:
        CannotOpen: Another key, another binding, or damaged bytes.
        ValueError: The key is not 32 bytes.
    """
    _check_key(key)
    if len(untrusted_sealed) < WRAPPING_OVERHEAD:
        raise CannotOpen
    nonce, sealed = untrusted_sealed[:_NONCE_BYTES], untrusted_sealed[_NONCE_BYTES:]
    try:
        return nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, aad, nonce, key)
    except nacl.exceptions.CryptoError as error:
        raise CannotOpen from error


def _check_key(key: bytes) -> None:
    if len(key) != KEY_BYTES:
        raise ValueError("a wrapping key has 32 bytes")
