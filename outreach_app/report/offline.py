"""Empty shells in place of the parts of pyHanko that would ask servers.

Writing a password's integrity code into a PDF loads pyHanko's part for signatures, and that loads what asks
time stamp servers and fetches revocation lists, with libraries for the network. This program opens no
connection, and those libraries are left out of what others get. The names of these parts are all that is
needed, and none of them can do anything.
"""

import sys
from types import ModuleType

_ASKING = (
    "pyhanko.sign.timestamps.aiohttp_client",
    "pyhanko_certvalidator.fetchers.aiohttp_fetchers",
)


class NoNetwork:
    """Stands for whatever would open a connection."""

    def __init__(self, *_arguments: object, **_named: object) -> None:
        """Refuse.

        Raises:
            RuntimeError: Always.
        """
        raise RuntimeError("this program opens no connection")


class _Shell(ModuleType):
    def __getattr__(self, name: str) -> type[NoNetwork]:
        if name.startswith("__"):
            raise AttributeError(name)
        return NoNetwork


def stay_offline() -> None:
    """Put the shells there for the rest of the process, unless somebody loaded the parts before."""
    for name in _ASKING:
        sys.modules.setdefault(name, _Shell(name))
