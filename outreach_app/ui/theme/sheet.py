"""The style sheet, made from the tokens. Widgets say what they are by the property ``kind``."""

from collections.abc import Callable

from outreach_app.ui.theme.tokens import Tokens

Pixels = Callable[[float], int]
_CELL_TEXT_PX = 3
"""How far a style moves the text of a cell in beyond its padding, and that of a head it does not."""


def style_sheet(tokens: Tokens, px: Pixels) -> str:
    """Return the style sheet of the whole application.

    Args:
        tokens: The colours.
        px: Size at 100 % text to the size now, in pixels.
    """
    parts = (
        _texts,
        _surfaces,
        _buttons,
        _choices,
        _fields,
        _chips,
        _tables,
        _navigation,
        _bars,
        _cells,
    )
    return "\n".join(part(tokens, px) for part in parts)


def _texts(tokens: Tokens, px: Pixels) -> str:
    return f"""
    QWidget {{ color: {tokens.ink}; }}
    QLabel {{ background: transparent; }}
    QLabel[kind="title"] {{ font-size: {px(22)}px; font-weight: 700; }}
    QLabel[kind="heading"] {{ font-size: {px(15)}px; font-weight: 700; }}
    QLabel[kind="strong"] {{ font-weight: 700; }}
    QLabel[kind="soft"] {{ color: {tokens.ink_soft}; }}
    QLabel[kind="small"] {{ color: {tokens.ink_soft}; font-size: {px(12.5)}px; }}
    QLabel[kind="gap"] {{ color: {tokens.medium}; font-size: {px(12.5)}px; }}
    QLabel[kind="fault"] {{ color: {tokens.high}; font-size: {px(12.5)}px; font-weight: 700; }}
    QLabel[kind="figure"] {{ font-size: {px(26)}px; font-weight: 700; }}
    QLabel[kind="column"] {{ color: {tokens.ink_faint}; font-size: {px(12)}px; font-weight: 700; }}
    QLabel[kind="words"] {{ font-size: {px(16)}px; font-weight: 700; }}
    QToolTip {{ background: {tokens.panel}; color: {tokens.ink}; border: 1px solid {tokens.edge}; }}
    """


def _surfaces(tokens: Tokens, px: Pixels) -> str:
    return f"""
    QMainWindow, QDialog, QWidget[kind="ground"] {{ background: {tokens.ground}; }}
    QFrame[kind="card"] {{ background: {tokens.panel}; border: 1px solid {tokens.line};
        border-radius: {px(12)}px; }}
    QFrame[kind="chosen"] {{ background: {tokens.accent_soft}; border: 2px solid {tokens.accent};
        border-radius: {px(12)}px; }}
    QFrame[kind="quiet"] {{ background: {tokens.sunken}; border: 2px solid {tokens.sunken};
        border-radius: {px(8)}px; }}
    QFrame[kind="quiet"]:focus {{ border-color: {tokens.focus}; }}
    QFrame[kind="strip"] {{ background: {tokens.sunken}; border: none;
        border-bottom: 1px solid {tokens.line}; }}
    QFrame[kind="panel"], QWidget[kind="panel"] {{ background: {tokens.panel}; }}
    QFrame[kind="alarm"] {{ background: {tokens.very_high_soft}; border: 1px solid
        {tokens.very_high}; border-radius: {px(8)}px; }}
    QFrame[kind="warning"] {{ background: {tokens.medium_soft}; border: 1px solid {tokens.medium};
        border-radius: {px(8)}px; }}
    QFrame[kind="rule"] {{ background: {tokens.line}; border: none; max-height: 1px;
        min-height: 1px; }}
    QFrame[kind="side-rule"] {{ background: {tokens.line}; border: none; max-width: 1px;
        min-width: 1px; }}
    QScrollArea {{ background: transparent; border: none; }}
    QScrollArea > QWidget > QWidget[kind="clear"] {{ background: transparent; }}
    QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 2px; }}
    QScrollBar::handle:vertical {{ background: {tokens.edge}; border-radius: {px(4)}px;
        min-height: {px(32)}px; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 2px; }}
    QScrollBar::handle:horizontal {{ background: {tokens.edge}; border-radius: {px(4)}px;
        min-width: {px(32)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSplitter::handle {{ background: {tokens.line}; }}
    """


