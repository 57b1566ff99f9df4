"""What a person has written for a review or for a crisis, or decided about a conflict, and not signed yet.

It is kept inside the vault with every step, so that a lock in the middle loses nothing. It is
nobody's word: not signed, never shared, no act.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from outreach_app.services.merging.questions import Decision
from outreach_app.services.reviewing import Remark
from outreach_app.services.sitting import Sitting


@dataclass(frozen=True, slots=True)
class UnsignedReview:
    """Words about one version: about all of it, and at single questions.

    Attributes:
        answers: What a supervisor answers in the form, by question name.
    """

    text: str = ""
    remarks: tuple[Remark, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said about the version."""
        return not self.text.strip() and not self.remarks


def keep_review(sitting: Sitting, revision_id: str, words: UnsignedReview) -> None:
    """Keep what is written about a version; on the disk when the call returns. Empty forgets it."""
    said = {
        "answers": dict(words.answers),
        "remarks": [[each.question, each.text] for each in words.remarks],
        "text": words.text,
    }
    is_empty = words.is_empty and not words.answers
    _set(sitting, _review(sitting, revision_id), "" if is_empty else json.dumps(said))


def kept_review(sitting: Sitting, revision_id: str) -> UnsignedReview:
    """Return what this person has written about a version and not signed."""
    text = sitting.vault.properties.get(_review(sitting, revision_id))
    if not text:
        return UnsignedReview()
    said = json.loads(text)
    remarks = tuple(Remark(at, what) for at, what in said["remarks"])
    return UnsignedReview(said["text"], remarks, said["answers"])


def keep_decisions(
    sitting: Sitting,
    document_id: str,
    versions: Sequence[str],
    decisions: Mapping[str, Decision],
) -> None:
    """Keep what was decided so far between some versions of a document. None forgets it."""
    said = {
        "decisions": {at: [each.take, each.text] for at, each in decisions.items()},
        "versions": sorted(versions),
    }
    _set(sitting, _merge(sitting, document_id), json.dumps(said) if decisions else "")


def kept_decisions(
    sitting: Sitting, document_id: str, versions: Sequence[str]
) -> dict[str, Decision]:
    """Return what this person decided between exactly these versions and did not sign."""
    text = sitting.vault.properties.get(_merge(sitting, document_id))
    said = json.loads(text) if text else {}
    if said.get("versions") != sorted(versions):
        return {}
    return {at: Decision(take, words) for at, (take, words) in said["decisions"].items()}


@dataclass(frozen=True, slots=True)
class UnsignedCrisis:
    """Crisis steps and numbers that somebody is writing for the organisation.

    Attributes:
        before: The rows that were decided when it was begun.
        rows: What they are to be.
        flag: The flag that is being written, None while all are looked at.
        lines: Its lines so far.
    """

    before: tuple[Mapping[str, str], ...]
    rows: tuple[Mapping[str, str], ...]
    flag: str | None = None
    lines: tuple[Mapping[str, str], ...] = ()


def keep_crisis(sitting: Sitting, words: UnsignedCrisis | None) -> None:
    """Keep what is written; on the disk when the call returns. None forgets it."""
    said = "" if words is None else json.dumps({
        "before": [dict(each) for each in words.before],
        "flag": words.flag,
        "lines": [dict(each) for each in words.lines],
        "rows": [dict(each) for each in words.rows],
    })  # fmt: skip
    _set(sitting, _crisis(sitting), said)


def kept_crisis(sitting: Sitting, before: Sequence[Mapping[str, str]]) -> UnsignedCrisis | None:
    """Return what this person has written about exactly these rows and not signed."""
    text = sitting.vault.properties.get(_crisis(sitting))
    said = json.loads(text) if text else {}
    if said.get("before") != [dict(each) for each in before]:
        return None
    return UnsignedCrisis(
        tuple(said["before"]), tuple(said["rows"]), said["flag"], tuple(said["lines"])
    )


def _set(sitting: Sitting, name: str, value: str) -> None:
    properties = sitting.vault.properties
    if properties.get(name) != value:
        with sitting.vault.database.transaction():
            properties.set(name, value)


def _review(sitting: Sitting, revision_id: str) -> str:
    return f"unsigned.review.{sitting.me.person_id}.{revision_id}"


def _merge(sitting: Sitting, document_id: str) -> str:
    return f"unsigned.merge.{sitting.me.person_id}.{document_id}"


def _crisis(sitting: Sitting) -> str:
    return f"unsigned.crisis.{sitting.me.person_id}"
