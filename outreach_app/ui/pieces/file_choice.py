"""Choosing files and folders in dialogs of Qt's own; they block nothing and keep no history.

The desktop's dialogs would write what was chosen into its lists of recent files, and make small
pictures of what they show.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, QStorageInfo, Qt, QUrl
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QSplitter,
    QTreeView,
    QWidget,
)

from outreach_app.ui.theme.look import current_look

Chosen = Callable[[Path], None]
_STICKS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_WIDE, _HIGH, _SIDE = 860, 540, 170
_NAME, _KIND = 0, 2


def file_dialog(parent: QWidget, title: str) -> QFileDialog:
    """Return a dialog that remembers nothing, with home, desktop and the sticks at its side."""
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setHistory([])
    dialog.setSidebarUrls([QUrl.fromLocalFile(place) for place in _places()])
    dialog.resize(current_look().px(_WIDE), current_look().px(_HIGH))
    if dialog.directory() == QDir.current():
        # Where the program was started is nobody's place; later dialogs begin where one was last.
        dialog.setDirectory(_first_place())
    for view in dialog.findChildren(QAbstractItemView):
        view.setDragEnabled(False)
        if isinstance(view, QTreeView):
            _give_names_room(view)
    for both in dialog.findChildren(QSplitter):
        both.setSizes([current_look().px(_SIDE), current_look().px(_WIDE - _SIDE)])
    return dialog


def _give_names_room(view: QTreeView) -> None:
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
    view.setColumnHidden(_KIND, True)  # the name ends with it


def _sticks(*, writable: bool = False) -> list[str]:
    return [
        volume.rootPath()
        for volume in QStorageInfo.mountedVolumes()
        if volume.rootPath().startswith(_STICKS) and not (writable and volume.isReadOnly())
    ]


def _first_place() -> str:
    """Return the stick, where there is just one to write on, else the person's own folder."""
    sticks = _sticks(writable=True)
    return sticks[0] if len(sticks) == 1 else QDir.homePath()


def _places() -> list[str]:
    where = QStandardPaths.StandardLocation
    kinds = (where.HomeLocation, where.DesktopLocation, where.DocumentsLocation)
    own = [QStandardPaths.writableLocation(kind) for kind in (*kinds, where.DownloadLocation)]
    sticks = _sticks()
    return [place for place in dict.fromkeys([*own, *sticks]) if place and Path(place).is_dir()]


def choose_file(parent: QWidget, title: str, chosen: Chosen, *, kinds: str = "") -> None:
    """Let a person choose an existing file; nothing is called when they do not.

    Args:
        parent: Owns the dialog.
        title: The dialog's.
        chosen: Gets the file.
        kinds: Only these, such as ``Pictures (*.png *.jpg)``; all where it is "".
    """
    dialog = file_dialog(parent, title)
    # Whoever looks for a file makes, renames and deletes nothing.
    dialog.setOption(QFileDialog.Option.ReadOnly)
    if kinds:
        dialog.setNameFilter(kinds)
    _open(dialog, QFileDialog.FileMode.ExistingFile, chosen)


def choose_files(
    parent: QWidget, title: str, kinds: str, chosen: Callable[[tuple[Path, ...]], None]
) -> None:
    """Let a person choose existing files of some kinds, such as ``Bundles (*.age)``."""
    dialog = file_dialog(parent, title)
    dialog.setNameFilter(kinds)
    dialog.setOption(QFileDialog.Option.ReadOnly)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda paths: chosen(tuple(map(Path, paths))))
    dialog.open()


def choose_folder(parent: QWidget, title: str, chosen: Chosen) -> None:
    """Let a person choose a folder."""
    dialog = file_dialog(parent, title)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, QFileDialog.FileMode.Directory, chosen)


def choose_new_file(parent: QWidget, title: str, suggested: str, chosen: Chosen) -> None:
    """Let a person say where a new file goes; the suggested name tells nothing."""
    dialog = file_dialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(suggested)
    _open(dialog, QFileDialog.FileMode.AnyFile, chosen)


def _open(dialog: QFileDialog, mode: QFileDialog.FileMode, chosen: Chosen) -> None:
    dialog.setFileMode(mode)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
