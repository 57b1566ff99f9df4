"""Settings: the vault's own from the table, and how the window looks on this laptop."""

from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QWidget

from outreach_app.errors import OutreachError
from outreach_app.settings import SETTINGS, Kind, Setting
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.surfaces import Card, Scroll, column, row, rule
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate, translate_known
from outreach_app.ui.theme.look import Look, current_look, put_on
from outreach_app.ui.theme.tokens import ThemeName

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
        head.addWidget(
            Button(
                translate("settings", "About"),
                lambda: desk.go(Place(room=Room.ABOUT)),
                kind="plain",
            )
        )
        area = Scroll()
        area.column.addWidget(self._look_card())
        area.column.addWidget(self._vault_card())
        area.column.addStretch(1)
        self.body.addWidget(area, 1)

    # ---- look -------------------------------------------------------------------------------

    def _look_card(self) -> Card:
        card = Card(translate("settings", "How the window looks"))
        look = current_look()
        self._theme = QComboBox()
        self._theme.setAccessibleName(translate("settings", "Colours"))
        for name, words in _theme_words().items():
            self._theme.addItem(words, name)
        self._theme.setCurrentIndex(list(_theme_words()).index(look.theme))
        self._size = QComboBox()
        self._size.setAccessibleName(translate("settings", "Text size"))
        for percent in _TEXT_SIZES:
            self._size.addItem(
                translate("settings", "{percent} %").format(percent=percent), percent
            )
        self._size.setCurrentIndex(
            min(range(len(_TEXT_SIZES)), key=lambda n: abs(_TEXT_SIZES[n] - look.text_percent))
        )
        for choice in (self._theme, self._size):
            choice.activated.connect(self._dress)
        card.column.addLayout(_line(translate("settings", "Colours"), "", self._theme))
        card.add(rule())
        card.column.addLayout(_line(translate("settings", "Text size"), "", self._size))
        return card

    def _dress(self) -> None:
        look = Look(ThemeName(self._theme.currentData()), int(self._size.currentData()))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            put_on(application, look)
            self.desk.look_changed.emit(look)

    # ---- vault ------------------------------------------------------------------------------

    def _vault_card(self) -> Card:
        card = Card(translate("settings", "This vault"))
        values = self.desk.sitting.settings()
        for number, setting in enumerate(SETTINGS):
            if number:
                card.add(rule())
            control = self._control(setting, values.text(setting.key))
            title, help_words = _words(setting)
            card.column.addLayout(_line(title, help_words, control))
        return card

    def _control(self, setting: Setting, value: str) -> QWidget:
        title, _help = _words(setting)
        if setting.kind is Kind.YES_NO:
            box = QCheckBox(translate("settings", "Yes"))
            box.setChecked(value == "yes")
            box.toggled.connect(lambda on, key=setting.key: self._keep(key, "yes" if on else "no"))
            box.setAccessibleName(title)
            return box
        if setting.kind is Kind.TELEPHONE:
            line = line_field(title, value)
            line.editingFinished.connect(
                lambda key=setting.key: self._keep(key, line.text().strip())
            )
            return line
        if setting.bounds is not None:
            number = QSpinBox()
            number.setRange(*setting.bounds)
            number.setValue(int(value))
            number.valueChanged.connect(lambda given, key=setting.key: self._keep(key, str(given)))
            number.setAccessibleName(title)
            return number
        choice = QComboBox()
        choice.setAccessibleName(title)
        choice.addItems(list(setting.allowed().split(", ")))
        choice.setCurrentText(value)
        choice.currentTextChanged.connect(lambda given, key=setting.key: self._keep(key, given))
        return choice

    def _keep(self, key: str, text: str) -> None:
        self.notice.clear()
        try:
            self.desk.sitting.change_setting(key, text)
        except OutreachError as error:
            self.tell_error(error)
            return
        self.desk.tell_saved(self.desk.sitting.now())


def _words(setting: Setting) -> tuple[str, str]:
    """Return title and help of a setting in the window's language."""
    return translate_known("settings", setting.title), translate_known("settings", setting.help)


def _theme_words() -> dict[ThemeName, str]:
    return {
        ThemeName.LIGHT: translate("settings", "Light"),
        ThemeName.DARK: translate("settings", "Dark"),
        ThemeName.CONTRAST: translate("settings", "High contrast"),
    }


def _line(title: str, help_words: str, control: QWidget) -> QHBoxLayout:
    words = column(Text(title, "strong"))
    if help_words:
        words.addWidget(Text(help_words, "small"))
    line = row(gap=24)
    line.addLayout(words, 1)
    control.setMinimumWidth(current_look().px(150))
    line.addWidget(control)
    return line
