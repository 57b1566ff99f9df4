"""Bundles and the public tools: the commands of the format's document, run as they are printed.

The two halves that handle a bundle from outside are shell scripts taken from the document; only
making (in the first test) and opening (in the second) are ours.
"""

import os
import re
import shutil
import subprocess
import textwrap
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from outreach_app.bundle.content import BundleContent, PartItem, RevisionItem
from outreach_app.bundle.readme import README_TEXT
from outreach_app.bundle.writer import SealedBundle
from outreach_app.crypto.authority import Issuer, Issuers, allowed_signers
from outreach_app.crypto.envelopes import ObjectType, make_envelope, sign_envelope
from outreach_app.crypto.keys import parse_public_line
from outreach_app.crypto.parts import digest_part
from outreach_app.domain.ids import Prefix
from tests.bundle.house import House, a_content, an_id

TOOLS = ("age", "age-keygen", "tar", "ssh-keygen", "sha256sum", "bash")
MISSING = [tool for tool in TOOLS if not shutil.which(tool)]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

DOCUMENT = Path(__file__).parents[2] / "docs" / "bundle-format.md"


def commands(name: str) -> str:
    found = re.search(
        rf"<!-- commands: {name} -->\n```sh\n(.*?)\n```\n", DOCUMENT.read_text("utf-8"), re.DOTALL
    )
    assert found
    return found[1]


