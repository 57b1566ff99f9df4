"""What the record holds already, in a quiet note above the question that would ask it again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from outreach_app.engine.items import Repeat, in_language
from outreach_app.services.asked_again import asked_again_at
from outreach_app.services.recorded_beside import HeldFact, HeldKind
from outreach_app.ui.forms.asking_again import AskAgain
from outreach_app.ui.forms.layout import bare
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.surfaces import Card, clear
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look


class HeldNote(Card):
    """The facts that answer a question already, each with where it stands, and what is not offered.

    To ask all the same is a click with a reason.
    """

    def __init__(
        self,
        work: FormWork,
        address: str,
        facts: Sequence[HeldFact],
        go_on: Callable[[], object] = lambda: None,
    ) -> None:
        """Show facts; those that must not be used stand last, grey.

        Args:
            work: The open document.
            address: Of the question.
            facts: What is held for it now.
            go_on: Gives the keyboard to the question.
        """
        super().__init__(kind="quiet")
        look = current_look()
        self.column.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(6))
        self.column.setSpacing(look.px(2))
        self._work, self._address, self._go_on = work, address, go_on
        self._again: AskAgain | None = None
        self._facts: tuple[HeldFact, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._show(tuple(facts))
        work.answered.connect(self._on_answered)

    def _on_answered(self, _affected: object) -> None:
        if not self._work.is_open:
            return
        if self._work.held.follows_answers:
            facts = self._work.held.of(self._address)
            if facts != self._facts:
                self._show(facts)
        if self._again is not None:
            self._again.refresh()

    def _label(self) -> str:
        """Return what the question is called here; a list without rows has no place to ask for it."""
        session = self._work.session
        item = self._work.opened.definition.item_at(bare(self._address))
        if isinstance(item, Repeat):
            return in_language(item.label, session.speaker.language)
        return session.label(self._address)

    def _labels(self) -> tuple[str, ...]:
        """Return what the question is called in each language of the form, the first one first."""
        item = self._work.opened.definition.item_at(bare(self._address))
        return tuple(item.label.values()) if item is not None else ()

    def commit(self) -> None:
        """Write down a reason that is typed and not written down yet."""
        if self._again is not None:
            self._again.commit()

    def _show(self, facts: tuple[HeldFact, ...]) -> None:
        self.commit()
        self._facts = facts
        clear(self.column)
        self._again = None
        spoken: list[str] = []
        held = [each for each in facts if each.kind is HeldKind.FACT]
        if held:
            head = translate(
                "forms", "Already recorded – do not ask again unless the client raises it"
            )
            self.add(Text(head, "column"))
            spoken.append(head)
        for each in held:
            words = translate("forms", "{label}: {value}").format(
                label=told(each.label), value=told(each.value)
            )
            self.add(Text(words), Text(told(each.source), "small"))
            spoken += [words, told(each.source)]
        for each in facts:
            if each.kind is not HeldKind.FACT:
                self.add(Text(told(each.words), "small"))
                spoken.append(told(each.words))
        self.setAccessibleName(". ".join(spoken))
        if held and asked_again_at(self._work.opened.definition):
            label = self._label() or told(held[0].label)
            self._again = AskAgain(self._work, self._labels() or (label,), label, self._go_on)
            self.add(self._again)
        # Without a parent yet it would become a window of its own.
        if not facts or self.parentWidget() is not None:
            self.setVisible(bool(facts))
