"""From an empty folder to an approved note, through the command line only."""

from pathlib import Path

import pytest

from tests.cli.office import Outreach

CASE = "HH-26-A001"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Outreach:
    """An organisation with a caseworker and a supervisor, each with a vault."""
    house = Outreach(tmp_path_factory.mktemp("house"))
    house.found()
    for who, name, role in (
        ("AB", "Anna Berg", "caseworker"),
        ("SH", "Sara Hill", "supervisor"),
    ):
        enrolled = house.enrolled(who, name, role)
        assert enrolled["role"] == role
    configure = ("vault", "configure", "--organisation", house.card)
    assert house.json("AB", *configure, code=3)["error"] == "services.words-not-compared"
    house.json("AB", *configure, "--words-compared")
    return house


def state_of(house: Outreach, who: str, name: str) -> str:
    documents = house.json(who, "doc", "list", CASE)["documents"]
    return next(str(each["state"]) for each in documents if each["name"] == name)


def note_written_and_signed(house: Outreach) -> None:
    assert house.json("AB", "case", "new")["client_ref"] == CASE
    house.json("AB", "doc", "set", CASE, "case", "service_kind=safe_house")
    house.json("AB", "doc", "new", CASE, "contact_note")
    house.json(
        "AB", "doc", "set", CASE, "contact_note",
        "note_kind=visit", "note_safe=yes", "note_facts=She slept for the first time.",
    )  # fmt: skip
    house.clock.forward(minutes=5)
    house.json("AB", "doc", "sign", CASE, "contact_note")


def carried(house: Outreach, sender: str, receiver: str, folder: Path) -> dict[str, object]:
    """Export the case from one vault and take it over in the other."""
    house.clock.forward(minutes=5)
    folder.mkdir(exist_ok=True)
    reference = house.json(sender, "case", "list")["cases"][0]["reference"]
    sent = house.json(
        sender, "bundle", "export", reference, "--to", receiver, "--out", folder,
        "--purpose", "for review",
    )  # fmt: skip
    files = [each["file"] for each in sent["files"]]
    for file in files:
        assert b"slept" not in Path(file).read_bytes()
        assert house.plain("bundle", "inspect", file)["recipients"] >= 1
        assert house.json(receiver, "bundle", "verify", file)["arrival"] == "new"
    taken = house.json(receiver, "bundle", "import", *files, "--accept")
    again = house.json(receiver, "bundle", "import", *files)
    assert {each["arrival"] for each in again["bundles"]} != {"new"}
    bundle: dict[str, object] = taken["bundles"][0]
    return bundle


def test_a_note_is_written_shared_returned_corrected_and_approved(house: Outreach) -> None:
    note_written_and_signed(house)
    out = house.folder / "note.pdf"
    house.json("AB", "doc", "pdf", CASE, "contact_note", "--out", out)
    assert out.read_bytes().startswith(b"%PDF-")
    arrived = carried(house, "AB", "SH", house.folder / "stick")
    assert arrived["accepted"]
    received = house.json("SH", "case", "list")["cases"][0]["reference"]
    shown = house.json("SH", "doc", "show", received, "contact_note")
    assert "She slept for the first time." in {each["text"] for each in shown["answers"]}
    house.json(
        "SH", "review", "return", received, "contact_note", "--text", "Who interpreted?",
    )  # fmt: skip
    carried(house, "SH", "AB", house.folder / "stick back")
    assert state_of(house, "AB", "contact_note") == "returned"
    history = house.json("AB", "doc", "history", CASE, "contact_note")["history"]
    assert [(each["by"], each["what"]) for each in history] == [("AB", "new"), ("SH", "return")]
    house.json(
        "AB", "doc", "set", CASE, "contact_note", "--reason", "correction",
        "note_present=client interpreter",
    )  # fmt: skip
    house.json("AB", "doc", "sign", CASE, "contact_note")
    changed = house.json("AB", "doc", "diff", CASE, "contact_note")["changes"]
    assert [(each["label"], each["new"]) for each in changed] == [
        ("Who was present", "Client, Interpreter")
    ]
    carried(house, "AB", "SH", house.folder / "stick")
    house.json("SH", "review", "approve", received, "contact_note")
    carried(house, "SH", "AB", house.folder / "stick back")
    assert state_of(house, "AB", "contact_note") == "approved"
    receipts = house.json("AB", "bundle", "receipts")
    assert receipts["sent"][0]["arrived"]
    assert not receipts["sent"][0]["reviewed"]
    house.json("SH", "bundle", "reviewed", receipts["sent"][0]["bundle"])
    carried(house, "SH", "AB", house.folder / "another stick")
    assert house.json("AB", "bundle", "receipts")["sent"][0]["reviewed"]
    for who in ("AB", "SH"):
        assert house.json(who, "vault", "verify")["sound"] is True
