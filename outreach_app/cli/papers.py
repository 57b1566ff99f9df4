"""`outreach org papers`: the papers that are handed out with a laptop."""

import argparse
from pathlib import Path

from outreach_app import __version__
from outreach_app.cli.entry import Context, add_verb
from outreach_app.cli.output import Result
from outreach_app.paths import atomic_write, private_dir
from outreach_app.report.dates import day_and_month
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.organisation import load_card
from outreach_app.services.papers import PAPERS, paper_pdf


def add_papers(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command of this module to those of `org`."""
    papers = add_verb(
        verbs,
        "papers",
        _papers,
        "write the papers to hand out: staff guide, cards for a lost laptop, what is never done",
    )
    papers.add_argument("folder", type=Path, help="folder to write the PDFs to")
    papers.add_argument(
        "--organisation",
        type=Path,
        metavar="FILE",
        help="organisation file or folder, for the numbers on call that it decides "
        "(default: lines to fill in by hand)",
    )


def _papers(options: argparse.Namespace, context: Context) -> Result:
    known = (
        dict(load_card(options.organisation).configuration.policy) if options.organisation else {}
    )
    now = context.clock().astimezone(CASEWORK_ZONE)
    foot = f"Version {__version__}, {day_and_month(now.date(), with_year=True)}"
    folder = private_dir(options.folder) if not options.folder.is_dir() else options.folder
    files = []
    for name in PAPERS:
        file = folder / f"{name}.pdf"
        atomic_write(file, paper_pdf(name, known, made_at=now, foot=foot))
        files.append(str(file))
    return Result(data={"files": files}, text="\n".join(["Written:", *files]))
