"""The answer on screen: accepted or not, by the colleague who is asked or for a service that said so."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.handovers import ACCEPTED, REFUSED, Handover
from outreach_app.domain.values import first_text, text_of
from outreach_app.errors import OutreachError
from outreach_app.services.handing_over.answering import begin_answer, sign_answer
from outreach_app.services.handing_over.giving import resumed
from outreach_app.services.handing_over.transferring import ServiceAnswer, note_answer
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sitting import Signer
from outreach_app.ui.handing.keeping import Keeper
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import LongField, line_field
from outreach_app.ui.pieces.file_choice import choose_file
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.section import Tick
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate

_ANSWER = "ho_answered"
_MOST_RECEIPT_BYTES = 8 * 1024 * 1024


class AnswerCard(Card):
    """Asks for an answer and one signature."""

    def __init__(
        self, heading: str, desk: Desk, page: Page, found: Handover, signed: Callable[[], object]
    ) -> None:
        """Ask about a handover; `signed` is called when the answer is signed.

        What is chosen and typed is kept as a draft of one's own.
        """
        super().__init__(heading)
        self.document_id = found.document_id
        self.keeper = Keeper(desk, self.begun, self)
        self.keeper.failed.connect(page.tell_error)
        self.desk = desk
        self.page = page
        self._signed = signed
        group = QButtonGroup(self)
        self.accept = Tick(translate("handing", "Accepted"), strong=True, one_of=True)
        self.refuse = Tick(translate("handing", "Not taken over"), strong=True, one_of=True)
        for way in (self.accept, self.refuse):
            group.addButton(way.box)
            way.box.toggled.connect(lambda on: self.chosen() if on else None)
        self._label = Text("", "strong")
        self.words = LongField(translate("handing", "Words to the answer"), lines=3)
        self._sign_button = Button(
            translate("handing", "Sign the answer…"), self._on_sign, kind="primary"
        )

    @property
    def answer(self) -> str:
        """Return ``accepted``, ``refused`` or "" while nothing is chosen."""
        if self.accept.is_on:
            return ACCEPTED
        return REFUSED if self.refuse.is_on else ""

    def lay_out_end(self) -> None:
        """Add the words and the button."""
        self.add(self._label, self.words)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self._sign_button)
        self.column.addLayout(foot)
        self.chosen()
        self.fill(self._kept())
        for way in (self.accept, self.refuse):
            way.box.toggled.connect(lambda on: self._keep_answer() if on else None)
        self.words.textChanged.connect(self._keep_words)

    def _kept(self) -> FlatAnswers:
        """Return what an earlier hour has left in the draft."""
        workspace = self.desk.workspace
        if not workspace.vault.drafts.has(self.document_id):
            return {}
        return workspace.casework.resume(self.document_id).answers()

    def fill(self, said: FlatAnswers) -> None:
        """Show what was kept."""
        answer = text_of(said, "ho_answer")
        if answer:
            (self.accept if answer == ACCEPTED else self.refuse).set_on(True)
            self.words.setPlainText(first_text(said, ("ho_answer_words", "ho_answer_why")))

    def begun(self) -> OpenDocument:
        """Return the draft of the answer."""
        return resumed(self.desk.workspace, self.document_id)

    def _keep_answer(self) -> None:
        self.keeper.keep(f"{_ANSWER}/ho_answer", lambda: self.answer, first=True)
        if self.words.toPlainText().strip():
            self._keep_words()

    def _keep_words(self) -> None:
        if self.answer:
            name = "ho_answer_words" if self.answer == ACCEPTED else "ho_answer_why"
            self.keeper.keep(f"{_ANSWER}/{name}", lambda: self.words.toPlainText().strip())

    def chosen(self) -> None:
        """Ask for what belongs to the answer that is chosen."""
        refused = self.answer == REFUSED
        words = (
            translate("handing", "Why it is not taken over")
            if refused
            else translate("handing", "What was agreed, what is missing (may stay empty)")
        )
        self._label.say(words)
        self.words.setAccessibleName(words)
        self._sign_button.setEnabled(bool(self.answer))

    def _on_sign(self) -> None:
        heading = translate("handing", "Answer to the handover")
        try:
            lines = self.lines()
        except OutreachError as error:
            self.page.tell_error(error)
            return
        SigningDialog(self.desk, self.page, heading, lines, self._sign).open()

    def _sign(self, signer: Signer) -> None:
        self.sign(signer)
        self.desk.counts_changed.emit()
        self._signed()

    def lines(self) -> list[str]:
        """Write what is typed, then return what the signature will stand under."""
        self.keeper.flush()
        answer = (
            translate("handing", "Accepted")
            if self.answer == ACCEPTED
            else translate("handing", "Not taken over")
        )
        return [each for each in (answer, self.words.toPlainText().strip()) if each]

    def sign(self, signer: Signer) -> None:
        """Sign it; cards say how."""
        del signer

    def leave(self) -> None:
        """Keep what was typed a moment ago."""
        self.keeper.leave()


class OwnAnswer(AnswerCard):
    """The answer of the colleague to whom a case was handed."""

    def __init__(
        self, desk: Desk, page: Page, found: Handover, signed: Callable[[], object]
    ) -> None:
        """Ask the unlocked person."""
        super().__init__(translate("handing", "Your answer"), desk, page, found, signed)
        self.add(
            Text(
                translate(
                    "handing",
                    "Look through the case first. With “Accepted” you answer for it from your "
                    "signature on; until then, or if you do not take it over, it stays where it is.",
                )
            ),
            self.accept,
            self.refuse,
        )
        self.lay_out_end()

    def begun(self) -> OpenDocument:
        """Return the draft of the answer.

        Raises:
            NoAnswerWanted, NotHandedToYou: See `begin_answer`.
        """
        return begin_answer(self.desk.workspace, self.document_id, self.answer)

    def sign(self, signer: Signer) -> None:
        """Sign the answer, and the case record with it where it was accepted."""
        sign_answer(self.desk.workspace, self.keeper.flush(), signer)


class ServiceAnswerCard(AnswerCard):
    """What another service answered, noted by whoever handed over."""

    def __init__(
        self, desk: Desk, page: Page, found: Handover, signed: Callable[[], object]
    ) -> None:
        """Ask what they said, who said it, and for a receipt."""
        heading = translate("handing", "What the service answered")
        super().__init__(heading, desk, page, found, signed)
        self._receipt = b""
        by = translate("handing", "Who said it: name, role, how it came")
        self._by = line_field(by)
        self._file = Text(translate("handing", "No receipt is chosen."), "small")
        self.add(self.accept, self.refuse, Text(by, "strong"), self._by)
        self.lay_out_end()
        self._by.textEdited.connect(lambda _text: self._keep_by())
        line = row()
        line.addWidget(Button(translate("handing", "Their receipt (PDF)…"), self._on_receipt))
        line.addWidget(self._file, 1)
        self.column.insertLayout(self.column.count() - 1, line)

    def fill(self, said: FlatAnswers) -> None:
        """Show what was kept, with who said it."""
        super().fill(said)
        self._by.setText(text_of(said, "ho_answer_by"))

    def chosen(self) -> None:
        """Ask for what belongs to the answer, and keep who gave it with it."""
        super().chosen()
        if self.answer and self._by.text().strip():
            self._keep_by()

    def _keep_by(self) -> None:
        if self.answer:
            self.keeper.keep(f"{_ANSWER}/ho_answer_by", lambda: self._by.text().strip())

    def _on_receipt(self) -> None:
        choose_file(self.page, translate("handing", "Their receipt as PDF"), self._on_file)

    def _on_file(self, path: Path) -> None:
        try:
            content = path.read_bytes()
        except OSError:
            content = b""
        fits = content.startswith(b"%PDF") and len(content) <= _MOST_RECEIPT_BYTES
        self._receipt = content if fits else b""
        words = (
            translate("handing", "Chosen: {name}").format(name=path.name)
            if fits
            else translate("handing", "That is no PDF of at most 8 MB; nothing was taken.")
        )
        self._file.say(words)

    def sign(self, signer: Signer) -> None:
        """Sign what they said."""
        said = ServiceAnswer(
            answer=self.answer,
            by=self._by.text().strip(),
            words=self.words.toPlainText().strip(),
            receipt=self._receipt,
        )
        note_answer(self.desk.workspace, self.document_id, said, signer)
