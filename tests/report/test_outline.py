from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from outreach_app.engine.definition import FormDefinition, load_form
from outreach_app.engine.source import convert
from outreach_app.report.composing import DocumentFrame, document_from_form
from outreach_app.report.document import render_document
from outreach_app.report.outline import FormNode, NodeKind, outline_of
from tests.report.filling import Filler
from tests.report.markdown_forms import FORMS, outline
from tests.report.samples import document
from tests.report.tools import pages

FRAME = DocumentFrame(document=document())


def _loaded(form_id: str) -> FormDefinition:
    folder = FORMS / form_id
    files: list[Path] = [*(FORMS / "lists").glob("*.csv"), *folder.glob("*.csv")]
    converted = convert(folder / "form.md")
    return load_form(converted.xml, instances={file.name: file.read_bytes() for file in files})


def _flat(nodes: Iterable[FormNode], at: str = "") -> Iterator[tuple[str, FormNode]]:
    for node in nodes:
        yield f"{at}{node.name}", node
        yield from _flat(node.children, f"{at}{node.name}/")


def _straight(words: str) -> str:
    return words.translate({ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"'})


@pytest.mark.parametrize("form_id", ["client", "support_plan"])
def test_a_loaded_form_says_what_its_spreadsheet_says(form_id: str) -> None:
    form = outline_of(_loaded(form_id))
    read = outline(form_id)
    assert (form.form_id, form.title, form.version) == (form_id, read.title, read.version)
    assert form.language == "en"
    written = {path: node for path, node in _flat(read.children) if node.name != "casefile"}
    loaded = dict(_flat(form.children))
    assert list(loaded) == list(written)
    for path, node in loaded.items():
        other = written[path]
        assert (node.kind, _straight(node.label)) == (other.kind, _straight(other.label)), path
        assert list(node.choices) == list(other.choices), path
        assert dict(node.absences) == dict(other.absences), path
        assert node.extras.get("type") == other.extras.get("type"), path
        assert node.extras.get("absent") == other.extras.get("absent"), path


def test_export_classes_come_from_the_engine() -> None:
    form = outline_of(_loaded("client"))
    questions = [node for _path, node in _flat(form.children) if node.kind is NodeKind.QUESTION]
    parts = {node.extras["part"] for node in questions}
    assert {"main", "location"} <= parts


def test_a_loaded_form_becomes_a_document() -> None:
    form = outline_of(_loaded("client"), references={"p_x": "Priya Nolan"})
    composed = document_from_form(form, Filler().answers(form.children), FRAME)
    assert composed.language == "en"
    assert len(pages(render_document(composed))) >= 2
