"""Letting somebody in: their request, the words compared with them, the certificate."""

from collections.abc import Callable
from pathlib import Path

from outreach_app.domain.people import Role
from outreach_app.errors import OutreachError
from outreach_app.paths import atomic_write
from outreach_app.report.dates import readable_date
from outreach_app.services.certifying import (
    Asked,
    Issued,
    ToCountersign,
    certify,
    read_asked,
    usual_keys_folder,
)
from outreach_app.services.keeping.keepers import keeper_of
from outreach_app.ui.people.steps import KeysCard, StepPage, line_of, with_keys
from outreach_app.ui.pieces.buttons import Button, tick_box
from outreach_app.ui.pieces.file_choice import choose_folder, choose_new_file
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.errand import run
from outreach_app.ui.shell.places import Place
from outreach_app.ui.shell.titles import role_words
from outreach_app.ui.speech import translate
from outreach_app.ui.welcome.joining import words_card

COUNTERSIGN, PUBLISH = "countersign", "publish"
"""Topics of this room besides that of certifying."""

_ROLES = (
    Role.CASEWORKER,
    Role.NIGHT_STAFF,
    Role.SUPERVISOR,
    Role.SAFEGUARDING_LEAD,
    Role.CONFIGURATION_MANAGER,
    Role.AGENCY_STAFF,
)
_PROPOSAL_NAME = "proposal.json"


