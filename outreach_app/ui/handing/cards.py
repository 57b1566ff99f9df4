"""What a signed handover says, as cards: the note, what was open, what goes, what stays."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from outreach_app.domain.values import rows_of, text_of
from outreach_app.phrases import in_a_row
from outreach_app.report.dates import readable_date
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.surfaces import Card, column
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_AT_ONCE = 8
_SHOWN = 16
"""So many characters of a fingerprint tell versions apart; the printed inventory has them all."""
_REVISION = "sha256:"


def note_card(answers: Mapping[str, Any]) -> Card:
    """Return the note of the giver, with what is for the night and for the safety of staff."""
    card = Card(translate("handing", "Handover note"))
    card.add(Text(text_of(answers, "ho_note")))
    for label, name in (
        (translate("handing", "What night staff must know"), "ho_night"),
        (translate("handing", "For the safety of staff"), "ho_staff"),
        (translate("handing", "Receiving worker"), "ho_receiving_worker"),
    ):
        if text_of(answers, name):
            card.add(Text(label, "strong"), Text(text_of(answers, name)))
    for label, name in (
        (translate("handing", "From {day}"), "ho_from"),
        (translate("handing", "Handover meeting on {day}"), "ho_meeting"),
    ):
        day = readable_date(text_of(answers, name))
        if day:
            card.add(Text(label.format(day=day), "small"))
    return card


def open_card(answers: Mapping[str, Any]) -> Card:
    """Return what was open on the day of the signature."""
    card = Card(translate("handing", "Open on the day of the handover"))
    rows = rows_of(answers, "ho_open")
    if not rows:
        card.add(Text(translate("handing", "Nothing was open."), "soft"))
        return card
    card.add(_rows([_open_words(each) for each in rows]))
    return card


def _open_words(line: Mapping[str, Any]) -> tuple[str, str]:
    due = readable_date(text_of(line, "hoo_due"))
    when = translate("handing", "due {day}").format(day=due) if due else ""
    return text_of(line, "hoo_what"), in_a_row((text_of(line, "hoo_where"), when), " · ")


def papers_card(answers: Mapping[str, Any]) -> Card | None:
    """Return what goes and what stays, None where the inventory names neither."""
    goes, stays = rows_of(answers, "ho_goes"), rows_of(answers, "ho_stays")
    if not goes and not stays:
        return None
    card = Card(translate("handing", "What goes, what stays"))
    if goes:
        card.add(Text(translate("handing", "Goes"), "strong"))
        card.add(_rows([_goes_words(each) for each in goes]))
    if stays:
        card.add(Text(translate("handing", "Stays"), "strong"))
        card.add(_rows([(text_of(each, "hos_what"), text_of(each, "hos_why")) for each in stays]))
    return card


def _goes_words(line: Mapping[str, Any]) -> tuple[str, str]:
    day = readable_date(text_of(line, "hog_on"))
    mark = text_of(line, "hog_version").removeprefix(_REVISION)[:_SHOWN]
    fingerprint = translate("handing", "fingerprint {mark}…").format(mark=mark) if mark else ""
    return text_of(line, "hog_what"), in_a_row((day, fingerprint), " · ")


def answer_card(answers: Mapping[str, Any]) -> Card | None:
    """Return the words of an answer, None where there are none."""
    said = [
        (label, text_of(answers, name))
        for label, name in (
            (translate("handing", "Who answered"), "ho_answer_by"),
            (translate("handing", "Why it was not taken over"), "ho_answer_why"),
            (translate("handing", "Remarks"), "ho_answer_words"),
            (translate("handing", "Why it was taken back"), "ho_taken_back_why"),
        )
        if text_of(answers, name)
    ]
    receipt = text_of(answers, "ho_receipt")
    if not said and not receipt:
        return None
    card = Card(translate("handing", "Answer"))
    for label, words in said:
        card.add(Text(label, "strong"), Text(words))
    if receipt:
        card.add(Text(translate("handing", "Their receipt is kept with the handover."), "small"))
    return card


def _rows(lines: Sequence[tuple[str, str]]) -> QWidget:
    return Longer([partial(_line, *each) for each in lines], at_once=_AT_ONCE)


def _line(first: str, second: str) -> QWidget:
    holder = QWidget()
    texts = column(Text(first), gap=2)
    if second:
        texts.addWidget(Text(second, "small"))
    edge = current_look().px(6)
    texts.setContentsMargins(0, edge, 0, edge)
    holder.setLayout(texts)
    return holder
