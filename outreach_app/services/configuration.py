"""The organisation's signed, numbered configuration, and the file that carries it to laptops.

The file has the organisation's root key, the list of issuing keys that the root signed, the
configuration that the issuing key signed (time limits, bank holidays, released forms, the directory
of staff certificates without gaps, revocations, the chain of changes of trust), and statements that
only ever add up. Nothing in it is secret.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from outreach_app.crypto.authority import Issuers, parse_issuers
from outreach_app.crypto.canonical import JsonValue, canonical_bytes, parse_canonical_object
from outreach_app.crypto.certificates import Certificate, parse_certificate
from outreach_app.crypto.envelopes import (
    ObjectType,
    make_envelope,
    object_digest,
    sign_envelope,
    verify_envelope,
)
from outreach_app.crypto.errors import UnknownAuthority, WrongOrganisation
from outreach_app.crypto.keys import SigningKey, parse_public_line, public_line
from outreach_app.crypto.sshsig import SignatureFacts
from outreach_app.domain.revocation import Revocation, RevocationReason
from outreach_app.domain.timescales import Timescales, parse_timescales
from outreach_app.domain.working_days import BankHolidays
from outreach_app.errors import OutreachError
from outreach_app.services.bodies import BodyReader
from outreach_app.services.errors import (
    BodyFormat,
    OrganisationFile,
    SecondSignatureMissing,
    TrustLogBroken,
    UncountersignedSupervisor,
)
from outreach_app.services.instants import read_instant, write_instant
from outreach_app.services.statements import (
    Statement,
    read_statement_texts,
    statement_texts,
    still_standing,
)
from outreach_app.services.trust_log import TrustLog, TrustState
from outreach_app.services.trust_statements import (
    SignedChange,
    change_texts,
    read_change,
)

FILE_FORMAT = 1
FILE_LIMIT_BYTES = 16 * 1024 * 1024

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What the organisation decides for all its laptops.

    Attributes:
        number: Counts up; an older configuration never replaces a newer one.
        recovery_recipient: Age recipient of the organisation's recovery secret.
        recovery_rehearsed_on: Day on which its sheets were last tried, or "".
        forms: Hashes of the forms on which new documents may be made.
        directory: Certificate lines by serial, from 1, without gaps.
        changes: The chain of changes of trust, from the founding on.
        policy: What is decided for everybody about settings, text by key.
        crisis: Its own steps and numbers in a crisis; none where those of the program hold.
        digest: ``sha256:…`` of the signed bytes; calculated dates keep it.
    """

    organisation: str
    name: str
    site: str
    number: int
    issued_at: str
    recovery_recipient: str
    timescales: tuple[Row, ...]
    bank_holidays: tuple[Row, ...]
    forms: tuple[str, ...]
    directory: tuple[str, ...] = ()
    revocations: tuple[Revocation, ...] = ()
    changes: tuple[SignedChange, ...] = ()
    recovery_rehearsed_on: str = ""
    policy: Mapping[str, str] = field(default_factory=dict)
    crisis: tuple[Row, ...] = ()
    digest: str = field(default="", compare=False)

    def time_limits(self) -> Timescales:
        """Return the table of time limits."""
        return parse_timescales(self.timescales, self.digest)

    def holidays(self) -> BankHolidays:
        """Return the bank holidays by nation."""
        found: dict[str, set[date]] = {}
        for row in self.bank_holidays:
            found.setdefault(row["jurisdiction"], set()).add(date.fromisoformat(row["date"]))
        return {nation: frozenset(days) for nation, days in found.items()}

    def certificates(self) -> tuple[Certificate, ...]:
        """Return the parsed certificates of the directory, by serial."""
        return tuple(parse_certificate(line.encode("ascii")) for line in self.directory)

    def body(self) -> dict[str, JsonValue]:
        """Return the JSON body that the issuing key signs."""
        # What nobody decided has no field: there is one way to say nothing.
        decided: dict[str, JsonValue] = {"policy": dict(self.policy)} if self.policy else {}
        if self.crisis:
            decided["crisis"] = [dict(row) for row in self.crisis]
        return decided | {
            "bank_holidays": [dict(row) for row in self.bank_holidays],
            "changes": [change_texts(each) for each in self.changes],
            "directory": list(self.directory),
            "forms": list(self.forms),
            "issued_at": self.issued_at,
            "name": self.name,
            "number": self.number,
            "recovery_recipient": self.recovery_recipient,
            "recovery_rehearsed_on": self.recovery_rehearsed_on,
            "revocations": [
                {
                    "serial": item.serial,
                    "since": write_instant(item.since),
                    "why": item.reason.value,
                }
                for item in self.revocations
            ],
            "site": self.site,
            "timescales": [dict(row) for row in self.timescales],
        }


