"""The enrolment request: a laptop asks the organisation to certify a person's new keys.

The request holds public keys only and is signed by the new signing key itself, which proves that
whoever asks holds it. Who the person is, two people check by the words.
"""

from dataclasses import asdict, dataclass

from outreach_app.crypto.canonical import canonical_bytes, parse_canonical_object
from outreach_app.crypto.envelopes import (
    ObjectType,
    make_envelope,
    sign_envelope,
    verify_envelope,
)
from outreach_app.crypto.keys import SigningKey, parse_public_line
from outreach_app.domain.ids import Prefix, is_id
from outreach_app.errors import OutreachError
from outreach_app.services.bodies import BodyReader
from outreach_app.services.errors import RequestFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentRequest:
    """Who asks, and the public halves of the keys to be certified."""

    organisation: str
    person_id: str
    initials: str
    full_name: str
    device_id: str
    signing_key: str
    age_recipient: str


def write_request(request: EnrolmentRequest, signing_key: SigningKey) -> bytes:
    """Return the bytes of a request file."""
    body = asdict(request)
    organisation = body.pop("organisation")
    payload = make_envelope(ObjectType.CARD, organisation, request.person_id, body)
    signature = sign_envelope(payload, signing_key, None)
    return canonical_bytes(
        {"payload": payload.decode("utf-8"), "signature": signature.decode("ascii")}
    )


def parse_request(untrusted: bytes) -> EnrolmentRequest:
    """Return the request of a file.

    Raises:
        RequestFormat: Damaged, or not signed by the key that it asks to certify.
    """
    try:
        outer = BodyReader(parse_canonical_object(untrusted), "request")
        payload = outer.text("payload").encode("utf-8")
        signature = outer.text("signature").encode("utf-8")
        outer.done()
        envelope, facts = verify_envelope(payload, signature, ObjectType.CARD)
        body = BodyReader(envelope.body, "request")
        request = EnrolmentRequest(
            organisation=envelope.organisation,
            person_id=body.text("person_id"),
            initials=body.text("initials"),
            full_name=body.text("full_name"),
            device_id=body.text("device_id"),
            signing_key=body.text("signing_key"),
            age_recipient=body.text("age_recipient"),
        )
        body.done()
        proven = facts.public_key == parse_public_line(request.signing_key)
    except OutreachError as error:
        raise RequestFormat from error
    named = is_id(request.person_id, Prefix.PERSON) and is_id(request.device_id, Prefix.DEVICE)
    if facts.certificate is not None or not proven or not named:
        raise RequestFormat
    return request
