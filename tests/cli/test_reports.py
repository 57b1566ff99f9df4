"""`outreach report` make, show, check and quality, as a supervisor and as others."""

import openpyxl

from tests.cli.office import Outreach


def test_a_report_is_made_listed_shown_and_checked(office: Outreach) -> None:
    office.enrolled("SH", "Sara Hill", "supervisor")
    out = office.folder / "report.xlsx"
    made = office.json("SH", "report", "make", "2026-Q1", "--audience", "internal", "--out", out)
    assert made["number"] == 1
    assert made["facts"]["Period"] == "January to March 2026"
    codes = {each["code"] for each in made["tables"]}
    assert {"S1.1", "S2.6", "S3.2", "S4.1", "S5"} <= codes
    assert openpyxl.load_workbook(out).sheetnames[0] == "Report"
    (listed,) = office.json("SH", "report", "show")["reports"]
    assert (listed["number"], listed["audience"]) == (1, "internal")
    assert office.json("SH", "report", "show", "1")["tables"] == made["tables"]
    assert office.json("SH", "report", "check", "1")["same_counts"] is True
    assert office.json("SH", "report", "quality", "2026-Q1") == {"repairs": []}
    words = office.as_person("SH", "report", "show", "1")
    assert "S1 PEOPLE" in words.out


def test_a_caseworker_is_refused(office: Outreach) -> None:
    said = office.as_person("AB", "report", "make", "2026-Q1", "--audience", "public")
    assert said.code == 3
    assert "supervisor" in said.err
    assert office.as_person("AB", "report", "show").code == 3


def test_what_is_no_period_or_no_report_is_said(office: Outreach) -> None:
    office.enrolled("SH", "Sara Hill", "supervisor")
    said = office.as_person("SH", "report", "make", "spring", "--audience", "internal")
    assert (said.code, "quarter" in said.err) == (3, True)
    said = office.as_person("SH", "report", "check", "4")
    assert (said.code, "number 4" in said.err) == (3, True)
