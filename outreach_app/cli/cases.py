"""`outreach case` and `outreach search`: cases of a vault."""

import argparse
from dataclasses import asdict

from outreach_app.cli.claims import add_claims, claims_line
from outreach_app.cli.entry import Context, add_verb, opened
from outreach_app.cli.handovers import add_handovers
from outreach_app.cli.nrm_form import add_nrm_form
from outreach_app.cli.output import Result, table
from outreach_app.domain.authority import Verb
from outreach_app.domain.day_words import long_date
from outreach_app.domain.states import State
from outreach_app.report.dates import readable_date
from outreach_app.services.arrival import begin_arrival
from outreach_app.services.case_words import STATE_WORDS, CaseWords, in_words
from outreach_app.services.first_records import contest_of
from outreach_app.services.held_facts import held_lines
from outreach_app.services.listed_cases import readable_cases
from outreach_app.services.naming import case_references, named_documents
from outreach_app.services.nrm_standing import nrm_data, nrm_lines, nrm_standing
from outreach_app.services.overview import case_overview
from outreach_app.services.permission import require_case
from outreach_app.services.searching import search, without_codes
from outreach_app.services.today import TodayItem, today
from outreach_app.store.lists import CaseLine


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    add_verb(commands, "today", _today, "show what needs you today, by level and date", vault=True)
    group = commands.add_parser("case", help="begin, list and read cases")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    new = add_verb(
        verbs, "new", _new, "begin a case; every field may stay empty for now", vault=True
    )
    new.add_argument(
        "--client",
        default="",
        metavar="REFERENCE",
        help="a further case for a client who is here already, by reference; for those who may "
        "open the client's other cases",
    )
    listing = add_verb(verbs, "list", _list, "list the cases by reference", vault=True)
    listing.add_argument("--names", action="store_true", help="also show preferred names")
    show = add_verb(verbs, "show", _show, "show where a case stands", vault=True)
    show.add_argument("case", help="reference of the case or of the client")
    nrm = add_verb(
        verbs, "nrm", _nrm, "show where the NRM stands: told, decided, next, by when", vault=True
    )
    nrm.add_argument("case", help="reference of the case or of the client")
    held = add_verb(
        verbs, "held", _held, "show what is recorded and need not be asked again", vault=True
    )
    held.add_argument("case", help="reference of the case or of the client")
    held.add_argument("--addresses", action="store_true", help="also show confidential addresses")
    add_nrm_form(verbs)
    add_claims(verbs)
    add_handovers(verbs)
    find = add_verb(commands, "search", _search, "search names, notes and documents", vault=True)
    find.add_argument("text", help="words to look for, in names, notes and answers")


