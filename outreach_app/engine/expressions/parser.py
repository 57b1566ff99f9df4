"""Recursive descent over the XPath 1.0 grammar."""

from outreach_app.engine.expressions.tokens import (
    ExpressionError,
    Kind,
    Token,
    hint_for,
    tokenize,
)
from outreach_app.engine.expressions.tree import (
    Binary,
    Call,
    Negate,
    Number,
    Path,
    Step,
    Text,
    Tree,
)

MAX_NESTING = 40
MAX_CHAIN = 300
AXES = frozenset(
    {
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
        "namespace",
        "parent",
        "preceding",
        "preceding-sibling",
        "self",
    }
)
_NODE_TESTS = frozenset({"node", "text", "comment", "processing-instruction"})
_LEVELS = (
    ("or",),
    ("and",),
    ("=", "!="),
    ("<", "<=", ">", ">="),
    ("+", "-"),
    ("*", "div", "mod"),
)
_ANYWHERE = Step("descendant-or-self", "node()")


def parse(expression: str) -> Tree:
    """Return the syntax tree of an expression.

    Raises:
        ExpressionError: Not well formed; says what and how.
    """
    return _Parser(expression).whole()


class _Parser:
    def __init__(self, expression: str) -> None:
        self._expression = expression
        self._tokens = tokenize(expression)
        self._at = 0
        self._depth = 0

    def whole(self) -> Tree:
        tree = self._level(0)
        if self._now.kind is not Kind.END:
            raise self._wrong()
        return tree

    @property
    def _now(self) -> Token:
        return self._tokens[self._at]

    def _wrong(self) -> ExpressionError:
        token = self._now
        if token.kind is Kind.END:
            return ExpressionError("The expression ends too early.", hint_for(self._expression))
        return ExpressionError(
            f"“{token.value}” at character {token.place} does not belong there.",
            hint_for(self._expression),
        )

    def _is(self, value: str) -> bool:
        token = self._now
        return token.value == value and token.kind in {Kind.SYMBOL, Kind.OPERATOR}

    def _take(self, value: str) -> bool:
        if self._is(value):
            self._at += 1
            return True
        return False

    def _need(self, value: str) -> None:
        if not self._take(value):
            raise self._wrong()

    def _level(self, level: int) -> Tree:
        if level == 0:
            self._depth += 1
            if self._depth > MAX_NESTING:
                raise ExpressionError("The brackets are nested too deeply.", "Split it up.")
        if level == len(_LEVELS):
            return self._unary()
        left = self._level(level + 1)
        links = 0
        while self._now.value in _LEVELS[level] and self._now.kind in {Kind.SYMBOL, Kind.OPERATOR}:
            operator = self._now.value
            self._at += 1
            left = Binary(operator, left, self._level(level + 1))
            links += 1
            if links > MAX_CHAIN:
                raise ExpressionError("The expression has too many members.", "Split it up.")
        if level == 0:
            self._depth -= 1
        return left

    def _unary(self) -> Tree:
        signs = 0
        while self._take("-"):
            signs += 1
        tree = self._union()
        return Negate(Negate(tree)) if signs and signs % 2 == 0 else _negated(tree, signs)

    def _union(self) -> Tree:
        left = self._path()
        while self._take("|"):
            left = Binary("|", left, self._path())
        return left

    def _path(self) -> Tree:
        if self._is("/") or self._is("//"):
            return self._absolute()
        if self._starts_primary():
            start = self._primary()
            predicates = self._predicates()
            steps = self._more_steps()
            if not predicates and not steps:
                return start
            return Path(False, start, predicates, steps)
        return Path(False, None, (), (*self._step(), *self._more_steps()))

    def _absolute(self) -> Tree:
        if self._take("//"):
            return Path(True, None, (), (_ANYWHERE, *self._step(), *self._more_steps()))
        self._need("/")
        if not self._starts_step():
            return Path(True, None, (), ())
        return Path(True, None, (), (*self._step(), *self._more_steps()))

    def _starts_step(self) -> bool:
        token = self._now
        return token.kind is Kind.NAME or (
            token.kind is Kind.SYMBOL and token.value in {".", "..", "@", "*"}
        )

    def _starts_primary(self) -> bool:
        token = self._now
        if token.kind in {Kind.NUMBER, Kind.TEXT} or self._is("("):
            return True
        following = self._tokens[min(self._at + 1, len(self._tokens) - 1)]
        return (
            token.kind is Kind.NAME
            and following.value == "("
            and following.kind is Kind.SYMBOL
            and token.value not in _NODE_TESTS
        )

    def _primary(self) -> Tree:
        token = self._now
        self._at += 1
        if token.kind is Kind.NUMBER:
            return Number(float(token.value))
        if token.kind is Kind.TEXT:
            return Text(token.value)
        if token.kind is Kind.SYMBOL:
            inner = self._level(0)
            self._need(")")
            return inner
        self._need("(")
        arguments: list[Tree] = []
        if not self._is(")"):
            arguments.append(self._level(0))
            while self._take(","):
                arguments.append(self._level(0))
        self._need(")")
        return Call(token.value, tuple(arguments))

    def _more_steps(self) -> tuple[Step, ...]:
        steps: list[Step] = []
        while True:
            if self._take("//"):
                steps.append(_ANYWHERE)
            elif not self._take("/"):
                return tuple(steps)
            steps.extend(self._step())

    def _step(self) -> tuple[Step, ...]:
        if self._take("."):
            return (Step("self", "node()", self._predicates()),)
        if self._take(".."):
            return (Step("parent", "node()", self._predicates()),)
        axis = "child"
        if self._take("@"):
            axis = "attribute"
        elif self._tokens[min(self._at + 1, len(self._tokens) - 1)].value == "::":
            axis = self._now.value
            if axis not in AXES or self._now.kind is not Kind.NAME:
                raise self._wrong()
            self._at += 2
        test = self._node_test()
        return (Step(axis, test, self._predicates()),)

    def _node_test(self) -> str:
        token = self._now
        if self._take("*"):
            return "*"
        if token.kind is not Kind.NAME:
            raise self._wrong()
        self._at += 1
        if token.value in _NODE_TESTS and self._take("("):
            if self._now.kind is Kind.TEXT:
                self._at += 1
            self._need(")")
            return f"{token.value}()"
        return token.value

    def _predicates(self) -> tuple[Tree, ...]:
        found: list[Tree] = []
        while self._take("["):
            found.append(self._level(0))
            self._need("]")
        return tuple(found)


def _negated(tree: Tree, signs: int) -> Tree:
    return Negate(tree) if signs else tree
