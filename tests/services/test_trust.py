"""Whom a vault believes: the chain, the time, revocations, roles, and who is listed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from outreach_app.crypto.certificates import CertificateRequest, issue, parse_certificate
from outreach_app.crypto.envelopes import ObjectType, make_envelope, sign_envelope
from outreach_app.crypto.errors import (
    BadSignature,
    UnknownAuthority,
    WrongNamespace,
)
from outreach_app.crypto.keys import SigningKey, public_line
from outreach_app.domain.authority import CaseAccess, Verb
from outreach_app.domain.people import Role
from outreach_app.domain.revocation import Revocation, RevocationReason, Witness
from outreach_app.services.configuration import next_configuration
from outreach_app.services.errors import ContentMismatch
from outreach_app.services.instants import write_instant
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.trust import Claim, Trust
from tests.services.builders import CaseBuilder
from tests.support.determinism import START

OBJECT = "sha256:" + "0" * 64
MEMBER = CaseAccess(is_member=True)


@pytest.fixture
def signer(office: Sitting, signer_of: Callable[[Sitting], Signer]) -> Signer:
    return signer_of(office)


def foreign_certificate(office: Sitting, own: SigningKey, organisation: str) -> bytes:
    me = office.me
    return issue(
        own,
        CertificateRequest(
            public_line=public_line(own.public),
            serial=1,
            person_id=me.person_id,
            key_id="AB Anna Berg",
            valid_after=START,
            valid_before=START + timedelta(days=300),
            role="supervisor",
            organisation=organisation,
            age_recipient=me.age_recipient,
            device_id=me.device_id,
        ),
    )


def test_a_signed_object_opens_with_the_certificate_behind_it(
    office: Sitting, signer: Signer
) -> None:
    builder = CaseBuilder(office, signer)
    signed = builder.sign(builder.note_plan("We met."))
    envelope, certificate = office.trust.open_object(
        signed.payload, signed.signature, ObjectType.REVISION
    )
    assert envelope.object_id == signed.header.document_id
    assert certificate.principal == office.me.person_id
    with pytest.raises(WrongNamespace):
        office.trust.open_object(signed.payload, signed.signature, ObjectType.REVIEW)
    with pytest.raises(BadSignature):
        office.trust.open_object(
            signed.payload.replace(b"new", b"nev"), signed.signature, ObjectType.REVISION
        )


def test_a_bare_key_and_a_foreign_authority_are_refused(office: Sitting, signer: Signer) -> None:
    own = SigningKey.generate()
    payload = make_envelope(ObjectType.REVIEW, office.card.organisation, "d_x", {"a": "b"})
    bare = sign_envelope(payload, signer.signing_key, None)
    forged = sign_envelope(payload, own, foreign_certificate(office, own, office.card.organisation))
    for signature in (bare, forged):
        with pytest.raises(UnknownAuthority):
            office.trust.open_object(payload, signature, ObjectType.REVIEW)


def test_an_object_of_another_organisation_is_refused(office: Sitting, signer: Signer) -> None:
    payload = make_envelope(ObjectType.REVIEW, "o_" + "a" * 26, "d_x", {"a": "b"})
    signature = sign_envelope(payload, signer.signing_key, signer.certificate)
    with pytest.raises(ContentMismatch):
        office.trust.open_object(payload, signature, ObjectType.REVIEW)


def claim(office: Sitting, at: str = "", **changes: str) -> Claim:
    facts = {"object_id": OBJECT, "person_id": office.me.person_id, **changes}
    return Claim(serial=office.me.certificate_serial, signed_at=at or write_instant(START), **facts)


def test_what_was_signed_outside_its_time_or_role_is_not_counted(
    office: Sitting, signer: Signer
) -> None:
    certificate = parse_certificate(signer.certificate)

    def judged(at: str, verb: Verb = Verb.SIGN, access: CaseAccess = MEMBER) -> tuple[bool, str]:
        found = office.trust.judge(claim(office, at), certificate, verb, access)
        return found.counted, found.why

    assert judged(write_instant(START)) == (True, "")
    late = judged(write_instant(START + timedelta(days=400)))
    early = judged(write_instant(START - timedelta(days=1)))
    stranger = judged(write_instant(START), access=CaseAccess())
    role = judged(write_instant(START), verb=Verb.APPROVE)
    assert not any(counted for counted, _why in (late, early, stranger, role))
    assert len({why for _counted, why in (late, early, stranger, role)}) == 4


def test_an_object_that_names_somebody_else_is_refused(
    office: Sitting, cover: Sitting, signer: Signer
) -> None:
    certificate = parse_certificate(signer.certificate)
    for other in (
        claim(office, person_id=cover.me.person_id),
        Claim(object_id=OBJECT, person_id=office.me.person_id, serial=9, signed_at=""),
    ):
        with pytest.raises(ContentMismatch):
            office.trust.judge(other, certificate, Verb.SIGN, MEMBER)


@pytest.mark.parametrize(
    ("reason", "seen_before", "signed_before", "counts"),
    [
        (RevocationReason.LEFT, False, True, True),
        (RevocationReason.LEFT, True, False, False),
        (RevocationReason.LOST, False, True, False),
        (RevocationReason.LOST, True, True, True),
        (RevocationReason.COMPROMISED, False, True, False),
    ],
)
def test_a_revocation_takes_what_nobody_vouches_for(
    office: Sitting,
    signer: Signer,
    reason: RevocationReason,
    *,
    seen_before: bool,
    signed_before: bool,
    counts: bool,
) -> None:
    since = START + timedelta(days=10)
    revocation = Revocation(serial=office.me.certificate_serial, reason=reason, since=since)
    configuration = next_configuration(
        office.configuration, issued_at=write_instant(since), revocations=[revocation]
    )
    seen = Witness(
        person_id="p_" + "w" * 26, object_id=OBJECT, first_seen=since - timedelta(days=5)
    )

    def witnesses(_object_id: str) -> list[Witness]:
        return [seen] if seen_before else []

    changed = replace(office.card, configuration=configuration)
    trust = Trust(changed, witnesses, lambda: since + timedelta(days=2))
    at = write_instant(since + timedelta(days=-6 if signed_before else 1))
    certificate = parse_certificate(signer.certificate)
    judged = trust.judge(claim(office, at), certificate, Verb.SIGN, MEMBER)
    assert judged.counted is counts
    assert bool(judged.why) is not counts
    assert office.me.person_id not in {
        each.person_id for each in trust.people(since + timedelta(days=1))
    }
    assert office.me.person_id in {each.person_id for each in trust.everybody()}


def test_the_directory_lists_who_is_valid_at_an_instant(office: Sitting) -> None:
    now = {each.initials: each.role for each in office.trust.people(START)}
    assert now == {"AB": Role.CASEWORKER, "CC": Role.CASEWORKER, "SH": Role.SUPERVISOR}
    assert office.trust.people(START - timedelta(days=1)) == ()
    assert office.trust.people(START + timedelta(days=365)) == ()
    assert len(office.trust.everybody()) == 3
