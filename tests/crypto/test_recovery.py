import itertools
import shutil
import subprocess
from pathlib import Path

import pytest

from outreach_app.crypto import age, recovery
from outreach_app.crypto.bech32 import encode_bech32
from outreach_app.crypto.canonical import JsonValue, canonical_bytes
from outreach_app.crypto.custody import new_root
from outreach_app.crypto.errors import (
    BadShare,
    NotForYou,
    RecipientFormat,
    RecoveryFormat,
    SharesDoNotCombine,
)
from outreach_app.crypto.keys import generate_age_identity
from outreach_app.crypto.recovery import RecoveredRoot

SECRET = bytes(range(32))
# Frozen: another mapping would lock every organisation out of its recovery files.
IDENTITY = "AGE-SECRET-KEY-1UW0NLVSUUUVRRFCWKKSXDVWV4TNL6TQHAP3TJW8LLU9VR4RARWZQDPRDSF"
RECIPIENT = "age1mwhyh23zx5nvxmkx22t3fe3jrg3g3z55zfrkr3f8fh77xk2uhgnqqzpfg8"


@pytest.mark.parametrize(("threshold", "count"), [(2, 3), (3, 5)])
def test_exactly_the_agreed_number_of_shares_gives_the_secret(threshold: int, count: int) -> None:
    shares = recovery.split_secret(SECRET, threshold, count)
    assert len(shares) == count
    for size in range(1, count + 1):
        for chosen in itertools.combinations(shares, size):
            if size == threshold:
                assert recovery.join_shares(chosen) == SECRET
            else:
                with pytest.raises(SharesDoNotCombine):
                    recovery.join_shares(chosen)


@pytest.mark.parametrize(
    ("secret", "threshold", "count"),
    [(SECRET, 1, 1), (SECRET, 3, 3), (SECRET[1:], 2, 3), (SECRET * 2, 3, 5)],
)
def test_other_splits_are_a_mistake(secret: bytes, threshold: int, count: int) -> None:
    with pytest.raises(ValueError, match="2 of 3"):
        recovery.split_secret(secret, threshold, count)


def test_shares_of_different_sets_do_not_combine() -> None:
    first, second = (recovery.split_secret(SECRET, 2, 3) for _ in range(2))
    with pytest.raises(SharesDoNotCombine):
        recovery.join_shares([first[0], second[1]])
    with pytest.raises(SharesDoNotCombine):
        recovery.join_shares([first[0], first[0]])
    with pytest.raises(SharesDoNotCombine):
        recovery.join_shares([])


def test_every_mistyped_word_is_found() -> None:
    share = recovery.split_secret(SECRET, 2, 3)[0].split(" ")
    assert len(share) == 33
    for position, word in enumerate(share):
        for wrong in ("academic" if word != "academic" else "acid", word + "x", ""):
            changed = [*share[:position], wrong, *share[position + 1 :]]
            with pytest.raises(BadShare):
                recovery.read_share(" ".join(changed))
            with pytest.raises(BadShare):
                recovery.join_shares([" ".join(changed)])


def test_a_share_says_which_it_is() -> None:
    facts = [recovery.read_share(share) for share in recovery.split_secret(SECRET, 3, 5)]
    assert [fact.share_number for fact in facts] == [1, 2, 3, 4, 5]
    assert {fact.threshold for fact in facts} == {3}
    assert len({fact.set_number for fact in facts}) == 1


def test_case_and_blanks_of_a_share_do_not_matter() -> None:
    shares = recovery.split_secret(SECRET, 2, 3)[:2]
    typed = ["  " + share.upper().replace(" ", "\n  ") + "\n" for share in shares]
    assert recovery.join_shares(typed) == SECRET


