"""What went wrong or is worth knowing, in the place where it matters: never a bare dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import shown, translate_known


class Notice(Card):
    """A box with a title, what happened and what to do; hidden while there is nothing to say."""

    def __init__(self, *, kind: str = "warning") -> None:
        """Make a hidden notice."""
        super().__init__(kind=kind)
        self._title = Text(kind="strong")
        self._what = Text()
        self._do = Text(kind="soft")
        self.add(self._title, self._what, self._do)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVisible(False)

    def tell(self, title: str, what: str = "", do: str = "") -> None:
        """Show words."""
        self._title.say(title)
        self._what.say(what)
        self._do.say(do)
        self.setAccessibleName(shown(title))
        self.setAccessibleDescription(shown(in_a_row((what, do), " ")))
        self.setVisible(True)

    def tell_error(self, error: OutreachError) -> None:
        """Show what an error means and what to do."""
        self.tell(*error_words(error))

    def clear(self) -> None:
        """Say nothing."""
        self.setVisible(False)


def error_words(error: OutreachError) -> tuple[str, str, str]:
    """Return title, what happened and what to do, with the facts and notes of an error."""
    from outreach_app.messages import message_for  # noqa: PLC0415  start-up time

    message = message_for(error.code)
    facts = {
        name: in_a_row(value) if isinstance(value, tuple) else value
        for name, value in error.facts.items()
    }
    title, what, do = (
        translate_known("messages", part).format(**facts)
        for part in (message.title, message.what, message.do)
    )
    notes = " ".join(getattr(error, "__notes__", ()))
    return title, what, f"{do} {notes}".strip()


def focus_first(widget: QWidget) -> None:
    """Give the keyboard to the first thing below a widget that takes it."""
    for child in widget.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(widget):
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return
