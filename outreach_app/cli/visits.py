"""`outreach visit`: a visit with a check-in, timed on this laptop."""

import argparse

from outreach_app.cli.entry import CASE_HELP, Context, add_verb, opened
from outreach_app.cli.output import Result
from outreach_app.domain.documents import Subject
from outreach_app.domain.visits import Visit
from outreach_app.report.dates import short_instant
from outreach_app.services.case_words import reference_of
from outreach_app.services.instants import write_instant
from outreach_app.services.visits.errors import NoVisit
from outreach_app.services.visits.running import (
    VisitOrder,
    check_in,
    lengthen_visit,
    running_visit,
    start_visit,
)
from outreach_app.services.visits.terms import visit_terms
from outreach_app.services.workspace import Workspace


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    group = commands.add_parser("visit", help="time a visit and check in from it")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    start = add_verb(verbs, "start", _start, "start the timer of a visit", vault=True)
    start.add_argument("case", help=CASE_HELP)
    start.add_argument(
        "--place", required=True, help="where, in the word that your organisation agreed"
    )
    start.add_argument("--with", dest="companion", default="", help="who comes along")
    start.add_argument("--agreed", default="", help="which manager agreed to going alone")
    _add_minutes(start)
    add_verb(verbs, "show", _show, "show the visit that is under way", vault=True)
    later = add_verb(verbs, "later", _later, "expect the call later, from now", vault=True)
    _add_minutes(later)
    add_verb(verbs, "end", _end, "check in; the contact note is begun", vault=True)


def _add_minutes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--minutes",
        type=int,
        default=0,
        help="after how many minutes a call is expected, 15 to 240; as the risk assessment says "
        "where none are given",
    )


def _start(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        order = VisitOrder(
            place=options.place,
            minutes=options.minutes or visit_terms(workspace, subject).minutes,
            companion=options.companion,
            agreed_by=options.agreed,
        )
        return _result(workspace, start_visit(workspace, subject, order))


def _show(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        visit = running_visit(workspace.sitting)
        if visit is None:
            return Result(data={"visit": None}, text="No visit under way.")
        return _result(workspace, visit)


def _later(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        visit = running_visit(workspace.sitting)
        if visit is None:
            raise NoVisit
        minutes = options.minutes or visit_terms(workspace, _subject(visit)).minutes
        return _result(workspace, lengthen_visit(workspace.sitting, minutes))


def _end(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        note = check_in(workspace).document
        reference = reference_of(workspace, note.subject)
    return Result(
        data={"case": reference, "document": note.document_id},
        text=f"Checked in. The note is begun.\nNext: outreach doc set {reference} contact_note …",
    )


def _subject(visit: Visit) -> Subject:
    return Subject(client_id=visit.client_id, case_id=visit.case_id)


def _result(workspace: Workspace, visit: Visit) -> Result:
    now = workspace.sitting.now()
    terms = visit_terms(workspace, _subject(visit))
    late = visit.late_minutes(now)
    lines = [f"Call expected by {short_instant(write_instant(visit.back_by))}"]
    if visit.is_late(now):
        lines.append(f"The call is late by {late} minutes.")
        lines.append(f"If no call: {terms.if_no_call or 'nobody has written down what to do'}")
    if terms.expected_by:
        lines.append(f"Expected by: {terms.expected_by}")
    data = {
        "visit": {
            "case": reference_of(workspace, _subject(visit)),
            "started_at": write_instant(visit.started_at),
            "back_by": write_instant(visit.back_by),
            "late_minutes": late,
        }
    }
    return Result(data=data, text="\n".join(lines))
