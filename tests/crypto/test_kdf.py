import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.crypto import kdf
from outreach_app.crypto.errors import KdfOutOfRange, NotEnoughMemory, PassphraseText
from outreach_app.crypto.kdf import CANDIDATES, FLOOR, KdfParameters

SALT = bytes(range(16))


def _derive(passphrase: str, *, slot_id: str = "s_one") -> bytes:
    return kdf.derive_slot_key(passphrase, SALT, FLOOR, vault_id="vt_one", slot_id=slot_id)


def test_the_key_is_argon2id_then_hkdf_by_another_library() -> None:
    stretched = Argon2id(salt=SALT, length=32, iterations=3, lanes=4, memory_cost=64 * 1024).derive(
        "corréct horse".encode()
    )
    expected = kdf.hkdf(stretched, b"kek/1\x00vt_one\x00s_one")
    assert _derive("corre\u0301ct horse") == expected


@settings(max_examples=50)
@given(st.binary(min_size=1, max_size=40), st.integers(3, 5), st.integers(32, 200))
def test_argon2id_agrees_with_another_library(secret: bytes, time: int, memory_kib: int) -> None:
    other = Argon2id(salt=SALT, length=32, iterations=time, lanes=4, memory_cost=memory_kib)
    assert kdf._stretch(secret, SALT, KdfParameters(memory_kib, time, 4)) == other.derive(secret)


def test_the_key_belongs_to_one_slot() -> None:
    assert _derive("six words") != _derive("six words", slot_id="s_two")


@pytest.mark.parametrize(
    "parameters",
    [
        KdfParameters(64 * 1024 - 1, 3, 4),
        KdfParameters(512 * 1024 + 1, 3, 4),
        KdfParameters(8 * 1024 * 1024, 3, 4),
        KdfParameters(64 * 1024, 2, 4),
        KdfParameters(64 * 1024, 13, 4),
        KdfParameters(64 * 1024, 3, 1),
        KdfParameters(64 * 1024, 3, 8),
        KdfParameters(-1, -1, 4),
    ],
)
def test_costs_outside_the_range_are_refused_before_any_work(parameters: KdfParameters) -> None:
    with pytest.raises(KdfOutOfRange) as refused:
        kdf.derive_slot_key("six words", SALT, parameters, vault_id="v", slot_id="s")
    assert refused.value.facts["memory_kib"] == parameters.memory_kib


def test_every_candidate_is_inside_the_range() -> None:
    for parameters in (*CANDIDATES, KdfParameters(512 * 1024, 12, 4)):
        kdf.check_parameters(parameters)


@pytest.mark.parametrize("passphrase", ["", "a" * 1025, "half a pair \ud83d"])
def test_what_cannot_be_a_passphrase_is_refused(passphrase: str) -> None:
    with pytest.raises(PassphraseText):
        kdf.normalise_passphrase(passphrase)


def test_the_same_text_by_another_keyboard_is_the_same_passphrase() -> None:
    assert kdf.normalise_passphrase("ﬁve ① Å\u00a0x") == "five 1 Å x".encode()
    assert kdf.normalise_passphrase("a") != kdf.normalise_passphrase("A")
    assert kdf.normalise_passphrase("a") != kdf.normalise_passphrase("a ")
    assert kdf.normalise_passphrase("a") != kdf.normalise_passphrase("a\0")


class _Machine:
    """A machine of which the time for the floor is known; the rest follows from the work."""

    def __init__(self, floor_ms: float, *, slower_than_expected: float = 1.0) -> None:
        self._floor_ms = floor_ms
        self._slower = slower_than_expected
        self.asked: list[KdfParameters] = []

    def __call__(self, parameters: KdfParameters) -> float:
        self.asked.append(parameters)
        work = parameters.memory_kib * parameters.time / (FLOOR.memory_kib * FLOOR.time)
        return self._floor_ms * (work * self._slower if parameters != FLOOR else 1)


def test_a_fast_machine_takes_the_strongest_candidate() -> None:
    machine = _Machine(100)
    assert kdf.calibrate(measure=machine) == CANDIDATES[0]
    assert machine.asked == [FLOOR, CANDIDATES[0]]


def test_a_slow_machine_does_not_try_what_cannot_fit() -> None:
    machine = _Machine(250)
    assert kdf.calibrate(measure=machine) == KdfParameters(256 * 1024, 3, 4)
    assert machine.asked == [FLOOR, KdfParameters(256 * 1024, 3, 4)]


def test_a_candidate_that_misses_the_limit_after_all_is_passed_over() -> None:
    machine = _Machine(100, slower_than_expected=2)
    assert kdf.calibrate(measure=machine) == KdfParameters(256 * 1024, 4, 4)


def test_the_slowest_machine_gets_the_floor() -> None:
    assert kdf.calibrate(measure=_Machine(5_000)) == FLOOR


def test_a_real_machine_is_measured() -> None:
    assert 1 < kdf.measured_ms(FLOOR) < 60_000


@pytest.fixture
def little_memory() -> Iterator[None]:
    resource = pytest.importorskip("resource")
    if not sys.platform.startswith("linux"):
        pytest.skip("the limit on address space binds on Linux only")
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    room = pages * resource.getpagesize() + 128 * 1024**2
    resource.setrlimit(resource.RLIMIT_AS, (room, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


def test_too_little_memory_is_said_plainly(little_memory: None) -> None:
    strongest = CANDIDATES[0]
    with pytest.raises(NotEnoughMemory) as refused:
        kdf.derive_slot_key("six words", SALT, strongest, vault_id="v", slot_id="s")
    assert refused.value.facts == {"memory_mib": 512}
    assert kdf.measured_ms(strongest) == float("inf")


def test_hkdf_gives_as_much_as_is_asked_for() -> None:
    root = secrets.token_bytes(32)
    assert len(kdf.hkdf(root, b"x", 96)) == 96
    assert kdf.hkdf(root, b"x") == kdf.hkdf(root, b"x", 96)[:32]
    assert kdf.hkdf(root, b"x") != kdf.hkdf(root, b"y")
    assert kdf.hkdf(root, b"x", salt=bytes(32)) == kdf.hkdf(root, b"x")
    with pytest.raises(ValueError, match="8160"):
        kdf.hkdf(root, b"x", 255 * 32 + 1)
