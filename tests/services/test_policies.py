"""What an organisation decides for everybody: signed, heeded at every act, never weakened."""

import contextlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outreach_app.crypto.errors import WeakPassphrase
from outreach_app.crypto.keys import SigningKey
from outreach_app.domain.people import Role
from outreach_app.errors import OutreachError
from outreach_app.managed import read_toml
from outreach_app.policy import (
    Managed,
    NothingDecided,
    NotManageable,
    OtherFolder,
    PolicyMoved,
    Source,
    SwitchedOff,
)
from outreach_app.services.backups import begin_backup
from outreach_app.services.bodies import BodyReader
from outreach_app.services.configuration import (
    OrganisationCard,
    next_configuration,
    parse_configuration,
    read_card,
)
from outreach_app.services.errors import (
    BodyFormat,
    IssuingKeyClosed,
    OlderConfiguration,
    OrganisationFile,
    OtherHistory,
)
from outreach_app.services.instants import write_instant
from outreach_app.services.laptop_people import prepare_passphrase
from outreach_app.services.organisation import CARD_NAME, load_card, open_card_key
from outreach_app.services.passphrases import rule_before
from outreach_app.services.policies import changed_policy, decide_settings, policy_changes
from outreach_app.services.printing import print_case, record_paper, write_pdf
from outreach_app.services.sharing.protected import ProtectedOrder, check_protected
from outreach_app.services.shipped import word_list
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.services.vaults import install_configuration
from outreach_app.services.workspace import Workspace
from outreach_app.setting_shape import Kind, SettingOutOfBounds, Strength, UnknownSetting
from outreach_app.settings import SETTINGS
from tests.services.builders import CaseBuilder, Post
from tests.services.outsiders import Office
from tests.services.writing import Writer
from tests.support.determinism import FrozenClock

SignerOf = Callable[[Sitting], Signer]
Decide = Callable[[Mapping[str, str]], None]
_BOUND = [each for each in SETTINGS if each.strength not in (None, Strength.GIVEN)]


@pytest.fixture
def decide(
    organisation: Path, office: Sitting, passphrases: dict[str, str], clock: FrozenClock
) -> Decide:
    """Signs a decision and brings the file to the caseworker's laptop."""

    def decided(changes: Mapping[str, str]) -> None:
        shown = load_card(organisation).configuration.policy
        decide_settings(organisation, shown, changes, passphrases["issuing"], now=clock())
        install_configuration(office, (organisation / CARD_NAME).read_bytes())

    return decided


def test_a_decision_is_signed_and_in_force_where_it_arrives(
    decide: Decide, office: Sitting, organisation: Path
) -> None:
    office.change_setting("lock.minutes_alone", "12")
    decide({"lock.minutes_alone": "4", "safety.on_call": "0161 496 0000"})
    settings = office.settings()
    assert settings.number("lock.minutes_alone") == 4
    assert settings.text("safety.on_call") == "0161 496 0000"
    assert settings.ruled_by("lock.minutes_alone") == (Source.ORGANISATION,)
    journal = office.vault.journal
    last = journal.rows(after=journal.head().n - 1)[0].act
    assert last.facts["settings_decided"] == "lock.minutes_alone safety.on_call"
    decide({"lock.minutes_alone": ""})
    assert office.settings().number("lock.minutes_alone") == 12, "the choice was kept"
    assert load_card(organisation).configuration.policy == {"safety.on_call": "0161 496 0000"}


def test_a_choice_that_would_weaken_is_refused_and_a_safer_one_taken(
    decide: Decide, office: Sitting
) -> None:
    decide({"lock.minutes_alone": "4", "keychain.freshness_head": "yes"})
    for key, text in (("lock.minutes_alone", "5"), ("keychain.freshness_head", "no")):
        with pytest.raises(Managed) as refusal:
            office.change_setting(key, text)
        assert refusal.value.facts["by"] == "your organisation"
    office.change_setting("lock.minutes_alone", "2")
    assert office.settings().number("lock.minutes_alone") == 2


def test_what_cannot_be_decided_is_refused_before_anything_is_signed(
    organisation: Path, passphrases: dict[str, str], clock: FrozenClock
) -> None:
    before = (organisation / CARD_NAME).read_bytes()
    wrong: list[tuple[type[OutreachError], dict[str, str], dict[str, str], str]] = [
        (UnknownSetting, {}, {"colour": "blue"}, passphrases["issuing"]),
        (NotManageable, {}, {"cover.keys": "F9"}, passphrases["issuing"]),
        (SettingOutOfBounds, {}, {"lock.minutes_alone": "16"}, passphrases["issuing"]),
        (NothingDecided, {}, {"lock.minutes_alone": ""}, passphrases["issuing"]),
        (PolicyMoved, {"export.paper": "no"}, {"export.paper": ""}, passphrases["issuing"]),
        (IssuingKeyClosed, {}, {"export.paper": "no"}, "another passphrase"),
    ]
    for error, shown, changes, passphrase in wrong:
        with pytest.raises(error):
            decide_settings(organisation, shown, changes, passphrase, now=clock())
    assert (organisation / CARD_NAME).read_bytes() == before


