"""What a newer program brings: seen, released by the issuing key, in force on the laptops."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from outreach_app.domain.timescales import parse_timescales
from outreach_app.policy import NothingDecided
from outreach_app.services.catalogue import Catalogue, convert_shipped, unreleased_forms
from outreach_app.services.configuration import Configuration, OrganisationCard
from outreach_app.services.errors import FormNotAllowed
from outreach_app.services.keeping import releasing
from outreach_app.services.keeping.errors import BrokenTable, TablesMoved
from outreach_app.services.keeping.offer_words import change_lines, differing_lines, offer_lines
from outreach_app.services.keeping.releasing import (
    UNTOUCHED,
    Offer,
    Wanted,
    adopted,
    days_of,
    days_with,
    offered,
    release,
    tables_with,
)
from outreach_app.services.keeping.table_rules import check_limits
from outreach_app.services.keeping.tables import TABLES_NAME, Days, read_tables, write_tables
from outreach_app.services.organisation import (
    CARD_NAME,
    News,
    Tables,
    load_card,
    open_card_key,
    publish,
)
from outreach_app.services.shipped import timescale_rows
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import install_configuration
from outreach_app.store.forms import StoredForm
from tests.support.determinism import FrozenClock

MISSING = "breach_report"
TODAY = date(2026, 6, 1)
FIRST_UNITS = {
    "hours", "days", "working_days", "months", "years", "birthday", "row", "times",
    "days_before", "months_before",
}  # fmt: skip


@pytest.fixture
def issuing(passphrases: dict[str, str]) -> str:
    return passphrases["issuing"]


@pytest.fixture
def older(organisation: Path, issuing: str, clock: FrozenClock) -> Path:
    """An organisation that was founded with a program that knew less, and counts one limit itself."""
    card = load_card(organisation)
    held = card.configuration
    limits = [dict(row) for row in held.timescales if row["code"] != MISSING]
    limits[0] |= {"value": "9", "checked_by": "Helen"}
    limits[1]["checked_on"] = "2020-01-01"
    limits[2]["value"] = "45"
    consent = convert_shipped("consent").form_hash
    tables = Tables(
        forms=(*(each for each in held.forms if each != consent), "0" * 64),
        timescales=tuple(limits),
        bank_holidays=held.bank_holidays[:-1],
    )
    key = open_card_key(organisation, card, issuing)
    publish(organisation, card, key, News(tables=tables), now=clock())
    return organisation


def _configuration(folder: Path) -> Configuration:
    return load_card(folder).configuration


def _take_all(folder: Path, issuing: str, clock: FrozenClock) -> OrganisationCard:
    held = _configuration(folder)
    tables = tables_with(held, days_with(held, offered(held), Wanted()), Wanted())
    return release(folder, held.number, tables, issuing, now=clock())


def test_a_new_organisation_lacks_nothing(organisation: Path) -> None:
    assert offered(_configuration(organisation)) == Offer()


def test_the_shipped_table_has_units_that_the_first_release_knows() -> None:
    # An older program refuses the whole table for a unit that it does not know.
    assert {row["unit"] for row in timescale_rows()} <= FIRST_UNITS


def test_what_is_missing_is_offered_and_what_the_organisation_wrote_stays(
    older: Path, issuing: str, clock: FrozenClock
) -> None:
    held = _configuration(older)
    offer = offered(held)
    assert [name for name, _hash in offer.forms] == ["consent"]
    assert {row["code"] for row in offer.limits} == {MISSING}
    counts = [offer.changed, offer.checked, offer.holidays, offer.differing]
    assert [len(each) for each in counts] == [1, 1, 1, 1]
    lines = offer_lines(offer, {})
    assert "Form: Consent" in lines
    assert any(
        each.startswith("New time limit: Breach report, England and Wales") for each in lines
    )
    assert any("30 days, from 13 December 2022; until now 45 days" in each for each in lines)
    assert "9 working days" in differing_lines(offer)[0]
    after = _take_all(older, issuing, clock).configuration
    assert "0" * 64 in after.forms, "a laptop with an older program goes on"
    assert after.timescales[0]["value"] == "9"
    rest = offered(after)
    assert rest.is_empty
    assert len(rest.differing) == 1
    with pytest.raises(NothingDecided):
        _take_all(older, issuing, clock)


def test_each_kind_can_be_left_as_it_is(older: Path) -> None:
    held = _configuration(older)
    offer = offered(held)
    for kind, unchanged in (
        ("forms", "forms"),
        ("limits", "timescales"),
        ("holidays", "bank_holidays"),
    ):
        wanted = Wanted(**{kind: False})
        tables = tables_with(held, days_with(held, offer, wanted), wanted)
        same = {
            name
            for name in ("forms", "timescales", "bank_holidays")
            if sorted(map(str, getattr(tables, name))) == sorted(map(str, getattr(held, name)))
        }
        assert same == {unchanged}


def test_what_was_removed_or_dated_anew_is_not_offered_again(
    organisation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = _configuration(organisation)
    fewer = tuple(row for row in held.bank_holidays if "Good Friday" not in row["label"])
    moved = ({**held.timescales[0], "effective_from": "2023-01-01"}, *held.timescales[1:])
    assert offered(replace(held, bank_holidays=fewer, timescales=moved)).is_empty
    # A rule that is newer than the organisation's own is.
    newer = {**held.timescales[0], "effective_from": "2027-04-01", "value": "10"}
    monkeypatch.setattr(releasing, "timescale_rows", lambda: (*timescale_rows(), newer))
    assert offered(replace(held, timescales=moved)).limits == (newer,)


def test_a_laptop_begins_on_a_form_once_it_is_released(
    older: Path, office: Sitting, issuing: str, clock: FrozenClock
) -> None:
    install_configuration(office, (older / CARD_NAME).read_bytes())
    catalogue = Catalogue(office)
    catalogue.install_shipped()
    assert unreleased_forms(office) == 1
    with pytest.raises(FormNotAllowed):
        catalogue.newest("consent")
    _take_all(older, issuing, clock)
    install_configuration(office, (older / CARD_NAME).read_bytes())
    catalogue.install_shipped()
    assert unreleased_forms(office) == 0
    assert catalogue.newest("consent").form_hash == convert_shipped("consent").form_hash
    assert office.configuration.time_limits().find(MISSING, office.today(), "EW") is not None


def test_tables_made_from_another_file_are_not_signed(
    older: Path, issuing: str, clock: FrozenClock, tmp_path: Path
) -> None:
    held = _configuration(older)
    seen = tables_with(held, days_with(held, offered(held), Wanted()), Wanted())
    file = write_tables(days_of(held), held.number, tmp_path)
    card = _take_all(older, issuing, clock)
    with pytest.raises(TablesMoved):
        release(older, held.number, seen, issuing, now=clock())
    with pytest.raises(BrokenTable) as refused:
        read_tables(file, card.configuration.number, TODAY)
    assert "save it anew" in str(refused.value.facts["what"])
    assert _configuration(older) == card.configuration


def _typed(file: Path, sheet: str, cell: str, value: str | int | datetime) -> Path:
    """Change a cell as somebody does in a spreadsheet, and save."""
    book = openpyxl.load_workbook(file)
    book[sheet][cell] = value
    book.save(file)
    return file


def test_tables_go_to_a_spreadsheet_and_come_back(
    organisation: Path, issuing: str, clock: FrozenClock, tmp_path: Path
) -> None:
    held = _configuration(organisation)
    file = write_tables(days_of(held), held.number, tmp_path)
    assert file.name == TABLES_NAME
    assert read_tables(file, held.number, TODAY) == days_of(held)
    # A number and a day, as a spreadsheet keeps what is typed.
    _typed(file, "Time limits", "C2", 6)
    _typed(file, "Time limits", "F4", "20221213")
    _typed(file, "Bank holidays", "B2", datetime(2021, 12, 27))  # noqa: DTZ001  sheets know no zone
    days = adopted(held, read_tables(file, held.number, TODAY))
    assert days.limits[0]["checked_by"] != UNTOUCHED, "nobody else checked what was changed here"
    tables = tables_with(held, days, Wanted())
    lines = change_lines(held, tables, {})
    assert str(lines[0]).startswith(
        "Changed: RG decision target, England and Wales: 6 working days"
    )
    assert [str(each) for each in lines[1:]] == [
        "Bank holiday in England and Wales: 27 December 2021, New Year’s Day (substitute)",
        "No bank holiday any more in England and Wales: 3 January 2022",
    ]
    card = release(organisation, held.number, tables, issuing, now=clock())
    assert card.configuration.timescales[0]["value"] == "6"
    assert card.configuration.timescales[1:] == held.timescales[1:]
    assert offered(card.configuration).is_empty


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "said"),
    [
        ("Time limits", "A1", "kode", "1: the column “code” is missing"),
        ("Time limits", "C2", "five", "2: “value” is no whole number"),
        ("Time limits", "F3", "12/13/2022", "3: “effective_from” is no day like 2027-01-01"),
        ("Time limits", "A9", "moveon_negative_cg", "9: this rule stands there twice"),
        ("Bank holidays", "B2", "3 January 2022", "2: “date” is no day like"),
        ("Bank holidays", "A3", "XX", "3: “jurisdiction” does not fit"),
        ("Bank holidays", "B3", "2022-W01-1", "3: this day stands there twice"),
    ],
    ids=["column", "number", "day", "twice", "holiday", "nation", "holiday twice"],
)
def test_a_cell_that_does_not_fit_is_named(
    sheet: str, cell: str, value: str, said: str, organisation: Path, tmp_path: Path
) -> None:
    held = _configuration(organisation)
    file = _typed(write_tables(days_of(held), held.number, tmp_path), sheet, cell, value)
    with pytest.raises(BrokenTable) as refused:
        read_tables(file, held.number, TODAY)
    facts = refused.value.facts
    assert facts["sheet"] == sheet
    assert said in f"{facts['row']}: {facts['what']}"


@pytest.mark.parametrize(
    ("code", "change", "said"),
    [
        ("cg_decision_earliest", {"value": "cg_decision_earliest"}, "in a circle"),
        ("cg_decision_earliest", {"value": "no_such"}, "counts by “no_such”"),
        ("plan_review", {"unit": "hours"}, "counts this one in days"),
        ("plan_review", {"unit": "days_before"}, "counts this one in days"),
        ("plan_review", {"unit": "times"}, "counts this one in days"),
        ("plan_review", {"value": "99999999999"}, "above 14640"),
        ("plan_review", {"value": "-28"}, "below 0"),
        ("plan_review", {"value": "7,5"}, "a single number"),
        ("plan_review", {"effective_from": "2030-01-01"}, "nothing holds on 2009-04-01"),
        ("plan_review", {"effective_to": "2025-01-01"}, "nothing holds on 2026-06-01"),
        ("plan_review", {"effective_to": "2001-01-01"}, "ends before it begins"),
        ("plan_review", {"jurisdiction": "England"}, "“jurisdiction” does not fit"),
        ("plan_review", {"jurisdiction": "NI"}, "nothing holds on"),
        ("retention_adult", {"value": "9999"}, "above 40"),
        ("retention_child", {"unit": "years"}, "counts this one in birthday"),
        ("breach_report", {"unit": "days", "value": "3"}, "counts this one in hours"),
    ],
)
def test_a_table_by_which_a_clock_would_stop_or_run_wild_is_refused(
    code: str, change: Mapping[str, str], said: str
) -> None:
    rows = [{**row, **change} if row["code"] == code else dict(row) for row in timescale_rows()]
    with pytest.raises(BrokenTable) as refused:
        check_limits(rows, TODAY)
    assert said in str(refused.value.facts["what"])
    assert rows[int(str(refused.value.facts["row"])) - 2]["code"] == code


def test_follow_ups_of_a_new_rule_take_the_place_of_the_old_ones() -> None:
    row = next(each for each in timescale_rows() if each["code"] == "exit_followup")
    newer = {**row, "effective_from": "2026-01-01", "value": "14 42"}
    table = [*map(dict, timescale_rows()), newer]
    check_limits(table, TODAY)
    limits = parse_timescales(table, "")
    before, after = (
        limits.dues("exit_followup", day) for day in (date(2025, 5, 1), date(2026, 5, 1))
    )
    assert [each.due.isoformat() for each in after] == ["2026-05-15", "2026-06-12"]
    assert len(before) == 3


def test_what_the_program_counts_by_must_be_there(organisation: Path, tmp_path: Path) -> None:
    held = _configuration(organisation)
    less = tuple(row for row in held.timescales if row["code"] != MISSING)
    no_nation = tuple(row for row in held.bank_holidays if row["jurisdiction"] != "NI")
    for days, said in (
        (Days(less, held.bank_holidays), MISSING),
        (Days(held.timescales, no_nation), "NI"),
    ):
        with pytest.raises(BrokenTable) as refused:
            read_tables(write_tables(days, held.number, tmp_path), held.number, TODAY)
        assert said in str(refused.value.facts["what"])


def test_what_is_no_spreadsheet_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"code,value\n", b"PK\x03\x04 not really", b"\xff" * 100):
        file = tmp_path / "x.xlsx"
        file.write_bytes(content)
        with pytest.raises(BrokenTable) as refused:
            read_tables(file, 1, TODAY)
        assert "no spreadsheet" in str(refused.value.facts["what"])
    empty = tmp_path / "empty.xlsx"
    openpyxl.Workbook().save(empty)
    with pytest.raises(BrokenTable) as missing:
        read_tables(empty, 1, TODAY)
    assert "the sheet is missing" in str(missing.value.facts["what"])


def test_what_a_spreadsheet_takes_for_a_formula_comes_back_as_it_was(
    organisation: Path, tmp_path: Path
) -> None:
    held = _configuration(organisation)
    rows = ({**held.timescales[0], "note": "=1+1"}, *held.timescales[1:])
    file = write_tables(Days(rows, held.bank_holidays), held.number, tmp_path)
    assert openpyxl.load_workbook(file)["Time limits"]["L2"].value == "'=1+1"
    assert read_tables(file, held.number, TODAY).limits == rows


def test_the_newest_form_is_the_one_with_the_highest_version(office: Sitting) -> None:
    forms = office.vault.forms

    def stored(version: str, at: str) -> StoredForm:
        return StoredForm(
            form_hash=f"hash {version}",
            form_id="own_form",
            version=version,
            title="Own form",
            allowed=True,
            stored_at=at,
        )

    with office.vault.transaction(office.act("forms.installed")):
        forms.add(stored("10", "2026-01-01T00:00:00Z"), b"<x/>")
        forms.add(stored("9", "2026-02-01T00:00:00Z"), b"<y/>")
    assert forms.newest("own_form").version == "10", "an older version came in later"
