"""Signed content that lies: answers of another shape, odd times, another client, odd bytes."""

from collections.abc import Callable

import pytest

from outreach_app.bundle.content import BundleContent, SignedItem
from outreach_app.domain.documents import Document, ReviewVerb, Revision, Subject
from outreach_app.domain.ids import Prefix
from outreach_app.services.access import lives_in_safe_house
from outreach_app.services.case_files import load_case_file
from outreach_app.services.catalogue import Catalogue
from outreach_app.services.errors import BodyFormat, OrganisationFile
from outreach_app.services.exchange.acceptance import Accepted
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.judgement import FORM_MISSING
from outreach_app.services.restating import Restated, Restating
from outreach_app.services.sitting import Signer, Sitting
from tests.services.builders import CaseBuilder, Json, Post, keep, shelf_of
from tests.services.outsiders import craft, item_of, review_item
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]

_ROW = {"_id": "r_" + "a" * 26, "_order": "a"}
_MISPLACED = "the part main holds answers that do not belong there"


def sent(case: CaseBuilder, supervisor: Sitting, post: Post, *revisions: Revision) -> Accepted:
    """Send the records of a case with more revisions and return what the supervisor took over."""
    history = case.sitting.vault.revisions.history
    records = [*history(case.client.document_id), *history(case.record.document_id)]
    items = tuple(item_of(each) for each in (*records, *revisions))
    sealed = craft(case.signer, supervisor, BundleContent(revisions=items))
    return post.take(supervisor, sealed.data)[1]


@pytest.mark.parametrize(
    "answers",
    [
        {"note_content": {"note_facts": []}},
        {"note_content": {"note_facts": {}}},
        {"note_content": {"note_facts": [_ROW]}},
        {"note_content": {"note_facts": ""}},
        {"note_content": {"_id": "r_a", "note_facts": "We met."}},
        {"note_content": [{**_ROW, "note_facts": "We met."}]},
        {"note_content": []},
        {"_order": "a", "note_content": {"note_facts": "We met."}},
    ],
    ids=repr,
)
def test_answers_of_another_shape_than_the_form_do_not_count(
    case: CaseBuilder, supervisor: Sitting, post: Post, answers: Json
) -> None:
    case.opened()
    note = case.sign(case.plan(case.document("contact_note"), {"main": answers}))
    assert sent(case, supervisor, post, note).not_counted == {note.revision_id: _MISPLACED}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"note_facts": "ä" * 32_769}, "an answer is longer than 64 KiB"),
        (
            {"note_actions": [{"_id": f"r_{n:026d}", "_order": f"a{n}"} for n in range(501)]},
            "a list has more than 500 rows",
        ),
    ],
    ids=["answer", "rows"],
)
def test_more_than_the_program_reads_is_kept_and_does_not_count(
    case: CaseBuilder, supervisor: Sitting, post: Post, content: Json, reason: str
) -> None:
    case.opened()
    note = case.sign(case.plan(case.document("contact_note"), {"main": {"note_content": content}}))
    assert sent(case, supervisor, post, note).not_counted == {note.revision_id: reason}
    assert supervisor.vault.revisions.get(note.revision_id).parts == note.parts
    assert supervisor.vault.revisions.head_ids(note.header.document_id) == ()


