"""When the computer locks its screen, goes to sleep or changes the user, this window locks too.

On Linux logind and the screen savers say so over D-Bus; going to sleep is held up until the vault is
closed. The ways of Windows and macOS are written and were not tried on either. Where nothing says
anything, the launcher still sees by the clock that the machine slept.
"""

import os
import sys
from collections.abc import Callable
from typing import cast

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


class _WindowsWatch(QAbstractNativeEventFilter):
    """Hears what Windows tells every window. Not tried on a Windows machine."""

    def __init__(self, lock: Callable[[], None], window: QWidget) -> None:
        super().__init__()
        self._lock = lock
        if sys.platform == "win32":
            import ctypes  # noqa: PLC0415

            wts = ctypes.windll.wtsapi32
            wts.WTSRegisterSessionNotification(ctypes.c_void_p(int(window.winId())), 0)

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if sys.platform == "win32" and bytes(kind) == b"windows_generic_MSG":
            from ctypes import wintypes  # noqa: PLC0415

            said = wintypes.MSG.from_address(int(message))
            sleeps = said.message == _WM_POWERBROADCAST and said.wParam == _PBT_APMSUSPEND
            away = said.message == _WM_WTSSESSION_CHANGE and said.wParam in _WINDOWS_AWAY
            if sleeps or away:
                self._lock()
        return False, 0


def watch_session(lock: Callable[[], None], window: QWidget) -> object:
    """Lock from now on whenever the computer does; return what must stay alive."""
    if sys.platform == "win32":
        watch = _WindowsWatch(lock, window)
        application = QApplication.instance()
        if application is not None:
            application.installNativeEventFilter(watch)
        return watch
    if sys.platform == "darwin":
        timer = QTimer(window)
        timer.setInterval(_MACOS_LOOK_MS)
        timer.timeout.connect(lambda: lock() if macos_screen_locked() else None)
        timer.start()
        return timer
    return BusWatch(lock, window, QDBusConnection.systemBus(), QDBusConnection.sessionBus())


def macos_screen_locked() -> bool:
    """Say whether the screen of macOS is locked or another user is in front. Not tried there."""
    import ctypes  # noqa: PLC0415

    graphics = ctypes.CDLL(
        "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics", use_errno=True
    )
    core = ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")
    graphics.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
    core.CFStringCreateWithCString.restype = ctypes.c_void_p
    core.CFStringCreateWithCString.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
    core.CFDictionaryGetValue.restype = ctypes.c_void_p
    core.CFDictionaryGetValue.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    core.CFRelease.argtypes = [ctypes.c_void_p]
    session = graphics.CGSessionCopyCurrentDictionary()
    if not session:
        return True
    name = core.CFStringCreateWithCString(None, b"CGSSessionScreenIsLocked", 0x08000100)
    locked = bool(core.CFDictionaryGetValue(session, name))
    core.CFRelease(name)
    core.CFRelease(session)
    return locked


def _path(value: object) -> str:
    path = getattr(value, "path", None)
    return str(path()) if callable(path) else str(value)
