"""What stands below what in a section: items put together into cells, without any Qt."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.items import Group, Item, Question, Repeat
from outreach_app.engine.violations import absences

_GRID_STEPS = 5
_LIKELIHOOD, _SEVERITY = "_likelihood", "_severity"


class CellKind(Enum):
    """How a cell is drawn."""

    QUESTION = auto()
    VALUE = auto()
    NOTE = auto()
    CODED = auto()
    WORDS = auto()
    DATE = auto()
    SIGNATURE = auto()
    CARD = auto()
    HEADING = auto()
    GRID = auto()
    REPEAT = auto()


_GROUPS = {
    "coded_item": CellKind.CODED,
    "own_words": CellKind.WORDS,
    "date_partial": CellKind.DATE,
    "signature": CellKind.SIGNATURE,
    "exit_check": CellKind.CARD,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing to draw.

    Attributes:
        address: Of the question, group or repeat.
        item: What it is.
        parts: Addresses of the questions in it, where it is drawn as a whole.
    """

    kind: CellKind
    address: str
    item: Item
    parts: tuple[tuple[str, Question], ...] = ()


class FormLayout:
    """Lays the items of one form out as cells."""

    def __init__(self, definition: FormDefinition) -> None:
        """Read which questions only say why another one has no answer."""
        self._definition = definition
        self._absences: Mapping[str, str] = absences(definition)
        self._reasons = frozenset(self._absences.values())

    def absence_of(self, address: str) -> str:
        """Return the address of the question that says why one has no answer, "" for none."""
        path = bare(address)
        name = self._absences.get(path, "")
        above, here = path.rpartition("/")[0], address.rpartition("/")[0]
        while name and above:
            if self._definition.item_at(f"{above}/{name}") is not None:
                return f"{here}/{name}"
            above, here = above.rpartition("/")[0], here.rpartition("/")[0]
        return name if name and self._definition.item_at(name) is not None else ""

    def cells(self, items: Iterable[Item], at: str = "") -> Iterator[Cell]:
        """Yield the cells of items.

        Args:
            items: In their order.
            at: Address of the group or row that they stand in.
        """
        listed = list(items)
        gone: set[str] = set()
        for item in listed:
            address = f"{at}/{item.name}" if at else item.path
            if item.name in gone:
                continue
            if isinstance(item, Question):
                pair = self._grid_partner(item, listed)
                if pair is not None:
                    gone.add(pair.name)
                    other = f"{at}/{pair.name}" if at else pair.path
                    yield Cell(CellKind.GRID, address, item, ((address, item), (other, pair)))
                elif item.name not in self._reasons:
                    yield from self._question(item, address)
            else:
                yield from self._group(item, address)

    def _question(self, item: Question, address: str) -> Iterator[Cell]:
        if item.type == "note":
            yield Cell(CellKind.NOTE, address, item)
        elif item.calculated:
            if item.label:
                yield Cell(CellKind.VALUE, address, item)
        elif item.visible:
            yield Cell(CellKind.QUESTION, address, item)

    def _group(self, item: Item, address: str) -> Iterator[Cell]:
        if isinstance(item, Repeat):
            yield Cell(CellKind.REPEAT, address, item)
        elif isinstance(item, Group):
            kind = _GROUPS.get(item.extras.get("type", ""), CellKind.HEADING)
            parts = tuple(self._parts(item, address))
            yield Cell(kind, address, item, parts)
            if kind is CellKind.HEADING:
                yield from self.cells(item.children, address)

    def _parts(self, group: Group, address: str) -> Iterator[tuple[str, Question]]:
        for child in group.children:
            if isinstance(child, Question) and child.name not in self._reasons:
                yield f"{address}/{child.name}", child

    def _grid_partner(self, item: Question, listed: list[Item]) -> Question | None:
        if not item.name.endswith(_LIKELIHOOD) or len(item.choices) != _GRID_STEPS:
            return None
        wanted = item.name.removesuffix(_LIKELIHOOD) + _SEVERITY
        for other in listed:
            fits = isinstance(other, Question) and other.name == wanted
            if fits and isinstance(other, Question) and len(other.choices) == _GRID_STEPS:
                return other
        return None


def bare(address: str) -> str:
    """Return an address without its rows: the path of the item."""
    return "/".join(piece.partition("[")[0] for piece in address.split("/"))


def is_reviewers(item: Item) -> bool:
    """Say whether a supervisor's review fills something in, and nobody types it here."""
    return bool(item.extras.get("review"))
