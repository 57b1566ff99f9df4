"""What the keyboard will write: Caps Lock and the layout, as far as the system tells."""

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_X11 = "libX11.so.6"
_X11_CAPS = 0x01
_WINDOWS_CAPS = 0x14
_USE_CORE_KEYBOARD = 0x0100


def caps_lock_state() -> bool | None:
    """Return whether Caps Lock is on; None where the system does not say."""
    state: bool | None
    if sys.platform == "win32":
        state = bool(ctypes.CDLL("user32").GetKeyState(_WINDOWS_CAPS) & 1)
    else:
        state = _x11_caps() if QGuiApplication.platformName() == "xcb" else None
    return state


def layout_words() -> str:
    """Return the language of the keyboard as Qt knows it, in that language; "" if unknown."""
    locale = QGuiApplication.inputMethod().locale()
    name, country = locale.nativeLanguageName(), locale.nativeTerritoryName()
    return f"{name} ({country})" if name and country else name


def _x11_caps() -> bool | None:
    try:
        x11 = ctypes.CDLL(_X11)
    except OSError:
        return None
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if not display:
        return None
    state = ctypes.c_uint(0)
    failed = x11.XkbGetIndicatorState(
        ctypes.c_void_p(display), _USE_CORE_KEYBOARD, ctypes.byref(state)
    )
    x11.XCloseDisplay(ctypes.c_void_p(display))
    return None if failed else bool(state.value & _X11_CAPS)


class CapsLock(QObject):
    """Watches keys and says whether Caps Lock is on: by the system, else by what is written."""

    def __init__(self, watched: QObject, tell: Callable[[bool], None]) -> None:
        """Watch a field.

        Args:
            watched: The field; also the parent.
            tell: Called with the state after each key and when the field gets the keyboard.
        """
        super().__init__(watched)
        self._tell = tell
        self._guessed = False
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let every key through and look at it."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            self._look(event)
        elif kind is QEvent.Type.FocusIn:
            self._say()
        return False

    def _look(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            if event.type() is QEvent.Type.KeyPress:
                self._guessed = not self._guessed
        elif len(text) == 1 and text.upper() != text.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._guessed = text.isupper() != shifted
        self._say()

    def _say(self) -> None:
        known = caps_lock_state()
        self._tell(self._guessed if known is None else known)
