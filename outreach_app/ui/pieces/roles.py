"""What Qt does not say of our pieces to a screen reader: headings, and the rooms of the bar."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.texts import Text

_HEADINGS = frozenset({"title", "heading"})
_PRESS = QAccessibleActionInterface.pressAction


class _Heading(QAccessibleWidget):
    """A text that names what stands below it; Qt knows labels only."""

    def __init__(self, text: Text) -> None:
        super().__init__(text, QAccessible.Role.Heading, "")
        self._text = text

    def text(self, which: QAccessible.Text) -> str:
        """Return the words themselves as its name."""
        if which is QAccessible.Text.Name:
            return self._text.accessibleName() or self._text.text()
        return super().text(which)


class _Room(QAccessibleWidget):
    """One of the rooms, of which one is open; Qt calls every button that stays down a box to tick."""

    def __init__(self, button: Button) -> None:
        super().__init__(button, QAccessible.Role.PageTab, "")
        self._button = button

    def text(self, which: QAccessible.Text) -> str:
        """Return what is said, and the keys."""
        if which is QAccessible.Text.Accelerator:
            return self._button.accessibleDescription()
        return super().text(which)

    def state(self) -> QAccessible.State:
        """Say which room is open."""
        found = super().state()
        # The stub has numbers, since C++ has bit fields.
        found.selectable = 1
        found.selected = int(self._button.isChecked())
        return found

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        """Offer to go there."""
        return [_PRESS(), *super().actionNames()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Go there."""
        if name == _PRESS():
            self._button.click()
        else:
            super().doAction(name)


def tell_roles() -> None:
    """Have Qt ask here first what a piece is; before the first window is shown."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, Text) and thing.property("kind") in _HEADINGS and thing.buddy() is None:
        return _Heading(thing)
    if isinstance(thing, Button) and thing.isCheckable() and thing.property("kind") == "room":
        return _Room(thing)
    return None
