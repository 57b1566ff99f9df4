"""A proposal says who signed it and who could; one of others, or overtaken, is nobody's to sign."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from outreach_app.crypto.kdf import FLOOR
from outreach_app.domain.people import Role
from outreach_app.domain.revocation import RevocationReason
from outreach_app.services.errors import IssuingKeyClosed, OtherOrganisation, ProposalFormat
from outreach_app.services.keeping.keepers import Keeper, keeper_of
from outreach_app.services.keeping.open_proposals import (
    Signed,
    judge_proposal,
    keep_proposal,
    proposals_in,
)
from outreach_app.services.organisation import CARD_NAME, found_organisation
from outreach_app.services.proposal_file import read_proposal
from outreach_app.services.proposals import (
    countersign,
    propose_issuing_key,
    propose_recovery,
    publish,
)
from outreach_app.services.reconfiguring import reconfigure
from outreach_app.services.sitting import Signer, Sitting
from tests.services.builders import shelf_of
from tests.services.conftest import Template
from tests.services.outsiders import Office
from tests.services.test_organisation import founding
from tests.support.determinism import FrozenClock, SeededIds

SignerOf = Callable[[Sitting], Signer]


@pytest.fixture
def keeper(supervisor: Sitting) -> Keeper:
    """The supervisor, who also looks after the keys."""
    return keeper_of(supervisor)


@pytest.fixture
def proposed(manager: Office, clock: FrozenClock) -> bytes:
    """New recovery sheets, proposed."""
    made = propose_recovery(manager.folder, manager.passphrase, now=clock())
    return made.proposal.content()


def test_a_proposal_waits_for_one_of_those_who_may(
    proposed: bytes, manager: Office, supervisor: Sitting, signer_of: SignerOf
) -> None:
    state = judge_proposal(manager.card(), proposed)
    assert (state.about.what, state.second, state.signed_by) == ("recovery", Signed.MISSING, None)
    assert [each.initials for each in state.could_sign] == ["SH"]
    signed = countersign(supervisor, signer_of(supervisor), proposed).content()
    state = judge_proposal(manager.card(), signed)
    assert state.second is Signed.BY_PERSON
    assert state.signed_by is not None
    assert state.signed_by.initials == "SH"


def test_signatures_of_others_and_of_lost_laptops_are_told_as_such(
    proposed: bytes, manager: Office, supervisor: Sitting, signer_of: SignerOf
) -> None:
    caseworker = manager.certify("NN", Role.CASEWORKER)
    forged = manager.countersigned(read_proposal(proposed), by=caseworker)
    assert judge_proposal(manager.card(), forged.content()).second is Signed.NOT_COUNTED
    signed = countersign(supervisor, signer_of(supervisor), proposed).content()
    manager.withdraw(supervisor.me.certificate_serial, RevocationReason.LOST)
    assert judge_proposal(manager.card(), signed).second is Signed.NOT_COUNTED


def test_where_nobody_may_the_root_signs_and_it_is_said(
    manager: Office, supervisor: Sitting, clock: FrozenClock
) -> None:
    manager.withdraw(supervisor.me.certificate_serial, RevocationReason.LEFT, since_days=0)
    clock.forward(days=1)
    proposed = propose_recovery(manager.folder, manager.passphrase, now=clock()).proposal
    state = judge_proposal(manager.card(), proposed.content())
    assert (state.could_sign, state.second) == ((), Signed.MISSING)


def test_proposals_beside_the_keys_are_listed_and_overtaken_ones_say_so(
    proposed: bytes,
    keeper: Keeper,
    manager: Office,
    supervisor: Sitting,
    signer_of: SignerOf,
) -> None:
    folder = manager.folder
    assert proposals_in(keeper, folder) == ()
    assert keep_proposal(keeper, folder, proposed).name == "proposal-2-recovery.json"
    (folder / "proposal-x.json").write_bytes(b"{}")
    ((name, state),) = proposals_in(keeper, folder)
    assert (name, state.is_overtaken) == ("proposal-2-recovery.json", False)
    signed = countersign(supervisor, signer_of(supervisor), proposed).content()
    publish(folder, signed, manager.passphrase, now=keeper.now)
    ((_name, state),) = proposals_in(keeper, folder)
    assert state.is_overtaken
    raw = (folder / CARD_NAME).read_bytes()
    reconfigure(supervisor, raw, shelf_of(supervisor).find, words_compared=True)
    assert judge_proposal(supervisor.card, signed).is_overtaken, "a replay changes nothing"


def test_a_proposal_of_another_organisation_is_none_here(
    manager: Office, tmp_path: Path, new_id: SeededIds, keeper: Keeper
) -> None:
    elsewhere = tmp_path / "elsewhere"
    found_organisation(
        elsewhere, founding(new_id), manager.passphrase, now=keeper.now, parameters=FLOOR
    )
    other = propose_recovery(elsewhere, manager.passphrase, now=keeper.now).proposal
    with pytest.raises(OtherOrganisation):
        judge_proposal(manager.card(), other.content())
    ours = replace(other, organisation=manager.card().organisation).content()
    with pytest.raises(ProposalFormat):
        judge_proposal(manager.card(), ours)
    with pytest.raises(OtherOrganisation):
        keep_proposal(keeper, manager.folder, other.content())
    assert not list(manager.folder.glob("proposal-*"))


def test_a_key_proposed_twice_leaves_only_the_later_proposal_good(
    manager: Office, folders: Template, supervisor: Sitting, signer_of: SignerOf
) -> None:
    now, shares = supervisor.now(), folders.root_shares[:2]

    def signed() -> bytes:
        made = propose_issuing_key(
            manager.folder, shares, "of the new key", now=now, parameters=FLOOR
        )
        return countersign(supervisor, signer_of(supervisor), made.proposal.content()).content()

    first, second = signed(), signed()
    with pytest.raises(IssuingKeyClosed):
        publish(manager.folder, first, "of the new key", now=now)
    assert manager.card().configuration.number == 4
    card = publish(manager.folder, second, "of the new key", now=now)
    assert card.configuration.number == 5
