"""The form in three columns: the middle keeps its room, the sides come and go with the width."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from outreach_app.ui.forms.navigator import WIDTH_PX as LEFT_PX
from outreach_app.ui.forms.summary import Summary
from outreach_app.ui.pieces.surfaces import side_rule
from outreach_app.ui.theme.look import current_look

MIDDLE_PX = 400
_LEAST_HEIGHT_PX = 120


class ThreeColumns(QWidget):
    """Sections, questions and summary beside each other, as far as there is room.

    Attributes:
        arranged: Sides were shown or hidden.
    """

    arranged = Signal()

    def __init__(self, left: QWidget, middle: QWidget, right: Summary) -> None:
        """Lay three parts out."""
        super().__init__()
        self._left, self._middle, self._right = left, middle, right
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        layout.addWidget(left)
        layout.addWidget(side_rule())
        layout.addWidget(middle, 1)
        layout.addWidget(side_rule())
        layout.addWidget(right)

    @property
    def has_left(self) -> bool:
        """Whether the left side has room beside the middle."""
        look = current_look()
        return self.width() >= look.px(LEFT_PX) + look.px(MIDDLE_PX)

    @property
    def has_right(self) -> bool:
        """Whether the right side has room beside both others."""
        look = current_look()
        return self.width() >= look.px(LEFT_PX) + look.px(MIDDLE_PX) + self._right.wanted_px

    def arrange(self) -> None:
        """Show the sides as far as the middle has room; what is hidden is one press away."""
        look = current_look()
        self._left.setVisible(self.has_left)
        self._right.setVisible(self.has_right)
        self._left.setFixedWidth(look.px(LEFT_PX))
        self._right.setFixedWidth(self._right.wanted_px)
        self._middle.setVisible(True)
        self.arranged.emit()

    def show_left(self) -> None:
        """Show the sections in the middle's place, or the middle again."""
        self._only(self._left)

    def show_right(self) -> None:
        """Show the summary in the middle's place, or the middle again."""
        self._only(self._right)

    def _only(self, side: QWidget) -> None:
        if side.isHidden():
            self._left.hide()
            self._right.hide()
            side.setFixedWidth(self.width())
            side.show()
            self._middle.hide()
        else:
            self.arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        # Each part scrolls: what stands above them may take nearly all the height there is.
        return QSize(super().minimumSizeHint().width(), current_look().px(_LEAST_HEIGHT_PX))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
