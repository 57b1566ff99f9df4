"""Between the request and the certificate: what one waits for, and taking the answer in."""

import secrets
from pathlib import Path

from outreach_app.crypto.keys import parse_public_line
from outreach_app.crypto.words import fingerprint_words
from outreach_app.errors import OutreachError
from outreach_app.paths import atomic_write, read_bytes
from outreach_app.report.dates import readable_date
from outreach_app.services.configuration import FILE_LIMIT_BYTES, read_card
from outreach_app.services.restored import needs_new_keys, waits_since
from outreach_app.services.shipped import word_list
from outreach_app.services.succession import describe
from outreach_app.services.vaults import request_from, trust_changes
from outreach_app.store.unlocking import SlotKeys
from outreach_app.ui.pieces.buttons import Button, tick_box
from outreach_app.ui.pieces.fields import passphrase_field
from outreach_app.ui.pieces.file_choice import choose_file, choose_new_file
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.titles import role_words
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look
from outreach_app.ui.welcome.joining import words_card


class EnrolmentPage(Page):
    """One's own words, the request, and the organisation file that comes back."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Say where one stands."""
        super().__init__(desk, place)
        self._raw = b""
        self._request = b""
        self.add_head(translate("welcome", "Enrolment"), self._standing())
        area = Scroll()
        area.setMaximumWidth(current_look().px(820))
        self.body.addWidget(area, 1)
        words = fingerprint_words(parse_public_line(desk.sitting.me.signing_key), word_list())
        area.column.addWidget(words_card(words, translate("welcome", "Your words")))
        area.column.addWidget(self._answer_card())
        area.column.addWidget(self._request_card())
        area.column.addStretch(1)

    def _standing(self) -> str:
        sitting = self.desk.sitting
        if needs_new_keys(sitting):
            return translate(
                "welcome",
                "This vault was restored from a backup and is a new device: ask for a certificate "
                "for it below.",
            )
        restored = waits_since(sitting)
        if restored is not None:
            return translate(
                "welcome",
                "Restored on {day}. Nothing is shared or taken over before an organisation file or "
                "a colleague's bundle made since is here.",
            ).format(day=readable_date(restored.date().isoformat()))
        if sitting.me.certificate_serial:
            return translate("welcome", "You are enrolled as {role} until {day}.").format(
                role=role_words(sitting.me.role.value),
                day=readable_date(sitting.me.valid_until[:10]),
            )
        return translate(
            "welcome",
            "Your organisation has not confirmed you on this laptop yet. You can write already; "
            "signing and sharing begin with the file that it sends back.",
        )

    def _answer_card(self) -> Card:
        card = Card(translate("welcome", "The organisation file came back"))
        card.add(
            Text(
                translate(
                    "welcome",
                    "Choose the new organisation.json. It holds your certificate, and whatever "
                    "else your organisation has decided since.",
                ),
                "soft",
            )
        )
        self._changes = Card(kind="warning")
        self._changes.setVisible(False)
        self._compared = tick_box(translate("welcome", "I compared these words by telephone"))
        card.add(self._changes)
        self._install = Button(translate("welcome", "Install"), self._take, kind="primary")
        self._install.setVisible(False)
        line = row(Button(translate("welcome", "Choose the file"), self._choose), self._install)
        line.addStretch(1)
        card.column.addLayout(line)
        return card

    def _choose(self) -> None:
        choose_file(self, translate("welcome", "Organisation file"), self._read)

    def _read(self, path: Path) -> None:
        self.notice.clear()
        try:
            self._raw = read_bytes(path, FILE_LIMIT_BYTES)
            changes = trust_changes(self.desk.sitting, read_card(self._raw))
        except OutreachError as error:
            self.tell_error(error)
            return
        if changes:
            self._ask(tuple(describe(changes, word_list())))
            return
        self._take()

    def _ask(self, lines: tuple[str, ...]) -> None:
        clear(self._changes.column)
        heading = translate("welcome", "It changes whom this laptop believes. Compare first.")
        self._changes.add(Text(heading, "strong"), *(Text(line) for line in lines))
        self._compared = tick_box(translate("welcome", "I compared these words by telephone"))
        self._compared.toggled.connect(self._install.setEnabled)
        self._changes.add(self._compared)
        self._changes.setVisible(True)
        self._install.setVisible(True)
        self._install.setEnabled(False)
        self._compared.setFocus()

    def _take(self) -> None:
        try:
            self.desk.workspace.enrol(self._raw, words_compared=self._compared.isChecked())
        except OutreachError as error:
            self.tell_error(error)
            return
        self.desk.counts_changed.emit()
        self.desk.go(Place(room=Room.TODAY))

    def _request_card(self) -> Card:
        card = Card(translate("welcome", "The request"))
        card.add(
            Text(
                translate(
                    "welcome",
                    "It holds your name and your public keys, no secret. Hand it to whoever looks "
                    "after your organisation's keys.",
                ),
                "soft",
            )
        )
        self._passphrase = passphrase_field(translate("welcome", "Your passphrase"))
        self._passphrase.setPlaceholderText(translate("welcome", "Your passphrase"))
        self._passphrase.returnPressed.connect(self._make)
        self._save = Button(translate("welcome", "Save the request"), self._make)
        card.add(self._passphrase)
        line = row(self._save)
        line.addStretch(1)
        card.column.addLayout(line)
        self._saved = Text(kind="strong")
        card.add(self._saved)
        return card

    def _make(self) -> None:
        typed = self._passphrase.text()
        if not typed:
            self._passphrase.setFocus()
            return
        self._passphrase.setText("")
        self.notice.clear()
        self._save.setEnabled(False)
        derivation = self.desk.sitting.vault.derivation()
        self.desk.jobs.start(
            lambda: derivation.derive(typed), on=self, done=self._made, failed=self._fail
        )

    def _made(self, keys: SlotKeys) -> None:
        self._save.setEnabled(True)
        try:
            self._request = request_from(self.desk.sitting, keys)
        except OutreachError as error:
            self.tell_error(error)
            return
        name = f"{secrets.token_hex(4)}.request"
        choose_new_file(self, translate("welcome", "Save the request"), name, self._write)

    def _fail(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self.tell_error(error)

    def _write(self, path: Path) -> None:
        try:
            atomic_write(path, self._request)
        except OutreachError as error:
            self.tell_error(error)
            return
        self._saved.say(translate("welcome", "Saved as {name}").format(name=path.name))
