"""What goes: the signed documents with a tick each, and what stays here in words."""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from outreach_app.domain.documents import PartName
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import readable_date
from outreach_app.services.case_words import STATE_WORDS
from outreach_app.services.sharing.offer import Offered
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import LongField
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import Card, Column, clear
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.share.section import Section, Tick
from outreach_app.ui.slices import Slices
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_MOST_AT_ONCE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Documents under one heading.

    Attributes:
        key: The person for whom they are, "" where everything goes to everybody.
        heading: "" for none.
        note: A quieter line below it.
    """

    key: str
    heading: str
    documents: tuple[Offered, ...]
    note: str = ""


class DocumentsPart(Section):
    """Ticks for documents, the new ones first; the address with its reason.

    Attributes:
        changed: Other documents, or the address, or its reason.
    """

    changed = Signal()

    def __init__(
        self,
        groups: Sequence[Group],
        new: Iterable[str],
        ticked: frozenset[tuple[str, str]] | None = None,
    ) -> None:
        """Offer documents, those that are new ticked, or only some by group and document."""
        super().__init__(translate("share", "What"))
        self._groups = tuple(groups)
        self._touched = False
        self._filling: Slices | None = None
        self._ticks: dict[tuple[str, str], Tick] = {}
        self._list = QWidget()
        self._rows = Column(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(current_look().px(2))
        self._shown: frozenset[str] = frozenset(each.key for each in groups)
        self._whole = False
        self._new = frozenset(new)
        self._on: frozenset[tuple[str, str]] = ticked or frozenset()
        self._some = ticked is not None
        buttons = Flow(gap=current_look().px(4))
        for words, act in (
            (translate("share", "Only what is new"), self._on_only_new),
            (translate("share", "All"), self._on_all),
            (translate("share", "None"), self._on_none),
        ):
            buttons.addWidget(Button(words, act, kind="plain"))
        self._more = Button("", self._on_more, kind="plain")
        buttons.addWidget(self._more)
        holder = QWidget()
        holder.setLayout(buttons)
        self._stays = Text("", "small")
        self._address = Tick(translate("share", "Put places and addresses in"), self._on_address)
        self._address_box = Card(kind="quiet")
        self._reason = LongField(translate("share", "Why the address goes"), lines=2)
        self._reason.textChanged.connect(self.changed.emit)
        self._quick = Button(
            translate("share", "The supervisor keeps a whole copy of the case"),
            self._on_quick,
            kind="plain",
        )
        self._address_box.add(
            Text(translate("share", "Why does this person need the address?"), "strong"),
            self._reason,
            self._quick,
        )
        self.add(self._list, holder, self._stays, self._address, self._address_box)
        self._address_box.setVisible(False)
        self.offer_new(self._new)

    # ---- what the page asks -----------------------------------------------------------------

    def chosen(self, key: str = "") -> tuple[Offered, ...]:
        """Return the documents of a group that are ticked."""
        self._read()
        return tuple(
            each
            for group in self._groups
            if group.key == key
            for each in group.documents
            if (key, each.document.document_id) in self._on
        )

    @property
    def with_address(self) -> bool:
        """Say whether places and addresses go along."""
        return self._address.is_on

    @property
    def address_reason(self) -> str:
        """Return why."""
        return self._reason.toPlainText().strip()

    def put_address_in(self, reason: str) -> None:
        """Let places and addresses go along; a person may still take them out."""
        self._address.set_on(True)
        self._reason.setPlainText(reason)

    def offer_new(self, new: Iterable[str]) -> None:
        """Tick what is new to the people chosen, unless somebody has chosen for themselves."""
        self._new = frozenset(new)
        if not self._touched and not self._some:
            self._on = self._all_of(self._new)
        self._fill()

    def show_groups(self, keys: Iterable[str]) -> None:
        """Show the documents for some people only."""
        self._read()
        self._shown = frozenset(keys)
        self._fill()

    def say_what_stays(self, words: str, *, for_leads: bool) -> None:
        """Say in words what does not go; offer a reason for the address to who reads everything."""
        self._stays.say(words)
        self._quick.setVisible(for_leads)

    def take_focus(self) -> None:
        """Give the keyboard to the reason for the address, or to the first document."""
        if self.with_address:
            self._reason.setFocus()
        elif self._ticks:
            next(iter(self._ticks.values())).box.setFocus()
        else:
            self._address.box.setFocus()

    # ---- ticks ------------------------------------------------------------------------------

    def _all_of(self, wanted: frozenset[str] | None) -> frozenset[tuple[str, str]]:
        return frozenset(
            (group.key, each.document.document_id)
            for group in self._groups
            for each in group.documents
            if wanted is None or (each.document.document_id in wanted and not each.kept_back)
        )

    def _read(self) -> None:
        shown = {key for key, tick in self._ticks.items() if tick.is_on}
        hidden = {key for key in self._on if key not in self._ticks}
        self._on = frozenset(shown | hidden)

    def _fill(self) -> None:
        """Draw the rows anew, from the top; what is ticked holds also for those that are still to come."""
        if self._filling is not None:
            self._filling.stop()
        clear(self._rows)
        self._ticks = {}
        groups = [each for each in self._groups if each.key in self._shown]
        left = sum(len(each.documents) - len(self._rows_of(each)) for each in groups)
        words = translate("share", "Show %n more", "", left)
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._more.setVisible(bool(left))
        self._filling = Slices(self, self._adding(groups), at_once=True)
        if not any(self._rows_of(each) for each in groups):
            words = (
                translate("share", "Nothing is new to them since the last bundle.")
                if left
                else translate("share", "Nothing signed waits to be shared.")
            )
            self._rows.addWidget(Text(words, "soft"))

    def _adding(self, groups: Sequence[Group]) -> Generator[None, None, None]:
        for group in groups:
            if group.heading:
                self._rows.addWidget(Text(group.heading, "strong"))
            if group.note:
                self._rows.addWidget(Text(group.note, "small"))
            for each in self._rows_of(group):
                key = (group.key, each.document.document_id)
                tick = Tick(titled(each), second=self._about(each))
                tick.set_on(key in self._on)
                tick.box.toggled.connect(self._on_tick)
                self._ticks[key] = tick
                self._rows.addWidget(tick)
                yield

    def _rows_of(self, group: Group) -> list[Offered]:
        """Return what is shown of a group: the new and the ticked first, then the rest if wanted."""
        first = [each for each in group.documents if self._is_first(group, each)]
        if not self._whole and len(group.documents) > _MOST_AT_ONCE:
            return first
        shown = {each.document.document_id for each in first}
        rest = [each for each in group.documents if each.document.document_id not in shown]
        return [*first, *rest]

    def _is_first(self, group: Group, offered: Offered) -> bool:
        document_id = offered.document.document_id
        is_new = document_id in self._new and not self._some
        return is_new or (group.key, document_id) in self._on

    def _about(self, offered: Offered) -> str:
        facts = [offered.detail] if offered.detail else []
        if offered.document.document_id in self._new:
            facts.append(translate("share", "new to them"))
        if offered.state is not None:
            facts.append(STATE_WORDS[offered.state])
        if offered.kept_back:
            facts.append(translate("share", "kept out of bundles by its author"))
        if PartName.LOCATION.value in offered.parts:
            facts.append(translate("share", "holds an address or place"))
        return in_a_row(facts, " · ")

    def _on_tick(self, _on: bool) -> None:
        self._touched = True
        self._read()
        self.changed.emit()

    def _set(self, on: frozenset[tuple[str, str]]) -> None:
        self._touched = True
        self._on = on
        self._fill()
        self.changed.emit()

    def _on_only_new(self) -> None:
        self._set(self._all_of(self._new))

    def _on_all(self) -> None:
        self._set(self._all_of(None))

    def _on_none(self) -> None:
        self._set(frozenset())

    def _on_more(self) -> None:
        self._read()
        self._whole = True
        self._fill()
        ticks = list(self._ticks.values())
        if ticks:
            ticks[0].box.setFocus()

    # ---- address ----------------------------------------------------------------------------

    def _on_address(self, on: bool) -> None:
        self._address_box.setVisible(on)
        if on:
            self._reason.setFocus()
        self.changed.emit()

    def _on_quick(self) -> None:
        self._reason.setPlainText(
            translate("share", "The supervisor keeps a whole copy of the case.")
        )


def titled(offered: Offered) -> str:
    """Return what a document is called, with its day."""
    day = readable_date(offered.on.isoformat()) if offered.on is not None else ""
    return in_a_row((offered.title, day), " · ")
