"""What the parts of the compiler need from it."""

from typing import Protocol

from outreach_app.engine.expressions.code import Code
from outreach_app.engine.expressions.places import Focus, Reading
from outreach_app.engine.expressions.tree import Tree
from outreach_app.engine.specs import NodeSpec


class Compiling(Protocol):
    """Compiles inner expressions and notes what the whole one reads.

    Attributes:
        document: The form's places, or nothing for a plain document.
        reads: What the expression reads so far.
        unknown: Paths in it that lead nowhere.
        volatile: It asks for the clock, for chance or for its own earlier value.
    """

    document: NodeSpec | None
    reads: list[Reading]
    unknown: list[str]
    volatile: bool

    def compile(self, tree: Tree, focus: Focus, *, counts: bool = False) -> Code:
        """Return the code of a tree."""

    def predicate(self, tree: Tree, focus: Focus) -> Code:
        """Return the code of a predicate."""
