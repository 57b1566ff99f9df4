"""The computer's own dialogs for files and folders; they block nothing and keep no history of ours."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Chosen = Callable[[Path], None]


def choose_file(parent: QWidget, title: str, chosen: Chosen) -> None:
    """Let a person choose an existing file; nothing is called when they do not."""
    _open(QFileDialog(parent, title), QFileDialog.FileMode.ExistingFile, chosen)


def choose_files(
    parent: QWidget, title: str, kinds: str, chosen: Callable[[tuple[Path, ...]], None]
) -> None:
    """Let a person choose existing files of some kinds, such as ``Bundles (*.age)``."""
    dialog = QFileDialog(parent, title)
    dialog.setNameFilter(kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda paths: chosen(tuple(map(Path, paths))))
    dialog.open()


def choose_folder(parent: QWidget, title: str, chosen: Chosen) -> None:
    """Let a person choose a folder."""
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, QFileDialog.FileMode.Directory, chosen)


def choose_new_file(parent: QWidget, title: str, suggested: str, chosen: Chosen) -> None:
    """Let a person say where a new file goes; the suggested name tells nothing."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(suggested)
    _open(dialog, QFileDialog.FileMode.AnyFile, chosen)


def _open(dialog: QFileDialog, mode: QFileDialog.FileMode, chosen: Chosen) -> None:
    dialog.setFileMode(mode)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
