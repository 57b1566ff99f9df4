from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from outreach_app.crypto import sshsig
from outreach_app.crypto.authority import (
    CertificateBook,
    Issuer,
    Issuers,
    allowed_signers,
    make_issuers,
    parse_issuers,
    verify_chain,
)
from outreach_app.crypto.canonical import JsonValue
from outreach_app.crypto.certificates import issue, parse_certificate
from outreach_app.crypto.envelopes import ObjectType, make_envelope, sign_envelope
from outreach_app.crypto.errors import (
    BadSignature,
    CertificateExpired,
    CertificateNotYetValid,
    ForgedCertificate,
    IssuersFormat,
    UnknownAuthority,
    WrongOrganisation,
    WrongRoot,
)
from outreach_app.crypto.keys import SigningKey
from outreach_app.crypto.sshsig import SignatureFacts
from outreach_app.errors import Untrusted
from tests.crypto.cast import NOW, START, Organisation


def test_the_list_of_issuing_keys_reads_back(organisation: Organisation) -> None:
    payload, signature = make_issuers(organisation.issuers, organisation.root)
    found = parse_issuers(payload, signature, organisation.root.public, "og_ours")
    assert found == organisation.issuers


def test_only_the_root_makes_the_list(organisation: Organisation) -> None:
    payload, signature = make_issuers(organisation.issuers, organisation.issuing_key)
    with pytest.raises(WrongRoot):
        parse_issuers(payload, signature, organisation.root.public, "og_ours")
    by_certificate = sign_envelope(payload, organisation.worker_key, organisation.line)
    with pytest.raises(WrongRoot):
        parse_issuers(payload, by_certificate, organisation.worker_key.public, "og_ours")


def test_a_changed_list_is_refused(organisation: Organisation) -> None:
    payload, signature = make_issuers(organisation.issuers, organisation.root)
    with pytest.raises(BadSignature):
        parse_issuers(payload + b" ", signature, organisation.root.public, "og_ours")
    with pytest.raises(WrongOrganisation):
        parse_issuers(payload, signature, organisation.root.public, "og_theirs")


def test_lists_have_numbers_and_instants_have_offsets(organisation: Organisation) -> None:
    with pytest.raises(ValueError, match="numbered"):
        make_issuers(replace(organisation.issuers, number=0), organisation.root)
    naive = replace(organisation.issuers, created=datetime(2026, 1, 1))  # noqa: DTZ001  # the mistake
    with pytest.raises(ValueError, match="offset"):
        make_issuers(naive, organisation.root)


def _key(organisation: Organisation, **changes: JsonValue) -> dict[str, JsonValue]:
    return {
        "key": organisation.issuing_key.public_line(),
        "name": "Main office",
        "valid_after": "2026-01-01T00:00:00+00:00",
        "valid_before": "2028-01-01T00:00:00+00:00",
        **changes,
    }


def _body(**changes: JsonValue) -> dict[str, JsonValue]:
    return {"number": 1, "created": "2026-01-01T00:00:00+00:00", "issuers": [], **changes}


_BODIES: list[Callable[[Organisation], dict[str, JsonValue]]] = [
    lambda _: {},
    lambda _: _body(more="x"),
    lambda _: _body(number=0),
    lambda _: _body(number="1"),
    lambda _: _body(issuers="x"),
    lambda _: _body(created="yesterday"),
    lambda _: _body(created="2026-01-01"),
    lambda _: _body(created="2026-01-01T00:00:00Z"),
    lambda _: _body(created=1),
    lambda _: _body(issuers=["x"]),
    lambda o: _body(issuers=[{**_key(o), "more": "x"}]),
    lambda o: _body(issuers=[_key(o, key="ssh-rsa AAAA")]),
    lambda o: _body(issuers=[_key(o, key=1)]),
    lambda o: _body(issuers=[_key(o, name=1)]),
    lambda o: _body(issuers=[_key(o, valid_after="2026-02-30T00:00:00+00:00")]),
]


