"""What pages share on which somebody decides between versions: conflicts, what is kept, the end."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from outreach_app.domain.documents import Document, Revision
from outreach_app.engine.definition import FormDefinition
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import short_instant
from outreach_app.services.case_words import references_of
from outreach_app.services.comparing import Wording
from outreach_app.services.form_facts import is_masked
from outreach_app.services.merging.questions import OURS, Decision, OpenQuestion, path_of
from outreach_app.services.naming import device_letter
from outreach_app.services.row_names import RowNames
from outreach_app.services.unsigned_words import keep_decisions, kept_decisions
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.notices import Notice
from outreach_app.ui.pieces.surfaces import Card, Scroll, clear
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.review.conflict import ConflictCard, Told, row_words
from outreach_app.ui.review.table import AnswerTable, Line, MaskedButton
from outreach_app.ui.review.waiting import Names, row_of
from outreach_app.ui.review.words import laptop_words, person_words
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate

_OWN_WORDS = "_text"


class DecidingPage(Page):
    """Conflicts one below the other, what came together, and one button at the end."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the versions."""
        super().__init__(desk, place)
        self._names = Names(desk.workspace)
        self._cards: list[ConflictCard] = []
        self._document: Document | None = None
        self._finish = Button(self.finish_words(), self._on_finish, kind="primary")
        try:
            self._document = desk.workspace.vault.documents.get(place.document_id)
            self._references = references_of(desk.workspace, self._document)
            self.read()
        except OutreachError as error:
            clear(self.body)
            self.notice = Notice()
            self.add_head(translate("review", "Two versions"))
            self.tell_error(error)
            self.body.addWidget(self.way_out())
            self.body.addStretch(1)

    # ---- what the two kinds differ in ---------------------------------------------------------

    def finish_words(self) -> str:
        """Return what the last button says."""
        raise NotImplementedError

    def read(self) -> None:
        """Read the versions and draw the page."""
        raise NotImplementedError

    def versions(self) -> tuple[str, ...]:
        """Return what decisions are between, so that they are found again for the same only."""
        raise NotImplementedError

    def finish(self, decisions: Mapping[str, Decision]) -> None:
        """Carry the decisions out."""
        raise NotImplementedError

    def way_out(self) -> QWidget:
        """Return where to go when nothing can be decided here."""
        return row_of(
            Button(
                translate("review", "To the inbox"),
                lambda: self.desk.go(Place(room=Room.INBOX)),
            )
        )

    # ---- drawing ------------------------------------------------------------------------------

    def draw(
        self,
        questions: Sequence[OpenQuestion],
        definition: FormDefinition,
        told: Mapping[str, tuple[str, str]],
        base: Sequence[Revision],
        rows: RowNames,
    ) -> Scroll:
        """Draw the conflicts.

        Args:
            questions: Every conflict.
            definition: The form of the newer version.
            told: By revision id ("" for a draft) its short name and its head.
            base: What all versions were made from.
            rows: By what the rows are called that questions stand in.

        Returns:
            Where more is added.
        """
        wording = Wording(definition, self._references)
        kept = kept_decisions(self.desk.sitting, self.place.document_id, self.versions())
        scroll = Scroll(gap=16)
        self.body.addWidget(scroll, 1)
        for question in questions:
            card = ConflictCard(
                replace(question, label=rows.label(question.address, question.label)),
                (self._base_head(base), self._words(wording, question, question.base)),
                tuple(
                    Told(
                        each.revision_id or OURS,
                        told[each.revision_id][0],
                        told[each.revision_id][1],
                        self._words(wording, question, each.value),
                    )
                    for each in question.versions
                ),
                writable=_takes_text(definition, question.address),
                masked=is_masked(definition, question.address),
                decision=kept.get(question.address),
            )
            card.decided.connect(partial(self._on_decided, card))
            scroll.column.addWidget(card)
            self._cards.append(card)
        self._show_finish()
        return scroll

    def head(self, second: str) -> None:
        """Put the title, what there is to decide, and the two ways on."""
        if self._document is None:
            return
        title = self._names.title(self._document.form_id, self._document.subject)
        path = translate("review", "Inbox / {title}").format(title=title)
        head = self.add_head(translate("review", "Edited in two places"), second, path=path)
        later = Button(translate("review", "Later"), self._on_later)
        later.setAccessibleDescription(
            translate("review", "What you decided so far is kept on this laptop.")
        )
        head.addWidget(later)
        head.addWidget(self._finish)

    def version_told(self, revision: Revision) -> tuple[str, str]:
        """Return the short name of a version, and who, when, on which laptop."""
        header = revision.header
        who = person_words(self._names.person(header.author_id))
        at = short_instant(header.signed_at)
        laptop = laptop_words(device_letter(header.certificate_serial))
        name = translate("review", "{who}'s version").format(
            who=self._names.initials(header.author_id)
        )
        return name, in_a_row((who, at, laptop))

    def _base_head(self, base: Sequence[Revision]) -> str:
        if not base:
            return translate("review", "Both started from nothing")
        at = short_instant(base[-1].header.signed_at)
        return translate("review", "Both started from, {at}").format(at=at)

    def _words(self, wording: Wording, question: OpenQuestion, value: str) -> str:
        said = row_words(question, value)
        return said if said != value else wording.answer(question.address, value)

    # ---- deciding -----------------------------------------------------------------------------

    def _decisions(self) -> dict[str, Decision]:
        found = {each.address: each.decision() for each in self._cards}
        return {at: each for at, each in found.items() if each is not None}

    def _on_decided(self, card: ConflictCard) -> None:
        decision = card.decision()
        if decision is not None and card.address.endswith(_OWN_WORDS):
            # Whose words they are, in which language and since when goes with the words.
            group = card.address.rpartition("/")[0]
            for other in self._cards:
                if other.address.rpartition("/")[0] == group:
                    other.follow(decision.take)
        self._keep()
        self._show_finish()

    def _keep(self) -> None:
        if not self._cards:
            return
        try:
            keep_decisions(
                self.desk.sitting, self.place.document_id, self.versions(), self._decisions()
            )
        except OutreachError as error:
            self.tell_error(error)
        else:
            self.desk.tell_saved(self.desk.sitting.now())

    def _show_finish(self) -> None:
        left = len(self._cards) - len(self._decisions())
        self._finish.setEnabled(not left)
        self._finish.setAccessibleDescription(
            translate("review", "%n difference(s) left to decide", "", left) if left else ""
        )

    def _on_later(self) -> None:
        self._keep()
        self.desk.back()

    def _on_finish(self) -> None:
        self.notice.clear()
        self._keep()
        self.finish(self._decisions())

    def decided_lines(self) -> list[str]:
        """Return each decision in words, for what is signed."""
        return [
            translate("review", "{question}: {said}").format(
                question=each.accessibleName(), said=each.said()
            )
            for each in self._cards
        ]

    def done(self, title: str, what: str, *ways: Button) -> None:
        """Say that it is done, and where to go."""
        self.setFocus()
        self._cards.clear()
        clear(self.body)
        self.notice = Notice(kind="chosen")
        self.add_head(title)
        card = Card()
        card.add(Text(what), row_of(*ways))
        self.body.addWidget(card)
        self.body.addStretch(1)
        ways[0].setFocus()

    def leave(self) -> None:
        """Keep what was decided so far."""
        self._keep()

    def first_focus(self) -> None:
        """Begin with the first conflict, else with the end."""
        if self._cards:
            self._cards[0].first_focus()
        else:
            self._finish.setFocus()


def nothing() -> str:
    return translate("review", "(nothing)")


def _takes_text(definition: FormDefinition, address: str) -> bool:
    item = definition.item_at(path_of(address))
    return getattr(item, "type", "") == "text"


def add_table(
    scroll: Scroll, heading: str, columns: tuple[str, ...], lines: Sequence[Line]
) -> None:
    if lines:
        card = Card(heading)
        table = AnswerTable(heading, columns, (4, 3, 4, 1)[: len(columns)])
        table.show_lines(lines)
        card.add(table, MaskedButton(table))
        scroll.column.addWidget(card)
    scroll.column.addStretch(1)
