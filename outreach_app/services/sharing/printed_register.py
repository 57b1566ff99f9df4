"""The register of disclosures of one case on paper."""

from outreach_app.domain.authority import Verb
from outreach_app.domain.documents import Subject
from outreach_app.phrases import phrase
from outreach_app.report.content import Paragraph, PrintDocument, Section, Table
from outreach_app.report.dates import readable_instant
from outreach_app.services.case_words import reference_of
from outreach_app.services.permission import require_case
from outreach_app.services.printing import Composed
from outreach_app.services.sharing.disclosures import (
    Disclosure,
    basis_words,
    disclosures,
    part_words,
    way_words,
    what_words,
)
from outreach_app.services.workspace import Workspace


def compose_register(workspace: Workspace, subject: Subject) -> Composed:
    """Return what the printed register of a case says.

    Raises:
        NotAllowed: The role does not print this; the attempt is in the journal.
    """
    sitting = workspace.sitting
    require_case(sitting, subject, Verb.READ, Verb.PRINT, form_id="transmission")
    found = disclosures(workspace, subject)
    reference = reference_of(workspace, subject)
    blocks = (_table(found),) if found else (Paragraph(phrase("Nobody has received anything.")),)
    content = PrintDocument(
        title=phrase("Register of disclosures"),
        reference=reference,
        made_at=sitting.now(),
        subtitle=phrase("Who received which parts of what, when, how, and on what basis."),
        organisation=sitting.configuration.name,
        sections=(Section(phrase("What this laptop knows"), blocks),),
    )
    name = reference.replace("/", "-").replace(" ", "-")
    return Composed(content=content, name=f"{name}-disclosures.pdf", subject=subject)


def _table(found: tuple[Disclosure, ...]) -> Table:
    return Table(
        columns=(
            phrase("When"),
            phrase("To whom"),
            phrase("What"),
            phrase("On what basis"),
            phrase("How, by whom"),
        ),
        rows=tuple(
            (
                readable_instant(each.at),
                each.receiver,
                what_words(each),
                basis_words(each),
                f"{way_words(each)}; {each.by}",
            )
            for each in found
        ),
        shares=(2, 2, 3, 2, 2),
        details=tuple(part_words(each) for each in found),
    )
