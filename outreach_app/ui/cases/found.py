"""What a search found inside notes and documents, with the words around it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from outreach_app.services.case_words import CaseWords
from outreach_app.services.naming import client_references, spoken_references
from outreach_app.services.searching import search, without_codes
from outreach_app.store.search import SearchHit
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.surfaces import Card, Scroll, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.rooms import rooms
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_AT_ONCE = 12
_HEIGHT = 150


class FoundInNotes(Card):
    """The documents that hold every word; hidden while nothing is looked for."""

    def __init__(self, desk: Desk) -> None:
        """Begin with nothing."""
        super().__init__(translate("cases", "Found inside notes and documents"))
        self._desk = desk
        self._words = CaseWords(desk.workspace)
        self._list: QWidget | None = None
        self.setVisible(False)

    def look_for(self, text: str) -> None:
        """Search what this person may read; an empty text shows nothing."""
        self._forget()
        self.setVisible(bool(text))
        if not text:
            return
        hits = search(self._desk.sitting, text)
        vault = self._desk.workspace.vault
        references = {**client_references(vault), **spoken_references(vault)}
        area = Scroll()
        area.setMinimumHeight(current_look().px(_HEIGHT))
        if hits:
            rows = [partial(self._row, hit, references) for hit in hits]
            area.column.addWidget(Longer(rows, at_once=_AT_ONCE))
        else:
            area.column.addWidget(Text(translate("cases", "Nothing found there."), "soft"))
        area.column.addStretch(1)
        self._list = area
        self.add(area)

    def _forget(self) -> None:
        if self._list is not None:
            self._list.hide()
            self._list.setParent(None)
            self._list.deleteLater()
            self._list = None

    def _row(self, hit: SearchHit, references: dict[str, str]) -> QWidget:
        subject = hit.document.subject
        reference = references.get(subject.case_id) or references.get(subject.client_id, "")
        title = self._words.form(hit.document.form_id)
        excerpt = without_codes(self._desk.workspace.catalogue, hit)
        holder = QWidget()
        line = row(gap=12)
        line.setContentsMargins(0, current_look().px(6), 0, current_look().px(6))
        holder.setLayout(line)
        heading = f"{reference} · {title}"
        line.addLayout(column(Text(heading, "strong"), Text(excerpt, "small"), gap=1), 1)
        place = Place(room=Room.FORM, subject=subject, document_id=hit.document.document_id)
        if place.room not in rooms():
            place = Place(room=Room.CASE, subject=subject)
        spoken = translate("cases", "Open {document}").format(document=heading)
        line.addWidget(
            Button(translate("cases", "Open"), lambda: self._desk.go(place), spoken=spoken)
        )
        return holder
