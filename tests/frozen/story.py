"""A short story for the frozen program: a note goes to the supervisor and back, with rare words in it."""

from dataclasses import dataclass
from pathlib import Path

from tests.cli.office import PHRASES
from tests.frozen.office import FrozenOffice

PEOPLE = (("AB", "Anna Berg", "caseworker"), ("SH", "Sara Hill", "supervisor"))
NAME, FACTS, SEARCHED, RETURNED, FILE, MISTYPED = (
    "Zvornikova",
    "Kestrelgate",
    "Tamarisklane",
    "Brindelmoor",
    "Quillonstead",
    "Vandaspire",
)
MARKERS = (NAME, FACTS, SEARCHED, RETURNED, MISTYPED, *PHRASES.values())
"""What nobody may read outside the vaults. The name of the copy that was asked for is not among it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the story came to: its case on the caseworker's laptop, how many commands it took."""

    case: str
    commands: int


def play(office: FrozenOffice) -> Told:
    """Write, search, print, share, return, correct, approve, confirm and verify.

    Raises:
        AssertionError: A command did not do what it should.
    """
    counted = _Counted(office)
    case = str(counted("AB", "case", "new")["client_ref"])
    counted("AB", "doc", "set", case, "client", f"preferred_name={NAME}")
    counted("AB", "doc", "set", case, "case", "service_kind=safe_house")
    counted("AB", "doc", "new", case, "contact_note")
    counted(
        "AB", "doc", "set", case, "contact_note",
        "note_kind=visit", "note_safe=yes", f"note_facts=She slept. {FACTS}.",
    )  # fmt: skip
    counted("AB", "doc", "sign", case, "contact_note")
    counted("AB", "search", SEARCHED)
    found = counted("AB", "search", FACTS)
    assert found["found"], "the note was not found"
    copy = office.copies / f"{FILE}.pdf"
    counted("AB", "doc", "pdf", case, "contact_note", "--out", copy)
    assert copy.read_bytes().startswith(b"%PDF-")
    _mistype(office)
    _review(counted, case)
    for who in ("AB", "SH"):
        assert counted(who, "vault", "verify")["sound"] is True
    return Told(case, counted.commands)


class _Counted:
    def __init__(self, office: FrozenOffice) -> None:
        self.office = office
        self.commands = 0
        self.cases: dict[str, str] = {}

    def __call__(self, who: str, *arguments: str | Path) -> dict[str, object]:
        self.commands += 1
        return self.office.json(who, *arguments)


def _mistype(office: FrozenOffice) -> None:
    wrong = office.desk / "wrong.phrase"
    wrong.write_text(f"{MISTYPED} lantern ribbon oyster meadow kettle\n", "utf-8")
    refused = office.run(
        "case", "list", "--vault", office.vault("AB"), "--passphrase-file", wrong, "--json"
    )
    assert refused.code == 3, refused


def _review(counted: _Counted, case: str) -> None:
    note = (case, "contact_note")
    _carry(counted, "AB", "SH")
    theirs = _first_case(counted, "SH")
    counted("SH", "review", "return", theirs, "contact_note", "--text", f"Who else? {RETURNED}")
    _carry(counted, "SH", "AB")
    counted("AB", "doc", "set", *note, "--reason", "correction", "note_present=client interpreter")
    counted("AB", "doc", "sign", *note)
    _carry(counted, "AB", "SH")
    counted("SH", "review", "approve", theirs, "contact_note")
    _carry(counted, "SH", "AB")
    sent = counted("AB", "bundle", "receipts")["sent"]
    assert isinstance(sent, list)
    assert sent[0]["arrived"]
    counted("SH", "bundle", "reviewed", sent[0]["bundle"])
    _carry(counted, "SH", "AB")
    again = counted("AB", "bundle", "receipts")["sent"]
    assert isinstance(again, list)
    assert again[0]["reviewed"]
    documents = counted("AB", "doc", "list", case)["documents"]
    assert isinstance(documents, list)
    states = {each["name"]: each["state"] for each in documents}
    assert states["contact_note"] == "approved"


def _first_case(counted: _Counted, who: str) -> str:
    """Return the reference of the one case, which may differ from laptop to laptop."""
    if who not in counted.cases:
        cases = counted(who, "case", "list")["cases"]
        assert isinstance(cases, list)
        counted.cases[who] = str(cases[0]["reference"])
    return counted.cases[who]


def _carry(counted: _Counted, sender: str, receiver: str) -> None:
    sent = counted(
        sender, "bundle", "export", _first_case(counted, sender), "--to", receiver,
        "--out", counted.office.stick, "--purpose", "for review",
    )  # fmt: skip
    files = sent["files"]
    assert isinstance(files, list)
    taken = counted(
        receiver, "bundle", "import", *(str(each["file"]) for each in files), "--accept"
    )["bundles"]
    assert isinstance(taken, list)
    assert all(each["accepted"] for each in taken)
