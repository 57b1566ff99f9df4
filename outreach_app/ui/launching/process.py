"""The window's process itself: how it is started and ended.

The first one is started before the launcher has loaded anything of its own, so nothing is imported
here that Python has not loaded already or that loads others: `subprocess` and what it needs would cost 10 ms.
"""

import os
import sys
import time

from outreach_app.services.own_program import own_command

WINDOW_ARGUMENT = "--window"
_LOOK_AGAIN_S = 0.005
_SIGKILL = 9


def window_command() -> list[str]:
    """Return the command of the window's process, without the arguments about its start."""
    return own_command(WINDOW_ARGUMENT)


class WindowProcess:
    """A running window with two pipes.

    Attributes:
        orders: Descriptor for what it hears on its stdin.
        words: Descriptor for what it says on its stdout.
    """

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        """Start it.

        Raises:
            OSError: The system starts no process.
        """
        heard, self.orders = os.pipe()
        self.words, said = os.pipe()
        try:
            self._process = _Process(command, environment, heard, said)
        except OSError:
            os.close(self.orders)
            os.close(self.words)
            raise
        finally:
            os.close(heard)
            os.close(said)

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def wait(self, within_s: float) -> bool:
        """Wait until it has ended and say whether it did in time."""
        until = time.monotonic() + within_s
        while not self._process.has_ended():
            if time.monotonic() >= until:
                return False
            time.sleep(_LOOK_AGAIN_S)
        return True


if sys.platform == "win32":

    class _Process:
        """Not tried on a Windows machine."""

        def __init__(
            self, command: list[str], environment: dict[str, str], heard: int, said: int
        ) -> None:
            import subprocess  # noqa: PLC0415  start-up time elsewhere

            self._popen = subprocess.Popen(  # noqa: S603  our own program, no shell
                command, env=environment, stdin=heard, stdout=said, close_fds=True
            )
            self.pid = self._popen.pid

        def has_ended(self) -> bool:
            return self._popen.poll() is not None

        def kill(self) -> None:
            self._popen.kill()
else:

    class _Process:
        """Every descriptor of Python but the two is closed in the new process."""

        def __init__(
            self, command: list[str], environment: dict[str, str], heard: int, said: int
        ) -> None:
            ends = [(os.POSIX_SPAWN_DUP2, heard, 0), (os.POSIX_SPAWN_DUP2, said, 1)]
            self.pid = os.posix_spawn(command[0], command, environment, file_actions=ends)
            self._has_ended = False

        def has_ended(self) -> bool:
            if not self._has_ended:
                try:
                    self._has_ended = os.waitpid(self.pid, os.WNOHANG)[0] == self.pid
                except ChildProcessError:  # whoever started the launcher wants no word of the dead
                    self._has_ended = True
            return self._has_ended

        def kill(self) -> None:
            if not self.has_ended():
                os.kill(self.pid, _SIGKILL)
