"""Settings: the vault's own from the table, and how the window looks on this laptop."""

from collections.abc import Callable, Generator, Sequence
from functools import partial

from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.policy import Settings
from outreach_app.setting_shape import Setting
from outreach_app.settings import grouped
from outreach_app.ui.managed import managed_words
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.setting_controls import (
    decided_words,
    fixed_value,
    setting_control,
    setting_title,
    value_words,
)
from outreach_app.ui.pieces.surfaces import Card, Scroll, column, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate, translate_known
from outreach_app.ui.theme.look import Look, current_look, put_on
from outreach_app.ui.theme.look_file import read_kept_look
from outreach_app.ui.theme.tokens import ThemeName
from outreach_app.ui.tongue import desktop_language, language_name, languages, speak

_MOST_PERCENT_BESIDE, _MOST_PERCENT_NARROW = 115, 150
_CONTROL_PX = 150
_TEXT_SIZES = (100, 115, 130, 150, 175, 200)


class SettingsPage(Page):
    """Every setting of the table, with its help; changes are kept at once."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Read the settings in force."""
        super().__init__(desk, place)
        head = self.add_head(
            translate("settings", "Settings"),
            translate("settings", "Each change is kept at once, inside the vault."),
        )
        search = line_field(
            translate("settings", "Search settings"),
            placeholder=translate("settings", "Search settings"),
        )
        search.textChanged.connect(self._find)
        if current_look().text_percent <= _MOST_PERCENT_BESIDE:
            search.setFixedWidth(current_look().px(220))
            head.addWidget(search)
        else:
            self.body.addWidget(search)
        head.addWidget(
            Button(
                translate("settings", "About"),
                lambda: desk.go(Place(room=Room.ABOUT)),
                kind="plain",
            )
        )
        area = Scroll()
        self._lines: list[tuple[SettingLine, Card]] = []
        self._others: list[Card] = []
        self.body.addWidget(area, 1)
        self.grow(self._drawing(area))

    def _drawing(self, area: Scroll) -> Generator[None, None, None]:
        """Draw one card after the other."""
        for make in (self._own_card, self._look_card):
            card = make()
            self._others.append(card)
            area.column.addWidget(card)
            yield
        values = self.desk.sitting.settings()
        for heading, settings in grouped():
            area.column.addWidget(self._group_card(heading, settings, values))
            yield
        area.column.addStretch(1)

    def _own_card(self) -> Card:
        """Return the ways to what one decides about oneself on this laptop."""
        card = Card(translate("settings", "You and this laptop"))
        ways = Flow(gap=current_look().px(10))
        for words, room in (
            (translate("settings", "Change my passphrase"), Room.UNLOCKING),
            (translate("settings", "Who opens this laptop"), Room.LAPTOP_PEOPLE),
            (translate("settings", "My certificate"), Room.ENROL),
            (translate("settings", "Backup"), Room.BACKUP),
        ):
            ways.addWidget(Button(words, partial(self.desk.go, Place(room=room))))
        card.column.addLayout(ways)
        return card

    # ---- look -------------------------------------------------------------------------------

    def _look_card(self) -> Card:
        card = Card(translate("settings", "How the window looks"))
        look = current_look()
        self._theme = ListBox(translate("settings", "Colours"))
        for name, words in _theme_words().items():
            self._theme.add(words, name)
        self._theme.setCurrentIndex(list(_theme_words()).index(look.theme))
        self._size = ListBox(translate("settings", "Text size"))
        for percent in _TEXT_SIZES:
            self._size.add(translate("settings", "{percent} %").format(percent=percent), percent)
        self._size.setCurrentIndex(
            min(range(len(_TEXT_SIZES)), key=lambda n: abs(_TEXT_SIZES[n] - look.text_percent))
        )
        for choice in (self._theme, self._size):
            choice.activated.connect(self._dress)
        self._language = _language_choice()
        self._language.activated.connect(self._speak)
        card.column.addLayout(_line(translate("settings", "Colours"), "", self._theme))
        card.add(rule())
        card.column.addLayout(_line(translate("settings", "Text size"), "", self._size))
        card.add(rule())
        about = translate("settings", "Of the window. Forms speak the languages they were made in.")
        card.column.addLayout(_line(translate("settings", "Language"), about, self._language))
        return card

    def _dress(self) -> None:
        look = Look(ThemeName(self._theme.currentData()), int(self._size.currentData()))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            put_on(application, look)
            self.desk.look_changed.emit(look)

    def _speak(self) -> None:
        application, code = QApplication.instance(), str(self._language.currentData())
        if isinstance(application, QApplication):
            speak(application, code)
            self.desk.language_changed.emit(code)
            self.desk.look_changed.emit(current_look())

    # ---- vault ------------------------------------------------------------------------------

    def _group_card(self, heading: str, settings: Sequence[Setting], values: Settings) -> Card:
        card = Card(translate_known("settings", heading))
        for setting in settings:
            line = SettingLine(setting, values, self._keep, parted=setting is not settings[0])
            card.add(line)
            self._lines.append((line, card))
        return card

    def _find(self, typed: str) -> None:
        """Show the settings whose words have what was typed, and their groups."""
        for line, _card in self._lines:
            line.setVisible(line.has(typed))
        for card in {id(each): each for _line, each in self._lines}.values():
            card.setVisible(any(line.has(typed) for line, on in self._lines if on is card))
        for card in self._others:
            card.setVisible(not typed.strip())

    def _keep(self, key: str, text: str) -> None:
        self.notice.clear()
        try:
            self.desk.sitting.change_setting(key, text)
        except OutreachError as error:
            self.tell_error(error)
            return
        self.desk.tell_saved(self.desk.sitting.now())


