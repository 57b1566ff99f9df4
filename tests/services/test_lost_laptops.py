"""A laptop that is lost: everybody on it, at once, by whoever may, with the newest keys only."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from outreach_app.crypto.keys import SigningKey, generate_age_identity
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Role
from outreach_app.domain.revocation import RevocationReason
from outreach_app.services.directory import ContactState, contacts
from outreach_app.services.enrolment import EnrolmentRequest, write_request
from outreach_app.services.errors import (
    IssuingKeyClosed,
    NotAllowed,
    OtherOrganisation,
    UnknownPerson,
)
from outreach_app.services.keeping.errors import (
    KeysFolderBehind,
    NothingToWithdraw,
    UnknownLaptop,
    WithdrawalAhead,
)
from outreach_app.services.keeping.keepers import Keeper, keeper_of
from outreach_app.services.keeping.lost_laptops import (
    InOtherHands,
    WithdrawalOrder,
    laptop,
    laptops,
    leads,
    withdraw_laptop,
)
from outreach_app.services.organisation import CARD_NAME, found_organisation, load_card
from outreach_app.services.reconfiguring import reconfigure
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.suspending import SuspensionOrder, suspend
from tests.services.builders import CaseBuilder, Post, shelf_of
from tests.services.outsiders import Office
from tests.services.test_organisation import founding
from tests.support.determinism import FrozenClock, SeededIds

SignerOf = Callable[[Sitting], Signer]


def order_of(
    device_id: str, since: datetime, reason: InOtherHands = RevocationReason.LOST
) -> WithdrawalOrder:
    return WithdrawalOrder(device_id=device_id, reason=reason, since=since)


@pytest.fixture
def keeper(supervisor: Sitting) -> Keeper:
    """The supervisor, who also looks after the keys."""
    return keeper_of(supervisor)


@pytest.fixture
def shared(manager: Office, office: Sitting, supervisor: Sitting) -> str:
    """The device of the office, on which somebody of the night works too."""
    key, (_identity, recipient) = SigningKey.generate(), generate_age_identity()
    request = EnrolmentRequest(
        organisation=office.card.organisation,
        person_id=manager.world.new_id(Prefix.PERSON),
        initials="NN",
        full_name="Nia North",
        device_id=office.vault.device_id,
        signing_key=key.public_line(),
        age_recipient=recipient,
    )
    manager.enrol(write_request(request, key), Role.NIGHT_STAFF)
    raw = (manager.folder / CARD_NAME).read_bytes()
    reconfigure(supervisor, raw, shelf_of(supervisor).find)
    return office.vault.device_id


def test_a_laptop_is_everybody_on_it(shared: str, supervisor: Sitting, office: Sitting) -> None:
    found = laptop(supervisor, shared)
    assert [each.person.initials for each in found.people] == ["AB", "NN"]
    assert not found.is_mine
    mine = [each for each in laptops(supervisor) if each.is_mine]
    assert [each.person.initials for each in mine[0].people] == ["SH"]
    assert [each.person.initials for each in leads(office)] == ["SH"]
    assert leads(supervisor) == ()
    with pytest.raises(UnknownLaptop):
        laptop(supervisor, supervisor.new_id(Prefix.DEVICE))


def test_one_signature_suspends_everybody_on_a_laptop_and_nobody_else(
    shared: str, supervisor: Sitting, office: Sitting, signer_of: SignerOf
) -> None:
    order = SuspensionOrder(name="", words="laptop lost", since=supervisor.now(), device_id=shared)
    with pytest.raises(NotAllowed):
        suspend(office, signer_of(office), order, shelf_of(office).find)
    statements, _restated = suspend(
        supervisor, signer_of(supervisor), order, shelf_of(supervisor).find
    )
    assert len(statements) == 2
    states = {each.person.initials: each.state for each in contacts(supervisor)}
    assert states["AB"] is states["NN"] is ContactState.SUSPENDED
    assert states["CC"] is states["SH"] is ContactState.VALID
    assert laptop(supervisor, shared).is_suspended
    nowhere = replace(order, device_id=supervisor.new_id(Prefix.DEVICE))
    with pytest.raises(UnknownPerson):
        suspend(supervisor, signer_of(supervisor), nowhere, shelf_of(supervisor).find)


def test_all_certificates_of_a_lost_laptop_end_those_that_were_replaced_as_well(
    keeper: Keeper, shared: str, manager: Office, supervisor: Sitting, clock: FrozenClock
) -> None:
    held = {each.device_id: each for each in manager.card().configuration.certificates()}[shared]
    before = supervisor.now()
    clock.forward(days=2)
    card, serials = withdraw_laptop(
        replace(keeper, now=clock()), manager.folder, order_of(shared, before), manager.passphrase
    )
    assert serials == (1, held.serial)
    ended = {each.serial: each for each in card.configuration.revocations}
    assert {ended[serial].reason for serial in serials} == {RevocationReason.LOST}
    assert {ended[serial].since for serial in serials} == {before}
    raw = (manager.folder / CARD_NAME).read_bytes()
    reconfigure(supervisor, raw, shelf_of(supervisor).find)
    states = {each.person.initials: each.state for each in contacts(supervisor)}
    assert states["AB"] is states["NN"] is ContactState.WITHDRAWN
    with pytest.raises(UnknownLaptop):
        laptop(supervisor, shared)


def test_work_that_nobody_else_had_waits_and_what_others_had_stays(
    case: CaseBuilder,
    manager: Office,
    supervisor: Sitting,
    post: Post,
    clock: FrozenClock,
) -> None:
    case.opened()
    post.take(supervisor, post.send(case, "SH"))
    clock.forward(days=1)
    since = clock()
    clock.forward(days=1)
    late = case.kept(case.note_plan("Written by whom?"))
    post.take(supervisor, post.send(case, "SH"))
    withdraw_laptop(
        keeper_of(supervisor),
        manager.folder,
        order_of(case.sitting.vault.device_id, since),
        manager.passphrase,
    )
    raw = (manager.folder / CARD_NAME).read_bytes()
    reconfigure(supervisor, raw, shelf_of(supervisor).find)
    found = supervisor.vault.revisions.get(late.revision_id)
    assert not found.counted
    assert "lost" in found.not_counted


def test_a_second_withdrawal_says_so_and_a_graver_or_earlier_one_goes_on(
    keeper: Keeper, manager: Office, office: Sitting, clock: FrozenClock
) -> None:
    device, folder = office.vault.device_id, manager.folder
    day = clock()
    clock.forward(days=3)
    later = replace(keeper, now=clock())

    def withdraw(since: datetime, reason: InOtherHands = RevocationReason.LOST) -> None:
        withdraw_laptop(later, folder, order_of(device, since, reason), manager.passphrase)

    withdraw(day + timedelta(days=1))
    raw = (folder / CARD_NAME).read_bytes()
    for since in (day + timedelta(days=1), day + timedelta(days=2)):
        with pytest.raises(NothingToWithdraw):
            withdraw(since)
    assert (folder / CARD_NAME).read_bytes() == raw
    withdraw(day)
    withdraw(day, RevocationReason.COMPROMISED)
    with pytest.raises(NothingToWithdraw):
        withdraw(day, RevocationReason.LOST)


def test_what_is_refused_changes_nothing(
    keeper: Keeper, manager: Office, office: Sitting, clock: FrozenClock
) -> None:
    folder, device = manager.folder, office.vault.device_id
    raw = (folder / CARD_NAME).read_bytes()
    now = keeper.now
    with pytest.raises(WithdrawalAhead):
        withdraw_laptop(
            keeper, folder, order_of(device, now + timedelta(days=1)), manager.passphrase
        )
    with pytest.raises(UnknownLaptop):
        withdraw_laptop(
            keeper, folder, order_of(office.new_id(Prefix.DEVICE), now), manager.passphrase
        )
    with pytest.raises(IssuingKeyClosed):
        withdraw_laptop(keeper, folder, order_of(device, now), "of no key at all")
    assert (folder / CARD_NAME).read_bytes() == raw


def test_an_older_copy_of_the_keys_and_those_of_others_are_refused(
    manager: Office,
    supervisor: Sitting,
    office: Sitting,
    tmp_path: Path,
    new_id: SeededIds,
) -> None:
    old = tmp_path / "old stick"
    shutil.copytree(manager.folder, old)
    manager.certify("NN", Role.CASEWORKER)
    reconfigure(supervisor, (manager.folder / CARD_NAME).read_bytes(), shelf_of(supervisor).find)
    now_knowing = keeper_of(supervisor)
    order = order_of(office.vault.device_id, now_knowing.now)
    with pytest.raises(KeysFolderBehind) as told:
        withdraw_laptop(now_knowing, old, order, manager.passphrase)
    assert told.value.facts == {"found": 4, "held": 5}
    assert load_card(old).configuration.number == 4
    elsewhere = tmp_path / "another organisation"
    found_organisation(elsewhere, founding(new_id), manager.passphrase, now=now_knowing.now)
    with pytest.raises(OtherOrganisation):
        withdraw_laptop(now_knowing, elsewhere, order, manager.passphrase)


def test_only_roles_that_have_to_do_with_the_keys_are_let_near_them(office: Sitting) -> None:
    before = office.vault.journal.head().n
    with pytest.raises(NotAllowed):
        keeper_of(office)
    assert office.vault.journal.head().n == before + 1
