"""What can be done with a copy: a protected file, a plain file, paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from outreach_app.errors import OutreachError
from outreach_app.services.printing import Printed, Sealed, Written, sealed, write_sealed
from outreach_app.ui.managed import off_words
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.file_choice import choose_new_file
from outreach_app.ui.pieces.notices import Notice, focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.printing.paper import Paper
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_LAID_OUT_MS = 40


class CopyActions(QFrame):
    """Buttons for one copy, and what came of them."""

    def __init__(self, desk: Desk, parent: QWidget, side: Scroll) -> None:
        """Offer nothing until there is a copy; `side` is brought to what is said last."""
        super().__init__(parent)
        self._desk, self._side = desk, side
        self._printed: Printed | None = None
        self._is_writing = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current_look().px(10))
        self._protect = Button(
            translate("printing", "Save as protected PDF…"), self._on_protect, kind="primary"
        )
        self._plain = Button(translate("printing", "Save PDF…"), self._on_plain)
        self._print = Button(translate("printing", "Print…"), self._on_print, shortcut="Ctrl+P")
        settings = desk.sitting.settings()
        self._allowed: dict[Button, bool] = {}
        for each, key in (
            (self._protect, "export.protected_pdf"),
            (self._plain, "export.readable_pdf"),
            (self._print, "export.paper"),
        ):
            self._layout.addWidget(each)
            self._allowed[each] = settings.is_on(key)
            why = off_words(settings, key)
            if why:
                each.setAccessibleDescription(why)
                self._layout.addWidget(Text(why, "small"))
        self._notice = Notice()
        self._layout.addWidget(self._notice)
        self._said = QVBoxLayout()
        self._layout.addLayout(self._said)
        protect = self._on_protect if self._allowed[self._protect] else None
        self._paper = Paper(desk, self, self._say, self._failed, protect)

    def take(self, printed: Printed | None) -> None:
        """Act on a copy from now on; None while there is none."""
        self._printed = printed
        for each, allowed in self._allowed.items():
            each.setEnabled(allowed and printed is not None)
        clear(self._said)

    def may_end(self) -> bool:
        """Say whether everything asked for has come to its end; tells the person where it has not."""
        if not self._is_writing and not self._paper.is_printing:
            return True
        self._notice.tell(
            translate("printing", "One moment"),
            translate("printing", "The copy is still on its way to the file or to the printer."),
        )
        self._show_soon(self._notice)
        return False

    def _say(self, card: Card | None) -> None:
        """Show one card below the buttons in place of the last."""
        clear(self._said)
        self._notice.clear()
        if card is not None:
            self._said.addWidget(card)
            self._show_soon(card)
            focus_first(card)

    def _show_soon(self, what: QWidget) -> None:
        """Bring something below the buttons into sight once it is laid out, if it is still there."""

        def show() -> None:
            if isValid(what):
                self._side.ensureWidgetVisible(what, 0, 0)

        QTimer.singleShot(_LAID_OUT_MS, self, show)

    # ---- files ------------------------------------------------------------------------------

    def _on_protect(self) -> None:
        self._say(None)
        self._choose(protect=True)

    def _on_plain(self) -> None:
        words = translate(
            "printing",
            "Anybody who gets the file can read it, and it stays readable after it is deleted. "
            "A protected PDF opens only with its digits.",
        )
        self._say(
            question(
                translate("printing", "A file that anybody can read?"),
                words,
                (
                    *self._instead(translate("printing", "Save it protected")),
                    (translate("printing", "Save it readable"), self._on_readable, "danger"),
                    (translate("printing", "Cancel"), lambda: self._say(None), ""),
                ),
            )
        )

    def _instead(self, words: str) -> tuple[tuple[str, Callable[[], object], str], ...]:
        """Return the answer that protects the file, where protected files may be saved."""
        return ((words, self._on_protect, "primary"),) if self._allowed[self._protect] else ()

    def _on_readable(self) -> None:
        self._say(None)
        self._choose(protect=False)

    def _choose(self, *, protect: bool) -> None:
        printed = self._printed
        if printed is None or not self.may_end():
            return
        title = translate("printing", "Save the copy")
        choose_new_file(
            self, title, printed.name, lambda path: self._save(printed, path, protect=protect)
        )

    def _save(self, printed: Printed, path: Path, *, protect: bool) -> None:
        self._is_writing = True
        self._desk.jobs.start(
            lambda: sealed(printed, protect=protect),
            on=self,
            done=lambda copy: self._write(copy, path),
            failed=self._failed,
        )

    def _write(self, copy: Sealed, path: Path) -> None:
        self._is_writing = False
        try:
            written = write_sealed(self._desk.workspace, copy, path)
        except OutreachError as error:
            self._failed(error)
            return
        self._say(_written_card(written, path))

    def _failed(self, error: Exception) -> None:
        self._is_writing = False
        if not isinstance(error, OutreachError):
            raise error
        self._notice.tell_error(error)
        self._show_soon(self._notice)

    # ---- paper ------------------------------------------------------------------------------

    def _on_print(self) -> None:
        if self._printed is not None:
            self._paper.ask(self._printed)


def question(
    title: str, words: str, answers: tuple[tuple[str, Callable[[], object], str], ...]
) -> Card:
    """Return a card that warns and asks, with a button for each answer: words, act, kind."""
    card = Card(title, kind="warning")
    card.add(Text(words))
    for label, act, kind in answers:
        card.add(Button(label, act, kind=kind))
    return card


def _written_card(written: Written, path: Path) -> Card:
    card = Card(translate("printing", "Saved"))
    card.add(Text(path.name, "strong"))
    if not written.password_groups:
        card.add(
            Text(translate("printing", "This file is readable by anybody who has it."), "soft")
        )
        return card
    card.add(
        Text(
            translate(
                "printing",
                "Read these digits out by telephone. They are shown once and kept nowhere.",
            )
        )
    )
    groups = written.password_groups.split()
    for start in range(0, len(groups), 3):
        digits = Text(" ".join(groups[start : start + 3]), "words", wraps=False)
        card.column.addLayout(row(digits))
    check = " ".join(written.digest[at : at + 4] for at in range(0, 16, 4))
    words = translate("printing", "First signs of its fingerprint: {signs}").format(signs=check)
    card.add(Text(words, "small"))
    return card
