import json
import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from outreach_app.crypto import slots
from outreach_app.crypto.canonical import canonical_bytes
from outreach_app.crypto.custody import new_root
from outreach_app.crypto.errors import (
    CannotOpen,
    KdfOutOfRange,
    NoSuchSlot,
    SlotFileChanged,
    SlotFileFormat,
    SlotFileTooNew,
    WrongPassphrase,
)
from outreach_app.crypto.kdf import FLOOR, KdfParameters
from outreach_app.crypto.keys import AccessKey, generate_access_key, seal_to, wrap
from outreach_app.crypto.slot_file import check_slot_file, parse_slot_file, serialise_slot_file
from outreach_app.crypto.slots import Slot, SlotFile

# The slow derivation is tested by itself; here a slot's key is any 32 bytes.
SLOT_KEY = bytes(range(32))


def _slot(person_id: str, access_key: AccessKey, *, slot_id: str = "") -> Slot:
    header = slots.make_header(
        "vt_a", slot_id or f"s_{person_id}", person_id, "AB", access_key.public, FLOOR
    )
    return slots.make_slot(header, SLOT_KEY, access_key)


class Team:
    """A vault of three people."""

    def __init__(self) -> None:
        self.keys = {person: generate_access_key() for person in ("p_a", "p_b", "p_c")}
        self.root = new_root()
        self.file = slots.new_slot_file(_slot("p_a", self.keys["p_a"]), self.root)
        for person in ("p_b", "p_c"):
            slot = _slot(person, self.keys[person])
            self.file = slots.with_slot(self.file, slot, {1: self.root})

    def public(self, *people: str) -> dict[str, bytes]:
        return {person: self.keys[person].public for person in people}

    def opened(self, file: SlotFile, person: str) -> dict[int, bytes]:
        return slots.open_roots(file, person, self.keys[person])


def test_a_passphrase_opens_the_slot_it_made() -> None:
    access_key = generate_access_key()
    header = slots.make_header("vt_a", "s_a", "p_a", "AB", access_key.public, FLOOR)
    slot = slots.make_slot(header, slots.derive_key(header, "six words"), access_key)
    assert slots.open_slot(slot, slots.derive_key(slot.header, "six words")) == access_key
    with pytest.raises(WrongPassphrase):
        slots.open_slot(slot, slots.derive_key(slot.header, "six word"))


def test_a_slot_is_bound_to_every_field_of_its_header() -> None:
    slot = _slot("p_a", generate_access_key())
    changes: list[dict[str, Any]] = [
        {"vault_id": "vt_b"},
        {"slot_id": "s_b"},
        {"person_id": "p_b"},
        {"label": "CD"},
        {"parameters": KdfParameters(64 * 1024, 4, 4)},
        {"salt": bytes(16)},
        {"public_key": generate_access_key().public},
    ]
    for change in changes:
        with pytest.raises(WrongPassphrase):
            slots.open_slot(replace(slot, header=replace(slot.header, **change)), SLOT_KEY)


def test_a_slot_that_holds_another_key_is_refused() -> None:
    slot = _slot("p_a", generate_access_key())
    for content in (generate_access_key().private, b"short"):
        sealed = wrap(SLOT_KEY, content, slots._aad(slot.header))
        with pytest.raises(WrongPassphrase):
            slots.open_slot(replace(slot, sealed=sealed), SLOT_KEY)


def test_a_header_is_whole_and_affordable() -> None:
    public = generate_access_key().public
    with pytest.raises(ValueError, match="label"):
        slots.make_header("vt_a", "s_a", "p_a", "", public, FLOOR)
    with pytest.raises(KdfOutOfRange):
        slots.make_header("vt_a", "s_a", "p_a", "AB", public, KdfParameters(1024, 1, 4))
    header = slots.make_header("vt_a", "s_a", "p_a", "AB", public, FLOOR)
    with pytest.raises(ValueError, match="another access key"):
        slots.make_slot(header, SLOT_KEY, generate_access_key())


def test_everyone_opens_the_root() -> None:
    team = Team()
    assert team.file.generation == 3
    for person in team.keys:
        assert team.opened(team.file, person) == {1: team.root}
    with pytest.raises(CannotOpen):
        slots.open_roots(team.file, "p_a", team.keys["p_b"])
    with pytest.raises(CannotOpen):
        slots.open_roots(team.file, "p_nobody", team.keys["p_b"])