def test_as_much_as_the_program_reads_counts(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    case.opened()
    actions = [{"_id": f"r_{n:026d}", "_order": f"a{n:03d}", "na_text": "Ring"} for n in range(500)]
    content = {"note_facts": "x" * 65_536, "note_actions": actions}
    note = case.sign(case.plan(case.document("contact_note"), {"main": {"note_content": content}}))
    assert sent(case, supervisor, post, note).not_counted == {}


@pytest.mark.parametrize("row_id", ["", "r]/x", "r[1]", "r\n", "r" * 65])
def test_rows_whose_id_reads_as_an_address_do_not_count(
    case: CaseBuilder, supervisor: Sitting, post: Post, row_id: str
) -> None:
    case.opened()
    person = case.sitting.me.person_id
    row = {"_id": row_id, "_order": "a", "csw_person": person}
    start = {"case_opened_on": "2026-02-03", "caseworker": person, "case_shared_with": [row]}
    head = case.sitting.vault.revisions.head_ids(case.record.document_id)
    later = case.sign(case.plan(case.record, {"main": {"case_start": start}}, parents=head))
    assert sent(case, supervisor, post, later).not_counted == {later.revision_id: _MISPLACED}


@pytest.mark.parametrize(
    "at",
    [
        "20260203T110000Z",
        "2026-02-03T11:00:00Z",
        "2026-02-03 11:00:00+00:00",
        "2026-W06-2T11:00:00+00:00",
        "2026-02-03T11:00:00.5+00:00",
        "2026-02-03T11:00+00:00",
    ],
)
def test_an_instant_in_another_spelling_is_refused(
    case: CaseBuilder, supervisor: Sitting, at: str
) -> None:
    note = case.kept(case.note_plan("We met."))
    review = case.review(note, ReviewVerb.COMMENT, text="Why?", at=at)
    for content in (
        BundleContent(revisions=(item_of(case.sign(case.note_plan("We met."), at=at)),)),
        BundleContent(reviews=(review_item(review),)),
    ):
        sealed = craft(case.signer, supervisor, content)
        with pytest.raises(BodyFormat):
            receive(supervisor, sealed.data, shelf_of(supervisor))


def test_a_document_cannot_bring_another_client_into_a_case(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    case.opened()
    stranger = case.sitting.new_id(Prefix.CLIENT)
    slipped = Document(
        document_id="d_" + "2" * 26,  # comes before all others in the order of their ids
        form_id="contact_note",
        subject=Subject(client_id=stranger, case_id=case.case_id),
    )
    note = case.sign(case.note_plan("We met.", document=slipped))
    accepted = sent(case, supervisor, post, note)
    assert accepted.not_counted == {note.revision_id: "its case is another client's"}
    assert lives_in_safe_house(supervisor.vault, case.case_id, "", now=True)


def test_what_does_not_count_moves_nobody(
    case: CaseBuilder, office: Sitting, cover: Sitting, signer_of: SignerOf
) -> None:
    case.opened()
    head = office.vault.revisions.head_ids(case.client.document_id)
    theirs = case.as_seen_by(cover, signer_of(cover))
    keep(cover, *office.vault.revisions.history(case.client.document_id))
    moved = theirs.sign(theirs.client_plan({"current_address": {"addr_town": "X"}}, parents=head))
    sealed = craft(theirs.signer, office, BundleContent(revisions=(item_of(moved),)))
    _received, accepted = Post.take(office, sealed.data)
    assert moved.revision_id in accepted.not_counted
    case_file = load_case_file(office, Catalogue(office), case.record.subject)
    assert case_file.around.address_changed_on is None


@pytest.mark.parametrize("payload", [b"\xff\xfe", "e\u0301".encode(), b"", b"{}", b"[" * 5000])
def test_a_configuration_of_any_bytes_is_refused(
    case: CaseBuilder, supervisor: Sitting, payload: bytes
) -> None:
    item = SignedItem(payload=payload, signature=b"none")
    sealed = craft(case.signer, supervisor, BundleContent(config=(item,), issuers=(item,)))
    with pytest.raises(OrganisationFile):
        receive(supervisor, sealed.data, shelf_of(supervisor))


def test_nobody_lets_themselves_in_to_a_client_by_a_case_of_their_own(
    case: CaseBuilder,
    supervisor: Sitting,
    cover: Sitting,
    signer_of: SignerOf,
    post: Post,
    clock: FrozenClock,
) -> None:
    case.opened()
    post.take(supervisor, post.send(case, "SH"))
    clock.forward(days=1)
    theirs = case.as_seen_by(cover, signer_of(cover))
    theirs.case_id = cover.new_id(Prefix.CASE)
    theirs.record = theirs.document("case")
    entry = theirs.sign(theirs.record_plan())
    keep(cover, *case.sitting.vault.revisions.history(case.client.document_id))
    head = case.sitting.vault.revisions.head_ids(case.client.document_id)
    moved = theirs.sign(theirs.client_plan({"current_address": {"addr_town": "X"}}, parents=head))
    sealed = craft(
        theirs.signer, supervisor, BundleContent(revisions=(item_of(entry), item_of(moved)))
    )
    refused = post.take(supervisor, sealed.data)[1].not_counted
    assert set(refused) == {entry.revision_id, moved.revision_id}
    judged = Restating(supervisor, shelf_of(supervisor).find).documents(
        [theirs.record.document_id, case.client.document_id]
    )
    assert judged == Restated()


def test_a_further_case_of_a_client_is_opened_by_somebody_who_supports_them(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    case.opened()
    post.take(supervisor, post.send(case, "SH"))
    again = case.as_seen_by(case.sitting, case.signer)
    again.case_id = case.sitting.new_id(Prefix.CASE)
    again.record = again.document("case")
    entry = again.sign(again.record_plan())
    assert not sent(case, supervisor, post, entry).not_counted


def test_what_nobody_can_check_does_not_count_until_its_form_is_here(
    case: CaseBuilder, supervisor: Sitting, post: Post
) -> None:
    case.opened()
    note = case.sign(case.note_plan("We met."))
    form_hash = note.header.form_hash
    raw_form = supervisor.vault.forms.definition(form_hash)
    with supervisor.vault.transaction(supervisor.act("test.forgot")):
        supervisor.vault.database.execute("DELETE FROM forms WHERE form_hash = ?", (form_hash,))
    refused = sent(case, supervisor, post, note).not_counted
    assert refused == {note.revision_id: FORM_MISSING}
    sealed = craft(case.signer, supervisor, BundleContent(forms=(raw_form,)))
    received = receive(supervisor, sealed.data, shelf_of(supervisor))
    assert received.restated.now_counted == (note.revision_id,)
    assert supervisor.vault.revisions.get(note.revision_id).counted
