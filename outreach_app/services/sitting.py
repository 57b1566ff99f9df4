"""One person's unlocked time at one vault: who, what is configured, who is believed, what time it is.

Every other service works on a sitting. It has no verbs of casework of its own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from outreach_app.crypto.envelopes import object_digest
from outreach_app.crypto.keys import SigningKey
from outreach_app.domain.authority import VERB_WORDS, CaseAccess, Verb, may
from outreach_app.domain.ids import ID_BYTES, Prefix, make_id
from outreach_app.domain.people import Person
from outreach_app.errors import HostFault
from outreach_app.managed import computer_policies
from outreach_app.policy import Policy, Settings, Source, check_choice, settings_in_force
from outreach_app.services.configuration import (
    Configuration,
    OrganisationCard,
    SignedBytes,
    read_card,
)
from outreach_app.services.errors import NotAllowed, NotEnrolled
from outreach_app.services.instants import CASEWORK_ZONE, Clock, read_instant, write_instant
from outreach_app.services.journal_heads import check_signed_head, sign_head_at_end
from outreach_app.services.statements import KIND, Statement, read_statement, unique
from outreach_app.services.trust import Trust
from outreach_app.services.witnesses import witnesses_in
from outreach_app.settings import setting_of
from outreach_app.store.journal import Act
from outreach_app.store.objects import SignedObject
from outreach_app.store.unlocking import SlotKeys
from outreach_app.store.vault import Vault

CARD_PROPERTY = "organisation.card"
CLOCK_PROPERTY = "clock.high-water"
RandomBytes = Callable[[int], bytes]
ManagedPlace = Callable[[], Sequence[Policy]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A person's signing key, free for one act, and the certificate that goes with it."""

    person: Person
    signing_key: SigningKey = field(repr=False)
    certificate: bytes


