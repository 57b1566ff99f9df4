"""`outreach merge`: what was edited in two places, and what a person decides.

Two signed versions of a document become one; a draft comes onto a version that is newer than it.
"""

import argparse
from collections.abc import Iterable, Mapping
from typing import Any

from outreach_app.cli.entry import (
    Context,
    add_date_option,
    add_verb,
    opened,
    opened_to_sign,
    signer_for,
)
from outreach_app.cli.errors import NoSuchThing
from outreach_app.cli.named import add_document_verb, named_document
from outreach_app.cli.output import Result, indented, table
from outreach_app.domain.documents import Document
from outreach_app.report.dates import short_instant
from outreach_app.services.draft_standing import NewerVersion, newer_version, overtaken_drafts
from outreach_app.services.merging.deciding import decide
from outreach_app.services.merging.questions import Decision, OpenQuestion
from outreach_app.services.merging.rebasing import DraftView, draft_view, rebase
from outreach_app.services.merging.versions import conflicted, merge_view
from outreach_app.services.naming import case_references, client_references
from outreach_app.services.permission import Reader
from outreach_app.services.workspace import Workspace

_DECISIONS = "ADDRESS=ours|theirs|shown|text:…"


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    group = commands.add_parser("merge", help="decide about documents edited in two places")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_verb(
        verbs,
        "list",
        _list,
        "list the documents with two newest versions, and your drafts that were overtaken",
        vault=True,
    )
    add_document_verb(verbs, "show", _show, "show both values, who wrote them, when")
    settle = add_document_verb(verbs, "decide", _decide, "decide each conflict and sign the merge")
    add_date_option(settle)
    settle.add_argument(
        "decisions",
        nargs="*",
        metavar=_DECISIONS,
        help="one for each conflict that `merge show` lists",
    )
    draft = add_document_verb(
        verbs, "draft", _draft, "bring your draft onto a newer version of its document"
    )
    draft.add_argument(
        "decisions",
        nargs="*",
        metavar=_DECISIONS,
        help="one for each difference that `merge show` lists; ours is the draft, theirs the newer "
        "version",
    )


def newer_words(newer: NewerVersion, case: str, document: str) -> str:
    """Return what is said of a draft that was overtaken, and what to do."""
    said = f"{newer.initials} signed a newer version on {newer.day}, after this draft was begun."
    if newer.count > 1:
        said = f"There are {newer.count} newer versions than the one this draft was begun from."
    return f"{said} Next: outreach merge show {case} {document}"


def newer_data(newer: NewerVersion | None) -> dict[str, Any] | None:
    """Return for a script what overtook a draft."""
    if newer is None:
        return None
    return {
        "revision": newer.revision_id,
        "by": newer.initials,
        "at": newer.signed_at,
        "versions": newer.count,
    }


