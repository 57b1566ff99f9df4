"""What is kept up to date answer by answer is what a whole reading says, in every form."""

from collections.abc import Iterator

import pytest

from outreach_app.domain.answers import flatten
from outreach_app.engine.errors import NotAnswerable
from outreach_app.services.case_finding import NewCase
from outreach_app.services.catalogue import shipped_form_ids
from outreach_app.services.open_document import OpenDocument
from tests.services.conftest import Template
from tests.services.filling import Desk, example, fill, own_desk


@pytest.fixture(scope="module")
def desk(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with own_desk(template, tmp_path_factory.mktemp("desk")) as made:
        yield made


@pytest.fixture(scope="module")
def made(desk: Desk) -> NewCase:
    return desk.opened_case()


def begun(desk: Desk, made: NewCase, form_id: str) -> OpenDocument:
    if form_id == "client":
        return desk.casework.resume(desk.casework.new_case().client.document_id)
    return desk.casework.begin(form_id, made.subject)


@pytest.mark.parametrize("form_id", shipped_form_ids())
def test_the_kept_answers_are_those_of_a_whole_reading(
    desk: Desk, made: NewCase, form_id: str
) -> None:
    opened = begun(desk, made, form_id)
    fill(opened, example(form_id), rename=desk.rename)
    given = [(each, opened.session.kept(each)) for each in opened.session.questions()]
    compared = 0
    for address, value in given[::3]:
        for text in ("", value):
            try:
                opened.set_answer(address, text)
            except NotAnswerable:
                break
            assert opened.answers() == flatten(opened.session.answers())
            compared += 1
    assert compared > 1
    desk.casework.discard(opened.document.document_id)
