"""Settings for everybody: what the organisation decides, told in words, then signed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.services.certifying import Issued, issued
from outreach_app.services.policies import (
    PolicyChange,
    changed_policy,
    decide_settings,
    manageable,
    policy_changes,
)
from outreach_app.setting_shape import Kind, Setting, Strength
from outreach_app.settings import grouped
from outreach_app.ui.people.steps import KeysCard, StepPage, line_of, with_keys
from outreach_app.ui.pieces.buttons import Button, tick_box
from outreach_app.ui.pieces.setting_controls import (
    decided_words,
    setting_control,
    setting_title,
    value_words,
)
from outreach_app.ui.pieces.surfaces import Card, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import run
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import translate, translate_known
from outreach_app.ui.theme.look import current_look

SETTINGS_FOR_ALL = "settings-for-all"
"""Topic of the room in which certificates are made."""


class ManagingPage(StepPage):
    """Which settings are decided, what that changes, and the signature."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Begin with what is decided today."""
        super().__init__(
            desk,
            place,
            translate("people", "Settings for everybody"),
            translate(
                "people",
                "What you decide here holds on every laptop of the organisation as soon as the new "
                "file is there. People may still choose what is safer, never what is less safe.",
            ),
        )
        self._shown: Mapping[str, str] = dict(desk.sitting.configuration.policy)
        self._wanted = dict(self._shown)
        self._keys: KeysCard | None = None
        self._choose()

    # ---- what is decided --------------------------------------------------------------------

    def _choose(self) -> None:
        self._keys = None
        cards = [
            self._group_card(heading, [each for each in settings if each.strength is not None])
            for heading, settings in grouped()
        ]
        on = Card(kind="quiet")
        go_on = Button(translate("people", "Go on"), self._on_tell, kind="primary")
        on.column.addLayout(line_of(go_on))
        self.show_step(*cards, on)

    def _group_card(self, heading: str, settings: Sequence[Setting]) -> Card:
        card = Card(translate_known("settings", heading))
        for setting in settings:
            if setting is not settings[0]:
                card.add(rule())
            card.add(_DecisionLine(setting, self._wanted))
        return card

    def _on_tell(self) -> None:
        # What is being typed is kept when its line is left.
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.notice.clear()
        empty = [each for each in manageable() if self._wanted.get(each.key) == ""]
        if empty:
            missing = translate("people", "“{title}” is to be decided, and has no value yet.")
            self.notice.tell(
                translate("people", "A value is missing"),
                missing.format(title=setting_title(empty[0])),
                translate("people", "Type the value, or take the tick away."),
            )
            return
        try:
            after = changed_policy(self._shown, self._changes())
        except OutreachError as error:
            self.tell_error(error)
            return
        changes = policy_changes(self._shown, after)
        if not changes:
            self.notice.tell(
                translate("people", "Nothing is different"),
                translate("people", "What you have here is what holds today. Nothing was signed."),
                translate("people", "Change something, or go back to Contacts."),
            )
            return
        self._tell(changes)

    def _changes(self) -> dict[str, str]:
        """Return what is to be decided otherwise; what another version decided stays."""
        return {
            each.key: self._wanted.get(each.key, "")
            for each in manageable()
            if self._wanted.get(each.key, "") != self._shown.get(each.key, "")
        }

    # ---- told, then signed ------------------------------------------------------------------

    def _tell(self, changes: tuple[PolicyChange, ...]) -> None:
        card = Card(translate("people", "What you are about to sign"))
        for change in changes:
            card.add(Text(_change_words(change), "strong"))
            if change.is_weaker:
                words = translate("people", "People may then choose less safely than before.")
                card.add(Text(words, "gap"))
        back = Button(translate("people", "Change something"), self._choose, kind="plain")
        card.column.addLayout(line_of(back))
        keys = KeysCard(translate("people", "Sign and decide"))
        keys.ready.connect(self._decide)
        self._keys = keys
        self.show_step(card, keys)
        keys.ask_passphrase()

    def _decide(self, folder: Path, passphrase: str) -> None:
        self.notice.clear()
        shown, changes, now = self._shown, self._changes(), self.desk.sitting.now()

        def work() -> Issued:
            return issued(folder, decide_settings(folder, shown, changes, passphrase, now=now))

        run(self.desk, with_keys(self.desk, folder, work), self._on_decided, self._on_failed)

    def _on_decided(self, outcome: Issued) -> None:
        lead = translate("people", "It is decided.")
        self.show_issued(outcome, lead, words_compared=False)

    def _on_failed(self, error: Exception) -> None:
        if self._keys is not None:
            self._keys.wait(waiting=False)
            self._keys.ask_passphrase()
        self.tell_error(error)


