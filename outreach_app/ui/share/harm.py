"""Do no harm: a choice, and where there is a risk both sides in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from outreach_app.services.sharing.decided import Harm
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import LongField
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.section import Section
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look


class HarmPart(Section):
    """Asks whether sharing raises a risk.

    Attributes:
        changed: Something was answered.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Ask."""
        super().__init__(translate("share", "Do no harm"))
        self.add(
            Text(
                translate(
                    "share",
                    "Does sharing this raise the risk to the client, to the caller or to anyone "
                    "else named in it? Does keeping it back?",
                ),
                "soft",
            )
        )
        self._none = Button(translate("share", "No known added risk"), kind="choice")
        self._risk = Button(translate("share", "There is a risk…"), kind="choice")
        self._group = QButtonGroup(self)
        flow = Flow(gap=current_look().px(8))
        for each in (self._none, self._risk):
            each.setCheckable(True)
            self._group.addButton(each)
            flow.addWidget(each)
        holder = QWidget()
        holder.setLayout(flow)
        self._texts = Card(kind="quiet")
        self._fields: list[LongField] = []
        for words in (
            translate("share", "What may happen if it is shared"),
            translate("share", "What may happen if it is not shared"),
            translate("share", "What is done to lower the risk"),
        ):
            field = LongField(words, lines=2)
            field.textChanged.connect(self.changed.emit)
            self._fields.append(field)
            self._texts.add(Text(words, "strong"), field)
        self._texts.setVisible(False)
        self.add(holder, self._texts)
        self._group.buttonToggled.connect(self._on_chosen)

    def harm(self) -> Harm:
        """Return what was weighed."""
        risk, not_sending, measures = (each.toPlainText().strip() for each in self._fields)
        return Harm(
            is_weighed=self._none.isChecked() or self._risk.isChecked(),
            is_known=self._risk.isChecked(),
            risk=risk,
            not_sending=not_sending,
            measures=measures,
        )

    def take_focus(self) -> None:
        """Give the keyboard to what is not answered yet."""
        if not self._risk.isChecked():
            self._none.setFocus()
            return
        empty = [each for each in self._fields if not each.toPlainText().strip()]
        (empty or self._fields)[0].setFocus()

    def _on_chosen(self) -> None:
        on = self._risk.isChecked()
        self._texts.setVisible(on)
        if on:
            self._fields[0].setFocus()
        self.changed.emit()
