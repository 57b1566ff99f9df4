import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.errors import (
    AnswerTooLong,
    AnswerType,
    FixedRows,
    NotAnswerable,
    TooManyRows,
    TooMuchWork,
    UnknownAddress,
)
from outreach_app.engine.session import FormSession
from outreach_app.engine.violations import Purpose
from tests.engine.forms import HOUSEHOLD, form
from tests.support.scenario import visit_form


@pytest.fixture(scope="module")
def household() -> FormDefinition:
    return form(HOUSEHOLD)


def test_an_answer_changes_what_depends_on_it(household: FormDefinition) -> None:
    visit = visit_form(household)
    visit.answer("people", " 007 ").expect(
        value={"people": "7", "double": "14"}, affected=["double"]
    )
    visit.expect(irrelevant=["why"]).answer("safe", "no").expect(relevant=["why"], affected=["why"])


def test_an_answer_no_longer_asked_is_kept_and_left_out(household: FormDefinition) -> None:
    visit = visit_form(household).answers(safe="no", why="He has a key")
    visit.expect(value={"copy_why": "He has a key"})
    visit.answer("safe", "yes").expect(value={"why": "", "copy_why": ""})
    session = visit.session
    assert session.answers()["home"] == {"safe": "yes"}
    assert session.earlier() == {"home": {"why": "He has a key"}}
    assert session.parts()["earlier"] == {"home": {"why": "He has a key"}}
    assert session.question("why").value == "He has a key"
    visit.answer("safe", "no").expect(value={"why": "He has a key"})


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("people", "two"),
        ("people", "1.5"),
        ("people", str(2**60)),
        ("safe", "perhaps"),
        ("safe", "yes no"),
    ],
)
def test_an_answer_of_the_wrong_type_is_refused_and_the_old_one_kept(
    household: FormDefinition, address: str, value: str
) -> None:
    visit = visit_form(household).answers(people="3", safe="yes")
    with pytest.raises(AnswerType):
        visit.answer(address, value)
    visit.expect(value={"people": "3", "safe": "yes"})


def test_what_is_calculated_or_unknown_or_too_long_is_refused(household: FormDefinition) -> None:
    session = visit_form(household).answers(safe="no").session
    with pytest.raises(NotAnswerable):
        session.set_answer("double", "3")
    with pytest.raises(UnknownAddress):
        session.set_answer("nothing", "3")
    with pytest.raises(UnknownAddress):
        session.set_answer("age", "3")
    with pytest.raises(AnswerTooLong):
        session.set_answer("why", "x" * 70_000)
    with pytest.raises(NotAnswerable):
        session.set_calculated({"people": "3"})


def test_rows_have_ids_and_an_order_of_their_own(household: FormDefinition) -> None:
    visit = visit_form(household)
    first = visit.row("person", name="A", age="17")
    second = visit.row("person", name="B", age="40")
    visit.expect(
        value={
            f"person[{first}]/grown": "no",
            f"person[{second}]/grown": "yes",
            f"person[{second}]/place": "2",
            "oldest": "40",
            "persons": "2",
        }
    )
    between = visit.session.add_row("person", after=first)
    assert visit.session.rows("person") == [first, between, second]
    visit.expect(value={f"person[{second}]/place": "3", "persons": "3"})
    visit.session.move_row(f"person[{second}]", None)
    assert visit.session.rows("person") == [second, first, between]
    visit.expect(value={f"person[{second}]/place": "1", f"person[{between}]/place": "3"})
    visit.session.move_row(f"person[{first}]", between)
    assert visit.session.rows("person") == [second, between, first]
    visit.remove(f"person[{second}]").expect(value={"persons": "2"})
    visit.answer(f"person[{between}]/age", "5").expect(value={"oldest": "17"})
    assert visit.session.label(f"person[{first}]/age") == "Age of A"


def test_a_repeat_has_no_more_than_its_rows(household: FormDefinition) -> None:
    session = visit_form(household).session
    for _ in range(500):
        session.add_row("person")
    with pytest.raises(TooManyRows):
        session.add_row("person")


