"""To whom: everybody of the signed directory, words to compare, a name to type for outsiders."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from outreach_app.domain.people import Role
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import readable_date
from outreach_app.services.directory import ContactState
from outreach_app.services.exchange.profiles import Profile
from outreach_app.services.sharing.candidates import Candidate, KeyWords
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import Card, column
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.section import Section, Tick
from outreach_app.ui.shell.titles import role_words
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look


@dataclass(frozen=True, slots=True)
class Choosable:
    """Somebody who may be ticked, or the words why not."""

    candidate: Candidate
    why_not: str = ""


def without_agencies(people: Sequence[Choosable], why_not: str) -> tuple[Choosable, ...]:
    """Return the people with those of other agencies out of reach, if there is a reason why."""
    return tuple(
        Choosable(each.candidate, each.why_not or why_not)
        if each.candidate.person.role is Role.AGENCY_STAFF
        else each
        for each in people
    )


class RecipientsPart(Section):
    """Ticks for people; what has to be settled about each stands below their tick.

    Attributes:
        changed: Other people were chosen, or something about one was settled.
    """

    changed = Signal()

    def __init__(self, people: Sequence[Choosable], chosen: Iterable[str]) -> None:
        """Offer people, with some of them ticked by id."""
        super().__init__(translate("share", "To"))
        self._rows = [_PersonRow(each, self.changed.emit) for each in people]
        wanted = frozenset(chosen)
        first = [each for each in self._rows if each.is_near or each.person_id in wanted]
        rest = [each for each in self._rows if each not in first]
        self.add(*first)
        if not first:
            self.add(
                Text(translate("share", "Nobody of the home team can be written to now."), "soft")
            )
        self._others = QWidget()
        inside = QVBoxLayout(self._others)
        inside.setContentsMargins(0, 0, 0, 0)
        for each in rest:
            inside.addWidget(each)
        self._others.setVisible(False)
        self._more = Button(translate("share", "Somebody else…"), self._on_more, kind="plain")
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.setVisible(bool(rest))
        self.add(self._others)
        for each in self._rows:
            each.set_on(each.person_id in wanted)

    def chosen(self) -> tuple[Candidate, ...]:
        """Return who is ticked."""
        return tuple(each.candidate for each in self._rows if each.is_on)

    def compared(self) -> frozenset[int]:
        """Return the certificates whose words were compared just now, of those who are ticked."""
        return frozenset(serial for each in self._rows if each.is_on for serial in each.compared())

    def typed_names(self) -> dict[str, str]:
        """Return what was typed as the names of people outside, by id."""
        return {each.person_id: each.typed() for each in self._rows if each.is_on}

    def take_focus(self) -> None:
        """Give the keyboard to what is not settled about somebody, or to the first person."""
        for each in self._rows:
            open_field = each.unsettled() if each.is_on else None
            if open_field is not None:
                open_field.setFocus()
                return
        self.begin()

    def begin(self) -> None:
        """Give the keyboard to the first person."""
        near = [each for each in self._rows if each.isVisibleTo(self)]
        if near:
            near[0].take_focus()
        else:
            self._more.setFocus()

    def _on_more(self) -> None:
        self._others.setVisible(True)
        self._more.setVisible(False)
        focusable = [each for each in self._rows if each.parentWidget() is self._others]
        if focusable:
            focusable[0].take_focus()


class _PersonRow(QWidget):
    def __init__(self, choosable: Choosable, changed: Callable[[], object]) -> None:
        super().__init__()
        candidate = choosable.candidate
        self.candidate = candidate
        self._why_not = choosable.why_not or _state_words(candidate)
        self._changed = changed
        self._tick = Tick(
            candidate.person.full_name,
            self._on_toggled,
            second=self._why_not or _about(candidate),
            strong=True,
        )
        self._tick.box.setEnabled(not self._why_not)
        self._new = {each.serial: self._compare(each) for each in candidate.new_keys}
        self._name: QLineEdit = line_field(
            translate("share", "Type the name: {name}").format(name=candidate.person.full_name)
        )
        self._name.textChanged.connect(lambda _text: changed())
        self._more = Card(kind="quiet")
        self._fill_more()
        inside = column(gap=6)
        top = Flow(gap=current_look().px(8))
        if not self._why_not:
            chip = (
                Chip(translate("share", "New key: compare its words"), "medium")
                if candidate.new_keys
                else Chip(translate("share", "✓ Key compared"), "low")
            )
            top.addWidget(chip)
            if not candidate.at_home:
                top.addWidget(Chip(translate("share", "Outside the home team"), "neutral"))
        inside.addWidget(self._tick)
        self._chips = QWidget()
        self._chips.setLayout(top)
        inside.addWidget(self._chips)
        inside.addWidget(self._more)
        self.setLayout(inside)
        self._on_shown()

    @property
    def person_id(self) -> str:
        return self.candidate.person.person_id

    @property
    def is_near(self) -> bool:
        return self.candidate.at_home and not self._why_not

    @property
    def is_on(self) -> bool:
        return self._tick.is_on

    def set_on(self, on: bool) -> None:
        self._tick.set_on(on and not self._why_not)

    def take_focus(self) -> None:
        self._tick.box.setFocus()

    def compared(self) -> frozenset[int]:
        return frozenset(serial for serial, tick in self._new.items() if tick.is_on)

    def unsettled(self) -> QWidget | None:
        """Return what is still to be ticked or typed."""
        for tick in self._new.values():
            if not tick.is_on:
                return tick.box
        typed = " ".join(self.typed().split()).casefold()
        wrong = not self.candidate.at_home and typed != self.candidate.person.full_name.casefold()
        return self._name if wrong else None

    def typed(self) -> str:
        return self._name.text()

    def _compare(self, key: KeyWords) -> Tick:
        words = translate("share", "I compared these words with {name} by telephone").format(
            name=self.candidate.person.full_name
        )
        return Tick(words, lambda _on: self._changed())

    def _fill_more(self) -> None:
        for key in self.candidate.keys:
            words = Text(" ".join(key.words), "words")
            words.setAccessibleName(
                translate("share", "Words of the key: {words}").format(words=" ".join(key.words))
            )
            self._more.add(words)
            if key.serial in self._new:
                self._more.add(
                    Text(
                        translate(
                            "share",
                            "This key is used here for the first time. Call a number that you "
                            "already know and let {name} read the twelve words to you.",
                        ).format(name=self.candidate.person.full_name),
                        "small",
                    ),
                    self._new[key.serial],
                )
        if not self.candidate.at_home:
            self._more.add(
                Text(
                    translate(
                        "share",
                        "Outside the home team. Type the full name, so that it is the right person.",
                    ),
                    "small",
                ),
                self._name,
            )

    def _on_toggled(self, _on: bool) -> None:
        self._on_shown()
        self._changed()

    def _on_shown(self) -> None:
        on = self._tick.is_on
        needed = bool(self._new) or not self.candidate.at_home
        self._more.setVisible(on and needed)
        self._chips.setVisible(on)


def _about(candidate: Candidate) -> str:
    role = role_words(candidate.person.role.value)
    kind = {
        Profile.LEAD: translate("share", "{role} · reads the whole case"),
        Profile.COLLEAGUE: translate("share", "{role} · works on this case"),
        Profile.OUTSIDE: translate("share", "{role} · does not belong to this case"),
    }[candidate.profile].format(role=role)
    keys = translate("share", "%n key(s)", "", len(candidate.keys))
    if not candidate.last_heard:
        return in_a_row((kind, keys), " · ")
    heard = translate("share", "last heard from on {day}").format(
        day=readable_date(candidate.last_heard[:10])
    )
    return in_a_row((kind, keys, heard), " · ")


def _state_words(candidate: Candidate) -> str:
    role = role_words(candidate.person.role.value)
    day = readable_date(candidate.person.valid_until[:10])
    return {
        ContactState.VALID: "",
        ContactState.ENDED: translate(
            "share", "{role} · the certificate ended on {day}: ask for the newest organisation file"
        ).format(role=role, day=day),
        ContactState.REPLACED: translate(
            "share", "{role} · this key was replaced: ask for the newest organisation file"
        ).format(role=role),
        ContactState.SUSPENDED: translate(
            "share", "{role} · suspended: nothing can be sent to this key"
        ).format(role=role),
        ContactState.WITHDRAWN: translate(
            "share", "{role} · withdrawn: nothing can be sent to this key"
        ).format(role=role),
    }[candidate.state]
