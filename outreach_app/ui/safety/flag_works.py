"""The flags of the screen as the widgets use them: one open draft each."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from outreach_app.services.open_document import OpenDocument
from outreach_app.services.safety_screen import SafetyScreen
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.shell.desk import Desk


class FlagWorks(QObject):
    """Begins and forgets the drafts of flags as questions are answered.

    Attributes:
        kept: Codes of flags that stay although their answer is not yes any more.
    """

    def __init__(
        self,
        desk: Desk,
        screen: SafetyScreen,
        connect: Callable[[FormWork], None],
        parent: QObject,
    ) -> None:
        """Take the flags that are being set already.

        Args:
            desk: The unlocked vault.
            screen: The screen.
            connect: Called with every draft that is opened, to hear when it is saved.
            parent: The page.
        """
        super().__init__(parent)
        self._desk, self._screen, self._connect = desk, screen, connect
        self._works: dict[str, FormWork] = {}
        self.kept: set[str] = set()
        for flag in screen.flags():
            if flag.opened is not None:
                self._take(flag.code, flag.opened)

    def _take(self, code: str, opened: OpenDocument) -> None:
        work = FormWork(self._desk, opened, self)
        self._connect(work)
        self._works[code] = work

    def work(self, code: str) -> FormWork | None:
        """Return the open draft of a flag, None while nothing is written in it."""
        return self._works.get(code)

    def begin(self) -> list[str]:
        """Begin the flags of what was answered with yes; return their codes.

        Raises:
            OutreachError: One could not be begun; those before it are.
        """
        codes = list(self._screen.unset())
        for code in codes:
            self._take(code, self._screen.set_flag(code))
        return codes

    def take_back_slips(self) -> list[str]:
        """Take back flags begun by a slip, in which nobody has written anything.

        Raises:
            OutreachError: It could not be saved.
        """
        screen = self._screen
        codes = [code for code in screen.contradicted() if not screen.is_written(code)]
        for code in codes:
            self.forget(code)
        return codes

    def forget(self, code: str) -> None:
        """Give up the draft of a flag.

        Raises:
            OutreachError: It could not be saved.
        """
        self._screen.take_back(code)
        work = self._works.pop(code)
        work.setParent(None)
        work.deleteLater()

    def write_in(self, code: str) -> None:
        """Begin a new version of a flag that is open in the case.

        Raises:
            OutreachError: It may not be, or could not be begun.
        """
        if code not in self._works:
            self._take(code, self._screen.set_flag(code))