def test_violations_follow_the_purpose(household: FormDefinition) -> None:
    visit = visit_form(household)
    visit.expect(violations=[], purpose=Purpose.SAVE)
    visit.expect(violations=["people:required"], purpose=Purpose.INITIAL)
    visit.expect(violations=["people:required", "safe:required"])
    visit.answers(people="0", safe="no")
    visit.expect(violations=["people:constraint"], purpose=Purpose.SAVE)
    visit.expect(violations=["people:constraint", "why:required"])
    assert visit.session.violations(Purpose.SAVE)[0].message == "At least one person."
    section = visit.session.progress()[0]
    assert (section.name, section.answered, section.total) == ("home", 2, 3)
    assert (section.missing, section.errors) == (1, 1)


def test_parts_follow_the_questions_and_calculations_their_inputs(
    household: FormDefinition,
) -> None:
    assert household.part_of("home/why") == "special"
    assert household.part_of("copy_why") == "special"
    assert household.part_of("double") == "main"
    parts = visit_form(household).answers(people="2", safe="no", why="x").session.parts()
    assert parts["special"] == {"home": {"why": "x"}, "copy_why": "x"}
    assert "why" not in parts["main"]["home"]


def test_stored_answers_restore_the_same_session(household: FormDefinition) -> None:
    visit = visit_form(household).answers(people="2", safe="no", why="x")
    visit.row("person", name="A", age="17")
    visit.row("person", name="B")
    visit.answer("safe", "yes")
    stored = visit.session.all_answers()
    again = visit_form(household, answers=stored).session
    assert again.all_answers() == stored
    assert again.answers() == visit.session.answers()
    assert again.earlier() == visit.session.earlier()


def test_what_has_no_place_in_this_version_is_kept(household: FormDefinition) -> None:
    stored = {
        "home": {"people": "2", "gone": "x"},
        "old": [{"_id": "r_1", "_order": "a", "y": "1"}],
    }
    session = visit_form(household, answers=stored).session
    assert session.value("people") == "2"
    assert session.earlier()["old"] == stored["old"]
    assert session.all_answers()["home"]["gone"] == "x"
    assert "old" not in session.answers()


def test_previous_answers_count_only_when_confirmed(household: FormDefinition) -> None:
    before = visit_form(household).answers(people="2", safe="no", why="x")
    row = before.row("person", name="A", age="17")
    visit = visit_form(household, previous=before.session.answers())
    assert visit.session.question("people").previous == "2"
    visit.expect(value={"people": "", "safe": ""})
    filled = visit.session.confirm_unchanged("home")
    assert set(filled) == {"home/people", "home/safe"}
    visit.expect(value={"people": "2", "safe": "no", "why": ""})
    visit.session.confirm_unchanged("person")
    assert visit.session.rows("person") == [row]
    visit.expect(value={f"person[{row}]/age": "17", f"person[{row}]/name": ""})


def test_differences_name_the_question(household: FormDefinition) -> None:
    visit = visit_form(household).answers(people="2", safe="yes")
    before = visit.session.answers()
    visit.answer("people", "3").answer("safe", "")
    found = {(d.label, d.old, d.new) for d in visit.session.diff(before)}
    assert ("How many people?", "2", "3") in found
    assert ("Is it safe?", "yes", "") in found


def test_the_form_may_decide_the_number_of_rows() -> None:
    counted = form(
        """
| survey |
| | type | name | label | repeat_count |
| | integer | n | How many? | |
| | begin_repeat | child | Child | ${n} |
| | text | name | Name | |
| | end_repeat | | | |
"""
    )
    visit = visit_form(counted).answer("n", "3")
    rows = visit.session.rows("child")
    assert len(rows) == 3
    visit.answer(f"child[{rows[2]}]/name", "C").answer("n", "1")
    visit.expect(irrelevant=[f"child[{rows[2]}]"])
    assert visit.session.rows("child") == [rows[0], rows[2]], "an answered row is kept"
    assert visit.session.answers()["child"] == [{"_id": rows[0], "_order": "a0i"}]
    visit.answer("n", "3").expect(relevant=[f"child[{rows[2]}]"])
    with pytest.raises(FixedRows):
        visit.session.add_row("child")
    visit.answer("n", "9999")
    assert len(visit.session.rows("child")) == 500


