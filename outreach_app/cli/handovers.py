"""`outreach case handover`: hand a case over to a colleague or to another service, and answer."""

import argparse
from pathlib import Path

from outreach_app.cli.entry import (
    CASE_HELP,
    DOCUMENT_HELP,
    Context,
    add_date_option,
    add_verb,
    opened,
    opened_to_sign,
    read_file,
    signer_for,
)
from outreach_app.cli.entry import Verb as CommandVerb
from outreach_app.cli.errors import NoSuchThing
from outreach_app.cli.output import Result
from outreach_app.domain.authority import Verb
from outreach_app.domain.consent_cover import OTHER_BASES
from outreach_app.domain.documents import Subject
from outreach_app.domain.handovers import ACCEPTED, COLLEAGUE, REFUSED, SERVICE, Handover
from outreach_app.domain.values import rows_of, text_of
from outreach_app.report.dates import readable_date
from outreach_app.services.case_words import CaseWords, reference_of
from outreach_app.services.exchange.recipients import find_recipients
from outreach_app.services.handing_over.answering import begin_answer, sign_answer
from outreach_app.services.handing_over.errors import NothingToHandOver
from outreach_app.services.handing_over.giving import begin, sign, take_back, take_stock
from outreach_app.services.handing_over.standing import handovers, standing_words, waiting
from outreach_app.services.handing_over.transferring import (
    ServiceAnswer,
    begin_exit,
    note_answer,
    sign_transfer,
)
from outreach_app.services.naming import find_document
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import require_case
from outreach_app.services.sharing.agencies import agencies_of
from outreach_app.services.sharing.decided import plain_name
from outreach_app.services.workspace import Workspace

_ANSWERS = {"accept": ACCEPTED, "refuse": REFUSED}


