"""Help before anything is unlocked: the page about unlocking, of the same help as later."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from outreach_app.ui.help_pages import FIRST, text_of, topic_about, topics
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.unlock.calm import CalmPage

_ABOUT = "unlocking"
_HEADING = "## "


class UnlockHelp(CalmPage):
    """The page about unlocking, and the first page; both name nobody."""

    def __init__(self, back: Callable[[], None]) -> None:
        """Show them; `back` leads to the unlock page, as Escape does."""
        super().__init__(translate("unlock", "Help"), width=640)
        pages = topics()
        for topic in (topic_about(_ABOUT, pages), topic_about(FIRST, pages)):
            card = Card(topic.title)
            for part in topic.parts:
                if part.startswith("!["):
                    continue  # pictures are of the unlocked window
                if part.startswith(_HEADING):
                    card.add(Text(part.removeprefix(_HEADING), "strong"))
                else:
                    card.add(Text(text_of(part)))
            self.column.addWidget(card)
        self._back = Button(translate("unlock", "Back"), back, kind="primary")
        foot = row(self._back)
        foot.addStretch(1)
        self.column.insertLayout(self.column.indexOf(self.second) + 1, foot)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, back)

    def first_focus(self) -> None:
        """Begin with the way back."""
        self._back.setFocus()
