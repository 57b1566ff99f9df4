"""What stands in the way of a referral: facts, consent, harm, approval, the way it leaves.

A warning is shown and answered; an error stops the step it belongs to, never the saving.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from outreach_app.domain.nrm import POINTS, points_missing
from outreach_app.domain.referral_receiver import names_in, parts_of_names_in
from outreach_app.domain.values import text_of
from outreach_app.phrases import in_a_row, phrase

MIN_FACTS_REASON = 10
MIN_HARM_REASON = 20
NEVER_ANONYMOUS = frozenset({"child_safeguarding", "nrm", "support"})
_LAWFUL_ADULT = frozenset({"given", "no_capacity", "coercion", "others_risk", "vital"})
_HARM = ("dnh_client", "dnh_others", "dnh_family", "dnh_reporter")
_CONSENT_NOT_NEEDED = frozenset({"child_safeguarding", "dtn"})


class ProblemLevel(StrEnum):
    """What a problem stops."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that stands in the way.

    Attributes:
        question: The question that answers it, "" when it is no question of this form.
    """

    code: str
    level: ProblemLevel
    text: str
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralFacts:
    """What the gates read besides the referral.

    Attributes:
        consent_valid: A consent for this agency holds today.
        approved: A supervisor or safeguarding lead, not the author, approved this very revision.
        child_at_risk: A flag about a child is open.
        explanation: Answers of the NRM explanation.
        is_stopped: The client withdrew the consent that it rests on before it left.
    """

    client: Mapping[str, Any]
    is_minor: bool
    consent_valid: bool = False
    approved: bool = False
    child_at_risk: bool = False
    explanation: Mapping[str, Any] | None = None
    is_stopped: bool = False


def _error(code: str, text: str, question: str = "") -> Problem:
    return Problem(code=code, level=ProblemLevel.ERROR, text=text, question=question)


def _warning(code: str, text: str, question: str = "") -> Problem:
    return Problem(code=code, level=ProblemLevel.WARNING, text=text, question=question)


def approval_required(urgency: str) -> bool:
    """Say whether a manager must approve before it leaves: always, except in an emergency."""
    return urgency != "now"


def needs_consent(referral: Mapping[str, Any], *, is_minor: bool) -> bool:
    """Say whether the client's consent is wanted for this referral as it is written."""
    kind = text_of(referral, "ref_kind")
    if kind in _CONSENT_NOT_NEEDED or (kind == "nrm" and is_minor):
        return False
    return text_of(referral, "ref_identity_shared") != "anonymous"


_MINIMUM: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "child_safeguarding": (
        ("address", ("cs_child_address",)),
        (phrase("full name"), ("cs_child_name",)),
        (phrase("date of birth or age"), ("cs_child_dob_year",)),
    ),
    "adult_safeguarding": (
        ("name", ("full_name", "preferred_name")),
        (phrase("where the person is"), ("ref_to_area", "ref_locations")),
        (phrase("care and support needs"), ("as_needs",)),
        (phrase("what abuse"), ("as_abuse",)),
        (phrase("consent or the reason without"), ("as_consent_basis",)),
    ),
    "law_enforcement": (
        ("what", ("ref_types",)),
        ("where", ("ref_locations",)),
        ("when", ("ref_facts",)),
        (phrase("who is in danger"), ("ref_future_risks",)),
    ),
    "nrm": (
        (phrase("type of exploitation"), ("ref_types",)),
        (phrase("what happened, dated"), ("ref_facts",)),
        ("where", ("ref_locations",)),
        ("name", ("full_name", "preferred_name")),
        ("nationality", ("nationalities",)),
    ),
    "support": (
        ("need", ("ref_asked_for",)),
        (phrase("safe contact"), ("ref_safe_contact",)),
        (phrase("risk for their staff"), ("ref_staff_safety",)),
    ),
    "overseas": (
        (phrase("country and place"), ("ref_locations",)),
        ("danger", ("ref_future_risks",)),
        (phrase("family or partner agency"), ("ref_to_agency",)),
    ),
}


