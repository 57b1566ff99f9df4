"""The level that the rules indicate, and what a human judgement does to it.

Structured professional judgement: the rules sort and compare, a person decides with reasons.
Nothing is ever summed up; the indicated level is the highest of a base and several floors.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from outreach_app.domain.flags import Flag
from outreach_app.domain.levels import RiskLevel, band_of, highest, score_of
from outreach_app.phrases import in_a_row, listed, phrase

RULES_VERSION = "rules-1"
MINORS_DOMAIN = "D15"
GAP_DOMAINS = ("D1", "D2", "D4")
MANY_GAPS = 6
SEVERAL_RISKS = 3
COUNTED_STATUSES = frozenset({"", "open", "reduced"})
NOT_KNOWN = frozenset({"unknown", "not_asked"})
SUGGESTING = frozenset({"present", "possible"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedItem:
    """One item of the assessment as the form describes it.

    Attributes:
        name: Stem of the names: ``d1_threats`` for ``d1_threats_now``.
        floor: Least level while the item is present.
        flag: Code of the safety flag that the item suggests, "" for none.
        relevant: False when the form does not ask it for this client.
    """

    name: str
    domain: str
    label: str = ""
    core: bool = False
    floor: RiskLevel | None = None
    flag: str = ""
    relevant: bool = True

    @property
    def title(self) -> str:
        """Return the label, or the name in words where a form has none."""
        return self.label or self.name.partition("_")[2].replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRow:
    """One described risk, rated by likelihood and severity (1 to 5 each)."""

    row_id: str
    label: str = ""
    title: str = ""
    domain: str = ""
    likelihood: int | None = None
    severity: int | None = None
    imminence: str = ""
    status: str = ""

    @property
    def score(self) -> int | None:
        """Return likelihood times severity, None while unrated."""
        return score_of(self.likelihood, self.severity)

    @property
    def band(self) -> RiskLevel | None:
        """Return the band of the score, None while unrated."""
        return band_of(self.score)

    @property
    def is_counted(self) -> bool:
        """Say whether the risk is still ours: open or reduced; a row without a status is open."""
        return self.status in COUNTED_STATUSES

    @property
    def named(self) -> str:
        """Return label and title for a sentence."""
        return in_a_row((self.label, self.title), " ") or phrase("a risk")


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskInput:
    """What the rules read, as plain data.

    Attributes:
        now: Code of each item by its stem; an item that is not in it is blank.
        flags: The open flags of the case on the day of the assessment.
    """

    kind: str
    items: tuple[CodedItem, ...] = ()
    now: dict[str, str] = field(default_factory=dict)
    rows: tuple[RiskRow, ...] = ()
    flags: tuple[Flag, ...] = ()
    is_minor: bool = False

    def asked(self) -> tuple[CodedItem, ...]:
        """Return the items that this client is asked; those for minors only for minors."""
        return tuple(
            item
            for item in self.items
            if item.relevant and (item.domain != MINORS_DOMAIN or self.is_minor)
        )

    def code(self, item: CodedItem) -> str:
        """Return the code of an item; a blank core item counts as not asked."""
        return self.now.get(item.name, "") or ("not_asked" if item.core else "")


@dataclass(frozen=True, slots=True)
class FiredRule:
    """A rule whose condition holds, with the least level it asks for.

    A rule is listed also when another one asks for more: the list explains, it does not race.
    """

    rule: str
    level: RiskLevel
    text: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indication:
    """The level that the rules indicate and every rule that fired, in the order of the rules."""

    level: RiskLevel
    fired: tuple[FiredRule, ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the codes of the rules that fired."""
        return tuple(rule.rule for rule in self.fired)


def indicated_level(given: RiskInput) -> Indication:
    """Apply the rules K1 to K6 and return the level with the rules that fired."""
    fired = tuple(rule for rule in (check(given) for check in _RULES) if rule is not None)
    level = max((rule.level for rule in fired), default=RiskLevel.LOW)
    return Indication(level, fired)


def _highest_risk(given: RiskInput) -> FiredRule | None:
    counted = [row for row in given.rows if row.is_counted]
    top = highest(*(row.band for row in counted))
    if top is None or top is RiskLevel.LOW:
        return None
    because = tuple(
        in_a_row(
            (
                f"{row.named}: {row.likelihood} × {row.severity} = {row.score}",
                top.label,
            )
        )
        for row in counted
        if row.band is top
    )
    return FiredRule("K1", top, phrase("The highest open risk is {top}.", top=top.label), because)


