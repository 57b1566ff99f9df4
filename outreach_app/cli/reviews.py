"""`outreach review`: what a supervisor says about documents."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import asdict
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
from outreach_app.cli.friday import add_friday
from outreach_app.cli.named import add_document_verb, named_document
from outreach_app.cli.output import Result, counted, indented, table
from outreach_app.cli.retention import add_retention
from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.states import State
from outreach_app.report.dates import short_instant
from outreach_app.services.case_words import STATE_WORDS, CaseWords, references_of
from outreach_app.services.merging.own_edits import ReadMerge, merges_to_review
from outreach_app.services.naming import case_references, client_references
from outreach_app.services.reviewing import Remark, ReviewOrder, review
from outreach_app.services.risk_changes import risk_changes_of
from outreach_app.services.row_numbers import by_row_ids
from outreach_app.services.supervision import changes_since_review, document_state, review_list

_SUMMARIES = {
    ReviewVerb.COMMENT: "remark on single questions, or on the whole document",
    ReviewVerb.APPROVE: "accept the content of the newest version",
    ReviewVerb.RETURN: "give it back with the reason",
    ReviewVerb.COUNTERSIGN: "stand behind it as the second person that a rule demands",
    ReviewVerb.CLOSE: "close an exit, and with it the case",
}

_SECOND_PERSON = (
    "The level of this assessment demands a second person: your approval is that signature too, "
    "no other is needed.\n"
)
_WHY = {"rest": "other"}


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    group = commands.add_parser("review", help="read, comment, approve, return, countersign, close")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_verb(verbs, "list", _list, "what waits for you, the most urgent first", vault=True)
    add_retention(verbs)
    add_friday(verbs)
    add_document_verb(verbs, "show", _show, "what changed since you last had a word")
    for verb, summary in _SUMMARIES.items():
        parser = add_document_verb(verbs, verb.value, _saying(verb), summary)
        add_date_option(parser)
        parser.add_argument("--text", default="", help="about the whole document")
        parser.add_argument(
            "--at",
            action="append",
            nargs=2,
            default=[],
            metavar=("QUESTION", "TEXT"),
            help="a comment at a question, such as risks[1]/risk_evidence, as `outreach doc show --names` "
            "has it (repeatable)",
        )
        parser.add_argument(
            "--answer",
            action="append",
            default=[],
            metavar="QUESTION=ANSWER",
            help="what a supervisor answers in the form, such as appr_decision=approved",
        )


def _list(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        references = case_references(workspace.vault)
        clients = client_references(workspace.vault)
        people = {each.person_id: each.initials for each in workspace.sitting.trust.everybody()}
        waiting = [
            {
                "why": item.urgency.name.lower(),
                "case": references.get(item.case_id) or clients.get(item.client_id, ""),
                "form": item.form_id,
                "document": item.document_id,
                "level": item.level,
                "state": document_state(workspace.sitting, item.document_id).value,
                "by": people.get(item.author_id, "?"),
                "signed_at": item.signed_at,
            }
            for item in review_list(workspace.sitting)
        ]
        words = CaseWords(workspace)
        titles = {each["form"]: words.form(each["form"]) for each in waiting}
    rows = [
        (
            _WHY.get(w["why"], w["why"].replace("_", " ")),
            w["case"],
            titles[w["form"]],
            w["level"].replace("_", " "),
            w["by"],
            short_instant(w["signed_at"]),
        )
        for w in waiting
    ]
    text = (
        table(("Why", "Case", "Form", "Level", "By", "Signed"), rows)
        if rows
        else "Nothing waits for you."
    )
    return Result(data={"waiting": waiting}, text=text)


def _show(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        document = named_document(workspace, options)
        changes = changes_since_review(
            workspace.sitting,
            workspace.catalogue.definition,
            document.document_id,
            references=references_of(workspace, document),
        )
        state = document_state(workspace.sitting, document.document_id).value
        merges = merges_to_review(
            workspace.sitting,
            workspace.catalogue.definition,
            document,
            changes.revision_id,
            references_of(workspace, document),
        )
        people = {each.person_id: each.initials for each in workspace.sitting.trust.everybody()}
        risk = risk_changes_of(workspace, document, changes.revision_id, changes.since)
    said = f"{options.document}, {STATE_WORDS[State(state)].lower()}; "
    if changes.since:
        since = "since you last had a word" if changes.reviewed else "since the version before"
        lines = [f"{said}{counted(len(changes.differing), 'answer')} changed {since}:"]
        lines += [indented(f"  {each.words()}") for each in changes.differing]
    else:
        shown = f"outreach doc show {options.case} {options.document}"
        lines = [f"{said}the first version, nothing to compare with. Read it: {shown}"]
    for merge in merges:
        lines += _merge_lines(merge, people)
    if risk is not None:
        lines = [*map(indented, risk.lines()), "", *lines]
    data = {
        "risk": risk.data() if risk is not None else None,
        "revision": changes.revision_id,
        "since": changes.since,
        "state": state,
        "changes": [
            {"address": each.address, "label": each.label, "old": each.old, "new": each.new}
            for each in changes.differing
        ],
        "merges": [{**asdict(each), "by": people.get(each.author_id, "?")} for each in merges],
    }
    return Result(data=data, text="\n".join(lines))


def _merge_lines(merge: ReadMerge, people: Mapping[str, str]) -> list[str]:
    who = f"{people.get(merge.author_id, '?')} made two versions one on {merge.signed_at[:16]}"
    lines = ["", f"{who}; {len(merge.edits)} answers do not follow from the versions:"]
    lines += [indented(f"  {each.words()}") for each in merge.edits]
    if merge.unread:
        parts = ", ".join(each.replace("_", " ") for each in merge.unread)
        lines.append(f"  Not held here, so not compared: {parts}")
    return lines


def _saying(verb: ReviewVerb) -> Callable[[argparse.Namespace, Context], Result]:
    def say(options: argparse.Namespace, context: Context) -> Result:
        with opened_to_sign(options, context) as (workspace, passphrase):
            document = named_document(workspace, options)
            heads = workspace.vault.revisions.heads(document.document_id)
            answers = heads[0].answers() if heads else {}
            order = ReviewOrder(
                document_id=document.document_id,
                verb=verb,
                text=options.text,
                remarks=tuple(Remark(by_row_ids(answers, at), text) for at, text in options.at),
                answers=_answers(options.answer),
            )
            signer = signer_for(workspace, options, passphrase)
            made = review(workspace.sitting, signer, workspace.catalogue, order)
            state = document_state(workspace.sitting, document.document_id).value
        data: dict[str, Any] = {
            "review": made.review_id,
            "revision": made.revision_id,
            "verb": verb.value,
            "comments": len(made.comments),
            "state": state,
        }
        second = verb is ReviewVerb.APPROVE and state == State.COUNTERSIGNED.value
        text = (
            f"Signed: {verb.value} {options.document}. State: {STATE_WORDS[State(state)]}.\n"
            f"{_SECOND_PERSON if second else ''}"
            f"Next: outreach bundle export {options.case} --to INITIALS --out FOLDER"
        )
        return Result(data=data, text=text)

    return say


def _answers(pairs: list[str]) -> dict[str, str]:
    answers = {}
    for pair in pairs:
        question, equals, answer = pair.partition("=")
        if not equals:
            raise NoSuchThing(what="answer of the form QUESTION=ANSWER", name=pair)
        answers[question] = answer
    return answers
