"""Small real things for the tests of the store: people, documents, revisions, reviews."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.envelopes import object_digest
from outreach_app.crypto.kdf import FLOOR
from outreach_app.crypto.parts import digest_part
from outreach_app.domain.documents import (
    Change,
    Document,
    Header,
    Part,
    Review,
    ReviewVerb,
    Revision,
    Subject,
)
from outreach_app.domain.people import Role
from outreach_app.store.journal import Act
from outreach_app.store.opening import LockedVault, create_vault
from outreach_app.store.unlocking import NewPerson, SlotKeys, prepare_person
from outreach_app.store.vault import Vault

AT = "2026-02-03T11:00:00+00:00"
VAULT_ID = "vt_aaaaaaaaaaaaaaaaaaaaaaaaaa"
DEVICE_ID = "v_aaaaaaaaaaaaaaaaaaaaaaaaaa"
ANNA = "p_aaaaaaaaaaaaaaaaaaaaaaaaaa"
BEN = "p_bbbbbbbbbbbbbbbbbbbbbbbbbb"
CHIARA = "p_cccccccccccccccccccccccccc"
PASSPHRASES = {ANNA: "first passphrase", BEN: "second passphrase", CHIARA: "third passphrase"}


def act(kind: str = "test.done", at: str = AT) -> Act:
    """Return an act of Anna's."""
    return Act(kind=kind, at=at, person_id=ANNA)


def a_person(person_id: str, initials: str = "AA") -> NewPerson:
    """Return somebody who is to get a slot at the lowest cost."""
    return NewPerson(
        person_id=person_id,
        slot_id=f"s_{person_id[2:]}",
        initials=initials,
        full_name=f"Person {initials}",
        role=Role.CASEWORKER,
        device_id=DEVICE_ID,
        parameters=FLOOR,
    )


def make_vault(folder: Path) -> tuple[Vault, SlotKeys]:
    """Make a vault of Anna's; slow, because it derives a key."""
    preparation = prepare_person(VAULT_ID, a_person(ANNA))
    keys = preparation.derivation.derive(PASSPHRASES[ANNA])
    return create_vault(folder, preparation, keys, at=AT), keys


def add_colleague(vault: Vault, person_id: str) -> SlotKeys:
    """Add a person to an open vault; slow, because it derives a key."""
    preparation = prepare_person(vault.vault_id, a_person(person_id, person_id[2].upper() * 2))
    keys = preparation.derivation.derive(PASSPHRASES[person_id])
    vault.add_person(preparation, keys, act("person.added"))
    return keys


def reopen(folder: Path, keys: SlotKeys, person_id: str = ANNA) -> Vault:
    """Open a vault with keys that were derived before."""
    locked = LockedVault(folder)
    try:
        return locked.open(person_id, keys, at=AT)
    except BaseException:
        locked.release()
        raise


def crash_copy(folder: Path, target: Path) -> Path:
    """Return a copy of an open vault's folder: what a killed process leaves on the disk."""
    shutil.copytree(folder, target)
    return target


def a_document(number: int = 1, form_id: str = "contact_note", case: int = 1) -> Document:
    """Return a document of a case; the numbers choose the ids."""
    return Document(
        document_id=f"d_{number:026d}",
        form_id=form_id,
        subject=Subject(client_id=f"c_{case:026d}", case_id=f"k_{case:026d}"),
    )


def a_revision(
    document: Document,
    answers: Mapping[str, Any],
    *,
    parents: Iterable[str] = (),
    at: str = AT,
    counted: bool = True,
    more_parts: Mapping[str, Mapping[str, Any]] | None = None,
) -> Revision:
    """Return a revision whose digests are true; its signature is not looked at by the store."""
    parts = {
        "main": dict(answers),
        **{name: dict(part) for name, part in (more_parts or {}).items()},
    }
    salts = {
        name: bytes.fromhex(object_digest(canonical_bytes([at, name, part]))[7:])
        for name, part in parts.items()
    }
    header = Header(
        document_id=document.document_id,
        subject=document.subject,
        form_id=document.form_id,
        form_hash="f" * 64,
        parents=tuple(sorted(parents)),
        author_id=ANNA,
        certificate_serial=1,
        device_id=DEVICE_ID,
        signed_at=at,
        reason="new",
        parts={
            name: digest_part(salts[name], canonical_bytes(part)) for name, part in parts.items()
        },
        attachments=("a" * 64,),
        rules_version="1",
        flags=("clock_behind",),
    )
    payload = canonical_bytes(
        {"document": document.document_id, "parents": list(header.parents), "at": at,
         "parts": dict(header.parts)}
    )  # fmt: skip
    return Revision(
        revision_id=object_digest(payload),
        header=header,
        payload=payload,
        signature=b"signature",
        parts={
            name: Part(name=name, salt=salts[name], answers=part) for name, part in parts.items()
        },
        received_at=AT,
        counted=counted,
        not_counted="" if counted else "authority",
    )


def a_review(revision: Revision, verb: ReviewVerb, *, at: str = AT, text: str = "") -> Review:
    """Return a review of a revision."""
    payload = canonical_bytes([revision.revision_id, verb.value, at, text])
    return Review(
        review_id=object_digest(payload),
        revision_id=revision.revision_id,
        document_id=revision.header.document_id,
        verb=verb,
        reviewer_id=BEN,
        certificate_serial=2,
        device_id=DEVICE_ID,
        signed_at=at,
        text=text,
        payload=payload,
        signature=b"signature",
    )


def add(vault: Vault, *revisions: Revision) -> None:
    """Add revisions as one act."""
    with vault.transaction(act("revisions.added")):
        vault.revisions.add_many(revisions, received_at=AT)


def add_reviews(vault: Vault, *reviews: Review) -> None:
    """Add reviews as one act."""
    with vault.transaction(act("reviews.added")):
        vault.reviews.add_many(reviews, received_at=AT)


def change(address: str, new: str, old: str = "", at: str = AT) -> Change:
    """Return an accepted change."""
    return Change(n=0, address=address, old=old, new=new, at=at)
