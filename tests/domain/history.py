"""The sample case, dated: every assessment, flag, plan, agency and the exit, as signed documents.

All persons, places, numbers and references are invented.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.casefile import CaseFile, Surroundings, UnfinishedDocument, build_case_file
from outreach_app.domain.documents import Review, ReviewVerb, Subject
from outreach_app.domain.records import DocumentState
from tests.domain.assessing import CORE, ITEMS

SUBJECT = Subject(client_id="c_gerta", case_id="k_first")
PRIYA, HELEN, SAM = "p_priya", "p_helen", "p_sam"


def signed(
    form_id: str,
    name: str,
    on: str,
    answers: FlatAnswers,
    *,
    by: str = PRIYA,
    reviews: tuple[Review, ...] = (),
) -> DocumentState:
    """Return the single head of a document."""
    at = on if "T" in on else f"{on}T11:00:00+00:00"
    return DocumentState(
        document_id=f"d_{name}",
        form_id=form_id,
        subject=SUBJECT,
        revision_id=f"sha256:{name}",
        signed_at=at,
        author_id=by,
        answers=answers,
        reviews=reviews,
    )


def review(name: str, verb: ReviewVerb, on: str, *, by: str = HELEN, **answers: str) -> Review:
    """Return a review of the head of a document."""
    return Review(
        review_id=f"o_{name}_{on}",
        revision_id=f"sha256:{name}",
        document_id=f"d_{name}",
        verb=verb,
        reviewer_id=by,
        certificate_serial=2,
        device_id="v_helen",
        signed_at=f"{on}T16:00:00+00:00",
        answers=answers,
    )


def row(row_id: str, **answers: Any) -> FlatAnswers:
    """Return a repeat row."""
    return {"_id": f"r_{row_id.lower()}", "_order": row_id, **answers}


# key: title, then (likelihood, severity, imminence, status) from each date on.
_RISKS: dict[str, tuple[str, dict[str, tuple[int, int, str, str]]]] = {
    "R1": (
        "Exploiters find her or pull her back",
        {
            "2026-02-03": (4, 5, "days", "open"),
            "2026-02-06": (3, 5, "weeks", "open"),
            "2026-03-03": (2, 5, "weeks", "open"),
        },
    ),
    "R2": (
        "Injuries left untreated",
        {
            "2026-02-03": (4, 3, "today", "open"),
            "2026-02-06": (4, 3, "weeks", "open"),
            "2026-02-10": (2, 3, "weeks", "open"),
            "2026-10-20": (1, 3, "months", "reduced"),
        },
    ),
    "R3": (
        "Suicidal crisis",
        {"2026-02-03": (2, 5, "weeks", "open"), "2026-10-20": (1, 5, "months", "reduced")},
    ),
    "R4": (
        "Family or community pressure, honour",
        {
            "2026-02-03": (3, 4, "weeks", "open"),
            "2026-03-03": (2, 4, "weeks", "open"),
            "2026-03-19": (4, 4, "days", "open"),
            "2026-03-26": (2, 4, "weeks", "open"),
        },
    ),
    "R5": (
        "No money, no entitlement",
        {
            "2026-02-03": (3, 3, "days", "open"),
            "2026-02-10": (2, 3, "weeks", "open"),
            "2026-09-25": (1, 3, "months", "closed"),
        },
    ),
    "R6": (
        "Other women still in the premises are punished",
        {"2026-02-03": (4, 4, "days", "open"), "2026-02-10": (4, 4, "days", "transferred")},
    ),
    "R7": (
        "Pregnancy without care",
        {
            "2026-02-10": (3, 4, "weeks", "open"),
            "2026-02-17": (2, 3, "weeks", "open"),
            "2026-10-20": (1, 2, "months", "closed"),
        },
    ),
    "R8": (
        "Exhaustion",
        {"2026-08-03": (2, 3, "weeks", "open"), "2026-10-20": (1, 3, "months", "reduced")},
    ),
}

_PRESENT = (
    "d1_exploiter_free d1_contact d1_debt_claim d1_documents_held d3_recognised d5_no_income "
    "d5_nrpf d6_insecure_status d6_no_adviser d6_false_information d8_urgent d11_language "
    "d12_exploiter_sim d12_number_known d9_trauma d7_distrust"
)
_POSSIBLE = (
    "d1_survival_pull d2_honour d2_contact_unsafe d9_suicidal_thoughts d11_not_understood "
    "d12_location_on"
)
_UNKNOWN = "d1_knows_location d1_searching d2_family_involved d8_pregnancy"
# From each date on, what became different.
_CODES: dict[str, dict[str, str]] = {
    "2026-02-06": {"d8_urgent": "absent", "d8_pregnancy": "present", "d12_number_known": "absent"},
    "2026-02-10": {
        "d1_contact": "absent",
        "d1_knows_location": "absent",
        "d1_searching": "absent",
        "d2_family_involved": "absent",
        "d11_not_understood": "absent",
        "d12_exploiter_sim": "absent",
        "d12_location_on": "absent",
    },
    "2026-02-17": {"d8_pregnancy": "absent", "d6_no_adviser": "absent"},
    "2026-03-03": {"d5_no_income": "absent", "d9_suicidal_thoughts": "absent"},
    "2026-09-25": {"d5_nrpf": "absent", "d6_insecure_status": "absent"},
    "2026-10-20": {"d2_honour": "absent", "d7_distrust": "absent", "d3_recognised": "absent"},
}

ASSESSMENTS: tuple[tuple[str, str, str, str], ...] = (
    ("2026-02-03", "initial", "very_high", "2"),
    ("2026-02-06", "review", "high", "3"),
    ("2026-02-10", "full", "high", "4"),
    ("2026-02-17", "review", "high", "4"),
    ("2026-02-24", "event", "high", "3"),
    ("2026-03-03", "review", "medium", "5"),
    ("2026-03-19", "event", "high", "2"),
    ("2026-03-26", "review", "medium", "4"),
    ("2026-04-15", "event", "medium", "4"),
    ("2026-04-23", "review", "medium", "5"),
    ("2026-05-13", "event", "medium", "6"),
    ("2026-05-21", "review", "medium", "5"),
    ("2026-06-18", "review", "medium", "6"),
    ("2026-07-16", "review", "medium", "7"),
    ("2026-08-03", "event", "medium", "6"),
    ("2026-08-28", "review", "medium", "7"),
    ("2026-09-25", "review", "medium", "7"),
    ("2026-10-05", "event", "medium", "6"),
    ("2026-10-20", "exit", "medium", "8"),
)
"""Date, kind, indicated and overall level (always the same), the client's own number."""


