"""Vaults with something in them, for benchmarks: real rows, invented words."""

import hashlib
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from outreach_app.crypto.canonical import JsonValue, canonical_bytes
from outreach_app.crypto.envelopes import ObjectType, make_envelope, object_digest
from outreach_app.crypto.kdf import FLOOR
from outreach_app.crypto.parts import digest_part, new_salt
from outreach_app.domain.documents import Document, Header, Part, Revision, Subject
from outreach_app.domain.ids import Prefix, make_id
from outreach_app.domain.people import Role
from outreach_app.services.shipped import word_list
from outreach_app.store.journal import Act
from outreach_app.store.opening import LockedVault, create_vault
from outreach_app.store.unlocking import NewPerson, SlotKeys, prepare_person
from outreach_app.store.vault import Vault

START = datetime(2024, 1, 8, 9, 0, tzinfo=UTC)
AT = "2026-02-03T11:00:00+00:00"
# One case has these ten documents.
KINDS = (
    *("client", "case", "consent", "risk_assessment", "risk_assessment", "support_plan"),
    *("contact_note",) * 4,
)
# No signature is checked below the services, so any bytes of the right length do.
SIGNATURE = b"s" * 700


def an_id(prefix: Prefix) -> str:
    """Return a fresh identifier."""
    return make_id(prefix, secrets.token_bytes(16))


def make_vault(folder: Path) -> tuple[Vault, SlotKeys]:
    """Make a vault of one person at the lowest cost of the key derivation."""
    person = NewPerson(
        person_id=an_id(Prefix.PERSON),
        slot_id=an_id(Prefix.SLOT),
        initials="BM",
        full_name="Bench Mark",
        role=Role.CASEWORKER,
        device_id=an_id(Prefix.DEVICE),
        parameters=FLOOR,
    )
    preparation = prepare_person(an_id(Prefix.VAULT), person)
    keys = preparation.derivation.derive("a passphrase for benchmarks only")
    return create_vault(folder, preparation, keys, at=AT), keys


def open_again(folder: Path, person_id: str, keys: SlotKeys) -> Vault:
    """Open a vault with keys that were derived before."""
    return LockedVault(folder).open(person_id, keys, at=AT)


def act(vault: Vault, kind: str) -> Act:
    """Return an act of the unlocked person."""
    return Act(kind=kind, at=AT, person_id=vault.person_id)


def fill(vault: Vault, cases: int, *, cases_at_once: int = 250) -> int:
    """Add so many cases with their ten documents each and return the number of documents."""
    added = 0
    for first in range(0, cases, cases_at_once):
        count = min(cases_at_once, cases - first)
        revisions = [one for n in range(count) for one in _case(vault, first + n)]
        with vault.transaction(act(vault, "benchmark.filled")):
            vault.revisions.add_many(revisions, received_at=AT)
        added += len(revisions)
    return added


def _case(vault: Vault, number: int) -> Iterator[Revision]:
    subject = Subject(client_id=an_id(Prefix.CLIENT), case_id=an_id(Prefix.CASE))
    begun = START + timedelta(hours=3 * number)
    for place, form_id in enumerate(KINDS):
        at = (begun + timedelta(days=place)).isoformat()
        whom = Subject(client_id=subject.client_id) if form_id == "client" else subject
        document = Document(document_id=an_id(Prefix.DOCUMENT), form_id=form_id, subject=whom)
        yield a_revision(vault, document, _answers(form_id, number, at, vault.person_id), at)


def a_revision(vault: Vault, document: Document, answers: dict[str, Any], at: str) -> Revision:
    """Return a first revision whose id and digests are true."""
    salt, content = new_salt(), canonical_bytes(answers)
    header = Header(
        document_id=document.document_id,
        subject=document.subject,
        form_id=document.form_id,
        form_hash=hashlib.sha256(document.form_id.encode()).hexdigest(),
        parents=(),
        author_id=vault.person_id,
        certificate_serial=1,
        device_id=vault.device_id,
        signed_at=at,
        reason="new",
        parts={"main": digest_part(salt, content)},
        rules_version="1",
    )
    body: dict[str, JsonValue] = {"at": at, "parts": dict(header.parts)}
    payload = make_envelope(
        ObjectType.REVISION, an_id(Prefix.ORGANISATION), document.document_id, body
    )
    return Revision(
        revision_id=object_digest(payload),
        header=header,
        payload=payload,
        signature=SIGNATURE,
        parts={"main": Part(name="main", salt=salt, answers=answers)},
        received_at=AT,
    )


def prose(words: int) -> str:
    """Return so many words drawn from the word list for passphrases."""
    known = _words()
    return " ".join(secrets.choice(known) for _ in range(words))


@cache
def _words() -> tuple[str, ...]:
    return word_list()


def _answers(form_id: str, number: int, at: str, person_id: str) -> dict[str, Any]:
    """Return answers with the names that lists read, and prose around them."""
    match form_id:
        case "client":
            names = {"client_ref": f"OX-{number}", "preferred_name": prose(1).title()}
            return {"identity": {**names, "full_name": prose(2).title()}, "notes": prose(30)}
        case "case":
            opening = {
                "case_ref": f"OX-{number}.1",
                "case_opened_on": at[:10],
                "caseworker": person_id,
            }
            return {"opening": {**opening, "service_kind": "outreach"}, "summary": prose(120)}
        case "risk_assessment":
            level = secrets.choice(("low", "medium", "high", "very_high"))
            levels = {"indicated_level": level, "overall_level": level}
            rows = [
                {"_id": an_id(Prefix.ROW), "_order": f"a{place}", "risk_title": prose(12)}
                for place in range(4)
            ]
            return {"section_a": {"assessed_at": at}, "risks": rows, "section_h": levels}
        case "support_plan":
            dates = {"plan_date": at[:10], "plan_next_review": at[:10]}
            return {"plan": dates, "words": prose(80)}
        case "consent":
            return {"con_date": at[:10], "con_state": "given", "con_words": prose(20)}
    return {"note_datetime": at, "note_text": prose(150)}
