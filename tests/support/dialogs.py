"""The computer's own dialogs, answered as a person would."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot


def choose(qtbot: QtBot, path: Path) -> None:
    """Choose a file or folder in the dialog that is open, or comes up now."""
    found: list[QFileDialog] = []

    def there() -> bool:
        found[:] = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QFileDialog) and each.isVisible()
        ]
        return bool(found)

    qtbot.waitUntil(there, timeout=5_000)
    dialog = found[0]
    dialog.setDirectory(str(path if path.is_dir() else path.parent))
    name = dialog.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(path))
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=5_000)