class CertifyPage(StepPage):
    """Keys, request, words, role, certificate: one after the other."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Begin with the request."""
        super().__init__(
            desk,
            place,
            translate("people", "Let somebody in"),
            translate(
                "people",
                "A colleague made a vault and brings a request. You check that it is theirs, and "
                "give them their certificate.",
            ),
        )
        self._folder: Path | None = usual_keys_folder()
        self._request = b""
        self._keys: KeysCard | None = None
        self.show_step(self._request_card())

    # ---- the request ------------------------------------------------------------------------

    def _request_card(self) -> Card:
        card = Card(translate("people", "1. Keys and request"))
        card.add(
            Text(
                translate(
                    "people",
                    "The folder of the organisation's keys usually lies on a stick in a safe. The "
                    "request is a file that the colleague saved when they joined.",
                ),
                "soft",
            )
        )
        self._place = Text(kind="strong")
        self._choose = Button(translate("people", "Choose the folder of the keys"), self._on_folder)
        self._ask = Button(
            translate("people", "Choose the request"), self._on_request, kind="primary"
        )
        card.add(self._place)
        card.column.addLayout(line_of(self._choose, self._ask))
        self._look()
        return card

    def _look(self) -> None:
        self._place.say("" if self._folder is None else str(self._folder))
        self._ask.setEnabled(self._folder is not None)

    def _on_folder(self) -> None:
        choose_folder(self, translate("people", "Folder of the keys"), self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        self._folder = folder
        self._look()
        self._ask.setFocus()

    def _on_request(self) -> None:
        self.ask_for_file(translate("people", "Request"), self._read)

    def _read(self, raw: bytes) -> None:
        if self._folder is None:
            return
        keeper_of(self.desk.sitting).card_in(self._folder)
        asked = read_asked(self._folder, raw)
        self._request = raw
        self._show_asked(asked)

    # ---- words and role ---------------------------------------------------------------------

    def _show_asked(self, asked: Asked) -> None:
        card = Card(translate("people", "2. Is it really them?"))
        card.add(Text(f"{asked.full_name} ({asked.initials})", "strong"))
        if asked.before is not None:
            known = translate(
                "people",
                "Known already: certificate {serial} as {role}, until {day}. The new one takes its "
                "place. Ask why they need another.",
            )
            card.add(
                Text(
                    known.format(
                        serial=asked.before.certificate_serial,
                        role=role_words(asked.before.role.value),
                        day=readable_date(asked.before.valid_until[:10]),
                    ),
                    "gap",
                )
            )
        card.add(
            Text(
                translate(
                    "people",
                    "Let them read their twelve words to you from their own screen: face to face, or "
                    "by telephone on a number that you know already. Read along here.",
                )
            )
        )
        card.add(words_card(asked.words))
        self._same = tick_box(translate("people", "I know them, and all words are the same"))
        card.add(self._same)
        self._role = ListBox(translate("people", "What they may do"))
        for role in _ROLES:
            self._role.add(role_words(role.value), role.value)
        if asked.before is not None:
            self._role.setCurrentIndex(self._role.findData(asked.before.role.value))
        self._about = Text(kind="soft")
        card.add(Text(translate("people", "What they may do"), "strong"), self._role, self._about)
        go_on = Button(translate("people", "Go on"), self._show_keys, kind="primary")
        go_on.setEnabled(False)
        self._same.toggled.connect(go_on.setEnabled)
        self._role.currentIndexChanged.connect(self._tell_role)
        card.column.addLayout(line_of(go_on))
        card.add(
            Text(
                translate(
                    "people",
                    "If one word differs, stop: somebody may have exchanged the file. Tell your "
                    "supervisor.",
                ),
                "small",
            )
        )
        self._tell_role()
        self.show_step(card)

    def _tell_role(self) -> None:
        self._about.say(role_about(Role(str(self._role.currentData()))))

    # ---- certificate ------------------------------------------------------------------------

    def _show_keys(self) -> None:
        role = Role(str(self._role.currentData()))
        keys = KeysCard(translate("people", "Certify"))
        keys.start_at(self._folder)
        keys.ready.connect(lambda folder, typed: self._certify(folder, typed, role))
        self._keys = keys
        self.show_step(keys)
        keys.ask_passphrase()

    def _certify(self, folder: Path, passphrase: str, role: Role) -> None:
        self.notice.clear()
        work = _certifying(folder, self._request, role, passphrase, self.desk)
        run(self.desk, work, self._on_certified, self._on_failed)

    def _on_certified(self, outcome: Issued | ToCountersign) -> None:
        if isinstance(outcome, Issued):
            person = outcome.person
            words = translate("people", "{name} is certified as {role} until {day}.")
            lead = "" if person is None else words.format(
                name=person.full_name,
                role=role_words(person.role.value),
                day=readable_date(person.valid_until[:10]),
            )  # fmt: skip
            self.show_issued(outcome, lead, words_compared=True)
            return
        self._show_proposal(outcome)

    def _on_failed(self, error: Exception) -> None:
        if self._keys is not None:
            self._keys.wait(waiting=False)
            self._keys.ask_passphrase()
        self.tell_error(error)

    def _show_proposal(self, proposal: ToCountersign) -> None:
        card = Card(translate("people", "Two people decide this"))
        for words in (
            translate(
                "people",
                "Supervisors and safeguarding leads are made by two signatures, so that nobody alone "
                "can make one. Yours is given.",
            ),
            translate(
                "people",
                "Save the proposal and bring it to a supervisor or safeguarding lead who is not the "
                "person in question. They choose “Countersign a proposal” under Contacts.",
            ),
            translate(
                "people",
                "When it comes back, choose “Put a proposal in force” under Contacts.",
            ),
        ):
            card.add(Text(words))
        said = Text(kind="strong")

        def write(path: Path) -> None:
            try:
                atomic_write(path, proposal.content)
            except OutreachError as error:
                self.tell_error(error)
                return
            said.say(translate("people", "Saved as {name}").format(name=path.name))

        def save() -> None:
            choose_new_file(self, translate("people", "Save the proposal"), _PROPOSAL_NAME, write)

        button = Button(translate("people", "Save the proposal"), save, kind="primary")
        card.column.addLayout(line_of(button))
        card.add(said)
        self.show_step(card)


def _certifying(
    folder: Path, request: bytes, role: Role, passphrase: str, desk: Desk
) -> Callable[[], Issued | ToCountersign]:
    now = desk.sitting.now()
    return with_keys(desk, folder, lambda: certify(folder, request, role, passphrase, now=now))


def role_about(role: Role) -> str:
    """Return in a line what somebody with a role may do."""
    return {
        Role.CASEWORKER: translate(
            "people", "Writes, signs and shares in the cases shared with them."
        ),
        Role.NIGHT_STAFF: translate(
            "people", "Sees residents of the safe house; writes flags, notes and missing episodes."
        ),
        Role.SUPERVISOR: translate(
            "people",
            "Reads every case, reviews and approves, closes cases, suspends people. Needs a second "
            "signature.",
        ),
        Role.SAFEGUARDING_LEAD: translate(
            "people",
            "Reads every case, decides in safeguarding, suspends people. Needs a second signature.",
        ),
        Role.CONFIGURATION_MANAGER: translate(
            "people", "Looks after keys and forms; reads no case."
        ),
        Role.AGENCY_STAFF: translate(
            "people", "Somebody of another agency, for 14 days, in the cases shared with them."
        ),
    }[role]
