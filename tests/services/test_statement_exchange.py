"""Statements in bundles: carried by all, checked one by one, refused only when damaged or forged."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach_app.bundle.content import BundleContent, SignedItem
from outreach_app.crypto.envelopes import ObjectType, make_envelope, sign_envelope
from outreach_app.domain.revocation import RevocationReason
from outreach_app.services.errors import BodyFormat
from outreach_app.services.exchange.examination import open_bundle
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.statements import Statement, Suspended, make_statement, still_standing
from outreach_app.services.suspending import take_in
from outreach_app.services.vaults import install_configuration
from tests.services.builders import CaseBuilder, Post, shelf_of
from tests.services.outsiders import Office, craft
from tests.support.determinism import START

SignerOf = Callable[[Sitting], Signer]


def item(statement: Statement) -> SignedItem:
    return SignedItem(payload=statement.payload, signature=statement.signature)


def held(sitting: Sitting) -> set[str]:
    return {each.object_id for each in sitting.statements()}


def test_every_bundle_has_all_statements_and_says_how_far_its_sender_is(
    case: CaseBuilder, office: Sitting, supervisor: Sitting, manager: Office, post: Post
) -> None:
    manager.withdraw(2, RevocationReason.LOST)
    install_configuration(office, (manager.folder / "organisation.json").read_bytes())
    opened = open_bundle(supervisor, post.send(case.opened(), "SH"))
    standing = still_standing(office.statements())
    assert {each.payload for each in opened.content.ratchet} == {each.payload for each in standing}
    assert {each.kind for each in standing} == {"policy", "revocation"}
    assert opened.manifest.ratchet == {
        "configuration": office.configuration.number,
        "issuers": 1,
        "statements": 2,
    }


def test_what_its_signer_may_not_say_is_kept_and_passed_on_and_not_counted(
    case: CaseBuilder, office: Sitting, cover: Sitting, signer_of: SignerOf, post: Post
) -> None:
    signer = signer_of(office)
    spite = make_statement(
        Suspended(3, START, "spite"),
        office.card.organisation,
        signer.signing_key,
        signer.certificate,
        signed_at=START,
    )
    crafted = craft(signer, cover, BundleContent(ratchet=(item(spite),)))
    receive(cover, crafted.data, shelf_of(cover))
    assert spite.object_id in held(cover)
    assert not cover.trust.withdrawals.suspensions
    assert cover.trust.withdrawals.not_counted[spite.object_id]
    assert "SH" in {each.initials for each in cover.trust.people(START)}
    case.opened(shared=(cover.me.person_id,))
    post.take(cover, post.send(case, "CC"))
    on = post.send(case.as_seen_by(cover, signer_of(cover)), "AB")
    receive(office, on, shelf_of(office))
    assert spite.object_id in held(office)


def test_a_damaged_statement_refuses_the_bundle_and_changes_nothing(
    office: Sitting, cover: Sitting, signer_of: SignerOf
) -> None:
    signer = signer_of(office)
    payload = make_envelope(ObjectType.RATCHET, office.card.organisation, "x", {"kind": "x"})
    signature = sign_envelope(payload, signer.signing_key, signer.certificate)
    content = BundleContent(ratchet=(SignedItem(payload=payload, signature=signature),))
    before = held(cover)
    with pytest.raises(BodyFormat):
        receive(cover, craft(signer, cover, content).data, shelf_of(cover))
    assert held(cover) == before
    assert not cover.vault.bundles.received()


def test_a_configuration_older_than_one_heard_of_is_passed_over(
    case: CaseBuilder, cover: Sitting, manager: Office, organisation: Path, post: Post
) -> None:
    manager.withdraw(3, RevocationReason.LEFT, since_days=-9)
    install_configuration(case.sitting, (organisation / "organisation.json").read_bytes())
    manager.withdraw(3, RevocationReason.LEFT, since_days=-8)
    take_in(cover, manager.card().statements, shelf_of(cover).find)
    before = cover.configuration.number
    case.opened(shared=(cover.me.person_id,))
    received = receive(cover, post.send(case, "CC"), shelf_of(cover))
    assert (received.configuration, cover.configuration.number) == (0, before)
    install_configuration(cover, (organisation / "organisation.json").read_bytes())
    assert cover.configuration.number == before + 2
