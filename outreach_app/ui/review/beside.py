"""What stands beside the inbox of a supervisor: to send back, to confirm, what is missing, silence."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from outreach_app.phrases import in_a_row
from outreach_app.report.dates import short_instant
from outreach_app.services.exchange.arrivals import silent_devices
from outreach_app.services.friday_list import may_see_friday_list
from outreach_app.services.retention import may_review_retention
from outreach_app.services.sharing.returning import going_back
from outreach_app.services.sharing.reviewed import LookedAt, confirm_reviewed, gaps, looked_at
from outreach_app.services.sitting import Signer
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.review.waiting import Names
from outreach_app.ui.review.words import laptop_words, person_words
from outreach_app.ui.share.matter import going_back_words
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import RETURN, Place, Room
from outreach_app.ui.shell.signing import SigningDialog
from outreach_app.ui.speech import translate

_SHOWN = 6


def cards_beside(page: Page, names: Names, changed: Callable[[], None]) -> list[QWidget]:
    """Return the cards beside the inbox.

    Args:
        page: The inbox.
        names: Of colleagues.
        changed: Called once something was confirmed.
    """
    return [
        *_to_send(page, names),
        *_to_confirm(page, names, changed),
        *_missing(page),
        _silent(page),
        *_friday(page),
        *_ended(page),
    ]


def _friday(page: Page) -> list[QWidget]:
    if not may_see_friday_list(page.desk.sitting):
        return []
    card = Card(translate("review", "End of the week"))
    card.add(
        Text(
            translate("review", "What is open in every case, and which laptop was not heard of."),
            "soft",
        ),
        Button(
            translate("review", "Friday list"),
            lambda: page.desk.go(Place(room=Room.FRIDAY)),
            shortcut="Ctrl+Shift+F",
        ),
    )
    return [card]


def _ended(page: Page) -> list[QWidget]:
    if not may_review_retention(page.desk.sitting):
        return []
    card = Card(translate("review", "Ended cases"))
    card.add(
        Text(
            translate("review", "How long each record is kept, and which is held for a court."),
            "soft",
        ),
        Button(
            translate("review", "How long records are kept"),
            lambda: page.desk.go(Place(room=Room.RETENTION)),
        ),
    )
    return [card]


def _to_send(page: Page, names: Names) -> list[QWidget]:
    waiting = going_back(page.desk.sitting)
    if not waiting:
        return []
    card = Card(translate("review", "To send back"))
    for each in waiting:
        who = person_words(names.person(each.person_id))
        said = going_back_words(each)
        card.add(Text(translate("review", "{who}: {said}").format(who=who, said=said)))
    card.add(
        Text(
            translate("review", "One bundle for each, with their own cases only, signed by you."),
            "soft",
        ),
        Button(
            translate("review", "Send back…"),
            lambda: page.desk.go(Place(room=Room.SHARE, topic=RETURN)),
        ),
    )
    return [card]


def _to_confirm(page: Page, names: Names, changed: Callable[[], None]) -> list[QWidget]:
    found = looked_at(page.desk.sitting)
    if not found:
        return []
    card = Card(translate("review", "To confirm: %n bundle(s)", "", len(found)))
    lines = [_bundle_words(each, names) for each in found]
    card.add(*(Text(each) for each in lines[:_SHOWN]))
    if len(lines) > _SHOWN:
        card.add(Text(translate("review", "and %n more", "", len(lines) - _SHOWN), "small"))
    card.add(
        Text(
            translate(
                "review",
                "Nothing in them waits for your word. Confirm once you have looked at them: their "
                "senders see “Reviewed” in the outbox then.",
            ),
            "soft",
        ),
        Button(
            translate("review", "Confirm as reviewed…"),
            lambda: _confirm(page, found, lines, changed),
        ),
    )
    return [card]


def _bundle_words(bundle: LookedAt, names: Names) -> str:
    documents = translate("review", "%n document(s)", "", bundle.documents)
    return translate("review", "{who}, made {at}: {documents}").format(
        who=person_words(names.person(bundle.person_id)),
        at=short_instant(bundle.made_at),
        documents=documents,
    )


def _confirm(
    page: Page, found: Sequence[LookedAt], lines: Sequence[str], changed: Callable[[], None]
) -> None:
    def then(signer: Signer) -> None:
        confirm_reviewed(page.desk.sitting, signer, [each.bundle_id for each in found])
        changed()

    meaning = translate("review", "You confirm that you have looked at what these bundles brought.")
    heading = translate("review", "Confirm as reviewed")
    SigningDialog(page.desk, page, heading, [meaning, *lines], then).open()


def _missing(page: Page) -> list[QWidget]:
    found = gaps(page.desk.sitting)
    if not found:
        return []
    card = Card(translate("review", "Bundles that never came"), kind="warning")
    for each in found:
        card.add(
            Text(person_words(each.person), "strong"),
            Text(
                translate("review", "{laptop}: number {numbers}").format(
                    laptop=laptop_words(each.laptop), numbers=", ".join(map(str, each.missing))
                ),
                "small",
            ),
        )
    card.add(
        Text(
            translate(
                "review",
                "Later ones from the same laptop came. Ask for these to be exported again: there they "
                "stand in the outbox as not received.",
            ),
            "soft",
        )
    )
    return [card]


def _silent(page: Page) -> Card:
    silent = silent_devices(page.desk.sitting)
    card = Card(translate("review", "Not heard from for 7 days"))
    for each in silent:
        last = translate("review", "no bundle yet")
        if each.last_heard:
            last = translate("review", "last on {day}").format(day=short_instant(each.last_heard))
        line = in_a_row((laptop_words(each.laptop), last), " · ")
        card.add(Text(person_words(each.person), "strong"), Text(line, "small"))
    if not silent:
        card.add(Text(translate("review", "Every laptop has sent something."), "soft"))
    return card
