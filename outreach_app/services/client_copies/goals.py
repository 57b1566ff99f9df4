"""The goals of a plan on the client's copy: in the client's words first, the steps as a list."""

from collections.abc import Callable, Iterator

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.plan import OPEN_GOAL
from outreach_app.domain.values import day_of, rows_of, text_of
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import in_language
from outreach_app.report.large_copy import LargeLine, LargePassage
from outreach_app.report.symbols import Symbol
from outreach_app.services.case_words import day_words
from outreach_app.services.form_facts import ChoiceLabels, choice_labels

_CLIENT, _MET, _DONE, _DROPPED = "client", "met", "done", "dropped"


def goal_passages(
    definition: FormDefinition,
    plan: FlatAnswers,
    language: str | None,
    *,
    only_own: bool,
    name: str = "",
) -> Iterator[LargePassage]:
    """Yield a passage for each open goal, then one with all that was reached.

    Args:
        definition: The form of the plan.
        plan: Its answers, without the parts that must not reach the copy.
        language: Of the form, None for its first.
        name: Of the client, for the steps that are theirs; "" for the word of the form.
        only_own: Only what the client said and does: nothing that tells of a service.
    """
    goals = rows_of(plan, "goals")
    choices = choice_labels(definition, language)

    def label(question: str) -> str:
        found = definition.items_named(question)
        return in_language(found[0].label, language) if found else question

    for goal in goals:
        heading = _heading(goal, only_own=only_own)
        if heading and text_of(goal, "goal_status") in OPEN_GOAL:
            lines = [*_steps(goal, lambda who: _who(choices, who, name), only_own=only_own)]
            if not only_own:
                lines = [*_agreed(goal, heading, label("goal_target_state")), *lines]
            by = day_of(goal, "goal_target_date")
            if by is not None:
                lines.append(LargeLine(f"{label('goal_target_date')}: {day_words(by)}"))
            yield LargePassage(heading, Symbol.STAR, tuple(lines))
    met = [each for each in goals if text_of(each, "goal_status") == _MET]
    reached = [_heading(each, only_own=only_own) for each in met]
    lines = [LargeLine(words, is_step=True, done=True) for words in reached if words]
    if lines:
        yield LargePassage(choices("goal_status", _MET), Symbol.SUN, tuple(lines))


def _heading(goal: FlatAnswers, *, only_own: bool) -> str:
    words = text_of(goal, "goal_words_text")
    return words or ("" if only_own else text_of(goal, "goal_statement"))


def _agreed(goal: FlatAnswers, heading: str, target: str) -> Iterator[LargeLine]:
    statement, state = text_of(goal, "goal_statement"), text_of(goal, "goal_target_state")
    if statement and statement != heading:
        yield LargeLine(statement)
    if state:
        yield LargeLine(f"{target.rstrip(' …')}: {state}")


def _who(choices: ChoiceLabels, who: str, name: str) -> str:
    return name if name and who == _CLIENT else choices("act_who_kind", who)


def _steps(
    goal: FlatAnswers, called: Callable[[str], str], *, only_own: bool
) -> Iterator[LargeLine]:
    for action in rows_of(goal, "actions"):
        words, who = text_of(action, "act_text"), text_of(action, "act_who_kind")
        status = text_of(action, "act_status")
        if not words or status == _DROPPED or (only_own and who != _CLIENT):
            continue
        told = [text_of(action, "act_who_name") or called(who)] if who else []
        by = day_of(action, "act_by")
        if by is not None and status != _DONE:
            told.append(day_words(by))
        if only_own:
            told = told[1:]
        about = f" ({', '.join(told)})" if told else ""
        yield LargeLine(f"{words}{about}", is_step=True, done=status == _DONE)
