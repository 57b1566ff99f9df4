"""A case that is not shared: opened with a written reason that stands in the journal."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea

from outreach_app.domain.documents import Subject
from outreach_app.errors import OutreachError
from outreach_app.services.breaking_glass import break_glass
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import LongField, line_field
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_LAID_OUT_MS = 40
_BELOW_NOTICE = 60


class GlassCard(Card):
    """Asks why a case should be opened, and opens it for reading until the vault is locked."""

    def __init__(
        self,
        desk: Desk,
        subject: Subject | None,
        then: Callable[[Subject], None],
        *,
        whole: bool = False,
    ) -> None:
        """Ask for a reason.

        Args:
            desk: The unlocked vault.
            subject: The case; None asks for its reference as well.
            then: Called with the case once it is open.
            whole: Where the case stands is in sight already; it is about the history.
        """
        super().__init__(
            translate("cases", "See the whole record of this client")
            if whole
            else translate("cases", "Open a case that is not shared with you")
        )
        self._desk = desk
        self._subject = subject
        self._then = then
        self.add(
            Text(
                translate(
                    "cases",
                    "Only if you must: it opens for reading until this laptop locks. Your name, "
                    "the time and your reason stay in this vault's journal, and your supervisor "
                    "is told, also where it is refused.",
                ),
                "soft",
            )
        )
        self._reference = line_field(translate("cases", "Reference of the case"))
        if subject is None:
            self.add(Text(translate("cases", "Reference of the case"), "strong"), self._reference)
        self._reason = LongField(translate("cases", "Why you open it"), lines=2)
        self.add(
            Text(translate("cases", "Why you open it, in a sentence and without names"), "strong"),
            self._reason,
        )
        self._notice = Notice()
        self.add(self._notice)
        foot = row()
        foot.addWidget(Button(translate("cases", "Open for reading"), self._on_open))
        foot.addStretch(1)
        self.column.addLayout(foot)

    def _on_open(self) -> None:
        try:
            subject = self._subject or self._desk.workspace.casework.find_case(
                self._reference.text().strip()
            )
            break_glass(self._desk.sitting, subject, self._reason.toPlainText())
        except OutreachError as error:
            self._notice.tell_error(error)
            # In sight where the card scrolls, once it is laid out.
            QTimer.singleShot(_LAID_OUT_MS, self, self._show_notice)
            return
        self._then(subject)

    def _show_notice(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self._notice, 0, current_look().px(_BELOW_NOTICE))
