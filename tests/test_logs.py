"""Nothing that a person typed reaches the log or the last words of a crash."""

import logging
import subprocess
import sys
import warnings
from collections.abc import Iterator

import pytest

from outreach_app.logs import (
    EVENTS,
    UNLISTED,
    describe_crash,
    describe_record,
    start_log,
    stop_log,
)
from outreach_app.setting_shape import UnknownSetting
from outreach_app.settings import setting_of
from tests.support.determinism import FrozenClock

MARKER = "Amina Marker"


@pytest.fixture
def lines(clock: FrozenClock) -> Iterator[list[str]]:
    earlier = list(logging.getLogger().handlers)
    level = logging.getLogger().level
    written: list[str] = []
    handler = start_log(written.append, clock)
    yield written
    stop_log(handler)
    logging.getLogger().setLevel(level)
    for one in earlier:
        logging.getLogger().addHandler(one)


def test_a_listed_event_is_written_with_its_time(lines: list[str]) -> None:
    logging.getLogger("outreach_app").info("vault.opened")
    assert lines == ["2026-02-03T11:00:00+00:00 INFO vault.opened"]


@pytest.mark.expects_log
def test_a_message_of_a_library_keeps_only_where_it_came_from(lines: list[str]) -> None:
    logging.getLogger("pytest.deep").error("could not store %s", MARKER)
    logging.getLogger(MARKER).error("x")
    logging.getLogger("pytest").error(MARKER)
    assert all(UNLISTED in line for line in lines)
    assert lines[0].split(f"{UNLISTED} ")[1].startswith("pytest:")
    assert lines[1].split(f"{UNLISTED} ")[1].startswith("unknown:")
    assert MARKER not in "\n".join(lines)


def test_a_listed_word_with_arguments_is_not_written() -> None:
    record = logging.LogRecord(
        "outreach_app", logging.INFO, "x", 1, "vault.opened", (MARKER,), None
    )
    assert list(describe_record(record)) == [f"{UNLISTED} outreach_app:1"]


@pytest.mark.expects_log
def test_an_expected_failure_is_its_code(lines: list[str]) -> None:
    try:
        setting_of(MARKER)
    except UnknownSetting:
        logging.getLogger("outreach_app").warning("failed with %s", MARKER, exc_info=True)
    assert [line.split(" WARNING ")[1] for line in lines] == ["settings.unknown"]


@pytest.mark.expects_log
def test_an_exception_keeps_its_type_and_our_lines(lines: list[str]) -> None:
    try:
        int(MARKER)
    except ValueError:
        logging.getLogger("outreach_app").exception("failed with %s", MARKER)
    assert any("builtins.ValueError" in line for line in lines)
    assert MARKER not in "\n".join(lines)


@pytest.mark.expects_log
def test_warnings_of_python_are_redacted_too(lines: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(MARKER, stacklevel=1)
        logging.captureWarnings(capture=False)
    assert lines
    assert MARKER not in "\n".join(lines)


def test_a_crash_is_told_with_its_cause_and_without_values() -> None:
    with pytest.raises(UnknownSetting) as caught:
        setting_of(MARKER)
    told = list(describe_crash(caught.value))
    assert told[0] == "outreach_app.setting_shape.UnknownSetting settings.unknown"
    assert told[1].startswith("  outreach_app.settings:")
    assert told[1].endswith(" setting_of")
    assert "after builtins.KeyError" in told
    assert MARKER not in "\n".join(told)


CRASH = f"""
import sys
from outreach_app import logs, settings
logs.install_crash_hooks(lambda line: print(line, file=sys.stderr))
typed = "{MARKER}"
class Late:
    def __del__(self):
        raise ValueError(typed)
Late()
settings.setting_of(typed[:0] + "language" + typed)
"""


def test_a_crashing_process_says_nothing_that_was_typed() -> None:
    result = subprocess.run(
        [sys.executable, "-c", CRASH], capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert "builtins.ValueError" in result.stderr
    assert "outreach_app.setting_shape.UnknownSetting" in result.stderr
    assert "Amina" not in result.stderr + result.stdout
    assert "Traceback" not in result.stderr


def test_events_are_fixed_words() -> None:
    assert all(event.replace(".", "").replace("-", "").isalpha() for event in EVENTS)
