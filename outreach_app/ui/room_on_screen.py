"""How large the window is on the screen that there is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from outreach_app.ui.theme.look_file import KeptLook

_FIRST_SIZE = QSize(1280, 800)
_FRAME_PX = 48


def fitting_size(kept: KeptLook) -> QSize:
    """Return the kept size, no larger than the screen."""
    wanted = QSize(kept.width, kept.height) if kept.width and kept.height else _FIRST_SIZE
    return wanted.boundedTo(_room())


def show_fitting(window: QWidget) -> None:
    """Show a window; where a frame would not fit on the screen besides, fill the screen."""
    framed = window.size() + QSize(_FRAME_PX, _FRAME_PX)
    if framed.boundedTo(_room()) == framed:
        window.show()
    else:
        window.showMaximized()


def _room() -> QSize:
    return QApplication.primaryScreen().availableGeometry().size()
