import base64
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from outreach_app.crypto import sshsig
from outreach_app.crypto.authority import allowed_signers
from outreach_app.crypto.errors import (
    BadSignature,
    CertificateFormat,
    SignatureFormat,
    WrongNamespace,
)
from outreach_app.crypto.keys import SigningKey, key_blob
from outreach_app.crypto.wire import lay_text
from tests.crypto.cast import Organisation

PAYLOAD = b'{"a":"payload"}'
needs_ssh = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no ssh-keygen here")


def write_private(key: SigningKey, path: Path) -> None:
    """Write a signing key as OpenSSH keeps it, for the public tools."""
    private = Ed25519PrivateKey.from_private_bytes(key.seed).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.OpenSSH,
        serialization.NoEncryption(),
    )
    path.touch(mode=0o600)
    path.write_bytes(private)
    path.with_suffix(".pub").write_text(key.public_line() + "\n", "ascii")


def ssh_verify(
    folder: Path, allowed: str, signature: bytes, *, who: str = "p_worker", what: str = "revision"
) -> subprocess.CompletedProcess[bytes]:
    (folder / "allowed").write_text(allowed, "ascii")
    (folder / "signature").write_bytes(signature)
    return subprocess.run(
        [
            "ssh-keygen",
            "-Y",
            "verify",
            "-f",
            folder / "allowed",
            "-I",
            who,
            "-n",
            what,
            "-s",
            folder / "signature",
            "-O",
            "verify-time=20260203",
        ],
        input=PAYLOAD,
        capture_output=True,
        check=False,
    )


def test_a_signature_names_its_key(organisation: Organisation) -> None:
    signature = sshsig.sign(PAYLOAD, "revision", organisation.worker_key)
    facts = sshsig.verify(signature, PAYLOAD, "revision")
    assert facts == sshsig.SignatureFacts(organisation.worker_key.public, None)


def test_a_signature_by_certificate_names_the_certificate(organisation: Organisation) -> None:
    signature = sshsig.sign(PAYLOAD, "revision", organisation.worker_key, organisation.line)
    facts = sshsig.verify(signature, PAYLOAD, "revision")
    assert facts.public_key == organisation.worker_key.public
    assert facts.certificate == organisation.certificate


def test_nothing_is_signed_with_somebody_elses_certificate(organisation: Organisation) -> None:
    with pytest.raises(ValueError, match="another key"):
        sshsig.sign(PAYLOAD, "revision", SigningKey.generate(), organisation.line)
    with pytest.raises(ValueError, match="namespace"):
        sshsig.sign(PAYLOAD, "", organisation.worker_key)


def test_a_signature_is_for_one_namespace_and_payload(organisation: Organisation) -> None:
    signature = sshsig.sign(PAYLOAD, "revision", organisation.worker_key)
    with pytest.raises(WrongNamespace):
        sshsig.verify(signature, PAYLOAD, "review")
    with pytest.raises(BadSignature):
        sshsig.verify(signature, PAYLOAD + b" ", "revision")


