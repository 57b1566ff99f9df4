"""Hostile archives: what is done to a good one, and the code of the refusal.

All of them are signed by a key with a valid certificate unless the case says otherwise, because
that is the attacker against whom only the reader's own checks help.
"""

import base64
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from outreach_app.bundle.container import BLOCK, spans
from outreach_app.bundle.writer import Signer
from outreach_app.crypto.keys import SigningKey
from outreach_app.domain.ids import Prefix
from tests.bundle.forgery import Forgery
from tests.bundle.house import an_id

HEX = "0a" * 32
Change = Callable[[Forgery], bytes | None]


@dataclass(frozen=True)
class Case:
    """`change` edits the forgery, or returns the archive itself."""

    code: str
    change: Change


CASES: dict[str, Case] = {}


def case(name: str, code: str) -> Callable[[Change], Change]:
    def keep(change: Change) -> Change:
        assert name not in CASES
        CASES[name] = Case(code, change)
        return change

    return keep


def archive_of(forgery: Forgery, made: Case) -> bytes:
    archive = made.change(forgery)
    return forgery.archive() if archive is None else archive


# --- the container ------------------------------------------------------------------------------


@case("nothing at all", "bundle.archive-truncated")
def _empty(_forgery: Forgery) -> bytes:
    return b""


@case("only the end", "bundle.fixed-members")
def _only_end(_forgery: Forgery) -> bytes:
    return bytes(1024)


@case("cut inside a member", "bundle.archive-truncated")
def _cut(forgery: Forgery) -> bytes:
    archive = forgery.archive()
    return archive[: list(spans(archive))[3].start + 10]


@case("cut before the end", "bundle.archive-truncated")
def _no_end(forgery: Forgery) -> None:
    forgery.tail = b""


@case("half an end", "bundle.archive-truncated")
def _half_end(forgery: Forgery) -> None:
    forgery.tail = bytes(BLOCK)


@case("more zeros after the end", "bundle.archive-trailing")
def _zeros_after(forgery: Forgery) -> None:
    forgery.tail = bytes(20 * BLOCK)


@case("a second archive after the end", "bundle.archive-trailing")
def _second_archive(forgery: Forgery) -> bytes:
    return forgery.archive() * 2


@case("gzip inside", "bundle.member-name")
def _gzip(_forgery: Forgery) -> bytes:
    return b"\x1f\x8b\x08" + bytes(600)


def _edited_header(start: int, text: bytes, number: int = 2) -> Change:
    """Change bytes of one header, with the sum put right."""

    def change(forgery: Forgery) -> bytes:
        archive = bytearray(forgery.archive())
        at = list(spans(bytes(archive)))[number].start - BLOCK
        archive[at + start : at + start + len(text)] = text
        archive[at + 148 : at + 156] = b" " * 8
        archive[at + 148 : at + 156] = b"%06o\0 " % sum(archive[at : at + BLOCK])
        return bytes(archive)

    return change


for _name, _start, _text in (
    ("symbolic link", 156, b"2"),
    ("hard link", 156, b"1"),
    ("folder", 156, b"5"),
    ("named pipe", 156, b"6"),
    ("pax record", 156, b"x"),
    ("global pax record", 156, b"g"),
    ("GNU long name", 156, b"L"),
    ("sparse file", 156, b"S"),
    ("executable", 100, b"0000755"),
    ("set-user-id", 100, b"0004755"),
    ("owner", 108, b"0001750"),
    ("owner's name", 265, b"root"),
    ("time of the file", 136, b"14000000000"),
    ("binary size", 124, b"\x80" + bytes(11)),
    ("prefix field", 345, b"folder"),
    ("link name", 157, b"/etc/passwd"),
    ("GNU magic", 257, b"ustar  \0"),
    ("bytes behind the fields", 500, b"hidden"),
):
    case(f"header with {_name}", "bundle.archive-not-canonical")(_edited_header(_start, _text))
for _name, _path in (
    ("absolute", b"/etc/cron.d/evil"),
    ("upwards", b"../../evil"),
    ("backslash", b"a\\..\\evil"),
    ("drive letter", b"c:evil"),
    ("line feed", b"README.txt\nevil"),
    ("outside ASCII", "README.tхt".encode()),
):
    case(f"{_name} name", "bundle.member-name")(_edited_header(0, _path.ljust(100, b"\0")))


@case("filling after a member is used", "bundle.archive-not-canonical")
def _filling(forgery: Forgery) -> bytes:
    archive = bytearray(forgery.archive())
    archive[next(spans(bytes(archive))).stop] = 1
    return bytes(archive)


# --- the two fixed members ----------------------------------------------------------------------


