"""Vaults with several people: own passphrases and keys, enrolment, removal, recovery, the clock."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from outreach_app.crypto.errors import SharesDoNotCombine, WrongPassphrase
from outreach_app.crypto.kdf import FLOOR
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Role
from outreach_app.errors import HostFault
from outreach_app.keychain import open_keychain
from outreach_app.services.backups import prove_recovery
from outreach_app.services.errors import (
    CertificateNotListed,
    NotEnrolled,
    OlderConfiguration,
    OrganisationFile,
    OtherOrganisation,
    RecoveryDoesNotOpen,
    SeveralPeople,
    UnknownPerson,
)
from outreach_app.services.instants import read_instant
from outreach_app.services.organisation import Founded, Founding, enrol, found_organisation
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import (
    Newcomer,
    World,
    add_person,
    change_passphrase,
    enrol_me,
    install_configuration,
    make_request,
    make_vault,
    open_sitting,
    remove_person,
    renew_recovery,
)
from outreach_app.services.workspace import Workspace, open_workspace
from outreach_app.setting_shape import SettingOutOfBounds
from outreach_app.store.errors import LastPerson, NoVault, VaultExists, VaultInUse
from tests.services.conftest import Template
from tests.services.outsiders import Office
from tests.support.determinism import FrozenClock, SeededIds
from tests.support.unprivileged import read_only_folder

NIGHT = Newcomer(initials="NN", full_name="Nia Nunn", role=Role.NIGHT_STAFF, parameters=FLOOR)
TRAINEE = Newcomer(initials="TT", full_name="Tom Tal", role=Role.CASEWORKER, parameters=FLOOR)


@contextmanager
def unlocked(folder: Path, initials: str, passphrase: str, world: World) -> Iterator[Sitting]:
    sitting = open_sitting(folder, initials, passphrase, world)
    try:
        yield sitting
    finally:
        sitting.close()


@pytest.fixture
def raw_card(organisation: Path) -> bytes:
    return (organisation / "organisation.json").read_bytes()


def test_three_people_and_a_removal_while_two_are_absent(
    folders: Template, passphrases: dict[str, str], world: World
) -> None:
    folder = folders.folder / "AB"
    with unlocked(folder, "AB", passphrases["AB"], world) as sitting:
        night = add_person(sitting, NIGHT, "words of the night shift", world)
        trainee = add_person(sitting, TRAINEE, "words of the trainee", world)
        people = sitting.vault.people.list_active()
    keys = {(each.signing_key, each.age_recipient) for each in people}
    assert len(keys) == len(people) == 3
    assert len({line.split()[1] for line, _recipient in keys}) == 3
    assert {night.certificate_serial, trainee.certificate_serial} == {0}
    with pytest.raises(SeveralPeople):
        open_sitting(folder, "", passphrases["AB"], world)
    with unlocked(folder, "nn", "words of the night shift", world) as sitting:
        assert sitting.me.full_name == "Nia Nunn"
        recovery = (folder / "recovery.age").read_bytes()
        remove_person(sitting, "TT")
        with pytest.raises(LastPerson):
            remove_person(sitting, "NN")
        assert sitting.vault.custody.recovery_is_intact()
    assert (folder / "recovery.age").read_bytes() != recovery
    with unlocked(folder, "AB", passphrases["AB"], world) as sitting:
        assert {each.initials for each in sitting.vault.people.list_active()} == {"AB", "NN"}
        sitting.vault.full_check()
    with unlocked(folder, "NN", "words of the night shift", world):
        pass
    with pytest.raises(UnknownPerson):
        open_sitting(folder, "TT", "words of the trainee", world)


def test_each_passphrase_opens_only_its_own_slot(
    folders: Template, passphrases: dict[str, str], office: Sitting, world: World
) -> None:
    add_person(office, TRAINEE, "words of the trainee", world)
    office.close()
    for initials, passphrase in (("TT", passphrases["AB"]), ("AB", "words of the trainee")):
        with pytest.raises(WrongPassphrase):
            open_sitting(folders.folder / "AB", initials, passphrase, world)


def test_a_changed_passphrase_opens_and_the_old_one_does_not(
    folders: Template, passphrases: dict[str, str], office: Sitting, world: World
) -> None:
    with pytest.raises(WrongPassphrase):
        change_passphrase(office, "not the old one", "words that are new", FLOOR)
    change_passphrase(office, passphrases["AB"], "words that are new", FLOOR)
    assert office.signer("words that are new").person == office.me
    office.close()
    with unlocked(folders.folder / "AB", "AB", "words that are new", world):
        pass
    with pytest.raises(WrongPassphrase):
        open_sitting(folders.folder / "AB", "AB", passphrases["AB"], world)


def test_who_is_not_enrolled_writes_drafts_and_signs_nothing(
    raw_card: bytes, tmp_path: Path, world: World
) -> None:
    sitting = make_vault(tmp_path / "vault", raw_card, TRAINEE, "words of the trainee", world)
    try:
        workspace = Workspace(sitting)
        workspace.catalogue.install_shipped()
        made = workspace.casework.new_case()
        note = workspace.casework.begin("contact_note", made.subject)
        note.set_answer("note_facts", "We met.")
        with pytest.raises(NotEnrolled):
            sitting.signer("words of the trainee")
        assert sitting.vault.drafts.has(note.document.document_id)
        assert not sitting.vault.revisions.heads(note.document.document_id)
    finally:
        sitting.close()


def test_a_second_person_is_enrolled_on_the_same_vault(
    organisation: Path, office: Sitting, folders: Template, passphrases: dict[str, str],
    world: World,
) -> None:  # fmt: skip
    add_person(office, NIGHT, "words of the night shift", world)
    office.close()
    folder = folders.folder / "AB"
    with unlocked(folder, "NN", "words of the night shift", world) as sitting:
        raw = (organisation / "organisation.json").read_bytes()
        with pytest.raises(CertificateNotListed):
            enrol_me(sitting, raw)
        request = make_request(sitting, "words of the night shift")
        enrol(organisation, request, Role.NIGHT_STAFF, passphrases["issuing"], now=world.clock())
        raw = (organisation / "organisation.json").read_bytes()
        person = enrol_me(sitting, raw)
        assert (person.role, person.certificate_serial) == (Role.NIGHT_STAFF, 4)
        assert sitting.signer("words of the night shift").person == person


def test_a_wrong_passphrase_makes_no_request(office: Sitting) -> None:
    with pytest.raises(WrongPassphrase):
        make_request(office, "not the passphrase")


def _other_organisation(folder: Path, new_id: SeededIds, clock: FrozenClock) -> Founded:
    founding = Founding(
        organisation=new_id(Prefix.ORGANISATION),
        name="Other House",
        site="OH",
        timescales=(),
        bank_holidays=(),
        forms=(),
    )
    return found_organisation(folder, founding, "a passphrase of the other", now=clock())


def test_foreign_older_and_changed_organisation_files_are_not_installed(
    manager: Office, office: Sitting, passphrases: dict[str, str], tmp_path: Path,
    new_id: SeededIds, clock: FrozenClock,
) -> None:  # fmt: skip
    organisation = manager.folder
    _other_organisation(tmp_path / "other", new_id, clock)
    held = office.configuration
    foreign = (tmp_path / "other" / "organisation.json").read_bytes()
    with pytest.raises(OtherOrganisation):
        install_configuration(office, foreign)
    old = (organisation / "organisation.json").read_bytes()
    request = make_request(office, passphrases["AB"])
    manager.enrol(request, Role.SUPERVISOR)
    new = (organisation / "organisation.json").read_bytes()
    with pytest.raises(OrganisationFile):
        install_configuration(office, new.replace(b"Harbour House", b"Harbour Mouse"))
    assert office.configuration == held
    install_configuration(office, new)
    assert office.configuration.number == held.number + 1
    assert (office.me.role, office.me.certificate_serial) == (Role.SUPERVISOR, 4)
    with pytest.raises(OlderConfiguration) as refused:
        install_configuration(office, old)
    assert refused.value.facts == {"found": held.number, "held": held.number + 1}


def test_two_shares_open_a_vault_also_after_a_removal(
    tmp_path: Path, new_id: SeededIds, clock: FrozenClock, world: World
) -> None:
    founded = _other_organisation(tmp_path / "other", new_id, clock)
    raw = (tmp_path / "other" / "organisation.json").read_bytes()
    folder = tmp_path / "vault"
    sitting = make_vault(folder, raw, TRAINEE, "words of the trainee", world)
    add_person(sitting, NIGHT, "words of the night shift", world)
    sitting.close()
    first, second, third = founded.recovery_shares
    assert prove_recovery(folder, [first, third]) == 0
    with pytest.raises(SharesDoNotCombine):
        prove_recovery(folder, [second])
    with unlocked(folder, "TT", "words of the trainee", world) as sitting:
        remove_person(sitting, "NN")
    assert prove_recovery(folder, [second, third]) == 0
    with pytest.raises(RecoveryDoesNotOpen) as refused:
        prove_recovery(folder, list(founded.root_shares[:2]))
    assert type(refused.value) is RecoveryDoesNotOpen
    (folder / "recovery.age").unlink()
    with pytest.raises(HostFault):
        prove_recovery(folder, [first, second])
    with unlocked(folder, "TT", "words of the trainee", world) as sitting:
        assert not sitting.vault.custody.recovery_is_intact()
        renew_recovery(sitting)
        assert sitting.vault.custody.recovery_is_intact()
    assert prove_recovery(folder, [first, second]) == 0


def test_the_recovery_file_of_another_vault_is_refused(
    tmp_path: Path, new_id: SeededIds, clock: FrozenClock, world: World
) -> None:
    founded = _other_organisation(tmp_path / "other", new_id, clock)
    raw = (tmp_path / "other" / "organisation.json").read_bytes()
    for name in ("one", "two"):
        make_vault(tmp_path / name, raw, TRAINEE, "words of the trainee", world).close()
    shutil.copy(tmp_path / "one" / "recovery.age", tmp_path / "two" / "recovery.age")
    with pytest.raises(RecoveryDoesNotOpen):
        prove_recovery(tmp_path / "two", founded.recovery_shares[:2])


def test_where_no_vault_can_be(
    raw_card: bytes, office: Sitting, tmp_path: Path, world: World
) -> None:
    with pytest.raises(VaultInUse):
        make_vault(office.vault.folder, raw_card, TRAINEE, "words of the trainee", world)
    folder = office.vault.folder
    office.close()
    with pytest.raises(VaultExists):
        make_vault(folder, raw_card, TRAINEE, "words of the trainee", world)
    with pytest.raises(NoVault):
        open_sitting(tmp_path, "AB", "words of the trainee", world)
    with read_only_folder() as closed, pytest.raises(HostFault):
        make_vault(closed / "vault", raw_card, TRAINEE, "words of the trainee", world)
    with pytest.raises(OrganisationFile):
        make_vault(tmp_path / "new", raw_card[:-9], TRAINEE, "words of the trainee", world)
    assert not (tmp_path / "new").exists()


def test_a_second_opening_is_refused_while_the_first_stands(
    folders: Template, office: Sitting, passphrases: dict[str, str], world: World
) -> None:
    with pytest.raises(VaultInUse):
        open_workspace(folders.folder / "AB", "AB", passphrases["AB"], world)
    assert office.vault.journal.head().n > 0


def test_the_latest_time_seen_only_rises_and_by_two_days_at_most(
    sitting_of: Callable[[str], Sitting], folders: Template, clock: FrozenClock, world: World
) -> None:
    start = clock()

    def seen_at(moment: timedelta) -> timedelta:
        clock.forward(seconds=(start + moment - clock()).total_seconds())
        sitting = Sitting(office.vault, world.clock, world.random_bytes)
        return sitting.latest_time_seen - start

    office = sitting_of("AB")
    assert seen_at(timedelta(hours=5)) == timedelta(hours=5)
    assert seen_at(timedelta(hours=-5)) == timedelta(hours=5)
    assert seen_at(timedelta(days=365)) == timedelta(hours=53)
    assert seen_at(timedelta(days=1)) == timedelta(hours=53)
    stored = office.vault.properties.get("clock.high-water")
    assert read_instant(stored) == start + timedelta(hours=53)
    office.change_setting("clock.most_hours_ahead", "10")
    assert seen_at(timedelta(days=366)) == timedelta(hours=63)
    with pytest.raises(SettingOutOfBounds):
        office.change_setting("clock.most_hours_ahead", "0")
    office.change_setting("clock.most_hours_ahead", "")
    assert seen_at(timedelta(days=367)) == timedelta(hours=111)


def test_without_its_setting_nothing_is_left_in_the_secret_store(
    sitting_of: Callable[[str], Sitting],
) -> None:
    keychain = open_keychain("t1")
    for initials, setting, is_kept in (("AB", "no", False), ("SH", "", True)):
        sitting = sitting_of(initials)
        keychain.forget(sitting.vault.vault_id)
        sitting.change_setting("keychain.freshness_head", setting)
        Workspace(sitting, keychain).close()
        assert (keychain.freshness_head(sitting.vault.vault_id) is not None) == is_kept
        keychain.forget(sitting.vault.vault_id)
