"""The public tools that look at a PDF, where they are installed."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader


def needs(program: str) -> pytest.MarkDecorator:
    """Skip a test where a program is missing."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def run(*words: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run a program and return what it said."""
    return subprocess.run(
        [str(word) for word in words], capture_output=True, check=False, timeout=60
    )


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
