"""What goes out with a version: checksums, names, how it was made, and what is in the way."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from installers.freezing import INVENTORY
from installers.inventory import Part, inventory_text, parts
from installers.release import is_signed, make_release, released_name
from installers.release_gather import gather
from installers.release_provenance import INPUTS, provenance
from installers.release_ready import in_the_way
from installers.release_sums import SUMS, digest, write_sums, wrong_in
from installers.sbom_library import Library, Text
from installers.version import BuildFault, target, version
from tests.house.tree import ROOT

_GITHUB = {
    "GITHUB_SERVER_URL": "https://forge.example",
    "GITHUB_REPOSITORY": "team/outreach",
    "GITHUB_WORKFLOW_REF": "team/outreach/.github/workflows/release.yml@refs/tags/v1.2.3",
    "GITHUB_REF": "refs/tags/v1.2.3",
    "GITHUB_RUN_ID": "42",
    "GITHUB_RUN_ATTEMPT": "2",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "release"
    folder.mkdir()
    (folder / "one.msi").write_bytes(b"one")
    (folder / "two.deb").write_bytes(b"two")
    return folder


def test_checksums_are_such_as_sha256sum_reads(folder: Path) -> None:
    for name in ("update.json", "keys-2.json", "update.1.sig"):
        (folder / name).write_text("made afterwards, over the checksums too")
    write_sums(folder)
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", SUMS], cwd=folder, check=True)
    assert "update" not in (folder / SUMS).read_text()
    assert wrong_in(folder) == []


def test_what_is_missing_too_much_or_other_is_named(folder: Path) -> None:
    write_sums(folder)
    (folder / "one.msi").unlink()
    (folder / "two.deb").write_bytes(b"TWO")
    (folder / "three.pkg").write_bytes(b"three")
    assert wrong_in(folder) == [
        "one.msi: missing",
        "three.pkg: no checksum",
        "two.deb: other content",
    ]


def test_checksums_need_nothing_that_is_installed(folder: Path) -> None:
    def ran(*more: str) -> subprocess.CompletedProcess[str]:
        # -I -S: no environment, no packages; as on a runner that has only Python.
        code = "import sys; sys.path.insert(0, sys.argv.pop(1)); import runpy; "
        code += "runpy.run_module('installers.release_sums', run_name='__main__', alter_sys=True)"
        command = [sys.executable, "-I", "-S", "-c", code, str(ROOT), *more]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert ran(str(folder)).returncode == 0
    assert ran(str(folder), "--check").returncode == 0
    (folder / "one.msi").write_bytes(b"other")
    compared = ran(str(folder), "--check")
    assert compared.returncode == 1
    assert "one.msi: other content" in compared.stdout


def test_an_installer_without_its_systems_signature_says_so_in_its_name(folder: Path) -> None:
    assert not is_signed(folder / "one.msi")
    assert released_name(folder / "one.msi", is_signed(folder / "one.msi")) == "one-unsigned.msi"
    # Packages of Linux carry no signature of their own: the checksums are signed.
    assert released_name(folder / "two.deb", is_signed(folder / "two.deb")) == "two.deb"


@pytest.mark.parametrize(
    ("tag", "changes", "uncommitted", "told"),
    [
        (
            "v1.2.3",
            "# Changes\n\n## 1.2.3 – 2026-12-01\n\n- Words.\n\n## 1.2.2 – 2026-11-01\n",
            "",
            [],
        ),
        ("v1.2.4", "## 1.2.3 – 2026-12-01\n\n- Words.\n", "", ["The tag says v1.2.4"]),
        ("v1.2.3", "## Unreleased\n\n- Words.\n", "", ["no heading"]),
        ("v1.2.3", "## 1.2.3 – 2026-12-01\n\n## 1.2.2 – 2026-11-01\n\n- Words.\n", "", ["nothing"]),
        ("v1.2.3", "## 1.2.3 – 2026-12-01\n\n- Words.\n", " M dev.py\n", ["not committed"]),
    ],
)
def test_what_is_in_the_way_of_a_release(
    tag: str, changes: str, uncommitted: str, told: list[str]
) -> None:
    found = in_the_way(tag, "1.2.3", changes, uncommitted)
    assert len(found) == len(told)
    assert all(words in each for words, each in zip(told, found, strict=True))


def test_how_it_was_made_names_files_commit_and_locks(folder: Path) -> None:
    made = sorted(folder.iterdir(), reverse=True)
    told = json.loads(provenance(made, Part(INVENTORY, 1, "a" * 64), _GITHUB))
    assert told["_type"] == "https://in-toto.io/Statement/v1"
    assert told["predicateType"] == "https://slsa.dev/provenance/v1"
    assert told["subject"] == [
        {"name": each.name, "digest": {"sha256": digest(each)}} for each in sorted(made)
    ]
    definition, run = told["predicate"]["buildDefinition"], told["predicate"]["runDetails"]
    source, *inputs = definition["resolvedDependencies"]
    assert source["uri"] == "git+https://forge.example/team/outreach"
    assert {each["uri"].removeprefix("file:") for each in inputs} == set(INPUTS)
    assert inputs[0]["digest"]["sha256"] == digest(ROOT / INPUTS[0])
    assert definition["externalParameters"]["version"] == version()
    assert run["builder"]["id"] == f"https://forge.example/{_GITHUB['GITHUB_WORKFLOW_REF']}"
    assert run["metadata"]["invocationId"].endswith("/actions/runs/42/attempts/2")
    assert run["byproducts"][0]["digest"]["sha256"] == "a" * 64
    by_hand = json.loads(provenance(made, Part(INVENTORY, 1, "a" * 64), {}))
    assert by_hand["predicate"]["runDetails"]["builder"]["id"].endswith("/by-hand")


def test_everything_of_a_release_lies_in_one_folder_and_is_the_same_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    program = tmp_path / "program"
    program.mkdir()
    (program / "outreach").write_bytes(b"program")
    (program / INVENTORY).write_text(inventory_text(parts(program)))
    itself = Library("Outreach", version(), "MPL-2.0", texts=(Text("LICENSE", "words"),))
    made = [folder / "one.msi", folder / "two.deb"]
    place = tmp_path / "dist"
    found = make_release(program, made, [itself, Library("other", "1", "MIT")], place)
    stem = f"outreach-{version()}-{target()}"
    endings = ("cdx.json", "files.sha256", "licences.json", "licences.txt", "provenance.json")
    assert {each.name for each in found} == {
        SUMS,
        "one-unsigned.msi",
        "two.deb",
        *(f"{stem}.{each}" for each in endings),
    }
    assert wrong_in(place) == []
    sums = (place / SUMS).read_bytes()
    (place / "left over").write_text("of an earlier try")
    make_release(program, made, [itself, Library("other", "1", "MIT")], place)
    assert (place / SUMS).read_bytes() == sums


def test_folders_of_several_computers_become_one(tmp_path: Path) -> None:
    parts, dist = tmp_path / "parts", tmp_path / "dist"
    for name, ending in (("linux-x86_64", "deb"), ("windows-x86_64", "msi")):
        (parts / name).mkdir(parents=True)
        (parts / name / f"outreach.{ending}").write_text(name)
        (parts / name / "same.txt").write_text("the same everywhere")
        write_sums(parts / name)
    found = gather(parts, dist)
    assert [each.name for each in found] == [SUMS, "outreach.deb", "outreach.msi", "same.txt"]
    assert wrong_in(dist) == []


def test_a_folder_that_was_changed_on_the_way_is_not_taken(tmp_path: Path) -> None:
    parts = tmp_path / "parts"
    with pytest.raises(FileNotFoundError):
        gather(parts, tmp_path / "none")
    for name in ("one", "two"):
        (parts / name).mkdir(parents=True)
        (parts / name / "same.txt").write_text(name)
        write_sums(parts / name)
    with pytest.raises(BuildFault, match="came twice"):
        gather(parts, tmp_path / "twice")
    (parts / "one" / "same.txt").write_text("changed")
    with pytest.raises(BuildFault, match=r"same\.txt: other content"):
        gather(parts, tmp_path / "changed")


def test_every_command_of_the_playbook_exists() -> None:
    told = (ROOT / "installers" / "RELEASE.md").read_text("utf-8")
    modules = set(re.findall(r"-m ((?:installers|tests)\.[\w.]+)", told))
    assert {"installers.release_sums", "installers.release_gather"} <= modules
    for name in modules:
        assert (ROOT / f"{name.replace('.', '/')}.py").is_file(), name
    tasks = re.findall(r"dev\.py (\w+)((?: \w+| --\w+)*)", told)
    assert ("build", " twice release") in tasks
    for task, _words in tasks:
        dev._parser().parse_known_args([task])
    commands = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    for words in set(re.findall(r"outreach (update \w+)", told)):
        assert f"## `outreach {words}`" in commands
    for option in set(re.findall(r"outreach update .*?(--[\w-]+)", told)):
        assert f"- `{option} " in commands
    for file in re.findall(r"`((?:installers|docs|resources|outreach_app)/[\w./-]+)`", told):
        assert (ROOT / file).exists(), file
