"""The one entry: `python -m outreach_app` or the installed `outreach`."""

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    from outreach_app.cli.main import run_command  # noqa: PLC0415  imported late: start-up time

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