def _buttons(tokens: Tokens, px: Pixels) -> str:
    return f"""
    QPushButton {{ background: {tokens.panel}; color: {tokens.ink}; font-weight: 700;
        border: 1px solid {tokens.edge}; border-radius: {px(8)}px;
        padding: {px(8)}px {px(15)}px; min-height: {px(18)}px; outline: none; }}
    QPushButton:hover {{ background: {tokens.sunken}; }}
    QPushButton:focus {{ border: 2px solid {tokens.focus}; padding: {px(8) - 1}px {px(15) - 1}px; }}
    QPushButton:disabled {{ color: {tokens.ink_faint}; background: {tokens.sunken};
        border-color: {tokens.line}; }}
    QPushButton[kind="primary"] {{ background: {tokens.accent}; color: {tokens.accent_ink};
        border-color: {tokens.accent}; }}
    QPushButton[kind="primary"]:hover {{ background: {tokens.accent_hover}; }}
    QPushButton[kind="primary"]:focus {{ border: 2px solid {tokens.focus};
        padding: {px(8) - 1}px {px(15) - 1}px; }}
    QPushButton[kind="primary"]:disabled {{ background: {tokens.sunken};
        color: {tokens.ink_faint}; border-color: {tokens.line}; }}
    QPushButton[kind="plain"] {{ background: transparent; color: {tokens.accent};
        border-color: transparent; padding: {px(6)}px {px(8)}px; }}
    QFrame[kind="strip"] QPushButton[kind="plain"] {{ padding: 0 {px(8)}px;
        min-height: {px(18)}px; }}
    QPushButton[kind="plain"]:hover {{ background: {tokens.accent_soft}; }}
    QPushButton[kind="plain"]:focus {{ border: 2px solid {tokens.focus}; }}
    QPushButton[kind="plain"]:disabled {{ color: {tokens.ink_faint}; }}
    QPushButton[kind="quiet"] {{ background: transparent; color: {tokens.ink_soft};
        font-weight: 400; font-size: {px(12.5)}px; border: 1px solid transparent;
        border-radius: {px(6)}px; padding: {px(2)}px {px(6)}px; min-height: {px(16)}px; }}
    QPushButton[kind="quiet"]:hover {{ background: {tokens.sunken}; color: {tokens.ink}; }}
    QPushButton[kind="quiet"]:checked {{ background: {tokens.medium_soft};
        color: {tokens.medium}; font-weight: 700; }}
    QPushButton[kind="quiet"]:focus {{ border: 2px solid {tokens.focus};
        padding: {px(2) - 1}px {px(6) - 1}px; }}
    QPushButton[kind="danger"] {{ color: {tokens.very_high}; border-color: {tokens.very_high}; }}
    QPushButton[kind="danger"]:hover {{ background: {tokens.very_high_soft}; }}
    QPushButton[opens="true"] {{ padding-right: {px(24)}px; }}
    QPushButton::menu-indicator {{ image: url("ui:down-{_arrow_name(tokens)}.svg");
        width: {px(10)}px; height: {px(10)}px;
        subcontrol-position: right center; right: {px(11)}px; }}
    QPushButton[kind="primary"]::menu-indicator {{
        image: url("ui:down-{_arrow_on_accent(tokens)}.svg"); }}
    QMenu {{ background: {tokens.panel}; border: 1px solid {tokens.edge}; padding: {px(4)}px; }}
    QMenu::item {{ padding: {px(7)}px {px(18)}px; border-radius: {px(5)}px; }}
    QMenu::item:selected {{ background: {tokens.accent_soft}; color: {tokens.ink}; }}
    QMenu::item:disabled {{ color: {tokens.ink_faint}; }}
    """


