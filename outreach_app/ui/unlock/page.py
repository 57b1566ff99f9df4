"""The first thing anybody sees: who is it, the passphrase, and what a forgotten one means.

Nothing here imports what opens a vault: the page is on the screen before that is loaded.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from outreach_app.errors import OutreachError
from outreach_app.report.visible import visible
from outreach_app.store.front import VaultFront
from outreach_app.ui.jobs import Jobs
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import passphrase_field
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.unlock.calm import CalmPage
from outreach_app.ui.unlock.keyboard import CapsLock, layout_words

if TYPE_CHECKING:
    from outreach_app.keychain import Keychain
    from outreach_app.store.opening import LockedVault
    from outreach_app.store.unlocking import SlotKeys

    Taken = tuple[LockedVault, SlotKeys, Keychain | None]

WRONG = "crypto.wrong-passphrase"


class Ways(NamedTuple):
    """Where the unlock page leads.

    Attributes:
        forgotten: To the page about a forgotten passphrase.
        another: To making or restoring another vault.
        helped: To the help about unlocking.
    """

    forgotten: Callable[[], None]
    another: Callable[[], None]
    helped: Callable[[], None]


class UnlockPage(CalmPage):
    """Chooses the vault and the person and takes the passphrase.

    The key is derived in a job; the window stays alive meanwhile.
    """

    def __init__(
        self,
        fronts: Sequence[VaultFront],
        jobs: Jobs,
        *,
        unlocked: "Callable[[str, Taken], None]",
        refused: Callable[[], int],
        ways: Ways,
    ) -> None:
        """Show the people of the first vault.

        Args:
            fronts: The vaults on this laptop; at least one.
            jobs: For the key derivation.
            unlocked: Called with the person and what the job brought; what it raises is shown.
            refused: Called for each wrong passphrase; returns the seconds to wait.
            ways: To other pages.
        """
        super().__init__(translate("unlock", "Unlock"), " ")
        self._fronts = tuple(fronts)
        self._front = self._fronts[0]
        self._jobs = jobs
        self._unlocked = unlocked
        self._refused = refused
        self._wait_left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._count_down)
        self._lay_out(ways)
        self._take_vault(0)

    def _lay_out(self, ways: Ways) -> None:
        if len(self._fronts) > 1:
            self.column.addWidget(self._vault_choice())
        self._people = QWidget()
        self._people_layout = QGridLayout(self._people)
        self._people_layout.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.column.addWidget(self._people)
        self._passphrase = passphrase_field(translate("unlock", "Passphrase"))
        self._passphrase.setPlaceholderText(translate("unlock", "Passphrase"))
        self._passphrase.returnPressed.connect(self._try)
        self.column.addWidget(self._passphrase)
        self._keyboard = Text(kind="small")
        self.column.addWidget(self._keyboard)
        CapsLock(self._passphrase, self._tell_keyboard)
        self._button = Button(translate("unlock", "Unlock"), self._try, kind="primary")
        foot = row(self._button)
        foot.addStretch(1)
        foot.addWidget(
            Button(translate("unlock", "Forgotten passphrase"), ways.forgotten, kind="plain")
        )
        self.column.addLayout(foot)
        self._notice = Notice()
        self.column.addWidget(self._notice)
        self.column.addWidget(
            Text(
                translate(
                    "unlock",
                    "No one can read this laptop's records without a passphrase, not even the "
                    "maker. Keep the recovery sheet where your organisation told you to.",
                ),
                "small",
            )
        )
        last = row()
        last.addWidget(
            Button(translate("unlock", "Another vault or a backup"), ways.another, kind="plain")
        )
        last.addStretch(1)
        help_words = translate("unlock", "Help (F1)")
        last.addWidget(Button(help_words, ways.helped, kind="plain", shortcut="F1"))
        self.column.addLayout(last)
        self._tell_keyboard(caps=False)

    def _vault_choice(self) -> QWidget:
        # Most laptops have one vault; the page is on the screen before a list is loaded.
        from outreach_app.ui.pieces.lists import ListBox  # noqa: PLC0415  start-up time

        choice = ListBox(translate("unlock", "Vault"))
        for number, front in enumerate(self._fronts, start=1):
            who = ", ".join(label for _person, label in front.people)
            words = translate("unlock", "Vault {number}: {who}")
            choice.add(words.format(number=number, who=who or "–"))
        choice.currentIndexChanged.connect(self._take_vault)
        return choice

    def _take_vault(self, number: int) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._people_layout.removeWidget(button)
            button.hide()  # until the loop comes round it would lie below the others
            button.deleteLater()
        self._front = self._fronts[number]
        self._notice.clear()
        people = self._front.people
        self.second.say(
            translate("unlock", "People on this laptop: {count}").format(count=len(people))
        )
        for place, (person_id, label) in enumerate(people):
            button = Button(visible(label), kind="choice")
            button.setCheckable(True)
            button.setProperty("person", person_id)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self.first_focus)
            self._group.addButton(button)
            self._people_layout.addWidget(button, place // 2, place % 2)
        if people:
            self._group.buttons()[0].setChecked(True)
        self._people.setVisible(bool(people))
        self.first_focus()

    def first_focus(self) -> None:
        """Begin with the passphrase."""
        self._passphrase.setFocus()

    def tell(self, title: str, words: str, do: str = "") -> None:
        """Say something below the passphrase."""
        self._notice.tell(title, words, do)

    def wait(self, seconds: int) -> None:
        """Take no passphrase for so long; it guards the keyboard, not a copied file."""
        self._wait_left = seconds
        self._timer.start()
        self._count_down(step=0)

    def _tell_keyboard(self, caps: bool) -> None:
        layout = layout_words()
        said = [translate("unlock", "Keyboard: {layout}").format(layout=layout)] if layout else []
        if caps:
            said.insert(0, translate("unlock", "Caps Lock is on."))
        self._keyboard.say("  ".join(said))

    def _try(self) -> None:
        typed = self._passphrase.text()
        chosen = self._group.checkedButton()
        if not typed or not self._button.isEnabled():
            return
        folder = self._front.folder
        person_id = "" if chosen is None else str(chosen.property("person"))
        self._passphrase.setText("")
        self._notice.clear()
        self._hold(translate("unlock", "Unlocking…"))
        self._jobs.start(
            lambda: _take(folder, person_id, typed),
            on=self,
            done=lambda taken: self._go_on(person_id, taken),
            failed=self.fail,
        )

    def _go_on(self, person_id: str, taken: "Taken") -> None:
        try:
            self._unlocked(person_id, taken)
        except OutreachError as error:
            self.fail(error)

    def fail(self, error: Exception) -> None:
        """Show why the vault did not open; only a wrong passphrase makes one wait."""
        if not isinstance(error, OutreachError):
            raise error
        self._notice.tell_error(error)
        self.wait(self._refused() if error.code == WRONG else 0)

    def _count_down(self, step: int = 1) -> None:
        self._wait_left -= step
        if self._wait_left > 0:
            self._hold(translate("unlock", "Wait %n second(s)", "", self._wait_left))
            return
        self._timer.stop()
        self._button.setText(translate("unlock", "Unlock"))
        self._button.setEnabled(True)
        self._passphrase.setEnabled(True)
        self.first_focus()

    def _hold(self, words: str) -> None:
        if self._passphrase.hasFocus() or self._button.hasFocus():
            # Else the keyboard would fall on “Forgotten passphrase”, and a second Enter would press it.
            self.setFocus()
        self._button.setEnabled(False)
        self._passphrase.setEnabled(False)
        self._button.setText(words)


def _take(folder: Path, person_id: str, passphrase: str) -> "Taken":
    """Hold the folder, derive the key and ask for the secret store; runs in a job."""
    from outreach_app.services.instants import system_clock  # noqa: PLC0415  start-up time
    from outreach_app.services.unlocking import (  # noqa: PLC0415
        take_vault,
        this_keychain,
        this_world,
    )

    locked, keys = take_vault(folder, person_id, passphrase)
    return locked, keys, this_keychain(this_world(system_clock))
