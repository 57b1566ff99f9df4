"""What every field for an answer is, whatever it looks like."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from outreach_app.engine.reading import QuestionView

_EDGE_PX = 24


def bring_into_sight(widget: QWidget) -> None:
    """Scroll what a widget lies in so that it is seen, once it has its place."""

    def bring() -> None:
        place = widget.parentWidget()
        while place is not None and not isinstance(place, QScrollArea):
            place = place.parentWidget()
        if place is not None:
            place.ensureWidgetVisible(widget, 0, _EDGE_PX)

    QTimer.singleShot(0, widget, bring)


class AnswerField(QObject):
    """Shows the answer to one question and says what a person gives.

    Attributes:
        widget: What is laid out.
        answered: A person gave this: a text, or a list of codes.
        edited: Somebody has begun to type what is not given yet.
        misread: What was typed cannot be read; with words for the person, "" when it can again.
        refused: What is in it now was not accepted; it stays there to be corrected.
    """

    answered = Signal(object)
    edited = Signal()
    misread = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        """Take the widget that is laid out; the field lives as long as it does."""
        super().__init__(widget)
        self.widget = widget
        self.refused = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed or chosen in it now, accepted or not."""
        raise NotImplementedError

    def show_view(self, view: QuestionView) -> None:
        """Show a question's answer as it is stored, unless a person is just writing another."""
        raise NotImplementedError

    def commit(self) -> None:
        """Give what is typed and not given yet."""

    def typed(self) -> str:
        """Return what stands in it as typed, where something can be typed."""
        return ""

    def put_typed(self, text: str) -> None:
        """Put a text in that was typed before and not accepted, to be corrected."""

    def take_focus(self) -> None:
        """Give the keyboard to the first control in it."""
        self.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def describe(self, description: str) -> None:
        """Say to a screen reader what belongs to the question besides its label."""
        self.widget.setAccessibleDescription(description)

    def set_open(self, *, is_open: bool) -> None:
        """Let a person answer, or only read."""
        self.widget.setEnabled(is_open)
