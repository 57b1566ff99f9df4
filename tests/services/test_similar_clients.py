"""“Is this person already here?” hears names as people do, and tells only who may be seen."""

import pytest

from outreach_app.services.arrival import BIRTH_YEAR, arrival_questions, begin_arrival
from outreach_app.services.similar_clients import Birth, KnownClients, Why, sound
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, Json, Post

GERTA = {
    "preferred_name": "Gerta",
    "full_name": "Gërta Shembulli",
    "client_ref": "HH-26-A007",
    "dob": {"dob_year": "2003", "dob_month": "3", "dob_day": "14"},
}
BORN = Birth(year="2003", month="3", day="14")


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return begin_workspace(office)


def keep_client(case: CaseBuilder, identity: Json) -> None:
    case.kept(case.plan(case.client, {"main": {"client_identity": identity}}))
    case.kept(case.record_plan())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed", "Muhamad"),
        ("Gërta", "Gerta"),
        ("Yusuf", "Iousef"),
        ("Shembulli", "Xhembuli"),
        ("Phuong", "Fuong"),
        ("Katarzyna", "Catarzina"),
    ],
)
def test_names_that_sound_alike_have_the_same_skeleton(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("Anna", "Blerta"), ("Linh", "Kofi"), ("Ada", "Ioana")])
def test_other_names_have_other_skeletons(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("names", "birth", "why"),
    [
        (["gerta"], Birth(), (Why.SAME_NAME,)),
        (["Shembuli, Gerda"], Birth(), (Why.LIKE_NAME,)),
        (["Gertha"], BORN, (Why.LIKE_NAME, Why.SAME_BIRTH)),
        (["Mira"], BORN, (Why.SAME_BIRTH,)),
        (["Gerta"], Birth(year="2003"), (Why.SAME_NAME, Why.LIKE_BIRTH)),
        (["Gerta"], Birth(year="2003", month="14", day="3"), (Why.SAME_NAME, Why.LIKE_BIRTH)),
    ],
)
def test_who_may_be_the_same_is_found_with_the_reason(
    case: CaseBuilder, workspace: Workspace, names: list[str], birth: Birth, why: tuple[Why, ...]
) -> None:
    keep_client(case, GERTA)
    (found,) = KnownClients(workspace).alike(names, birth)
    assert found.why == why
    assert (found.reference, found.preferred_name, found.birth) == ("HH-26-A007", "Gerta", BORN)
    assert [each.reference for each in found.cases] == ["HH-26-A007.1"]


@pytest.mark.parametrize(
    ("names", "birth"),
    [([], Birth()), (["Mira"], Birth(year="2003")), (["Kofi"], Birth(year="1999", month="3"))],
)
def test_who_is_somebody_else_is_not_found(
    case: CaseBuilder, workspace: Workspace, names: list[str], birth: Birth
) -> None:
    keep_client(case, GERTA)
    assert KnownClients(workspace).alike(names, birth) == ()


def test_a_reference_from_elsewhere_finds_its_client(
    case: CaseBuilder, workspace: Workspace
) -> None:
    keep_client(case, GERTA)
    (found,) = KnownClients(workspace).alike([], Birth(), "hh-26-a007.1")
    assert found.why == (Why.REFERENCE,)


def test_nobody_is_told_of_a_client_whom_they_may_not_see(
    case: CaseBuilder, post: Post, cover: Sitting
) -> None:
    keep_client(case, GERTA)
    post.take(cover, post.send(case, cover.me.person_id))
    assert cover.vault.lists.clients()
    assert KnownClients(begin_workspace(cover)).alike(["Gerta"], BORN, "HH-26-A007") == ()


def test_twelve_questions_are_asked_in_the_words_of_their_forms(workspace: Workspace) -> None:
    questions = arrival_questions(workspace)
    assert len(questions) == 12
    assert questions[0].label == "Name the client wants us to use"
    assert [part.label for part in questions[2].parts] == ["Day", "Month", "Year"]
    assert ("female", "Female") in questions[4].parts[0].choices
    assert len(questions[6].parts[0].choices) > 20


def test_a_case_begins_with_nothing_known(workspace: Workspace) -> None:
    arrived = begin_arrival(workspace.casework, {})
    assert arrived.refused == {}
    assert workspace.vault.drafts.has(arrived.case.client.document_id)
    assert [each.subject for each in workspace.casework.draft_cases()] == [arrived.case.subject]


def test_what_is_known_is_in_the_two_drafts_and_the_next_arrival_meets_it(
    workspace: Workspace,
) -> None:
    given = {
        "client_identity/preferred_name": " Gerta ",
        BIRTH_YEAR: "2003",
        "client_identity/dob/dob_month": "3",
        "client_identity/age_band": "18_24",
        "case_start/service_kind": "outreach",
    }
    arrived = begin_arrival(workspace.casework, given)
    client = workspace.casework.resume(arrived.case.client.document_id).answers()
    assert (client["preferred_name"], client["dob_year"], client["dob_month"]) == (
        "Gerta",
        "2003",
        "3",
    )
    assert "age_band" not in client
    record = workspace.casework.resume(arrived.case.case.document_id).answers()
    assert record["service_kind"] == "outreach"
    assert record["caseworker"] == workspace.sitting.me.person_id
    (found,) = KnownClients(workspace).alike(["Gherta"], Birth(year="2003"))
    assert found.client_id == arrived.case.subject.client_id


def test_an_answer_that_is_none_is_told_and_the_rest_is_kept(workspace: Workspace) -> None:
    given = {BIRTH_YEAR: "about 2003", "client_identity/preferred_name": "Mira"}
    arrived = begin_arrival(workspace.casework, given)
    assert set(arrived.refused) == {BIRTH_YEAR}
    client = workspace.casework.resume(arrived.case.client.document_id).answers()
    assert client["preferred_name"] == "Mira"
