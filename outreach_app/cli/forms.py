"""`outreach form`: list, check, read and try forms, without a vault."""

import argparse
import json
import re
import secrets
from pathlib import Path
from typing import Any

from outreach_app.cli.entry import Context, add_verb, read_file, split_answer, suggesting
from outreach_app.cli.errors import NoSuchThing, NotAnswers
from outreach_app.cli.output import Result, table
from outreach_app.domain.answers import leaves
from outreach_app.domain.ids import ID_BYTES, Prefix, make_id
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Group, Item, Question, Repeat, in_language
from outreach_app.engine.session import FormSession
from outreach_app.engine.source import check_form
from outreach_app.engine.violations import Purpose
from outreach_app.services.catalogue import (
    load_source,
    shipped_form_ids,
    shipped_instances,
)
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.shipped import forms_folder
from outreach_app.store.shapes import is_sound

_ROW = re.compile(r"\[[^\]]*\]")

_OPEN = {
    Purpose.SAVE.value: "Still needed to save",
    Purpose.INITIAL.value: "Still needed for an initial assessment",
    Purpose.FINALISE.value: "Still needed before signing",
}


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    group = commands.add_parser("form", help="list, check, read and try forms")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_verb(verbs, "list", _list, "list the forms that ship with the program")
    for name, run, summary in (
        ("check", _check, "say everything that is wrong with a form, with sheet, row and column"),
        ("show", _show, "show the questions of a form"),
    ):
        verb = add_verb(verbs, name, run, summary)
        verb.add_argument(
            "form", help="name of a shipped form, or a file (.md .xlsx .xls .csv .xml)"
        )
        if name == "show":
            verb.add_argument(
                "questions", nargs="*", metavar="QUESTION", help="only these, in full"
            )
    fill = add_verb(verbs, "fill", _fill, "try answers on a form and show what follows from them")
    fill.add_argument("form", help="name of a shipped form, or a file")
    fill.add_argument(
        "--answers",
        type=Path,
        help="JSON: nested answers, or {question: answer} with short names",
    )
    fill.add_argument(
        "--set",
        nargs="*",
        default=[],
        metavar="QUESTION=ANSWER",
        dest="pairs",
        help="answers to give after those of the file",
    )
    fill.add_argument(
        "--purpose",
        choices=[each.value for each in Purpose],
        default=Purpose.FINALISE.value,
        help="what the answers have to suffice for (default: finalise, to sign)",
    )


def _path(name: str) -> Path:
    shipped = forms_folder() / name / "form.md"
    if shipped.is_file():
        return shipped
    path = Path(name)
    if not path.is_file():
        raise NoSuchThing(what="form", name=name)
    return path


def _list(_options: argparse.Namespace, _context: Context) -> Result:
    rows = []
    for form_id in shipped_form_ids():
        converted, definition = load_source(_path(form_id))
        count = sum(1 for _each in definition.leaves())
        rows.append(
            (form_id, definition.version, str(count), definition.title, converted.form_hash)
        )
    data = {
        "forms": [
            {"form": r[0], "version": r[1], "questions": int(r[2]), "title": r[3], "hash": r[4]}
            for r in rows
        ]
    }
    shown = [(*row[:4], row[4][:12]) for row in rows]
    return Result(data=data, text=table(("Form", "Version", "Fields", "Title", "Hash"), shown))


def _check(options: argparse.Namespace, _context: Context) -> Result:
    path = _path(options.form)
    beside = {each.name: each.read_bytes() for each in path.parent.glob("*.csv")}
    faults = check_form(path, instances={**shipped_instances(), **beside})
    rows = [
        (fault.weight.value, fault.sheet, str(fault.row or ""), fault.column, fault.what, fault.how)
        for fault in faults
    ]
    stops = [fault for fault in faults if fault.weight.value == "fault"]
    text = (
        table(("Weight", "Sheet", "Row", "Column", "What", "How to write it"), rows)
        if rows
        else f"{path.name}: nothing to remark."
    )
    names = ("weight", "sheet", "row", "column", "what", "how")
    data = {"faults": [dict(zip(names, row, strict=True)) for row in rows], "usable": not stops}
    return Result(data=data, text=text, exit_code=1 if stops else 0)


