import io
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.engine.definition import ENGINE_VERSION, from_cache, load_form
from outreach_app.engine.errors import (
    BrokenForm,
    DamagedAnswers,
    DamagedCache,
    DamagedInstance,
    FormTooLarge,
)
from outreach_app.engine.faults import Weight
from outreach_app.engine.instances import parse_csv, parse_document
from outreach_app.engine.order import order_between
from outreach_app.engine.source import check_form, convert, open_form
from tests.engine.forms import HOUSEHOLD, SETTINGS, form
from tests.support.scenario import visit_form

BROKEN = """
| survey |
| | type | name | label | relevant | calculation | constraint | bind::outreach:part |
| | select_one yn | q | Q | | | | |
| | text | a | A | ${q} = 'yes' and | | | |
| | text | b | B | ${q} = 'maybe' | | | |
| | text | secret | S | | | regex(., '[a-z]+') | special |
| | calculate | told | | | concat('x', ${secret}) | | main |
| | calculate | odd | | | round(1, 2, 3) + nothing() | | |
| | calculate | one | | | ${two} + 1 | | |
| | calculate | two | | | ${one} + 1 | | |
| | barcode | code | Code | | | | |
| | calculate | lost | | | /data/nowhere + 1 | | |

| choices |
| | list_name | name | label |
| | yn | yes | Yes |

| settings |
| | form_id | namespaces |
| | test | outreach="urn:outreach:form:1" |
"""


def test_all_faults_of_a_form_are_told_at_once_with_their_cells() -> None:
    faults = check_form(BROKEN.encode(), "broken.md")
    cells = {(f.sheet, f.row, f.column) for f in faults}
    assert cells >= {
        ("survey", 3, "relevant"),
        ("survey", 4, "relevant"),
        ("survey", 5, "constraint"),
        ("survey", 6, "bind::outreach:part"),
        ("survey", 7, "calculation"),
        ("settings", 0, "version"),
        ("survey", 10, "type"),
        ("survey", 11, "calculation"),
    }
    told = " ".join(f.line() for f in faults)
    assert "one → two → one" in told
    assert "“maybe” is not a choice of q" in told
    assert "There is no function nothing()" in told
    assert "round() has 3 arguments" in told
    assert all(fault.how for fault in faults)


UNREADABLE = """
| survey |
| | type | name | label | relevant | calculation |
| | begin_group | g | G | | |
| | text | a | A ${gone} | ${missing} = 'x' | |
| | text | a | Again | | |
| | strange | b | B | | |
| | select_one nolist | c | C | | |
| | text | 1bad | D | | |
| | text | | E | | |
| | | f | F | | |
| | end_repeat | | | | |
| | text | h | H | ${a} = | |
| | calculate | k | | | nothing(${b}) |
| | calculate | l | | | ${nowhere} + 1 |
| | begin_repeat | r | R | | |
| | text | z | Z | | |

| choices |
| | list_name | name | label |
| | yn | yes | Yes |
| | yn | yes | Yes again |
| | yn | | None |
| | yn | no | No |

| settings |
| | form_id | version |
| | test | 1 |
"""


def test_all_faults_are_told_also_where_the_converter_stops_at_the_first() -> None:
    faults = check_form(UNREADABLE.encode(), "broken.md")
    assert [(f.sheet, f.row, f.column) for f in faults] == [
        ("survey", 2, "type"),
        ("survey", 3, "label"),
        ("survey", 3, "relevant"),
        ("survey", 4, "name"),
        ("survey", 5, "type"),
        ("survey", 6, "type"),
        ("survey", 7, "name"),
        ("survey", 8, "name"),
        ("survey", 9, "type"),
        ("survey", 10, "type"),
        ("survey", 11, "relevant"),
        ("survey", 12, "calculation"),
        ("survey", 13, "calculation"),
        ("survey", 14, "type"),
        ("choices", 3, "name"),
        ("choices", 4, "name"),
    ]
    assert all(fault.what and fault.how for fault in faults)
    assert "“a” is also the name of row 3" in faults[3].line()


