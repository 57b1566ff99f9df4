"""What every page gets: the unlocked vault, jobs, and the ways to other pages."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import Workspace
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import spoken_language


class Desk(QObject):
    """One person's desk for one sitting.

    Attributes:
        workspace: The unlocked vault with every verb.
        jobs: Work off the window's thread.
        asked_for: A page asks to go somewhere.
        went_back: A page asks to go where one was before.
        counts_changed: Something was signed, imported or exported: the counts in the bar are old.
        lock_asked: Lock now.
        saved: An answer was committed at this time.
        look_changed: The person chose another theme or text size; pages are laid out anew.
        language_changed: The person chose a language, by its code; "" for that of the desktop.
    """

    asked_for = Signal(object)
    went_back = Signal()
    counts_changed = Signal()
    lock_asked = Signal()
    saved = Signal(object)
    look_changed = Signal(object)
    language_changed = Signal(str)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject | None = None) -> None:
        """Begin a sitting at the desk."""
        super().__init__(parent)
        self.workspace = workspace
        workspace.catalogue.speak(spoken_language())
        self.jobs = jobs

    @property
    def sitting(self) -> Sitting:
        """The unlocked vault with the person."""
        return self.workspace.sitting

    def go(self, place: Place) -> None:
        """Go to a place."""
        self.asked_for.emit(place)

    def back(self) -> None:
        """Go where one was before."""
        self.went_back.emit()

    def tell_saved(self, at: datetime) -> None:
        """Say truthfully that the last answer is on the disk."""
        self.saved.emit(at)
