"""Who may do what in which case: one pure function, run on import and on display.

What fails is kept, shown as not counted, and never feeds rules, levels or lists. Roles are a
signed extension of the certificate; the role that counts is the one at the time of signing.
"""

from dataclasses import dataclass
from enum import StrEnum

from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.people import Role
from outreach_app.phrases import phrase


class Verb(StrEnum):
    """What a person may want to do."""

    READ = "read"
    READ_STAFF_PART = "read_staff_part"
    READ_INTERNAL_PART = "read_internal_part"
    BREAK_GLASS = "break_glass"
    WRITE = "write"
    SIGN = "sign"
    PRINT = "print"
    EXPORT = "export"
    HAND_OVER = "hand_over"
    IMPORT = "import"
    COMMENT = "comment"
    RETURN = "return"
    APPROVE = "approve"
    COUNTERSIGN = "countersign"
    CLOSE = "close"
    DECIDE_WITHOUT_CONSENT = "decide_without_consent"
    REPORT = "report"
    SUSPEND = "suspend"
    CONFIGURE = "configure"
    ENROL = "enrol"


VERB_WORDS = {
    Verb.READ: phrase("Reading"),
    Verb.READ_STAFF_PART: phrase("Reading what is kept for the safety of staff"),
    Verb.READ_INTERNAL_PART: phrase("Reading what is weighed and decided among ourselves"),
    Verb.BREAK_GLASS: phrase("Opening with a reason"),
    Verb.WRITE: phrase("Writing"),
    Verb.SIGN: phrase("Signing"),
    Verb.PRINT: phrase("Printing"),
    Verb.EXPORT: phrase("Sending"),
    Verb.HAND_OVER: phrase("Handing a case over"),
    Verb.IMPORT: phrase("Taking in a bundle"),
    Verb.COMMENT: phrase("Commenting"),
    Verb.RETURN: phrase("Returning with comments"),
    Verb.APPROVE: phrase("Approving"),
    Verb.COUNTERSIGN: phrase("Countersigning"),
    Verb.CLOSE: phrase("Closing a case"),
    Verb.DECIDE_WITHOUT_CONSENT: phrase("Deciding without consent"),
    Verb.REPORT: phrase("Counting for reports"),
    Verb.SUSPEND: phrase("Suspending somebody"),
    Verb.CONFIGURE: phrase("Deciding for the organisation"),
    Verb.ENROL: phrase("Enrolling somebody"),
}
"""What each is called where it is refused."""
REVIEW_VERBS = {
    ReviewVerb.COMMENT: Verb.COMMENT,
    ReviewVerb.RETURN: Verb.RETURN,
    ReviewVerb.APPROVE: Verb.APPROVE,
    ReviewVerb.COUNTERSIGN: Verb.COUNTERSIGN,
    ReviewVerb.CLOSE: Verb.CLOSE,
}
"""Which authority each kind of review needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAccess:
    """What authority depends on, besides person and role.

    Attributes:
        is_member: The person is lead, second worker, or on the sharing list of the case.
        is_unassigned: Records of the case count, and none of them names anybody yet.
        is_arrival: The records of client and case, if there are any, are of the person's own hand.
        is_resident: The client lives in the safe house of the person's shift.
        glass_broken: The person opened the case with a written reason, which is in the journal.
        same_team: The person belongs to the team of the case.
        form_id: Form of the document in question, "" when it is about the whole case.
        assessment_kind: Kind of a risk assessment.
        referral_kind: Protocol of a referral.
        authors: Everyone who wrote since the last approval, authors of merges included.
    """

    is_member: bool = False
    is_unassigned: bool = False
    is_arrival: bool = False
    is_resident: bool = False
    glass_broken: bool = False
    same_team: bool = True
    form_id: str = ""
    assessment_kind: str = ""
    referral_kind: str = ""
    authors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether something is allowed, and why not, in words."""

    allowed: bool
    reason: str = ""


NOT_SHARED = phrase("the case is not shared with you")
"""Why somebody outside of a case may do nothing in it."""
NOT_NEW_HERE = phrase(
    "at night only records of somebody who is new here and of whom nobody else wrote"
)
"""Why night staff may not write a client or case record."""
_YES = Decision(allowed=True)
_FOUR_EYES = frozenset({Verb.APPROVE, Verb.COUNTERSIGN, Verb.CLOSE})
_CASE_WORK = frozenset({Verb.READ, Verb.WRITE, Verb.SIGN, Verb.PRINT, Verb.EXPORT, Verb.COMMENT})
_OWN_PARTS = frozenset({Verb.READ_STAFF_PART, Verb.READ_INTERNAL_PART})
_CASE_WORKERS = frozenset({Role.CASEWORKER, Role.AGENCY_STAFF})
_HANDED_ON = frozenset({Verb.READ, Verb.PRINT, Verb.EXPORT, Verb.COMMENT})
_SUPERVISOR_VERBS = _CASE_WORK | {
    Verb.READ_STAFF_PART,
    Verb.READ_INTERNAL_PART,
    Verb.HAND_OVER,
    Verb.IMPORT,
    Verb.RETURN,
    Verb.APPROVE,
    Verb.COUNTERSIGN,
    Verb.CLOSE,
    Verb.DECIDE_WITHOUT_CONSENT,
    Verb.REPORT,
    Verb.SUSPEND,
}
_LEAD_VERBS = frozenset(
    {
        Verb.READ,
        Verb.READ_STAFF_PART,
        Verb.READ_INTERNAL_PART,
        Verb.PRINT,
        Verb.IMPORT,
        Verb.EXPORT,
        Verb.COMMENT,
        Verb.RETURN,
        Verb.APPROVE,
        Verb.COUNTERSIGN,
        Verb.DECIDE_WITHOUT_CONSENT,
        Verb.SUSPEND,
    }
)
_LEAD_FORMS = frozenset({"referral", "consent", "safety_flag", "missing_episode"})
_LEAD_REFERRALS = frozenset({"", "child_safeguarding", "adult_safeguarding"})
_NIGHT_WRITES = frozenset({"safety_flag", "contact_note", "missing_episode", "risk_assessment"})
_NIGHT_READS = _NIGHT_WRITES | {"safety_plan"}
_RECORDS = frozenset({"client", "case"})


