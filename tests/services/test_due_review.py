"""The assessment that is due: full until there is one, then a review, begun once."""

from collections.abc import Callable

from outreach_app.services.due_review import begin_due_review
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import begin_workspace
from tests.services.writing import Writer, assessment

AT = "2026-01-20T11:00:00.000+00:00"


def test_the_kind_follows_what_there_was(
    office: Sitting, signer_of: Callable[[Sitting], Signer]
) -> None:
    workspace = begin_workspace(office)
    writer = Writer(workspace, signer_of(office))

    def begun() -> OpenDocument:
        return begin_due_review(office, workspace.casework, writer.subject)

    def kind(opened: OpenDocument) -> str:
        return opened.session.value("section_a/assessment_kind")

    writer.signed("risk_assessment", assessment("initial", AT, "high", "3", "4"))
    first = begun()
    assert kind(first) == "full"
    assert begun().document == first.document
    writer.sign(first)
    second = begun()
    assert kind(second) == "review"
    assert second.document != first.document

    # What somebody made of another kind meanwhile is theirs: the review is begun beside it.
    second.set_answer("section_a/assessment_kind", "event")
    third = begun()
    assert (kind(third), third.document == second.document) == ("review", False)
