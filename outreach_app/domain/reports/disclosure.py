"""Hiding small counts so that they cannot be worked out from what stays.

Counts are joined by equations: a total and its parts, a year and its quarters, the open cases of a
quarter and what came and went. A count that is small is hidden (primary). Where an equation would
give a hidden count back, the next smallest is hidden too (secondary). At the end each hidden count
has a witness: another set of whole numbers that fits everything shown and differs in this count.
What has no witness is taken for recoverable, and more is hidden. The search may miss a witness,
then too much is hidden; it never takes a recoverable count for safe.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from outreach_app.domain.reports.audiences import Rule

Key = tuple[str, ...]
"""Names one count: table, row, column and period."""
_DEEPEST = 150
_MOST_TRIES = 300


@dataclass(frozen=True, slots=True)
class Equation:
    """Counts that add up: `total` is the sum of `parts` less the sum of `less`.

    Attributes:
        exact: False where a case counts in several parts, so that the sum is greater.
    """

    total: Key
    parts: tuple[Key, ...]
    less: tuple[Key, ...] = ()
    exact: bool = True

    def terms(self) -> tuple[tuple[Key, int], ...]:
        """Return each count with its sign; together they make zero."""
        return (
            (self.total, -1),
            *((part, 1) for part in self.parts),
            *((part, -1) for part in self.less),
        )

    def counts(self) -> tuple[Key, ...]:
        """Return every count of the equation, the total last."""
        return (*self.parts, *self.less, self.total)


class NotProtectable(ValueError):
    """What earlier reports have shown gives a small count away, whatever is hidden now.

    Attributes:
        counts: Those that would be put beside each other.
    """

    def __init__(self, counts: tuple[Key, ...]) -> None:
        """Name the counts."""
        super().__init__()
        self.counts = counts


@dataclass(slots=True)
class System:
    """All counts that a reader may put beside each other.

    Attributes:
        values: Every count.
        fixed: Counts that an earlier report has shown; they cannot be hidden any more.
        gone: Counts of another time that an earlier report has hidden.
        again: Counts of this report that an earlier one of the same time has hidden.
        together: Counts that are hidden with another one.
    """

    values: Mapping[Key, int]
    equations: tuple[Equation, ...]
    fixed: frozenset[Key] = frozenset()
    gone: frozenset[Key] = frozenset()
    again: frozenset[Key] = frozenset()
    together: Mapping[Key, tuple[Key, ...]] = field(default_factory=dict)


def hidden_counts(system: System, rule: Rule) -> frozenset[Key]:
    """Return the counts that must not be shown.

    Raises:
        NotProtectable: Earlier reports have shown too much.
    """
    if not rule.threshold:
        return frozenset()
    hider = _Hider(system, rule)
    hider.hide_small()
    hider.protect()
    return frozenset(hider.hidden)


class _Hider:
    def __init__(self, system: System, rule: Rule) -> None:
        self._system = system
        self._rule = rule
        self.hidden: set[Key] = set()
        self._uses: dict[Key, list[int]] = defaultdict(list)
        for number, equation in enumerate(system.equations):
            for key in equation.counts():
                self._uses[key].append(number)
        self._to_look_at: list[int] = []
        before = system.fixed | system.gone
        zeros = {key for key, value in system.values.items() if not (value or rule.hides_zero)}
        self._told = self._follows_from(set(system.fixed), before)
        self._known = self._follows_from((system.fixed | zeros) - system.gone, system.values.keys())
        self._search = _Search(system, self._uses, self.hidden, rule)
        for key in sorted(system.gone | system.again):
            self._hide(key)

    def hide_small(self) -> None:
        for key, value in self._system.values.items():
            if key not in self._system.fixed and self._rule.is_small(value):
                self._hide(key)

    def protect(self) -> None:
        """Hide more until each hidden count has company in every equation, and a witness."""
        proven: set[Key] = set()
        open_ones: list[Key] = []
        while True:
            while self._to_look_at:
                self._hide_second(self._system.equations[self._to_look_at.pop()])
                open_ones = []
            while open_ones and open_ones[-1] in proven:
                open_ones.pop()
            if not open_ones:
                unproven = self.hidden - proven
                open_ones = sorted(
                    (key for key in unproven if self._needs_cover(key)), reverse=True
                )
            if not open_ones:
                return
            changed = self._search.witness(open_ones[-1])
            proven |= changed
            if not changed:
                self._hide_beside(self._near(open_ones[-1]))

    def _needs_cover(self, key: Key) -> bool:
        # Where zero is shown it protects nobody. What an earlier report hid may be anything, unless
        # earlier reports alone have told it: then nothing is left to protect.
        if key in self._system.gone:
            return key not in self._told
        return self._rule.hides_zero or self._value(key) > 0

    def _hide_second(self, equation: Equation) -> None:
        alone = [key for key in equation.counts() if key in self.hidden]
        if len(alone) != 1 or not self._needs_cover(alone[0]):
            return
        if equation.exact or alone[0] != equation.total:
            self._hide_beside([equation])

    def _near(self, key: Key) -> list[Equation]:
        """Return the equations that a count stands in, then those of the counts hidden beside it."""
        order: dict[Key, None] = {key: None}
        found: dict[int, None] = {}
        waiting = [key]
        while waiting:
            each = waiting.pop(0)
            for number in self._uses[each]:
                equation = self._system.equations[number]
                if not equation.exact or number in found:
                    continue
                found[number] = None
                fresh = [k for k in equation.counts() if k in self.hidden and k not in order]
                order.update(dict.fromkeys(fresh))
                waiting += fresh
        return [self._system.equations[number] for number in found]

    def _hide_beside(self, equations: Iterable[Equation]) -> None:
        beside: list[Key] = []
        for equation in equations:
            beside += equation.counts()
            free = [key for key in equation.counts() if self._can_hide(key)]
            if free:
                total = equation.total
                self._hide(min(free, key=lambda key: (key == total, self._value(key), key)))
                return
        raise NotProtectable(tuple(beside))

    def _follows_from(self, known: AbstractSet[Key], among: AbstractSet[Key]) -> frozenset[Key]:
        """Return what a reader knows who knows these counts and every equation among some counts."""
        known = set(known)
        waiting = list(known)
        unknown = [
            set(each.counts()) if each.exact and among >= set(each.counts()) else set[Key]()
            for each in self._system.equations
        ]
        while waiting:
            key = waiting.pop()
            for number in self._uses[key]:
                left = unknown[number]
                left.discard(key)
                if len(left) == 1 and not left <= known:
                    known |= left
                    waiting += left
        return frozenset(known)

    def _can_hide(self, key: Key) -> bool:
        return key not in self.hidden and key not in self._known

    def _hide(self, key: Key) -> None:
        for each in (key, *self._system.together.get(key, ())):
            if each not in self._system.fixed and each not in self.hidden:
                self.hidden.add(each)
                self._to_look_at += self._uses[each]

    def _value(self, key: Key) -> int:
        return self._system.values[key]


class _Search:
    """Looks for changes of hidden counts that keep every equation."""

    def __init__(
        self, system: System, uses: Mapping[Key, list[int]], hidden: set[Key], rule: Rule
    ) -> None:
        self._values = system.values
        self._terms = [each.terms() if each.exact else () for each in system.equations]
        self._hidden = hidden
        self._gone = system.gone
        self._least = rule.least_hidden
        self._signs: dict[Key, list[tuple[int, int]]] = defaultdict(list)
        for key, numbers in uses.items():
            for number in dict.fromkeys(numbers):
                sign = sum(sign for term, sign in self._terms[number] if term == key)
                if sign:
                    self._signs[key].append((number, sign))
        self._changes: dict[Key, int] = {}
        self._left: dict[int, int] = {}
        self._tries = 0

    def witness(self, key: Key) -> frozenset[Key]:
        """Return the counts that another world changes, this one among them; none if none is found."""
        for step in (1, -1):
            if not self._may(key, step):
                continue
            self._changes, self._left, self._tries = {}, {}, 0
            self._move(key, step)
            if self._settles(_DEEPEST):
                return frozenset(self._changes)
        return frozenset()

    def _may(self, key: Key, step: int) -> bool:
        value = self._values[key]
        if key in self._gone:
            return True
        return value + step >= min(self._least, value)

    def _move(self, key: Key, step: int) -> None:
        self._changes[key] = step
        self._shift(key, step)

    def _shift(self, key: Key, step: int) -> None:
        for number, sign in self._signs[key]:
            left = self._left.get(number, 0) + sign * step
            if left:
                self._left[number] = left
            else:
                self._left.pop(number, None)

    def _settles(self, deep: int) -> bool:
        if not self._left:
            return True
        self._tries += 1
        if not deep or self._tries > _MOST_TRIES:
            return False
        for key, step in min(map(self._options, self._left), key=len):
            self._move(key, step)
            if self._settles(deep - 1):
                return True
            del self._changes[key]
            self._shift(key, -step)
        return False

    def _options(self, number: int) -> list[tuple[Key, int]]:
        left = self._left[number]
        found = [
            (key, -left * sign)
            for key, sign in self._terms[number]
            if key in self._hidden and key not in self._changes and self._may(key, -left * sign)
        ]
        # First what heals other equations too, then what breaks the fewest.
        return sorted(found, key=lambda move: self._breaks(*move))

    def _breaks(self, key: Key, step: int) -> int:
        broken = 0
        for number, sign in self._signs[key]:
            left = self._left.get(number, 0)
            broken += bool(left + sign * step) - bool(left)
        return broken