def parse_configuration(
    organisation: str, untrusted_body: Mapping[str, object], digest: str
) -> Configuration:
    """Return the configuration of a signed body.

    Raises:
        BodyFormat: Other fields or shapes.
    """
    body = BodyReader(untrusted_body, "configuration")
    found = Configuration(
        organisation=organisation,
        name=body.text("name"),
        site=body.text("site"),
        number=body.integer("number"),
        issued_at=body.text("issued_at"),
        recovery_recipient=body.text("recovery_recipient"),
        recovery_rehearsed_on=body.text("recovery_rehearsed_on", empty=True),
        timescales=tuple(body.each("timescales", _parse_row)),
        bank_holidays=tuple(body.each("bank_holidays", _parse_row)),
        forms=body.texts("forms"),
        directory=body.texts("directory"),
        revocations=tuple(body.each("revocations", _parse_revocation)),
        changes=tuple(body.each("changes", lambda each: read_change(organisation, each))),
        policy=_parse_policy(body),
        crisis=tuple(body.each("crisis", _parse_row)) if body.has("crisis") else (),
        digest=digest,
    )
    body.done()
    return found


def _parse_policy(body: BodyReader) -> dict[str, str]:
    if not body.has("policy"):
        return {}
    found = body.text_map("policy")
    if not found:
        raise BodyFormat(kind="configuration")
    return found


def _parse_row(untrusted: object) -> Row:
    reader = BodyReader({"row": untrusted}, "configuration")
    return reader.text_map("row")


def _parse_revocation(untrusted: object) -> Revocation:
    reader = BodyReader(untrusted, "configuration")
    serial, why, since = reader.integer("serial"), reader.text("why"), reader.text("since")
    reader.done()
    try:
        return Revocation(serial=serial, reason=RevocationReason(why), since=read_instant(since))
    except ValueError as error:
        raise BodyFormat(kind="configuration") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBytes:
    """Canonical bytes and their armoured signature."""

    payload: bytes
    signature: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCard:
    """The verified content of an organisation file.

    Attributes:
        trust: What the chain of changes of trust comes to; root, issuing key and recovery
            recipient of the file are those.
        statements: With sound signatures; who may make which is judged where they are used.
    """

    organisation: str
    root: bytes
    trust: TrustState
    issuers: Issuers
    configuration: Configuration
    issuers_signed: SignedBytes
    configuration_signed: SignedBytes
    statements: tuple[Statement, ...] = ()

    def with_configuration(
        self, configuration: Configuration, issuing: SigningKey, more: Sequence[Statement] = ()
    ) -> bytes:
        """Return the bytes of a new organisation file with another configuration.

        Args:
            configuration: The next one.
            issuing: The key that signs it.
            more: Statements to be added to those of this file.
        """
        statements = still_standing([*self.statements, *more])
        return write_card(self.root, self.issuers_signed, configuration, issuing, statements)


def write_card(
    root: bytes,
    issuers: SignedBytes,
    configuration: Configuration,
    issuing: SigningKey,
    statements: Sequence[Statement] = (),
) -> bytes:
    """Sign a configuration and return the bytes of the organisation file."""
    payload = make_envelope(
        ObjectType.CONFIG,
        configuration.organisation,
        f"config-{configuration.number}",
        configuration.body(),
    )
    signature = sign_envelope(payload, issuing, None)
    return canonical_bytes(
        {
            "configuration": _texts(SignedBytes(payload=payload, signature=signature)),
            "format": FILE_FORMAT,
            "issuers": _texts(issuers),
            "organisation": configuration.organisation,
            "root": public_line(root),
            "statements": statement_texts(statements),
        }
    )


