"""One thing that lies in the frozen program: a library, a font, data, or the program itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from installers.inventory import Part


class Kind(StrEnum):
    """What a thing is, in the words of CycloneDX."""

    PROGRAM = "application"
    LIBRARY = "library"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Text:
    """A licence or a notice: what it is called, and its words."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Library:
    """A thing in the program.

    Attributes:
        version: Empty where neither it nor its makers say one.
        licence: An SPDX expression.
        purl: Its package URL; empty for what is in no registry of packages.
        cpe: What databases of weaknesses call it; empty where unknown.
        files: Its files in the program.
        modules: How many Python modules of it lie in the program's own archive.
        lock: SHA-256 of every form in which the lock lets this version in.
        needs: Names, in lower case with hyphens, of the distributions that it asks for.
        inside: What its makers linked or copied into it.
        remark: What whoever reads the list needs to know beside it.
    """

    name: str
    version: str
    licence: str
    kind: Kind = Kind.LIBRARY
    purl: str = ""
    cpe: str = ""
    texts: tuple[Text, ...] = ()
    files: tuple[Part, ...] = ()
    modules: int = 0
    lock: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    inside: tuple["Library", ...] = ()
    remark: str = ""

    def all(self) -> Iterator["Library"]:
        """Yield this and everything inside, from the outside in."""
        yield self
        for each in self.inside:
            yield from each.all()


def cpe_of(maker: str, product: str, version: str) -> str:
    """Return the name in databases of weaknesses; empty without a version."""
    return f"cpe:2.3:a:{maker}:{product}:{version}:*:*:*:*:*:*:*" if version else ""
