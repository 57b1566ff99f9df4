"""`outreach merge` with two laptops: a draft that was overtaken, brought along or signed apart."""

from tests.cli.office import Outreach

CASE, NOTE = "HH-26-A001", "contact_note"
FACTS = "note_facts"


def carry(office: Outreach, sender: str, to: str, case: str) -> dict[str, object]:
    """Carry a case, as the sender calls it, to another laptop; return what acceptance says."""
    out = office.folder / f"from {sender}"
    out.mkdir()
    office.json(sender, "bundle", "export", case, "--to", to, "--out", out)
    (file,) = out.glob("*.age")
    (only,) = office.json(to, "bundle", "import", file, "--accept")["bundles"]
    found: dict[str, object] = only["accepted"]
    return found


def test_a_draft_that_was_overtaken_is_brought_along(office: Outreach) -> None:
    office.enrolled("SH", "Sara Hill", "supervisor")
    office.json("AB", "vault", "configure", "--organisation", office.card, "--words-compared")
    office.json("AB", "doc", "new", CASE, NOTE)
    office.json(
        "AB", "doc", "set", CASE, NOTE, "note_kind=visit", "note_safe=yes", f"{FACTS}=We met."
    )
    office.json("AB", "doc", "sign", CASE, NOTE)
    carry(office, "AB", "SH", CASE)
    case = office.json("SH", "case", "list")["cases"][0]["reference"]
    office.json("AB", "doc", "set", CASE, NOTE, f"{FACTS}=We met at nine.")
    office.clock.forward(minutes=5)
    office.json("SH", "doc", "set", case, NOTE, f"{FACTS}=We met at noon.", "note_kind=phone")
    office.json("SH", "doc", "sign", case, NOTE)
    assert carry(office, "SH", "AB", case)["overtaken"]
    assert office.json("AB", "doc", "show", CASE, NOTE)["newer"]["by"] == "SH"
    said = office.as_person("AB", "doc", "show", CASE, NOTE).out
    assert "SH signed a newer version on 3 February 2026" in said
    (listed,) = office.json("AB", "doc", "list", CASE)["documents"][-1:]
    assert (listed["name"], listed["overtaken"]) == (NOTE, True)
    refused = office.json("AB", "doc", "sign", CASE, NOTE, code=3)
    assert refused["error"] == "services.draft-overtaken"
    (draft,) = office.json("AB", "merge", "list")["drafts"]
    assert draft["form"] == NOTE
    view = office.json("AB", "merge", "show", CASE, NOTE)
    (conflict,) = view["conflicts"]
    assert [each["value"] for each in conflict["versions"]] == [
        "We met at nine.",
        "We met at noon.",
    ]
    assert [each["new"] for each in view["taken"]] == ["Phone"]
    undecided = office.json("AB", "merge", "draft", CASE, NOTE, code=3)
    assert undecided["error"] == "services.undecided-conflicts"
    done = office.json("AB", "merge", "draft", CASE, NOTE, f"{FACTS}=text:Between nine and noon.")
    assert done["base"] == [view["newer"]["revision"]]
    shown = office.json("AB", "doc", "show", CASE, NOTE)
    assert shown["newer"] is None
    assert "Between nine and noon." in {each["text"] for each in shown["answers"]}
    office.json("AB", "doc", "sign", CASE, NOTE)
    assert office.json("AB", "merge", "list") == {"conflicted": [], "drafts": []}