def add_handovers(cases: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module to those of a case."""
    group = cases.add_parser("handover", help="hand a case over, and answer for one")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _case_verb(verbs, "show", _show, "show how the handovers of a case stand")
    give = _case_verb(verbs, "give", _give, "hand a case over to a colleague, and sign it")
    give.add_argument("colleague", help="initials of whoever takes the case over")
    give.add_argument("--night", default="", help="what night staff must know")
    give.add_argument("--staff", default="", help="what matters for the safety of staff")
    _add_note(give)
    answer = _case_verb(
        verbs, "answer", _answer, "accept a case that was handed to you, or refuse it; sign it"
    )
    answer.add_argument("answer", choices=sorted(_ANSWERS), help="what you say")
    answer.add_argument("--why", default="", help="why you do not take it over")
    answer.add_argument("--words", default="", help="what you and the giver agreed")
    add_date_option(answer)
    back = _case_verb(verbs, "back", _back, "take a handover back before it is accepted; sign it")
    back.add_argument("--why", required=True, help="why it is taken back")
    add_date_option(back)
    transfer = _case_verb(
        verbs, "transfer", _transfer, "hand a client on to another service, and sign it"
    )
    transfer.add_argument("agency", help="name of the service, as its record in the case has it")
    transfer.add_argument(
        "document", nargs="+", help=f"what goes with it: {DOCUMENT_HELP}; each with its client"
    )
    transfer.add_argument("--worker", required=True, help="receiving worker: name and role")
    transfer.add_argument("--meeting", default="", metavar="DAY", help="handover meeting on")
    transfer.add_argument(
        "--basis", choices=("consent", *OTHER_BASES), default="consent", help="why it may go"
    )
    transfer.add_argument("--reason", default="", help="why it goes without consent")
    transfer.add_argument("--decided-by", default="", help="initials of who decided that")
    _add_note(transfer)
    noted = _case_verb(verbs, "note", _note, "note what another service answered, and sign it")
    noted.add_argument("answer", choices=sorted(_ANSWERS), help="what they said")
    noted.add_argument("--by", required=True, help="who said it: name, role, how it came")
    noted.add_argument("--words", default="", help="their reason, or what was agreed")
    noted.add_argument("--receipt", type=Path, help="their receipt as PDF, kept in the record")
    add_date_option(noted)
    _case_verb(
        verbs, "exit", _exit, "begin the exit checklist of a case that a service has accepted"
    )


def _case_verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: CommandVerb,
    summary: str,
) -> argparse.ArgumentParser:
    parser = add_verb(verbs, name, run, summary, vault=True)
    parser.add_argument("case", help=CASE_HELP)
    return parser


def _add_note(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--note", required=True, help="handover note, in your own words")
    parser.add_argument("--from", dest="from_day", default="", metavar="DAY", help="from when")
    add_date_option(parser)


def _show(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        require_case(workspace.sitting, subject, Verb.READ, form_id="handover")
        found = handovers(workspace.vault, subject)
        words = CaseWords(workspace)
        lines = [standing_words(workspace, each, words) for each in found]
        open_now = found[0] if found and found[0].is_waiting else None
        inventory = _inventory(workspace, open_now) if open_now is not None else []
        data = {"handovers": [_data(each) for each in found], "open": inventory}
    text = "\n".join([*lines, *([""] if inventory else []), *inventory])
    return Result(data=data, text=text or "This case was never handed over.")


def _inventory(workspace: Workspace, found: Handover) -> list[str]:
    """Return note and inventory of a handover as lines."""
    (head, *_more) = workspace.vault.revisions.heads(found.document_id)
    answers = head.flat()
    lines = [text_of(answers, "ho_note")]
    for row in rows_of(answers, "ho_open"):
        due = readable_date(text_of(row, "hoo_due"))
        what = f"{text_of(row, 'hoo_what')} ({text_of(row, 'hoo_where')})"
        lines.append(f"Open: {what}{f', due {due}' if due else ''}")
    lines += [
        f"Goes: {text_of(row, 'hog_what')}, {text_of(row, 'hog_version')}"
        for row in rows_of(answers, "ho_goes")
    ]
    lines += [
        f"Stays: {text_of(row, 'hos_what')} ({text_of(row, 'hos_why')})"
        for row in rows_of(answers, "ho_stays")
    ]
    return lines


def _data(found: Handover) -> dict[str, object]:
    return {
        "document": found.document_id,
        "state": found.state.value,
        "kind": found.kind,
        "giver": found.giver_id,
        "receiver": found.receiver_id,
        "agency": found.agency_id,
        "signed_on": found.signed_on.isoformat(),
        "answered_on": found.answered_on.isoformat() if found.answered_on is not None else "",
    }


def _give(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, passphrase):
        subject = workspace.casework.find_case(options.case)
        (taker,) = find_recipients(workspace.sitting, (options.colleague,))
        signer = signer_for(workspace, options, passphrase)
        draft = begin(workspace, subject, COLLEAGUE)
        answers = {
            "ho_to": taker.person.person_id,
            "ho_from": options.from_day,
            "ho_note": options.note,
            "ho_night": options.night,
            "ho_staff": options.staff,
        }
        _answer_all(draft, answers)
        take_stock(workspace, draft)
        sign(workspace, draft, signer)
        return _result(
            workspace,
            subject,
            draft.document.document_id,
            f"Next: outreach bundle export {options.case} --to {taker.person.initials} …",
        )


def _answer_all(draft: OpenDocument, answers: dict[str, str]) -> None:
    for question, answer in answers.items():
        if answer:
            draft.set_answer(question, answer)


def _answer(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, passphrase):
        subject = workspace.casework.find_case(options.case)
        document_id = _waiting(workspace, subject).document_id
        signer = signer_for(workspace, options, passphrase)
        draft = begin_answer(workspace, document_id, _ANSWERS[options.answer])
        accepted = options.answer == "accept"
        _answer_all(
            draft,
            {"ho_answer_words": options.words} if accepted else {"ho_answer_why": options.why},
        )
        sign_answer(workspace, draft, signer)
        return _result(
            workspace,
            subject,
            document_id,
            f"Next: outreach bundle export {options.case} --to … (whoever handed it over)",
        )


def _back(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, passphrase):
        subject = workspace.casework.find_case(options.case)
        newest = next(iter(handovers(workspace.vault, subject)), None)
        if newest is None:
            raise NothingToHandOver
        signer = signer_for(workspace, options, passphrase)
        take_back(workspace, newest.document_id, options.why, signer)
        return _result(workspace, subject, newest.document_id)


def _transfer(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, passphrase):
        subject = workspace.casework.find_case(options.case)
        agency_id = _agency(workspace, subject, options.agency)
        ids = [
            find_document(workspace.vault, subject, name).document_id for name in options.document
        ]
        decider = ""
        if options.decided_by:
            (found,) = find_recipients(workspace.sitting, (options.decided_by,))
            decider = found.person.person_id
        signer = signer_for(workspace, options, passphrase)
        draft = begin(workspace, subject, SERVICE)
        answers = {
            "ho_agency": agency_id,
            "ho_receiving_worker": options.worker,
            "ho_from": options.from_day,
            "ho_meeting": options.meeting,
            "ho_note": options.note,
            "ho_basis": options.basis,
            "ho_basis_reason": options.reason,
            "ho_decided_by": decider,
        }
        _answer_all(draft, answers)
        sign_transfer(workspace, draft, ids, signer)
        return _result(workspace, subject, draft.document.document_id)


def _agency(workspace: Workspace, subject: Subject, name: str) -> str:
    fitting = [
        each.document_id
        for each in agencies_of(workspace, subject)
        if plain_name(each.name) == plain_name(name)
    ]
    if len(fitting) != 1:
        raise NoSuchThing(what="service in this case", name=name)
    return fitting[0]


def _note(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, passphrase):
        subject = workspace.casework.find_case(options.case)
        document_id = _waiting(workspace, subject).document_id
        receipt = read_file(options.receipt) if options.receipt is not None else b""
        signer = signer_for(workspace, options, passphrase)
        said = ServiceAnswer(
            answer=_ANSWERS[options.answer], by=options.by, words=options.words, receipt=receipt
        )
        note_answer(workspace, document_id, said, signer)
        more = f"Next: outreach case handover exit {options.case}"
        return _result(workspace, subject, document_id, more if options.answer == "accept" else "")


def _exit(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        subject = workspace.casework.find_case(options.case)
        document = begin_exit(workspace, subject).document
        reference = reference_of(workspace, subject)
    return Result(
        data={"case": reference, "document": document.document_id},
        text=f"The exit checklist is begun.\nNext: outreach doc set {reference} exit_checklist …",
    )


def _waiting(workspace: Workspace, subject: Subject) -> Handover:
    found = waiting(workspace.vault, subject)
    if found is None:
        raise NothingToHandOver
    return found


def _result(workspace: Workspace, subject: Subject, document_id: str, more: str = "") -> Result:
    found = next(
        each for each in handovers(workspace.vault, subject) if each.document_id == document_id
    )
    lines = [standing_words(workspace, found, CaseWords(workspace)), more]
    return Result(data=_data(found), text="\n".join(filter(None, lines)))
