"""One answer: its commit with the log row, against a bare commit of the same bytes in turn."""

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from bench.filled import AT, act, an_id, make_vault, prose
from bench.filling import addresses, answers
from bench.house import organisation
from bench.table import Figure, milliseconds, ratio, within
from bench.timing import Sample, interleave, time_call
from outreach_app.crypto.custody import vault_keys
from outreach_app.domain.documents import Change, Document, Subject
from outreach_app.domain.ids import Prefix
from outreach_app.store.database import Database, open_database
from outreach_app.store.vault import Vault

TIMES = 600
# So many commits first that both logs have reached their full length and are written over: a file
# that still grows costs more to flush.
WARM = 1_000
MAC_BYTES = 64
ROUNDS = 2
# Bare commits that differ by more than this say something about the machine and nothing about us.
BUSY = 3
TYPICAL_BYTES = 250
LENGTHS = {"a code": 1, "a sentence": 12, "a page": 400}


def measure(folder: Path) -> list[Figure]:
    """Return the figures of short, middling and long answers, and of whole ones with the rules."""
    vault, _keys = make_vault(folder / "vault")
    figures = []
    for label, words in LENGTHS.items():
        figures += _measure_one(vault, folder, label, words)
    vault.close()
    return figures + _measure_whole(folder)


def _measure_one(vault: Vault, folder: Path, label: str, words: int) -> list[Figure]:
    # Each time another text of the same length, as typing gives; the old one goes into the log too.
    texts = [prose(words) for _ in range(16)]
    size = max(len(text) for text in texts)
    texts = [text.ljust(size, ".") for text in texts]
    save, row_bytes = _save_answers(vault, texts)
    database = _bare_database(folder / f"bare-{words}.db")
    bare = _commit_bare(database, row_bytes)
    bare_times, save_times = interleave([bare, save], TIMES, warm=WARM)
    database.close()
    return [
        ratio(
            f"{label} ({row_bytes:,} bytes with its log row): commit, median against bare commit",
            save_times.median / bare_times.median,
            1.5,
        ),
        Figure("– saved: median, p95", _pair(save_times.median, save_times.p95)),
        Figure("– bare commit: median, p95", _pair(bare_times.median, bare_times.p95)),
    ]


def _measure_whole(folder: Path) -> list[Figure]:
    """Answer the risk assessment through the services, each answer next to a bare commit."""
    database = _bare_database(folder / "bare-whole.db")
    bare = _commit_bare(database, TYPICAL_BYTES)
    for _ in range(WARM):
        bare()
    with organisation(folder) as (office, _supervisor):
        casework = office.workspace.casework
        case = casework.new_case()
        opened = casework.begin("risk_assessment", case.subject)
        questions = list(addresses(opened.definition.questions, opened.add_row))
        whole: list[float] = []
        alone: list[float] = []
        for address, value in answers(questions, ROUNDS):
            if opened.session.question(address).relevant:
                alone.append(time_call(bare))
                whole.append(time_call(partial(opened.set_answer, address, value)))
    database.close()
    answered, committed = Sample(tuple(whole)), Sample(tuple(alone))
    about = (
        f"whole answer with all rules, {len(whole):,} in `risk_assessment`: p95 above that of a"
        " bare commit"
    )
    row = within(about, answered.p95 - committed.p95, 1)
    if committed.p95 > BUSY * committed.median:
        row = Figure(about, "the disk was too busy to say", row.goal)
    return [
        row,
        Figure("– whole answer: median, p95", _pair(answered.median, answered.p95)),
        Figure("– bare commit: median, p95", _pair(committed.median, committed.p95)),
    ]


def _pair(median: float, p95: float) -> str:
    return f"{milliseconds(median)}, {milliseconds(p95)}"


def _save_answers(vault: Vault, texts: list[str]) -> tuple[Callable[[], None], int]:
    subject = Subject(client_id=an_id(Prefix.CLIENT), case_id=an_id(Prefix.CASE))
    document = Document(document_id=an_id(Prefix.DOCUMENT), form_id="contact_note", subject=subject)
    with vault.transaction(act(vault, "benchmark.begun")):
        vault.drafts.start(document, form_hash="f" * 64, answers=_answered(), at=AT)
    address = "contact/note_text"
    turn = count(1)

    def save() -> None:
        n = next(turn)
        old, new = texts[n % len(texts) - 1], texts[n % len(texts)]
        vault.drafts.save_answer(
            document.document_id, [Change(n=0, address=address, old=old, new=new, at=AT)]
        )

    row_bytes = len(address) + 2 * len(texts[0]) + len(AT) + MAC_BYTES
    return save, row_bytes


def _bare_database(path: Path) -> Database:
    keys = vault_keys(bytes(32), an_id(Prefix.VAULT))
    database = open_database(path, keys.database_key, keys.database_salt)
    database.execute("CREATE TABLE bare (n INTEGER PRIMARY KEY, content BLOB NOT NULL)")
    return database


def _answered() -> dict[str, dict[str, str]]:
    """Return what a long assessment holds already: 300 answers."""
    return {
        f"section_{section}": {f"question_{section}_{n}": prose(8) for n in range(20)}
        for section in range(15)
    }


def _commit_bare(database: Database, row_bytes: int) -> Callable[[], None]:
    content = b"x" * row_bytes

    def commit() -> None:
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT INTO bare (content) VALUES (?)", (content,))
        database.execute("COMMIT")

    return commit
