"""Between the right passphrase and the first page: the forms, where they are not ready yet."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from outreach_app.errors import OutreachError
from outreach_app.keychain import Keychain
from outreach_app.services.catalogue import forms_are_ready, prepare_shipped
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import begin_workspace
from outreach_app.ui.jobs import Jobs, Progress
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.window import Window
from outreach_app.ui.speech import translate
from outreach_app.ui.unlock.calm import CalmPage


class Entering(CalmPage):
    """Says what it waits for; usually one does not see it."""

    def __init__(
        self,
        sitting: Sitting,
        keychain: object,
        jobs: Jobs,
        opened: Callable[[Window], None],
        failed: Callable[[OutreachError], None],
    ) -> None:
        """Take over an unlocked vault.

        Args:
            sitting: The vault; closed when this fails.
            keychain: The computer's secret store, where there is one.
            jobs: For the forms.
            opened: Called with the main window's content.
            failed: Called with why it did not open.
        """
        super().__init__(translate("unlock", "Opening"))
        self._sitting = sitting
        self._keychain = keychain if isinstance(keychain, Keychain) else None
        self._jobs = jobs
        self._opened = opened
        self._failed = failed
        self._far = Text(kind="soft")
        self.column.addWidget(self._far)

    def begin(self) -> None:
        """Go on, by way of a job where the forms of this release are not in the vault yet."""
        if forms_are_ready(self._sitting):
            # The vault was opened in this turn of the loop: the window is made in the next.
            QTimer.singleShot(0, self, self._go_on)
            return
        self.second.say(
            translate(
                "unlock",
                "The forms of this release are put into the vault. This takes some seconds, once.",
            )
        )
        self._jobs.start_long(
            _prepare,
            on=self,
            said=self._far.say,
            done=lambda _nothing: self._go_on(),
            failed=self._fail,
        )

    def _go_on(self) -> None:
        try:
            workspace = begin_workspace(self._sitting, self._keychain)
        except OutreachError as error:
            self._failed(error)
            return
        desk = Desk(workspace, self._jobs)
        window = Window(desk, hide=desk.lock_asked.emit)
        desk.setParent(window)
        self._opened(window)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, OutreachError):
            raise error
        self._sitting.close()
        self._failed(error)


def _prepare(progress: Progress) -> None:
    for number, count in prepare_shipped():
        progress.say(
            translate("unlock", "Form {number} of {count}").format(number=number, count=count)
        )
