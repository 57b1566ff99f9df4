"""What stands above the answers of a version: who signed it, what is in the way, the risk, merges."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from outreach_app.domain.documents import PartName
from outreach_app.domain.trend import Direction
from outreach_app.phrases import in_a_row, listed
from outreach_app.report.dates import short_instant
from outreach_app.services.case_words import PART_WORDS
from outreach_app.services.merging.own_edits import ReadMerge
from outreach_app.services.naming import device_letter
from outreach_app.services.review_view import ReviewView, answer_count
from outreach_app.services.risk_changes import ChangedRisk
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.chips import Chip, level_shape, level_words
from outreach_app.ui.pieces.flow import Flow
from outreach_app.ui.pieces.surfaces import Card
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.pieces.tips import give_tip
from outreach_app.ui.review.table import AnswerTable, Line, MaskedButton
from outreach_app.ui.review.waiting import Names
from outreach_app.ui.review.words import laptop_words, person_words
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_CASE_FILE = frozenset({PartName.CASEFILE.value, PartName.EARLIER.value})


def chips_of(view: ReviewView, state: Chip) -> QWidget:
    """Return who signed, when, on which laptop, how much, and how the document stands."""
    holder = QWidget()
    flow = Flow(holder, gap=current_look().px(8))
    header = view.revision.header
    if view.revision.counted:
        words = translate("review", "✓ Signed by {who}, verified").format(
            who=person_words(view.author)
        )
        chip = Chip(words, "low")
        proof = translate("review", "Checked against the key of your organisation")
        chip.setAccessibleDescription(proof)
        give_tip(chip, proof)
        flow.addWidget(chip)
    else:
        words = translate("review", "▲ Not counted: {why}").format(
            why=listed(view.revision.not_counted)
        )
        flow.addWidget(Chip(words, "high"))
    made = in_a_row(
        (short_instant(header.signed_at), laptop_words(device_letter(header.certificate_serial))),
        " · ",
    )
    counts = [translate("review", "%n answer(s)", "", answer_count(view))]
    if header.attachments:
        counts.append(translate("review", "%n attachment(s)", "", len(header.attachments)))
    flow.addWidget(Chip(made))
    flow.addWidget(Chip(in_a_row(counts, " · ")))
    flow.addWidget(state)
    return holder


def warnings_of(
    view: ReviewView, why_not: str, what_to_do: str, merge: Callable[[], None]
) -> list[QWidget]:
    """Return what stands in the way of a word.

    Args:
        view: The version.
        why_not: Why this person may not judge it, "" where they may.
        what_to_do: What they do then.
        merge: Goes where two versions are decided between.
    """
    found: list[QWidget] = []
    if view.heads > 1:
        card = Card(kind="warning")
        card.add(
            Text(translate("review", "Edited in two places"), "strong"),
            Text(
                translate(
                    "review",
                    "There are {count} newest versions. Decide between them first; until then you "
                    "can only comment.",
                ).format(count=view.heads)
            ),
            Button(
                translate("review", "Decide…"),
                merge,
            ),
        )
        found.append(card)
    if why_not:
        card = Card(kind="warning")
        told = translate("review", "Not for you to sign: {why}").format(why=why_not)
        card.add(Text(told, "strong"), Text(what_to_do))
        found.append(card)
    withheld = [PART_WORDS.get(each, each) for each in view.withheld if each not in _CASE_FILE]
    if withheld:
        card = Card(kind="quiet")
        card.add(
            Text(
                translate("review", "Not held on this laptop: {parts}.").format(
                    parts=in_a_row(withheld)
                )
            )
        )
        found.append(card)
    return found


def risk_of(view: ReviewView) -> list[QWidget]:
    """Return what changed in the risk, the worse first."""
    changes = view.risk.listed() if view.risk is not None else ()
    if view.risk is None:
        return []
    card = Card(translate("review", "Risk since {since}").format(since=view.risk.since))
    if not changes:
        card.add(Text(translate("review", "Nothing changed that has weight."), "soft"))
        return [card]
    table = AnswerTable(
        translate("review", "What changed in the risk"),
        (
            translate("review", "What"),
            translate("review", "Before"),
            translate("review", "Now"),
        ),
        (5, 3, 5),
    )
    table.show_lines([_risk_line(each) for each in changes])
    card.add(table)
    return [card]


def merge_card(merge: ReadMerge, names: Names) -> Card:
    """Return what a merger did beyond what followed from the versions."""
    card = Card(translate("review", "Merged from two versions"))
    who = person_words(names.person(merge.author_id))
    told = translate("review", "By {who}, {at}.").format(who=who, at=short_instant(merge.signed_at))
    own = [each for each in merge.edits if not each.calculated]
    if own:
        count = translate("review", "%n answer(s) follow from no version:", "", len(own))
        card.add(Text(in_a_row((told, count), " ")))
        table = AnswerTable(
            translate("review", "The merger's own answers"),
            (
                translate("review", "Question"),
                translate("review", "The versions said"),
                translate("review", "Merged as"),
            ),
            (4, 5, 5),
        )
        nothing = translate("review", "(nothing)")
        table.show_lines(
            [
                Line(
                    (
                        each.label,
                        " / ".join(said or nothing for said in each.parents),
                        each.merged or nothing,
                    ),
                    mark=each.kind,
                    bold=2,
                    masked=each.masked,
                )
                for each in own
            ]
        )
        card.add(table, MaskedButton(table))
    else:
        card.add(
            Text(
                in_a_row((told, translate("review", "Everything follows from the versions.")), " ")
            )
        )
    if merge.unread:
        parts = in_a_row(PART_WORDS.get(each, each) for each in merge.unread)
        card.add(
            Text(
                translate("review", "Not held here, so not compared: {parts}").format(parts=parts),
                "gap",
            )
        )
    return card


def _risk_line(change: ChangedRisk) -> Line:
    worse = change.direction is Direction.WORSE
    mark = translate("review", "▲ worse") if worse else ""
    return Line((change.label, change.before, change.now), mark=mark, bold=2)


def level_change(view: ReviewView) -> Chip:
    """Return the level before and now as one mark."""
    before = view.level_before.code if view.level_before is not None else ""
    now = view.level.code if view.level is not None else ""
    return Chip(
        f"{level_shape(before)} {level_words(before)} → {level_shape(now)} {level_words(now)}",
        now or "neutral",
        spoken=translate("review", "Risk level was {before}, is {now}").format(
            before=level_words(before), now=level_words(now)
        ),
    )