def test_every_flipped_bit_and_every_cut_is_refused(organisation: Organisation) -> None:
    signature = sshsig.sign(PAYLOAD, "revision", organisation.worker_key)
    hostile = [signature[:length] for length in range(len(signature))]
    for bit in range(len(signature) * 8):
        changed = bytearray(signature)
        changed[bit // 8] ^= 1 << bit % 8
        hostile.append(bytes(changed))
    for untrusted in hostile:
        with pytest.raises((SignatureFormat, WrongNamespace, BadSignature, CertificateFormat)):
            sshsig.verify(untrusted, PAYLOAD, "revision")


def _blob(
    *,
    magic: bytes = b"SSHSIG",
    version: int = 1,
    shown: bytes,
    hash_name: bytes = b"sha512",
    signed: bytes,
    after: bytes = b"",
) -> bytes:
    fields = b"".join(map(lay_text, (shown, b"revision", b"", hash_name, signed)))
    return magic + version.to_bytes(4, "big") + fields + after


def test_other_shapes_are_refused(organisation: Organisation) -> None:
    shown = key_blob(organisation.worker_key.public)
    good = lay_text(b"ssh-ed25519") + lay_text(bytes(64))
    for blob in (
        _blob(shown=shown, signed=good, magic=b"SSHSIH"),
        _blob(shown=shown, signed=good, version=2),
        _blob(shown=shown, signed=good, after=b"x"),
        _blob(shown=shown, signed=good, hash_name=b"sha1"),
        _blob(shown=shown, signed=lay_text(b"ssh-rsa") + lay_text(bytes(64))),
        _blob(shown=shown, signed=good + b"x"),
        _blob(shown=shown[:-1], signed=good),
        _blob(shown=b"", signed=good),
    ):
        with pytest.raises(SignatureFormat):
            sshsig.verify(sshsig._armour(blob), PAYLOAD, "revision")
    short = _blob(shown=shown, signed=lay_text(b"ssh-ed25519") + lay_text(bytes(63)))
    with pytest.raises(BadSignature):
        sshsig.verify(sshsig._armour(short), PAYLOAD, "revision")


def test_one_armour_only(organisation: Organisation) -> None:
    signature = sshsig.sign(PAYLOAD, "revision", organisation.worker_key)
    lines = signature.split(b"\n")
    for untrusted in (
        signature + b"\n",
        b"\n" + signature,
        signature.replace(b"\n", b"\r\n"),
        b"\n".join([lines[0], b"".join(lines[1:-2]), *lines[-2:]]),
        b"\n".join([*lines[:2], b"", *lines[2:]]),
        base64.b64decode(b"".join(lines[1:-2])),
        b"-" * 10_000,
    ):
        with pytest.raises(SignatureFormat):
            sshsig.verify(untrusted, PAYLOAD, "revision")


@needs_ssh
def test_a_stranger_verifies_ours_by_key(organisation: Organisation, tmp_path: Path) -> None:
    signature = sshsig.sign(PAYLOAD, "revision", organisation.worker_key)
    allowed = f"p_worker {organisation.worker_key.public_line()}\n"
    assert ssh_verify(tmp_path, allowed, signature).returncode == 0


@needs_ssh
def test_a_stranger_verifies_ours_by_certificate(
    organisation: Organisation, tmp_path: Path
) -> None:
    line = organisation.line
    signature = sshsig.sign(PAYLOAD, "revision", organisation.worker_key, line)
    allowed = allowed_signers(organisation.issuers)
    verified = ssh_verify(tmp_path, allowed, signature)
    assert verified.returncode == 0, verified.stderr
    assert b"ED25519-CERT" in verified.stdout
    assert ssh_verify(tmp_path, allowed, signature, who="p_other").returncode != 0
    assert ssh_verify(tmp_path, allowed, signature, what="review").returncode != 0
    stranger = allowed.replace(
        organisation.issuing_key.public_line(), SigningKey.generate().public_line()
    )
    assert ssh_verify(tmp_path, stranger, signature).returncode != 0


@needs_ssh
def test_we_verify_what_openssh_signed(organisation: Organisation, tmp_path: Path) -> None:
    write_private(organisation.worker_key, tmp_path / "key")
    for hash_name in ("sha512", "sha256"):
        signed = subprocess.run(
            [
                "ssh-keygen",
                "-Y",
                "sign",
                "-f",
                tmp_path / "key",
                "-n",
                "revision",
                "-O",
                f"hashalg={hash_name}",
            ],
            input=PAYLOAD,
            capture_output=True,
            check=True,
        )
        facts = sshsig.verify(signed.stdout, PAYLOAD, "revision")
        assert facts.public_key == organisation.worker_key.public
    assert (
        sshsig.sign(PAYLOAD, "revision", organisation.worker_key)
        == subprocess.run(
            ["ssh-keygen", "-Y", "sign", "-f", tmp_path / "key", "-n", "revision"],
            input=PAYLOAD,
            capture_output=True,
            check=True,
        ).stdout
    )


@needs_ssh
@pytest.mark.skipif(shutil.which("ssh-agent") is None, reason="no ssh-agent here")
def test_we_verify_what_openssh_signed_by_certificate(
    organisation: Organisation, tmp_path: Path
) -> None:
    write_private(organisation.worker_key, tmp_path / "key")
    (tmp_path / "key-cert.pub").write_bytes(organisation.line + b"\n")
    (tmp_path / "payload").write_bytes(PAYLOAD)
    script = "ssh-add -q key && ssh-keygen -Y sign -q -f key-cert.pub -n revision payload"
    subprocess.run(["ssh-agent", "sh", "-c", script], cwd=tmp_path, check=True, capture_output=True)
    facts = sshsig.verify((tmp_path / "payload.sig").read_bytes(), PAYLOAD, "revision")
    assert facts.certificate == organisation.certificate
