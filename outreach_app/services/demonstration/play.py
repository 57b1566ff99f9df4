"""Plays the whole sample story and checks what it left behind."""

import json
import secrets
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from outreach_app.paths import atomic_write, private_dir, profile_folders
from outreach_app.services.demonstration.handing import CaseGiver
from outreach_app.services.demonstration.printing import print_everything
from outreach_app.services.demonstration.scan import (
    PASSPHRASES_NAME,
    Trace,
    digests_of,
    find_traces,
)
from outreach_app.services.demonstration.sharing import Sharer
from outreach_app.services.demonstration.stage import Stage, Tell
from outreach_app.services.demonstration.strangers import (
    ForStrangers,
    StrangersReport,
    open_with_public_tools,
)
from outreach_app.services.demonstration.writing import Memory, StoryDiffers, Writer
from outreach_app.services.errors import MarkersFound, OrganisationExists
from outreach_app.services.instants import read_instant
from outreach_app.services.shipped import sample_folder

Step = Mapping[str, Any]
_COPIES = "readable-copies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What the run left: where things lie, how long it took."""

    steps: int
    seconds: float
    copies: Path
    vault: Path
    passphrases: Path
    passphrase_file: Path
    stranger: tuple[str, ...]


def play_sample(folder: Path, tell: Tell) -> Played:
    """Play the sample story into a new folder; tell each step in a line with its time.

    Raises:
        OrganisationExists: The folder is not empty.
        MarkersFound: Something readable lies outside the readable copies.
        StoryDiffers: The program did not do what the story says.
    """
    if folder.exists() and any(folder.iterdir()):
        raise OrganisationExists
    began, started = time.time(), time.perf_counter()
    cast = json.loads((sample_folder() / "organisation.json").read_text(encoding="utf-8"))
    steps = list(_steps())
    stage = Stage(folder, cast, tell)
    stage.make_laptops(_first_ends(steps))
    memory = Memory()
    writer = Writer(stage, memory)
    sharer = Sharer(stage, memory, writer, folder / "bundles")
    played = _Plays(writer, sharer, CaseGiver(stage, memory))
    try:
        for number, step in enumerate(steps, 1):
            one = time.perf_counter()
            outcome = played.play(step)
            took = time.perf_counter() - one
            tell(f"{number:3} {step['at'][:10]} {step['say']} – {outcome} ({took:.2f} s)")
        copies = private_dir(folder / _COPIES)
        for line in print_everything(stage, memory, copies):
            tell(line)
        report = _as_stranger(stage, sharer, folder)
    finally:
        stage.lock_all()
    for line in report.lines:
        tell(f"As a stranger: {line}")
    if report.missing:
        tell(f"As a stranger: not tried, {', '.join(report.missing)} not installed")
    tell(scan_disk(folder, copies, began))
    keys = _write_passphrases(stage, folder)
    first = stage.players["PN"]
    return Played(
        steps=len(steps),
        seconds=time.perf_counter() - started,
        copies=copies,
        vault=stage.vault_folder(first.vault),
        passphrases=keys,
        passphrase_file=keys / f"{first.key}.txt",
        stranger=report.lines,
    )


def _steps() -> Iterator[Step]:
    for path in sorted((sample_folder() / "story").glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def _first_ends(steps: list[Step]) -> dict[str, datetime]:
    """Return whose first certificate ends within the story, and when."""
    return {
        person: read_instant(step["certificate_ended"])
        for step in steps
        if "certificate_ended" in step
        for person in step["to"]
    }


class _Plays:
    """Hands each step to whoever plays its kind."""

    def __init__(self, writer: Writer, sharer: Sharer, giver: CaseGiver) -> None:
        self._acts: dict[str, Callable[[Step], str]] = {
            "write": writer.write,
            "attach": writer.attach,
            "export": sharer.export,
            "lay": sharer.lay_ready,
            "import": sharer.take_in,
            "review": sharer.review,
            "merge": sharer.merge,
            "refused": sharer.refused,
            "hand_over": giver.hand_over,
            "answer_handover": giver.answer,
        }

    def play(self, step: Step) -> str:
        act = self._acts.get(step["do"])
        if act is None:
            raise StoryDiffers(f"the story asks for {step['do']}")
        return act(step)


def _as_stranger(stage: Stage, sharer: Sharer, folder: Path) -> StrangersReport:
    bundle, reader, when = sharer.last_bundle_for("HM")
    workspace = stage.at(stage.players[reader].vault, reader, when)
    (identity, *_older) = workspace.vault.people.age_identities(workspace.sitting.me.person_id)
    given = ForStrangers(
        bundle=bundle, identity=identity.identity, card=workspace.sitting.card, when=when
    )
    return open_with_public_tools(given, folder / "stranger")


def scan_disk(folder: Path, copies: Path, began: float) -> str:
    """Look for markers on the disk; a planted one must be found, or the scan proves nothing.

    Args:
        folder: Where the story was played; the temporary folder and the user's profile are
            looked through as well.
        copies: The folder of readable copies, which is left out.
        began: Only files changed since then, in seconds since the epoch.

    Raises:
        MarkersFound: Something readable lies outside the readable copies.
        StoryDiffers: The planted marker was not found.
    """
    markers = json.loads((sample_folder() / "markers.json").read_text(encoding="utf-8"))["markers"]
    roots = [folder, Path(tempfile.gettempdir()), *profile_folders()]
    left_out = [copies, sample_folder()]
    shipped = digests_of(sample_folder())  # another copy of the program is no trace of this one
    traces = find_traces(roots, markers, since=began - 1, leave_out=left_out, shipped=shipped)
    if traces:
        raise MarkersFound(count=len(traces), files=tuple(sorted(set(map(_place, traces)))))
    planted = folder / f"planted-{secrets.token_hex(4)}"
    planted.write_bytes(b"...." + str(markers[0]).encode("utf-16-le") + b"....")
    found = find_traces([folder], markers, since=began - 1, leave_out=left_out, shipped=shipped)
    planted.unlink()
    if [trace.path for trace in found] != [planted]:
        raise StoryDiffers("the scan did not find a planted marker")
    return (
        f"Scan: none of {len(markers)} markers readable outside the readable copies; "
        "a planted one was found."
    )


def _place(trace: Trace) -> str:
    return f"{trace.path} ({trace.spelling})"


def _write_passphrases(stage: Stage, folder: Path) -> Path:
    """Write the made-up passphrases beside the sample; a real one is never written anywhere."""
    keys = private_dir(folder / PASSPHRASES_NAME)
    for player in stage.players.values():
        atomic_write(keys / f"{player.key}.txt", f"{player.passphrase}\n".encode())
    return keys
