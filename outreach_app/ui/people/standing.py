"""Which page of keys and standing is at a topic, for whom; for anybody else it is Contacts."""

from collections.abc import Callable

from outreach_app.services.directory import may_look_after_keys, may_suspend
from outreach_app.services.keeping.errors import UnknownLaptop
from outreach_app.ui.people.certify import COUNTERSIGN, PUBLISH, CertifyPage
from outreach_app.ui.people.crisis import CRISIS_STEPS, CrisisPage
from outreach_app.ui.people.ending import EndingPage
from outreach_app.ui.people.leaving import (
    CONFIRM,
    REMOVE,
    SUSPEND,
    ConfirmPage,
    RemovePage,
    SuspendPage,
)
from outreach_app.ui.people.lost import LOST, WITHDRAW, LostPage
from outreach_app.ui.people.managing import SETTINGS_FOR_ALL, ManagingPage
from outreach_app.ui.people.page import PeoplePage
from outreach_app.ui.people.proposed import PROPOSALS, ProposalsPage
from outreach_app.ui.people.rehearsing import REHEARSED, RehearsalPage
from outreach_app.ui.people.releasing import RELEASE, ReleasePage
from outreach_app.ui.people.renewing import NEW_ISSUING, NEW_RECOVERY, NEW_ROOT, RenewPage
from outreach_app.ui.people.second import CountersignPage, PublishPage
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room

_WITH_KEYS: dict[str, Callable[[Desk, Place], Page]] = {
    CONFIRM: ConfirmPage,
    REMOVE: RemovePage,
    WITHDRAW: EndingPage,
}
_OF_KEYS: dict[str, Callable[[Desk, Place], Page]] = {
    COUNTERSIGN: CountersignPage,
    PUBLISH: PublishPage,
    SETTINGS_FOR_ALL: ManagingPage,
    CRISIS_STEPS: CrisisPage,
    PROPOSALS: ProposalsPage,
    REHEARSED: RehearsalPage,
    RELEASE: ReleasePage,
    NEW_RECOVERY: RenewPage,
    NEW_ROOT: RenewPage,
    NEW_ISSUING: RenewPage,
}


def certify_page(desk: Desk, place: Place) -> Page:
    """Return the page of the room of certifying that a topic asks for."""
    if not may_look_after_keys(desk.sitting):
        return PeoplePage(desk, Place(room=Room.PEOPLE))
    return _OF_KEYS.get(place.topic, CertifyPage)(desk, place)


def standing_page(desk: Desk, place: Place) -> Page:
    """Return the page of the room of standing that a topic asks for."""
    page = _WITH_KEYS.get(place.topic)
    if page is not None and may_look_after_keys(desk.sitting):
        return page(desk, place)
    if place.topic == SUSPEND and may_suspend(desk.sitting):
        return SuspendPage(desk, place)
    if place.topic == LOST:
        try:
            return LostPage(desk, place)
        except UnknownLaptop:
            # Its certificates ended meanwhile: Contacts say so.
            pass
    return PeoplePage(desk, Place(room=Room.PEOPLE))
