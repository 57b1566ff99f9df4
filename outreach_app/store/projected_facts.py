"""A few answers of each document for lists that look at every case at once.

What a list needs beyond columns that are sorted and searched is kept as one small object for each
document: who is named in a case record, what became of a referral, by what a client may be known.
Unmerged heads are read with care, as the rules read them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.cautious import combine_heads
from outreach_app.domain.goal_notes import actions_in
from outreach_app.domain.safe_contacts import checked_days

_NAMES: dict[str, tuple[str, ...]] = {
    "client": (
        "preferred_name",
        "full_name",
        "given_names",
        "family_name",
        "name_original_script",
        "dob_year",
        "dob_month",
        "dob_day",
        "dob_basis",
        "age_status",
        "gender",
        "first_language",
        "case_jurisdiction",
    ),
    "case": ("case_opened_on",),
    "contact_note": ("note_event",),
    "handover": ("ho_kind", "ho_by", "ho_to", "ho_from", "ho_answer", "ho_taken_back"),
    "incident": (
        "inc_kind",
        "inc_noticed_at",
        "inc_lead_at",
        "inc_regulator",
        "inc_regulator_at",
        "inc_closed_on",
    ),
    "missing_episode": ("me_found_at", "me_conversation_at"),
    "nrm_event": ("nrm_event_kind", "nrm_event_date", "nrm_authority"),
    "nrm_explanation": ("nrm_submitted_on",),
    "referral": ("ref_corrects",),
    "referral_approval": ("pa_referral", "pa_version", "pa_who", "pa_at", "pa_decision"),
    "referral_outcome": ("out_referral", "out_status", "out_ack_on", "out_challenged"),
    "rights_request": ("rr_kind", "rr_received_on", "rr_answer"),
    "safety_flag": ("told_who", "told_at"),
    "support_plan": (),
    "transmission": ("tx_referral", "tx_at"),
}
"""Which answers are kept of which form; of other forms none."""
_ONLY_ANSWERED = frozenset({"contact_note"})
"""Forms with many documents, of which only those with an answer are kept."""
_PEOPLE = ("caseworker", "second_worker")


def facts_of(
    form_id: str, heads: Sequence[FlatAnswers], every: Iterable[FlatAnswers] = ()
) -> str | None:
    """Return the facts of one document as JSON, None for forms of which none are kept.

    Args:
        form_id: The form of the document.
        heads: Flat answers of its newest versions.
        every: Flat answers of all its versions, for a case record.
    """
    if form_id not in _NAMES or not heads:
        return None
    answers = heads[0] if len(heads) == 1 else combine_heads(heads).answers
    facts: dict[str, Any] = {
        name: answers[name]
        for name in _NAMES[form_id]
        if isinstance(answers.get(name), str) and answers[name]
    }
    facts.update(_more(form_id, answers, heads, every))
    if form_id in _ONLY_ANSWERED and not facts:
        return None
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _more(
    form_id: str,
    answers: FlatAnswers,
    heads: Sequence[FlatAnswers],
    every: Iterable[FlatAnswers],
) -> Mapping[str, Any]:
    if form_id == "case":
        return {"people": sorted(_people(every))}
    if form_id == "client":
        names = [str(row.get("other_name", "")) for row in _rows(answers, "other_names")]
        kinds = {kind for head in heads for kind in _address_kinds(head)}
        return {
            "other_names": [name for name in names if name],
            "addr_kinds": sorted(kinds),
            "checked": list(checked_days(answers)),
        }
    if form_id == "contact_note":
        left = [list(each) for each in actions_in(answers)]
        return {"actions": left} if left else {}
    if form_id == "referral_outcome":
        chased = _rows(answers, "out_chases")
        spent = [[str(each.get("ch_at", "")), str(each.get("ch_minutes", ""))] for each in chased]
        return {"chases": len(chased), "chased": spent}
    return {}


def _people(every: Iterable[FlatAnswers]) -> set[str]:
    """Return everybody whom any version of a case record names; who counts is asked elsewhere."""
    found = set()
    for answers in every:
        found |= {str(answers.get(name, "")) for name in _PEOPLE}
        shared = _rows(answers, "case_shared_with")
        found |= {str(row.get("csw_person", "")) for row in shared}
    return found - {""}


def _address_kinds(answers: FlatAnswers) -> Iterable[str]:
    rows = [row for value in answers.values() if isinstance(value, list) for row in value]
    return {str(each.get("addr_kind", "")) for each in (answers, *rows)} - {""}


def _rows(answers: FlatAnswers, name: str) -> Sequence[FlatAnswers]:
    value = answers.get(name, [])
    return value if isinstance(value, list) else []
