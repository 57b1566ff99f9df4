"""Where one stands, kept inside the vault at every step, so that a lock leads back to it."""

import json
from dataclasses import replace

from outreach_app.domain.documents import Subject
from outreach_app.errors import HostFault, OutreachError
from outreach_app.services.last_place import recall_place, remember_place
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.rooms import make_page, rooms

_TODAY = Place(room=Room.TODAY)
_TEXTS = ("document_id", "address", "topic")


def remember(desk: Desk, place: Place) -> None:
    """Keep where this person is now; a page that moves inside itself calls it too."""
    try:
        remember_place(desk.sitting, place_text(place))
    except HostFault:
        # On a full disk one finds back to Today; nothing that was written is in danger.
        return


def forget(desk: Desk) -> None:
    """The person leaves: next time begins with Today."""
    try:
        remember_place(desk.sitting, "")
    except HostFault:
        return


def first_page(desk: Desk) -> Page:
    """Return the page at which this person was, or Today; before that what must be told first."""
    if desk.workspace.old_copy is not None:
        return make_page(desk, Place(room=Room.OLD_COPY))
    place = read_place(recall_place(desk.sitting))
    if place == _TODAY and not desk.sitting.me.certificate_serial:
        place = Place(room=Room.ENROL)
    # A place at which the program fails is not tried twice: the window remembers it anew once its
    # page stands, and whoever meets a fault here finds to Today with the next passphrase.
    forget(desk)
    try:
        return make_page(desk, place)
    except OutreachError:
        # What was open is gone, by a merge or an erasure for instance.
        return make_page(desk, _TODAY)


def place_text(place: Place) -> str:
    """Return a place as text."""
    fields = {name: getattr(place, name) for name in _TEXTS}
    fields["room"] = place.room.value
    if place.subject is not None:
        fields["client_id"] = place.subject.client_id
        fields["case_id"] = place.subject.case_id
    return json.dumps({name: value for name, value in fields.items() if value})


def read_place(text: str) -> Place:
    """Return the place of a text; anything that is not one is Today."""
    try:
        fields = json.loads(text) if text else {}
        place = Place(room=Room(fields["room"]))
    except (ValueError, KeyError, TypeError):
        return _TODAY
    if place.room not in rooms():
        return _TODAY
    client_id, case_id = str(fields.get("client_id", "")), str(fields.get("case_id", ""))
    return replace(
        place,
        subject=Subject(client_id=client_id, case_id=case_id) if client_id else None,
        document_id=str(fields.get("document_id", "")),
        address=str(fields.get("address", "")),
        topic=str(fields.get("topic", "")),
    )
