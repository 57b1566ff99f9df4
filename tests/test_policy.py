"""What is in force is never weaker than what was decided, whoever chooses what and in which order."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.policy import (
    Managed,
    NotManageable,
    OtherFolder,
    Policy,
    Source,
    SwitchedOff,
    check_choice,
    check_policy,
    safer,
    safest,
    settings_in_force,
)
from outreach_app.setting_shape import Kind, Setting, SettingOutOfBounds, Strength
from outreach_app.settings import SETTINGS

_SAMPLES = {
    Kind.TELEPHONE: ("020 7946 0000", "0161 496 0000 x12"),
    Kind.FOLDER: ("/media/stick", "E:\\outreach"),
}
_ORDERED = [each for each in SETTINGS if each.strength not in (None, Strength.GIVEN) and each.key]


def _values(setting: Setting) -> st.SearchStrategy[str]:
    if setting.bounds is not None:
        return st.integers(*setting.bounds).map(str)
    if setting.kind is Kind.YES_NO:
        return st.sampled_from(("yes", "no"))
    return st.sampled_from(_SAMPLES.get(setting.kind, setting.choices))


def _some(settings: list[Setting]) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({}, optional={each.key: _values(each) for each in settings})


def _is_as_safe(setting: Setting, value: str, decided: str) -> bool:
    """Say, without the code that is judged, whether a value keeps to what is decided."""
    match setting.strength:
        case Strength.AT_MOST:
            return int(value) <= int(decided)
        case Strength.AT_LEAST:
            return int(value) >= int(decided)
        case Strength.YES | Strength.NO:
            return decided != setting.strength.value or value == decided
        case _:
            return value == decided


@given(
    chosen=st.dictionaries(st.sampled_from([each.key for each in SETTINGS]), st.text(max_size=6)),
    fitting=_some(list(SETTINGS)),
    organisation=_some([each for each in SETTINGS if each.strength]),
    computer=_some(_ORDERED),
)
def test_whatever_was_chosen_nothing_weakens_a_policy(
    chosen: Mapping[str, str],
    fitting: Mapping[str, str],
    organisation: Mapping[str, str],
    computer: Mapping[str, str],
) -> None:
    policies = (Policy(Source.ORGANISATION, organisation), Policy(Source.COMPUTER, computer))
    settings = settings_in_force({**chosen, **fitting}, policies)
    for setting in SETTINGS:
        value = settings.text(setting.key)
        assert setting.fits(value)
        for policy in policies:
            if setting.key in policy.values:
                assert _is_as_safe(setting, value, policy.values[setting.key])
        if setting.key in fitting and setting.strength is not Strength.GIVEN:
            assert not setting.strength or _is_as_safe(setting, value, fitting[setting.key])


@given(st.data())
def test_a_choice_is_taken_exactly_where_it_weakens_nothing(data: st.DataObject) -> None:
    setting = data.draw(st.sampled_from(_ORDERED))
    decided, wanted = data.draw(_values(setting)), data.draw(_values(setting))
    settings = settings_in_force({}, [Policy(Source.ORGANISATION, {setting.key: decided})])
    if _is_as_safe(setting, wanted, decided):
        assert check_choice(settings, setting.key, wanted) == wanted
        ends = settings.choices(setting.key)
        if setting.bounds:
            assert int(ends[0]) <= int(wanted) <= int(ends[-1])
        else:
            assert wanted in ends
    else:
        with pytest.raises(Managed) as refusal:
            check_choice(settings, setting.key, wanted)
        assert refusal.value.facts["by"] == "your organisation"


@pytest.mark.parametrize("setting", _ORDERED, ids=lambda each: each.key)
def test_a_policy_that_nobody_can_read_counts_as_the_safest(setting: Setting) -> None:
    settings = settings_in_force({}, [Policy(Source.COMPUTER, is_readable=False)])
    assert settings.text(setting.key) == safest(setting)
    assert settings.ruled_by(setting.key) == (Source.COMPUTER,)
    assert safer(setting, setting.default, safest(setting)) == safest(setting)


def test_a_policy_that_nobody_can_read_invents_no_number_and_no_folder() -> None:
    settings = settings_in_force(
        {"safety.on_call": "999"}, [Policy(Source.COMPUTER, is_readable=False)]
    )
    assert settings.text("safety.on_call") == "999"
    assert settings.ruled_by("backup.folder") == ()
    settings.require_folder("backup.folder", Path("/anywhere"))


@pytest.mark.parametrize("text", ["", "five", "0", "99"])
def test_a_value_that_does_not_fit_counts_as_the_safest(text: str) -> None:
    settings = settings_in_force({}, [Policy(Source.ORGANISATION, {"lock.minutes_alone": text})])
    assert settings.number("lock.minutes_alone") == 1


def test_what_everybody_decides_for_themselves_stays_theirs() -> None:
    settings = settings_in_force(
        {"cover.keys": "F9"}, [Policy(Source.ORGANISATION, {"cover.keys": "F12"})]
    )
    assert settings.text("cover.keys") == "F9"
    assert settings.ruled_by("cover.keys") == ()
    with pytest.raises(NotManageable):
        check_policy("cover.keys", "F9")
    with pytest.raises(SettingOutOfBounds):
        check_policy("lock.minutes_alone", "16")
    with pytest.raises(SettingOutOfBounds):
        check_policy("safety.on_call", "")


def test_what_a_bound_leaves_may_be_chosen() -> None:
    settings = settings_in_force({}, [Policy(Source.ORGANISATION, {"lock.minutes_alone": "3"})])
    assert settings.choices("lock.minutes_alone") == ("1", "3")
    assert not settings.is_fixed("lock.minutes_alone")
    assert settings.choices("lock.minutes_shared") == ("1", "15")
    off = settings_in_force({}, [Policy(Source.ORGANISATION, {"export.paper": "no"})])
    assert off.is_fixed("export.paper")
    on = settings_in_force({}, [Policy(Source.ORGANISATION, {"export.paper": "yes"})])
    assert not on.is_fixed("export.paper")


def test_an_act_that_is_switched_off_says_by_whom() -> None:
    settings_in_force({}).require_on("export.paper")
    with pytest.raises(SwitchedOff) as refusal:
        settings_in_force({"export.paper": "no"}).require_on("export.paper")
    assert refusal.value.facts["by"] == "the settings of this vault"
    policy = Policy(Source.COMPUTER, {"export.paper": "no"})
    with pytest.raises(SwitchedOff) as refusal:
        settings_in_force({}, [policy]).require_on("export.paper")
    assert refusal.value.facts["by"] == "whoever looks after this computer"


def test_files_go_into_every_folder_that_is_given(tmp_path: Path) -> None:
    stick, inside = tmp_path / "stick", tmp_path / "stick" / "outreach"
    inside.mkdir(parents=True)
    wide = Policy(Source.ORGANISATION, {"export.folder": str(stick)})
    narrow = Policy(Source.COMPUTER, {"export.folder": str(inside)})
    settings_in_force({}, [wide]).require_folder("export.folder", stick)
    both = settings_in_force({"export.folder": str(tmp_path)}, [wide, narrow])
    both.require_folder("export.folder", inside / "new")
    for other in (stick, tmp_path, inside / ".." / ".."):
        with pytest.raises(OtherFolder):
            both.require_folder("export.folder", other)
    (stick / "way-out").symlink_to(tmp_path)
    with pytest.raises(OtherFolder):
        settings_in_force({}, [wide]).require_folder("export.folder", stick / "way-out")


@pytest.mark.parametrize("text", ["E:\\outreach", "stick", "../stick"])
def test_a_folder_that_is_none_here_holds_nothing(text: str, tmp_path: Path) -> None:
    settings = settings_in_force({}, [Policy(Source.COMPUTER, {"export.folder": text})])
    with pytest.raises(OtherFolder):
        settings.require_folder("export.folder", tmp_path)
    with pytest.raises(OtherFolder):
        settings.require_folder("export.folder", Path(text).absolute())
