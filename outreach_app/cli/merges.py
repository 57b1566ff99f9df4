"""`outreach merge`: documents that were edited in two places, and what a person decides."""

import argparse

from outreach_app.cli.entry import (
    CASE_HELP,
    DOCUMENT_HELP,
    Context,
    add_date_option,
    add_verb,
    opened,
    opened_to_sign,
    signer_for,
)
from outreach_app.cli.errors import NoSuchThing
from outreach_app.cli.output import Result, indented, table
from outreach_app.services.merging.deciding import decide
from outreach_app.services.merging.questions import Decision
from outreach_app.services.merging.versions import MergeView, conflicted, merge_view
from outreach_app.services.naming import case_references, client_references, find_document
from outreach_app.services.workspace import Workspace


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    group = commands.add_parser("merge", help="decide about documents edited in two places")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_verb(verbs, "list", _list, "list the documents with two newest versions", vault=True)
    show = add_verb(verbs, "show", _show, "show both values, who wrote them, when", vault=True)
    show.add_argument("case", help=CASE_HELP)
    show.add_argument("document", help=DOCUMENT_HELP)
    settle = add_verb(
        verbs, "decide", _decide, "decide each conflict and sign the merge", vault=True
    )
    add_date_option(settle)
    settle.add_argument("case", help=CASE_HELP)
    settle.add_argument("document", help=DOCUMENT_HELP)
    settle.add_argument(
        "decisions",
        nargs="*",
        metavar="ADDRESS=ours|theirs|shown|text:…",
        help="one for each conflict that `merge show` lists",
    )


def _list(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        references = case_references(workspace.vault)
        clients = client_references(workspace.vault)
        found = [
            {
                "case": references.get(line.case_id) or clients.get(line.client_id, ""),
                "form": line.form_id,
                "document": line.document_id,
                "versions": line.head_count,
            }
            for line in conflicted(workspace.sitting)
        ]
    rows = [(str(f["case"]), str(f["form"]), str(f["versions"])) for f in found]
    text = table(("Case", "Form", "Versions"), rows) if rows else "Nothing to decide."
    if rows:
        text += "\nNext: outreach merge show CASE DOCUMENT"
    return Result(data={"conflicted": found}, text=text)


def _view(workspace: Workspace, options: argparse.Namespace) -> MergeView:
    subject = workspace.casework.find_case(options.case)
    document = find_document(workspace.vault, subject, options.document)
    return merge_view(workspace.sitting, workspace.catalogue.definition, document.document_id)


def _show(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        view = _view(workspace, options)
        people = {each.person_id: each.initials for each in workspace.sitting.trust.everybody()}
    lines = [f"{len(view.questions)} answers were changed in both versions:"]
    for question in view.questions:
        lines.append(f"{question.label}  ({question.address})")
        for name, version in zip(("ours", "theirs"), question.versions, strict=False):
            who = people.get(version.author_id, "?")
            said = version.words or "(empty)"
            lines.append(indented(f"  {name:6} {who} {version.signed_at[:16]}: {said}"))
        if question.shown:
            lines.append("  shown meanwhile: the more cautious")
    data = {
        "conflicts": [
            {
                "address": question.address,
                "label": question.label,
                "base": question.base,
                "shown": question.shown,
                "versions": [
                    {
                        "by": people.get(version.author_id, "?"),
                        "at": version.signed_at,
                        "value": version.value,
                        "revision": version.revision_id,
                    }
                    for version in question.versions
                ],
            }
            for question in view.questions
        ]
    }
    return Result(data=data, text="\n".join(lines))


def _decide(options: argparse.Namespace, context: Context) -> Result:
    decisions = dict(_decision(each) for each in options.decisions)
    with opened_to_sign(options, context) as (workspace, passphrase):
        view = _view(workspace, options)
        signer = signer_for(workspace, options, passphrase)
        named = {_address(view, said): decision for said, decision in decisions.items()}
        revision = decide(workspace.sitting, signer, view, named, workspace.casework.open_answers)
    text = (
        f"Merged and signed ({revision.revision_id[7:19]}). "
        f"Next: outreach bundle export {options.case} --to INITIALS --out FOLDER"
    )
    return Result(
        data={"revision": revision.revision_id, "parents": list(revision.header.parents)}, text=text
    )


def _address(view: MergeView, said: str) -> str:
    """Return the address of the conflict that is meant: in full, or by the end of it."""
    ends = [each.address for each in view.questions if f"/{each.address}".endswith(f"/{said}")]
    return ends[0] if len(ends) == 1 else said


def _decision(pair: str) -> tuple[str, Decision]:
    address, equals, said = pair.partition("=")
    if not equals:
        raise NoSuchThing(what="decision of the form ADDRESS=…", name=pair)
    take, colon, text = said.partition(":")
    return address, Decision(take, text if colon else "")