class SettingLine(QWidget):
    """One setting: title, help, its control, and by whom it is decided if it is."""

    def __init__(
        self,
        setting: Setting,
        values: Settings,
        keep: Callable[[str, str], object],
        *,
        parted: bool,
    ) -> None:
        """Show the value in force.

        Args:
            setting: Which one.
            values: The settings in force.
            keep: Called with the key and a value that was chosen.
            parted: Whether a rule stands above it.
        """
        super().__init__()
        key = setting.key
        title, help_words = setting_title(setting), translate_known("settings", setting.help)
        managed = managed_words(values, key)
        self._words = " ".join((title, help_words, managed)).casefold()
        control = self._control(setting, values, lambda text: keep(key, text))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(current_look().px(10))
        if parted:
            inside.addWidget(rule())
        inside.addLayout(_line(title, help_words, control))
        if managed:
            decided = _decided(setting, values.decided(key))
            control.setAccessibleDescription(f"{managed}. {decided}")
            line = Flow(gap=current_look().px(10))
            line.addWidget(Chip(managed, "accent"))
            inside.addLayout(line)
            inside.addWidget(Text(decided, "small"))

    @staticmethod
    def _control(setting: Setting, values: Settings, keep: Callable[[str], object]) -> QWidget:
        ends, value = values.choices(setting.key), values.text(setting.key)
        if values.is_fixed(setting.key):
            return fixed_value(setting, value)
        bounds = (int(ends[0]), int(ends[-1])) if setting.bounds else None
        return setting_control(setting, value, keep, bounds=bounds)

    def has(self, typed: str) -> bool:
        """Say whether every word that was typed stands in it."""
        return all(word in self._words for word in typed.casefold().split())


def _decided(setting: Setting, ruled: str) -> str:
    """Return what is decided, and what the program would do without."""
    return translate("settings", "Decided: {value}. Without that: {usual}. {why}").format(
        value=decided_words(setting, ruled),
        usual=value_words(setting, setting.default),
        why=translate_known("settings", setting.why),
    )


def _language_choice() -> ListBox:
    """Return a choice of the languages that the window speaks; the desktop's comes first."""
    choice = ListBox(translate("settings", "Language"))
    desktop = translate("settings", "As the desktop: {language}")
    choice.add(desktop.format(language=language_name(desktop_language())), "")
    for code in languages():
        choice.add(language_name(code), code)
    choice.setCurrentIndex(max(0, choice.findData(read_kept_look().language)))
    return choice


def _theme_words() -> dict[ThemeName, str]:
    return {
        ThemeName.LIGHT: translate("settings", "Light"),
        ThemeName.DARK: translate("settings", "Dark"),
        ThemeName.CONTRAST: translate("settings", "High contrast"),
    }


def _line(title: str, help_words: str, control: QWidget) -> QBoxLayout:
    words = column(Text(title, "strong"))
    if help_words:
        words.addWidget(Text(help_words, "small"))
    look = current_look()
    is_wide = control.minimumWidth() > look.px(_CONTROL_PX)
    control.setMinimumWidth(max(control.minimumWidth(), look.px(_CONTROL_PX)))
    if look.text_percent > (_MOST_PERCENT_BESIDE if is_wide else _MOST_PERCENT_NARROW):
        below = row(control)
        below.addStretch(1)
        words.addLayout(below)
        return words
    line = row(gap=24)
    line.addLayout(words, 1)
    line.addWidget(control)
    return line
