"""The head of the form: whose it is, what it is, whether it is saved, and what can be done."""

from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import column, row
from outreach_app.ui.pieces.texts import Text, restyle
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_TITLE_PX = 400
_BUTTON_PX = 36


class FormHead(QFrame):
    """Reference and name, title and state; the state of saving; actions at the end.

    Attributes:
        tools: Where buttons are added.
    """

    def __init__(self, whose: str, title: str, state: str, remark: str = "") -> None:
        """Show a document.

        Args:
            whose: Reference and preferred name.
            title: Of the document.
            state: What state it is in.
            remark: What it was begun from, and the like.
        """
        super().__init__()
        look = current_look()
        self.setProperty("kind", "panel")
        layout = self._layout = row(gap=10)
        layout.setContentsMargins(look.px(28), look.px(12), look.px(28), look.px(12))
        lines = column(gap=2)
        lines.addWidget(Text(whose, "small"))
        named = row(Text(title, "title", wraps=False), Chip(state), gap=10)
        named.addStretch(1)
        lines.addLayout(named)
        if remark:
            lines.addWidget(Text(remark, "small"))
        layout.addLayout(lines, 1)
        self._saved = Text("", "small", wraps=False)
        self._saved.setMinimumHeight(look.px(_BUTTON_PX))
        self._holder = QWidget()
        self.tools = Flow(self._holder, gap=look.px(8))
        self.tools.addWidget(self._saved)
        # Where nothing is ever said of saving, it keeps no room either.
        self._saved.hide()
        layout.addWidget(self._holder)
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        # It goes on below itself where it is narrow, so it never widens the window.
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put the actions at the end of the line, or below it where there is no room for them."""
        look = current_look()
        parts = [each for each in self._holder.findChildren(QWidget) if not each.isHidden()]
        shown = [each for each in parts if each.parentWidget() is self._holder]
        for each in shown:
            each.setMinimumHeight(look.px(_BUTTON_PX))
        hints = [each.sizeHint().width() for each in shown]
        wanted = sum(hints) + look.px(8) * len(hints)
        is_narrow = self.width() < wanted + look.px(_TITLE_PX)
        way = QBoxLayout.Direction
        self._layout.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
        self._holder.setMinimumWidth(0 if is_narrow else wanted)

    def tell_saved(self, at: datetime) -> None:
        """Everything that was given is on the disk since an instant."""
        clock = f"{at.astimezone(CASEWORK_ZONE):%H:%M:%S}"
        self._say(translate("forms", "● Saved {clock}").format(clock=clock), "small")

    def tell_writing(self) -> None:
        """Something is typed and not saved yet."""
        self._say(translate("forms", "○ Writing…"), "small")

    def tell_refused(self) -> None:
        """What stands in a field is no answer; everything else is saved."""
        self._say(translate("forms", "! One answer is not saved"), "fault")

    def tell_unsaved(self) -> None:
        """Something could not be saved."""
        self._say(translate("forms", "! Not saved"), "fault")

    def tell_all_saved(self) -> None:
        """Nothing was changed since it was opened."""
        self._say(translate("forms", "● Everything is saved"), "small")

    def saved_words(self) -> str:
        """Return what is said about saving now."""
        return self._saved.text()

    def _say(self, words: str, kind: str) -> None:
        if words == self._saved.text():
            return
        self._saved.say(words)
        self.arrange()
        if self._saved.property("kind") != kind:
            restyle(self._saved, "kind", kind)
