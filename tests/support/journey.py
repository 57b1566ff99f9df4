"""One case from the first page to the supervisor's word and back, station by station, under a watch."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from outreach_app.domain.documents import Document, Subject
from outreach_app.services.workspace import Workspace
from outreach_app.ui.cases.page import CasesPage
from outreach_app.ui.forms.page import FormPage
from outreach_app.ui.launching.words import Start
from outreach_app.ui.printing.preview import PreviewDialog, open_preview
from outreach_app.ui.review.inbox import InboxPage
from outreach_app.ui.shell.cover import CoverPage
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.shell.window import Window
from tests.services.writing import NOTE, give_answers
from tests.support.pages import button, click, field, press, sees, write
from tests.support.stalls import StallMeter
from tests.support.standing import standing_front

ASSESSMENT = "risk_assessment"
TYPED = "He waited at the station."
_ALONE = (Room.TODAY, Room.CASES, Room.NEW_CASE, Room.PEOPLE, Room.SETTINGS, Room.HELP)
_ABOUT_CASE = (Room.CASE, Room.SAFETY, Room.EXIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laptop:
    """Somebody's open window.

    Attributes:
        passphrase: By heart.
    """

    window: Window
    passphrase: str

    @property
    def is_busy(self) -> bool:
        """Whether a job runs."""
        return self.window.desk.jobs.busy


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A caseworker, a supervisor, one case and a stick between them.

    Attributes:
        note: A filled draft of the caseworker's.
        cover: A page over the caseworker's window.
    """

    caseworker: Laptop
    supervisor: Laptop
    subject: Subject
    stick: Path
    note: Document
    cover: CoverPage

    def walk(self, meter: StallMeter) -> None:
        """Go through every station."""
        self._look_around(meter)
        self._write(meter)
        self._sign_note(meter)
        self._print(meter)
        bundle = self._share(meter)
        self._take_in(meter, bundle)
        self._review(meter)
        meter.at("the cover key", self.cover.fall)
        meter.at("back from the cover", self.cover.lift)
        self._lock_and_unlock(meter)

    def _lock_and_unlock(self, meter: StallMeter) -> None:
        """Close the vault, show the unlock page, open the vault again with the passphrase."""
        desk = self.caseworker.window.desk
        folder, now = desk.workspace.vault.folder, desk.sitting.now()
        meter.at("locked", desk.workspace.close)
        with standing_front(desk.jobs, lambda: now, lambda: (folder,), Start()) as standing:
            front = standing.front
            meter.at("the unlock page", front.show)
            typed = field(front, "Passphrase", QLineEdit)
            for letter in self.caseworker.passphrase:
                meter.at("a key of the passphrase", partial(QTest.keyClicks, typed, letter))
            meter.at(
                "unlocked",
                lambda: press(typed, Qt.Key.Key_Return),
                lambda: front.opened is not None and not desk.jobs.busy,
            )

    def go(self, meter: StallMeter, who: Laptop, station: str, place: Place) -> None:
        """Go to a place and wait until it is laid out."""
        meter.at(station, lambda: who.window.go(place), lambda: not who.is_busy)

    def _look_around(self, meter: StallMeter) -> None:
        who = self.caseworker
        meter.at("the first page", who.window.show, lambda: not who.is_busy)
        for room in (*_ALONE, *_ABOUT_CASE):
            about = self.subject if room in _ABOUT_CASE else None
            self.go(meter, who, room.value, Place(room=room, subject=about))
        self.go(meter, who, "cases", Place(room=Room.CASES))
        page = who.window.page
        if not isinstance(page, CasesPage):
            raise TypeError(page)
        for letters in ("s", "st", "sta", "stat", ""):
            meter.at("a letter in the search", partial(page.search_for, letters))

    def _write(self, meter: StallMeter) -> None:
        """Begin a risk assessment, look at each section, type, undo."""
        who = self.caseworker
        place = Place(room=Room.FORM, subject=self.subject, topic=ASSESSMENT)
        self.go(meter, who, "the largest form is begun", place)
        page = who.window.page
        if not isinstance(page, FormPage) or page.form is None:
            raise TypeError(page)
        form = page.form
        for section in form.sections:
            if form.tracking.is_asked(section.key):
                key = section.key
                meter.at("a section of the form", partial(form.show_key, key))
        meter.at("a question", lambda: form.go_to("section_c/past_escapes"))
        for letter in TYPED:
            meter.at("a key", partial(_type, letter))
        meter.at("undo", form.undo)
        self.go(meter, who, "the form is left", Place(room=Room.CASE, subject=self.subject))

    def _sign_note(self, meter: StallMeter) -> None:
        """Sign a filled note with the passphrase."""
        who = self.caseworker
        place = Place(room=Room.FORM, subject=self.subject, document_id=self.note.document_id)
        self.go(meter, who, "a note is opened", place)
        page = who.window.page
        if not isinstance(page, FormPage) or page.form is None:
            raise TypeError(page)
        meter.at("review and sign", page.form.review)
        meter.at(
            "sign", lambda: click(button(page, "Sign…")), lambda: _signing(who.window) is not None
        )
        self._sign(meter, who, "a note signed", lambda: _signing(who.window) is None)

    def _print(self, meter: StallMeter) -> None:
        """Look at a copy of the largest signed document and of the case, save one protected."""
        who = self.caseworker
        for station, of in (("document", self._largest()), ("case", self.subject)):
            shown: list[PreviewDialog] = []

            def look(of: Document | Subject = of, shown: list[PreviewDialog] = shown) -> None:
                shown.append(open_preview(who.window.desk, who.window.page, of))

            meter.at(f"preview of a {station}", look, partial(_is_shown, shown))
            if station == "document":
                self._save(meter, shown[0])
            meter.at(f"preview of a {station} closed", shown[0].reject)

    def _save(self, meter: StallMeter, dialog: PreviewDialog) -> None:
        protect = button(dialog, "Save as protected PDF…")
        meter.at("where to save a PDF", lambda: click(protect), lambda: _files(dialog) is not None)
        path = self.stick / "copy.pdf"

        def chosen() -> None:
            files = _files(dialog)
            if files is not None:
                files.fileSelected.emit(str(path))
                files.reject()

        meter.at("a protected PDF saved", chosen, path.exists)

    def _largest(self) -> Document:
        vault = self.caseworker.window.desk.workspace.vault
        lines = vault.lists.documents(case_id=self.subject.case_id)
        found = [vault.revisions.heads(line.document_id)[0] for line in lines]
        largest = max(found, key=lambda head: len(str(head.answers())))
        return vault.documents.get(largest.header.document_id)

    def _share(self, meter: StallMeter) -> Path:
        """Sign and save a bundle for the supervisor."""
        who = self.caseworker
        place = Place(room=Room.SHARE, subject=self.subject)
        self.go(meter, who, "share", place)
        page, name = who.window.page, self.supervisor.window.desk.sitting.me.full_name
        for words in (f"I compared these words with {name} by telephone",):
            tick = _named(page, words)
            if tick is not None and not _is_on(tick):
                meter.at("a box ticked", partial(click, tick))
        if sees(page, "Nothing is new to them since the last bundle."):
            meter.at("everything chosen", lambda: click(button(page, "All")))
        harmless = button(page, "No known added risk")
        meter.at("a ground given", lambda: click(harmless))
        meter.at("sign and save", lambda: click(button(page, "Sign and save bundle…")),
                 lambda: _files(who.window) is not None)  # fmt: skip
        before = set(self.stick.glob("*.age"))
        meter.at("a folder chosen", self._choose_stick, lambda: _signing(who.window) is not None)
        self._sign(meter, who, "a bundle sealed", lambda: sees(who.window.page, "Written and"))
        (bundle,) = set(self.stick.glob("*.age")) - before
        self.go(meter, who, "outbox", Place(room=Room.OUTBOX))
        return bundle

    def _choose_stick(self) -> None:
        files = _files(self.caseworker.window)
        name = files.findChild(QLineEdit) if files is not None else None
        if files is None or name is None:
            raise TypeError("no dialog asks for a folder")
        files.setDirectoryUrl(QUrl.fromLocalFile(str(self.stick)))
        name.setText(str(self.stick))
        press(name, Qt.Key.Key_Return)

    def _sign(
        self, meter: StallMeter, who: Laptop, station: str, until: Callable[[], bool]
    ) -> None:
        dialog = _signing(who.window)
        if dialog is None:
            raise TypeError("no dialog asks for the passphrase")
        typed = field(dialog, "Passphrase", QLineEdit)
        write(typed, who.passphrase)
        meter.at(station, lambda: press(typed, Qt.Key.Key_Return), until)

    def _take_in(self, meter: StallMeter, bundle: Path) -> None:
        """Receive and accept the bundle, in slices."""
        who = self.supervisor
        meter.at("the supervisor’s first page", who.window.show, lambda: not who.is_busy)
        self.go(meter, who, "inbox", Place(room=Room.INBOX))
        page = who.window.page
        if not isinstance(page, InboxPage):
            raise TypeError(page)
        meter.at(
            "a bundle received",
            lambda: page.take((bundle,)),
            lambda: button(page, "Add files…").isEnabled(),
        )
        accept = _first(page, "Accept")
        meter.at(
            "a bundle accepted",
            lambda: click(accept),
            lambda: button(page, "Add files…").isEnabled(),
        )

    def _review(self, meter: StallMeter) -> None:
        """Return the assessment with a word."""
        who = self.supervisor
        self.go(
            meter, who, "the case at the supervisor", Place(room=Room.CASE, subject=self.subject)
        )
        lines = who.window.desk.workspace.vault.lists.documents(
            case_id=self.subject.case_id, form_id=ASSESSMENT
        )
        document_id = lines[-1].document_id
        place = Place(room=Room.REVIEW, subject=self.subject, document_id=document_id)
        self.go(meter, who, "review", place)
        page = who.window.page
        write(field(page, "About the whole document", QPlainTextEdit), "Which facts?")
        back = _first(page, "Return with comments…")
        meter.at("return with comments", lambda: click(back), lambda: _signing(page) is not None)
        self._sign(meter, who, "a review signed", lambda: _signing(page) is None)


