import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from operator import methodcaller
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    SSHCertificateBuilder,
    SSHCertificateType,
)

from outreach_app.crypto import certificates
from outreach_app.crypto.certificates import (
    AGE_RECIPIENT,
    DEVICE,
    ORGANISATION,
    ROLE,
    certificate_blob,
    issue,
    parse_certificate,
    parse_certificate_blob,
    verify_certificate,
)
from outreach_app.crypto.errors import (
    CertificateExpired,
    CertificateFormat,
    CertificateNotYetValid,
    ForgedCertificate,
    PublicKeyFormat,
    RecipientFormat,
    UnknownAuthority,
)
from outreach_app.crypto.keys import SigningKey
from tests.crypto.cast import NOW, START, Organisation
from tests.crypto.test_sshsig import needs_ssh, write_private

Change = Callable[[SSHCertificateBuilder], SSHCertificateBuilder]


def test_a_certificate_says_what_was_asked_for(organisation: Organisation) -> None:
    certificate, request = organisation.certificate, organisation.request
    assert certificate.line == organisation.line
    assert certificate.public_key == organisation.worker_key.public
    assert certificate.authority_key == organisation.issuing_key.public
    assert (certificate.serial, certificate.principal, certificate.key_id) == (
        7,
        "p_worker",
        "worker, small laptop",
    )
    assert (certificate.valid_after, certificate.valid_before) == (START, request.valid_before)
    assert (certificate.role, certificate.organisation) == ("caseworker", "og_ours")
    assert (certificate.age_recipient, certificate.device_id) == (request.age_recipient, "v_laptop")
    verify_certificate(certificate, organisation.issuing_key.public, NOW)


def test_a_certificate_is_small_enough_for_a_card(organisation: Organisation) -> None:
    assert len(certificate_blob(organisation.line)) < 550


def test_a_comment_behind_a_certificate_is_ignored(organisation: Organisation) -> None:
    assert parse_certificate(organisation.line + b" small laptop\n") == organisation.certificate


def test_a_certificate_counts_inside_its_time_only(organisation: Organisation) -> None:
    certificate, authority = organisation.certificate, organisation.issuing_key.public
    second = timedelta(seconds=1)
    verify_certificate(certificate, authority, certificate.valid_after)
    verify_certificate(certificate, authority, certificate.valid_before - second)
    with pytest.raises(CertificateNotYetValid) as early:
        verify_certificate(certificate, authority, certificate.valid_after - second)
    assert early.value.facts == {"starts": "2026-01-01"}
    with pytest.raises(CertificateExpired) as late:
        verify_certificate(certificate, authority, certificate.valid_before)
    assert late.value.facts == {"ended": "2027-01-01"}


def test_a_certificate_counts_for_its_authority_only(organisation: Organisation) -> None:
    with pytest.raises(UnknownAuthority):
        verify_certificate(organisation.certificate, SigningKey.generate().public, NOW)


def test_every_flipped_bit_of_a_certificate_is_refused(organisation: Organisation) -> None:
    blob = certificate_blob(organisation.line)
    authority = organisation.issuing_key.public
    for bit in range(len(blob) * 8):
        changed = bytearray(blob)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises((CertificateFormat, ForgedCertificate, UnknownAuthority)):
            verify_certificate(parse_certificate_blob(bytes(changed)), authority, NOW)
    for length in range(len(blob)):
        with pytest.raises(CertificateFormat):
            parse_certificate_blob(blob[:length])


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"ssh-ed25519-cert-v01@openssh.com",
        b"ssh-rsa-cert-v01@openssh.com AAAA",
        b"ssh-ed25519-cert-v01@openssh.com A",
        b"ssh-ed25519-cert-v01@openssh.com AAAA",
        b"ssh-ed25519-cert-v01@openssh.com " + b"A" * 7000,
        b"x" * 10_000,
    ],
)
def test_other_lines_are_no_certificates(untrusted: bytes) -> None:
    with pytest.raises(CertificateFormat):
        parse_certificate(untrusted)


def test_a_bare_key_is_no_certificate(organisation: Organisation) -> None:
    with pytest.raises(CertificateFormat):
        parse_certificate(organisation.worker_key.public_line().encode())


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("public_line", "ssh-rsa AAAA", PublicKeyFormat),
        ("age_recipient", "age1nobody", RecipientFormat),
        ("role", "", ValueError),
        ("device_id", "v" * 201, ValueError),
        ("person_id", "", ValueError),
        ("valid_before", START - timedelta(days=1), ValueError),
    ],
)
def test_a_bad_request_is_not_certified(
    organisation: Organisation, field: str, value: object, error: type[Exception]
) -> None:
    changes: dict[str, object] = {field: value}
    with pytest.raises(error):
        issue(organisation.issuing_key, replace(organisation.request, **changes))  # type: ignore[arg-type]  # one field, by name


def _signed(
    organisation: Organisation,
    change: Change = lambda builder: builder,
    *,
    leave_out: str = "",
    authority: Ed25519PrivateKey | ec.EllipticCurvePrivateKey | None = None,
    **extensions: bytes,
) -> bytes:
    """Return a certificate line that our own issuing would never write."""
    request = organisation.request
    wanted = {
        AGE_RECIPIENT: request.age_recipient.encode(),
        DEVICE: b"v",
        ORGANISATION: b"og",
        ROLE: b"r",
    } | {name.replace("_", "@"): value for name, value in extensions.items()}
    builder = (
        SSHCertificateBuilder()
        .public_key(Ed25519PublicKey.from_public_bytes(organisation.worker_key.public))
        .serial(1)
        .key_id(b"key")
    )
    if leave_out != "type":
        builder = builder.type(SSHCertificateType.USER)
    if leave_out != "principals":
        builder = builder.valid_principals([b"p_worker"])
    if leave_out != "time":
        builder = builder.valid_after(1).valid_before(2)
    for name, value in sorted(wanted.items()):
        builder = builder.add_extension(name.encode(), value)
    signer = authority or Ed25519PrivateKey.from_private_bytes(organisation.issuing_key.seed)
    return change(builder).sign(signer).public_bytes()


