"""What is not known of which cases, with the way to where it would be told."""

from functools import partial

from PySide6.QtWidgets import QWidget

from outreach_app.services.reports.repairing import RepairGroup, RepairTask, document_to_repair
from outreach_app.ui.pieces.buttons import Button
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.surfaces import Card, column, row
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.speech import translate
from outreach_app.ui.theme.look import current_look

_AT_ONCE = 5


def repairs_card(desk: Desk, groups: tuple[RepairGroup, ...]) -> Card:
    """Return the list: for each check how many cases, then the cases themselves."""
    card = Card(translate("reports", "What is not known or not done"))
    if not groups:
        card.add(Text(translate("reports", "Nothing is missing."), "soft"))
        return card
    card.add(
        Text(
            translate(
                "reports",
                "Only you see this list; it is in no file. Whoever works with the case asks when the "
                "moment is right: “prefers not to say” is an answer.",
            ),
            "soft",
        )
    )
    card.add(Longer([partial(_group, desk, each) for each in groups], at_once=len(groups)))
    return card


def _group(desk: Desk, group: RepairGroup) -> QWidget:
    holder = QWidget()
    lines = column(gap=6)
    edge = current_look().px(8)
    lines.setContentsMargins(0, edge, 0, edge)
    holder.setLayout(lines)
    count = translate("reports", "%n case(s)", "", len(group.tasks))
    head = translate("reports", "{what}: {count}").format(what=group.what, count=count)
    lines.addWidget(Text(head, "strong"))
    form = translate("reports", "Told in: {form}").format(form=group.form)
    lines.addWidget(Text(form, "small"))
    rows = [partial(_task, desk, group, each) for each in group.tasks]
    lines.addWidget(Longer(rows, at_once=_AT_ONCE))
    return holder


def _task(desk: Desk, group: RepairGroup, task: RepairTask) -> QWidget:
    holder = QWidget()
    spoken = translate("reports", "Open {reference}: {what}")
    button = Button(
        translate("reports", "Open"),
        partial(_open, desk, task),
        kind="plain",
        spoken=spoken.format(reference=task.reference, what=group.what),
    )
    line = row(Text(task.reference, wraps=False), button, gap=12)
    line.addStretch(1)
    holder.setLayout(line)
    return holder


def _open(desk: Desk, task: RepairTask) -> None:
    document_id = document_to_repair(desk.sitting, task.repair)
    if document_id:
        desk.go(Place(room=Room.FORM, subject=task.subject, document_id=document_id))
    else:
        desk.go(Place(room=Room.CASE, subject=task.subject))
