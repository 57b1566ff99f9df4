"""Restoring: which backup, whose, the passphrase of that day."""

from collections.abc import Callable
from pathlib import Path

from outreach_app.errors import OutreachError
from outreach_app.services.backups import backup_people, restore_backup
from outreach_app.services.unlocking import this_world
from outreach_app.ui.jobs import Progress
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import passphrase_field
from outreach_app.ui.pieces.file_choice import choose_folder
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.unlock.keyboard import CapsLock
from outreach_app.ui.welcome.step import Step, Way


class BackupStep(Step):
    """Which backup, and whose passphrase?"""

    def __init__(self, way: Way) -> None:
        """Ask for folder, person and passphrase."""
        super().__init__(
            way,
            translate("welcome", "Restore from a backup"),
            translate(
                "welcome",
                "The backup is checked in full and stays as it is. The restored vault is a new "
                "device: it reads and saves at once, and shares again when it has heard what "
                "changed since the backup.",
            ),
        )
        choose = Button(translate("welcome", "Choose the folder"), self._choose)
        line = row(choose)
        line.addStretch(1)
        self.column.addLayout(line)
        self._found = Text(kind="strong")
        self.column.addWidget(self._found)
        self._who = ListBox(translate("welcome", "Whose passphrase"))
        self._passphrase = passphrase_field(
            translate("welcome", "Passphrase on the day of the backup")
        )
        self._keyboard = Text(kind="gap")
        CapsLock(self._passphrase, self._tell_caps)
        self._passphrase.returnPressed.connect(self._restore)
        self.column.addWidget(Text(translate("welcome", "Whose passphrase"), "strong"))
        self.column.addWidget(self._who)
        self.column.addWidget(
            Text(translate("welcome", "Passphrase on the day of the backup"), "strong")
        )
        self.column.addWidget(self._passphrase)
        self.column.addWidget(self._keyboard)
        self.finish_page(translate("welcome", "Restore"), self._restore)
        self.allow_next(allowed=False)
        if way.answers.backup is not None:
            self._read(way.answers.backup)

    def _choose(self) -> None:
        choose_folder(self, translate("welcome", "Folder of the backup"), self._read)

    def _read(self, folder: Path) -> None:
        self._who.clear()
        self.allow_next(allowed=False)
        try:
            people = backup_people(folder)
        except OutreachError as error:
            self._found.say("")
            self.tell_error(error)
            return
        self.notice.clear()
        self.way.answers.backup = folder
        self._found.say(translate("welcome", "Backup in {name}").format(name=folder.name))
        for label in people:
            self._who.add(label, label)
        self.allow_next(allowed=True)
        self._passphrase.setFocus()

    def _restore(self) -> None:
        typed, folder = self._passphrase.text(), self.way.answers.backup
        if not typed or folder is None:
            return
        self._passphrase.setText("")
        self.notice.clear()
        self.allow_next(allowed=False)
        self.allow_back(allowed=False)
        self.way.jobs.start_long(
            self._work(folder, typed),
            on=self,
            said=self._found.say,
            done=lambda _facts: self.way.restart(),
            failed=self._fail,
        )

    def _work(self, folder: Path, passphrase: str) -> Callable[[Progress], object]:
        target, who = self.way.answers.vault_folder, str(self._who.currentData())
        world = this_world(self.way.clock)
        checking = translate("welcome", "Checking and restoring…")

        def restore(progress: Progress) -> object:
            progress.say(checking)
            return restore_backup(folder, target, who, passphrase, world)

        return restore

    def _fail(self, error: Exception) -> None:
        self._found.say("")
        self.allow_next(allowed=True)
        self.allow_back(allowed=True)
        self.tell_error(error)
        self._passphrase.setFocus()

    def _tell_caps(self, caps: bool) -> None:
        self._keyboard.say(translate("welcome", "Caps Lock is on.") if caps else "")
