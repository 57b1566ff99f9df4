"""What the organisation decides about settings for everybody: made, changed and told.

It stands in the signed configuration. Whoever has the issuing key signs it alone: it changes nobody's
trust, and each laptop shows what is decided there and by whom.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from outreach_app.policy import NothingDecided, PolicyMoved, check_policy, safer
from outreach_app.services.configuration import OrganisationCard
from outreach_app.services.organisation import News, load_card, open_card_key, publish
from outreach_app.setting_shape import Setting, Strength
from outreach_app.settings import SETTINGS, setting_of


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """What a policy says of one setting before and after.

    Attributes:
        before, after: The value that is decided; "" where nothing is.
    """

    setting: Setting
    before: str
    after: str

    @property
    def is_weaker(self) -> bool:
        """Say whether people may choose less safely than before."""
        if not self.before:
            return False
        if not self.after:
            return True
        if self.setting.strength is Strength.GIVEN:
            return False
        return safer(self.setting, self.after, self.before) != self.after


def manageable() -> tuple[Setting, ...]:
    """Return the settings that may be decided for everybody."""
    return tuple(each for each in SETTINGS if each.strength is not None)


def changed_policy(policy: Mapping[str, str], changes: Mapping[str, str]) -> dict[str, str]:
    """Return a policy with some values given, or taken back by an empty text.

    Raises:
        UnknownSetting, NotManageable, SettingOutOfBounds: A change cannot be.
    """
    made = dict(policy)
    for key, text in changes.items():
        if text:
            made[check_policy(key, text)] = text
        else:
            made.pop(setting_of(key).key, None)
    return dict(sorted(made.items()))


def policy_changes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[PolicyChange, ...]:
    """Return how one policy differs from another, in the order of the table."""
    return tuple(
        PolicyChange(setting, before.get(setting.key, ""), after.get(setting.key, ""))
        for setting in SETTINGS
        if before.get(setting.key, "") != after.get(setting.key, "")
    )


def decide_settings(
    folder: Path,
    shown: Mapping[str, str],
    changes: Mapping[str, str],
    passphrase: str,
    *,
    now: datetime,
) -> OrganisationCard:
    """Sign the next configuration with another policy.

    Args:
        folder: The organisation's folder.
        shown: The policy that the person saw before the changes.
        changes: Text by key; "" takes back what was decided.
        passphrase: Of the issuing key.
        now: When it is signed.

    Raises:
        UnknownSetting, NotManageable, SettingOutOfBounds: A change cannot be.
        NothingDecided: It changes nothing.
        PolicyMoved: The organisation's file says something else than what was shown.
        NoOrganisation, OrganisationFile, IssuingKeyClosed: See `load_card` and `open_card_key`.
    """
    card = load_card(folder)
    before = card.configuration.policy
    if dict(before) != dict(shown):
        raise PolicyMoved(number=card.configuration.number)
    after = changed_policy(before, changes)
    if after == dict(before):
        raise NothingDecided
    issuing = open_card_key(folder, card, passphrase)
    return publish(folder, card, issuing, News(policy=after), now=now)
