"""Why the bundle for macOS needs no entitlement: nothing that it does makes code at run time.

The hardened runtime refuses memory that is written and then run. In a Python program that is wanted for
callbacks of ctypes and cffi. Here each of them is refused while the program does one act of everything.
"""

import subprocess
import sys

from tests.house.tree import ROOT

_REFUSED = """
import ctypes, sys

class Guarded(ctypes._CFuncPtr):
    _flags_ = ctypes._CFuncPtr._flags_ if hasattr(ctypes._CFuncPtr, "_flags_") else 1
    def __new__(cls, *arguments):
        if arguments and callable(arguments[0]) and not isinstance(arguments[0], (int, tuple)):
            raise MemoryError("a callback of ctypes was made")
        return super().__new__(cls, *arguments)
ctypes._CFuncPtr = Guarded

import _cffi_backend
def callback(*_arguments, **_named):
    raise MemoryError("a callback of cffi was made")
_cffi_backend.callback = callback
"""
_SELF_CHECK = """
from outreach_app.cli.main import run_command
code = run_command(["self-check"])
import pypdfium2
sys.exit(code)
"""
_PROOF = """
try:
    ctypes.CFUNCTYPE(ctypes.c_int)(lambda: 0)
except MemoryError:
    sys.exit(0)
sys.exit(1)
"""


def _run(words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _REFUSED + words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_guard_refuses_a_callback() -> None:
    assert _run(_PROOF).returncode == 0


def test_the_program_checks_itself_without_making_any_code() -> None:
    done = _run(_SELF_CHECK)
    assert done.returncode == 0, done.stdout + done.stderr