def test_the_pattern_for_odd_certificates_is_sound(organisation: Organisation) -> None:
    assert parse_certificate(_signed(organisation)).role == "r"


def test_unknown_extensions_are_ignored(organisation: Organisation) -> None:
    line = _signed(organisation, lambda builder: builder.add_extension(b"zz", b""))
    assert parse_certificate(line).role == "r"


def test_odd_certificates_are_refused(organisation: Organisation) -> None:
    two = [b"p_worker", b"p_other"]
    lines = [
        _signed(
            organisation, lambda builder: builder.type(SSHCertificateType.HOST), leave_out="type"
        ),
        _signed(organisation, lambda builder: builder.add_critical_option(b"force-command", b"x")),
        _signed(
            organisation, lambda builder: builder.valid_principals(two), leave_out="principals"
        ),
        _signed(organisation, methodcaller("valid_for_all_principals"), leave_out="principals"),
        _signed(
            organisation,
            lambda builder: builder.valid_after(0).valid_before(2**64 - 1),
            leave_out="time",
        ),
        _signed(
            organisation,
            lambda builder: builder.valid_after(5).valid_before(5),
            leave_out="time",
        ),
        _signed(organisation, authority=ec.generate_private_key(ec.SECP256R1())),
        _signed(organisation, role_outreach=b""),
        _signed(organisation, role_outreach=b"two\nlines"),
        _signed(organisation, role_outreach=b"\xff"),
        _signed(organisation, role_outreach=b"r" * 201),
        _signed(organisation, age_outreach=b"age1nobody"),
        _signed(organisation, lambda builder: builder.add_extension(b"zz", b"z" * 4096)),
    ]
    for line in lines:
        with pytest.raises(CertificateFormat):
            parse_certificate(line)


def test_a_signature_of_another_length_is_refused(organisation: Organisation) -> None:
    blob = certificate_blob(organisation.line)
    short = blob[: -87 + 0] + (82).to_bytes(4, "big") + blob[-83:-68] + (63).to_bytes(4, "big")
    with pytest.raises(CertificateFormat) as refused:
        parse_certificate_blob(short + blob[-64:-1])
    assert refused.value.facts == {"what": "not signed with Ed25519"}


@needs_ssh
def test_openssh_shows_ours(organisation: Organisation, tmp_path: Path) -> None:
    (tmp_path / "c-cert.pub").write_bytes(organisation.line + b"\n")
    shown = subprocess.run(
        ["ssh-keygen", "-L", "-f", tmp_path / "c-cert.pub"], capture_output=True, check=True
    ).stdout.decode()
    for text in ("user certificate", "p_worker", "Serial: 7", ROLE, AGE_RECIPIENT, DEVICE):
        assert text in shown


@needs_ssh
def test_we_read_what_openssh_certified(organisation: Organisation, tmp_path: Path) -> None:
    authority, subject = SigningKey.generate(), SigningKey.generate()
    write_private(authority, tmp_path / "authority")
    (tmp_path / "key.pub").write_text(subject.public_line("laptop") + "\n", "ascii")
    recipient = organisation.request.age_recipient
    fields = {ROLE: "supervisor", ORGANISATION: "og_ours", AGE_RECIPIENT: recipient, DEVICE: "v_b"}
    options = [part for name, text in fields.items() for part in ("-O", f"extension:{name}={text}")]
    subprocess.run(
        [
            "ssh-keygen",
            "-q",
            "-s",
            tmp_path / "authority",
            "-I",
            "by hand",
            "-n",
            "p_boss",
            "-z",
            "99",
            "-V",
            "20260101000000Z:20270101000000Z",
            *options,
            tmp_path / "key.pub",
        ],
        check=True,
        capture_output=True,
    )
    certificate = parse_certificate((tmp_path / "key-cert.pub").read_bytes())
    verify_certificate(certificate, authority.public, NOW)
    assert certificate.public_key == subject.public
    assert (certificate.principal, certificate.serial) == ("p_boss", 99)
    assert (certificate.role, certificate.device_id) == ("supervisor", "v_b")
    assert certificate.valid_before == datetime(2027, 1, 1, tzinfo=UTC)


@needs_ssh
def test_a_certificate_of_openssh_without_our_fields_is_refused(tmp_path: Path) -> None:
    authority, subject = SigningKey.generate(), SigningKey.generate()
    write_private(authority, tmp_path / "authority")
    (tmp_path / "key.pub").write_text(subject.public_line() + "\n", "ascii")
    subprocess.run(
        [
            "ssh-keygen",
            "-q",
            "-s",
            tmp_path / "authority",
            "-I",
            "x",
            "-n",
            "p",
            "-V",
            "+1d",
            tmp_path / "key.pub",
        ],
        check=True,
        capture_output=True,
    )
    with pytest.raises(CertificateFormat):
        parse_certificate((tmp_path / "key-cert.pub").read_bytes())


def test_remembered_certificates_are_bounded() -> None:
    assert certificates._parse.cache_info().maxsize == 1024
