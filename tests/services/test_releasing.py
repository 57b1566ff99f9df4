"""What a newer program brings: seen, released by the issuing key, in force on the laptops."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from outreach_app.policy import NothingDecided
from outreach_app.services.catalogue import Catalogue, convert_shipped, unreleased_forms
from outreach_app.services.configuration import Configuration
from outreach_app.services.errors import FormNotAllowed
from outreach_app.services.keeping.errors import BrokenTable, TablesMoved
from outreach_app.services.keeping.offer_words import differing_lines, offer_lines
from outreach_app.services.keeping.releasing import (
    Offer,
    ReleaseOrder,
    offered,
    release,
)
from outreach_app.services.keeping.tables import TABLES_NAME, Days, read_tables, write_tables
from outreach_app.services.organisation import (
    CARD_NAME,
    News,
    Tables,
    load_card,
    open_card_key,
    publish,
)
from outreach_app.services.sitting import Sitting
from outreach_app.services.vaults import install_configuration
from outreach_app.store.forms import StoredForm
from tests.support.determinism import FrozenClock

MISSING = "breach_report"


@pytest.fixture
def issuing(passphrases: dict[str, str]) -> str:
    return passphrases["issuing"]


@pytest.fixture
def older(organisation: Path, issuing: str, clock: FrozenClock) -> Path:
    """An organisation that was founded with a program that knew less."""
    card = load_card(organisation)
    held = card.configuration
    limits = [dict(row) for row in held.timescales if row["code"] != MISSING]
    limits[0]["value"] = "9"
    limits[1]["checked_on"] = "2020-01-01"
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


def test_a_new_organisation_lacks_nothing(organisation: Path) -> None:
    assert offered(_configuration(organisation)) == Offer()


def test_what_is_missing_is_offered_and_what_the_organisation_wrote_stays(
    older: Path, issuing: str, clock: FrozenClock
) -> None:
    offer = offered(_configuration(older))
    assert [name for name, _hash in offer.forms] == ["consent"]
    assert {row["code"] for row in offer.limits} == {MISSING}
    assert len(offer.checked) == len(offer.holidays) == len(offer.differing) == 1
    lines = offer_lines(offer, {})
    assert "Form: Consent" in lines
    assert any(
        line.startswith("New time limit: Breach report, England and Wales") for line in lines
    )
    assert "9 working days" in differing_lines(offer)[0]
    card = release(older, ReleaseOrder(offer), issuing, now=clock())
    after = card.configuration
    assert "0" * 64 in after.forms, "a laptop with an older program goes on"
    assert after.timescales[0]["value"] == "9"
    rest = offered(after)
    assert rest.is_empty
    assert len(rest.differing) == 1
    with pytest.raises(NothingDecided):
        release(older, ReleaseOrder(rest), issuing, now=clock())


def test_a_laptop_begins_on_a_form_once_it_is_released(
    older: Path, office: Sitting, issuing: str, clock: FrozenClock
) -> None:
    install_configuration(office, (older / CARD_NAME).read_bytes())
    catalogue = Catalogue(office)
    catalogue.install_shipped()
    assert unreleased_forms(office) == 1
    with pytest.raises(FormNotAllowed):
        catalogue.newest("consent")
    release(older, ReleaseOrder(offered(_configuration(older))), issuing, now=clock())
    install_configuration(office, (older / CARD_NAME).read_bytes())
    catalogue.install_shipped()
    assert unreleased_forms(office) == 0
    assert catalogue.newest("consent").form_hash == convert_shipped("consent").form_hash
    assert office.configuration.time_limits().find(MISSING, office.today(), "EW") is not None


def test_older_forms_are_retired_on_request(older: Path, issuing: str, clock: FrozenClock) -> None:
    order = ReleaseOrder(offered(_configuration(older)), retires=True)
    card = release(older, order, issuing, now=clock())
    assert "0" * 64 not in card.configuration.forms


def test_an_offer_that_is_not_what_was_seen_is_refused(
    older: Path, issuing: str, clock: FrozenClock
) -> None:
    number = _configuration(older).number
    with pytest.raises(TablesMoved):
        release(older, ReleaseOrder(Offer()), issuing, now=clock())
    assert _configuration(older).number == number


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
    file = write_tables(held, tmp_path)
    assert file.name == TABLES_NAME
    assert read_tables(file) == Days(held.timescales, held.bank_holidays)
    # A number and a day, as a spreadsheet keeps what is typed.
    _typed(file, "Time limits", "C2", 6)
    _typed(file, "Bank holidays", "B2", datetime(2027, 1, 4, tzinfo=None))  # noqa: DTZ001  a sheet has none
    card = release(
        organisation, ReleaseOrder(offered(held), days=read_tables(file)), issuing, now=clock()
    )
    assert card.configuration.timescales[0]["value"] == "6"
    assert card.configuration.timescales[1:] == held.timescales[1:]
    assert card.configuration.bank_holidays[0]["date"] == "2027-01-04"
    assert card.configuration.bank_holidays[1:] == held.bank_holidays[1:]


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "said"),
    [
        ("Time limits", "A1", "kode", "1: the column “code” is missing"),
        ("Time limits", "C2", "five", "2: “value” does not fit"),
        ("Time limits", "F3", "12/13/2022", "3: “effective_from” does not fit"),
        ("Time limits", "F3", "2022-12-13", "3: this rule stands there twice"),
        ("Bank holidays", "B2", "3 January 2022", "2: “date” is no day like"),
        ("Bank holidays", "A3", "XX", "3: “jurisdiction” does not fit"),
    ],
    ids=["column", "number", "day", "twice", "holiday", "nation"],
)
def test_a_cell_that_does_not_fit_is_named(
    sheet: str, cell: str, value: str, said: str, organisation: Path, tmp_path: Path
) -> None:
    file = _typed(write_tables(_configuration(organisation), tmp_path), sheet, cell, value)
    with pytest.raises(BrokenTable) as refused:
        read_tables(file)
    facts = refused.value.facts
    assert facts["sheet"] == sheet
    assert said in f"{facts['row']}: {facts['what']}"


def test_what_the_program_counts_by_must_be_there(organisation: Path, tmp_path: Path) -> None:
    held = _configuration(organisation)
    less = tuple(row for row in held.timescales if row["code"] != MISSING)
    for tables in (
        replace(held, timescales=less),
        replace(
            held, bank_holidays=tuple(r for r in held.bank_holidays if r["jurisdiction"] != "NI")
        ),
    ):
        with pytest.raises(BrokenTable) as refused:
            read_tables(write_tables(tables, tmp_path))
        assert any(each in str(refused.value.facts["what"]) for each in (MISSING, "NI"))


def test_what_is_no_spreadsheet_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"code,value\n", b"PK\x03\x04 not really", b"\xff" * 100):
        file = tmp_path / "x.xlsx"
        file.write_bytes(content)
        with pytest.raises(BrokenTable) as refused:
            read_tables(file)
        assert "no spreadsheet" in str(refused.value.facts["what"])
    empty = tmp_path / "empty.xlsx"
    openpyxl.Workbook().save(empty)
    with pytest.raises(BrokenTable) as missing:
        read_tables(empty)
    assert "the sheet is missing" in str(missing.value.facts["what"])


def test_what_a_spreadsheet_takes_for_a_formula_comes_back_as_it_was(
    organisation: Path, tmp_path: Path
) -> None:
    held = _configuration(organisation)
    rows = ({**held.timescales[0], "note": "=1+1"}, *held.timescales[1:])
    file = write_tables(replace(held, timescales=rows), tmp_path)
    assert openpyxl.load_workbook(file)["Time limits"]["L2"].value == "'=1+1"
    assert read_tables(file).limits == rows


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
