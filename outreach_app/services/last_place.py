"""Where in the window a person was last, kept inside the vault and nowhere else.

After a lock the window is a new process; this is how it finds back to the same question. It is a
convenience of one laptop: no act, not signed, never shared.
"""

from outreach_app.services.sitting import Sitting

LONGEST = 2000


def remember_place(sitting: Sitting, place: str) -> None:
    """Keep where this person is; on the disk when the call returns. "" forgets it."""
    name = _name(sitting)
    if len(place) > LONGEST or sitting.vault.properties.get(name) == place:
        return
    with sitting.vault.database.transaction():
        sitting.vault.properties.set(name, place)


def recall_place(sitting: Sitting) -> str:
    """Return where this person was when the window went away; "" when they left it."""
    return sitting.vault.properties.get(_name(sitting))


def _name(sitting: Sitting) -> str:
    return f"place.{sitting.me.person_id}"