def test_nobody_has_two_slots_or_one_of_another_vault() -> None:
    team = Team()
    with pytest.raises(ValueError, match="already"):
        slots.with_slot(team.file, _slot("p_a", generate_access_key()), {1: team.root})
    other = replace(team.file, vault_id="vt_b")
    with pytest.raises(ValueError, match="another vault"):
        slots.with_slot(other, _slot("p_d", generate_access_key()), {1: team.root})


def test_a_changed_passphrase_keeps_the_access_key() -> None:
    team = Team()
    header = slots.make_header("vt_a", "s_new", "p_b", "AB", team.keys["p_b"].public, FLOOR)
    slot = slots.make_slot(header, bytes(32), team.keys["p_b"])
    changed = slots.with_changed_slot(team.file, slot)
    assert changed.generation == team.file.generation + 1
    assert slots.open_slot(changed.slot_of("p_b"), bytes(32)) == team.keys["p_b"]
    assert changed.slot_of("p_a") == team.file.slot_of("p_a")
    assert team.opened(changed, "p_b") == {1: team.root}
    with pytest.raises(ValueError, match="keeps"):
        slots.with_changed_slot(team.file, _slot("p_b", generate_access_key()))
    with pytest.raises(NoSuchSlot):
        slots.with_changed_slot(team.file, _slot("p_d", generate_access_key()))


def test_one_of_three_rekeys_and_the_others_still_open() -> None:
    team, fresh = Team(), new_root()
    during = slots.begin_rekey(team.file, fresh, team.public("p_a", "p_b", "p_c"))
    assert during.pending is not None
    for person in team.keys:
        assert team.opened(during, person) == {1: team.root, 2: fresh}
    after = slots.finish_rekey(during)
    assert after.pending is None
    assert after.generation == during.generation + 1
    for person in team.keys:
        assert team.opened(after, person) == {2: fresh}


def test_somebody_who_joins_during_a_rekey_gets_both_roots() -> None:
    team, fresh = Team(), new_root()
    during = slots.begin_rekey(team.file, fresh, team.public("p_a", "p_b", "p_c"))
    team.keys["p_d"] = generate_access_key()
    roots = {1: team.root, 2: fresh}
    joined = slots.with_slot(during, _slot("p_d", team.keys["p_d"]), roots)
    assert team.opened(joined, "p_d") == roots


def test_whoever_is_removed_loses_slot_and_both_roots() -> None:
    team, fresh = Team(), new_root()
    during = slots.begin_rekey(team.file, fresh, team.public("p_a", "p_c"))
    with pytest.raises(NoSuchSlot):
        during.slot_of("p_b")
    with pytest.raises(CannotOpen):
        team.opened(during, "p_b")
    for root in during.roots:
        assert root.sealed.keys() == {"p_a", "p_c"}
    assert team.opened(slots.finish_rekey(during), "p_c") == {2: fresh}


def test_a_rekey_goes_one_step_at_a_time() -> None:
    team, fresh = Team(), new_root()
    everyone = team.public("p_a", "p_b", "p_c")
    during = slots.begin_rekey(team.file, fresh, everyone)
    with pytest.raises(ValueError, match="already"):
        slots.begin_rekey(during, new_root(), everyone)
    with pytest.raises(ValueError, match="somebody"):
        slots.begin_rekey(team.file, fresh, {})
    with pytest.raises(ValueError, match="another key"):
        slots.begin_rekey(team.file, fresh, {"p_a": generate_access_key().public})
    with pytest.raises(NoSuchSlot):
        slots.begin_rekey(team.file, fresh, {"p_d": generate_access_key().public})
    with pytest.raises(ValueError, match="32"):
        slots.begin_rekey(team.file, b"short", everyone)
    with pytest.raises(ValueError, match="no rekey"):
        slots.finish_rekey(team.file)


@pytest.mark.parametrize(
    "plain",
    [
        b"not canonical ",
        canonical_bytes({"vault": "vt_a", "number": 1, "root": "not base64"}),
        canonical_bytes({"vault": "vt_a", "number": 1}),
        canonical_bytes({"vault": "vt_a", "number": 1, "root": "QQ=="}),
        canonical_bytes({"vault": "vt_b", "number": 1, "root": "A" * 43 + "="}),
        canonical_bytes({"vault": "vt_a", "number": 2, "root": "A" * 43 + "="}),
    ],
)
def test_a_root_sealed_by_somebody_else_is_refused(plain: bytes) -> None:
    team = Team()
    sealed = {**team.file.current.sealed, "p_a": seal_to(team.keys["p_a"].public, plain)}
    file = replace(team.file, roots=(replace(team.file.current, sealed=sealed),))
    with pytest.raises(CannotOpen):
        team.opened(file, "p_a")


