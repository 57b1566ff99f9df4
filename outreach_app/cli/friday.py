"""`outreach review friday`: what the week has left open in every case, as text or as a PDF."""

import argparse
from pathlib import Path

from outreach_app.cli.entry import Context, add_verb, opened
from outreach_app.cli.output import Result, counted, indented
from outreach_app.phrases import in_a_row
from outreach_app.services.friday_list import FridayLine, FridayList, friday_list
from outreach_app.services.printed_friday import compose_friday_list, due_words
from outreach_app.services.printing import rendered, write_pdf


def add_friday(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command of this module to those of reviews."""
    verb = add_verb(
        verbs,
        "friday",
        _list,
        "what the week has left open in every case, without names",
        vault=True,
    )
    verb.add_argument("--out", type=Path, help="write it as a PDF to this file, readable copy")


def _list(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        found = friday_list(workspace)
        text = "\n".join(_lines(found))
        data: dict[str, object] = {
            "on": found.on.isoformat(),
            "chases": found.chases,
            "chasing_minutes": found.minutes,
            "parts": {each.kind.value: [_data(one) for one in each.lines] for each in found.parts},
        }
        if options.out is not None:
            written = write_pdf(workspace, rendered(compose_friday_list(workspace)), options.out)
            data |= {"written": str(options.out), "sha256": written.digest}
            text = f"Wrote {options.out} ({counted(written.pages, 'page')})."
    return Result(data=data, text=text)


def _lines(found: FridayList) -> list[str]:
    lines: list[str] = []
    for part in found.parts:
        lines.append(f"{part.title} ({len(part.lines)})")
        lines += [indented(part.note)] if part.note else []
        lines += [
            indented(
                in_a_row((each.reference, each.what, each.where, due_words(found, each)), "; ")
            )
            for each in part.lines
        ]
    return lines


def _data(line: FridayLine) -> dict[str, str]:
    due = line.need.due if line.need is not None else None
    return {
        "case": line.reference,
        "what": str(line.what),
        "where": str(line.where),
        "due": due.isoformat() if due is not None else "",
    }
