"""The slot file on disk: two copies, each written whole, the second only after the first was read.

While a copy is being written the other one is untouched, so at any moment at least one whole copy
is there. Which copy to believe is decided by unlocking: the newest generation that opens and whose
keyed digest fits.
"""

from collections.abc import Mapping
from pathlib import Path

from outreach_app.crypto.errors import SlotFileFormat, SlotFileTooNew
from outreach_app.crypto.slot_file import (
    LARGEST_FILE_BYTES,
    parse_slot_file,
    serialise_slot_file,
)
from outreach_app.crypto.slots import SlotFile
from outreach_app.paths import FileTrouble, atomic_write, is_there, read_bytes
from outreach_app.store.errors import NoVault, SlotFileDamaged

COPY_NAMES = ("slots-a.json", "slots-b.json")


class SlotCopies:
    """The two copies of the slot file in a vault's folder."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is read yet."""
        self._paths = tuple(folder / name for name in COPY_NAMES)

    def exist(self) -> bool:
        """Say whether any copy is there."""
        return any(is_there(path) for path in self._paths)

    def candidates(self) -> tuple[SlotFile, ...]:
        """Return the different whole copies, the newest generation first.

        Raises:
            NoVault: There is no copy.
            SlotFileTooNew: A newer program wrote a copy.
            SlotFileDamaged: No copy is whole.
        """
        present = [path for path in self._paths if is_there(path)]
        if not present:
            raise NoVault
        whole: list[SlotFile] = []
        for path in present:
            try:
                file = parse_slot_file(read_bytes(path, LARGEST_FILE_BYTES))
            except SlotFileTooNew:
                raise
            except (SlotFileFormat, FileTrouble):
                continue
            if file not in whole:
                whole.append(file)
        if not whole:
            raise SlotFileDamaged
        return tuple(sorted(whole, key=lambda file: -file.generation))

    def write(self, file: SlotFile, roots: Mapping[int, bytes]) -> SlotFile:
        """Write both copies and return what stands in them now.

        A crash in between leaves at least one whole.

        Raises:
            HostFault: The machine failed; the copy that was not reached is untouched.
            SlotFileDamaged: What was read back is not what was written.
        """
        content = serialise_slot_file(file, roots)
        for path in self._paths:
            atomic_write(path, content)
            if read_bytes(path, LARGEST_FILE_BYTES) != content:
                raise SlotFileDamaged
        return parse_slot_file(content)

    def need_repair(self, file: SlotFile) -> bool:
        """Say whether a copy is missing, damaged or differs from the file that was believed."""
        return not all(is_there(path) for path in self._paths) or self._contents() != [file, file]

    def _contents(self) -> list[SlotFile | None]:
        found: list[SlotFile | None] = []
        for path in self._paths:
            try:
                found.append(parse_slot_file(read_bytes(path, LARGEST_FILE_BYTES)))
            except (SlotFileFormat, FileTrouble):
                found.append(None)
        return found
