"""A step of the first run that works by itself and then goes on."""

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar

from outreach_app.services.beginning import ENROLLED, FORMS, MADE, PROVEN
from outreach_app.ui.jobs import Progress
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.step import Step, Way


class WorkStep(Step):
    """A page that works in a job and then goes on by itself."""

    def __init__(self, way: Way, title: str, second: str) -> None:
        """Show how far it is."""
        super().__init__(way, title, second)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, 0)
        self._far = Text(kind="strong")
        self.column.addWidget(self._bar)
        self.column.addWidget(self._far)
        self.finish_page(translate("welcome", "Try again"), self.begin)

    def first_focus(self) -> None:
        """Begin the work as soon as the page is seen."""
        self.begin()

    def work(self) -> Callable[[Progress], object]:
        """Return what the job does; it may read the answers now and not later."""
        raise NotImplementedError

    def done(self, outcome: object) -> None:
        """Go on with what the job brought."""
        raise NotImplementedError

    def begin(self) -> None:
        """Start, or start again."""
        self.notice.clear()
        self._show_busy(busy=True)
        self.way.jobs.start_long(
            self.work(),
            on=self,
            said=lambda code: self._far.say(far_words(code)),
            done=self.done,
            failed=self.failed,
        )

    def failed(self, error: Exception) -> None:
        """Say why it did not work, and let it be tried again."""
        self._far.say("")
        self._show_busy(busy=False)
        self.tell_error(error)

    def _show_busy(self, *, busy: bool) -> None:
        # While it works there is nothing to try again: a grey button would only ask why.
        self._bar.setVisible(busy)
        self.show_next(shown=not busy)
        self.allow_back(allowed=not busy)


def far_words(code: str) -> str:
    """Return how far the work is, in words."""
    return {
        MADE: translate("welcome", "The vault and its recovery file are made."),
        ENROLLED: translate("welcome", "You are enrolled."),
        PROVEN: translate("welcome", "The vault was closed and opened again with your passphrase."),
        FORMS: translate("welcome", "The forms are put in order."),
    }.get(code, "")
