"""One organisation with three enrolled vaults per run, copied for each test.

Key derivation, enrolment and the loading of the forms are paid once. The vaults are real; `office`
is a caseworker's, `cover` a colleague's, `supervisor` the supervisor's.
"""

import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from outreach_app.crypto.kdf import FLOOR
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Role
from outreach_app.engine.definition import ENGINE_VERSION, load_form
from outreach_app.services.catalogue import (
    convert_shipped,
    shipped_form_hashes,
    shipped_form_ids,
    shipped_instances,
)
from outreach_app.services.organisation import Founding, enrol, found_organisation
from outreach_app.services.shipped import bank_holiday_rows, timescale_rows
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.vaults import Newcomer, World, enrol_me, make_request, make_vault
from outreach_app.store.forms import StoredForm
from outreach_app.store.opening import LockedVault
from outreach_app.store.unlocking import SlotKeys
from tests.services.builders import CaseBuilder, Post
from tests.services.outsiders import Office
from tests.support.determinism import FrozenClock

STAFF = {
    "AB": ("Anna Berg", Role.CASEWORKER),
    "CC": ("Cora Celik", Role.CASEWORKER),
    "SH": ("Sara Hill", Role.SUPERVISOR),
}
PASSPHRASES = {
    "issuing": "passphrase of the issuing key",
    "AB": "passphrase of the office",
    "CC": "passphrase of the cover",
    "SH": "passphrase of the supervisor",
}


@dataclass
class Template:
    """The closed folders of an organisation and its vaults, and the keys of their people."""

    folder: Path
    keys: dict[str, SlotKeys] = field(default_factory=dict)
    signers: dict[str, Signer] = field(default_factory=dict)
    root_shares: tuple[str, ...] = ()
    recovery_shares: tuple[str, ...] = ()
    people: dict[str, str] = field(default_factory=dict)

    @property
    def organisation(self) -> Path:
        """The folder of the configuration manager."""
        return self.folder / "organisation"


def _world(clock: FrozenClock) -> World:
    return World(clock=clock, random_bytes=secrets.token_bytes)


def _forms() -> list[tuple[StoredForm, bytes, bytes]]:
    found = []
    for form_id in shipped_form_ids():
        xml = convert_shipped(form_id).xml
        definition = load_form(xml, instances=shipped_instances())
        stored = StoredForm(
            form_hash=definition.form_hash,
            form_id=form_id,
            version=definition.version,
            title=definition.title,
            allowed=True,
            stored_at="2026-02-03T11:00:00+00:00",
        )
        found.append((stored, xml, definition.to_cache()))
    return found


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """An organisation with three people, each enrolled on a vault of their own."""
    made = Template(tmp_path_factory.mktemp("organisation"))
    clock = FrozenClock()
    world = _world(clock)
    founding = Founding(
        organisation=world.new_id(Prefix.ORGANISATION),
        name="Harbour House",
        site="HH",
        timescales=timescale_rows(),
        bank_holidays=bank_holiday_rows(),
        forms=shipped_form_hashes(),
    )
    founded = found_organisation(
        made.organisation, founding, PASSPHRASES["issuing"], now=clock(), parameters=FLOOR
    )
    raw = (made.organisation / "organisation.json").read_bytes()
    assert founded.card.organisation == founding.organisation
    made.root_shares = founded.root_shares
    made.recovery_shares = founded.recovery_shares
    sittings = {}
    for initials, (full_name, role) in STAFF.items():
        newcomer = Newcomer(initials=initials, full_name=full_name, role=role, parameters=FLOOR)
        sitting = make_vault(made.folder / initials, raw, newcomer, PASSPHRASES[initials], world)
        request = make_request(sitting, PASSPHRASES[initials])
        enrol(made.organisation, request, role, PASSPHRASES["issuing"], now=clock())
        made.keys[initials] = sitting.vault.derivation().derive(PASSPHRASES[initials])
        made.people[initials] = sitting.me.person_id
        sittings[initials] = sitting
    raw = (made.organisation / "organisation.json").read_bytes()
    forms = _forms()
    for sitting in sittings.values():
        enrol_me(sitting, raw, words_compared=True)
        made.signers[sitting.me.initials] = sitting.signer_from(made.keys[sitting.me.initials])
        with sitting.vault.transaction(sitting.act("forms.installed")):
            for stored, xml, cache in forms:
                sitting.vault.forms.add(stored, xml)
                sitting.vault.forms.set_cache(stored.form_hash, f"engine-{ENGINE_VERSION}", cache)
        sitting.close()
    return made


@pytest.fixture
def folders(template: Template, tmp_path: Path) -> Template:
    """A copy of everything for one test."""
    copy = tmp_path / "folders"
    shutil.copytree(template.folder, copy)
    return replace(template, folder=copy)


@pytest.fixture
def organisation(folders: Template) -> Path:
    """The folder of the configuration manager: organisation file and issuing key."""
    return folders.organisation


@pytest.fixture
def passphrases() -> dict[str, str]:
    """The passphrases by initials, and that of the issuing key under ``issuing``."""
    return dict(PASSPHRASES)


@pytest.fixture
def world(clock: FrozenClock) -> World:
    """The clock of the test and real random bytes."""
    return _world(clock)


@pytest.fixture
def sitting_of(folders: Template, world: World) -> Iterator[Callable[[str], Sitting]]:
    """Opens somebody's vault once, by initials; closed when the test ends."""
    opened: dict[str, Sitting] = {}

    def open_one(initials: str) -> Sitting:
        if initials not in opened:
            locked = LockedVault(folders.folder / initials)
            vault = locked.open(
                folders.people[initials],
                folders.keys[initials],
                at=world.clock().isoformat(timespec="seconds"),
            )
            opened[initials] = Sitting(vault, world.clock, world.random_bytes)
        return opened[initials]

    yield open_one
    for sitting in opened.values():
        sitting.close()


@pytest.fixture
def office(sitting_of: Callable[[str], Sitting]) -> Sitting:
    """The caseworker's sitting."""
    return sitting_of("AB")


@pytest.fixture
def cover(sitting_of: Callable[[str], Sitting]) -> Sitting:
    """The sitting of a colleague who covers."""
    return sitting_of("CC")


@pytest.fixture
def supervisor(sitting_of: Callable[[str], Sitting]) -> Sitting:
    """The supervisor's sitting."""
    return sitting_of("SH")


@pytest.fixture
def signer_of(folders: Template) -> Callable[[Sitting], Signer]:
    """Frees the signing key of whoever sits, without deriving keys again."""

    def free(sitting: Sitting) -> Signer:
        return sitting.signer_from(folders.keys[sitting.me.initials])

    return free


@pytest.fixture
def post(tmp_path: Path) -> Post:
    """The stick that travels between the vaults."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return Post(folder)


@pytest.fixture
def case(office: Sitting, signer_of: Callable[[Sitting], Signer]) -> CaseBuilder:
    """A case of the caseworker's, of which nothing is signed yet."""
    return CaseBuilder(office, signer_of(office))


@pytest.fixture
def manager(
    organisation: Path, folders: Template, passphrases: dict[str, str], world: World
) -> Office:
    """The configuration manager at work, with the supervisor beside them."""
    return Office(organisation, passphrases["issuing"], world, folders.signers["SH"])