def codes_on(day: str) -> dict[str, str]:
    """Return the present code of every coded item on a day."""
    codes = dict.fromkeys(CORE, "absent")
    codes.update(dict.fromkeys(_PRESENT.split(), "present"))
    codes.update(dict.fromkeys(_POSSIBLE.split(), "possible"))
    codes.update(dict.fromkeys(_UNKNOWN.split(), "unknown"))
    codes["d2_forced_marriage"] = "declined"
    for since, changed in _CODES.items():
        if since <= day:
            codes.update(changed)
    return {name: code for name, code in codes.items() if not name.startswith("d15")}


def risks_on(day: str) -> list[FlatAnswers]:
    """Return the risk rows on a day."""
    rows = []
    for key, (title, history) in _RISKS.items():
        since = [start for start in history if start <= day]
        if not since:
            continue
        likelihood, severity, imminence, status = history[max(since)]
        rows.append(
            row(
                key,
                risk_key=key,
                risk_title=title,
                risk_domain="D1",
                risk_likelihood=str(likelihood),
                risk_severity=str(severity),
                risk_imminence=imminence,
                risk_status=status,
            )
        )
    return rows


def assessment_answers(day: str, kind: str, level: str, fear: str) -> FlatAnswers:
    """Return the answers of one assessment."""
    return {
        "assessment_kind": kind,
        "assessed_at": f"{day}T11:00:00+00:00",
        "overall_level": level,
        "indicated_level": level,
        "client_fear_score": fear,
        "trigger_event": "moved" if day == "2026-10-05" else "",
        "risks": risks_on(day),
        **{f"{name}_now": code for name, code in codes_on(day).items()},
    }


