"""A real AT-SPI client, run by the system's Python: works by a screen reader's means and tells.

Standard library, ``pyatspi`` and GLib only; prints one JSON object. The passphrase comes on standard
input. It presses keys and performs actions, and writes down what is shown and what is announced.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi
from gi.repository import GLib

PATIENCE_S = 40.0
TURN_S = 0.05
# The library gives up a question after 0.8 s; a busy machine needs longer, and what is asked about an
# announcement would be lost.
ANSWER_MS, STARTUP_MS = 20_000, 60_000
RETURN, ESCAPE, HOME, DOWN = 36, 9, 110, 116
OPERATED = {
    "push button",
    "check box",
    "page tab",
    "radio button",
    "combo box",
    "text",
    "password text",
    "entry",
}
ANNOUNCED = (
    "object:state-changed:focused",
    "object:state-changed:checked",
    "object:state-changed:selected",
    "object:property-change:accessible-description",
    "object:text-changed:insert",
    "object:selection-changed",
)
GONE = (GLib.Error, LookupError, RuntimeError, AttributeError)
Told = dict[str, Any]


class Ear:
    """Hears what the program announces."""

    def __init__(self) -> None:
        self.heard: list[Told] = []
        for kind in ANNOUNCED:
            pyatspi.Registry.registerEventListener(self._hear, kind)

    def _hear(self, event: Any) -> None:
        try:
            said = _said(event.source)
        except GONE:
            return  # gone by now, with its page
        self.heard.append({"event": str(event.type), "on": bool(event.detail1), **said})

    def listen(self) -> None:
        """Take what was announced."""
        context = GLib.MainContext.default()
        until = time.monotonic() + TURN_S
        while time.monotonic() < until:
            while context.iteration(False):
                pass
            time.sleep(TURN_S / 5)

    def has_heard(self, event: str, role: str, begins: str) -> bool:
        """Say whether something was announced as on or new."""
        return any(
            each["event"] == event
            and each["role"] == role
            and each["name"].startswith(begins)
            and (each["on"] or not event.startswith("object:state"))
            for each in self.heard
        )


def _said(node: Any) -> Told:
    return {"role": node.getRoleName(), "name": node.name, "description": node.description}


def below(node: Any) -> Iterator[Any]:
    """Yield a node and everything below it that is shown."""
    yield node
    for number in range(node.childCount):
        child = node.getChildAtIndex(number)
        if child is not None and (
            node.getRoleName() == "application" or child.getState().contains(pyatspi.STATE_SHOWING)
        ):
            yield from below(child)


def _whole(read: Callable[[], list[Told]]) -> list[Told]:
    """Read a page until nothing of it goes while it is read."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            return read()
        except GONE:
            if time.monotonic() > until:
                raise
        time.sleep(TURN_S)


