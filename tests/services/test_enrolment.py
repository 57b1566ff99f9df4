"""An enrolment request proves that whoever asks holds the key, and nothing else gets through."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.envelopes import ObjectType, make_envelope, sign_envelope
from outreach_app.crypto.keys import SigningKey, public_line
from outreach_app.services.enrolment import EnrolmentRequest, parse_request, write_request
from outreach_app.services.errors import RequestFormat
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.vaults import make_request


def request_of(sitting: Sitting, **changes: str) -> EnrolmentRequest:
    me = sitting.me
    facts = {
        "organisation": sitting.card.organisation,
        "person_id": me.person_id,
        "initials": me.initials,
        "full_name": me.full_name,
        "device_id": me.device_id,
        "signing_key": me.signing_key,
        "age_recipient": me.age_recipient,
    }
    return EnrolmentRequest(**{**facts, **changes})


def test_a_request_reads_back(office: Sitting, passphrases: dict[str, str]) -> None:
    assert parse_request(make_request(office, passphrases["AB"])) == request_of(office)


def test_a_request_for_somebody_elses_key_is_refused(office: Sitting, cover: Sitting) -> None:
    own = SigningKey.generate()
    stolen = write_request(request_of(office, signing_key=cover.me.signing_key), own)
    with pytest.raises(RequestFormat):
        parse_request(stolen)


def test_a_changed_request_is_refused(office: Sitting) -> None:
    own = SigningKey.generate()
    good = write_request(request_of(office, signing_key=public_line(own.public)), own)
    parse_request(good)
    outer = json.loads(good)
    for old, new in (("Anna Berg", "Anna Borg"), ("CARD", "card"), ('"AB"', '"CD"')):
        if old in outer["payload"]:
            changed = {**outer, "payload": outer["payload"].replace(old, new)}
            with pytest.raises(RequestFormat):
                parse_request(canonical_bytes(changed))
    for damaged in (good[:-1], good + b"\n", canonical_bytes({**outer, "more": "x"})):
        with pytest.raises(RequestFormat):
            parse_request(damaged)


def test_a_request_signed_by_certificate_is_refused(
    office: Sitting, signer_of: Callable[[Sitting], Signer]
) -> None:
    signer = signer_of(office)
    own = json.loads(write_request(request_of(office), signer.signing_key))
    payload = own["payload"].encode()
    signature = sign_envelope(payload, signer.signing_key, signer.certificate)
    with pytest.raises(RequestFormat):
        parse_request(
            canonical_bytes({"payload": own["payload"], "signature": signature.decode("ascii")})
        )


@pytest.mark.parametrize(
    "change",
    [{"person_id": "p_short"}, {"device_id": "c_" + "a" * 26}, {"initials": ""}, {"age": "x"}],
)
def test_a_request_with_other_names_or_fields_is_refused(
    office: Sitting, change: dict[str, str]
) -> None:
    own = SigningKey.generate()
    body: dict[str, Any] = {
        "person_id": office.me.person_id,
        "initials": "AB",
        "full_name": "Anna Berg",
        "device_id": office.me.device_id,
        "signing_key": public_line(own.public),
        "age_recipient": office.me.age_recipient,
        **change,
    }
    payload = make_envelope(ObjectType.CARD, office.card.organisation, office.me.person_id, body)
    signature = sign_envelope(payload, own, None)
    with pytest.raises(RequestFormat):
        parse_request(
            canonical_bytes({"payload": payload.decode(), "signature": signature.decode("ascii")})
        )