def test_a_slot_file_reads_back_and_its_digest_holds() -> None:
    team, fresh = Team(), new_root()
    during = slots.begin_rekey(team.file, fresh, team.public("p_a", "p_b", "p_c"))
    for file, roots in ((team.file, {1: team.root}), (during, {1: team.root, 2: fresh})):
        written = serialise_slot_file(file, roots)
        found = parse_slot_file(written)
        assert replace(found, macs={}) == file
        check_slot_file(found, roots)
        assert serialise_slot_file(found, roots) == written


def test_the_digests_need_every_root() -> None:
    team = Team()
    for roots in ({}, {1: team.root, 2: team.root}):
        with pytest.raises(ValueError, match="roots"):
            serialise_slot_file(team.file, roots)


def test_a_file_changed_without_the_root_is_found_out() -> None:
    team = Team()
    written = json.loads(serialise_slot_file(team.file, {1: team.root}))
    written["generation"] += 1
    found = parse_slot_file(canonical_bytes(written))
    with pytest.raises(SlotFileChanged):
        check_slot_file(found, {1: team.root})
    with pytest.raises(SlotFileChanged):
        check_slot_file(
            parse_slot_file(serialise_slot_file(team.file, {1: team.root})), {1: bytes(32)}
        )
    with pytest.raises(SlotFileChanged):
        check_slot_file(team.file, {1: team.root})


def test_every_flipped_bit_is_refused_or_found_out() -> None:
    access_key, root = generate_access_key(), secrets.token_bytes(32)
    file = slots.new_slot_file(_slot("p_a", access_key), root)
    written = serialise_slot_file(file, {1: root})
    for bit in range(len(written) * 8):
        changed = bytearray(written)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises((SlotFileFormat, SlotFileTooNew, KdfOutOfRange, SlotFileChanged)):
            check_slot_file(parse_slot_file(bytes(changed)), {1: root})


def _change_slot(**changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda written: written["slots"][0].update(changes)


def _change(**changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda written: written.update(changes)


def _drop(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda written: written.pop(name)


@pytest.mark.parametrize(
    "change",
    [
        _drop("macs"),
        _drop("format"),
        _change(format=0),
        _change(type="letters"),
        _change(more="x"),
        _change(vault=""),
        _change(vault=1),
        _change(generation=0),
        _change(generation="1"),
        _change(slots={}),
        _change(slots=["x"]),
        _change(macs=[]),
        _change(macs={}),
        _change(macs={"2": "x"}),
        _change(roots=[]),
        _change(roots=[{"number": 1}]),
        _change(roots=[{"number": 1, "sealed": {}}]),
        _change(roots=[{"number": 1, "sealed": {"p_a": "x"}}]),
        _change_slot(more="x"),
        _change_slot(label=""),
        _change_slot(salt="QQ=="),
        _change_slot(public="QQ=="),
        _change_slot(sealed="Q"),
        _change_slot(memory_kib="x"),
        lambda written: written["slots"].append(written["slots"][0]),
        lambda written: written["slots"].extend(
            {**written["slots"][0], "person": f"p_{n}", "slot": f"s_{n}"} for n in range(64)
        ),
        lambda written: written["slots"].append({**written["slots"][0], "person": "p_x"}),
        lambda written: written["roots"].append({**written["roots"][0], "number": 3}),
        lambda written: written["roots"].extend(
            {**written["roots"][0], "number": n} for n in (2, 3)
        ),
    ],
)
def test_other_shapes_are_no_slot_files(change: Callable[[dict[str, Any]], None]) -> None:
    root = new_root()
    file = slots.new_slot_file(_slot("p_a", generate_access_key()), root)
    written = json.loads(serialise_slot_file(file, {1: root}))
    change(written)
    with pytest.raises(SlotFileFormat):
        parse_slot_file(canonical_bytes(written))


def test_weak_costs_newer_formats_and_endless_files_are_named() -> None:
    root = new_root()
    file = slots.new_slot_file(_slot("p_a", generate_access_key()), root)
    written = json.loads(serialise_slot_file(file, {1: root}))
    written["slots"][0]["memory_kib"] = 1024
    with pytest.raises(KdfOutOfRange):
        parse_slot_file(canonical_bytes(written))
    with pytest.raises(SlotFileTooNew):
        parse_slot_file(canonical_bytes({**written, "format": 2}))
    with pytest.raises(SlotFileFormat):
        parse_slot_file(b" " * (256 * 1024 + 1))
    with pytest.raises(SlotFileFormat):
        parse_slot_file(b"")
