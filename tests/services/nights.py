"""Night staff: with a laptop of the day team, or with nothing but a certificate."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from outreach_app.crypto.kdf import FLOOR
from outreach_app.domain.documents import Revision
from outreach_app.domain.people import Role
from outreach_app.services.organisation import enrol
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import (
    Newcomer,
    World,
    add_person,
    enrol_me,
    make_request,
    open_sitting,
)
from tests.services.builders import CaseBuilder, Json
from tests.services.conftest import Template

WORDS = {"SO": "words of the night shift", "KL": "words of the relief"}
NAMES = {"SO": "Sam Oyelaran", "KL": "Kofi Lund"}


@dataclass(frozen=True)
class NightLaptop:
    """A vault that the day team and the night shift share."""

    folder: Path
    world: World

    def unlock(self, initials: str, passphrase: str = "") -> Sitting:
        """Open the vault for somebody; nobody else may have it open."""
        return open_sitting(self.folder, initials, passphrase or WORDS[initials], self.world)

    @contextmanager
    def sitting(self, initials: str, passphrase: str = "") -> Iterator[Sitting]:
        """Open the vault for somebody and lock it afterwards."""
        opened = self.unlock(initials, passphrase)
        try:
            yield opened
        finally:
            opened.close()


def share_laptop(
    folder: Path, owner: tuple[str, str], organisation: Path, issuing: str, world: World
) -> NightLaptop:
    """Enrol the night shift on a closed vault.

    Args:
        folder: The vault.
        owner: Initials and passphrase of somebody who has it already.
        organisation: The folder of the configuration manager.
        issuing: The passphrase of the issuing key.
        world: Clock and randomness.
    """
    laptop = NightLaptop(folder, world)
    for initials, words in WORDS.items():
        newcomer = Newcomer(
            initials=initials,
            full_name=NAMES[initials],
            role=Role.NIGHT_STAFF,
            parameters=FLOOR,
        )
        with laptop.sitting(*owner) as sitting:
            add_person(sitting, newcomer, words, world)
        with laptop.sitting(initials) as sitting:
            request = make_request(sitting, words)
            enrol(organisation, request, Role.NIGHT_STAFF, issuing, now=world.clock())
            enrol_me(sitting, (organisation / "organisation.json").read_bytes())
    return laptop


def arrival_records(night: CaseBuilder) -> tuple[Revision, Revision]:
    """Return client and case record of somebody new, as night staff sign them."""
    start: Json = {"case_opened_on": "2026-02-03", "service_kind": "safe_house"}
    return (
        night.sign(night.client_plan({"current_address": {"addr_kind": "safe_house"}})),
        night.sign(night.plan(night.record, {"main": {"case_start": start}})),
    )


@pytest.fixture(name="night_laptop_beside")
def night_laptop_when_asked(
    organisation: Path,
    folders: Template,
    passphrases: dict[str, str],
    world: World,
    sitting_of: Callable[[str], Sitting],
) -> Callable[[], NightLaptop]:
    """Locks the office and enrols the night shift on its laptop."""

    def share() -> NightLaptop:
        sitting_of("AB").close()
        owner = ("AB", passphrases["AB"])
        return share_laptop(
            folders.folder / "AB", owner, organisation, passphrases["issuing"], world
        )

    return share


@pytest.fixture(name="night_laptop")
def night_laptop_at_once(night_laptop_beside: Callable[[], NightLaptop]) -> NightLaptop:
    """The office's laptop, shared with the night shift, nobody's case on it."""
    return night_laptop_beside()
