"""Plays logind and a screen saver on a bus of its own, and says when a window would have locked.

Run below `dbus-run-session`; the session bus stands in for both.
"""

import sys

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from outreach_app.ui.session import BusWatch

_MANAGER = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
_SAVER = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged")


def main() -> int:
    """Send each signal twice, off and on, and count."""
    application = QCoreApplication([])
    mine = QDBusConnection.sessionBus()
    player = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "player")
    player.registerService("org.freedesktop.login1")
    said: list[str] = []
    watch = BusWatch(lambda: said.append("locked"), application, mine, mine)

    def send(what: tuple[str, str, str], on: bool) -> None:
        message = QDBusMessage.createSignal(*what)
        message.setArguments([on])
        player.send(message)
        said.append(f"{what[2]} {on}")

    moments = [(_MANAGER, False), (_MANAGER, True), (_SAVER, False), (_SAVER, True)]
    for number, (what, on) in enumerate(moments):
        QTimer.singleShot(300 * (number + 1), lambda w=what, o=on: send(w, o))
    QTimer.singleShot(300 * (len(moments) + 2), application.quit)
    application.exec()
    sys.stdout.write("; ".join(said))
    return 0 if watch.heard_from else 1


if __name__ == "__main__":
    sys.exit(main())
