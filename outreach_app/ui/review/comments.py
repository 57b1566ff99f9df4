"""Comments: what was said before, what is being written now, at the question and about everything."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer, Signal

from outreach_app.domain.documents import Comment, Review
from outreach_app.phrases import listed
from outreach_app.report.dates import short_instant
from outreach_app.services.reviewing import Remark
from outreach_app.services.unsigned_words import UnsignedReview
from outreach_app.ui.pieces.fields import LongField
from outreach_app.ui.pieces.surfaces import Card, clear, column
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.review.waiting import Names
from outreach_app.ui.review.words import person_words, said_words
from outreach_app.ui.speech import translate

THEMES = "supervisor_feedback_themes"
"""The question of the exit checklist that a supervisor answers for reports."""
_PAUSE_MS = 500
_WHOLE = ""


class Writing(Card):
    """The fields that a reviewer writes in: one for the whole document, one for each question.

    Attributes:
        changed: The words changed and a person paused.
    """

    changed = Signal()

    def __init__(
        self, label_of: Callable[[str], str], words: UnsignedReview, *, asks_themes: bool = False
    ) -> None:
        """Show what was written before.

        Args:
            label_of: Returns the words of a question by its address.
            words: What was written and not signed.
            asks_themes: Ask what the client's words at the exit are about.
        """
        super().__init__(translate("review", "Your comments"))
        self._label_of = label_of
        self._fields: dict[str, LongField] = {}
        self._headings: dict[str, Text] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.add(
            Text(
                translate(
                    "review",
                    "Choose a row to comment at its question. Words are kept as you write; nobody "
                    "sees them before you sign.",
                ),
                "small",
            )
        )
        self._area = column(gap=8)
        self.column.addLayout(self._area)
        self._add(_WHOLE, words.text)
        for each in words.remarks:
            self._add(each.question, each.text)
        self._themes = self._ask_themes(words.answers.get(THEMES, "")) if asks_themes else None

    def _ask_themes(self, text: str) -> LongField:
        label = translate("review", "What the client’s words at the exit are about")
        field = LongField(label, text, lines=1)
        field.textChanged.connect(self._pause.start)
        hint = translate(
            "review",
            "A word or two for each theme, with commas between; no names. Reports for your own "
            "organisation count them.",
        )
        self.column.addLayout(column(Text(label, "strong"), Text(hint, "small"), field, gap=4))
        return field

    def _add(self, address: str, text: str = "") -> LongField:
        if address == _WHOLE:
            label = translate("review", "About the whole document")
        else:
            about = self._label_of(address)
            label = translate("review", "At “{question}”").format(question=about)
        heading = Text(label, "strong")
        field = LongField(label, text, lines=2)
        field.textChanged.connect(self._pause.start)
        self._area.addWidget(heading)
        self._area.addWidget(field)
        self._fields[address] = field
        self._headings[address] = heading
        return field

    def at(self, address: str) -> LongField:
        """Return the field of a question; it is made when there is none."""
        for other in [each for each in self._fields if each not in {_WHOLE, address}]:
            if not self._fields[other].toPlainText().strip():
                for widget in (self._fields.pop(other), self._headings.pop(other)):
                    self._area.removeWidget(widget)
                    widget.deleteLater()
        return self._fields.get(address) or self._add(address)

    def words(self) -> UnsignedReview:
        """Return what is written now."""
        texts = {at: field.toPlainText().strip() for at, field in self._fields.items()}
        whole = texts.pop(_WHOLE)
        remarks = tuple(Remark(at, text) for at, text in texts.items() if text)
        themes = self._themes.toPlainText().strip() if self._themes is not None else ""
        return UnsignedReview(whole, remarks, {THEMES: themes} if themes else {})

    def let_write(self, *, is_open: bool) -> None:
        """Let a person write, or only read."""
        for field in (*self._fields.values(), self._themes):
            if field is not None:
                field.setEnabled(is_open)


class Said(Card):
    """What reviewers said, oldest first."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(translate("review", "Said so far"))
        self._area = column(gap=4)
        self.column.addLayout(self._area)

    def show_reviews(
        self,
        reviews: Iterable[Review],
        revision_id: str,
        names: Names,
        label_of: Callable[[Review, Comment], str],
    ) -> None:
        """Show reviews of any version; those of an earlier one say so."""
        clear(self._area)
        shown = tuple(reviews)
        for review in shown:
            heading = translate("review", "{verb} by {who}, {at}").format(
                verb=said_words(review.verb),
                who=person_words(names.person(review.reviewer_id)),
                at=short_instant(review.signed_at),
            )
            if review.revision_id != revision_id:
                heading = translate("review", "{what}, about an earlier version").format(
                    what=heading
                )
            self._area.addWidget(Text(heading, "small"))
            if review.text:
                self._area.addWidget(Text(review.text))
            for comment in review.comments:
                about = label_of(review, comment)
                if about:
                    self._area.addWidget(
                        Text(
                            translate("review", "At “{question}”").format(question=about), "strong"
                        )
                    )
                self._area.addWidget(Text(comment.text))
            if not review.counted:
                why = translate("review", "Not counted: {why}").format(
                    why=listed(review.not_counted)
                )
                self._area.addWidget(Text(why, "gap"))
            self._area.addSpacing(6)
        if not shown:
            self._area.addWidget(Text(translate("review", "Nobody has said anything yet."), "soft"))
