"""Open proposals: who has signed, who is missing, what was overtaken."""

from pathlib import Path

from outreach_app.domain.day_words import long_date
from outreach_app.errors import OutreachError
from outreach_app.phrases import in_a_row
from outreach_app.services.certifying import usual_keys_folder
from outreach_app.services.instants import CASEWORK_ZONE
from outreach_app.services.keeping.keepers import keeper_of
from outreach_app.services.keeping.open_proposals import (
    ProposalState,
    Signed,
    judge_proposal,
    proposals_in,
)
from outreach_app.services.shipped import word_list
from outreach_app.ui.people.second import change_words
from outreach_app.ui.people.steps import StepPage, line_of
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.file_choice import choose_folder
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place
from outreach_app.ui.speech import translate

PROPOSALS = "proposals"
"""Topic of the room of certifying."""


class ProposalsPage(StepPage):
    """What lies beside the keys, or a single file that somebody brought."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Show what lies beside the keys, where they are on this laptop."""
        super().__init__(
            desk,
            place,
            translate("people", "Open proposals"),
            translate(
                "people",
                "A change of keys or supervisors needs two signatures. Here is who has signed and "
                "who is missing.",
            ),
        )
        self.show_step(self._choose_card())
        usual = usual_keys_folder()
        if usual is not None:
            self._take_folder(usual)

    def _choose_card(self) -> Card:
        card = Card(translate("people", "Where to look"))
        card.add(
            Text(
                translate(
                    "people",
                    "What was proposed at this window lies beside the keys. A file that somebody "
                    "brought can be looked at by itself.",
                ),
                "soft",
            )
        )
        card.column.addLayout(
            line_of(
                Button(
                    translate("people", "Choose the folder of the keys"),
                    self._on_folder,
                    kind="primary",
                ),
                Button(translate("people", "Look at one file"), self._on_file),
            )
        )
        return card

    def _on_folder(self) -> None:
        choose_folder(self, translate("people", "Folder of the keys"), self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        self.notice.clear()
        try:
            found = proposals_in(keeper_of(self.desk.sitting), folder)
        except OutreachError as error:
            self.tell_error(error)
            return
        cards = [_state_card(state) for _name, state in found]
        if not cards:
            none = Card()
            none.add(Text(translate("people", "No proposal lies beside the keys.")))
            cards.append(none)
        self.show_step(*cards, self._choose_card())

    def _on_file(self) -> None:
        self.ask_for_file(translate("people", "Proposal"), self._read)

    def _read(self, raw: bytes) -> None:
        state = judge_proposal(self.desk.sitting.card, raw)
        self.show_step(_state_card(state), self._choose_card())


def _state_card(state: ProposalState) -> Card:
    card = Card(change_words(state.about))
    words, tone = _chip(state)
    card.head.addWidget(Chip(words, tone))
    made = translate("people", "✓ First signature: the organisation's key, on {day}")
    day = long_date(state.at.astimezone(CASEWORK_ZONE).date())
    card.add(Text(made.format(day=day)))
    card.add(Text(_second_words(state)))
    said = translate("people", "Words to compare: {words}")
    card.add(Text(said.format(words=state.about.words(word_list())), "small"))
    return card


def _chip(state: ProposalState) -> tuple[str, str]:
    if state.is_overtaken:
        return translate("people", "In force or overtaken"), "neutral"
    if state.second in {Signed.BY_PERSON, Signed.BY_ROOT}:
        return translate("people", "✓ Ready to be put in force"), "low"
    return translate("people", "▲ A signature is missing"), "medium"


def _second_words(state: ProposalState) -> str:
    if state.is_overtaken:
        return translate(
            "people",
            "It was put in force, or another change came before it: nobody needs to sign it any more.",
        )
    if state.signed_by is not None:
        words = translate("people", "✓ Second signature: {name}")
        return words.format(name=state.signed_by.full_name)
    if state.second is Signed.BY_ROOT:
        return translate("people", "✓ Second signature: the root key")
    if not state.could_sign:
        return translate(
            "people",
            "Nobody is left who could countersign: two holders of sheets of the root key take their "
            "place when it is put in force.",
        )
    names = in_a_row(each.full_name for each in state.could_sign)
    missing = (
        translate("people", "The second signature in it does not count. Any one of: {names}.")
        if state.second is Signed.NOT_COUNTED
        else translate("people", "Second signature missing. Any one of: {names}.")
    )
    return missing.format(names=names)