def test_only_what_stops_a_form_stops_it() -> None:
    with pytest.raises(BrokenForm) as caught:
        open_form(BROKEN.encode(), "broken.md")
    assert {f.weight for f in caught.value.faults} == {Weight.FAULT}
    assert caught.value.facts["count"] == len(caught.value.faults)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"| survey |\n| | type | name | label |\n| | strange | a | A |\n", "x.md"),
        (b"not a table", "x.md"),
        (b"", "x.csv"),
        (b"no zip", "x.xlsx"),
        (b"\xd0\xcf\x11\xe0", "x.xls"),
        (b"<html/>", "x.xml"),
        (b"<a", "x.xml"),
        (b"", "x.docx"),
    ],
)
def test_what_is_no_form_is_refused_as_such(content: bytes, name: str) -> None:
    with pytest.raises(BrokenForm):
        convert(content, name)


def test_a_calculation_is_as_strict_as_its_strictest_input() -> None:
    parts = form(
        """
| survey |
| | type | name | label | calculation | bind::outreach:part |
| | begin_group | where | Where | | location |
| | text | address | Address | | |
| | calculate | inner | | 1 + 1 | |
| | end_group | | | | |
| | text | worker | Worker | | staff |
| | text | other | Other | | third_party |
| | calculate | first | | ${address} | |
| | calculate | second | | concat(${first}, ${other}) | |
| | calculate | third | | if(${second} = '', ${worker}, '') | staff |
| | calculate | plain | | 1 | |
"""
    )
    wanted = {"first": "location", "second": "location", "third": "staff", "plain": "main"}
    assert {name: parts.part_of(name) for name in wanted} == wanted
    assert parts.part_of("where/inner") == "location"
    visit = visit_form(parts).answers(address="1 High St", other="x")
    assert visit.session.parts()["main"] == {"plain": "1"}


def test_a_default_cannot_smuggle_either() -> None:
    with pytest.raises(BrokenForm) as caught:
        form(
            """
| survey |
| | type | name | label | calculation | trigger | bind::outreach:part |
| | text | address | Address | | | location |
| | text | note | Note | | | |
| | text | copy | Copy | ${address} | ${note} | main |
"""
        )
    assert caught.value.faults[0].column == "bind::outreach:part"


def test_a_form_comes_back_from_its_cache() -> None:
    household = form(HOUSEHOLD)
    cache = household.to_cache()
    again = from_cache(cache, form_hash=household.form_hash)
    assert again.questions == household.questions
    visit_form(again).answers(people="3", safe="no").expect(value={"double": "6"}, relevant=["why"])
    with pytest.raises(DamagedCache):
        from_cache(cache, form_hash="0" * 64)
    other_engine = cache.replace(f'"engine":{ENGINE_VERSION}'.encode(), b'"engine":0')
    for damaged in (other_engine, cache[:-10], b"{}", b"[]"):
        with pytest.raises(DamagedCache):
            from_cache(damaged, form_hash=household.form_hash)


def test_markdown_and_workbook_give_the_same_form(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("unused")
    for line in (HOUSEHOLD + SETTINGS).splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) == 1:
            sheet = book.create_sheet(cells[0])
        elif cells:
            sheet.append([cell or None for cell in cells[1:]])
    book["choices"].append(["yes_no", "perhaps", "Perhaps"])
    book["choices"]["D1"] = "$kuid"
    book["choices"]["E1"] = "$autovalue"
    book["choices"]["E2"] = "1"
    book.remove(book["unused"])
    path = tmp_path / "test.xlsx"
    book.save(path)
    made = open_form(path)[0]
    written = form(HOUSEHOLD)
    assert [i.path for i in made.leaves()] == [i.path for i in written.leaves()]
    assert b"autovalue" not in convert(path).xml
    assert convert(path).form_hash == convert(path).form_hash


def test_a_workbook_made_to_explode_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * 140_000_000)
    with pytest.raises(FormTooLarge):
        convert(packed.getvalue(), "x.xlsx")


def test_xml_from_outside_reads_no_entities_and_no_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not read", encoding="utf-8")
    evil = f'<!DOCTYPE r [<!ENTITY e SYSTEM "{secret.as_uri()}">]><r><a>&e;</a></r>'
    assert "do not read" not in parse_document(evil.encode(), "x").string_value()
    laughs = "".join(
        f'<!ENTITY e{n} "{"&e" + str(n - 1) + ";" if n else "ha"}">' * 1 for n in range(9)
    )
    document = parse_document(f"<!DOCTYPE r [{laughs}]><r>&e8;</r>".encode(), "x")
    assert len(document.string_value()) < 100
    with pytest.raises(DamagedInstance):
        parse_document(b"<r>", "x")
    with pytest.raises(DamagedInstance):
        parse_csv(b"\xff\xfe\x00", "x")
    with pytest.raises(DamagedInstance):
        parse_document(b"<a>" * 150 + b"</a>" * 150, "x")


