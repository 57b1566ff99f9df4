"""A screen that nobody sees, for what only a real window system does."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

needs_x11 = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """Start a screen and yield the environment for programs on it."""
    reads, writes = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
        pass_fds=(writes,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    try:
        number = os.read(reads, 16).decode("ascii").strip()
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        os.close(reads)
        screen.terminate()
        screen.wait(10)
