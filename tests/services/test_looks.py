"""A case opened with a written reason, or not: supervisors are told in every bundle, nobody else is."""

from collections.abc import Callable

import pytest

from outreach_app.bundle.content import BundleContent, SignedItem
from outreach_app.crypto.envelopes import ObjectType, make_envelope, parse_envelope, sign_envelope
from outreach_app.domain.documents import Subject
from outreach_app.services.breaking_glass import break_glass
from outreach_app.services.case_history import history_rows
from outreach_app.services.case_words import CaseWords
from outreach_app.services.errors import BodyFormat, ContentMismatch, NoPurpose, NotAllowed
from outreach_app.services.exchange.inbox import receive
from outreach_app.services.looks import KIND, looks_in, note_looks_read, unread_looks
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.workspace import Workspace
from tests.services.builders import CaseBuilder, Post, shelf_of
from tests.services.nights import (  # noqa: F401  fixtures
    WORDS,
    NightLaptop,
    night_laptop_when_asked,
)
from tests.services.outsiders import craft

WHY = "She asked me what her solicitor had said"
Laptop = Callable[[], NightLaptop]
SignerOf = Callable[[Sitting], Signer]


def opened(case: CaseBuilder, kind: str = "safe_house") -> Subject:
    """Sign the records of a case whose client lives somewhere."""
    case.kept(case.client_plan({"current_address": {"addr_kind": kind}}))
    case.kept(case.record_plan())
    return case.record.subject


def test_a_reason_is_needed_and_the_reason_travels_to_the_supervisor_and_to_nobody_else(
    case: CaseBuilder,
    night_laptop_beside: Laptop,
    passphrases: dict[str, str],
    sitting_of: Callable[[str], Sitting],
    post: Post,
) -> None:
    resident = opened(case)
    former = CaseBuilder(case.sitting, case.signer)
    old = opened(former, "social_tenancy")
    laptop = night_laptop_beside()
    with laptop.sitting("SO") as sitting:
        with pytest.raises(NoPurpose):
            break_glass(sitting, resident, "because")
        break_glass(sitting, resident, WHY)
        assert resident.case_id in sitting.opened_with_reason
    with laptop.sitting("KL") as sitting:
        with pytest.raises(NotAllowed):
            break_glass(sitting, old, "I know him from last year")
        assert not sitting.opened_with_reason
        rows = [row.act for row in sitting.vault.journal.rows()]
        (refused,) = [act for act in rows if act.kind == "act.refused"]
        assert refused.facts["purpose"] == "I know him from last year"
    with laptop.sitting("AB", passphrases["AB"]) as sitting:
        assert looks_in(sitting) == ()
        anna = case.as_seen_by(sitting, sitting.signer(passphrases["AB"]))
        told, untold = post.send(anna, "SH"), post.send(anna, "CC")
        both = post.send(anna, "SH", "CC")
    supervisor, cover = sitting_of("SH"), sitting_of("CC")
    for raw, reader in ((untold, cover), (both, cover)):
        post.take(reader, raw)
        assert not reader.vault.objects.of_kind(KIND)
    post.take(supervisor, both)
    assert looks_in(supervisor) == ()
    post.take(supervisor, told)
    assert {(each.is_opened, each.subject, each.purpose) for each in unread_looks(supervisor)} == {
        (True, resident, WHY), (False, old, "I know him from last year"),
    }  # fmt: skip
    workspace = Workspace(supervisor)
    shown = history_rows(workspace, resident, CaseWords(workspace), with_looks=True)
    assert [each.by for each in shown if WHY in each.what] == ["SO, night staff"]
    on_paper = history_rows(workspace, resident, CaseWords(workspace))
    assert not [each for each in on_paper if WHY in each.what]
    note_looks_read(supervisor)
    assert unread_looks(supervisor) == ()
    assert len(looks_in(supervisor)) == 2


def test_a_look_of_another_device_or_of_another_shape_is_refused(
    case: CaseBuilder, cover: Sitting, supervisor: Sitting, signer_of: SignerOf
) -> None:
    subject = opened(case)
    with pytest.raises(NotAllowed):
        break_glass(case.sitting, subject, WHY)  # it is open to her already
    (held,) = case.sitting.vault.objects.of_kind(KIND)
    item = SignedItem(payload=held.payload, signature=held.signature)
    theirs = craft(signer_of(cover), supervisor, BundleContent(looks=(item,)))
    with pytest.raises(ContentMismatch):
        receive(supervisor, theirs.data, shelf_of(supervisor))
    envelope = parse_envelope(held.payload)
    key = case.sitting.vault.device_key()
    for changes in (
        {"act": "peeked"},
        {"at": "yesterday"},
        {"purpose": ""},
        {"purpose": "two\nlines"},
        {"person": "p_1"},
        {"more": "x"},
    ):
        payload = make_envelope(
            ObjectType.LOOK, envelope.organisation, envelope.object_id, {**envelope.body, **changes}
        )
        odd = SignedItem(payload=payload, signature=sign_envelope(payload, key, None))
        sealed = craft(case.signer, supervisor, BundleContent(looks=(odd,)))
        with pytest.raises(BodyFormat):
            receive(supervisor, sealed.data, shelf_of(supervisor))
    assert not supervisor.vault.objects.of_kind(KIND)