def _floors(given: RiskInput) -> FiredRule | None:
    asked = [
        (
            item.floor,
            phrase(
                "{item}: present now, at least {floor}", item=item.title, floor=item.floor.label
            ),
        )
        for item in given.asked()
        if item.floor is not None and given.code(item) == "present"
    ]
    raised = [
        (
            flag.level,
            phrase("Open flag “{flag}”: at least {level}", flag=flag.label, level=flag.level.label),
        )
        for flag in given.flags
        if flag.level is not None and flag.is_open()
    ]
    found = asked + raised
    if not found:
        return None
    level = max(level for level, _ in found)
    because = tuple(words for _, words in sorted(found, key=lambda pair: -pair[0]))
    return FiredRule(
        "K2",
        level,
        phrase("Open flags and present signs ask for at least {level}.", level=level.label),
        because,
    )


def _gap_floor(given: RiskInput) -> FiredRule | None:
    unknown = [item for item in given.asked() if item.core and given.code(item) in NOT_KNOWN]
    domains = (*GAP_DOMAINS, MINORS_DOMAIN)
    weighty = [item for item in unknown if item.domain in domains]
    if not weighty and len(unknown) < MANY_GAPS:
        return None
    because = tuple(
        in_a_row((item.title, listed(given.code(item).replace("_", " "))), ": ")
        for item in (weighty or unknown)
    )
    text = (
        phrase("Something that matters for safety is not known yet.")
        if weighty
        else phrase("%n of the core questions are not known yet.", count=len(unknown))
    )
    return FiredRule("K3", RiskLevel.MEDIUM, text, because)


_KIND_WORDS = {"immediate": phrase("immediate safety"), "initial": phrase("initial")}


def _early_assessment(given: RiskInput) -> FiredRule | None:
    if given.kind not in _KIND_WORDS:
        return None
    text = phrase("A first assessment is never below medium.")
    return FiredRule(
        "K4",
        RiskLevel.MEDIUM,
        text,
        (phrase("Kind of assessment: {kind}", kind=_KIND_WORDS[given.kind]),),
    )


def _young_person(given: RiskInput) -> FiredRule | None:
    signs = tuple(
        in_a_row((item.title, listed(given.code(item))), ": ")
        for item in given.asked()
        if item.domain == MINORS_DOMAIN and item.core and given.code(item) in {"present", "unknown"}
    )
    if not given.is_minor or not signs:
        return None
    text = phrase("For a child or young person these signs ask for at least medium.")
    return FiredRule("K5", RiskLevel.MEDIUM, text, signs)


def _imminent(given: RiskInput) -> FiredRule | None:
    rows = tuple(
        phrase("{named}: high, and could happen today or tomorrow", named=row.named)
        for row in given.rows
        if row.is_counted and row.imminence == "today" and row.band is RiskLevel.HIGH
    )
    if not rows:
        return None
    return FiredRule("K6", RiskLevel.VERY_HIGH, phrase("A high risk may happen at once."), rows)


_RULES: tuple[Callable[[RiskInput], FiredRule | None], ...] = (
    _highest_risk,
    _floors,
    _gap_floor,
    _early_assessment,
    _young_person,
    _imminent,
)


def asks_cumulative(rows: tuple[RiskRow, ...]) -> bool:
    """Say whether three or more risks are above low, so that their sum must be thought about (K7).

    The rules never add risks up; the question is put to the worker.
    """
    above = [row for row in rows if row.band is not None and row.band > RiskLevel.LOW]
    return len(above) >= SEVERAL_RISKS


class OverrideDirection(StrEnum):
    """How the worker's judgement compares with the indication."""

    SAME = "same"
    HIGHER = "higher"
    LOWER = "lower"


def override_direction(indicated: RiskLevel, overall: RiskLevel) -> OverrideDirection:
    """Compare a judgement with the indication."""
    if overall == indicated:
        return OverrideDirection.SAME
    return OverrideDirection.HIGHER if overall > indicated else OverrideDirection.LOWER


def effective_level(
    indicated: RiskLevel | None, overall: RiskLevel | None, *, countersigned: bool
) -> RiskLevel | None:
    """Return the level that lists, review dates, exit checks and bundles use (K9).

    Until a second person has countersigned it is the higher of the two, so that a lower judgement
    waits for a supervisor and a higher one counts at once. None while neither is known.
    """
    if countersigned and overall is not None:
        return overall
    return highest(indicated, overall)


def needs_countersign(indicated: RiskLevel | None, overall: RiskLevel | None) -> bool:
    """Say whether a supervisor must countersign: a high level, or a judgement below the rules."""
    if overall is None:
        return False
    return overall >= RiskLevel.HIGH or (indicated is not None and overall < indicated)
