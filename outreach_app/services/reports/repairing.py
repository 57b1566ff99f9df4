"""What a report found not known, as tasks: for each check the cases, and where it would be told."""

from dataclasses import dataclass

from outreach_app.domain.documents import Subject
from outreach_app.domain.reports.quality import CHECKS, Repair
from outreach_app.services.case_words import CaseWords
from outreach_app.services.naming import case_references
from outreach_app.services.reports.words import CHECK_WORDS
from outreach_app.services.sitting import Sitting
from outreach_app.services.workspace import Workspace

_KEPT_UP_TO_DATE = frozenset({"client", "case", "support_plan", "exit_checklist"})
"""Forms of which a case has one document; of the others the next one tells."""


@dataclass(frozen=True, slots=True)
class RepairTask:
    """One case of which something is not known; the reference is never a name."""

    reference: str
    repair: Repair

    @property
    def subject(self) -> Subject:
        """Return whose it is."""
        return Subject(client_id=self.repair.client_id, case_id=self.repair.case_id)


@dataclass(frozen=True, slots=True)
class RepairGroup:
    """What is not known of some cases.

    Attributes:
        what: The check in words.
        form: The form that would tell, in words.
    """

    check: str
    what: str
    form: str
    tasks: tuple[RepairTask, ...]


def repair_groups(workspace: Workspace, repairs: tuple[Repair, ...]) -> tuple[RepairGroup, ...]:
    """Return what is not known in the order of the checks, cases by their references."""
    references = case_references(workspace.vault)
    words = CaseWords(workspace)
    by_check: dict[str, list[RepairTask]] = {}
    for each in repairs:
        task = RepairTask(references.get(each.case_id, "?"), each)
        by_check.setdefault(each.check, []).append(task)
    return tuple(
        RepairGroup(
            check,
            CHECK_WORDS[check],
            words.form(form_id),
            tuple(sorted(by_check[check], key=lambda task: task.reference)),
        )
        for check, (form_id, _check) in CHECKS.items()
        if check in by_check
    )


def document_to_repair(sitting: Sitting, repair: Repair) -> str:
    """Return the document in which it would be told, "" where a new one is begun on the case."""
    if repair.form_id not in _KEPT_UP_TO_DATE:
        return ""
    of_client = repair.form_id == "client"
    lines = sitting.vault.lists.documents(
        case_id="" if of_client else repair.case_id,
        client_id=repair.client_id,
        form_id=repair.form_id,
    )
    return lines[-1].document_id if lines else ""
