"""A referral as one way: which protocol, a draft with what is known, and what comes next for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from outreach_app.domain.approvals import APPROVAL, PhoneApproval
from outreach_app.domain.authority import Verb
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.documents import Document, Reason, Subject
from outreach_app.domain.ids import Prefix
from outreach_app.domain.partial_dates import partial_date_of
from outreach_app.domain.referral_protocols import PROTOCOLS, Why, suggested_protocols
from outreach_app.domain.referrals import Referral, referrals_of
from outreach_app.domain.safe_contacts import safe_contacts
from outreach_app.domain.values import codes_of, first_text, row_id_of, rows_of, text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.attention import referral_words
from outreach_app.services.case_words import CaseWords, day_words
from outreach_app.services.crisis import on_call_numbers
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import require_case
from outreach_app.services.workspace import Workspace

_CHASES = "outcome_section/out_chases"
REFERRAL, OUTCOME, TRANSMISSION = "referral", "referral_outcome", "transmission"
_CHILD = "child_safeguarding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol:
    """One kind of referral.

    Attributes:
        why: Why it is suggested, "" where it is not.
        receivers: Who usually gets it.
        consent: What it needs of the client.
        minimum: Without what it is received and probably not acted upon.
    """

    kind: str
    title: str
    why: str = ""
    receivers: str = ""
    consent: str = ""
    minimum: str = ""


class Next(StrEnum):
    """What comes next for a referral."""

    FINISH = "finish"
    APPROVAL = "approval"
    SEND = "send"
    ANSWER = "answer"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A referral and its next step.

    Attributes:
        outcome_id: The record of what came of it, "" while there is none.
        chases: How often an answer was asked for, and for how many minutes together.
        said: Who approved it on the telephone and when, while nobody has said so in writing.
        has_form: The authority's own form is attached and goes along.
        waits: A manager has not decided about it, neither in writing nor on the telephone.
    """

    document_id: str
    title: str
    status: str
    next: Next
    receiver: str = ""
    outcome_id: str = ""
    chases: int = 0
    minutes: int = 0
    said: str = ""
    waits: bool = False
    has_form: bool = False


def protocols(workspace: Workspace, subject: Subject) -> tuple[Protocol, ...]:
    """Return every protocol, those that the case suggests first.

    Raises:
        NotAllowed: The role does not write referrals here.
    """
    require_case(workspace.sitting, subject, Verb.WRITE, form_id=REFERRAL)
    case_file = workspace.casework.case_file(subject)
    why = {each.kind: why_words(each.why) for each in suggested_protocols(case_file)}
    listed = _listed(workspace)
    order = [*why, *(each for each in PROTOCOLS if each not in why)]
    words = CaseWords(workspace)
    return tuple(
        Protocol(
            kind=kind,
            title=words.choice(REFERRAL, "ref_kind", kind),
            why=why.get(kind, ""),
            receivers=listed.get(kind, {}).get("receivers", ""),
            consent=listed.get(kind, {}).get("consent", ""),
            minimum=listed.get(kind, {}).get("minimum_facts", ""),
        )
        for kind in order
    )


def _listed(workspace: Workspace) -> dict[str, Mapping[str, str]]:
    definition = workspace.catalogue.newest(REFERRAL)
    item = next(each for each in definition.leaves() if each.name == "ref_kind")
    return {each.code: each.extras for each in item.choices}


def why_words(why: Why) -> str:
    """Return why a protocol is suggested."""
    return {
        Why.CHILD: phrase("A child, or somebody who may be one: at once"),
        Why.DANGER: phrase("Danger now: call 999 first"),
        Why.OTHER_VICTIMS: phrase("Others may be held there"),
        Why.ADULT_AT_RISK: phrase("Cannot protect themselves from abuse"),
        Why.NRM_AGREED: phrase("The client wants the NRM"),
        Why.CHILD_NRM: phrase("A child must be referred; consent is not asked"),
        Why.NRM_REFUSED: phrase("The client does not want the NRM: without the name"),
        Why.INSTEAD: phrase("Support outside the NRM"),
    }[why]


def begin_referral(workspace: Workspace, subject: Subject, kind: str) -> OpenDocument:
    """Begin a referral of a kind with what the record knows, or go on with one that was begun.

    Everything that is filled in can be changed or taken out; nothing is signed.

    Raises:
        NotAllowed: The role does not write referrals here.
    """
    for document in workspace.vault.drafts.mine():
        if (document.form_id, document.subject) == (REFERRAL, subject):
            opened = workspace.casework.resume(document.document_id)
            if not opened.draft.base and text_of(opened.answers(), "ref_kind") == kind:
                return opened
    opened = workspace.casework.begin(REFERRAL, subject)
    opened.set_answer("ref_kind", kind)
    case_file = workspace.casework.case_file(subject)
    opened.set_answer("ref_prepared_by_who", workspace.sitting.me.full_name)
    opened.set_answer("ref_prepared_by_method", "typed_name")
    paths = {each.name: each.path for each in opened.definition.leaves()}
    for name, value in _known(case_file, CaseWords(workspace), kind):
        if value and opened.session.is_relevant(paths[name]):
            opened.set_answer(name, value)
    return opened


