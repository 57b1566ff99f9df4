"""A new case in under a minute: twelve questions that may all stay open, saved into two drafts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from outreach_app.domain.authority import CaseAccess, Verb, may
from outreach_app.domain.ids import Prefix
from outreach_app.engine.session import FormSession
from outreach_app.errors import OutreachError, Refusal
from outreach_app.services.case_finding import NewCase
from outreach_app.services.casework import Casework
from outreach_app.services.workspace import Workspace

BIRTH_YEAR = "client_identity/dob/dob_year"
BIRTH_MONTH = "client_identity/dob/dob_month"
BIRTH_DAY = "client_identity/dob/dob_day"
PREFERRED_NAME = "client_identity/preferred_name"
FULL_NAME = "client_identity/full_name"
_AGE_BAND = "client_identity/age_band"
_AT_NIGHT = {
    "client_contact/current_address/addr_kind": "safe_house",
    "case_start/service_kind": "safe_house",
}
"""What is known of everybody whom night staff take in."""
_ASKED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("client", (PREFERRED_NAME,)),
    ("client", (FULL_NAME,)),
    ("client", (BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR)),
    ("client", (_AGE_BAND,)),
    ("client", ("client_identity/gender",)),
    ("client", ("client_identity/nationalities",)),
    ("client", ("client_language/first_language",)),
    ("client", ("client_language/interpreter_needed",)),
    ("client", ("client_health/has_dependants",)),
    ("client", ("client_identity/case_jurisdiction",)),
    ("case", ("case_start/service_kind",)),
    ("case", ("case_start/referred_in_by",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalPart:
    """One box of a question: its address, its own words, and what it offers to choose from."""

    address: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalQuestion:
    """One of the twelve questions, in the words of its form.

    Attributes:
        parts: One box; three for a date of birth.
    """

    form_id: str
    label: str
    hint: str
    parts: tuple[ArrivalPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """The case that was begun.

    Attributes:
        refused: Why an answer was not taken, by its address; everything else is saved.
    """

    case: NewCase
    refused: Mapping[str, OutreachError] = field(default_factory=dict)


def may_begin_case(workspace: Workspace) -> bool:
    """Say whether the person's role begins cases."""
    me = workspace.sitting.me
    access = CaseAccess(is_member=True, is_arrival=True, form_id="case")
    return may(me.person_id, me.role, Verb.WRITE, access).allowed


def arrival_questions(workspace: Workspace) -> tuple[ArrivalQuestion, ...]:
    """Return the twelve questions of a new arrival; nothing is begun yet."""
    sessions = {form_id: _blank(workspace, form_id) for form_id in ("client", "case")}
    return tuple(_question(sessions[form_id], form_id, addresses) for form_id, addresses in _ASKED)


def begin_arrival(casework: Casework, answers: Mapping[str, str]) -> Arrived:
    """Begin a case and save what is known; an empty answer stays open.

    Args:
        casework: The verbs of the sitting.
        answers: Text or code by address.

    Raises:
        NotAllowed: The role does not write cases; nothing was begun.
    """
    begun = casework.new_case()
    refused: dict[str, OutreachError] = {}
    known = _AT_NIGHT if casework.writes_at_night else {}
    for form_id, document in (("client", begun.client), ("case", begun.case)):
        opened = casework.resume(document.document_id)
        told = {at: code for at, code in known.items() if at.startswith(f"{form_id}_")}
        for address, value in {**told, **dict(_given(form_id, answers))}.items():
            try:
                opened.set_answer(address, value)
            except Refusal as error:
                refused[address] = error
    return Arrived(case=begun, refused=refused)


def _given(form_id: str, answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the answers of a form; what opens other questions comes first."""
    mine = [address for form, addresses in _ASKED if form == form_id for address in addresses]
    mine.sort(key=_birth_order)
    for address in mine:
        value = answers.get(address, "").strip()
        # A date of birth says more than an age band, and the form then asks for no band.
        if value and not (address == _AGE_BAND and answers.get(BIRTH_YEAR, "").strip()):
            yield address, value


def _birth_order(address: str) -> int:
    order = (BIRTH_YEAR, BIRTH_MONTH, BIRTH_DAY)
    return order.index(address) if address in order else len(order)


def _blank(workspace: Workspace, form_id: str) -> FormSession:
    sitting = workspace.sitting
    return FormSession(
        workspace.catalogue.newest(form_id),
        today=sitting.today(),
        now=sitting.now(),
        new_row_id=lambda: sitting.new_id(Prefix.ROW),
    )


def _question(session: FormSession, form_id: str, addresses: tuple[str, ...]) -> ArrivalQuestion:
    views = [session.question(address) for address in addresses]
    parts = tuple(
        ArrivalPart(
            address=view.address,
            label=view.label,
            choices=tuple((each.code, each.label) for each in view.choices),
        )
        for view in views
    )
    whole = addresses[0].rpartition("/")[0] if len(addresses) > 1 else addresses[0]
    return ArrivalQuestion(
        form_id=form_id,
        label=session.label(whole),
        hint=views[0].hint,
        parts=parts,
    )
