"""Who belongs to a case, who lives where, who wrote since the last approval."""

from collections.abc import Callable

import pytest

from outreach_app.domain.authority import CaseAccess, Verb
from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.people import Person, Role
from outreach_app.services.access import access_of, lives_in_safe_house, writers
from outreach_app.services.errors import NotAllowed, UnknownPart
from outreach_app.services.exchange.profiles import (
    PARTS,
    Profile,
    chosen_parts,
    parts_for,
    profile_of,
)
from outreach_app.services.sitting import Signer, Sitting
from tests.services.builders import CaseBuilder, keep, keep_reviews
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]
ORGANISATION = "og_" + "a" * 26


def test_nobody_is_shut_out_before_a_record_is_signed(case: CaseBuilder, office: Sitting) -> None:
    access = access_of(office, case.case_id, "p_" + "q" * 26, form_id="case", kind="initial")
    assert access == CaseAccess(is_member=True, form_id="case", assessment_kind="initial")


def test_members_are_those_whom_any_signed_record_names(
    case: CaseBuilder, office: Sitting, cover: Sitting, clock: FrozenClock
) -> None:
    case.opened()
    me, other = office.me.person_id, cover.me.person_id
    assert access_of(office, case.case_id, me).is_member
    assert not access_of(office, case.case_id, other).is_member
    first = office.vault.revisions.head_ids(case.record.document_id)
    clock.forward(minutes=1)
    shared = case.kept(case.record_plan(shared=(other,), parents=first))
    assert access_of(office, case.case_id, other).is_member
    clock.forward(minutes=1)
    case.kept(case.record_plan(parents=(shared.revision_id,)))
    assert access_of(office, case.case_id, other).is_member


def test_a_client_record_belongs_to_the_people_of_the_clients_cases(
    case: CaseBuilder, office: Sitting, cover: Sitting
) -> None:
    case.opened()
    mine = access_of(office, "", office.me.person_id, client_id=case.client_id)
    theirs = access_of(office, "", cover.me.person_id, client_id=case.client_id)
    assert (mine.is_member, theirs.is_member) == (True, False)


def test_residents_are_read_from_the_client_record(
    case: CaseBuilder, office: Sitting, clock: FrozenClock
) -> None:
    assert not access_of(office, case.case_id, office.me.person_id).is_resident
    case.opened()
    assert access_of(office, case.case_id, office.me.person_id).is_resident
    clock.forward(minutes=1)
    head = office.vault.revisions.head_ids(case.client.document_id)
    case.kept(case.client_plan({"current_address": {"addr_kind": "hotel"}}, parents=head))
    assert not lives_in_safe_house(office.vault, case.case_id, "", now=True)
    assert lives_in_safe_house(office.vault, case.case_id, "", now=False)


def test_writers_are_counted_since_the_last_approval(
    case: CaseBuilder,
    office: Sitting,
    supervisor: Sitting,
    signer_of: SignerOf,
    clock: FrozenClock,
) -> None:
    note = case.opened().kept(case.note_plan("We met."))
    document = office.vault.documents.get(note.header.document_id)
    me, other = office.me.person_id, supervisor.me.person_id
    assert writers(office.vault, document.document_id) == {me}
    theirs = case.as_seen_by(supervisor, signer_of(supervisor))
    keep_reviews(office, theirs.review(note, ReviewVerb.APPROVE))
    clock.forward(minutes=1)
    keep(supervisor, note)
    edited = theirs.kept(
        theirs.note_plan("Edited.", document=document, parents=(note.revision_id,))
    )
    keep(office, edited)
    access = access_of(
        office, case.case_id, other, document_id=document.document_id, form_id="contact_note"
    )
    assert access.authors == {other}
    with pytest.raises(NotAllowed):
        office.require(Verb.APPROVE, access)


def person(role: Role, organisation: str = ORGANISATION) -> Person:
    return Person(
        person_id="p_" + "a" * 26,
        initials="AA",
        full_name="Person AA",
        role=role,
        organisation=organisation,
    )


@pytest.mark.parametrize(
    ("role", "organisation", "is_member", "profile"),
    [
        (Role.SUPERVISOR, ORGANISATION, False, Profile.LEAD),
        (Role.SAFEGUARDING_LEAD, ORGANISATION, False, Profile.LEAD),
        (Role.CASEWORKER, ORGANISATION, True, Profile.COLLEAGUE),
        (Role.NIGHT_STAFF, ORGANISATION, True, Profile.COLLEAGUE),
        (Role.CASEWORKER, ORGANISATION, False, Profile.OUTSIDE),
        (Role.AGENCY_STAFF, ORGANISATION, True, Profile.OUTSIDE),
        (Role.SUPERVISOR, "og_" + "b" * 26, True, Profile.OUTSIDE),
    ],
)
def test_who_is_what_to_a_case(
    role: Role, organisation: str, is_member: bool, profile: Profile
) -> None:
    found = profile_of(person(role, organisation), ORGANISATION, is_member=is_member)
    assert found is profile


def test_several_recipients_get_what_all_may_have() -> None:
    assert parts_for([Profile.LEAD, Profile.OUTSIDE]) == {"main"}
    assert parts_for([Profile.LEAD, Profile.COLLEAGUE]) == PARTS[Profile.COLLEAGUE]
    assert all("earlier" not in parts for parts in PARTS.values())
    assert chosen_parts(["main", "casefile"], [Profile.LEAD]) == {"main", "casefile"}
    with pytest.raises(UnknownPart):
        chosen_parts(["earlier"], [Profile.LEAD])
