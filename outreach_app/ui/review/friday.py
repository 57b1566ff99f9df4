"""The supervisor's Friday list on screen: part by part, each line with the way to what settles it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from outreach_app.domain.documents import Subject
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import readable_date
from outreach_app.services.friday_list import (
    FridayLine,
    FridayList,
    FridayPart,
    gathering_friday_list,
)
from outreach_app.services.printed_friday import compose_friday_list, due_words
from outreach_app.ui.pieces.actions import place_actions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.slices import Slices
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

_AT_ONCE = 12


class FridayPage(Page):
    """What the week has left open in every case, for whoever looks after all of them."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the list in slices; whoever is no supervisor is told so."""
        super().__init__(desk, place, scrolls=True)
        on = readable_date(desk.sitting.today().isoformat())
        head = self.add_head(
            translate("review", "Friday list"),
            translate("review", "{day} · every open case, by reference").format(day=on),
        )
        printing = Button(
            translate("review", "Print…"), partial(_open_paper, desk, self), shortcut="Ctrl+P"
        )
        place_actions(head, self.body, [printing])
        self._column = self.scrolled_part()
        self._wait = Text(translate("review", "Reading the open cases…"), "soft")
        self._column.addWidget(self._wait)
        self._column.addStretch(1)
        self._slices = Slices(
            self,
            gathering_friday_list(desk.workspace),
            done=self._show,
            failed=self._fail,
            at_once=True,
        )

    def _show(self, found: FridayList) -> None:
        self._wait.setVisible(False)
        for part in found.parts:
            card = self._card(found, part)
            self._column.insertWidget(self._column.indexOf(self._wait), card)

    def _card(self, found: FridayList, part: FridayPart) -> Card:
        card = Card(told(part.title))
        count = len(part.lines)
        card.head.addWidget(Chip(str(count), "medium" if count else "neutral"))
        if part.note:
            card.add(Text(told(part.note), "small"))
        if not part.lines:
            card.add(Text(translate("review", "Nothing."), "soft"))
        rows = [partial(self._row, found, each) for each in part.lines]
        card.add(Longer(rows, at_once=_AT_ONCE))
        return card

    def _row(self, found: FridayList, line: FridayLine) -> QWidget:
        look = current_look()
        holder = QWidget()
        across = row(gap=12)
        across.setContentsMargins(0, look.px(6), 0, look.px(6))
        holder.setLayout(across)
        what = in_a_row((line.reference, told(line.what)), " · ")
        second = in_a_row((told(line.where), told(due_words(found, line))), " · ")
        words = column(Text(what, "strong"), gap=2)
        if second:
            words.addWidget(Text(second[:1].upper() + second[1:], "small"))
        across.addLayout(words, 1)
        place = self._place(line)
        if place is not None:
            spoken = translate("review", "Open: {what}").format(what=what)
            across.addWidget(
                Button(translate("review", "Open"), partial(self.desk.go, place), spoken=spoken)
            )
        return holder

    def _place(self, line: FridayLine) -> Place | None:
        """Return where one goes on with a line: to its case, or to the inbox."""
        known = self.desk.workspace.vault.lists.case(line.case_id) if line.case_id else None
        if known is not None:
            return Place(
                room=Room.CASE, subject=Subject(client_id=known.client_id, case_id=line.case_id)
            )
        return Place(room=Room.INBOX) if line.need is not None else None

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, OutreachError):
            raise error
        self._wait.setVisible(False)
        self.tell_error(error)

    def leave(self) -> None:
        """Read no further."""
        self._slices.stop()

    def first_focus(self) -> None:
        """Begin with what may be done."""
        focus_first(self)


def _open_paper(desk: Desk, page: QWidget) -> None:
    # Loaded when it is first wanted: the list is there without what draws pages.
    from outreach_app.ui.printing.preview import open_composed  # noqa: PLC0415

    open_composed(desk, page, lambda: compose_friday_list(desk.workspace))
