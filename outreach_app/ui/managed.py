"""Words for what is decided above a vault, the same wherever they stand."""

from outreach_app.policy import Settings, Source
from outreach_app.ui.speech import translate


def managed_words(settings: Settings, key: str) -> str:
    """Return by whom a setting is managed, "" where nobody does."""
    sources = frozenset(settings.ruled_by(key))
    if not sources:
        return ""
    if sources == {Source.COMPUTER}:
        return translate("settings", "Managed by whoever looks after this computer")
    if sources == {Source.ORGANISATION}:
        return translate("settings", "Managed by your organisation")
    return translate("settings", "Managed by your organisation and for this computer")


def off_words(settings: Settings, key: str) -> str:
    """Return why something is switched off, "" where it is on."""
    if settings.is_on(key):
        return ""
    return managed_words(settings, key) or translate(
        "settings", "Switched off in the settings of this laptop"
    )
