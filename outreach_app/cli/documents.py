"""`outreach doc`: begin, write, read, sign and print documents."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from outreach_app.cli.client_copies import add_client_copy
from outreach_app.cli.copies import add_pdf
from outreach_app.cli.entry import (
    CASE_HELP,
    Context,
    add_date_option,
    add_verb,
    opened,
    opened_to_sign,
    read_answers,
    signer_for,
    split_answer,
    suggesting,
)
from outreach_app.cli.looking_back import add_looking_back
from outreach_app.cli.merges import newer_data, newer_words
from outreach_app.cli.named import add_document_verb, named_document
from outreach_app.cli.output import Result, indented, table
from outreach_app.cli.passphrases import passphrase_to_sign
from outreach_app.domain.authority import Verb as Act
from outreach_app.domain.documents import Document, Reason
from outreach_app.domain.states import State
from outreach_app.report.dates import readable_date
from outreach_app.services.case_words import STATE_WORDS, references_of
from outreach_app.services.comparing import Wording, draft_changes
from outreach_app.services.draft_standing import (
    NewerVersion,
    newer_version,
    overtaken_drafts,
)
from outreach_app.services.filling import fill, give
from outreach_app.services.naming import named_documents
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import require_case, require_document
from outreach_app.services.reading import Shown, shown_answers, shown_draft, shown_plan
from outreach_app.services.row_numbers import by_row_ids
from outreach_app.services.supervision import document_state
from outreach_app.services.workspace import Workspace
from outreach_app.store.lists import DocumentLine


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    group = commands.add_parser("doc", help="begin, write, read, sign and print documents")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)

    new = add_verb(verbs, "new", _new, "begin a document on a form", vault=True)
    new.add_argument("case", help=CASE_HELP)
    new.add_argument("form", help="such as risk_assessment; see `outreach form list`")

    listing = add_verb(verbs, "list", _list, "list the documents of a case", vault=True)
    listing.add_argument("case", help=CASE_HELP)

    change = add_document_verb(verbs, "set", _set, "answer questions; each is saved at once")
    change.set_defaults(also_takes="answers")
    change.add_argument(
        "answers",
        nargs="*",
        metavar="QUESTION=ANSWER",
        help="name of the question as `outreach form show` has it, and the answer: a text, a code "
        "of the list, a day as 2026-02-03, several codes with blanks between; empty to clear. "
        "In a row: risks[1]/risk_title=…",
    )
    change.add_argument(
        "--answers",
        dest="file",
        metavar="FILE",
        type=Path,
        help="answers as JSON, {question: answer}, a list of such for the rows of a repeat; keeps "
        "them out of the list of commands",
    )
    change.add_argument(
        "--add-row",
        action="append",
        default=[],
        metavar="REPEAT",
        help="add an empty row, such as to safe_contacts (repeatable; before the answers)",
    )
    change.add_argument(
        "--remove-row",
        action="append",
        default=[],
        metavar="REPEAT[ROW]",
        help="take a row away, such as risks[2] (repeatable; before rows are added)",
    )
    change.add_argument(
        "--unchanged",
        action="append",
        default=[],
        metavar="GROUP",
        help="count what the last document says in this group as said again (repeatable)",
    )
    change.add_argument(
        "--reason",
        choices=[Reason.CONTINUED.value, Reason.REVIEW.value, Reason.CORRECTION.value],
        default=Reason.CONTINUED.value,
        help="why a signed document is changed (begins a new draft from it)",
    )

    show = add_document_verb(
        verbs, "show", _show, "show the answers, a draft's before a signed one's"
    )
    show.add_argument(
        "--signed", action="store_true", help="the signed state, even if there is a draft"
    )
    show.add_argument("--missing", action="store_true", help="only what is still needed to sign")
    show.add_argument(
        "--names", action="store_true", help="put the name of each question in front of its answer"
    )

    sign = add_document_verb(verbs, "sign", _sign, "show what is signed, then sign it")
    add_date_option(sign)
    sign.add_argument(
        "--apart",
        action="store_true",
        help="sign although a newer version is there; both versions are merged afterwards",
    )
    add_looking_back(verbs)

    away = add_document_verb(
        verbs, "discard", _discard, "give up a draft; what was signed of it stays"
    )
    away.add_argument("--yes", action="store_true", required=True, help="say that it is meant")
    add_pdf(verbs)
    add_client_copy(verbs)


def _new(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        document = workspace.casework.begin(options.form, subject).document
        names = named_documents(workspace.vault, subject)
        name = next(each for each, known in names.items() if known == document)
    text = f"Began {name}. Next: outreach doc set {options.case} {name} QUESTION=ANSWER …"
    return Result(data={"name": name, "document": document.document_id}, text=text)


def _list(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        require_case(workspace.sitting, subject, Act.READ)
        names = named_documents(workspace.vault, subject)
        held = [each.document_id for each in names.values()]
        overtaken = {
            document.document_id for document, _newer in overtaken_drafts(workspace.sitting, held)
        }
        found = [
            {
                "name": name,
                "document": document.document_id,
                "state": document_state(workspace.sitting, document.document_id).value,
                "on": line.on_date[:10] if (line := _line(workspace, document)) else "",
                "revisions": line.revision_count if line else 0,
                "draft": workspace.vault.drafts.has(document.document_id),
                "overtaken": document.document_id in overtaken,
            }
            for name, document in names.items()
        ]
    rows = [
        (
            d["name"],
            readable_date(str(d["on"])),
            str(d["revisions"]),
            STATE_WORDS[State(str(d["state"]))],
            _draft_words(d),
        )
        for d in found
    ]
    text = table(("Document", "Date", "Signed", "State", ""), [tuple(map(str, r)) for r in rows])
    return Result(data={"documents": found}, text=text)


def _draft_words(found: Mapping[str, object]) -> str:
    if found["overtaken"]:
        return "with a draft, begun before the newest version"
    return "with a draft" if found["draft"] and found["revisions"] else ""


def _line(workspace: Workspace, document: Document) -> DocumentLine | None:
    return workspace.vault.lists.document(document.document_id)


def _set(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        document = named_document(workspace, options)
        begun = not workspace.vault.drafts.has(document.document_id)
        if begun:
            open_document = workspace.casework.revise(document.document_id, Reason(options.reason))
        else:
            open_document = workspace.casework.resume(document.document_id)
        with suggesting(open_document.definition):
            saved = _apply(workspace, open_document, options)
        words = Wording(open_document.definition, references_of(workspace, open_document.document))
        told = {address: words.answer(address, value) for address, value in saved.items()}
        given = {name: value for name, value in open_document.given().items() if value}
        needed = len(open_document.obstacles())
        newer = newer_version(workspace.sitting, open_document.draft)
    lines = _begun_lines(options) if begun else []
    lines += [indented(f"{address} = {said}") for address, said in told.items()]
    lines.append(f"Saved. {_next_words(options, needed)}")
    lines += _newer_lines(options, newer)
    data = {
        "saved": saved,
        "shown": told,
        "begun": begun,
        "calculated": given,
        "needed": needed,
        "newer": newer_data(newer),
    }
    return Result(data=data, text="\n".join(lines))


def _apply(
    workspace: Workspace, open_document: OpenDocument, options: argparse.Namespace
) -> dict[str, str]:
    saved: dict[str, str] = {}
    session = open_document.session
    for address in options.remove_row:
        open_document.remove_row(by_row_ids(session.all_answers(), address))
        saved[address] = ""
    for address in options.add_row:
        row_id = open_document.add_row(by_row_ids(session.all_answers(), address))
        saved[f"{address}[{row_id}]"] = "added"
    for address in options.unchanged:
        for filled in open_document.confirm_unchanged(address):
            saved[filled] = open_document.session.value(filled)
    if options.file:
        saved.update(fill(workspace.casework, open_document, read_answers(options.file)))
    for pair in options.answers:
        question, answer = split_answer(pair)
        change = give(open_document, session, question, answer)
        saved[change.address] = change.new
    return saved


def _begun_lines(options: argparse.Namespace) -> list[str]:
    document = f"{options.case} {options.document}"
    said = (
        "Began a draft of your own from the newest signed version; until you sign it, it is only "
        f"yours. To give it up: outreach doc discard {document} --yes"
    )
    return [said]


def _newer_lines(options: argparse.Namespace, newer: NewerVersion | None) -> list[str]:
    return [newer_words(newer, options.case, options.document)] if newer is not None else []


def _next_words(options: argparse.Namespace, needed: int) -> str:
    document = f"{options.case} {options.document}"
    if needed:
        return f"Still needed before signing: {needed} (outreach doc show {document} --missing)."
    return f"Nothing is missing. Next: outreach doc sign {document}"


def _show(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        document = named_document(workspace, options)
        has_draft = workspace.vault.drafts.has(document.document_id)
        if has_draft and not options.signed:
            require_document(workspace.sitting, document)
            open_document = workspace.casework.resume(document.document_id)
            newer = newer_version(workspace.sitting, open_document.draft)
            needed = [
                {
                    "question": each.address,
                    "name": open_document.name(each.address),
                    "text": each.text,
                }
                for each in open_document.obstacles()
            ]
            remarked = [
                {"rule": each.rule, "text": each.text, "row": each.row_id}
                for each in open_document.remarks()
            ]
            shown = [] if options.missing else shown_draft(workspace, open_document)
        else:
            needed, remarked, newer = [], [], None
            shown = shown_answers(workspace, document)
    lines = _newer_lines(options, newer)
    lines += [_shown_words(each, names=options.names) for each in shown]
    if needed:
        lines += [*([""] if lines else []), "Still needed before signing:"]
        lines += [f"  {_needed_words(each)}" for each in needed]
        lines += ["", f"What a question takes: outreach form show {document.form_id} QUESTION"]
    if remarked and not options.missing:
        lines += ["", "To think of:", *(f"  {each['text']}" for each in remarked)]
    data = {
        "draft": has_draft and not options.signed,
        "newer": newer_data(newer),
        "answers": [
            {
                "address": each.address,
                "name": each.name,
                "label": each.label,
                "value": each.value,
                "text": each.text,
            }
            for each in shown
        ],
        "needed": needed,
        "remarks": remarked,
    }
    return Result(data=data, text="\n".join(lines) or "Nothing is missing.")


def _shown_words(shown: Shown, *, names: bool) -> str:
    said = indented(f"{shown.label}: {shown.text}")
    return f"{shown.name}  {said}" if names else said


def _needed_words(needed: Mapping[str, str]) -> str:
    return f"{needed['name']}  {needed['text']}" if needed["name"] else needed["text"]


def _sign(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, passphrase):
        document = named_document(workspace, options)
        open_document = workspace.casework.resume(document.document_id)
        workspace.casework.require_ready(open_document, apart=options.apart)
        plan = workspace.casework.plan(open_document)
        if not options.json:
            shown = shown_plan(workspace, open_document.definition, plan)
            context.progress(f"You are about to sign:\n{shown}")
            for change in draft_changes(workspace, open_document) if plan.parents else ():
                context.progress(indented(f"  changed: {change.words()}"))
        confirmed = passphrase_to_sign(options, passphrase)
        signer = signer_for(workspace, options, confirmed)
        revision = workspace.casework.sign(open_document, signer, plan, apart=options.apart)
    text = (
        f"Signed {options.document} ({revision.revision_id[7:19]}). "
        f"Next: outreach bundle export {options.case} --to INITIALS --out FOLDER"
    )
    return Result(
        data={"revision": revision.revision_id, "parts": dict(revision.header.parts)}, text=text
    )


def _discard(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        document = named_document(workspace, options)
        workspace.casework.discard(document.document_id)
    return Result(data={"discarded": document.document_id}, text="The draft is gone.")
