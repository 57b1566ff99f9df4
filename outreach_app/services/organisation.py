"""The organisation's own verbs: make it, enrol staff, revoke, issue the configuration.

They work on a folder that the configuration manager keeps apart from all casework:
``organisation.json`` (public, goes to every laptop) and ``issuing-key.json`` (the issuing key
under a passphrase). The root key and the recovery secret leave this module only as shares for
paper; neither is written anywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from outreach_app.crypto.authority import Issuer, Issuers, make_issuers
from outreach_app.crypto.certificates import (
    Certificate,
    CertificateRequest,
    issue,
    parse_certificate,
)
from outreach_app.crypto.envelopes import object_digest
from outreach_app.crypto.kdf import FLOOR, KdfParameters
from outreach_app.crypto.keys import SigningKey
from outreach_app.crypto.recovery import new_recovery_secret, recovery_recipient, split_secret
from outreach_app.domain.people import Role
from outreach_app.domain.revocation import Revocation, RevocationReason
from outreach_app.paths import atomic_write, private_dir, read_bytes
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
    NeedsSecondSignature,
    NoOrganisation,
    OrganisationExists,
    OtherOrganisation,
    UncountersignedSupervisor,
    UnknownSerial,
)
from outreach_app.services.instants import write_instant
from outreach_app.services.issuing_key import KEY_NAME, open_issuing_key, write_key
from outreach_app.services.statements import (
    CONFIGURATION,
    Numbered,
    Revoked,
    Saying,
    Statement,
    make_statement,
)
from outreach_app.services.trust_log import facts_of
from outreach_app.services.trust_statements import (
    SECOND_SIGNERS,
    Change,
    ChangeKind,
    sign_change,
)

CARD_NAME = "organisation.json"
ISSUER_DAYS = 730
STAFF_DAYS = 365
AGENCY_DAYS = 14
RENEWAL_DAYS = 14


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
    recipient = recovery_recipient(secret)
    founding_change = Change(
        number=1,
        previous="",
        at=now,
        kind=ChangeKind.FOUNDING,
        content={
            "issuers": object_digest(payload),
            "issuing_key": issuing.public_line(),
            "recovery": recipient,
            "root": root.public_line(),
        },
    )
    configuration = Configuration(
        organisation=founding.organisation,
        name=founding.name,
        site=founding.site,
        number=1,
        issued_at=write_instant(now),
        recovery_recipient=recipient,
        timescales=founding.timescales,
        bank_holidays=founding.bank_holidays,
        forms=founding.forms,
        changes=(sign_change(founding.organisation, founding_change, root),),
    )
    numbered = make_statement(
        Numbered(CONFIGURATION, 1), founding.organisation, issuing, None, signed_at=now
    )
    card = write_card(
        root.public,
        SignedBytes(payload=payload, signature=signature),
        configuration,
        issuing,
        [numbered],
    )
    write_key(folder / KEY_NAME, issuing, founding.organisation, passphrase, parameters)
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

    What the person was certified with before is withdrawn as replaced in the same configuration.

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
        NeedsSecondSignature: It would make somebody a supervisor, which two people decide.
    """
    card = load_card(folder)
    request = parse_request(untrusted_request)
    if request.organisation != card.organisation:
        raise OtherOrganisation
    issuing = open_card_key(folder, card, passphrase)
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
    try:
        news = News(
            directory=(*card.configuration.directory, line.decode("ascii").strip()),
            revocations=replaced_by(card, parse_certificate(line), now),
        )
        renewed = publish(folder, card, issuing, news, now=now)
    except UncountersignedSupervisor as error:
        raise NeedsSecondSignature from error
    return renewed, renewed.configuration.certificates()[-1]


def replaced_by(
    card: OrganisationCard, certificate: Certificate, now: datetime
) -> tuple[Revocation, ...]:
    """Return the revocations of the certificates that a person had before a new one.

    They end at once, except where the new one is for the same key and role: then the laptop may
    go on with the old one for as long as the organisation file takes to get there.
    """
    withdrawn = {each.serial for each in card.configuration.revocations}
    found = []
    for each in card.configuration.certificates():
        if (
            each.principal != certificate.principal
            or each.serial in withdrawn
            or each.valid_before <= now
        ):
            continue
        same = (each.public_key, each.role) == (certificate.public_key, certificate.role)
        grace = timedelta(days=RENEWAL_DAYS if same else 0)
        found.append(
            Revocation(
                serial=each.serial,
                reason=RevocationReason.REPLACED,
                since=min(now + grace, each.valid_before),
            )
        )
    return tuple(found)


