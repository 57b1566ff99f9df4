"""A restored vault reads and saves, and shares again only as a new device that knows what stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from outreach_app.domain.people import Role
from outreach_app.domain.revocation import RevocationReason
from outreach_app.services.backups import back_up, restore_backup
from outreach_app.services.errors import (
    CertificateNotListed,
    NotEnrolled,
    RestoredKeys,
    RestoredVault,
    WordsNotCompared,
)
from outreach_app.services.exchange.acceptance import accept
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.organisation import enrol
from outreach_app.services.reconfiguring import reconfigure
from outreach_app.services.restored import needs_new_keys, waits_since
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.suspending import SuspensionOrder, suspend
from outreach_app.services.vaults import World, make_request, open_sitting
from outreach_app.services.workspace import Workspace
from outreach_app.store.bundles import Arrival
from tests.services.builders import CaseBuilder, Post, shelf_of
from tests.services.outsiders import Office
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]


@dataclass
class Restored:
    """The caseworker's vault out of a backup, with the case and what others hold of it.

    Attributes:
        before: The case as the vault before the restore had it, still in its owner's hands.
        others: A builder of the same case in the supervisor's vault.
        on_its_way: A bundle that the supervisor sealed to the keys before.
    """

    sitting: Sitting
    before: CaseBuilder
    others: CaseBuilder
    on_its_way: bytes
    passphrase: str
    manager: Office

    def raw_card(self) -> bytes:
        return (self.manager.folder / "organisation.json").read_bytes()

    def case(self) -> CaseBuilder:
        """Return a builder of the case with the keys that the person has now."""
        return self.before.as_seen_by(self.sitting, self.sitting.signer(self.passphrase))

    def enrol_again(self) -> None:
        """Ask for new keys and have them certified; nothing is installed yet."""
        request = make_request(self.sitting, self.passphrase)
        now = self.sitting.now()
        enrol(self.manager.folder, request, Role.CASEWORKER, self.manager.passphrase, now=now)

    def bundle(self, post: Post) -> bytes:
        """Return a bundle that the supervisor writes now."""
        return post.send(self.others, "AB")


@pytest.fixture
def others(case: CaseBuilder, supervisor: Sitting, signer_of: SignerOf, post: Post) -> CaseBuilder:
    """The case as the supervisor has it before the backup."""
    post.take(supervisor, post.send(case.opened(), "SH"))
    return case.as_seen_by(supervisor, signer_of(supervisor))


@pytest.fixture
def on_its_way(others: CaseBuilder, post: Post) -> bytes:
    """A bundle that the supervisor sealed to the caseworker's keys before the restore."""
    return post.send(others, "AB")


@pytest.fixture
def sitting(
    case: CaseBuilder,
    on_its_way: bytes,
    tmp_path: Path,
    world: World,
    clock: FrozenClock,
    passphrases: dict[str, str],
) -> Iterator[Sitting]:
    """The caseworker's vault out of a backup of the day of that bundle."""
    assert on_its_way
    back_up(case.sitting, tmp_path / "backup")
    clock.forward(hours=1)
    restore_backup(tmp_path / "backup", tmp_path / "restored", "", passphrases["AB"], world)
    clock.forward(hours=1)
    opened = open_sitting(tmp_path / "restored", "", passphrases["AB"], world)
    yield opened
    opened.close()


@pytest.fixture
def restored(
    case: CaseBuilder,
    others: CaseBuilder,
    sitting: Sitting,
    on_its_way: bytes,
    passphrases: dict[str, str],
    manager: Office,
) -> Restored:
    return Restored(sitting, case, others, on_its_way, passphrases["AB"], manager)


def test_it_reads_and_saves_and_neither_shares_nor_takes_over(
    restored: Restored, post: Post, clock: FrozenClock
) -> None:
    sitting = restored.sitting
    note = restored.case().kept(restored.case().note_plan("Written in the restored vault."))
    assert sitting.vault.revisions.get(note.revision_id).counted
    with pytest.raises(RestoredKeys):
        post.send(restored.case(), "SH")
    received = receive(sitting, restored.on_its_way, shelf_of(sitting))
    with pytest.raises(RestoredVault):
        accept(sitting, received.report.bundle_id, shelf_of(sitting))
    with pytest.raises(RestoredKeys):
        Workspace(sitting).enrol(restored.raw_card())
    assert waits_since(sitting) == clock.forward(hours=-1)


