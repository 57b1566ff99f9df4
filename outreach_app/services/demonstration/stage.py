"""The stage of the sample story: an organisation, three laptops with their people, one clock."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from outreach_app.crypto.kdf import FLOOR
from outreach_app.crypto.words import make_passphrase
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Role
from outreach_app.paths import private_dir
from outreach_app.services.catalogue import shipped_form_hashes
from outreach_app.services.instants import read_instant
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
    add_person,
    enrol_me,
    make_request,
    make_vault,
    open_sitting,
)
from outreach_app.services.workspace import Workspace, open_workspace

Tell = Callable[[str], None]


@dataclass(slots=True)
class StoryClock:
    """The time of the story; each step sets it."""

    now: datetime

    def __call__(self) -> datetime:
        """Return the story's present moment."""
        return self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """Somebody in the story: name, role, whose laptop, and the passphrase made up for them."""

    key: str
    name: str
    role: Role
    vault: str
    passphrase: str = field(repr=False)


class Stage:
    """Everything that the story plays on. One laptop is unlocked by one person at a time."""

    def __init__(self, folder: Path, cast: dict[str, Any], tell: Tell) -> None:
        """Make organisation, laptops and people as the data say; tell each step in a line."""
        self.folder = private_dir(folder)
        self.clock = StoryClock(read_instant(cast["opened_at"]))
        self.world = World(clock=self.clock, random_bytes=secrets.token_bytes)
        self._tell = tell
        self._manager_passphrase = make_passphrase(word_list())
        self.players = {
            person["key"]: Player(
                key=person["key"],
                name=person["name"],
                role=Role(person["role"]),
                vault=person["vault"],
                passphrase=make_passphrase(word_list()),
            )
            for person in cast["people"]
        }
        self.person_ids: dict[str, str] = {}
        self._unlocked: dict[str, tuple[str, Workspace]] = {}
        self.founded = self._found(cast)

    @property
    def organisation_folder(self) -> Path:
        """Where the configuration manager keeps the organisation."""
        return self.folder / "organisation"

    def vault_folder(self, name: str) -> Path:
        """Where a laptop's vault lies."""
        return self.folder / "laptops" / name

    def _found(self, cast: dict[str, Any]) -> Founded:
        founding = Founding(
            organisation=self.world.new_id(Prefix.ORGANISATION),
            name=cast["name"],
            site=cast["site"],
            timescales=timescale_rows(),
            bank_holidays=bank_holiday_rows(),
            forms=shipped_form_hashes(),
        )
        founded = found_organisation(
            self.organisation_folder, founding, self._manager_passphrase, now=self.clock()
        )
        self._tell(f"{cast['name']}: root key, issuing key and recovery secret made.")
        return founded

    def card(self) -> bytes:
        """Return the organisation file as it is now."""
        return (self.organisation_folder / CARD_NAME).read_bytes()

    def make_laptops(self, ends: dict[str, datetime]) -> None:
        """Make every laptop with its people, and enrol them.

        Args:
            ends: When the first certificate of a person ends, where it is not a year.
        """
        for name in dict.fromkeys(player.vault for player in self.players.values()):
            self._make_laptop(name)
        for player in self.players.values():
            self.certify(player.key, until=ends.get(player.key))
        self.install_card()

    def _make_laptop(self, name: str) -> None:
        first, *others = [each for each in self.players.values() if each.vault == name]
        private_dir(self.vault_folder(name).parent)
        sitting = make_vault(
            self.vault_folder(name), self.card(), _newcomer(first), first.passphrase, self.world
        )
        try:
            self.person_ids[first.key] = sitting.me.person_id
            for player in others:
                person = add_person(sitting, _newcomer(player), player.passphrase, self.world)
                self.person_ids[player.key] = person.person_id
        finally:
            sitting.close()
        people = ", ".join(each.name for each in (first, *others))
        self._tell(f"Laptop “{name}”: vault made for {people}.")

    def certify(self, key: str, *, until: datetime | None = None) -> None:
        """Have the organisation certify a person's keys, for a year or until an instant."""
        player = self.players[key]
        self.lock(player.vault)
        sitting = open_sitting(self.vault_folder(player.vault), key, player.passphrase, self.world)
        try:
            request = make_request(sitting, player.passphrase)
            valid_for = until - self.clock() if until else timedelta(days=365)
            enrol(
                self.organisation_folder,
                request,
                player.role,
                self._manager_passphrase,
                now=self.clock(),
                valid_for=valid_for,
            )
            enrol_me(sitting, self.card(), words_compared=True)
        finally:
            sitting.close()
        self._tell(f"{player.name} enrolled as {player.role.value.replace('_', ' ')}.")

    def install_card(self) -> None:
        """Bring the newest organisation file to every laptop."""
        for name in dict.fromkeys(player.vault for player in self.players.values()):
            keeper = next(each for each in self.players.values() if each.vault == name)
            self.lock(name)
            sitting = open_sitting(
                self.vault_folder(name), keeper.key, keeper.passphrase, self.world
            )
            try:
                enrol_me(sitting, self.card(), words_compared=True)
            finally:
                sitting.close()

    def at(self, vault: str, key: str, moment: str) -> Workspace:
        """Return a laptop unlocked by a person at a moment of the story."""
        self.clock.now = read_instant(moment)
        held = self._unlocked.get(vault)
        if held is not None and held[0] == key:
            return held[1]
        self.lock(vault)
        player = self.players[key]
        workspace = open_workspace(self.vault_folder(vault), key, player.passphrase, self.world)
        self._unlocked[vault] = (key, workspace)
        return workspace

    def lock(self, vault: str) -> None:
        """Lock a laptop."""
        held = self._unlocked.pop(vault, None)
        if held is not None:
            held[1].close()

    def lock_all(self) -> None:
        """Lock every laptop."""
        for vault in list(self._unlocked):
            self.lock(vault)


def _newcomer(player: Player) -> Newcomer:
    return Newcomer(initials=player.key, full_name=player.name, role=player.role, parameters=FLOOR)
