"""Tool tips as plain text: Qt would read a tip that looks like HTML as such."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from outreach_app.report.visible import visible
from outreach_app.ui.speech import told


class PlainTip(QObject):
    """Shows the tip of one widget as the text that it is.

    It hears that widget only. One that heard the whole application would be asked about each of the
    thousands of events of a page, which made every page a sixth slower.
    """

    def __init__(self, widget: QWidget) -> None:
        """Watch a widget, which owns this from now on."""
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the tip away from whoever would show it."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        if not isinstance(watched, QWidget) or not watched.toolTip():
            return False
        QToolTip.showText(event.globalPos(), plain_tip(watched.toolTip()), watched)
        return True


def give_tip(widget: QWidget, words: str) -> None:
    """Give a widget a tip in place of the one it had; the only way to give one."""
    QWidget.setToolTip(widget, told(words))
    if words and not has_plain_tip(widget):
        PlainTip(widget)


def has_plain_tip(widget: QWidget) -> bool:
    """Say whether a widget shows its tip as plain text."""
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    return widget.findChild(PlainTip, options=directly) is not None


def plain_tip(words: str) -> str:
    """Return the markup that shows words as they are."""
    shown = visible(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{shown.replace(chr(10), '<br>')}</qt>"
