"""What sets one setting: a box, a number, a list, a line; a line to read where nothing is to choose."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from outreach_app.setting_shape import Kind, Setting, Strength
from outreach_app.ui.pieces.fields import line_field
from outreach_app.ui.pieces.lists import ListBox
from outreach_app.ui.speech import translate, translate_known
from outreach_app.ui.theme.look import current_look

Keep = Callable[[str], object]
_PATH_PX = 260


def setting_title(setting: Setting) -> str:
    """Return what a setting is called in the window's language."""
    return translate_known("settings", setting.title)


def value_words(setting: Setting, value: str) -> str:
    """Return a value as a person reads it."""
    if setting.kind is Kind.YES_NO:
        return translate("settings", "yes") if value == "yes" else translate("settings", "no")
    if setting.kind is Kind.FOLDER and not value:
        return translate("settings", "anywhere")
    return value or translate("settings", "nothing")


def decided_words(setting: Setting, value: str) -> str:
    """Return what is decided about a setting: a bound or a value."""
    if setting.strength is Strength.AT_MOST:
        return translate("settings", "{number} at most").format(number=value)
    if setting.strength is Strength.AT_LEAST:
        return translate("settings", "{number} at least").format(number=value)
    return value_words(setting, value)


def setting_control(
    setting: Setting, value: str, keep: Keep, *, bounds: tuple[int, int] | None = None
) -> QWidget:
    """Return a control that shows a value and hands on what is chosen.

    Args:
        setting: What is set.
        value: What it is now.
        keep: Called with each new value.
        bounds: What may be chosen of a whole number, if less than the table says.
    """
    title = setting_title(setting)
    if setting.kind is Kind.YES_NO:
        box = QCheckBox(translate("settings", "Yes"))
        box.setChecked(value == "yes")
        box.toggled.connect(lambda on: keep("yes" if on else "no"))
        box.setAccessibleName(title)
        return box
    if setting.kind in {Kind.TELEPHONE, Kind.FOLDER}:
        line = line_field(title, value)
        if setting.kind is Kind.FOLDER:
            line.setPlaceholderText(translate("settings", "anywhere"))
            line.setMinimumWidth(current_look().px(_PATH_PX))
        line.editingFinished.connect(lambda: keep(line.text().strip()))
        return line
    if setting.bounds is not None:
        number = QSpinBox()
        number.setRange(*(bounds or setting.bounds))
        number.setValue(int(value))
        # The style sheet's padding does not reach the text of this kind of field.
        number.lineEdit().setTextMargins(current_look().px(8), 0, 0, 0)
        number.valueChanged.connect(lambda given: keep(str(given)))
        number.setAccessibleName(title)
        return number
    choice = ListBox(title)
    for each in setting.choices:
        choice.add(each, each)
    choice.setCurrentIndex(choice.findData(value))
    choice.currentIndexChanged.connect(lambda _place: keep(str(choice.currentData())))
    return choice


def fixed_value(setting: Setting, value: str) -> QWidget:
    """Return a line that shows a value and takes none; one comes to it by Tab, to hear it read."""
    line = line_field(setting_title(setting), value_words(setting, value))
    line.setReadOnly(True)
    if setting.kind is Kind.FOLDER:
        line.setMinimumWidth(current_look().px(_PATH_PX))
    return line
