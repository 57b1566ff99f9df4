"""`outreach org` suspend, confirm, remove, statements, take; a restored vault on the command line."""

import pytest

from tests.cli.office import Outreach


@pytest.fixture
def pair(office: Outreach) -> Outreach:
    """The office with a supervisor on a laptop of her own."""
    office.enrolled("SH", "Sara Hill", "supervisor")
    office.json("AB", "vault", "configure", "--organisation", office.card, "--words-compared")
    return office


def suspended(pair: Outreach) -> dict[str, object]:
    return pair.json(
        "SH", "org", "suspend", "AB", "--why", "the laptop was taken",
        "--out", pair.folder / "suspension.json",
    )  # fmt: skip


def test_a_suspension_is_made_handed_on_listed_and_confirmed(pair: Outreach) -> None:
    done = suspended(pair)
    assert (done["certificates"], done["not_counted"]) == ([1], 0)
    (line,) = [
        each
        for each in pair.json("SH", "org", "statements")["statements"]
        if each["kind"] == "suspension"
    ]
    assert (line["counts"], line["in_force"], line["confirmed"]) == (True, True, False)
    taken = pair.json("AB", "org", "take", pair.folder / "suspension.json")
    assert (taken["statements"], taken["new"]) == (1, 1)
    assert pair.json("AB", "vault", "status")["suspended"] is True
    confirmed = pair.as_manager("org", "confirm", pair.card.parent, pair.folder / "suspension.json")
    assert confirmed["certificates"] == [1]
    pair.json("SH", "vault", "configure", "--organisation", pair.card)
    words = pair.as_person("SH", "org", "statements")
    assert "yes, confirmed" in words.out
    assert "the laptop was taken" in words.out
    again = pair.as_manager(
        "org", "confirm", pair.card.parent, pair.folder / "suspension.json", code=3
    )
    assert again["error"] == "services.nothing-to-confirm"


def test_what_cannot_be_suspended_is_refused_in_words(pair: Outreach) -> None:
    refusals = {
        "services.not-allowed": ("AB", "SH", "--why", "spite"),
        "services.unknown-person": ("SH", "ZZ", "--why", "lost"),
        "services.reason-needed": ("SH", "AB", "--why", " "),
        "services.suspension-ahead": ("SH", "AB", "--why", "lost", "--since", "2027-01-01"),
    }
    for code, (who, *arguments) in refusals.items():
        refused = pair.json(who, "org", "suspend", *arguments, code=3)
        assert refused["error"] == code
    forged = pair.folder / "suspension.json"
    suspended(pair)
    forged.write_bytes(forged.read_bytes().replace(b"was taken", b"was found"))
    assert pair.json("AB", "org", "take", forged, code=5)["error"] == "crypto.bad-signature"


def test_a_suspension_lapses_in_the_list(pair: Outreach) -> None:
    suspended(pair)
    pair.clock.forward(days=15)
    words = pair.as_person("SH", "org", "statements")
    assert "lapsed" in words.out


def test_a_person_is_removed_for_good(pair: Outreach) -> None:
    removed = pair.as_manager("org", "remove", pair.card.parent, "AB", "--since", "2026-02-03")
    assert removed["certificates"] == [1]
    people = pair.plain("org", "show", pair.card)["people"]
    assert [each["withdrawn"] for each in people] == ["left", ""]
    pair.json("SH", "vault", "configure", "--organisation", pair.card)
    out = pair.folder / "all.json"
    kinds = {
        each["kind"] for each in pair.json("SH", "org", "statements", "--out", out)["statements"]
    }
    assert kinds == {"policy", "removal", "revocation"}
    assert pair.json("AB", "org", "take", out)["new"] == 3


def test_a_restored_vault_says_what_it_waits_for_and_enrols_again(pair: Outreach) -> None:
    backup, restored = pair.folder / "backup", pair.vault("restored")
    pair.json("AB", "vault", "backup", "--out", backup)
    pair.clock.forward(hours=1)
    words = pair.run(
        "vault", "restore", backup, "--to", restored, "--passphrase-file", pair.phrase("AB")
    )
    assert "outreach vault request" in words.out
    pair.vault("AB").rename(pair.vault("lost"))
    restored.rename(pair.vault("AB"))
    status = pair.json("AB", "vault", "status")
    assert status["needs_new_keys"] is True
    assert str(status["restored_and_waiting_since"]).startswith("2026-02-03T12:00")
    enrol = ("vault", "enrol", "--organisation", pair.card, "--words-compared")
    assert pair.json("AB", *enrol, code=3)["error"] == "services.restored-keys"
    pair.clock.forward(hours=1)
    request = pair.folder / "again.request"
    pair.json("AB", "vault", "request", "--out", request)
    folder = pair.card.parent
    certified = pair.as_manager("org", "enrol", folder, request, "--role", "caseworker")
    assert certified["replaced"] == [1]
    assert pair.json("AB", *enrol)["serial"] == 3
    status = pair.json("AB", "vault", "status")
    assert (status["needs_new_keys"], status["restored_and_waiting_since"]) == (False, "")


def test_a_certificate_renewed_for_the_same_key_ends_when_the_file_had_time_to_arrive(
    pair: Outreach,
) -> None:
    request = pair.folder / "again.request"
    pair.json("AB", "vault", "request", "--out", request)
    folder = pair.card.parent
    renew = pair.as_manager("org", "enrol", folder, request, "--role", "caseworker")
    assert renew["replaced"] == [1]
    pair.clock.forward(hours=1)
    text = pair.run(
        "org", "enrol", folder, request, "--role", "night_staff",
        "--passphrase-file", pair.phrase("issuing"),
    )  # fmt: skip
    assert (
        "Certificate 3 is replaced by it: what is signed with it from 3 February 2026" in text.out
    )
    people = pair.plain("org", "show", folder)["people"]
    assert [each["withdrawn"] for each in people] == ["replaced", "", "replaced", ""]
