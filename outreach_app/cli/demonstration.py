"""`outreach demo`: the sample case from the first call to the exit, on real vaults."""

import argparse
import shutil
import sys
from pathlib import Path

from outreach_app.cli.entry import Context, add_verb
from outreach_app.cli.output import Result
from outreach_app.services.demonstration.play import play_sample


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command of this module."""
    demo = add_verb(
        commands, "demo", _demo, "play the sample case: three laptops, bundles, reviews, the exit"
    )
    demo.add_argument("--out", type=Path, required=True, help="folder that does not exist yet")


def _call() -> str:
    """Return how this program is called here: by its name, or through this environment."""
    return "outreach" if shutil.which("outreach") else f"{sys.executable} -m outreach_app"


def _demo(options: argparse.Namespace, context: Context) -> Result:
    played = play_sample(options.out, context.progress)
    lines = [
        "",
        f"Played {played.steps} steps in {played.seconds:.0f} s.",
        f"Vaults, organisation, bundles: {options.out}",
        f"Readable copies: {played.copies}",
        (
            "The passphrases were made up for this run and are in "
            f"{played.passphrases}: try them, for example"
        ),
        (
            f"  {_call()} case list --vault {played.vault} --person PN "
            f"--passphrase-file {played.passphrase_file}"
        ),
    ]
    data = {
        "steps": played.steps,
        "seconds": round(played.seconds, 1),
        "out": str(options.out),
        "copies": str(played.copies),
        "vault": str(played.vault),
        "passphrase_file": str(played.passphrase_file),
        "traces": 0,
        "stranger": list(played.stranger),
    }
    return Result(data=data, text="\n".join(lines))
