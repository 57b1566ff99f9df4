"""Who opens this laptop's vault, in two steps each: the slow one for a job, the quick one on the vault."""

from collections.abc import Callable
from dataclasses import dataclass, field

from outreach_app.crypto.kdf import KdfParameters, calibrate
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Person, Role
from outreach_app.services.errors import UnknownPerson
from outreach_app.services.passphrases import rule_here
from outreach_app.services.sitting import Sitting
from outreach_app.store.errors import InitialsTaken
from outreach_app.store.unlocking import (
    Derivation,
    NewPerson,
    Preparation,
    SlotKeys,
    prepare_person,
)

Measure = Callable[[], KdfParameters]


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody who is to open this vault too: the open label, and the name kept inside."""

    initials: str
    full_name: str
    role: Role


@dataclass(frozen=True, slots=True)
class ReadyPerson:
    """A newcomer's slot, with the keys of the passphrase that they chose."""

    preparation: Preparation
    keys: SlotKeys = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadyPassphrase:
    """A new passphrase, derived, and the old one to prove who asks."""

    old: SlotKeys = field(repr=False)
    derivation: Derivation
    new: SlotKeys = field(repr=False)


def prepare_newcomer(
    sitting: Sitting, newcomer: Newcomer, passphrase: str, measure: Measure = calibrate
) -> Callable[[], ReadyPerson]:
    """Return the slow part of adding somebody: it measures the machine and derives a key.

    Raises:
        InitialsTaken: Somebody here goes by these initials; two buttons would say the same.
        SwitchedOff, WeakPassphrase: The passphrase is not one that may be used here.
    """
    rule_here(sitting).check(passphrase)
    vault = sitting.vault
    taken = {each.initials.casefold() for each in vault.people.list_active()}
    if newcomer.initials.casefold() in taken:
        raise InitialsTaken(initials=newcomer.initials)
    person_id, slot_id = sitting.new_id(Prefix.PERSON), sitting.new_id(Prefix.SLOT)
    vault_id, device_id = vault.vault_id, vault.device_id
    organisation = sitting.card.organisation

    def work() -> ReadyPerson:
        person = NewPerson(
            person_id=person_id,
            slot_id=slot_id,
            initials=newcomer.initials,
            full_name=newcomer.full_name,
            role=newcomer.role,
            device_id=device_id,
            parameters=measure(),
            organisation=organisation,
        )
        preparation = prepare_person(vault_id, person)
        return ReadyPerson(preparation, preparation.derivation.derive(passphrase))

    return work


def let_in(sitting: Sitting, ready: ReadyPerson) -> Person:
    """Give a newcomer their slot.

    Raises:
        HostFault: The slot file cannot be written; nobody was added.
    """
    act = sitting.act("person.added", person=ready.preparation.person.person_id)
    return sitting.vault.add_person(ready.preparation, ready.keys, act)


def shut_out(sitting: Sitting, person_id: str) -> None:
    """Take somebody's slot away; everything is encrypted anew, which takes a while.

    Raises:
        UnknownPerson: Nobody here has that id.
        LastPerson: Nobody shuts themselves out.
        HostFault: The machine failed; the next opening goes on where it stopped.
    """
    if not sitting.vault.people.is_active(person_id):
        raise UnknownPerson(name="")
    sitting.vault.remove_person(person_id, sitting.act("person.removed", person=person_id))


def prepare_passphrase(
    sitting: Sitting, old: str, new: str, measure: Measure = calibrate
) -> Callable[[], ReadyPassphrase]:
    """Return the slow part of changing the unlocked person's passphrase.

    Raises:
        SwitchedOff, WeakPassphrase: The new one may not be used here.
    """
    rule_here(sitting).check(new)
    vault, before = sitting.vault, sitting.vault.derivation()

    def work() -> ReadyPassphrase:
        # Only what is in memory of the slot file is read here.
        derivation = vault.new_passphrase(measure())
        return ReadyPassphrase(before.derive(old), derivation, derivation.derive(new))

    return work


def put_passphrase(sitting: Sitting, ready: ReadyPassphrase) -> None:
    """Put the unlocked person's slot under the new passphrase.

    Raises:
        WrongPassphrase: The old one is not right.
        HostFault: The slot file cannot be written; the old passphrase stays.
    """
    sitting.vault.change_passphrase(
        ready.old, ready.derivation, ready.new, sitting.act("passphrase.changed")
    )
