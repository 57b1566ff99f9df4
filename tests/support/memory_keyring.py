"""A secret store in memory, named to the keyring library by the environment."""

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps entries for the life of the process."""

    priority = 1.0

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("nothing is kept under this name")


def forget_all() -> None:
    """Empty the store of this process: what follows begins as on a laptop that knows no vault yet."""
    found = keyring.get_keyring()
    if isinstance(found, MemoryKeyring):
        found.entries.clear()