def test_what_changes_is_told_with_what_loosens() -> None:
    before = {"lock.minutes_alone": "3", "export.paper": "no", "safety.on_call": "111"}
    after = changed_policy(
        before, {"lock.minutes_alone": "5", "export.paper": "", "safety.on_call": "222"}
    )
    told = {each.setting.key: each.is_weaker for each in policy_changes(before, after)}
    assert told == {"lock.minutes_alone": True, "export.paper": True, "safety.on_call": False}
    back = {each.setting.key: each.is_weaker for each in policy_changes(after, before)}
    assert back == {"lock.minutes_alone": False, "export.paper": False, "safety.on_call": False}


def test_a_policy_has_one_way_to_be_written(organisation: Path) -> None:
    configuration = load_card(organisation).configuration
    body = configuration.body()
    assert "policy" not in body
    shapes: tuple[object, ...] = ({}, {"lock.minutes_alone": 3}, [], "no")
    for wrong in shapes:
        with pytest.raises(BodyFormat):
            parse_configuration(configuration.organisation, {**body, "policy": wrong}, "")
    unknown = replace(configuration, policy={"a.newer_setting": "yes"})
    again = parse_configuration(configuration.organisation, unknown.body(), "")
    assert again == unknown
    assert not BodyReader(body, "configuration").has("policy")


# ---- nothing weakens it --------------------------------------------------------------------------


def _values(key: str) -> st.SearchStrategy[str]:
    setting = next(each for each in SETTINGS if each.key == key)
    if setting.bounds is not None:
        return st.integers(*setting.bounds).map(str)
    return st.sampled_from(("yes", "no") if setting.kind is Kind.YES_NO else setting.choices)


_KEY = st.sampled_from([each.key for each in _BOUND])
_POLICY = st.fixed_dictionaries({}, optional={each.key: _values(each.key) for each in _BOUND})
_STEP = st.one_of(
    st.tuples(st.just("choose"), _KEY.flatmap(lambda key: st.tuples(st.just(key), _values(key)))),
    st.tuples(st.just("store"), st.tuples(_KEY, st.text(max_size=4))),
    st.tuples(st.just("arrive"), _POLICY),
    st.tuples(st.just("older"), st.integers(0, 5)),
    st.tuples(st.just("forged"), _POLICY),
    st.tuples(st.just("same number"), _POLICY),
)


class _Laptop:
    """One vault to which files arrive, sound ones and others."""

    def __init__(self, sitting: Sitting, issuing: SigningKey, clock: FrozenClock) -> None:
        self.sitting, self.issuing, self.clock = sitting, issuing, clock
        self.card: OrganisationCard = sitting.card
        self.raw: list[bytes] = []

    def _next(self, policy: Mapping[str, str], key: SigningKey) -> bytes:
        at = write_instant(self.clock())
        made = next_configuration(self.card.configuration, issued_at=at, policy=policy)
        return self.card.with_configuration(made, key)

    def arrive(self, policy: Mapping[str, str]) -> None:
        self.raw.append(self._next(policy, self.issuing))
        self.card = install_configuration(self.sitting, self.raw[-1])

    def older(self, back: int) -> None:
        for raw in self.raw[:-1][-back:]:
            with pytest.raises(OlderConfiguration):
                install_configuration(self.sitting, raw)

    def forged(self, policy: Mapping[str, str]) -> None:
        with pytest.raises(OrganisationFile):
            install_configuration(self.sitting, self._next(policy, SigningKey.generate()))

    def same_number(self, policy: Mapping[str, str]) -> None:
        held = self.card.configuration
        if dict(policy) != dict(held.policy):
            twin = self.card.with_configuration(replace(held, policy=policy), self.issuing)
            with pytest.raises(OtherHistory):
                install_configuration(self.sitting, twin)

    def choose(self, choice: tuple[str, str]) -> None:
        with contextlib.suppress(Managed):
            self.sitting.change_setting(*choice)

    def store(self, choice: tuple[str, str]) -> None:
        """Keep what no version of the program would."""
        self.sitting.vault.choices.set(*choice)

    def check(self) -> None:
        now = self.sitting.settings()
        for setting in _BOUND:
            decided, value = self.card.configuration.policy.get(setting.key), now.text(setting.key)
            if decided is None:
                continue
            match setting.strength:
                case Strength.AT_MOST:
                    assert int(value) <= int(decided)
                case Strength.AT_LEAST:
                    assert int(value) >= int(decided)
                case strength:
                    assert strength is not None
                    assert decided != strength.value or value == decided


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(_STEP, min_size=2, max_size=7))
def test_no_sequence_of_choices_and_files_weakens_what_the_newest_decides(
    steps: list[tuple[str, object]],
    office: Sitting,
    issuing: SigningKey,
    clock: FrozenClock,
) -> None:
    laptop = _Laptop(office, issuing, clock)
    for verb, content in steps:
        getattr(laptop, verb.replace(" ", "_"))(content)
        laptop.check()


