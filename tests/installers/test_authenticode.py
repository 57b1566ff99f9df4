"""Signing for Windows: refused without an identity, and real signatures by one made for the test."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from installers.authenticode import (
    OSSLSIGNCODE,
    SIGNTOOL,
    Identity,
    has_signature,
    identity_of,
    main,
    sign,
    unsigned_files,
)
from installers.msi import make_installer
from installers.version import BuildFault
from tests.house.tree import ROOT

with_tools = pytest.mark.skipif(
    not all(map(shutil.which, (OSSLSIGNCODE, "openssl", "wixl"))),
    reason="needs osslsigncode, openssl and wixl",
)
STAMPS = "http://stamps.invalid/"
_AUTHORITY = """\
[req]
distinguished_name=name
prompt=no
[name]
CN=Trial
[root]
basicConstraints=critical,CA:true
keyUsage=critical,keyCertSign
[code]
extendedKeyUsage=codeSigning
[tsa]
extendedKeyUsage=critical,timeStamping
[stamps]
serial=serial
signer_digest=sha256
default_policy=1.2.3.4
digests=sha256
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Certificates of an authority, of somebody who signs, and of a time stamp service."""
    folder = tmp_path_factory.mktemp("authority")
    (folder / "ca.cnf").write_text(_AUTHORITY)
    (folder / "serial").write_text("01")
    (folder / "phrase").write_text("secret")
    key = ["-newkey", "rsa:2048", "-nodes", "-config", "ca.cnf"]
    _openssl(
        folder,
        *("req", "-x509", *key, "-extensions", "root", "-days", "2", "-subj", "/CN=Root"),
        *("-keyout", "root.key", "-out", "root.pem"),
    )
    for who in ("code", "tsa"):
        _openssl(folder, "req", *key, "-subj", f"/CN={who}", "-keyout", f"{who}.key", "-out", "csr")
        _openssl(
            folder,
            *("x509", "-req", "-in", "csr", "-CA", "root.pem", "-CAkey", "root.key", "-days", "2"),
            *("-CAcreateserial", "-extfile", "ca.cnf", "-extensions", who, "-out", f"{who}.pem"),
        )
    _openssl(
        folder,
        *("pkcs12", "-export", "-inkey", "code.key", "-in", "code.pem", "-certfile", "root.pem"),
        *("-passout", "file:phrase", "-out", "code.p12"),
    )
    return folder


def _openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, capture_output=True, check=True)


@pytest.fixture
def environment(authority: Path) -> Iterator[dict[str, str]]:
    """What names the identity, with a service of time stamps that answers."""
    command = [sys.executable, "-m", "tests.support.time_stamps", str(authority)]
    service = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert service.stdout is not None
    try:
        port = service.stdout.readline().strip()
        yield {
            "OUTREACH_SIGN_PKCS12": str(authority / "code.p12"),
            "OUTREACH_SIGN_PASSWORD_FILE": str(authority / "phrase"),
            "OUTREACH_SIGN_TIMESTAMP": f"http://127.0.0.1:{port}/",
            "OUTREACH_SIGN_ROOTS": str(authority / "root.pem"),
        }
    finally:
        service.terminate()
        service.wait()
        service.stdout.close()


def _program(folder: Path) -> Path:
    """Return a real program for Windows, unsigned."""
    found = find_spec("distlib")
    assert found is not None
    assert found.origin is not None
    return Path(shutil.copy(Path(found.origin).parent / "w64.exe", folder / "notes.exe"))


def _identity(environment: dict[str, str]) -> Identity:
    found = identity_of(environment)
    assert found is not None
    return found


@with_tools
def test_a_program_and_its_installer_are_signed_stamped_and_verified(
    environment: dict[str, str], authority: Path, tmp_path: Path
) -> None:
    program = tmp_path / "program"
    (program / "_internal").mkdir(parents=True)
    door = _program(program)
    library = shutil.copy(door, program / "_internal" / "one.dll")
    (program / "_internal" / "data.txt").write_text("data")
    identity = _identity(environment)
    assert sign([program], identity) == [Path(library), door]
    assert has_signature(door)
    before = door.read_bytes()
    assert sign([program], identity) == [], "a signature that is there stays"
    assert door.read_bytes() == before
    installer = make_installer(program, tmp_path)
    assert sign([installer], identity) == [installer]
    # Another eye than that of the tool's own verification in `sign`.
    for each in (door, installer):
        said = subprocess.run(
            [OSSLSIGNCODE, "verify", "-CAfile", authority / "root.pem", "-in", each],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        assert "Subject: /CN=code" in said
        assert "Timestamp time:" in said
    assert not list(tmp_path.rglob("*.signed"))


@with_tools
def test_what_gets_no_time_stamp_or_does_not_verify_stays_as_it_was(
    environment: dict[str, str], authority: Path, tmp_path: Path
) -> None:
    door = _program(tmp_path)
    before = door.read_bytes()
    wrong = [
        {"OUTREACH_SIGN_TIMESTAMP": "http://127.0.0.1:1/"},
        {"OUTREACH_SIGN_ROOTS": str(authority / "tsa.pem")},
        {"OUTREACH_SIGN_PASSWORD_FILE": str(authority / "serial")},
    ]
    for each in wrong:
        with pytest.raises(BuildFault, match=r"osslsigncode (sign|verify) failed|no time stamp"):
            sign([door], _identity({**environment, **each}))
        assert door.read_bytes() == before
    assert not list(tmp_path.rglob("*.signed"))


def test_without_an_identity_nothing_is_signed_and_every_way_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert identity_of({"HOME": "/homes/a"}) is None
    for name in ("THUMBPRINT", "AZURE_DLIB", "PKCS11_MODULE", "PKCS12", "TIMESTAMP"):
        monkeypatch.delenv(f"OUTREACH_SIGN_{name}", raising=False)
    assert main([str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "no identity is named" in said
    for name in ("THUMBPRINT", "AZURE_DLIB", "PKCS11_MODULE", "PKCS12", "TIMESTAMP", "ROOTS"):
        assert f"OUTREACH_SIGN_{name}" in said


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"TIMESTAMP": STAMPS}, ["none of the ways"]),
        ({"THUMBPRINT": "a" * 40, "PKCS12": "x"}, ["THUMBPRINT, OUTREACH_SIGN_PKCS12"]),
        (
            {"PKCS12": "nowhere.p12"},
            ["_PASSWORD_FILE", "_TIMESTAMP", "file that OUTREACH_SIGN_PKCS12"],
        ),
        ({"AZURE_DLIB": "nowhere.dll"}, ["_AZURE_METADATA", "_TIMESTAMP"]),
        (
            {"PKCS11_MODULE": "nowhere.so", "TIMESTAMP": STAMPS},
            ["_PKCS11_KEY", "_CERTIFICATES", "_PASSWORD_FILE"],
        ),
    ],
)
def test_what_is_missing_is_named_exactly(given: dict[str, str], missing: list[str]) -> None:
    with pytest.raises(BuildFault) as told:
        identity_of({f"OUTREACH_SIGN_{name}": value for name, value in given.items()})
    for each in missing:
        assert each in str(told.value)


@pytest.mark.parametrize(
    ("way", "values", "words"),
    [
        ("THUMBPRINT", {"THUMBPRINT": "a" * 40}, ["/sha1", "a" * 40]),
        ("AZURE_DLIB", {"AZURE_DLIB": "d", "AZURE_METADATA": "m"}, ["/dlib", "d", "/dmdf", "m"]),
    ],
)
def test_signtool_is_asked_as_its_documentation_says(
    way: str, values: dict[str, str], words: list[str]
) -> None:
    identity = Identity(way, {**values, "TIMESTAMP": STAMPS})
    command = identity.signing(Path("a.msi"), Path("b"))
    assert command[:3] == [SIGNTOOL, "sign", "/q"]
    assert command[-1] == "a.msi"
    assert command[3:9] == ["/fd", "SHA256", "/td", "SHA256", "/tr", STAMPS]
    assert command[-1 - len(words) : -1] == words
    assert identity.verifying(Path("a.msi"))[:2] == [SIGNTOOL, "verify"]


def test_a_token_is_asked_for_its_key_and_no_secret_stands_in_a_command() -> None:
    values = {
        "PKCS11_MODULE": "module.so",
        "PKCS11_KEY": "pkcs11:object=release",
        "CERTIFICATES": "chain.pem",
        "PASSWORD_FILE": "pin",
        "TIMESTAMP": STAMPS,
    }
    command = " ".join(Identity("PKCS11_MODULE", values).signing(Path("a.exe"), Path("b")))
    assert "-pkcs11module module.so -login -key pkcs11:object=release -certs chain.pem" in command
    assert "-readpass pin" in command
    assert "-add-msi-dse" not in command


def test_only_what_windows_runs_is_signed(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("x")
    with pytest.raises(BuildFault, match="nothing that is signed"):
        sign([text], Identity("PKCS12", {}))
    (tmp_path / "broken.dll").write_text("MZ and no more")
    with pytest.raises(BuildFault, match="no library for Windows"):
        unsigned_files(tmp_path)
