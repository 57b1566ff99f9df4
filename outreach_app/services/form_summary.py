"""What a document that is being written adds up to: level, rules, gaps, flags, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from outreach_app.domain.answers import leaves
from outreach_app.domain.calculated import rule_line
from outreach_app.domain.risk import FiredRule, indicated_level
from outreach_app.engine.items import in_language
from outreach_app.phrases import in_a_row
from outreach_app.services.calculated_words import split_rule, spoken
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.rules.calculated import risk_input
from outreach_app.services.rules.remarks import Remark

_LEVEL, _RULES = "indicated_level", "indicated_rules"
_FLAGS_OPEN, _FLAGS_SUGGESTED = "b_flags_open", "b_flags_suggested"
_OWN_PLACE = frozenset({_LEVEL, _RULES, _FLAGS_OPEN, _FLAGS_SUGGESTED, "gaps_found"})
_ANSWERED_STATUS = "answered"


@dataclass(frozen=True, slots=True)
class ShownGap:
    """An information gap: the question at an address, in words, and how it is followed up."""

    address: str
    question: str
    follow_up: str


@dataclass(frozen=True, slots=True)
class ShownRule:
    """A rule that fired: the level it asks for in words, and why in a sentence."""

    level: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSummary:
    """What the answers add up to.

    Attributes:
        level: Code of the indicated level, "" where the form has none.
        judged: Code of the level in the worker's judgement.
        before: Code of the level of the last assessment.
        rules: The rules that fired.
        flags_open, flags_suggested: In words.
        gaps: What is not known or was not asked.
        values: Other lines that the rules filled in: label and words.
        remarks: What the rules remark.
    """

    level: str = ""
    judged: str = ""
    before: str = ""
    rules: tuple[ShownRule, ...] = ()
    flags_open: tuple[str, ...] = ()
    flags_suggested: tuple[str, ...] = ()
    gaps: tuple[ShownGap, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()


def summarise(opened: OpenDocument) -> FormSummary:
    """Return what an open document adds up to now."""
    answers = opened.answers()
    last = opened.context.case_file.last_assessment
    has_level = bool(opened.definition.items_named(_LEVEL))
    before = str(last.record.answers.get("overall_level", "")) if last and has_level else ""
    return FormSummary(
        level=str(answers.get(_LEVEL, "")),
        judged=str(answers.get("overall_level", "")) if has_level else "",
        before=before,
        rules=_rules(opened, str(answers.get(_RULES, ""))),
        flags_open=_flags(opened, _FLAGS_OPEN),
        flags_suggested=_flags(opened, _FLAGS_SUGGESTED),
        gaps=tuple(_gaps(opened)),
        values=tuple(_values(opened)),
        remarks=opened.remarks(),
    )


def _rules(opened: OpenDocument, text: str) -> tuple[ShownRule, ...]:
    """Return the rules as the document tells them, in phrases where they are those that fire now."""
    if not text:
        return ()
    fired = indicated_level(risk_input(opened.answers(), opened.context)).fired
    now = {rule_line(each): each for each in fired}
    return tuple(_fired(now[line]) if line in now else _rule(line) for line in text.splitlines())


def _fired(rule: FiredRule) -> ShownRule:
    because = in_a_row(rule.because, "; ")
    return ShownRule(rule.level.label, in_a_row((rule.text, because), " "))


def _rule(line: str) -> ShownRule:
    """Return a fired rule without its number, which means nothing outside the rule book."""
    return ShownRule(*split_rule(line))


def _flags(opened: OpenDocument, name: str) -> tuple[str, ...]:
    codes = str(opened.answers().get(name, ""))
    return tuple(spoken(opened.definition, name, code) for code in codes.split())


def _gaps(opened: OpenDocument) -> Iterator[ShownGap]:
    """Yield the gaps of the answers, each with its row of the list of gaps where it has one."""
    labels: dict[str, str] = {}
    for gap in opened.session.gaps():
        group = gap.address.rpartition("/")[0]
        path = "/".join(piece.partition("[")[0] for piece in group.split("/"))
        item = opened.definition.item_at(path)
        coded = item is not None and bool(item.extras.get("type"))
        label = opened.session.label(group) if coded else gap.label
        if not gap.name.endswith("_absent"):
            labels.setdefault(label, gap.address)
    rows = [row for row in opened.answers().get("gaps", ()) if isinstance(row, dict)]
    followed = {str(row.get("gap_question", "")): row for row in rows}
    for question, row in followed.items():
        if question and row.get("gap_status", "") != _ANSWERED_STATUS:
            who = [str(row.get("gap_who", ""))]
            yield ShownGap("gaps", question, ", ".join(each for each in who if each))
    for label, address in labels.items():
        if label not in followed:
            yield ShownGap(address, label, "")


def _values(opened: OpenDocument) -> Iterator[tuple[str, str]]:
    """Yield what the rules filled in besides: label and words, in the form's order."""
    given = {address: value for address, value in leaves(opened.session.answers()) if value}
    for item in opened.definition.leaves():
        shown = item.extras.get("source") and item.label
        whole = opened.definition.item_at(item.path.rpartition("/")[0])
        # What belongs to one check is said at the check.
        in_check = whole is not None and bool(whole.extras.get("type"))
        if shown and not in_check and item.name not in _OWN_PLACE and item.path in given:
            label = in_language(item.label, opened.session.speaker.language)
            yield label, spoken(opened.definition, item.name, given[item.path])
