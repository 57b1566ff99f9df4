"""The table of settings: every declaration is sound, every value is checked."""

import pytest

from outreach_app.policy import settings_in_force
from outreach_app.setting_shape import Kind, Setting, SettingOutOfBounds, Strength, UnknownSetting
from outreach_app.settings import RENAMED, SETTINGS, check_setting, setting_of


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_each_declaration_is_sound(setting: Setting) -> None:
    assert setting.fits(setting.default)
    for words in (setting.help, setting.why):
        assert words.endswith(".")
        assert "|" not in words
    assert bool(setting.bounds) == (setting.kind is Kind.WHOLE_NUMBER)
    assert setting.allowed()
    numbers = {Strength.AT_MOST, Strength.AT_LEAST}
    assert (setting.strength in numbers) == (setting.kind is Kind.WHOLE_NUMBER)


def test_keys_are_unique_and_earlier_ones_lead_to_one_of_today() -> None:
    keys = [setting.key for setting in SETTINGS]
    assert len(set(keys)) == len(keys)
    assert not set(RENAMED) & set(keys)
    assert set(RENAMED.values()) <= set(keys)


def test_what_was_not_set_has_its_default() -> None:
    settings = settings_in_force({"clock.most_hours_ahead": "24"})
    assert settings.number("clock.most_hours_ahead") == 24
    assert settings.is_on("keychain.freshness_head")


def test_what_another_version_has_stored_keeps_nobody_out() -> None:
    stored = {"colour": "blue", "clock.most_hours_ahead": "100000"}
    assert settings_in_force(stored) == settings_in_force({})


def test_an_unknown_key_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownSetting) as refusal:
        setting_of("colour")
    assert refusal.value.facts["key"] == "colour"
    assert refusal.value.facts["known"] == tuple(setting.key for setting in SETTINGS)
    with pytest.raises(UnknownSetting):
        setting_of("")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("clock.most_hours_ahead", "0"),
        ("clock.most_hours_ahead", "721"),
        ("clock.most_hours_ahead", "048"),
        ("clock.most_hours_ahead", "4.5"),
        ("clock.most_hours_ahead", "٤"),
        ("clock.most_hours_ahead", ""),
        ("keychain.freshness_head", "true"),
        ("keychain.freshness_head", ""),
    ],
)
def test_a_value_that_does_not_fit_is_refused_without_being_repeated(key: str, text: str) -> None:
    with pytest.raises(SettingOutOfBounds) as refusal:
        check_setting(key, text)
    assert refusal.value.facts == {"key": key, "allowed": setting_of(key).allowed()}


@pytest.mark.parametrize(
    ("key", "text"),
    [("keychain.freshness_head", "no"), ("clock.most_hours_ahead", "720")],
)
def test_a_value_that_fits_comes_back(key: str, text: str) -> None:
    assert check_setting(key, text) == text
