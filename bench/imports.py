"""Import: a bundle of many revisions, received, checked, accepted into the cases."""

import time
from dataclasses import dataclass, replace
from pathlib import Path

from bench.filled import prose
from bench.house import Desk, organisation
from bench.table import Figure, milliseconds, rate
from outreach_app.domain.answers import Answers
from outreach_app.domain.documents import Document, Reason, Revision, Subject
from outreach_app.domain.ids import Prefix
from outreach_app.services.catalogue import convert_shipped
from outreach_app.services.exchange.acceptance import accept
from outreach_app.services.exchange.export import ExportOrder, export
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.exchange.selection import ExportChoice
from outreach_app.services.revising import RevisionPlan, make_revision

CASES = 20
# Size of the answers in kB → how many revisions, and how many a second are wanted. The middle one
# of so many bundles counts.
TURNS = 3
GOALS = {4: (1_000, 1_000), 16: (400, 400)}


@dataclass(frozen=True, slots=True)
class Load:
    """What one bundle brings: so many contact notes with so many kilobytes of answers each."""

    kilobytes: int
    revisions: int


def measure(folder: Path) -> list[Figure]:
    """Return how many revisions a second come in, without and with readable copies."""
    figures = []
    with organisation(folder) as (office, supervisor):
        cases = [_case(office, supervisor) for _ in range(CASES)]
        for kilobytes, (revisions, least) in GOALS.items():
            load = Load(kilobytes, revisions)
            about = f"{revisions:,} revisions of {kilobytes} kB"
            turns = [_import(folder, office, supervisor, cases, load) for _ in range(TURNS)]
            received, accepted = sorted(turns, key=sum)[TURNS // 2]
            figures += [
                rate(f"{about}, received and accepted", revisions / (received + accepted), least),
                Figure("– checked and put into the inbox", milliseconds(received * 1000)),
                Figure("– accepted into the cases", milliseconds(accepted * 1000)),
            ]
        load = Load(4, 200)
        received, accepted = _import(folder, office, supervisor, cases, load, copies=True)
        speed = f"{load.revisions / (received + accepted):,.0f} /s"
        figures.append(Figure("200 revisions of 4 kB with readable copies, each made again", speed))
    return figures


def _case(office: Desk, supervisor: Desk) -> Subject:
    """Sign a client record and a case record that both vaults hold."""
    sitting = office.workspace.sitting
    subject = Subject(client_id=sitting.new_id(Prefix.CLIENT), case_id=sitting.new_id(Prefix.CASE))
    start = {"case_opened_on": "2026-02-03", "caseworker": sitting.me.person_id}
    about = Subject(client_id=subject.client_id)
    made = [
        _sign(office, "case", subject, {"case_start": start}),
        _sign(office, "client", about, {"client_identity": {"preferred_name": prose(1)}}),
    ]
    for desk in (office, supervisor):
        here = desk.workspace.sitting
        with here.vault.transaction(here.act("benchmark.prepared")):
            here.vault.revisions.add_many(made, received_at=here.instant())
    return subject


def _sign(desk: Desk, form_id: str, subject: Subject, answers: Answers) -> Revision:
    document = Document(
        document_id=desk.workspace.sitting.new_id(Prefix.DOCUMENT), form_id=form_id, subject=subject
    )
    plan = RevisionPlan(
        document=document,
        form_hash=convert_shipped(form_id).form_hash,
        reason=Reason.NEW,
        parts={"main": answers},
    )
    return make_revision(plan, desk.signer, desk.workspace.sitting)


def _import(
    folder: Path,
    office: Desk,
    supervisor: Desk,
    cases: list[Subject],
    load: Load,
    *,
    copies: bool = False,
) -> tuple[float, float]:
    """Write a bundle of notes in the office; return the seconds of receiving and accepting it."""
    notes = [_note(office, cases[n % len(cases)], load.kilobytes) for n in range(load.revisions)]
    here = office.workspace.sitting
    with here.vault.transaction(here.act("benchmark.prepared")):
        here.vault.revisions.add_many(notes, received_at=here.instant())
    shelves = [
        shelf if copies else replace(shelf, render_copy=None)
        for shelf in (office.workspace.shelf, supervisor.workspace.shelf)
    ]
    choice = ExportChoice(document_ids=tuple(note.header.document_id for note in notes))
    order = ExportOrder(recipients=("SH",), folder=folder, purpose="Benchmark")
    exported = export(here, office.signer, choice, order, shelves[0])
    files = [file.path.read_bytes() for file in exported.files]
    sitting = supervisor.workspace.sitting
    begun = time.perf_counter()
    bundles = [receive(sitting, untrusted, shelves[1]).report.bundle_id for untrusted in files]
    received = time.perf_counter()
    brought = sum(accept(sitting, bundle_id, shelves[1]).revisions for bundle_id in bundles)
    ended = time.perf_counter()
    held = [sitting.vault.revisions.get(note.revision_id) for note in notes]
    if brought != load.revisions or not all(revision.counted for revision in held):
        raise AssertionError("not every revision came in and counts")
    return received - begun, ended - received


def _note(desk: Desk, subject: Subject, kilobytes: int) -> Revision:
    # No text is longer than a form allows; a word with its blank has more than six letters.
    length = kilobytes * 1000 // 4
    facts, observed, opinion, voice = (prose(length // 6)[:length].strip() for _ in range(4))
    content = {
        "note_client_voice": {"note_client_voice_text": voice},
        "note_facts": facts,
        "note_observations": observed,
        "note_opinion": opinion,
    }
    return _sign(desk, "contact_note", subject, {"note_content": content})
