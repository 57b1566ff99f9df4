"""Cuts an expression into tokens, with XPath's rules for ``*`` and operator names."""

import re
from dataclasses import dataclass
from enum import StrEnum

MAX_EXPRESSION = 100_000
_NAME = r"[^\W\d][\w.\-]*"
_TOKEN = re.compile(
    rf"""\s*(?:
    (?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<text>"[^"]*"|'[^']*')
  | (?P<name>{_NAME}(?::(?!:)(?:{_NAME}|\*))?)
  | (?P<symbol>!=|<=|>=|//|::|\.\.|[()\[\].@,/|+\-=<>*])
  )""",
    re.VERBOSE,
)
_OPERATOR_NAMES = frozenset({"and", "or", "mod", "div"})
_GLUED = re.compile(r"\s*(and|or|mod|div)(?=\d)")
_BEFORE_OPERAND = frozenset(
    {"@", "::", "(", "[", ",", "/", "//", "|", "+", "-", "=", "!=", "<", "<=", ">", ">="}
)


class Kind(StrEnum):
    """What a token is."""

    NUMBER = "number"
    TEXT = "text"
    NAME = "name"
    OPERATOR = "operator"
    SYMBOL = "symbol"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """One token and the place of its first character, from 1."""

    kind: Kind
    value: str
    place: int


class ExpressionError(ValueError):
    """An expression is not well formed.

    Attributes:
        what: What is wrong, in a sentence for the form's author.
        how: How to write it instead.
    """

    def __init__(self, what: str, how: str = "") -> None:
        """Keep the two sentences."""
        super().__init__(what)
        self.what = what
        self.how = how


_HINTS = (
    ("==", "Write = for “is equal to”."),
    ("<>", "Write != for “is not equal to”."),
    ("&&", "Write and between two conditions."),
    ("||", "Write or between two conditions."),
    ("“", "Use straight quotes."),
    ("‘", "Use straight quotes."),
    ("{", "A field is written ${name}, with the dollar sign."),
    ("$", "A field is written ${name}."),
)


def hint_for(expression: str) -> str:
    """Return advice for the commonest slips in writing expressions, or nothing."""
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "''", expression)
    for sign, advice in _HINTS:
        if sign in bare:
            return advice
    if re.search(r"\b(AND|OR)\b", bare):
        return "Write and, or in small letters."
    return "Check brackets and quotes."


def tokenize(expression: str) -> list[Token]:
    """Return the tokens of an expression, an END token last.

    Raises:
        ExpressionError: A character that no token starts with, or a text far too long.
    """
    if len(expression) > MAX_EXPRESSION:
        raise ExpressionError("The expression is too long.", "Split it into calculations.")
    tokens: list[Token] = []
    end = len(expression.rstrip())
    at = 0
    while at < end:
        glued = _GLUED.match(expression, at)
        if glued is not None and not _operand_expected(tokens):
            tokens.append(Token(Kind.OPERATOR, glued.group(1), glued.start(1) + 1))
            at = glued.end()
            continue
        match = _TOKEN.match(expression, at)
        if match is None:
            place = len(expression) - len(expression[at:].lstrip()) + 1
            raise ExpressionError(f"Character {place} cannot stand there.", hint_for(expression))
        kind = str(match.lastgroup)
        tokens.append(_token(kind, match.group(kind), match.start(kind) + 1, tokens))
        at = match.end()
    tokens.append(Token(Kind.END, "", end + 1))
    return tokens


def _operand_expected(before: list[Token]) -> bool:
    return not before or (
        before[-1].kind is Kind.OPERATOR
        or (before[-1].kind is Kind.SYMBOL and before[-1].value in _BEFORE_OPERAND)
    )


def _token(kind: str, value: str, place: int, before: list[Token]) -> Token:
    if kind == "text":
        return Token(Kind.TEXT, value[1:-1], place)
    if not _operand_expected(before) and (value == "*" or value in _OPERATOR_NAMES):
        return Token(Kind.OPERATOR, value, place)
    return Token(Kind(kind), value, place)
