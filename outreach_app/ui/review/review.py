"""Reviewing one document: what changed, comments at the question, a word that is signed."""

from collections.abc import Callable, Generator
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.states import State
from outreach_app.errors import OutreachError
from outreach_app.services.case_words import STATE_WORDS
from outreach_app.services.permission import Reader
from outreach_app.services.review_view import (
    ReviewView,
    comment_label,
    gathering_view,
    label_at,
    refusals,
    whole_document,
)
from outreach_app.services.reviewing import ReviewOrder, review
from outreach_app.services.sharing.returning import going_back
from outreach_app.services.sitting import Signer
from outreach_app.services.unsigned_words import UnsignedReview, keep_review, kept_review
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip, LevelChip
from outreach_app.ui.pieces.columns import Columns
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.review.around import AroundCard
from outreach_app.ui.review.comments import Said, Writing
from outreach_app.ui.review.reading import (
    chips_of,
    level_change,
    merge_card,
    risk_of,
    warnings_of,
)
from outreach_app.ui.review.saying import (
    WORDS_NEEDED,
    button_words,
    heading_words,
    primary_verb,
    signed_lines,
    signed_words,
    what_to_do,
)
from outreach_app.ui.review.table import AnswerTable, Line, MaskedButton
from outreach_app.ui.review.waiting import Names, row_of
from outreach_app.ui.review.words import person_words
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import RETURN, Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

_LARGE_PERCENT = 130
_AGREED = frozenset({State.APPROVED, State.COUNTERSIGNED})


