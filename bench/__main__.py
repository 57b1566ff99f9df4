"""Run all benchmarks or those named, print their tables and write them to the page."""

import argparse
import importlib
import logging
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.table import Figure, render, write

# In this order. Each is a module of this package with `measure(folder) -> list[Figure]`.
NAMES = (
    "answers",
    "forms",
    "vault",
    "bundles",
    "imports",
    "reports",
    "window_form",
    "peers",
    "today",
    "window_cases",
    "window_stalls",
    "window_memory",
    "window_start",
    "frozen_start",
    "frozen",
)


def main(arguments: Sequence[str]) -> int:
    """Run the benchmarks and return 1 if a goal was not met, else 0."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(NAMES)}")
    parser.add_argument("--dry", action="store_true", help="do not write docs/measurements.md")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    logging.disable()
    missed = 0
    for name in options.names or NAMES:
        measure: Callable[[Path], list[Figure]] = importlib.import_module(f"bench.{name}").measure
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            figures = measure(Path(folder))
        print(f"\n{name}\n{render(name, figures)}", flush=True)
        if not options.dry:
            write(name, figures)
        missed += sum(figure.met is False for figure in figures)
    print(f"\n{missed} goals not met" if missed else "\nall goals met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
