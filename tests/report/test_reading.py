from dataclasses import replace

from outreach_app.report.outline import FormNode, FormOutline, NodeKind
from outreach_app.report.reading import Group, Item, Judged, Leaf, Rows, Spoken, read_answers
from tests.report.samples import ANSWERS, ARABIC, FORM, VIETNAMESE


def _named(items: tuple[Item, ...]) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for item in items:
        found[item.name] = item
        if isinstance(item, Group):
            found.update(_named(item.items))
    return found


READ = _named(read_answers(FORM, ANSWERS))


def test_only_what_is_answered_is_read() -> None:
    assert read_answers(FORM, {}) == ()
    assert set(_named(read_answers(FORM, {"about": {"visited_on": "2026-02"}}))) == {
        "about",
        "visited_on",
    }


def test_codes_become_labels_and_dates_become_words() -> None:
    assert READ["visited_on"] == Leaf("visited_on", "Date", "3 February 2026", "2026-02-03")
    safe = READ["safe"]
    assert isinstance(safe, Leaf)
    assert (safe.words, safe.absence, safe.wanted) == ("Not known", "unknown", True)


def test_a_reason_for_no_answer_stands_in_the_place_of_the_answer() -> None:
    place = READ["place"]
    assert isinstance(place, Leaf)
    assert (place.label, place.words, place.absence) == (
        "Where",
        "Client prefers not to say",
        "declined",
    )
    assert "place_absent" not in READ


def test_an_answer_wins_over_an_old_reason() -> None:
    both = {"about": {"place": "Café", "place_absent": "unknown"}}
    place = _named(read_answers(FORM, both))["place"]
    assert isinstance(place, Leaf)
    assert (place.words, place.absence) == ("Café", "")


def test_own_words_are_kept_letter_by_letter() -> None:
    wants = READ["wants"]
    assert isinstance(wants, Spoken)
    assert wants.text == f"To sleep.\n{ARABIC}"
    assert wants.attribution == "Client  ·  3 February 2026, 11:20"


def test_coded_items_have_words_for_now_and_before() -> None:
    threats = READ["threats"]
    assert isinstance(threats, Judged)
    assert (threats.now, threats.before) == (("present", "Present"), ("present", "Present"))


def test_rows_come_in_their_order_with_their_titles() -> None:
    people = READ["people"]
    assert isinstance(people, Rows)
    assert [row.title for row in people.rows] == [VIETNAMESE, "Anna\u202e"]


def test_parts_can_be_left_out() -> None:
    without = _named(read_answers(FORM, ANSWERS, without_parts=frozenset({"staff"})))
    assert "checkin" in READ
    assert "checkin" not in without


def test_codes_that_no_list_knows_are_shown_as_they_are() -> None:
    safe = _named(read_answers(FORM, {"about": {"safe": "perhaps"}}))["safe"]
    assert isinstance(safe, Leaf)
    assert safe.words == "perhaps"


def test_references_are_shown_in_words() -> None:
    form = FormOutline(
        form_id="f",
        title="F",
        children=(FormNode(name="by", kind=NodeKind.QUESTION, label="By", data_type="select_one"),),
    )
    (plain,) = read_answers(form, {"by": "p_x"})
    (named,) = read_answers(replace(form, references={"p_x": "Priya Nolan"}), {"by": "p_x"})
    assert isinstance(plain, Leaf)
    assert isinstance(named, Leaf)
    assert (plain.words, named.words) == ("p_x", "Priya Nolan")
