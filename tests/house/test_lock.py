"""The lock installs the same bytes everywhere and names no place to get them from."""

import re
import tomllib

import pytest

from tests.house.tree import ROOT

REQUIREMENT = re.compile(r"^(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[\w.+]+)( ; .+?)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


@pytest.mark.parametrize("name", ["app.txt", "dev.txt"])
def test_every_line_is_a_pinned_package_or_its_hash(name: str) -> None:
    previous = "hash"
    for line in (ROOT / "lock" / name).read_text("utf-8").splitlines():
        kind = "package" if REQUIREMENT.match(line) else "hash"
        assert kind == "package" or HASH.match(line), line
        assert kind != "package" or previous == "hash", f"no hash before {line}"
        previous = kind
    assert previous == "hash"


def _locked(name: str) -> dict[str, str]:
    lines = (ROOT / "lock" / name).read_text("utf-8").splitlines()
    return {found["name"]: found["version"] for line in lines if (found := REQUIREMENT.match(line))}


def _wanted(requirements: list[str]) -> set[str]:
    names = {re.split(r"[<>=!~;\[ ]", text, maxsplit=1)[0] for text in requirements}
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


def test_the_lock_has_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    app = _wanted(project["project"]["dependencies"])
    assert app <= set(_locked("app.txt"))
    assert app | _wanted(project["dependency-groups"]["dev"]) <= set(_locked("dev.txt"))


def test_developers_test_what_users_get() -> None:
    app, dev = _locked("app.txt"), _locked("dev.txt")
    assert {name: dev.get(name) for name in app} == app
