"""A suspension works at once, travels with every bundle, and lapses or is confirmed."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from outreach_app.domain.documents import ReviewVerb
from outreach_app.domain.revocation import RevocationReason
from outreach_app.services.catalogue import Catalogue
from outreach_app.services.errors import (
    CertificateWithdrawn,
    NotAllowed,
    NothingToConfirm,
    NoValidRecipient,
    OlderConfiguration,
    OwnCertificateEnded,
    ReasonNeeded,
    SuspendedYourself,
    SuspensionAhead,
    UnknownPerson,
)
from outreach_app.services.exchange.acceptance import accept
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.reconfiguring import reconfigure
from outreach_app.services.restating import Restated
from outreach_app.services.reviewing import ReviewOrder, review
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.statements import Statement, Suspended, write_statements
from outreach_app.services.suspending import (
    SuspensionOrder,
    list_statements,
    settle,
    suspend,
    take_in,
)
from outreach_app.services.vaults import install_configuration
from outreach_app.services.withdrawing import confirm, remove_from_organisation
from tests.services.builders import CaseBuilder, Post, shelf_of
from tests.services.outsiders import Office
from tests.support.determinism import START, FrozenClock

SignerOf = Callable[[Sitting], Signer]
Halt = Callable[..., tuple[tuple[Statement, ...], Restated]]


@pytest.fixture
def halt(supervisor: Sitting, signer_of: SignerOf) -> Halt:
    """Suspends somebody in the supervisor's vault."""

    def do(
        name: str = "AB", since_hours: float = 0, words: str = "the laptop was taken"
    ) -> tuple[tuple[Statement, ...], Restated]:
        since = supervisor.now() - timedelta(hours=since_hours)
        order = SuspensionOrder(name=name, words=words, since=since)
        return suspend(supervisor, signer_of(supervisor), order, shelf_of(supervisor).find)

    return do


def counts(sitting: Sitting, revision_id: str) -> tuple[bool, str]:
    found = sitting.vault.revisions.get(revision_id)
    return found.counted, found.not_counted


def test_work_since_then_waits_and_counts_again_when_nobody_confirms(
    case: CaseBuilder, supervisor: Sitting, post: Post, clock: FrozenClock, halt: Halt
) -> None:
    case.opened()
    clock.forward(hours=2)
    note = case.kept(case.note_plan("We met."))
    post.take(supervisor, post.send(case, "SH"))
    statements, restated = halt(since_hours=1)
    assert restated.now_not_counted == (note.revision_id,)
    assert counts(supervisor, note.revision_id) == (False, "this person's key is suspended")
    record = supervisor.vault.revisions.head_ids(case.record.document_id)
    assert counts(supervisor, record[0])[0]
    (line,) = [each for each in list_statements(supervisor) if each.suspension]
    assert (line.in_force, line.signed_by, line.not_counted) == (
        True,
        supervisor.me.person_id,
        "",
    )
    assert line.person is not None
    assert line.person.initials == "AB"
    clock.forward(days=14)
    assert settle(supervisor, shelf_of(supervisor).find) == Restated()
    clock.forward(seconds=1)
    again = settle(supervisor, shelf_of(supervisor).find)
    assert again.now_counted == (note.revision_id,)
    assert settle(supervisor, shelf_of(supervisor).find) == Restated()
    assert [each.in_force for each in list_statements(supervisor) if each.suspension] == [False]
    assert len(statements) == 1


