"""Verbs about a vault as a whole: make, open, people, enrol, configure, recovery file, status."""

from dataclasses import dataclass
from pathlib import Path

from outreach_app.crypto.kdf import KdfParameters
from outreach_app.crypto.keys import parse_public_line
from outreach_app.domain.ids import ID_BYTES, Prefix, make_id
from outreach_app.domain.people import Person, Role
from outreach_app.managed import computer_policies
from outreach_app.services.configuration import OrganisationCard, read_card
from outreach_app.services.enrolment import EnrolmentRequest, write_request
from outreach_app.services.errors import (
    CertificateNotListed,
    OlderConfiguration,
    SeveralPeople,
    UnknownPerson,
)
from outreach_app.services.instants import Clock, write_instant
from outreach_app.services.policies import policy_changes
from outreach_app.services.restored import needs_new_keys
from outreach_app.services.shipped import word_list
from outreach_app.services.sitting import ManagedPlace, RandomBytes, Sitting, keep_card
from outreach_app.services.succession import (
    TrustChange,
    changes_between,
    check_succession,
    require_words_compared,
)
from outreach_app.services.trust import person_of
from outreach_app.services.withdrawals import highest_configuration
from outreach_app.store.journal import Act
from outreach_app.store.opening import LockedVault, create_vault
from outreach_app.store.unlocking import NewPerson, SlotKeys, prepare_person
from outreach_app.store.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody who gets a slot: the open label, the name kept inside, the passphrase's cost."""

    initials: str
    full_name: str
    role: Role
    parameters: KdfParameters


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What comes from outside: clock, source of random bytes, what the computer decides."""

    clock: Clock
    random_bytes: RandomBytes
    managed: ManagedPlace = computer_policies

    def new_id(self, prefix: Prefix) -> str:
        """Return a new identifier."""
        return make_id(prefix, self.random_bytes(ID_BYTES))


def make_vault(
    folder: Path, raw_card: bytes, newcomer: Newcomer, passphrase: str, world: World
) -> Sitting:
    """Make a vault for its first person, with its recovery file, and return it unlocked.

    Raises:
        OrganisationFile: The organisation file does not verify.
        VaultExists: The folder holds a vault.
        HostFault: The folder cannot be written.
    """
    card = read_card(raw_card)
    person = NewPerson(
        person_id=world.new_id(Prefix.PERSON),
        slot_id=world.new_id(Prefix.SLOT),
        initials=newcomer.initials,
        full_name=newcomer.full_name,
        role=newcomer.role,
        device_id=world.new_id(Prefix.DEVICE),
        parameters=newcomer.parameters,
        organisation=card.organisation,
    )
    preparation = prepare_person(world.new_id(Prefix.VAULT), person)
    keys = preparation.derivation.derive(passphrase)
    at = write_instant(world.clock())
    vault = create_vault(folder, preparation, keys, at=at)
    try:
        with vault.transaction(Act(kind="vault.configured", at=at, person_id=person.person_id)):
            keep_card(vault, card, raw_card, at=at)
            vault.custody.set_recovery(card.configuration.recovery_recipient)
        return Sitting(vault, world.clock, world.random_bytes, world.managed)
    except BaseException:
        vault.close()
        raise


def open_sitting(folder: Path, initials: str, passphrase: str, world: World) -> Sitting:
    """Unlock a vault for one of its people.

    Args:
        folder: The vault's folder.
        initials: The open label of the person's slot; "" when there is only one.
        passphrase: The person's own.
        world: Clock and random bytes.

    Raises:
        UnknownPerson: Nobody, or more than one, goes by these initials here.
        WrongPassphrase: It is not this person's.
        OutreachError: Whatever else the vault refuses.
    """
    locked = LockedVault(folder)
    try:
        person_id = _person_of_slot(locked, initials)
        keys = locked.derivation(person_id).derive(passphrase)
        vault = locked.open(person_id, keys, at=write_instant(world.clock()))
    except BaseException:
        locked.release()
        raise
    try:
        return Sitting(vault, world.clock, world.random_bytes, world.managed)
    except BaseException:
        vault.close()
        raise


def _person_of_slot(locked: LockedVault, initials: str) -> str:
    fitting = [
        slot.person_id
        for slot in locked.slots
        if not initials or slot.label.casefold() == initials.casefold()
    ]
    if len(fitting) > 1 and not initials:
        raise SeveralPeople(people=tuple(sorted(slot.label for slot in locked.slots)))
    if len(fitting) != 1:
        raise UnknownPerson(name=initials)
    return fitting[0]


def renew_recovery(sitting: Sitting) -> None:
    """Write the recovery file again, after it was lost or the organisation changed its recipient."""
    with sitting.vault.transaction(sitting.act("recovery.written")):
        sitting.vault.custody.set_recovery(sitting.configuration.recovery_recipient)


def add_person(sitting: Sitting, newcomer: Newcomer, passphrase: str, world: World) -> Person:
    """Give somebody else a slot in this vault, under their own passphrase.

    Raises:
        HostFault: The slot file cannot be written; nobody was added.
    """
    vault = sitting.vault
    person = NewPerson(
        person_id=world.new_id(Prefix.PERSON),
        slot_id=world.new_id(Prefix.SLOT),
        initials=newcomer.initials,
        full_name=newcomer.full_name,
        role=newcomer.role,
        device_id=vault.device_id,
        parameters=newcomer.parameters,
        organisation=sitting.card.organisation,
    )
    preparation = prepare_person(vault.vault_id, person)
    keys = preparation.derivation.derive(passphrase)
    return vault.add_person(preparation, keys, sitting.act("person.added", person=person.person_id))


def remove_person(sitting: Sitting, initials: str) -> Person:
    """Take somebody's slot away; the vault gets a new root and a new recovery file.

    Raises:
        UnknownPerson: Nobody goes by these initials.
        LastPerson: Nobody removes themselves.
    """
    person = find_person(sitting.vault, initials)
    sitting.vault.remove_person(
        person.person_id, sitting.act("person.removed", person=person.person_id)
    )
    return person


def change_passphrase(sitting: Sitting, old: str, new: str, parameters: KdfParameters) -> None:
    """Put the unlocked person's slot under a new passphrase; nothing is encrypted again.

    Raises:
        WrongPassphrase: The old one is not right.
    """
    vault = sitting.vault
    derivation = vault.new_passphrase(parameters)
    vault.change_passphrase(
        vault.derivation().derive(old),
        derivation,
        derivation.derive(new),
        sitting.act("passphrase.changed"),
    )


def find_person(vault: Vault, initials: str) -> Person:
    """Return the person of this vault with these initials.

    Raises:
        UnknownPerson: Nobody, or more than one.
    """
    fitting = [
        person
        for person in vault.people.list_active()
        if person.initials.casefold() == initials.casefold()
    ]
    if len(fitting) != 1:
        raise UnknownPerson(name=initials)
    return fitting[0]


def make_request(sitting: Sitting, passphrase: str) -> bytes:
    """Return the enrolment request of the unlocked person, for the configuration manager.

    In a restored vault the person first gets new keys for the new device. From then on they sign
    nothing until the certificate for these keys is installed.

    Raises:
        WrongPassphrase: The passphrase is not theirs.
    """
    return request_from(sitting, sitting.vault.derivation().derive(passphrase))


def request_from(sitting: Sitting, keys: SlotKeys) -> bytes:
    """Return the enrolment request of the unlocked person, from keys that a job derived.

    Raises:
        WrongPassphrase: The keys are of another passphrase.
    """
    if needs_new_keys(sitting):
        sitting.vault.renew_keys(keys, sitting.act("keys.renewed"))
    me, signing_key = sitting.me, sitting.vault.signing_key(keys)
    request = EnrolmentRequest(
        organisation=sitting.card.organisation,
        person_id=me.person_id,
        initials=me.initials,
        full_name=me.full_name,
        device_id=me.device_id,
        signing_key=me.signing_key,
        age_recipient=me.age_recipient,
    )
    return write_request(request, signing_key)


def trust_changes(sitting: Sitting, card: OrganisationCard) -> tuple[TrustChange, ...]:
    """Return what an organisation file changes about trust here, for people to compare.

    Raises:
        OtherOrganisation, OlderConfiguration, OtherHistory: It does not follow the one held.
    """
    check_succession(sitting.card, card)
    own = {parse_public_line(each.signing_key) for each in sitting.vault.people.list_active()}
    return changes_between(sitting.card, card, own)


def install_configuration(
    sitting: Sitting, raw_card: bytes, *, words_compared: bool = False
) -> OrganisationCard:
    """Take over a newer organisation file, and with it the certificates of this vault's people.

    Args:
        sitting: The unlocked vault.
        raw_card: The file.
        words_compared: A person says that they compared the words of what it changes about trust.

    Raises:
        OtherOrganisation: Another organisation.
        OlderConfiguration: Older than what is held, or than one that this vault has heard of.
        OtherHistory: It contradicts what is held.
        WordsNotCompared: It changes whom this laptop believes; the words are in the facts.
        OrganisationFile: It does not verify.
    """
    card = read_card(raw_card)
    changes = trust_changes(sitting, card)
    require_words_compared(changes, word_list(), compared=words_compared)
    number = card.configuration.number
    known = highest_configuration(sitting.trust.withdrawals)
    if number < known:
        raise OlderConfiguration(found=number, held=known)
    decided = policy_changes(sitting.configuration.policy, card.configuration.policy)
    act = sitting.act(
        "configuration.installed",
        number=number,
        changes_of_trust=len(changes),
        settings_decided=" ".join(each.setting.key for each in decided),
    )
    with sitting.vault.transaction(act):
        sitting.install_card(card, raw_card)
        _take_certificates(sitting.vault, card)
        recipient = card.configuration.recovery_recipient
        if recipient != sitting.vault.custody.recovery_recipient():
            sitting.vault.custody.set_recovery(recipient)
    return card


def enrol_me(sitting: Sitting, raw_card: bytes, *, words_compared: bool = False) -> Person:
    """Install an organisation file that must hold the unlocked person's certificate.

    Raises:
        CertificateNotListed: It has none for this person's key.
        OutreachError: What `install_configuration` refuses.
    """
    install_configuration(sitting, raw_card, words_compared=words_compared)
    if not sitting.me.certificate_serial:
        raise CertificateNotListed
    return sitting.me


def _take_certificates(vault: Vault, card: OrganisationCard) -> None:
    keys = {parse_public_line(person.signing_key): person for person in vault.people.list_active()}
    for certificate in card.configuration.certificates():
        owner = keys.get(certificate.public_key)
        newer = owner is not None and certificate.serial > owner.certificate_serial
        if owner is not None and newer and owner.person_id == certificate.principal:
            vault.people.set_certificate(person_of(certificate), certificate.line)
