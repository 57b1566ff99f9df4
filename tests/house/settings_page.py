"""Write docs/settings.md from the table of settings: `python -m tests.house.settings_page`."""

from outreach_app.setting_shape import Setting, Strength
from outreach_app.settings import SETTINGS
from tests.house.tree import ROOT

PAGE = ROOT / "docs" / "settings.md"

_HEAD = """\
# Settings

Made from the table in `outreach_app/settings.py`; a test compares the two. What people choose is
kept inside the vault. A key that does not stand here is refused.

An organisation may decide some of them for everybody, in its signed configuration
([organisation-format.md](organisation-format.md)), and whoever looks after a computer in the place
that the system has for it ([managed-settings.md](managed-settings.md)). Of a choice and everything
that is decided, the safest value is in force; the last column says which that is. A value that is
decided and does not fit counts as the safest one.

| key | kind | may be | default | why | what it does | may be decided for everybody |
| --- | --- | --- | --- | --- | --- | --- |
"""
_STRENGTH = {
    Strength.AT_MOST: "at most so many",
    Strength.AT_LEAST: "at least so many",
    Strength.YES: "`yes` is safer",
    Strength.NO: "`no` is safer",
    Strength.GIVEN: "what is decided counts",
    None: "no",
}


def settings_page() -> str:
    """Return the documentation page of all settings, as Markdown."""
    return _HEAD + "".join(_line(setting) for setting in SETTINGS)


def _line(setting: Setting) -> str:
    default = f"`{setting.default}`" if setting.default else "nothing"
    cells = (
        f"`{setting.key}`",
        setting.kind.value,
        setting.allowed(),
        default,
        setting.why,
        setting.help,
        _STRENGTH[setting.strength],
    )
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    PAGE.write_text(settings_page(), "utf-8")