def _known(case_file: CaseFile, words: CaseWords, kind: str) -> Iterator[tuple[str, str]]:
    client = case_file.client
    yield "ref_types", " ".join(codes_of(case_file.case, "exploitation_types"))
    yield "ref_indicators", " ".join(_indicators(case_file))
    yield "ref_future_risks", "\n".join(_risks(case_file))
    yield "ref_missing_risk", _missing(case_file, words)
    yield "ref_interpreter", _interpreter(case_file, words)
    safe = [row_id_of(row) for row in safe_contacts(client)]
    yield "ref_safe_contact", safe[0] if safe else ""
    if kind == _CHILD:
        yield "cs_child_name", text_of(client, "full_name")
        born = partial_date_of(client, "dob")
        if born is not None:
            yield "cs_child_dob_year", str(born.year)
            yield "cs_child_dob_month", str(born.month or "")
            yield "cs_child_dob_day", str(born.day or "")


def _indicators(case_file: CaseFile) -> tuple[str, ...]:
    every = [text_of(row, "ind_code") for row in rows_of(case_file.case, "indicators")]
    return tuple(dict.fromkeys(each for each in every if each))


def _risks(case_file: CaseFile) -> tuple[str, ...]:
    last = case_file.last_assessment
    rows = rows_of(last.record.answers, "risks") if last is not None else ()
    return tuple(text_of(row, "risk_title") for row in rows if text_of(row, "risk_title"))


def _missing(case_file: CaseFile, words: CaseWords) -> str:
    last = case_file.last_assessment
    if last is None:
        return ""
    answers = last.record.answers
    level = words.choice("risk_assessment", "missing_risk", text_of(answers, "missing_risk"))
    parts = [text_of(answers, f"missing_{each}") for each in ("when", "where", "prevent")]
    return "\n".join(each for each in (level, *parts) if each)


def _interpreter(case_file: CaseFile, words: CaseWords) -> str:
    client = case_file.client
    language = words.choice("client", "first_language", text_of(client, "first_language"))
    wanted = text_of(client, "interpreter_needed") == "yes"
    needed = "interpreter needed" if wanted and language else ""
    return ", ".join(each for each in (language, needed) if each)


def standing_referrals(workspace: Workspace, subject: Subject) -> tuple[Standing, ...]:
    """Return the referrals of a case with what comes next, the newest first, drafts before them.

    Raises:
        NotAllowed: The case is not for this person.
    """
    require_case(workspace.sitting, subject, Verb.READ, form_id=REFERRAL)
    case_file = workspace.casework.case_file(subject)
    words = CaseWords(workspace)
    every = referrals_of(case_file)
    signed = [_signed(workspace, each, case_file, words) for each in reversed(every)]
    known = {each.document_id for each in signed}
    drafts = [
        _draft(workspace, document, words)
        for document in workspace.vault.drafts.mine()
        if (document.form_id, document.subject) == (REFERRAL, subject)
        and document.document_id not in known
    ]
    return (*drafts, *signed)


def _draft(workspace: Workspace, document: Document, words: CaseWords) -> Standing:
    answers = workspace.vault.drafts.load(document.document_id).answers.get("ref_head", {})
    kind = words.choice(REFERRAL, "ref_kind", str(answers.get("ref_kind", "")))
    return Standing(
        document_id=document.document_id,
        title=referral_words("", kind) if kind else words.form(REFERRAL),
        status=phrase("Begun and not signed"),
        next=Next.FINISH,
    )


_NEXT = {
    "waiting_approval": Next.APPROVAL,
    "not_approved": Next.FINISH,
    "approved": Next.SEND,
    "sent": Next.ANSWER,
    "acknowledged": Next.ANSWER,
    "no_response": Next.ANSWER,
}


def _signed(
    workspace: Workspace, referral: Referral, case_file: CaseFile, words: CaseWords
) -> Standing:
    agency = case_file.find(referral.agency_id)
    outcome = [
        each.document_id
        for each in case_file.all(OUTCOME)
        if text_of(each.answers, "out_referral") == referral.document_id
    ]
    step = _NEXT.get(referral.status, Next.NOTHING)
    if step is Next.APPROVAL and referral.urgency == "now":
        step = Next.SEND
    return Standing(
        document_id=referral.document_id,
        title=referral_words(referral.label, words.choice(REFERRAL, "ref_kind", referral.kind)),
        status=words.choice(OUTCOME, "out_status", referral.status),
        next=step,
        receiver=text_of(agency.answers, "agency_name") if agency is not None else "",
        outcome_id=outcome[-1] if outcome else "",
        chases=referral.chases,
        minutes=referral.minutes,
        waits=referral.status == "waiting_approval",
        has_form=bool(text_of(referral.record.answers, "ref_local_form")),
        said=said_words(workspace, referral.phone) if referral.needs_confirmation else "",
    )


