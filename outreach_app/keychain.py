"""The operating system's secret store: an extra, a refusal where there is none, never a file.

It holds one thing: the newest journal head that this computer has seen for a vault, so that an
old copy of the vault put in its place is noticed. Losing it is harmless. Because a desktop may
announce a store that does not answer, it counts only after a value was written, read back and
deleted. On macOS only a release that somebody signed touches the keychain (`code_signature`).
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend

from outreach_app.code_signature import has_signature
from outreach_app.errors import HostFault, OutreachError, Refusal

# The stores of Linux desktops, Windows and macOS. A back end of any other module is refused, unless
# the environment names it expressly (tests do); one that keeps a file is refused even then.
SYSTEM_STORES = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.Windows",
    "keyring.backends.macOS",
)
_MACOS_STORE = "keyring.backends.macOS"
_NAMED_BY = "PYTHON_KEYRING_BACKEND"
_FILE_MARKS = ("file_path", "filename", "_file_path")
_USER = "freshness-head"
_PROBE = "probe"
# Windows takes 1,280 characters of text; a head is far below.
LONGEST_VALUE = 1000
STAYS_HERE = "local machine"
"""What keyring calls the persistence on Windows that does not roam; its own is ``enterprise``, which does."""


class KeychainUnavailable(HostFault):
    """No secret store of the operating system answers here."""

    code: ClassVar[str] = "keychain.unavailable"


class KeychainFileStore(Refusal):
    """The secret store set up here keeps its secrets in a plain file."""

    code: ClassVar[str] = "keychain.file-store"


class KeychainUnsigned(Refusal):
    """macOS keeps secrets for signed programs only, and nobody signed this build."""

    code: ClassVar[str] = "keychain.unsigned"


class Keychain:
    """A secret store that has answered a probe. Made by `open_keychain`."""

    def __init__(self, backend: KeyringBackend) -> None:
        """Take a back end that was found fit."""
        self._backend = backend

    def freshness_head(self, vault_id: str) -> str | None:
        """Return the head kept for a vault, or None where none is.

        Raises:
            KeychainUnavailable: The store no longer answers.
        """
        with _translated():
            return self._backend.get_password(_service(vault_id), _USER)

    def keep_freshness_head(self, vault_id: str, head: str) -> None:
        """Keep the head of a vault in place of an earlier one.

        Raises:
            ValueError: The head is longer than every store takes.
            KeychainUnavailable: The store no longer answers.
        """
        if len(head) > LONGEST_VALUE:
            raise ValueError("a freshness head is short")
        with _translated():
            self._backend.set_password(_service(vault_id), _USER, head)

    def forget(self, vault_id: str) -> None:
        """Remove what is kept for a vault; nothing kept is no failure.

        Raises:
            KeychainUnavailable: The store no longer answers.
        """
        if self.freshness_head(vault_id) is None:
            return
        with _translated():
            self._backend.delete_password(_service(vault_id), _USER)


def open_keychain(token: str, is_signed: Callable[[], bool] = has_signature) -> Keychain:
    """Find the operating system's store and prove that it writes, reads and deletes.

    Args:
        token: Random text that nothing else uses; it names and fills the probe.
        is_signed: Whether the running program is a signed release; asked on macOS only.

    Raises:
        KeychainUnavailable: None is there, or it does not answer.
        KeychainFileStore: One is set up that keeps a file.
        KeychainUnsigned: It is that of macOS, and this build is not signed; nothing was asked of it.
    """
    with _translated():
        backend = _fit_backend(keyring.get_keyring())
        if type(backend).__module__.startswith(_MACOS_STORE) and not is_signed():
            raise KeychainUnsigned
        _stay_on_this_machine(backend)
        _probe(backend, token)
        return Keychain(backend)


@contextmanager
def _translated() -> Iterator[None]:
    """Turn every failure of a back end into ours.

    Back ends are plug-ins without a common error: D-Bus, secretstorage and pywin32 each raise
    their own straight through. Whatever they raise, the store does not answer.
    """
    try:
        yield
    except OutreachError:
        raise
    except Exception as error:
        raise KeychainUnavailable from error


def _fit_backend(backend: KeyringBackend) -> KeyringBackend:
    """Return the back end if it is the system's; of a chain, its first link that is."""
    links = list(backend.backends) if isinstance(backend, ChainerBackend) else [backend]
    for link in links:
        if _is_system_store(link) or (_is_named(link) and not _keeps_file(link)):
            return link
    if any(_keeps_file(link) for link in links):
        raise KeychainFileStore
    raise KeychainUnavailable


def _is_system_store(backend: KeyringBackend) -> bool:
    module = type(backend).__module__
    return any(module == name or module.startswith(f"{name}.") for name in SYSTEM_STORES)


def _is_named(backend: KeyringBackend) -> bool:
    cls = type(backend)
    if cls.__module__.startswith("keyring.backends."):
        return False  # the library's own null and fail stores
    return os.environ.get(_NAMED_BY) == f"{cls.__module__}.{cls.__qualname__}"


def _keeps_file(backend: KeyringBackend) -> bool:
    by_name = any(cls.__module__.startswith("keyrings.") for cls in type(backend).__mro__)
    return by_name or any(hasattr(type(backend), mark) for mark in _FILE_MARKS)


def _stay_on_this_machine(backend: KeyringBackend) -> None:
    """Keep Windows from letting the secret roam with the user's profile, its default."""
    if type(backend).__module__ == "keyring.backends.Windows":
        backend.persist = STAYS_HERE  # type: ignore[attr-defined]  # only this back end has it


def _probe(backend: KeyringBackend, token: str) -> None:
    service = f"outreach {_PROBE} {token}"
    backend.set_password(service, _PROBE, token)
    answered = backend.get_password(service, _PROBE) == token
    backend.delete_password(service, _PROBE)
    if not answered or backend.get_password(service, _PROBE) is not None:
        raise KeychainUnavailable


def _service(vault_id: str) -> str:
    """Return the name under which a vault's entry stands; one each, as Windows wants it."""
    return f"outreach {vault_id}"
