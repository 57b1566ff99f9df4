"""The doors of the program on each system."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Door:
    """A file that starts the program; its name is seen in lists of processes.

    Attributes:
        console: Whether it has a console on Windows; elsewhere that makes no difference.
    """

    name: str
    console: bool


DOORS = {
    "linux": (Door("outreach", console=True),),
    # macOS shows the bundle by name, but lists of processes show this.
    "darwin": (Door("diary", console=False),),
    # A program for the console opens one; the window's door does not, and is called like its title.
    "win32": (Door("notes", console=False), Door("outreach", console=True)),
}
"""Python's name of the system: the doors."""
