"""By which rules a client is visited: what the newest assessment says for the safety of staff."""

from dataclasses import dataclass

from outreach_app.domain.authority import Verb
from outreach_app.domain.documents import Subject
from outreach_app.domain.values import text_of, whole_of
from outreach_app.domain.visits import LONGEST_MIN, SHORTEST_MIN, USUAL_MIN, Alone, may_go_alone
from outreach_app.services.permission import reads_staff_part, require_case
from outreach_app.services.workspace import Workspace

_NOTE, _ASSESSMENT = "contact_note", "risk_assessment"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitTerms:
    """What holds for visits to one client.

    Attributes:
        rule: Code of the visit rule, "" while nobody has said.
        rule_words: The rule as the form says it.
        expected_by: Who expects the call.
        minutes: After how many the call is expected.
        if_no_call: What is done without it.
    """

    alone: Alone
    rule: str
    rule_words: str
    expected_by: str
    minutes: int
    if_no_call: str
    places: str


def visit_terms(workspace: Workspace, subject: Subject) -> VisitTerms:
    """Return what holds for visits; without an assessment, or for who may not read it, two people.

    Raises:
        NotAllowed: The person writes no contact notes in this case.
    """
    access = require_case(workspace.sitting, subject, Verb.WRITE, form_id=_NOTE)
    case_file = workspace.casework.case_file(subject)
    answers = case_file.answers_of(_ASSESSMENT)
    said = answers if reads_staff_part(workspace.sitting, access) else {}
    rule = text_of(said, "visit_rule")
    minutes = whole_of(said, "checkin_by") or USUAL_MIN
    return VisitTerms(
        alone=may_go_alone(rule, case_file.level, {each.code for each in case_file.open_flags()}),
        rule=rule,
        rule_words=workspace.catalogue.label(_ASSESSMENT, "visit_rule", rule) if rule else "",
        expected_by=text_of(said, "checkin_person"),
        minutes=min(max(minutes, SHORTEST_MIN), LONGEST_MIN),
        if_no_call=text_of(said, "checkin_escalation"),
        places=text_of(said, "meeting_place_rule"),
    )
