"""What a reviewer asks: in a line above the form, at each question, and as a list to go through."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from outreach_app.domain.documents import ReviewVerb
from outreach_app.report.dates import short_instant
from outreach_app.services.asked import Ask, Asked
from outreach_app.ui.forms.words import short
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card, Scroll, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look


def verb_words(verb: ReviewVerb) -> str:
    """Return what became of a document, for a chip."""
    return {
        ReviewVerb.COMMENT: translate("forms", "Commented"),
        ReviewVerb.RETURN: translate("forms", "Returned"),
        ReviewVerb.APPROVE: translate("forms", "Approved"),
        ReviewVerb.COUNTERSIGN: translate("forms", "Countersigned"),
        ReviewVerb.CLOSE: translate("forms", "Closed"),
    }[verb]


def said_by(ask: Ask) -> str:
    """Return who said something, and when."""
    return translate("forms", "{who}, {at}").format(who=ask.who, at=short_instant(ask.at))


def list_words(asked: Asked) -> str:
    """Return what the way to the list is called: “What Helen asks (3)”."""
    return translate("forms", "What {name} asks ({count})").format(
        name=asked.first_name, count=len(asked.asks)
    )


class AskNote(Card):
    """What was said at one question, above it."""

    def __init__(self, asks: Iterable[Ask]) -> None:
        """Show comments, oldest first."""
        super().__init__(kind="warning")
        look = current_look()
        self.column.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        self.column.setSpacing(look.px(2))
        told = []
        for ask in asks:
            self.add(Text(f"▲ {said_by(ask)}", "gap"), Text(ask.text))
            told.append(f"{said_by(ask)}: {ask.text}")
        self.setAccessibleName(" ".join(told))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def answer_words(asked: Asked) -> str:
    """Return which of the two ways to a new version is meant now, in a line."""
    return translate(
        "forms",
        "“Correct this version” begins from your answers, with each comment at its question; "
        "{name} sees what changed. “Revise…” is for something new in the case.",
    ).format(name=asked.first_name)


class AskedBar(Card):
    """What was said about the whole document, and the way to what stands at its questions."""

    def __init__(
        self,
        asked: Asked,
        show: Callable[[], None] | None,
        remark: str = "",
        *,
        go: Callable[[str], None] | None = None,
        whole: bool = True,
    ) -> None:
        """Show the last word.

        Args:
            asked: What was said.
            show: Goes to the list, None where its lines stand here.
            remark: What to do now, in a line.
            go: Goes to a question; each comment has its line here then.
            whole: Show every word about the whole document, not only how it begins.
        """
        super().__init__(kind="warning" if asked.wants_answer else "quiet")
        look = current_look()
        self.column.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        self.column.setSpacing(look.px(4))
        told = translate("forms", "{verb} by {who}, {at}").format(
            verb=verb_words(asked.verb), who=asked.who, at=short_instant(asked.at)
        )
        count = len(asked.at_questions)
        if show is not None and count:
            at_questions = translate("forms", "%n comment(s) at questions", "", count)
            told = f"{told} · {at_questions}"
        head = row(Text(told, "strong"))
        head.setStretch(0, 1)
        if show is not None and asked.asks:
            head.addWidget(Button(list_words(asked), show, kind="plain"))
        self.column.addLayout(head)
        words = [each.text if whole else short(each.text) for each in asked.whole]
        self.add(*(Text(each) for each in words))
        if go is not None:
            for ask in asked.at_questions:
                self._line(ask, go)
        if remark:
            self.add(Text(remark, "soft"))
        self.setAccessibleName(" ".join([told, *words, remark]).strip())

    def _line(self, ask: Ask, go: Callable[[str], None]) -> None:
        line = row(Text(f"{ask.label}: {short(ask.text)}"))
        line.setStretch(0, 1)
        if ask.address:
            spoken = translate("forms", "Go to: {question}").format(question=ask.label)
            words = translate("forms", "Go there")
            line.addWidget(Button(words, partial(go, ask.address), kind="plain", spoken=spoken))
        self.column.addLayout(line)


class AskedList(Scroll):
    """Everything that was said, each one press away from its question."""

    def __init__(self, asked: Asked, go: Callable[[str], None], back: Callable[[], None]) -> None:
        """List what was said.

        Args:
            asked: What was said.
            go: Called with the address of a question.
            back: Goes back to the questions.
        """
        super().__init__(margin=28, gap=12)
        title = translate("forms", "What {name} asks").format(name=asked.first_name)
        self._back = Button(translate("forms", "Back to the questions"), back)
        self.column.addWidget(Text(title, "title"))
        self.column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._first: QWidget | None = None
        for ask in asked.asks:
            self.column.addWidget(self._card(ask, go))
        self.column.addStretch(1)

    def _card(self, ask: Ask, go: Callable[[str], None]) -> Card:
        about = ask.label or translate("forms", "About the whole document")
        card = Card()
        line = row(Text(about, "strong"))
        line.setStretch(0, 1)
        if ask.address:
            words = translate("forms", "Go there")
            spoken = translate("forms", "Go to: {question}").format(question=about)
            button = Button(words, partial(go, ask.address), spoken=spoken)
            self._first = self._first or button
            line.addWidget(button)
        card.column.addLayout(line)
        card.add(Text(ask.text), Text(said_by(ask), "small"))
        if ask.label and not ask.address:
            gone = translate("forms", "This question is not asked any more, or its entry is gone.")
            card.add(Text(gone, "small"))
        card.setAccessibleName(f"{about}: {ask.text}")
        return card

    def first_focus(self) -> None:
        """Give the keyboard to the first question that one can go to."""
        (self._first or self._back).setFocus()
