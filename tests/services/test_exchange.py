"""A case goes from one vault to another and back, in files on a stick."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from outreach_app.bundle.content import BundleContent
from outreach_app.crypto.kdf import FLOOR
from outreach_app.domain.documents import ReviewVerb, Revision
from outreach_app.domain.people import Role
from outreach_app.errors import OutreachError, Untrusted
from outreach_app.services.errors import (
    AmbiguousRecipient,
    CopyDiffers,
    NotAllowed,
    NothingToExport,
    NotInInbox,
    NoValidRecipient,
    OwnCertificateEnded,
    RecipientKeyExpired,
    UnknownPart,
)
from outreach_app.services.exchange.acceptance import accept
from outreach_app.services.exchange.examination import inspect, verify
from outreach_app.services.exchange.inbox import dismiss, receive
from outreach_app.services.exchange.receipts import ReceiptKind
from outreach_app.services.exchange.status import exchange_status
from outreach_app.services.organisation import enrol
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.vaults import (
    Newcomer,
    World,
    add_person,
    install_configuration,
    make_request,
)
from outreach_app.store.bundles import Arrival
from tests.services.builders import CaseBuilder, Post, keep, keep_reviews, shelf_of
from tests.services.outsiders import Office, craft, item_of
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]


def held(sitting: Sitting, *revisions: Revision) -> list[bool]:
    return [sitting.vault.revisions.holds(each.revision_id) for each in revisions]


def test_a_case_arrives_whole_and_counts(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    note = case.opened().kept(case.note_plan("We met at the station."))
    raw = post.send(case, "SH", purpose="weekly")
    received = receive(supervisor, raw, shelf_of(supervisor))
    assert received.report.arrival is Arrival.NEW
    assert (received.report.sender.initials, received.report.purpose) == ("AB", "weekly")
    assert received.report.revisions == 3
    assert not supervisor.vault.revisions.holds(note.revision_id)
    assert [each.bundle_id for each in supervisor.vault.bundles.inbox()] == [
        received.report.bundle_id
    ]
    accepted = accept(supervisor, received.report.bundle_id, shelf_of(supervisor))
    assert accepted.revisions == 3
    assert not accepted.waiting
    assert not accepted.not_counted
    found = supervisor.vault.revisions.get(note.revision_id)
    assert found.counted
    assert found.answers() == note.answers()
    assert not supervisor.vault.bundles.inbox()
    with pytest.raises(NotInInbox):
        accept(supervisor, received.report.bundle_id, shelf_of(supervisor))


def test_the_same_file_again_is_answered_and_changes_nothing(
    case: CaseBuilder, supervisor: Sitting, post: Post, clock: FrozenClock
) -> None:
    raw = post.send(case.opened(), "SH")
    first, _accepted = post.take(supervisor, raw)
    rows = supervisor.vault.journal.head()
    clock.forward(hours=2)
    again = receive(supervisor, raw, shelf_of(supervisor))
    assert again.report.arrival is Arrival.HELD
    assert again.report.since == "2026-02-03T11:00:00+00:00"
    assert supervisor.vault.journal.head() == rows
    assert again.report.bundle_id == first.report.bundle_id


def test_nothing_is_seen_without_a_key(case: CaseBuilder, post: Post) -> None:
    raw = post.send(case.opened(), "SH", "CC")
    told = inspect(raw)
    assert told.recipients == 2
    assert told.size_bytes == len(raw)


def test_verifying_changes_nothing(case: CaseBuilder, supervisor: Sitting, post: Post) -> None:
    raw = post.send(case.opened(), "SH")
    rows = supervisor.vault.journal.head()
    told = verify(supervisor, raw, shelf_of(supervisor))
    assert (told.revisions, told.documents, told.part) == (2, 2, (1, 1))
    assert supervisor.vault.journal.head() == rows
    assert not supervisor.vault.bundles.received()


def test_who_is_no_recipient_cannot_open_it(case: CaseBuilder, cover: Sitting, post: Post) -> None:
    raw = post.send(case.opened(), "SH")
    with pytest.raises(OutreachError) as refused:
        receive(cover, raw, shelf_of(cover))
    assert refused.value.code == "crypto.not-for-you"
    assert not cover.vault.bundles.received()


def test_a_supervisor_gets_everything_but_earlier_answers(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    case.opened()
    plan = case.note_plan("We met.")
    parts = {**plan.parts, "earlier": {"note_content": {"note_opinion": "old"}},
             "casefile": {"xml": "<casefile/>"}}  # fmt: skip
    note = case.kept(case.replace(plan, parts=parts))
    exported = post.export(case, "SH")
    every = ("casefile", "internal", "location", "main", "special", "staff", "third_party")
    assert exported.parts == every
    assert exported.withheld == ("earlier",)
    post.take(supervisor, exported.files[0].path.read_bytes())
    found = supervisor.vault.revisions.get(note.revision_id)
    assert found.withheld() == ("earlier",)
    client = supervisor.vault.revisions.heads(case.client.document_id)[0]
    assert client.withheld() == ()


def test_outside_the_case_only_the_main_part_goes(
    case: CaseBuilder, cover: Sitting, post: Post
) -> None:
    exported = post.export(case.opened(), "CC")
    assert exported.parts == ("main",)
    assert exported.withheld == ("location",)
    _received, accepted = post.take(cover, exported.files[0].path.read_bytes())
    assert not accepted.not_counted
    client = cover.vault.revisions.heads(case.client.document_id)[0]
    assert client.counted
    assert client.withheld() == ("location",)
    assert "client_contact" not in client.answers()


def test_a_colleague_of_the_case_gets_the_address(
    case: CaseBuilder, cover: Sitting, post: Post
) -> None:
    exported = post.export(case.opened(shared=(cover.me.person_id,)), "CC")
    assert exported.withheld == ()
    post.take(cover, exported.files[0].path.read_bytes())
    client = cover.vault.revisions.heads(case.client.document_id)[0]
    assert client.withheld() == ()


def test_a_bundle_for_two_carries_what_both_may_have(case: CaseBuilder, post: Post) -> None:
    assert post.export(case.opened(), "SH", "CC").parts == ("main",)


def test_the_sender_may_choose_the_parts_and_the_journal_says_so(
    case: CaseBuilder, office: Sitting, post: Post
) -> None:
    exported = post.export(case.opened(), "CC", parts=("main", "location"))
    assert exported.parts == ("location", "main")
    act = office.vault.journal.rows(after=office.vault.journal.head().n - 1)[0].act
    assert act.kind == "bundle.exported"
    assert (act.facts["parts"], act.facts["parts_chosen"]) == ("location main", 1)
    for name in ("earlier", "nonsense"):
        with pytest.raises(UnknownPart):
            post.export(case, "CC", parts=("main", name))


def test_a_note_that_is_not_for_bundles_stays(case: CaseBuilder, post: Post) -> None:
    case.opened()
    plan = case.note_plan("Only for the team.")
    hidden = case.kept(
        case.replace(
            plan,
            parts={"main": {**plan.parts["main"], "note_close": {"note_visible_to_bundle": "no"}}},
        )
    )
    assert post.export(case, "SH").revisions == 2
    assert post.export(case, "SH", documents=(hidden.header.document_id,)).revisions == 1


def test_recipients_are_people_with_a_valid_certificate(
    case: CaseBuilder, supervisor: Sitting, post: Post, clock: FrozenClock
) -> None:
    case.opened()
    assert post.export(case, supervisor.me.person_id).recipients[0].initials == "SH"
    with pytest.raises(NoValidRecipient) as nobody:
        post.export(case, "ZZ")
    assert nobody.value.facts == {"name": "ZZ"}
    clock.forward(days=365)
    with pytest.raises(RecipientKeyExpired) as ended:
        post.export(case, "SH")
    assert ended.value.facts == {"name": "SH", "ended": "2027-02-03"}


def test_without_anything_signed_there_is_nothing_to_send(case: CaseBuilder, post: Post) -> None:
    with pytest.raises(NothingToExport):
        post.export(case, "SH", empty=True)


def test_who_does_not_belong_to_the_case_may_not_send_it(
    case: CaseBuilder, cover: Sitting, signer_of: SignerOf, post: Post
) -> None:
    raw = post.send(case.opened(), "CC")
    post.take(cover, raw)
    with pytest.raises(NotAllowed):
        post.export(case.as_seen_by(cover, signer_of(cover)), "SH")


def test_all_orders_of_arrival_lead_to_the_same(
    case: CaseBuilder, supervisor: Sitting, cover: Sitting, post: Post, clock: FrozenClock
) -> None:
    case.opened(shared=(cover.me.person_id,))
    sent: list[bytes] = []
    revisions: list[Revision] = []
    for text in ("one", "two", "three"):
        clock.forward(minutes=5)
        parents = (revisions[-1].revision_id,) if revisions else ()
        plan = case.note_plan(text, parents=parents)
        if revisions:
            plan = case.note_plan(
                text, parents=parents, document=case.sitting.vault.documents.get(
                    revisions[0].header.document_id
                ),
            )  # fmt: skip
        revisions.append(case.kept(plan))
        sent.append(post.send(case, "SH", "CC", unsent_only=True))
    orders = list(permutations(range(3)))
    for sitting, order in ((supervisor, orders[5]), (cover, orders[3])):
        for index in order:
            received, accepted = post.take(sitting, sent[index])
            if index == order[0]:
                assert accepted.waiting
                assert set(received.line.missing) == set(range(1, index + 1))
        document = revisions[0].header.document_id
        assert sitting.vault.revisions.head_ids(document) == (revisions[-1].revision_id,)
        assert not sitting.vault.revisions.waiting()
        line = sitting.vault.bundles.line(case.sitting.vault.device_id, sitting.me.person_id)
        assert (line.highest, line.missing, line.doubled, line.broken) == (3, (), (), ())


def test_damage_anywhere_is_refused_and_nothing_is_kept(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    raw = post.send(case.opened(), "SH")
    for place in (10, 200, len(raw) // 2, len(raw) - 5):
        damaged = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        with pytest.raises(Untrusted):
            receive(supervisor, damaged, shelf_of(supervisor))
    with pytest.raises(Untrusted):
        receive(supervisor, raw[:-100], shelf_of(supervisor))
    assert not supervisor.vault.bundles.received()
    assert not supervisor.vault.revisions.waiting()


def test_receipts_travel_back_and_settle_what_was_sent(
    case: CaseBuilder,
    office: Sitting,
    supervisor: Sitting,
    signer_of: SignerOf,
    post: Post,
    clock: FrozenClock,
) -> None:
    raw = post.send(case.opened(), "SH", "CC")
    clock.forward(days=8)
    before = exchange_status(office)
    assert len(before.overdue) == 2
    post.take(supervisor, raw)
    theirs = case.as_seen_by(supervisor, signer_of(supervisor))
    back = post.export(theirs, "AB", empty=True)
    assert back.receipts == 1
    received, _accepted = post.take(office, back.files[0].path.read_bytes())
    assert received.receipts == 1
    after = exchange_status(office)
    assert [line.recipient_id for line in after.overdue] == [
        line.recipient_id for line in after.sent if not line.arrived_at
    ]
    assert sum(bool(line.arrived_at) for line in after.sent) == 1
    with pytest.raises(NothingToExport):
        post.export(theirs, "CC", empty=True)


def test_a_dismissed_bundle_leaves_nothing_but_its_facts_and_can_come_again(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    raw = post.send(case.opened(), "SH")
    received = receive(supervisor, raw, shelf_of(supervisor))
    dismiss(supervisor, received.report.bundle_id)
    assert not supervisor.vault.bundles.inbox()
    assert not supervisor.vault.revisions.staged(received.report.bundle_id)
    with pytest.raises(NotInInbox):
        dismiss(supervisor, received.report.bundle_id)
    again = receive(supervisor, raw, shelf_of(supervisor))
    assert again.report.arrival is Arrival.SET_ASIDE
    (waiting,) = supervisor.vault.bundles.inbox()
    assert waiting.bundle_id == received.report.bundle_id
    assert len(supervisor.vault.revisions.staged(waiting.bundle_id)) == received.report.revisions
    (told,) = supervisor.vault.bundles.receipts(waiting.bundle_id)
    assert told.kind == ReceiptKind.ARRIVAL
    accepted = accept(supervisor, waiting.bundle_id, shelf_of(supervisor))
    assert accepted.revisions == received.report.revisions
    assert receive(supervisor, raw, shelf_of(supervisor)).report.arrival is Arrival.HELD


def test_reviews_come_with_what_they_are_about(
    case: CaseBuilder,
    office: Sitting,
    supervisor: Sitting,
    signer_of: SignerOf,
    post: Post,
) -> None:
    note = case.opened().kept(case.note_plan("We met."))
    post.take(supervisor, post.send(case, "SH"))
    theirs = case.as_seen_by(supervisor, signer_of(supervisor))
    approval = theirs.review(note, ReviewVerb.APPROVE)
    keep_reviews(supervisor, approval)
    _received, accepted = post.take(office, post.send(theirs, "AB", unsent_only=True))
    assert accepted.reviews == (approval.review_id,)
    assert office.vault.reviews.of_revision(note.revision_id)[0].counted


def test_large_cases_are_divided_and_come_together_again(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    case.opened()
    notes = [case.sign(case.note_plan("x" * 15_000)) for _ in range(40)]
    keep(case.sitting, *notes)
    exported = post.export(case, "SH", limit_bytes=512 * 1024)
    assert len(exported.files) > 1
    for file in reversed(exported.files):
        received, _accepted = post.take(supervisor, file.path.read_bytes())
        assert received.report.part[1] == len(exported.files)
    assert all(held(supervisor, *notes))
    line = supervisor.vault.bundles.line(case.sitting.vault.device_id, supervisor.me.person_id)
    assert (line.highest, line.missing, line.broken) == (len(exported.files), (), ())


def test_two_people_with_the_same_initials_must_be_told_apart(
    case: CaseBuilder, office: Sitting, manager: Office, post: Post
) -> None:
    case.opened()
    manager.certify("SH", Role.SAFEGUARDING_LEAD)
    raw = (manager.folder / "organisation.json").read_bytes()
    install_configuration(office, raw, words_compared=True)
    with pytest.raises(AmbiguousRecipient):
        post.export(case, "SH")


def test_the_configuration_manager_gets_no_case(
    case: CaseBuilder, office: Sitting, manager: Office, post: Post
) -> None:
    case.opened()
    manager.certify("KK", Role.CONFIGURATION_MANAGER)
    install_configuration(office, (manager.folder / "organisation.json").read_bytes())
    with pytest.raises(NotAllowed):
        post.export(case, "KK")


def test_an_ended_certificate_still_reaches_the_supervisor_only(
    case: CaseBuilder,
    *,
    office: Sitting,
    supervisor: Sitting,
    manager: Office,
    passphrases: dict[str, str],
    clock: FrozenClock,
    post: Post,
) -> None:
    case.opened()
    clock.forward(days=300)
    for sitting, role in ((supervisor, Role.SUPERVISOR),):
        request = make_request(sitting, passphrases["SH"])
        enrol(manager.folder, request, role, manager.passphrase, now=clock())
    manager.certify("ZZ", Role.CASEWORKER)
    raw_card = (manager.folder / "organisation.json").read_bytes()
    for sitting in (office, supervisor):
        install_configuration(sitting, raw_card)
    clock.forward(days=70)
    with pytest.raises(OwnCertificateEnded):
        post.export(case, "SH", "ZZ")
    received, accepted = post.take(supervisor, post.send(case, "SH"))
    assert received.report.cautions == ("certificate-ended",)
    assert not accepted.not_counted


def test_a_form_that_was_not_held_comes_along_and_renders_only(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    note = case.opened().kept(case.note_plan("We met."))
    covert = case.kept(
        case.plan(case.document("contact_note"), {"main": {"note_content": {"made_up": "x"}}})
    )
    form_hash = note.header.form_hash
    with supervisor.vault.transaction(supervisor.act("test.forgot")):
        supervisor.vault.database.execute("DELETE FROM forms WHERE form_hash = ?", (form_hash,))
    received, accepted = post.take(supervisor, post.send(case, "SH"))
    assert (received.forms_kept, received.forms_broken) == (1, 0)
    assert not supervisor.vault.forms.get(form_hash).allowed
    assert supervisor.vault.revisions.get(note.revision_id).counted
    assert set(accepted.not_counted) == {covert.revision_id}


def test_a_copy_on_a_form_that_comes_along_is_compared_before_acceptance(
    case: CaseBuilder, supervisor: Sitting
) -> None:
    note = case.sign(case.note_plan("We met."))
    form_hash = note.header.form_hash
    xml = supervisor.vault.forms.definition(form_hash)
    with supervisor.vault.transaction(supervisor.act("test.forgot")):
        supervisor.vault.database.execute("DELETE FROM forms WHERE form_hash = ?", (form_hash,))
    item = replace(item_of(note), copy="contact_note\nsomething else\n")
    sealed = craft(case.signer, supervisor, BundleContent(revisions=(item,), forms=(xml,)))
    received = receive(supervisor, sealed.data, shelf_of(supervisor))
    with pytest.raises(CopyDiffers):
        accept(supervisor, received.report.bundle_id, shelf_of(supervisor))
    assert supervisor.vault.bundles.inbox()
    assert not supervisor.vault.revisions.holds(note.revision_id)


def test_a_newer_configuration_travels_with_the_case(
    case: CaseBuilder, office: Sitting, supervisor: Sitting, manager: Office, post: Post
) -> None:
    manager.certify("ZZ", Role.CASEWORKER)
    install_configuration(office, (manager.folder / "organisation.json").read_bytes())
    received, _accepted = post.take(supervisor, post.send(case.opened(), "SH"))
    assert received.configuration == office.configuration.number
    assert supervisor.configuration.directory == office.configuration.directory


def test_a_failed_write_leaves_no_file_and_no_number(
    case: CaseBuilder, office: Sitting, supervisor: Sitting, post: Post
) -> None:
    case.opened()
    missing = Post(post.folder / "no" / "such" / "stick")
    with pytest.raises(OutreachError):
        missing.export(case, "SH")
    assert not office.vault.bundles.sent()
    post.take(supervisor, post.send(case, "SH"))
    assert office.vault.bundles.sent()[0].sequence == 1


def test_colleagues_on_one_laptop_each_have_their_line(
    case: CaseBuilder, *, supervisor: Sitting, world: World, post: Post
) -> None:
    newcomer = Newcomer(
        initials="DD", full_name="Dora Dunn", role=Role.SAFEGUARDING_LEAD, parameters=FLOOR
    )
    colleague = add_person(supervisor, newcomer, "another passphrase", world)
    case.opened()
    item = item_of(case.sign(case.note_plan("We met.")))
    sealed = craft(case.signer, supervisor, BundleContent(revisions=(item,)), also=(colleague,))
    post.take(supervisor, sealed.data)
    device = case.signer.person.device_id
    for person_id in (supervisor.me.person_id, colleague.person_id):
        assert supervisor.vault.bundles.line(device, person_id).highest == 1