@case("manifest and signature swapped", "bundle.fixed-members")
def _swapped(forgery: Forgery) -> bytes:
    archive = forgery.archive()
    first, second, third = list(spans(archive))[:3]
    at = (first.start - BLOCK, second.start - BLOCK, third.start - BLOCK)
    return archive[at[1] : at[2]] + archive[at[0] : at[1]] + archive[at[2] :]


@case("signature missing", "bundle.fixed-members")
def _no_signature(forgery: Forgery) -> bytes:
    archive = forgery.archive()
    _first, second, third = list(spans(archive))[:3]
    return archive[: second.start - BLOCK] + archive[third.start - BLOCK :]


@case("signature endless", "bundle.fixed-members")
def _long_signature(forgery: Forgery) -> None:
    forgery.sign = lambda _payload: b"A" * 9000


# --- signature and signer -----------------------------------------------------------------------


@case("signature empty", "crypto.signature-format")
def _empty_signature(forgery: Forgery) -> None:
    forgery.sign = lambda _payload: b""


@case("signature of another manifest", "crypto.bad-signature")
def _foreign_signature(forgery: Forgery) -> bytes:
    forgery.archive()
    other = forgery._signature(b"another payload")
    forgery.sign = lambda _payload: other
    return forgery.archive()


@case("signed as another kind of object", "crypto.wrong-namespace")
def _namespace(forgery: Forgery) -> None:
    forgery.namespace = "revision"


@case("signed with the bare key", "bundle.no-certificate")
def _bare(forgery: Forgery) -> None:
    forgery.bare = True


@case("certificate of an unknown authority", "crypto.unknown-authority")
def _unknown_authority(forgery: Forgery) -> None:
    forgery.signer = forgery.house.signer(authority=SigningKey.from_seed(b"x" * 32))


@case("certificate with a changed principal", "crypto.forged-certificate")
def _forged_certificate(forgery: Forgery) -> None:
    kind, text = forgery.house.certificate().split()[:2]
    blob = base64.b64decode(text)
    forged = blob.replace(forgery.house.sender.encode(), forgery.house.reader.encode())
    assert forged != blob
    forgery.signer = Signer(
        signing_key=forgery.house.signing_key,
        certificate=kind + b" " + base64.b64encode(forged),
    )


@case("certificate that has ended", "crypto.certificate-expired")
def _expired(forgery: Forgery) -> None:
    forgery.signer = forgery.house.signer(valid_before=forgery.house.now - timedelta(seconds=1))


@case("certificate that has not begun", "crypto.certificate-not-yet-valid")
def _not_begun(forgery: Forgery) -> None:
    forgery.signer = forgery.house.signer(valid_after=forgery.house.now + timedelta(seconds=1))


@case("certificate of another person", "bundle.wrong-signer")
def _other_person(forgery: Forgery) -> None:
    forgery.signer = forgery.house.signer(person_id=forgery.house.reader)


@case("certificate of another device", "bundle.wrong-signer")
def _other_device(forgery: Forgery) -> None:
    forgery.signer = forgery.house.signer(device_id=an_id(Prefix.DEVICE, 99))


@case("certificate of another serial", "bundle.wrong-signer")
def _other_serial(forgery: Forgery) -> None:
    forgery.signer = forgery.house.signer(serial=8)


@case("certificate of another organisation", "bundle.wrong-organisation")
def _other_organisation(forgery: Forgery) -> None:
    forgery.signer = forgery.house.signer(organisation=an_id(Prefix.ORGANISATION, 99))


@case("manifest of another organisation", "bundle.wrong-organisation")
def _manifest_organisation(forgery: Forgery) -> None:
    forgery.envelope["org"] = an_id(Prefix.ORGANISATION, 99)


@case("signer names another person", "bundle.wrong-signer")
def _names_other(forgery: Forgery) -> None:
    forgery.body["signer"]["person"] = forgery.house.reader


# --- the manifest -------------------------------------------------------------------------------


@case("manifest with blanks", "crypto.not-canonical")
def _blanks(forgery: Forgery) -> None:
    forgery.encode = lambda value: json.dumps(value, sort_keys=True).encode()


@case("manifest with unsorted keys", "crypto.not-canonical")
def _unsorted(forgery: Forgery) -> None:
    forgery.encode = lambda value: json.dumps(
        dict(reversed(value.items())), separators=(",", ":")
    ).encode()


@case("manifest with a doubled key", "crypto.not-canonical")
def _doubled(forgery: Forgery) -> None:
    plain = forgery.encode
    forgery.encode = lambda value: plain(value).replace(b'"type":', b'"type":"manifest","type":')


