"""What is written for each child and other dependant: needs, risks, goals with actions, exit items."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.dependants import EXIT_ITEMS
from outreach_app.domain.levels import parse_level
from outreach_app.domain.plan import read_goals
from outreach_app.domain.values import rows_of, text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.services.case_words import CaseWords, day_words, level_words

PLAN, RISK, EXIT = "support_plan", "risk_assessment", "exit_checklist"
_OVER = frozenset({"closed", "transferred"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DependantRecord:
    """What is written for one person, as lines of words.

    Attributes:
        goals: Each goal, followed by its open actions.
        leaving: What the exit checklist says of them.
    """

    needs: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written for this person yet."""
        return not (self.needs or self.risks or self.goals or self.leaving)

    def parts(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the parts that have lines, each with its title."""
        for title, lines in (
            (phrase("Needs"), self.needs),
            (phrase("Risks"), self.risks),
            (phrase("Goals and actions"), self.goals),
            (phrase("At exit"), self.leaving),
        ):
            if lines:
                yield title, lines


def record_of(case_file: CaseFile, words: CaseWords, row_id: str) -> DependantRecord:
    """Return what is written for the person of one row of the client record.

    Args:
        case_file: The case.
        words: Of its codes.
        row_id: Id of the row in ``dependants``.
    """
    last = case_file.last_assessment
    assessment = last.record.answers if last is not None else {}
    return DependantRecord(
        needs=tuple(_needs(_for(case_file.plan, "dependant_needs", "dn_dependant", row_id), words)),
        risks=tuple(_risks(_for(assessment, "risks", "risk_for", row_id))),
        goals=tuple(_goals(_for(case_file.plan, "goals", "goal_for", row_id), case_file, words)),
        leaving=tuple(
            _leaving(
                _for(case_file.answers_of(EXIT), "dependant_exits", "dx_dependant", row_id), words
            )
        ),
    )


def _for(
    answers: Mapping[str, Any], repeat: str, name: str, row_id: str
) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a repeat that are about one person."""
    return (row for row in rows_of(answers, repeat) if text_of(row, name) == row_id)


def _needs(rows: Iterable[Mapping[str, Any]], words: CaseWords) -> Iterator[str]:
    for row in rows:
        area = words.choice(PLAN, "dn_domain", text_of(row, "dn_domain"))
        level = words.choice(PLAN, "dn_level", text_of(row, "dn_level"))
        yield in_a_row((in_a_row((area, level), ": "), text_of(row, "dn_what")), " · ")


def _risks(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for row in rows:
        if text_of(row, "risk_status") not in _OVER:
            named = in_a_row((text_of(row, "risk_key"), text_of(row, "risk_title")), " ")
            yield in_a_row((named, level_words(parse_level(text_of(row, "risk_band")))), " · ")


def _goals(
    rows: Iterable[Mapping[str, Any]], case_file: CaseFile, words: CaseWords
) -> Iterator[str]:
    for row in rows:
        (goal,) = read_goals({"goals": [row]})
        status = words.choice(PLAN, "goal_status", goal.status)
        yield in_a_row((goal.named, status), " · ")
        for action in goal.actions if goal.is_open else ():
            if action.is_open:
                what = in_a_row((action.label, action.text), " ")
                late = action.by is not None and action.by < case_file.on
                by = day_words(action.by)
                due = phrase("overdue since {day}", day=by) if late else by
                yield in_a_row((what, due), " · ")


def _leaving(rows: Iterable[Mapping[str, Any]], words: CaseWords) -> Iterator[str]:
    for row in rows:
        for name in EXIT_ITEMS:
            said = text_of(row, name)
            if said:
                label = words.question(EXIT, name)
                yield in_a_row((label, words.choice(EXIT, name, said)), ": ")
        left = text_of(row, "dx_open").strip()
        if left:
            yield phrase("Still open: {what}", what=left)
