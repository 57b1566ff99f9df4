"""One vault per run, copied for each test: key derivation is paid once."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from outreach_app.store.unlocking import SlotKeys
from outreach_app.store.vault import Vault
from tests.store.builders import ANNA, BEN, CHIARA, add_colleague, make_vault, reopen


@dataclass(frozen=True)
class Template:
    """A closed vault and the keys of its people."""

    folder: Path
    keys: dict[str, SlotKeys]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A vault of one person."""
    folder = tmp_path_factory.mktemp("template") / "vault"
    vault, keys = make_vault(folder)
    vault.close()
    return Template(folder, {ANNA: keys})


@pytest.fixture(scope="session")
def shared_template(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A vault of three people."""
    folder = tmp_path_factory.mktemp("shared") / "vault"
    shutil.copytree(template.folder, folder)
    vault = reopen(folder, template.keys[ANNA])
    keys = {person: add_colleague(vault, person) for person in (BEN, CHIARA)}
    vault.close()
    return Template(folder, {**template.keys, **keys})


@pytest.fixture
def folder(template: Template, tmp_path: Path) -> Path:
    """A copy of the vault of one person, closed."""
    copy = tmp_path / "vault"
    shutil.copytree(template.folder, copy)
    return copy


@pytest.fixture
def shared_folder(shared_template: Template, tmp_path: Path) -> Path:
    """A copy of the vault of three people, closed."""
    copy = tmp_path / "shared"
    shutil.copytree(shared_template.folder, copy)
    return copy


@pytest.fixture
def keys(shared_template: Template) -> dict[str, SlotKeys]:
    """The derived keys of the three people; Anna's open both vaults."""
    return shared_template.keys


@pytest.fixture
def vault(folder: Path, template: Template) -> Iterator[Vault]:
    """An open copy of the vault of one person."""
    opened = reopen(folder, template.keys[ANNA])
    yield opened
    opened.close()
