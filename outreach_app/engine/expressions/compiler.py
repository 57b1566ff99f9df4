"""Turns syntax trees into closures, and notes what they read and what is wrong with them."""

from collections.abc import Callable
from typing import Any

from outreach_app.engine.expressions import nodesets
from outreach_app.engine.expressions.axes import document_order
from outreach_app.engine.expressions.catalogue import FUNCTIONS, ON_CONTEXT, Function, arity
from outreach_app.engine.expressions.code import (
    Closure,
    Code,
    Kind,
    as_boolean,
    as_nodes,
    as_number,
    as_text,
    as_value,
    constant,
)
from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.numbers import divide, remainder
from outreach_app.engine.expressions.paths import compile_path
from outreach_app.engine.expressions.places import Focus, Reading
from outreach_app.engine.expressions.special import SPECIAL
from outreach_app.engine.expressions.tokens import ExpressionError
from outreach_app.engine.expressions.tree import (
    Binary,
    Call,
    Negate,
    Path,
    Step,
    Tree,
)
from outreach_app.engine.expressions.values import TESTS, Test, compare, compare_in_form
from outreach_app.engine.nodes import Node
from outreach_app.engine.specs import NodeSpec

_SELF = Path(False, None, (), (Step("self", "node()"),))
_CONVERT: dict[str, Callable[[Code], Closure]] = {
    "t": as_text,
    "n": as_number,
    "s": as_nodes,
    "v": as_value,
}


class Compiler:
    """Compiles the expressions of one form, or of a plain document.

    Attributes:
        document: The form's places, or nothing for a plain document.
        reads: What the expression being compiled reads.
        unknown: Paths in it that lead nowhere.
        volatile: It asks for the clock or for chance.
        wrong: Calls in it that cannot work; running one raises the same error.
    """

    def __init__(self, document: NodeSpec | None = None) -> None:
        """Compile for a form with these places."""
        self.document = document
        self.reads: list[Reading] = []
        self.unknown: list[str] = []
        self.volatile = False
        self.wrong: list[ExpressionError] = []

    def begin(self) -> None:
        """Forget what the last expression read."""
        self.reads = []
        self.unknown = []
        self.volatile = False
        self.wrong = []

    def compile(self, tree: Tree, focus: Focus, *, counts: bool = False) -> Code:
        """Return the code of a tree.

        Args:
            tree: The expression.
            focus: What is known about its context node.
            counts: Only whether nodes are there matters to what surrounds the expression.
        """
        if isinstance(tree, Path):
            return compile_path(self, tree, focus, counts=counts)
        if isinstance(tree, Call):
            return self._call(tree, focus)
        if isinstance(tree, Binary):
            return self._binary(tree, focus, counts=counts)
        if isinstance(tree, Negate):
            number = as_number(self.compile(tree.operand, focus))
            return Code(Kind.NUMBER, lambda node, env: -number(node, env))
        return constant(tree.value)

    def predicate(self, tree: Tree, focus: Focus) -> Code:
        """Return the code of a predicate: a number stays one, a field becomes a condition."""
        code = self.compile(tree, focus)
        if code.kind is Kind.LEAF:
            return Code(Kind.NODES, as_nodes(code))
        return code

    def _binary(self, tree: Binary, focus: Focus, *, counts: bool) -> Code:
        operator = tree.operator
        left = self.compile(tree.left, focus, counts=counts)
        right = self.compile(tree.right, focus, counts=counts)
        if operator in TESTS:
            return _comparison(TESTS[operator], operator, left, right, in_form=focus.in_form)
        if operator in {"and", "or"}:
            return _logical(operator, as_boolean(left), as_boolean(right))
        if operator == "|":
            return _union(as_nodes(left), as_nodes(right))
        return _arithmetic(operator, as_number(left), as_number(right))

    def _call(self, tree: Call, focus: Focus) -> Code:
        try:
            _check_arity(tree)
            if tree.name in SPECIAL:
                return SPECIAL[tree.name](self, tree, focus)
        except ExpressionError as error:
            self.wrong.append(error)
            return _failing(error)
        function = FUNCTIONS[tree.name]
        if not function.fixed:
            self.volatile = True
        arguments = tree.arguments
        if not arguments and tree.name in ON_CONTEXT:
            arguments = (_SELF,)
        return self._apply(function, arguments, focus)

    def _apply(self, function: Function, arguments: tuple[Tree, ...], focus: Focus) -> Code:
        counts = function.run is nodesets.count
        closures: list[Closure] = []
        for number, argument in enumerate(arguments):
            letter = function.takes[min(number, len(function.takes) - 1)]
            closures.append(_CONVERT[letter](self.compile(argument, focus, counts=counts)))
        return Code(function.gives, _applied(function.run, closures))