def test_a_choice_filtered_out_keeps_its_answer_and_is_told() -> None:
    towns = form(
        """
| survey |
| | type | name | label | choice_filter |
| | select_one area | area | Area | |
| | select_one town | town | Town | area = ${area} |

| choices |
| | list_name | name | label | area |
| | area | north | North | |
| | area | south | South | |
| | town | hill | Hill | north |
| | town | bay | Bay | south |
"""
    )
    visit = visit_form(towns).answers(area="north", town="hill")
    assert [c.label for c in visit.session.question("town").choices] == ["Hill"]
    visit.answer("area", "south").expect(value={"town": "hill"}, violations=["town:not_offered"])
    visit.expect(affected=["town"])
    visit.answer("town", "bay").expect(violations=[])


def test_defaults_triggers_and_preloads() -> None:
    dynamic = form(
        """
| survey |
| | type | name | label | default | calculation | trigger |
| | username | worker | | | | |
| | today | day | | | | |
| | integer | a | A | 5 | | |
| | integer | b | B | ${a} + 1 | | |
| | integer | c | C | | ${b} * 10 | ${a} |
| | begin_repeat | rows | Rows | | | |
| | integer | start_at | Start | ${a} + 2 | | |
| | end_repeat | | | | | |
"""
    )
    visit = visit_form(dynamic, preloads={"username": "p_x"})
    visit.expect(value={"worker": "p_x", "day": "2026-03-02", "a": "5", "b": "6", "c": ""})
    visit.answer("a", "7").expect(value={"b": "6", "c": "60"})
    row = visit.row("rows")
    visit.expect(value={f"rows[{row}]/start_at": "9"})
    stored = visit.answer("b", "").session.all_answers()
    visit_form(dynamic, answers=stored).expect(value={"b": "", "c": "60", "worker": "p_x"})


def test_the_program_fills_its_own_rows() -> None:
    ruled = form(
        """
| survey |
| | type | name | label | calculation | relevant | bind::outreach:source | bind::outreach:req |
| | calculate | level | | '' | | risk.indicated_level | yes |
| | text | plan | What now? | | ${level} = 'high' | | |
"""
    )
    visit = visit_form(ruled).expect(irrelevant=["plan"], violations=["level:required"])
    assert "plan" in visit.session.set_calculated({"level": "high"})
    visit.expect(relevant=["plan"], value={"level": "high"}, violations=[])
    visit.answer("plan", "x").expect(value={"level": "high"})
    visit_form(ruled, answers=visit.session.all_answers()).expect(value={"level": "high"})


def test_an_absence_satisfies_and_makes_a_gap() -> None:
    absent = form(
        """
| survey |
| | type | name | label | required | relevant | bind::outreach:req |
| | integer | age | Age | true() | | yes |
| | select_one absence | age_absent | Why not? | | ${age} = '' | |
| | begin_repeat | risk | Risks | | | |
| | text | title | Title | | | |
| | end_repeat | | | | | |

| choices |
| | list_name | name | label | absence |
| | absence | unknown | Not known | |
| | absence | not_today | Not today | not_asked |
"""
    )
    visit = visit_form(absent).expect(violations=["age:required"])
    visit.answer("age_absent", "not_today").expect(violations=[])
    assert [(g.name, g.code) for g in visit.session.gaps()] == [("age_absent", "not_asked")]
    visit.answer("age", "20").expect(violations=[], irrelevant=["age_absent"])
    assert visit.session.gaps() == ()


def test_a_table_can_ask_for_rows_or_a_reason() -> None:
    table = form(
        """
| survey |
| | type | name | label | bind::outreach:req | bind::outreach:rows_at_least | bind::outreach:rows_or |
| | begin_repeat | risk | Risks | core | 1 | none_because |
| | text | title | Title | | | |
| | end_repeat | | | | | |
| | text | none_because | Why none? | | | |
"""
    )
    visit = visit_form(table).expect(violations=["risk:count"], purpose=Purpose.INITIAL)
    row = visit.row("risk")
    visit.expect(violations=["risk:count"])
    visit.answer(f"risk[{row}]/title", "He comes back").expect(violations=[])
    visit.remove(f"risk[{row}]").answer("none_because", "x").expect(violations=[])


