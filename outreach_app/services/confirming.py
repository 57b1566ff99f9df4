"""Saying that a whole section is as it was: the form's own questions about it, answered."""

from collections.abc import Iterator
from datetime import datetime

from outreach_app.engine.items import Group, Question
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.open_document import OpenDocument

_CONFIRMED, _BY, _AT = "_confirmed", "_confirmed_by", "_confirmed_at"
_UNCHANGED = "unchanged"


def confirmations(
    opened: OpenDocument, key: str, person_id: str, now: datetime
) -> Iterator[tuple[str, str]]:
    """Yield address and answer of what a section asks about its confirmation, one by one.

    Each is looked up after the one before was given: that is what makes it asked.

    Args:
        opened: The document.
        key: Address of the section's group.
        person_id: Who confirms.
        now: The present moment.
    """
    group = opened.definition.item_at(key)
    if not isinstance(group, Group):
        return
    local = now.astimezone(CASEWORK_ZONE).isoformat(timespec="milliseconds")
    for suffix, value in ((_CONFIRMED, _UNCHANGED), (_BY, person_id), (_AT, local)):
        address = f"{key}/{group.name}{suffix}"
        item = opened.definition.item_at(address)
        if not isinstance(item, Question) or not opened.session.is_relevant(address):
            continue
        offered = {choice.code for choice in opened.session.question(address).choices}
        if not offered or value in offered:
            yield address, value
