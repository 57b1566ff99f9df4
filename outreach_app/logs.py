"""The log holds event codes and nothing else: what is not on the allow-list is not written.

A line reads ``2026-02-03T11:00:00+00:00 WARNING vault.unlock-refused``. Messages, arguments and
the text of exceptions never reach it, because they may hold what a person typed. Of an exception
the log and the last words of a crash keep the type and the lines of our own modules.
"""

import logging
import sys
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING

from outreach_app.errors import OutreachError

if TYPE_CHECKING:
    # Types only: the start of the window does not pay for it.
    from datetime import datetime

OURS = "outreach_app"

# What happened, in fixed words. A new event is added here before it can be logged.
EVENTS: frozenset[str] = frozenset(
    {
        "program.started",
        "program.ended",
        "program.crashed",
        "vault.opened",
        "vault.closed",
        "vault.unlock-refused",
        "vault.recovered-after-crash",
        "vault.backup-verified",
        "bundle.written",
        "bundle.imported",
        "bundle.refused",
        "keychain.unavailable",
    }
)
UNLISTED = "log.unlisted"

Sink = Callable[[str], None]
Clock = Callable[[], "datetime"]


class EventLog(logging.Handler):
    """Writes one redacted line per log record to a sink."""

    def __init__(self, sink: Sink, now: Clock, level: int = logging.INFO) -> None:
        """Remember where lines go and where the time comes from."""
        super().__init__(level)
        self._sink = sink
        self._now = now

    def emit(self, record: logging.LogRecord) -> None:
        """Write what may be said of a record."""
        stamp = self._now().isoformat(timespec="seconds")
        for line in describe_record(record):
            self._sink(f"{stamp} {record.levelname} {line}")


def start_log(sink: Sink, now: Clock, level: int = logging.INFO) -> EventLog:
    """Send every log record of the process, redacted, to a sink; return the handler in charge.

    Handlers that a library may have set before are removed: they would write in the clear.
    """
    root = logging.getLogger()
    for earlier in tuple(root.handlers):
        root.removeHandler(earlier)
    handler = EventLog(sink, now, level)
    root.addHandler(handler)
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    return handler


def stop_log(handler: EventLog) -> None:
    """Take a handler out again."""
    logging.getLogger().removeHandler(handler)
    logging.captureWarnings(capture=False)


def describe_record(record: logging.LogRecord) -> Iterator[str]:
    """Yield the lines that may be written about a record."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, OutreachError):
        yield type(error).code
        return
    listed = isinstance(record.msg, str) and record.msg in EVENTS and not record.args
    yield str(record.msg) if listed else f"{UNLISTED} {_origin(record)}"
    if error is not None:
        yield from describe_crash(error)


def _origin(record: logging.LogRecord) -> str:
    """Return the library that logged and the line of its source: both fixed, neither typed."""
    library = record.name.partition(".")[0]
    known = library if library in sys.modules else "unknown"
    return f"{known}:{record.lineno}"


def describe_crash(error: BaseException) -> Iterator[str]:
    """Yield the type of an exception and the lines of our own modules that it passed."""
    code = type(error).code if isinstance(error, OutreachError) else ""
    yield f"{type(error).__module__}.{type(error).__qualname__} {code}".rstrip()
    yield from (f"  {line}" for line in _our_lines(error.__traceback__))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield f"after {type(cause).__module__}.{type(cause).__qualname__}"
        yield from (f"  {line}" for line in _our_lines(cause.__traceback__))


def _our_lines(traceback: TracebackType | None) -> Iterator[str]:
    while traceback is not None:
        frame = traceback.tb_frame
        module = str(frame.f_globals.get("__name__", ""))
        if module == OURS or module.startswith(f"{OURS}."):
            yield f"{module}:{traceback.tb_lineno} {frame.f_code.co_name}"
        traceback = traceback.tb_next


def install_crash_hooks(sink: Sink) -> None:
    """Let every uncaught exception write its type and our lines, and never a value.

    Python's own last words would show the exception's text, which may hold what a person typed.
    """

    def last_words(
        _kind: type[BaseException], error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is None:
            return
        if error.__traceback__ is None:
            error.__traceback__ = traceback
        sink("program.crashed")
        for line in describe_crash(error):
            sink(line)

    sys.excepthook = last_words
    sys.unraisablehook = lambda crash: last_words(
        crash.exc_type, crash.exc_value, crash.exc_traceback
    )
