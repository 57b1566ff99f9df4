"""The bar at the side: rooms with counts, hide now, who is here and since when all is saved."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from outreach_app.domain.visits import Visit
from outreach_app.services.visits.running import clock_words
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.places import AT_FOOT, IN_BAR, Room
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

WIDTH_PX = 216
_BESIDE = 34
"""Room around the words of a button and between them and its keys, in pixels at 100 % text."""
_FOOT_KEYS = {Room.BACKUP: "Ctrl+B", Room.SETTINGS: "Ctrl+,", Room.HELP: "F1"}


def room_words(room: Room) -> str:
    """Return what a room is called."""
    return {
        Room.TODAY: translate("shell", "Today"),
        Room.CASES: translate("shell", "Cases"),
        Room.INBOX: translate("shell", "Inbox"),
        Room.OUTBOX: translate("shell", "Outbox"),
        Room.PEOPLE: translate("shell", "Contacts"),
        Room.REPORTS: translate("shell", "Reports"),
        Room.HANDOVER: translate("shell", "Handover"),
        Room.BACKUP: translate("shell", "Backup"),
        Room.SETTINGS: translate("shell", "Settings"),
        Room.HELP: translate("shell", "Help"),
    }[room]


class Navigation(QFrame):
    """The bar; it asks for rooms by callback."""

    def __init__(
        self,
        go: Callable[[Room], None],
        hide: Callable[[], None],
        hide_keys: str,
        rooms_above: Sequence[Room] = IN_BAR,
    ) -> None:
        """Make the bar.

        Args:
            go: Called with the room that is wanted.
            hide: Called for “Hide now”.
            hide_keys: The keys for the same.
            rooms_above: What the bar leads to, above what stands at its foot.
        """
        super().__init__()
        look = current_look()
        self.setProperty("kind", "navigation")
        self.setAccessibleName(translate("shell", "Rooms"))
        self.setFixedWidth(look.px(WIDTH_PX))
        self._buttons: dict[Room, Button] = {}
        self._keys: dict[Button, QLabel] = {}
        self._go = go
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(12), look.px(20), look.px(12), look.px(18))
        layout.setSpacing(look.px(3))
        brand = Text(translate("shell", "Outreach"), "brand", wraps=False)
        brand.setContentsMargins(look.px(10), 0, 0, look.px(16))
        layout.addWidget(brand)
        # At a large text size the rooms scroll; hiding stays in sight.
        rooms = Scroll(gap=3)
        for number, room in enumerate(rooms_above, start=1):
            rooms.column.addWidget(self._button(room, f"Ctrl+{number}"))
        rooms.column.addStretch(1)
        for room in AT_FOOT:
            rooms.column.addWidget(self._button(room, _FOOT_KEYS[room]))
        layout.addWidget(rooms, 1)
        self._visit = self._visit_button(layout)
        hide_now = Button(translate("shell", "Hide now"), hide, kind="room", shortcut=hide_keys)
        (keys,) = _put_at_end(hide_now, "keys")
        keys.setText(native_keys(hide_keys))
        self._keys[hide_now] = keys
        layout.addWidget(hide_now)
        layout.addSpacing(look.px(10))
        self._me = Text(kind="me")
        self._role = Text(kind="small")
        self._saved = Text(kind="small")
        self._safe = Text(kind="small")
        if has_large_text():  # there is no room for it below; it scrolls with the rooms
            self._safe.setContentsMargins(look.px(10), look.px(8), 0, 0)
            rooms.column.addWidget(self._safe)
        told = (self._me, self._role, self._saved, self._safe)
        for label in told[:3] if has_large_text() else told:
            label.setContentsMargins(look.px(10), 0, 0, 0)
            layout.addWidget(label)

    def _visit_button(self, layout: QVBoxLayout) -> Button:
        """Return the way to the visit under way, hidden while there is none."""
        button = Button("", lambda: self._go(Room.VISIT), kind="room")
        button.hide()
        layout.addWidget(button)
        return button

    def _button(self, room: Room, shortcut: str) -> Button:
        button = Button(room_words(room), lambda: self._go(room), kind="room", shortcut=shortcut)
        # In no group: there an arrow key on the way to another room would enter each one passed.
        button.setCheckable(True)
        badge, keys = _put_at_end(button, "badge", "keys")
        badge.hide()
        keys.setText(native_keys(shortcut))
        self._keys[button] = keys
        self._buttons[room] = button
        return button

    def show_person(self, name: str, role: str) -> None:
        """Say who has unlocked the vault."""
        self._me.say(name)
        self._role.say(role)

    def show_saved(self, words: str) -> None:
        """Say since when everything is on the disk, and when the vault locks."""
        self._saved.say(words)

    def show_visit(self, words: str, *, late: bool) -> None:
        """Say when a call is expected; "" for no visit. Nothing of whom it is about."""
        self._visit.setText(words)
        self._visit.setAccessibleName(words)
        self._visit.setVisible(bool(words))
        kind = "primary" if late else "room"
        if self._visit.property("kind") != kind:
            self._visit.setProperty("kind", kind)
            self._visit.style().polish(self._visit)

    def show_safe(self, words: str) -> None:
        """Say what would be lost with the laptop."""
        self._safe.say(words)

    def show_room(self, room: Room) -> None:
        """Mark where one is."""
        for each, button in self._buttons.items():
            button.setChecked(each is room)

    def show_counts(self, counts: Mapping[Room, int]) -> None:
        """Show how many things wait in each room; none shows nothing."""
        for room, button in self._buttons.items():
            count = counts.get(room, 0)
            badge = button.findChild(QLabel, "badge")
            if badge is not None:
                badge.setText(str(count))
                badge.setVisible(bool(count))
            words = room_words(room)
            waiting = translate("shell", "%n waiting", "", count)
            button.setAccessibleName(f"{words}, {waiting}" if count else words)
        self._fit_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys out where the words need the room; the tool tip says them too."""
        super().resizeEvent(event)
        self._fit_keys()

    def _fit_keys(self) -> None:
        for button, keys in self._keys.items():
            taken = [button.fontMetrics().horizontalAdvance(button.text())]
            taken += [
                each.sizeHint().width()
                for each in button.findChildren(QLabel)
                if not each.isHidden()
            ]
            if keys.isHidden():
                taken.append(keys.sizeHint().width())
            keys.setVisible(sum(taken) + current_look().px(_BESIDE) <= button.width())