class Reader:
    """Somebody who works by ear."""

    def __init__(self) -> None:
        pyatspi.setTimeout(ANSWER_MS, STARTUP_MS)
        self.ear = Ear()
        self.program = self._application()

    def _application(self) -> Any:
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            for found in pyatspi.Registry.getDesktop(0):
                if found is not None and found.childCount:
                    return found
            time.sleep(0.2)
        raise SystemExit("the program is not in the tree")

    def wait(self, wanted: Callable[[], Any], what: str) -> Any:
        """Return what is wanted as soon as it is there."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            self.ear.listen()
            try:
                found = wanted()
            except GONE:
                continue  # a page went while it was read
            if found:
                return found
        heard = "\n".join(f"  {each}" for each in self.ear.heard[-30:])
        shown = "\n".join(
            f"  {each['role']} {each['name']!r} {each['states']}" for each in self.told()
        )
        raise SystemExit(f"{shown}\nwas shown, and heard\n{heard}\nbut no {what} is there")

    def find(self, role: str, begins: str, **also: str) -> Any:
        """Wait for something of a role, whose name begins so, to be shown."""

        def look() -> Any:
            return next(
                (
                    node
                    for node in below(self.program)
                    if node.getRoleName() == role
                    and node.name.startswith(begins)
                    and all(str(getattr(node, key)).startswith(v) for key, v in also.items())
                ),
                None,
            )

        return self.wait(look, f"{role} “{begins}”")

    def press(self, node: Any) -> None:
        """Do what a thing is there for."""
        self.ear.heard.clear()
        action = node.queryAction()
        names = [action.getName(number).casefold() for number in range(action.nActions)]
        action.doAction(names.index("press") if "press" in names else 0)

    def key(self, code: int) -> None:
        """Press a key of the keyboard."""
        self.ear.heard.clear()
        pyatspi.Registry.generateKeyboardEvent(code, None, pyatspi.KEY_PRESSRELEASE)

    def hears(self, event: str, role: str, begins: str = "") -> str:
        """Wait for an announcement, and return the name of what it is about."""
        self.wait(lambda: self.ear.has_heard(f"object:{event}", role, begins), f"{event} of {role}")
        names = (
            str(each["name"])
            for each in reversed(self.ear.heard)
            if each["event"] == f"object:{event}" and each["role"] == role and each["on"]
        )
        return next(names)

    def told(self) -> list[Told]:
        """Return what is shown: role, name, description, states."""
        return _whole(
            lambda: [
                {
                    **_said(node),
                    "states": [pyatspi.stateToString(each) for each in node.getState().getStates()],
                }
                for node in below(self.program)
            ]
        )

    def part(self, node: Any) -> list[Told]:
        """Return what is shown below something."""
        return _whole(lambda: [_said(each) for each in below(node)])

    # ---- the story --------------------------------------------------------------------------

    def activate(self) -> None:
        """Give the window the keyboard by a click: no window manager does so on this display."""
        frame = self.find("frame", "Notes")

        def is_active() -> bool:
            box = frame.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            middle = box.x + box.width // 2
            pyatspi.Registry.generateMouseEvent(middle, box.y + 4, "b1c")
            self.ear.listen()
            return bool(frame.getState().contains(pyatspi.STATE_ACTIVE))

        self.wait(is_active, "active window")

    def unlock(self, passphrase: str) -> Told:
        """Give the passphrase; nothing may give it away."""
        field = self.find("password text", "Passphrase")
        locked = self.told()
        field.queryEditableText().insertText(0, passphrase, len(passphrase))
        hidden = field.queryText().getText(0, -1)
        self.press(self.find("push button", "Unlock"))
        self.find("page tab", "Cases")
        self.activate()
        return {"locked": locked, "hidden": hidden, "today": self.told()}

    def read_cases(self) -> Told:
        """Go to the list of cases, choose an order in a list that opens, go through a row."""
        self.press(self.find("page tab", "Cases"))
        self.find("push button", "New case")
        table = self.find("table", "Cases")
        cells = [each for each in self.part(table) if each["role"] == "table cell"]
        order = self.find("combo box", "By risk")
        labels = [
            relation.getTarget(number).name
            for relation in order.getRelationSet()
            if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
            for number in range(relation.getNTargets())
        ]
        self.press(order)
        opened = self.find("list", "Order")
        entries = self.part(opened)
        self.key(DOWN)
        chosen = self.hears("state-changed:focused", "list item")
        self.key(RETURN)
        self.find("combo box", chosen)
        shown = self.told()
        self.activate()
        search = self.find("text", "Search")
        search.queryComponent().grabFocus()
        self.wait(
            lambda: search.getState().contains(pyatspi.STATE_FOCUSED), "keyboard in the search"
        )
        self.key(DOWN)
        row = self.hears("state-changed:focused", "table cell")
        self.key(RETURN)
        return {
            "cells": cells,
            "labels": labels,
            "entries": entries,
            "chosen": chosen,
            "row": row,
            "list": shown,
        }

    def read_chart(self) -> Told:
        """Go through the chart of the case by keys."""
        chart = self.find("panel", "Risk over time, ")
        days = self.wait(
            lambda: [each for each in below(chart) if each.getRoleName() == "radio button"],
            "day of the chart",
        )
        points = self.part(chart)
        here = next(each for each in days if each.getState().contains(pyatspi.STATE_CHECKED))
        here.queryComponent().grabFocus()
        self.hears("state-changed:focused", "radio button", here.name)
        self.key(HOME)
        first = self.hears("state-changed:focused", "radio button")
        return {"points": points, "first": first, "case": self.told()}

    def read_form(self) -> Told:
        """Answer a question of the draft, then the grid of a risk."""
        self.press(self.find("push button", "Continue: Risk assessment"))
        choice = self.find("radio button", "Initial", description="Kind of assessment.")
        question = _said(choice)
        self.press(choice)
        answered = self.hears("state-changed:checked", "radio button", "Initial")
        self.find("combo box", "Choose", description="In a public place")
        form = self.told()
        self.press(self.find("radio button", "Risks, "))
        self.press(self.find("push button", "2. Suicidal crisis"))
        cell = self.find("radio button", "Likely, Very serious")
        grid = self.part(cell.parent)
        self.press(cell)
        scored = self.hears("state-changed:checked", "radio button", "Likely, Very serious")
        meaning = _said(self.find("panel", "Likelihood in the next"))
        return {
            "question": question,
            "answered": answered,
            "form": form,
            "grid": grid,
            "scored": scored,
            "meaning": meaning,
        }

    def go_back(self) -> None:
        """Go back to the case."""
        self.key(ESCAPE)
        self.find("panel", "Risk over time, ")

    def read_dialog(self) -> Told:
        """Come to the signature of a note and leave it by Escape."""
        self.press(self.find("push button", "Continue: Contact note"))
        self.press(self.find("push button", "Review and sign"))
        self.press(self.find("push button", "Sign…"))
        dialog = self.find("dialog", "Sign")
        field = self.find("password text", "Passphrase")
        focused = self.wait(
            lambda: field.getState().contains(pyatspi.STATE_FOCUSED), "keyboard in the passphrase"
        )
        parts = self.part(dialog)
        self.key(ESCAPE)
        self.wait(
            lambda: all(each["role"] != "dialog" for each in self.told()), "end of the dialog"
        )
        return {"dialog": parts, "in_passphrase": focused, "review": self.told()}


def main() -> None:
    """Unlock and go through the window."""
    passphrase = sys.stdin.readline().rstrip("\n")
    reader = Reader()
    told: Told = reader.unlock(passphrase)
    told.update(reader.read_cases())
    told.update(reader.read_chart())
    told.update(reader.read_form())
    reader.go_back()
    told.update(reader.read_dialog())
    told["name"] = reader.program.name
    told["unnamed"] = [
        each
        for place in ("locked", "today", "list", "case", "form", "review")
        for each in told[place]
        if each["role"] in OPERATED and not each["name"]
    ]
    json.dump(told, sys.stdout)


main()