def revoke(
    folder: Path, revocation: Revocation, passphrase: str, *, now: datetime
) -> OrganisationCard:
    """Withdraw a certificate; of a supervisor also its renewals since that day.

    A renewal needs no second signature because the one before stands; it falls with it.

    Raises:
        UnknownSerial: It was never issued.
        IssuingKeyClosed: It does not open the issuing key.
    """
    card = load_card(folder)
    if not 1 <= revocation.serial <= len(card.configuration.directory):
        raise UnknownSerial(serial=revocation.serial)
    issuing = open_card_key(folder, card, passphrase)
    also = [replace(revocation, serial=serial) for serial in _renewals(card, revocation)]
    news = News(revocations=(revocation, *also))
    return publish(folder, card, issuing, news, now=now)


def _renewals(card: OrganisationCard, revocation: Revocation) -> list[int]:
    certificates = card.configuration.certificates()
    facts = facts_of(certificates[revocation.serial - 1])
    return [
        each.serial
        for each in certificates[revocation.serial :]
        if each.role in SECOND_SIGNERS
        and facts_of(each) == facts
        and each.valid_after >= revocation.since
    ]


def open_card_key(folder: Path, card: OrganisationCard, passphrase: str) -> SigningKey:
    """Return the issuing key that is in force in an organisation's folder.

    Raises:
        NoOrganisation: The folder holds no issuing key.
        IssuingKeyClosed: The passphrase does not open it.
    """
    return open_issuing_key(folder, card.organisation, passphrase, card.trust.issuing_key)


@dataclass(frozen=True, slots=True)
class Tables:
    """What new documents begin on, and the days that are counted by.

    Attributes:
        forms: Hashes of the released forms.
        timescales, bank_holidays: Rows as in the shipped files.
    """

    forms: tuple[str, ...]
    timescales: tuple[Row, ...]
    bank_holidays: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What the next organisation file says besides what the last one said.

    Attributes:
        directory: The certificates, if they change.
        revocations: What is withdrawn now; each is a statement as well, so that no other
            configuration takes it back.
        policy: What is decided for everybody about settings, if it changes.
        crisis: The steps and numbers in a crisis, if they change.
        tables: Forms, time limits and bank holidays, if they change.
        rehearsed_on: Day on which the recovery sheets were tried, if that is new.
        said: What else the issuing key states.
        passed_on: Statements of others that go along.
    """

    directory: tuple[str, ...] | None = None
    revocations: tuple[Revocation, ...] = ()
    policy: Mapping[str, str] | None = None
    crisis: tuple[Row, ...] | None = None
    tables: Tables | None = None
    rehearsed_on: str = ""
    said: tuple[Saying, ...] = ()
    passed_on: tuple[Statement, ...] = ()


def publish(
    folder: Path, card: OrganisationCard, issuing: SigningKey, news: News, *, now: datetime
) -> OrganisationCard:
    """Sign and write the next organisation file and return it, read back."""
    renewed = next_configuration(
        card.configuration,
        issued_at=write_instant(now),
        directory=news.directory,
        revocations=(*card.configuration.revocations, *news.revocations),
        policy=news.policy,
        crisis=news.crisis,
    )
    if (tables := news.tables) is not None:
        renewed = replace(
            renewed,
            forms=tables.forms,
            timescales=tables.timescales,
            bank_holidays=tables.bank_holidays,
        )
    if news.rehearsed_on:
        renewed = replace(renewed, recovery_rehearsed_on=news.rehearsed_on)
    sayings = [
        Numbered(CONFIGURATION, renewed.number),
        *map(Revoked, news.revocations),
        *news.said,
    ]
    statements = [
        make_statement(each, card.organisation, issuing, None, signed_at=now) for each in sayings
    ]
    content = card.with_configuration(renewed, issuing, [*news.passed_on, *statements])
    published = read_card(content)
    atomic_write(folder / CARD_NAME, content)
    return published