_FLAGS = (
    ("exploiter_contact_recent", "2026-02-03T01:55:00+00:00", "2026-02-10"),
    ("device_compromised", "2026-02-03T01:55:00+00:00", "2026-02-09"),
    ("pregnancy_no_care", "2026-02-06T11:00:00+00:00", "2026-02-12"),
)


def flag_documents() -> list[DocumentState]:
    """Return the safety flags, all cleared in the end."""
    return [
        signed(
            "safety_flag",
            code,
            cleared,
            {
                "flag_code": code,
                "flag_set_at": since,
                "flag_cleared_at": f"{cleared}T09:00:00+00:00",
                "flag_how_cleared": "No contact for a week, phone with police",
            },
        )
        for code, since, cleared in _FLAGS
    ]


def assessment_documents() -> list[DocumentState]:
    """Return every risk assessment; high levels are countersigned."""
    documents = []
    for day, kind, level, fear in ASSESSMENTS:
        name = f"ra_{day}"
        reviews = (review(name, ReviewVerb.COUNTERSIGN, day),) if level != "medium" else ()
        answers = assessment_answers(day, kind, level, fear)
        documents.append(signed("risk_assessment", name, day, answers, reviews=reviews))
    return documents


_GOALS = (
    ("G1", "safety", "Nobody finds me", "met", "2026-05-20"),
    ("G2", "health", "The baby comes well", "met", "2026-08-01"),
    ("G3", "emotional", "Sleep without the light", "met", "2026-07-20"),
    ("G4", "legal", "To know if I can stay", "met", "2026-09-07"),
    ("G5", "income", "My own money, small", "met", "2026-10-10"),
    ("G6", "police_court", "Decides freely about a statement", "met", "2026-04-14"),
    ("G7", "language", "ESOL entry level 1", "partly", ""),
    ("G8", "isolation", "A kitchen with other women", "met", "2026-05-15"),
    ("G9", "move_on", "court companion", "open", ""),
)


def goal_rows() -> list[FlatAnswers]:
    """Return the nine goals as they stand at the exit."""
    return [
        row(
            key,
            goal_key=key,
            goal_domain=domain,
            goal_statement=statement,
            goal_target_state="Another worker can see it",
            goal_status=status,
            goal_met_on=met_on,
            goal_long_term="yes" if key == "G9" else "no",
            goal_from_risk="r_r1" if key == "G1" else "",
            actions=[
                row(
                    f"{key}a",
                    act_key=f"{key}.1",
                    act_text="First step",
                    act_who_kind="caseworker",
                    act_status="done",
                )
            ],
        )
        for key, domain, statement, status, met_on in _GOALS
    ]


_AGENCIES = (
    "police",
    "first_responder",
    "solicitor_immigration",
    "health_gp",
    "maternity",
    "mental_health",
    "housing",
    "education",
    "support_ngo",
    "imsa",
)


