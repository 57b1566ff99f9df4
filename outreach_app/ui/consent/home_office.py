"""The Home Office form as one reads it beside a referral: what is known, and what is still missing."""

from collections.abc import Generator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from outreach_app.domain.documents import Subject
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.services.case_words import reference_of
from outreach_app.services.nrm_sheet import NrmSheet, SheetLine, SheetSection, nrm_sheet
from outreach_app.ui.pieces.actions import has_large_text, place_actions, with_action
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import NOTE, Place, Room
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

_LABEL_PX = 260


def _open_sheet(desk: Desk, page: Page, subject: Subject) -> None:
    # Loaded when it is first wanted: the list is there without what draws pages.
    from outreach_app.services.nrm_sheet import compose_nrm_sheet  # noqa: PLC0415
    from outreach_app.ui.printing.preview import open_composed  # noqa: PLC0415

    open_composed(desk, page, lambda: compose_nrm_sheet(desk.workspace, subject))


class HomeOfficePage(Page):
    """What the online form asks, in its order; what is missing first."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the case; whoever may not know it is told so."""
        super().__init__(desk, place, scrolls=True)
        title = translate("refer", "For the Home Office form")
        if place.subject is None:
            self.add_head(title)
            return
        try:
            sheet = nrm_sheet(desk.workspace, place.subject)
        except OutreachError as error:
            self.add_head(title)
            self.tell_error(error)
            self.body.addStretch(1)
            return
        self._subject = place.subject
        self._add_head(title)
        self._column = self.body
        if not has_large_text():
            scroll = Scroll(gap=16)
            self._column = scroll.column
            self.body.addWidget(scroll, 1)
        self.grow(self._cards(sheet))

    def _add_head(self, title: str) -> None:
        reference = reference_of(self.desk.workspace, self._subject)
        head = self.add_head(
            title,
            translate(
                "refer",
                "In the order of the online form. A First Responder types it in: only the online form "
                "is a referral.",
            ),
            path=translate("refer", "Cases / {reference}").format(reference=reference),
        )
        refer = Place(room=Room.REFER, subject=self._subject)
        place_actions(
            head,
            self.body,
            (
                Button(translate("refer", "Referrals"), lambda: self.desk.go(refer)),
                Button(
                    translate("refer", "Print…"),
                    lambda: _open_sheet(self.desk, self, self._subject),
                    shortcut="Ctrl+P",
                ),
            ),
        )

    def _cards(self, sheet: NrmSheet) -> Generator[None, None, None]:
        missing = Card(
            translate("refer", "Still missing: %n", "", len(sheet.missing))
            if sheet.missing
            else translate("refer", "Nothing that the form asks for is missing")
        )
        self._column.addWidget(missing)
        papers = dict.fromkeys(line.form_id for line in sheet.missing)
        for form_id in papers:
            missing.add(self._paper([each for each in sheet.missing if each.form_id == form_id]))
            yield
        for section in sheet.sections:
            self._column.addWidget(_section(section))
            yield
        self._column.addStretch(1)

    def _paper(self, lines: Sequence[SheetLine]) -> QWidget:
        """Return what one of our papers still lacks, with the way to the first of it."""
        first = lines[0]
        title = translate("refer", "{paper}: %n", "", len(lines)).format(paper=told(first.where))
        texts = column(Text(title, "strong"), gap=2)
        for line in lines:
            texts.addWidget(Text(in_a_row((line.words, line.why), " · "), "small"))
        spoken = translate("refer", "Write it down: {what}").format(what=told(first.where))
        write = Button(
            translate("refer", "Write it down"),
            partial(self.desk.go, self._place(first)),
            spoken=spoken,
        )
        holder = QWidget()
        inside = with_action(texts, write)
        edge = current_look().px(6)
        inside.setContentsMargins(0, edge, 0, edge)
        holder.setLayout(inside)
        return holder

    def _place(self, line: SheetLine) -> Place:
        if not line.document_id:
            return Place(room=Room.FORM, subject=self._subject, topic=line.form_id)
        return Place(
            room=Room.FORM,
            subject=self._subject,
            document_id=line.document_id,
            topic=NOTE,
            address=line.address,
        )

    def first_focus(self) -> None:
        """Begin with what may be done."""
        focus_first(self)


def _section(section: SheetSection) -> Card:
    card = Card(section.title)
    for line in section.lines:
        card.add(_line(line))
    return card


def _line(line: SheetLine) -> QWidget:
    holder = QWidget()
    inside = row(gap=14)
    label, value = Text(line.words, "small"), Text(line.value or line.why or "–")
    if has_large_text():
        inside.addLayout(column(label, value, gap=2), 1)
    else:
        label.setFixedWidth(current_look().px(_LABEL_PX))
        inside.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(value, 1)
    if line.is_missing:
        mark = Chip(translate("refer", "○ Missing"), "neutral")
        inside.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    holder.setLayout(inside)
    return holder
