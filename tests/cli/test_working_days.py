"""The four working days without a window: caseworker, night staff, supervisor and packager by commands.

The same days through the window have a scenario each. What a command cannot show, such as covering the
screen, is tried there alone.
"""

import json
from pathlib import Path

from outreach_app.services.shipped import sample_folder
from tests.cli.office import QUICK, Outreach

CASE = "HH-26-A001"
NIGHT = ("--initials", "NN", "--name", "Nora Night", "--role", "night_staff")
DAY = ("--person", "AB")
NAME = "Gerta Example"


def _signed(office: Outreach, form: str, *answers: str) -> None:
    if form not in {"client", "case"}:
        office.json("AB", "doc", "new", CASE, form)
    office.json("AB", "doc", "set", CASE, form, *answers)
    office.json("AB", "doc", "sign", CASE, form)


def _of_the_sample(step: str, **other: str) -> tuple[str, ...]:
    """Return what somebody in the sample story answered, but for its rows and references."""
    path = sample_folder() / "story" / f"{step}.json"
    answers = json.loads(path.read_text(encoding="utf-8"))["answers"]
    plain = {
        name: value
        for name, value in answers.items()
        if isinstance(value, str) and not value.startswith("@")
    }
    return tuple(f"{name}={value}" for name, value in {**plain, **other}.items())


def _opened(office: Outreach) -> None:
    """Sign what is known of the client, and the case."""
    _signed(
        office, "client",
        *_of_the_sample("286-linh-client", full_name=NAME, preferred_name="Gerta",
                        addr_kind="safe_house", no_safe_contact_reason="None yet"),
    )  # fmt: skip
    _signed(
        office, "case",
        *_of_the_sample("287-linh-case", service_kind="safe_house", case_opened_on="2026-02-03"),
    )  # fmt: skip


def _carried(office: Outreach, sender: str, receiver: str, stick: Path) -> str:
    """Carry the case from one vault to the other; return its reference there."""
    office.clock.forward(minutes=5)
    stick.mkdir(exist_ok=True)
    (case,) = office.json(sender, "case", "list")["cases"]
    sent = office.json(
        sender, "bundle", "export", case["reference"], "--to", receiver, "--out", stick
    )
    for each in sent["files"]:
        assert "Gerta" not in each["file"]
        office.json(receiver, "bundle", "import", each["file"], "--accept")
    (there,) = office.json(receiver, "case", "list")["cases"]
    return str(there["reference"])


def test_a_caseworkers_tuesday(office: Outreach) -> None:
    office.enrolled("SH", "Sara Hill", "supervisor")
    office.json("AB", "vault", "configure", "--organisation", office.card, "--words-compared")
    _opened(office)
    # 08:10: what waits, by references.
    _signed(
        office, "safety_flag",
        "flag_code=destitute", "flag_set_at=2026-02-03T09:00:00.000+00:00",
    )  # fmt: skip
    listed = office.as_person("AB", "today").out
    assert CASE in listed
    assert "Gerta" not in listed
    # 09:40: in a café; the draft is there after the battery has died.
    office.json("AB", "doc", "new", CASE, "contact_note")
    office.json("AB", "doc", "set", CASE, "contact_note", "note_kind=visit", "note_safe=yes")
    shown = office.json("AB", "doc", "show", CASE, "contact_note")
    assert "Visit" in json.dumps(shown["answers"])
    office.json("AB", "doc", "sign", CASE, "contact_note")
    # 14:30: a visit with its timer.
    office.json("AB", "visit", "start", CASE, "--place", "Blue", "--with", "CC", "--minutes", "60")
    office.clock.forward(minutes=25)
    assert office.json("AB", "visit", "show")["visit"]["late_minutes"] == 0
    office.json("AB", "visit", "end")
    # The client withdraws a consent: whom to tell is listed.
    _signed(
        office, "consent",
        "con_kind=photo", "con_purpose=for a missing sheet", "con_explained=yes",
        "con_can_say_no=yes", "con_decision=given", "con_how_given=verbal_witness",
        "con_by_whom=client", "con_date=2026-02-03", "con_expires=2026-06-01",
    )  # fmt: skip
    office.json("AB", "consent", "withdraw", CASE, "consent", "--how", "in the car, to Anna")
    (standing,) = office.json("AB", "consent", "list", CASE)["consents"]
    assert standing["state"] == "withdrawn"
    # 17:40: a bundle for the supervisor; it is exported, and nobody has received it yet.
    before = office.json("AB", "vault", "status")
    reference = _carried(office, "AB", "SH", office.folder / "stick")
    assert office.json("SH", "doc", "list", reference)["documents"]
    (sent,) = office.json("AB", "bundle", "receipts")["sent"]
    assert not sent["arrived"]
    assert office.json("AB", "vault", "status") != before
    assert office.json("AB", "vault", "verify")["sound"] is True