def agency_documents() -> list[DocumentState]:
    """Return ten agencies told with consent, and one that had ended before."""
    documents = [
        signed(
            "agency_involvement",
            f"agency_{kind}",
            "2026-10-29",
            {
                "agency_kind": kind,
                "agency_name": f"Example {kind}",
                "agency_consent": f"d_consent_{kind}",
                "agency_exit_informed": "2026-10-29",
            },
        )
        for kind in _AGENCIES
    ]
    documents += [
        signed(
            "consent",
            f"consent_{kind}",
            "2026-09-28",
            {
                "con_kind": "share",
                "con_agency": f"d_agency_{kind}",
                "con_purpose": "tell about the exit",
                "con_what": "minimum",
                "con_decision": "given",
                "con_date": "2026-09-28",
                "con_expires": "2027-01-31",
            },
        )
        for kind in _AGENCIES
    ]
    ended = {
        "agency_kind": "support_ngo",
        "agency_name": "Befriending charity",
        "agency_until_year": "2026",
        "agency_until_month": "4",
        "agency_until_day": "2",
        "agency_consent": "d_consent_befriending",
    }
    withdrawn = {
        "con_kind": "share",
        "con_agency": "d_agency_befriending",
        "con_purpose": "befriending",
        "con_what": "contact",
        "con_decision": "given",
        "con_date": "2026-03-02",
        "con_expires": "2026-08-31",
        "con_withdrawn_on": "2026-04-02",
    }
    documents.append(signed("agency_involvement", "agency_befriending", "2026-04-02", ended))
    documents.append(signed("consent", "consent_befriending", "2026-04-02", withdrawn))
    return documents


def client_answers() -> FlatAnswers:
    """Return the client record as it stands at the exit."""
    return {
        "client_ref": "HH-26-B007",
        "case_jurisdiction": "EW",
        "dob_year": "2003",
        "dob_month": "3",
        "dob_day": "14",
        "dob_basis": "stated",
        "age_status": "adult_confirmed",
        "gender": "female",
        "nationalities": "AL",
        "interpreter_needed": "yes",
        "english_speaking": "basic",
        "pregnant": "no",
        "has_dependants": "yes",
        "addr_kind": "social_tenancy",
        "safe_contacts": [row("C1", channel="whatsapp", safe_to_use="yes")],
    }


_PAPERS = (
    ("passport", "held_ho", "Home Office, tracking letter of 12 October"),
    ("nrm_letters", "held_client", ""),
    ("gp_registration", "held_client", ""),
    ("nino", "held_client", ""),
    ("bank", "held_client", ""),
    ("benefit_claim", "held_client", ""),
    ("legal_letters", "held_client", ""),
    ("maternity_notes", "held_client", ""),
    ("tenancy", "held_client", ""),
    ("child_documents", "held_client", ""),
)


def case_answers() -> FlatAnswers:
    """Return the case record as it stands at the exit."""
    return {
        "case_opened_on": "2026-02-03",
        "service_kind": "safe_house_then_outreach",
        "police_involved": "yes",
        "immigration_status": "refugee",
        "public_funds": "yes",
        "pending_charges": "no",
        "crime_references": [row("X1", reference="CAD 12/03FEB26", role="victim")],
        "exploiters": [
            row("A", exp_label="Person A", exp_location="custody"),
            row("B", exp_label="Person B", exp_location="uk_other"),
            row("C", exp_label="Person C", exp_location="overseas"),
        ],
        "documents_held": [
            row(kind, doc_kind=kind, doc_status=status, doc_where=where)
            for kind, status, where in _PAPERS
        ],
    }


_MSCOS = {
    "housing": ("2", "4"),
    "safety": ("1", "4"),
    "support": ("2", "4"),
    "services": ("2", "4"),
    "purpose": ("1", "3"),
    "health": ("1", "5"),
    "education": ("1", "2"),
}


def outcome_documents() -> list[DocumentState]:
    """Return the first and the last outcomes check."""
    return [
        signed(
            "outcomes_check",
            f"outcomes_{when}",
            day,
            {
                "oc_on": day,
                "oc_when": when,
                "outcome_rows": [
                    row(name, mo_outcome=name, mo_client=rated[place], mo_worker=rated[place])
                    for name, rated in _MSCOS.items()
                ],
            },
        )
        for place, (when, day) in enumerate((("first", "2026-02-09"), ("exit", "2026-10-26")))
    ]


