"""The device signs the journal's head at the end of each sitting; the next one holds it to that."""

from collections.abc import Callable

import pytest

from outreach_app.bundle.content import BundleContent, SignedItem
from outreach_app.crypto.envelopes import ObjectType, make_envelope, sign_envelope
from outreach_app.crypto.keys import SigningKey
from outreach_app.keychain import open_keychain
from outreach_app.services.errors import ContentMismatch
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.journal_heads import KIND
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import World
from outreach_app.services.workspace import Workspace
from outreach_app.store.errors import JournalBroken
from outreach_app.store.opening import LockedVault
from tests.services.builders import CaseBuilder, Post, shelf_of
from tests.services.conftest import Template
from tests.services.outsiders import craft
from tests.support.determinism import FrozenClock

Open = Callable[[], Sitting]


@pytest.fixture
def reopen(folders: Template, world: World) -> Open:
    """Opens the office's vault as often as it is asked to."""

    def again() -> Sitting:
        at = world.clock().isoformat(timespec="seconds")
        vault = LockedVault(folders.folder / "AB").open(
            folders.people["AB"], folders.keys["AB"], at=at
        )
        try:
            return Sitting(vault, world.clock, world.random_bytes)
        except BaseException:
            vault.close()
            raise

    return again


def test_each_sitting_ends_with_a_signed_head_of_which_the_newest_is_kept(reopen: Open) -> None:
    signed = []
    for _ in range(3):
        sitting = reopen()
        (held,) = sitting.vault.objects.of_kind(KIND, sitting.vault.device_id)
        signed.append(held.number)
        assert held.number == sitting.vault.signed_head_number()
        assert sitting.vault.journal.head().n == held.number + 1  # this opening
        sitting.close()
        sitting.close()
    assert signed == [signed[0], signed[0] + 1, signed[0] + 2]


def test_a_sitting_that_was_never_closed_leaves_everything_sound(reopen: Open) -> None:
    sitting = reopen()
    before = sitting.vault.signed_head_number()
    with sitting.vault.transaction(sitting.act("test.done")):
        pass
    sitting.vault.close()  # as when the process ends
    again = reopen()
    assert again.vault.signed_head_number() == before
    again.close()
    last = reopen()
    assert last.vault.signed_head_number() == before + 3  # two openings and what was done
    last.close()


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM journal WHERE n = (SELECT max(n) FROM journal)",
        "UPDATE objects SET number = number + 1 WHERE kind = 'head'",
        "UPDATE objects SET payload = CAST(payload || ' ' AS BLOB) WHERE kind = 'head'",
        "UPDATE vault SET value = '1' WHERE name = 'journal.signed'",
    ],
)
def test_a_journal_that_lacks_the_signed_head_is_not_opened(reopen: Open, harm: str) -> None:
    sitting = reopen()
    sitting.close()
    sitting = reopen()
    with sitting.vault.database.transaction():
        assert sitting.vault.database.execute(harm) == 1
        if harm.startswith("DELETE"):
            sitting.vault.database.execute(harm)  # this opening, then the row that was signed
    sitting.vault.close()
    with pytest.raises(JournalBroken):
        reopen()


def test_a_head_that_another_key_signed_is_not_believed(reopen: Open) -> None:
    sitting = reopen()
    held = sitting.vault.objects.newest(KIND, sitting.vault.device_id)
    assert held is not None
    forged = sign_envelope(held.payload, SigningKey.generate(), None)
    with sitting.vault.database.transaction():
        sitting.vault.database.execute(
            "UPDATE objects SET signature = ? WHERE digest = ?", (forged, held.digest)
        )
    sitting.vault.close()
    with pytest.raises(JournalBroken):
        reopen()


def test_the_secret_store_remembers_the_head_that_was_signed(reopen: Open) -> None:
    keychain = open_keychain("t1")
    sitting = reopen()
    vault_id = sitting.vault.vault_id
    Workspace(sitting, keychain).close()
    again = reopen()
    number = again.vault.signed_head_number()
    kept = keychain.freshness_head(vault_id)
    keychain.forget(vault_id)
    assert kept is not None
    assert kept.startswith(f"{number}:")
    again.close()


def test_the_head_of_the_last_sitting_goes_out_once_with_the_next_bundle(
    case: CaseBuilder, supervisor: Sitting, post: Post, clock: FrozenClock
) -> None:
    office = case.sitting
    before = office.vault.objects.newest(KIND, office.vault.device_id)
    assert before is not None
    case.opened()
    post.take(supervisor, post.send(case, "SH"))
    held = supervisor.vault.objects.of_kind(KIND, office.vault.device_id)
    assert held[0].digest == before.digest
    assert len(held) == 2
    clock.forward(hours=1)
    case.kept(case.note_plan("We met."))
    received, _accepted = post.take(supervisor, post.send(case, "SH"))
    assert received.warnings == ()
    assert len(supervisor.vault.objects.of_kind(KIND, office.vault.device_id)) == 3


@pytest.mark.parametrize(("number", "device"), [(10**6, ""), (0, "v_" + "z" * 26)])
def test_a_head_beyond_the_manifest_or_of_another_device_is_refused(
    case: CaseBuilder, supervisor: Sitting, number: int, device: str
) -> None:
    office = case.sitting
    device = device or office.vault.device_id
    body = {"at": office.instant(), "device": device, "digest": "sha256:" + "a" * 64}
    payload = make_envelope(
        ObjectType.HEAD, office.card.organisation, device, {**body, "number": number}
    )
    head = SignedItem(
        payload=payload, signature=sign_envelope(payload, office.vault.device_key(), None)
    )
    sealed = craft(case.signer, supervisor, BundleContent(heads=(head,)))
    with pytest.raises(ContentMismatch):
        receive(supervisor, sealed.data, shelf_of(supervisor))
