"""Runs the window as a child, locks by ending it, and starts a fresh one.

Python cannot be made to forget a key, but a process that has ended has forgotten it. The launcher
holds the one-window lock, the idle timer and the count of wrong passphrases, and nothing secret.

The first window is started before anything here is loaded: both then happen at the same time.
"""

import sys
import time
from collections.abc import Sequence
from types import FrameType

from outreach_app.ui.launching.child import Child
from outreach_app.ui.launching.environment import FILE
from outreach_app.ui.launching.process import WindowProcess, window_command
from outreach_app.ui.launching.watch import Refusals, Seconds, Watch
from outreach_app.ui.launching.words import WINDOW_NAME, FromLauncher, FromWindow, Start
from outreach_app.ui.unlock.delay import delay_seconds

HARD_END_S = 0.3
"""So long a window has to end after everything is on the disk; then it is ended."""

LEAVE_S = 3.0
"""So long a window has to commit what is typed and to close when the session of the desktop ends."""

LOOK_S = 0.5
ALREADY_OPEN = (
    f"Outreach is already open for this person. Look for the window called “{WINDOW_NAME}”.\n"
    "A second one was not started: two at one vault would damage nothing, but lose track of what\n"
    "is unlocked.\n"
)
FILE_STAYS = "The file was not opened. Add it in that window: Inbox, Add files.\n"
CANNOT_STAY = "The window ended three times right after its start. See the lines above.\n"
_TOO_YOUNG_S = 5.0
_MOST_EARLY_ENDS = 3
_TAKEN, _BROKEN = 1, 3


class Launcher:
    """One window at a time, from the start to the moment the person closes it."""

    def __init__(
        self,
        command: Sequence[str],
        environment: dict[str, str],
        *,
        first: WindowProcess | None = None,
        monotonic: Seconds = time.monotonic,
        wall: Seconds = time.time,
        look_s: float = LOOK_S,
    ) -> None:
        """Have a first window; it does not show itself before `run`.

        Args:
            command: Of the window's process, without the arguments about its start.
            environment: Everything that it gets of the surroundings.
            first: The first window where it has been started already.
            monotonic: Seconds that never jump.
            wall: Seconds of the clock on the wall.
            look_s: How often the clocks are looked at while the window says nothing.
        """
        self._look_s = look_s
        self._command = list(command)
        self._environment = dict(environment)
        self._watch = Watch(monotonic, wall)
        self._refusals = Refusals(monotonic, delay_seconds)
        self._early_ends = 0
        self._leaving = False
        self.child = self._start() if first is None else Child(first)

    def _start(self, *, covered: bool = False, crashed: bool = False) -> Child:
        start = Start(
            covered=covered,
            crashed=crashed,
            refusals=self._refusals.count,
            wait_s=self._refusals.wait_s(),
        )
        return Child(WindowProcess([*self._command, *start.arguments()], self._environment))

    @property
    def brings_file(self) -> bool:
        """Whether somebody opened a file with the program, and no window has taken it yet."""
        return FILE in self._environment

    def refuse(self) -> None:
        """Let the window say that another one is open, and wait until it is closed."""
        self.child.say(FromLauncher.TAKEN)
        while not self.child.has_ended:
            self.child.hear(self._look_s)
        self.child.end(HARD_END_S)

    def give_up(self) -> None:
        """End the window that has not shown itself."""
        self.child.end(0)

    def run(self) -> int:
        """Show the window and look after it until it is closed.

        Returns:
            The exit code of the program.
        """
        self.child.say(FromLauncher.SHOW)
        try:
            while not self._leaving:
                self._turn()
                if self._early_ends >= _MOST_EARLY_ENDS:
                    sys.stderr.write(CANNOT_STAY)
                    return _BROKEN
            return 0
        finally:
            self.child.say(FromLauncher.LOCK)
            self.child.end(HARD_END_S if self._leaving else LEAVE_S)

    def _turn(self) -> None:
        for word, number in self.child.hear(self._look_s):
            self._obey(word, number)
        if self._leaving:
            return
        if self.child.has_ended:
            self._follow_crash()
        elif self._watch.is_due():
            self.child.say(FromLauncher.LOCK)
            self._replace(covered=False)

    def _obey(self, word: str, number: int) -> None:
        if word == FromWindow.KEY:
            self._watch.heard_key()
        elif word == FromWindow.LIMIT:
            self._watch.set_limit(number)
        elif word == FromWindow.REFUSED:
            self._refusals.add()
        elif word == FromWindow.OPENED:
            self._refusals.forget()
            # The window that is open has the file now; no later one is to open it again.
            self._environment.pop(FILE, None)
        elif word == FromWindow.COVERED:
            self._replace(covered=True)
        elif word == FromWindow.LOCK:
            self._replace(covered=False)
        elif word == FromWindow.LEAVING:
            self._leaving = True

    def _replace(self, *, covered: bool) -> None:
        """End this window and start the next.

        Behind the neutral page the next one is started first, so that the page never goes away: it
        touches no vault before somebody uncovers it.
        """
        old = self.child
        if covered:
            self.child = self._start(covered=True)
            self.child.say(FromLauncher.SHOW)
            old.end(HARD_END_S)
        else:
            old.end(HARD_END_S)
            self.child = self._start()
            self.child.say(FromLauncher.SHOW)
        self._watch.set_limit(0)

    def _follow_crash(self) -> None:
        young = time.monotonic() - self.child.began < _TOO_YOUNG_S
        self._early_ends = self._early_ends + 1 if young else 0
        self.child.end(HARD_END_S)
        self._watch.set_limit(0)
        self.child = self._start(crashed=True)
        self.child.say(FromLauncher.SHOW)


def launch(first: WindowProcess, environment: dict[str, str]) -> int:
    """Run the program with the window that has been started, and return the exit code.

    Args:
        first: The window that has been started.
        environment: In which it was, and in which those after it are.
    """
    launcher = Launcher(window_command(), environment, first=first)
    try:
        return _guarded(launcher)
    except BaseException:
        launcher.give_up()
        raise


def _guarded(launcher: Launcher) -> int:
    # While the window's process starts, the launcher sees whether the place is free.
    import signal  # noqa: PLC0415  start-up time

    from outreach_app.paths import data_folder, own_dir  # noqa: PLC0415
    from outreach_app.store.errors import VaultInUse  # noqa: PLC0415
    from outreach_app.store.lock import VaultLock  # noqa: PLC0415

    for number in _ending_signals():
        signal.signal(number, _leave)
    try:
        lock = VaultLock(own_dir(data_folder()))
    except VaultInUse:
        sys.stderr.write(ALREADY_OPEN + (FILE_STAYS if launcher.brings_file else ""))
        if sys.stderr.isatty():
            launcher.give_up()
        else:
            launcher.refuse()
        return _TAKEN
    try:
        return launcher.run()
    finally:
        lock.release()


def _ending_signals() -> tuple[int, ...]:
    """Return the signals that end a session; those that whoever started us put off stay so."""
    import signal  # noqa: PLC0415  start-up time

    wanted: list[int] = [signal.SIGTERM, signal.SIGINT]
    if sys.platform != "win32":
        wanted.append(signal.SIGHUP)
    return tuple(each for each in wanted if signal.getsignal(each) is not signal.SIG_IGN)


def _leave(_number: int, _frame: FrameType | None) -> None:
    import signal  # noqa: PLC0415  start-up time

    # The window is told to commit and to close; a second signal must not cut that short.
    for each in _ending_signals():
        signal.signal(each, signal.SIG_IGN)
    raise SystemExit(0)