class Sitting:
    """An unlocked vault with the person who unlocked it.

    Attributes:
        opened_with_reason: Ids of cases, and of their clients, that the person opened with a
            written reason; forgotten when the vault is locked.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        random_bytes: RandomBytes,
        managed: ManagedPlace = computer_policies,
    ) -> None:
        """Begin; the organisation file must have been installed in the vault.

        Args:
            vault: The unlocked vault.
            clock: Tells the time.
            random_bytes: Gives random bytes.
            managed: Reads what is decided for this computer; asked once a sitting.

        Raises:
            OrganisationFile: The installed file does not verify.
            JournalBroken: The journal does not hold the newest head that this device signed.
        """
        self.vault = vault
        self._clock = clock
        self._random_bytes = random_bytes
        self._computer = managed()
        self.opened_with_reason: frozenset[str] = frozenset()
        check_signed_head(vault)
        self.card = read_card(vault.properties.get(CARD_PROPERTY).encode("utf-8"))
        self._high_water = self._raise_high_water()
        self.trust = self.believe(self.card)

    def _raise_high_water(self) -> datetime:
        """Move the mark of the latest time seen; only this machine's clock moves it, so far a start.

        A clock that was once a year ahead must not make everything later look back-dated.
        """
        now = self._clock()
        known = self.vault.properties.get(CLOCK_PROPERTY)
        if known and read_instant(known) >= now:
            return read_instant(known)
        most = timedelta(hours=self.settings().number("clock.most_hours_ahead"))
        mark = min(now, read_instant(known) + most) if known else now
        with self.vault.database.transaction():
            self.vault.properties.set(CLOCK_PROPERTY, write_instant(mark))
        return mark

    def settings(self) -> Settings:
        """Return the settings in force in this vault: what was chosen, and what is decided."""
        policies = _policies(self.configuration.policy, self._computer)
        return settings_in_force(self.vault.choices.all(), policies)

    def change_setting(self, key: str, text: str) -> None:
        """Set something, or go back to its default with an empty text.

        Raises:
            UnknownSetting: There is no such setting.
            SettingOutOfBounds: The value does not fit.
            Managed: It would weaken what is decided for everybody.
        """
        name = setting_of(key).key
        with self.vault.transaction(self.act("setting.changed", key=name)):
            if text:
                self.vault.choices.set(name, check_choice(self.settings(), name, text))
            else:
                self.vault.choices.remove(name)

    @property
    def latest_time_seen(self) -> datetime:
        """The latest time that this vault has seen; the clock is behind when it is earlier."""
        return self._high_water

    @property
    def me(self) -> Person:
        """The person who unlocked the vault."""
        return self.vault.person

    @property
    def configuration(self) -> Configuration:
        """The configuration in force here."""
        return self.card.configuration

    def now(self) -> datetime:
        """Return the present moment."""
        return self._clock()

    def instant(self) -> str:
        """Return the present moment as it is written."""
        return write_instant(self._clock())

    def today(self) -> date:
        """Return the day of the casework."""
        return self._clock().astimezone(CASEWORK_ZONE).date()

    def new_id(self, prefix: Prefix) -> str:
        """Return a new identifier."""
        return make_id(prefix, self._random_bytes(ID_BYTES))

    def act(self, kind: str, **facts: str | int) -> Act:
        """Return a journal row for something that this person does now."""
        return Act(kind=kind, at=self.instant(), person_id=self.me.person_id, facts=facts)

    def require(self, verb: Verb, access: CaseAccess) -> None:
        """Refuse what this person's role does not allow, and journal the attempt.

        Raises:
            NotAllowed: The role does not allow it.
        """
        decision = may(self.me.person_id, self.me.role, verb, access)
        if not decision.allowed:
            with self.vault.transaction(self.act("act.refused", verb=verb.value)):
                pass
            raise NotAllowed(act=VERB_WORDS[verb], reason=decision.reason)

    def signer(self, passphrase: str) -> Signer:
        """Return the person's key for one act, freed by the passphrase (about a second).

        Raises:
            WrongPassphrase: It is not this person's.
            NotEnrolled: There is no certificate yet.
        """
        return self.signer_from(self.vault.derivation().derive(passphrase))

    def signer_from(self, keys: SlotKeys) -> Signer:
        """Return the person's key for one act, from keys that a job derived."""
        certificate = self.vault.people.certificate(self.me.person_id)
        if certificate is None:
            raise NotEnrolled
        return Signer(
            person=self.me, signing_key=self.vault.signing_key(keys), certificate=certificate
        )

    def install_card(self, card: OrganisationCard, raw: bytes) -> None:
        """Keep a verified organisation file inside the caller's act, and believe it from now on."""
        keep_card(self.vault, card, raw, at=self.instant())
        self.card = card
        self.trust = self.believe(card)

    def statements(self) -> tuple[Statement, ...]:
        """Return every statement of the organisation that this vault holds."""
        return tuple(
            read_statement(
                held.payload,
                held.signature,
                self.card.organisation,
                received_at=held.received_at,
            )
            for held in self.vault.objects.of_kind(KIND)
        )

    def believe(self, card: OrganisationCard, more: Sequence[Statement] = ()) -> Trust:
        """Return whom to believe by an organisation file and all statements that are known.

        Args:
            card: The organisation file.
            more: Statements that are not held yet.
        """
        known = unique([*self.statements(), *more])
        return Trust(card, witnesses_in(self.vault), self.now, known, self._high_water)

    def learn(self, statements: Iterable[Statement]) -> None:
        """Keep statements inside the caller's act, and believe them from now on."""
        for each in statements:
            keep_statement(self.vault, each, at=self.instant())
        self.trust = self.believe(self.card)

    def close(self) -> None:
        """Sign the journal's head if it has grown, and lock the vault; a second call does nothing.

        What cannot be signed now, on a full disk for instance, is signed at the end of the next
        sitting; nothing depends on it meanwhile.
        """
        if not self.vault.is_open:
            return
        try:
            with suppress(HostFault):
                sign_head_at_end(self.vault, self.card.organisation, at=self.instant())
        finally:
            self.vault.close()


def settings_before(policy: Mapping[str, str], computer: Sequence[Policy]) -> Settings:
    """Return what is in force where there is no vault yet, and so no choice.

    Args:
        policy: What the organisation has decided.
        computer: What is decided for this computer.
    """
    return settings_in_force({}, _policies(policy, computer))


def _policies(policy: Mapping[str, str], computer: Sequence[Policy]) -> tuple[Policy, ...]:
    return (Policy(Source.ORGANISATION, policy), *computer)


def keep_card(vault: Vault, card: OrganisationCard, raw: bytes, *, at: str) -> None:
    """Store an organisation file and its signed objects inside the caller's act."""
    vault.properties.set(CARD_PROPERTY, raw.decode("utf-8"))
    for kind, signed, number in (
        ("issuers", card.issuers_signed, card.issuers.number),
        ("config", card.configuration_signed, card.configuration.number),
    ):
        _keep_object(vault, kind, signed, number, at)
    for statement in card.statements:
        keep_statement(vault, statement, at=at)


def keep_statement(vault: Vault, statement: Statement, *, at: str) -> None:
    """Store a statement inside the caller's act; nothing happens when it was held."""
    vault.objects.add(
        SignedObject(
            digest=statement.object_id,
            kind=KIND,
            object_id=statement.subject,
            payload=statement.payload,
            signature=statement.signature,
            number=statement.number,
            received_at=at,
        )
    )


def _keep_object(vault: Vault, kind: str, signed: SignedBytes, number: int, at: str) -> None:
    vault.objects.add(
        SignedObject(
            digest=object_digest(signed.payload),
            kind=kind,
            object_id=f"{kind}-{number}",
            payload=signed.payload,
            signature=signed.signature,
            number=number,
            received_at=at,
        )
    )
