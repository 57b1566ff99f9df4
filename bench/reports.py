"""A quarterly report from the vault: how long, and that the cost for each case stays the same."""

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.filled import AT, SIGNATURE, an_id, make_vault
from bench.table import Figure, ratio, within
from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.parts import digest_part, new_salt
from outreach_app.domain.ids import Prefix
from outreach_app.domain.reports.audiences import Audience
from outreach_app.domain.reports.periods import quarter
from outreach_app.domain.reports.records import READ_FORMS, Surroundings, is_read
from outreach_app.domain.reports.report import make_report
from outreach_app.domain.timescales import parse_timescales
from outreach_app.services.reports.basis import Gathered
from outreach_app.services.shipped import timescale_rows
from outreach_app.store.vault import Vault

SIZES = (1_000, 10_000, 100_000)
GOAL_MS = 5_000
_FILLED_AT_ONCE = 500
# Twelve years of cases, as a service that keeps its records has them; each is open for ten months.
_BEGUN = datetime(2014, 4, 1, 9, 0, tzinfo=UTC)
_DAYS = 4_380
_OPEN_FOR = timedelta(days=300)
_PERIOD = quarter(2026, 1)


def measure(folder: Path) -> list[Figure]:
    """Return the figures of reports over vaults of three sizes."""
    figures, costs = [], []
    for cases in SIZES:
        vault, _keys = make_vault(folder / f"vault-{cases}")
        _fill(vault, cases)
        started = perf_counter()
        read = _read(vault)
        reading = perf_counter() - started
        make_report(read.cases(), _PERIOD, _around(), Audience.INTERNAL)
        whole = perf_counter() - started
        vault.close()
        costs.append(whole / cases)
        took = f"{whole:.1f} s, of it reading {reading:.1f} s; {whole / cases * 1e6:,.0f} µs for each case"
        figures.append(Figure(f"quarterly report over {cases:,} cases", took))
        if cases == SIZES[1]:
            figures.append(within(f"the same, {cases:,} cases", whole * 1000, GOAL_MS))
    figures.append(ratio("cost of a case at 100,000 against 10,000", costs[2] / costs[1], 1.5))
    return figures


def _around() -> Surroundings:
    return Surroundings(timescales=parse_timescales(timescale_rows(), "sha256:bench"))


def _read(vault: Vault) -> Gathered:
    gathered = Gathered()
    for some in vault.accepted.slices(datetime(2027, 1, 1, tzinfo=UTC), READ_FORMS, is_read):
        gathered.take(some)
    return gathered


def _fill(vault: Vault, cases: int) -> None:
    """Add cases as rows: a report reads no list, so that none is made."""
    for first in range(0, cases, _FILLED_AT_ONCE):
        documents: list[tuple[Any, ...]] = []
        revisions: list[tuple[Any, ...]] = []
        parts: list[tuple[Any, ...]] = []
        reviews: list[tuple[Any, ...]] = []
        for number in range(first, min(first + _FILLED_AT_ONCE, cases)):
            client, case = an_id(Prefix.CLIENT), an_id(Prefix.CASE)
            for place, (form_id, at, answers) in enumerate(_documents(number, cases)):
                row = number * 10 + place + 1
                of_case = "" if form_id == "client" else case
                document = an_id(Prefix.DOCUMENT)
                documents.append((row, document, form_id, client, of_case))
                revision = f"sha256:{secrets.token_hex(32)}"
                revisions.append(
                    (row, revision, row, form_id, vault.person_id, at, AT, b"{}", SIGNATURE)
                )
                if form_id == "exit_checklist":
                    reviews.append((an_id(Prefix.OBJECT), revision, document, at, AT, SIGNATURE))
                salt, content = new_salt(), canonical_bytes(answers)
                parts.append((row, "main", digest_part(salt, content), salt, content))
        with vault.database.transaction():
            vault.database.execute_many(
                "INSERT INTO documents (id, document_id, form_id, client_id, case_id) "
                "VALUES (?, ?, ?, ?, ?)",
                documents,
            )
            vault.database.execute_many(
                "INSERT INTO revisions (id, revision_id, document, form_hash, author_id, "
                "certificate_serial, device_id, signed_at, received_at, reason, rules_version, "
                "flags, attachments, payload, signature, visible, head) VALUES "
                "(?, ?, ?, ?, ?, 1, '', ?, ?, 'new', '1', '[]', '[]', ?, ?, 1, 1)",
                revisions,
            )
            vault.database.execute_many(
                "INSERT INTO revision_parts (revision, name, digest, salt, content) "
                "VALUES (?, ?, ?, ?, ?)",
                parts,
            )
            vault.database.execute_many(
                "INSERT INTO reviews (review_id, revision_id, document_id, verb, reviewer_id, "
                "certificate_serial, device_id, signed_at, received_at, text, comments, answers, "
                "payload, signature) VALUES (?, ?, ?, 'close', '', 1, '', ?, ?, '', x'', x'', x'', ?)",
                reviews,
            )


