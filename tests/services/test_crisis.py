"""What to do and whom to call in a crisis: the program's own, the organisation's, and its table."""

import csv
from pathlib import Path

import pytest

from outreach_app.domain.crisis import MOST_ROWS, CrisisNumber, crisis_changes, parse_crisis
from outreach_app.domain.errors import BrokenCrisisSteps
from outreach_app.domain.flags import FLAG_LEVELS
from outreach_app.policy import NothingDecided
from outreach_app.report.content import Field, PrintDocument
from outreach_app.services.configuration import Configuration, parse_configuration
from outreach_app.services.crisis import crisis_steps, on_call_numbers, shipped_crisis
from outreach_app.services.deciding_crisis import decide_crisis, read_crisis_table
from outreach_app.services.night.missing_sheet import compose_missing_sheet
from outreach_app.services.organisation import CARD_NAME, load_card
from outreach_app.services.shipped import forms_folder
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import install_configuration
from outreach_app.services.workspace import begin_workspace
from tests.services.builders import CaseBuilder
from tests.support.determinism import FrozenClock

TABLE = (
    b"flag,kind,words,number\n"
    b"suicide_plan,step,Open the door together,\n"
    b"suicide_plan,number,Crisis team,0161 496 0100\n"
    b",number,Our safeguarding lead,0161 496 0101\n"
)


def test_every_row_of_the_program_is_sound_and_says_where_it_comes_from() -> None:
    with (forms_folder() / "crisis.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(shipped_crisis().rows) == len(rows)
    assert {row["flag"] for row in rows} <= set(FLAG_LEVELS)
    assert all(row["source_title"] and row["source_date"] for row in rows)
    assert all("check before use" in row["note"] for row in rows if row["kind"] == "number")


def test_the_program_says_what_to_do_where_nothing_is_decided(office: Sitting) -> None:
    found = crisis_steps(office.configuration)
    assert found is shipped_crisis()
    assert found.steps("suicide_plan")[0].startswith("Ask what would help")
    assert CrisisNumber(who="Samaritans", number="116 123") in found.numbers("suicide_plan")
    assert found.numbers("destitute") == ()


def test_an_organisation_decides_its_own_for_every_laptop_and_takes_it_back(
    organisation: Path, office: Sitting, passphrases: dict[str, str], clock: FrozenClock
) -> None:
    rows = read_crisis_table(TABLE)
    card = decide_crisis(organisation, rows, passphrases["issuing"], now=clock())
    assert card.configuration.number == office.configuration.number + 1
    install_configuration(office, (organisation / CARD_NAME).read_bytes())
    found = crisis_steps(office.configuration)
    assert found.steps("suicide_plan") == ("Open the door together",)
    lead = CrisisNumber(who="Our safeguarding lead", number="0161 496 0101")
    assert found.numbers("suicide_plan") == (
        CrisisNumber(who="Crisis team", number="0161 496 0100"),
        lead,
    )
    assert found.numbers("destitute") == (lead,)
    with pytest.raises(NothingDecided):
        decide_crisis(organisation, rows, passphrases["issuing"], now=clock())
    decide_crisis(organisation, (), passphrases["issuing"], now=clock())
    again = load_card(organisation).configuration
    assert again.crisis == ()
    assert "crisis" not in again.body()
    assert crisis_steps(again) is shipped_crisis()


def test_a_table_of_a_newer_program_leaves_nobody_without_numbers(office: Sitting) -> None:
    newer = {"flag": "a_flag_of_tomorrow", "kind": "step", "words": "Wait", "number": ""}
    body = {**office.configuration.body(), "crisis": [newer]}
    known: Configuration = parse_configuration(office.configuration.organisation, body, "")
    assert known.body() == body
    assert crisis_steps(known) is shipped_crisis()


@pytest.mark.parametrize(
    "row",
    [
        {"flag": "no_such_flag", "kind": "step", "words": "Wait", "number": ""},
        {"flag": "", "kind": "song", "words": "Wait", "number": ""},
        {"flag": "", "kind": "step", "words": "", "number": ""},
        {"flag": "", "kind": "step", "words": "Wait", "number": "999"},
        {"flag": "", "kind": "number", "words": "Somebody", "number": "call me"},
        {"flag": "", "kind": "number", "words": "Somebody", "number": ""},
        {"flag": "", "kind": "step", "words": "Turned \u202e round", "number": ""},
        {"flag": "", "kind": "step", "words": "w" * 301, "number": ""},
    ],
)
def test_a_row_that_does_not_fit_is_named(row: dict[str, str]) -> None:
    sound = {"flag": "", "kind": "step", "words": "Breathe", "number": ""}
    with pytest.raises(BrokenCrisisSteps) as refused:
        parse_crisis([sound, row])
    assert refused.value.facts == {"row": 2}


def test_what_is_no_table_is_refused() -> None:
    for content in (b"\xff\xfe\x00", b"a,b\n1,2,3,4\n", b"flag,kind,words,number\n,step\n"):
        with pytest.raises(BrokenCrisisSteps):
            read_crisis_table(content)
    many = b"flag,kind,words,number\n" + b",step,Breathe,\n" * (MOST_ROWS + 1)
    with pytest.raises(BrokenCrisisSteps):
        read_crisis_table(many)
    assert read_crisis_table(b"") == ()


def test_the_missing_sheet_tells_every_manager_on_call_and_whom_else_to_call(
    case: CaseBuilder,
) -> None:
    case.opened()
    case.sitting.change_setting("safety.on_call", "07700 900112")
    case.sitting.change_setting("safety.on_call_third", "07700 900114")
    assert on_call_numbers(case.sitting) == ("07700 900112", "07700 900114")
    sheet = compose_missing_sheet(begin_workspace(case.sitting), case.record.subject)
    assert isinstance(sheet.content, PrintDocument)
    told = {
        each.label: each.value
        for each in sheet.content.sections[-1].entries
        if isinstance(each, Field)
    }
    assert told["Our manager on call"] == "07700 900112 · 07700 900114"
    assert told["Police"] == "101"


def test_rows_of_one_flag_change_where_they_stand_and_each_difference_is_told() -> None:
    before = parse_crisis(read_crisis_table(TABLE))
    door, team = before.own("suicide_plan")
    turned = before.with_own("suicide_plan", (team, door))
    assert [row["flag"] for row in turned.rows] == ["suicide_plan", "suicide_plan", ""]
    (order,) = crisis_changes(before, turned)
    assert (order.flag, order.gone, order.new) == ("suicide_plan", (), ())
    calm = {"flag": "destitute", "kind": "step", "words": "Breathe", "number": ""}
    added = before.with_own("destitute", (calm,))
    assert added.rows[-1] == calm
    assert [(each.flag, each.new) for each in crisis_changes(before, added)] == [
        ("destitute", (calm,))
    ]
    bare = before.with_own("", ()).with_own("suicide_plan", (door,))
    lost = {each.flag for each in crisis_changes(before, bare) if each.has_no_number}
    assert lost == {"", *FLAG_LEVELS}, "the number for every flag was the only one of the others"
    assert crisis_changes(before, before) == ()
