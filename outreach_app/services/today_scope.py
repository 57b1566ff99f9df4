"""What the lines of Today are looked up in: cases, day, limits, words; each read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from outreach_app.domain.documents import Subject
from outreach_app.services.attention import Limits
from outreach_app.services.case_words import CaseWords
from outreach_app.services.listed_cases import ListedCase
from outreach_app.services.workspace import Workspace

ENGLAND_AND_WALES = "EW"


@dataclass(frozen=True)
class Scope:
    """What is looked at: whose cases, on which day, how far ahead."""

    workspace: Workspace
    cases: Mapping[str, ListedCase]
    on: date
    until: date
    words: CaseWords = field(init=False)
    limits: Limits = field(init=False)

    def __post_init__(self) -> None:
        """Read the words and limits once."""
        configuration = self.workspace.sitting.configuration
        object.__setattr__(self, "words", CaseWords(self.workspace))
        limits = Limits(timescales=configuration.time_limits(), holidays=configuration.holidays())
        object.__setattr__(self, "limits", limits)

    @cached_property
    def nations(self) -> Mapping[str, str]:
        """The nation of each client whose record is here."""
        clients = self.workspace.vault.lists.clients()
        return {line.client_id: line.jurisdiction for line in clients if line.jurisdiction}

    def nation(self, case_id: str) -> str:
        """Return whose time limits apply to a case."""
        return self.nations.get(self.cases[case_id].line.client_id, ENGLAND_AND_WALES)

    def is_mine(self, case_id: str) -> bool:
        """Say whether the person leads the case or stands in."""
        return case_id in self.cases and self.cases[case_id].mine

    @cached_property
    def case_of_client(self) -> Mapping[str, str]:
        """The first open case of each client, for what is about the client as a person."""
        found: dict[str, str] = {}
        for case_id, case in self.cases.items():
            found.setdefault(case.line.client_id, case_id)
        return found

    def case_about(self, subject: Subject) -> str:
        """Return the id of the case in which something about a case or a client is shown."""
        return subject.case_id or self.case_of_client.get(subject.client_id, "")
