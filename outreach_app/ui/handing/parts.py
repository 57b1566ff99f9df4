"""The parts of the page of handing over: to whom, what goes, on what basis, what to say."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from outreach_app.domain.consent_cover import OTHER_BASES, Cover
from outreach_app.domain.handovers import COLLEAGUE, SERVICE
from outreach_app.domain.people import Person
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import readable_date
from outreach_app.services.handing_over.inventory import OpenLine
from outreach_app.services.sharing.agencies import InvolvedAgency
from outreach_app.services.sharing.offer import Offered
from outreach_app.services.typed_days import typed_day
from outreach_app.ui.pieces.fields import LongField, line_field
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.documents import titled
from outreach_app.ui.share.section import Section, Tick
from outreach_app.ui.shell.titles import role_words
from outreach_app.ui.speech import month_names, told, translate
from outreach_app.ui.theme.look import current_look

_MOST_AT_ONCE = 8
CONSENT = "consent"


def day_typed(field: QLineEdit, today: date) -> str:
    """Return the day that stands in a line, as the record writes it; "" for none."""
    day = typed_day(field.text(), today, month_names())
    return day.isoformat() if day is not None else ""


class ToPart(Section):
    """A colleague or another service, and since when.

    Attributes:
        switched: The other kind was chosen: ``colleague`` or ``service``.
        changed: Somebody else was chosen.
    """

    switched = Signal(str)
    changed = Signal()

    def __init__(self, people: Sequence[Person], agencies: Sequence[InvolvedAgency]) -> None:
        """Offer colleagues and the services of the case."""
        super().__init__(translate("handing", "To"))
        group = QButtonGroup(self)
        self._ways = {
            COLLEAGUE: Tick(
                translate("handing", "A colleague of ours"),
                second=translate("handing", "They look through the case and accept it by signing."),
                strong=True,
                one_of=True,
            ),
            SERVICE: Tick(
                translate("handing", "Another service"),
                second=translate(
                    "handing",
                    "With consent or another basis. The record stays with us, and so does the time "
                    "for which it is kept.",
                ),
                strong=True,
                one_of=True,
            ),
        }
        for kind, way in self._ways.items():
            group.addButton(way.box)
            way.box.toggled.connect(lambda on, kind=kind: self._on_way(kind) if on else None)
        self.colleague = ListBox(translate("handing", "Colleague who takes the case over"))
        self.colleague.add(translate("handing", "Choose a colleague"), "")
        for person in people:
            words = f"{person.full_name}, {role_words(person.role.value)}"
            self.colleague.add(words, person.person_id)
        self.agency = ListBox(translate("handing", "Service that takes the client on"))
        self.agency.add(translate("handing", "Choose a service"), "")
        for each in agencies:
            self.agency.add(in_a_row((each.name, each.kind)), each.document_id)
        self._no_agency = Text(
            translate(
                "handing",
                "No service is recorded in this case. Record it first: “New…”, “Agency involved”.",
            ),
            "small",
        )
        self.worker = line_field(translate("handing", "Receiving worker, name and role"))
        self.from_day = line_field(translate("handing", "From when"))
        self.meeting = line_field(translate("handing", "Handover meeting on, if there is one"))
        for list_box in (self.colleague, self.agency):
            list_box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self._of_service = (
            Text(translate("handing", "Service that takes the client on"), "strong"),
            self.agency,
            self._no_agency,
            Text(translate("handing", "Receiving worker, name and role"), "strong"),
            self.worker,
        )
        self._of_colleague = (
            Text(translate("handing", "Colleague who takes the case over"), "strong"),
            self.colleague,
        )
        self.add(self._ways[COLLEAGUE], self._ways[SERVICE])
        self.add(*self._of_colleague, *self._of_service)
        self.add(
            Text(translate("handing", "From when"), "strong"),
            self.from_day,
            Text(translate("handing", "Handover meeting on, if there is one"), "strong"),
            self.meeting,
        )

    @property
    def kind(self) -> str:
        """Whether it goes to a colleague or to a service."""
        return SERVICE if self._ways[SERVICE].is_on else COLLEAGUE

    def choose(self, kind: str) -> None:
        """Show one of the two kinds."""
        self._ways[kind].set_on(True)
        self._show(kind)

    def chosen_name(self) -> str:
        """Return the words of whoever is chosen, "" for nobody."""
        box = self.agency if self.kind == SERVICE else self.colleague
        return box.currentText() if box.currentData() else ""

    def take_focus(self) -> None:
        """Give the keyboard to what is not chosen yet."""
        if self.kind == SERVICE:
            (self.worker if self.agency.currentData() else self.agency).setFocus()
        else:
            self.colleague.setFocus()

    def begin(self) -> None:
        """Give the keyboard to the kind that is chosen."""
        self._ways[self.kind].box.setFocus()

    def _on_way(self, kind: str) -> None:
        self._show(kind)
        self.switched.emit(kind)

    def _show(self, kind: str) -> None:
        for mine in self._of_colleague:
            mine.setVisible(kind == COLLEAGUE)
        for theirs in self._of_service:
            theirs.setVisible(kind == SERVICE)
        self._no_agency.setVisible(kind == SERVICE and self.agency.count() == 1)


class GoesPart(Section):
    """What goes with it: everything for a colleague, ticks for a service, and what stays.

    Attributes:
        changed: Another paper was ticked.
    """

    changed = Signal()

    def __init__(self, papers: Sequence[Offered], ticked: frozenset[str]) -> None:
        """Offer the papers of a case, some of them ticked by id."""
        super().__init__(translate("handing", "What goes"))
        self._papers = tuple(papers)
        going = [each for each in papers if not each.kept_back]
        self._all = Text(
            translate(
                "handing",
                "%n signed paper(s) of the case with their files, places and addresses included.",
                "",
                len(going),
            )
        )
        kept = [titled(each) for each in papers if each.kept_back]
        self._kept = Text(
            translate("handing", "Stays here, as its writer wanted: {papers}.").format(
                papers=in_a_row(kept)
            ),
            "small",
        )
        self._has_kept = bool(kept)
        self._ticks = {
            each.document.document_id: Tick(
                titled(each),
                lambda _on: self.changed.emit(),
                second=translate("handing", "Its writer keeps it out of bundles")
                if each.kept_back
                else each.detail,
            )
            for each in papers
        }
        for document_id, tick in self._ticks.items():
            tick.set_on(document_id in ticked)
        rows = [partial(_as_it_is, tick) for tick in self._ticks.values()]
        self._list = Longer(rows, at_once=max(_MOST_AT_ONCE, len(ticked)))
        self._stays = Text(
            translate(
                "handing",
                "Only the main part of each. The part for the safety of staff never goes; an "
                "address goes only where the file is made, with a reason.",
            ),
            "small",
        )
        self.add(self._all, self._kept, self._list, self._stays)

    def show_for(self, kind: str) -> None:
        """Show what goes to a colleague, or what one may tick for a service."""
        for widget in (self._list, self._stays):
            widget.setVisible(kind == SERVICE)
        self._all.setVisible(kind == COLLEAGUE)
        self._kept.setVisible(kind == COLLEAGUE and self._has_kept)

    def chosen(self) -> tuple[Offered, ...]:
        """Return the papers that are ticked."""
        return tuple(each for each in self._papers if self._ticks[each.document.document_id].is_on)

    def take_focus(self) -> None:
        """Give the keyboard to the first paper."""
        if self._ticks:
            next(iter(self._ticks.values())).box.setFocus()


class BasisPart(Section):
    """The client's consent with what it covers, or another basis that somebody decided."""

    def __init__(self, deciders: Sequence[Person], words: Callable[[str], str]) -> None:
        """Offer bases, `words` says each."""
        super().__init__(translate("handing", "Why it may go"))
        self.basis = ListBox(translate("handing", "Basis"))
        for code in (CONSENT, *OTHER_BASES):
            self.basis.add(words(code), code)
        self._cover = Text("", "small")
        self.reason = LongField(translate("handing", "Why it applies here"), lines=2)
        self.decider = ListBox(translate("handing", "Who decided it"))
        self.decider.add(translate("handing", "Choose"), "")
        for person in deciders:
            shown = f"{person.full_name}, {role_words(person.role.value)}"
            self.decider.add(shown, person.person_id)
        self._other = (
            Text(translate("handing", "Why it applies here"), "strong"),
            self.reason,
            Text(translate("handing", "Who decided it"), "strong"),
            self.decider,
        )
        self.add(self.basis, self._cover, *self._other)
        self.basis.currentIndexChanged.connect(lambda _place: self._show())
        self._show()

    def say_cover(self, cover: Cover, uncovered: Sequence[str]) -> None:
        """Say what consents cover of what is ticked."""
        if cover.is_whole:
            words = translate("handing", "✓ Consent covers all that is ticked.")
        elif cover.consents:
            words = translate("handing", "Consent does not cover: {what}.").format(
                what=in_a_row(uncovered)
            )
        else:
            words = translate("handing", "No consent to share with this service stands.")
        self._cover.say(words)

    def take_focus(self) -> None:
        """Give the keyboard to the basis."""
        self.basis.setFocus()

    def _show(self) -> None:
        by_consent = self.basis.currentData() == CONSENT
        self._cover.setVisible(by_consent)
        for widget in self._other:
            widget.setVisible(not by_consent)