@case("manifest with a floating-point number", "crypto.not-canonical")
def _floating(forgery: Forgery) -> None:
    plain = forgery.encode
    forgery.encode = lambda value: plain(value).replace(b'"format":1', b'"format":1.0')


@case("manifest with null", "crypto.not-canonical")
def _null(forgery: Forgery) -> None:
    plain = forgery.encode
    forgery.encode = lambda value: plain(value).replace(b'"format":1', b'"format":null')


@case("manifest is no JSON", "crypto.not-canonical")
def _no_json(forgery: Forgery) -> None:
    forgery.encode = lambda _value: b"hello"


@case("manifest nested deeply", "crypto.not-canonical")
def _nested(forgery: Forgery) -> None:
    forgery.encode = lambda _value: b"[" * 100_000 + b"]" * 100_000


@case("manifest of a newer format", "crypto.envelope-too-new")
def _newer(forgery: Forgery) -> None:
    forgery.envelope["format"] = 2


@case("manifest of another type", "crypto.envelope-type")
def _type(forgery: Forgery) -> None:
    forgery.envelope["type"] = "revision"


@case("envelope with one field more", "crypto.envelope-format")
def _envelope_field(forgery: Forgery) -> None:
    forgery.envelope["note"] = "x"


def _in_body(edit: Callable[[dict[str, Any]], object]) -> Change:
    def change(forgery: Forgery) -> None:
        edit(forgery.body)

    return change


for _name, _edit in (
    ("with a field more", lambda body: body.update(note="x")),
    ("with a field less", lambda body: body.pop("use_by")),
    ("without recipients", lambda body: body.update(recipients=[])),
    ("with a purpose of two lines", lambda body: body.update(purpose="a\nb")),
    ("with entries out of order", lambda body: body["entries"].reverse()),
    ("with an entry twice", lambda body: body["entries"].insert(0, body["entries"][0])),
    ("with a size below zero", lambda body: body["entries"][0].update(size=-1)),
    ("with a part beyond the number of parts", lambda body: body["split"].update(part=2)),
    ("with a date that is none", lambda body: body.update(use_by="2026-02-30")),
):
    case(f"manifest {_name}", "bundle.bad-manifest")(_in_body(_edit))


@case("bundle id of another kind", "bundle.bad-manifest")
def _bundle_id(forgery: Forgery) -> None:
    forgery.envelope["id"] = forgery.house.sender


@case("addressed to others", "bundle.readdressed")
def _others(forgery: Forgery) -> None:
    forgery.body["recipients"] = forgery.body["recipients"][1:]


@case("sealed to more than listed", "bundle.recipient-count")
def _more(forgery: Forgery) -> None:
    forgery.body["recipients"] = forgery.body["recipients"][:1]


# --- the entries --------------------------------------------------------------------------------


@case("member of an unknown kind", "bundle.entry-name")
def _unknown_kind(forgery: Forgery) -> None:
    forgery.put(f"programs/{HEX}.exe", b"MZ")


@case("member with a name in capitals", "bundle.entry-name")
def _capitals(forgery: Forgery) -> None:
    forgery.put(f"forms/{HEX.upper()}.xml", b"x")


@case("listed member missing", "bundle.entry-missing")
def _missing(forgery: Forgery) -> None:
    forgery.members.pop()


@case("members in another order", "bundle.entry-missing")
def _order(forgery: Forgery) -> None:
    forgery.members[1], forgery.members[2] = forgery.members[2], forgery.members[1]


@case("member that is not listed", "bundle.entry-unlisted")
def _unlisted(forgery: Forgery) -> None:
    forgery.members.append((f"revisions/{HEX}.txt", b"x"))


@case("member after the padding", "bundle.entry-unlisted")
def _after_padding(forgery: Forgery) -> None:
    forgery.repad = False
    forgery.members += [("pad.bin", b""), (f"revisions/{HEX}.txt", b"x")]


@case("same member twice", "bundle.member-duplicate")
def _twice(forgery: Forgery) -> None:
    forgery.members.append(forgery.members[0])


@case("member longer than listed", "bundle.entry-size")
def _longer(forgery: Forgery) -> None:
    name, content = forgery.members[-1]
    forgery.members[-1] = (name, content + b"x")


@case("member with another hash than listed", "bundle.entry-hash")
def _hash(forgery: Forgery) -> None:
    name, content = forgery.members[-1]
    forgery.members[-1] = (name, b"x" * len(content))


@case("member larger than its kind may be", "bundle.entry-too-large")
def _too_large(forgery: Forgery) -> None:
    forgery.put("README.txt", b"x" * (64 * 1024 + 1))


