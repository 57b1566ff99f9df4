"""The organisation's own verbs: make it, enrol staff, revoke, issue the configuration.

They work on a folder that the configuration manager keeps apart from all casework:
``organisation.json`` (public, goes to every laptop) and ``issuing-key.json`` (the issuing key
under a passphrase). The root key and the recovery secret leave this module only as shares for
paper; neither is written anywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from outreach_app.crypto.authority import Issuer, Issuers, make_issuers
from outreach_app.crypto.canonical import canonical_bytes, parse_canonical_object
from outreach_app.crypto.certificates import Certificate, CertificateRequest, issue
from outreach_app.crypto.errors import CannotOpen
from outreach_app.crypto.kdf import FLOOR, KdfParameters, derive_slot_key
from outreach_app.crypto.keys import SigningKey, unwrap, wrap
from outreach_app.crypto.parts import new_salt
from outreach_app.crypto.recovery import new_recovery_secret, recovery_recipient, split_secret
from outreach_app.crypto.wire import WireFault, plain_base64, to_base64
from outreach_app.domain.people import Role
from outreach_app.domain.revocation import Revocation
from outreach_app.paths import atomic_write, private_dir, read_bytes
from outreach_app.services.bodies import BodyReader
from outreach_app.services.configuration import (
    FILE_LIMIT_BYTES,
    Configuration,
    OrganisationCard,
    Row,
    SignedBytes,
    next_configuration,
    read_card,
    write_card,
)
from outreach_app.services.enrolment import parse_request
from outreach_app.services.errors import (
    BodyFormat,
    IssuingKeyClosed,
    NoOrganisation,
    OrganisationExists,
    OtherOrganisation,
    UnknownSerial,
)
from outreach_app.services.instants import write_instant

CARD_NAME = "organisation.json"
KEY_NAME = "issuing-key.json"
ISSUER_DAYS = 730
STAFF_DAYS = 365
AGENCY_DAYS = 14
_KEY_FORMAT = 1
_PURPOSE = b"outreach/issuing-key/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What a new organisation starts with; rows and hashes come from the shipped data."""

    organisation: str
    name: str
    site: str
    timescales: tuple[Row, ...]
    bank_holidays: tuple[Row, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded:
    """A new organisation: its card, and the shares that now belong on paper and nowhere else."""

    card: OrganisationCard
    root_shares: tuple[str, ...]
    recovery_shares: tuple[str, ...]


def found_organisation(
    folder: Path,
    founding: Founding,
    passphrase: str,
    *,
    now: datetime,
    parameters: KdfParameters = FLOOR,
) -> Founded:
    """Make an organisation in a folder; the issuing key lies there under the passphrase.

    Raises:
        OrganisationExists: The folder holds one.
        HostFault: The folder cannot be written.
    """
    private_dir(folder)
    if (folder / CARD_NAME).exists() or (folder / KEY_NAME).exists():
        raise OrganisationExists
    root, issuing = SigningKey.generate(), SigningKey.generate()
    secret = new_recovery_secret()
    listed = Issuers(
        organisation=founding.organisation,
        number=1,
        created=now,
        issuers=(
            Issuer(
                public_key=issuing.public,
                name=founding.name,
                valid_after=now,
                valid_before=now + timedelta(days=ISSUER_DAYS),
            ),
        ),
    )
    payload, signature = make_issuers(listed, root)
    configuration = Configuration(
        organisation=founding.organisation,
        name=founding.name,
        site=founding.site,
        number=1,
        issued_at=write_instant(now),
        recovery_recipient=recovery_recipient(secret),
        timescales=founding.timescales,
        bank_holidays=founding.bank_holidays,
        forms=founding.forms,
    )
    card = write_card(
        root.public, SignedBytes(payload=payload, signature=signature), configuration, issuing
    )
    atomic_write(
        folder / KEY_NAME, _lock_key(issuing, founding.organisation, passphrase, parameters)
    )
    atomic_write(folder / CARD_NAME, card)
    return Founded(
        card=read_card(card),
        root_shares=tuple(split_secret(root.seed, 2, 3)),
        recovery_shares=tuple(split_secret(secret, 2, 3)),
    )


def load_card(path: Path) -> OrganisationCard:
    """Return the verified organisation file at a path (or in a folder).

    Raises:
        NoOrganisation: There is none.
        OrganisationFile: It is damaged or forged.
    """
    file = path / CARD_NAME if path.is_dir() else path
    if not file.exists():
        raise NoOrganisation
    return read_card(read_bytes(file, FILE_LIMIT_BYTES))


def enrol(
    folder: Path,
    untrusted_request: bytes,
    role: Role,
    passphrase: str,
    *,
    now: datetime,
    valid_for: timedelta | None = None,
) -> tuple[OrganisationCard, Certificate]:
    """Certify the person of a request for a role; return the new card and the certificate.

    Args:
        folder: The organisation's folder.
        untrusted_request: The request file's bytes.
        role: What the certificate states.
        passphrase: Of the issuing key.
        now: From when it is valid.
        valid_for: How long; by default a year, for staff of other agencies 14 days.

    Raises:
        RequestFormat: The request is damaged or not signed by its own key.
        OtherOrganisation: It was made in a vault of another organisation.
        IssuingKeyClosed: It does not open the issuing key.
    """
    card = load_card(folder)
    request = parse_request(untrusted_request)
    if request.organisation != card.organisation:
        raise OtherOrganisation
    issuing = _unlock_key(folder, card.organisation, passphrase)
    usual = timedelta(days=AGENCY_DAYS if role is Role.AGENCY_STAFF else STAFF_DAYS)
    line = issue(
        issuing,
        CertificateRequest(
            public_line=request.signing_key,
            serial=len(card.configuration.directory) + 1,
            person_id=request.person_id,
            key_id=f"{request.initials} {request.full_name}",
            valid_after=now,
            valid_before=now + (valid_for or usual),
            role=role.value,
            organisation=card.organisation,
            age_recipient=request.age_recipient,
            device_id=request.device_id,
        ),
    )
    directory = (*card.configuration.directory, line.decode("ascii").strip())
    renewed = _publish(folder, card, issuing, write_instant(now), directory=directory)
    return renewed, renewed.configuration.certificates()[-1]


def revoke(
    folder: Path, revocation: Revocation, passphrase: str, *, now: datetime
) -> OrganisationCard:
    """Withdraw a certificate.

    Raises:
        UnknownSerial: It was never issued.
        IssuingKeyClosed: It does not open the issuing key.
    """
    card = load_card(folder)
    if not 1 <= revocation.serial <= len(card.configuration.directory):
        raise UnknownSerial(serial=revocation.serial)
    issuing = _unlock_key(folder, card.organisation, passphrase)
    revocations = (*card.configuration.revocations, revocation)
    return _publish(folder, card, issuing, write_instant(now), revocations=revocations)


def _publish(
    folder: Path,
    card: OrganisationCard,
    issuing: SigningKey,
    issued_at: str,
    *,
    directory: Sequence[str] | None = None,
    revocations: Sequence[Revocation] | None = None,
) -> OrganisationCard:
    renewed = next_configuration(
        card.configuration, issued_at=issued_at, directory=directory, revocations=revocations
    )
    content = card.with_configuration(renewed, issuing)
    atomic_write(folder / CARD_NAME, content)
    return read_card(content)


def _lock_key(
    issuing: SigningKey, organisation: str, passphrase: str, parameters: KdfParameters
) -> bytes:
    salt = new_salt()
    key = derive_slot_key(passphrase, salt, parameters, vault_id=organisation, slot_id="issuing")
    return canonical_bytes(
        {
            "format": _KEY_FORMAT,
            "lanes": parameters.lanes,
            "memory_kib": parameters.memory_kib,
            "organisation": organisation,
            "salt": to_base64(salt),
            "sealed": to_base64(wrap(key, issuing.seed, _PURPOSE)),
            "time": parameters.time,
        }
    )


def _unlock_key(folder: Path, organisation: str, passphrase: str) -> SigningKey:
    if not (folder / KEY_NAME).exists():
        raise NoOrganisation
    content = parse_canonical_object(read_bytes(folder / KEY_NAME, 64 * 1024))
    reader = BodyReader(content, "issuing key")
    parameters = KdfParameters(
        memory_kib=reader.integer("memory_kib"),
        time=reader.integer("time"),
        lanes=reader.integer("lanes"),
    )
    salt, sealed = _binary(reader, "salt"), _binary(reader, "sealed")
    key = derive_slot_key(passphrase, salt, parameters, vault_id=organisation, slot_id="issuing")
    try:
        return SigningKey.from_seed(unwrap(key, sealed, _PURPOSE))
    except CannotOpen as error:
        raise IssuingKeyClosed from error


def _binary(reader: BodyReader, name: str) -> bytes:
    try:
        return plain_base64(reader.text(name).encode("utf-8"))
    except WireFault as error:
        raise BodyFormat(kind="issuing key") from error
