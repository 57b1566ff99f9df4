"""The workflows: pinned, allowed little, and free of values from outside; what they call exists."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import dev
from installers.build import PACKERS
from installers.release import WANTED
from tests.house.tree import ROOT

FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
_PINNED = re.compile(
    r"^\s*(?:- )?uses: (?P<action>[\w.-]+/[\w./-]+)@(?P<commit>[0-9a-f]{40}) # v\d+\.\d+\.\d+$"
)
_OURS = re.compile(r"^\s*(?:- )?uses: \./\.github/workflows/(?P<name>[\w-]+\.yml)(?: #.*)?$")
_COMMAND = re.compile(r"\bdev\.py (?P<task>\w+)(?P<rest>[^\n;&|]*)")
_MODULE = re.compile(r"-m (?P<name>installers\.\w+)")
_WRITERS = {"draft": {"contents"}, "gather": {"id-token", "attestations"}}
"""The jobs that may write anything, and what."""


def _read(path: Path) -> dict[str, Any]:
    # PyYAML reads the word “on” as true, as YAML 1.1 has it.
    read = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(read, dict)
    return {"on" if key is True else key: value for key, value in read.items()}


def _jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in _read(path)["jobs"].items():
            yield path.name, name, job


def _steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for _file, name, job in _jobs():
        for step in job.get("steps", ()):
            yield name, step


def _scripts() -> list[str]:
    return [step["run"] for _job, step in _steps() if "run" in step]


def test_there_are_workflows_for_tests_and_for_a_release() -> None:
    assert [path.name for path in WORKFLOWS] == ["release.yml", "test.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_with_its_version_beside_it(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        ours = _OURS.match(line)
        assert _PINNED.match(line) or (ours and (FOLDER / ours["name"]).is_file()), line


def test_one_action_has_one_commit_everywhere() -> None:
    found: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for line in path.read_text("utf-8").splitlines():
            if match := _PINNED.match(line):
                found.setdefault(match["action"], set()).add(match["commit"])
    assert {name: len(commits) for name, commits in found.items()} == dict.fromkeys(found, 1)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_is_allowed_at_the_top_and_runs_do_not_pile_up(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]
    # With these, what a stranger proposes would run with our rights.
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow["on"])


def test_each_job_says_what_it_may_and_how_long() -> None:
    for file, name, job in _jobs():
        rights = job["permissions"]
        assert isinstance(rights, dict)
        writes = {each for each, level in rights.items() if level != "read"}
        assert writes == _WRITERS.get(name, set()), f"{file}: {name}"
        assert "uses" in job or 0 < job["timeout-minutes"] <= 120, f"{file}: {name}"
        assert job.get("secrets") != "inherit"


def test_credentials_of_the_repository_are_not_left_on_disk() -> None:
    checkouts = [
        step for _job, step in _steps() if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert len(checkouts) >= 4
    for step in checkouts:
        assert step["with"]["persist-credentials"] is False


def test_no_value_from_outside_is_pasted_into_a_script() -> None:
    for script in _scripts():
        assert "${{" not in script


def test_identities_reach_only_what_signs_after_somebody_let_it() -> None:
    for file, name, job in _jobs():
        text = yaml.safe_dump(job)
        if "secrets." in text:
            assert job.get("environment") == "signing", f"{file}: {name}"


def test_only_a_tag_becomes_a_draft_and_nothing_is_published() -> None:
    release = _read(FOLDER / "release.yml")
    assert release["on"]["push"] == {"tags": ["v*"]}
    draft = release["jobs"]["draft"]
    assert draft["if"] == "github.ref_type == 'tag'"
    assert draft["environment"] == "release"
    (made,) = (step["run"] for step in draft["steps"] if "run" in step)
    assert "--draft --verify-tag" in made
    assert "checkout" not in yaml.safe_dump(draft)
    assert {"ready", "tests"} <= set(release["jobs"]["build"]["needs"])


def test_every_command_that_is_called_exists() -> None:
    called = [match for script in _scripts() for match in _COMMAND.finditer(script)]
    assert {match["task"] for match in called} == {"build", "check", "test"}
    checks = re.findall(r'^        "(\w+)": \(', (ROOT / "dev.py").read_text("utf-8"), re.MULTILINE)
    assert {"ruff", "mypy", "workflows"} <= set(checks)
    for match in called:
        # An unknown task ends the program here.
        dev._parser().parse_known_args([match["task"]])
        if match["task"] == "build":
            assert set(match["rest"].split()) <= {"program", "release", "twice", *PACKERS}
        if match["task"] == "check":
            assert set(match["rest"].split()) <= set(checks)
    for name in {match["name"] for script in _scripts() for match in _MODULE.finditer(script)}:
        assert (ROOT / f"{name.replace('.', '/')}.py").is_file(), name


def test_every_python_is_one_that_the_project_supports() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    low, high = (int(each) for each in re.findall(r"3\.(\d+)", project["requires-python"]))
    assert ((3, low), (3, high - 1)) == (dev.OLDEST, dev.NEWEST)
    used = {
        str(step["with"]["python-version"])
        for _job, step in _steps()
        if step.get("uses", "").startswith("actions/setup-python@")
    }
    matrix = _read(FOLDER / "test.yml")["jobs"]["tests"]["strategy"]["matrix"]["python"]
    pythons = {each for each in [*used, *matrix] if not each.startswith("${{")}
    assert pythons
    assert all(low <= int(each.removeprefix("3.")) < high for each in pythons)
    # What goes out is tested with the same Python.
    (released,) = {
        str(step["with"]["python-version"])
        for step in _read(FOLDER / "release.yml")["jobs"]["build"]["steps"]
        if step.get("uses", "").startswith("actions/setup-python@")
    }
    assert released in matrix


def test_every_kind_of_computer_is_tested_and_built_for() -> None:
    build = _read(FOLDER / "release.yml")["jobs"]["build"]["strategy"]["matrix"]["include"]
    assert {each["target"] for each in build} == {
        "linux-x86_64",
        "windows-x86_64",
        "macos-arm64",
        "macos-x86_64",
    }
    jobs = _read(FOLDER / "test.yml")["jobs"]
    tested = {jobs["whole"]["runs-on"], *jobs["tests"]["strategy"]["matrix"]["system"]}
    assert {each["system"] for each in build} == tested
    assert set(WANTED) == {"linux", "win32", "darwin"}
    assert {each for packed in WANTED.values() for each in packed} <= set(PACKERS)


def test_what_the_linter_looks_for_is_found_by_it(tmp_path: Path) -> None:
    """A workflow with the faults that matter most does not pass the check."""
    faulty = tmp_path / ".github" / "workflows" / "faulty.yml"
    faulty.parent.mkdir(parents=True)
    faulty.write_text(
        "on: pull_request_target\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - uses: actions/checkout@v4\n"
        '      - run: echo "${{ github.event.pull_request.title }}"\n'
    )
    linter = Path(sys.executable).with_name("zizmor")
    ran = subprocess.run(
        [linter, "--offline", "--no-progress", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode != 0
    for fault in ("dangerous-triggers", "template-injection", "unpinned-uses", "artipacked"):
        assert fault in ran.stdout
