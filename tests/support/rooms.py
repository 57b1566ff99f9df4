"""Every place of the window for one case, so that a test or a picture can go through them all."""

from collections.abc import Iterator

from outreach_app.domain.documents import Subject
from outreach_app.services.keeping.lost_laptops import laptops
from outreach_app.services.workspace import Workspace
from outreach_app.ui.people.crisis import CRISIS_STEPS
from outreach_app.ui.people.managing import SETTINGS_FOR_ALL
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.rooms import rooms

_ALONE = (
    Room.TODAY,
    Room.CASES,
    Room.NEW_CASE,
    Room.INBOX,
    Room.OUTBOX,
    Room.PEOPLE,
    Room.BACKUP,
    Room.OLD_COPY,
    Room.UNLOCKING,
    Room.LAPTOP_PEOPLE,
    Room.CERTIFY,
    Room.STANDING,
    Room.RETENTION,
    Room.FRIDAY,
    Room.REPORTS,
    Room.SETTINGS,
    Room.HELP,
    Room.ABOUT,
    Room.HANDOVER,
)
_ABOUT_CASE = (
    Room.CASE,
    Room.SAFETY,
    Room.EXIT,
    Room.SHARE,
    Room.MISSING,
    Room.VISIT,
    Room.CONSENTS,
    Room.REFER,
    Room.HOME_OFFICE,
    Room.DISCLOSURES,
    Room.HANDING,
)
_FORMS = ("risk_assessment", "support_plan", "contact_note")
_BEGUN = ("risk_assessment", "safety_plan")


def night_places(subject: Subject) -> Iterator[tuple[str, Place]]:
    """Yield what night staff see of a house with one resident at least."""
    yield "night", Place(room=Room.TODAY)
    yield "night-arrival", Place(room=Room.NEW_CASE)
    yield "night-case", Place(room=Room.CASE, subject=subject)
    yield "night-handover", Place(room=Room.HANDOVER)
    yield "night-missing", Place(room=Room.MISSING, subject=subject)


def supervisor_places(subject: Subject) -> Iterator[tuple[str, Place]]:
    """Yield what a supervisor sees otherwise than a caseworker in rooms that both have."""
    yield "supervisor-today", Place(room=Room.TODAY)
    yield "supervisor-cases", Place(room=Room.CASES)
    yield "supervisor-case", Place(room=Room.CASE, subject=subject)
    yield "supervisor-people", Place(room=Room.PEOPLE)


def every_place(workspace: Workspace, subject: Subject) -> Iterator[tuple[str, Place]]:
    """Yield a name and a place for each room that has a page, forms and a review included."""
    there = rooms()
    for room in (*_ALONE, *_ABOUT_CASE):
        if room in there:
            about = subject if room in _ABOUT_CASE else None
            yield room.value, Place(room=room, subject=about)
    yield from _of_keys(workspace)
    yield "settings-for-all", Place(room=Room.CERTIFY, topic=SETTINGS_FOR_ALL)
    yield "crisis-steps", Place(room=Room.CERTIFY, topic=CRISIS_STEPS)
    lines = workspace.vault.lists.documents(case_id=subject.case_id)
    signed = {line.form_id: line.document_id for line in lines}
    for form_id in _FORMS:
        if Room.FORM in there and form_id in signed:
            yield (
                f"form-{form_id}",
                Place(room=Room.FORM, subject=subject, document_id=signed[form_id]),
            )
    for form_id in _BEGUN:
        if Room.FORM in there:
            yield f"form-new-{form_id}", Place(room=Room.FORM, subject=subject, topic=form_id)
    if Room.REVIEW in there and "risk_assessment" in signed:
        yield (
            "review",
            Place(room=Room.REVIEW, subject=subject, document_id=signed["risk_assessment"]),
        )
    for line in lines:
        if Room.MERGE in there and line.head_count > 1:
            yield "merge", Place(room=Room.MERGE, subject=subject, document_id=line.document_id)


def _of_keys(workspace: Workspace) -> Iterator[tuple[str, Place]]:
    """Yield the pages of keys, and what is done about the first laptop that is not this one."""
    for topic in (
        "publish",
        "proposals",
        "new-recovery",
        "new-issuing-key",
        "rehearsed",
        "release",
    ):
        yield f"certify-{topic}", Place(room=Room.CERTIFY, topic=topic)
    others = [each.device_id for each in laptops(workspace.sitting) if not each.is_mine]
    for device_id in others[:1]:
        for topic in ("lost", "withdraw"):
            yield (
                f"standing-{topic}",
                Place(room=Room.STANDING, topic=topic, address=device_id),
            )