def _as_night(office: Outreach) -> tuple[str | Path, ...]:
    """Let night staff in on the caseworker's laptop; return the options of their commands."""
    phrase = office.phrase("SH")
    office.json("AB", "vault", "people", "add", *NIGHT, *QUICK, "--new-passphrase-file", phrase)
    mine = ("--vault", office.vault("AB"), "--person", "NN", "--passphrase-file", phrase)
    request = office.folder / "NN.request"
    office.plain("vault", "request", "--out", request, *mine)
    office.as_manager("org", "enrol", office.card.parent, request, "--role", "night_staff")
    office.plain("vault", "enrol", "--organisation", office.card, "--words-compared", *mine)
    return mine


def test_a_night_in_the_house(office: Outreach) -> None:
    _opened(office)
    _signed(office, "risk_assessment", *_first_look())
    _signed(
        office, "safety_flag",
        "flag_code=destitute", "flag_set_at=2026-02-03T09:00:00.000+00:00",
    )  # fmt: skip
    mine = _as_night(office)
    # 22:00: the night sheet, without names.
    sheet = office.run("night", "sheet", *mine)
    assert sheet.code == 0, sheet.err
    assert "Destitute" in sheet.out
    assert NAME not in sheet.out
    # 03:10: what is not for the night is refused.
    for command in (
        ("doc", "new", CASE, "support_plan"),
        ("report", "make", "2026-Q1", "--audience", "public"),
    ):
        assert office.plain(*command, *mine, code=3)["error"] == "services.not-allowed"
    # 06:50: somebody did not come back; one page, and the card for whoever has no login.
    for name, out in (
        ("missing", office.folder / "missing.pdf"),
        ("card", office.folder / "c.pdf"),
    ):
        case = (CASE,) if name == "missing" else ()
        office.plain("night", name, *case, "--out", out, *mine)
        assert out.read_bytes().startswith(b"%PDF-")
    # 07:40: the note of the night, signed by whoever wrote it; the day team reads it.
    office.plain("doc", "new", CASE, "contact_note", *mine)
    office.plain(
        "doc", "set", CASE, "contact_note", "note_kind=night_note", "note_safe=yes",
        "note_facts=Slept from one to six.", *mine,
    )  # fmt: skip
    office.plain("doc", "sign", CASE, "contact_note", *mine)
    stick = office.folder / "stick"
    stick.mkdir()
    office.plain("bundle", "export", CASE, "--to", "AB", "--out", stick, *mine)
    assert all("Gerta" not in each.name for each in stick.iterdir())
    read = office.json("AB", "doc", "show", CASE, "contact_note", *DAY)
    assert "Slept from one to six." in json.dumps(read["answers"])
    history = office.json("AB", "doc", "history", CASE, "contact_note", *DAY)["history"]
    assert [each["by"] for each in history] == ["NN"]


def _first_look() -> tuple[str, ...]:
    return (
        "assessment_kind=immediate", "assessed_at=2026-02-03T09:00:00.000+00:00",
        "overall_level=high", "next_step=tonight", "b_gone_through=yes",
        "worker_signature_who=Anna Berg", "worker_signature_method=typed_name",
    )  # fmt: skip


