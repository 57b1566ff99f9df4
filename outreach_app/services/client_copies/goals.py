"""The goals of a plan on the client's copy: in the client's words first, the steps as a list."""

from collections.abc import Iterator

from outreach_app.domain.answers import FlatAnswers
from outreach_app.domain.plan import OPEN_GOAL
from outreach_app.domain.values import day_of, rows_of, text_of
from outreach_app.report.large_copy import LargeLine, LargePassage
from outreach_app.report.symbols import Symbol
from outreach_app.services.client_copies.speaking import FormSpeech

_CLIENT, _MET, _DONE, _DROPPED = "client", "met", "done", "dropped"


def goal_passages(
    speech: FormSpeech, plan: FlatAnswers, *, only_own: bool, name: str = ""
) -> Iterator[LargePassage]:
    """Yield a passage for each open goal, then one with all that was reached.

    Args:
        speech: The words of the form of the plan.
        plan: Its answers, without the parts that must not reach the copy.
        name: Of the client, for the steps that are theirs; "" for the word of the form.
        only_own: Only what the client said and does: nothing that tells of a service.
    """
    goals = rows_of(plan, "goals")
    for goal in goals:
        heading = _heading(goal, only_own=only_own)
        if heading and text_of(goal, "goal_status") in OPEN_GOAL:
            lines = [*_steps(goal, speech, name, only_own=only_own)]
            if not only_own:
                lines = [*_agreed(goal, heading, speech.label("goal_target_state")), *lines]
            by = day_of(goal, "goal_target_date")
            if by is not None:
                lines.append(LargeLine(f"{speech.label('goal_target_date')}: {speech.day(by)}"))
            yield LargePassage(heading, Symbol.STAR, tuple(lines))
    met = [each for each in goals if text_of(each, "goal_status") == _MET]
    reached = [_heading(each, only_own=only_own) for each in met]
    lines = [LargeLine(words, is_step=True, done=True) for words in reached if words]
    if lines:
        yield LargePassage(speech.choice("goal_status", _MET), Symbol.SUN, tuple(lines))


def _heading(goal: FlatAnswers, *, only_own: bool) -> str:
    words = text_of(goal, "goal_words_text")
    return words or ("" if only_own else text_of(goal, "goal_statement"))


def _agreed(goal: FlatAnswers, heading: str, target: str) -> Iterator[LargeLine]:
    statement, state = text_of(goal, "goal_statement"), text_of(goal, "goal_target_state")
    if statement and statement != heading:
        yield LargeLine(statement)
    if state:
        yield LargeLine(f"{target.rstrip(' …')}: {state}")


def _steps(
    goal: FlatAnswers, speech: FormSpeech, name: str, *, only_own: bool
) -> Iterator[LargeLine]:
    def called(who: str) -> str:
        return name if name and who == _CLIENT else speech.choice("act_who_kind", who)

    for action in rows_of(goal, "actions"):
        words, who = text_of(action, "act_text"), text_of(action, "act_who_kind")
        status = text_of(action, "act_status")
        if not words or status == _DROPPED or (only_own and who != _CLIENT):
            continue
        told = []
        if who and not only_own:
            told.append(text_of(action, "act_who_name") or called(who))
        by = day_of(action, "act_by")
        if by is not None and status != _DONE:
            told.append(speech.day(by))
        about = f" ({', '.join(told)})" if told else ""
        yield LargeLine(f"{words}{about}", is_step=True, done=status == _DONE)
