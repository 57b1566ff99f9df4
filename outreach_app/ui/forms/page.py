"""The form: sections at the left, questions in the middle, what they add up to at the right."""

from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Document, Reason, Subject
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.services.asked import Asked, asked_of_signed
from outreach_app.services.case_words import STATE_WORDS, spoken_reference_of
from outreach_app.services.draft_standing import newer_version
from outreach_app.services.due_review import (
    begin_due_review,
    begin_event_assessment,
    begin_flag_referral,
)
from outreach_app.services.large_reading import lines_to_read
from outreach_app.services.naming import client_references
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import may_send, require_document
from outreach_app.services.supervision import document_state
from outreach_app.ui.forms.asked import AskedBar, AskedList, answer_words
from outreach_app.ui.forms.desk import FormDesk
from outreach_app.ui.forms.head import FormHead
from outreach_app.ui.forms.large_reading import LargeReading
from outreach_app.ui.forms.news import (
    ApartVersionsCard,
    OvertakenCard,
    SignedCard,
    bar_margins,
)
from outreach_app.ui.forms.reading import ReasonDialog, SignedView, signed_words
from outreach_app.ui.forms.words import SIGNED
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.actions import has_large_text
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import column
from outreach_app.ui.printing.client_copies import copies_of_plan
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import (
    DRAFT,
    DUE_REVIEW,
    EVENT_ASSESSMENT,
    NOTE,
    REVIEW,
    Place,
    Room,
)
from outreach_app.ui.slices import Slices, while_true
from outreach_app.ui.speech import translate

_CLIENT_FORM, _REFERRAL = "client", "referral"
_AT_ONCE = {NOTE: Reason.CONTINUED, REVIEW: Reason.REVIEW}