@pytest.fixture
def issuing(organisation: Path, passphrases: dict[str, str]) -> SigningKey:
    """The issuing key, opened once."""
    return open_card_key(organisation, load_card(organisation), passphrases["issuing"])


# ---- the acts heed it ----------------------------------------------------------------------------


def test_nothing_leaves_in_a_way_that_is_switched_off(
    decide: Decide, office: Sitting, signer_of: SignerOf, tmp_path: Path
) -> None:
    workspace = Workspace(office)
    printed = print_case(workspace, Writer(workspace, signer_of(office)).subject)
    decide({"export.paper": "no", "export.readable_pdf": "no", "export.protected_pdf": "no"})
    head = office.vault.journal.head()
    for protect in (True, False):
        with pytest.raises(SwitchedOff):
            write_pdf(workspace, printed, tmp_path / "copy.pdf", protect=protect)
    with pytest.raises(SwitchedOff):
        record_paper(workspace, printed, own_printer=True)
    with pytest.raises(SwitchedOff):
        check_protected(workspace, ProtectedOrder(document_id="", agency_id="", folder=tmp_path))
    assert not (tmp_path / "copy.pdf").exists()
    assert office.vault.journal.head() == head
    decide({"export.readable_pdf": ""})
    write_pdf(workspace, printed, tmp_path / "copy.pdf")
    assert (tmp_path / "copy.pdf").exists()


def test_a_bundle_goes_to_ones_own_team_whatever_is_decided(
    decide: Decide, case: CaseBuilder, post: Post, manager: Office, organisation: Path
) -> None:
    manager.certify("AG", Role.AGENCY_STAFF)
    case.opened()
    decide({"export.other_agencies": "no", "export.protected_pdf": "no"})
    with pytest.raises(SwitchedOff) as refusal:
        post.send(case, "SH", "AG")
    assert refusal.value.facts["key"] == "export.other_agencies"
    assert list(post.folder.iterdir()) == []
    assert post.send(case, "SH")
    assert load_card(organisation).configuration.policy["export.other_agencies"] == "no"


def test_files_and_backups_go_where_they_are_to_go(
    decide: Decide, case: CaseBuilder, post: Post, tmp_path: Path
) -> None:
    case.opened()
    stick, safe = tmp_path / "given", tmp_path / "safe"
    stick.mkdir()
    safe.mkdir()
    decide({"export.folder": str(stick), "backup.folder": str(safe)})
    with pytest.raises(OtherFolder):
        post.send(case, "SH")
    assert Post(stick).send(case, "SH")
    with pytest.raises(OtherFolder):
        begin_backup(case.sitting, stick / "backup")
    assert begin_backup(case.sitting, safe / "backup").backup_id


def test_a_new_passphrase_keeps_to_what_is_decided(decide: Decide, office: Sitting) -> None:
    words = " ".join(word_list()[:6])
    old, own = "passphrase of the office", "a marmalade bicycle under seven umbrellas"
    prepare_passphrase(office, old, own)
    decide({"passphrase.least_characters": "40"})
    with pytest.raises(WeakPassphrase) as weak:
        prepare_passphrase(office, old, own[:38])
    assert weak.value.facts["least_characters"] == 40
    prepare_passphrase(office, old, words)
    decide({"passphrase.own_choice": "no"})
    with pytest.raises(SwitchedOff):
        prepare_passphrase(office, old, own)
    prepare_passphrase(office, old, words)


def test_the_first_passphrase_keeps_to_the_file_that_is_joined(
    decide: Decide, organisation: Path
) -> None:
    decide({"passphrase.own_choice": "no"})
    raw = (organisation / CARD_NAME).read_bytes()
    assert not rule_before(tuple, raw).own_choice
    assert rule_before(tuple).own_choice
    assert read_card(raw).configuration.policy == {"passphrase.own_choice": "no"}


def test_what_the_computer_decides_counts_as_well(
    decide: Decide, office: Sitting, tmp_path: Path
) -> None:
    office.change_setting("lock.minutes_shared", "12")
    file = tmp_path / "policy.toml"
    file.write_text("lock.minutes_alone = 2\nlock.minutes_shared = 9\nsafety.on_call = '1111'\n")
    decide({"lock.minutes_alone": "4", "lock.minutes_shared": "4", "safety.on_call": "2222"})

    def sit_down() -> Sitting:
        return Sitting(office.vault, office.now, secrets.token_bytes, lambda: (read_toml(file),))

    found = sit_down().settings()
    assert found.number("lock.minutes_alone") == 2
    assert found.number("lock.minutes_shared") == 4
    assert found.text("safety.on_call") == "2222"
    assert found.ruled_by("lock.minutes_alone") == (Source.ORGANISATION, Source.COMPUTER)
    file.write_text("this is damaged")
    assert sit_down().settings().number("lock.minutes_alone") == 1