def test_shares_of_a_shorter_secret_are_of_another_kind() -> None:
    # SLIP-39's own vector 4: two shares of a 16-byte secret, sharing 2-of-3.
    shares = [
        (
            "shadow pistol academic always adequate wildlife fancy gross oasis cylinder mustang wrist"
            " rescue view short owner flip making coding armed"
        ),
        (
            "shadow pistol academic acid actress prayer class unknown daughter sweater depict flip"
            " twice unkind craft early superior advocate guest smoking"
        ),
    ]
    assert [recovery.read_share(share).threshold for share in shares] == [2, 2]
    with pytest.raises(SharesDoNotCombine):
        recovery.join_shares(shares)


def test_bech32_agrees_with_the_standard_and_with_age() -> None:
    # BIP 173's valid strings "A12UEL5L" and "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw".
    assert encode_bech32("a", b"") == "a12uel5l"
    alphabet = bytes.fromhex("00443214c74254b635cf84653a56d7c675be77df")
    assert encode_bech32("abcdef", alphabet) == "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"


def test_the_identity_of_a_secret_never_changes() -> None:
    assert recovery.recovery_identity(SECRET) == IDENTITY
    assert recovery.recovery_recipient(SECRET) == RECIPIENT
    assert recovery.recovery_recipient(recovery.new_recovery_secret()) != RECIPIENT
    with pytest.raises(ValueError, match="32"):
        recovery.recovery_identity(SECRET[1:])


def test_the_holders_open_the_root_and_seal_it_again() -> None:
    root = new_root()
    file = recovery.seal_root(root, recovery.recovery_recipient(SECRET), vault_id="vt_a", number=3)
    found = recovery.open_root(file, recovery.recovery_identity(SECRET))
    assert found == RecoveredRoot(vault_id="vt_a", number=3, root=root)
    fresh, for_laptop = generate_age_identity()
    again = recovery.seal_root(root, for_laptop, vault_id="vt_a", number=3)
    assert recovery.open_root(again, fresh).root == root
    with pytest.raises(NotForYou):
        recovery.open_root(file, fresh)


def test_only_a_whole_root_is_sealed_to_a_real_recipient() -> None:
    with pytest.raises(ValueError, match="32"):
        recovery.seal_root(b"short", RECIPIENT, vault_id="vt_a", number=1)
    with pytest.raises(RecipientFormat):
        recovery.seal_root(bytes(32), "age1nobody", vault_id="vt_a", number=1)


_ROOT = "A" * 43 + "="


@pytest.mark.parametrize(
    "content",
    [
        "not an object",
        {},
        {"type": "recovery", "format": 1, "vault": "vt_a", "number": 1, "root": "x"},
        {"type": "recovery", "format": 1, "vault": "vt_a", "number": 1, "root": "QQ=="},
        {"type": "letter", "format": 1, "vault": "vt_a", "number": 1, "root": _ROOT},
        {"type": "recovery", "format": 2, "vault": "vt_a", "number": 1, "root": _ROOT},
        {"type": "recovery", "format": 1, "vault": 1, "number": 1, "root": _ROOT},
        {"type": "recovery", "format": 1, "vault": "vt_a", "number": "1", "root": _ROOT},
    ],
)
def test_other_contents_hold_no_root(content: JsonValue) -> None:
    identity, recipient = generate_age_identity()
    with pytest.raises(RecoveryFormat):
        recovery.open_root(age.encrypt(canonical_bytes(content), [recipient]), identity)


@pytest.mark.skipif(shutil.which("age") is None, reason="no age here")
def test_stock_age_opens_a_recovery_file(tmp_path: Path) -> None:
    root = bytes(32)
    (tmp_path / "identity").write_text(recovery.recovery_identity(SECRET) + "\n", "ascii")
    opened = subprocess.run(
        ["age", "-d", "-i", tmp_path / "identity"],
        input=recovery.seal_root(root, RECIPIENT, vault_id="vt_a", number=1),
        capture_output=True,
        check=True,
    )
    expected: JsonValue = {
        "type": "recovery",
        "format": 1,
        "vault": "vt_a",
        "number": 1,
        "root": _ROOT,
    }
    assert opened.stdout == canonical_bytes(expected)
