"""The largest shipped form: ready from its compiled cache, and one changed answer."""

import secrets
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from bench.filled import prose
from bench.table import Figure, milliseconds, within
from bench.timing import Sample, repeat, time_call
from outreach_app.domain.ids import Prefix, make_id
from outreach_app.engine.definition import FormDefinition, from_cache, load_form
from outreach_app.engine.items import Group, Item, Question, Repeat
from outreach_app.engine.session import FormSession
from outreach_app.services.catalogue import convert_shipped, shipped_form_ids, shipped_instances
from outreach_app.services.shipped import forms_folder

LOADS = 15
ROWS = 5
ROUNDS = 3

Address = tuple[str, Question]


def measure(folder: Path) -> list[Figure]:
    """Return the figures of loading and of answering everything several times."""
    del folder
    instances = shipped_instances()
    form, conversion, loading = _largest()
    cache = form.to_cache()
    ready = repeat(lambda: from_cache(cache, form_hash=form.form_hash, instances=instances), LOADS)
    beginning = repeat(lambda: _begin(form), LOADS)
    session = _begin(form)
    addresses = list(_addresses(session, form.questions))
    times = [
        time_call(partial(session.set_answer, address, value))
        for address, value in _answers(addresses)
        if session.question(address).relevant
    ]
    answers = Sample(tuple(times))
    about = f"`{form.form_id}`, {sum(1 for _ in form.leaves())} questions, {len(cache):,} bytes"
    return [
        Figure("largest form", about),
        Figure("spreadsheet to XForm, once", milliseconds(conversion)),
        Figure("XForm to definition, once", milliseconds(loading)),
        within("definition from its compiled cache, median", ready.median, 100),
        Figure("session begun, everything evaluated, median", milliseconds(beginning.median)),
        Figure("changed answers", f"{len(times):,}, {ROWS} rows in each repeat"),
        Figure("one changed answer, median", milliseconds(answers.median)),
        within("one changed answer, p95", answers.p95, 1),
        Figure("one changed answer, slowest", milliseconds(max(times))),
    ]


def _largest() -> tuple[FormDefinition, float, float]:
    """Return the form with the most questions, and how long it took to convert and to load."""
    measured = [_load(form_id) for form_id in shipped_form_ids()]
    return max(measured, key=lambda one: sum(1 for _ in one[0].leaves()))


def _load(form_id: str) -> tuple[FormDefinition, float, float]:
    converting = time_call(lambda: convert_shipped(form_id))
    xml = convert_shipped(form_id).xml
    begun = time.perf_counter()
    form = load_form(xml, instances=shipped_instances())
    return form, converting, (time.perf_counter() - begun) * 1000


def _begin(form: FormDefinition) -> FormSession:
    casefile = (forms_folder() / "casefile.xml").read_bytes()
    return FormSession(
        form,
        today=date(2026, 2, 4),
        now=datetime(2026, 2, 4, 12, tzinfo=UTC),
        new_row_id=lambda: make_id(Prefix.ROW, secrets.token_bytes(16)),
        instances={"casefile.xml": casefile},
    )


def _addresses(session: FormSession, items: Iterable[Item], at: str = "") -> Iterator[Address]:
    """Yield every question a person may answer, in rows too; rows are added on the way."""
    for item in items:
        here = f"{at}/{item.name}" if at else item.name
        if isinstance(item, Repeat):
            if not item.fixed and not item.extras.get("source"):
                for _ in range(ROWS if not at.endswith("]") else 1):
                    row = session.add_row(here)
                    yield from _addresses(session, item.children, f"{here}[{row}]")
        elif isinstance(item, Group):
            yield from _addresses(session, item.children, here)
        elif isinstance(item, Question) and item.answerable and _values(item):
            yield here, item


def _answers(addresses: list[Address]) -> Iterator[tuple[str, str]]:
    """Yield several rounds of answers in which each differs from the one before."""
    for turn in range(ROUNDS):
        for address, item in addresses:
            values = _values(item)
            yield address, values[turn % len(values)]


def _values(item: Question) -> list[str]:
    """Return answers that fit a question's type; nothing for types that need a file or a list."""
    if item.type in {"select_one", "select_multiple"}:
        return [choice.code for choice in item.choices][:4]
    fixed = {
        "integer": ["3", "5"],
        "decimal": ["2.5", "4"],
        "range": ["2", "4"],
        "date": ["2026-01-05", "2026-01-19"],
        "dateTime": ["2026-01-05T09:00:00.000+00:00", "2026-01-19T10:30:00.000+00:00"],
        "time": ["09:00:00.000+00:00", "10:30:00.000+00:00"],
        "text": [prose(12), prose(9)],
    }
    return fixed.get(item.type, [])