def missing_facts(referral: Mapping[str, Any], facts: ReferralFacts) -> tuple[str, ...]:
    """Return the minimum facts of the protocol that are missing, in plain words."""
    known = {**facts.client, **referral}
    missing = [
        words
        for words, names in _MINIMUM.get(text_of(referral, "ref_kind"), ())
        if not any(known.get(name) for name in names)
    ]
    kind = text_of(referral, "ref_kind")
    if kind in {"support", "overseas"} and not (facts.consent_valid or referral.get("ref_consent")):
        missing.append("consent")
    return tuple(missing)


def content_problems(referral: Mapping[str, Any], facts: ReferralFacts) -> tuple[Problem, ...]:
    """Return what is wrong with a referral before it is approved."""
    return (
        *_fact_problems(referral, facts),
        *_identity_problems(referral, facts),
        *_harm_problems(referral, facts),
        *_nrm_problems(referral, facts),
    )


def _fact_problems(referral: Mapping[str, Any], facts: ReferralFacts) -> list[Problem]:
    missing = missing_facts(referral, facts)
    if not missing:
        return []
    words = in_a_row(missing)
    found = [
        _warning(
            "likely_not_acted_upon",
            phrase("Received, and probably not acted upon without: {words}", words=words),
        )
    ]
    if len(text_of(referral, "min_facts_reason").strip()) < MIN_FACTS_REASON:
        found.append(
            _error(
                "min_facts_reason", phrase("Write why it is sent without them."), "min_facts_reason"
            )
        )
    if not text_of(referral, "min_facts_plan").strip():
        found.append(
            _error("min_facts_plan", phrase("Write who will find them, by when."), "min_facts_plan")
        )
    return found


def _identity_problems(referral: Mapping[str, Any], facts: ReferralFacts) -> list[Problem]:
    kind, identity = text_of(referral, "ref_kind"), text_of(referral, "ref_identity_shared")
    if identity == "anonymous" and kind in NEVER_ANONYMOUS:
        return [
            _error(
                "anonymous_not_possible",
                phrase("This kind of referral cannot be made without the person's identity."),
                "ref_identity_shared",
            )
        ]
    if identity == "anonymous":
        return _name_problems(referral, facts)
    if not needs_consent(referral, is_minor=facts.is_minor) or facts.consent_valid:
        return []
    basis = text_of(referral, "ref_no_consent_basis").strip()
    if basis or text_of(referral, "as_consent_basis") in _LAWFUL_ADULT:
        return [
            _warning(
                "sent_without_consent", phrase("Sent without consent because: {basis}", basis=basis)
            )
        ]
    return [
        _error(
            "consent_missing",
            phrase("No valid consent: write the lawful reason for sending without it."),
            "ref_no_consent_basis",
        )
    ]


def _name_problems(referral: Mapping[str, Any], facts: ReferralFacts) -> list[Problem]:
    """Return whether an anonymous referral tells the name after all."""
    if names_in(referral, facts.client):
        words = phrase(
            "The client's name stands in this anonymous referral: take it out, or choose “Named”."
        )
        return [_error("name_in_anonymous", words, "ref_identity_shared")]
    if parts_of_names_in(referral, facts.client):
        words = phrase("A word of the client's name stands in this anonymous referral: look again.")
        return [_warning("part_of_name_in_anonymous", words, "ref_identity_shared")]
    return []


def _harm_problems(referral: Mapping[str, Any], facts: ReferralFacts) -> list[Problem]:
    found = [
        _error("do_no_harm_unanswered", phrase("Answer the do-no-harm question."), name)
        for name in _HARM
        if not text_of(referral, name)
    ]
    if len(text_of(referral, "dnh_reason").strip()) < MIN_HARM_REASON:
        found.append(
            _error("dnh_reason", phrase("Give the reason for the proposal."), "dnh_reason")
        )
    if any(text_of(referral, name) not in {"", "no"} for name in _HARM) and not text_of(
        referral, "dnh_measures"
    ):
        found.append(_error("dnh_measures", phrase("Write what lowers the risk."), "dnh_measures"))
    if (
        text_of(referral, "dnh_decision") == "do_not_send"
        and (facts.child_at_risk or text_of(referral, "ref_kind") == "child_safeguarding")
        and text_of(referral, "dnh_lead_decided") != "yes"
    ):
        found.append(
            _error(
                "lead_must_decide",
                phrase("Not sending while a child is at risk is for the safeguarding lead."),
                "dnh_lead_decided",
            )
        )
    return found


