"""The first run as a whole: its steps one after the other, and what was answered in them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.paths import data_folder
from outreach_app.services.beginning import Begun, abandon
from outreach_app.services.instants import Clock
from outreach_app.services.laptop import free_folder
from outreach_app.services.unlocking import sit_down, this_world
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.pieces.fields import forget_text
from outreach_app.ui.welcome.step import Answers, Step, Way

if TYPE_CHECKING:
    from outreach_app.services.sitting import Sitting


class FirstRun(QWidget):
    """Shows one step and remembers the way back."""

    def __init__(
        self,
        jobs: Jobs,
        clock: Clock,
        *,
        first: Callable[[Way], Step],
        unlocked: "Callable[[Sitting], None]",
        back: Callable[[], None] | None,
        restored: Callable[[], None],
    ) -> None:
        """Show the first step.

        Args:
            jobs: For everything that takes a while.
            clock: For the vault.
            first: Makes the first step.
            unlocked: Called with the new vault, unlocked.
            back: Where the first step leads back to, if anywhere.
            restored: Called when a backup was restored.
        """
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._layout = layout
        self._clock = clock
        self._unlocked = unlocked
        self._leave = back
        self._behind: list[Callable[[Way], Step]] = []
        self._here = first
        self.way = Way(
            answers=Answers(
                vault_folder=free_folder(), organisation_folder=data_folder() / "organisation"
            ),
            jobs=jobs,
            clock=clock,
            go=self._go,
            back=self._back,
            finish=self._finish,
            restart=restored,
            enter=self._enter,
        )
        self.step = self._here(self.way)
        self._layout.addWidget(self.step)

    def first_focus(self) -> None:
        """Begin where the step begins."""
        self.step.first_focus()

    def _go(self, make: Callable[[Way], Step]) -> None:
        self._behind.append(self._here)
        self._show(make)

    def _back(self) -> None:
        if self._behind:
            self._show(self._behind.pop())
        elif self._leave is not None:
            self._leave()

    def _show(self, make: Callable[[Way], Step]) -> None:
        old = self.step
        self._here = make
        self.step = make(self.way)
        self._layout.removeWidget(old)
        self._layout.addWidget(self.step)
        forget_text(old)
        old.hide()
        old.deleteLater()
        self.step.show()
        self.step.first_focus()

    def _finish(self, begun: Begun) -> None:
        self._forget()
        sitting = sit_down(begun.locked, begun.person_id, begun.keys, this_world(self._clock))
        self._unlocked(sitting)

    def _enter(self, sitting: "Sitting") -> None:
        self._forget()
        self._unlocked(sitting)

    def _forget(self) -> None:
        answers = self.way.answers
        answers.passphrase = answers.manager_passphrase = ""
        answers.shares.clear()
        answers.recovery = None
        answers.establishment = None
        answers.begun = None

    def give_up(self) -> None:
        """Leave nothing half made behind when the window goes."""
        answers = self.way.answers
        if answers.establishment is not None and answers.begun is None:
            abandon(answers.establishment)
        if answers.begun is not None:
            answers.begun.locked.release()
        self._forget()
