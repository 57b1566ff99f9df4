"""Words for what a copy shows: codes of the forms, people by initials, ids that answers refer to."""

import csv
import io
from collections.abc import Mapping
from datetime import date

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.day_words import long_date
from outreach_app.domain.documents import Document, PartName, Subject
from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.records import Record
from outreach_app.domain.states import State
from outreach_app.domain.values import first_text, text_of
from outreach_app.phrases import in_a_row, listed, phrase
from outreach_app.services.errors import FormNotAllowed, UnknownForm
from outreach_app.services.naming import case_references, spoken_references
from outreach_app.services.references import reference_instances
from outreach_app.services.workspace import Workspace

KIND_QUESTIONS = {
    "risk_assessment": "assessment_kind",
    "support_plan": "plan_kind",
    "safety_plan": "sp_for",
    "safety_flag": "flag_code",
    "referral": "ref_kind",
    "consent": "con_kind",
    "contact_note": "note_kind",
    "nrm_event": "nrm_event_kind",
    "exit_checklist": "exit_kind",
    "rights_request": "rr_kind",
    "incident": "inc_kind",
    "handover": "ho_kind",
    "referral_approval": "pa_decision",
}
"""Which question says what kind of document it is."""
PART_WORDS = {
    PartName.LOCATION.value: phrase("places and addresses"),
    PartName.SPECIAL.value: phrase("specially protected details"),
    PartName.STAFF.value: phrase("safety of staff"),
    PartName.THIRD_PARTY.value: phrase("facts about other people"),
    PartName.INTERNAL.value: phrase("what is weighed and decided among ourselves"),
    PartName.MAIN.value: phrase("the main part"),
}
"""What a part of a document is called."""
STATE_WORDS = {
    State.DRAFT: phrase("Draft"),
    State.SIGNED: phrase("Signed, not sent yet"),
    State.EXPORTED: phrase("Sent for review"),
    State.RECEIVED: phrase("Arrived for review"),
    State.UNDER_REVIEW: phrase("Under review"),
    State.RETURNED: phrase("Returned for changes"),
    State.RESUBMITTED: phrase("Signed again after a return"),
    State.APPROVED: phrase("Approved"),
    State.COUNTERSIGNED: phrase("Countersigned"),
    State.STALE: phrase("Changed since it was approved"),
    State.SUPERSEDED: phrase("Replaced by a newer version"),
}
"""What the state of a document is called."""
_KEYS = ("con_key", "ref_key")


class CaseWords:
    """Looks words up while one copy is made."""

    def __init__(self, workspace: Workspace) -> None:
        """Use the forms and the people of a vault."""
        self._catalogue = workspace.catalogue
        self._people = {each.person_id: each for each in workspace.sitting.trust.everybody()}

    def choice(self, form_id: str, question: str, code: str) -> str:
        """Return the words of a code of a form's question, "" for no code."""
        return self._catalogue.label(form_id, question, code) or in_words(code)

    def question(self, form_id: str, name: str) -> str:
        """Return what a question of a released form is called."""
        try:
            return self._catalogue.question_label(form_id, name) or in_words(name)
        except (FormNotAllowed, UnknownForm):
            return in_words(name)

    def form(self, form_id: str) -> str:
        """Return the title of a form."""
        try:
            return self._catalogue.title(form_id)
        except (FormNotAllowed, UnknownForm):
            return in_words(form_id)

    def initials(self, person_id: str) -> str:
        """Return a person's initials; somebody who was never certified here is a question mark."""
        person = self._people.get(person_id)
        return person.initials if person is not None else "?"

    def person(self, person_id: str) -> str:
        """Return initials and role: ``AB, caseworker``."""
        person = self._people.get(person_id)
        if person is None:
            return phrase("Not known here")
        return in_a_row((person.initials, listed(person.role.value.replace("_", " "))))


def in_words(code: str) -> str:
    """Return a code that has no label as words: ``Danger now``."""
    words = code.replace("_", " ")
    return listed(words[:1].upper() + words[1:])


def level_words(level: RiskLevel | None) -> str:
    """Return a level for people, "" for none."""
    return listed(level.label.capitalize()) if level is not None else ""


def day_words(day: date | None) -> str:
    """Return a day for people, "" for none."""
    return long_date(day) if day is not None else ""


def reference_words(
    workspace: Workspace, case_file: CaseFile, words: CaseWords
) -> Mapping[str, str]:
    """Return the words for every id that an answer of this case may hold."""
    found: dict[str, str] = {}
    everybody = workspace.sitting.trust.everybody()
    speak = workspace.catalogue.words
    for content in reference_instances(workspace.vault, case_file, everybody, speak).values():
        for row in csv.DictReader(io.StringIO(content.decode("utf-8"))):
            found[row["name"]] = row["label"]
    found.update({each.document_id: _record_words(each, words) for each in case_file.records})
    return found


def references_of(workspace: Workspace, document: Document) -> Mapping[str, str]:
    """Return the words for every id that an answer of a document may hold."""
    case_file = workspace.casework.case_file(document.subject)
    return reference_words(workspace, case_file, CaseWords(workspace))


def _record_words(record: Record, words: CaseWords) -> str:
    if record.form_id == "agency_involvement":
        kind = text_of(record.answers, "agency_kind")
        name = text_of(record.answers, "agency_name")
        return name or words.choice(record.form_id, "agency_kind", kind)
    key = first_text(record.answers, _KEYS)
    question = KIND_QUESTIONS.get(record.form_id, "")
    kind = words.choice(record.form_id, question, text_of(record.answers, question))
    return in_a_row((key, kind or words.form(record.form_id), day_words(record.on)))


def spoken_reference_of(workspace: Workspace, subject: Subject) -> str:
    """Return by what a case or client is called on a screen; see `spoken_references`."""
    known = spoken_references(workspace.vault)
    return known.get(subject.case_id) or reference_of(workspace, subject)


def reference_of(workspace: Workspace, subject: Subject) -> str:
    """Return by what a case or client is called outside the vault: never a name."""
    known = case_references(workspace.vault)
    if subject.case_id in known:
        return known[subject.case_id]
    clients = workspace.vault.lists.clients(subject.client_id)
    begun = [
        each.client_ref
        for each in workspace.casework.draft_cases()
        if each.subject.client_id == subject.client_id
    ]
    found = [each.client_ref for each in clients if each.client_ref] + begun
    return found[0] if found else phrase("No reference yet")
