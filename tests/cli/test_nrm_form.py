"""`outreach case nrm-form` and approvals by telephone, headless."""

from pathlib import Path

from tests.cli.office import Outreach
from tests.report.tools import pages

CASE = "HH-26-A001"


def test_what_the_home_office_form_still_lacks_is_listed_and_printed(
    office: Outreach, tmp_path: Path
) -> None:
    office.json("AB", "doc", "new", CASE, "nrm_explanation")
    found = office.json("AB", "case", "nrm-form", CASE)
    assert found["sections"][0]["title"] == "First Responder"
    assert "Nationality" in found["missing"]
    out = tmp_path / "sheet.pdf"
    written = office.json("AB", "case", "nrm-form", CASE, "--out", out)
    assert written["written"] == str(out)
    text = " ".join(pages(out.read_bytes()))
    assert "Still missing" in text
    assert "Nationality" in text


def test_an_approval_by_telephone_is_a_paper_like_any_other(office: Outreach) -> None:
    office.json("AB", "doc", "new", CASE, "referral_approval")
    refused = office.json("AB", "doc", "sign", CASE, "referral_approval", code=3)
    assert refused["error"] == "services.unfinished"
    shown = office.json("AB", "doc", "show", CASE, "referral_approval", "--missing")
    assert "approval_section/pa_words" in {each["question"] for each in shown["needed"]}