def _choices(tokens: Tokens, px: Pixels) -> str:
    return f"""
    QPushButton[kind="choice"] {{ padding: {px(7)}px {px(13)}px; }}
    QPushButton[kind="choice"]:checked {{ background: {tokens.accent_soft}; color: {tokens.accent};
        border: 2px solid {tokens.accent}; padding: {px(7) - 1}px {px(13) - 1}px; }}
    QPushButton[kind="choice"]:focus {{ border: 2px solid {tokens.focus};
        padding: {px(7) - 1}px {px(13) - 1}px; }}
    QPushButton[kind="alarm-choice"] {{ padding: {px(7)}px {px(13)}px; }}
    QPushButton[kind="alarm-choice"]:checked {{ background: {tokens.very_high};
        color: {tokens.very_high_ink}; border: 2px solid {tokens.very_high}; }}
    QPushButton[kind="alarm-choice"]:focus {{ border: 2px solid {tokens.focus}; }}
    QCheckBox, QRadioButton {{ spacing: {px(9)}px; padding: {px(4)}px; background: transparent;
        outline: none; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: {px(16)}px; height: {px(16)}px;
        border: 2px solid {tokens.edge}; background: {tokens.panel}; }}
    QCheckBox::indicator {{ border-radius: {px(4)}px; }}
    QRadioButton::indicator {{ border-radius: {px(16) // 2 + 2}px; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked {{
        background: {tokens.accent}; border-color: {tokens.accent}; }}
    QCheckBox::indicator:checked {{ image: url("ui:check-{_ink_name(tokens)}.svg"); }}
    QRadioButton::indicator:checked {{ image: url("ui:dot-{_ink_name(tokens)}.svg"); }}
    QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {tokens.focus};
        border-radius: {px(6)}px; padding: {px(4) - 2}px; }}
    """


def _cells(tokens: Tokens, px: Pixels) -> str:
    """Return the cells of the grid of likelihood and severity, by band."""
    bands = (
        ("low", tokens.low, tokens.low_soft),
        ("medium", tokens.medium, tokens.medium_soft),
        ("high", tokens.high, tokens.high_soft),
        ("very_high", tokens.very_high, tokens.very_high_soft),
    )
    shape = f"border: 2px solid transparent; border-radius: {px(5)}px; padding: {px(2)}px;"
    return (
        "\n".join(
            f'QPushButton[kind="cell"][band="{name}"] {{ background: {ground}; color: {ink}; {shape} }}'
            for name, ink, ground in bands
        )
        + f"""
    QPushButton[kind="cell"]:checked {{ border: 3px solid {tokens.ink}; padding: {px(2) - 1}px; }}
    QPushButton[kind="cell"]:focus {{ border: 3px solid {tokens.focus}; padding: {px(2) - 1}px; }}
    """
    )


def _ink_name(tokens: Tokens) -> str:
    """Return which picture of a tick stands out on the accent colour."""
    return "light" if tokens.accent_ink.upper() == "#FFFFFF" else "dark"


