"""Kills the frozen program while it saves and signs, and looks at what is there afterwards.

A command is killed at a moment that chance picks between its first write to the vault and its end. What an
earlier command had acknowledged must be there whole; of the killed one a beginning may be there, never a
part of an answer, never a gap.
"""

import secrets
import signal
import struct
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from outreach_app.services.instants import system_clock
from outreach_app.services.unlocking import this_world
from outreach_app.services.workspace import open_workspace
from outreach_app.store.vault import DATABASE_NAME
from tests.cli.office import PHRASES
from tests.frozen.office import FrozenOffice

NOTE = "contact_note"
ANSWERS = 120
"""So many answers are given by the command that is killed, each a commit of its own."""
_LENGTH = 400
_MOST_TRIES = 3
_EVERY = 5
"""Each fifth kill falls on a signature."""
_LOOK_S = 0.0005
_PATIENCE_S = 120.0


@dataclass(slots=True)
class Kills:
    """What the kills came to.

    Attributes:
        kills: Commands that were killed before their end; `too_late` are the others.
        acknowledged: Commands that had said that they saved or signed, and whose work was looked for.
        between: Kills that fell between the first and the last answer of a command.
        inside: Kills that left a transaction half written in the write-ahead log.
        signatures: Kills of a command that signs, and how many of them came before its commit.
        faults: What was lost, torn or would not open; empty is what is wanted.
        opened_ms: How long each command took that opened the vault after a kill.
    """

    kills: int = 0
    acknowledged: int = 0
    between: int = 0
    inside: int = 0
    too_late: int = 0
    signatures: int = 0
    unsigned: int = 0
    faults: list[str] = field(default_factory=list)
    opened_ms: list[float] = field(default_factory=list)


def kill_while_saving(office: FrozenOffice, rounds: int) -> Kills:
    """Kill so many commands of the caseworker's before their end, and return what was found after each.

    Args:
        office: An office whose caseworker is AB.
        rounds: How many kills; those that came after the end of the command are made again.
    """
    saving = _Saving(office)
    for number in range(1, _MOST_TRIES * rounds + 1):
        if saving.found.kills == rounds:
            break
        if number % _EVERY == 0:
            saving.kill_signature(number)
        else:
            saving.kill_answers(number)
    if not office.json("AB", "vault", "verify")["sound"]:
        saving.found.faults.append("the vault is not sound")
    saving.look_through_the_log()
    return saving.found


