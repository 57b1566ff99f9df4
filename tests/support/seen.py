"""What a person would miss on a page: words that are cut, and the controls that there are."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from outreach_app.ui.shell.window import Window

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
_INSIDE = (QComboBox, QAbstractSpinBox)
WIDTH, HEIGHT = 1280, 720


def controls_in(window: Window) -> Iterator[QWidget]:
    """Yield what one operates, without the parts that a control is made of."""
    for widget in window.findChildren(QWidget):
        inside = isinstance(widget.parentWidget(), _INSIDE)
        if isinstance(widget, _CONTROLS) and widget.isVisible() and not inside:
            yield widget


def clipped(window: Window) -> Iterator[str]:
    """Yield what is shown in less room than its words need, or makes the window larger."""
    if window.width() > WIDTH or window.height() > HEIGHT:
        yield f"the window needs {window.width()} × {window.height()} pixels"
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton):
            continue
        words = widget.text()
        if not words:
            continue
        needed = widget.sizeHint() if isinstance(widget, QAbstractButton) else None
        if needed is not None and needed.width() > widget.width() + 1:
            yield f"{words!r} needs {needed.width()} and has {widget.width()} pixels"
        elif isinstance(widget, QLabel):
            yield from _clipped_label(widget)


def _clipped_label(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + 1:
            yield f"{label.text()!r} needs {needed} and has {label.height()} pixels of height"
    elif label.sizeHint().width() > label.width() + 1:
        yield f"{label.text()!r} needs {label.sizeHint().width()} and has {label.width()} pixels"