def _fields(tokens: Tokens, px: Pixels) -> str:
    fields = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QDateEdit"
    focused = ", ".join(f"{each}:focus" for each in fields.split(", "))
    disabled = ", ".join(f"{each}:disabled" for each in fields.split(", "))
    return f"""
    {fields} {{ background: {tokens.panel}; color: {tokens.ink}; border: 1px solid {tokens.edge};
        border-radius: {px(8)}px; padding: {px(7)}px {px(10)}px;
        selection-background-color: {tokens.accent}; selection-color: {tokens.accent_ink}; }}
    {focused} {{ border: 2px solid {tokens.focus}; padding: {px(7) - 1}px {px(10) - 1}px; }}
    QLineEdit[wrong="yes"] {{ border: 2px solid {tokens.high}; padding: {px(7) - 1}px {px(10) - 1}px; }}
    {disabled} {{ background: {tokens.sunken}; color: {tokens.ink_soft}; }}
    QLineEdit:read-only {{ background: {tokens.sunken}; }}
    QAbstractSpinBox {{ padding-right: {px(30)}px; }}
    QAbstractSpinBox:focus {{ padding-right: {px(30) - 1}px; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: border;
        width: {px(26)}px; border: none; background: transparent; }}
    QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin-top: 3px; }}
    QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin-bottom: 3px; }}
    QAbstractSpinBox::up-arrow {{ image: url("ui:up-{_arrow_name(tokens)}.svg");
        width: {px(9)}px; height: {px(9)}px; }}
    QAbstractSpinBox::down-arrow {{ image: url("ui:down-{_arrow_name(tokens)}.svg");
        width: {px(9)}px; height: {px(9)}px; }}
    QComboBox QLineEdit, QComboBox QLineEdit:focus {{ background: transparent; border: none;
        border-radius: 0; padding: 0; }}
    QComboBox::drop-down {{ border: none; width: {px(26)}px; }}
    QComboBox::down-arrow {{ image: url("ui:down-{_arrow_name(tokens)}.svg");
        width: {px(10)}px; height: {px(10)}px; }}
    QComboBox QAbstractItemView {{ background: {tokens.panel}; border: 1px solid {tokens.edge};
        selection-background-color: {tokens.accent_soft}; selection-color: {tokens.ink};
        padding: {px(4)}px; }}
    QCalendarWidget QWidget {{ alternate-background-color: {tokens.sunken}; }}
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {tokens.panel}; }}
    QCalendarWidget QToolButton {{ background: transparent; color: {tokens.ink}; border: none;
        border-radius: {px(6)}px; padding: {px(5)}px {px(8)}px; font-weight: 700; }}
    QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus {{
        background: {tokens.accent_soft}; }}
    QCalendarWidget QAbstractItemView:enabled {{ background: {tokens.panel}; color: {tokens.ink};
        selection-background-color: {tokens.accent}; selection-color: {tokens.accent_ink}; }}
    QSlider::groove:horizontal {{ height: {px(6)}px; background: {tokens.line};
        border-radius: {px(3)}px; }}
    QSlider::handle:horizontal {{ background: {tokens.accent}; width: {px(18)}px;
        margin: -{px(6)}px 0; border-radius: {px(9)}px; }}
    """


def _arrow_name(tokens: Tokens) -> str:
    return "dark" if tokens.panel.upper() == "#FFFFFF" else "light"


def _arrow_on_accent(tokens: Tokens) -> str:
    return "dark" if tokens.accent_ink.upper() != "#FFFFFF" else "light"


def _chips(tokens: Tokens, px: Pixels) -> str:
    shape = (
        f"border-radius: {px(6)}px; padding: {px(3)}px {px(9)}px; font-size: {px(12.5)}px; "
        "font-weight: 700;"
    )
    pairs = (
        ("low", tokens.low, tokens.low_soft),
        ("medium", tokens.medium, tokens.medium_soft),
        ("high", tokens.high, tokens.high_soft),
        ("very_high", tokens.very_high, tokens.very_high_soft),
        ("neutral", tokens.ink_soft, tokens.sunken),
        ("accent", tokens.accent, tokens.accent_soft),
    )
    return "\n".join(
        f'QLabel[chip="{name}"] {{ color: {ink}; background: {ground}; {shape} }}'
        for name, ink, ground in pairs
    )


