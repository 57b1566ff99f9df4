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
NO_CACHE = 0
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


def _pressing(node: Any) -> tuple[Any, int]:
    action = node.queryAction()
    names = [action.getName(number).casefold() for number in range(action.nActions)]
    return action, names.index("press") if "press" in names else 0


def _labels(node: Any) -> list[str]:
    return [
        relation.getTarget(number).name
        for relation in node.getRelationSet()
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
        for number in range(relation.getNTargets())
    ]


def _checked(chart: Any) -> str:
    """Return the name of the day at which one is, "" until there is one."""
    return next(
        (
            str(each.name)
            for each in below(chart)
            if each.getRoleName() == "radio button"
            and each.getState().contains(pyatspi.STATE_CHECKED)
        ),
        "",
    )


class Reader:
    """Somebody who works by ear."""

    def __init__(self) -> None:
        pyatspi.setTimeout(ANSWER_MS, STARTUP_MS)
        # The library keeps children that are gone, and then answers for ever that the program is.
        pyatspi.Registry.getDesktop(0).setCacheMask(NO_CACHE)
        self.ear = Ear()
        self.program = self._application()

    def _application(self) -> Any:
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            for found in pyatspi.Registry.getDesktop(0):
                if found is not None and found.childCount:
                    found.setCacheMask(NO_CACHE)
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

    def again(self, act: Callable[[], Any]) -> Any:
        """Look and act; anew where what was found went with its page before anything was done."""
        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                return act()
            except GONE:
                if time.monotonic() > until:
                    raise
            time.sleep(TURN_S)

    def press(self, role: str, begins: str) -> None:
        """Do what a thing is there for."""
        action, number = self.again(lambda: _pressing(self.find(role, begins)))
        self.ear.heard.clear()
        try:
            action.doAction(number)
        except GONE:
            return  # asked for, and its page went before the answer came

    def focus(self, role: str, begins: str) -> None:
        """Give a thing the keyboard."""
        self.again(lambda: self.find(role, begins).queryComponent().grabFocus())
        self.wait(
            lambda: self.find(role, begins).getState().contains(pyatspi.STATE_FOCUSED),
            f"keyboard in {role} “{begins}”",
        )

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
        told: list[Told] = self.again(
            lambda: [
                {
                    **_said(node),
                    "states": [pyatspi.stateToString(each) for each in node.getState().getStates()],
                }
                for node in below(self.program)
            ]
        )
        return told

    def part(self, find: Callable[[], Any]) -> list[Told]:
        """Return what is shown below something that is found."""
        told: list[Told] = self.again(lambda: [_said(each) for each in below(find())])
        return told

    # ---- the story --------------------------------------------------------------------------

    def activate(self) -> None:
        """Give the window the keyboard by a click: no window manager does so on this display."""

        def is_active() -> bool:
            frame = self.find("frame", "Notes")
            box = frame.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            middle = box.x + box.width // 2
            pyatspi.Registry.generateMouseEvent(middle, box.y + 4, "b1c")
            self.ear.listen()
            return bool(frame.getState().contains(pyatspi.STATE_ACTIVE))

        self.wait(is_active, "active window")

    def unlock(self, passphrase: str) -> Told:
        """Give the passphrase; nothing may give it away."""
        self.find("password text", "Passphrase")
        locked = self.told()
        field = self.find("password text", "Passphrase")
        field.queryEditableText().insertText(0, passphrase, len(passphrase))
        hidden = field.queryText().getText(0, -1)
        self.press("push button", "Unlock")
        self.find("page tab", "Cases")
        self.activate()
        return {"locked": locked, "hidden": hidden, "today": self.told()}

    def read_cases(self) -> Told:
        """Go to the list of cases, choose an order in a list that opens, go through a row."""
        self.press("page tab", "Cases")
        self.find("push button", "New case")
        table = self.part(lambda: self.find("table", "Cases"))
        cells = [each for each in table if each["role"] == "table cell"]
        labels = self.again(lambda: _labels(self.find("combo box", "By risk")))
        self.press("combo box", "By risk")
        entries = self.part(lambda: self.find("list", "Order"))
        self.key(DOWN)
        chosen = self.hears("state-changed:focused", "list item")
        self.key(RETURN)
        self.find("combo box", chosen)
        shown = self.told()
        self.activate()
        self.focus("text", "Search")
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
        here = self.wait(
            lambda: _checked(self.find("panel", "Risk over time, ")), "day of the chart"
        )
        points = self.part(lambda: self.find("panel", "Risk over time, "))
        self.ear.heard.clear()
        self.again(lambda: self.find("radio button", here).queryComponent().grabFocus())
        self.hears("state-changed:focused", "radio button", here)
        self.key(HOME)
        first = self.hears("state-changed:focused", "radio button")
        return {"points": points, "first": first, "case": self.told()}

    def read_form(self) -> Told:
        """Answer a question of the draft, then the grid of a risk."""
        self.press("push button", "Continue: Risk assessment")
        question = self.again(
            lambda: _said(self.find("radio button", "Initial", description="Kind of assessment."))
        )
        self.press("radio button", "Initial")
        answered = self.hears("state-changed:checked", "radio button", "Initial")
        self.find("combo box", "Choose", description="In a public place")
        form = self.told()
        self.press("radio button", "Risks, ")
        self.press("push button", "2. Suicidal crisis")
        grid = self.part(lambda: self.find("radio button", "Likely, Very serious").parent)
        self.press("radio button", "Likely, Very serious")
        scored = self.hears("state-changed:checked", "radio button", "Likely, Very serious")
        meaning = self.again(lambda: _said(self.find("panel", "Likelihood in the next")))
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
        self.press("push button", "Continue: Contact note")
        self.press("push button", "Review and sign")
        self.press("push button", "Sign…")
        focused = self.wait(
            lambda: (
                self.find("password text", "Passphrase").getState().contains(pyatspi.STATE_FOCUSED)
            ),
            "keyboard in the passphrase",
        )
        parts = self.part(lambda: self.find("dialog", "Sign"))
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
