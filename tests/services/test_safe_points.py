"""What would be lost with the laptop: since when, up to which safe point, and what is told outside."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from outreach_app.services.backups import back_up, begin_backup, is_on_same_disk
from outreach_app.services.safe_points import (
    NOTE_NAME,
    SafeKind,
    SafePoint,
    leave_note,
    read_note,
    safety,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.store.backup import carry_out
from tests.services.builders import CaseBuilder, Post
from tests.support.determinism import FrozenClock

TODAY = date(2026, 2, 3)


def test_nothing_written_is_nothing_to_lose(office: Sitting) -> None:
    found = safety(office)
    assert (found.last, found.only_here_since, found.days, found.remind) == (None, None, 0, False)
    leave_note(office)
    assert read_note(office.vault.folder) is None


def test_days_with_work_that_is_only_here_are_counted_until_a_backup(
    case: CaseBuilder, clock: FrozenClock, tmp_path: Path
) -> None:
    case.opened()
    office = case.sitting
    assert (safety(office).only_here_since, safety(office).days) == (TODAY, 0)
    clock.forward(days=4)
    assert (safety(office).days, safety(office).remind) == (4, False)
    clock.forward(days=1)
    assert (safety(office).days, safety(office).remind) == (5, True)
    office.change_setting("backup.remind_days", "9")
    assert not safety(office).remind
    back_up(office, tmp_path / "b")
    safe = safety(office)
    assert safe.last == SafePoint(on=date(2026, 2, 8), kind=SafeKind.BACKUP)
    assert (safe.only_here_since, safe.days, safe.remind) == (None, 0, False)
    assert read_note(office.vault.folder) == safe.last
    clock.forward(days=2)
    case.kept(case.note_plan("seen"))
    assert (safety(office).only_here_since, safety(office).days) == (date(2026, 2, 10), 0)


def test_a_bundle_is_a_safe_point_once_its_arrival_was_confirmed(
    case: CaseBuilder,
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
    post: Post,
    clock: FrozenClock,
) -> None:
    raw = post.send(case.opened(), "SH")
    sent = safety(case.sitting)
    assert (sent.last, sent.only_here_since) == (None, None)
    clock.forward(days=3)
    post.take(supervisor, raw)
    back = post.export(case.as_seen_by(supervisor, signer_of(supervisor)), "AB", empty=True)
    post.take(case.sitting, back.files[0].path.read_bytes())
    assert safety(case.sitting).last == SafePoint(on=TODAY, kind=SafeKind.BUNDLE)


def test_what_is_told_outside_is_a_day_and_nothing_else(case: CaseBuilder, tmp_path: Path) -> None:
    case.opened()
    back_up(case.sitting, tmp_path / "b")
    note = case.sitting.vault.folder / NOTE_NAME
    assert note.read_text("ascii") == '{"kind": "backup", "on": "2026-02-03"}'
    for damaged in (b"", b"{", b"[]", b'{"kind": "x", "on": "2026-02-03"}', b"\xff" * 400):
        note.write_bytes(damaged)
        assert read_note(note.parent) is None


def test_work_goes_on_while_a_backup_is_made_of_one_moment(
    case: CaseBuilder, tmp_path: Path
) -> None:
    case.opened()
    office = case.sitting
    before = office.vault.journal.head()

    def write(far: str) -> None:
        if far == "checking":
            office.change_setting("lock.minutes_alone", "7")

    facts = carry_out(begin_backup(office, tmp_path / "b"), tmp_path / "b", write)
    assert facts.head == before
    assert office.vault.journal.head().n == before.n + 1
    assert is_on_same_disk(office.vault.folder, tmp_path)


def test_stopping_leaves_nothing(case: CaseBuilder, tmp_path: Path) -> None:
    def stop(far: str) -> None:
        if far == "checking":
            raise RuntimeError

    folder = tmp_path / "stick"
    try:
        carry_out(begin_backup(case.sitting, folder / "b"), folder / "b", stop)
    except RuntimeError:
        assert list(folder.iterdir()) == []
    else:
        raise AssertionError("it went on")
