"""What lies in the inbox, who is silent, what was said about one's own work."""

from collections.abc import Callable

from outreach_app.domain.documents import ReviewVerb
from outreach_app.services.exchange.arrivals import arrived_bundles, silent_devices
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.exchange.opening import compare_copies, opener_of
from outreach_app.services.said_to_me import (
    approvals_for_me,
    count_for_me,
    note_approvals_read,
    words_for_me,
)
from outreach_app.services.sharing.returning import going_back
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.supervision import Urgency, review_list
from tests.services.builders import CaseBuilder, Post, keep, keep_reviews, shelf_of
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]


def test_a_bundle_tells_who_when_from_which_laptop_and_what_is_missing(
    case: CaseBuilder, supervisor: Sitting, post: Post, clock: FrozenClock
) -> None:
    case.opened()
    first = post.send(case, "SH", purpose="One")
    clock.forward(minutes=5)
    case.kept(case.note_plan("We met."))
    post.send(case, "SH")
    clock.forward(minutes=5)
    third = post.send(case, "SH", purpose="Three", use_by="2026-02-04")
    for raw in (first, third):
        clock.forward(minutes=5)
        receive(supervisor, raw, shelf_of(supervisor))
    clock.forward(days=2)
    one, two = arrived_bundles(supervisor)
    assert one.sender is not None
    assert (one.sender.initials, one.laptop, one.purpose) == ("AB", "A", "One")
    assert (one.records, one.words, one.part, one.parts_missing) == (2, 0, (1, 1), ())
    assert (two.records, two.line.missing, two.use_by_passed) == (3, (2,), True)
    assert not one.use_by_passed
    assert not two.key_ended
    clock.forward(days=5000)
    assert all(each.key_ended for each in arrived_bundles(supervisor))


def test_who_sent_nothing_for_a_week_is_silent(
    case: CaseBuilder, supervisor: Sitting, post: Post, clock: FrozenClock
) -> None:
    silent = [(each.person.initials, each.last_heard) for each in silent_devices(supervisor)]
    assert silent == [("AB", ""), ("CC", "")]
    post.take(supervisor, post.send(case.opened(), "SH"))
    assert [each.person.initials for each in silent_devices(supervisor)] == ["CC"]
    clock.forward(days=8)
    assert [each.person.initials for each in silent_devices(supervisor)] == ["CC", "AB"]


def test_what_was_said_and_approved_and_what_is_not_sent_back(
    case: CaseBuilder, supervisor: Sitting, signer_of: SignerOf, post: Post, clock: FrozenClock
) -> None:
    case.opened()
    returned, approved = case.kept(case.note_plan("One.")), case.kept(case.note_plan("Two."))
    post.take(supervisor, post.send(case, "SH"))
    reviewer = case.as_seen_by(supervisor, signer_of(supervisor))
    clock.forward(hours=1)
    keep_reviews(
        supervisor,
        reviewer.review(returned, ReviewVerb.RETURN, text="Which day?"),
        reviewer.review(approved, ReviewVerb.APPROVE),
    )
    office = case.sitting
    (waits,) = going_back(supervisor)
    assert (waits.person_id, waits.reviews, waits.receipts) == (office.me.person_id, 2, 1)
    assert waits.document_ids == {each.header.document_id for each in (returned, approved)}
    clock.forward(hours=1)
    post.take(office, post.send(reviewer, "AB"))
    assert going_back(supervisor) == ()
    (said,) = words_for_me(office)
    assert (said.verb, said.reviews[0].text) == (ReviewVerb.RETURN, "Which day?")
    assert count_for_me(office) == 1
    (good,) = approvals_for_me(office)
    assert good.document_id == approved.header.document_id
    note_approvals_read(office)
    assert approvals_for_me(office) == ()
    assert words_for_me(office)


def test_what_is_only_to_be_read_is_not_counted_as_waiting(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    case.opened().kept(case.note_plan("We met."))
    post.take(supervisor, post.send(case, "SH"))
    assert {each.urgency for each in review_list(supervisor)} == {Urgency.REST}
    assert review_list(supervisor, with_rest=False) == ()


def test_a_bundle_opens_and_is_checked_without_the_vault(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    raw = post.send(case.opened(), "SH")
    opener = opener_of(supervisor)
    unsealed = opener.read(opener.open(raw))
    assert len(unsealed.signed or ()) == 2
    assert len(unsealed.form_hashes()) == 2
    assert compare_copies(unsealed, {}).compared == frozenset()
    assert supervisor.vault.bundles.received() == ()


def test_a_word_about_what_night_staff_wrote_goes_to_the_caseworker(
    case: CaseBuilder,
    supervisor: Sitting,
    cover: Sitting,
    signer_of: SignerOf,
    post: Post,
    clock: FrozenClock,
) -> None:
    case.opened()
    post.take(supervisor, post.send(case, "SH"))
    stranger = case.as_seen_by(cover, signer_of(cover))
    note = stranger.sign(stranger.note_plan("She came at night."))
    keep(supervisor, note)
    clock.forward(hours=1)
    reviewer = case.as_seen_by(supervisor, signer_of(supervisor))
    keep_reviews(supervisor, reviewer.review(note, ReviewVerb.RETURN, text="When?"))
    (waits,) = going_back(supervisor)
    assert waits.person_id == case.sitting.me.person_id
    assert waits.document_ids == {note.header.document_id}
