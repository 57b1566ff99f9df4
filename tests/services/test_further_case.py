"""A client who comes back: a second case beside the first, for those who may open the first."""

import pytest

from outreach_app.services.casework import Casework
from outreach_app.services.catalogue import Catalogue
from outreach_app.services.errors import NotAllowed, UnknownCase
from outreach_app.services.sitting import Sitting
from tests.services.builders import CaseBuilder, Post


def casework(sitting: Sitting) -> Casework:
    return Casework(sitting, Catalogue(sitting))


@pytest.fixture
def known(case: CaseBuilder) -> CaseBuilder:
    """A client with a signed client record and a signed case record."""
    named = {"client_identity": {"preferred_name": "Ina", "client_ref": "HH-26-A001"}}
    case.kept(case.plan(case.client, {"main": named}))
    return case.opened()


@pytest.mark.parametrize("reference", ["HH-26-A001", "hh-26-a001.1"])
def test_a_second_case_is_about_the_same_client_under_the_next_number(
    known: CaseBuilder, office: Sitting, reference: str
) -> None:
    desk = casework(office)
    made = desk.further_case(reference)
    assert made.subject.client_id == known.client_id
    assert made.subject.case_id != known.case_id
    assert (made.client_ref, made.reference) == ("HH-26-A001", "HH-26-A001.2")
    assert made.client == known.client
    assert desk.find_case("HH-26-A001.2") == made.subject
    assert desk.find_case("HH-26-A001.1").case_id == known.case_id
    assert [each.reference for each in desk.draft_cases()] == ["HH-26-A001.2"]
    third = desk.further_case("HH-26-A001")
    assert third.reference in {"HH-26-A001.2", "HH-26-A001.3"}
    assert {each.reference for each in desk.draft_cases()} == {"HH-26-A001.2", "HH-26-A001.3"}


def test_it_is_begun_only_by_who_may_open_the_cases_there_were(
    known: CaseBuilder, cover: Sitting, post: Post
) -> None:
    post.take(cover, post.send(known, "CC"))
    desk = casework(cover)
    with pytest.raises(NotAllowed):
        desk.further_case("HH-26-A001")
    assert desk.draft_cases() == ()


def test_a_reference_of_nobody_begins_nothing(known: CaseBuilder, office: Sitting) -> None:
    desk = casework(office)
    for reference in ("", "HH-26-A009", "HH"):
        with pytest.raises(UnknownCase):
            desk.further_case(reference)
    assert desk.draft_cases() == ()
