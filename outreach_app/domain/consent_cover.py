"""Whether consent covers what is to be shared: classes of facts against what was agreed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from outreach_app.domain.consents import Consent, ConsentState
from outreach_app.domain.documents import PartName

LEAST_REASON = 20
"""A reason for sharing on another basis has so many characters."""
LEAST_ADDRESS_REASON = 10

OTHER_BASES = (
    "child_at_risk",
    "immediate_danger",
    "serious_crime",
    "court_order",
    "no_capacity",
)
"""On what facts may go without the client's consent; a supervisor or safeguarding lead decides."""

_CLASS_OF_FORM = {
    "client": ("identity",),
    "case": ("needs",),
    "support_plan": ("needs",),
    "outcomes_check": ("needs",),
    "exit_checklist": ("needs",),
    "follow_up": ("needs",),
    "rights_request": ("needs",),
    "incident": ("needs",),
    "handover": ("needs",),
    "referral_approval": ("needs",),
    "agency_involvement": ("needs",),
    "risk_assessment": ("risk", "exploitation"),
    "safety_plan": ("risk",),
    "safety_flag": ("risk",),
    "missing_episode": ("risk",),
    "contact_note": ("exploitation",),
    "referral": ("identity", "needs", "exploitation"),
    "nrm_explanation": ("immigration",),
    "nrm_event": ("immigration",),
}
_CLASS_OF_PART = {PartName.LOCATION.value: "contact", PartName.SPECIAL.value: "health"}
_ALWAYS = frozenset({"minimum"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What consents say about sharing with one agency on one day.

    Attributes:
        consents: Those that hold.
        uncovered: Classes of facts (codes of ``con_parts``) that none of them covers.
        against: Consents with this agency that do not hold: refused, withdrawn, expired.
    """

    consents: tuple[Consent, ...] = ()
    uncovered: tuple[str, ...] = ()
    against: tuple[Consent, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Say whether everything is covered."""
        return bool(self.consents) and not self.uncovered


def facts_in(form_ids: Iterable[str], parts: Iterable[str]) -> tuple[str, ...]:
    """Return the classes of facts that documents of some forms hold, with the parts that go."""
    found = [each for form_id in form_ids for each in _CLASS_OF_FORM.get(form_id, ())]
    found += [_CLASS_OF_PART[part] for part in parts if part in _CLASS_OF_PART]
    return tuple(sorted(set(found)))


def cover(consents: Iterable[Consent], agency_id: str, wanted: Iterable[str], on: date) -> Cover:
    """Return how consents cover classes of facts for an agency on a day.

    For each purpose only the newest word counts, so that a later no outweighs an earlier yes.
    """
    newest: dict[str, Consent] = {}
    for consent in consents:
        if consent.kind != "share" or consent.agency_id != agency_id:
            continue
        known = newest.get(consent.purpose)
        if known is None or (consent.given_on or date.min) >= (known.given_on or date.min):
            newest[consent.purpose] = consent
    valid = tuple(each for each in newest.values() if each.state_on(on) is ConsentState.VALID)
    agreed = {part for each in valid for part in each.parts}
    return Cover(
        consents=valid,
        uncovered=tuple(each for each in wanted if each not in agreed | _ALWAYS),
        against=tuple(each for each in newest.values() if each not in valid),
    )