class _Saving:
    def __init__(self, office: FrozenOffice) -> None:
        self._office = office
        self._case = self._case_with_a_note()
        self._kept: list[list[str]] = []
        self.found = Kills()
        self._set(self._case, ["note_kind=visit", "note_safe=yes"])
        self._length_s = self._measure()

    def _case_with_a_note(self) -> str:
        """Begin a case with one note: where there are more, their names change when one is signed."""
        case = str(self._office.json("AB", "case", "new")["client_ref"])
        self._office.json("AB", "doc", "new", case, NOTE)
        return case

    def _command(self, *arguments: str) -> list[str]:
        return self._office.as_person_command("AB", "doc", *arguments)

    def _set(self, case: str, pairs: list[str]) -> None:
        self._office.json("AB", "doc", "set", case, NOTE, *pairs)

    def _measure(self) -> float:
        """Return the seconds from the first write to the end of a command that nobody kills."""
        process, begun = self._started(self._command(*self._answers(0)))
        process.communicate(timeout=_PATIENCE_S)
        self._kept.append(self._written(0))
        return time.perf_counter() - begun

    def _answers(self, number: int) -> list[str]:
        return ["set", self._case, NOTE, *(f"note_facts={w}" for w in self._written(number))]

    def _written(self, number: int) -> list[str]:
        return [f"Kestrelgate {number}.{k} " + "x" * _LENGTH for k in range(1, ANSWERS + 1)]

    def kill_answers(self, number: int) -> None:
        said = f"Acknowledged before kill {number}."
        self._set(self._case, [f"note_observations={said}"])
        self.found.acknowledged += 1
        done = self._kill(self._command(*self._answers(number)))
        shown = self._shown(self._case)
        if shown.get("note_observations") != said:
            self.found.faults.append(f"kill {number}: an acknowledged answer is gone")
        written = self._written(number)
        now = shown.get("note_facts", "")
        if now in written:
            reached = written.index(now) + 1
            self._kept.append(written[:reached])
            self.found.between += int(reached < ANSWERS)
        elif not self._kept or now != self._kept[-1][-1]:
            self.found.faults.append(f"kill {number}: the answer is neither the old nor a new one")
        if done and now != written[-1]:
            self.found.faults.append(f"kill {number}: what was acknowledged is not the last answer")

    def kill_signature(self, number: int) -> None:
        case = self._case_with_a_note()
        facts = f"Tamarisklane {number}"
        self._set(case, ["note_kind=visit", "note_safe=yes", f"note_facts={facts}"])
        self.found.acknowledged += 1
        done = self._kill(self._command("sign", case, NOTE))
        self.found.signatures += 1
        if self._shown(case).get("note_facts") != facts:
            self.found.faults.append(f"kill {number}: an acknowledged answer of a note is gone")
        lines = self._office.json("AB", "doc", "list", case)["documents"]
        (line,) = (each for each in lines if each["name"] == NOTE)
        signed = bool(self._office.json("AB", "doc", "history", case, NOTE)["history"])
        self.found.unsigned += int(not signed)
        if done and not signed:
            self.found.faults.append(f"kill {number}: an acknowledged signature is gone")
        if signed == (line["state"] == "draft"):
            self.found.faults.append(f"kill {number}: a note is neither a draft nor signed")
        if not signed:
            self._office.json("AB", "doc", "sign", case, NOTE)

    def _kill(self, command: list[str]) -> bool:
        """Run a command, kill it, and return whether it had acknowledged before."""
        process, _begun = self._started(command)
        time.sleep(self._length_s * secrets.randbelow(1000) / 1000)
        process.send_signal(signal.SIGKILL)
        said, _errors = process.communicate(timeout=_PATIENCE_S)
        in_time = process.returncode == -signal.SIGKILL
        self.found.kills += int(in_time)
        self.found.too_late += int(not in_time)
        self.found.inside += int(in_time and half_written(self._log))
        acknowledged = said.rstrip().endswith("}")
        self.found.acknowledged += int(acknowledged)
        return acknowledged

    @property
    def _log(self) -> Path:
        return self._office.vault("AB") / f"{DATABASE_NAME}-wal"

    def _started(self, command: list[str]) -> tuple["subprocess.Popen[str]", float]:
        """Start a command and return it once it has begun to write to the vault."""
        before = _size(self._log)
        process = subprocess.Popen(
            command,
            env=self._office.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        limit = time.perf_counter() + _PATIENCE_S
        while process.poll() is None and time.perf_counter() < limit:
            if _size(self._log) not in {before, 0}:
                break
            time.sleep(_LOOK_S)
        return process, time.perf_counter()

    def _shown(self, case: str) -> dict[str, str]:
        begun = time.perf_counter()
        answers = self._office.json("AB", "doc", "show", case, NOTE)["answers"]
        self.found.opened_ms.append((time.perf_counter() - begun) * 1000)
        return {str(each["address"]).rpartition("/")[2]: str(each["text"]) for each in answers}

    def look_through_the_log(self) -> None:
        """Look with the services whether every answer that was saved is there, in its order, once."""
        world = this_world(system_clock)
        workspace = open_workspace(self._office.vault("AB"), "AB", PHRASES["AB"], world)
        try:
            drafts = workspace.vault.drafts
            (draft,) = (each for each in drafts.mine() if each.form_id == "contact_note")
            log = drafts.log(draft.document_id)
            found = [each.new for each in log if each.address.endswith("/note_facts")]
            wanted = [each for kept in self._kept for each in kept]
            if found != wanted:
                self.found.faults.append(f"the log has {len(found)} of {len(wanted)} answers")
            if drafts.verify(draft.document_id) != ():
                self.found.faults.append("an answer of the draft does not carry its author's code")
        finally:
            workspace.close()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return -1


def half_written(log: Path) -> bool:
    """Say whether a write-ahead log ends in frames of a transaction that was not committed.

    Source: sqlite.org, "Database File Format", 4.1: a frame of 24 bytes and a page; the number of
    pages after a commit stands in its second word, 0 in all frames before the last of a transaction.
    SQLCipher encrypts the pages and leaves the headers.
    """
    try:
        content = log.read_bytes()
    except FileNotFoundError:
        return False
    if len(content) < 32:
        return bool(content)
    page = struct.unpack_from(">I", content, 8)[0]
    salts = content[16:24]
    step, at, open_frames = 24 + page, 32, 0
    while at + step <= len(content) and content[at + 8 : at + 16] == salts:
        committed = struct.unpack_from(">I", content, at + 4)[0]
        open_frames = 0 if committed else open_frames + 1
        at += step
    # Behind the newest frames may lie old ones, whose salts differ, or the beginning of one more.
    torn = at < len(content) < at + step and content[at + 8 : at + 16] in {salts, b""}
    return bool(open_frames) or torn
