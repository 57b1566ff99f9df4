"""What is in force of the settings: what was chosen in a vault, and what is decided above it.

A policy gives values for the settings that may be managed. Of a choice and all policies the safest
value is in force, so that nobody weakens a policy by choosing, and no policy weakens a choice. Only
`settings_in_force` makes `Settings`; what a vault keeps are choices, and they cannot be asked for one value.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from outreach_app.errors import Refusal
from outreach_app.setting_shape import Kind, Setting, SettingOutOfBounds, Strength
from outreach_app.settings import RENAMED, SETTINGS, check_setting, setting_of


class NotManageable(Refusal):
    """Everybody decides this for themselves; no policy may."""

    code: ClassVar[str] = "settings.not-manageable"


class Managed(Refusal):
    """What was chosen would be weaker than what is decided for everybody."""

    code: ClassVar[str] = "settings.managed"


class SwitchedOff(Refusal):
    """A setting that is in force does not allow the act."""

    code: ClassVar[str] = "settings.switched-off"


class OtherFolder(Refusal):
    """Files of this kind may be written to another folder only."""

    code: ClassVar[str] = "settings.other-folder"


class NothingDecided(Refusal):
    """What is to be decided for everybody is decided already."""

    code: ClassVar[str] = "settings.nothing-decided"


class PolicyMoved(Refusal):
    """The organisation's file decides something else than what the person saw."""

    code: ClassVar[str] = "settings.policy-moved"


class Source(StrEnum):
    """Who decides."""

    ORGANISATION = "your organisation"
    COMPUTER = "whoever looks after this computer"


@dataclass(frozen=True, slots=True)
class Policy:
    """Values that one source gives.

    Attributes:
        values: Text by key. Keys that this version of the program does not know have no effect.
        is_readable: False where there is a policy that nobody can read: then of everything that
            may be managed and has a safest value, that one counts.
    """

    source: Source
    values: Mapping[str, str] = field(default_factory=dict)
    is_readable: bool = True

    def value(self, setting: Setting) -> str | None:
        """Return what is decided for a setting, None for nothing.

        A value that does not fit, made by another version or by mistake, becomes the safest one.
        """
        if setting.strength is None:
            return None
        if not self.is_readable:
            return safest(setting) or None
        for key, text in self.values.items():
            if RENAMED.get(key, key) == setting.key:
                # A folder that cannot be is kept: no file lies in it, so none is written.
                fits = (setting.fits(text) and text) or setting.kind is Kind.FOLDER
                return (text if fits else safest(setting)) or None
        return None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one source has decided for one setting."""

    source: Source
    value: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force, and who decided them. Made by `settings_in_force` and nothing else.

    Attributes:
        values: Text by key, for every setting.
        rulings: By key, what was decided above the vault; nothing for what was not.
    """

    values: Mapping[str, str]
    rulings: Mapping[str, tuple[Ruling, ...]]

    def text(self, key: str) -> str:
        """Return the value of a setting as text."""
        return self.values[setting_of(key).key]

    def number(self, key: str) -> int:
        """Return the value of a whole-number setting."""
        return int(self.text(key))

    def is_on(self, key: str) -> bool:
        """Say whether a yes-or-no setting is on."""
        return self.text(key) == "yes"

    def ruled_by(self, key: str) -> tuple[Source, ...]:
        """Return who has decided something about a setting."""
        return tuple(each.source for each in self.rulings.get(setting_of(key).key, ()))

    def decided(self, key: str) -> str:
        """Return what everything that was decided about a setting comes to, "" for nothing."""
        setting = setting_of(key)
        return _ruled(setting, self.rulings.get(setting.key, ()))

    def is_fixed(self, key: str) -> bool:
        """Say whether what is decided leaves nothing to choose."""
        return len(self.choices(key)) == 1

    def choices(self, key: str) -> tuple[str, ...]:
        """Return the ends of what may still be chosen: one value, or the first and the last.

        A text that anybody may type has two empty ends.
        """
        setting = setting_of(key)
        ruled = self.decided(key)
        if setting.bounds is not None:
            low, high = setting.bounds
            if ruled and setting.strength is Strength.AT_MOST:
                high = int(ruled)
            elif ruled:
                low = int(ruled)
            return tuple(dict.fromkeys((str(low), str(high))))
        if setting.kind is Kind.YES_NO:
            safe = {Strength.YES: "yes", Strength.NO: "no"}
            return (
                (ruled,)
                if ruled and ruled == safe.get(setting.strength or Strength.GIVEN)
                else ("yes", "no")
            )
        return (ruled,) if ruled else ("", "")

    def require_on(self, key: str) -> None:
        """Accept an act that a yes-or-no setting allows.

        Raises:
            SwitchedOff: It is off.
        """
        if not self.is_on(key):
            raise SwitchedOff(key=key, title=setting_of(key).title, by=self._by(key))

    def require_folder(self, key: str, folder: Path) -> None:
        """Accept a folder that is, or lies in, every folder that is given for such files.

        Raises:
            OtherFolder: It lies elsewhere.
        """
        setting = setting_of(key)
        given = [each.value for each in self.rulings.get(setting.key, ()) if each.value]
        for text in given or [self.text(key)]:
            if text and not _lies_in(folder, text):
                raise OtherFolder(key=key, folder=text, by=self._by(key))

    def _by(self, key: str) -> str:
        ruling = self.ruled_by(key)
        return ruling[0].value if ruling else "the settings of this vault"


