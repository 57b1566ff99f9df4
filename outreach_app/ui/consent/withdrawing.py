"""Taking a consent back: what follows is shown, and one signature makes it so."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer

from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.services.sitting import Signer
from outreach_app.services.withdrawing_consent import (
    StandingConsent,
    begin_withdrawal,
    standing_consents,
)
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate


def withdraw(desk: Desk, page: Page, document_id: str) -> None:
    """Write the withdrawal down and ask for the signature; then show whom to tell.

    Whoever cancels keeps it as a draft of the consent: nothing that was said is lost.
    """
    workspace = desk.workspace
    subject = workspace.vault.documents.get(document_id).subject
    how = translate("consent", "Said by the client to {who}").format(who=desk.sitting.me.initials)
    try:
        opened = begin_withdrawal(workspace, document_id, how)
        found = next(
            each
            for each in standing_consents(workspace, subject)
            if each.document_id == document_id
        )
    except OutreachError as error:
        page.tell_error(error)
        return

    def sign(signer: Signer) -> None:
        workspace.casework.sign(opened, signer)
        place = Place(room=Room.CONSENTS, subject=subject, document_id=document_id)
        # The dialog closes itself first; the page that it belongs to goes afterwards.
        QTimer.singleShot(0, page, lambda: desk.go(place))

    heading = translate("consent", "Withdraw: {consent}").format(consent=consent_words(found))
    SigningDialog(desk, page.window(), heading, list(effects(found)), sign).open()


def consent_words(standing: StandingConsent) -> str:
    """Return what a consent is called: for what, with whom."""
    return in_a_row((standing.purpose, standing.agency), " · ")


def effects(standing: StandingConsent) -> Iterator[str]:
    """Yield what follows from a withdrawal, in sentences."""
    if standing.lead_first:
        yield translate(
            "consent",
            "Somebody else may be in danger: the safeguarding lead decides before sharing stops. "
            "Ask today, and write the decision into the consent.",
        )
    if standing.ends_nrm:
        yield translate(
            "consent",
            "Only the client leaves the NRM, in writing or through the First Responder. The decision "
            "process closes and government-funded support ends. Offer legal advice first.",
        )
    for label in standing.stops:
        yield translate("consent", "Does not leave any more: referral {label}").format(label=label)
    if standing.shares:
        yield translate("consent", "%n agreement(s) to share in the plan end", "", standing.shares)
    if standing.prepared:
        yield translate(
            "consent",
            "%n file(s) already written: do not hand them over, and delete them",
            "",
            len(standing.prepared),
        )
    names = in_a_row(each.name for each in standing.told)
    if names:
        yield translate("consent", "Ask to stop and to delete: {names}").format(names=names)
    else:
        yield translate("consent", "Nobody has received anything on this consent.")
    yield translate(
        "consent",
        "Support goes on. What was shared before stays in the history: tell the client what cannot "
        "be called back.",
    )
