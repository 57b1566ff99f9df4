"""The one entry: `python -m outreach_app` or the installed `outreach`.

Without arguments, or with the file of a bundle, it is the launcher, which starts the window as a process
of its own; with a command
it is the command line. Nothing is imported before the process is hardened, and each of the three
loads only what it needs.
"""

import os
import sys

from outreach_app.hardening import harden

BUNDLE_ENDING = ".age"
"""What the name of a bundle ends with; no command does."""
_INTERRUPTED = 130
_OUR_FAULT = (
    "This is a fault of the program, not yours. What was saved before is still there.\n"
    "Send the lines above to whoever looks after the program: they hold nothing that you typed."
)


def main() -> int:
    """Be the launcher, the window or the command line, and return the exit code."""
    harden()
    _give_streams()
    arguments = sys.argv[1:]
    file = _opened_file(arguments)
    if file or not arguments:
        from outreach_app.ui.launching.environment import our_environment  # noqa: PLC0415
        from outreach_app.ui.launching.process import WindowProcess, window_command  # noqa: PLC0415

        # It loads Qt while the launcher loads what it needs itself.
        environment = our_environment(file)
        first = WindowProcess(window_command(), environment)
        from outreach_app.ui.launching.launcher import launch  # noqa: PLC0415

        try:
            return launch(first, environment)
        except KeyboardInterrupt:
            return _INTERRUPTED
    if arguments[0] == "--window":
        _put_off_collecting()
        from outreach_app.ui.app import run_window  # noqa: PLC0415  the command line has no Qt

        return run_window(arguments[1:])
    if arguments[0] == "--check-window":
        from outreach_app.ui.window_check import check_window  # noqa: PLC0415

        return check_window()
    return _run_command(arguments)


def _give_streams() -> None:
    """Let what is said go nowhere where there is nothing to say it to.

    A program without a console has no streams on Windows, and Python then has None in their place: a lock
    that flushes it would fail.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  start-up time


def _opened_file(arguments: list[str]) -> str:
    """Return the file that somebody opened with the program, "" where it was started otherwise."""
    if len(arguments) == 1 and arguments[0].lower().endswith(BUNDLE_ENDING):
        return "" if arguments[0].startswith("-") else arguments[0]
    return ""


def _put_off_collecting() -> None:
    """Look for no rubbish while everything is loaded; the window does again once it is painted."""
    import gc  # noqa: PLC0415  start-up time

    gc.disable()


def _run_command(arguments: list[str]) -> int:
    import io  # noqa: PLC0415  start-up time
    import logging  # noqa: PLC0415
    from types import TracebackType  # noqa: PLC0415

    from outreach_app.cli.main import run_command  # noqa: PLC0415
    from outreach_app.logs import install_crash_hooks, start_log  # noqa: PLC0415
    from outreach_app.services.instants import system_clock  # noqa: PLC0415

    for stream in (sys.stdout, sys.stderr):
        # A name in Arabic must not stop a command whose output goes to a file on Windows.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    install_crash_hooks(_say)
    last_words = sys.excepthook

    def explain(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        last_words(kind, error, traceback)
        _say(_OUR_FAULT)

    sys.excepthook = explain
    start_log(_say, system_clock, logging.WARNING)
    try:
        return run_command(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
