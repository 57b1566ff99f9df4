"""The first thing anybody sees: who is it, the passphrase, and what a forgotten one means."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.services.instants import Clock
from outreach_app.store.opening import LockedVault
from outreach_app.store.unlocking import SlotKeys
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import passphrase_field
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look
from outreach_app.ui.unlock.delay import delay_seconds

Unlocked = Callable[[LockedVault, str, SlotKeys], None]
_FEW = 4


class UnlockPage(QWidget):
    """Chooses the vault and the person and takes the passphrase.

    The key is derived in a job; the window stays alive meanwhile.
    """

    def __init__(
        self, folders: tuple[Path, ...], jobs: Jobs, clock: Clock, unlocked: Unlocked
    ) -> None:
        """Show the people of the first vault.

        Args:
            folders: Of the vaults on this laptop; at least one.
            jobs: For the key derivation.
            clock: For the delay after wrong passphrases.
            unlocked: Called with vault, person and keys; what it raises is shown here.
        """
        super().__init__()
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translate("unlock", "Unlock"))
        self._folders = folders
        self._jobs = jobs
        self._clock = clock
        self._unlocked = unlocked
        self._locked: LockedVault | None = None
        self._failures = 0
        self._wait_left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._count_down)
        self._column = QVBoxLayout()
        self._lay_out()
        self._take_vault(0)

    def _lay_out(self) -> None:
        look = current_look()
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        middle = QVBoxLayout()
        outer.addLayout(middle)
        outer.addStretch(1)
        middle.addStretch(2)
        middle.addLayout(self._column)
        middle.addStretch(3)
        self._column.setSpacing(look.px(14))
        self._column.addWidget(Text(translate("unlock", "Unlock"), "title"))
        self._second = Text(kind="soft")
        self._second.setMinimumWidth(look.px(380))
        self._column.addWidget(self._second)
        if len(self._folders) > 1:
            self._column.addWidget(self._vault_choice())
        self._people = QWidget()
        self._people_layout = Flow(self._people)
        self._group = QButtonGroup(self)
        self._column.addWidget(self._people)
        self._passphrase = passphrase_field(translate("unlock", "Passphrase"))
        self._passphrase.setPlaceholderText(translate("unlock", "Passphrase"))
        self._passphrase.returnPressed.connect(self._try)
        self._column.addWidget(self._passphrase)
        self._keyboard = Text(kind="gap")
        self._column.addWidget(self._keyboard)
        self._button = Button(translate("unlock", "Unlock"), self._try, kind="primary")
        forgotten = Button(
            translate("unlock", "Forgotten passphrase"), self._tell_forgotten, kind="plain"
        )
        foot = row(self._button)
        foot.addStretch(1)
        foot.addWidget(forgotten)
        self._column.addLayout(foot)
        self._notice = Notice()
        self._column.addWidget(self._notice)
        self._column.addWidget(
            Text(
                translate(
                    "unlock",
                    "No one can read this laptop's records without a passphrase, not even the "
                    "maker. Keep the recovery sheet where your organisation told you to.",
                ),
                "small",
            )
        )

    def _vault_choice(self) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(translate("unlock", "Vault"))
        choice.addItems([each.name for each in self._folders])
        choice.currentIndexChanged.connect(self._take_vault)
        return choice

    def _take_vault(self, number: int) -> None:
        self.release()
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        try:
            self._locked = LockedVault(self._folders[number])
        except OutreachError as error:
            self._second.say("")
            self._notice.tell_error(error)
            self._button.setEnabled(False)
            return
        self._notice.clear()
        self._button.setEnabled(True)
        slots = self._locked.slots
        self._second.say(translate("unlock", "This laptop, %n person(s)", "", len(slots)))
        for slot in slots:
            button = Button(slot.label, kind="choice")
            button.setCheckable(True)
            button.setProperty("person", slot.person_id)
            button.clicked.connect(self._focus_passphrase)
            self._group.addButton(button)
            self._people_layout.addWidget(button)
        self._group.buttons()[0].setChecked(True)
        self._people.setVisible(len(slots) > 1)
        self._passphrase.setFocus()

    def _focus_passphrase(self) -> None:
        self._passphrase.setFocus()

    def _try(self) -> None:
        typed = self._passphrase.text()
        chosen = self._group.checkedButton()
        if not typed or self._locked is None or chosen is None or not self._button.isEnabled():
            return
        locked, person_id = self._locked, str(chosen.property("person"))
        self._passphrase.setText("")
        self._notice.clear()
        self._wait(translate("unlock", "Unlocking…"))
        derivation = locked.derivation(person_id)

        def go_on(keys: SlotKeys) -> None:
            try:
                self._unlocked(locked, person_id, keys)
            except OutreachError as error:
                self._fail(error)

        self._jobs.start(lambda: derivation.derive(typed), done=go_on, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, OutreachError):
            raise error
        self._notice.tell_error(error)
        self._failures += 1
        self._wait_left = delay_seconds(self._failures)
        self._timer.start()
        self._count_down(step=0)

    def _count_down(self, step: int = 1) -> None:
        self._wait_left -= step
        if self._wait_left > 0:
            self._wait(translate("unlock", "Wait %n second(s)", "", self._wait_left))
            return
        self._timer.stop()
        self._button.setText(translate("unlock", "Unlock"))
        self._button.setEnabled(True)
        self._passphrase.setEnabled(True)
        self._passphrase.setFocus()

    def _wait(self, words: str) -> None:
        self._button.setEnabled(False)
        self._passphrase.setEnabled(False)
        self._button.setText(words)

    def _tell_forgotten(self) -> None:
        self._notice.tell(
            translate("unlock", "A forgotten passphrase cannot be looked up"),
            translate(
                "unlock",
                "It is stored nowhere. The records on this laptop are safe and stay encrypted.",
            ),
            translate(
                "unlock",
                "Call the two people who hold your organisation's recovery shares, by the number "
                "you know and not by one from a message. Until then, work on another laptop from "
                "the last bundle or backup.",
            ),
        )

    def release(self) -> None:
        """Give the vault's folder back, before the window closes or another vault is chosen."""
        if self._locked is not None:
            self._locked.release()
            self._locked = None

    def handed_over(self) -> None:
        """Forget the vault: the unlocked one holds its folder now."""
        self._locked = None
