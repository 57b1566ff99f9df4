"""The lists that a form offers from the case: staff, agencies, goals, consents and documents.

Forms name them ``refs_<kind>.csv``. `name` is the id that is stored, `label` what is shown. Rows
that ship with the form are always offered first.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.day_words import long_date
from outreach_app.domain.partial_dates import partial_date_of
from outreach_app.domain.people import Person
from outreach_app.domain.records import Record
from outreach_app.domain.safe_contacts import safe_contacts
from outreach_app.domain.values import first_text, row_id_of, rows_of, text_of
from outreach_app.report.dates import readable_date
from outreach_app.services.catalogue import reference_lists
from outreach_app.store.vault import Vault

Line = tuple[str, ...]
"""Id, words, and what stands in the list's further columns, by their order."""
_PREFIX, _SUFFIX = "refs_", ".csv"
EARLIER = "earlier"
"""Status of a goal that the plan had and has no more."""
# What stands in the title of a document: texts, then a question whose code is said in words.
_TITLES = {
    "agency_involvement": (("agency_name",), "agency_kind"),
    "consent": (("con_key", "con_purpose"), ""),
    "referral": (("ref_key",), "ref_kind"),
    "risk_assessment": ((), "assessment_kind"),
    "contact_note": ((), "note_kind"),
    "safety_flag": ((), "flag_code"),
}
Speaker = Callable[[str, str, str], str]


def reference_instances(
    vault: Vault, case_file: CaseFile, people: Iterable[Person], speak: Speaker
) -> dict[str, bytes]:
    """Return every reference list with the rows of this case, by file name.

    Args:
        vault: Where earlier versions of the support plan are held.
        case_file: Whose agencies, goals, consents and documents are offered.
        people: The colleagues that are offered.
        speak: Words of a code, by form, question and code.
    """
    source = _Source(vault, case_file, speak)
    staff = [(person.person_id, f"{person.full_name} ({person.initials})") for person in people]
    return {
        name: _filled(shipped, _lines(name[len(_PREFIX) : -len(_SUFFIX)], source, staff))
        for name, shipped in reference_lists().items()
    }


@dataclass(frozen=True, slots=True)
class _Source:
    vault: Vault
    case_file: CaseFile
    speak: Speaker


def _lines(kind: str, source: _Source, staff: Sequence[Line]) -> Sequence[Line]:
    if kind == "staff":
        return staff
    rows = _ROWS.get(kind)
    if rows is not None:
        return rows(source)
    case_file = source.case_file
    records = case_file.records if kind == "document" else case_file.all(kind)
    return [(record.document_id, _title(record, source.speak)) for record in records]


def _title(record: Record, speak: Speaker) -> str:
    texts, kind = _TITLES.get(record.form_id, ((), ""))
    code = text_of(record.answers, kind) if kind else ""
    named = [text_of(record.answers, name) for name in texts]
    # An agency with a name needs no kind; everything else is told apart by both.
    if code and not (record.form_id == "agency_involvement" and any(named)):
        named.append(speak(record.form_id, kind, code))
    words = " ".join(filter(None, named)) or record.form_id.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}, {long_date(record.on)}"


def _safe_contacts(source: _Source) -> Sequence[Line]:
    found = []
    for row in safe_contacts(source.case_file.client):
        code = text_of(row, "channel")
        channel = source.speak("client", "channel", code)
        found.append((row_id_of(row), f"{channel} {text_of(row, 'value')}".strip(), code))
    return found


def _row_lines(
    answers: Mapping[str, Any], repeat: str, key: str, *titles: str
) -> list[tuple[str, str]]:
    return [
        (row_id_of(row), f"{text_of(row, key)} {first_text(row, titles)}".strip())
        for row in rows_of(answers, repeat)
    ]


def _goals(source: _Source) -> Sequence[Line]:
    """Return the goals that the plan ever had, by row id, each in its newest words.

    A goal that was taken out may be what an assessment or an exit speaks of; its status says so.
    """
    found: dict[str, str] = {}
    for plan in source.case_file.all("support_plan"):
        history = source.vault.revisions.history(plan.document_id)
        earlier = [each.flat() for each in history]
        for answers in (*earlier, plan.answers):
            found.update(_row_lines(answers, "goals", "goal_key", "goal_statement"))
    now = {row_id_of(row): row for row in rows_of(source.case_file.plan, "goals")}
    return [
        (goal_id, words, *_standing(now[goal_id]))
        if goal_id in now
        else (goal_id, words, "", EARLIER)
        for goal_id, words in found.items()
    ]


def _standing(goal: Mapping[str, Any]) -> tuple[str, str]:
    return text_of(goal, "goal_domain"), text_of(goal, "goal_status") or "open"


def _risks(source: _Source) -> Sequence[Line]:
    """Return the risks of every assessment, by row id, each in its newest words.

    A risk that a later assessment no longer lists may be what a goal was set for.
    """
    found: dict[str, str] = {}
    for assessment in source.case_file.assessments:
        found.update(_row_lines(assessment.record.answers, "risks", "risk_key", "risk_title"))
    return list(found.items())


def _dependants(source: _Source) -> Sequence[Line]:
    """Return the client's children and other dependants by the ids of their rows."""
    return [
        (row_id_of(row), dependant_title(row, source.speak))
        for row in rows_of(source.case_file.client, "dependants")
    ]


def dependant_title(row: Mapping[str, Any], speak: Speaker) -> str:
    """Return by what a child or dependant is called in a list: relation, name, birth."""
    born = partial_date_of(row, "dep_dob")
    relation = speak("client", "dep_relationship", text_of(row, "dep_relationship"))
    said = (text_of(row, "dep_name"), readable_date(born.iso) if born is not None else "")
    return ", ".join(filter(None, (relation, *said)))


def _agencies(source: _Source) -> Sequence[Line]:
    involved = source.case_file.all("agency_involvement")
    return [(record.document_id, _title(record, source.speak)) for record in involved]


_ROWS: dict[str, Callable[[_Source], Sequence[Line]]] = {
    "agency": _agencies,
    "dependant": _dependants,
    "goal": _goals,
    "risk": _risks,
    "safe_contact": _safe_contacts,
}


def _filled(shipped: bytes, lines: Iterable[Line]) -> bytes:
    reader = csv.DictReader(io.StringIO(shipped.decode("utf-8-sig")))
    columns = list(reader.fieldnames or ("name", "label"))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(reader)
    writer.writerows(dict(zip(columns, line, strict=False)) for line in lines)
    return out.getvalue().encode("utf-8")
