"""The head of a case: who it is, chips, open flags, and what one may begin."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.services.case_papers import (
    assessment_kinds,
    begin_assessment,
    beginnings,
)
from outreach_app.services.case_view import CaseView, OpenFlag
from outreach_app.services.client_copies.plans import copyable
from outreach_app.services.flag_times import time_since
from outreach_app.services.handing_over.giving import may_hand_over
from outreach_app.services.retention import keeping_words, kept_until
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip, LevelChip, LongChip, level_shape, level_words
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.menus import Entry, MenuButton
from outreach_app.ui.pieces.surfaces import Card, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.printing.client_copies import copies_of_case
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.rooms import rooms
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

_PLAN, _EXIT, _IMMEDIATE = "support_plan", "exit_checklist", "immediate"
_NOTE, _REFERRAL = "contact_note", "referral"
_HANDOVER = "handover"
_NAMED = 3
_A_MINUTE_MS = 60_000


class Beginnings:
    """What may be begun from a case, by the role of the person."""

    def __init__(self, desk: Desk, view: CaseView, failed: Callable[[OutreachError], None]) -> None:
        """Ask what the person may write.

        Args:
            desk: The unlocked vault.
            view: The case.
            failed: Told when something could not be begun.
        """
        self._desk = desk
        self._view = view
        self._failed = failed
        self._forms = {
            each.form_id: each.title for each in beginnings(desk.workspace, view.subject)
        }

    def may(self, form_id: str) -> bool:
        """Say whether a form may be begun."""
        return form_id in self._forms and Room.FORM in rooms()

    def begin(self, form_id: str) -> None:
        """Begin a new document of a form."""
        room = Room.EXIT if form_id == _EXIT and Room.EXIT in rooms() else Room.FORM
        self._desk.go(Place(room=room, subject=self._view.subject, topic=form_id))

    def note(self) -> None:
        """Begin a note."""
        self.begin(_NOTE)

    def every_form(self) -> list[Entry | None]:
        """Return a menu entry for every form that may be begun."""
        if Room.FORM not in rooms():
            return []
        forms: list[Entry | None] = [
            (title, partial(self.begin, form_id))
            for form_id, title in self._forms.items()
            if form_id != _HANDOVER
        ]
        if _NOTE in self._forms and Room.VISIT in rooms():
            visit = Place(room=Room.VISIT, subject=self._view.subject)
            words = translate("cases", "Visit with check-in…")
            forms += [None, (words, lambda: self._desk.go(visit))]
        if may_hand_over(self._desk.workspace, self._view.subject):
            place = Place(room=Room.HANDING, subject=self._view.subject)
            forms += [None, (translate("cases", "Hand over…"), lambda: self._desk.go(place))]
        return forms

    def reviews(self) -> list[Entry | None]:
        """Return the menu entries of “Start review”, which begins the first assessment too."""
        if Room.FORM not in rooms():
            return []
        kinds = assessment_kinds(self._desk.workspace, self._view.subject)
        said = translate("cases", "Risk assessment: {kind}")
        entries: list[Entry | None] = [
            (said.format(kind=words), partial(self._assess, code)) for code, words in kinds
        ]
        others: list[Entry | None] = []
        if _PLAN in self._forms:
            others.append((translate("cases", "Support plan review"), self._plan))
        if _EXIT in self._forms:
            others.append((translate("cases", "Exit checklist"), lambda: self.begin(_EXIT)))
        return [*entries, None, *others] if entries and others else entries + others

    def _assess(self, code: str) -> None:
        if code == _IMMEDIATE and Room.SAFETY in rooms():
            self._desk.go(Place(room=Room.SAFETY, subject=self._view.subject))
            return
        try:
            document = begin_assessment(self._desk.workspace, self._view.subject, code)
        except OutreachError as error:
            self._failed(error)
            return
        self._desk.go(
            Place(room=Room.FORM, subject=self._view.subject, document_id=document.document_id)
        )

    def _plan(self) -> None:
        plan = self._view.case_file.newest(_PLAN)
        if plan is None:
            self.begin(_PLAN)
            return
        self._desk.go(
            Place(room=Room.FORM, subject=self._view.subject, document_id=plan.document_id)
        )


def actions_of(desk: Desk, page: QWidget, view: CaseView, begin: Beginnings) -> list[QWidget]:
    """Return the buttons at the end of the head."""
    made: list[QWidget] = []
    if begin.may(_NOTE):
        made.append(Button(translate("cases", "Add note"), begin.note, shortcut="Ctrl+Shift+N"))
    if begin.may(_REFERRAL) and Room.REFER in rooms():
        refer = Place(room=Room.REFER, subject=view.subject)
        made.append(
            Button(translate("cases", "Refer…"), lambda: desk.go(refer), shortcut="Ctrl+Shift+R")
        )
    if Room.SHARE in rooms() and view.may_share():
        share = Place(room=Room.SHARE, subject=view.subject)
        made.append(Button(translate("cases", "Share…"), lambda: desk.go(share)))
    if view.may_print():
        made.append(_preview_button(desk, view))
        copies = copies_of_case(desk, page, copyable(view.workspace, view.case_file))
        if copies is not None:
            made.append(copies)
    entries = begin.reviews()
    if view.restricted:
        screen = Place(room=Room.SAFETY, subject=view.subject)
        words = translate("cases", "Immediate safety screen")
        made.append(Button(words, lambda: desk.go(screen), kind="primary"))
    elif entries:
        words = translate("cases", "Start review")
        if view.level is None:
            # Nothing was assessed yet: there is nothing to review.
            words = translate("cases", "Start assessment")
        made.append(MenuButton(words, entries, kind="primary"))
    return made


def _preview_button(desk: Desk, view: CaseView) -> Button:
    """Return the button for a readable copy of the whole case."""

    def preview() -> None:
        # Loaded when it is first wanted: a case opens without what draws pages.
        from outreach_app.ui.printing.preview import open_preview  # noqa: PLC0415

        open_preview(desk, button, view.subject)

    button = Button(translate("cases", "Print…"), preview, shortcut="Ctrl+P")
    return button


def chips_of(view: CaseView) -> QWidget:
    """Return the chips below the name."""
    holder = QWidget()
    flow = Flow(holder, gap=current_look().px(8))
    flow.addWidget(_level_chip(view))
    if view.is_closed:
        flow.addWidget(Chip(translate("cases", "Closed"), "neutral"))
        kept = kept_until(view.workspace, view.case_file)
        if kept is not None and not view.restricted:
            flow.addWidget(Chip(told(keeping_words(kept)), "neutral"))
    for words in view.nrm_words():
        flow.addWidget(LongChip(words))
    consents = view.consent_words()
    if consents:
        named = in_a_row(consents[:_NAMED])
        more = len(consents) - _NAMED
        if more > 0:
            named = translate("cases", "{named} and %n more", "", more).format(named=named)
        words = translate("cases", "✓ Consent: {for_what}").format(for_what=named)
        flow.addWidget(LongChip(words, "low"))
    elif not view.restricted:
        flow.addWidget(Chip(translate("cases", "No consent to share stands"), "neutral"))
    interpreter = view.interpreter_words()
    if interpreter:
        words = translate("cases", "Interpreter: {who}").format(who=interpreter)
        flow.addWidget(LongChip(words))
    return holder


def _level_chip(view: CaseView) -> QWidget:
    level = view.level
    if level is None:
        return LevelChip(None, prefix=translate("cases", "Risk"))
    if not view.has_trend:
        return LevelChip(level.code, prefix=translate("cases", "Risk"))
    trend = {
        True: translate("cases", "rising"),
        False: translate("cases", "falling"),
        None: translate("cases", "steady"),
    }[view.has_risen]
    words = translate("cases", "{shape} Risk: {level}, {trend}").format(
        shape=level_shape(level.code), level=level_words(level.code), trend=trend
    )
    spoken = translate("cases", "Risk: {level}, {trend}").format(
        level=level_words(level.code), trend=trend
    )
    return Chip(words, level.code, spoken=spoken)


def flag_banner(desk: Desk, view: CaseView) -> QWidget | None:
    """Return the open safety flags with the time since each was set, None for none."""
    flags = view.flags()
    if not flags:
        return None
    card = Card(kind="warning")
    card.setAccessibleName(translate("cases", "Open safety flags"))
    for flag in flags:
        card.column.addLayout(_flag_line(desk, view, flag))
    return card


def _flag_line(desk: Desk, view: CaseView, flag: OpenFlag) -> QHBoxLayout:
    line = row(gap=12)
    text = Text("", "strong")

    def say() -> None:
        since = told(time_since(flag.set_at, desk.sitting.now())) if flag.set_at else ""
        words = translate("cases", "Open flag: {flag}").format(flag=told(flag.words))
        text.say(in_a_row(("⚑", in_a_row((words, since), " · ")), " "))

    say()
    ticking = QTimer(text)
    ticking.timeout.connect(say)
    ticking.start(_A_MINUTE_MS)
    line.addWidget(text, 1)
    place = Place(room=Room.FORM, subject=view.subject, document_id=flag.document_id)
    if place.room in rooms():
        spoken = translate("cases", "Open the flag {flag}").format(flag=flag.words)
        line.addWidget(Button(translate("cases", "Open"), lambda: desk.go(place), spoken=spoken))
    return line
