"""At which question somebody was in each of their drafts, kept inside the vault."""

import json

from outreach_app.services.sitting import Sitting

_MOST = 40


def _name(sitting: Sitting) -> str:
    return f"places.{sitting.me.person_id}"


def _places(sitting: Sitting) -> dict[str, str]:
    found: dict[str, str] = json.loads(sitting.vault.properties.get(_name(sitting)) or "{}")
    return found


def place_in_draft(sitting: Sitting, document_id: str) -> str:
    """Return the address at which the unlocked person left a draft, "" if not known."""
    return _places(sitting).get(document_id, "")


def remember_in_draft(sitting: Sitting, document_id: str, address: str) -> None:
    """Keep where the unlocked person is in a draft; the oldest places are forgotten."""
    places = _places(sitting)
    if places.get(document_id) == address:
        return
    places.pop(document_id, None)
    places[document_id] = address
    newest = dict(list(places.items())[-_MOST:])
    with sitting.vault.database.transaction():
        sitting.vault.properties.set(_name(sitting), json.dumps(newest))
