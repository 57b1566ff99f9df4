"""Statements that only add up: their exact shape, and who may make which."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.envelopes import ObjectType, make_envelope, sign_envelope
from outreach_app.crypto.errors import BadSignature, WrongNamespace
from outreach_app.crypto.keys import SigningKey, public_line
from outreach_app.domain.people import Role
from outreach_app.domain.revocation import Revocation, RevocationReason
from outreach_app.services.errors import BodyFormat, ContentMismatch
from outreach_app.services.instants import write_instant
from outreach_app.services.organisation import open_card_key
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.statements import (
    CONFIGURATION,
    Confirmed,
    Numbered,
    Removed,
    Revoked,
    Saying,
    Statement,
    Suspended,
    make_statement,
    parse_statements,
    read_statement,
    still_standing,
    write_statements,
)
from outreach_app.services.withdrawals import NO_CHAIN, NO_ISSUER, OUT_OF_TIME, UNKNOWN_KIND
from tests.services.outsiders import Office
from tests.support.determinism import START

SignerOf = Callable[[Sitting], Signer]
LATER = START + timedelta(hours=1)
PERSON = "p_" + "a" * 26
EVERY: list[Saying] = [
    Suspended(1, START, "the laptop was taken"),
    Confirmed("sha256:" + "0" * 64),
    Revoked(Revocation(serial=1, reason=RevocationReason.LOST, since=START)),
    Removed(PERSON, START),
    Numbered(CONFIGURATION, 7),
]


@pytest.fixture
def issuing(manager: Office) -> SigningKey:
    return open_card_key(manager.folder, manager.card(), manager.passphrase)


@pytest.fixture
def say(supervisor: Sitting, signer_of: SignerOf) -> Callable[[Saying], Statement]:
    signer = signer_of(supervisor)

    def by_supervisor(says: Saying) -> Statement:
        return make_statement(
            says,
            supervisor.card.organisation,
            signer.signing_key,
            signer.certificate,
            signed_at=START,
        )

    return by_supervisor


@pytest.mark.parametrize("says", EVERY, ids=lambda says: says.kind.value)
def test_what_is_said_reads_back(says: Saying, supervisor: Sitting, issuing: SigningKey) -> None:
    organisation = supervisor.card.organisation
    made = make_statement(says, organisation, issuing, None, signed_at=START)
    assert (made.says, made.kind, made.subject) == (says, says.kind.value, says.subject)
    assert parse_statements(write_statements([made]), organisation) == (made,)


@pytest.mark.parametrize(
    "change",
    [
        {"more": "x"},
        {"serial": 0},
        {"serial": "1"},
        {"words": ""},
        {"words": "two\nlines"},
        {"words": "x" * 501},
        {"since": "yesterday"},
        {"since": "2026-02-03T11:00+00:00"},
        {"signed_at": "2026-02-03"},
        {"kind": "revocation"},
        {"kind": "removal"},
        {"kind": "policy"},
        {"kind": "confirmation"},
        {"kind": 1},
    ],
)
def test_another_shape_is_refused(
    change: dict[str, Any], supervisor: Sitting, signer_of: SignerOf
) -> None:
    signer = signer_of(supervisor)
    body = {
        "by": public_line(signer.signing_key.public),
        "kind": "suspension",
        "serial": 1,
        "signed_at": write_instant(START),
        "since": write_instant(START),
        "words": "the laptop was taken",
    }

    def read(changed: dict[str, Any]) -> Statement:
        organisation = supervisor.card.organisation
        payload = make_envelope(ObjectType.RATCHET, organisation, "certificate-1", changed)
        signature = sign_envelope(payload, signer.signing_key, signer.certificate)
        return read_statement(payload, signature, organisation)

    assert read(body).subject == "certificate-1"
    with pytest.raises(BodyFormat):
        read({**body, **change})


def test_a_statement_is_bound_to_its_subject_its_key_and_its_organisation(
    supervisor: Sitting, signer_of: SignerOf, say: Callable[[Saying], Statement]
) -> None:
    signer, organisation = signer_of(supervisor), supervisor.card.organisation
    made = say(Suspended(1, START, "lost"))
    own = SigningKey.generate()
    stolen = sign_envelope(made.payload, own, None)
    other_name = made.payload.replace(b"certificate-1", b"certificate-2")
    renamed = sign_envelope(other_name, signer.signing_key, signer.certificate)
    for payload, signature, ours in (
        (made.payload, stolen, organisation),
        (other_name, renamed, organisation),
        (made.payload, made.signature, "og_" + "b" * 26),
    ):
        with pytest.raises(ContentMismatch):
            read_statement(payload, signature, ours)
    with pytest.raises(BadSignature):
        read_statement(other_name, made.signature, organisation)
    review = make_envelope(ObjectType.REVIEW, organisation, "x", {"a": "b"})
    signature = sign_envelope(review, signer.signing_key, signer.certificate)
    with pytest.raises(WrongNamespace):
        read_statement(review, signature, organisation)
    with pytest.raises(BodyFormat):
        parse_statements(canonical_bytes({"format": 2, "statements": []}), organisation)


def why_not(sitting: Sitting, *statements: Statement) -> list[str]:
    believed = sitting.believe(sitting.card, statements).withdrawals
    return [believed.not_counted.get(each.object_id, "") for each in statements]


def test_who_may_suspend_is_judged_by_certificate_role_and_time(
    manager: Office, supervisor: Sitting, office: Sitting, signer_of: SignerOf
) -> None:
    lead = manager.certify("LL", Role.SAFEGUARDING_LEAD)
    caseworker, stranger = signer_of(office), SigningKey.generate()
    card = manager.card()

    def suspended_by(
        signer: Signer | SigningKey, days: int = 0, says: Saying | None = None
    ) -> Statement:
        return make_statement(
            says or Suspended(1, START, "lost"),
            card.organisation,
            signer if isinstance(signer, SigningKey) else signer.signing_key,
            None if isinstance(signer, SigningKey) else signer.certificate,
            signed_at=START + timedelta(days=days),
        )

    statements = [
        suspended_by(lead),
        suspended_by(signer_of(supervisor)),
        suspended_by(caseworker),
        suspended_by(signer_of(supervisor), days=400),
        suspended_by(stranger),
    ]
    believed = supervisor.believe(card, statements).withdrawals
    reasons = [believed.not_counted.get(each.object_id, "") for each in statements]
    assert reasons == ["", "", "a supervisor has to do this", OUT_OF_TIME, NO_CHAIN]
    assert len(believed.suspensions) == 2
    for says in EVERY[1:]:
        assert why_not(supervisor, suspended_by(signer_of(supervisor), says=says)) == [NO_ISSUER]
        assert why_not(supervisor, suspended_by(stranger, says=says)) == [NO_ISSUER]


def test_a_suspension_by_who_had_left_does_not_count_unless_confirmed(
    manager: Office, supervisor: Sitting, issuing: SigningKey, say: Callable[[Saying], Statement]
) -> None:
    manager.withdraw(supervisor.me.certificate_serial, RevocationReason.LEFT, since_days=1)
    card = manager.card()
    suspension = say(Suspended(1, START, "spite"))
    confirmation = make_statement(
        Confirmed(suspension.object_id), card.organisation, issuing, None, signed_at=LATER
    )
    alone = supervisor.believe(card, [suspension]).withdrawals
    assert alone.not_counted[suspension.object_id] == "signed after this person had left"
    assert not alone.suspensions
    both = supervisor.believe(card, [confirmation, suspension]).withdrawals
    assert both.suspensions[suspension.object_id].confirmed


def test_two_who_suspend_each_other_both_wait(
    manager: Office, supervisor: Sitting, signer_of: SignerOf
) -> None:
    lead, own = manager.certify("LL", Role.SAFEGUARDING_LEAD), signer_of(supervisor)
    card = manager.card()
    serials = (lead.person.certificate_serial, supervisor.me.certificate_serial)
    statements = [
        make_statement(
            Suspended(about, START, "no trust"),
            card.organisation,
            by.signing_key,
            by.certificate,
            signed_at=START,
        )
        for about, by in zip(serials, (own, lead), strict=True)
    ]
    believed = supervisor.believe(card, statements).withdrawals
    assert {each.serial for each in believed.suspensions.values()} == set(serials)


def test_nobody_prolongs_a_suspension_by_a_date_ahead(
    supervisor: Sitting, say: Callable[[Saying], Statement], signer_of: SignerOf
) -> None:
    signer = signer_of(supervisor)
    ahead = make_statement(
        Suspended(1, START, "lost"),
        supervisor.card.organisation,
        signer.signing_key,
        signer.certificate,
        signed_at=START + timedelta(days=300),
    )
    with supervisor.vault.transaction(supervisor.act("test.kept")):
        supervisor.learn([ahead])
    (held,) = supervisor.trust.withdrawals.suspensions.values()
    assert held.stated_at == START
    assert not held.is_in_force(START + timedelta(days=15), 14)


def test_a_kind_of_a_newer_program_is_kept_and_does_nothing(
    supervisor: Sitting, issuing: SigningKey
) -> None:
    body = {
        "by": public_line(issuing.public),
        "case": "abc",
        "kind": "tombstone",
        "signed_at": write_instant(START),
    }
    organisation = supervisor.card.organisation
    payload = make_envelope(ObjectType.RATCHET, organisation, "anything", body)
    read = read_statement(payload, sign_envelope(payload, issuing, None), organisation)
    assert (read.says, read.subject) == (None, "anything")
    before = supervisor.trust.withdrawals.in_force(START)
    with supervisor.vault.transaction(supervisor.act("test.kept")):
        supervisor.learn([read])
    assert supervisor.trust.withdrawals.in_force(START) == before
    assert supervisor.trust.withdrawals.not_counted[read.object_id] == UNKNOWN_KIND
    assert read.object_id in {each.object_id for each in still_standing(supervisor.statements())}


def test_no_later_configuration_takes_a_revocation_back(
    manager: Office, supervisor: Sitting
) -> None:
    before = supervisor.card
    manager.withdraw(1, RevocationReason.LOST)
    with supervisor.vault.transaction(supervisor.act("test.kept")):
        supervisor.learn(manager.card().statements)
    assert not before.configuration.revocations
    kept = supervisor.believe(before).withdrawals
    assert {(each.serial, each.reason) for each in kept.revocations} == {(1, RevocationReason.LOST)}


def test_of_configuration_numbers_the_organisation_file_has_the_last(manager: Office) -> None:
    for _round in range(2):
        manager.withdraw(1, RevocationReason.LOST)
    card = manager.card()
    numbers = [each.number for each in card.statements if isinstance(each.says, Numbered)]
    assert numbers == [card.configuration.number]
