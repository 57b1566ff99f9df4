"""The slow part of taking a bundle in, apart from the vault: opening, signatures, readable copies.

What is needed is read from the unlocked vault before; nothing here touches it, so that it can be
done away from the window's thread. What comes out goes to `examination` and `inbox`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from outreach_app.bundle.reader import OpenedBundle, read_bundle
from outreach_app.engine.definition import FormDefinition
from outreach_app.errors import OutreachError
from outreach_app.report.outline import outline_of
from outreach_app.report.text import render_text
from outreach_app.services.errors import CopyDiffers, UnlistedCertificate
from outreach_app.services.instants import write_instant
from outreach_app.services.sitting import Sitting
from outreach_app.services.trust import Chain
from outreach_app.services.verification import SignedRevision, read_revision


@dataclass(frozen=True, slots=True)
class Unsealed:
    """An opened bundle with what was checked of it already.

    Attributes:
        signed: Its revisions with their signatures checked; None where somebody in it stands in no
            directory yet that is known: a newer one may have come along.
        configuration: Digest of the configuration by whose directory they were checked.
        compared: Ids of the revisions whose readable copy is known to be that of the answers.
    """

    opened: OpenedBundle
    signed: tuple[SignedRevision, ...] | None = None
    configuration: str = ""
    compared: frozenset[str] = frozenset()

    def form_hashes(self) -> frozenset[str]:
        """Return which forms its revisions were written on, as far as they were read."""
        return frozenset(each.revision.header.form_hash for each in self.signed or ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """Opens bundles for one unlocked person, without their vault.

    Attributes:
        identities: The person's age identities.
        chain: Whom the organisation vouches for.
        now: For cautions, and as the time at which everything came.
    """

    identities: tuple[str, ...] = field(repr=False)
    chain: Chain
    now: datetime

    def open(self, untrusted: bytes) -> OpenedBundle:
        """Return what a bundle holds.

        Raises:
            NotForYou: It is not sealed to this person.
            Untrusted: Anything wrong with it, each with its own code.
        """
        return read_bundle(untrusted, self.identities, self.chain.accept_chain, self.now)

    def read(self, opened: OpenedBundle) -> Unsealed:
        """Return an opened bundle with the signatures of its revisions checked.

        Raises:
            Untrusted: One is damaged or forged.
        """
        at = write_instant(self.now)
        try:
            signed = [
                read_revision(self.chain, item, received_at=at) for item in opened.content.revisions
            ]
        except UnlistedCertificate:
            return Unsealed(opened)
        return Unsealed(opened, tuple(signed), self.chain.card.configuration.digest)


def opener_of(sitting: Sitting) -> Opener:
    """Return what opens bundles for the unlocked person."""
    mine = sitting.vault.people.age_identities(sitting.me.person_id)
    return Opener(
        identities=tuple(each.identity for each in mine),
        chain=Chain(sitting.card),
        now=sitting.now(),
    )


def compare_copies(unsealed: Unsealed, forms: Mapping[str, FormDefinition]) -> Unsealed:
    """Compare the readable copies in a bundle with the signed answers, where the form is given.

    Args:
        unsealed: The bundle.
        forms: Forms by hash; what was written on others is left for later.

    Raises:
        CopyDiffers: A copy is another text.
    """
    copies = {f"sha256:{each.digest}": each.copy for each in unsealed.opened.content.revisions}
    outlines = {form_hash: outline_of(form) for form_hash, form in forms.items()}
    compared = set()
    for each in unsealed.signed or ():
        revision = each.revision
        copy, outline = (
            copies.get(revision.revision_id, ""),
            outlines.get(revision.header.form_hash),
        )
        if not copy or outline is None:
            continue
        try:
            rendered = render_text(outline, revision)
        except OutreachError:
            continue
        if rendered != copy:
            raise CopyDiffers
        compared.add(revision.revision_id)
    return replace(unsealed, compared=frozenset(compared))
