"""How the window looks now: theme and text size, put on the application in one place."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from outreach_app.services.shipped import resources_folder
from outreach_app.ui.theme.sheet import style_sheet
from outreach_app.ui.theme.tokens import THEMES, ThemeName, Tokens

BASE_TEXT_PX = 14
_FIRST_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Symbols2", "Noto Sans Math")


@dataclass(frozen=True, slots=True)
class Look:
    """A theme and a text size in per cent (100 to 200)."""

    theme: ThemeName = ThemeName.LIGHT
    text_percent: int = 100

    @property
    def tokens(self) -> Tokens:
        """The colours."""
        return THEMES[self.theme]

    def px(self, size: float) -> int:
        """Return a size in pixels at 100 % as it is at this text size."""
        return round(size * self.text_percent / 100)


class _Current:
    """What was put on last; read by parts that paint themselves."""

    look = Look()


def current_look() -> Look:
    """Return the look that is on."""
    return _Current.look


def preferred_theme() -> ThemeName:
    """Return the theme that the desktop asks for."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return ThemeName.DARK if dark else ThemeName.LIGHT


def load_fonts() -> None:
    """Make the fonts that come with the program known to Qt; once per process."""
    load_first_fonts()
    load_other_fonts()


def load_first_fonts() -> None:
    """Load the letters of the unlock page."""
    for name in _FIRST_FONTS:
        QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / name))


def load_other_fonts() -> None:
    """Load the letters of all other scripts."""
    for path in sorted((resources_folder() / "fonts").glob("*.ttf")):
        if path.name not in _FIRST_FONTS:
            QFontDatabase.addApplicationFont(str(path))


def put_on(application: QApplication, look: Look) -> None:
    """Give the whole application a theme and a text size, at once."""
    _Current.look = look
    font = QFont(list(FAMILIES))
    font.setPixelSize(look.px(BASE_TEXT_PX))
    application.setFont(font)
    application.setPalette(_palette(look.tokens))
    application.setStyleSheet(style_sheet(look.tokens, look.px))


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, tokens.ground),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.panel),
        (role.AlternateBase, tokens.sunken),
        (role.Text, tokens.ink),
        (role.Button, tokens.panel),
        (role.ButtonText, tokens.ink),
        (role.PlaceholderText, tokens.ink_faint),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.accent_ink),
        (role.ToolTipBase, tokens.panel),
        (role.ToolTipText, tokens.ink),
        (role.Link, tokens.accent),
        (role.Mid, tokens.line),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.ink_faint))
    return palette
