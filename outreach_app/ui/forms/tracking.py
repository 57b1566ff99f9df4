"""Keeps count of sections, gaps and what is missing; counts again what an answer may have changed."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from outreach_app.engine.progress import SectionProgress
from outreach_app.services.form_sections import FormSection, SectionIndex, section_beside
from outreach_app.services.form_summary import FormSummary, summarise
from outreach_app.services.readiness import Obstacle
from outreach_app.ui.forms.work import FormWork

_AFTER_MS = 120


class Tracking(QObject):
    """What is known about the whole document.

    Attributes:
        counted: Everything is up to date again.
        is_counted: Everything is up to date.
        summary: What the answers add up to.
        obstacles: What stands before the signature.
    """

    counted = Signal()

    def __init__(self, work: FormWork, sections: tuple[FormSection, ...], parent: QObject) -> None:
        """Count nothing yet."""
        super().__init__(parent)
        self._work = work
        self._sections = sections
        self._index = SectionIndex(sections)
        self._needed: Counter[str] = Counter()
        self._by_key: dict[str, SectionProgress] = {}
        self._old: set[str] = {section.key for section in sections}
        self.is_counted = False
        self.summary = FormSummary()
        self.obstacles: tuple[Obstacle, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_due)
        work.answered.connect(self._on_answered)
        work.rows_changed.connect(lambda address: self._on_answered([address]))

    def _on_answered(self, affected: Iterable[str]) -> None:
        for address in affected:
            section = self._index.at(address)
            if section is not None:
                self._old.add(section.key)
        self.is_counted = False
        self._timer.start(_AFTER_MS)

    def begin(self, first_ms: int) -> None:
        """Count for the first time, after what is in sight is drawn."""
        self._timer.start(first_ms)

    def _on_due(self) -> None:
        if self._work.is_open:
            self.count()

    def count(self) -> None:
        """Count what may have changed."""
        self._timer.stop()
        for section in self._sections:
            if section.key in self._old:
                self._by_key[section.key] = self._work.session.progress_at(section.addresses)
        self._old.clear()
        self.summary = summarise(self._work.opened)
        self.obstacles = self._work.opened.obstacles()
        places = (self._index.at(each.address) for each in self.obstacles)
        self._needed = Counter(section.key for section in places if section is not None)
        self.is_counted = True
        self.counted.emit()

    def progress(self, key: str) -> SectionProgress:
        """Return how far a section is."""
        if key in self._old or key not in self._by_key:
            section = next(each for each in self._sections if each.key == key)
            self._by_key[key] = self._work.session.progress_at(section.addresses)
            self._old.discard(key)
        return self._by_key[key]

    def is_asked(self, key: str) -> bool:
        """Say whether anything in a section is asked for now."""
        return self.progress(key).total > 0

    def beside(
        self, here: FormSection, shown: list[FormSection], places: int
    ) -> FormSection | None:
        """Return the next section that is shown, or for -1 the one before; None at the end."""
        return section_beside(self._sections, here, shown, places)

    def needed(self, key: str) -> int:
        """Return how many obstacles lie in a section."""
        return self._needed[key]
