"""`outreach visit`: a visit is started, shown, put off and ended, each time as text and for scripts."""

from tests.cli.office import Outreach

CASE = "HH-26-A001"
ORDER = ("visit", "start", CASE, "--place", "Blue", "--minutes", "45", "--with", "DF")


def test_a_visit_runs_from_its_start_to_the_begun_note(office: Outreach) -> None:
    assert office.json("AB", "visit", "show") == {"visit": None}
    assert "No visit under way." in office.as_person("AB", "visit", "show").out
    started = office.json("AB", *ORDER)["visit"]
    assert (started["case"], started["late_minutes"]) == (CASE, 0)
    assert started["back_by"] > started["started_at"]
    shown = office.as_person("AB", "visit", "show")
    assert "Call expected by" in shown.out
    later = office.json("AB", "visit", "later", "--minutes", "120")["visit"]
    assert later["back_by"] > started["back_by"]
    assert later["started_at"] == started["started_at"]
    ended = office.json("AB", "visit", "end")
    assert ended["case"] == CASE
    note = office.json("AB", "doc", "show", CASE, "contact_note")
    assert "note_kind" in str(note["answers"])
    assert ended["document"].startswith("d_")
    assert office.json("AB", "visit", "show") == {"visit": None}


def test_a_call_that_is_late_says_so_and_what_to_do(office: Outreach) -> None:
    office.json("AB", *ORDER)
    office.clock.forward(minutes=50)
    shown = office.json("AB", "visit", "show")["visit"]
    assert shown["late_minutes"] == 5
    words = office.as_person("AB", "visit", "show").out
    assert "The call is late by 5 minutes." in words
    assert "If no call:" in words


def test_what_cannot_be_is_refused_in_words(office: Outreach) -> None:
    for command in (("visit", "later"), ("visit", "end")):
        refused = office.as_person("AB", *command)
        assert refused.code == 3
        assert "visit" in refused.err
    office.json("AB", *ORDER)
    assert office.as_person("AB", *ORDER).code == 3
    assert office.as_person("AB", "visit", "start", "HH-26-A999", "--place", "Blue").code == 3
    assert office.json("AB", "visit", "show")["visit"]["case"] == CASE


def test_without_a_rule_nobody_goes_alone(office: Outreach) -> None:
    alone = office.as_person("AB", "visit", "start", CASE, "--place", "Blue", "--minutes", "45")
    assert alone.code == 3
    assert "two people" in alone.err


def test_minutes_have_their_bounds(office: Outreach) -> None:
    for minutes in ("14", "241"):
        answer = office.as_person(
            "AB", "visit", "start", CASE, "--place", "Blue", "--with", "DF", "--minutes", minutes
        )
        assert answer.code == 3
    assert office.json("AB", "visit", "show") == {"visit": None}
