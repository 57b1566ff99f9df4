"""Public forms and expression cases, where they are given; see OUTREACH_TESTDATA."""

import os
from pathlib import Path

import pytest

GIVEN = os.environ.get("OUTREACH_TESTDATA")
FOLDER = Path(GIVEN or "absent") / "forms-public"
needs_public_data = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="OUTREACH_TESTDATA names no folder with forms-public"
)
