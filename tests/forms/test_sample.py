"""The sample story fits the forms and the rules: names, codes, references, order, levels."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from tests.forms import sample_story as sample
from tests.forms.form_sources import (
    FORM_IDS,
    FORMS,
    Row,
    base_type,
    choices,
    codes,
    ours,
    table,
)
from tests.forms.sample_story import ROW_KEY, State, Step, innermost_repeat, rows_of

LONDON = ZoneInfo("Europe/London")
REFERENCE = re.compile(r"@(doc|row|person):(.+)")
VERBS = {"comment", "approve", "return", "countersign", "close"}
REASONS = {"new", "continued", "review", "correction"}
COMMON = {"at", "vault", "by", "say", "do"}
KEYS = {
    "write": {"form", "document", "about", "reason", "sign", "answers"},
    "attach": {"document", "question", "file"},
    "export": {"to", "documents", "purpose", "profile", "name"},
    "import": {"bundle"},
    "review": {"document", "verb", "text"},
    "merge": {"document", "decide"},
    "refused": {"what", "code"},
    "lay": {"bundle", "as"},
    "hand_over": {"case", "document", "to", "answers"},
    "answer_handover": {"case", "document", "answer", "leads"},
}
OPTIONAL = {
    "write": {"expect", "previous", "clear", "remove", "unchanged", "case"},
    "attach": {"case"},
    "export": {"cases"},
    "lay": {"cut"},
    "import": {"expect_missing"},
    "review": {"comments", "answers"},
    "answer_handover": {"answers"},
}
LEFT_UNSIGNED = {"stefan/note-begun", "bilal/client"}
"""Drafts that wait for whoever opens the window."""
UNTYPED = {"text", "note", "image", "file"}


def people() -> dict[str, dict[str, str]]:
    return {person["key"]: person for person in sample.organisation()["people"]}


def number(name: str) -> str:
    return name.partition("-")[0]


def test_steps_have_the_keys_of_their_kind() -> None:
    for name, step in sample.steps():
        kind = step["do"]
        wanted = COMMON | KEYS[kind]
        assert wanted <= set(step), name
        if kind != "refused":
            assert set(step) <= wanted | OPTIONAL.get(kind, set()), name
        assert step["say"].strip(), name
        assert "\n" not in step["say"], name


def test_files_are_numbered_and_time_goes_on() -> None:
    names = [name for name, _ in sample.steps()]
    assert [number(name) for name in names] == [f"{n:03d}" for n in range(1, len(names) + 1)]
    moments = [datetime.fromisoformat(step["at"]) for _, step in sample.steps()]
    assert moments == sorted(set(moments))
    opened = datetime.fromisoformat(sample.organisation()["opened_at"])
    assert opened < moments[0]
    for moment in moments:
        assert moment.utcoffset() == moment.astimezone(LONDON).utcoffset()


def test_everybody_works_on_the_own_laptop() -> None:
    for name, step in sample.steps():
        assert people()[step["by"]]["vault"] == step["vault"], name


def test_documents_keep_their_form_and_start_once() -> None:
    begun: dict[str, str] = {}
    signed: set[str] = set()
    for name, step in sample.writing():
        key, form_id = step["document"], step["form"]
        assert form_id in FORM_IDS, name
        assert begun.setdefault(key, form_id) == form_id, name
        assert step["reason"] in REASONS, name
        assert (step["reason"] == "new") <= (key not in signed), name
        assert step["about"] == ("client" if form_id == "client" else "case"), name
        assert step.get("previous", key) in begun, name
        if step["sign"]:
            signed.add(key)
    assert set(begun) - signed == LEFT_UNSIGNED
    assert set(begun.values()) == set(FORM_IDS) - {
        "handover",
        "incident",
        "missing_episode",
        "referral_approval",
    }


@pytest.mark.parametrize("form_id", sorted(set(sample.form_of().values())))
def test_answers_fit_their_form(form_id: str) -> None:
    for name, step in sample.writing():
        if step["form"] == form_id:
            fit(name, form_id, step["answers"], "")


def fit(file: str, form_id: str, answers: State, repeat: str) -> None:
    known = rows_of(form_id)
    for name, value in answers.items():
        where = f"{file}: {name}"
        if name == ROW_KEY:
            assert repeat, where
            continue
        assert name in known, where
        assert innermost_repeat(form_id, name) == repeat, where
        row = known[name]
        assert not ours(row, "source"), where
        assert not ours(row, "review"), where
        if isinstance(value, list):
            assert base_type(row) == "begin_repeat", where
            assert len({each[ROW_KEY] for each in value}) == len(value), where
            for each in value:
                fit(file, form_id, each, name)
        else:
            leaf_fits(where, form_id, row, value)


def leaf_fits(where: str, form_id: str, row: Row, value: str) -> None:
    kind = base_type(row)
    assert isinstance(value, str), where
    assert value == value.strip() != "", where
    if kind.startswith("select"):
        offered = codes(form_id, row)
        if offered is None:
            refs = FORMS / form_id / f"{row['type'].split()[1].removesuffix('.csv')}.csv"
            assert REFERENCE.fullmatch(value) or value in {r["name"] for r in table(refs)}, where
            return
        chosen = value.split()
        assert set(chosen) <= offered, where
        assert kind.startswith("select_multiple") or len(chosen) == 1, where
        assert chosen == sorted(chosen, key=list_order(form_id, row["type"]).index), where
    elif kind == "integer":
        assert str(int(value)) == value, where
    elif kind == "decimal":
        float(value)
    elif kind == "date":
        date.fromisoformat(value)
    elif kind == "dateTime":
        moment = datetime.fromisoformat(value)
        assert moment.utcoffset() == moment.astimezone(LONDON).utcoffset(), where
        assert value == moment.isoformat(timespec="milliseconds"), where
    else:
        assert kind in UNTYPED, where


@cache
def list_order(form_id: str, question_type: str) -> list[str]:
    stem = question_type.split()[1].removesuffix(".csv")
    if "from_file" in question_type:
        return [each["name"] for each in table(FORMS / "lists" / f"{stem}.csv")]
    return [each["name"] for each in choices(form_id)[stem]]


def test_references_point_to_what_is_there_already() -> None:
    documents: set[str] = set()
    rows: set[str] = set()
    for name, step in sample.steps():
        if step["do"] == "write":
            documents.add(step["document"])
            rows |= keys_in(step["answers"])
            for _, value in sample.values_in(step["answers"]):
                resolve(name, value, documents, rows)
        for mentioned in mentioned_documents(step):
            assert mentioned in documents, name
        for comment in (*step.get("comments", ()), *step.get("decide", ())):
            if comment["row"]:
                resolve(name, comment["row"], documents, rows)


def keys_in(answers: State) -> set[str]:
    found: set[str] = set()
    for value in answers.values():
        if isinstance(value, list):
            for row in value:
                found |= {row[ROW_KEY]} | keys_in(row)
    return found


def resolve(where: str, value: str, documents: set[str], rows: set[str]) -> None:
    reference = REFERENCE.fullmatch(value)
    if reference is None:
        assert not value.startswith(("@doc", "@row", "@person")), where
        return
    kind, key = reference.groups()
    assert key in {"doc": documents, "row": rows, "person": set(people())}[kind], f"{where}: {key}"


def mentioned_documents(step: Step) -> Iterator[str]:
    if step["do"] in {"attach", "review", "merge"}:
        yield step["document"]
    if step["do"] == "export" and step["documents"] != "all":
        yield from step["documents"]


def test_bundles_are_written_once_and_read_by_those_they_are_for() -> None:
    written: dict[str, Step] = {}
    for name, step in sample.steps():
        if step["do"] == "export":
            assert step["name"] not in written, name
            assert set(step["to"]) <= set(people()), name
            written[step["name"]] = step
        elif step["do"] == "import":
            assert step["by"] in written[step["bundle"]]["to"], name
            assert set(step.get("expect_missing", ())) <= set(written), name
    read = {step["bundle"] for _, step in sample.steps() if step["do"] == "import"}
    laid = {step["bundle"] for _, step in sample.steps() if step["do"] == "lay"}
    assert laid
    assert not laid & read, "what lies ready for the Inbox has not been read"
    assert set(written) - read - laid == {"bundle-10"}, "the one on the lost stick never arrives"


def test_reviews_speak_about_questions_of_their_form() -> None:
    forms = sample.form_of()
    for name, step in sample.steps():
        if step["do"] != "review":
            continue
        assert step["verb"] in VERBS, name
        assert step["text"].strip(), name
        assert people()[step["by"]]["role"] == "supervisor", name
        known = rows_of(forms[step["document"]])
        for comment in step.get("comments", ()):
            assert comment["question"] in known, name
            assert bool(comment["row"]) == bool(
                innermost_repeat(forms[step["document"]], comment["question"])
            ), name
        for question, value in step.get("answers", {}).items():
            assert ours(known[question], "review"), name
            offered = codes(forms[step["document"]], known[question])
            assert offered is None or value in offered, name


def test_attached_files_are_there() -> None:
    for name, step in sample.steps():
        if step["do"] == "attach":
            assert (sample.SAMPLE / step["file"]).is_file(), name
            assert base_type(rows_of(sample.form_of()[step["document"]])[step["question"]]) in {
                "file",
                "image",
            }, name


def test_expectations_name_questions_of_the_form() -> None:
    for name, step in sample.writing():
        for question in step.get("expect", {}):
            assert question == "rules" or question in rows_of(step["form"]), name


def test_markers_stand_exactly_where_they_are_listed() -> None:
    data = sample.markers()
    assert len(set(data["markers"])) == len(data["markers"]) >= 20
    texts = {path.name: path.read_text(encoding="utf-8") for path in sample.STORY.glob("*.json")}
    for marker in data["markers"]:
        found = sorted(name for name, text in texts.items() if marker in text)
        assert found == data["places"][marker]
        assert found


def test_markers_stand_nowhere_else_in_what_is_shipped() -> None:
    words = [marker.encode("utf-8") for marker in sample.markers()["markers"]]
    shipped = [*sample.SAMPLE.parent.rglob("*"), *FORMS.rglob("*")]
    for path in shipped:
        if path.is_file() and path.parent != sample.STORY and path.name != "markers.json":
            content = path.read_bytes()
            assert not [word for word in words if word in content], path.name
