"""Signed revisions and reviews: what their headers hold, and what is carried on."""

import pytest

from outreach_app.bundle.content import PartItem, RevisionItem
from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.parts import digest_part
from outreach_app.domain.documents import Part
from outreach_app.services.errors import PartWithheld
from outreach_app.services.revising import (
    CLOCK_BEHIND,
    carried_parts,
    fill_from,
    make_revision,
    sign_plan,
)
from outreach_app.services.sitting import Sitting
from outreach_app.services.verification import read_revision
from tests.services.builders import CaseBuilder, keep, without
from tests.support.determinism import FrozenClock

AT = "2026-02-03T11:00:00+00:00"


def test_the_header_names_author_certificate_and_every_part(
    office: Sitting, case: CaseBuilder
) -> None:
    plan = case.client_plan({"current_address": {"addr_kind": "safe_house"}})
    revision = make_revision(plan, case.signer, office)
    header = revision.header
    assert (header.author_id, header.device_id) == (office.me.person_id, office.vault.device_id)
    assert header.certificate_serial == office.me.certificate_serial
    assert set(header.parts) == {"main", "location"}
    for name, part in revision.parts.items():
        assert digest_part(part.salt, canonical_bytes(part.answers or {})) == header.parts[name]


def test_a_revision_reads_back_as_what_was_signed(office: Sitting, case: CaseBuilder) -> None:
    revision = make_revision(case.note_plan("We met."), case.signer, office)
    item = RevisionItem(
        payload=revision.payload,
        signature=revision.signature,
        parts=tuple(
            PartItem(name=name, salt=part.salt, payload=canonical_bytes(part.answers or {}))
            for name, part in revision.parts.items()
        ),
    )
    assert read_revision(office.trust, item, received_at=AT).revision == revision


def test_empty_parts_are_left_out(office: Sitting, case: CaseBuilder) -> None:
    plan = case.client_plan({})
    assert set(make_revision(plan, case.signer, office).header.parts) == {"main"}


def test_what_was_withheld_is_carried_and_may_be_filled_in_again(
    office: Sitting, case: CaseBuilder
) -> None:
    whole = make_revision(
        case.client_plan({"current_address": {"addr_kind": "safe_house"}}), case.signer, office
    )
    partly = without(whole, "location")
    keep(office, partly)
    next_plan = case.client_plan({}, parents=(partly.revision_id,))
    later = make_revision(next_plan, case.signer, office)
    assert later.header.parts["location"] == whole.header.parts["location"]
    assert later.withheld() == ("location",)
    filled = fill_from(later, [whole])
    assert filled is not None
    assert filled.parts["location"] == whole.parts["location"]
    assert fill_from(later, [partly]) is None


def test_a_part_that_is_not_held_cannot_be_written(office: Sitting, case: CaseBuilder) -> None:
    whole = make_revision(
        case.client_plan({"current_address": {"addr_kind": "safe_house"}}), case.signer, office
    )
    keep(office, without(whole, "location"))
    plan = case.client_plan(
        {"current_address": {"addr_kind": "street"}}, parents=(whole.revision_id,)
    )
    with pytest.raises(PartWithheld) as refused:
        make_revision(plan, case.signer, office)
    assert refused.value.facts == {"part": "location"}


def test_frozen_parts_are_never_carried(office: Sitting, case: CaseBuilder) -> None:
    plan = case.note_plan("We met.")
    parts = {**plan.parts, "earlier": {"note_body": {"x": "y"}}, "casefile": {"asof": "2026"}}
    revision = sign_plan(case.replace(plan, parts=parts), case.signer, signed_at=AT, flags=())
    held = without(without(revision, "earlier"), "casefile")
    assert carried_parts(held) == {}


def test_a_clock_behind_the_journal_is_said(
    office: Sitting, case: CaseBuilder, clock: FrozenClock
) -> None:
    clock.forward(days=1)
    keep(office)
    clock.forward(days=-2)
    assert make_revision(case.note_plan("We met."), case.signer, office).header.flags == (
        CLOCK_BEHIND,
    )


def test_withheld_parts_hold_nothing(office: Sitting, case: CaseBuilder) -> None:
    whole = make_revision(
        case.client_plan({"current_address": {"addr_kind": "safe_house"}}), case.signer, office
    )
    assert without(whole, "location").parts["location"] == Part(name="location")