def _failing(error: ExpressionError) -> Code:
    def run(_node: Node, _env: Environment) -> object:
        raise error

    return Code(Kind.ANY, run)


def _check_arity(tree: Call) -> None:
    bounds = arity(tree.name)
    if bounds is None:
        raise ExpressionError(
            f"There is no function {tree.name}().", "Check its spelling in the list of functions."
        )
    least, most = bounds
    given = len(tree.arguments)
    if given < least or (most is not None and given > most):
        wanted = (
            str(least) if most == least else f"{least} to {most if most is not None else 'many'}"
        )
        raise ExpressionError(
            f"{tree.name}() has {given} arguments.", f"It takes {wanted}, separated by commas."
        )


def _applied(run: Callable[..., Any], closures: list[Closure]) -> Closure:
    if not closures:
        return lambda node, env: run(env)
    if len(closures) == 1:
        only = closures[0]
        return lambda node, env: run(env, only(node, env))
    if len(closures) == 2:
        first, second = closures
        return lambda node, env: run(env, first(node, env), second(node, env))
    return lambda node, env: run(env, *[each(node, env) for each in closures])


def _comparison(test: Test, operator: str, left: Code, right: Code, *, in_form: bool) -> Code:
    if operator in {"=", "!="} and left.kind in _TEXTS and right.kind in _TEXTS:
        return _text_equality(operator, as_text(left), right)
    if left.kind in _PLAIN and right.kind in _PLAIN and Kind.NUMBER in {left.kind, right.kind}:
        first, second = as_number(left), as_number(right)
        return Code(Kind.BOOLEAN, lambda node, env: test(first(node, env), second(node, env)))
    pair = compare_in_form if in_form else compare
    one, other = as_value(left), as_value(right)
    return Code(Kind.BOOLEAN, lambda node, env: pair(test, one(node, env), other(node, env)))


_TEXTS = frozenset({Kind.TEXT, Kind.LEAF})
_PLAIN = frozenset({Kind.TEXT, Kind.LEAF, Kind.NUMBER})


def _text_equality(operator: str, left: Callable[[Node, Environment], str], right: Code) -> Code:
    if isinstance(right.constant, str):
        fixed = right.constant
        if operator == "=":
            return Code(Kind.BOOLEAN, lambda node, env: left(node, env) == fixed)
        return Code(Kind.BOOLEAN, lambda node, env: left(node, env) != fixed)
    second = as_text(right)
    if operator == "=":
        return Code(Kind.BOOLEAN, lambda node, env: left(node, env) == second(node, env))
    return Code(Kind.BOOLEAN, lambda node, env: left(node, env) != second(node, env))


def _logical(operator: str, left: Closure, right: Closure) -> Code:
    if operator == "and":
        return Code(Kind.BOOLEAN, lambda node, env: left(node, env) and right(node, env))
    return Code(Kind.BOOLEAN, lambda node, env: left(node, env) or right(node, env))


def _union(left: Closure, right: Closure) -> Code:
    def run(node: Node, env: Environment) -> list[Node]:
        return document_order([*left(node, env), *right(node, env)])

    return Code(Kind.NODES, run)


def _arithmetic(operator: str, left: Closure, right: Closure) -> Code:
    runs: dict[str, Closure] = {
        "+": lambda node, env: left(node, env) + right(node, env),
        "-": lambda node, env: left(node, env) - right(node, env),
        "*": lambda node, env: left(node, env) * right(node, env),
        "div": lambda node, env: divide(left(node, env), right(node, env)),
        "mod": lambda node, env: remainder(left(node, env), right(node, env)),
    }
    return Code(Kind.NUMBER, runs[operator])