def _new(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        casework = workspace.casework
        further = casework.further_case(options.client) if options.client else None
        made = further or begin_arrival(casework, {}).case
    if options.client:
        text = (
            f"Began {made.reference}: a further case record for {made.client_ref}, a draft. The "
            "client record stays the one it was.\n"
            f"Next: outreach doc set {made.reference} case case_opened_on=…"
        )
    else:
        text = (
            f"Began {made.reference}: a client record and a case record, both drafts.\n"
            f"Next: outreach doc set {made.reference} client preferred_name=…"
        )
    data = {
        "reference": made.reference,
        "client_ref": made.client_ref,
        "client": made.subject.client_id,
        "case": made.subject.case_id,
    }
    return Result(data=data, text=text)


def _list(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        every = workspace.vault.lists.cases()
        lines = list(readable_cases(workspace.sitting, every))
        references = case_references(workspace.vault)
        begun = workspace.casework.draft_cases()
    rows = [_case_row(line, references[line.case_id], names=options.names) for line in lines]
    rows += [(each.reference, "", "(draft)", "-", "-", "") for each in begun]
    unseen = len(every) - len(lines)
    columns = ("Case", "Name", "Level", "Review", "Flags", "Changed")
    data = {
        "cases": [
            {**_case_data(line, names=options.names), "reference": references[line.case_id]}
            for line in lines
        ],
        "drafts": [each.reference for each in begun],
        "not_shown": unseen,
    }
    nothing = "No case here that is shared with you." if unseen else "No case here yet."
    text = table(columns, rows) if rows else nothing
    if unseen:
        text += f"\nNot shared with you: {unseen}"
    return Result(data=data, text=text)


def _case_row(line: CaseLine, reference: str, *, names: bool) -> tuple[str, ...]:
    return (
        reference,
        line.preferred_name if names else "",
        line.level.replace("_", " ") or "-",
        readable_date(line.next_review) or "-",
        ", ".join(map(in_words, line.open_flags)) or "-",
        readable_date(line.last_change[:10]),
    )


def _case_data(line: CaseLine, *, names: bool) -> dict[str, object]:
    facts = asdict(line)
    if not names:
        facts.pop("preferred_name")
    return facts


def _show(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        require_case(workspace.sitting, subject, Verb.READ)
        overview = case_overview(workspace, subject)
        contest = contest_of(workspace.vault, subject.case_id)
        names = named_documents(workspace.vault, subject)
        documents = [
            {
                "name": name,
                "document": document.document_id,
                "state": overview.states[document.document_id],
            }
            for name, document in names.items()
        ]
    is_contested = contest is not None and not contest.settled
    text = "\n".join(
        [
            *overview.lines,
            *claims_line(contest, options.case),
            "",
            table(
                ("Document", "State"),
                [(str(d["name"]), STATE_WORDS[State(d["state"])]) for d in documents],
            ),
        ]
    )
    return Result(
        data={**overview.data, "contested": is_contested, "documents": documents}, text=text
    )


def _nrm(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        require_case(workspace.sitting, subject, Verb.READ, form_id="nrm_event")
        found = nrm_standing(workspace, workspace.casework.case_file(subject))
    return Result(data=nrm_data(found), text="\n".join(nrm_lines(found)))


def _held(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        require_case(workspace.sitting, subject, Verb.READ, form_id="client")
        require_case(workspace.sitting, subject, Verb.READ, form_id="case")
        lines = held_lines(
            workspace,
            workspace.casework.case_file(subject),
            CaseWords(workspace),
            addresses=options.addresses,
        )
    return Result(data={"held": [str(line) for line in lines]}, text="\n".join(lines))


def _today(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        seen = today(workspace)
    counts = seen.counts
    columns = ("Level", "Case", "What", "Due")
    counted = (
        f"{long_date(seen.on)}: {counts.open_cases} open, {counts.high} high or very high "
        f"({counts.risen} risen in a week), {counts.reviews_overdue} reviews overdue"
    )
    lines = [
        counted,
        "",
        table(columns, map(_day_row, seen.now)) if seen.now else "Nothing waits.",
    ]
    if seen.ahead:
        lines += ["", "In the next 14 days:", table(columns, map(_day_row, seen.ahead))]
    data = {
        "on": seen.on.isoformat(),
        "counts": asdict(counts),
        "not_sent": seen.not_sent.documents,
        "not_sent_since": seen.not_sent.since.isoformat() if seen.not_sent.since else "",
        "now": [_day_data(each) for each in seen.now],
        "ahead": [_day_data(each) for each in seen.ahead],
    }
    return Result(data=data, text="\n".join(lines))


def _day_row(item: TodayItem) -> tuple[str, ...]:
    due = long_date(item.need.due) if item.need.due is not None else "-"
    what = f"{item.need.what} ({item.need.where})" if item.need.where else item.need.what
    shown = f"{due}, overdue" if item.late else due
    return (item.level.replace("_", " ") or "-", item.reference or "-", what, shown)


def _day_data(item: TodayItem) -> dict[str, object]:
    return {
        "kind": item.need.kind.value,
        "level": item.level,
        "case": item.reference,
        "what": item.need.what,
        "where": item.need.where,
        "due": item.need.due.isoformat() if item.need.due is not None else "",
        "late": item.late,
        "document": item.need.document_id,
    }


def _search(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        hits = search(workspace.sitting, options.text)
        words = CaseWords(workspace)
        references = {line.client_id: line.client_ref for line in workspace.vault.lists.clients()}
        found = [
            {
                "document": hit.document.document_id,
                "form": hit.document.form_id,
                "case": references.get(hit.document.subject.client_id, ""),
                "title": words.form(hit.document.form_id),
                "excerpt": hit.excerpt,
                "text": without_codes(workspace.catalogue, hit),
            }
            for hit in hits
        ]
    rows = [(each["case"], each["title"], each["text"]) for each in found]
    text = table(("Case", "Form", "Found"), rows) if rows else "Nothing found."
    return Result(data={"found": found}, text=text)
