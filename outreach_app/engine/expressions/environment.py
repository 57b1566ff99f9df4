"""What a compiled expression sees besides its context node."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, tzinfo
from typing import Protocol

from outreach_app.engine.errors import TooMuchWork
from outreach_app.engine.nodes import LiveNode, Node

MAX_TEXT = 1_000_000


class Host(Protocol):
    """The form behind an expression: labels and choices, which live outside the node tree."""

    def choice_name(self, question: str, value: str, node: Node) -> str:
        """Return the label of a choice in the session's language."""

    def translated(self, text_id: str) -> str:
        """Return a text of the form's own translation table."""


class NoForm:
    """A document without a form around it."""

    def choice_name(self, question: str, value: str, node: Node) -> str:
        """Return nothing: there are no choices."""
        return ""

    def translated(self, text_id: str) -> str:
        """Return nothing: there are no translations."""
        return ""


class Environment:
    """One evaluation: clock, roots, focus and the count of steps.

    Attributes:
        root: Document node that absolute paths start from.
        current: Node the whole expression belongs to.
        position, size: Place within the node-set a predicate looks at.
        nodes: Nodes outside repeats by slot, for paths resolved at compile time.
        instances: Secondary instances by id.
        steps: Work done so far; `limit` is the most.
    """

    __slots__ = (
        "current",
        "host",
        "instances",
        "limit",
        "nodes",
        "now",
        "position",
        "random",
        "root",
        "size",
        "steps",
        "today",
        "zone",
    )

    def __init__(
        self,
        root: Node,
        *,
        today: date,
        now: datetime,
        instances: Mapping[str, Node],
        host: Host | None = None,
        limit: int = 100_000,
    ) -> None:
        """Begin with the root as current node.

        Args:
            root: Where absolute paths start.
            today: The day that today() gives.
            now: The instant that now() gives; its zone is the local one.
            instances: Secondary instances by id.
            host: The form, for labels.
            limit: Steps allowed before `TooMuchWork`.
        """
        self.root = root
        self.current: Node = root
        self.position = 1
        self.size = 1
        self.nodes: list[LiveNode] = []
        self.instances = instances
        self.host: Host = host if host is not None else NoForm()
        self.steps = 0
        self.limit = limit
        self.today = today
        self.now = now
        self.zone: tzinfo = now.tzinfo or UTC
        self.random: Callable[[int], bytes] = secrets.token_bytes

    def spend(self, steps: int) -> None:
        """Count work.

        Raises:
            TooMuchWork: The limit is passed.
        """
        self.steps += steps
        if self.steps > self.limit:
            raise TooMuchWork(limit=self.limit)
