"""An organisation with a caseworker's and a supervisor's vault, founded as in real life."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from outreach_app.crypto.kdf import FLOOR
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Role
from outreach_app.services.catalogue import shipped_form_hashes
from outreach_app.services.organisation import CARD_NAME, Founding, enrol, found_organisation
from outreach_app.services.shipped import bank_holiday_rows, timescale_rows
from outreach_app.services.sitting import Signer
from outreach_app.services.vaults import Newcomer, World, enrol_me, make_request, make_vault
from outreach_app.services.workspace import Workspace

NOW = datetime(2026, 2, 3, 11, 0, tzinfo=UTC)
PASSPHRASE = "a passphrase for benchmarks only"  # noqa: S105  it protects nothing
WORLD = World(clock=lambda: NOW, random_bytes=secrets.token_bytes)


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody at work: the unlocked vault, and the signing key free to sign."""

    workspace: Workspace
    signer: Signer


@contextmanager
def organisation(folder: Path) -> Iterator[tuple[Desk, Desk]]:
    """Found an organisation and give a caseworker and a supervisor, each with a vault."""
    place = folder / "organisation"
    founding = Founding(
        organisation=WORLD.new_id(Prefix.ORGANISATION),
        name="Bench House",
        site="BH",
        timescales=timescale_rows(),
        bank_holidays=bank_holiday_rows(),
        forms=shipped_form_hashes(),
    )
    found_organisation(place, founding, PASSPHRASE, now=NOW, parameters=FLOOR)
    roles = {"AB": Role.CASEWORKER, "SH": Role.SUPERVISOR}
    sittings = {}
    for initials, role in roles.items():
        newcomer = Newcomer(
            initials=initials, full_name=f"Person {initials}", role=role, parameters=FLOOR
        )
        raw = (place / CARD_NAME).read_bytes()
        sitting = make_vault(folder / initials, raw, newcomer, PASSPHRASE, WORLD)
        enrol(place, make_request(sitting, PASSPHRASE), role, PASSPHRASE, now=NOW)
        sittings[initials] = sitting
    desks = []
    for sitting in sittings.values():
        enrol_me(sitting, (place / CARD_NAME).read_bytes(), words_compared=True)
        workspace = Workspace(sitting)
        workspace.catalogue.install_shipped()
        desks.append(Desk(workspace, sitting.signer(PASSPHRASE)))
    yield desks[0], desks[1]
    for desk in desks:
        desk.workspace.close()