def _tables(tokens: Tokens, px: Pixels) -> str:
    return f"""
    QTableView, QListView, QTreeView {{ background: {tokens.panel}; border: none;
        gridline-color: {tokens.line}; outline: none;
        selection-background-color: {tokens.accent_soft}; selection-color: {tokens.ink}; }}
    QTableView::item, QListView::item {{ padding: {px(7)}px {px(10)}px; }}
    QListView::item {{ border-radius: {px(8)}px; }}
    QTableView::item {{ border-bottom: 1px solid {tokens.line}; }}
    QTableView::item:selected, QListView::item:selected {{ background: {tokens.accent_soft};
        color: {tokens.ink}; }}
    QTableView::item:focus, QListView::item:focus {{
        border: 2px solid {tokens.focus}; }}
    QHeaderView {{ background: {tokens.panel}; border: none; }}
    QHeaderView::section {{ background: {tokens.panel}; color: {tokens.ink_faint};
        font-size: {px(12)}px; font-weight: 700; border: none;
        border-bottom: 1px solid {tokens.line}; padding: {px(6)}px {px(10) + _CELL_TEXT_PX}px; }}
    QTabBar::tab {{ padding: {px(8)}px {px(14)}px; color: {tokens.ink_soft}; font-weight: 700;
        border: none; border-bottom: 3px solid transparent; background: transparent; }}
    QTabBar::tab:selected {{ color: {tokens.accent}; border-bottom-color: {tokens.accent}; }}
    QTabBar::tab:focus {{ border: 2px solid {tokens.focus}; }}
    QTabWidget::pane {{ border: none; }}
    """


def _navigation(tokens: Tokens, px: Pixels) -> str:
    return f"""
    QFrame[kind="navigation"] {{ background: {tokens.navigation}; border: none; }}
    QFrame[kind="navigation"] QLabel {{ color: {tokens.navigation_soft}; }}
    QFrame[kind="navigation"] QLabel[kind="brand"] {{ color: {tokens.navigation_ink};
        font-weight: 700; font-size: {px(15)}px; }}
    QFrame[kind="navigation"] QLabel[kind="me"] {{ color: {tokens.navigation_ink};
        font-weight: 700; }}
    QFrame[kind="navigation"] QLabel[kind="small"] {{ color: {tokens.navigation_soft};
        font-size: {px(12.5)}px; }}
    QLabel#badge {{ background: {tokens.navigation_on}; color: {tokens.navigation_ink};
        border-radius: {px(9)}px; padding: {px(1)}px {px(8)}px; font-size: {px(12)}px;
        font-weight: 700; }}
    QLabel#keys {{ font-size: {px(11.5)}px; }}
    QPushButton[kind="room"] {{ background: transparent; color: {tokens.navigation_soft};
        border: 2px solid transparent; border-radius: {px(8)}px; text-align: left;
        padding: {px(7)}px {px(10)}px; font-weight: 400; }}
    QPushButton[kind="room"]:hover {{ background: {tokens.navigation_on}; }}
    QPushButton[kind="room"]:checked {{ background: {tokens.navigation_on};
        color: {tokens.navigation_ink}; font-weight: 700; }}
    QPushButton[kind="room"]:focus {{ border-color: {tokens.navigation_soft}; }}
    QPushButton[kind="section"] {{ background: transparent; color: {tokens.ink_soft};
        border: 2px solid transparent; border-radius: {px(8)}px; text-align: left;
        padding: {px(6)}px {px(10)}px; font-weight: 400; }}
    QPushButton[kind="section"]:hover {{ background: {tokens.sunken}; }}
    QPushButton[kind="section"]:checked {{ background: {tokens.accent_soft};
        color: {tokens.accent}; font-weight: 700; }}
    QPushButton[kind="section"]:focus {{ border-color: {tokens.focus}; }}
    """


def _bars(tokens: Tokens, px: Pixels) -> str:
    return f"""
    QProgressBar {{ background: {tokens.sunken}; border: none; border-radius: {px(4)}px;
        min-height: {px(8)}px; max-height: {px(8)}px; color: transparent; }}
    QProgressBar::chunk {{ background: {tokens.accent}; border-radius: {px(4)}px; }}
    QProgressBar[kind="done"]::chunk {{ background: {tokens.low}; }}
    QProgressBar[kind="late"]::chunk {{ background: {tokens.high}; }}
    """
