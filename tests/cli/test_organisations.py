"""`outreach org`: create, enrol, card, show, revoke."""

from itertools import combinations
from pathlib import Path

from outreach_app.crypto.recovery import join_shares
from tests.cli.office import Outreach
from tests.report.tools import pages


def test_an_organisation_is_made_once_and_its_shares_are_written_where_asked(
    outreach: Outreach,
) -> None:
    made = outreach.found()
    assert len(made["words"].split()) == 12
    assert made["shares"] == {}
    assert len(made["written"]) == 6
    for kind in ("root", "recovery"):
        texts = [Path(each).read_text() for each in made["written"] if f"{kind}-share" in each]
        assert len({join_shares(list(pair)) for pair in combinations(texts, 2)}) == 1
    again = outreach.as_manager(
        "org", "create", outreach.card.parent, "--name", "Other", "--site", "OH", code=3
    )
    assert again["error"] == "services.organisation-exists"


def test_shares_are_shown_once_when_no_folder_is_named(outreach: Outreach) -> None:
    answer = outreach.run(
        "org", "create", outreach.folder / "new", "--name", "Quay", "--site", "QH",
        "--passphrase-file", outreach.phrase("issuing"),
    )  # fmt: skip
    assert answer.code == 0
    assert answer.out.count("Share ") == 6
    for path in (outreach.folder / "new").iterdir():
        assert (
            answer.out.split("Share 1 of the root key: ")[1].split("\n")[0] not in path.read_text()
        )


def test_the_card_shows_words_to_compare(office: Outreach) -> None:
    root = office.plain("org", "card", office.card)
    own = office.plain("org", "card", office.card.parent, "--serial", "1")
    assert root["name"] == "Harbour House"
    assert len(root["words"].split()) == len(own["words"].split()) == 12
    assert (own["initials"], own["role"]) == ("AB", "caseworker")
    assert own["certificate"].startswith("ssh-ed25519-cert-v01@openssh.com ")
    unknown = office.plain("org", "card", office.card, "--serial", "9", code=3)
    assert unknown["error"] == "services.unknown-serial"


def test_a_withdrawn_certificate_is_listed_as_such(office: Outreach) -> None:
    folder = office.card.parent
    before = office.plain("org", "show", folder)
    assert [each["withdrawn"] for each in before["people"]] == [""]
    revoke = ("org", "revoke", folder, "--serial", "1", "--why", "lost", "--since")
    done = office.as_manager(*revoke, "2026-02-03")
    assert done["configuration"] == before["configuration"] + 1
    after = office.plain("org", "show", folder)
    assert [each["withdrawn"] for each in after["people"]] == ["lost"]
    wrong_day = office.run(*revoke, "yesterday", "--passphrase-file", office.phrase("issuing"))
    assert wrong_day.code == 2
    assert "Traceback" not in wrong_day.err
    installed = office.json("AB", "vault", "configure", "--organisation", office.card)
    assert installed["configuration"] == done["configuration"]


def test_wrong_passphrase_and_forged_request(office: Outreach, tmp_path: Path) -> None:
    folder, request = office.card.parent, office.folder / "AB.request"
    wrong = office.plain(
        "org", "enrol", folder, request, "--role", "supervisor",
        "--passphrase-file", office.phrase("AB"), code=3,
    )  # fmt: skip
    assert wrong["error"] == "services.issuing-key-closed"
    forged = tmp_path / "forged"
    forged.write_bytes(request.read_bytes().replace(b"Anna Berg", b"Anna Borg"))
    refused = office.as_manager("org", "enrol", folder, forged, "--role", "supervisor", code=5)
    assert refused["error"] == "services.request-format"
    missing = office.as_manager(
        "org", "enrol", folder, tmp_path / "nowhere", "--role", "supervisor", code=4
    )
    assert missing["error"] == "host.file-trouble"
    none = office.plain("org", "show", tmp_path, code=3)
    assert none["error"] == "services.no-organisation"


def test_a_contact_card_is_printed_with_its_words_and_its_key(office: Outreach) -> None:
    folder = office.card.parent
    for name, option in (("person", ("--serial", "1")), ("organisation", ())):
        out = office.folder / f"{name}.pdf"
        told = office.plain("org", "card", folder, *option, "--pdf", out)
        assert told["written"] == str(out)
        (text,) = pages(out.read_bytes())
        assert "Harbour House" in text
        assert all(word in text for word in told["words"].split())
        assert ("Anna Berg (AB)" in text) is (name == "person")
    missing = office.plain(
        "org", "card", folder, "--serial", "7", "--pdf", office.folder / "no.pdf", code=3
    )
    assert missing["error"] == "services.unknown-serial"
    assert not (office.folder / "no.pdf").exists()


def test_settings_are_decided_for_everybody_and_told_on_each_laptop(office: Outreach) -> None:
    folder = office.card.parent
    decide = ("org", "decide", folder, "lock.minutes_alone=2", "export.paper=no")
    told = office.as_manager(*decide)
    assert told["policy"] == {"export.paper": "no", "lock.minutes_alone": "2"}
    assert told["changes"] == [
        "Print on paper: no (before: nothing)",
        "Lock after minutes, one person: at most 2 (before: nothing)",
    ]
    assert office.plain("org", "policy", folder)["policy"] == told["policy"]
    shown = office.run("org", "policy", office.card)
    assert "at most 2" in shown.out
    before = office.json("AB", "vault", "settings")
    assert (before["settings"]["lock.minutes_alone"], before["decided_by"]) == ("5", {})
    office.json("AB", "vault", "configure", "--organisation", office.card)
    after = office.json("AB", "vault", "settings")
    assert after["settings"]["lock.minutes_alone"] == "2"
    assert after["decided_by"]["lock.minutes_alone"] == "your organisation"
    refused = office.json("AB", "vault", "settings", "lock.minutes_alone=9", code=3)
    assert refused["error"] == "settings.managed"
    taken_back = office.as_manager("org", "decide", folder, "export.paper=")
    assert taken_back["changes"] == [
        "Print on paper: nothing (before: no). People may then choose less safely than before."
    ]
    nothing = office.as_manager("org", "decide", folder, "export.paper=", code=3)
    assert nothing["error"] == "settings.nothing-decided"


def test_what_to_do_in_a_crisis_is_decided_by_a_table_and_taken_back(office: Outreach) -> None:
    folder = office.card.parent
    before = office.plain("org", "crisis", folder)
    assert not before["own"]
    assert any(row["number"] == "116 123" for row in before["rows"])
    table = office.folder / "crisis.csv"
    table.write_text("flag,kind,words,number\nsuicide_plan,number,Crisis team,0161 496 0100\n")
    decided = office.as_manager("org", "decide-crisis", folder, table)
    assert [row["words"] for row in decided["rows"]] == ["Crisis team"]
    shown = office.run("org", "crisis", folder)
    assert "Written by the organisation." in shown.out
    assert "Suicide plan" in shown.out
    table.write_text("flag,kind,words,number\nsuicide_plan,number,Crisis team,ask\n")
    refused = office.as_manager("org", "decide-crisis", folder, table, code=3)
    assert refused["error"] == "domain.broken-crisis-steps"
    office.as_manager("org", "decide-crisis", folder)
    assert not office.plain("org", "crisis", folder)["own"]