def chase_words(standing: Standing) -> str:
    """Return how often an answer was asked for and what that took, "" for never."""
    if not standing.chases:
        return ""
    return in_a_row(
        (
            phrase("asked %n time(s)", count=standing.chases),
            phrase("{number} minutes", number=standing.minutes),
        )
    )


def said_words(workspace: Workspace, said: PhoneApproval | None) -> str:
    """Return who decided on the telephone and when, "" for nobody."""
    if said is None:
        return ""
    people = workspace.sitting.trust.everybody()
    names = {each.person_id: each.full_name for each in people}
    return phrase(
        "Approved on the telephone by {name} on {day}; to be confirmed",
        name=names.get(said.who) or phrase("somebody not known here"),
        day=day_words(said.on),
    )


def begin_outcome(workspace: Workspace, subject: Subject, referral_id: str) -> OpenDocument:
    """Begin the record of what came of a referral, or go on with one's own draft of it.

    Raises:
        NotAllowed: The role does not write this.
    """
    return _begun_about(workspace, subject, OUTCOME, ("out_referral", referral_id))


def begin_chase(workspace: Workspace, subject: Subject, referral_id: str) -> OpenDocument:
    """Begin an entry for asking again, now; how long it took and what came of it is to be written.

    An entry that was begun and says neither yet is gone on with.

    Raises:
        NotAllowed: The role does not write this.
        OpenConflict: The record of the outcome has two newest versions.
    """
    opened = _outcome_of(workspace, subject, referral_id)
    rows = rows_of(opened.answers(), "out_chases")
    if rows and not first_text(rows[-1], ("ch_minutes", "ch_result")):
        return opened
    row_id = opened.add_row(_CHASES, row_id=workspace.sitting.new_id(Prefix.ROW))
    now = workspace.sitting.now().astimezone(CASEWORK_ZONE).replace(second=0, microsecond=0)
    opened.set_answer(f"{_CHASES}[{row_id}]/ch_at", now.isoformat(timespec="milliseconds"))
    opened.set_answer(f"{_CHASES}[{row_id}]/ch_how", "phone")
    return opened


def _outcome_of(workspace: Workspace, subject: Subject, referral_id: str) -> OpenDocument:
    """Return the record of what came of a referral, to be written in."""
    known = [
        each.document_id
        for each in workspace.casework.case_file(subject).all(OUTCOME)
        if text_of(each.answers, "out_referral") == referral_id
    ]
    if not known:
        return begin_outcome(workspace, subject, referral_id)
    if workspace.vault.drafts.has(known[-1]):
        return workspace.casework.resume(known[-1])
    return workspace.casework.revise(known[-1], Reason.CONTINUED)


def begin_by_hand(workspace: Workspace, subject: Subject, referral_id: str) -> OpenDocument:
    """Begin the record of a referral that somebody sends by secure mail, portal or hand.

    Raises:
        NotAllowed: The role does not write this.
    """
    opened = _begun_about(workspace, subject, TRANSMISSION, ("tx_referral", referral_id))
    if not text_of(opened.answers(), "tx_by"):
        opened.set_answer("tx_by", workspace.sitting.me.person_id)
    return opened


def begin_phone_approval(workspace: Workspace, subject: Subject, referral_id: str) -> OpenDocument:
    """Begin the record of what a manager decided on the telephone, now, on the first number on call.

    Raises:
        NotAllowed: The role does not write this.
    """
    opened = _begun_about(workspace, subject, APPROVAL, ("pa_referral", referral_id))
    if not text_of(opened.answers(), "pa_at"):
        now = workspace.sitting.now().astimezone(CASEWORK_ZONE).replace(second=0, microsecond=0)
        opened.set_answer("pa_at", now.isoformat(timespec="milliseconds"))
        for number in on_call_numbers(workspace.sitting)[:1]:
            opened.set_answer("pa_number", number)
    return opened


def _begun_about(
    workspace: Workspace, subject: Subject, form_id: str, about: tuple[str, str]
) -> OpenDocument:
    """Return one's own unsigned draft about a referral, or a new one."""
    question, referral_id = about
    for document in workspace.vault.drafts.mine():
        if (document.form_id, document.subject) == (form_id, subject):
            opened = workspace.casework.resume(document.document_id)
            if text_of(opened.answers(), question) == referral_id:
                return opened
    opened = workspace.casework.begin(form_id, subject)
    opened.set_answer(question, referral_id)
    return opened
