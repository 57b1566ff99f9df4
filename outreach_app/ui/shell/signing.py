"""Signing: what stands under the signature, the passphrase again, and the key for one act."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.services.errors import ClockBehind
from outreach_app.services.revising import require_right_date
from outreach_app.services.sitting import Signer
from outreach_app.store.unlocking import SlotKeys
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import passphrase_field
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.pieces.surfaces import Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look


class SigningDialog(QDialog):
    """Asks for the passphrase and hands the key on, once."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        heading: str,
        lines: Sequence[str],
        then: Callable[[Signer], None],
    ) -> None:
        """Show what is to be signed.

        Args:
            desk: The unlocked vault.
            parent: The page.
            heading: What is being signed.
            lines: Everything that the signature will stand under.
            then: Called with the key on the window's thread; what it raises is shown here.
        """
        super().__init__(parent)
        self._desk = desk
        self._then = then
        self._given_up = False
        self.rejected.connect(self._on_rejected)
        look = current_look()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("shell", "Sign"))
        self.setModal(True)
        self.setMinimumWidth(look.px(520))
        layout = QVBoxLayout(self)
        edge = look.px(26)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(look.px(12))
        layout.addWidget(Text(heading, "title"))
        layout.addWidget(self._shown(lines), 1)
        layout.addWidget(
            Text(translate("shell", "Your passphrase, to sign this with your name"), "strong")
        )
        self._passphrase: QLineEdit = passphrase_field(translate("shell", "Passphrase"))
        self._passphrase.returnPressed.connect(self._free_key)
        layout.addWidget(self._passphrase)
        self._date_is_right = QCheckBox(translate("shell", "The date of this laptop is right"))
        self._date_is_right.setVisible(False)
        layout.addWidget(self._date_is_right)
        self._notice = Notice()
        layout.addWidget(self._notice)
        self._sign = Button(translate("shell", "Sign"), self._free_key, kind="primary")
        self._cancel = Button(translate("shell", "Cancel"), self.reject)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._sign)
        layout.addLayout(foot)
        self._passphrase.setFocus()

    def _shown(self, lines: Sequence[str]) -> Scroll:
        area = Scroll(gap=6)
        for line in lines:
            area.column.addWidget(Text(line))
        area.column.addStretch(1)
        # It scrolls; with large text the field and the buttons below it come first.
        most = 110 if has_large_text() else 300
        area.setMinimumHeight(min(current_look().px(26) * max(1, len(lines)), most))
        return area

    def _free_key(self) -> None:
        typed = self._passphrase.text()
        if not typed or not self._sign.isEnabled():
            return
        try:
            confirmed = self._date_is_right.isChecked()
            require_right_date(self._desk.sitting, confirmed=confirmed)
        except ClockBehind as error:
            self._date_is_right.setVisible(True)
            self._fail(error)
            return
        self._passphrase.setText("")
        self._wait(waiting=True)
        derivation = self._desk.sitting.vault.derivation()
        self._desk.jobs.start(
            lambda: derivation.derive(typed), on=self, done=self._go_on, failed=self._fail
        )

    def _on_rejected(self) -> None:
        # The key may still be on its way: whoever cancels then has not signed.
        self._given_up = True

    def _go_on(self, keys: SlotKeys) -> None:
        if self._given_up:
            return
        try:
            self._then(self._desk.sitting.signer_from(keys))
        except OutreachError as error:
            self._fail(error)
            return
        self.accept()

    def _fail(self, error: Exception) -> None:
        if self._given_up:
            return
        self._wait(waiting=False)
        if not isinstance(error, OutreachError):
            raise error
        self._notice.tell_error(error)
        self._passphrase.setFocus()

    def _wait(self, *, waiting: bool) -> None:
        self._sign.setEnabled(not waiting)
        self._passphrase.setEnabled(not waiting)
        words = translate("shell", "Signing…") if waiting else translate("shell", "Sign")
        self._sign.setText(words)
        if waiting:
            # Else the keyboard would fall on “Cancel”, and a second Enter would press it.
            self.setFocus()
            self._notice.clear()
