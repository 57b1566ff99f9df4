"""Files as answers: chosen, looked at inside the window, taken away; signatures drawn by hand."""

import mimetypes
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QImageWriter,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from outreach_app.engine.reading import QuestionView
from outreach_app.errors import HostFault, OutreachError
from outreach_app.paths import read_bytes
from outreach_app.store.attachments import LARGEST_BYTES
from outreach_app.ui.forms.answer import AnswerField
from outreach_app.ui.forms.work import FormWork
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.file_choice import choose_file
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.notices import error_words
from outreach_app.ui.pieces.surfaces import row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_MOST_PIXELS = 40_000_000
_LINE_PX = 2.5
_PNG = "image/png"


class FileAnswer(AnswerField):
    """A file: choose, look, take away."""

    def __init__(self, spoken: str, work: FormWork, address: str, *, image: bool) -> None:
        """Make a field for the question at an address; `image` allows pictures only."""
        holder = QWidget()
        super().__init__(holder)
        self._spoken, self._work, self._address, self._image = spoken, work, address, image
        self._value = ""
        self._shown = Text("", "soft")
        self._choose = Button(
            translate("forms", "Choose a file…"),
            self._on_choose,
            spoken=translate("forms", "Choose a file: {question}").format(question=spoken),
        )
        look_at = translate("forms", "Look at it: {question}").format(question=spoken)
        self._look = Button(translate("forms", "Look at it"), self._on_look, spoken=look_at)
        away = translate("forms", "Take away: {what}").format(what=spoken)
        self._away = Button(
            translate("forms", "Take away"), self._on_away, kind="plain", spoken=away
        )
        flow = Flow(gap=current_look().px(8))
        for button in (self._choose, self._look, self._away):
            flow.addWidget(button)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._shown)
        layout.addLayout(flow)

    @property
    def is_empty(self) -> bool:
        return not self._value

    def show_view(self, view: QuestionView) -> None:
        self._value = view.value
        self._look.setVisible(bool(view.value))
        self._away.setVisible(bool(view.value))
        self._shown.say(self._facts())

    def _facts(self) -> str:
        attachments = self._work.desk.sitting.vault.attachments
        if not self._value:
            mib = LARGEST_BYTES // 1024 // 1024
            return translate(
                "forms",
                "No file yet. At most {mib} MiB. Pictures are kept without the place and time that "
                "telephones hide in them.",
            ).format(mib=mib)
        if not attachments.holds(self._value):
            return translate("forms", "A file that is not on this laptop")
        facts = attachments.facts(self._value)
        kib = max(1, round(facts.size_bytes / 1024))
        name = facts.description or translate("forms", "A file")
        return translate("forms", "{name} · {kib} KiB, encrypted in the vault").format(
            name=name, kib=kib
        )

    def _on_choose(self) -> None:
        kinds = translate("forms", "Pictures") + " (*.png *.jpg *.jpeg)"
        every = translate("forms", "All files") + " (*)"
        choose_file(
            self.widget, self._spoken, self.take_file, kinds=kinds if self._image else every
        )

    def take_file(self, path: Path) -> None:
        """Store a file in the vault and make it the answer."""
        try:
            content = read_bytes(path, LARGEST_BYTES)
        except HostFault:
            self.misread.emit(
                translate("forms", "The file cannot be read, or is larger than {mib} MiB.").format(
                    mib=LARGEST_BYTES // 1024 // 1024
                )
            )
            return
        self.store(content, mimetypes.guess_type(path.name)[0] or "application/octet-stream")

    def store(self, content: bytes, media_type: str) -> None:
        """Store content in the vault and make it the answer."""
        try:
            self._work.attach(self._address, content, media_type, self._spoken)
        except OutreachError as error:
            self.misread.emit(" ".join(error_words(error)[1:]))
            return
        self.misread.emit("")

    def _on_look(self) -> None:
        try:
            content = self._work.desk.sitting.vault.attachments.get(self._value)
        except OutreachError as error:
            self.misread.emit(" ".join(error_words(error)[1:]))
            return
        Viewer(self.widget, self._spoken, content).open()

    def _on_away(self) -> None:
        self.answered.emit("")


