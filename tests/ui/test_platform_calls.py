"""What Windows and macOS are asked, in which order and with which numbers, as their documents have it.

Neither system is here. Each part of the window that speaks to one takes its library as an argument; a
stand-in for the library notes the calls. The numbers are those of the headers named beside them.
"""

import ctypes
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from PySide6.QtCore import QByteArray

from outreach_app.ui import session
from outreach_app.ui.discretion import SECRET_MARKS, hide_on_macos, hide_on_windows
from outreach_app.ui.dock import step_into_dock
from outreach_app.ui.launching.words import MAC_NAME
from outreach_app.ui.session import WindowsWatch, is_away_on_macos, means_away
from outreach_app.ui.shell.titles import neutral_title


class Library:
    """A library of a system: each call is noted, and answered as the test wants."""

    def __init__(self, answers: Mapping[str, Callable[..., Any]] | None = None) -> None:
        self._answers = answers or {}
        self.calls: list[tuple[object, ...]] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*arguments: object) -> Any:
            plain = [getattr(each, "value", each) for each in arguments]
            self.calls.append((name, *plain))
            answer = self._answers.get(name)
            return 1 if answer is None else answer(*plain)

        return call


# ---- left out of captures: winuser.h, NSWindow.h -------------------------------------------------


@pytest.mark.parametrize(("hidden", "affinity"), [(True, 0x11), (False, 0x00)])
def test_windows_leaves_a_window_out_of_captures(hidden: bool, affinity: int) -> None:
    user32 = Library()
    assert hide_on_windows(77, hidden, user32)
    assert user32.calls == [("SetWindowDisplayAffinity", 77, affinity)]
    assert not hide_on_windows(77, hidden, Library({"SetWindowDisplayAffinity": lambda *_each: 0}))


class Objects:
    """Objective-C: each message is noted; an object answers with the number of the next."""

    def __init__(self, *, answers: int = 500) -> None:
        self._answers = answers
        self.told: list[tuple[object, ...]] = []

    def __call__(self, whom: int | bytes, selector: bytes, *number: int) -> int:
        self.told.append((whom, selector, *number))
        return self._answers


@pytest.mark.parametrize(("hidden", "sharing"), [(True, 0), (False, 1)])
def test_macos_leaves_a_window_out_of_captures(hidden: bool, sharing: int) -> None:
    objects = Objects()
    assert hide_on_macos(77, hidden, objects)
    assert objects.told == [(77, b"window"), (500, b"setSharingType:", sharing)]


def test_a_view_without_a_window_is_not_hidden() -> None:
    objects = Objects(answers=0)
    assert not hide_on_macos(77, True, objects)
    assert objects.told == [(77, b"window")]


# ---- Dock: NSApplication.h -----------------------------------------------------------------------


def test_the_window_steps_into_the_dock_and_is_not_started_at_login() -> None:
    objects = Objects()
    step_into_dock(objects)
    assert objects.told == [
        (b"NSApplication", b"sharedApplication"),
        (500, b"setActivationPolicy:", 0),
        (500, b"disableRelaunchOnLogin"),
    ]


def test_a_mac_shows_another_name_than_that_of_apples_own_program() -> None:
    assert neutral_title("darwin") == MAC_NAME != "Notes"
    assert neutral_title("win32") == neutral_title("linux") == "Notes"


# ---- the session: winuser.h, wtsapi32.h, CGSession.h ---------------------------------------------


def test_windows_is_asked_for_both_kinds_of_messages() -> None:
    wtsapi32, user32 = Library(), Library()
    WindowsWatch(lambda: None).register(77, wtsapi32, user32)
    assert wtsapi32.calls == [("WTSRegisterSessionNotification", 77, 0)]
    assert user32.calls == [("RegisterSuspendResumeNotification", 77, 0)]


