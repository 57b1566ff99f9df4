"""`outreach case nrm-form`: what the record answers of the Home Office form, and what is missing."""

import argparse
from pathlib import Path

from outreach_app.cli.entry import CASE_HELP, Context, add_verb, opened
from outreach_app.cli.output import Result, counted
from outreach_app.services.nrm_sheet import NrmSheet, compose_nrm_sheet, nrm_sheet
from outreach_app.services.printing import rendered, write_pdf


def add_nrm_form(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the field map to the commands of `outreach case`."""
    form = add_verb(
        verbs,
        "nrm-form",
        _form,
        "show what is known for the Home Office form, in its order, and what is still missing",
        vault=True,
    )
    form.add_argument("case", help=CASE_HELP)
    form.add_argument("--out", type=Path, help="also write it as a PDF, a readable copy")


def _form(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        sheet = nrm_sheet(workspace, subject)
        data = {
            "missing": [str(line.words) for line in sheet.missing],
            "sections": [
                {
                    "title": str(each.title),
                    "lines": [
                        {"asked": str(line.words), "answer": str(line.value), "why": str(line.why)}
                        for line in each.lines
                    ],
                }
                for each in sheet.sections
            ],
        }
        lines = _lines(sheet)
        if options.out is not None:
            pdf = rendered(compose_nrm_sheet(workspace, subject))
            written = write_pdf(workspace, pdf, options.out)
            data |= {"written": str(options.out), "sha256": written.digest}
            lines += [
                f"Wrote {options.out} ({counted(written.pages, 'page')}).",
                "This is a readable copy: anybody who finds it can read it.",
            ]
    return Result(data=data, text="\n".join(lines))


def _lines(sheet: NrmSheet) -> list[str]:
    lines = [f"Still missing: {len(sheet.missing)}"]
    for each in sheet.sections:
        lines += ["", each.title]
        lines += [
            f"  {'!' if line.is_missing else ' '} {line.words}: "
            f"{line.value or line.why or 'not known yet'}"
            for line in each.lines
        ]
    return lines
