"""Copies in a window on a real screen and says what became of it. Run with QT_QPA_PLATFORM=xcb."""

import sys

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outreach_app.ui.discretion import SECRET_MARKS, ClipboardGuard
from outreach_app.ui.pieces.fields import LongField
from outreach_app.ui.unlock.keyboard import caps_lock_state


def main() -> int:
    """Say in one line each: what was copied, marked, taken back, selected, and Caps Lock."""
    application = QApplication([])
    clipboard = QGuiApplication.clipboard()
    guard = ClipboardGuard(clipboard, application, kept_ms=300)
    field = LongField("note", "stays near the harbour")
    field.show()
    QTest.qWaitForWindowExposed(field)
    field.selectAll()
    QTest.qWait(100)
    said = [f"selected {clipboard.text(QClipboard.Mode.Selection)!r}"]
    field.copy()
    content = clipboard.mimeData()
    marks = all(bytes(content.data(name).data()) == value for name, value in SECRET_MARKS.items())
    said.append(f"copied {clipboard.text()!r} marked {marks}")
    for _ in range(100):
        QTest.qWait(50)
        if not clipboard.text():
            break
    said.append(f"later {clipboard.text()!r}")
    field.copy()
    guard.forget()
    said.append(f"forgotten {clipboard.text()!r}")
    said.append(f"caps {caps_lock_state()}")
    sys.stdout.write("\n".join(said))
    return 0


if __name__ == "__main__":
    sys.exit(main())
