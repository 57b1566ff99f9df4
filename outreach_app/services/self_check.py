"""A real act of every part on this machine, in a private folder that is removed afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter

from outreach_app.bundle.content import BundleContent
from outreach_app.bundle.manifest import Recipient
from outreach_app.bundle.reader import read_bundle
from outreach_app.bundle.writer import Cover, write_bundle
from outreach_app.bundle.writer import Signer as BundleSigner
from outreach_app.crypto.kdf import FLOOR, measured_ms
from outreach_app.domain.ids import Prefix
from outreach_app.domain.people import Role
from outreach_app.errors import OutreachError
from outreach_app.keychain import (
    KeychainFileStore,
    KeychainUnavailable,
    KeychainUnsigned,
    open_keychain,
)
from outreach_app.paths import private_dir
from outreach_app.phrases import phrase
from outreach_app.report.content import Field, PrintDocument, Section
from outreach_app.report.coverage import characters_without_shape, words_about
from outreach_app.report.document import render_document
from outreach_app.report.pictures import PageReader
from outreach_app.report.protect import protect
from outreach_app.services.catalogue import load_source, shipped_form_hashes, shipped_form_ids
from outreach_app.services.instants import CASEWORK_ZONE, write_instant
from outreach_app.services.organisation import CARD_NAME, Founding, enrol, found_organisation
from outreach_app.services.own_program import own_command
from outreach_app.services.revising import make_revision
from outreach_app.services.searching import search
from outreach_app.services.shipped import (
    bank_holiday_rows,
    forms_folder,
    root_folder,
    timescale_rows,
    word_list,
)
from outreach_app.services.vaults import (
    Newcomer,
    World,
    enrol_me,
    make_request,
    make_vault,
)
from outreach_app.services.workspace import Workspace, open_workspace

LIBRARIES = (
    "sqlcipher3",
    "pyrage",
    "PyNaCl",
    "cryptography",
    "argon2-cffi",
    "pyxform",
    "lxml",
    "google-re2",
    "openpyxl",
    "reportlab",
    "pyHanko",
    "pypdfium2",
    "uharfbuzz",
    "python-bidi",
    "shamir-mnemonic",
    "segno",
    "keyring",
    "platformdirs",
    "tzdata",
    "PySide6-Essentials",
)
_PASSPHRASE = "a passphrase for this check only"  # noqa: S105 - guards an empty throw-away vault
_PDF_PASSWORD = "0000 0000 0000"  # noqa: S105 - of an empty page that is thrown away
_SCRIPTS = (
    "Latin ąčę, Ελληνικά, Кириллица, Tiếng Việt, العربية, עברית, አማርኛ, Հայերեն, ქართული, हिन्दी, বাংলা, "
    "ગુજરાતી, ਪੰਜਾਬੀ, தமிழ், తెలుగు, മലയാളം, සිංහල, ไทย, ខ្មែរ, မြန်မာ, 中文"
)
_FAULTS = (OutreachError, ImportError, OSError, RuntimeError, ValueError, AssertionError)
"""What a part that does not work raises."""
_PATIENCE_S = 120
_DOTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Outcome:
    """One act: what was tried, whether it worked, a fact without personal data, and its time."""

    name: str
    passed: bool
    detail: str
    took_ms: int


def check_everything(world: World) -> tuple[Outcome, ...]:
    """Try every part and return the outcomes; a part that fails stops no other."""
    folder = private_dir(Path(tempfile.mkdtemp(prefix="check-")))
    trial = _Trial(folder, world)
    acts: tuple[tuple[str, Callable[[], str]], ...] = (
        (phrase("libraries"), _versions),
        (phrase("key derivation"), lambda: f"{measured_ms(FLOOR):.0f} ms at the floor"),
        (phrase("word list"), lambda: f"{len(word_list())} words"),
        (phrase("every form loaded"), _forms),
        (phrase("organisation and vault made"), trial.make),
        (phrase("vault locked and opened"), trial.reopen),
        (phrase("document written, signed and found"), trial.write_sign_and_find),
        (phrase("bundle sealed, opened, verified"), trial.exchange),
        (phrase("PDF in memory, every script"), _pdf),
        (phrase("picture of a printed page"), _page),
        (phrase("window, drawn where nobody sees it"), _window),
        (phrase("secret store of this system"), lambda: _keychain(world.new_id(Prefix.OBJECT))),
    )
    try:
        return tuple(_try(name, act) for name, act in acts)
    finally:
        trial.close()
        shutil.rmtree(folder, ignore_errors=True)


def _try(name: str, act: Callable[[], str]) -> Outcome:
    started = perf_counter()
    try:
        detail, passed = act(), True
    except _FAULTS as error:
        # Its kind only: a text could name a folder of this machine.
        detail, passed = getattr(error, "code", type(error).__name__), False
    return Outcome(name, passed, detail, round((perf_counter() - started) * 1000))


def _versions() -> str:
    found = []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} (bundled)")
    return ", ".join(found)


def _keychain(token: str) -> str:
    """Probe the optional secret store; none is no failure, the program works without."""
    try:
        open_keychain(token)
    except (KeychainUnavailable, KeychainFileStore):
        return "none that answers; it is optional"
    except KeychainUnsigned:
        return "left alone, for nobody signed this build; it is optional"
    return "answers a write, a read and a removal"


def _forms() -> str:
    names = shipped_form_ids()
    for form_id in names:
        load_source(forms_folder() / form_id / "form.md")
    return f"{len(names)} forms"


def _document() -> PrintDocument:
    return PrintDocument(
        title="Check",
        reference="CHECK-1",
        made_at=datetime(2026, 1, 1, tzinfo=CASEWORK_ZONE),
        sections=(Section("Scripts", (Field("Text", _SCRIPTS),)),),
    )


def _pdf() -> str:
    document = _document()
    if missing := characters_without_shape(document):
        raise AssertionError(words_about(missing))
    plain = render_document(document)
    # What protects a PDF is loaded only when it is wanted, so only doing it tells.
    protect(plain, _PDF_PASSWORD)
    return f"{len(plain) // 1024} KiB, and under a password"


def _page() -> str:
    reader = PageReader(render_document(_document()))
    try:
        picture = reader.picture(0, _DOTS_PER_INCH)
    finally:
        reader.close()
    if len(set(picture.pixels)) < 2:
        raise AssertionError("the page is empty")
    return f"{picture.width} by {picture.height} points, PDFium"


def _window() -> str:
    """Have a process of this program draw a window on a screen that is not there."""
    asked = subprocess.run(  # noqa: S603  our own program, no shell
        own_command("--check-window"),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root_folder())},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_PATIENCE_S,
        check=False,
    )
    if asked.returncode != 0:
        raise AssertionError("the window was not drawn")
    return asked.stdout.strip()


class _Trial:
    """A throw-away organisation and vault."""

    def __init__(self, folder: Path, world: World) -> None:
        self._folder = folder
        self._world = world
        self._workspace: Workspace | None = None

    @property
    def _open(self) -> Workspace:
        if self._workspace is None:
            self._workspace = open_workspace(self._folder / "vault", "XX", _PASSPHRASE, self._world)
        return self._workspace

    def make(self) -> str:
        now = self._world.clock()
        founding = Founding(
            organisation=self._world.new_id(Prefix.ORGANISATION),
            name="Check",
            site="XX",
            timescales=timescale_rows(),
            bank_holidays=bank_holiday_rows(),
            forms=shipped_form_hashes(),
        )
        place = self._folder / "organisation"
        found_organisation(place, founding, _PASSPHRASE, now=now)
        newcomer = Newcomer(
            initials="XX", full_name="Check", role=Role.CASEWORKER, parameters=FLOOR
        )
        card = (place / CARD_NAME).read_bytes()
        sitting = make_vault(self._folder / "vault", card, newcomer, _PASSPHRASE, self._world)
        try:
            request = make_request(sitting, _PASSPHRASE)
            enrol(place, request, Role.CASEWORKER, _PASSPHRASE, now=now)
            enrol_me(sitting, (place / CARD_NAME).read_bytes())
        finally:
            sitting.close()
        return "two signatures down from the root"

    def reopen(self) -> str:
        vault = self._open.vault
        vault.full_check()
        return f"{vault.journal.verify().n} acts in the journal"

    def write_sign_and_find(self) -> str:
        workspace = self._open
        made = workspace.casework.new_case()
        document = workspace.casework.resume(made.client.document_id)
        document.set_answer("preferred_name", "Trial")
        again = workspace.casework.resume(made.client.document_id)
        kept = again.session.value("preferred_name") == "Trial"
        if not kept:
            raise AssertionError("a saved answer was not there again")
        sitting = workspace.sitting
        signer = sitting.signer(_PASSPHRASE)
        for each in (made.client, made.case):
            plan = workspace.casework.plan(workspace.casework.resume(each.document_id))
            revision = make_revision(plan, signer, sitting)
            sitting.vault.revisions.sign_draft(revision, sitting.act("document.signed"))
        if not search(sitting, "Trial"):
            raise AssertionError("a signed answer was not found")
        return "a saved answer was there again, and found once it was signed"

    def exchange(self) -> str:
        sitting = self._open.sitting
        signer = sitting.signer(_PASSPHRASE)
        now: datetime = sitting.now()
        sealed = write_bundle(
            BundleContent(),
            Cover(bundle_id=sitting.new_id(Prefix.BUNDLE), created=write_instant(now)),
            BundleSigner(signing_key=signer.signing_key, certificate=signer.certificate),
            [
                Recipient(
                    person_id=sitting.me.person_id,
                    age_recipients=(sitting.me.age_recipient,),
                    sequence=1,
                    previous="",
                )
            ],
        )
        identities = [each.identity for each in sitting.vault.people.age_identities()]
        read_bundle(sealed.data, identities, sitting.trust.accept_sender, now)
        return f"{len(sealed.data) // 1024} KiB"

    def close(self) -> None:
        if self._workspace is not None:
            self._workspace.close()
