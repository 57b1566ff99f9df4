"""The day on which the recovery sheets were tried: recorded by the issuing key, told, begun anew."""

from datetime import timedelta
from pathlib import Path

import pytest

from outreach_app.policy import NothingDecided
from outreach_app.services.errors import IssuingKeyClosed
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.keeping.errors import RehearsalDay
from outreach_app.services.keeping.rehearsals import (
    REHEARSE_AFTER_DAYS,
    last_rehearsal,
    record_rehearsal,
)
from outreach_app.services.organisation import load_card
from tests.support.determinism import FrozenClock


def test_nobody_has_tried_the_sheets_of_a_new_organisation(
    organisation: Path, clock: FrozenClock
) -> None:
    found = last_rehearsal(load_card(organisation).configuration, clock().date())
    assert found.on is None
    assert found.is_due
    assert found.words() == "Nobody has tried the recovery sheets yet."


def test_the_day_is_signed_for_everybody_and_is_due_again_after_half_a_year(
    organisation: Path, passphrases: dict[str, str], clock: FrozenClock
) -> None:
    clock.forward(days=3)
    before = load_card(organisation).configuration.number
    day = clock().astimezone(CASEWORK_ZONE).date() - timedelta(days=1)
    card = record_rehearsal(organisation, day, passphrases["issuing"], now=clock())
    assert card.configuration.number == before + 1
    held = load_card(organisation).configuration
    assert last_rehearsal(held, day).on == day
    last_good = day + timedelta(days=REHEARSE_AFTER_DAYS)
    assert not last_rehearsal(held, last_good).is_due
    late = last_rehearsal(held, last_good + timedelta(days=1))
    assert late.is_due
    assert late.words().endswith("That is more than half a year ago.")


def test_a_day_that_cannot_be_is_refused_and_nothing_is_signed(
    organisation: Path, passphrases: dict[str, str], clock: FrozenClock
) -> None:
    today = clock().astimezone(CASEWORK_ZONE).date()
    issuing = passphrases["issuing"]
    with pytest.raises(RehearsalDay):
        record_rehearsal(organisation, today + timedelta(days=1), issuing, now=clock())
    with pytest.raises(IssuingKeyClosed):
        record_rehearsal(organisation, today, "not the passphrase", now=clock())
    number = record_rehearsal(organisation, today, issuing, now=clock()).configuration.number
    with pytest.raises(NothingDecided):
        record_rehearsal(organisation, today, issuing, now=clock())
    with pytest.raises(RehearsalDay):
        record_rehearsal(organisation, today - timedelta(days=2), issuing, now=clock())
    assert load_card(organisation).configuration.number == number


def test_a_day_that_was_typed_too_late_is_put_right(
    organisation: Path, passphrases: dict[str, str], clock: FrozenClock
) -> None:
    clock.forward(days=9)
    today = clock().astimezone(CASEWORK_ZONE).date()
    for day in (today, today - timedelta(days=2)):
        card = record_rehearsal(organisation, day, passphrases["issuing"], now=clock())
        assert last_rehearsal(card.configuration, today).on == day
