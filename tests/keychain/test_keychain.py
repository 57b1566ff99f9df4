"""The secret store: proven by use, never a file, and a refusal where there is none."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from outreach_app.keychain import (
    LONGEST_VALUE,
    KeychainFileStore,
    KeychainUnavailable,
    open_keychain,
)
from tests.support.memory_keyring import MemoryKeyring


@pytest.fixture(autouse=True)
def store() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    memory = MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def _name(monkeypatch: pytest.MonkeyPatch, backend: KeyringBackend) -> None:
    cls = type(backend)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"{cls.__module__}.{cls.__qualname__}")
    keyring.set_keyring(backend)


def test_the_test_run_itself_uses_a_store_in_memory() -> None:
    keyring.core.init_backend()
    assert isinstance(keyring.get_keyring(), MemoryKeyring)


def test_a_head_is_kept_replaced_and_forgotten(store: MemoryKeyring) -> None:
    keychain = open_keychain("t1")
    assert keychain.freshness_head("vt_one") is None
    keychain.keep_freshness_head("vt_one", "7:aa")
    keychain.keep_freshness_head("vt_two", "1:bb")
    keychain.keep_freshness_head("vt_one", "8:cc")
    assert open_keychain("t2").freshness_head("vt_one") == "8:cc"
    keychain.forget("vt_one")
    keychain.forget("vt_one")
    assert keychain.freshness_head("vt_one") is None
    assert keychain.freshness_head("vt_two") == "1:bb"
    assert len(store.entries) == 1


def test_the_probe_leaves_nothing_behind(store: MemoryKeyring) -> None:
    open_keychain("t1")
    assert store.entries == {}


def test_a_head_that_some_store_would_not_take_is_a_fault_of_ours(store: MemoryKeyring) -> None:
    keychain = open_keychain("t1")
    with pytest.raises(ValueError, match="short"):
        keychain.keep_freshness_head("vt_one", "x" * (LONGEST_VALUE + 1))
    assert store.entries == {}


@pytest.mark.parametrize("cls", [fail.Keyring, null.Keyring], ids=["fail", "null"])
def test_no_store_is_a_refusal(monkeypatch: pytest.MonkeyPatch, cls: type[KeyringBackend]) -> None:
    _name(monkeypatch, cls())
    with pytest.raises(KeychainUnavailable):
        open_keychain("t1")


def test_a_store_that_nobody_named_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    with pytest.raises(KeychainUnavailable):
        open_keychain("t1")


class _FileKeyring(MemoryKeyring):
    file_path = "secrets.cfg"


def test_a_file_is_refused_even_when_it_was_named(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = _FileKeyring()
    _name(monkeypatch, backend)
    with pytest.raises(KeychainFileStore):
        open_keychain("t1")
    assert backend.entries == {}


class _Forgetful(MemoryKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        return None


class _Sticky(MemoryKeyring):
    def delete_password(self, service: str, username: str) -> None:
        del service, username


class _Locked(MemoryKeyring):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(service)


class _Broken(MemoryKeyring):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise EOFError(service)


@pytest.mark.parametrize("cls", [_Forgetful, _Sticky, _Locked, _Broken])
def test_a_store_that_fails_the_probe_does_not_count(
    monkeypatch: pytest.MonkeyPatch, cls: type[MemoryKeyring]
) -> None:
    _name(monkeypatch, cls())
    with pytest.raises(KeychainUnavailable):
        open_keychain("t1")


def test_a_store_that_stops_answering_later_is_the_same_failure(
    monkeypatch: pytest.MonkeyPatch, store: MemoryKeyring
) -> None:
    keychain = open_keychain("t1")

    def gone(_service: str, _user: str) -> str:
        raise ConnectionError

    monkeypatch.setattr(store, "get_password", gone)
    with pytest.raises(KeychainUnavailable):
        keychain.freshness_head("vt_one")
    with pytest.raises(KeychainUnavailable):
        keychain.forget("vt_one")


class _WindowsLike(MemoryKeyring):
    persist = "enterprise"


def test_on_windows_the_secret_stays_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_WindowsLike, "__module__", "keyring.backends.Windows")
    backend = _WindowsLike()
    keyring.set_keyring(backend)
    open_keychain("t1")
    assert backend.persist == "local machine"
