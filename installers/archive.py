"""A plain archive of the frozen program: the same bytes for the same files."""

import gzip
import tarfile
from pathlib import Path

from installers.version import moment, target, version


def make_archive(program: Path, place: Path) -> Path:
    """Pack the folder of the program and return the file.

    Owner, order and times say nothing about the machine on which it was packed.
    """
    name = f"outreach-{version()}-{target()}"
    packed_file = place / f"{name}.tar.gz"
    with (
        packed_file.open("wb") as file,
        gzip.GzipFile("", "wb", fileobj=file, mtime=moment()) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for each in [program, *sorted(program.rglob("*"))]:
            told = archive.gettarinfo(each, f"{name}/{each.relative_to(program).as_posix()}")
            told.uid = told.gid = 0
            told.uname = told.gname = "root"
            told.mtime = moment()
            if told.isreg():
                with each.open("rb") as content:
                    archive.addfile(told, content)
            else:
                archive.addfile(told)
    return packed_file
