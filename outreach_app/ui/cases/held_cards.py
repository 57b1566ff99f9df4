"""The cards of what is recorded already: the client's papers, and where the client lives and lived."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from outreach_app.phrases import in_a_row
from outreach_app.services.case_view import CaseView
from outreach_app.services.held_facts import (
    Address,
    Paper,
    addresses_of,
    papers_of,
    recorded_by,
)
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.masked import Masked
from outreach_app.ui.pieces.surfaces import Card, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate


def papers_card(view: CaseView) -> Card | None:
    """Return the client's papers and where they are, None for none."""
    papers = () if view.restricted else papers_of(view.case_file, view.words)
    if not papers:
        return None
    card = Card(translate("cases", "Papers"))
    for paper in papers:
        card.add(_paper(paper))
    card.add(Text(recorded_by(view.case_file.newest("case"), view.words), "small"))
    return card


def _paper(paper: Paper) -> QWidget:
    holder = QWidget()
    line = row(gap=8)
    holder.setLayout(line)
    lines = column(Text(paper.kind, "strong"), gap=1)
    if paper.where:
        lines.addWidget(Text(paper.where, "small"))
    line.addLayout(lines, 1)
    if paper.status:
        tone = "medium" if paper.is_gone else "neutral"
        line.addWidget(Chip(paper.status, tone), 0, Qt.AlignmentFlag.AlignTop)
    return holder


def addresses_card(view: CaseView) -> Card | None:
    """Return where the client lives and lived, None where nothing is known."""
    if view.restricted:
        return None
    addresses = addresses_of(view.workspace, view.case_file, view.words)
    if not addresses:
        return None
    card = Card(translate("cases", "Where the client lives"))
    for place, address in enumerate(addresses):
        if place == 1:
            card.add(Text(translate("cases", "Before"), "column"))
        card.add(_Place(address))
    return card


class _Place(QWidget):
    """One address, hidden until somebody asks for it where it is confidential."""

    def __init__(self, address: Address) -> None:
        super().__init__()
        lines = column(gap=2)
        self.setLayout(lines)
        if address.place and address.is_confidential:
            lines.addWidget(Masked(translate("cases", "Address"), address.place, "strong"))
        elif address.place:
            lines.addWidget(Text(address.place, "strong"))
        lines.addWidget(Text(in_a_row((address.kind, address.since), " · "), "small"))
        if address.is_confidential:
            lines.addWidget(Text(translate("cases", "Confidential: not to be passed on"), "small"))
        if address.known_to_exploiter:
            words = translate("cases", "An exploiter knows this place, or may know it")
            lines.addWidget(Chip(words, "high"), 0, Qt.AlignmentFlag.AlignLeft)