def safety_plan_answers() -> FlatAnswers:
    """Return the safety plan as reviewed after the move."""
    return {
        "sp_date": "2026-02-06",
        "sp_reviewed_on": "2026-10-22",
        "sp_for": "after_exit",
        "sp_reflects_now": "changed",
        "sp_copy": "photo",
        "sp_who_i_call": [
            row("1", spc_label="Police", spc_number="999"),
            row("2", spc_label="Priya", spc_number="07700 900111", spc_ours="yes"),
            row("3", spc_label="Advocate", spc_number="07700 900222", spc_ours="no"),
            row("4", spc_label="Navigator", spc_number="07700 900333", spc_ours="no"),
        ],
    }


_LONG_TERM = (
    ("court_case", "r_g9", "Victim Navigator and advocate", "warm", "2027-02-15"),
    ("therapy", "", "Charity waiting list, six weeks", "referral_accepted", ""),
    ("immigration", "", "Solicitor", "signposted", ""),
)


def exit_answers(**changed: Any) -> FlatAnswers:
    """Return the checklist as it was signed, with changes."""
    return {
        "exit_kind": "planned",
        "exit_reason": "planned_move_on",
        "exit_date": "2026-10-30",
        "exit_from": "service",
        "exit_client_informed_on": "2026-09-28",
        "client_ready": "yes",
        "client_targets_met": "mostly",
        "client_fear_score_exit": "8",
        "client_wants_contact": "yes",
        "long_term_elements": [
            row(
                what,
                lt_what=what,
                lt_goal=goal,
                lt_who_takes_over=who,
                lt_how=how,
                lt_next_date=day,
            )
            for what, goal, who, how, day in _LONG_TERM
        ],
        "handover_items": [row("H1", ho_what="Letters", ho_when="2026-10-29", ho_signed="signed")],
        "handover_left": "no",
        "copies_asked": "yes",
        "e7_client_knows": "yes",
        "consent_reviews": [
            row(kind, cr_consent=f"d_consent_{kind}", cr_decision="ended") for kind in _AGENCIES
        ],
        "consents_reviewed": "yes",
        "e9_considered": "considered_not_needed",
        "e10_contact_checked": "yes",
        "e10_numbers_saved": "yes",
        "e11_returned": "yes",
        "e12_letters_offered": "yes",
        "retention_class": "adult",
        "retention_until": "2033-10-30",
        "legal_hold_considered": "yes",
        "legal_hold": "yes",
        "e14_learned": "Ask about the court early",
        "e16_passed": "not_applicable",
        "e2_targets_worker": "partly",
        "e2_targets_reason": "Baby break; an ESOL place is reserved for January",
        **changed,
    }


def exit_document(*reviews: Review, **changed: Any) -> DocumentState:
    """Return the signed checklist."""
    return signed("exit_checklist", "exit", "2026-10-28", exit_answers(**changed), reviews=reviews)


def documents() -> list[DocumentState]:
    """Return every signed document of the case besides the checklist."""
    return [
        signed("client", "client", "2026-10-05", client_answers()),
        signed("case", "case", "2026-10-05", case_answers()),
        signed(
            "support_plan",
            "plan",
            "2026-10-26",
            {"plan_kind": "exit", "plan_date": "2026-10-26", "goals": goal_rows()},
        ),
        signed("safety_plan", "safety_plan", "2026-10-22", safety_plan_answers()),
        *assessment_documents(),
        *flag_documents(),
        *agency_documents(),
        *outcome_documents(),
    ]


def case_file(
    on: date = date(2026, 10, 30),
    *,
    more: Iterable[DocumentState] = (),
    without: frozenset[str] = frozenset(),
    unfinished: tuple[UnfinishedDocument, ...] = (),
) -> CaseFile:
    """Return the case file, with documents added, and others left out by form or document id."""
    kept = [
        document
        for document in documents()
        if document.form_id not in without and document.document_id not in without
    ]
    around = Surroundings(items=ITEMS, unfinished=unfinished, address_changed_on=date(2026, 10, 2))
    return build_case_file([*kept, *more], on, around)
