"""The journal's head, signed by the device: at each export and at the end of each sitting.

The signed head is where the next opening verifies from. Of the heads that no bundle has carried
only the newest is kept: it covers those before it.
"""

from outreach_app.crypto.canonical import JsonValue
from outreach_app.crypto.envelopes import (
    ObjectType,
    make_envelope,
    object_digest,
    sign_envelope,
    verify_envelope,
)
from outreach_app.errors import OutreachError
from outreach_app.services.bodies import BodyReader
from outreach_app.store.errors import JournalBroken
from outreach_app.store.journal import JournalHead
from outreach_app.store.objects import SignedObject
from outreach_app.store.vault import Vault

KIND = "head"


def sign_head(vault: Vault, organisation: str, *, at: str) -> SignedObject:
    """Sign the journal's head and keep it, inside the caller's act."""
    head = vault.journal.head()
    body: dict[str, JsonValue] = {
        "at": at,
        "device": vault.device_id,
        "digest": f"sha256:{head.hash}",
        "number": head.n,
    }
    payload = make_envelope(ObjectType.HEAD, organisation, vault.device_id, body)
    signed = SignedObject(
        digest=object_digest(payload),
        kind=KIND,
        object_id=vault.device_id,
        number=head.n,
        payload=payload,
        signature=sign_envelope(payload, vault.device_key(), None),
        received_at=at,
    )
    vault.note_signed_head(head)
    vault.objects.add(signed)
    return signed


def sign_head_at_end(vault: Vault, organisation: str, *, at: str) -> bool:
    """Sign the head at the end of a sitting, in a transaction of its own; say whether it had grown.

    Signing is no act: a journal row for it would make the journal grow again.

    Raises:
        HostFault: It cannot be written; the next opening verifies from the head before.
    """
    if vault.journal.head().n <= vault.signed_head_number():
        return False
    with vault.database.transaction():
        signed = sign_head(vault, organisation, at=at)
        vault.objects.drop_unsent_before(KIND, vault.device_id, signed.number)
    return True


def check_signed_head(vault: Vault) -> None:
    """Accept a vault whose journal holds the newest head that its device signed.

    Raises:
        JournalBroken: That head is not genuine, or the journal does not hold it.
    """
    newest = vault.objects.newest(KIND, vault.device_id)
    if newest is None:
        return
    try:
        envelope, facts = verify_envelope(newest.payload, newest.signature, ObjectType.HEAD)
        body = BodyReader(envelope.body, "journal head")
        head = JournalHead(body.integer("number"), body.text("digest").removeprefix("sha256:"))
    except OutreachError as error:
        raise JournalBroken(row=newest.number) from error
    is_own = facts.certificate is None and facts.public_key == vault.device_key().public
    is_newest = head.n == newest.number == vault.signed_head_number()
    if not is_own or not is_newest or not vault.journal.holds(head):
        raise JournalBroken(row=newest.number)


def unsent_head(vault: Vault) -> SignedObject | None:
    """Return the head of the last sitting, if no bundle has carried it."""
    newest = vault.objects.newest(KIND, vault.device_id)
    return None if newest is None or vault.bundles.sent_with(newest.digest) else newest
