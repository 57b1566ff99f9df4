"""Words for the window as a whole: its neutral title, and what a role is called."""

import sys

from outreach_app.ui.speech import translate


def neutral_title(system: str = sys.platform) -> str:
    """Return what stands in the title, the task bar and the switcher; `launching/words` says why."""
    return translate("shell", "Diary") if system == "darwin" else translate("shell", "Notes")


def role_words(role: str) -> str:
    """Return the name of a role."""
    return {
        "caseworker": translate("shell", "Caseworker"),
        "night_staff": translate("shell", "Night staff"),
        "supervisor": translate("shell", "Supervisor"),
        "safeguarding_lead": translate("shell", "Safeguarding lead"),
        "configuration_manager": translate("shell", "Configuration manager"),
        "agency_staff": translate("shell", "Agency staff"),
    }.get(role, role.replace("_", " "))
