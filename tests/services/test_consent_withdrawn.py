"""Withdrawal of consent and the register of disclosures, on a real vault.

The names C1 to C5, R… and vector … are those of the rules for referrals and consent.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from outreach_app.domain.consents import ConsentState
from outreach_app.domain.documents import Reason, ReviewVerb, Revision
from outreach_app.domain.referrals import referrals_of
from outreach_app.services.attention import Limits, needs_of
from outreach_app.services.case_words import CaseWords
from outreach_app.services.errors import NotAllowed
from outreach_app.services.exchange.errors import ConsentNotGiven, NoConsent
from outreach_app.services.needs import Need, NeedKind
from outreach_app.services.printing import rendered
from outreach_app.services.sharing.decided import Grounds, Harm
from outreach_app.services.sharing.disclosures import Way, disclosures, disclosures_to, on_consent
from outreach_app.services.sharing.printed_register import compose_register
from outreach_app.services.sharing.protected import (
    ProtectedCopy,
    ProtectedOrder,
    begin_transmission,
    check_protected,
    compose_protected,
    make_protected,
    neutral_path,
    record_call,
    settle_protected,
)
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.withdrawing_consent import (
    StandingConsent,
    begin_withdrawal,
    standing_consents,
    stopped,
)
from outreach_app.services.workspace import Workspace, begin_workspace
from tests.services.builders import CaseBuilder, Post, keep_reviews
from tests.services.consenting import agency_plan, consent_plan, referral_plan
from tests.support.determinism import FrozenClock

HOW = "Said so in the car, to AB"


@dataclass
class Desk:
    """A case with an agency, a consent for it and an approved referral that rests on it."""

    case: CaseBuilder
    workspace: Workspace
    folder: Path
    agency_id: str
    consent: Revision
    referral: Revision

    @property
    def consent_id(self) -> str:
        return self.consent.header.document_id

    def order(self) -> ProtectedOrder:
        return ProtectedOrder(
            document_id=self.referral.header.document_id,
            agency_id=self.agency_id,
            folder=self.folder,
            typed_name="quay counselling",
            grounds=Grounds(agency_id=self.agency_id),
            harm=Harm(is_weighed=True),
        )

    def made(self) -> ProtectedCopy:
        order = self.order()
        check_protected(self.workspace, order)
        staged = make_protected(
            compose_protected(self.workspace, order),
            neutral_path(self.workspace, order.folder),
            lambda _percent: None,
        )
        return settle_protected(self.workspace, order, staged)

    def withdraw(self) -> None:
        opened = begin_withdrawal(self.workspace, self.consent_id, HOW)
        self.workspace.casework.sign(opened, self.case.signer)

    def sent(self, copy: ProtectedCopy) -> None:
        opened = begin_transmission(self.workspace, copy, "Ms Reed")
        opened.set_answer("tx_at", self.workspace.sitting.now().isoformat(timespec="milliseconds"))
        self.workspace.casework.sign(opened, self.case.signer)

    def standing(self, consent_id: str = "") -> StandingConsent:
        every = standing_consents(self.workspace, self.case.record.subject)
        return next(each for each in every if each.document_id == (consent_id or self.consent_id))


@pytest.fixture
def desk(
    case: CaseBuilder,
    supervisor: Sitting,
    signer_of: Callable[[Sitting], Signer],
    tmp_path: Path,
) -> Desk:
    """Everything that may go, and has not gone."""
    case.opened()
    agency_id = case.kept(agency_plan(case)).header.document_id
    consent = case.kept(consent_plan(case, agency_id))
    referral = case.kept(referral_plan(case, agency_id, consent.header.document_id))
    lead = case.as_seen_by(supervisor, signer_of(supervisor))
    keep_reviews(case.sitting, lead.review(referral, ReviewVerb.APPROVE))
    workspace = begin_workspace(case.sitting)
    return Desk(case, workspace, tmp_path, agency_id, consent, referral)


def needs(desk: Desk) -> tuple[Need, ...]:
    sitting = desk.workspace.sitting
    limits = Limits(
        timescales=sitting.configuration.time_limits(), holidays=sitting.configuration.holidays()
    )
    file = desk.workspace.casework.case_file(desk.case.record.subject)
    return needs_of(file, limits, CaseWords(desk.workspace))


def test_c1_a_withdrawal_stops_what_has_not_left(desk: Desk) -> None:
    before = desk.standing()
    assert before.state is ConsentState.VALID
    assert before.stops == ("HH-26-A001/1",)
    assert before.told == ()
    assert stopped(desk.workspace) == ()
    desk.withdraw()
    after = desk.standing()
    assert after.state is ConsentState.WITHDRAWN
    with pytest.raises(NoConsent):
        check_protected(desk.workspace, desk.order())
    (held,) = stopped(desk.workspace)
    assert (held.what, held.is_file) == ("Referral HH-26-A001/1", False)
    file = desk.workspace.casework.case_file(desk.case.record.subject)
    assert [each.status for each in referrals_of(file)] == ["withdrawn"]


def test_c1_a_file_that_was_made_is_named_and_its_transmission_cannot_be_signed(desk: Desk) -> None:
    copy = desk.made()
    opened = begin_transmission(desk.workspace, copy, "Ms Reed")
    now = desk.workspace.sitting.now().isoformat(timespec="milliseconds")
    opened.set_answer("tx_at", now)
    assert opened.obstacles() == ()
    desk.withdraw()
    assert [each.is_file for each in stopped(desk.workspace)] == [False, True]
    again = desk.workspace.casework.resume(opened.document.document_id)
    assert ["withdrawn the consent" in each.text for each in again.obstacles()] == [True]


def test_c2_and_vector_7_what_left_stays_and_whoever_got_it_is_asked_to_stop(desk: Desk) -> None:
    copy = desk.made()
    record_call(desk.workspace, copy, "Ms Reed")
    desk.sent(copy)
    desk.withdraw()
    file = desk.workspace.casework.case_file(desk.case.record.subject)
    assert [each.status for each in referrals_of(file)] == ["sent"]
    (told,) = desk.standing().told
    assert (told.name, told.is_open, len(told.received)) == ("Quay Counselling", True, 1)
    assert told.received[0].transmission
    assert stopped(desk.workspace) == ()
    asked = [each for each in needs(desk) if each.kind is NeedKind.CONSENT]
    assert [each.what for each in asked] == [
        "Consent withdrawn: ask Quay Counselling to stop and delete"
    ]
    opened = desk.workspace.casework.revise(desk.consent_id, Reason.CONTINUED)
    (row,) = opened.session.rows("con_after_withdrawal")
    opened.set_answer(f"con_after_withdrawal[{row}]/caw_asked_to_stop", "yes")
    opened.set_answer(f"con_after_withdrawal[{row}]/caw_asked_to_delete", "yes")
    opened.set_answer(f"con_after_withdrawal[{row}]/caw_answer", "Deleted, Ms Reed by phone")
    desk.workspace.casework.sign(opened, desk.case.signer)
    (done,) = desk.standing().told
    assert (done.stop, done.delete, done.answer) == ("yes", "yes", "Deleted, Ms Reed by phone")
    assert not [each for each in needs(desk) if each.kind is NeedKind.CONSENT]


def test_c3_nothing_is_demanded_when_nobody_was_told(desk: Desk) -> None:
    desk.withdraw()
    (head,) = desk.workspace.vault.revisions.heads(desk.consent_id)
    flat = head.flat()
    assert flat["con_withdrawn_how"] == HOW
    assert "Nobody had received anything" in str(flat["con_after_withdrawal"])
    with pytest.raises(ConsentNotGiven):
        begin_withdrawal(desk.workspace, desk.consent_id, HOW)


def test_refusal_is_respected_and_never_chased(desk: Desk) -> None:
    refused = desk.case.kept(
        consent_plan(
            desk.case, desk.agency_id, con_decision="refused", con_purpose="tell the doctor"
        )
    )
    standing = desk.standing(refused.header.document_id)
    assert standing.state is ConsentState.REFUSED
    assert not standing.may_be_withdrawn
    about = [each.document_id for each in needs(desk) if each.kind is NeedKind.CONSENT]
    assert refused.header.document_id not in about


def test_the_register_says_who_got_which_parts_on_which_consent(
    desk: Desk, clock: FrozenClock
) -> None:
    copy = desk.made()
    subject = desk.case.record.subject
    (prepared,) = disclosures(desk.workspace, subject)
    assert (prepared.way, prepared.is_confirmed) == (Way.PROTECTED, False)
    record_call(desk.workspace, copy, "Ms Reed")
    (called,) = disclosures(desk.workspace, subject)
    assert called.is_confirmed
    desk.sent(copy)
    (found,) = disclosures(desk.workspace, subject)
    assert found.way is Way.RECORDED
    assert found.receiver == "Quay Counselling"
    assert found.consent_ids == (desk.consent_id,)
    assert found.parts == ("main", "special", "staff", "third_party")
    assert found.document_ids == (desk.referral.header.document_id,)
    assert on_consent([found], desk.consent_id) == (found,)
    assert on_consent([found], "d_other") == ()
    by_agency = disclosures_to(desk.workspace, "  QUAY counselling ")
    assert [each for _subject, each in by_agency] == [found]
    assert disclosures_to(desk.workspace, "Quay") == ()
    page = rendered(compose_register(desk.workspace, subject))
    assert page.pages == 1
    clock.forward(days=1)


def test_the_register_is_not_for_whom_the_case_is_not_for(
    desk: Desk, cover: Sitting, post: Post
) -> None:
    post.take(cover, post.send(desk.case, "CC"))
    with pytest.raises(NotAllowed):
        disclosures(begin_workspace(cover), desk.case.record.subject)
    assert disclosures_to(begin_workspace(cover), "Quay Counselling") == ()