def _show(options: argparse.Namespace, _context: Context) -> Result:
    _converted, definition = load_source(_path(options.form))
    items = list(_described(definition.questions, 0))
    lines = [f"{definition.title} (version {definition.version})", *(line for line, _ in items)]
    if options.questions:
        items = [_one(items, name) for name in options.questions]
        lines = [line for _, facts in items for line in _in_full(facts)]
    data = {
        "form": definition.form_id,
        "version": definition.version,
        "hash": definition.form_hash,
        "languages": list(definition.languages),
        "items": [facts for _, facts in items],
    }
    return Result(data=data, text="\n".join(lines))


def _one(items: "list[tuple[str, dict[str, Any]]]", name: str) -> "tuple[str, dict[str, Any]]":
    bare = _ROW.sub("", name)
    for item in items:
        path = item[1]["path"]
        if bare in {path, path.rpartition("/")[2]} or path.endswith(f"/{bare}"):
            return item
    raise NoSuchThing(what="question", name=name)


def _in_full(facts: dict[str, Any]) -> list[str]:
    """Return one question with where it stands, what helps to answer it, and its codes."""
    lines = [f"{facts['path']}  [{facts['type']}, part {facts['part']}]", f"  {facts['label']}"]
    if facts["hint"]:
        lines.append(f"  ({facts['hint']})")
    return lines + [f"    {code}  {label}" for code, label in facts.get("choices", {}).items()]


def _described(items: tuple[Item, ...], depth: int) -> "list[tuple[str, dict[str, Any]]]":
    found: list[tuple[str, dict[str, Any]]] = []
    for item in items:
        label = in_language(item.label, None)
        kind = item.type if isinstance(item, Question) else _group_kind(item)
        need = item.extras.get("req", "")
        line = f"{'  ' * depth}{item.name}  [{kind}{', ' + need if need else ''}]  {label}"
        facts: dict[str, Any] = {
            "path": item.path, "type": kind, "label": label, "part": item.part,
            "hint": in_language(item.hint, None), **{f"outreach:{k}": v for k, v in item.extras.items()},
        }  # fmt: skip
        if isinstance(item, Question) and item.choices:
            facts["choices"] = {c.code: in_language(c.label, None) for c in item.choices}
        found.append((line, facts))
        if isinstance(item, Group):
            found += _described(item.children, depth + 1)
    return found


def _group_kind(item: Item) -> str:
    return "repeat" if isinstance(item, Repeat) else "group"


def _fill(options: argparse.Namespace, context: Context) -> Result:
    _converted, definition = load_source(_path(options.form))
    given = _read_answers(options.answers) if options.answers else {}
    session = _session(definition, given, context)
    changed = []
    for pair in options.pairs:
        question, answer = split_answer(pair)
        with suggesting(definition):
            change = session.set_answer(question, answer)
        changed.append(change.address)
    violations = session.violations(Purpose(options.purpose))
    answers = session.answers()
    lines = [f"{address} = {value}" for address, value in leaves(answers)]
    lines += ["", f"{_OPEN[options.purpose]}: {len(violations)}"]
    lines += [f"  {each.address}: {each.message}" for each in violations]
    data = {
        "answers": answers,
        "changed": changed,
        "violations": [
            {"address": v.address, "kind": v.kind.value, "message": v.message} for v in violations
        ],
        "parts": {name: dict(leaves(part)) for name, part in session.parts().items()},
    }
    return Result(data=data, text="\n".join(lines))


def _read_answers(path: Path) -> dict[str, Any]:
    try:
        given = json.loads(read_file(path))
    except (ValueError, RecursionError) as error:
        raise NotAnswers(name=path.name) from error
    if not is_sound(given):
        raise NotAnswers(name=path.name)
    found: dict[str, Any] = given
    return found


def _session(definition: FormDefinition, given: dict[str, Any], context: Context) -> FormSession:
    nested = any(isinstance(value, dict | list) for value in given.values())
    now = context.clock()
    session = FormSession(
        definition,
        answers=given if nested else None,
        today=now.astimezone(CASEWORK_ZONE).date(),
        now=now,
        new_row_id=lambda: make_id(Prefix.ROW, secrets.token_bytes(ID_BYTES)),
    )
    for question, answer in () if nested else given.items():
        session.set_answer(question, answer)
    return session
