"""`python3 -m installers.macos.sign build/Diary.app`: sign, verify, notarise and assess a bundle.

`--plan` only lists the commands. Without identities nothing is done, and what is missing is said.
"""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from installers.macos.identities import read_identities
from installers.macos.packing import run
from installers.macos.steps import release_steps
from installers.version import BuildFault


def main(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> int:
    """Sign what is named, or list how, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="installers.macos.sign",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("app", type=Path, help="the bundle")
    parser.add_argument("--plan", action="store_true", help="list the commands, run none")
    options = parser.parse_args(arguments)
    if not options.app.is_dir():
        print(f"There is no {options.app}.", file=sys.stderr)
        return 1
    try:
        commands = release_steps(options.app, read_identities(environment))
        if options.plan:
            print("\n".join(" ".join(each) for each in commands))
        else:
            run(commands)
    except BuildFault as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