def _documents(number: int, cases: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield form, instant and answers of the eight or nine documents of one case."""
    # Evenly over the years, however many there are: the period holds the same share of them.
    begun = _BEGUN + timedelta(days=number * _DAYS // cases)
    pick = secrets.choice
    client = {
        "gender": pick(("female", "male", "non_binary", "unknown")),
        "nationalities": pick(("AL", "VN", "NG", "GB", "RO")),
        "age_status": pick(("adult_confirmed", "uncertain", "child_confirmed")),
        "location_found_force": pick(("metropolitan", "west-midlands", "")) or "kent",
        "interpreter_needed": pick(("yes", "no")),
    }
    yield "client", begun.isoformat(), {"client_identity": client}
    case = {
        "case_opened_on": begun.date().isoformat(),
        "exploitation_types": pick(("labour", "sexual", "labour sexual", "criminal")),
        "service_kind": pick(("outreach", "safe_house")),
    }
    yield "case", begun.isoformat(), {"case_start": case}
    for days in (1, 20):
        at = (begun + timedelta(days=days)).isoformat()
        yield "risk_assessment", at, _assessment(at, "full" if days == 1 else "review")
    at = (begun + timedelta(days=3)).isoformat()
    goals = [
        {
            "_id": f"r_{n}",
            "_order": f"a{n}",
            "goal_domain": "safety",
            "goal_status": pick(("met", "open")),
        }
        for n in range(4)
    ]
    yield "support_plan", at, {"plan_p3": {"goals": goals}}
    yield "referral", at, {"ref_head": {"ref_kind": pick(("nrm", "support", "law_enforcement"))}}
    flag = {"flag_code": "destitute", "flag_set_at": at, "flag_cleared_at": begun.isoformat()}
    yield "safety_flag", at, {"flag_open": flag}
    left = begun + _OPEN_FOR
    if left.date() <= _PERIOD.end:
        opening = {"exit_reason": "planned_move_on", "exit_date": left.date().isoformat()}
        yield "exit_checklist", left.isoformat(), {"exit_opening": opening}
    yield "contact_note", at, {"note_content": {"note_facts": "made up " * 60}}


def _assessment(at: str, kind: str) -> dict[str, Any]:
    """Return an assessment with as many coded items as a full one has."""
    items = {f"d{1 + n % 15}_item{n}": {f"d{1 + n % 15}_item{n}_now": "absent"} for n in range(90)}
    risks = [
        {"_id": f"r_{n}", "_order": f"a{n}", "risk_likelihood": "3", "risk_severity": "4"}
        for n in range(4)
    ]
    level = secrets.choice(("low", "medium", "high", "very_high"))
    return {
        "section_a": {"assessed_at": at, "assessment_kind": kind},
        "section_d": items,
        "section_f": {"risks": risks, "client_fear_score": "5"},
        "section_h": {"indicated_level": level, "overall_level": level},
    }