def test_a_bundle_from_before_does_not_do_and_one_from_after_does(
    restored: Restored, post: Post
) -> None:
    sitting = restored.sitting
    first = receive(sitting, restored.on_its_way, shelf_of(sitting))
    assert waits_since(sitting) is not None
    receive(sitting, restored.bundle(post), shelf_of(sitting))
    assert waits_since(sitting) is None
    assert accept(sitting, first.report.bundle_id, shelf_of(sitting)).revisions
    with pytest.raises(RestoredKeys):
        post.send(restored.case(), "SH")


def test_new_keys_are_for_the_new_device_and_the_old_ones_end(
    restored: Restored, supervisor: Sitting, post: Post
) -> None:
    sitting = restored.sitting
    sent_before = [(each.device_id, each.sequence) for each in sitting.vault.bundles.sent()]
    assert needs_new_keys(sitting)
    old = sitting.me
    restored.enrol_again()
    assert sitting.me.signing_key != old.signing_key
    assert sitting.me.age_recipient != old.age_recipient
    with pytest.raises(NotEnrolled):
        sitting.signer(restored.passphrase)
    again = make_request(sitting, restored.passphrase)
    assert sitting.me.signing_key.encode() in again
    person = Workspace(sitting).enrol(restored.raw_card())
    assert (person.device_id, person.person_id) == (sitting.vault.device_id, old.person_id)
    (replaced,) = sitting.configuration.revocations
    assert (replaced.serial, replaced.reason) == (
        old.certificate_serial,
        RevocationReason.REPLACED,
    )
    raw = post.send(restored.case(), "SH")
    sent = [(each.device_id, each.sequence) for each in sitting.vault.bundles.sent()]
    assert sent_before == [(old.device_id, 1)]
    assert set(sent) == {(old.device_id, 1), (sitting.vault.device_id, 1)}
    with pytest.raises(WordsNotCompared):
        receive(supervisor, raw, shelf_of(supervisor))
    received = receive(supervisor, raw, shelf_of(supervisor), words_compared=True)
    accepted = accept(supervisor, received.report.bundle_id, shelf_of(supervisor))
    assert received.report.arrival is Arrival.NEW
    assert not received.warnings
    assert not received.line.missing
    assert not accepted.not_counted


def test_what_is_on_its_way_to_the_keys_before_still_opens(
    restored: Restored,
) -> None:
    restored.enrol_again()
    Workspace(restored.sitting).enrol(restored.raw_card())
    received = receive(restored.sitting, restored.on_its_way, shelf_of(restored.sitting))
    assert received.report.arrival is Arrival.NEW


def test_who_has_no_colleague_catches_up_by_the_organisations_next_file(
    restored: Restored, post: Post
) -> None:
    sitting = restored.sitting
    reconfigure(sitting, restored.raw_card(), shelf_of(sitting).find)
    assert waits_since(sitting) is not None
    make_request(sitting, restored.passphrase)
    with pytest.raises(RestoredVault):
        Workspace(sitting).enrol(restored.raw_card())
    restored.enrol_again()
    Workspace(sitting).enrol(restored.raw_card())
    assert waits_since(sitting) is None
    assert sitting.vault.journal.rows(limit=1000)[-1].act.kind != "vault.restored"
    assert post.send(restored.case(), "SH")


def test_a_file_without_the_new_certificate_enrols_nobody(restored: Restored) -> None:
    make_request(restored.sitting, restored.passphrase)
    restored.manager.withdraw(restored.others.sitting.me.certificate_serial, RevocationReason.LOST)
    with pytest.raises(CertificateNotListed):
        Workspace(restored.sitting).enrol(restored.raw_card())
    assert waits_since(restored.sitting) is None


def test_a_sender_who_knows_less_or_does_not_stand_is_no_witness(
    restored: Restored, supervisor: Sitting, signer_of: SignerOf, post: Post, clock: FrozenClock
) -> None:
    sitting = restored.sitting
    early = restored.bundle(post)
    before = waits_since(sitting)
    assert before is not None
    clock.forward(hours=-2)
    reissued = restored.manager.withdraw(2, RevocationReason.LOST)
    reconfigure(sitting, reissued, shelf_of(sitting).find)
    clock.forward(hours=2)
    receive(sitting, early, shelf_of(sitting))
    assert waits_since(sitting) == before
    order = SuspensionOrder(name="CC", words="no trust", since=clock())
    suspend(supervisor, signer_of(supervisor), order, shelf_of(supervisor).find)
    reconfigure(supervisor, restored.raw_card(), shelf_of(supervisor).find, words_compared=True)
    receive(sitting, restored.bundle(post), shelf_of(sitting))
    assert waits_since(sitting) is None
    assert sitting.trust.withdrawals.suspensions
