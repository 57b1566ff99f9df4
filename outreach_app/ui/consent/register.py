"""The register of disclosures in the window: of a case, or of one receiver in all cases."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.domain.documents import Subject
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import readable_instant
from outreach_app.services.case_words import reference_of
from outreach_app.services.sharing.agencies import agencies_of
from outreach_app.services.sharing.disclosures import (
    Disclosure,
    basis_words,
    disclosures,
    disclosures_to,
    part_words,
    way_words,
    what_words,
)
from outreach_app.ui.pieces.actions import has_large_text, place_actions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

Line = tuple[Subject, Disclosure]


def _open_paper(desk: Desk, page: Page, subject: Subject) -> None:
    # Loaded when it is first wanted: the list is there without what draws pages.
    from outreach_app.services.sharing.printed_register import compose_register  # noqa: PLC0415
    from outreach_app.ui.printing.preview import open_composed  # noqa: PLC0415

    open_composed(desk, page, lambda: compose_register(desk.workspace, subject))


class DisclosuresPage(Page):
    """Who received which parts of what, when, on what basis, how."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the register; whoever may not know it is told so."""
        super().__init__(desk, place, scrolls=True)
        if place.subject is None:
            self.add_head(translate("consent", "Who received what"))
            return
        try:
            self._show(place, place.subject)
        except OutreachError as error:
            self.add_head(translate("consent", "Who received what"))
            self.tell_error(error)
            self.body.addStretch(1)

    def _show(self, place: Place, subject: Subject) -> None:
        workspace = self.desk.workspace
        named = {each.document_id: each.name for each in agencies_of(workspace, subject)}
        agency = named.get(place.document_id, "")
        found: tuple[Line, ...]
        if agency:
            found = disclosures_to(workspace, agency)
            title = translate("consent", "What {agency} received").format(agency=agency)
        else:
            found = tuple((subject, each) for each in disclosures(workspace, subject))
            title = translate("consent", "Who received what")
        reference = reference_of(workspace, subject)
        head = self.add_head(
            title,
            translate(
                "consent",
                "Read from the journal of this laptop and from signed records of transmission: it "
                "knows what was written here, and what colleagues have recorded and sent you.",
            ),
            path=translate("consent", "Cases / {reference}").format(reference=reference),
        )
        consents = Place(room=Room.CONSENTS, subject=subject)
        actions = [Button(translate("consent", "Consents"), lambda: self.desk.go(consents))]
        if not agency:
            actions.append(
                Button(
                    translate("consent", "Print…"),
                    lambda: _open_paper(self.desk, self, subject),
                    shortcut="Ctrl+P",
                )
            )
        place_actions(head, self.body, actions)
        inside = self.body
        if not has_large_text():
            scroll = Scroll(gap=16)
            inside = scroll.column
            self.body.addWidget(scroll, 1)
        card = Card(translate("consent", "%n disclosure(s)", "", len(found)))
        if not found:
            card.add(Text(translate("consent", "Nobody has received anything."), "soft"))
        card.add(Longer([partial(self._row, each, bool(agency)) for each in found]))
        inside.addWidget(card)
        inside.addStretch(1)

    def _row(self, line: Line, with_case: bool) -> QWidget:
        subject, found = line
        holder = QWidget()
        lines = QVBoxLayout(holder)
        edge = current_look().px(10)
        lines.setContentsMargins(0, edge, 0, edge)
        first = row(gap=8)
        case = reference_of(self.desk.workspace, subject) if with_case else ""
        who = in_a_row((case, found.receiver), " · ")
        first.addWidget(Text(who, "strong"), 1)
        first.addWidget(Chip(*_standing(found)))
        lines.addLayout(first)
        lines.addWidget(Text(what_words(found)))
        for label, words in (
            (translate("consent", "When: {words}"), readable_instant(found.at)),
            (translate("consent", "Parts: {words}"), part_words(found)),
            (translate("consent", "On what basis: {words}"), basis_words(found)),
            (translate("consent", "How: {words}"), in_a_row((way_words(found), found.by))),
        ):
            if words:
                lines.addWidget(Text(label.format(words=words), "small"))
        return holder

    def first_focus(self) -> None:
        """Begin with what may be done."""
        focus_first(self)


def _standing(found: Disclosure) -> tuple[str, str]:
    if found.is_confirmed:
        return translate("consent", "✓ Left"), "low"
    return translate("consent", "Written, not confirmed"), "neutral"
