"""What the place of the talk allows: most sections held back, or a pause, and why."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from outreach_app.services.place_of_talk import (
    HeldBack,
    interpreter_stopped,
    is_asked_anywhere,
    why_held_back,
)
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look


class PlaceBar(Card):
    """Says what is not asked now and why, and offers to pause; hidden where all may be asked.

    Attributes:
        changed: Other sections are held back than before.
    """

    changed = Signal()

    def __init__(self, work: FormWork, pause: Callable[[], None]) -> None:
        """Watch a document; `pause` leaves it, with everything kept."""
        super().__init__(kind="warning")
        look = current_look()
        self.column.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        self.column.setSpacing(look.px(4))
        # Its words are never cut for what lies below, which scrolls.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._work = work
        self._why: HeldBack | None = None
        self._shows_all = False
        self._title = Text("", "strong")
        self._what = Text("", "small")
        self._pause = Button(translate("forms", "Pause here"), pause, kind="plain")
        self._all = Button("", self._on_all, kind="plain")
        head = row(self._title, gap=8)
        head.setStretch(0, 1)
        for button in (self._pause, self._all):
            head.addWidget(button)
        self.column.addLayout(head)
        self.add(self._what)
        work.answered.connect(self._on_answered)
        self._show()

    def hides(self, key: str) -> bool:
        """Say whether a section is held back now."""
        return self._why is not None and not self._shows_all and not is_asked_anywhere(key)

    def _on_answered(self, _affected: frozenset[str]) -> None:
        self._show()

    def _on_all(self) -> None:
        self._shows_all = not self._shows_all
        self._show(told=True)

    def _show(self, *, told: bool = False) -> None:
        why = why_held_back(self._work.opened)
        is_new = told or why is not self._why
        if why is not self._why:
            self._shows_all = False
        self._why = why
        stopped = interpreter_stopped(self._work.opened)
        title, what = _words(why) if why is not None else _stopped_words()
        self._title.say(title)
        self._what.say(what)
        self.setAccessibleName(f"{title} {what}")
        show, hold = translate("forms", "Show all sections"), translate("forms", "Hold them back")
        self._all.setText(hold if self._shows_all else show)
        self._all.setAccessibleName(self._all.text())
        self._all.setVisible(why is not None)
        self._pause.setVisible(stopped or why is HeldBack.NOT_SAFE)
        wanted = stopped or why is not None
        # Without a parent it would open as a window of its own.
        if not wanted or self.parentWidget() is not None:
            self.setVisible(wanted)
        if is_new:
            self.changed.emit()


def _words(why: HeldBack) -> tuple[str, str]:
    """Return what to do now, and what is held back."""
    rest = translate(
        "forms",
        "Only immediate safety and what the client wants are asked now. Everything written in the "
        "other sections is kept; go on with them when it is private.",
    )
    return {
        HeldBack.NOT_SAFE: (
            translate("forms", "It is not safe to talk: stop, and agree the next safe contact"),
            rest,
        ),
        HeldBack.OVERHEARD: (translate("forms", "Others can hear"), rest),
        HeldBack.PUBLIC: (
            translate("forms", "A public place: ask nothing here about the exploitation"),
            rest,
        ),
    }[why]


def _stopped_words() -> tuple[str, str]:
    return (
        translate("forms", "The interpreter was stopped"),
        translate(
            "forms",
            "Pause until there is another one. Everything is saved, and you come back to this "
            "question. Write down the worry about the interpreter before you go.",
        ),
    )