class _DecisionLine(QWidget):
    """A box to decide a setting for everybody, and its value."""

    def __init__(self, setting: Setting, wanted: dict[str, str]) -> None:
        """Show what is wanted, and keep it there."""
        super().__init__()
        self._setting, self._wanted = setting, wanted
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(current_look().px(8))
        inside.addWidget(Text(setting_title(setting), "strong"))
        inside.addWidget(Text(translate_known("settings", setting.help), "small"))
        self._value = wanted.get(setting.key, _first_value(setting))
        self._box = tick_box(_box_words(setting, self._value))
        self._box.setAccessibleName(setting_title(setting))
        self._box.setAccessibleDescription(_box_words(setting, self._value))
        self._box.setChecked(setting.key in wanted)
        inside.addWidget(self._box)
        self._below = self._value_line()
        inside.addWidget(self._below)
        self._below.setVisible(self._shows_value())
        self._box.toggled.connect(self._on_toggled)

    def _value_line(self) -> QWidget:
        """Return where the value is set that everybody gets; nothing where only one is safe."""
        setting, look = self._setting, current_look()
        line = row(gap=10)
        line.setContentsMargins(look.px(32), 0, 0, 0)
        if setting.kind is not Kind.YES_NO:
            control = setting_control(setting, self._value, self._keep)
            title = translate("people", "{title}: value for everybody")
            control.setAccessibleName(title.format(title=setting_title(setting)))
            control.setMinimumWidth(look.px(110))
            line.addWidget(Text(_bound_words(setting), wraps=False))
            line.addWidget(control, 0 if setting.bounds else 1)
            if setting.bounds:
                line.addStretch(1)
        below = QWidget()
        below.setLayout(line)
        return below

    def _shows_value(self) -> bool:
        return self._box.isChecked() and self._setting.kind is not Kind.YES_NO

    def _on_toggled(self, on: bool) -> None:
        self._below.setVisible(self._shows_value())
        if on:
            self._wanted[self._setting.key] = self._value
        else:
            self._wanted.pop(self._setting.key, None)

    def _keep(self, text: str) -> None:
        self._value = text
        if self._box.isChecked():
            self._wanted[self._setting.key] = text


def _box_words(setting: Setting, value: str) -> str:
    if setting.kind is Kind.YES_NO:
        words = translate("people", "For everybody: {value}")
        return words.format(value=value_words(setting, value))
    return translate("people", "Decide it for everybody")


def _first_value(setting: Setting) -> str:
    """Return what a decision begins with: the safe answer, or the program's own number."""
    if setting.strength in {Strength.YES, Strength.NO}:
        return setting.strength.value
    return setting.default


def _bound_words(setting: Setting) -> str:
    if setting.strength is Strength.AT_MOST:
        return translate("people", "At most:")
    if setting.strength is Strength.AT_LEAST:
        return translate("people", "At least:")
    return translate("people", "For everybody:")


def _change_words(change: PolicyChange) -> str:
    def said(value: str) -> str:
        if not value:
            return translate("people", "everybody chooses")
        return decided_words(change.setting, value)

    return translate("people", "{title}: {after}. Before: {before}.").format(
        title=setting_title(change.setting), after=said(change.after), before=said(change.before)
    )
