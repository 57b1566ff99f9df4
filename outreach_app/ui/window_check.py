"""A window drawn where nobody sees it: do Qt, its plugins and the fonts work in this installation?"""

import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QImageReader, QPixmap

from outreach_app.ui.app import make_application
from outreach_app.ui.pieces.fields import passphrase_field
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.theme.look import FAMILIES
from outreach_app.ui.unlock.calm import CalmPage

_ICON = "ui:check-light.svg"
_PICTURES = {"png", "jpeg", "svg", "webp", "bmp"}
_TITLE, _BELOW = "Ąčę العربية 中文", "አማርኛ ქართული हिन्दी ไทย"
"""Letters of several scripts; nobody reads them."""


def check_window() -> int:
    """Draw a page and say in one line what it was drawn with; 0 where everything was there."""
    application = make_application(["check"])
    page = CalmPage(_TITLE, _BELOW)
    page.column.addWidget(Text(_BELOW))
    page.column.addWidget(passphrase_field(_TITLE))
    page.resize(800, 600)
    page.show()
    application.processEvents()
    image = page.grab().toImage()
    drawn = {image.pixel(image.width() // 2, y) for y in range(image.height())}
    formats = {bytes(each.data()).decode("ascii") for each in QImageReader.supportedImageFormats()}
    lacking = [
        *(name for name in FAMILIES if name not in QFontDatabase.families()),
        *sorted(_PICTURES - formats),
        *(["icons"] if QPixmap(_ICON).isNull() else []),
        *(["letters"] if len(drawn) < 2 else []),
    ]
    platform = application.platformName()
    sys.stdout.write(f"Qt {qVersion()} ({platform}); " + (f"no {lacking}" if lacking else "drawn"))
    return 1 if lacking else 0
