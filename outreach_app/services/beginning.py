"""The first day: join an organisation or found one, with proof that the vault opens before any data.

Everything here is slow by intent (keys are derived three times) and is meant for a job: connections
are opened and closed inside, and what comes out is data and a held folder.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from outreach_app.crypto.keys import parse_public_line
from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Role
from outreach_app.errors import OutreachError
from outreach_app.paths import host_fault, private_dir, refuse_shared_folder
from outreach_app.services.backups import prove_recovery
from outreach_app.services.catalogue import prepare_shipped, shipped_form_hashes
from outreach_app.services.errors import OrganisationExists, RecoveryDoesNotOpen
from outreach_app.services.instants import write_instant
from outreach_app.services.organisation import (
    CARD_NAME,
    Founded,
    Founding,
    enrol,
    found_organisation,
)
from outreach_app.services.shipped import bank_holiday_rows, timescale_rows, word_list
from outreach_app.services.vaults import (
    Newcomer,
    World,
    install_configuration,
    make_request,
    make_vault,
)
from outreach_app.store.opening import LockedVault
from outreach_app.store.unlocking import SlotKeys

Say = Callable[[str], None]

MADE, PROVEN, ENROLLED, FORMS = "made", "proven", "enrolled", "forms"
"""How far the work is, for whoever says it in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A new vault that was closed and opened again, and what its person needs next.

    Attributes:
        locked: The vault's folder, held.
        request: The enrolment request; empty when the person is enrolled already.
        own_words: Of the person's key, to compare at enrolment.
    """

    locked: LockedVault
    person_id: str
    keys: SlotKeys = field(repr=False)
    request: bytes
    own_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginner:
    """Somebody on their first day, and where their vault is to be."""

    folder: Path
    newcomer: Newcomer
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Establishment:
    """A new organisation before it takes its place.

    Attributes:
        staged: The folder in which it lies until every share is on paper.
        folder: Where it goes then.
        passphrase: Of the issuing key.
    """

    staged: Path
    folder: Path
    founded: Founded
    passphrase: str = field(repr=False)


def join(raw_card: bytes, beginner: Beginner, world: World, say: Say) -> Begun:
    """Make a vault with its recovery file and the enrolment request, and prove that it opens.

    Raises:
        OutreachError: What `make_vault` refuses. A vault that does not open again is removed.
    """
    sitting = make_vault(beginner.folder, raw_card, beginner.newcomer, beginner.passphrase, world)
    try:
        say(MADE)
        request = make_request(sitting, beginner.passphrase)
        words = " ".join(fingerprint_words(parse_public_line(sitting.me.signing_key), word_list()))
        person_id = sitting.me.person_id
    finally:
        sitting.close()
    locked, keys = _prove(beginner, person_id, world)
    say(PROVEN)
    return Begun(locked=locked, person_id=person_id, keys=keys, request=request, own_words=words)


def establish(folder: Path, name: str, site: str, passphrase: str, world: World) -> Establishment:
    """Make an organisation beside the place where it will lie; its shares are to be written down.

    Raises:
        OrganisationExists: The place is taken.
        SharedFolder: It is on a network or copied to a cloud.
        HostFault: It cannot be written.
    """
    refuse_shared_folder(folder)
    if (folder / CARD_NAME).exists():
        raise OrganisationExists
    staged = folder.with_name(f".{world.new_id(Prefix.OBJECT)}.part")
    founding = Founding(
        organisation=world.new_id(Prefix.ORGANISATION),
        name=name,
        site=site,
        timescales=timescale_rows(),
        bank_holidays=bank_holiday_rows(),
        forms=shipped_form_hashes(),
    )
    private_dir(folder.parent)
    founded = found_organisation(staged, founding, passphrase, now=world.clock())
    return Establishment(staged=staged, folder=folder, founded=founded, passphrase=passphrase)


def abandon(establishment: Establishment) -> None:
    """Forget an organisation whose shares were not written down."""
    shutil.rmtree(establishment.staged, ignore_errors=True)


def settle(establishment: Establishment) -> None:
    """Put the organisation in its place, now that every share is on paper.

    Raises:
        HostFault: It cannot be moved; it stays where it was.
    """
    if not establishment.staged.exists():
        return
    try:
        establishment.staged.rename(establishment.folder)
    except OSError as error:
        raise host_fault(error) from error


def begin_founded(
    establishment: Establishment, beginner: Beginner, role: Role, world: World, say: Say
) -> Begun:
    """Make the first vault of a new organisation, enrol its person, prove unlocking and recovery.

    Raises:
        OutreachError: What `make_vault` and `enrol` refuse.
        RecoveryDoesNotOpen: The shares do not open the new vault.
    """
    settle(establishment)
    folder, card = establishment.folder, establishment.folder / CARD_NAME
    sitting = make_vault(
        beginner.folder, card.read_bytes(), beginner.newcomer, beginner.passphrase, world
    )
    try:
        say(MADE)
        request = make_request(sitting, beginner.passphrase)
        enrol(folder, request, role, establishment.passphrase, now=world.clock())
        install_configuration(sitting, card.read_bytes(), words_compared=True)
        words = " ".join(fingerprint_words(parse_public_line(sitting.me.signing_key), word_list()))
        person_id = sitting.me.person_id
        say(ENROLLED)
    finally:
        sitting.close()
    if prove_recovery(beginner.folder, establishment.founded.recovery_shares[:2]) != 0:
        raise RecoveryDoesNotOpen
    locked, keys = _prove(beginner, person_id, world)
    say(PROVEN)
    return Begun(locked=locked, person_id=person_id, keys=keys, request=b"", own_words=words)


def prepare_forms(say: Say) -> None:
    """Get the shipped forms ready, so that the first opening does not wait for them."""
    for _number, _count in prepare_shipped():
        say(FORMS)


def _prove(beginner: Beginner, person_id: str, world: World) -> tuple[LockedVault, SlotKeys]:
    """Open the vault as on any other day, look for its recovery file, and close it again.

    A vault that does not stand the test holds nothing yet and is removed.

    Raises:
        RecoveryDoesNotOpen: The recovery file is not whole.
    """
    try:
        return _opened_and_closed(beginner, person_id, world)
    except OutreachError:
        shutil.rmtree(beginner.folder, ignore_errors=True)
        raise


def _opened_and_closed(
    beginner: Beginner, person_id: str, world: World
) -> tuple[LockedVault, SlotKeys]:
    locked = LockedVault(beginner.folder)
    try:
        keys = locked.derivation(person_id).derive(beginner.passphrase)
        vault = locked.open(person_id, keys, at=write_instant(world.clock()))
    except BaseException:
        locked.release()
        raise
    intact = vault.recovery_intact
    vault.close()
    if not intact:
        raise RecoveryDoesNotOpen
    return LockedVault(beginner.folder), keys
