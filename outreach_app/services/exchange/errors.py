"""Failures of sharing: what keeps a bundle or a protected copy on this laptop."""

from typing import ClassVar

from outreach_app.errors import HostFault, Refusal


class SentMeanwhile(Refusal):
    """Another bundle for one of the recipients was written while this one was made."""

    code: ClassVar[str] = "exchange.sent-meanwhile"


class KeyWordsNotCompared(Refusal):
    """Somebody's key is used for the first time and nobody compared its words. Facts: initials."""

    code: ClassVar[str] = "exchange.key-words"


class NameNotTyped(Refusal):
    """Somebody outside the home team gets it, and the typed name is not theirs."""

    code: ClassVar[str] = "exchange.name"


class NoConsent(Refusal):
    """No consent covers what goes, and no other basis was given. Facts: uncovered."""

    code: ClassVar[str] = "exchange.no-consent"


class InventoryOutdated(Refusal):
    """A paper of a handover has another newest version than its signed inventory names."""

    code: ClassVar[str] = "exchange.inventory-outdated"


class ConsentNotGiven(Refusal):
    """There is no consent to withdraw: it was never given, or it is withdrawn already."""

    code: ClassVar[str] = "exchange.consent-not-given"


class BasisUndecided(Refusal):
    """Another basis than consent needs a reason and who decided it. Facts: least."""

    code: ClassVar[str] = "exchange.basis"


class HarmNotWeighed(Refusal):
    """Nobody said whether sharing raises a risk, or what lowers the one that it raises."""

    code: ClassVar[str] = "exchange.harm"


class AddressUnexplained(Refusal):
    """The address should go along, and no reason was given. Facts: least."""

    code: ClassVar[str] = "exchange.address"


class PartStays(Refusal):
    """Somebody outside would get a part that never leaves the service. Facts: part."""

    code: ClassVar[str] = "exchange.part-stays"


class NothingOutside(Refusal):
    """Nothing of what was chosen is for somebody outside."""

    code: ClassVar[str] = "exchange.nothing-outside"


class NoNumber(Refusal):
    """The record of an agency has no telephone number to call for the password."""

    code: ClassVar[str] = "exchange.no-number"


class CopyNotVerified(HostFault):
    """A protected copy that was written does not open as it should."""

    code: ClassVar[str] = "exchange.copy-not-verified"


class ReferralNotApproved(Refusal):
    """A referral that is no emergency needs a second person's approval before it leaves."""

    code: ClassVar[str] = "exchange.not-approved"


class OtherReceiver(Refusal):
    """A referral is written for another agency."""

    code: ClassVar[str] = "exchange.other-receiver"