def read_card(untrusted: bytes) -> OrganisationCard:
    """Return the verified content of an organisation file.

    The root key itself is taken from the file: whoever installs it compares its words with the
    ones on paper.

    Raises:
        OrganisationFile: Damaged, or its signatures do not fit together.
        TrustLogBroken: The chain of changes of trust does not hold, or comes to something else.
        SecondSignatureMissing: A change of trust in it has one signature.
        UncountersignedSupervisor: It makes somebody a supervisor by one signature.
    """
    try:
        reader = BodyReader(parse_canonical_object(untrusted), "organisation file")
        if reader.integer("format") != FILE_FORMAT:
            raise OrganisationFile
        organisation = reader.text("organisation")
        root = parse_public_line(reader.text("root"))
        issuers_signed = _signed(reader.inner("issuers"))
        configuration_signed = _signed(reader.inner("configuration"))
        statements = read_statement_texts(reader, organisation)
        reader.done()
        issuers = parse_issuers(
            issuers_signed.payload, issuers_signed.signature, root, organisation
        )
        configuration = verify_configuration(configuration_signed, issuers)
        check_directory(configuration)
        trust = trust_log(configuration).replay()
        newest = issuers.issuers[-1].public_key
        found = (root, newest, object_digest(issuers_signed.payload))
        _check_state(trust, found, configuration)
    except (TrustLogBroken, SecondSignatureMissing, UncountersignedSupervisor):
        raise
    except OutreachError as error:
        raise OrganisationFile from error
    return OrganisationCard(
        organisation=organisation,
        root=root,
        trust=trust,
        issuers=issuers,
        configuration=configuration,
        issuers_signed=issuers_signed,
        configuration_signed=configuration_signed,
        statements=statements,
    )


def verify_configuration(signed: SignedBytes, issuers: Issuers) -> Configuration:
    """Return a configuration that the newest issuing key on the list signed.

    Raises:
        UnknownAuthority: Another key signed it.
        Untrusted: Damaged or of another organisation.
    """

    def by_issuer(facts: SignatureFacts) -> None:
        newest = {issuer.public_key for issuer in issuers.issuers[-1:]}
        if facts.certificate is not None or facts.public_key not in newest:
            raise UnknownAuthority

    envelope, _facts = verify_envelope(
        signed.payload, signed.signature, ObjectType.CONFIG, trust=by_issuer
    )
    if envelope.organisation != issuers.organisation:
        raise WrongOrganisation
    return parse_configuration(envelope.organisation, envelope.body, object_digest(signed.payload))


def _check_state(
    trust: TrustState, found: tuple[bytes, bytes, str], configuration: Configuration
) -> None:
    """Compare root, issuing key and list of a file with what its chain of changes comes to."""
    said = (trust.root, trust.issuing_key, trust.issuers)
    if found != said or configuration.recovery_recipient != trust.recovery:
        raise TrustLogBroken(number=len(configuration.changes))


def check_directory(configuration: Configuration) -> None:
    """Accept a directory whose serials run from 1 without gaps, all of this organisation.

    Raises:
        BodyFormat: A number is missing, doubled or out of order, or a certificate is foreign.
        CertificateFormat: A line is no certificate.
    """
    for serial, certificate in enumerate(configuration.certificates(), start=1):
        if (certificate.serial, certificate.organisation) != (serial, configuration.organisation):
            raise BodyFormat(kind="directory of certificates")
    listed = len(configuration.directory)
    if not all(1 <= each.serial <= listed for each in configuration.revocations):
        raise BodyFormat(kind="directory of certificates")


def trust_log(configuration: Configuration) -> TrustLog:
    """Return the chain of changes of trust of a configuration, with what it is judged by."""
    return TrustLog(
        configuration.organisation,
        configuration.changes,
        configuration.certificates(),
        configuration.revocations,
    )


def next_configuration(
    held: Configuration,
    *,
    issued_at: str,
    directory: Sequence[str] | None = None,
    revocations: Sequence[Revocation] | None = None,
    policy: Mapping[str, str] | None = None,
    crisis: Sequence[Row] | None = None,
) -> Configuration:
    """Return the successor of a configuration, with what changes."""
    return replace(
        held,
        number=held.number + 1,
        issued_at=issued_at,
        directory=held.directory if directory is None else tuple(directory),
        revocations=held.revocations if revocations is None else tuple(revocations),
        policy=held.policy if policy is None else dict(policy),
        crisis=held.crisis if crisis is None else tuple(crisis),
        digest="",
    )


def _texts(signed: SignedBytes) -> dict[str, JsonValue]:
    return {
        "payload": signed.payload.decode("utf-8"),
        "signature": signed.signature.decode("ascii"),
    }


def _signed(reader: BodyReader) -> SignedBytes:
    found = SignedBytes(
        payload=reader.text("payload").encode("utf-8"),
        signature=reader.text("signature").encode("utf-8"),
    )
    reader.done()
    return found
