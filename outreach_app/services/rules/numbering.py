"""The numbers that people say: given once, kept for life, never used to link."""

from collections.abc import Iterable, Mapping
from typing import Any

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.labels import lettered, next_label
from outreach_app.domain.values import row_id_of, rows_of, text_of


def row_labels(
    answers: Mapping[str, Any], repeat: str, question: str, prefix: str, held: Mapping[str, str]
) -> dict[str, str]:
    """Return address and label of each row of a repeat: its own, an earlier one, or the next free.

    Args:
        answers: Flat answers of the open document.
        repeat: Name of the repeat.
        question: The question that holds the label.
        prefix: What stands before the number.
        held: Labels by row id that other documents of the case gave.
    """
    rows = rows_of(answers, repeat)
    given = {row_id_of(row): text_of(row, question) for row in rows}
    labels = labels_for(given, prefix, held)
    return {f"{repeat}[{row_id}]/{question}": label for row_id, label in labels.items()}


def labels_for(given: Mapping[str, str], prefix: str, held: Mapping[str, str]) -> dict[str, str]:
    """Return the label of each thing: a signed one, else its own, else the next free.

    What is not signed yet is later than all that is: where both have one label, it gets a letter.

    Args:
        given: Id to the label of the open document, "" for none.
        prefix: What stands before the number.
        held: Labels by id that signed documents of the case have.
    """
    used = {*held.values(), *filter(None, given.values())}
    found: dict[str, str] = {}
    for each, own in given.items():
        label = held.get(each, "")
        if not label:
            label = own or next_label(prefix, used)
            if own and own in {*held.values(), *found.values()}:
                label = lettered(own, used)
        used.add(label)
        found[each] = label
    return found


def action_labels(
    answers: Mapping[str, Any], goals: Mapping[str, str], held: Mapping[str, str]
) -> dict[str, str]:
    """Return address and label of each action, numbered under its goal."""
    found = {}
    for goal in rows_of(answers, "goals"):
        goal_id = row_id_of(goal)
        prefix = f"{goals[f'goals[{goal_id}]/goal_key']}."
        inner = row_labels(goal, "actions", "act_key", prefix, held)
        found.update({f"goals[{goal_id}]/{address}": label for address, label in inner.items()})
    return found


def held_labels(
    documents: Iterable[Mapping[str, Any]], repeat: str, question: str
) -> dict[str, str]:
    """Return the labels by row id that signed answers have given, the newest last."""
    return {
        row_id_of(row): text_of(row, question)
        for answers in documents
        for row in rows_of(answers, repeat)
        if text_of(row, question)
    }


def document_label(
    case_file: CaseFile, form_id: str, question: str, prefix: str, own: tuple[str, str]
) -> str:
    """Return the label of an open document among the signed ones of its form.

    Args:
        case_file: The case.
        form_id: The form of the document.
        question: The question that holds the label.
        prefix: What stands before the number.
        own: Id of the document, and the label that it says itself.
    """
    held = {
        record.document_id: label
        for record in case_file.all(form_id)
        if (label := text_of(record.answers, question))
    }
    document_id, label = own
    return labels_for({document_id: label}, prefix, held)[document_id]