@pytest.mark.parametrize("body", _BODIES)
def test_a_malformed_list_is_refused_even_from_the_root(
    organisation: Organisation, body: Callable[[Organisation], dict[str, JsonValue]]
) -> None:
    payload = make_envelope(ObjectType.ISSUERS, "og_ours", "issuers-1", body(organisation))
    signature = sign_envelope(payload, organisation.root, None)
    with pytest.raises(IssuersFormat):
        parse_issuers(payload, signature, organisation.root.public, "og_ours")


def test_the_chain_holds_for_a_certificate_of_an_issuing_key(organisation: Organisation) -> None:
    issuer = verify_chain(organisation.certificate, organisation.issuers, NOW)
    assert issuer.name == "Main office"


def _refused(
    organisation: Organisation,
    error: type[Untrusted],
    *,
    issuers: Issuers | None = None,
    line: bytes | None = None,
    at: datetime = NOW,
) -> None:
    listed = issuers or organisation.issuers
    certificate = parse_certificate(line or organisation.line)
    with pytest.raises(error):
        verify_chain(certificate, listed, at)
    with pytest.raises(error):
        CertificateBook(listed).check(certificate, at)


def test_the_chain_breaks_at_each_link(organisation: Organisation) -> None:
    request, day = organisation.request, timedelta(days=1)
    _refused(organisation, UnknownAuthority, line=issue(SigningKey.generate(), request))
    _refused(organisation, UnknownAuthority, issuers=replace(organisation.issuers, issuers=()))
    other = issue(organisation.issuing_key, replace(request, organisation="og_theirs"))
    _refused(organisation, WrongOrganisation, line=other)
    _refused(organisation, CertificateNotYetValid, at=START - day)
    _refused(organisation, CertificateExpired, at=request.valid_before)


def test_a_forged_certificate_breaks_the_chain(organisation: Organisation) -> None:
    forged = replace(
        organisation.certificate,
        line=issue(SigningKey.generate(), replace(organisation.request, role="supervisor")),
        role="supervisor",
    )
    with pytest.raises(ForgedCertificate):
        verify_chain(forged, organisation.issuers, NOW)


def test_an_issuing_key_vouches_inside_its_time_only(organisation: Organisation) -> None:
    (issuer,) = organisation.issuers.issuers
    late = replace(issuer, valid_after=NOW + timedelta(days=1))
    _refused(organisation, CertificateNotYetValid, issuers=_only(organisation, late))
    ended = replace(issuer, valid_before=NOW)
    _refused(organisation, CertificateExpired, issuers=_only(organisation, ended))


def _only(organisation: Organisation, issuer: Issuer) -> Issuers:
    return replace(organisation.issuers, issuers=(issuer,))


def test_the_book_remembers_the_key_but_asks_for_the_time_again(
    organisation: Organisation,
) -> None:
    book = CertificateBook(organisation.issuers)
    book.check(organisation.certificate, NOW)
    book.check(organisation.certificate, NOW + timedelta(days=1))
    with pytest.raises(CertificateExpired):
        book.check(organisation.certificate, NOW + timedelta(days=700))


def test_a_signer_has_a_certificate(organisation: Organisation) -> None:
    book = CertificateBook(organisation.issuers)
    signature = sshsig.sign(b"x", "head", organisation.worker_key, organisation.line)
    assert book.signer(sshsig.verify(signature, b"x", "head"), NOW) == organisation.certificate
    with pytest.raises(UnknownAuthority):
        book.signer(SignatureFacts(organisation.worker_key.public, None), NOW)


def test_the_second_issuing_key_counts_too(organisation: Organisation) -> None:
    (first,) = organisation.issuers.issuers
    second = replace(first, public_key=SigningKey.generate().public)
    both = replace(organisation.issuers, issuers=(second, first))
    assert verify_chain(organisation.certificate, both, NOW) == first


def test_the_lines_for_strangers_carry_namespaces_and_times(organisation: Organisation) -> None:
    (issuer,) = organisation.issuers.issuers
    east = timezone(timedelta(hours=2))
    moved = replace(issuer, valid_after=START.astimezone(east))
    line = allowed_signers(replace(organisation.issuers, issuers=(moved,)))
    assert 'valid-after="20260101000000Z"' in line
    assert 'valid-before="20280101000000Z"' in line
    assert "revision,review" in line
    assert "issuers" not in line