def _nrm_problems(referral: Mapping[str, Any], facts: ReferralFacts) -> list[Problem]:
    if text_of(referral, "ref_kind") != "nrm":
        return []
    explained = facts.explanation or {}
    return explanation_problems(explained, is_minor=facts.is_minor)


def explanation_problems(explained: Mapping[str, Any], *, is_minor: bool) -> list[Problem]:
    """Return what is wrong with an explanation of the NRM: for a minor no consent is asked."""
    decision = text_of(explained, "nrm_decision")
    if is_minor:
        found = []
        if decision not in {"", "not_needed_child"}:
            found.append(
                _error(
                    "consent_not_asked", phrase("A child's consent is not needed."), "nrm_decision"
                )
            )
        if not text_of(explained, "nrm_la_contact"):
            found.append(
                _error(
                    "la_contact",
                    phrase("Name the contact at the local authority."),
                    "nrm_la_contact",
                )
            )
        return found
    missing = points_missing(explained)
    if not missing or decision not in {"yes", "yes_no_support"}:
        return []
    done = len(POINTS) - len(missing)
    return [
        _warning(
            "points_missing",
            phrase(
                "{done} of {every} points explained; missing: {what}",
                done=done,
                every=len(POINTS),
                what=in_a_row(missing),
            ),
            "nrm_points_reason",
        )
    ]


def asks_consent_page(referral: Mapping[str, Any], *, is_minor: bool) -> bool:
    """Say whether the page about consent is shown: never for a minor's NRM referral."""
    return not (text_of(referral, "ref_kind") == "nrm" and is_minor)


def sending_problems(
    referral: Mapping[str, Any], transmission: Mapping[str, Any], facts: ReferralFacts
) -> tuple[Problem, ...]:
    """Return what keeps a referral from being marked as sent."""
    found = []
    if approval_required(text_of(referral, "ref_urgency")) and not facts.approved:
        found.append(_error("approval_missing", phrase("A manager must approve it first.")))
    if facts.is_stopped:
        found.append(
            _error(
                "consent_withdrawn",
                phrase(
                    "The client has withdrawn the consent for this referral: it does not leave."
                ),
            )
        )
    method = text_of(transmission, "tx_method")
    if method == "fax_none":
        found.append(_error("fax", phrase("A fax cannot be protected."), "tx_method"))
    if method == "password_doc" and text_of(transmission, "tx_password_by") == "separate_mail":
        found.append(
            _error(
                "password_by_mail",
                phrase("The password must not go by e-mail: the receiver phones for it."),
                "tx_password_by",
            )
        )
    checked = text_of(transmission, "tx_recipient_checked")
    if checked in {"", "not"} and text_of(referral, "ref_identity_shared") != "anonymous":
        found.append(
            _error(
                "recipient_not_checked",
                phrase("Check the recipient first."),
                "tx_recipient_checked",
            )
        )
    return tuple(found)


def opening_line(referral: Mapping[str, Any], types: tuple[str, ...], *, is_minor: bool) -> str:
    """Return the first line of a referral.

    Args:
        referral: Answers of the referral.
        types: Labels of the types of exploitation that are suspected.
        is_minor: Whether the person is treated as a child.
    """
    who = "child" if is_minor else "adult"
    kinds = in_a_row(types) if types else phrase("modern slavery")
    return phrase(
        "Suspected {kinds} – {words} – {who}",
        kinds=kinds,
        words=text_of(referral, "ref_urgency") or "routine",
        who=who,
    )