@pytest.mark.parametrize(
    ("message", "detail", "away"),
    [
        (0x0218, 0x4, True),  # WM_POWERBROADCAST, PBT_APMSUSPEND
        (0x0218, 0x7, False),  # PBT_APMRESUMESUSPEND
        (0x0218, 0x12, False),  # PBT_APMRESUMEAUTOMATIC
        (0x02B1, 0x1, False),  # WM_WTSSESSION_CHANGE, WTS_CONSOLE_CONNECT
        (0x02B1, 0x2, True),  # WTS_CONSOLE_DISCONNECT: another user comes
        (0x02B1, 0x4, True),  # WTS_REMOTE_DISCONNECT
        (0x02B1, 0x5, False),  # WTS_SESSION_LOGON
        (0x02B1, 0x6, True),  # WTS_SESSION_LOGOFF
        (0x02B1, 0x7, True),  # WTS_SESSION_LOCK
        (0x02B1, 0x8, False),  # WTS_SESSION_UNLOCK
        (0x0100, 0x7, False),  # WM_KEYDOWN
    ],
)
def test_windows_says_that_somebody_went_away(message: int, detail: int, away: bool) -> None:
    assert means_away(message, detail) is away
    # As Windows lays it out: the window, the number, and after a gap its detail.
    laid_out = session._Message(None, message, detail)
    address = ctypes.addressof(laid_out)
    raw = ctypes.string_at(address, ctypes.sizeof(laid_out))
    assert raw[8:12] == message.to_bytes(4, "little")
    assert raw[16:24] == detail.to_bytes(8, "little")
    heard: list[str] = []
    watch = WindowsWatch(lambda: heard.append("lock"))
    for kind in (QByteArray(b"windows_generic_MSG"), b"windows_generic_MSG"):
        assert watch.nativeEventFilter(kind, address) == (False, 0)
    assert heard == ["lock", "lock"] * away
    watch.nativeEventFilter(b"xcb_generic_event_t", address)
    assert len(heard) == 2 * away


class Mac:
    """CoreGraphics and CoreFoundation with a session that answers yes or no; counts what is not given back."""

    def __init__(self, facts: dict[bytes, bool] | None) -> None:
        self.held: list[object] = []
        self.graphics = Library({"CGSessionCopyCurrentDictionary": lambda: self._copied(facts)})
        self.core = Library(
            {
                "CFStringCreateWithCString": lambda _heap, name, _encoding: self._made(name),
                "CFDictionaryGetValue": lambda _session, name: (
                    None if facts is None or name not in facts else ("boolean", facts[name])
                ),
                "CFBooleanGetValue": lambda found: int(found[1]),
                "CFRelease": self.held.remove,
            }
        )

    def _copied(self, facts: dict[bytes, bool] | None) -> str | None:
        return None if facts is None else self._made("session")

    def _made(self, name: Any) -> Any:
        self.held.append(name)
        return name


_LOCKED, _CONSOLE = b"CGSSessionScreenIsLocked", b"kCGSSessionOnConsoleKey"


@pytest.mark.parametrize(
    ("facts", "away"),
    [
        ({_CONSOLE: True}, False),
        ({_CONSOLE: True, _LOCKED: True}, True),
        ({_CONSOLE: True, _LOCKED: False}, False),
        ({_CONSOLE: False}, True),
        ({}, False),
        (None, True),
    ],
    ids=["at work", "locked", "unlocked again", "another user", "says nothing", "no session"],
)
def test_macos_says_that_somebody_went_away(facts: dict[bytes, bool] | None, away: bool) -> None:
    mac = Mac(facts)
    assert is_away_on_macos(mac.graphics, mac.core) is away
    assert mac.held == []


# ---- the clipboard: Microsoft's “Clipboard Formats”, nspasteboard.org, KDE -----------------------


def test_copied_text_carries_the_marks_of_each_system() -> None:
    named = " ".join(SECRET_MARKS)
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
        "x-kde-passwordManagerHint",
    ):
        assert name in named
    zeroes = [value for name, value in SECRET_MARKS.items() if '"Can' in name]
    assert zeroes == [bytes(4), bytes(4)]
