"""A folder that this process may read and not write, also when the tests run as root."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def unprivileged() -> Iterator[None]:
    """Give up root's right to write everywhere for a while."""
    if sys.platform == "win32" or os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def read_only_folder() -> Iterator[Path]:
    """Make a folder that cannot be written while the block runs."""
    if sys.platform == "win32":
        pytest.skip("folder permissions are POSIX")
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    try:
        with unprivileged():
            yield folder
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
