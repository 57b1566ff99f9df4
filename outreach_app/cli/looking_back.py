"""`outreach doc history` and `doc diff`: what became of a document, and what changed in it."""

import argparse

from outreach_app.cli.entry import Context, opened
from outreach_app.cli.named import add_document_verb, named_document
from outreach_app.cli.output import Result, indented, table
from outreach_app.report.dates import short_instant
from outreach_app.services.case_history import act_words
from outreach_app.services.comparing import changes_of, draft_changes
from outreach_app.services.document_history import document_history
from outreach_app.services.permission import require_document
from outreach_app.services.risk_changes import RiskComparison, newest_risk_changes


def add_looking_back(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module to those of a document."""
    add_document_verb(verbs, "history", _history, "list the revisions and reviews")
    diff = add_document_verb(verbs, "diff", _diff, "show what changed, question by question")
    diff.add_argument("--draft", action="store_true", help="the draft against what it began from")


def _history(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        entries = document_history(workspace, named_document(workspace, options))
    rows = [
        (short_instant(each.at), each.by, act_words(each.what), each.object_id[7:19], each.text)
        for each in entries
    ]
    data = [
        {
            "at": each.at,
            "by": each.by,
            "what": each.what,
            "id": each.object_id,
            "counted": each.counted,
            "text": each.text,
        }
        for each in entries
    ]
    text = table(("When", "Who", "What", "Revision", "Text"), rows)
    return Result(data={"history": data}, text=text)


def _diff(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        document = named_document(workspace, options)
        risk: RiskComparison | None = None
        if options.draft:
            require_document(workspace.sitting, document)
            changes = draft_changes(workspace, workspace.casework.resume(document.document_id))
        else:
            changes = changes_of(workspace, document)
            risk = newest_risk_changes(workspace, document)
    data = {
        "risk": risk.data() if risk is not None else None,
        "changes": [
            {"address": c.address, "label": c.label, "old": c.old, "new": c.new} for c in changes
        ],
    }
    lines = [*map(indented, risk.lines()), ""] if risk is not None else []
    lines += [indented(f"changed: {change.words()}") for change in changes] or ["Nothing changed."]
    return Result(data=data, text="\n".join(lines))
