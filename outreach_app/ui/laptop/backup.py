"""Making a backup: how safe the work is, where the copy goes, the copy checked, an older one tried."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.report.dates import readable_instant
from outreach_app.services.backups import (
    begin_backup,
    finish_backup,
    is_on_same_disk,
    verify_backup,
)
from outreach_app.services.safe_points import safety
from outreach_app.services.unfinished_backups import (
    CutShort,
    note_begun,
    note_ended,
    unfinished,
)
from outreach_app.store.backup import CHECKING, COPYING, BackupFacts, carry_out
from outreach_app.ui.jobs import Cancelled
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import passphrase_field
from outreach_app.ui.pieces.file_choice import choose_folder
from outreach_app.ui.pieces.surfaces import Card, Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import Errand, run
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place
from outreach_app.ui.shell.safe_words import (
    cut_short_words,
    only_here_words,
    safe_point_words,
    system_backup_words,
)
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_WIDTH_PX = 820


class BackupPage(Page):
    """A copy of everything to a stick, made while one goes on, and checked before it counts."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Say how safe the work is."""
        super().__init__(desk, place)
        self._target: Path | None = None
        self._work: BackupWork | None = None
        self.add_head(
            translate("laptop", "Backup"),
            translate(
                "laptop",
                "An encrypted copy of everything on this laptop, attachments included. Put it on a "
                "stick or another disk, and keep that apart from the laptop.",
            ),
        )
        area = Scroll()
        area.setMaximumWidth(current_look().px(_WIDTH_PX))
        self.body.addWidget(area, 1)
        area.column.addWidget(self._standing_card())
        area.column.addWidget(self._make_card())
        area.column.addWidget(self._check_card())
        area.column.addStretch(1)
        under_way = desk.findChild(BackupWork)
        if under_way is not None:
            self._attend(under_way)

    def first_focus(self) -> None:
        """Begin with the place of the copy."""
        self._choose.setFocus()

    # ---- how it stands ----------------------------------------------------------------------

    def _standing_card(self) -> Card:
        card = Card(translate("laptop", "If this laptop were lost today"))
        self._last, self._only_here = Text(kind="strong"), Text()
        self._cut_short = Text(kind="gap")
        card.add(self._last, self._only_here, self._cut_short)
        if words := system_backup_words():
            card.add(Text(words, "soft"))
        self._tell_standing()
        return card

    def _tell_standing(self) -> None:
        safe = safety(self.desk.sitting)
        self._last.say(safe_point_words(safe.last))
        words = only_here_words(safe)
        self._only_here.say(words or translate("laptop", "Nothing that was written would be lost."))
        found = unfinished(self.desk.sitting)
        self._cut_short.say("" if found is None else _unfinished_words(found))

    # ---- making -----------------------------------------------------------------------------

    def _make_card(self) -> Card:
        card = Card(translate("laptop", "Make a backup"))
        self._place = Text(translate("laptop", "Put a stick in, then choose it."), "soft")
        self._choose = Button(translate("laptop", "Choose stick or folder"), self._on_choose)
        self._same_disk = Text(kind="gap")
        self._make = Button(translate("laptop", "Make the backup"), self._on_make, kind="primary")
        self._make.setEnabled(False)
        self._stop = Button(translate("laptop", "Stop"), self._on_stop)
        self._stop.setVisible(False)
        self._far = Text(kind="strong")
        card.add(self._place)
        card.column.addLayout(_line(self._choose))
        card.add(self._same_disk)
        card.column.addLayout(_line(self._make, self._stop))
        card.add(self._far)
        card.add(
            Text(
                translate(
                    "laptop",
                    "It opens with the passphrases that everybody on this laptop has today. You "
                    "can go on working meanwhile.",
                ),
                "small",
            )
        )
        return card

    def _on_choose(self) -> None:
        choose_folder(self, translate("laptop", "Stick or folder"), self._take)

    def _take(self, folder: Path) -> None:
        self.notice.clear()
        day = self.desk.sitting.today().isoformat()
        try:
            self.desk.sitting.settings().require_folder("backup.folder", folder)
            same = is_on_same_disk(self.desk.sitting.vault.folder, folder)
        except OutreachError as error:
            self.tell_error(error)
            return
        # The name tells a stranger no more than the day on which the files were written.
        self._target = folder / f"{day}-{secrets.token_hex(3)}"
        self._place.say(
            translate("laptop", "New folder {name} in {folder}").format(
                name=self._target.name, folder=folder
            )
        )
        self._same_disk.say(
            translate(
                "laptop",
                "This is the laptop's own disk: who loses the laptop loses this copy too. A stick "
                "is better.",
            )
            if same
            else ""
        )
        self._far.say("")
        self._make.setEnabled(True)
        self._make.setFocus()

    def _on_make(self) -> None:
        target = self._target
        if target is None:
            return
        self.notice.clear()
        work = BackupWork(self.desk, target)
        self._attend(work)
        work.begin()

    def _attend(self, work: "BackupWork") -> None:
        """Tell of a backup that is being made; also one that was begun before one came back."""
        self._work = work
        self._hold(working=True)
        self._far.say(_far_words(COPYING))
        work.said.connect(self._on_said)
        work.finished.connect(self._on_made)
        work.failed.connect(self._on_failed)

    def _on_stop(self) -> None:
        if self._work is not None:
            self._work.stop()
            self._far.say(translate("laptop", "Stopping…"))

    def _on_said(self, far: str) -> None:
        self._far.say(_far_words(far))

    def _on_made(self, outcome: "Made") -> None:
        self._target = None
        self._hold(working=False)
        self._tell_standing()
        self._place.say(translate("laptop", "Put a stick in, then choose it."))
        self._same_disk.say("")
        self._far.say(
            translate("laptop", "✓ Made and checked: {content}. Its folder is {name}.").format(
                content=_content_words(outcome.facts), name=outcome.name
            )
        )
        self._choose.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._hold(working=False)
        if isinstance(error, Cancelled):
            self._far.say(translate("laptop", "Stopped. Nothing was left on the stick."))
            return
        self._far.say("")
        self.tell_error(error)

    def _hold(self, *, working: bool) -> None:
        self._make.setEnabled(not working and self._target is not None)
        self._choose.setEnabled(not working)
        self._stop.setVisible(working)
        if working:
            self._stop.setFocus()

    # ---- trying an older one ----------------------------------------------------------------

    def _check_card(self) -> Card:
        card = Card(translate("laptop", "Try an older backup"))
        card.add(
            Text(
                translate(
                    "laptop",
                    "Everything in it is read and compared, as a restore would do; nothing is "
                    "changed.",
                ),
                "soft",
            )
        )
        self._passphrase = passphrase_field(
            translate("laptop", "Your passphrase on the day of the backup")
        )
        self._passphrase.setPlaceholderText(
            translate("laptop", "Your passphrase on the day of the backup")
        )
        self._try = Button(translate("laptop", "Choose the backup"), self._on_try)
        self._tried = Text(kind="strong")
        card.add(self._passphrase)
        card.column.addLayout(_line(self._try))
        card.add(self._tried)
        card.add(
            Text(
                translate(
                    "laptop",
                    "To restore one, lock this vault and choose “Another vault or a backup”.",
                ),
                "small",
            )
        )
        return card

    def _on_try(self) -> None:
        if not self._passphrase.text():
            self._passphrase.setFocus()
            return
        choose_folder(self, translate("laptop", "Folder of the backup"), self._try_one)

    def _try_one(self, folder: Path) -> None:
        typed = self._passphrase.text()
        self._passphrase.setText("")
        self.notice.clear()
        self._try.setEnabled(False)
        self._tried.say(translate("laptop", "Reading everything…"))
        run(
            self.desk,
            _verifying(folder, self.desk.sitting.me.initials, typed),
            self._on_sound,
            self._on_not_sound,
        )

    def _on_sound(self, facts: BackupFacts) -> None:
        self._try.setEnabled(True)
        words = translate("laptop", "✓ Sound. Made on {at}: {content}.")
        self._tried.say(
            words.format(at=readable_instant(facts.made_at), content=_content_words(facts))
        )

    def _on_not_sound(self, error: Exception) -> None:
        self._try.setEnabled(True)
        self._tried.say("")
        self.tell_error(error)


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made, checked and noted, and the name of its folder."""

    facts: BackupFacts
    name: str


class BackupWork(Errand):
    """A backup on its way; it is noted in the vault also when nobody looks on any more."""

    def __init__(self, desk: Desk, target: Path) -> None:
        """Take what the job needs of the vault."""
        order = begin_backup(desk.sitting, target)
        super().__init__(desk, lambda progress: carry_out(order, target, progress.say))
        self._name, self._order = target.name, order
        note_begun(desk.sitting, order, target)
        self.failed.connect(self._note_failed)

    def settle(self, outcome: object) -> object:
        """Note the backup."""
        if not isinstance(outcome, BackupFacts):
            raise TypeError("a backup brings its facts")
        finish_backup(self._desk.sitting, outcome)
        note_ended(self._desk.sitting, self._order)
        self._desk.counts_changed.emit()
        return Made(outcome, self._name)

    def _note_failed(self, _error: Exception) -> None:
        # The page, if somebody looks on, has said why; a stick that was pulled keeps the beginnings.
        if self._desk.sitting.vault.is_open:
            note_ended(self._desk.sitting, self._order)


def _unfinished_words(found: CutShort) -> str:
    """Return that the newest backup was cut short, and where something of it lies."""
    words = cut_short_words(found)
    if found.left is None:
        return words
    left = translate(
        "laptop",
        "Its encrypted beginnings still lie there: {folder}. They count for nothing and go when the "
        "stick is in while you unlock.",
    )
    return f"{words} {left.format(folder=found.left)}"


def _verifying(folder: Path, initials: str, passphrase: str) -> Callable[[], BackupFacts]:
    return lambda: verify_backup(folder, initials, passphrase)


def _line(*widgets: QWidget) -> QHBoxLayout:
    line = row(*widgets)
    line.addStretch(1)
    return line


def _far_words(code: str) -> str:
    return {
        COPYING: translate("laptop", "Copying…"),
        CHECKING: translate("laptop", "Copied. Now everything is read again and compared…"),
    }.get(code, "")


def _content_words(facts: BackupFacts) -> str:
    documents = translate("laptop", "%n document(s)", "", facts.counts["documents"])
    attachments = translate("laptop", "%n attachment(s)", "", facts.counts["attachments"])
    return f"{documents}, {attachments}"