def _list(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        references = case_references(workspace.vault)
        clients = client_references(workspace.vault)
        reader = Reader(workspace.sitting)
        found = [
            {
                "case": references.get(line.case_id) or clients.get(line.client_id, ""),
                "form": line.form_id,
                "document": line.document_id,
                "versions": line.head_count,
            }
            for line in conflicted(workspace.sitting)
            if reader.sight(workspace.vault.documents.get(line.document_id)) is not None
        ]
        drafts = [
            {
                "case": references.get(document.subject.case_id)
                or clients.get(document.subject.client_id, ""),
                "form": document.form_id,
                "document": document.document_id,
                "newer": newer_data(newer),
            }
            for document, newer in overtaken_drafts(workspace.sitting)
        ]
    rows = [(str(f["case"]), str(f["form"]), f"{f['versions']} versions") for f in found]
    rows += [(str(d["case"]), str(d["form"]), "your draft, a newer version") for d in drafts]
    text = table(("Case", "Form", "What"), rows) if rows else "Nothing to decide."
    if rows:
        text += "\nNext: outreach merge show CASE DOCUMENT"
    return Result(data={"conflicted": found, "drafts": drafts}, text=text)


def _show(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        document = named_document(workspace, options)
        if _is_overtaken(workspace, document):
            return _show_draft(workspace, options, document)
        view = merge_view(workspace.sitting, workspace.catalogue.definition, document.document_id)
        people = _people(workspace)
    lines = [f"{len(view.questions)} answers were changed in both versions:"]
    lines += _question_lines(view.questions, people)
    return Result(data={"conflicts": _question_data(view.questions, people)}, text="\n".join(lines))


def _is_overtaken(workspace: Workspace, document: Document) -> bool:
    """Say whether what there is to merge is one's own draft, with one newer version."""
    drafts = workspace.vault.drafts
    if not drafts.has(document.document_id):
        return False
    newer = newer_version(workspace.sitting, drafts.load(document.document_id))
    return newer is not None and newer.count == 1


def _show_draft(workspace: Workspace, options: argparse.Namespace, document: Document) -> Result:
    view = draft_view(workspace.sitting, workspace.catalogue.definition, document.document_id)
    people = _people(workspace)
    name = f"{options.case} {options.document}"
    differ = f"{len(view.questions)} answers differ from those of your draft:"
    lines = [
        f"{view.newer.initials} signed a newer version on {view.newer.day}; {differ}",
        *_question_lines(view.questions, people),
    ]
    lines += _taken_lines(view)
    decisions = " ADDRESS=ours|theirs …" if view.questions else ""
    lines.append(f"Next: outreach merge draft {name}{decisions}")
    data = {
        "conflicts": _question_data(view.questions, people),
        "newer": newer_data(view.newer),
        **_taken_data(view),
    }
    return Result(data=data, text="\n".join(lines))


def _taken_lines(view: DraftView) -> list[str]:
    lines = ["Taken from the newer version:"] if view.taken else []
    lines += [
        indented(f"  {each.label}: {each.old or '(empty)'} → {each.new or '(empty)'}")
        for each in view.taken
    ]
    if view.left:
        parts = ", ".join(name.replace("_", " ") for name in view.left)
        lines.append(f"Not held here, and left as it is in the newer version: {parts}")
    return lines


def _taken_data(view: DraftView) -> dict[str, Any]:
    return {
        "taken": [
            {"address": each.address, "label": each.label, "old": each.old, "new": each.new}
            for each in view.taken
        ],
        "left": list(view.left),
    }


def _people(workspace: Workspace) -> dict[str, str]:
    return {each.person_id: each.initials for each in workspace.sitting.trust.everybody()}


def _question_lines(questions: Iterable[OpenQuestion], people: Mapping[str, str]) -> list[str]:
    lines = []
    for question in questions:
        lines.append(f"{question.label}  ({question.address})")
        for name, version in zip(("ours", "theirs"), question.versions, strict=False):
            who = people.get(version.author_id, "?")
            said = version.words or "(empty)"
            lines.append(indented(f"  {name:6} {who} {short_instant(version.signed_at)}: {said}"))
        if question.shown:
            lines.append("  shown meanwhile: the more cautious")
    return lines


def _question_data(
    questions: Iterable[OpenQuestion], people: Mapping[str, str]
) -> list[dict[str, Any]]:
    return [
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
        for question in questions
    ]


def _decide(options: argparse.Namespace, context: Context) -> Result:
    decisions = dict(_decision(each) for each in options.decisions)
    with opened_to_sign(options, context) as (workspace, passphrase):
        document = named_document(workspace, options)
        definitions = workspace.catalogue.definition
        view = merge_view(workspace.sitting, definitions, document.document_id)
        signer = signer_for(workspace, options, passphrase)
        named = _named(view.questions, decisions)
        revision = decide(workspace.sitting, signer, view, named, workspace.casework.open_answers)
    text = (
        f"Merged and signed ({revision.revision_id[7:19]}). "
        f"Next: outreach bundle export {options.case} --to INITIALS --out FOLDER"
    )
    return Result(
        data={"revision": revision.revision_id, "parents": list(revision.header.parents)}, text=text
    )


def _draft(options: argparse.Namespace, context: Context) -> Result:
    decisions = dict(_decision(each) for each in options.decisions)
    with opened(options, context) as workspace:
        document = named_document(workspace, options)
        definitions = workspace.catalogue.definition
        view = draft_view(workspace.sitting, definitions, document.document_id)
        named = _named(view.questions, decisions)
        draft = rebase(workspace.sitting, view, named, workspace.casework.open_answers)
    lines = [
        f"The draft now stands on the version of {view.newer.initials}, {view.newer.day}.",
        *_taken_lines(view),
        f"Next: outreach doc show {options.case} {options.document}",
    ]
    data = {"base": list(draft.base), "decided": sorted(named), **_taken_data(view)}
    return Result(data=data, text="\n".join(lines))


def _named(
    questions: Iterable[OpenQuestion], decisions: Mapping[str, Decision]
) -> dict[str, Decision]:
    """Return decisions by the address of the conflict that is meant: in full, or by its end."""
    addresses = [each.address for each in questions]
    found = {}
    for said, decision in decisions.items():
        ends = [each for each in addresses if f"/{each}".endswith(f"/{said}")]
        found[ends[0] if len(ends) == 1 else said] = decision
    return found


def _decision(pair: str) -> tuple[str, Decision]:
    address, equals, said = pair.partition("=")
    if not equals:
        raise NoSuchThing(what="decision of the form ADDRESS=…", name=pair)
    take, colon, text = said.partition(":")
    return address, Decision(take, text if colon else "")
