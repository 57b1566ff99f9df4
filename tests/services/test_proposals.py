"""Changes of trust take two people, and laptops take them in only with compared words."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.certificates import CertificateRequest, issue, parse_certificate
from outreach_app.crypto.kdf import FLOOR
from outreach_app.crypto.keys import SigningKey, generate_age_identity
from outreach_app.crypto.recovery import join_shares, recovery_recipient
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Role
from outreach_app.domain.revocation import Revocation, RevocationReason
from outreach_app.services.configuration import (
    OrganisationCard,
    check_directory,
    next_configuration,
    read_card,
    write_card,
)
from outreach_app.services.enrolment import EnrolmentRequest, write_request
from outreach_app.services.errors import (
    BodyFormat,
    IssuingKeyClosed,
    NeedsSecondSignature,
    NotAllowed,
    OrganisationFile,
    OtherHistory,
    OtherOrganisation,
    OtherShares,
    ProposalFormat,
    SecondSignatureMissing,
    StaleProposal,
    TrustLogBroken,
    UncountersignedSupervisor,
    UnlistedCertificate,
    WordsNotCompared,
)
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.issuing_key import KEY_NAME, NEXT_KEY_NAME, open_key
from outreach_app.services.keeping.errors import RehearsalDay
from outreach_app.services.keeping.rehearsals import record_rehearsal
from outreach_app.services.organisation import enrol, load_card, open_card_key, revoke
from outreach_app.services.proposal_file import Proposal, read_proposal
from outreach_app.services.proposals import (
    countersign,
    propose_issuing_key,
    propose_recovery,
    propose_root,
    propose_supervisor,
    publish,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.succession import check_succession
from outreach_app.services.trust_statements import (
    sign_change,
)
from outreach_app.services.vaults import (
    Newcomer,
    enrol_me,
    install_configuration,
    make_request,
    make_vault,
)
from tests.services.builders import CaseBuilder, Post, shelf_of
from tests.services.conftest import Template
from tests.services.outsiders import Office
from tests.support.determinism import FrozenClock

ISSUING = "passphrase of the issuing key"


@pytest.fixture
def someone(manager: Office) -> Callable[[str], bytes]:
    """Makes the enrolment request of somebody new, always with the same key for the same name."""
    made: dict[str, bytes] = {}

    def request(initials: str) -> bytes:
        if initials not in made:
            key = SigningKey.generate()
            made[initials] = write_request(
                EnrolmentRequest(
                    organisation=load_card(manager.folder).organisation,
                    person_id=manager.world.new_id(Prefix.PERSON),
                    initials=initials,
                    full_name=f"Person {initials}",
                    device_id=manager.world.new_id(Prefix.DEVICE),
                    signing_key=key.public_line(),
                    age_recipient=generate_age_identity()[1],
                ),
                key,
            )
        return made[initials]

    return request


@pytest.fixture
def proposal(manager: Office, someone: Callable[[str], bytes]) -> Proposal:
    """A second supervisor, proposed and not countersigned."""
    now = manager.world.clock()
    return propose_supervisor(
        manager.folder, someone("TT"), Role.SUPERVISOR, ISSUING, now=now
    ).proposal


def lone(changes: object) -> str:
    """Return the one line of the changes that a refusal tells."""
    assert isinstance(changes, tuple)
    (line,) = changes
    return str(line)


def raw_card(manager: Office) -> bytes:
    return (manager.folder / "organisation.json").read_bytes()


def test_a_supervisor_is_made_by_two_people_and_words(
    manager: Office,
    proposal: Proposal,
    someone: Callable[[str], bytes],
    supervisor: Sitting,
    office: Sitting,
    signer_of: Callable[[Sitting], Signer],
) -> None:
    now = manager.world.clock()
    with pytest.raises(NeedsSecondSignature):
        enrol(manager.folder, someone("TT"), Role.SUPERVISOR, ISSUING, now=now)
    with pytest.raises(SecondSignatureMissing):
        publish(manager.folder, proposal.content(), ISSUING, now=now)
    signed = countersign(supervisor, signer_of(supervisor), proposal.content())
    (row,) = supervisor.vault.journal.rows(after=supervisor.vault.journal.head().n - 1)
    assert row.act.kind == "trust.countersigned"
    card = publish(manager.folder, signed.content(), ISSUING, now=now)
    assert card.configuration.certificates()[-1].role == "supervisor"
    assert card.trust.second_signers == (supervisor.me.certificate_serial,)
    with pytest.raises(WordsNotCompared) as refused:
        install_configuration(office, raw_card(manager))
    line = lone(refused.value.facts["changes"])
    assert "TT Person TT" in line
    assert len(line.rpartition(": ")[2].split()) == 12
    assert office.configuration.number < card.configuration.number
    install_configuration(office, raw_card(manager), words_compared=True)
    assert office.configuration.number == card.configuration.number
    with pytest.raises(StaleProposal):
        publish(manager.folder, signed.content(), ISSUING, now=now)


def test_who_may_not_countersign(
    manager: Office,
    *,
    proposal: Proposal,
    office: Sitting,
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
    passphrases: dict[str, str],
    folders: Template,
) -> None:
    now = manager.world.clock()
    with pytest.raises(NotAllowed):
        countersign(office, signer_of(office), proposal.content())
    by_caseworker = manager.countersigned(proposal, signer_of(office))
    with pytest.raises(SecondSignatureMissing):
        publish(manager.folder, by_caseworker.content(), ISSUING, now=now)
    # The root alone is not asked while there is a supervisor.
    with pytest.raises(SecondSignatureMissing):
        publish(
            manager.folder,
            proposal.content(),
            ISSUING,
            now=now,
            root_shares=folders.root_shares[:2],
        )
    own = propose_supervisor(
        manager.folder,
        make_request(supervisor, passphrases["SH"]),
        Role.SAFEGUARDING_LEAD,
        ISSUING,
        now=now,
    ).proposal
    with pytest.raises(NotAllowed):
        countersign(supervisor, signer_of(supervisor), own.content())
    with pytest.raises(NotAllowed):
        propose_supervisor(
            manager.folder, make_request(office, passphrases["AB"]), Role.NIGHT_STAFF, ISSUING,
            now=now,
        )  # fmt: skip
    assert load_card(manager.folder).trust.second_signers == ()


def test_a_withdrawn_supervisor_countersigns_nothing(manager: Office, proposal: Proposal) -> None:
    signed = manager.countersigned(proposal)
    serial = manager.supervisor.person.certificate_serial
    manager.withdraw(serial, RevocationReason.COMPROMISED)
    with pytest.raises(SecondSignatureMissing):
        publish(manager.folder, signed.content(), ISSUING, now=manager.world.clock())


def test_where_no_supervisor_is_left_the_root_countersigns(
    manager: Office, someone: Callable[[str], bytes], folders: Template
) -> None:
    now = manager.world.clock()
    manager.withdraw(manager.supervisor.person.certificate_serial, RevocationReason.LOST)
    proposal = propose_supervisor(
        manager.folder, someone("TT"), Role.SUPERVISOR, ISSUING, now=now
    ).proposal
    with pytest.raises(OtherShares):
        publish(
            manager.folder,
            proposal.content(),
            ISSUING,
            now=now,
            root_shares=propose_recovery(manager.folder, ISSUING, now=now).shares[:2],
        )
    card = publish(
        manager.folder, proposal.content(), ISSUING, now=now, root_shares=folders.root_shares[1:]
    )
    assert card.trust.second_signers == (0,)
    assert card.configuration.certificates()[-1].key_id == "TT Person TT"


def test_a_withdrawal_that_names_an_earlier_day_undoes_no_change(
    manager: Office, proposal: Proposal
) -> None:
    now = manager.world.clock()
    publish(manager.folder, manager.countersigned(proposal).content(), ISSUING, now=now)
    manager.withdraw(
        manager.supervisor.person.certificate_serial, RevocationReason.COMPROMISED, since_days=3
    )
    card = read_card(raw_card(manager))
    assert card.trust.second_signers == (manager.supervisor.person.certificate_serial,)


def test_renewal_takes_one_signature_and_coming_back_two(
    manager: Office, supervisor: Sitting, passphrases: dict[str, str], clock: FrozenClock
) -> None:
    request = make_request(supervisor, passphrases["SH"])
    for _ in range(3):
        clock.forward(days=200)
        enrol(manager.folder, request, Role.SUPERVISOR, ISSUING, now=clock())
    assert len(load_card(manager.folder).configuration.directory) == 6
    with pytest.raises(NeedsSecondSignature):
        enrol(manager.folder, request, Role.SAFEGUARDING_LEAD, ISSUING, now=clock())
    left = Revocation(serial=5, reason=RevocationReason.LEFT, since=clock() - timedelta(days=1))
    card = revoke(manager.folder, left, ISSUING, now=clock())
    withdrawn = [each.serial for each in card.configuration.revocations if each.since == left.since]
    assert withdrawn == [5, 6]  # the renewal stood by right of the one that fell
    clock.forward(days=1)
    with pytest.raises(NeedsSecondSignature):
        enrol(manager.folder, request, Role.SUPERVISOR, ISSUING, now=clock())


def test_another_role_in_between_ends_the_right_to_renew(
    manager: Office, supervisor: Sitting, passphrases: dict[str, str], clock: FrozenClock
) -> None:
    request = make_request(supervisor, passphrases["SH"])
    enrol(manager.folder, request, Role.CASEWORKER, ISSUING, now=clock())
    clock.forward(days=1)
    with pytest.raises(NeedsSecondSignature):
        enrol(manager.folder, request, Role.SUPERVISOR, ISSUING, now=clock())


def test_a_new_recovery_recipient_reaches_the_vaults(
    manager: Office, office: Sitting, folders: Template
) -> None:
    now = manager.world.clock()
    before = office.vault.custody.recovery_recipient()
    record_rehearsal(manager.folder, now.date(), ISSUING, now=now)
    proposed = propose_recovery(manager.folder, ISSUING, now=now)
    publish(manager.folder, manager.countersigned(proposed.proposal).content(), ISSUING, now=now)
    with pytest.raises(WordsNotCompared):
        install_configuration(office, raw_card(manager))
    assert office.vault.custody.recovery_recipient() == before
    install_configuration(office, raw_card(manager), words_compared=True)
    wanted = recovery_recipient(join_shares(list(proposed.shares[:2])))
    assert office.vault.custody.recovery_recipient() == wanted != before
    assert office.vault.custody.recovery_is_intact()
    assert office.configuration.recovery_rehearsed_on == "", "nobody has tried the new sheets"
    with pytest.raises(RehearsalDay):
        record_rehearsal(manager.folder, now.date() - timedelta(days=1), ISSUING, now=now)


def test_a_new_issuing_key_signs_from_then_on_and_old_certificates_stay(
    manager: Office,
    case: CaseBuilder,
    supervisor: Sitting,
    folders: Template,
    post: Post,
) -> None:
    now = manager.world.clock()
    held = load_card(manager.folder)
    old = open_card_key(manager.folder, held, ISSUING)
    proposed = propose_issuing_key(
        manager.folder, folders.root_shares[:2], "words of the new key", now=now, parameters=FLOOR
    )
    signed = manager.countersigned(proposed.proposal)
    with pytest.raises(IssuingKeyClosed):
        publish(manager.folder, signed.content(), ISSUING, now=now)
    card = publish(manager.folder, signed.content(), "words of the new key", now=now)
    assert [each.public_key for each in card.issuers.issuers] == [
        old.public,
        card.trust.issuing_key,
    ]
    assert not (manager.folder / NEXT_KEY_NAME).exists()
    with pytest.raises(IssuingKeyClosed):
        open_card_key(manager.folder, card, ISSUING)
    by_old = next_configuration(card.configuration, issued_at="2026-02-04T11:00:00+00:00")
    with pytest.raises(OrganisationFile):
        read_card(card.with_configuration(by_old, old))
    with pytest.raises(WordsNotCompared):
        install_configuration(supervisor, raw_card(manager))
    install_configuration(supervisor, raw_card(manager), words_compared=True)
    case.opened()
    _received, accepted = post.take(supervisor, post.send(case, "SH"))
    assert not accepted.not_counted


def test_a_replacement_of_the_key_that_was_cut_short_is_found(
    manager: Office, folders: Template
) -> None:
    now = manager.world.clock()
    before = (manager.folder / KEY_NAME).read_bytes()
    proposed = propose_issuing_key(
        manager.folder, folders.root_shares[:2], ISSUING, now=now, parameters=FLOOR
    )
    waiting = (manager.folder / NEXT_KEY_NAME).read_bytes()
    signed = manager.countersigned(proposed.proposal)
    card = publish(manager.folder, signed.content(), ISSUING, now=now)
    (manager.folder / KEY_NAME).write_bytes(before)
    (manager.folder / NEXT_KEY_NAME).write_bytes(waiting)
    assert open_card_key(manager.folder, card, ISSUING).public == card.trust.issuing_key
    assert open_key(manager.folder / KEY_NAME, card.organisation, ISSUING).public != (
        card.trust.issuing_key
    )


def test_a_new_root_travels_in_a_bundle_when_its_words_were_compared(
    manager: Office, case: CaseBuilder, office: Sitting, supervisor: Sitting, post: Post
) -> None:
    now = manager.world.clock()
    proposed = propose_root(manager.folder, ISSUING, now=now)
    card = publish(
        manager.folder, manager.countersigned(proposed.proposal).content(), ISSUING, now=now
    )
    root = SigningKey.from_seed(join_shares(list(proposed.shares[1:])))
    assert card.root == root.public
    install_configuration(office, raw_card(manager), words_compared=True)
    case.opened()
    raw = post.send(case, "SH")
    before = supervisor.vault.journal.head()
    with pytest.raises(WordsNotCompared):
        receive(supervisor, raw, shelf_of(supervisor))
    assert supervisor.vault.journal.head() == before
    assert not supervisor.vault.bundles.received()
    received = receive(supervisor, raw, shelf_of(supervisor), words_compared=True)
    assert received.configuration == card.configuration.number
    assert supervisor.card.root == root.public
    again = propose_issuing_key(
        manager.folder, proposed.shares[:2], ISSUING, now=now, parameters=FLOOR
    )
    assert again.proposal.signed.change.number == 3


def test_one_signature_never_changes_trust_in_a_file(manager: Office, proposal: Proposal) -> None:
    card = load_card(manager.folder)
    issuing = open_card_key(manager.folder, card, ISSUING)
    held = card.configuration

    def written(**changes: Any) -> bytes:
        renewed = replace(held, number=held.number + 1, **changes)
        return write_card(card.root, card.issuers_signed, renewed, issuing)

    with pytest.raises(TrustLogBroken):
        read_card(written(recovery_recipient=recovery_recipient(b"x" * 32)))
    with pytest.raises(SecondSignatureMissing):
        read_card(written(changes=(*held.changes, proposal.signed)))
    line = issue(
        issuing,
        CertificateRequest(
            public_line=SigningKey.generate().public_line(),
            serial=len(held.directory) + 1,
            person_id=manager.world.new_id(Prefix.PERSON),
            key_id="XX Somebody",
            valid_after=manager.world.clock(),
            valid_before=manager.world.clock() + timedelta(days=9),
            role="safeguarding_lead",
            organisation=card.organisation,
            age_recipient=generate_age_identity()[1],
            device_id=manager.world.new_id(Prefix.DEVICE),
        ),
    )
    directory = (*held.directory, line.decode("ascii").strip())
    with pytest.raises(UncountersignedSupervisor) as refused:
        read_card(written(directory=directory))
    assert refused.value.facts == {"serial": len(directory)}
    with pytest.raises(TrustLogBroken):
        read_card(written(changes=()))
    with pytest.raises(TrustLogBroken):
        read_card(written(changes=held.changes * 2))
    founding = replace(held.changes[0], signature=proposal.signed.signature)
    with pytest.raises(OrganisationFile):
        read_card(written(changes=(founding,)))


def test_the_directory_has_no_gaps(manager: Office) -> None:
    held = load_card(manager.folder).configuration
    for directory in (held.directory[1:], held.directory[::-1], held.directory[:1] * 2):
        with pytest.raises(BodyFormat):
            check_directory(replace(held, directory=directory))
    beyond = Revocation(serial=9, reason=RevocationReason.LEFT, since=manager.world.clock())
    with pytest.raises(BodyFormat):
        check_directory(replace(held, revocations=(beyond,)))


def test_a_certificate_outside_the_directory_is_not_believed(
    manager: Office, office: Sitting
) -> None:
    stranger = manager.certify("XX", Role.CASEWORKER)
    with pytest.raises(UnlistedCertificate):
        office.trust.accept_sender(parse_certificate(stranger.certificate))
    install_configuration(office, raw_card(manager))
    office.trust.accept_sender(parse_certificate(stranger.certificate))


def test_a_file_that_takes_something_back_or_tells_it_otherwise_is_refused(manager: Office) -> None:
    card = load_card(manager.folder)
    issuing = open_card_key(manager.folder, card, ISSUING)

    def follows(held: OrganisationCard, **changes: Any) -> OrganisationCard:
        renewed = replace(card.configuration, number=50, **changes)
        found = read_card(write_card(card.root, card.issuers_signed, renewed, issuing))
        check_succession(held, found)
        return found

    longer = read_card(manager.withdraw(1, RevocationReason.LEFT))
    manager.certify("NN", Role.NIGHT_STAFF)
    longest = load_card(manager.folder)
    check_succession(card, longest)
    with pytest.raises(OtherHistory):
        follows(longest)  # lacks a certificate and a withdrawal
    with pytest.raises(OtherHistory):
        follows(longer)
    with pytest.raises(OtherHistory):
        check_succession(follows(card), follows(card, name="Harbour Mouse"))


def test_damaged_and_foreign_proposals(
    manager: Office, proposal: Proposal, supervisor: Sitting, signer_of: Callable[[Sitting], Signer]
) -> None:
    signer = signer_of(supervisor)
    content = json.loads(proposal.content())
    for forged in (
        b"",
        b"{}",
        canonical_bytes({**content, "format": 2}),
        canonical_bytes({**content, "more": "x"}),
        canonical_bytes({**content, "issuers": {"payload": "x", "signature": ""}}),
    ):
        with pytest.raises(ProposalFormat):
            countersign(supervisor, signer, forged)
    other = replace(proposal, organisation="og_" + "a" * 26)
    with pytest.raises(ProposalFormat):
        read_proposal(other.content())
    card = load_card(manager.folder)
    by_stranger = sign_change(card.organisation, proposal.signed.change, SigningKey.generate())
    with pytest.raises(ProposalFormat):
        countersign(supervisor, signer, replace(proposal, signed=by_stranger).content())
    foreign = sign_change("og_" + "a" * 26, proposal.signed.change, SigningKey.generate())
    with pytest.raises(OtherOrganisation):
        countersign(
            supervisor,
            signer,
            Proposal(organisation="og_" + "a" * 26, signed=foreign).content(),
        )


def test_a_new_key_of_a_known_person_is_shown_and_confirmed(
    manager: Office, office: Sitting, cover: Sitting
) -> None:
    key = SigningKey.generate()
    request = EnrolmentRequest(
        organisation=office.card.organisation,
        person_id=cover.me.person_id,
        initials="CC",
        full_name="Cora Celik",
        device_id=manager.world.new_id(Prefix.DEVICE),
        signing_key=key.public_line(),
        age_recipient=generate_age_identity()[1],
    )
    manager.enrol(write_request(request, key), Role.CASEWORKER)
    with pytest.raises(WordsNotCompared) as refused:
        install_configuration(office, raw_card(manager))
    line = lone(refused.value.facts["changes"])
    assert line.startswith("new key of a known person (CC Cora Celik): ")
    install_configuration(office, raw_card(manager), words_compared=True)


def test_ones_own_key_needs_no_comparing(manager: Office, tmp_path: Path) -> None:
    newcomer = Newcomer(
        initials="LL", full_name="Lea Lind", role=Role.SAFEGUARDING_LEAD, parameters=FLOOR
    )
    sitting = make_vault(
        tmp_path / "new", raw_card(manager), newcomer, "words of the lead", manager.world
    )
    try:
        manager.enrol(make_request(sitting, "words of the lead"), Role.SAFEGUARDING_LEAD)
        assert enrol_me(sitting, raw_card(manager)).role is Role.SAFEGUARDING_LEAD
    finally:
        sitting.close()
