"""The supervisor's Friday list on paper: references only, a box before each line to be ticked."""

from outreach_app.domain.authority import CaseAccess, Verb
from outreach_app.domain.documents import Subject
from outreach_app.phrases import in_a_row, phrase
from outreach_app.report.content import Entry, Paragraph, PrintDocument, Section, Table
from outreach_app.services.case_words import day_words
from outreach_app.services.friday_list import FridayLine, FridayList, FridayPart, friday_list
from outreach_app.services.printing import Composed
from outreach_app.services.workspace import Workspace

SERIES = "friday-list"
_BOX = "☐"


def compose_friday_list(workspace: Workspace) -> Composed:
    """Return what the printed list says.

    Raises:
        NotAllowed: The person is no supervisor, or prints nothing; the attempt is in the journal.
    """
    sitting = workspace.sitting
    found = friday_list(workspace)
    sitting.require(Verb.PRINT, CaseAccess())
    content = PrintDocument(
        title=phrase("Friday list"),
        reference=day_words(found.on),
        made_at=sitting.now(),
        subtitle=phrase("What is open in every case. References only: no name of a client."),
        organisation=sitting.configuration.name,
        sections=tuple(_section(found, part) for part in found.parts),
    )
    return Composed(
        content=content,
        name=f"{SERIES}-{found.on.isoformat()}.pdf",
        subject=Subject(client_id=""),
        series=SERIES,
    )


def _section(found: FridayList, part: FridayPart) -> Section:
    entries: list[Entry] = [Paragraph(part.note, quiet=True)] if part.note else []
    if part.lines:
        entries.append(
            Table(
                columns=("", phrase("Case"), phrase("What"), phrase("Since, by")),
                rows=tuple(_row(found, each) for each in part.lines),
                shares=(0.4, 1.6, 4.0, 3.0),
            )
        )
    else:
        entries.append(Paragraph(phrase("Nothing.")))
    return Section(part.title, tuple(entries))


def _row(found: FridayList, line: FridayLine) -> tuple[str, str, str, str]:
    return _BOX, line.reference or "–", line.what, in_a_row((line.where, due_words(found, line)))


def due_words(found: FridayList, line: FridayLine) -> str:
    """Return by when something is due, and for how many days it is late; "" without a day.

    What lies rather than falls due, such as a draft, says its day itself.
    """
    due = line.need.due if line.need is not None else None
    if due is None:
        return ""
    days = (found.on - due).days
    if days > 0:
        return phrase("%n day(s) overdue", count=days)
    return phrase("due {day}", day=day_words(due))
