"""Legal hold over the versions of a checklist: who placed it, and that two people end it.

A hold ends when one person has signed a version that releases it, with a reason, and another person
has countersigned, approved or closed exactly that version. Taking the answer back is no release: a
hold that was signed once stands until then, whatever a later version says.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from outreach_app.domain.values import first_text, text_of

_HOLD = "legal_hold"


@dataclass(frozen=True, slots=True)
class SecondWord:
    """Somebody has countersigned, approved or closed a version."""

    person_id: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistVersion:
    """One signed version of an exit checklist.

    Attributes:
        agreed: Who stands behind exactly this version, oldest first.
    """

    author_id: str
    on: date
    answers: Mapping[str, Any]
    agreed: tuple[SecondWord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A legal hold; while `second_by` is empty it stands.

    Attributes:
        why: In the words of the checklist, "" where it gives no reason.
        released_by: Who signed the version that releases it; `second_by` is who agreed.
    """

    placed_by: str
    placed_on: date
    why: str
    released_by: str = ""
    released_on: date | None = None
    release_why: str = ""
    second_by: str = ""
    second_on: date | None = None

    @property
    def stands(self) -> bool:
        """Say whether the record must not be destroyed."""
        return not self.second_by


def holds_record(answers: Mapping[str, Any]) -> bool:
    """Say whether a checklist asks for a hold: in words, by its class, or because the client died."""
    return (
        text_of(answers, "exit_reason") == "died"
        or text_of(answers, _HOLD) == "yes"
        or text_of(answers, "retention_class") == _HOLD
    )


def hold_over(versions: Iterable[ChecklistVersion]) -> Hold | None:
    """Return the newest hold of a checklist, None where there never was one.

    Args:
        versions: Every version that counts, oldest first.
    """
    hold: Hold | None = None
    for each in versions:
        released = text_of(each.answers, "legal_hold_released") == "yes"
        is_new = holds_record(each.answers) and (hold is None or not (hold.stands or released))
        if is_new:
            why = first_text(each.answers, ("legal_hold_reason",))
            hold = Hold(placed_by=each.author_id, placed_on=each.on, why=why)
        if hold is not None and hold.stands:
            hold = _released(hold, each) if released else _as_placed(hold)
    return hold


def _as_placed(hold: Hold) -> Hold:
    return Hold(placed_by=hold.placed_by, placed_on=hold.placed_on, why=hold.why)


def _released(hold: Hold, version: ChecklistVersion) -> Hold:
    why = first_text(version.answers, ("legal_hold_release_reason",))
    if not why:
        return _as_placed(hold)
    proposed = replace(hold, released_by=version.author_id, released_on=version.on, release_why=why)
    second = next((each for each in version.agreed if each.person_id != version.author_id), None)
    if second is None:
        return proposed
    return replace(proposed, second_by=second.person_id, second_on=second.on)