@pytest.mark.parametrize(
    "stored",
    [
        {"person": [{"name": "x"}]},
        {"person": [{"_id": "r_a", "_order": "a"}, {"_id": "r_a", "_order": "b"}]},
        {"person": ["x"]},
        {"home": {"why": "x" * 70_000}},
        {"person": [{"_id": f"r_{n}", "_order": "a"} for n in range(501)]},
    ],
)
def test_answers_that_are_none_are_refused(stored: dict[str, object]) -> None:
    with pytest.raises(DamagedAnswers):
        visit_form(form(HOUSEHOLD), answers=stored)


def test_relevance_in_a_circle_runs_with_a_warning() -> None:
    circle = form(
        """
| survey |
| | type | name | label | relevant |
| | begin_group | g | G | ${inner} != 'stop' |
| | text | inner | Inner | |
| | end_group | | | |
"""
    )
    assert any("depend on each other" in fault.what for fault in circle.warnings)
    visit_form(circle).answer("inner", "go").expect(value={"inner": "go"})


def test_counting_nothing_in_the_case_file_needs_a_complete_one() -> None:
    table = """
| survey |
| | type | name | label | constraint |
| | xml-external | casefile | | |
| | text | done | Done | {} |
"""
    bare = "count(instance('casefile')/casefile/target[status='open']) = 0"
    told = form(table.format(bare)).warnings
    assert any("empty case file" in fault.what for fault in told)
    whole = bare + " and instance('casefile')/casefile/complete = 'true'"
    assert form(table.format(whole)).warnings == ()


def test_coded_items_tell_rules_what_they_need() -> None:
    coded = form(
        """
| survey |
| | type | name | label | bind::outreach:type | bind::outreach:domain | bind::outreach:core | bind::outreach:floor | bind::outreach:flag |
| | begin_group | d1_threats | Threats | coded_item | D1 | yes | high | danger_now |
| | text | d1_threats_past | Ever | | | | | |
| | text | d1_threats_now | Now | | | | | |
| | end_group | | | | | | | |
"""
    )
    (item,) = coded.items()
    assert (item.name, item.domain, item.core, item.floor, item.flag) == (
        "d1_threats",
        "D1",
        True,
        "high",
        "danger_now",
    )
    assert item.leaves == ("d1_threats_past", "d1_threats_now")


def test_a_list_that_is_not_given_is_empty_and_noted() -> None:
    listed = """
| survey |
| | type | name | label |
| | select_one_from_file towns.csv | town | Town |
"""
    missing = form(listed)
    assert missing.notes == ["The list towns was not given and is empty."]
    visit_form(missing).answer("town", "anywhere").expect(violations=[])
    given_list = form(listed, towns=b"name,label\nox,Oxford\n")
    visit = visit_form(given_list).answer("town", "ox").expect(violations=[])
    assert visit.session.question("town").choices[0].label == "Oxford"
    replaced = visit_form(given_list, instances={"towns.csv": b"name,label\nle,Leeds\n"})
    replaced.answer("town", "le").expect(violations=[])


@given(st.lists(st.integers(min_value=0, max_value=60), max_size=60))
def test_there_is_always_an_order_between(places: list[int]) -> None:
    orders: list[str] = []
    for place in places:
        at = min(place, len(orders))
        before = orders[at - 1] if at else ""
        after = orders[at] if at < len(orders) else ""
        made = order_between(before, after)
        assert not before or before < made
        assert not after or made < after
        orders.insert(at, made)
    assert orders == sorted(orders)
    with pytest.raises(ValueError, match="wrong way"):
        order_between("b", "a")


FORMS = Path(__file__).parents[2] / "forms"


@pytest.mark.parametrize("name", sorted(p.parent.name for p in FORMS.glob("*/form.md")))
def test_every_shipped_form_runs(name: str) -> None:
    folder = FORMS / name
    beside = [*folder.glob("*.csv"), *(FORMS / "lists").glob("*.csv")]
    files = {path.name: path.read_bytes() for path in beside}
    shipped = load_form(convert(folder / "form.md").xml, instances=files)
    session = visit_form(shipped).session
    for address in list(session.questions()):
        view = session.question(address)
        if view.choices and not view.readonly:
            session.set_answer(address, view.choices[0].code)
    again = visit_form(shipped, answers=session.all_answers()).session
    assert again.answers() == session.answers()
    assert os.sep not in session.title()
