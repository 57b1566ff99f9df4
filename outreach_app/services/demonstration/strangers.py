"""Opens a bundle as a stranger would: with age, tar, ssh-keygen and sha256sum, nothing of ours."""

import json
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from outreach_app.crypto.authority import allowed_signers
from outreach_app.paths import atomic_write, private_dir
from outreach_app.services.configuration import OrganisationCard

TOOLS = ("age", "tar", "ssh-keygen", "sha256sum")
_TIMEOUT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class StrangersReport:
    """What the tools said: a line for each that ran, and the tools that are not installed."""

    lines: tuple[str, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForStrangers:
    """What whoever opens a bundle must have: the file, an age identity, whom to believe, when."""

    bundle: Path
    identity: str = field(repr=False)
    card: OrganisationCard
    when: str


def open_with_public_tools(given: ForStrangers, folder: Path) -> StrangersReport:
    """Run the four tools in a private folder, which is removed afterwards.

    Raises:
        CalledProcessError: A tool refused what the program wrote.
    """
    found = {tool: shutil.which(tool) for tool in TOOLS}
    missing = tuple(tool for tool, path in found.items() if path is None)
    if missing:
        return StrangersReport((), missing)
    private_dir(folder)
    try:
        return StrangersReport(
            tuple(_run_all({t: str(p) for t, p in found.items()}, given, folder))
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run_all(tools: dict[str, str], given: ForStrangers, folder: Path) -> list[str]:
    identity, signers = folder / "identity", folder / "signers"
    atomic_write(identity, f"{given.identity}\n".encode())
    atomic_write(signers, allowed_signers(given.card.issuers).encode())
    archive = folder / "bundle.tar"
    _run([tools["age"], "-d", "-i", str(identity), "-o", str(archive), str(given.bundle)])
    contents = private_dir(folder / "contents")
    _run([tools["tar"], "-xf", str(archive), "-C", str(contents)])
    manifest = (contents / "manifest.json").read_bytes()
    body = json.loads(manifest)["body"]
    stamp = "".join(each for each in given.when[:19] if each.isdigit())
    said = _run(
        [
            tools["ssh-keygen"], "-Y", "verify", f"-Overify-time={stamp}Z", "-f", str(signers),
            "-I", body["signer"]["person"], "-n", "manifest",
            "-s", str(contents / "manifest.json.sig"),
        ],
        given=manifest,
    )  # fmt: skip
    sums = folder / "SHA256SUMS"
    listed = "".join(f"{each['sha256']}  {each['path']}\n" for each in body["entries"])
    atomic_write(sums, listed.encode())
    _run([tools["sha256sum"], "--check", "--strict", "--quiet", str(sums)], at=contents)
    return [
        f"age opened {given.bundle.name}",
        f"tar found {len(body['entries'])} members besides the manifest",
        f"ssh-keygen: {said.split(' for ')[0].strip()}",
        "sha256sum: every member is what the manifest says",
    ]


def _run(command: list[str], *, given: bytes = b"", at: Path | None = None) -> str:
    done = subprocess.run(  # noqa: S603 - fixed tools by their full path, no shell
        command, input=given, cwd=at, capture_output=True, check=True, timeout=_TIMEOUT_SECONDS
    )
    return done.stdout.decode("utf-8", "replace")
