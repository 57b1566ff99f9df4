"""The exit checks of a case for its summary: evidence read from the records, and the judgements."""

from collections import Counter
from collections.abc import Iterable

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.exits.checklist import (
    exit_blocks,
    exit_checks,
    read_judgement,
    significantly_decreased,
)
from outreach_app.domain.exits.evidence import Check, ExitCase, Part
from outreach_app.domain.records import Record
from outreach_app.domain.timescales import Timescales
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import in_language
from outreach_app.phrases import phrase
from outreach_app.report.content import Check as ShownCheck
from outreach_app.report.content import Finding
from outreach_app.services.errors import UnknownForm
from outreach_app.services.form_facts import ChoiceLabels, choice_labels
from outreach_app.services.workspace import Workspace

FORM = "exit_checklist"


def _case(workspace: Workspace, case_file: CaseFile, record: Record, table: Timescales) -> ExitCase:
    return ExitCase(
        case_file=case_file,
        answers=record.answers,
        timescales=table,
        speak=workspace.catalogue.words,
    )


def shown_checks(
    workspace: Workspace, case_file: CaseFile, timescales: Timescales
) -> tuple[ShownCheck, ...]:
    """Return the parts of the exit checks as they stand now, () without a signed checklist."""
    record = case_file.newest(FORM)
    if record is None:
        return ()
    definition = _definition(workspace, record)
    case = _case(workspace, case_file, record, timescales)
    labels = choice_labels(definition) if definition is not None else ChoiceLabels({})
    return tuple(
        _shown(check, part, case, definition, labels)
        for check in exit_checks(case)
        for part in check.parts
    )


def _definition(workspace: Workspace, record: Record) -> FormDefinition | None:
    revision = workspace.vault.revisions.get(record.revision_ids[-1])
    try:
        return workspace.catalogue.definition(revision.header.form_hash)
    except UnknownForm:
        return None


def _shown(
    check: Check,
    part: Part,
    case: ExitCase,
    definition: FormDefinition | None,
    labels: ChoiceLabels,
) -> ShownCheck:
    judged = read_judgement(case, part.code)
    supervisor = labels(f"{part.code}_supervisor", judged.supervisor)
    return ShownCheck(
        tag=f"{check.code.removeprefix('e')}.",
        title=_title(part, definition) or check.title,
        finding=Finding(part.evidence.value),
        evidence="\n".join(counted((*part.text.splitlines(), *part.warnings))),
        worker=labels(f"{part.code}_worker", judged.worker),
        client=labels(f"{part.code}_client", judged.client),
        note=" – ".join(filter(None, (judged.reason, supervisor))),
    )


def _title(part: Part, definition: FormDefinition | None) -> str:
    items = definition.items_named(part.code) if definition is not None else ()
    return in_language(items[0].label, None) if items else ""


def exit_words(workspace: Workspace, case_file: CaseFile, timescales: Timescales) -> str:
    """Return in words whether risk has decreased and what still stops the exit, "" without one."""
    record = case_file.newest(FORM)
    if record is None:
        return ""
    case = _case(workspace, case_file, record, timescales)
    decreased = significantly_decreased(exit_checks(case))
    lines = [
        phrase("Risk has significantly decreased: all five parts support it.")
        if decreased
        else phrase("Risk has not significantly decreased on every count.")
    ]
    lines += counted(each.text for each in exit_blocks(case))
    return "\n".join(lines)


def counted(lines: Iterable[str]) -> list[str]:
    """Return the lines in their order, each once, with how often it came: ``… (3 times)``."""
    found = Counter(line for line in lines if line)
    return [
        phrase("{line} (%n times)", line=line, count=count) if count > 1 else line
        for line, count in found.items()
    ]
