"""Attached pictures on paper, and where they stay away."""

from collections.abc import Callable

from outreach_app.domain.documents import Reason, Subject
from outreach_app.services.printing import compose_document, rendered
from outreach_app.services.sharing.protected import parts_left_out
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import begin_workspace
from tests.report.test_photographs import TOLD, photograph
from tests.services.writing import Writer

IMAGE = b"/Subtype /Image"


def test_a_photo_is_printed_with_the_record_and_not_in_a_copy_for_another_service(
    office: Sitting, signer_of: Callable[[Sitting], Signer]
) -> None:
    writer = Writer(begin_workspace(office), signer_of(office))
    workspace = writer.workspace
    client = next(
        each
        for each in office.vault.documents.by_subject(Subject(client_id=writer.subject.client_id))
        if each.form_id == "client"
    )
    assert IMAGE not in rendered(compose_document(workspace, client)).pdf
    opened = workspace.casework.revise(client.document_id, Reason.CONTINUED)
    opened.set_answer("photo_held", "yes")
    opened.attach("photo_file", photograph(), media_type="image/jpeg", description="Ina.jpg")
    writer.sign(opened)
    pdf = rendered(compose_document(workspace, client)).pdf
    assert pdf.count(IMAGE) == 1
    assert TOLD not in pdf
    left = parts_left_out("client", with_address=False)
    outside = compose_document(workspace, client, without=left, outside=True)
    assert IMAGE not in rendered(outside).pdf
