"""What may be asked where the client is now: the place of the talk limits the assessment.

Where others can hear, only immediate safety and what the client wants are asked about. Nothing that
was answered before is touched: the other sections are held back, not emptied.
"""

from enum import StrEnum

from outreach_app.services.open_document import OpenDocument

ASSESSMENT = "risk_assessment"
_WHERE = "section_a/where_assessed"
_PRIVATE = "section_a/private_enough"
_SAFE = "section_a/safe_to_talk"
_INTERPRETER = "section_a/interpreter_used"
_STOPPED = "unsuitable"
# About the meeting itself, immediate safety, what the client wants, and the end.
_ASKED_ANYWHERE = frozenset({"section_a", "section_b", "section_h", "section_l"})


class HeldBack(StrEnum):
    """Why most of an assessment is not asked now."""

    NOT_SAFE = "not_safe"
    OVERHEARD = "overheard"
    PUBLIC = "public"


def why_held_back(opened: OpenDocument) -> HeldBack | None:
    """Return why most sections are not asked now, None where everything may be.

    A public place limits what is asked until the worker says that nobody could overhear.
    """
    if opened.definition.form_id != ASSESSMENT:
        return None
    session = opened.session
    private = session.value(_PRIVATE)
    if session.value(_SAFE) == "no":
        return HeldBack.NOT_SAFE
    if private == "no":
        return HeldBack.OVERHEARD
    if session.value(_WHERE) == "public" and private != "yes":
        return HeldBack.PUBLIC
    return None


def is_asked_anywhere(section: str) -> bool:
    """Say whether a section, by its key, is asked even where others can hear."""
    return section.partition("/")[0] in _ASKED_ANYWHERE


def interpreter_stopped(opened: OpenDocument) -> bool:
    """Say whether the interpreter was stopped, so that the talk has to wait for another one."""
    is_assessment = opened.definition.form_id == ASSESSMENT
    return is_assessment and opened.session.value(_INTERPRETER) == _STOPPED