class WordsPart(Section):
    """The note of the giver, what night staff must know, what matters for the safety of staff."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(translate("handing", "Note"))
        self.note = LongField(translate("handing", "Handover note, in your own words"), lines=5)
        self.night = LongField(translate("handing", "What night staff must know"), lines=2)
        self.staff = LongField(translate("handing", "For the safety of staff"), lines=2)
        self._inside = (
            Text(translate("handing", "What night staff must know"), "strong"),
            self.night,
            Text(translate("handing", "For the safety of staff"), "strong"),
            self.staff,
        )
        self.add(
            Text(translate("handing", "Handover note, in your own words"), "strong"),
            Text(
                translate(
                    "handing",
                    "What matters most: what works, what does not, what the client wants.",
                ),
                "small",
            ),
            self.note,
            *self._inside,
        )

    def show_for(self, kind: str) -> None:
        """Hide what no service outside reads."""
        for widget in self._inside:
            widget.setVisible(kind == COLLEAGUE)

    def take_focus(self) -> None:
        """Give the keyboard to the note."""
        self.note.setFocus()


class OpenPart(Section):
    """What is open on this day; it goes into the inventory as it stands when it is signed."""

    def __init__(self, lines: Sequence[OpenLine]) -> None:
        """Show lines."""
        super().__init__(translate("handing", "Open today"))
        if not lines:
            self.add(Text(translate("handing", "Nothing is open."), "soft"))
            return
        self.add(Longer([partial(open_line, each) for each in lines], at_once=6))


def _as_it_is(tick: Tick) -> QWidget:
    return tick


def open_line(line: OpenLine) -> QWidget:
    """Return one open thing as a line of text."""
    due = readable_date(line.due.isoformat()) if line.due is not None else ""
    when = translate("handing", "due {day}").format(day=due) if due else ""
    shown = Text(in_a_row((told(line.what), told(line.where), when), " · "))
    edge = current_look().px(4)
    shown.setContentsMargins(0, edge, 0, edge)
    return shown
