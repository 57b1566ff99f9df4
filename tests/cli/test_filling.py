"""Filling a draft by hand or from a file: names that help, rows by number, words instead of ids."""

import json
from pathlib import Path

from tests.cli.office import Outreach

CASE = "HH-26-A001"


def test_what_is_missing_is_listed_with_names_that_can_be_answered(office: Outreach) -> None:
    shown = office.as_person("AB", "doc", "show", CASE, "client", "--missing")
    assert "preferred_name  Name the client wants us to use: This needs an answer." in shown.out
    assert "outreach form show client QUESTION" in shown.out
    names = [
        each["name"]
        for each in office.json("AB", "doc", "show", CASE, "client", "--missing")["needed"]
    ]
    assert "safe_contacts" in names
    given = [f"{name}=" for name in names if name != "safe_contacts"]
    assert len(office.json("AB", "doc", "set", CASE, "client", *given)["saved"]) == len(given)


def test_rows_are_named_by_their_number(office: Outreach) -> None:
    office.json("AB", "doc", "set", CASE, "client", "--add-row", "safe_contacts")
    saved = office.json("AB", "doc", "set", CASE, "client", "safe_contacts[1]/value=0700 900000")
    (address,) = saved["saved"]
    assert address.startswith("client_contact/safe_contacts[r_")
    missing = office.as_person("AB", "doc", "show", CASE, "client", "--missing").out
    assert "safe_contacts[1]/channel  Channel: " in missing
    refused = office.json("AB", "doc", "set", CASE, "client", "safe_contacts[2]/value=x", code=3)
    assert refused["error"] == "engine.unknown-address"
    office.json("AB", "doc", "set", CASE, "client", "--remove-row", "safe_contacts[1]")
    answers = office.json("AB", "doc", "show", CASE, "client")["answers"]
    assert all("safe_contacts" not in each["address"] for each in answers)


def test_answers_come_from_a_file_with_groups_and_rows(office: Outreach, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text(
        json.dumps(
            {
                "preferred_name": "Gerta",
                "client_identity": {"gender": "female"},
                "safe_contacts": [{"value": "0700 900000"}, {"value": "0700 900001"}],
            }
        ),
        "utf-8",
    )
    saved = office.json("AB", "doc", "set", CASE, "client", "--answers", file)["saved"]
    assert sorted(saved.values()) == ["0700 900000", "0700 900001", "Gerta", "female"]
    named = office.as_person("AB", "doc", "show", CASE, "client", "--names")
    assert "preferred_name  Name the client wants us to use: Gerta" in named.out


def test_a_slip_in_a_file_leaves_nothing_behind(office: Outreach, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    rows = [{"value": "0700 900000"}, {"channel": "pigeon"}]
    file.write_text(json.dumps({"preferred_name": "Gerta", "safe_contacts": rows}), "utf-8")
    refused = office.json("AB", "doc", "set", CASE, "client", "--answers", file, code=3)
    assert refused["error"] == "engine.answer-type"
    answers = office.json("AB", "doc", "show", CASE, "client")["answers"]
    assert not {"preferred_name", "safe_contacts[1]/value"} & {each["name"] for each in answers}


def test_a_file_that_holds_no_answers_changes_nothing(office: Outreach, tmp_path: Path) -> None:
    for content in ("[]", "no", '{"preferred_name": 3}', '{"safe_contacts": ["x"]}'):
        (tmp_path / "answers.json").write_text(content, "utf-8")
        given = ("--answers", tmp_path / "answers.json")
        refused = office.json("AB", "doc", "set", CASE, "client", *given, code=5)
        assert refused["error"] == "cli.not-answers"


def test_nothing_is_shown_for_signing_that_cannot_be_signed(office: Outreach) -> None:
    office.json("AB", "doc", "new", CASE, "contact_note")
    refused = office.as_person("AB", "doc", "sign", CASE, "contact_note")
    assert refused.code == 3
    assert "You are about to sign" not in refused.out
    assert "--missing" in refused.err


def test_people_days_and_decisions_are_shown_in_words(office: Outreach) -> None:
    office.json("AB", "doc", "new", CASE, "risk_assessment")
    shown = office.as_person("AB", "doc", "show", CASE, "risk_assessment").out
    assert "Assessor: Anna Berg (AB)" in shown
    assert "Date and time: 3 February 2026, " in shown
    assert "Treated as a child: Yes" in office.as_person("AB", "doc", "show", CASE, "client").out


def test_a_colleague_is_called_by_initials(office: Outreach) -> None:
    saved = office.json("AB", "doc", "set", CASE, "case", "caseworker=AB")["saved"]
    assert saved["case_start/caseworker"].startswith("p_")
    assert (
        "Lead caseworker: Anna Berg (AB)" in office.as_person("AB", "doc", "show", CASE, "case").out
    )
    told = office.as_person("AB", "doc", "set", CASE, "case", "caseworker=AB").out
    assert "case_start/caseworker = Anna Berg (AB)" in told
    assert "p_" not in told
    refused = office.as_person("AB", "doc", "set", CASE, "case", "caseworker=ZZ")
    assert refused.code == 3
    assert "Anna Berg (AB)" in refused.err


def test_a_draft_can_be_given_up_and_only_on_purpose(office: Outreach) -> None:
    office.json("AB", "doc", "new", CASE, "contact_note")
    assert office.as_person("AB", "doc", "discard", CASE, "contact_note").code == 2
    office.json("AB", "doc", "discard", CASE, "contact_note", "--yes")
    names = {each["name"] for each in office.json("AB", "doc", "list", CASE)["documents"]}
    assert "contact_note" not in names
    gone = office.json("AB", "doc", "discard", CASE, "contact_note", "--yes", code=3)
    assert gone["error"] == "services.unknown-document"
