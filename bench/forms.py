"""The largest shipped form: ready from its compiled cache, and one changed answer."""

import secrets
import time
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from bench.filling import ROWS, addresses, answers
from bench.table import Figure, milliseconds, within
from bench.timing import Sample, repeat, time_call
from outreach_app.domain.ids import Prefix, make_id
from outreach_app.engine.definition import FormDefinition, from_cache, load_form
from outreach_app.engine.session import FormSession
from outreach_app.engine.source import convert
from outreach_app.services.catalogue import (
    SOURCE_NAME,
    convert_shipped,
    shipped_form_ids,
    shipped_instances,
)
from outreach_app.services.shipped import forms_folder

LOADS = 15
ROUNDS = 3


def measure(folder: Path) -> list[Figure]:
    """Return the figures of loading and of answering everything several times."""
    del folder
    instances = shipped_instances()
    form, conversion, loading = _largest()
    cache = form.to_cache()
    ready = repeat(lambda: from_cache(cache, form_hash=form.form_hash, instances=instances), LOADS)
    beginning = repeat(lambda: _begin(form), LOADS)
    session = _begin(form)
    questions = list(addresses(form.questions, session.add_row))
    times = [
        time_call(partial(session.set_answer, address, value))
        for address, value in answers(questions, ROUNDS)
        if session.question(address).relevant
    ]
    changed = Sample(tuple(times))
    about = f"`{form.form_id}`, {sum(1 for _ in form.leaves())} questions, {len(cache):,} bytes"
    return [
        Figure("largest form", about),
        Figure("spreadsheet to XForm, once", milliseconds(conversion)),
        Figure("XForm to definition, once", milliseconds(loading)),
        within("definition from its compiled cache, median", ready.median, 100),
        Figure("session begun, everything evaluated, median", milliseconds(beginning.median)),
        Figure("changed answers", f"{len(times):,}, {ROWS} rows in each repeat"),
        Figure("one changed answer, median", milliseconds(changed.median)),
        within("one changed answer, p95", changed.p95, 1),
        Figure("one changed answer, slowest", milliseconds(max(times))),
    ]


def _largest() -> tuple[FormDefinition, float, float]:
    """Return the form with the most questions, and how long it took to convert and to load."""
    measured = [_load(form_id) for form_id in shipped_form_ids()]
    return max(measured, key=lambda one: sum(1 for _ in one[0].leaves()))


def _load(form_id: str) -> tuple[FormDefinition, float, float]:
    source = forms_folder() / form_id / SOURCE_NAME
    converting = time_call(lambda: convert(source))
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
