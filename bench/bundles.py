"""A bundle of 20 MB, sealed and opened, against `tar | age` of the same files in turn."""

import hashlib
import secrets
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import DEVNULL

from bench.people import Worker, enrol
from bench.table import Figure, milliseconds, ratio
from bench.timing import interleave, repeat
from outreach_app.bundle.content import AttachmentItem, BundleContent, PartItem, RevisionItem
from outreach_app.bundle.files import load_bundle, save_bundle
from outreach_app.bundle.manifest import Recipient
from outreach_app.bundle.members import list_members
from outreach_app.bundle.reader import OpenedBundle, read_bundle
from outreach_app.bundle.readme import README_BYTES
from outreach_app.bundle.writer import Cover, SealedBundle, Signer, write_bundle
from outreach_app.crypto.certificates import verify_certificate
from outreach_app.crypto.keys import SigningKey
from outreach_app.domain.ids import Prefix, make_id

NOW = datetime(2026, 2, 3, 11, 0, tzinfo=UTC)
PHOTOS, PHOTO_BYTES = 9, 2_000_000
REVISIONS, PART_BYTES = 500, 4_000
TIMES = 7


def measure(folder: Path) -> list[Figure]:
    """Return the figures of sealing, checking and opening."""
    authority = SigningKey.generate()
    writer, reader = enrol(authority, NOW), enrol(authority, NOW)
    content = _content()
    loose = _lay_out(content, folder / "loose")
    size = sum(path.stat().st_size for path in loose.rglob("*") if path.is_file())
    ours, theirs = folder / "ours.age", folder / "theirs.age"

    def seal() -> SealedBundle:
        sealed = _seal(content, writer, reader)
        ours.write_bytes(sealed.data)
        return sealed

    def open_ours() -> OpenedBundle:
        return read_bundle(
            load_bundle(ours),
            [reader.age_identity],
            lambda certificate: verify_certificate(certificate, authority.public, NOW),
            NOW + timedelta(hours=1),
        )

    sealed = seal()
    if len(open_ours().content.revisions) != REVISIONS:
        raise AssertionError("the bundle lost something")
    checked = repeat(lambda: save_bundle(folder / "checked.age", sealed, NOW), TIMES)
    about = f"{size / 1e6:.0f} MB, {REVISIONS} revisions, {PHOTOS} photographs"
    figures = [Figure("content of the bundle", about)]
    if shutil.which("age") is None or shutil.which("tar") is None:
        alone = [repeat(seal, TIMES), repeat(open_ours, TIMES)]
        figures.append(Figure("`tar` or `age` is not installed", "no comparison"))
    else:
        seal_theirs, open_theirs = _public_tools(folder, loose, theirs, (reader, writer))
        sealing = interleave([seal, seal_theirs], TIMES, warm=1)
        opening = interleave([open_ours, open_theirs], TIMES, warm=1)
        alone = [sealing[0], opening[0]]
        for verb, (mine, other) in (("sealed", sealing), ("opened", opening)):
            figures.append(Figure(f"{verb} by `tar` and `age`, median", milliseconds(other.median)))
            figures.append(ratio(f"{verb}, against that", mine.median / other.median, 4))
    return [
        *figures,
        Figure("sealed, median", milliseconds(alone[0].median)),
        Figure("opened with every check, median", milliseconds(alone[1].median)),
        Figure("checked, flushed and read back, median", milliseconds(checked.median)),
    ]


def _content() -> BundleContent:
    revisions = []
    for _ in range(REVISIONS):
        salt, part = secrets.token_bytes(32), secrets.token_bytes(PART_BYTES // 2).hex().encode()
        payload = b'{"revision":"%s"}' % hashlib.sha256(salt + part).hexdigest().encode()
        piece = PartItem(name="main", salt=salt, payload=part)
        item = RevisionItem(payload=payload, signature=secrets.token_bytes(300), parts=(piece,))
        revisions.append(item)
    photos = tuple(
        AttachmentItem(content=secrets.token_bytes(PHOTO_BYTES), media_type="image/jpeg")
        for _ in range(PHOTOS)
    )
    return BundleContent(revisions=tuple(revisions), attachments=photos)


def _seal(content: BundleContent, writer: Worker, reader: Worker) -> SealedBundle:
    cover = Cover(
        bundle_id=make_id(Prefix.BUNDLE, secrets.token_bytes(16)), created=NOW.isoformat()
    )
    signer = Signer(signing_key=writer.signing_key, certificate=writer.certificate)
    recipients = [
        Recipient(person_id=one.person_id, age_recipients=(one.age_recipient,), sequence=1)
        for one in (reader, writer)
    ]
    return write_bundle(content, cover, signer, recipients)


def _lay_out(content: BundleContent, folder: Path) -> Path:
    for member in list_members(content, README_BYTES):
        path = folder / member.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(member.content)
    return folder


def _public_tools(
    folder: Path, loose: Path, sealed: Path, people: tuple[Worker, Worker]
) -> tuple[Callable[[], None], Callable[[], None]]:
    """Return the two pipes of public programs: seal the loose files; open them into nothing.

    Ours opens into memory, so theirs is spared the writing of files.
    """
    identity = folder / "identity.txt"
    identity.write_text(people[0].age_identity + "\n", "ascii")
    recipients = [text for one in people for text in ("-r", one.age_recipient)]

    def seal() -> None:
        with sealed.open("wb") as file:
            _pipe(["tar", "-C", str(loose), "-cf", "-", "."], ["age", *recipients], file.fileno())

    def open_() -> None:
        _pipe(["age", "-d", "-i", str(identity), str(sealed)], ["tar", "-xOf", "-"], DEVNULL)

    return seal, open_


def _pipe(first: list[str], second: list[str], stdout: int) -> None:
    with subprocess.Popen(first, stdout=subprocess.PIPE) as giver:
        subprocess.run(second, stdin=giver.stdout, stdout=stdout, check=True)
    if giver.returncode:
        raise subprocess.CalledProcessError(giver.returncode, first)
