from collections.abc import Iterator
from dataclasses import replace

import pytest

from outreach_app.report.composing import DocumentFrame, document_from_form
from outreach_app.report.content import (
    Cards,
    Checks,
    CodedItems,
    Entry,
    Fact,
    Missing,
    MissingList,
    PrintDocument,
    RiskGrid,
    Section,
    Subsection,
    Table,
)
from outreach_app.report.document import render_document
from tests.report.filling import Filler
from tests.report.markdown_forms import FORMS, outline
from tests.report.samples import ANSWERS, FORM, MADE_AT, document
from tests.report.tools import pages

FORM_IDS = sorted(path.parent.name for path in FORMS.glob("*/form.md"))
FRAME = DocumentFrame(document=replace(document(), title=""))


def _composed(form_id: str, *, without: frozenset[str] = frozenset()) -> PrintDocument:
    form = outline(form_id)
    frame = replace(FRAME, without_parts=without)
    return document_from_form(form, Filler().answers(form.children), frame)


def _entries(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        if isinstance(entry, Subsection):
            yield from _entries(entry.entries)
        if isinstance(entry, Cards):
            for card in entry.cards:
                yield from _entries(card.entries)


def _section(composed: PrintDocument, name: str) -> Section:
    return next(section for section in composed.sections if section.name == name)


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_form_of_the_program_becomes_a_document(form_id: str) -> None:
    composed = _composed(form_id)
    assert composed.title == outline(form_id).title
    assert composed.sections
    texts = pages(render_document(composed))
    assert f"Page {len(texts)} of {len(texts)}" in texts[-1]


def test_the_risk_assessment_comes_in_its_print_order() -> None:
    names = [section.name or "gaps" for section in _composed("risk_assessment").sections]
    order = ["section_b", "section_h", "section_g", "section_e", "section_f", "gaps"]
    order += ["section_j", "section_d", "section_l", "section_o"]
    assert [name for name in names if name in order] == order
    assert names[0] == "section_b"
    assert names[-1] == "section_o"


def test_the_copy_for_the_client_has_nothing_of_the_staff() -> None:
    composed = _composed("risk_assessment", without=frozenset({"staff"}))
    assert "section_o" not in {section.name for section in composed.sections}
    own = document_from_form(FORM, ANSWERS, replace(FRAME, without_parts=frozenset({"staff"})))
    assert "MARKER-STAFF" not in repr(own)
    assert "MARKER-STAFF" in repr(document_from_form(FORM, ANSWERS, FRAME))


def test_risks_come_as_grid_and_cards_highest_first() -> None:
    entries = _section(_composed("risk_assessment"), "section_f").entries
    (grid,) = (entry for entry in entries if isinstance(entry, RiskGrid))
    cards = next(entry for entry in entries if isinstance(entry, Cards))
    assert len(cards.cards) == 8
    assert 0 < len(grid.risks) <= 8
    assert all(card.tag.startswith("R") for card in cards.cards if card.tag)


def test_goals_count_their_finished_actions() -> None:
    goals = next(
        entry
        for section in _composed("support_plan").sections
        for entry in section.entries
        if isinstance(entry, Cards) and len(entry.cards) == 9 and entry.cards[0].done[1]
    )
    assert {card.done[1] for card in goals.cards} == {3}
    actions = [entry for entry in _entries((goals,)) if isinstance(entry, Table)]
    assert actions
    assert all(len(table.columns) <= 5 for table in actions)


def test_exit_checks_come_with_their_evidence() -> None:
    checks = [
        check
        for section in _composed("exit_checklist").sections
        for entry in _entries(section.entries)
        if isinstance(entry, Checks)
        for check in entry.rows
    ]
    assert len(checks) > 20
    assert len({check.finding for check in checks}) == 4
    assert any("highest ever very high" in check.evidence for check in checks)


def test_items_that_are_absent_are_only_named() -> None:
    (items,) = (
        entry
        for entry in _section(document_from_form(FORM, ANSWERS, FRAME), "items").entries
        if isinstance(entry, CodedItems)
    )
    assert [row.label for row in items.rows] == ["Threats", "A debt is claimed"]
    assert items.absent == ("Papers are held",)


def test_what_is_not_known_is_listed_once_with_its_reason_and_place() -> None:
    more = Missing("Age", "Not answered", "Client")
    composed = document_from_form(FORM, ANSWERS, replace(FRAME, missing=(more,)))
    (listed,) = (
        entry
        for section in composed.sections
        for entry in section.entries
        if isinstance(entry, MissingList)
    )
    assert listed.rows == (
        Missing("Where", "Prefers not to say", "About this visit"),
        Missing("Is it safe to talk?", "Not known", "About this visit"),
        Missing("A debt is claimed", "Not known", "Items"),
        more,
    )


def test_what_is_withheld_stands_on_the_cover() -> None:
    composed = document_from_form(
        FORM, ANSWERS, replace(FRAME, withheld=("where the client can be found",))
    )
    assert composed.facts[-1] == Fact("Not in this copy", "where the client can be found")


def test_nothing_answered_gives_a_cover_alone() -> None:
    composed = document_from_form(FORM, {}, FRAME)
    assert composed.sections == ()
    assert len(pages(render_document(composed))) == 1
    assert composed.made_at == MADE_AT
