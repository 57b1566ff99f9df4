"""What comes from the keyboard and the mouse, seen where it enters: at the windows themselves.

A watch on the whole application would be asked about each of the thousands of events of a page. A key
goes to the window with the focus first, whatever lies in it: dialogs, menus and fields come after.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication


class WindowInput(QObject):
    """Sees the events of every window that gets the focus, before anything in it does."""

    def __init__(self, application: QGuiApplication) -> None:
        """Watch the windows of an application, which owns this."""
        super().__init__(application)
        application.focusWindowChanged.connect(self._watch)
        # A method of input writes into the field itself and passes the window by.
        application.focusObjectChanged.connect(self._watch)
        self._watch(application.focusWindow())
        self._watch(application.focusObject())

    def _watch(self, entered: QObject | None) -> None:
        if entered is not None:
            # Said twice it is still watched once.
            entered.installEventFilter(self)

    def heard(self, watched: QObject, event: QEvent) -> bool:
        """Look at an event; True takes it away from everybody else."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on what is heard."""
        return self.heard(watched, event)
