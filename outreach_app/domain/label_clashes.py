"""Labels that two laptops gave twice: of everything that bears one, the later-created gets a letter.

What was signed keeps the text it was signed with. Whoever reads the documents together sees labels
that tell them apart, and the next signature writes those.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.labels import settle_clashes
from outreach_app.domain.records import DocumentState
from outreach_app.domain.values import row_id_of, rows_of, text_of


@dataclass(frozen=True, slots=True)
class Family:
    """Labels that must differ within a case.

    Attributes:
        form_id: The form whose documents bear them.
        question: Which question holds the label.
        repeat: The repeat whose rows bear them, "" for the documents themselves.
        inner: The repeat inside of `repeat` whose rows bear them, numbered under the outer label.
    """

    form_id: str
    question: str
    repeat: str = ""
    inner: str = ""


GOALS = Family("support_plan", "goal_key", "goals")
ACTIONS = Family("support_plan", "act_key", "goals", "actions")
FAMILIES = (
    Family("consent", "con_key"),
    Family("referral", "ref_key"),
    Family("risk_assessment", "risk_key", "risks"),
    Family("risk_assessment", "gap_key", "gaps"),
    GOALS,
    ACTIONS,
)

Created = Callable[[Family], Mapping[str, str]]
"""Returns by id since when each bearer of a family's labels has been there; texts that sort."""


def bearers(family: Family, document_id: str, answers: FlatAnswers) -> Iterator[tuple[str, str]]:
    """Yield id and label of everything that bears a label of a family in one document."""
    if not family.repeat:
        yield document_id, text_of(answers, family.question)
        return
    for row in rows_of(answers, family.repeat):
        if not family.inner:
            yield row_id_of(row), text_of(row, family.question)
        for inner in rows_of(row, family.inner) if family.inner else ():
            yield row_id_of(inner), text_of(inner, family.question)


def settle_states(states: Sequence[DocumentState], created: Created) -> tuple[DocumentState, ...]:
    """Return the documents of a case with labels that tell everything apart.

    Args:
        states: The newest versions of the documents of one case.
        created: Asked only about families with a clash.
    """
    settled = tuple(states)
    for family in FAMILIES:
        labels = _newest_labels(family, settled)
        if len(set(labels.values())) < len(labels):
            since = created(family)
            new = settle_clashes(
                [(each, label, since.get(each, "")) for each, label in labels.items()]
            )
            changed = {each: label for each, label in new.items() if label != labels[each]}
            settled = tuple(_relabelled(family, state, changed) for state in settled)
    return settled


def _newest_labels(family: Family, states: Iterable[DocumentState]) -> dict[str, str]:
    """Return label by id, as the newest document says."""
    of_form = (state for state in states if state.form_id == family.form_id)
    return {
        each: label
        for state in sorted(of_form, key=lambda state: (state.signed_at, state.revision_id))
        for each, label in bearers(family, state.document_id, state.answers)
        if label
    }


def _relabelled(family: Family, state: DocumentState, labels: Mapping[str, str]) -> DocumentState:
    if state.form_id != family.form_id:
        return state
    if not family.repeat:
        label = labels.get(state.document_id)
        return replace(state, answers={**state.answers, family.question: label}) if label else state
    rows = [_row(family, row, labels) for row in rows_of(state.answers, family.repeat)]
    return replace(state, answers={**state.answers, family.repeat: rows}) if rows else state


def _row(family: Family, row: Mapping[str, Any], labels: Mapping[str, str]) -> dict[str, Any]:
    if family.inner:
        return {
            **row,
            family.inner: [_named(family, each, labels) for each in rows_of(row, family.inner)],
        }
    named = _named(family, row, labels)
    before, now = text_of(row, family.question), text_of(named, family.question)
    if family == GOALS and now != before:
        # What is numbered under a goal follows it: G2.1 becomes G2b.1.
        named["actions"] = [
            _moved(each, f"{before}.", f"{now}.") for each in rows_of(row, "actions")
        ]
    return named


def _named(family: Family, row: Mapping[str, Any], labels: Mapping[str, str]) -> dict[str, Any]:
    label = labels.get(row_id_of(row))
    return {**row, family.question: label} if label else dict(row)


def _moved(row: Mapping[str, Any], old: str, new: str) -> dict[str, Any]:
    label = text_of(row, ACTIONS.question)
    if not label.startswith(old):
        return dict(row)
    return {**row, ACTIONS.question: f"{new}{label.removeprefix(old)}"}