class ReviewPage(Page):
    """One version with what changed in it, and what a reviewer says about it."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the newest version of the document."""
        super().__init__(desk, place)
        self._view: ReviewView | None = None
        self._names = Names(desk.workspace)
        self._writing: Writing | None = None
        self._verbs: dict[ReviewVerb, Button] = {}
        self._table: AnswerTable | None = None
        self._is_whole = False
        self._title = translate("review", "Review")
        self.setAccessibleName(self._title)
        self.grow(self._reading())

    # ---- drawing ------------------------------------------------------------------------------

    def _reading(self, after: Callable[[], None] = lambda: None) -> Generator[None, None, None]:
        """Read what is reviewed and draw it, from the top; then do what comes after."""
        workspace, document_id = self.desk.workspace, self.place.document_id
        try:
            document = workspace.vault.documents.get(document_id)
            if Reader(workspace.sitting).sight(document) is not None:
                self._title = self._names.title(document.form_id, document.subject)
            head = self.add_head(self._title, path=translate("review", "Inbox / Review"))
            yield
            view = yield from gathering_view(workspace, document_id)
        except OutreachError as error:
            if self.notice.parent() is None:
                self.add_head(self._title)
            self.tell_error(error)
            self.body.addStretch(1)
            return
        self._view = view
        yield from self._drawing(head, view)
        after()

    def _drawing(self, head: QHBoxLayout, view: ReviewView) -> Generator[None, None, None]:
        self._refused = refusals(self.desk.sitting, view.document)
        self._agree = primary_verb(view, self._refused)
        self._add_acts(head, view)
        self._state = Chip(STATE_WORDS[view.state])
        self.body.addWidget(chips_of(view, self._state))
        self._said = Said()
        self._scroll = Scroll(gap=16)
        self.body.addWidget(self._scroll, 1)
        yield
        left, right = column(gap=16), column(gap=16)
        self._right = right
        self._sides = (_holding(left), _holding(right))
        columns = Columns((self._sides[0], 8), (self._sides[1], 4), least=760, top=True)
        self._scroll.column.addWidget(columns)
        self._scroll.verticalScrollBar().valueChanged.connect(self._follow)
        self._scroll.column.addStretch(1)
        for widget in (*self._warnings(view), *risk_of(view)):
            left.addWidget(widget)
        yield
        for each in view.merges:
            left.addWidget(merge_card(each, self._names))
            yield
        left.addWidget(self._answers(view))
        yield
        right.addWidget(self._make_writing(view))
        self._show_verbs(view)
        yield
        right.addWidget(self._said)
        self._show_said(view)
        yield
        self._around = AroundCard(self.desk, view.document.document_id, self._names)
        right.addWidget(self._around)

    def _make_writing(self, view: ReviewView) -> Writing:
        writing = Writing(
            partial(label_at, self.desk.workspace, view),
            kept_review(self.desk.sitting, view.revision.revision_id),
            asks_themes=bool(view.revision.flat().get("client_feedback_text")),
        )
        writing.changed.connect(self._keep)
        comment = Button(button_words(ReviewVerb.COMMENT), partial(self._say, ReviewVerb.COMMENT))
        self._verbs[ReviewVerb.COMMENT] = comment
        writing.add(comment)
        self._writing = writing
        return writing

    def _answers(self, view: ReviewView) -> Card:
        title = translate("review", "The whole document")
        if view.since:
            title = translate("review", "What changed since {since}").format(since=view.since)
        card = Card(title)
        if view.level is not None:
            if view.level_before is not None and view.level_before != view.level:
                card.head.addWidget(level_change(view))
            else:
                card.head.addWidget(LevelChip(view.level))
        self._table = AnswerTable(
            title,
            (
                translate("review", "Question"),
                translate("review", "Before"),
                translate("review", "Now"),
            ),
            (4, 4, 5),
        )
        self._table.chosen.connect(self._on_chosen)
        self._table.wanted.connect(self._on_wanted)
        self._table.begun.connect(self._on_begun)
        self._nothing = Text(translate("review", "No answer changed."), "soft")
        card.add(self._nothing, self._table)
        self._whole = Button(
            translate("review", "Show the whole document"), self._on_whole, kind="plain"
        )
        self._is_whole = not view.since
        foot = row(self._whole, MaskedButton(self._table))
        foot.addStretch(1)
        card.column.addLayout(foot)
        self._whole.setVisible(bool(view.since))
        self._show_answers(view)
        return card

    def _show_answers(self, view: ReviewView) -> None:
        if self._table is None:
            return
        found = view.changes.differing
        if self._is_whole:
            found = whole_document(self.desk.workspace, view)
        gap = translate("review", "information gap")
        nothing = translate("review", "(nothing)")
        self._table.setColumnHidden(1, self._is_whole)
        self._table.show_lines(
            [
                Line(
                    (each.label, each.old or nothing, each.new or nothing),
                    each.address,
                    gap if view.is_gap(each.address) else "",
                    2,
                    each.masked,
                )
                for each in found
            ]
        )
        self._table.setVisible(bool(found))
        self._nothing.setVisible(not found)

    def _add_acts(self, head: QHBoxLayout, view: ReviewView) -> None:
        acts: list[Button] = []
        # Who has just given it back is not asked to agree with it.
        agree = "" if view.state is State.RETURNED else "primary"
        for verb, kind in ((ReviewVerb.RETURN, ""), (self._agree, agree)):
            button = Button(button_words(verb), partial(self._say, verb), kind=kind)
            self._verbs[verb] = button
            acts.append(button)
        if current_look().text_percent > _LARGE_PERCENT:
            # Beside the title they would make the window wider than the screen.
            holder = QWidget()
            flow = Flow(holder, gap=current_look().px(10))
            for button in acts:
                flow.addWidget(button)
            self.body.addWidget(holder)
        else:
            for button in acts:
                head.addWidget(button)

    def _warnings(self, view: ReviewView) -> list[QWidget]:
        verb = self._agree if self._refused[self._agree] else ReviewVerb.RETURN
        here = self.place
        merge = Place(room=Room.MERGE, subject=view.document.subject, document_id=here.document_id)
        return warnings_of(view, self._refused[verb], what_to_do(verb), lambda: self.desk.go(merge))

    def _follow(self, scrolled: int) -> None:
        """Keep the comments in sight while the answers beside them scroll."""
        left, right = self._sides
        beside = left.y() == right.y()
        own = right.height() - self._right.contentsMargins().top()
        down = min(scrolled, max(0, left.height() - own)) if beside else 0
        self._right.setContentsMargins(0, down, 0, 0)

    # ---- acting -------------------------------------------------------------------------------

    def _on_chosen(self, address: str) -> None:
        if address and self._writing is not None and not self._refused[ReviewVerb.COMMENT]:
            self._writing.at(address)

    def _on_wanted(self, address: str) -> None:
        if address and self._writing is not None and not self._refused[ReviewVerb.COMMENT]:
            self._writing.at(address).setFocus()

    def _on_begun(self, address: str, letter: str) -> None:
        self._on_wanted(address)
        if self._writing is not None and not self._refused[ReviewVerb.COMMENT]:
            field = self._writing.at(address)
            field.moveCursor(QTextCursor.MoveOperation.End)
            field.insertPlainText(letter)

    def _on_whole(self) -> None:
        self._is_whole = not self._is_whole
        self._whole.setText(
            translate("review", "Show only what changed")
            if self._is_whole
            else translate("review", "Show the whole document")
        )
        self._whole.setAccessibleName(self._whole.text())
        if self._view is not None:
            self._show_answers(self._view)

    def _keep(self) -> None:
        """Keep what is written in the vault, so that a lock loses nothing of it."""
        is_open = self.desk.workspace.vault.is_open
        if self._writing is None or self._view is None or not is_open:
            return
        try:
            keep_review(self.desk.sitting, self._view.revision.revision_id, self._writing.words())
        except OutreachError as error:
            self.tell_error(error)
        else:
            self.desk.tell_saved(self.desk.sitting.now())

    def _say(self, verb: ReviewVerb) -> None:
        view, writing = self._view, self._writing
        if view is None or writing is None:
            return
        self.notice.clear()
        self._keep()
        words = writing.words()
        if verb in WORDS_NEEDED and words.is_empty:
            self.notice.tell(
                translate("review", "Please write what it is about"),
                translate("review", "Nothing was signed."),
                translate(
                    "review",
                    "Choose a row to comment at its question, or write about the whole document.",
                ),
            )
            # The row that was chosen keeps its field, empty as it is.
            chosen = self._table.chosen_key() if self._table is not None else ""
            writing.at(chosen).setFocus()
            return
        label_of = partial(label_at, self.desk.workspace, view)
        heading = heading_words(verb).format(what=self._title)
        lines = signed_lines(verb, view, words, label_of)
        SigningDialog(
            self.desk, self, heading, lines, partial(self._sign, view, verb, words)
        ).open()

    def _sign(
        self, view: ReviewView, verb: ReviewVerb, words: UnsignedReview, signer: Signer
    ) -> None:
        workspace = self.desk.workspace
        order = ReviewOrder(
            document_id=view.document.document_id,
            verb=verb,
            revision_id=view.revision.revision_id,
            text=words.text,
            remarks=words.remarks,
            answers=words.answers,
        )
        review(workspace.sitting, signer, workspace.catalogue, order)
        keep_review(workspace.sitting, view.revision.revision_id, UnsignedReview())
        self.desk.counts_changed.emit()
        QTimer.singleShot(0, self, partial(self._signed, verb))

    def _signed(self, verb: ReviewVerb) -> None:
        """Draw the page again with what stands now, and lead on."""
        # What is taken away must not take the keyboard along.
        self.setFocus()
        self._writing, self._table, self._verbs = None, None, {}
        clear(self.body)
        self.notice = Notice(kind="chosen")
        self.grow(self._reading(after=partial(self._lead_on, verb)))

    def _lead_on(self, verb: ReviewVerb) -> None:
        self.notice.tell(
            signed_words(verb),
            translate("review", "Signed with your name; it stands from now on."),
            translate("review", "It reaches the author with your next bundle to them."),
        )
        ways = self._send_back(self.place.document_id)
        following = self._around.following
        if following.isEnabled():
            label = translate("review", "Next document")
            spoken = following.accessibleName()
            ways.append(Button(label, following.click, spoken=spoken))
        if ways:
            self.notice.add(row_of(*ways))
        if self.hasFocus():
            (ways[-1] if ways else self.notice).setFocus()

    def _send_back(self, document_id: str) -> list[Button]:
        """Return the way to sending, where the inbox names this document for somebody."""
        found = [each for each in going_back(self.desk.sitting) if document_id in each.document_ids]
        label = translate("review", "Send back…")
        place = Place(room=Room.SHARE, topic=RETURN)
        return [
            Button(
                label,
                lambda: self.desk.go(place),
                spoken=translate("review", "{action}: {what}").format(
                    action=label, what=person_words(self._names.person(each.person_id))
                ),
            )
            for each in found[:1]
        ]

    def _show_said(self, view: ReviewView) -> None:
        self._said.show_reviews(
            view.said,
            view.revision.revision_id,
            self._names,
            lambda review, comment: comment_label(self.desk.workspace, review.revision_id, comment),
        )

    def _show_verbs(self, view: ReviewView) -> None:
        for verb, button in self._verbs.items():
            in_conflict = view.heads > 1 and verb is not ReviewVerb.COMMENT
            is_said = verb is self._agree and view.state in _AGREED
            button.setEnabled(not (self._refused[verb] or in_conflict or is_said))
            button.setAccessibleDescription(told(self._refused[verb]))
        if self._writing is not None:
            self._writing.let_write(is_open=not self._refused[ReviewVerb.COMMENT])

    def leave(self) -> None:
        """Keep what was written in the last half second."""
        self._keep()

    def first_focus(self) -> None:
        """Begin with the answers."""
        if self._table is not None and self._table.isVisibleTo(self):
            self._table.setFocus()


def _holding(layout: QVBoxLayout) -> QWidget:
    holder = QWidget()
    holder.setProperty("kind", "clear")
    holder.setLayout(layout)
    return holder
