"""What is about to leave, in one plain sentence."""

from collections.abc import Sequence

from outreach_app.phrases import in_a_row
from outreach_app.services.case_words import PART_WORDS
from outreach_app.services.sharing.candidates import Candidate
from outreach_app.services.sharing.going import Going
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


def outside_summary(people: Sequence[Candidate], going: Going) -> str:
    """Return what of it goes to somebody outside and what stays here, "" for the home team."""
    if all(each.at_home for each in people) or not (going.documents or going.left):
        return ""
    lines = []
    if going.documents:
        lines.append(translate("share", "Goes: {parts}.").format(parts=_in_words(going.parts)))
    if going.staying:
        stays = translate("share", "Stays here: {parts}.")
        lines.append(stays.format(parts=_in_words(going.staying)))
    if going.left:
        papers = translate("share", "Nothing of these is for somebody outside: {papers}.")
        lines.append(
            papers.format(papers=in_a_row(dict.fromkeys(each.title for each in going.left)))
        )
    return "\n".join(lines)


def _in_words(parts: frozenset[str]) -> str:
    return in_a_row(PART_WORDS[name] for name in sorted(parts) if name in PART_WORDS)


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
