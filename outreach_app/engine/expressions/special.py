"""Functions that the compiler handles itself: lazy ones and those that look at the focus."""

from __future__ import annotations

from collections.abc import Callable

from outreach_app.engine.expressions import nodesets
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
from outreach_app.engine.expressions.compiling import Compiling
from outreach_app.engine.expressions.environment import Environment
from outreach_app.engine.expressions.places import Focus, Reading
from outreach_app.engine.expressions.repeats import indexed_repeat
from outreach_app.engine.expressions.tokens import ExpressionError
from outreach_app.engine.expressions.tree import Call, Path, Step
from outreach_app.engine.expressions.values import to_text
from outreach_app.engine.nodes import Node

_SELF = Path(False, None, (), (Step("self", "node()"),))


def _true(_compiler: Compiling, _tree: Call, _focus: Focus) -> Code:
    return constant(True)


def _false(_compiler: Compiling, _tree: Call, _focus: Focus) -> Code:
    return constant(False)


def _not(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    inner = as_boolean(compiler.compile(tree.arguments[0], focus))
    return Code(Kind.BOOLEAN, lambda node, env: not inner(node, env))


def _boolean(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    return Code(Kind.BOOLEAN, as_boolean(compiler.compile(tree.arguments[0], focus)))


def _number(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    argument = tree.arguments[0] if tree.arguments else _SELF
    return Code(Kind.NUMBER, as_number(compiler.compile(argument, focus)))


def _string(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    argument = tree.arguments[0] if tree.arguments else _SELF
    return Code(Kind.TEXT, as_text(compiler.compile(argument, focus)))


def _if(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    condition = as_boolean(compiler.compile(tree.arguments[0], focus))
    first = compiler.compile(tree.arguments[1], focus)
    second = compiler.compile(tree.arguments[2], focus)
    kinds = {Kind.TEXT if code.kind is Kind.LEAF else code.kind for code in (first, second)}
    kind = kinds.pop() if len(kinds) == 1 else Kind.ANY
    convert = as_text if kind is Kind.TEXT else as_value
    yes, no = convert(first), convert(second)
    return Code(kind, lambda node, env: yes(node, env) if condition(node, env) else no(node, env))


def _coalesce(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    options = [as_value(compiler.compile(each, focus)) for each in tree.arguments]

    def run(node: Node, env: Environment) -> object:
        for option in options:
            value = option(node, env)
            text = to_text(value)
            if text and text != "NaN":
                return text if isinstance(value, list) else value
        return ""

    return Code(Kind.ANY, run)


def _once(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    compiler.volatile = True
    fresh: Closure = lambda node, env: ""  # noqa: E731  # once() alone keeps what is there
    if tree.arguments:
        fresh = as_value(compiler.compile(tree.arguments[0], focus))

    def run(node: Node, env: Environment) -> object:
        return env.current.string_value() or fresh(node, env)

    return Code(Kind.ANY, run)


def _position(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    if not tree.arguments:
        return Code(Kind.NUMBER, lambda node, env: float(env.position))
    before = len(compiler.reads)
    nodes = as_nodes(compiler.compile(tree.arguments[0], focus, counts=True))
    compiler.reads[before:] = [_as_member(each) for each in compiler.reads[before:]]
    return Code(Kind.NUMBER, lambda node, env: nodesets.position_of(nodes(node, env)))


def _as_member(reading: Reading) -> Reading:
    """Make the reading of a row one of all its siblings: its place depends on them."""
    spec, anchor = reading.spec, reading.anchor
    if spec.is_repeat and anchor is spec:
        anchor = spec.parent.repeat if spec.parent is not None else None
    return Reading(spec, anchor, True)


def _last(_compiler: Compiling, _tree: Call, _focus: Focus) -> Code:
    return Code(Kind.NUMBER, lambda node, env: float(env.size))


def _current(_compiler: Compiling, _tree: Call, _focus: Focus) -> Code:
    return Code(Kind.NODES, lambda node, env: [env.current])


def _instance(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    name = as_text(compiler.compile(tree.arguments[0], focus))

    def run(node: Node, env: Environment) -> list[Node]:
        found = env.instances.get(name(node, env))
        return [found] if found is not None else []

    return Code(Kind.NODES, run)


def _id(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    value = as_value(compiler.compile(tree.arguments[0], focus))
    return Code(Kind.NODES, lambda node, env: nodesets.by_id(node, value(node, env)))


def _lang(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    wanted = as_text(compiler.compile(tree.arguments[0], focus))
    return Code(Kind.BOOLEAN, lambda node, env: nodesets.language_is(node, wanted(node, env)))


def _choice_name(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    value = as_text(compiler.compile(tree.arguments[0], focus))
    question = as_text(compiler.compile(tree.arguments[1], focus))
    compiler.volatile = True

    def run(node: Node, env: Environment) -> str:
        path = question(node, env).strip()
        return env.host.choice_name(path, value(node, env), env.current)

    return Code(Kind.TEXT, run)


def _itext(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    text_id = as_text(compiler.compile(tree.arguments[0], focus))
    return Code(Kind.TEXT, lambda node, env: env.host.translated(text_id(node, env)))


def _indexed_repeat(compiler: Compiling, tree: Call, focus: Focus) -> Code:
    if len(tree.arguments) % 2 == 0:
        raise ExpressionError(
            "indexed-repeat() has a repeat without a number.",
            "It takes a field, then a repeat and a row number for each level.",
        )
    return indexed_repeat(compiler, tree, focus)


SPECIAL: dict[str, Callable[[Compiling, Call, Focus], Code]] = {
    "true": _true,
    "false": _false,
    "not": _not,
    "boolean": _boolean,
    "number": _number,
    "string": _string,
    "if": _if,
    "coalesce": _coalesce,
    "once": _once,
    "position": _position,
    "last": _last,
    "current": _current,
    "instance": _instance,
    "id": _id,
    "lang": _lang,
    "jr:choice-name": _choice_name,
    "jr:itext": _itext,
    "indexed-repeat": _indexed_repeat,
}
