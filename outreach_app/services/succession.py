"""One organisation file after another: what may follow what, and what people must compare first.

Certificates, withdrawals and changes of trust only ever grow, so a newer file holds all that the
older one held. Whatever lets other keys sign, or has vaults recovered by other shares, takes effect
on a laptop only when somebody there says that they compared its words.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from outreach_app.crypto.certificates import Certificate
from outreach_app.crypto.words import fingerprint_words
from outreach_app.domain.revocation import RevocationReason
from outreach_app.services.configuration import Configuration, OrganisationCard
from outreach_app.services.errors import (
    OlderConfiguration,
    OtherHistory,
    OtherOrganisation,
    SecondSignatureMissing,
    WordsNotCompared,
)
from outreach_app.services.trust_log import facts_of
from outreach_app.services.trust_statements import (
    SECOND_SIGNERS,
    Change,
)

_IN_OTHER_HANDS = frozenset({RevocationReason.LOST, RevocationReason.COMPROMISED})


@dataclass(frozen=True, slots=True)
class TrustChange:
    """Something that changes whom a laptop believes.

    Attributes:
        what: ``root``, ``issuing_key``, ``recovery``, ``supervisor`` or ``new_key``.
        who: The person that it is about, for the last two; else "".
        material: What the words stand for.
    """

    what: str
    who: str
    material: bytes

    def words(self, word_list: Sequence[str]) -> str:
        """Return the words that two people compare."""
        return " ".join(fingerprint_words(self.material, word_list))


_TITLES = {
    "root": "new root key",
    "issuing_key": "new issuing key",
    "recovery": "new recovery shares",
    "supervisor": "new supervisor or safeguarding lead",
    "new_key": "new key of a known person",
}


def check_succession(held: OrganisationCard, card: OrganisationCard) -> None:
    """Accept a file that may follow the one held, or is that one.

    Raises:
        OtherOrganisation: Another organisation, or one founded by another root key.
        OlderConfiguration: Older than what is held.
        OtherHistory: It lacks, or tells otherwise, what the one held has.
        SecondSignatureMissing: Somebody countersigned whose key is known here as withdrawn.
    """
    if _origin(held) != _origin(card):
        raise OtherOrganisation
    found, known = card.configuration, held.configuration
    if found.number < known.number:
        raise OlderConfiguration(found=found.number, held=known.number)
    if found.number == known.number and found.digest != known.digest:
        raise OtherHistory(what="number")
    if card.issuers.number < held.issuers.number:
        raise OtherHistory(what="list of issuing keys")
    for what, before, now in (
        ("directory of certificates", known.directory, found.directory),
        ("withdrawals", known.revocations, found.revocations),
        ("changes of trust", _digests(known), _digests(found)),
    ):
        if now[: len(before)] != before:
            raise OtherHistory(what=what)
    _check_second_signers(held, card)


def _check_second_signers(held: OrganisationCard, card: OrganisationCard) -> None:
    """Refuse a new change that a key countersigned which is withdrawn by what is held."""
    known = len(held.configuration.changes)
    new = card.configuration.changes[known:]
    # The founding has no second signature.
    for signed, serial in zip(new, card.trust.second_signers[known - 1 :], strict=True):
        refuse_withdrawn_signer(held, signed.change, serial)


def refuse_withdrawn_signer(held: OrganisationCard, change: Change, serial: int) -> None:
    """Accept the second signature of a new change if its key was not withdrawn before.

    A key that is lost or in other hands countersigns nothing, whatever day the change names.

    Raises:
        SecondSignatureMissing: It was withdrawn.
    """
    for revocation in held.configuration.revocations:
        in_other_hands = revocation.reason in _IN_OTHER_HANDS
        if revocation.serial == serial and (in_other_hands or change.at >= revocation.since):
            raise SecondSignatureMissing(number=change.number)


def changes_between(
    held: OrganisationCard, card: OrganisationCard, own_keys: Collection[bytes] = ()
) -> tuple[TrustChange, ...]:
    """Return what a newer file changes about trust, for people to compare.

    Args:
        held: The file in force.
        card: The newer one, for which `check_succession` has passed.
        own_keys: Public keys that were made in this vault and need no comparing.
    """
    found = []
    if card.root != held.root:
        found.append(TrustChange("root", "", card.root))
    if card.trust.issuing_key != held.trust.issuing_key:
        found.append(TrustChange("issuing_key", "", card.trust.issuing_key))
    recipient = card.configuration.recovery_recipient
    if recipient != held.configuration.recovery_recipient:
        found.append(TrustChange("recovery", "", recipient.encode("ascii")))
    before = held.configuration.certificates()
    for certificate in card.configuration.certificates()[len(before) :]:
        what = _news(certificate, before)
        if what and certificate.public_key not in own_keys:
            found.append(TrustChange(what, certificate.key_id, certificate.public_key))
    return tuple(found)


def _news(certificate: Certificate, before: Sequence[Certificate]) -> str:
    if certificate.role in SECOND_SIGNERS:
        known = any(facts_of(each) == facts_of(certificate) for each in before)
        return "" if known else "supervisor"
    of_person = [each for each in before if each.principal == certificate.principal]
    has_other = all(each.public_key != certificate.public_key for each in of_person)
    return "new_key" if of_person and has_other else ""


def describe(changes: Sequence[TrustChange], word_list: Sequence[str]) -> tuple[str, ...]:
    """Return a line for each change, with its words."""
    return tuple(
        f"{_TITLES[each.what]}{f' ({each.who})' if each.who else ''}: {each.words(word_list)}"
        for each in changes
    )


def require_words_compared(
    changes: Sequence[TrustChange], word_list: Sequence[str], *, compared: bool
) -> None:
    """Accept changes of trust whose words were compared, or none.

    Raises:
        WordsNotCompared: Nobody said so.
    """
    if changes and not compared:
        raise WordsNotCompared(changes=describe(changes, word_list))


def _origin(card: OrganisationCard) -> tuple[str, str]:
    return card.organisation, card.configuration.changes[0].change.content["root"]


def _digests(configuration: Configuration) -> tuple[str, ...]:
    return tuple(each.digest for each in configuration.changes)
