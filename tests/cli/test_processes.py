"""Whole processes: one vault for one process, no Qt, no values in last words, a quick start."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from outreach_app.cli.main import build_parser
from outreach_app.store.opening import LockedVault
from tests.cli.office import Outreach
from tests.house.command_page import commands_of

OUTREACH = [sys.executable, "-m", "outreach_app"]

LOADED = """
import sys
sys.argv = ["outreach", "form", "list"]
from outreach_app.__main__ import main
code = main()
loaded = [name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6")]
sys.exit(code or len(loaded))
"""

AT_THE_START = """
import sys
sys.argv = ["outreach", "--version"]
from outreach_app.__main__ import main
try:
    main()
except SystemExit:
    pass
seldom = ("PySide6", "pyxform", "openpyxl", "xlsxwriter", "icalendar", "hypothesis", "pytest")
sys.exit(", ".join({name.partition(".")[0] for name in sys.modules} & set(seldom)) or 0)
"""

CRASH = """
import sys
sys.argv = ["outreach", "form", "list"]
import outreach_app.cli.forms as forms
def broken():
    raise RuntimeError("Brindelmoor rang at noon")
forms.shipped_form_ids = broken
from outreach_app.__main__ import main
sys.exit(main())
"""


def run(*arguments: str | Path, keep: Sequence[int] = ()) -> subprocess.CompletedProcess[str]:
    """Run the program without a terminal; `keep` names descriptors that it inherits."""
    return subprocess.run(
        [*OUTREACH, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        pass_fds=keep,
    )


def test_the_second_process_is_refused_with_a_clear_message(office: Outreach) -> None:
    vault = ("--vault", office.vault("AB"), "--passphrase-file", office.phrase("AB"))
    locked = LockedVault(office.vault("AB"))
    try:
        second = run("case", "list", *vault)
    finally:
        locked.release()
    assert second.returncode == 3
    assert second.stdout == ""
    assert "already open" in second.stderr.lower() or "another" in second.stderr.lower()
    assert "Traceback" not in second.stderr


def test_the_passphrase_from_a_descriptor(office: Outreach) -> None:
    reading, writing = os.pipe()
    os.write(writing, office.phrase("AB").read_bytes())
    os.close(writing)
    try:
        listed = run(
            "case", "list", "--vault", office.vault("AB"), "--passphrase-fd", str(reading),
            keep=(reading,),
        )  # fmt: skip
    finally:
        os.close(reading)
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "HH-26-A001" in listed.stdout


def test_without_a_terminal_nothing_is_asked(office: Outreach) -> None:
    asked = run("case", "list", "--vault", office.vault("AB"))
    assert asked.returncode == 3
    assert "--passphrase-file" in asked.stderr


def test_the_command_line_never_loads_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "contact_note" in done.stdout


def test_last_words_hold_no_values() -> None:
    crashed = subprocess.run(
        [sys.executable, "-c", CRASH], capture_output=True, text=True, check=False
    )
    assert crashed.returncode == 1
    assert "Brindelmoor" not in crashed.stderr + crashed.stdout
    assert "program.crashed" in crashed.stderr
    assert "a fault of the program, not yours" in crashed.stderr
    assert "builtins.RuntimeError" in crashed.stderr


def test_a_quick_start_loads_nothing_that_a_command_does_not_need() -> None:
    told = run("--version")
    assert told.stdout.startswith("outreach ")
    done = subprocess.run(
        [sys.executable, "-c", AT_THE_START], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_without_a_console_there_is_still_something_to_write_to() -> None:
    # As in the window's program on Windows, where Python has None for both.
    asks = (
        "import sys\n"
        "from outreach_app.__main__ import main\n"
        "sys.stdout = sys.stderr = None\n"
        "sys.argv[1:] = ['form', 'show', 'nothing of that name']\n"
        "code = main()\n"
        "sys.stderr.flush()\n"
        "print('said')\n"
        "sys.__stdout__.write(str(code))\n"
    )
    told = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert (told.stdout, told.stderr) == ("3", "")


def test_no_option_takes_a_passphrase_from_the_command_line() -> None:
    parser = build_parser()
    names = {name for command in commands_of(parser) for name, _help in command.takes}
    about = {name for name in names if "pass" in name.lower() or "secret" in name.lower()}
    assert about == {
        "--passphrase-file FILE",
        "--passphrase-fd N",
        "--new-passphrase-file FILE",
        "--new-passphrase-fd N",
    }


def test_every_command_answers_in_json_and_helps() -> None:
    commands = list(commands_of(build_parser()))
    assert len(commands) > 30
    for command in commands:
        assert command.help, command.name
        assert "--json" in {name for name, _help in command.takes}, command.name


WANTED = """
org create, org enrol, org card, org revoke, vault create, vault people list, vault status,
vault backup, vault restore, vault verify, case new, case list, case show, doc new, doc set,
doc show, doc sign, doc history, doc diff, doc pdf, form list, form check, form show, form fill,
bundle export, bundle inspect, bundle verify, bundle import, bundle receipts, review list,
review show, review comment, review approve, review return, merge list, merge decide, search,
self-check, demo
"""


def test_every_command_that_was_promised_is_there() -> None:
    found = {command.name.removeprefix("outreach ") for command in commands_of(build_parser())}
    assert {each.strip() for each in WANTED.replace("\n", " ").split(",")} <= found
