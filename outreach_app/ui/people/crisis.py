"""Crisis steps and numbers: what the organisation wants done about each flag, told, then signed."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from outreach_app.domain.crisis import (
    CrisisChange,
    crisis_changes,
    parse_crisis,
)
from outreach_app.domain.flags import FLAG_LEVELS, label_of
from outreach_app.errors import OutreachError
from outreach_app.services.certifying import Issued, issued
from outreach_app.services.crisis import shipped_crisis
from outreach_app.services.deciding_crisis import decide_crisis
from outreach_app.services.unsigned_words import UnsignedCrisis, keep_crisis, kept_crisis
from outreach_app.ui.people.crisis_lines import CrisisLines, line_words
from outreach_app.ui.people.steps import KeysCard, StepPage, line_of, with_keys
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import run
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import told, translate
from outreach_app.ui.theme.look import current_look

CRISIS_STEPS = "crisis-steps"
"""Topic of the room in which certificates are made."""

Row = Mapping[str, str]


class CrisisPage(StepPage):
    """The steps and numbers of each flag, their change, and the signature."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Begin with what holds today."""
        super().__init__(
            desk,
            place,
            translate("people", "Crisis steps and numbers"),
            translate(
                "people",
                "They stand beside the flag on the immediate screen, and with the steps and the "
                "sheet for somebody who is missing, on every laptop that has the new file. Keep "
                "them short, and call each number before you sign it.",
            ),
        )
        self._decided: tuple[Row, ...] = tuple(desk.sitting.configuration.crisis)
        self._keys: KeysCard | None = None
        try:
            own = parse_crisis(self._decided)
        except OutreachError as error:
            # A newer program wrote it: nobody overwrites what they cannot see.
            self.tell_error(error)
            return
        self._before = own if self._decided else shipped_crisis()
        self._now = self._before
        self._take_up(kept_crisis(desk.sitting, self._decided))

    # ---- what is not signed yet -------------------------------------------------------------

    def _take_up(self, kept: UnsignedCrisis | None) -> None:
        """Go on where one was: a lock in the middle loses nothing."""
        if kept is None:
            self._show_all()
            return
        self._now = parse_crisis(kept.rows)
        if kept.flag is None:
            self._show_all()
        else:
            self._edit(kept.flag, kept.lines)

    def _keep(self, flag: str | None = None, lines: Sequence[Row] = ()) -> None:
        written = UnsignedCrisis(self._decided, self._now.rows, flag, tuple(lines))
        is_new = flag is not None or self._now.rows != self._before.rows
        keep_crisis(self.desk.sitting, written if is_new else None)

    # ---- everything -------------------------------------------------------------------------

    def _show_all(self) -> None:
        self._keys = None
        self._keep()
        written = [flag for flag in ("", *FLAG_LEVELS) if self._now.own(flag)]
        self.show_step(self._whose_card(), *map(self._flag_card, written), self._more_card(written))

    def _whose_card(self) -> Card:
        card = Card(kind="quiet")
        words = (
            translate("people", "Written by your organisation; those of the program are not shown.")
            if self._decided
            else translate(
                "people",
                "These are the program's own, shown until your organisation decides. With your "
                "first change all of them become yours to keep right.",
            )
        )
        card.add(Text(words))
        ways = []
        if self._now.rows != self._before.rows:
            changed = translate("people", "Changed here, not signed yet.")
            card.add(Text(changed, "strong"))
            ways.append(Button(translate("people", "Go on"), self._on_tell, kind="primary"))
        if self._decided:
            again = translate("people", "Take those of the program again…")
            ways.append(Button(again, self._on_take_back, kind="plain"))
        card.column.addLayout(line_of(*ways))
        return card

    def _flag_card(self, flag: str) -> Card:
        title = self._title(flag)
        card = Card(title)
        change = translate("people", "Change")
        spoken = translate("people", "Change: {flag}").format(flag=title)
        card.head.addWidget(Button(change, partial(self._edit, flag), spoken=spoken))
        for each in self._now.own(flag):
            card.add(Text(line_words(each)))
        return card

    def _more_card(self, written: list[str]) -> Card:
        card = Card(translate("people", "Another flag"))
        choice = ListBox(translate("people", "Flag that has none of its own yet"))
        for flag in ("", *FLAG_LEVELS):
            if flag not in written:
                choice.add(self._title(flag), flag)
        # A long entry must not make the page wider than its column.
        choice.setMaximumWidth(current_look().px(420))
        begin = Button(
            translate("people", "Write steps or numbers for it"),
            lambda: self._edit(str(choice.currentData())),
        )
        card.column.addLayout(line_of(choice, begin))
        return card

    def _title(self, flag: str) -> str:
        if not flag:
            return translate("people", "Whatever the flag")
        return told(label_of(flag))

    # ---- one flag ---------------------------------------------------------------------------

    def _edit(self, flag: str, kept: Sequence[Row] = ()) -> None:
        card = Card(self._title(flag))
        asked = self.desk.workspace.catalogue.label("safety_flag", "flag_code", flag)
        every = translate("people", "Shown with every flag, beside its own.")
        card.add(Text(asked if flag else every, "soft"))
        lines = CrisisLines(flag, kept or self._now.own(flag))
        lines.changed.connect(lambda: self._keep(flag, lines.rows()))
        card.add(lines)
        done = Button(
            translate("people", "Keep these"), lambda: self._on_keep(flag, lines), kind="primary"
        )
        back = Button(translate("people", "Back without changes"), self._show_all, kind="plain")
        card.column.addLayout(line_of(done, back))
        self.show_step(card)

    def _on_keep(self, flag: str, lines: CrisisLines) -> None:
        self.notice.clear()
        lines.leave_out_empty()
        try:
            parse_crisis(lines.rows())
            now = self._now.with_own(flag, lines.rows())
            self._now = parse_crisis(now.rows)
        except OutreachError as error:
            self.tell_error(error)
            return
        self._show_all()

    # ---- told, then signed ------------------------------------------------------------------

    def _on_tell(self) -> None:
        card = Card(translate("people", "What you are about to sign"))
        for change in crisis_changes(self._before, self._now):
            self._add_change(card, change)
        self._ask(card, self._now.rows)

    def _on_take_back(self) -> None:
        card = Card(translate("people", "What you are about to sign"))
        card.add(
            Text(
                translate(
                    "people", "Your organisation's own end. Those of the program are shown again."
                ),
                "strong",
            )
        )
        for change in crisis_changes(self._before, shipped_crisis()):
            self._add_change(card, change)
        self._ask(card, ())

    def _add_change(self, card: Card, change: CrisisChange) -> None:
        card.add(Text(self._title(change.flag), "heading"))
        for each in change.gone:
            gone = translate("people", "Gone: {line}").format(line=line_words(each))
            card.add(Text(gone, "soft"))
        for each in change.new:
            new = translate("people", "New: {line}").format(line=line_words(each))
            card.add(Text(new, "strong"))
        if not change.gone and not change.new and not change.has_no_number:
            card.add(Text(translate("people", "The same lines in another order.")))
        if change.has_no_number:
            words = translate("people", "Nobody is named any more whom to call about this.")
            card.add(Text(words, "gap"))

    def _ask(self, card: Card, rows: tuple[Row, ...]) -> None:
        back = Button(translate("people", "Change something"), self._show_all, kind="plain")
        card.column.addLayout(line_of(back))
        keys = KeysCard(translate("people", "Sign and decide"))
        keys.ready.connect(lambda folder, words: self._decide(rows, folder, words))
        self._keys = keys
        self.show_step(card, keys)
        keys.ask_passphrase()

    def _decide(self, rows: tuple[Row, ...], folder: Path, passphrase: str) -> None:
        self.notice.clear()
        shown, now = self._decided, self.desk.sitting.now()

        def work() -> Issued:
            return issued(folder, decide_crisis(folder, rows, passphrase, now=now, shown=shown))

        run(self.desk, with_keys(self.desk, folder, work), self._on_decided, self._on_failed)

    def _on_decided(self, outcome: Issued) -> None:
        keep_crisis(self.desk.sitting, None)
        lead = translate("people", "It is decided.")
        self.show_issued(outcome, lead, words_compared=False)

    def _on_failed(self, error: Exception) -> None:
        if self._keys is not None:
            self._keys.wait(waiting=False)
            self._keys.ask_passphrase()
        self.tell_error(error)
