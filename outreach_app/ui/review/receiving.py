"""Taking bundles in: read, opened and checked off the window's thread, then into the inbox."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from outreach_app.crypto.age import LARGEST_FILE_BYTES
from outreach_app.engine.definition import FormDefinition
from outreach_app.errors import OutreachError
from outreach_app.paths import read_bytes
from outreach_app.services.catalogue import KeptForm, read_forms
from outreach_app.services.errors import WordsNotCompared
from outreach_app.services.exchange.inbox import Received, receiving
from outreach_app.services.exchange.opening import (
    Opener,
    Unsealed,
    compare_copies,
    opener_of,
)
from outreach_app.ui.jobs import Cancelled, Progress
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.slices import Slices

_MOST_IN_FOLDER = 500
_BUNDLES = "*.age"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BundleFile:
    """A file and what became of it.

    Attributes:
        name: The name of the file, without its folder.
        unsealed: The opened bundle, as far as it came.
        received: It is in the inbox, or was held already.
        error: Why it was refused; `WordsNotCompared` while words have to be compared first.
    """

    name: str
    unsealed: Unsealed | None = None
    received: Received | None = None
    error: OutreachError | None = None

    @property
    def needs_words(self) -> bool:
        """Whether it changes whom this laptop believes, and nobody has compared the words."""
        return isinstance(self.error, WordsNotCompared)


@dataclass(frozen=True, slots=True)
class _Compared:
    """Files with their copies compared, and the forms that were loaded for it."""

    files: tuple[BundleFile, ...]
    forms: tuple[FormDefinition, ...]


class Receiving(QObject):
    """Takes bundles into the inbox, one lot of files at a time.

    Attributes:
        stepped: File number so-and-so of so many is looked at.
        settled: What became of a file, as a `BundleFile`.
        ended: The lot is done; whether a person stopped it.
    """

    stepped = Signal(int, int)
    settled = Signal(object)
    ended = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Take bundles in for a desk."""
        super().__init__(parent)
        self._desk = desk
        self._running: Progress | None = None
        self._keeping: Slices | None = None
        self._count = 0
        self._stopped = False

    @property
    def busy(self) -> bool:
        """Whether a lot is being taken in."""
        return self._running is not None

    def take(self, paths: Sequence[Path]) -> None:
        """Look at files, and at the bundles in folders; nothing while a lot is on its way."""
        if self.busy or not paths:
            return
        self._stopped = False
        opener = opener_of(self._desk.sitting)
        self._start(partial(_open_all, tuple(paths), opener), self._compare)

    def take_compared(self, file: BundleFile) -> None:
        """Take a file in whose words a person has compared."""
        self._settle(file, lambda: None, words_compared=True)

    def stop(self) -> None:
        """Stop as soon as possible; what is in the inbox already stays there."""
        self._stopped = True
        if self._keeping is not None:
            # Nothing of this bundle stays; its file can be added again.
            self._keeping.stop()
            self._keeping = None
            self._end()
        elif self._running is not None:
            self._running.cancel()

    def _start(self, work: Callable[[Progress], T], then: Callable[[T], None]) -> None:
        self._running = self._desk.jobs.start_long(
            work, on=self, said=self._on_said, done=then, failed=self._fail
        )

    def _on_said(self, words: str) -> None:
        number, _slash, count = words.partition("/")
        if not self._stopped:
            self.stepped.emit(int(number), int(count))

    def _compare(self, files: tuple[BundleFile, ...]) -> None:
        """Compare the readable copies next, with the forms that they need."""
        if self._stopped:
            self._end()
            return
        catalogue = self._desk.workspace.catalogue
        wanted = {each for file in files if file.unsealed for each in file.unsealed.form_hashes()}
        work = partial(_compare_all, files, catalogue.loaded(wanted), catalogue.unread(wanted))
        self._start(work, self._keep)

    def _keep(self, compared: _Compared) -> None:
        self._desk.workspace.catalogue.adopt(compared.forms)
        self._count = len(compared.files)
        self._keep_next(list(compared.files))

    def _keep_next(self, files: list[BundleFile]) -> None:
        """Put one bundle after the other into the inbox; the window breathes in between."""
        if self._stopped or not files:
            self._end()
            return
        self.stepped.emit(self._count - len(files) + 1, self._count)
        self._settle(files.pop(0), lambda: self._keep_next(files))

    def _settle(
        self, file: BundleFile, then: Callable[[], None], *, words_compared: bool = False
    ) -> None:
        if file.unsealed is None or (file.error is not None and not file.needs_words):
            self.settled.emit(file)
            QTimer.singleShot(0, self, then)
            return
        workspace = self._desk.workspace

        def done(received: Received) -> None:
            self._keeping = None
            self.settled.emit(replace(file, received=received, error=None))
            then()

        def failed(error: Exception) -> None:
            self._keeping = None
            if not isinstance(error, OutreachError):
                raise error
            self.settled.emit(replace(file, error=error))
            then()

        steps = receiving(
            workspace.sitting, file.unsealed, workspace.shelf, words_compared=words_compared
        )
        self._keeping = Slices(self, steps, done=done, failed=failed)

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, Cancelled):
            raise error

    def _end(self) -> None:
        self._running = None
        self.ended.emit(self._stopped)


def _files_in(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(path.glob(_BUNDLES))[:_MOST_IN_FOLDER]
        else:
            found.append(path)
    return found


def _open_all(paths: Sequence[Path], opener: Opener, progress: Progress) -> tuple[BundleFile, ...]:
    files = _files_in(paths)
    opened = []
    for number, path in enumerate(files, start=1):
        progress.say(f"{number}/{len(files)}")
        opened.append(_open_one(path, opener))
    return tuple(opened)


def _open_one(path: Path, opener: Opener) -> BundleFile:
    try:
        content = read_bytes(path, LARGEST_FILE_BYTES)
        return BundleFile(path.name, opener.read(opener.open(content)))
    except OutreachError as error:
        return BundleFile(path.name, error=error)


def _compare_all(
    files: Sequence[BundleFile],
    loaded: dict[str, FormDefinition],
    unread: dict[str, KeptForm],
    progress: Progress,
) -> _Compared:
    read = read_forms(unread)
    forms = {**loaded, **read}
    compared = []
    for number, file in enumerate(files, start=1):
        progress.say(f"{number}/{len(files)}")
        compared.append(_compare_one(file, forms))
    return _Compared(tuple(compared), tuple(read.values()))


def _compare_one(file: BundleFile, forms: dict[str, FormDefinition]) -> BundleFile:
    if file.unsealed is None:
        return file
    try:
        return replace(file, unsealed=compare_copies(file.unsealed, forms))
    except OutreachError as error:
        return replace(file, error=error)
