"""The questions with what to do beside them, or one of the two where there is no room for both."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.safety.panel import WIDTH_PX, FlagPanel
from outreach_app.ui.safety.parts import Emergency, Finish
from outreach_app.ui.safety.rows import RowPages
from outreach_app.ui.theme.look import current_look

ROWS_PX = 540
_NO_LIMIT = 16_777_215


class Sides(QWidget):
    """A stack of parts at the left, the panel at the right.

    Attributes:
        is_panel_alone: The panel stands in the place of the questions.
    """

    def __init__(self, pages: RowPages, panel: FlagPanel, toggle: Button) -> None:
        """Put the questions beside the panel; `toggle` is shown where only one has room."""
        super().__init__()
        self._panel, self._toggle = panel, toggle
        self._with_panel = True
        self.is_panel_alone = False
        self._stack = QStackedWidget()
        self._stack.addWidget(pages)
        line = QFrame()
        line.setProperty("kind", "side-rule")
        columns = row(gap=0)
        columns.addWidget(self._stack, 1)
        columns.addWidget(line)
        columns.addWidget(panel)
        self.setLayout(columns)

    @property
    def part(self) -> QWidget | None:
        """What stands in the place of the questions, or they themselves."""
        return self._stack.currentWidget()

    @property
    def shows_questions(self) -> bool:
        """Whether nothing stands in the place of the questions."""
        return self._stack.currentIndex() == 0

    @property
    def is_wide(self) -> bool:
        """Whether there is room for both."""
        look = current_look()
        return self.width() >= look.px(WIDTH_PX) + look.px(ROWS_PX)

    def instead(self, part: QWidget, *, with_panel: bool) -> None:
        """Put a part in the place of the questions."""
        self.to_questions()
        self._stack.addWidget(part)
        self._stack.setCurrentWidget(part)
        self._with_panel = with_panel
        self.arrange()

    def to_questions(self) -> None:
        """Show the questions again; what was typed meanwhile is given."""
        self.commit()
        while self._stack.count() > 1:
            part = self._stack.widget(1)
            if part is None:
                break
            self._stack.removeWidget(part)
            part.deleteLater()
        self._stack.setCurrentIndex(0)
        self._with_panel = True
        self.arrange()

    def commit(self) -> None:
        """Give what is typed in a part and not given yet."""
        if isinstance(self.part, Finish | Emergency):
            self.part.commit()

    def toggle(self) -> None:
        """Show the panel where the questions are, or them again."""
        self.is_panel_alone = not self.is_panel_alone
        self.arrange()

    def show_panel(self) -> None:
        """Bring the panel into sight."""
        if not self.is_wide:
            self.is_panel_alone = True
            self.arrange()

    def hide_panel_where_narrow(self) -> None:
        """Give the room back to the questions."""
        self.is_panel_alone = False
        self.arrange()

    def arrange(self) -> None:
        """Show as much as there is room for."""
        wide = self.is_wide
        alone = self.is_panel_alone and not wide and self._with_panel
        self._panel.setVisible(self._with_panel and (wide or alone))
        if alone:
            self._panel.setMinimumWidth(0)
            self._panel.setMaximumWidth(_NO_LIMIT)
        else:
            self._panel.setFixedWidth(current_look().px(WIDTH_PX))
        self._stack.setVisible(not alone)
        self._panel.offer_back(is_alone=alone)
        self._toggle.setVisible(self._with_panel and not wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the panel beside the questions where there is room."""
        super().resizeEvent(event)
        self.arrange()