class FormPage(Page):
    """A draft to write in, a new document to begin, or a signed one to read.

    The document is opened at once, what one writes in is made in the next turn of the loop.
    """

    def __init__(self, desk: Desk, place: Place) -> None:
        """Open what the place says: its document, or a new one of the form in its topic."""
        super().__init__(desk, place, margin=0)
        self.body.setSpacing(0)
        self._form: FormDesk | None = None
        self._laying: Slices | None = None
        self._first: QWidget | None = None
        try:
            self._open()
        except OutreachError as error:
            self._fail(error)

    @property
    def form(self) -> FormDesk | None:
        """The open draft; None while a signed document is read or nothing could be opened."""
        if self._laying is not None:
            self._laying.finish()
        return self._form

    def _begin(self, topic: str, subject: Subject) -> OpenDocument:
        casework = self.desk.workspace.casework
        if topic == DUE_REVIEW:
            return begin_due_review(self.desk.sitting, casework, subject)
        kind, _colon, about = topic.partition(":")
        if about:
            begin = begin_event_assessment if kind == EVENT_ASSESSMENT else begin_flag_referral
            return begin(self.desk.sitting, casework, subject, about)
        return casework.begin(topic, subject)

    def _begin_note(self) -> None:
        """Begin a new version to note something in; who may not reads what is signed, and why."""
        drafts, document_id = self.desk.workspace.vault.drafts, self.place.document_id
        reason = _AT_ONCE.get(self.place.topic)
        if reason is None:
            return
        self.place = replace(self.place, topic="")
        if not drafts.has(document_id):
            try:
                self.desk.workspace.casework.revise(document_id, reason)
            except OutreachError as error:
                self.notice.tell_error(error)

    def _open(self) -> None:
        self._begin_note()
        casework = self.desk.workspace.casework
        place = self.place
        if not place.document_id:
            opened = self._begin(place.topic, _subject(place))
            self.place = replace(place, document_id=opened.document.document_id, topic="")
        elif self.desk.workspace.vault.drafts.has(place.document_id):
            require_document(
                self.desk.sitting, self.desk.workspace.vault.documents.get(place.document_id)
            )
            opened = casework.resume(place.document_id)
        else:
            self._read()
            return
        vault = self.desk.workspace.vault
        steps = while_true(lambda: vault.is_open, self._lay_out(opened))
        self._laying = Slices(self, steps, failed=self._on_not_laid_out)

    def _lay_out(self, opened: OpenDocument) -> Generator[None, None, None]:
        whose = self.whose(opened.document.subject, opened.context.case_file)
        work = FormWork(self.desk, opened, self)
        yield
        form = FormDesk(self, work, whose)
        # A copy of a document says what is signed: what was changed since is not on it yet.
        is_signed = bool(self.desk.workspace.vault.revisions.heads(opened.document.document_id))
        preview = (
            translate("forms", "PDF as signed") if is_signed else translate("forms", "Preview PDF")
        )
        form.add_tool(preview, partial(self._preview, opened.document), shortcut="Ctrl+P")
        self._put_above(form)
        self.body.addWidget(form)
        self._form = form
        # What stands around the questions is drawn before the first of them is.
        yield
        form.begin()

    def _on_not_laid_out(self, error: Exception) -> None:
        if not isinstance(error, OutreachError):
            raise error
        self._fail(error)

    def _put_above(self, form: FormDesk) -> None:
        """Say above a draft what came since it was begun: a newer version, a reviewer's words."""
        newer = newer_version(self.desk.sitting, form.work.opened.draft)
        if newer is not None:
            form.put_above(OvertakenCard(newer, self._to_merge))
        asked = form.work.asked
        if asked.wants_answer or asked.asks:
            form.put_above(AskedBar(asked, partial(self._show_asked, form), whole=False))

    def _show_asked(self, form: FormDesk) -> None:
        form.canvas.commit()
        page = AskedList(form.work.asked, form.go_to, form.to_questions)
        form.show_instead(page)
        page.first_focus()

    def _to_merge(self) -> None:
        place = self.place
        newer = Place(room=Room.MERGE, subject=place.subject, document_id=place.document_id)
        self.desk.go(replace(newer, topic=DRAFT))

    def _read(self) -> None:
        workspace = self.desk.workspace
        document_id = self.place.document_id
        document = workspace.vault.documents.get(document_id)
        view_hash = workspace.vault.revisions.heads(document_id)[0].header.form_hash
        asked = asked_of_signed(workspace, document)
        view = SignedView(workspace, document, view_hash, asked)
        title = workspace.catalogue.definition(view_hash).title
        self.setAccessibleName(title)
        head = FormHead(
            self.whose(document.subject, workspace.casework.case_file(document.subject)),
            title,
            STATE_WORDS[document_state(self.desk.sitting, document_id)],
            signed_words(workspace.catalogue, workspace.catalogue.definition(view_hash)),
        )
        words = translate("forms", "Preview PDF")
        head.tools.addWidget(Button(words, partial(self._preview, document), shortcut="Ctrl+P"))
        large = translate("forms", "Large type")
        head.tools.addWidget(Button(large, partial(self._enlarge, document), shortcut="Ctrl+L"))
        copies = copies_of_plan(self.desk, self, document)
        if copies is not None:
            head.tools.addWidget(copies)
        cards = self._cards(document, asked, view)
        for button in self._ways(asked, is_shared=self._first is None):
            head.tools.addWidget(button)
        self.body.addWidget(head)
        self.body.addWidget(self.notice)
        if has_large_text():
            view.put_above(cards)
        elif cards:
            above = column(*cards, gap=8)
            above.setContentsMargins(*bar_margins())
            self.body.addLayout(above)
        self.body.addWidget(view, 1)

    def _ways(self, asked: Asked, *, is_shared: bool) -> tuple[Button, Button]:
        """Return the two ways to a new version, the one that is meant now last and primary."""
        if asked.wants_answer:
            revise = Button(translate("forms", "Revise…"), self._on_revise)
            correct = Button(
                translate("forms", "Correct this version"), self._on_answer, kind="primary"
            )
            self._first = self._first or correct
            return revise, correct
        correct = Button(translate("forms", "Correct…"), self._on_correct)
        kind = "primary" if is_shared else ""
        revise = Button(translate("forms", "Revise…"), self._on_revise, kind=kind)
        self._first = self._first or revise
        return correct, revise

    def _cards(self, document: Document, asked: Asked, view: SignedView) -> list[QWidget]:
        """Return what is to be known above a signed document."""
        vault = self.desk.workspace.vault
        found: list[QWidget] = []
        if len(vault.revisions.head_ids(document.document_id)) > 1:
            merge = Place(
                room=Room.MERGE, subject=document.subject, document_id=document.document_id
            )
            found.append(ApartVersionsCard(lambda: self.desk.go(merge)))
        only_here = vault.carried.is_only_here(document.document_id)
        if only_here and may_send(self.desk.sitting, document.subject):
            just_now = self.place.topic == SIGNED
            card = SignedCard(
                partial(self._share, document),
                partial(self._to_case, document),
                just_now=just_now,
                to_case=bool(self._case_of(document).case_id),
                send=self._way_to_send(document),
            )
            if just_now:
                self._first = card.first
            found.append(card)
        if asked.wants_answer or asked.asks:
            remark = answer_words(asked) if asked.wants_answer else ""
            found.append(AskedBar(asked, None, remark, go=view.go_to))
        return found

    def _way_to_send(self, document: Document) -> Callable[[], None] | None:
        """Return how a referral goes on to the agency, None for anything else."""
        place = Place(room=Room.REFER, subject=document.subject)
        return partial(self.desk.go, place) if document.form_id == _REFERRAL else None

    def _case_of(self, document: Document) -> Subject:
        """Return the case in which one is, where a document is about a client only."""
        return self.place.subject or document.subject

    def _share(self, document: Document) -> None:
        self.desk.go(Place(room=Room.SHARE, subject=self._case_of(document)))

    def _to_case(self, document: Document) -> None:
        subject = self._case_of(document)
        room = Room.CASE if subject.case_id else Room.CASES
        self.desk.go(Place(room=room, subject=subject if subject.case_id else None))

    def _fail(self, error: OutreachError) -> None:
        self.body.addWidget(self.notice)
        self.body.addStretch(1)
        self.notice.tell_error(error)

    def whose(self, subject: Subject, case_file: CaseFile) -> str:
        """Return reference and preferred name of whom a document is about."""
        workspace = self.desk.workspace
        known = client_references(workspace.vault).get(subject.client_id, "")
        reference = (
            spoken_reference_of(workspace, subject) if subject.case_id or not known else known
        )
        name = str(case_file.client.get("preferred_name", ""))
        return in_a_row((each for each in (reference, name) if each), " · ")

    def _preview(self, document: Document) -> None:
        # Loaded when it is first wanted: a form opens without what draws pages.
        from outreach_app.ui.printing.preview import open_preview  # noqa: PLC0415

        open_preview(self.desk, self, document)

    def _enlarge(self, document: Document) -> None:
        """Show the signed version in large type on a dark page, until Escape."""
        workspace = self.desk.workspace
        lines = lines_to_read(workspace, document)
        reference = spoken_reference_of(workspace, document.subject)
        before = self.focusWidget()
        reading = LargeReading(self, self.accessibleName(), reference, lines)
        if before is not None:
            reading.closed.connect(before.setFocus)

    # ---- changing what is signed ------------------------------------------------------------

    def _on_revise(self) -> None:
        ReasonDialog(self, (Reason.CONTINUED, Reason.REVIEW), self._begin_version).open()

    def _on_correct(self) -> None:
        ReasonDialog(self, (Reason.CORRECTION,), self._begin_version).open()

    def _on_answer(self) -> None:
        """Begin the correction at once: why it is changed stands beside it already."""
        self._begin_version(Reason.CORRECTION)

    def _begin_version(self, reason: Reason) -> None:
        try:
            self.desk.workspace.casework.revise(self.place.document_id, reason)
        except OutreachError as error:
            self.notice.tell_error(error)
            return
        self.desk.go(replace(self.place, topic=""))

    # ---- the page ---------------------------------------------------------------------------

    def leave(self) -> None:
        if self._laying is not None:
            self._laying.stop()
        if self._form is not None:
            self._form.leave()

    def first_focus(self) -> None:
        if self._first is not None:
            self._first.setFocus()


def _subject(place: Place) -> Subject:
    subject = place.subject
    if subject is None:
        raise ValueError("a new document needs somebody whom it is about")
    if place.topic == _CLIENT_FORM:
        return Subject(client_id=subject.client_id)
    return subject
