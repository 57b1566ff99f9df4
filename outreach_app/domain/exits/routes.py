"""Short routes: exits whose checks are not possible, and what is needed instead."""

from collections.abc import Callable
from dataclasses import dataclass, field

from outreach_app.domain.exits.closing_evidence import said_by_supervisor
from outreach_app.domain.exits.evidence import ExitCase
from outreach_app.domain.values import day_of, rows_of, text_of
from outreach_app.phrases import phrase

_E4 = ("e4_list", "e4_core", "e4_our_file", "e4_handover", "e4_copies")
_E3 = ("e3_age", "e3_fits", "e3_after_ra", "e3_numbers", "e3_copy")
_E2 = ("e2_agencies", "e2_statutory", "e2_referrals", "e2_targets", "e2_actions")
_E1 = ("e1_recent", "e1_level", "e1_lower", "e1_rows", "e1_gaps")
_FURTHER = (
    "e7_understood_rights",
    "e9_social_care",
    "e10_phone",
    "e11_property",
    "e12_reference",
    "e14_learning",
    "e15_outcomes",
    "e16_staff_safety",
)
_ANSWERED = frozenset({"yes", "not_applicable"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing that a short route needs: a question, and the answers that satisfy it.

    Attributes:
        accepted: Codes that satisfy it; empty when any answer does.
    """

    name: str
    text: str
    accepted: frozenset[str] = frozenset()

    def is_met(self, case: ExitCase) -> bool:
        """Say whether the checklist answers it."""
        answer = text_of(case.answers, self.name).strip()
        return answer in self.accepted if self.accepted else bool(answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """What an exit reason needs and which parts it waives.

    Attributes:
        without_contact: Parts waived only when the client could not be asked.
    """

    needs: tuple[Need, ...] = ()
    waived: frozenset[str] = frozenset()
    without_contact: frozenset[str] = frozenset()
    more: tuple[Callable[[ExitCase], str], ...] = field(default=())


def _need(name: str, text: str, *accepted: str) -> Need:
    return Need(name=name, text=text, accepted=frozenset(accepted))


def _supervisor_decided(case: ExitCase) -> str:
    decided = said_by_supervisor(case, "exit_supervisor_decision")
    return "" if decided else phrase("decision of the supervisor")


def _safeguarding_told(case: ExitCase) -> str:
    told = text_of(case.answers, "sr_lead_told") == "yes"
    return "" if told else phrase("supervisor and safeguarding lead told")


def _legal_hold(case: ExitCase) -> str:
    return "" if text_of(case.answers, "legal_hold") == "yes" else phrase("legal hold")


def _contact_attempts(case: ExitCase) -> str:
    days = sorted(
        day
        for row in rows_of(case.answers, "contact_attempts")
        if (day := day_of(row, "ca_at")) is not None and text_of(row, "ca_channel")
    )
    nation = case.case_file.jurisdiction
    count = case.timescales.find("exit_contact_attempts", case.day, nation)
    period = case.timescales.find("exit_contact_period", case.day, nation)
    wanted, span = (row.values[0] if row else 0 for row in (count, period))
    enough = len(days) >= max(wanted, 1) and (case.day - days[0]).days >= span
    return (
        ""
        if enough
        else phrase(
            "{wanted} contact attempts by safe channels over {span} days", wanted=wanted, span=span
        )
    )


_HELD = Route(
    needs=(
        _need("sr_where_held", phrase("where the client is")),
        _need("sr_adviser_told", phrase("legal adviser told"), *_ANSWERED),
        _need(
            "sr_medication_passed",
            phrase("medication and safety information passed on"),
            *_ANSWERED,
        ),
        _need("sr_contact_plan", phrase("contact plan")),
    ),
    waived=frozenset({"e4_handover"}),
    without_contact=frozenset({"e6_ready"}),
)
_NOT_OURS = frozenset({*_E1, *_E2, *_E3, *_E4, "e5_long_term", "e6_ready", *_FURTHER})

ROUTES: dict[str, Route] = {
    "missing": Route(
        needs=(
            _need("sr_police_reference", phrase("police reference")),
            _need("sr_last_seen", phrase("last seen")),
            _need("sr_agencies_told", phrase("agencies told that may be told")),
            _need("sr_look_again_on", phrase("date to look again")),
        ),
        waived=frozenset({*_E3, "e4_handover", "e6_ready"}),
    ),
    "disengaged": Route(
        needs=(
            _need("sr_welfare_considered", phrase("worry about welfare considered")),
            _need(
                "sr_message_left",
                phrase("letter or message left, only if safe"),
                "yes",
                "no",
                "not_applicable",
            ),
        ),
        waived=frozenset({"e6_ready", "e4_handover", "e4_copies"}),
        more=(_contact_attempts,),
    ),
    "died": Route(
        needs=(
            _need("sr_died_on_year", phrase("date of death")),
            _need("sr_told_by", phrase("who told us")),
            _need("sr_coroner", phrase("coroner or police contact")),
            _need("sr_dependants_safe", phrase("safety of dependants")),
            _need("sr_next_of_kin", phrase("decision about next of kin")),
        ),
        waived=frozenset({"e1_level", *_E3, "e6_ready"}),
        more=(_safeguarding_told, _legal_hold),
    ),
    "removed": _HELD,
    "detained": _HELD,
    "custody": _HELD,
    "asked_to_leave": Route(
        needs=(
            _need("sr_leave_decision", phrase("decision and reasons")),
            _need("sr_decided_by", phrase("who decided")),
            _need("sr_alternative_bed", phrase("alternative bed")),
            _need("sr_appeal_told", phrase("told how to appeal"), "yes"),
        ),
    ),
    "transferred": Route(
        needs=(
            _need("sr_receiving_worker", phrase("receiving worker")),
            _need("sr_handover_meeting", phrase("handover meeting")),
            _need("sr_bundle_accepted", phrase("record accepted by them"), "yes"),
        ),
    ),
    "to_children_services": Route(
        needs=(
            _need("sr_social_worker", phrase("social worker")),
            _need("sr_guardian_told", phrase("guardian service told"), *_ANSWERED),
            _need(
                "sr_education_health_passed", phrase("education and health passed on"), *_ANSWERED
            ),
        ),
    ),
    "returned_home_voluntary": Route(
        needs=(
            _need("sr_destination_risk", phrase("risk at the destination considered")),
            _need("sr_receiving_support", phrase("receiving support")),
            _need("sr_travel_safety", phrase("safety on the journey")),
            _need("sr_contact_after", phrase("contact afterwards")),
        ),
        waived=frozenset({"e4_core"}),
    ),
    "duplicate": Route(
        needs=(_need("sr_other_record", phrase("number of the other record")),), waived=_NOT_OURS
    ),
    "not_eligible": Route(waived=_NOT_OURS),
}

_CLOSE_ONLY: dict[str, Callable[[ExitCase], str]] = {
    "missing": _supervisor_decided,
    "duplicate": _supervisor_decided,
    "not_eligible": _supervisor_decided,
}


def route_of(reason: str) -> Route:
    """Return the route of an exit reason; an ordinary exit has no needs and waives nothing."""
    return ROUTES.get(reason, Route())


def waived_parts(case: ExitCase) -> frozenset[str]:
    """Return the codes of the parts that the exit reason waives."""
    route = route_of(case.reason)
    asked = text_of(case.answers, "client_ready") not in {"", "not_asked"}
    waived = route.waived if asked else route.waived | route.without_contact
    # A signed word of the receiving service stands for rows that it has taken over itself.
    taken_over = (
        case.reason == "transferred" and text_of(case.answers, "sr_bundle_accepted") == "yes"
    )
    return waived | {"e5_long_term"} if taken_over else waived


def missing_on_route(case: ExitCase) -> tuple[str, ...]:
    """Return what the short route still needs from the worker, in plain words."""
    route = route_of(case.reason)
    needed = [need.text for need in route.needs if not need.is_met(case)]
    return (*needed, *(words for check in route.more if (words := check(case))))


def missing_from_supervisor(case: ExitCase) -> tuple[str, ...]:
    """Return what the short route still needs from a supervisor before it is closed."""
    check = _CLOSE_ONLY.get(case.reason)
    words = check(case) if check is not None else ""
    return (words,) if words else ()