def test_a_confirmed_suspension_stays_until_it_is_decided(
    manager: Office,
    case: CaseBuilder,
    supervisor: Sitting,
    post: Post,
    clock: FrozenClock,
    halt: Halt,
) -> None:
    case.opened()
    note = case.kept(case.note_plan("We met."))
    post.take(supervisor, post.send(case, "SH"))
    statements, _restated = halt()
    card, confirmed = confirm(
        manager.folder, write_statements(statements), manager.passphrase, now=clock()
    )
    assert confirmed == statements
    raw = (manager.folder / "organisation.json").read_bytes()
    assert reconfigure(supervisor, raw, shelf_of(supervisor).find) == Restated()
    clock.forward(days=30)
    assert settle(supervisor, shelf_of(supervisor).find) == Restated()
    assert not counts(supervisor, note.revision_id)[0]
    assert {each.object_id for each in statements} < {each.object_id for each in card.statements}
    with pytest.raises(NothingToConfirm):
        confirm(manager.folder, write_statements(statements), manager.passphrase, now=clock())
    others = [each for each in card.statements if not isinstance(each.says, Suspended)]
    with pytest.raises(NothingToConfirm):
        confirm(manager.folder, write_statements(others), manager.passphrase, now=clock())


@pytest.fixture
def shared(
    case: CaseBuilder, cover: Sitting, supervisor: Sitting, signer_of: SignerOf, post: Post
) -> dict[str, CaseBuilder]:
    """The same case in three vaults."""
    case.opened(shared=(cover.me.person_id,))
    found = {"AB": case}
    for sitting in (cover, supervisor):
        post.take(sitting, post.send(case, sitting.me.initials))
        found[sitting.me.initials] = case.as_seen_by(sitting, signer_of(sitting))
    return found


def test_it_travels_with_a_bundle_and_reaches_who_is_meant(
    shared: dict[str, CaseBuilder], office: Sitting, cover: Sitting, post: Post, halt: Halt
) -> None:
    clock = office.now
    waiting = post.send(shared["CC"], "AB")
    statements, _restated = halt()
    with pytest.raises(NoValidRecipient):
        post.send(shared["SH"], "AB", "CC")
    receive(cover, post.send(shared["SH"], "CC"), shelf_of(cover))
    assert cover.trust.withdrawals.suspended_at(office.me.certificate_serial, clock())
    assert "AB" not in {each.initials for each in cover.trust.people(clock())}
    with pytest.raises(NoValidRecipient):
        post.send(shared["CC"], "AB")
    assert post.send(shared["AB"], "SH")
    take_in(office, statements, shelf_of(office).find)
    with pytest.raises(SuspendedYourself):
        post.send(shared["AB"], "SH")
    came = receive(office, waiting, shelf_of(office))
    with pytest.raises(SuspendedYourself):
        accept(office, came.report.bundle_id, shelf_of(office))
    note = shared["AB"].kept(shared["AB"].note_plan("What I write meanwhile is kept."))
    assert counts(office, note.revision_id) == (False, "this person's key is suspended")


def test_a_review_by_who_is_suspended_waits_too(
    shared: dict[str, CaseBuilder], supervisor: Sitting, signer_of: SignerOf, halt: Halt
) -> None:
    halt("SH")
    case = shared["SH"]
    order = ReviewOrder(
        document_id=case.record.document_id, verb=ReviewVerb.COMMENT, text="Please add the day."
    )
    made = review(supervisor, signer_of(supervisor), Catalogue(supervisor), order)
    assert (made.counted, made.not_counted) == (False, "this person's key is suspended")
    (kept,) = supervisor.vault.reviews.of_document(case.record.document_id)
    assert not kept.counted


def test_who_was_suspended_goes_on_when_it_has_lapsed(
    shared: dict[str, CaseBuilder], office: Sitting, post: Post, clock: FrozenClock, halt: Halt
) -> None:
    waiting = post.send(shared["CC"], "AB")
    statements, _restated = halt()
    take_in(office, statements, shelf_of(office).find)
    came = receive(office, waiting, shelf_of(office))
    clock.forward(days=15)
    assert accept(office, came.report.bundle_id, shelf_of(office)).revisions == 2
    assert post.send(shared["AB"], "SH")


