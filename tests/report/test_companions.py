from outreach_app.report.companions import with_companions
from outreach_app.report.content import Entry, Field, FieldKind, Paragraph, Table


def points(count: int) -> list[Field]:
    found = []
    for number in range(count):
        found += [Field(f"Point {number}", "Yes"), Field("Explained on", "4 February 2026")]
        found += [Field("Interpreter", f"INT-{number}")]
    return found


def test_what_comes_again_beside_each_point_becomes_columns() -> None:
    before, after = Field("Date", "4 February 2026"), Field("Points explained", "3 of 3")
    made = with_companions([before, *points(3), after])
    assert made[0] == before
    assert made[2:] == (after,)
    table = made[1]
    assert isinstance(table, Table)
    assert table.columns == ("Question", "Answer", "Explained on", "Interpreter")
    assert table.rows[2] == ("Point 2", "Yes", "4 February 2026", "INT-2")


def test_a_point_without_them_keeps_its_place_and_its_words() -> None:
    fields = points(4)
    del fields[4:6]
    made = with_companions(fields)
    (table,) = made
    assert isinstance(table, Table)
    assert table.rows[1] == ("Point 1", "Yes", "", "")


def test_few_repetitions_and_long_texts_stay_as_they_are() -> None:
    loose: tuple[Entry, ...] = (Field("A", "b", FieldKind.LONG), Paragraph("c"))
    for entries in (tuple[Entry, ...](points(2)), (Field("Explained on", "x"),) * 4, loose):
        assert with_companions(entries) == entries