def native_keys(keys: str) -> str:
    """Return keys as the desktop writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _put_at_end(button: Button, *names: str) -> tuple[QLabel, ...]:
    """Return marks at the end of a button, for a count and for keys."""
    holder = row(gap=6)
    edge = current_look().px(8)
    holder.setContentsMargins(edge, 0, edge, 0)  # layouts mirror, their margins do not
    holder.addStretch(1)
    marks = tuple(QLabel() for _name in names)
    for mark, name in zip(marks, names, strict=True):
        mark.setObjectName(name)
        mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        holder.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
    button.setLayout(holder)
    return marks


def saved_words(at: datetime | None, minutes: int) -> str:
    """Return the line about the last save and the lock."""
    locks = translate("shell", "locks after %n minute(s) without a key", "", minutes)
    if at is None:
        return translate("shell", "Everything is saved · {locks}").format(locks=locks)
    clock = f"{at:%H:%M:%S}"
    return translate("shell", "Saved {clock} · {locks}").format(clock=clock, locks=locks)


def visit_words(visit: Visit | None, *, late: bool) -> str:
    """Return what the bar says of a visit, "" for none: the time of the call and nothing else."""
    if visit is None:
        return ""
    if late:
        return translate("shell", "Call now")
    return translate("shell", "Call by {time}").format(time=clock_words(visit.back_by))
