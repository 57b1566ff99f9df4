"""The forms of a vault: installed once, released by the organisation, loaded from their cache."""

from dataclasses import replace
from pathlib import Path

import pytest

from outreach_app.engine.errors import BrokenForm
from outreach_app.services.catalogue import (
    Catalogue,
    convert_shipped,
    load_source,
    shipped_form_hashes,
    shipped_form_ids,
)
from outreach_app.services.errors import FormNotAllowed, UnknownForm
from outreach_app.services.sitting import Sitting

OWN_FORM = """
| survey |
| | type | name | label |
| | text | greeting | Greeting |
| settings |
| | form_title | form_id | version |
| | {title} | own_form | 1 |
"""


def own_xml(folder: Path, title: str = "Our own") -> bytes:
    path = folder / "own_form.md"
    path.write_text(OWN_FORM.format(title=title), "utf-8")
    converted, _definition = load_source(path)
    return converted.xml


def test_all_shipped_forms_are_put_in_once(office: Sitting) -> None:
    catalogue = Catalogue(office)
    catalogue.install_shipped()
    before = office.vault.journal.head().n
    assert catalogue.install_shipped() == ()
    assert office.vault.journal.head().n == before
    for form_id in shipped_form_ids():
        assert catalogue.newest(form_id).form_hash == convert_shipped(form_id).form_hash
    assert {each.form_hash for each in office.vault.forms.all()} == set(shipped_form_hashes())


def test_a_title_is_known_without_loading_the_form(office: Sitting) -> None:
    Catalogue(office).install_shipped()
    catalogue = Catalogue(office)
    for form_id in shipped_form_ids():
        assert catalogue.title(form_id)
    assert catalogue.loaded(shipped_form_hashes()) == {}
    assert catalogue.title("client") == catalogue.newest("client").title
    with pytest.raises(UnknownForm):
        catalogue.title("own_form")


def test_forms_are_loaded_in_steps_one_at_a_time_and_unknown_ones_left_out(office: Sitting) -> None:
    Catalogue(office).install_shipped()
    catalogue = Catalogue(office)
    counts = [
        len(catalogue.loaded(shipped_form_hashes()))
        for _step in catalogue.loading(["consent", "client", "own_form", "client"])
    ]
    assert set(counts) == {0, 1, 2}, "there are steps within the loading of one form"
    assert counts == sorted(counts)
    assert counts[-1] == 2


def test_only_released_forms_begin_new_documents(office: Sitting) -> None:
    contact_note = convert_shipped("contact_note").form_hash
    fewer = tuple(each for each in office.configuration.forms if each != contact_note)
    office.card = replace(
        office.card, configuration=replace(office.configuration, number=99, forms=fewer)
    )
    catalogue = Catalogue(office)
    catalogue.install_shipped()
    with pytest.raises(FormNotAllowed):
        catalogue.newest("contact_note")
    assert catalogue.newest("client").form_id == "client"
    assert catalogue.definition(contact_note).form_id == "contact_note"


def test_a_form_from_a_bundle_shows_what_came_and_begins_nothing(
    office: Sitting, tmp_path: Path
) -> None:
    catalogue = Catalogue(office)
    xml = own_xml(tmp_path)
    with office.vault.transaction(office.act("test.arrived")):
        assert catalogue.keep_foreign(xml)
        assert not catalogue.keep_foreign(xml)
    with pytest.raises(FormNotAllowed):
        catalogue.newest("own_form")
    (stored,) = [each for each in office.vault.forms.all() if each.form_id == "own_form"]
    assert catalogue.definition(stored.form_hash).title == "Our own"
    assert catalogue.xform(stored.form_hash) == xml
    with pytest.raises(BrokenForm):
        catalogue.keep_foreign(b"<html/>")


def test_a_damaged_cache_is_made_again(office: Sitting) -> None:
    form_hash = convert_shipped("contact_note").form_hash
    wanted = Catalogue(office).definition(form_hash)
    database = office.vault.database
    with database.transaction():
        database.execute("UPDATE forms SET cache = x'00'")
    assert Catalogue(office).definition(form_hash).questions == wanted.questions


def test_unknown_forms_are_refused(office: Sitting) -> None:
    catalogue = Catalogue(office)
    with pytest.raises(UnknownForm):
        catalogue.newest("no_such_form")
    with pytest.raises(UnknownForm):
        catalogue.definition("0" * 64)
    with pytest.raises(UnknownForm):
        convert_shipped("no_such_form")


def test_a_broken_source_says_where(tmp_path: Path) -> None:
    path = tmp_path / "broken.md"
    path.write_text(
        "| survey |\n| | type | name | label | relevant |\n"
        "| | text | one | One | ${nowhere} = 1 |\n| | text | two | Two | |\n"
        "| settings |\n| | form_title | form_id |\n| | Broken | broken |\n",
        "utf-8",
    )
    with pytest.raises(BrokenForm) as refused:
        load_source(path)
    assert [fault.sheet for fault in refused.value.faults] == ["survey"]
    assert "nowhere" in refused.value.faults[0].what


def test_the_items_of_the_assessment_carry_what_rules_need(office: Sitting) -> None:
    items = {item.name: item for item in Catalogue(office).coded_items()}
    assert len(items) > 100
    assert items["d1_threats"].domain == "D1"
    assert any(item.core for item in items.values())
    assert any(item.floor is not None for item in items.values())
    assert any(item.flag for item in items.values())
