"""How the window's process stands among the programs of a Mac.

The bundle says ``LSUIElement``, since the launcher that macOS starts has no window and would bounce in the
Dock; Qt heeds that and stays out of the Dock as well. The window belongs there, and macOS must not open it
by itself when somebody logs in again.

Written from Apple's documentation of ``NSApplication`` and never run on a Mac.
"""

from outreach_app.ui.objective_c import Tell

# NSApplicationActivationPolicyRegular: in the Dock, with a menu bar.
_REGULAR = 0


def step_into_dock(tell: Tell) -> None:
    """Take a place in the Dock, and ask not to be started again at the next login.

    Args:
        tell: From `objective_c.objective_c`.
    """
    application = tell(b"NSApplication", b"sharedApplication")
    tell(application, b"setActivationPolicy:", _REGULAR)
    tell(application, b"disableRelaunchOnLogin")
