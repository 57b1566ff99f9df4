"""Hostile bundles for an office of the frozen program, signed with the caseworker's own key."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from outreach_app.crypto import age
from outreach_app.crypto.certificates import parse_certificate
from outreach_app.crypto.keys import generate_age_identity
from outreach_app.services.instants import system_clock
from outreach_app.services.issuing_key import KEY_NAME, open_key
from outreach_app.services.unlocking import this_world
from outreach_app.services.workspace import open_workspace
from tests.bundle.forgery import take_apart
from tests.bundle.hostile import CASES, archive_of
from tests.bundle.house import House, a_content
from tests.cli.office import PHRASES
from tests.frozen.office import FrozenOffice

UNTRUSTED = 5
"""Exit code of the command line for what cannot be trusted."""


@dataclass
class Insider(House):
    """The keys of a caseworker who means harm, with the certificate that the directory lists.

    A certificate with other facts is issued with the organisation's own issuing key, which is more than
    any insider has.
    """

    listed: bytes = b""
    serial: int = 0
    to: str = ""

    def __post_init__(self) -> None:
        """Take the supervisor as first recipient and nobody as the second."""
        self.identity, self.recipient = "", self.to
        self.other_identity, self.other_recipient = generate_age_identity()

    def certificate(self, **changes: object) -> bytes:
        """Return the listed certificate, or one with other facts."""
        if not changes:
            return self.listed
        if isinstance(begins := changes.get("valid_after"), datetime):
            changes["valid_after"] = begins + timedelta(days=1)
        return super().certificate(**{"serial": self.serial, **changes})


def insider_of(office: FrozenOffice) -> Insider:
    """Open the caseworker's vault and the manager's folder and take what a forger could want."""
    world = this_world(system_clock)
    reader = open_workspace(office.vault("SH"), "SH", PHRASES["SH"], world)
    supervisor = reader.sitting.me
    reader.close()
    workspace = open_workspace(office.vault("AB"), "AB", PHRASES["AB"], world)
    try:
        signer = workspace.sitting.signer(PHRASES["AB"])
        listed = parse_certificate(signer.certificate)
        organisation = workspace.sitting.card.organisation
        return Insider(
            now=system_clock(),
            authority=open_key(office.card.parent / KEY_NAME, organisation, PHRASES["issuing"]),
            signing_key=signer.signing_key,
            organisation=organisation,
            sender=listed.principal,
            reader=supervisor.person_id,
            device=listed.device_id,
            listed=signer.certificate,
            serial=listed.serial,
            to=supervisor.age_recipient,
        )
    finally:
        workspace.close()


def hostile_files(
    office: FrozenOffice, insider: Insider, names: Iterable[str]
) -> Iterator[tuple[str, Path]]:
    """Write each hostile bundle as a file, sealed to the supervisor, and yield its name and path."""
    for number, name in enumerate(names):
        forgery = take_apart(insider, a_content())
        archive = archive_of(forgery, CASES[name])
        path = office.stick / f"hostile-{number}.age"
        path.write_bytes(age.encrypt(archive, [insider.recipient, insider.other_recipient]))
        yield name, path
        path.unlink()


@dataclass
class Refusals:
    """What became of hostile bundles.

    Attributes:
        as_said: Refused with the code that the case wants.
        otherwise: Refused earlier or with another code, as ``name (code)``.
        faults: Taken, or a fault of the program.
    """

    tried: int = 0
    as_said: int = 0
    otherwise: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def offer_hostile(office: FrozenOffice, names: Iterable[str]) -> Refusals:
    """Offer hostile bundles to the supervisor and return how each was answered.

    Args:
        office: An office with the caseworker AB and the supervisor SH.
        names: Of `tests.bundle.hostile`.
    """
    found = Refusals()
    for name, path in hostile_files(office, insider_of(office), names):
        answer = office.as_person("SH", "bundle", "import", path, "--json")
        found.tried += 1
        if answer.code != UNTRUSTED:
            found.faults.append(f"{name}: exit code {answer.code}")
            continue
        code = str(answer.data["error"])
        if code == CASES[name].code:
            found.as_said += 1
        else:
            found.otherwise.append(f"{name} (`{code}`)")
    if office.json("SH", "bundle", "inbox")["inbox"]:
        found.faults.append("something lies in the inbox")
    return found
