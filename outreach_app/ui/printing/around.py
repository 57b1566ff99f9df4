"""What is to be known before a copy is printed, and where it is noted afterwards."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from outreach_app.services.printing import Printed
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import clear
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.places import NOTE, Place, Room
from outreach_app.ui.shell.rooms import rooms
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look


class BeforePrinting(QFrame):
    """What a copy does not hold, sentence by sentence; nothing for copies that leave nothing out."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current_look().px(8))
        self.setVisible(False)

    def take(self, printed: Printed) -> None:
        """Say what is left out of a copy."""
        clear(self._layout)
        self.setVisible(bool(printed.left_out))
        if printed.left_out:
            self._layout.addWidget(Text(translate("printing", "Before you print"), "strong"))
        for words in printed.left_out:
            self._layout.addWidget(Text(told(words), "small"))


class Noting(QFrame):
    """Leads to the question where it is noted how the client has a copy."""

    def __init__(self, act: Callable[[Place], None]) -> None:
        """Offer nothing until there is a copy; `act` goes to the place."""
        super().__init__()
        self._act = act
        self._place: Place | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_look().px(8))
        layout.addWidget(
            Text(
                translate(
                    "printing",
                    "Read it aloud with the client, with the interpreter where there is one. Then "
                    "note in the plan whether the client agrees and how they have the copy.",
                ),
                "small",
            )
        )
        layout.addWidget(Button(translate("printing", "Note it in the plan…"), self._on_note))
        self.setVisible(False)

    def take(self, printed: Printed) -> None:
        """Lead to where it is noted for a copy, if there is such a question."""
        self._place = None
        if printed.answer_at and Room.FORM in rooms():
            self._place = Place(
                room=Room.FORM,
                subject=printed.subject,
                document_id=printed.document_id,
                topic=NOTE,
                address=printed.answer_at,
            )
        self.setVisible(self._place is not None)

    def _on_note(self) -> None:
        if self._place is not None:
            self._act(self._place)
