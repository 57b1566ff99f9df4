"""One page of a copy, drawn as it will be printed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from outreach_app.report.pictures import PagePicture
from outreach_app.ui.theme.look import current_look


def image_of(picture: PagePicture) -> QImage:
    """Return a picture of a page as Qt draws it; it owns its pixels."""
    image = QImage(
        picture.pixels,
        picture.width,
        picture.height,
        picture.stride,
        QImage.Format.Format_RGB32,
    )
    return image.copy()


class SheetView(QWidget):
    """A sheet of paper on the ground of the window; a screen reader is told its text."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_page(self, image: QImage, name: str, text: str) -> None:
        """Show a page.

        Args:
            image: Its picture, in pixels of the screen.
            name: Which page it is, in words.
            text: What stands on it.
        """
        self._image = image
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)
        self.setFixedSize(self.sizeHint())
        self.update()

    @property
    def is_blank(self) -> bool:
        """Whether no page is shown."""
        return self._image.isNull()

    def sizeHint(self) -> QSize:
        edge = 2 * _frame()
        size = self._image.deviceIndependentSize().toSize()
        return QSize(size.width() + edge, size.height() + edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet with its edge, and a frame while it has the keyboard."""
        del event
        if self._image.isNull():
            return
        tokens, frame = current_look().tokens, _frame()
        painter = QPainter(self)
        painter.drawImage(frame, frame, self._image)
        colour = tokens.focus if self.hasFocus() else tokens.edge
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(colour), width))
        painter.drawRect(QRectF(self.rect()).adjusted(frame - 1, frame - 1, -frame, -frame))
        painter.end()


def _frame() -> int:
    return current_look().px(3)
