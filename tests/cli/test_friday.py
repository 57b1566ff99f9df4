"""`outreach review friday`: the list as text, for scripts, and as a PDF; refused to a caseworker."""

from tests.cli.office import Outreach

CASE = "HH-26-A001"


def test_a_supervisor_reads_and_writes_the_list(office: Outreach) -> None:
    office.enrolled("SH", "Sara Hill", "supervisor")
    found = office.json("SH", "review", "friday")
    assert set(found["parts"]) == {
        "flags", "reviews", "incidents", "my_word", "handovers", "referrals", "consents", "contacts", "drafts", "bundles",
        "laptops",
    }  # fmt: skip
    assert (found["chases"], found["chasing_minutes"]) == (0, 0)
    words = office.as_person("SH", "review", "friday").out
    assert "Open safety flags (0)" in words
    assert "Nothing has ever come from it" in words
    out = office.folder / "friday.pdf"
    written = office.json("SH", "review", "friday", "--out", out)
    assert written["written"] == str(out)
    assert out.read_bytes().startswith(b"%PDF")


def test_a_caseworker_is_refused(office: Outreach) -> None:
    assert office.as_person("AB", "review", "friday").code == 3
