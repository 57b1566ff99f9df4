"""SSH signatures (PROTOCOL.sshsig of OpenSSH) by an Ed25519 key or by its certificate.

What is written here verifies with ``ssh-keygen -Y verify``; what ``ssh-keygen -Y sign`` writes
with an Ed25519 key verifies here. Reading is strict: one armour, one encoding, nothing after it.
"""

import base64
import hashlib
from dataclasses import dataclass

from outreach_app.crypto.certificates import (
    Certificate,
    certificate_blob,
    parse_certificate_blob,
)
from outreach_app.crypto.errors import BadSignature, SignatureFormat, WrongNamespace
from outreach_app.crypto.keys import SigningKey, key_blob, parse_key_blob, signature_matches
from outreach_app.crypto.wire import (
    ED25519,
    ED25519_CERTIFICATE,
    WireFault,
    lay_text,
    plain_base64,
    take_text,
    take_texts,
)

LARGEST_SIGNATURE_BYTES = 8 * 1024
_BEGIN = b"-----BEGIN SSH SIGNATURE-----\n"
_END = b"-----END SSH SIGNATURE-----\n"
_LINE = 70
_MAGIC = b"SSHSIG"
_VERSION = (1).to_bytes(4, "big")
_HASHES = {b"sha512": hashlib.sha512, b"sha256": hashlib.sha256}


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """Who made a valid signature: the raw public key, and the certificate if one was used.

    The certificate has been parsed but not judged: whether its authority counts is another
    question (`authority.CertificateBook`).
    """

    public_key: bytes
    certificate: Certificate | None


def sign(
    payload: bytes, namespace: str, signing_key: SigningKey, certificate: bytes | None = None
) -> bytes:
    """Return the armoured signature of a payload.

    Args:
        payload: The bytes to sign.
        namespace: What the signature is for; the verifier must ask for the same.
        signing_key: The key that signs.
        certificate: Line of the certificate to show instead of the bare key.

    Raises:
        ValueError: The namespace is empty, or the certificate is for another key.
        CertificateFormat: The certificate is none.
    """
    if not namespace:
        raise ValueError("a signature needs a namespace")
    shown = key_blob(signing_key.public)
    if certificate is not None:
        shown = certificate_blob(certificate)
        if parse_certificate_blob(shown).public_key != signing_key.public:
            raise ValueError("the certificate is for another key")
    purpose = namespace.encode("utf-8")
    signature = signing_key.sign(_signed_bytes(payload, purpose, b"", b"sha512"))
    return _armour(
        _MAGIC
        + _VERSION
        + b"".join(
            lay_text(part)
            for part in (shown, purpose, b"", b"sha512", lay_text(ED25519) + lay_text(signature))
        )
    )


def verify(untrusted_signature: bytes, payload: bytes, namespace: str) -> SignatureFacts:
    """Return who signed a payload for a namespace.

    Raises:
        SignatureFormat: Not an armoured SSH signature by an Ed25519 key or certificate.
        CertificateFormat: The certificate inside is not a staff certificate.
        WrongNamespace: Signed for something else.
        BadSignature: The signature does not match the payload.
    """
    try:
        shown, purpose, reserved, hash_name, signed = _parse_armoured(untrusted_signature)
        facts = _signer(shown)
        kind, signature = take_texts(signed, 0, 2)
    except WireFault as error:
        raise SignatureFormat(what=str(error)) from error
    if kind != ED25519 or hash_name not in _HASHES:
        raise SignatureFormat(what="made with an algorithm that is not accepted")
    if purpose != namespace.encode("utf-8"):
        raise WrongNamespace(expected=namespace)
    message = _signed_bytes(payload, purpose, reserved, hash_name)
    if not signature_matches(facts.public_key, message, signature):
        raise BadSignature
    return facts


def _signer(shown: bytes) -> SignatureFacts:
    if take_text(shown, 0)[0] != ED25519_CERTIFICATE:
        return SignatureFacts(parse_key_blob(shown), None)
    certificate = parse_certificate_blob(shown)
    return SignatureFacts(certificate.public_key, certificate)


def _signed_bytes(payload: bytes, purpose: bytes, reserved: bytes, hash_name: bytes) -> bytes:
    digest = _HASHES[hash_name](payload).digest()
    return _MAGIC + b"".join(map(lay_text, (purpose, reserved, hash_name, digest)))


def _armour(blob: bytes) -> bytes:
    text = base64.b64encode(blob)
    lines = [text[start : start + _LINE] for start in range(0, len(text), _LINE)]
    return _BEGIN + b"\n".join(lines) + b"\n" + _END


def _parse_armoured(untrusted: bytes) -> list[bytes]:
    """Return the five fields behind magic and version, of an armour exactly as we write it."""
    if len(untrusted) > LARGEST_SIGNATURE_BYTES:
        raise WireFault("too large")
    if not (untrusted.startswith(_BEGIN) and untrusted.endswith(_END)):
        raise WireFault("not an armoured SSH signature")
    blob = plain_base64(untrusted[len(_BEGIN) : -len(_END)].replace(b"\n", b""))
    if _armour(blob) != untrusted:
        raise WireFault("armoured in an unusual way")
    if not blob.startswith(_MAGIC + _VERSION):
        raise WireFault("of an unknown version")
    return take_texts(blob, len(_MAGIC) + len(_VERSION), 5)
