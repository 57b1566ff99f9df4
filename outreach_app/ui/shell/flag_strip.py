"""Above every page of a case: that safety flags are open, and for how long. Which, at a press.

A glance at it tells nothing about the client: the flags are named only when somebody asks.
"""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from outreach_app.domain.documents import Subject
from outreach_app.phrases import in_a_row
from outreach_app.services.flag_times import FlagTime, time_since
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Column, clear, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

_A_MINUTE_MS = 60_000


class FlagStrip(QFrame):
    """One calm line; it counts on while the page stands."""

    def __init__(self, desk: Desk) -> None:
        """Begin without a case.

        Args:
            desk: The unlocked vault, the clock and the ways to other pages.
        """
        super().__init__()
        self.setProperty("kind", "strip")
        self.setAccessibleName(translate("shell", "Open safety flags"))
        self._desk = desk
        self._subject: Subject | None = None
        self._flags: tuple[FlagTime, ...] = ()
        self._lines: list[tuple[FlagTime, Text]] = []
        look = current_look()
        layout = Column(self)
        edge = 0 if has_large_text() else look.px(3)
        layout.setContentsMargins(look.px(28), edge, look.px(28), edge)
        layout.setSpacing(look.px(4))
        self._words = Text("", "small")
        self._turn = Button("", self._on_turn, kind="plain")
        line = row(gap=12)
        line.addWidget(self._words, 1)
        line.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
        self._named = QWidget()
        self._inside = column(gap=4)
        self._named.setLayout(self._inside)
        self._named.hide()
        layout.addWidget(self._named)
        ticking = QTimer(self)
        ticking.timeout.connect(self.tell_time)
        ticking.start(_A_MINUTE_MS)

    def show_flags(self, subject: Subject | None, flags: tuple[FlagTime, ...]) -> None:
        """Show the flags of a case; they stay folded unless the same ones were open before."""
        same = subject == self._subject and flags == self._flags
        self._subject, self._flags = subject, flags
        if not same:
            self._fold()
        self.tell_time()
        self.setVisible(bool(flags))

    def _fold(self) -> None:
        self._named.hide()
        clear(self._inside)
        self._lines = []
        self._say_turn()

    def _on_turn(self) -> None:
        if not self._named.isHidden():
            self._fold()
            return
        for flag in self._flags:
            self._add(flag)
        self._named.show()
        self._say_turn()
        self.tell_time()

    def _say_turn(self) -> None:
        folded = self._named.isHidden()
        words = translate("shell", "Which?") if folded else translate("shell", "Hide")
        spoken = (
            translate("shell", "Which safety flags are open")
            if folded
            else translate("shell", "Hide which safety flags are open")
        )
        self._turn.setText(words)
        self._turn.setAccessibleName(spoken)

    def _add(self, flag: FlagTime) -> None:
        text = Text("", "small")
        self._lines.append((flag, text))
        place = Place(room=Room.FORM, subject=self._subject, document_id=flag.document_id)
        spoken = translate("shell", "Open the flag {flag}").format(flag=told(flag.words))
        open_it = Button(
            translate("shell", "Open"), lambda: self._desk.go(place), kind="plain", spoken=spoken
        )
        line = row(gap=12)
        line.addWidget(text, 1)
        line.addWidget(open_it, 0, Qt.AlignmentFlag.AlignTop)
        self._inside.addLayout(line)

    def tell_time(self) -> None:
        """Say again for how long the flags have been open."""
        now = self._desk.sitting.now()
        oldest = min((each.set_at for each in self._flags if each.set_at), default=None)
        self._words.say(_strip_words(len(self._flags), oldest, now))
        for flag, text in self._lines:
            text.say(_flag_words(flag, now))


def _strip_words(count: int, oldest: datetime | None, now: datetime) -> str:
    if oldest is None:
        return translate("shell", "⚑ %n flag(s) open", "", count)
    since = told(time_since(oldest, now))
    if count == 1:
        return translate("shell", "⚑ A flag is open, {since}").format(since=since)
    words = translate("shell", "⚑ %n flag(s) open, the first {since}", "", count)
    return words.format(since=since)


def _flag_words(flag: FlagTime, now: datetime) -> str:
    since = time_since(flag.set_at, now) if flag.set_at is not None else ""
    return in_a_row((flag.words, since), " · ")
