"""What is about to leave, in one plain sentence."""

from collections.abc import Sequence

from outreach_app.phrases import in_a_row
from outreach_app.services.sharing.candidates import Candidate
from outreach_app.services.sharing.offer import Offered
from outreach_app.ui.speech import translate

Batch = tuple[tuple[Candidate, ...], tuple[Offered, ...]]


def bundle_summary(batches: Sequence[Batch], *, with_address: bool, may_be_empty: bool) -> str:
    """Return the sentence: how many records of how many clients, to whom, with or without address.

    Args:
        batches: Who gets what.
        with_address: Whether places and addresses go.
        may_be_empty: Confirmations may go alone.
    """
    if not batches:
        return translate("share", "Choose who gets it.")
    if not may_be_empty and not any(documents for _people, documents in batches):
        return translate("share", "Choose what goes.")
    return "\n".join(_sentence(people, documents, with_address) for people, documents in batches)


def _sentence(people: Sequence[Candidate], documents: Sequence[Offered], with_address: bool) -> str:
    names = in_a_row(each.person.full_name for each in people)
    if not documents:
        return translate("share", "Confirmations only, to {names}").format(names=names)
    clients = len({each.document.subject.client_id for each in documents})
    address = (
        translate("share", "with the address")
        if with_address
        else translate("share", "without the address")
    )
    return translate("share", "{records} of {clients} to {names}, {address}").format(
        records=translate("share", "%n record(s)", "", len(documents)),
        clients=translate("share", "%n client(s)", "", clients),
        names=names,
        address=address,
    )
