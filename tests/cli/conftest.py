"""One office per run, made by the command line itself and copied for each test."""

import shutil
from pathlib import Path

import pytest

from tests.cli.office import Outreach


@pytest.fixture(scope="session")
def made_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an organisation with one caseworker, AB, and one case, HH-26-A001."""
    outreach = Outreach(tmp_path_factory.mktemp("office"))
    outreach.found()
    outreach.enrolled("AB", "Anna Berg", "caseworker")
    outreach.json("AB", "case", "new")
    return outreach.folder


@pytest.fixture
def office(made_office: Path, tmp_path: Path) -> Outreach:
    """A copy of the office for one test."""
    shutil.copytree(made_office, tmp_path / "office")
    return Outreach(tmp_path / "office")


@pytest.fixture
def outreach(tmp_path: Path) -> Outreach:
    """An empty machine."""
    return Outreach(tmp_path)