def filled_note(workspace: Workspace, subject: Subject) -> Document:
    """Begin a note of contact in which nothing stands against the signature."""
    opened = workspace.casework.begin("contact_note", subject)
    give_answers(opened, NOTE)
    opened.set_answer("note_close/note_safe", "yes")
    return opened.document


def _is_shown(dialogs: list[PreviewDialog]) -> bool:
    return bool(dialogs) and dialogs[0].count > 0


def _type(letter: str) -> None:
    target = QApplication.focusWidget()
    if target is not None:
        QTest.keyClicks(target, letter)


def _files(window: QWidget) -> QFileDialog | None:
    return next((each for each in window.findChildren(QFileDialog) if each.isVisible()), None)


def _signing(window: QWidget) -> SigningDialog | None:
    return next((each for each in window.findChildren(SigningDialog) if each.isVisible()), None)


def _named(page: QWidget, words: str) -> QWidget | None:
    found = (each for each in page.findChildren(QWidget) if each.accessibleName() == words)
    return next((each for each in found if each.isVisibleTo(page)), None)


def _is_on(box: QWidget) -> bool:
    return bool(box.property("checked"))


def _first(page: QWidget, words: str) -> QWidget:
    """Return the first visible control whose name begins so."""
    sees(page, words)
    for each in page.findChildren(QWidget):
        if each.accessibleName().startswith(words) and each.isVisibleTo(page):
            return each
    raise AssertionError(f"no “{words}” on {page.accessibleName()}")
