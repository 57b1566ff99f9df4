"""How a release was made: an in-toto statement with a SLSA provenance (version 1) inside.

It says who built, from which commit and which locks, and with what; it is a statement, not a proof. The proof
is the attestation that the workflow of a release lets GitHub sign, and that others build the same bytes.
"""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version as version_of
from pathlib import Path

from installers.inventory import Part
from installers.release_sums import digest
from installers.version import ROOT, git_says, moment, target, version

_TYPE = "https://in-toto.io/Statement/v1"
_PREDICATE = "https://slsa.dev/provenance/v1"
_OURS = "https://outreach.invalid"
"""Names, not addresses: nothing is there to be fetched."""
INPUTS = (
    "lock/app.txt",
    "lock/dev.txt",
    "pyproject.toml",
    "installers/program/outreach.spec",
    "installers/program/contents.py",
)
"""Files of the commit that decide what goes in."""
TOOLS = ("pyinstaller", "pyinstaller-hooks-contrib", "cyclonedx-python-lib")


def provenance(
    made: Sequence[Path], inventory: Part, surroundings: Mapping[str, str] | None = None
) -> str:
    """Return the statement as JSON.

    Args:
        made: The files that it is about.
        inventory: The list of the program's files with their digests.
        surroundings: The environment; GitHub's names in it say who built.
    """
    around = os.environ if surroundings is None else surroundings
    statement = {
        "_type": _TYPE,
        "subject": [
            {"name": each.name, "digest": {"sha256": digest(each)}}
            for each in sorted(made, key=lambda each: each.name)
        ],
        "predicateType": _PREDICATE,
        "predicate": {
            "buildDefinition": _definition(around),
            "runDetails": _run(inventory, around),
        },
    }
    return json.dumps(statement, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _definition(around: Mapping[str, str]) -> dict[str, object]:
    commit = git_says("rev-parse", "HEAD").strip()
    source: dict[str, object] = {"uri": f"git+{_repository(around)}"}
    if commit:
        source["digest"] = {"gitCommit": commit}
    inputs = [{"uri": f"file:{name}", "digest": {"sha256": digest(ROOT / name)}} for name in INPUTS]
    return {
        "buildType": f"{_OURS}/build/1",
        "externalParameters": {
            "command": "python3 dev.py build release",
            "version": version(),
            "target": target(),
            "ref": around.get("GITHUB_REF", ""),
        },
        "internalParameters": {
            "moment": moment(),
            "python": platform.python_version(),
            "system": platform.platform(),
            "tools": {name: version_of(name) for name in TOOLS},
            "uncommitted": bool(git_says("status", "--porcelain").strip()),
        },
        "resolvedDependencies": [source, *inputs],
    }


def _run(inventory: Part, around: Mapping[str, str]) -> dict[str, object]:
    workflow = around.get("GITHUB_WORKFLOW_REF", "")
    run: dict[str, object] = {
        "builder": {
            "id": f"{around.get('GITHUB_SERVER_URL', '')}/{workflow}"
            if workflow
            else f"{_OURS}/by-hand"
        },
        "byproducts": [{"name": inventory.path, "digest": {"sha256": inventory.sha256}}],
    }
    if number := around.get("GITHUB_RUN_ID"):
        attempt = around.get("GITHUB_RUN_ATTEMPT", "1")
        page = f"{_repository(around)}/actions/runs/{number}/attempts/{attempt}"
        run["metadata"] = {"invocationId": page}
    return run


def _repository(around: Mapping[str, str]) -> str:
    name = around.get("GITHUB_REPOSITORY", "")
    return f"{around.get('GITHUB_SERVER_URL', '')}/{name}" if name else f"{_OURS}/repository"