def picture(content: bytes, fit: QSize) -> QImage | None:
    """Return a picture decoded in memory, None when it is none or far too large.

    Args:
        content: The bytes of the file.
        fit: Largest size wanted; an empty one leaves it as it is.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_PIXELS:
        return None
    image = reader.read()
    if image.isNull():
        return None
    if not fit.isEmpty() and (image.width() > fit.width() or image.height() > fit.height()):
        image = image.scaled(
            fit, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return image


class Viewer(QDialog):
    """Shows a picture inside the program; nothing is written to the disk for it."""

    def __init__(self, parent: QWidget, name: str, content: bytes) -> None:
        """Decode and show; what is no picture says so."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("forms", "Attachment"))
        look = current_look()
        layout = QVBoxLayout(self)
        layout.addWidget(Text(name, "heading"))
        screen = parent.window().size()
        fit = QSize(max(320, screen.width() - 160), max(240, screen.height() - 220))
        image = picture(content, fit)
        if image is None:
            kib = max(1, round(len(content) / 1024))
            layout.addWidget(
                Text(
                    translate(
                        "forms",
                        "This file is stored whole ({kib} KiB). It is not a picture, so it cannot "
                        "be shown here.",
                    ).format(kib=kib)
                )
            )
        else:
            label = QLabel()
            label.setPixmap(QPixmap.fromImage(image))
            label.setAccessibleName(name)
            area = QScrollArea()
            area.setWidget(label)
            area.setAccessibleName(name)
            area.setMinimumSize(image.size() + QSize(look.px(8), look.px(8)))
            layout.addWidget(area, 1)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(Button(translate("forms", "Close"), self.accept, kind="primary"))
        layout.addLayout(foot)


class DrawArea(QWidget):
    """A white area to write one's name on with the mouse or a pen."""

    def __init__(self, spoken: str) -> None:
        """Begin with nothing drawn."""
        super().__init__()
        self._strokes: list[list[QPointF]] = []
        self.setFixedSize(current_look().px(420), current_look().px(140))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(
            translate("forms", "Drawn with the mouse. With the keyboard, write the name instead.")
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not any(len(stroke) > 1 for stroke in self._strokes)

    def clear(self) -> None:
        """Take away what was drawn."""
        self._strokes = []
        self.update()

    def as_png(self) -> bytes:
        """Return what was drawn, black on white."""
        image = QImage(self.size(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        self._draw(painter)
        painter.end()
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, b"PNG").write(image)
        return bytes(content.data())

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(Qt.GlobalColor.black, _LINE_PX)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for stroke in self._strokes:
            painter.drawPolyline(stroke)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._strokes.append([event.position()])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._strokes and event.buttons() & Qt.MouseButton.LeftButton:
            self._strokes[-1].append(event.position())
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Paper is white in every theme: the drawing is stored black on white.
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(QPen(Qt.GlobalColor.gray, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        middle = self.height() * 3 // 4
        edge = self.width() // 16
        painter.drawLine(QPoint(edge, middle), QPoint(self.width() - edge, middle))
        self._draw(painter)


class DrawnAnswer(FileAnswer):
    """A signature drawn by hand, kept as a picture."""

    def __init__(self, spoken: str, work: FormWork, address: str) -> None:
        """Make a field for the question at an address."""
        super().__init__(spoken, work, address, image=True)
        self._area: DrawArea | None = None
        self._draw = Button(
            translate("forms", "Draw a signature"),
            self._on_draw,
            spoken=translate("forms", "Draw: {question}").format(question=spoken),
        )
        self._keep = Button(translate("forms", "Keep this drawing"), self._on_keep)
        self._again = Button(translate("forms", "Begin again"), self._on_again, kind="plain")
        self._choose.setVisible(False)
        layout = self.widget.layout()
        if isinstance(layout, QVBoxLayout):
            line = row(self._draw, self._keep, self._again)
            line.addStretch(1)
            layout.addLayout(line)
        self._keep.setVisible(False)
        self._again.setVisible(False)

    def show_view(self, view: QuestionView) -> None:
        super().show_view(view)
        if not view.value:
            self._shown.say(
                translate(
                    "forms",
                    "No drawn signature. A name under “Who” with how it was given is enough.",
                )
            )
        self._draw.setVisible(not view.value and self._area is None)

    def _on_draw(self) -> None:
        self._area = DrawArea(self._spoken)
        layout = self.widget.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self._area)
        self._draw.setVisible(False)
        self._keep.setVisible(True)
        self._again.setVisible(True)

    def _on_again(self) -> None:
        if self._area is not None:
            self._area.clear()

    def _on_keep(self) -> None:
        if self._area is None or self._area.is_empty:
            self.misread.emit(translate("forms", "Nothing is drawn yet."))
            return
        content = self._area.as_png()
        self._put_area_away()
        self.store(content, _PNG)

    def _put_area_away(self) -> None:
        if self._area is not None:
            self._area.clear()
            self._area.hide()
            self._area.deleteLater()
        self._area = None
        self._keep.setVisible(False)
        self._again.setVisible(False)
