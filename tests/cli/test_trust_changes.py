"""`outreach org propose`, `countersign`, `publish`, and the words that every laptop asks for."""

from pathlib import Path

import pytest

from tests.cli.office import QUICK, Outreach


@pytest.fixture
def supervised(office: Outreach) -> Outreach:
    """The office with a supervisor, SH, whose laptop came before anybody could countersign."""
    office.enrolled("SH", "Sara Hill", "supervisor")
    return office


def _request(office: Outreach, who: str, name: str) -> Path:
    request = office.folder / f"{who}.request"
    office.plain(
        "vault", "create", "--vault", office.vault(who), "--organisation", office.card,
        "--initials", who, "--name", name, "--role", "supervisor", "--request", request,
        "--passphrase-file", office.phrase("SH"), *QUICK,
    )  # fmt: skip
    return request


def test_a_second_supervisor_from_proposal_to_every_laptop(supervised: Outreach) -> None:
    folder, out = supervised.card.parent, supervised.folder
    request = _request(supervised, "TT", "Tom Tull")
    alone = supervised.as_manager("org", "enrol", folder, request, "--role", "supervisor", code=3)
    assert alone["error"] == "services.needs-second-signature"
    proposed = supervised.as_manager(
        "org", "propose", "supervisor", folder, request, "--role", "supervisor",
        "--out", out / "proposal",
    )  # fmt: skip
    (line,) = proposed["changes"]
    assert line.startswith("new supervisor or safeguarding lead (TT Tom Tull): ")
    countersign = ("org", "countersign", out / "proposal", "--out", out / "countersigned")
    unread = supervised.json("SH", *countersign, code=3)
    assert (unread["error"], unread["facts"]["changes"]) == (
        "services.words-not-compared", [line],
    )  # fmt: skip
    assert not (out / "countersigned").exists()
    supervised.json("SH", *countersign, "--words-compared")
    too_early = supervised.as_manager("org", "publish", folder, out / "proposal", code=5)
    assert too_early["error"] == "services.second-signature"
    done = supervised.as_manager("org", "publish", folder, out / "countersigned")
    assert done["changes"] == [line]
    configure = ("vault", "configure", "--organisation", supervised.card)
    refused = supervised.as_person("AB", *configure)
    assert refused.code == 3
    assert line.rpartition(": ")[2] in refused.err
    # The office has not taken in the first supervisor either.
    taken = supervised.json("AB", *configure, "--words-compared")
    assert taken["configuration"] == done["configuration"]
    assert line in taken["trust_changes"]
    assert len(taken["trust_changes"]) == 2
    shown = supervised.plain("org", "show", folder)
    assert [each["role"] for each in shown["people"]][-1] == "supervisor"
    assert shown["changes"][-1]["second_signature"] == "SH"


def test_new_keys_and_shares_by_the_command_line(supervised: Outreach) -> None:
    folder, out = supervised.card.parent, supervised.folder
    before = supervised.plain("org", "card", folder)
    shares = [part for n in (1, 2) for part in ("--share", out / "shares" / f"root-share-{n}.txt")]
    for what, more, changed in (
        ("issuing-key", shares, "issuing_key_words"),
        ("recovery", ("--shares-folder", out / "new-shares"), "recovery_words"),
        ("root", (), "words"),
    ):
        proposed = supervised.as_manager("org", "propose", what, folder, *more, "--out", out / what)
        supervised.json(
            "SH", "vault", "configure", "--organisation", supervised.card, "--words-compared"
        )
        supervised.json(
            "SH", "org", "countersign", out / what, "--out", out / f"{what}-2", "--words-compared"
        )
        supervised.as_manager("org", "publish", folder, out / f"{what}-2")
        after = supervised.plain("org", "card", folder)
        assert {name for name in after if after[name] != before[name]} == {changed}
        assert after[changed] in proposed["changes"][0]
        assert len(proposed["shares"]) == (3 if what == "root" else 0)
        assert len(proposed["shares_written"]) == (3 if what == "recovery" else 0)
        before = after
    shown = supervised.plain("org", "show", folder)
    assert [each["kind"] for each in shown["changes"]] == [
        "founding", "issuing_key", "recovery", "root",
    ]  # fmt: skip
    assert (out / "new-shares" / "new-recovery-share-3.txt").exists()


def test_a_lone_manager_is_not_locked_out(office: Outreach) -> None:
    folder, out = office.card.parent, office.folder
    shares = [part for n in (1, 3) for part in ("--share", out / "shares" / f"root-share-{n}.txt")]
    office.as_manager("org", "propose", "recovery", folder, "--out", out / "proposal")
    alone = office.as_manager("org", "publish", folder, out / "proposal", code=5)
    assert alone["error"] == "services.second-signature"
    done = office.as_manager("org", "publish", folder, out / "proposal", *shares)
    assert done["changes"][0].startswith("new recovery shares: ")
    shown = office.plain("org", "show", folder)
    assert shown["changes"][-1]["second_signature"] == "root"
