"""What still stands between a draft and its signature: missing answers, then gates of the rules."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from outreach_app.domain.exits.checklist import releases_closed
from outreach_app.domain.exits.evidence import CHECKLIST
from outreach_app.domain.risk_input import MIN_REASON, read_flag_reasons
from outreach_app.domain.values import text_of
from outreach_app.engine.session import FormSession
from outreach_app.engine.violations import Purpose, Violation, ViolationKind
from outreach_app.phrases import phrase
from outreach_app.services.form_facts import question_label
from outreach_app.services.rules.calculated import exit_case
from outreach_app.services.rules.gates import Gate, gates
from outreach_app.services.rules.surroundings import RuleContext
from outreach_app.services.shipped import forms_folder, read_table

_SCREENED, _SCREEN = "immediate", "section_b/"
_RELEASE = "legal_hold_release"
_DAY = len("2026-01-31")
_UNANSWERED = frozenset({ViolationKind.REQUIRED, ViolationKind.COUNT})
_LEVELS = {"draft": {"draft"}, "core": {"draft", "core"}, "yes": {"draft", "core", "yes"}}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing to do before signing.

    Attributes:
        address: The question it stands at, "" for none.
        document_id: Another paper in which it is resolved, "" for none.
    """

    address: str
    text: str
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class SectionNeed:
    """What one kind of assessment needs of one section; `only` names the questions, if few."""

    level: str
    only: frozenset[str]


def obstacles(
    session: FormSession, answers: Mapping[str, Any], context: RuleContext
) -> tuple[Obstacle, ...]:
    """Return everything that keeps a draft from being signed, in the form's order.

    Args:
        session: The live form.
        answers: Its relevant answers, flat.
        context: What the rules read besides.
    """
    form_id = session.definition.form_id
    missing = session.violations(Purpose.FINALISE)
    if form_id == "risk_assessment":
        missing = _needed(missing, text_of(answers, "assessment_kind"))
    if form_id == CHECKLIST and releases_closed(exit_case(answers, context)):
        # What came up since the exit was closed asks for no new judgement of it.
        missing = tuple(
            each
            for each in missing
            if each.kind not in _UNANSWERED or _RELEASE in each.address.rpartition("/")[2]
        )
    if context.is_arrival:
        # Nobody is kept waiting at night for an answer; the day team asks for the rest.
        missing = tuple(each for each in missing if each.kind not in _UNANSWERED)
    return (
        *(Obstacle(each.address, _words(session, each)) for each in missing),
        *_unset_flags(session, answers, context),
        *(_at_its_place(session, each) for each in gates(form_id, answers, context)),
    )


def _at_its_place(session: FormSession, gate: Gate) -> Obstacle:
    items = session.definition.items_named(gate.question) if gate.question else ()
    return Obstacle(items[0].path if items else "", gate.text, gate.document_id)


def initial_obstacles(session: FormSession) -> tuple[Obstacle, ...]:
    """Return what an initial assessment would still need, in the form's order."""
    missing = _needed(session.violations(Purpose.INITIAL), "initial")
    return tuple(Obstacle(each.address, _words(session, each)) for each in missing)


def needed_from(address: str, level: str) -> str:
    """Return the first kind of assessment that needs a question: immediate, initial or full.

    Args:
        address: Of the question in the risk assessment.
        level: See `QuestionView`.
    """
    section = address.partition("/")[0].partition("[")[0]
    for kind in ("immediate", "initial"):
        need = assessment_needs()[kind].get(section)
        named = need is None or not need.only or bool(need.only & set(_names_in(address)))
        if level == "draft" or (need is not None and named and level in _LEVELS[need.level]):
            return kind
    return "full"


def _unset_flags(
    session: FormSession, answers: Mapping[str, Any], context: RuleContext
) -> Iterator[Obstacle]:
    """Yield what is answered with yes and has neither flag nor reason: the level rests on flags.

    The screen of immediate safety sets them itself, under the same signature.
    """
    if text_of(answers, "assessment_kind") == _SCREENED:
        return
    since = text_of(answers, "assessed_at")[:_DAY]
    known = {flag.code for flag in context.case_file.open_flags()}
    known |= {
        text_of(record.answers, "flag_code")
        for record in context.case_file.all("safety_flag")
        if text_of(record.answers, "flag_set_at")[:_DAY] >= since
    }
    known |= {
        flag
        for (_item, flag), reason in read_flag_reasons(answers).items()
        if len(reason.strip()) >= MIN_REASON
    }
    for item in session.definition.leaves():
        code = item.extras.get("flag", "")
        is_set = not code or code in known or not item.path.startswith(_SCREEN)
        if not is_set and text_of(answers, item.name) == "yes":
            words = phrase(
                "{question} Yes, and no flag is set: “Record immediate danger” sets it; or say under “Suggested flags that are not raised” why not.",
                question=question_label(session.definition, item.path),
            )
            yield Obstacle(item.path, words)


def _words(session: FormSession, violation: Violation) -> str:
    label = question_label(session.definition, violation.address)
    # A label that is a question has its mark already.
    return f"{label}{'' if label.endswith(('?', '!')) else ':'} {violation.message}"


def _needed(missing: Iterable[Violation], kind: str) -> tuple[Violation, ...]:
    """Return the violations that count for a kind of assessment."""
    needs = assessment_needs().get(kind)
    if needs is None:
        return tuple(missing)
    return tuple(each for each in missing if _counts(each, needs))


def _counts(violation: Violation, needs: Mapping[str, SectionNeed]) -> bool:
    if violation.kind not in _UNANSWERED:
        return True
    section = violation.address.partition("/")[0].partition("[")[0]
    need = needs.get(section)
    if need is None:
        return violation.level == "draft"
    if need.only and not need.only & set(_names_in(violation.address)):
        return False
    return not violation.level or violation.level in _LEVELS[need.level]


def _names_in(address: str) -> list[str]:
    return [segment.partition("[")[0] for segment in address.split("/")]


@cache
def assessment_needs() -> Mapping[str, Mapping[str, SectionNeed]]:
    """Return what each kind of assessment needs, by kind and section."""
    found: dict[str, dict[str, SectionNeed]] = {}
    for row in read_table(forms_folder() / "risk_assessment" / "kinds.csv"):
        need = SectionNeed(row["level"], frozenset(row["only"].split()))
        found.setdefault(row["kind"], {})[row["section"]] = need
    return found
