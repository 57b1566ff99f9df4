"""A card that lets the program try each of its parts, and says what works on this computer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout

from outreach_app import __version__
from outreach_app.services.checked_apart import Act, check_apart
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.surfaces import Card, clear, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import told, translate


class CheckCard(Card):
    """Runs the check in a process of its own and shows its outcome, which names nobody."""

    def __init__(self, jobs: Jobs) -> None:
        """Offer the check."""
        super().__init__(translate("about", "Does everything work on this computer?"))
        self._jobs = jobs
        self._acts: tuple[Act, ...] = ()
        self.add(
            Text(
                translate(
                    "about",
                    "The program makes a vault that nobody needs, writes, signs, seals and prints "
                    "in it, and removes it. That takes up to a minute. Your own vault is not "
                    "touched, and the outcome names nobody.",
                )
            )
        )
        self._try = Button(translate("about", "Try every part"), self._begin)
        self._copy = Button(translate("about", "Copy as text"), self._copy_text)
        self._copy.setVisible(False)
        buttons = row(self._try, self._copy)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self._said = Text("", "strong")
        self._said.setVisible(False)
        self.add(self._said)
        self._lines = column(gap=8)
        self.column.addLayout(self._lines)

    def _begin(self) -> None:
        self._try.setEnabled(False)
        self._tell(translate("about", "Trying …"))
        self._jobs.start(check_apart, on=self, done=self._show, failed=self._fail)

    def _tell(self, words: str) -> None:
        self._said.say(words)
        self._said.setVisible(True)

    def _fail(self, _error: Exception) -> None:
        self._try.setEnabled(True)
        self._tell(translate("about", "The check could not be started, or gave no answer in time."))

    def _show(self, acts: tuple[Act, ...]) -> None:
        self._acts = acts
        clear(self._lines)
        failed = sum(not each.passed for each in acts)
        if failed:
            words = translate("about", "%n part(s) do not work. Tell whoever looks after this "
                              "computer.", "", failed)  # fmt: skip
        else:
            words = translate("about", "Everything works.")
        self._tell(words)
        for act in acts:
            self._add(act)
        self._copy.setVisible(True)
        self._try.setEnabled(True)

    def _add(self, act: Act) -> None:
        if act.passed:
            mark = Chip(translate("about", "works"), "low")
        else:
            mark = Chip(translate("about", "does not work"), "high")
        words = column(Text(act.name, "strong"), Text(act.detail, "small"), gap=2)
        line: QBoxLayout = column() if has_large_text() else row(gap=12)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        line.addLayout(words, 1)
        self._lines.addLayout(line)

    def _copy_text(self) -> None:
        lines = [f"outreach {__version__}"]
        lines += [
            f"{'ok' if e.passed else 'FAILED'}  {told(e.name)}: {e.detail}" for e in self._acts
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
