#!/usr/bin/env python3
"""The developer's tasks: run, open, test, check, bench, lock.

Needs nothing but Python 3.11 to 3.13. The first call makes the environment `.venv` from the
hashed lock; later calls install only when the lock has changed, so they work without a network.
"""

import argparse
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "lock" / "dev.txt"
STAMP = ENVIRONMENT / "installed.sha256"
OLDEST, NEWEST = (3, 11), (3, 13)
COOLDOWN_DAYS = 7

# What the loader says is missing, and the Debian package that has it. The names differ elsewhere.
DEBIAN_PACKAGES = {
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libOpenGL": "libopengl0",
    "libxkbcommon": "libxkbcommon0",
    "libdbus-1": "libdbus-1-3",
    "libfontconfig": "libfontconfig1",
    "libfreetype": "libfreetype6",
    "libglib-2.0": "libglib2.0-0",
    "libgthread-2.0": "libglib2.0-0",
    "libstdc++": "libstdc++6",
    "libX11": "libx11-6",
}


class Stop(Exception):
    """A task cannot go on; the text says why and what to do."""


def main(arguments: Sequence[str]) -> int:
    """Run one task and return its exit code."""
    parser = _parser()
    chosen, rest = parser.parse_known_args(arguments)
    tasks: dict[str, Callable[[Sequence[str]], int]] = {
        "run": run,
        "open": open_sample,
        "test": test,
        "check": check,
        "bench": bench,
        "pictures": pictures,
        "build": build,
        "words": words,
        "lock": lock,
    }
    try:
        return tasks[chosen.task](rest)
    except Stop as reason:
        print(f"\n{reason}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    tasks = parser.add_subparsers(dest="task", required=True, metavar="TASK")
    tasks.add_parser("run", help="set up, play the whole sample story, and open the window on it")
    tasks.add_parser("open", help="open the window again on the last sample: open, open HM")
    tasks.add_parser("test", help="run the tests; further arguments go to pytest", add_help=False)
    tasks.add_parser(
        "check", help="style, types, imports, spelling, size, workflows; or some of them"
    )
    tasks.add_parser("bench", help="measure, and write docs/measurements.md", add_help=False)
    tasks.add_parser("pictures", help="grab every screen into docs/pictures", add_help=False)
    tasks.add_parser("build", help="freeze, try and pack the program into build", add_help=False)
    tasks.add_parser("words", help="write the words of the window out for translators")
    tasks.add_parser(
        "lock", help="resolve the dependencies into lock/*.txt; --upgrade for newer ones"
    )
    return parser


SAMPLE = ROOT / "sample"
SAMPLE_PEOPLE = {
    "PN": ("office", "the caseworker"),
    "HM": ("supervisor", "the supervisor"),
    "DF": ("cover", "the colleague who covers"),
    "SO": ("office", "night staff"),
}
"""Initials of the sample's people: whose laptop, and what they are."""


def run(rest: Sequence[str]) -> int:
    """Play the sample case from referral to exit, say where its files lie, and open the window."""
    python = set_up()
    out = SAMPLE / time.strftime("%Y%m%d-%H%M%S")
    code = _call(python, "-m", "outreach_app", "demo", "--out", out, *rest)
    if code == 0 and out.is_dir():
        print(f"\nEverything that was made lies in {out.relative_to(ROOT)}{os.sep}")
        for entry in sorted(out.iterdir()):
            print(f"  {entry.name}{os.sep if entry.is_dir() else ''}")
        print("To work with it on the command line: " + _shown(python, "-m", "outreach_app", "-h"))
        return _open_window(python, out, "PN")
    return code


def open_sample(rest: Sequence[str]) -> int:
    """Open the window again on the newest sample, as one of its people."""
    person = rest[0].upper() if rest else "PN"
    if person not in SAMPLE_PEOPLE:
        raise Stop(f"Nobody in the sample is called {person}. There are: {_people()}.")
    found = sorted(each for each in SAMPLE.glob("*") if (each / "made-up-passphrases").is_dir())
    if not found:
        raise Stop("There is no sample yet. This makes one: python3 dev.py run")
    return _open_window(set_up(), found[-1], person)


def _open_window(python: Path, sample: Path, person: str) -> int:
    """Open the window on the vault of somebody in the sample, or say where its pictures are."""
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        print("There is no display here. Pictures of every screen lie in docs/pictures.")
        return 0
    laptop, what = SAMPLE_PEOPLE[person]
    passphrase = (sample / "made-up-passphrases" / f"{person}.txt").read_text("utf-8").strip()
    print(
        f"\nThe window opens for {person}, {what}; its title says “Notes” and no more.\n"
        f"Passphrase, made up for this sample:\n\n  {passphrase}\n"
    )
    if sys.stdin.isatty():
        input("The window may cover this terminal: copy the words, then press Enter. ")
    os.environ["OUTREACH_VAULT"] = str(sample / "laptops" / laptop)
    code = _call(python, "-m", "outreach_app")
    print(f"\nTo open it again: python3 dev.py open, with one of {_people()}.")
    return code


def _people() -> str:
    return ", ".join(f"{each} ({what})" for each, (_laptop, what) in SAMPLE_PEOPLE.items())


def test(rest: Sequence[str]) -> int:
    """Run the tests, two at a time unless told otherwise."""
    python = set_up()
    _demand_libraries(python)
    spread = any(argument.startswith(("-n", "--numprocesses")) for argument in rest)
    return _call(python, "-m", "pytest", *([] if spread else ["-n", "2"]), *rest)


def check(rest: Sequence[str]) -> int:
    """Run every check (or those named) even when an earlier one fails, and sum up at the end."""
    python = set_up()
    steps: dict[str, tuple[str | Path, ...]] = {
        "ruff": (python, "-m", "ruff", "check", "."),
        "format": (python, "-m", "ruff", "format", "--check", "."),
        "mypy": (python, "-m", "mypy"),
        "windows": (python, *_types_elsewhere("win32")),
        "macos": (python, *_types_elsewhere("darwin")),
        "imports": (python.parent / _executable("lint-imports"), "--no-logo"),
        "spelling": (python, "-m", "codespell_lib"),
        "house": (python, "-m", "tests.house.budgets"),
        "workflows": (
            *(python.parent / _executable("zizmor"), "--offline", "--no-progress", "--quiet"),
            *("--persona", "pedantic", ".github"),
        ),
    }
    if unknown := set(rest) - set(steps):
        raise Stop(f"No such check: {', '.join(sorted(unknown))}. There are: {', '.join(steps)}")
    results: list[tuple[str, int, float]] = []
    for name, command in steps.items():
        if rest and name not in rest:
            continue
        print(f"\n── {name}", flush=True)
        begun = time.perf_counter()
        results.append((name, _call(*command), time.perf_counter() - begun))
    print()
    for name, code, seconds in results:
        print(f"{'ok    ' if code == 0 else 'FAILED'}  {name:<9} {seconds:5.1f} s")
    return 1 if any(code for _name, code, _seconds in results) else 0


def _types_elsewhere(system: str) -> tuple[str, ...]:
    """Return how the program's types are read as they are on a system that is not here."""
    # A cache for each, or they would throw each other's away.
    where = ("--platform", system, "--cache-dir", f".mypy_cache/{system}")
    return ("-m", "mypy", *where, "outreach_app", "installers", "dev.py")


def bench(rest: Sequence[str]) -> int:
    """Measure and write the table in docs/measurements.md."""
    return _call(set_up(), "-m", "bench", *rest)


def pictures(rest: Sequence[str]) -> int:
    """Grab every screen of the window on the sample vaults."""
    return _call(set_up(), "-m", "tests.support.pictures", *rest)


def build(rest: Sequence[str]) -> int:
    """Make the frozen program and what is given to others."""
    return _call(set_up(), "-m", "installers.build", *rest)


def words(rest: Sequence[str]) -> int:
    """Write resources/translations/outreach.ts."""
    return _call(set_up(), "-m", "tests.house.window_words", *rest)


def lock(rest: Sequence[str]) -> int:
    """Resolve the dependencies for every system into files with hashes and without addresses."""
    python = set_up()
    before = (datetime.fromtimestamp(time.time(), UTC) - timedelta(days=COOLDOWN_DAYS)).date()
    for name, extra in (("app.txt", ()), ("dev.txt", ("--group", "dev"))):
        target = ROOT / "lock" / name
        fresh = target.with_suffix(".new")
        shutil.copyfile(target, fresh)  # what stands is kept where it still fits
        options = ["--quiet", "--universal", "--generate-hashes", "--no-header", "--no-annotate"]
        options += [
            "--python-version",
            "3.11",
            "--exclude-newer",
            before.isoformat(),
            *extra,
            *rest,
        ]
        code = _call(python, "-m", "uv", "pip", "compile", *options, "pyproject.toml", "-o", fresh)
        if code != 0:
            fresh.unlink(missing_ok=True)
            return code
        if "://" in fresh.read_text("utf-8"):
            fresh.unlink()
            raise Stop(f"lock/{name} would name an address; it was left as it was.")
        fresh.replace(target)
        packages = re.findall(r"^\S+==", target.read_text("utf-8"), re.MULTILINE)
        print(f"lock/{name}: {len(packages)} packages")
    return 0


def set_up() -> Path:
    """Make `.venv` and install the lock into it where that is not yet so; return its Python."""
    python = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin") / _executable("python")
    if not python.exists():
        _make_environment()
    wanted = _stamp(python)
    if STAMP.exists() and STAMP.read_text("ascii") == wanted:
        return python
    print("Installing the locked packages into .venv (only when the lock changed) …", flush=True)
    options = ["--quiet", "--disable-pip-version-check", "--prefer-binary", "--require-hashes"]
    code = _call(python, "-m", "pip", "install", *options, "-r", LOCK)
    if code != 0:
        raise Stop(
            "The packages could not be installed; pip's words stand above. The first time needs a"
            " network or a local package folder (PIP_FIND_LINKS); after that none is needed."
        )
    STAMP.write_text(wanted, "ascii")
    return python


def _make_environment() -> None:
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise Stop(
            f"Outreach needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}."
            " Call dev.py with one of them, for example: python3.12 dev.py run"
        )
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise Stop(
            "Python's own module for environments is missing. On Debian and Ubuntu it is a"
            f" package of its own: sudo apt install python3-venv (or python{version}-venv)"
        )
    print("Making the environment .venv …", flush=True)
    if _call(sys.executable, "-m", "venv", "--clear", ENVIRONMENT) != 0:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        raise Stop("The environment .venv could not be made; Python's words stand above.")


def _stamp(python: Path) -> str:
    digest = hashlib.sha256(LOCK.read_bytes())
    digest.update(str(python.resolve()).encode())
    return digest.hexdigest()


def _demand_libraries(python: Path) -> None:
    """Say in plain words which system library is missing, instead of failing inside a test run."""
    probe = "import sqlcipher3.dbapi2, PySide6.QtWidgets"
    result = subprocess.run(
        [python, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if result.returncode == 0:
        return
    missing = re.search(r"(lib[\w.+-]+?)\.so[.\d]*: cannot open", result.stderr)
    if missing is None:
        raise Stop(f"A library does not load:\n{result.stderr.strip().splitlines()[-1]}")
    package = DEBIAN_PACKAGES.get(missing[1])
    advice = f" On Debian and Ubuntu: sudo apt install {package}" if package else ""
    raise Stop(f"The system library {missing[1]} is missing.{advice}")


def _executable(name: str) -> str:
    return f"{name}.exe" if os.name == "nt" else name


def _call(*command: str | Path) -> int:
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode


def _shown(python: Path, *rest: str) -> str:
    return " ".join([str(python.relative_to(ROOT)), *rest])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