def test_the_case_file_is_an_instance() -> None:
    reads = form(
        """
| survey |
| | type | name | label | calculation | constraint |
| | xml-external | casefile | | | |
| | calculate | open_targets | | count(instance('casefile')/casefile/target[status='open']) | |
| | calculate | score | | instance('casefile')/casefile/risk[position()=last()]/score | |
| | text | goodbye | Exit | | instance('casefile')/casefile/complete = 'true' and ${open_targets} = 0 |
"""
    )
    casefile = b"""<casefile><complete>true</complete><risk><score>9</score></risk>
      <risk><score>4</score></risk><target><status>open</status></target></casefile>"""
    visit = visit_form(reads, instances={"casefile": casefile})
    visit.answer("goodbye", "x").expect(
        value={"open_targets": "1", "score": "4"}, violations=["goodbye:constraint"]
    )
    visit_form(reads).answer("goodbye", "x").expect(violations=["goodbye:constraint"])


def test_another_language_is_spoken() -> None:
    spoken = form(
        """
| survey |
| | type | name | label::English (en) | label::Français (fr) | calculation |
| | select_one yn | q | Really? | Vraiment ? | |
| | note | n | You said ${said} | Vous avez dit ${said} | |
| | calculate | said | | | jr:choice-name(${q}, '${q}') |

| choices |
| | list_name | name | label::English (en) | label::Français (fr) |
| | yn | y | Yes | Oui |

| settings |
| | form_title | form_id | version | default_language |
| | Test | test | 1 | English (en) |
"""
    )
    visit = visit_form(spoken, language="Français (fr)").answer("q", "y")
    visit.expect(value={"said": "Oui"})
    assert visit.session.label("n") == "Vous avez dit Oui"
    visit.session.set_language("English (en)")
    visit.expect(value={"said": "Yes"})
    assert spoken.languages == ("English (en)", "Français (fr)")


def test_an_answer_that_sets_off_too_much_is_taken_back() -> None:
    heavy = form(
        """
| survey |
| | type | name | label | repeat_count | calculation |
| | integer | n | N | | |
| | begin_repeat | r | R | ${n} | |
| | calculate | s | | | sum(/data/r[position() <= 500]/t) + ${n} |
| | calculate | t | | | ${n} * 2 |
| | end_repeat | | | | |
"""
    )
    visit = visit_form(heavy).answer("n", "10").expect(value={"n": "10"})
    with pytest.raises(TooMuchWork):
        visit.answer("n", "490")
    visit.expect(value={"n": "10"})
    visit.answer("n", "11").expect(value={"n": "11"})


_answer = st.tuples(
    st.sampled_from(["people", "safe", "why", "name", "age", "+", "-"]),
    st.sampled_from(["", "yes", "no", "0", "3", "18", "text\nmore"]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_answer, max_size=25))
def test_after_any_answers_a_fresh_evaluation_agrees(
    household: FormDefinition, steps: list[tuple[str, str]]
) -> None:
    session = visit_form(household).session
    for name, value in steps:
        rows = session.rows("person")
        if name == "+":
            session.add_row("person")
        elif name == "-" and rows:
            session.remove_row(f"person[{rows[0]}]")
        elif name in {"name", "age"} and rows:
            _try(session, f"person[{rows[-1]}]/{name}", value)
        elif name not in {"name", "age", "-"}:
            _try(session, name, value)
    fresh = visit_form(household, answers=session.all_answers()).session
    assert fresh.answers() == session.answers()
    assert fresh.earlier() == session.earlier()
    assert fresh.violations(Purpose.FINALISE) == session.violations(Purpose.FINALISE)


def _try(session: FormSession, address: str, value: str) -> None:
    try:
        session.set_answer(address, value)
    except AnswerType:
        return


NESTED = """
| survey |
| | type | name | label | bind::outreach:req |
| | begin_repeat | goals | Goals | |
| | text | goal | Goal | yes |
| | begin_repeat | actions | Actions | |
| | text | action | Action | yes |
| | end_repeat | | | |
| | end_repeat | | | |
"""


def test_a_table_within_a_table_begins_empty_too() -> None:
    visit = visit_form(form(NESTED))
    assert visit.session.rows("goals") == []
    row = visit.session.add_row("goals")
    assert visit.session.rows(f"goals[{row}]/actions") == []
