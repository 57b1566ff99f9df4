"""What need not be asked again: papers, addresses and their history, dependants, with who wrote it."""

import pytest

from outreach_app.domain.casefile import CaseFile
from outreach_app.services.case_people import dependants_of
from outreach_app.services.case_words import CaseWords
from outreach_app.services.held_facts import addresses_of, held_lines, papers_of, recorded_by
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, Json

R1, R2 = "r_" + "a" * 26, "r_" + "b" * 26


@pytest.fixture
def workspace(office: Sitting) -> Workspace:
    return begin_workspace(office)


@pytest.fixture
def words(workspace: Workspace) -> CaseWords:
    return CaseWords(workspace)


def read(workspace: Workspace, case: CaseBuilder) -> CaseFile:
    return workspace.casework.case_file(case.record.subject)


def address(town: str, **more: str) -> Json:
    known = {"addr_line1": "7 Example Quay", "addr_town": town, "addr_kind": "safe_house"}
    return {"current_address": {**known, **more}}


def test_addresses_stand_with_day_author_and_confidentiality(
    case: CaseBuilder, workspace: Workspace, words: CaseWords
) -> None:
    first = case.kept(case.client_plan(address("Leeds", addr_known_to_exploiter="unknown")))
    same = case.kept(case.client_plan(address("Leeds"), parents=(first.revision_id,)))
    case.kept(
        case.client_plan(address("York", addr_confidential="no"), parents=(same.revision_id,))
    )
    case.kept(case.record_plan())
    now, before = addresses_of(workspace, read(workspace, case), words)
    assert now.place == "7 Example Quay, York"
    assert (now.is_confidential, now.known_to_exploiter) == (False, False)
    assert (before.is_confidential, before.known_to_exploiter) == (True, True)
    assert before.place == "7 Example Quay, Leeds"
    assert before.since == "recorded on 3 February 2026 by AB"


def test_papers_say_where_they_are_and_what_is_gone_comes_first(
    case: CaseBuilder, workspace: Workspace, words: CaseWords
) -> None:
    rows = [
        {"_id": R1, "_order": "a0", "doc_kind": "passport", "doc_status": "held_safe"},
        {"_id": R2, "_order": "a1", "doc_kind": "id_card", "doc_status": "held_exploiter"},
    ]
    case.opened()
    (head,) = case.sitting.vault.revisions.heads(case.record.document_id)
    main = {**head.answers(), "case_papers": {"documents_held": rows}}
    case.kept(case.plan(case.record, {"main": main}, parents=(head.revision_id,)))
    found = papers_of(read(workspace, case), words)
    assert [(each.kind, each.status, each.is_gone) for each in found] == [
        ("Identity card", "Held by the exploiter", True),
        ("Passport or travel document", "Kept safe for the client by us", False),
    ]


def test_each_child_says_what_is_known_and_what_is_missing(
    case: CaseBuilder, workspace: Workspace, words: CaseWords
) -> None:
    known = {"dep_country": "GB", "dep_social_worker": "yes", "dep_own_nrm": "no"}
    rows = [
        {"_id": R1, "_order": "a0", "dep_relationship": "child", "dep_dob": {"dep_dob_year": "2019"},
         "dep_lives_with": "with_client", "dep_risk_now": "no", **known},
        {"_id": R2, "_order": "a1", "dep_relationship": "child", "dep_lives_with": "unknown"},
    ]  # fmt: skip
    main = {"client_health": {"has_dependants": "yes", "dependants": rows}}
    case.kept(case.plan(case.client, {"main": main}))
    case.kept(case.record_plan())
    first, second = dependants_of(read(workspace, case), words)
    assert first.missing == ()
    assert "known to children's services" in first.facts
    assert second.missing == (
        "date of birth",
        "with whom they live",
        "country",
        "whether there is a worry now",
        "whether they need an NRM referral of their own",
    )


def test_a_fact_says_out_of_which_document_by_whom_and_when(
    case: CaseBuilder, workspace: Workspace, words: CaseWords
) -> None:
    case.opened()
    record = read(workspace, case).newest("client")
    assert recorded_by(record, words) == "Already recorded: Client record, AB, 3 February 2026"
    assert recorded_by(None, words) == ""


def test_lines_keep_a_confidential_address_until_it_is_asked_for(
    case: CaseBuilder, workspace: Workspace, words: CaseWords
) -> None:
    case.kept(case.client_plan(address("Leeds")))
    case.kept(case.record_plan())
    held = read(workspace, case)
    hidden = "\n".join(held_lines(workspace, held, words, addresses=False))
    assert "address not shown" in hidden
    assert "Leeds" not in hidden
    assert "Leeds" in "\n".join(held_lines(workspace, held, words, addresses=True))