def test_a_supervisors_friday(office: Outreach) -> None:
    office.enrolled("SH", "Sara Hill", "supervisor")
    office.json("AB", "vault", "configure", "--organisation", office.card, "--words-compared")
    _opened(office)
    office.json("AB", "doc", "new", CASE, "contact_note")
    office.json(
        "AB", "doc", "set", CASE, "contact_note", "note_kind=visit", "note_safe=yes",
        "note_facts=She says she is fine.",
    )  # fmt: skip
    office.json("AB", "doc", "sign", CASE, "contact_note")
    _signed(
        office, "safety_flag",
        "flag_code=destitute", "flag_set_at=2026-02-03T09:00:00.000+00:00",
    )  # fmt: skip
    # 08:45: one file is whole, one cut off, one comes twice.
    stick = office.folder / "stick"
    stick.mkdir()
    (sent,) = office.json("AB", "bundle", "export", CASE, "--to", "SH", "--out", stick)["files"]
    whole = Path(sent["file"])
    cut = stick / "cut.age"
    cut.write_bytes(whole.read_bytes()[:-2000])
    assert office.json("SH", "bundle", "verify", cut, code=5)["error"].startswith(
        ("bundle.", "crypto.")
    )
    assert office.json("SH", "bundle", "verify", whole)["arrival"] == "new"
    office.json("SH", "bundle", "import", whole, "--accept")
    (again,) = office.json("SH", "bundle", "import", whole)["bundles"]
    assert again["arrival"] != "new"
    # 09:00: what waits, the open flag first.
    waiting = office.as_person("SH", "review", "list").out
    assert waiting.index("flag") < waiting.index("note")
    assert "Gerta" not in waiting
    # 09:40: back with a question; 12:00: the list of the week.
    (case,) = office.json("SH", "case", "list")["cases"]
    office.json(
        "SH", "review", "return", case["reference"], "contact_note", "--text", "Which facts?"
    )
    assert "Gerta" not in office.as_person("SH", "review", "friday").out
    # 13:30: what was said goes back, one file.
    _carried(office, "SH", "AB", office.folder / "back")
    documents = office.json("AB", "doc", "list", CASE)["documents"]
    assert {each["name"]: each["state"] for each in documents}["contact_note"] == "returned"
    (bundle,) = office.json("AB", "bundle", "receipts")["sent"]
    assert bundle["arrived"]
    # 14:30: a draft of the quarter for partners: nothing small is shown.
    out = office.folder / "quarter.pdf"
    made = office.json("SH", "report", "make", "2026-Q1", "--audience", "partner", "--out", out)
    assert out.read_bytes().startswith(b"%PDF-")
    assert all(row[1:] != ["1"] for table in made["tables"] for row in table["rows"])
    # 16:00: somebody leaves.
    office.clock.forward(days=2)
    enrolled = office.plain("org", "show", office.card)["people"]
    serial = next(each["serial"] for each in enrolled if each["initials"] == "AB")
    office.as_manager(
        "org", "revoke", office.card.parent, "--serial", str(serial), "--why", "left",
        "--since", "2026-02-04",
    )  # fmt: skip
    office.json("SH", "vault", "configure", "--organisation", office.card)
    refused = office.json(
        "SH", "bundle", "export", case["reference"], "--to", "AB", "--out", stick, code=3
    )
    assert refused["error"]


def test_a_packagers_day(office: Outreach) -> None:
    _opened(office)
    # What holds for everybody is decided once, and shown on the laptop.
    office.as_manager("org", "decide", office.card.parent, "lock.minutes_alone=3")
    office.json("AB", "vault", "configure", "--organisation", office.card)
    settings = office.json("AB", "vault", "settings")["settings"]
    assert settings["lock.minutes_alone"] == "3"
    # A second user of the machine has the file and not the passphrase.
    wrong = ("--vault", office.vault("AB"), "--passphrase-file", office.phrase("SH"))
    assert office.plain("case", "list", *wrong, code=3)["error"]
    # A backup is whole, and opens elsewhere.
    copy = office.folder / "backup"
    office.json("AB", "vault", "backup", "--out", copy)
    to = office.folder / "restored"
    office.plain("vault", "restore", copy, "--to", to, "--passphrase-file", office.phrase("AB"))
    mine = ("--vault", to, "--passphrase-file", office.phrase("AB"))
    assert office.plain("vault", "verify", *mine)["sound"] is True
    # A clock that is years behind is told before anything is signed.
    office.clock.forward(days=-2500)
    office.json("AB", "doc", "new", CASE, "contact_note")
    office.json("AB", "doc", "set", CASE, "contact_note", "note_kind=visit", "note_safe=yes")
    refused = office.as_person("AB", "doc", "sign", CASE, "contact_note")
    assert refused.code == 3
    assert "clock" in refused.err
