"""A page that asks one thing after the other, and the card for whoever has the organisation's keys."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from outreach_app.errors import OutreachError
from outreach_app.paths import read_bytes
from outreach_app.services.certifying import Issued, hand_out, usual_keys_folder
from outreach_app.services.configuration import FILE_LIMIT_BYTES
from outreach_app.services.keeping.keepers import keeper_of
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import passphrase_field
from outreach_app.ui.pieces.file_choice import choose_file, choose_folder
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.navigation import room_words
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

T = TypeVar("T")

_WIDTH_PX = 820


class StepPage(Page):
    """Shows one step at a time; what went wrong stands above it."""

    def __init__(
        self,
        desk: Desk,
        place: Place,
        title: str,
        second: str,
        *,
        leads_to: Room = Room.PEOPLE,
    ) -> None:
        """Make a page without a step; its head leads back to a room of the bar."""
        super().__init__(desk, place)
        head = self.add_head(title, second)
        head.addWidget(
            Button(room_words(leads_to), lambda: desk.go(Place(room=leads_to)), kind="plain")
        )
        self._area = Scroll()
        self.notice.setMaximumWidth(current_look().px(_WIDTH_PX))
        self._area.setMaximumWidth(current_look().px(_WIDTH_PX))
        self.body.addWidget(self._area, 1)

    def show_step(self, *cards: QWidget) -> None:
        """Put the cards of a step in the place of those before."""
        self.notice.clear()
        clear(self._area.column)
        for card in cards:
            self._area.column.addWidget(card)
            card.show()
        self._area.column.addStretch(1)
        # A step is read from its beginning, however far the one before was scrolled.
        self._area.verticalScrollBar().setValue(0)
        focus_first(self._area)

    def first_focus(self) -> None:
        """Begin with the first thing of the step."""
        focus_first(self._area)

    def ask_for_file(self, title: str, take: Callable[[bytes], None]) -> None:
        """Let a file be chosen; its content is handed on, and what that refuses is shown."""

        def read(path: Path) -> None:
            self.notice.clear()
            try:
                take(read_bytes(path, FILE_LIMIT_BYTES))
            except OutreachError as error:
                self.tell_error(error)

        choose_file(self, title, read)

    def show_issued(self, issued: Issued, lead: str, *, words_compared: bool) -> None:
        """Show what is left to do with a new organisation file."""
        self.show_step(IssuedCard(self, issued, lead, words_compared=words_compared))


def with_keys(desk: Desk, folder: Path, work: Callable[[], T]) -> Callable[[], T]:
    """Return work with the organisation's keys for a job; their folder is looked at first.

    Raises:
        NotAllowed: The person's role has nothing to do with the keys.
    """
    keeper = keeper_of(desk.sitting)

    def look_and_work() -> T:
        keeper.card_in(folder)
        return work()

    return look_and_work


def line_of(*widgets: QWidget) -> Flow:
    """Return widgets side by side at the beginning of a line, below each other where it is full."""
    line = Flow(gap=current_look().px(10))
    for widget in widgets:
        line.addWidget(widget)
    return line


class KeysCard(Card):
    """Where the organisation's keys lie, and their passphrase.

    Attributes:
        ready: The folder and a passphrase were given, and the button was pressed.
    """

    ready = Signal(Path, str)

    def __init__(self, act: str) -> None:
        """Ask for both; the button says `act`."""
        super().__init__(translate("people", "The organisation's keys"))
        self._folder = usual_keys_folder()
        self._place = Text(kind="soft")
        self._choose = Button(translate("people", "Choose the folder of the keys"), self._on_choose)
        self.add(self._place)
        self.column.addLayout(line_of(self._choose))
        self._passphrase = passphrase_field(translate("people", "Passphrase of the keys"))
        self._passphrase.setPlaceholderText(translate("people", "Passphrase of the keys"))
        self._passphrase.returnPressed.connect(self._on_act)
        self._act = Button(act, self._on_act, kind="primary")
        self._far = Text(kind="strong")
        self.add(self._passphrase)
        self.column.addLayout(line_of(self._act))
        self.add(self._far)
        self._look()

    def start_at(self, folder: Path | None) -> None:
        """Begin with a folder that was chosen before."""
        self._folder = folder or self._folder
        self._look()

    def ask_passphrase(self) -> None:
        """Give the keyboard to the passphrase."""
        self._passphrase.setFocus()

    def _on_choose(self) -> None:
        choose_folder(self, translate("people", "Folder of the keys"), self._take)

    def _take(self, folder: Path) -> None:
        self._folder = folder
        self._look()
        self._passphrase.setFocus()

    def _look(self) -> None:
        missing = translate("people", "Usually on a stick that lies in a safe: put it in.")
        self._place.say(missing if self._folder is None else str(self._folder))

    def _on_act(self) -> None:
        typed = self._passphrase.text()
        if not self._act.isEnabled():
            return
        if self._folder is None:
            self._choose.setFocus()
            return
        if not typed:
            self._passphrase.setFocus()
            return
        self._passphrase.setText("")
        self.wait(waiting=True)
        self.ready.emit(self._folder, typed)

    def wait(self, *, waiting: bool) -> None:
        """Say that it works, or take the next try."""
        self._act.setEnabled(not waiting)
        self._far.say(translate("people", "Opening the key…") if waiting else "")


class IssuedCard(Card):
    """A new organisation file: for the person, for this laptop, for all the others."""

    def __init__(self, page: StepPage, issued: Issued, lead: str, *, words_compared: bool) -> None:
        """Show it.

        Args:
            page: Where it stands.
            issued: The file.
            lead: What was done.
            words_compared: Whether the words of what it changes were compared.
        """
        super().__init__(translate("people", "Done"))
        self._page, self._issued, self._compared = page, issued, words_compared
        self.add(Text(lead, "strong"))
        self.add(
            Text(
                translate(
                    "people",
                    "It stands in organisation file number {number}. Everybody needs the new file: "
                    "hand it out on a stick, or send it; there is nothing secret in it.",
                ).format(number=issued.number)
            )
        )
        save = Button(
            translate("people", "Save the organisation file"), self._on_save, kind="primary"
        )
        self._here = Button(translate("people", "Use it on this laptop too"), self._on_here)
        self._said = Text(kind="strong")
        self.column.addLayout(line_of(save, self._here))
        self.add(self._said)

    def _on_save(self) -> None:
        choose_folder(self, translate("people", "Stick or folder"), self._save)

    def _save(self, folder: Path) -> None:
        try:
            path = hand_out(self._issued.content, folder)
        except OutreachError as error:
            self._page.tell_error(error)
            return
        self._said.say(translate("people", "Saved as {name}").format(name=path.name))

    def _on_here(self) -> None:
        workspace = self._page.desk.workspace
        try:
            workspace.reconfigure(self._issued.content, words_compared=self._compared)
        except OutreachError as error:
            self._page.tell_error(error)
            return
        self._here.setEnabled(False)
        self._page.desk.counts_changed.emit()
        self._said.say(translate("people", "This laptop knows it now."))
