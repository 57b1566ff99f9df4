"""Keeps what is typed on a page in a draft that begins with the first word."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from outreach_app.errors import OutreachError
from outreach_app.services.open_document import OpenDocument
from outreach_app.ui.pieces.fields import LongField
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.shell.desk import Desk

_PAUSE_MS = 600
Read = Callable[[], str]


class Keeper(QObject):
    """Writes each answer into one draft a moment after it was given, and all of them when asked.

    Attributes:
        failed: An answer could not be kept; the error.
    """

    failed = Signal(object)

    def __init__(self, desk: Desk, begin: Callable[[], OpenDocument], parent: QObject) -> None:
        """Keep nothing yet; `begin` begins the draft, or goes on with it."""
        super().__init__(parent)
        self._desk = desk
        self._begin = begin
        self._opened: OpenDocument | None = None
        self._waiting: dict[str, Read] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._on_pause)

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a draft nor anything to begin one with."""
        return self._opened is None and not self._waiting

    def go_on(self) -> OpenDocument:
        """Return the draft, begun now if nobody has.

        Raises:
            OutreachError: What beginning it refuses.
        """
        if self._opened is None:
            self._opened = self._begin()
        return self._opened

    def watch(self, field: QLineEdit | LongField | ListBox, question: str, read: Read) -> None:
        """Keep what a person does in a field as the answer to a question."""
        if isinstance(field, ListBox):
            field.activated.connect(lambda _place: self.keep(question, read))
        elif isinstance(field, LongField):
            field.textChanged.connect(lambda: self.keep(question, read))
        else:
            field.textEdited.connect(lambda _text: self.keep(question, read))

    def keep(self, question: str, read: Read, *, first: bool = False) -> None:
        """Write an answer soon; what is read then is what is kept.

        Args:
            question: Its address.
            read: Returns the answer.
            first: Before the others, because it decides which of them are asked.
        """
        others = {each: kept for each, kept in self._waiting.items() if each != question}
        self._waiting = {question: read, **others} if first else {**others, question: read}
        self._timer.start()

    def flush(self) -> OpenDocument:
        """Write everything now and return the draft.

        Raises:
            OutreachError: Something could not be kept; it waits on the page.
        """
        self._timer.stop()
        opened = self.go_on()
        while self._waiting:
            question = next(iter(self._waiting))
            answer = self._waiting[question]()
            if answer != str(opened.session.value(question) or ""):
                opened.set_answer(question, answer)
            del self._waiting[question]
        self._desk.tell_saved(self._desk.sitting.now())
        return opened

    def leave(self) -> None:
        """Write what is not written yet; nothing is begun where nobody has given a word."""
        self._timer.stop()
        if not self.is_empty and self._waiting:
            self._on_pause()

    def _on_pause(self) -> None:
        try:
            self.flush()
        except OutreachError as error:
            self.failed.emit(error)