def run(
    script: str, folder: Path, expect: int | None = 0, /, **variables: str
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env={**os.environ, **variables},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if expect is not None:
        assert done.returncode == expect, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def today() -> House:
    """A house whose certificates are valid by the real clock, which the tools read."""
    return House(now=datetime.fromtimestamp(int(time.time()), UTC))


@pytest.fixture(scope="module")
def real(today: House) -> SealedBundle:
    salt, answers = b"s" * 32, b'{"section_a":{"date":"2026-02-03"}}'
    payload = make_envelope(
        ObjectType.REVISION,
        today.organisation,
        an_id(Prefix.DOCUMENT, 1),
        {"parts": {"main": digest_part(salt, answers)}},
    )
    revision = RevisionItem(
        payload=payload,
        signature=sign_envelope(payload, today.signing_key, today.certificate()),
        parts=(PartItem(name="main", salt=salt, payload=answers),),
        copy="A copy\n",
    )
    other = a_content()
    return today.write(
        BundleContent(
            revisions=(revision,),
            reviews=other.reviews,
            forms=other.forms,
            attachments=other.attachments,
            certificates=(today.certificate() + b"\n",),
        ),
        purpose='For review: text with "quotes", "signer":{"device":"x","person":"y"} and \\ in it',
    )


def signers_file(house: House, folder: Path) -> Path:
    issuer = Issuer(
        public_key=house.authority.public,
        name="sample",
        valid_after=house.now - timedelta(days=300),
        valid_before=house.now + timedelta(days=300),
    )
    listed = Issuers(
        organisation=house.organisation, number=1, created=house.now, issuers=(issuer,)
    )
    path = folder / "allowed_signers"
    path.write_text(allowed_signers(listed), "utf-8")
    return path


def place(house: House, sealed: SealedBundle, folder: Path) -> dict[str, str]:
    (folder / "b.age").write_bytes(sealed.data)
    (folder / "identity").write_text(house.identity + "\n", "utf-8")
    return {
        "BUNDLE": str(folder / "b.age"),
        "IDENTITY": str(folder / "identity"),
        "SIGNERS": str(signers_file(house, folder)),
    }


def test_ours_is_opened_by_the_printed_commands(
    today: House, real: SealedBundle, tmp_path: Path
) -> None:
    done = run(commands("open"), tmp_path, **place(today, real, tmp_path))
    assert done.stdout.count('Good "manifest" signature') == 1
    assert done.stdout.count('Good "revision" signature') == 1
    assert today.sender in done.stdout
    part = next((tmp_path / "contents" / "parts").iterdir())
    answers = run(f"tail -c +33 {part}", tmp_path).stdout
    assert answers == '{"section_a":{"date":"2026-02-03"}}'
    when = (today.now + timedelta(days=1)).strftime("%Y%m%d%H%M%SZ")
    again = tmp_path / "again"
    again.mkdir()
    run(commands("open"), again, WHEN=when, **place(today, real, again))


def test_the_printed_commands_refuse(today: House, real: SealedBundle, tmp_path: Path) -> None:
    late = tmp_path / "late"
    late.mkdir()
    when = (today.now + timedelta(days=399)).strftime("%Y%m%d%H%M%SZ")
    refused = run(commands("open"), late, None, WHEN=when, **place(today, real, late))
    assert refused.returncode
    assert "expired" in refused.stderr

    for number, (edit, said) in enumerate(
        (
            ("echo x >> copies/*.txt", "did NOT match"),
            ("rm forms/*", "No such file"),
            ("echo x > revisions/extra.json", "> revisions/extra.json"),
            ("sed -i s/review/REVIEW/ manifest.json", "Signature verification failed"),
        )
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        script = commands("open").replace("\ncd contents\n", f"\ncd contents\n{edit}\n")
        script = script.replace("tar -tf ../bundle.tar", "find . -type f | cut -c 3-")
        refused = run(script, folder, None, **place(today, real, folder))
        assert refused.returncode, edit
        assert said in refused.stdout + refused.stderr


def test_the_readme_commands_work(today: House, real: SealedBundle, tmp_path: Path) -> None:
    place(today, real, tmp_path)
    run("age -d -i identity b.age | tar -xf -", tmp_path)
    readme = (tmp_path / "README.txt").read_text("utf-8")
    assert readme == README_TEXT
    script = readme[readme.index("  echo") : readme.index("\nBoth checks")]
    key = today.authority.public_line()
    inside = tmp_path / "inside"
    inside.mkdir()
    run("age -d -i ../identity ../b.age | tar -xf -", inside)
    done = run("set -eu\n" + textwrap.dedent(script).replace("ISSUING_KEY", key), inside)
    assert 'Good "manifest" signature' in done.stdout


def test_theirs_is_opened_by_us(tmp_path: Path) -> None:
    if "GNU tar" not in run("tar --version", tmp_path).stdout:
        pytest.skip("needs GNU tar")
    person, device = an_id(Prefix.PERSON, 21), an_id(Prefix.DEVICE, 22)
    organisation = an_id(Prefix.ORGANISATION, 23)
    run(
        """
        set -eu
        age-keygen -o identity 2> /dev/null
        ssh-keygen -q -t ed25519 -N '' -f authority
        ssh-keygen -q -t ed25519 -N '' -f key
        age=$(age-keygen -y identity)
        ssh-keygen -q -s authority -I sample -n "$PERSON" -z 12 -V -1d:+30d -O clear \
          -O extension:role@outreach=caseworker -O extension:org@outreach="$ORGANISATION" \
          -O extension:age@outreach="$age" -O extension:device@outreach="$DEVICE" key.pub
        mkdir -p contents/forms contents/attachments
        echo 'Read me' > contents/README.txt
        printf '<form/>' > form
        cp form "contents/forms/$(sha256sum < form | cut -c 1-64).xml"
        head -c 300000 /dev/urandom > scan
        hex=$(sha256sum < scan | cut -c 1-64)
        cp scan "contents/attachments/$hex"
        printf '{"description":"Scan","media_type":"image/png"}' > "contents/attachments/$hex.json"
        """,
        tmp_path,
        PERSON=person,
        DEVICE=device,
        ORGANISATION=organisation,
    )
    identity = (tmp_path / "identity").read_text("utf-8").splitlines()[-1]
    recipient = run("age-keygen -y identity", tmp_path).stdout.strip()
    reader = an_id(Prefix.PERSON, 24)
    run(
        commands("make"),
        tmp_path,
        CREATED="2026-02-03T11:00:00+00:00",
        PURPOSE="Made by hand",
        RECIPIENT=recipient,
        READER=reader,
        DEVICE=device,
        SIGNER=person,
        SERIAL="12",
        ID=an_id(Prefix.BUNDLE, 25),
        ORGANISATION=organisation,
        KEY=str(tmp_path / "key"),
    )
    house = House(now=datetime.fromtimestamp(int(time.time()), UTC))
    house.identity = identity
    authority = parse_public_line((tmp_path / "authority.pub").read_text("utf-8"))
    opened = house.read((tmp_path / "bundle.age").read_bytes(), authority=authority)
    assert opened.opened_for == reader
    assert opened.manifest.purpose == "Made by hand"
    assert opened.certificate.principal == person
    assert opened.content.forms == (b"<form/>",)
    assert opened.content.attachments[0].content == (tmp_path / "scan").read_bytes()
    assert opened.content.attachments[0].description == "Scan"
