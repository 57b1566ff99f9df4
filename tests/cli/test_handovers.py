"""`outreach case handover`: from the caseworker's vault to the supervisor's and back, without a window."""

from pathlib import Path

import pytest

from tests.cli.office import Outreach

CASE = "HH-26-A001"
NOT_KNOWN = (
    "second_worker", "referred_in_by", "exploitation_types", "exploitation_where",
    "last_contact_band", "immigration_status", "public_funds",
)  # fmt: skip
RECORD = (
    "service_kind=outreach",
    *(f"{each}=unknown" for each in ("police_involved", "still_exploited", "other_victims")),
    "legal_adviser=unknown",
    *(f"{each}_absent=not_asked" for each in NOT_KNOWN),
)


@pytest.fixture
def two(office: Outreach) -> Outreach:
    """The office with a supervisor on another laptop, and a case whose record is signed."""
    office.enrolled("SH", "Sara Hill", "supervisor")
    office.json("AB", "vault", "configure", "--organisation", office.card, "--words-compared")
    office.json("AB", "doc", "set", CASE, "case", *RECORD)
    office.json("AB", "doc", "sign", CASE, "case")
    return office


def reference(office: Outreach, who: str) -> str:
    """Return by what somebody calls the one case."""
    (only,) = office.json(who, "case", "list")["cases"]
    return str(only["reference"])


def carried(office: Outreach, sender: str, to: str, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    case = reference(office, sender)
    office.json(sender, "bundle", "export", case, "--to", to, "--out", folder)
    (file,) = folder.iterdir()
    office.json(to, "bundle", "import", file, "--accept")
    file.unlink()


def test_given_looked_at_accepted_and_back(two: Outreach, tmp_path: Path) -> None:
    given = two.json("AB", "case", "handover", "give", CASE, "SH", "--note", "Ask before visits.")
    assert given["state"] == "waiting"
    again = two.json("AB", "case", "handover", "give", CASE, "SH", "--note", "Twice.", code=3)
    assert again["error"] == "handover.waits"
    (mine,) = [each for each in two.json("AB", "today")["now"] if each["kind"] == "handed"]
    assert mine["what"] == "Handed over to SH, supervisor, not yet accepted"

    carried(two, "AB", "SH", tmp_path / "stick")
    there = reference(two, "SH")
    shown = two.as_person("SH", "case", "handover", "show", there).out
    assert "AB answers for the case until then" in shown
    assert "Ask before visits." in shown
    asked = [each for each in two.json("SH", "today")["now"] if each["kind"] == "handed_to_me"]
    assert len(asked) == 1
    why = two.json("SH", "case", "handover", "answer", there, "refuse", code=3)
    assert why["error"] == "services.unfinished"
    taken = two.json("SH", "case", "handover", "answer", there, "accept")
    assert taken["state"] == "accepted"
    (line,) = two.json("SH", "case", "list")["cases"]
    assert line["caseworker"] == taken["receiver"]

    carried(two, "SH", "AB", tmp_path / "stick")
    assert two.json("AB", "case", "handover", "show", CASE)["handovers"][0]["state"] == "accepted"
    assert [each["kind"] for each in two.json("AB", "today")["now"]].count("handed") == 0


def test_taken_back_and_refusals_in_words(two: Outreach) -> None:
    nothing = two.json("AB", "case", "handover", "back", CASE, "--why", "No.", code=3)
    assert nothing["error"] == "handover.none"
    two.json("AB", "case", "handover", "give", CASE, "SH", "--note", "Ask before visits.")
    mine = two.json("AB", "case", "handover", "answer", CASE, "accept", code=3)
    assert mine["error"] == "handover.not-to-you"
    back = two.json("AB", "case", "handover", "back", CASE, "--why", "Somebody else.")
    assert back["state"] == "taken_back"
    shown = two.as_person("AB", "case", "handover", "show", CASE).out
    assert shown.startswith("Handover to SH, supervisor of 3 February 2026 was taken back")


def test_to_another_service_by_its_name(two: Outreach) -> None:
    unknown = two.json(
        "AB", "case", "handover", "transfer", CASE, "Quay House", "case",
        "--worker", "Rosa", "--note", "Her own room.", code=3,
    )  # fmt: skip
    assert unknown["error"] == "cli.no-such-thing"
    two.json("AB", "doc", "new", CASE, "agency_involvement")
    agency = ("agency_kind=mental_health", "agency_name=Quay House", "agency_trusted=trusts")
    two.json("AB", "doc", "set", CASE, "agency_involvement", *agency)
    two.json("AB", "doc", "sign", CASE, "agency_involvement")
    transfer = ("AB", "case", "handover", "transfer", CASE, "quay house", "case",
                "--worker", "Rosa", "--note", "Her own room.")  # fmt: skip
    without = two.json(*transfer, code=3)
    assert without["error"] == "exchange.no-consent"
    given = two.json(
        *transfer, "--basis", "court_order", "--decided-by", "SH",
        "--reason", "Order of the family court of 1 February.",
    )  # fmt: skip
    assert (given["kind"], given["state"]) == ("service", "waiting")
    lines = two.as_person("AB", "case", "handover", "show", CASE).out
    assert "Goes: Case record, sha256:" in lines
    assert "Stays: Agency involved" in lines
    two.json("AB", "case", "handover", "note", CASE, "accept", "--by", "Rosa, by telephone")
    begun = two.json("AB", "case", "handover", "exit", CASE)
    answers = two.json("AB", "doc", "show", CASE, "exit_checklist")["answers"]
    said = {each["name"]: each["text"] for each in answers}
    assert begun["case"] == f"{CASE}.1"
    assert said["sr_receiving_worker"] == "Rosa"
    assert said["sr_bundle_accepted"] == "Yes"
