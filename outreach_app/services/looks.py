"""Looks: who opened a case that is closed to them, or tried to, when and why – told to supervisors.

Each is signed by the device on which it happened and goes along in every bundle that only
supervisors and safeguarding leads of the organisation get. Nobody else is told.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from outreach_app.bundle.content import SignedItem
from outreach_app.bundle.manifest import Manifest
from outreach_app.crypto.canonical import JsonValue
from outreach_app.crypto.envelopes import (
    ObjectType,
    make_envelope,
    object_digest,
    sign_envelope,
    verify_envelope,
)
from outreach_app.domain.documents import Subject
from outreach_app.domain.ids import Prefix, is_id
from outreach_app.domain.people import Person, Role
from outreach_app.services.bodies import BodyReader
from outreach_app.services.errors import BodyFormat, ContentMismatch
from outreach_app.services.instants import read_instant
from outreach_app.services.sitting import Sitting
from outreach_app.store.objects import SignedObject

KIND = "look"
OPENED, REFUSED = "opened", "refused"
MOST_LETTERS = 500
_MOST_SENT = 500
_TOLD = frozenset({Role.SUPERVISOR, Role.SAFEGUARDING_LEAD})
_SEEN = "looks.seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One case opened with a reason, or the attempt that was refused.

    Attributes:
        number: Place in the journal of the device.
        is_opened: It was opened; else the role did not allow it.
    """

    at: str
    device_id: str
    person_id: str
    subject: Subject
    purpose: str
    number: int
    is_opened: bool
    signed: SignedObject


def note_look(sitting: Sitting, subject: Subject, purpose: str, *, is_opened: bool) -> None:
    """Sign and keep a look of the unlocked person inside the caller's act.

    Args:
        sitting: The unlocked vault.
        subject: Client and case.
        purpose: Why, one line.
        is_opened: Whether the role allowed it.
    """
    vault = sitting.vault
    number = vault.journal.head().n
    body: dict[str, JsonValue] = {
        "act": OPENED if is_opened else REFUSED,
        "at": sitting.instant(),
        "case": subject.case_id,
        "client": subject.client_id,
        "device": vault.device_id,
        "number": number,
        "person": sitting.me.person_id,
        "purpose": purpose,
    }
    payload = make_envelope(ObjectType.LOOK, sitting.card.organisation, vault.device_id, body)
    vault.objects.add(
        SignedObject(
            digest=object_digest(payload),
            kind=KIND,
            object_id=vault.device_id,
            number=number,
            payload=payload,
            signature=sign_envelope(payload, vault.device_key(), None),
            received_at=sitting.instant(),
        )
    )


def looks_for(sitting: Sitting, recipients: Iterable[Person]) -> tuple[SignedItem, ...]:
    """Return the looks on this device for a bundle; none unless all recipients are to be told."""
    organisation = sitting.card.organisation
    people = tuple(recipients)
    if not all(each.organisation == organisation and each.role in _TOLD for each in people):
        return ()
    held = sitting.vault.objects.of_kind(KIND, sitting.vault.device_id)[-_MOST_SENT:]
    return tuple(SignedItem(payload=each.payload, signature=each.signature) for each in held)


def read_look(untrusted: SignedItem, manifest: Manifest, *, received_at: str) -> Look:
    """Return a look out of a bundle; the manifest, signed by a person, vouches for the device.

    Raises:
        ContentMismatch: It is of another device than the sender's.
        BodyFormat: Other fields or shapes than a look has.
        Untrusted: Signature or envelope are refused.
    """
    look = _read(
        SignedObject(
            digest=object_digest(untrusted.payload),
            kind=KIND,
            object_id=manifest.signer.device_id,
            payload=untrusted.payload,
            signature=untrusted.signature,
            received_at=received_at,
        )
    )
    if look.device_id != manifest.signer.device_id:
        raise ContentMismatch(what="look into a case")
    return look


def keep_look(sitting: Sitting, look: Look) -> None:
    """Keep a look that came, inside the caller's act; nothing happens when it was held."""
    sitting.vault.objects.add(look.signed)


def may_see_looks(sitting: Sitting) -> bool:
    """Say whether the unlocked person is told who opened what with a reason."""
    return sitting.me.role in _TOLD


def looks_in(sitting: Sitting, case_id: str = "") -> tuple[Look, ...]:
    """Return the looks into a case, or all, the newest first; none for who is not told."""
    if not may_see_looks(sitting):
        return ()
    found = [_read(each) for each in sitting.vault.objects.of_kind(KIND)]
    wanted = (each for each in found if not case_id or each.subject.case_id == case_id)
    return tuple(sorted(wanted, key=lambda each: read_instant(each.at), reverse=True))


def unread_looks(sitting: Sitting) -> tuple[Look, ...]:
    """Return the looks that the person has not taken note of yet, the newest first."""
    known = set(sitting.vault.properties.get(_seen_name(sitting), "").split())
    return tuple(each for each in looks_in(sitting) if each.signed.digest not in known)


def note_looks_read(sitting: Sitting) -> None:
    """Take note of every look; they stay in the history of their cases."""
    digests = sorted(each.signed.digest for each in looks_in(sitting))
    with sitting.vault.transaction(sitting.act("looks.read", count=len(digests))):
        sitting.vault.properties.set(_seen_name(sitting), " ".join(digests))


def _seen_name(sitting: Sitting) -> str:
    return f"{_SEEN}.{sitting.me.person_id}"


def _read(signed: SignedObject) -> Look:
    envelope, facts = verify_envelope(signed.payload, signed.signature, ObjectType.LOOK)
    body = BodyReader(envelope.body, "look into a case")
    act = body.text("act")
    look = Look(
        at=body.text("at"),
        device_id=body.text("device"),
        person_id=body.text("person"),
        subject=Subject(client_id=body.text("client"), case_id=body.text("case")),
        purpose=body.text("purpose"),
        number=body.integer("number"),
        is_opened=act == OPENED,
        signed=SignedObject(
            digest=signed.digest,
            kind=KIND,
            object_id=envelope.object_id,
            number=body.integer("number"),
            payload=signed.payload,
            signature=signed.signature,
            received_at=signed.received_at,
        ),
    )
    body.done()
    if act not in {OPENED, REFUSED} or not _is_sound(look):
        raise BodyFormat(kind="look into a case")
    if facts.certificate is not None or envelope.object_id != look.device_id:
        raise ContentMismatch(what="look into a case")
    return look


def _is_sound(look: Look) -> bool:
    try:
        read_instant(look.at)
    except ValueError:
        return False
    ids = (
        is_id(look.person_id, Prefix.PERSON),
        is_id(look.subject.client_id, Prefix.CLIENT),
        not look.subject.case_id or is_id(look.subject.case_id, Prefix.CASE),
    )
    return all(ids) and look.purpose.isprintable() and 0 < len(look.purpose) <= MOST_LETTERS
