"""A signed document to read, with the ways to change it."""

from collections.abc import Callable, Generator, Sequence

from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QVBoxLayout, QWidget

from outreach_app.domain.documents import Document, Reason
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import in_language
from outreach_app.engine.languages import name_of
from outreach_app.phrases import in_a_row
from outreach_app.services.asked import Asked
from outreach_app.services.catalogue import Catalogue
from outreach_app.services.form_facts import is_masked
from outreach_app.services.own_words import told_once
from outreach_app.services.reading import Shown, shown_answers
from outreach_app.services.workspace import Workspace
from outreach_app.ui.forms.asked import AskNote
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.masked import Masked
from outreach_app.ui.pieces.surfaces import Card, Scroll, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.slices import Slices
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_SEVERAL = 2
_SLICE_S = 0.02


class SignedView(Scroll):
    """The newest signed version, section by section; only what is answered."""

    def __init__(
        self, workspace: Workspace, document: Document, form_hash: str, asked: Asked
    ) -> None:
        """Read a document, with what reviewers said at its questions.

        Raises:
            NotAllowed: This person may not read it.
        """
        super().__init__(margin=28, gap=16)
        definition = workspace.catalogue.definition(form_hash)
        self._language = workspace.catalogue.language_of(definition)
        self._notes: dict[str, AskNote] = {}
        by_section: dict[str, list[Shown]] = {}
        for shown in shown_answers(workspace, document):
            if shown.text:
                by_section.setdefault(shown.address.partition("/")[0], []).append(shown)
        if not by_section:
            self.column.addWidget(Text(translate("forms", "Nothing is answered."), "soft"))
        self.column.addStretch(1)
        # A long document has a thousand texts: what is in sight comes first.
        steps = self._filling(definition, by_section, asked)
        self._rest = Slices(self, steps, slice_s=_SLICE_S, at_once=True)

    def _filling(
        self, definition: FormDefinition, by_section: dict[str, list[Shown]], asked: Asked
    ) -> Generator[None, None, None]:
        language = self._language
        for name, answers in by_section.items():
            item = definition.item_at(name.partition("[")[0])
            label = in_language(item.label, language) if item is not None else ""
            card = Card(label or definition.title)
            for told in told_once(definition, answers):
                shown = told.shown
                hidden = is_masked(definition, shown.address)
                said = Masked(shown.label, shown.text) if hidden else Text(shown.text)
                for address in told.addresses:
                    self._put_asks(card, asked, address)
                lines = column(Text(shown.label, "small"), said, gap=1)
                if told.details:
                    lines.addWidget(Text(told.details, "small"))
                card.column.addLayout(lines)
                yield
            self.column.insertWidget(self.column.count() - 1, card)

    def put_above(self, cards: Sequence[QWidget]) -> None:
        """Put what is to be known before reading first, where it scrolls with the rest."""
        for place, card in enumerate(cards):
            self.column.insertWidget(place, card)

    def _put_asks(self, card: Card, asked: Asked, address: str) -> None:
        asks = asked.by_address.get(address, ())
        if asks:
            note = self._notes[address] = AskNote(asks)
            card.add(note)

    def go_to(self, address: str) -> None:
        """Bring what was said at a question into sight."""
        self._rest.finish()
        note = self._notes.get(address)
        if note is not None:
            note.setFocus()
            self.ensureWidgetVisible(note, 0, current_look().px(60))


def signed_words(catalogue: Catalogue, definition: FormDefinition) -> str:
    """Return what is said above a signed document: that it stays, and in which language it is read."""
    stays = translate("forms", "Signed. To change it, begin a new version; this one stays.")
    if len(definition.languages) < _SEVERAL:
        return stays
    language = catalogue.language_of(definition) or definition.languages[0]
    read = translate("forms", "The form is read in: {language}.")
    return in_a_row((stays, read.format(language=name_of(language))), " ")


class ReasonDialog(QDialog):
    """Asks why a signed document is changed."""

    def __init__(
        self, parent: QWidget, reasons: tuple[Reason, ...], then: Callable[[Reason], None]
    ) -> None:
        """Offer reasons; `then` is called with the one that was chosen."""
        super().__init__(parent)
        self._then = then
        look = current_look()
        self.setModal(True)
        self.setWindowTitle(translate("forms", "Change a signed document"))
        self.setMinimumWidth(look.px(460))
        layout = QVBoxLayout(self)
        edge = look.px(24)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(look.px(10))
        layout.addWidget(Text(translate("forms", "Why is it changed?"), "title"))
        words = translate(
            "forms",
            "A draft begins from the signed version. The signed version stays as it is, for good.",
        )
        layout.addWidget(Text(words, "soft"))
        self._group = QButtonGroup(self)
        self._reasons = reasons
        for number, reason in enumerate(reasons):
            choice = QRadioButton(_reason_words(reason))
            choice.setChecked(number == 0)
            self._group.addButton(choice, number)
            layout.addWidget(choice)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(Button(translate("forms", "Cancel"), self.reject))
        begin = Button(translate("forms", "Begin the draft"), self._go_on, kind="primary")
        begin.setDefault(True)
        foot.addWidget(begin)
        layout.addLayout(foot)
        self._group.button(0).setFocus()

    def _go_on(self) -> None:
        reason = self._reasons[self._group.checkedId()]
        self.accept()
        self._then(reason)


def _reason_words(reason: Reason) -> str:
    return {
        Reason.CONTINUED: translate("forms", "To go on with it: something new is known"),
        Reason.REVIEW: translate("forms", "For a review"),
        Reason.CORRECTION: translate("forms", "To correct a mistake in what was signed"),
    }[reason]
