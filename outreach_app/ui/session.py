"""When the computer locks its screen, goes to sleep or changes the user, this window locks too.

On Linux logind and the screen savers say so over D-Bus; going to sleep is held up until the vault is
closed. The ways of Windows and macOS are written and were not tried on either. Where nothing says
anything, the launcher still sees by the clock that the machine slept.
"""

import ctypes
import os
import sys
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage
from PySide6.QtWidgets import QApplication, QWidget

_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_PATIENCE_MS = 300
_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
)
_MACOS_LOOK_MS = 1000
_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 0x0004
_WM_WTSSESSION_CHANGE = 0x02B1
_NOTIFY_FOR_THIS_SESSION = 0
_DEVICE_NOTIFY_WINDOW_HANDLE = 0
# Of CGSession.h; the one about the lock is not declared there, and known from use.
_ON_CONSOLE, _SCREEN_LOCKED = b"kCGSSessionOnConsoleKey", b"CGSSessionScreenIsLocked"
_UTF8 = 0x08000100
_WINDOWS_AWAY = {0x2, 0x4, 0x6, 0x7}  # console or remote disconnected, logged off, locked


class BusWatch(QObject):
    """Listens on the two D-Buses.

    Attributes:
        heard_from: The signals that could be subscribed to, for the record of what works here.
    """

    def __init__(
        self,
        lock: Callable[[], None],
        parent: QObject | None,
        system: QDBusConnection,
        session: QDBusConnection,
    ) -> None:
        """Subscribe to what there is."""
        super().__init__(parent)
        self._lock = lock
        self._held: QDBusMessage | None = None
        self.heard_from: list[str] = []
        if system.isConnected():
            self._subscribe(
                system, _LOGIN, _LOGIN_PATH, f"{_LOGIN}.Manager", "PrepareForSleep",
                SLOT("_on_active(bool)"),
            )  # fmt: skip
            self._follow_session(system)
            self._hold_sleep(system)
        if session.isConnected():
            for name, path in _SAVERS:
                self._subscribe(session, "", path, name, "ActiveChanged", SLOT("_on_active(bool)"))

    def _follow_session(self, system: QDBusConnection) -> None:
        manager = QDBusInterface(_LOGIN, _LOGIN_PATH, f"{_LOGIN}.Manager", system)
        manager.setTimeout(_PATIENCE_MS)
        reply = manager.call("GetSessionByPID", os.getpid())
        if reply.type() is not QDBusMessage.MessageType.ReplyMessage or not reply.arguments():
            return
        path = _path(reply.arguments()[0])
        self._subscribe(system, _LOGIN, path, f"{_LOGIN}.Session", "Lock", SLOT("_on_lock()"))
        self._subscribe(
            system, _LOGIN, path, "org.freedesktop.DBus.Properties", "PropertiesChanged",
            SLOT("_on_properties(QDBusMessage)"),
        )  # fmt: skip

    def _hold_sleep(self, system: QDBusConnection) -> None:
        manager = QDBusInterface(_LOGIN, _LOGIN_PATH, f"{_LOGIN}.Manager", system)
        manager.setTimeout(_PATIENCE_MS)
        # The reply holds a descriptor; sleep waits until it is closed, at the latest five seconds.
        reply = manager.call("Inhibit", "sleep", "Notes", "Closing notes", "delay")
        if reply.type() is QDBusMessage.MessageType.ReplyMessage:
            self._held = reply

    def _subscribe(
        self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str
    ) -> None:
        # The binding takes text here and refuses the bytes that its stub asks for.
        if bus.connect(service, path, interface, name, self, cast("bytes", slot)):
            self.heard_from.append(f"{interface}.{name}")

    @Slot(bool)
    def _on_active(self, active: bool) -> None:
        if active:
            self._lock()

    @Slot()
    def _on_lock(self) -> None:
        self._lock()

    @Slot(QDBusMessage)
    def _on_properties(self, message: QDBusMessage) -> None:
        changed = message.arguments()[1] if len(message.arguments()) > 1 else {}
        if isinstance(changed, dict) and changed.get("Active") is False:
            self._lock()


