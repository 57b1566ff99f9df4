"""A Debian package around the frozen program; needs `dpkg-deb`, `dpkg-query` and `ldd`."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from installers.freezing import PROGRAM, settle
from installers.licences import LICENCES
from installers.version import ROOT, BuildFault, moment, version

NAME = "outreach"
SEALED = "sealed-file.xml"
"""Makes bundles a kind of file of their own, where somebody puts it in force."""
_DESKTOP_ID = "org.outreach.outreach"
_HOME = Path("usr/lib") / NAME
_CONTROL = """\
Package: {name}
Version: {version}
Section: misc
Priority: optional
Architecture: {architecture}
Maintainer: Outreach maintainers <maintainers@outreach.invalid>
Installed-Size: {kib}
Depends: {depends}
Description: offline casework for people who support survivors
 Risk assessments, support plans and exit checklists in an encrypted vault on
 this computer; it connects to no network. Removing the package leaves every
 vault where it is.
"""
_DESKTOP = """\
[Desktop Entry]
Type=Application
Name=Notes
Exec=/usr/bin/{name} %f
Icon=accessories-text-editor
Terminal=false
Categories=Office;
StartupNotify=false
"""
"""The entry of the menu says no more than the title of the window does. It takes a file where somebody
chooses it for one, and is offered for no kind of file by itself: it names none."""
_LIBRARY = re.compile(r"=> (/(?:usr/)?lib(?:64)?/\S+)")
_ELF = b"\x7fELF"
_NEEDED = ("ldd", "dpkg-query", "dpkg-deb", "dpkg")


def make_package(program: Path, place: Path) -> Path:
    """Make the package and return its file.

    Args:
        program: Folder of the frozen program.
        place: Where the package will lie.

    Raises:
        BuildFault: A tool of Debian is missing, or its words say that it cannot be made.
    """
    if missing := [each for each in _NEEDED if shutil.which(each) is None]:
        raise BuildFault(f"A Debian package needs {', '.join(missing)}; this system has not.")
    tree = place / "debian"
    shutil.rmtree(tree, ignore_errors=True)
    _fill(tree, program)
    target = place / f"{NAME}_{version()}_{_architecture()}.deb"
    _said("dpkg-deb", "--root-owner-group", "--build", "-Zxz", str(tree), str(target))
    shutil.rmtree(tree)
    return target


def _fill(tree: Path, program: Path) -> None:
    home = tree / _HOME
    shutil.copytree(program, home, symlinks=True)
    texts = {
        f"usr/share/applications/{_DESKTOP_ID}.desktop": _DESKTOP.format(name=NAME),
        f"usr/share/doc/{NAME}/copyright": (program / LICENCES).read_text("utf-8"),
        f"usr/share/doc/{NAME}/policy.toml": (ROOT / "installers/linux/policy.toml").read_text(),
        f"usr/share/doc/{NAME}/{SEALED}": (ROOT / "installers/linux" / SEALED).read_text("utf-8"),
        "DEBIAN/control": _CONTROL.format(
            name=NAME,
            version=version(),
            architecture=_architecture(),
            kib=sum(each.stat().st_size for each in files_below(home)) // 1024,
            depends=", ".join(packages_of(libraries_of_the_system(home))),
        ),
    }
    for name, text in texts.items():
        file = tree / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{PROGRAM}")
    settle(tree)


def files_below(folder: Path) -> Iterator[Path]:
    """Yield every regular file of a folder, sorted; links are not followed."""
    return (each for each in sorted(folder.rglob("*")) if each.is_file() and not each.is_symlink())


def libraries_of_the_system(home: Path) -> frozenset[str]:
    """Return the paths of the system's libraries that the program's files are linked with."""
    return frozenset(
        path
        for each in files_below(home)
        if _begins_as_elf(each)
        for path in _LIBRARY.findall(_said("ldd", str(each)))
    )


def packages_of(libraries: Iterable[str]) -> list[str]:
    """Return the names of the packages that hold libraries, sorted.

    Raises:
        BuildFault: A library belongs to no package.
    """
    found = set()
    for path in libraries:
        # Where /lib is a link to /usr/lib, packages know either name.
        names = [path, str(Path(path).resolve()), path.removeprefix("/usr"), f"/usr{path}"]
        owner = next(filter(None, map(_owner, names)), "")
        if not owner:
            raise BuildFault(f"{path} belongs to no package, so nothing can depend on it.")
        found.add(owner)
    return sorted(found)


def _owner(path: str) -> str:
    asked = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
    return asked.stdout.partition(":")[0] if asked.returncode == 0 else ""


def _begins_as_elf(file: Path) -> bool:
    with file.open("rb") as content:
        return content.read(4) == _ELF


def _architecture() -> str:
    return _said("dpkg", "--print-architecture").strip()


def _said(*command: str) -> str:
    ran = subprocess.run(
        command,
        env={
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "SOURCE_DATE_EPOCH": str(moment()),
            "LC_ALL": "C",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode != 0:
        raise BuildFault(f"{' '.join(command)}\n{ran.stderr.strip()}")
    return ran.stdout
