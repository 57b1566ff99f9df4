"""Words after an act: what is next, who is meant, and what else still counts."""

from tests.cli.office import QUICK, Outreach

CASE = "HH-26-A001"
SECOND = "window gravel parsley compass velvet orchard"


def test_several_people_are_asked_who_they_are(office: Outreach) -> None:
    new = office.folder / "second.phrase"
    new.write_text(SECOND + "\n", "utf-8")
    office.json(
        "AB", "vault", "people", "add", "--initials", "CD", "--name", "Carla Doe",
        "--new-passphrase-file", new, *QUICK,
    )  # fmt: skip
    asked = office.as_person("AB", "case", "list")
    assert asked.code == 3
    assert "Several people can unlock this vault: AB, CD." in asked.err
    assert "--person" in asked.err
    assert office.as_person("AB", "case", "list", "--person", "ab").code == 0
    backup = office.folder / "backup"
    office.json("AB", "vault", "backup", "--out", backup, "--person", "AB")
    given = ("vault", "verify", "--backup", backup, "--passphrase-file", office.phrase("AB"))
    assert office.plain(*given, code=3)["error"] == "services.several-people"


def test_a_second_certificate_takes_the_place_of_the_first(office: Outreach) -> None:
    folder, request = office.card.parent, office.folder / "AB.request"
    again = office.run(
        "org", "enrol", folder, request, "--role", "supervisor",
        "--passphrase-file", office.phrase("issuing"),
    )  # fmt: skip
    assert "Certificate 1 is replaced by it" in again.out
    last = office.as_manager(
        "org", "revoke", folder, "--serial", "2", "--why", "left", "--since", "2026-02-03"
    )
    assert last["still_valid"] == []


def test_the_folder_of_the_organisation_is_enough(outreach: Outreach) -> None:
    outreach.found()
    vault = ("--vault", outreach.vault("AB"), "--passphrase-file", outreach.phrase("AB"))
    made = outreach.run(
        "vault", "create", "--organisation", outreach.card.parent, "--initials", "AB",
        "--name", "Anna Berg", *vault, *QUICK,
    )  # fmt: skip
    assert made.code == 0, made.err
    status = outreach.run("vault", "status", *vault)
    assert "You are not enrolled yet: outreach vault request" in status.out
    assert "nothing to compare with" in status.out


def test_states_are_said_in_words(office: Outreach) -> None:
    assert "Draft" in office.as_person("AB", "doc", "list", CASE).out
    assert "Draft" in office.as_person("AB", "case", "show", CASE).out
    assert {each["state"] for each in office.json("AB", "doc", "list", CASE)["documents"]} == {
        "draft"
    }