def settings_in_force(chosen: Mapping[str, str], policies: Sequence[Policy] = ()) -> Settings:
    """Return the settings that are in force.

    What another version of the program has stored and this one does not know, or does not take,
    has no effect: a setting never keeps anybody out of a vault.

    Args:
        chosen: What people chose in the vault, by key.
        policies: What is decided above it. Where no value is safer than another, the first counts.
    """
    kept = {RENAMED.get(key, key): text for key, text in chosen.items()}
    values: dict[str, str] = {}
    rulings: dict[str, tuple[Ruling, ...]] = {}
    for setting in SETTINGS:
        text = kept.get(setting.key, setting.default)
        value = text if setting.fits(text) else setting.default
        found = tuple(
            Ruling(policy.source, ruled)
            for policy in policies
            if (ruled := policy.value(setting)) is not None
        )
        if found:
            rulings[setting.key] = found
            ruled = _ruled(setting, found)
            value = safer(setting, value, ruled) if ruled else value
        values[setting.key] = value
    return Settings(values, rulings)


def _ruled(setting: Setting, rulings: Sequence[Ruling]) -> str:
    """Return what several rulings come to; "" for nothing."""
    found = ""
    for each in rulings:
        if each.value:
            found = safer(setting, each.value, found) if found else each.value
    return found


def safer(setting: Setting, weaker: str, stronger: str) -> str:
    """Return the safer of two values; the second where neither is, or where it alone is given."""
    match setting.strength:
        case Strength.AT_MOST:
            return str(min(int(weaker), int(stronger)))
        case Strength.AT_LEAST:
            return str(max(int(weaker), int(stronger)))
        case Strength.YES:
            return "yes" if "yes" in (weaker, stronger) else "no"
        case Strength.NO:
            return "no" if "no" in (weaker, stronger) else "yes"
        case _:
            return stronger


def safest(setting: Setting) -> str:
    """Return the safest value of a setting that may be managed; "" where no value is."""
    match setting.strength:
        case Strength.AT_MOST if setting.bounds:
            return str(setting.bounds[0])
        case Strength.AT_LEAST if setting.bounds:
            return str(setting.bounds[1])
        case Strength.YES:
            return "yes"
        case Strength.NO:
            return "no"
        case _:
            return ""


def check_policy(key: str, text: str) -> str:
    """Return the key of today of a value that a policy may give.

    Raises:
        UnknownSetting: No setting has this key.
        NotManageable: No policy decides it.
        SettingOutOfBounds: The value does not fit.
    """
    setting = setting_of(key)
    if setting.strength is None:
        raise NotManageable(key=setting.key)
    if not text:
        raise SettingOutOfBounds(key=setting.key, allowed=setting.allowed())
    check_setting(key, text)
    return setting.key


def check_choice(settings: Settings, key: str, text: str) -> str:
    """Return the value that a person chooses if it fits and does not weaken what is decided.

    Raises:
        UnknownSetting: No setting has this key.
        SettingOutOfBounds: The value does not fit.
        Managed: It is decided otherwise.
    """
    setting = setting_of(key)
    check_setting(key, text)
    rulings = settings.rulings.get(setting.key, ())
    ruled = _ruled(setting, rulings)
    if ruled and safer(setting, text, ruled) != text:
        raise Managed(key=setting.key, value=ruled, by=rulings[0].source.value)
    return text


def _lies_in(folder: Path, text: str) -> bool:
    given = Path(text)
    # A path of another system names nothing here; it must not be read as one beside the program.
    return given.is_absolute() and folder.resolve().is_relative_to(given.resolve())
