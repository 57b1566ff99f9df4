"""The one entry: `python -m outreach_app` or the installed `outreach`."""

import io
import logging
import sys
from types import TracebackType

_INTERRUPTED = 130
_OUR_FAULT = (
    "This is a fault of the program, not yours. What was saved before is still there.\n"
    "Send the lines above to whoever looks after the program: they hold nothing that you typed."
)


def main() -> int:
    """Run the command line and return its exit code."""
    from outreach_app.cli.main import run_command  # noqa: PLC0415  imported late: start-up time
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
    if len(sys.argv) == 1:
        from outreach_app.ui.app import run_window  # noqa: PLC0415  the command line never loads Qt

        return run_window()
    try:
        return run_command(sys.argv[1:])
    except KeyboardInterrupt:
        return _INTERRUPTED


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
