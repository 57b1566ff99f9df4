"""Proofs on the frozen program: the sample case, kills in the middle of saving, forgers, traces.

Every command is a process of the built program in a home of its own; nothing of the source tree runs in it.
"""

import json
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from bench.table import Figure
from installers.freezing import INVENTORY
from installers.inventory import parts
from tests.bundle.hostile import CASES
from tests.frozen.forgers import offer_hostile
from tests.frozen.kills import kill_while_saving
from tests.frozen.office import FrozenOffice, frozen_door, office_with, surroundings
from tests.frozen.story import MARKERS, PEOPLE, play
from tests.frozen.traces import misses_of_the_scan, traces_of

KILLS = 50
NOT_BUILT = Figure("not measured", "needs a built program: python3 dev.py build")


def measure(folder: Path) -> list[Figure]:
    """Return what the proofs came to; one row that says so where nothing is built."""
    door = frozen_door()
    if door is None:
        return [NOT_BUILT]
    figures = _told([Figure("program", _name(door))])
    figures += _told(_sample(door, folder / "sample"))
    office = office_with(door, folder / "office", PEOPLE)
    begun = time.perf_counter()
    story = play(office)
    took = time.perf_counter() - begun
    said = f"{story.commands} commands in {took:.0f} s"
    figures += _told([Figure("a note to the supervisor and back", said)])
    figures += _told(_killed(office))
    figures += _told(_forged(office))
    figures += _told(_left(office))
    return figures


def _told(figures: list[Figure]) -> list[Figure]:
    """Say what is known by now: the whole takes a quarter of an hour."""
    for each in figures:
        print(f"{each.what}: {each.value}", flush=True)
    return figures


def _name(door: Path) -> str:
    """Return version, number of files, and whether each is as the list of digests says."""
    said = subprocess.run([door, "--version"], capture_output=True, text=True, check=True).stdout
    listed = (door.parent / INVENTORY).read_text("utf-8").splitlines()
    found = {f"{each.sha256}  {each.path}" for each in parts(door.parent) if each.path != INVENTORY}
    whole = "all as listed" if found == set(listed) else "not as listed"
    return f"{said.strip()}, {len(listed)} files, {whole}"


def _sample(door: Path, place: Path) -> list[Figure]:
    home = surroundings(place / "home")
    begun = time.perf_counter()
    played = subprocess.run(
        [door, "demo", "--out", place / "home" / "played", "--json"],
        env=home,
        capture_output=True,
        text=True,
        check=False,
    )
    took = time.perf_counter() - begun
    what = "sample case from referral to exit, bundles verified by public tools, no trace left"
    if played.returncode != 0:
        return [Figure(what, f"exit code {played.returncode}", "all", met=False)]
    told = json.loads(played.stdout)
    passed = told["traces"] == 0 and bool(told["stranger"])
    return [Figure(what, f"{told['steps']} steps in {took:.0f} s", "all", passed)]


def _killed(office: FrozenOffice) -> list[Figure]:
    killed = kill_while_saving(office, KILLS)
    slowest = max(killed.opened_ms)
    return [
        _none("killed while saving or signing, then lost, torn or closed", killed.faults),
        Figure("– kills before the end", str(killed.kills), str(KILLS), killed.kills == KILLS),
        Figure("– acknowledged before, and there again", str(killed.acknowledged)),
        Figure("– between two saved answers of one command", str(killed.between)),
        Figure("– inside a transaction, half of it in the log", str(killed.inside)),
        Figure("– before the commit of a signature", f"{killed.unsigned} of {killed.signatures}"),
        Figure("– slowest command on the vault afterwards", f"{slowest / 1000:.2f} s"),
    ]


def _forged(office: FrozenOffice) -> list[Figure]:
    refused = offer_hostile(office, CASES)
    return [
        _none(f"hostile bundles taken, of {refused.tried}", refused.faults),
        Figure("– refused for the reason that was meant", str(refused.as_said)),
        Figure("– refused before it came to that", "; ".join(refused.otherwise) or "0"),
    ]


def _left(office: FrozenOffice) -> list[Figure]:
    found = [f"{each.path.name}: {each.spelling}" for each in traces_of(office)]
    what = f"traces of {len(MARKERS)} words in vaults, home, short-lived files, stick, names"
    return [
        _none(what, found),
        _none("– planted words that the search did not find", misses_of_the_scan(office)),
    ]


def _none(what: str, found: Sequence[str]) -> Figure:
    return Figure(what, "; ".join(found) or "0", "0", not found)
