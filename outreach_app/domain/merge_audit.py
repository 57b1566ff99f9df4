"""Reading someone's merge: which answers are the merger's own doing.

Every reader computes the merge again. What follows from the parents needs no look; what does not
is listed for review as the merger's own edit.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from outreach_app.domain.answers import ROW_ID, Answers, leaves
from outreach_app.domain.cautious import more_cautious
from outreach_app.domain.merge import Conflict, ConflictKind, Merge, merge_all

_NAME = re.compile(r"([^/\[]+)$")


class MergeFindingKind(StrEnum):
    """Why an answer of a merge is listed."""

    OWN_EDIT = "own_edit"
    AGAINST_CAUTION = "against_caution"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeFinding:
    """One answer that the merger is answerable for.

    Attributes:
        parents: The answer of each parent, "" where it has none.
        expected: What the rules of merging give, "" for nothing.
    """

    address: str
    kind: MergeFindingKind
    parents: tuple[str, ...]
    expected: str
    merged: str


def audit_merge(
    base: Answers, parents: Sequence[Answers], merged: Answers
) -> tuple[MergeFinding, ...]:
    """List every answer of a merge that is the merger's own.

    Listed are answers that equal neither parent, that went against the more cautious value, or
    that set a change of one side aside.

    Raises:
        ShapesDiffer: The states follow different layouts.
    """
    expected = merge_all(base, parents)
    conflicts = {conflict.address: conflict for conflict in expected.conflicts}
    sides = [dict(leaves(parent)) for parent in parents]
    wanted, found = dict(leaves(expected.answers)), dict(leaves(merged))
    findings = []
    for address in sorted({*wanted, *found, *_answers_in(conflicts.values())}):
        finding = _judge(
            address,
            tuple(side.get(address, "") for side in sides),
            conflicts.get(address),
            (wanted.get(address, ""), found.get(address, "")),
        )
        if finding is not None:
            findings.append(finding)
    return (*findings, *_rows_dropped(expected, merged, parents))


def _answers_in(conflicts: Iterable[Conflict]) -> list[str]:
    return [each.address for each in conflicts if each.kind is ConflictKind.ANSWER]


def _judge(
    address: str, parents: tuple[str, ...], conflict: Conflict | None, texts: tuple[str, str]
) -> MergeFinding | None:
    expected, merged = texts
    kind = None
    if conflict is not None:
        if merged not in parents:
            kind = MergeFindingKind.OWN_EDIT
        elif conflict.ordered and merged != conflict.shown:
            kind = MergeFindingKind.AGAINST_CAUTION
    elif merged != expected:
        kind = _departure(address, parents, expected, merged)
    if kind is None:
        return None
    return MergeFinding(
        address=address, kind=kind, parents=parents, expected=expected, merged=merged
    )


def _departure(
    address: str, parents: tuple[str, ...], expected: str, merged: str
) -> MergeFindingKind:
    if merged not in parents:
        return MergeFindingKind.OWN_EDIT
    match = _NAME.search(address)
    name = match.group(1) if match else address
    if more_cautious(name, (expected, merged)) == expected:
        return MergeFindingKind.AGAINST_CAUTION
    return MergeFindingKind.SET_ASIDE


def _rows_dropped(
    expected: Merge, merged: Answers, parents: Sequence[Answers]
) -> list[MergeFinding]:
    kept = set(_row_addresses(merged))
    return [
        MergeFinding(
            address=address,
            kind=MergeFindingKind.AGAINST_CAUTION,
            parents=tuple("" for _ in parents),
            expected="row",
            merged="",
        )
        for address in sorted(set(_row_addresses(expected.answers)) - kept)
    ]


def _row_addresses(answers: Mapping[str, Any], at: str = "") -> Iterable[str]:
    for name, value in answers.items():
        here = f"{at}/{name}" if at else name
        if isinstance(value, list):
            for row in value:
                place = f"{here}[{row[ROW_ID]}]"
                yield place
                yield from _row_addresses(row, place)
        elif isinstance(value, Mapping):
            yield from _row_addresses(value, here)
