"""Tool tips as plain text: Qt would read a tip that looks like HTML as such."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from outreach_app.report.visible import visible


class PlainTips(QObject):
    """Shows every tool tip of the application itself, as the text that it is."""

    def __init__(self, application: QApplication) -> None:
        """Watch an application."""
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take tips away from whoever would show them."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        if not isinstance(watched, QWidget) or not watched.toolTip():
            return False
        QToolTip.showText(event.globalPos(), plain_tip(watched.toolTip()), watched)
        return True


def plain_tip(words: str) -> str:
    """Return the markup that shows words as they are."""
    shown = visible(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{shown.replace(chr(10), '<br>')}</qt>"