def test_what_lay_in_the_inbox_is_judged_by_what_came_after_it(
    case: CaseBuilder, supervisor: Sitting, post: Post, clock: FrozenClock, halt: Halt
) -> None:
    case.opened()
    clock.forward(hours=2)
    note = case.kept(case.note_plan("We met."))
    received = receive(supervisor, post.send(case, "SH"), shelf_of(supervisor))
    halt(since_hours=1)
    accepted = accept(supervisor, received.report.bundle_id, shelf_of(supervisor))
    assert accepted.not_counted == {note.revision_id: "this person's key is suspended"}


def test_a_file_of_statements_does_where_no_bundle_comes(
    cover: Sitting, office: Sitting, halt: Halt
) -> None:
    statements, _restated = halt()
    assert take_in(cover, statements, shelf_of(cover).find) == (1, Restated())
    assert take_in(cover, statements, shelf_of(cover).find) == (0, Restated())
    assert office.me.person_id not in {each.person_id for each in cover.trust.people(START)}


def test_who_may_suspend_whom_and_how(
    office: Sitting,
    supervisor: Sitting,
    signer_of: SignerOf,
    clock: FrozenClock,
    halt: Halt,
) -> None:
    order = SuspensionOrder(name="SH", words="spite", since=clock())
    with pytest.raises(NotAllowed):
        suspend(office, signer_of(office), order, shelf_of(office).find)
    assert office.vault.journal.rows(limit=1000)[-1].act.facts == {"verb": "suspend"}
    for words in ("", " \n ", "x" * 501):
        with pytest.raises(ReasonNeeded):
            halt(words=words)
    with pytest.raises(SuspensionAhead):
        halt(since_hours=-1)
    with pytest.raises(UnknownPerson):
        halt("ZZ")
    assert not supervisor.trust.withdrawals.suspensions
    clock.forward(days=366)
    with pytest.raises(OwnCertificateEnded):
        halt()


def test_a_person_removed_is_nobody_from_that_day_on(
    manager: Office,
    case: CaseBuilder,
    supervisor: Sitting,
    office: Sitting,
    post: Post,
    clock: FrozenClock,
) -> None:
    case.opened()
    clock.forward(days=2)
    note = case.kept(case.note_plan("Written after the last day."))
    post.take(supervisor, post.send(case, "SH"))
    card, serials = remove_from_organisation(
        manager.folder, "AB", START + timedelta(days=1), manager.passphrase, now=clock()
    )
    assert serials == (office.me.certificate_serial,)
    raw = (manager.folder / "organisation.json").read_bytes()
    restated = reconfigure(supervisor, raw, shelf_of(supervisor).find)
    assert restated.now_not_counted == (note.revision_id,)
    assert counts(supervisor, note.revision_id) == (False, "signed after this person had left")
    assert "AB" not in {each.initials for each in supervisor.trust.people(clock())}
    install_configuration(office, raw)
    with pytest.raises(CertificateWithdrawn):
        post.send(case, "CC")
    assert post.send(case, "SH")
    with pytest.raises(UnknownPerson):
        remove_from_organisation(manager.folder, "ZZ", START, manager.passphrase, now=clock())
    assert card.configuration.revocations[-1].reason is RevocationReason.LEFT


def test_who_lost_a_key_sends_nothing_with_it(
    manager: Office, case: CaseBuilder, office: Sitting, post: Post
) -> None:
    case.opened()
    install_configuration(
        office, manager.withdraw(office.me.certificate_serial, RevocationReason.LOST)
    )
    with pytest.raises(CertificateWithdrawn):
        post.send(case, "SH")


def test_a_configuration_older_than_one_heard_of_is_refused(
    manager: Office, organisation: Path, supervisor: Sitting
) -> None:
    manager.withdraw(1, RevocationReason.LOST)
    older = (organisation / "organisation.json").read_bytes()
    manager.withdraw(2, RevocationReason.LOST)
    with supervisor.vault.transaction(supervisor.act("test.kept")):
        supervisor.learn(manager.card().statements)
    with pytest.raises(OlderConfiguration):
        install_configuration(supervisor, older)
    install_configuration(supervisor, (organisation / "organisation.json").read_bytes())
