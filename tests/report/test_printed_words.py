"""What a reader of a copy meets: each gap once, no empty column, nothing left out, flags by day."""

from dataclasses import replace

from outreach_app.report.composing import gaps_once
from outreach_app.report.content import (
    Coded,
    CodedItems,
    CodedRow,
    Field,
    FieldKind,
    Missing,
    MissingList,
    Section,
    Table,
)
from outreach_app.report.document import render_document
from tests.report.samples import document
from tests.report.tools import pages

LABEL = "Gaps found by the program"


def text_of(*entries: Field | Table | CodedItems) -> str:
    return " ".join("\n".join(pages(render_document(document(Section("S", entries))))).split())


def gaps(value: str) -> tuple[Section, ...]:
    return (
        Section("Not known yet", (MissingList((Missing("Who knows?", "Not answered"),)),)),
        Section("Gaps", (Field(LABEL, value, FieldKind.LONG),)),
    )


def test_a_gap_that_is_listed_is_not_listed_again() -> None:
    (field,) = gaps_once(gaps("Who knows?\nWhere now?"), LABEL)[1].entries
    assert isinstance(field, Field)
    assert field.value == "Where now?"
    assert field.label == f"{LABEL}, beyond those under “Not known yet”"
    (field,) = gaps_once(gaps("Who knows?"), LABEL)[1].entries
    assert field == Field(LABEL, "Those under “Not known yet”")
    others = gaps("Where now?")
    assert gaps_once(others, LABEL) == others
    assert gaps_once(gaps("Who knows?"), "") == gaps("Who knows?")


def test_a_column_that_nobody_filled_is_left_out() -> None:
    said = text_of(Table(("When", "What", "State"), (("Mon", "signed", ""), ("Tue", "sent", ""))))
    assert "When What" in said
    assert "State" not in said
    first = CodedItems((CodedRow("No income", Coded("present", "Present")),))
    assert "Before" not in text_of(first)
    later = CodedItems(
        (
            CodedRow(
                "No income",
                Coded("present", "Now"),
                Coded("absent", "Not"),
            ),
        )
    )
    assert "Before" in text_of(later)


def test_what_stands_below_the_first_cell_is_printed() -> None:
    table = Table(("What", "Who"), (("Ring", "AB"), ("Wait", "AB")), details=("Note: twice", ""))
    assert "Note: twice" in text_of(table)


def test_flags_are_said_with_the_day_that_is_meant() -> None:
    old = replace(
        document(),
        open_flags=(),
        flags_on="6 November 2026",
        flags_then="Open on 3 February 2026, the date of this document: Danger now.",
    )
    said = " ".join(pages(render_document(old))[0].split())
    assert "No safety flag is open today, 6 November 2026." in said
    assert "Open on 3 February 2026, the date of this document: Danger now." in said
    assert (
        "No safety flag is open." in pages(render_document(replace(document(), open_flags=())))[0]
    )
