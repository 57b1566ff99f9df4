import hashlib

import pytest

from outreach_app.crypto.canonical import Json, JsonValue, canonical_bytes
from outreach_app.crypto.envelopes import (
    Envelope,
    ObjectType,
    make_envelope,
    object_digest,
    parse_envelope,
    sign_envelope,
    verify_envelope,
)
from outreach_app.crypto.errors import (
    BadSignature,
    EnvelopeFormat,
    EnvelopeTooNew,
    EnvelopeType,
    NotCanonical,
    UnknownAuthority,
    WrongNamespace,
)
from outreach_app.crypto.sshsig import SignatureFacts, sign
from tests.crypto.cast import Organisation

BODY: dict[str, Json] = {"parts": {"main": "abc"}, "parents": ["x"], "n": 3}


@pytest.mark.parametrize("object_type", list(ObjectType))
def test_a_signed_envelope_reads_back(organisation: Organisation, object_type: ObjectType) -> None:
    payload = make_envelope(object_type, "og_ours", "d_one", BODY)
    signature = sign_envelope(payload, organisation.worker_key, organisation.line)
    envelope, facts = verify_envelope(payload, signature, object_type)
    assert envelope == Envelope(object_type, 1, "og_ours", "d_one", dict(BODY))
    assert facts.certificate == organisation.certificate


def test_the_envelope_is_five_fields_of_canonical_json() -> None:
    payload = make_envelope(ObjectType.HEAD, "og_ours", "v_one", {"n": 1})
    assert payload == b'{"body":{"n":1},"format":1,"id":"v_one","org":"og_ours","type":"head"}'
    assert object_digest(payload) == "sha256:" + hashlib.sha256(payload).hexdigest()


def test_an_envelope_names_organisation_and_object() -> None:
    for organisation, object_id in (("", "d_one"), ("og_ours", "")):
        with pytest.raises(ValueError, match="names"):
            make_envelope(ObjectType.REVISION, organisation, object_id, {})


def _fields(**changes: JsonValue) -> dict[str, JsonValue]:
    fields: dict[str, JsonValue] = {
        "type": "revision",
        "format": 1,
        "org": "og_ours",
        "id": "d_one",
        "body": {},
    }
    return fields | changes


@pytest.mark.parametrize(
    "fields",
    [
        {},
        _fields(more="x"),
        _fields(type="letter"),
        _fields(type=1),
        _fields(type=["revision"]),
        _fields(format=0),
        _fields(format="1"),
        _fields(org=""),
        _fields(org=1),
        _fields(id=""),
        _fields(id={}),
        _fields(body="x"),
        _fields(body=[]),
    ],
)
def test_other_shapes_are_no_envelopes(fields: dict[str, JsonValue]) -> None:
    with pytest.raises(EnvelopeFormat):
        parse_envelope(canonical_bytes(fields))


def test_a_newer_format_is_said_to_be_newer() -> None:
    with pytest.raises(EnvelopeTooNew) as refused:
        parse_envelope(canonical_bytes(_fields(format=2)))
    assert refused.value.facts == {"found": 2, "known": 1}


def test_only_envelopes_are_signed(organisation: Organisation) -> None:
    with pytest.raises(NotCanonical):
        sign_envelope(b"{ }", organisation.worker_key, None)


def test_the_signature_is_checked_before_anything_is_read(organisation: Organisation) -> None:
    signature = sign(b"x", "revision", organisation.worker_key)
    with pytest.raises(BadSignature):
        verify_envelope(b"not even JSON", signature, ObjectType.REVISION)


def test_a_type_never_passes_for_another(organisation: Organisation) -> None:
    payload = make_envelope(ObjectType.REVISION, "og_ours", "d_one", {})
    signature = sign_envelope(payload, organisation.worker_key, None)
    with pytest.raises(WrongNamespace):
        verify_envelope(payload, signature, ObjectType.REVIEW)
    # Signed by hand under the other namespace: the type inside still gives it away.
    by_hand = sign(payload, "review", organisation.worker_key)
    with pytest.raises(EnvelopeType) as refused:
        verify_envelope(payload, by_hand, ObjectType.REVIEW)
    assert refused.value.facts == {"expected": "review", "found": "revision"}


def test_trust_is_asked_before_the_payload_is_read(organisation: Organisation) -> None:
    def nobody(_facts: SignatureFacts) -> None:
        raise UnknownAuthority

    signature = sign(b"not even JSON", "revision", organisation.worker_key)
    with pytest.raises(UnknownAuthority):
        verify_envelope(b"not even JSON", signature, ObjectType.REVISION, trust=nobody)
