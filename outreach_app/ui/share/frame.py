"""What pages of sharing have in common: one card of parts, a last sentence, one action, an end."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.ui.jobs import Cancelled
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.section import Section
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_CARD_PX = 980
_LAID_OUT_MS = 40
_WIDE_TEXT_PERCENT = 175


class SharingPage(Page):
    """A card of parts above a line that stays in sight; what comes after replaces both.

    Attributes:
        left: The person has gone elsewhere: nothing is shown any more.
    """

    def __init__(self, desk: Desk, place: Place, title: str) -> None:
        """Begin without parts; `lay_out` adds them."""
        super().__init__(desk, place)
        self.left = False
        self.add_head(title)
        self._area = Scroll()
        self._area.column.addWidget(
            Text(
                translate(
                    "share",
                    "Only what the recipient needs leaves this laptop, and only with consent or "
                    "another legal basis.",
                ),
                "soft",
            )
        )
        self._tell_at(None)
        self._card = Card()
        self._later = QWidget()
        self._after = QVBoxLayout(self._later)
        self._after.setContentsMargins(0, 0, 0, 0)
        for each in (self._card, self._later):
            line = row()
            each.setMaximumWidth(current_look().px(_CARD_PX))
            line.addWidget(each, 1000)
            line.addStretch(1)
            self._area.column.addLayout(line)
        self._later.setVisible(False)
        self._area.column.addStretch(1)
        self.body.addWidget(self._area, 1)
        self._foot = Card()
        self._summary = Text("", "strong")
        self._go = Button("", self.share, kind="primary")
        foot = row()
        if current_look().text_percent < _WIDE_TEXT_PERCENT:
            foot.addWidget(self._summary, 1)
        else:
            # It scrolls with the parts, whose end it is: the two buttons stay in sight.
            self._area.column.insertWidget(self._area.column.count() - 1, self._summary)
            foot.addStretch(1)
        foot.addWidget(Button(translate("share", "Cancel"), desk.back))
        foot.addWidget(self._go)
        self._foot.column.addLayout(foot)
        self._foot.setMaximumWidth(current_look().px(_CARD_PX))
        self.body.addWidget(self._foot)

    def lay_out(self, parts: Sequence[Section], action: str) -> None:
        """Put the parts on the card and words on the one action."""
        for number, part in enumerate(parts):
            if number:
                self._card.add(rule())
            self._card.add(part)
        self._go.setText(action)
        self._go.setAccessibleName(action)

    def share(self) -> None:
        """Do it; pages say how."""

    def say_summary(self, words: str) -> None:
        """Say in a sentence what is about to leave."""
        self._summary.say(words)

    @property
    def summary(self) -> str:
        """Return that sentence."""
        return self._summary.text()

    def show_later(self, card: Card, focus: Callable[[], None]) -> None:
        """Show a card in place of the parts and the action."""
        clear(self._after)
        self._after.addWidget(card)
        self._card.setVisible(False)
        self._summary.setVisible(False)
        self._foot.setVisible(False)
        self._later.setVisible(True)
        focus()

    def show_parts(self, error: Exception) -> None:
        """Show the parts again and say why: stopped, or what failed."""
        self._card.setVisible(True)
        self._summary.setVisible(bool(self.summary))
        self._foot.setVisible(True)
        self._later.setVisible(False)
        clear(self._after)
        if isinstance(error, Cancelled):
            self._tell_at(None)
            self.notice.tell(
                translate("share", "Stopped"),
                translate("share", "Nothing was written, and nothing was noted as sent."),
                translate("share", "Everything that you chose is still here."),
            )
            self._go.setFocus()
            return
        self.refuse(error)

    def refuse(self, error: Exception) -> None:
        """Say what is missing where it is settled, and give that the keyboard."""
        self._tell_at(self.part_for(error))
        self.tell_error(error)
        part = self.part_for(error)
        if part is None:
            self.notice.setFocus()
        else:
            part.take_focus()
        QTimer.singleShot(
            _LAID_OUT_MS, self, lambda: self._area.ensureWidgetVisible(self.notice, 0, 40)
        )

    def part_for(self, error: Exception) -> Section | None:
        """Return the part in which an error is settled; None for the page as a whole."""
        del error
        return None

    def _tell_at(self, part: Section | None) -> None:
        """Put the notice into a part, or above all of them."""
        where = self._area.column if part is None else part.column
        where.insertWidget(0, self.notice)
