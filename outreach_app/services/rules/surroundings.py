"""What the rules of one open document read besides its own answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.exits.agency_evidence import agencies_of
from outreach_app.domain.exits.evidence import ExitCase, Speaker, plain_words
from outreach_app.domain.people import Person
from outreach_app.domain.plan_rules import PlanSurroundings
from outreach_app.domain.risk import CodedItem
from outreach_app.domain.timescales import Timescales
from outreach_app.domain.working_days import BankHolidays


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleContext:
    """Fixed while a document is open, but for `is_relevant`, which asks the live form.

    Attributes:
        case_file: The case as it stood when the document was opened.
        items: Coded items of the form; empty outside the risk assessment.
        is_relevant: Says by its stem whether an item is asked now.
        reference: The client's reference, on which the numbers of referrals build.
        label_of: Words of a choice of this form by question and code.
        words_of: Words of a choice of any form by form, question and code.
        sources: Address of the question that shows each source of the rules.
        earlier: Flat answers of the document's own signed revisions, whose labels are never reused.
        document_id: The open document; its own earlier revision is not counted twice.
        is_arrival: The record of a new arrival, by night staff: it is signed with what is known.
        people: Everybody who was ever certified.
    """

    case_file: CaseFile
    timescales: Timescales
    holidays: BankHolidays
    today: date
    items: tuple[CodedItem, ...] = ()
    is_relevant: Callable[[str], bool] = lambda _stem: True
    reference: str = ""
    label_of: Callable[[str, str], str] = lambda _question, code: code
    words_of: Speaker = plain_words
    sources: Mapping[str, str] = field(default_factory=dict)
    earlier: tuple[FlatAnswers, ...] = ()
    document_id: str = ""
    is_arrival: bool = False
    people: tuple[Person, ...] = ()


def plan_surroundings(context: RuleContext) -> PlanSurroundings:
    """Return what the plan's rules read besides the plan."""
    case_file = context.case_file
    last = case_file.last_assessment
    involved = agencies_of(ExitCase(case_file=case_file, answers={}, timescales=context.timescales))
    return PlanSurroundings(
        risks=last.rows if last is not None else (),
        agency_kinds=frozenset(each.kind for each in involved if not each.has_ended(context.today)),
        is_minor=case_file.is_minor,
    )