@case("listing larger than its kind may be", "bundle.entry-too-large")
def _listed_bomb(forgery: Forgery) -> None:
    forgery.entries[0]["size"] = 2**40


@case("revision under another name", "bundle.entry-identity")
def _identity(forgery: Forgery) -> None:
    forgery.put(f"revisions/{HEX}.json", b"{}")


@case("attachment under another name", "bundle.entry-identity")
def _attachment_identity(forgery: Forgery) -> None:
    forgery.put(f"attachments/{HEX}", b"x")


@case("revision without its signature", "bundle.entry-unpaired")
def _unsigned(forgery: Forgery) -> None:
    forgery.drop(forgery.path("revisions/", ".sig"))


@case("signature without its object", "bundle.entry-unpaired")
def _signature_alone(forgery: Forgery) -> None:
    forgery.put(f"reviews/{HEX}.json.sig", b"x")


@case("second signature without the first", "bundle.entry-unpaired")
def _second_alone(forgery: Forgery) -> None:
    forgery.drop(forgery.path("ratchet/", ".sig"))


@case("second signature where one is enough", "bundle.entry-name")
def _second_too_many(forgery: Forgery) -> None:
    forgery.put(forgery.path("revisions/", ".sig") + "2", b"x")


@case("part of a revision that is not here", "bundle.entry-unpaired")
def _part_alone(forgery: Forgery) -> None:
    forgery.put(f"parts/{HEX}.main.part", b"x" * 40)


@case("copy of a revision that is not here", "bundle.entry-unpaired")
def _copy_alone(forgery: Forgery) -> None:
    forgery.put(f"copies/{HEX}.txt", b"x")


@case("attachment without its facts", "bundle.entry-unpaired")
def _no_facts(forgery: Forgery) -> None:
    forgery.drop(forgery.path("attachments/", ".json"))


@case("facts without their attachment", "bundle.entry-unpaired")
def _facts_alone(forgery: Forgery) -> None:
    forgery.put(f"attachments/{HEX}.json", b'{"description":"","media_type":"x/y"}')


@case("no readme", "bundle.entry-unpaired")
def _no_readme(forgery: Forgery) -> None:
    forgery.drop("README.txt")


@case("part shorter than its salt", "bundle.bad-part")
def _short_part(forgery: Forgery) -> None:
    forgery.put(forgery.path("parts/"), b"x" * 32)


def _with_facts(facts: bytes) -> Change:
    def change(forgery: Forgery) -> None:
        forgery.put(forgery.path("attachments/", ".json"), facts)

    return change


for _name, _facts in (
    ("that are no JSON", b"x"),
    ("with a field more", b'{"description":"","extra":"","media_type":"x/y"}'),
    ("with a number", b'{"description":1,"media_type":"x/y"}'),
    ("of two lines", b'{"description":"a\\nb","media_type":"x/y"}'),
    ("without end", b'{"description":"","media_type":"' + b"x" * 101 + b'"}'),
):
    case(f"attachment facts {_name}", "bundle.attachment-facts")(_with_facts(_facts))


@case("copy that is not UTF-8", "bundle.bad-text")
def _not_utf8(forgery: Forgery) -> None:
    forgery.put(forgery.path("copies/"), b"\xff\xfe")


@case("copy with escape sequences", "bundle.bad-text")
def _escapes(forgery: Forgery) -> None:
    forgery.put(forgery.path("copies/"), b"\x1b]0;title\x07")


@case("readme with a carriage return", "bundle.bad-text")
def _carriage(forgery: Forgery) -> None:
    forgery.put("README.txt", b"safe\rtext")


# --- the padding --------------------------------------------------------------------------------


def _padding(change: Callable[[bytes], bytes]) -> Change:
    def edit(forgery: Forgery) -> bytes:
        archive = forgery.archive()
        last = list(spans(archive))[-1]
        forgery.repad = False
        forgery.members.append(("pad.bin", change(archive[last.start : last.stop])))
        return forgery.archive()

    return edit


for _name, _change in (
    ("not zero", lambda pad: pad[:-1] + b"\1"),
    ("a block too short", lambda pad: pad[BLOCK:]),
    ("a byte too short", lambda pad: pad[:-1]),
    ("a block too long", lambda pad: pad + bytes(BLOCK)),
    ("empty", lambda _pad: b""),
    ("of the next class", lambda pad: pad + bytes(256 * 1024)),
):
    case(f"padding {_name}", "bundle.padding")(_padding(_change))


@case("padding missing", "bundle.fixed-members")
def _no_padding(forgery: Forgery) -> None:
    forgery.repad = False


assert all(re.fullmatch(r"(bundle|crypto)\.[a-z-]+", made.code) for made in CASES.values())