class WindowsWatch(QAbstractNativeEventFilter):
    """Hears what Windows tells every window. Not tried on a Windows machine."""

    def __init__(self, lock: Callable[[], None]) -> None:
        """Listen once it is installed; `register` asks Windows to speak."""
        super().__init__()
        self._lock = lock

    def register(self, window: int, wtsapi32: Any, user32: Any) -> None:
        """Ask for the messages about the session, and about sleep on computers that never quite sleep.

        Args:
            window: Handle of the window that gets them.
            wtsapi32: Windows' library of that name.
            user32: Windows' library of that name.
        """
        handle = ctypes.c_void_p(window)
        wtsapi32.WTSRegisterSessionNotification(handle, _NOTIFY_FOR_THIS_SESSION)
        user32.RegisterSuspendResumeNotification(handle, _DEVICE_NOTIFY_WINDOW_HANDLE)

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at a message and let it pass."""
        if kind == b"windows_generic_MSG":
            said = _Message.from_address(int(message))
            if means_away(said.message, said.wParam):
                self._lock()
        return False, 0


class _Message(ctypes.Structure):
    """The beginning of Windows' MSG."""

    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint32),
        ("wParam", ctypes.c_size_t),
    )


def means_away(message: int, detail: int) -> bool:
    """Say whether a message of Windows means that nobody may be sitting here any more.

    Args:
        message: Its number.
        detail: Its ``wParam``.
    """
    if message == _WM_POWERBROADCAST:
        return detail == _PBT_APMSUSPEND
    return message == _WM_WTSSESSION_CHANGE and detail in _WINDOWS_AWAY


def watch_session(lock: Callable[[], None], window: QWidget) -> object:
    """Lock from now on whenever the computer does; return what must stay alive."""
    watch: object
    if sys.platform == "win32":
        watch = filtering = WindowsWatch(lock)
        filtering.register(int(window.winId()), ctypes.WinDLL("wtsapi32"), ctypes.WinDLL("user32"))
        application = QApplication.instance()
        if application is not None:
            application.installNativeEventFilter(filtering)
    elif sys.platform == "darwin":
        watch = timer = QTimer(window)
        timer.setInterval(_MACOS_LOOK_MS)
        session = load_macos_session()
        timer.timeout.connect(lambda: lock() if is_away_on_macos(*session) else None)
        timer.start()
    else:
        watch = BusWatch(lock, window, QDBusConnection.systemBus(), QDBusConnection.sessionBus())
    return watch


def load_macos_session() -> tuple[Any, Any]:
    """Return the two libraries of macOS that know of its session."""
    frameworks = "/System/Library/Frameworks"
    graphics = ctypes.CDLL(f"{frameworks}/CoreGraphics.framework/CoreGraphics")
    core = ctypes.CDLL(f"{frameworks}/CoreFoundation.framework/CoreFoundation")
    graphics.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
    core.CFStringCreateWithCString.restype = ctypes.c_void_p
    core.CFStringCreateWithCString.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
    core.CFDictionaryGetValue.restype = ctypes.c_void_p
    core.CFDictionaryGetValue.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    core.CFBooleanGetValue.restype = ctypes.c_ubyte
    core.CFBooleanGetValue.argtypes = [ctypes.c_void_p]
    core.CFRelease.restype = None
    core.CFRelease.argtypes = [ctypes.c_void_p]
    return graphics, core


def is_away_on_macos(graphics: Any, core: Any) -> bool:
    """Say whether the screen is locked or another user is in front. Not tried on a Mac.

    Args:
        graphics: CoreGraphics.
        core: CoreFoundation.
    """
    session = graphics.CGSessionCopyCurrentDictionary()
    if not session:
        return True
    try:
        return _value(core, session, _SCREEN_LOCKED) is True or (
            _value(core, session, _ON_CONSOLE) is False
        )
    finally:
        core.CFRelease(session)


def _value(core: Any, session: int, name: bytes) -> bool | None:
    """Return a yes or no of a dictionary; None where it says nothing."""
    key = core.CFStringCreateWithCString(None, name, _UTF8)
    found = core.CFDictionaryGetValue(session, key)
    core.CFRelease(key)
    return bool(core.CFBooleanGetValue(found)) if found else None


def _path(value: object) -> str:
    path = getattr(value, "path", None)
    return str(path()) if callable(path) else str(value)
