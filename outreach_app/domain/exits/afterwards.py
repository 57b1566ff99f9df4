"""After the exit: follow-ups, how long the record is kept, when the laptop's copy goes."""

from dataclasses import dataclass
from datetime import date

from outreach_app.domain.age import minority, trusted_birth_date
from outreach_app.domain.exits.evidence import ExitCase
from outreach_app.domain.timescales import Deadline
from outreach_app.domain.values import text_of


def follow_ups(case: ExitCase) -> tuple[Deadline, ...]:
    """Return the dates of the follow-up contacts; none without the client's consent to them.

    Raises:
        NoTimescale: The table has no row ``exit_followup``.
    """
    if case.exit_day is None or text_of(case.answers, "client_wants_contact") != "yes":
        return ()
    return case.timescales.dues("exit_followup", case.exit_day, case.case_file.jurisdiction)


def closes_case(case: ExitCase) -> bool:
    """Say whether this exit ends the case: only an exit from the whole service does."""
    return text_of(case.answers, "exit_from") in {"", "service"}


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a record is kept.

    Attributes:
        until: Earliest destruction; with a legal hold nothing is destroyed until it is released.
    """

    kind: str
    until: date
    legal_hold: bool


def retention(case: ExitCase) -> Retention | None:
    """Return class and earliest destruction by the rules, None while there is no exit date.

    Someone who was a child during the service keeps a child's record: until the 25th birthday or
    the time after exit, whichever is later. A death asks for a legal hold.

    Raises:
        NoTimescale: The table lacks a retention row.
    """
    if case.exit_day is None:
        return None
    nation, client = case.case_file.jurisdiction, case.case_file.client
    hold = case.reason == "died" or text_of(case.answers, "legal_hold") == "yes"
    opened = min((each.on for each in case.case_file.records), default=case.exit_day)
    born = trusted_birth_date(client)
    was_minor = minority(client, opened).is_minor
    if not was_minor:
        until = case.timescales.due("retention_adult", case.exit_day, None, nation).due
        return Retention("adult", until, hold)
    after_exit = "retention_child_after_exit"
    if case.timescales.find(after_exit, case.exit_day, nation) is None:
        after_exit = "retention_adult"
    until = case.timescales.due(after_exit, case.exit_day, None, nation).due
    if born is not None:
        grown = case.timescales.due("retention_child", born.latest(), case.exit_day, nation).due
        until = max(until, grown)
    return Retention("child", until, hold)