def may(person_id: str, role: Role, verb: Verb, facts: CaseAccess) -> Decision:
    """Say whether a person may do something, with the role that their certificate states."""
    if verb in _FOUR_EYES and person_id in facts.authors:
        return Decision(
            allowed=False, reason=phrase("you wrote part of it: a second person must look")
        )
    if role in _CASE_WORKERS:
        return _case_worker(role, verb, facts)
    if role is Role.NIGHT_STAFF:
        return _night_staff(verb, facts)
    if role is Role.SUPERVISOR:
        return _if(verb in _SUPERVISOR_VERBS, phrase("a supervisor does not do this"))
    if role is Role.SAFEGUARDING_LEAD:
        return _safeguarding_lead(verb, facts)
    return _if(
        verb in {Verb.CONFIGURE, Verb.ENROL},
        phrase("the configuration manager does not read or change cases"),
    )


def _if(allowed: bool, reason: str) -> Decision:
    return _YES if allowed else Decision(allowed=False, reason=reason)


def _case_worker(role: Role, verb: Verb, facts: CaseAccess) -> Decision:
    if verb is Verb.IMPORT:
        return _YES
    if verb is Verb.BREAK_GLASS:
        return _if(not facts.is_member, phrase("the case is open to you already"))
    if verb in _OWN_PARTS:
        return _own_part(role, verb, facts)
    takes_over = role is Role.CASEWORKER and _takes_over(verb, facts)
    if takes_over or (verb in {Verb.READ, Verb.COMMENT} and facts.glass_broken):
        return _YES
    if verb in _CASE_WORK or (verb is Verb.HAND_OVER and role is Role.CASEWORKER):
        return _if(facts.is_member, NOT_SHARED)
    return Decision(allowed=False, reason=phrase("a supervisor has to do this"))


def _own_part(role: Role, verb: Verb, facts: CaseAccess) -> Decision:
    ours = role is not Role.AGENCY_STAFF
    if verb is Verb.READ_INTERNAL_PART:
        return _if(ours, phrase("what is weighed and decided stays within our own service"))
    return _if(
        facts.is_member and facts.same_team and ours,
        phrase("staff-safety notes stay within the team of the case"),
    )


def _takes_over(verb: Verb, facts: CaseAccess) -> bool:
    """Say whether an act serves to take over a case that nobody was named for yet."""
    names_somebody = verb in {Verb.WRITE, Verb.SIGN} and facts.form_id == "case"
    return facts.is_unassigned and (verb in _HANDED_ON or names_somebody)


def _night_staff(verb: Verb, facts: CaseAccess) -> Decision:
    if verb is Verb.BREAK_GLASS:
        return _if(facts.is_resident, phrase("only for people who live in the safe house now"))
    if facts.form_id in _RECORDS and verb in {Verb.WRITE, Verb.SIGN}:
        return _if(facts.is_arrival, NOT_NEW_HERE)
    if not (facts.is_resident or facts.is_arrival):
        return Decision(allowed=False, reason=phrase("not a resident of your shift"))
    # A full assessment is the history of the client: at night only the immediate screen.
    immediate = facts.form_id != "risk_assessment" or facts.assessment_kind in {"", "immediate"}
    if verb is Verb.READ:
        tonight = not facts.form_id or (facts.form_id in _NIGHT_READS and immediate)
        own = facts.form_id in _RECORDS and facts.is_arrival
        return _if(
            facts.glass_broken or tonight or own,
            phrase("the full history opens only with a written reason"),
        )
    if verb in {Verb.WRITE, Verb.SIGN}:
        return _if(
            facts.form_id in _NIGHT_WRITES and immediate,
            phrase("at night only notes, flags, missing steps and the immediate safety screen"),
        )
    return _if(
        verb in {Verb.HAND_OVER, Verb.PRINT, Verb.READ_INTERNAL_PART},
        phrase("night staff hand over; the day team does this"),
    )


def _safeguarding_lead(verb: Verb, facts: CaseAccess) -> Decision:
    if verb in {Verb.APPROVE, Verb.COUNTERSIGN}:
        fits = facts.form_id in _LEAD_FORMS and (
            facts.form_id != "referral" or facts.referral_kind in _LEAD_REFERRALS
        )
        return _if(
            fits, phrase("a safeguarding lead approves safeguarding referrals and decisions")
        )
    return _if(verb in _LEAD_VERBS, phrase("a safeguarding lead does not do this"))
