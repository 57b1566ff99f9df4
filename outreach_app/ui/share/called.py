"""The end of a protected PDF: the digits, the call, the sheet, the record of the transmission."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from outreach_app.errors import OutreachError
from outreach_app.paths import atomic_write
from outreach_app.services.call_sheets import Contact, call_sheet
from outreach_app.services.sharing.protected import (
    ProtectedCopy,
    begin_transmission,
    record_call,
)
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.file_choice import choose_new_file
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.pieces.surfaces import Card, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.finished import FileFacts
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate

_SHEET = "sheet.pdf"


class CalledCard(Card):
    """Shows the digits once; keeps that a call was made, and to whom."""

    def __init__(self, desk: Desk, copy: ProtectedCopy, *, for_referral: bool) -> None:
        """Show a copy that was written."""
        super().__init__(translate("share", "Written and checked"))
        self._desk, self._copy = desk, copy
        self._given_to = ""
        self._notice = Notice()
        self.add(self._notice)
        top = row(Chip(translate("share", "✓ Opened again with its digits"), "low"))
        top.addStretch(1)
        self.column.addLayout(top)
        about = translate("share", "For {names}").format(names=copy.agency.name)
        self.add(FileFacts(copy.path, len(copy.data), copy.digest, about), rule())
        self._add_digits()
        self.add(rule())
        self._add_sheet()
        self.add(rule())
        self.add(
            Text(
                translate(
                    "share",
                    "Now carry the file: nothing was sent. The digits never go the same way.",
                ),
                "strong",
            )
        )
        foot = row()
        foot.addStretch(1)
        foot.addWidget(Button(translate("share", "Back to the case"), self._on_case))
        if for_referral:
            foot.addWidget(
                Button(
                    translate("share", "Begin the record of how it left"),
                    self._on_transmission,
                    kind="primary",
                )
            )
        self.column.addLayout(foot)

    # ---- digits -----------------------------------------------------------------------------

    def _add_digits(self) -> None:
        number = translate("share", "Call {name} on {number} and read these digits out").format(
            name=self._copy.agency.name, number=self._copy.agency.contact
        )
        self.add(Text(number, "strong"))
        self._digits = Text(self._copy.digits, "figure")
        self._digits.setAccessibleName(
            translate("share", "Digits: {digits}").format(digits=self._copy.digits)
        )
        self.add(
            self._digits,
            Text(
                translate(
                    "share",
                    "They are shown this once and kept nowhere. The fingerprint in words tells the "
                    "other side that it is this file.",
                ),
                "small",
            ),
        )
        self._name: QLineEdit = line_field(
            translate("share", "Who took the digits down"),
            placeholder=translate("share", "Who took the digits down"),
        )
        self._called = Button(translate("share", "I called and read them out"), self._on_called)
        line = row(self._name, self._called)
        self.column.addLayout(line)
        self._said = Text("", "soft")
        self.add(self._said)

    def _on_called(self) -> None:
        self._notice.clear()
        try:
            record_call(self._desk.workspace, self._copy, self._name.text())
        except OutreachError as error:
            self._notice.tell_error(error)
            self._name.setFocus()
            return
        self._given_to = " ".join(self._name.text().split())
        self._digits.say("")
        self._digits.setAccessibleName("")
        self._called.setEnabled(False)
        self._said.say(
            translate("share", "Kept: that you called and who took them down. The digits are gone.")
        )

    # ---- sheet ------------------------------------------------------------------------------

    def _add_sheet(self) -> None:
        self.add(
            Text(
                translate(
                    "share",
                    "If they should call you instead: a sheet that goes with the file, with your "
                    "number and the fingerprint, without the digits.",
                ),
                "soft",
            )
        )
        self._ours = line_field(
            translate("share", "Your service's own number"),
            placeholder=translate("share", "Your service's own number"),
        )
        self._hours = line_field(
            translate("share", "When it is answered"),
            placeholder=translate("share", "When it is answered"),
        )
        self._save_sheet = Button(translate("share", "Save call sheet…"), self._on_sheet)
        self._save_sheet.setEnabled(False)
        self._ours.textChanged.connect(lambda text: self._save_sheet.setEnabled(bool(text.strip())))
        self.column.addLayout(row(self._ours, self._hours))
        line = row(self._save_sheet)
        line.addStretch(1)
        self.column.addLayout(line)

    def _on_sheet(self) -> None:
        choose_new_file(self, translate("share", "Save call sheet"), _SHEET, self._save)

    def _save(self, path: Path) -> None:
        self._notice.clear()
        contact = Contact(call=self._ours.text().strip(), hours=self._hours.text().strip())
        copy = self._copy
        try:
            sheet = call_sheet(self._desk.workspace, copy.document, copy.data, contact)
            atomic_write(path, sheet)
        except OutreachError as error:
            self._notice.tell_error(error)
            return
        self._save_sheet.setText(translate("share", "Saved. Save it again…"))

    # ---- after ------------------------------------------------------------------------------

    def _on_transmission(self) -> None:
        try:
            opened = begin_transmission(self._desk.workspace, self._copy, self._given_to)
        except OutreachError as error:
            self._notice.tell_error(error)
            return
        document = opened.document
        self._desk.go(
            Place(room=Room.FORM, subject=document.subject, document_id=document.document_id)
        )

    def _on_case(self) -> None:
        self._desk.go(Place(room=Room.CASE, subject=self._copy.document.subject))

    def take_focus(self) -> None:
        """Give the keyboard to who took the digits down."""
        self._name.setFocus()
