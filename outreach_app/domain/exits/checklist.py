"""The whole checklist: every check with its evidence, the judgements, and what stops the exit."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from outreach_app.domain.documents import Review, ReviewVerb
from outreach_app.domain.exits import (
    agency_evidence,
    closing_evidence,
    long_term_evidence,
    paper_evidence,
    risk_evidence,
    safety_evidence,
)
from outreach_app.domain.exits.evidence import (
    Check,
    Evidence,
    ExitCase,
    Override,
    Part,
    waived,
)
from outreach_app.domain.exits.routes import (
    missing_from_supervisor,
    missing_on_route,
    waived_parts,
)
from outreach_app.domain.exits.unsettled import UNSETTLED, unsettled_words
from outreach_app.domain.flags import MISSING_FLAGS
from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.values import text_of
from outreach_app.phrases import in_a_row, phrase

MIN_REASON = 20
_JUDGED_SHORT = frozenset({"partly", "not_met"})
_GROUPS = (
    ("e1", phrase("Risk has significantly decreased"), risk_evidence.READERS),
    ("e2", phrase("Agencies informed and plan targets met"), agency_evidence.READERS),
    ("e3", phrase("Safety plan up to date"), safety_evidence.READERS),
    ("e4", phrase("Papers complete"), paper_evidence.READERS),
    ("e5", phrase("Signposted for long-term elements"), long_term_evidence.READERS),
    ("e6", phrase("Client is ready to move on"), closing_evidence.E6_READERS),
    *((code, title, (reader,)) for code, title, reader in closing_evidence.SINGLE_READERS),
)


def exit_checks(case: ExitCase) -> tuple[Check, ...]:
    """Read the evidence of E1 to E16; what the exit reason waives is not applicable."""
    without = waived_parts(case)
    checks = []
    for code, title, readers in _GROUPS:
        parts = (reader(case) for reader in readers)
        checks.append(
            Check(
                code=code,
                title=title,
                parts=tuple(
                    waived(part, case.said("exit_reason")) if part.code in without else part
                    for part in parts
                ),
            )
        )
    return tuple(checks)


def parts_of(checks: tuple[Check, ...]) -> dict[str, Part]:
    """Return every part by its code."""
    return {part.code: part for check in checks for part in check.parts}


def significantly_decreased(checks: tuple[Check, ...]) -> bool:
    """Say whether risk has significantly decreased: all five parts support it."""
    parts = parts_of(checks)
    return all(parts[code].evidence is Evidence.SUPPORTS for code in risk_evidence.DECREASED_PARTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a part's people say, beside what the records say."""

    worker: str
    client: str
    reason: str
    supervisor: str


def read_judgement(case: ExitCase, code: str) -> Judgement:
    """Return the judgements about one part."""
    return Judgement(
        worker=text_of(case.answers, f"{code}_worker"),
        client=text_of(case.answers, f"{code}_client"),
        reason=text_of(case.answers, f"{code}_reason"),
        supervisor=closing_evidence.said_by_supervisor(case, f"{code}_supervisor"),
    )


class JudgementProblem(StrEnum):
    """What is wrong with a judgement."""

    REASON_NEEDED = "reason_needed"
    NOT_OVERRIDABLE = "not_overridable"
    SUPERVISOR_NEEDED = "supervisor_needed"
    NOT_JUDGED = "not_judged"


def is_override(part: Part, worker: str) -> bool:
    """Say whether the worker calls a part met against its evidence."""
    return worker == "met" and part.evidence in {Evidence.CONTRADICTS, Evidence.INCOMPLETE}


def judgement_problems(part: Part, judgement: Judgement) -> tuple[JudgementProblem, ...]:
    """Return what is wrong with the judgement of one part; a check never turns itself to met."""
    if part.evidence is Evidence.NOT_APPLICABLE:
        return ()
    if not judgement.worker:
        return (JudgementProblem.NOT_JUDGED,)
    found = []
    overrides = is_override(part, judgement.worker)
    if overrides and part.override is Override.NOBODY:
        found.append(JudgementProblem.NOT_OVERRIDABLE)
    if (overrides or judgement.worker in _JUDGED_SHORT) and len(
        judgement.reason.strip()
    ) < MIN_REASON:
        found.append(JudgementProblem.REASON_NEEDED)
    if overrides and part.override is Override.SUPERVISOR and judgement.supervisor != "agree":
        found.append(JudgementProblem.SUPERVISOR_NEEDED)
    return tuple(found)


def refused_overrides(case: ExitCase) -> tuple[str, ...]:
    """Return the parts that the worker calls met against evidence that nobody may judge against."""
    return tuple(
        code
        for code, part in parts_of(exit_checks(case)).items()
        if JudgementProblem.NOT_OVERRIDABLE in judgement_problems(part, read_judgement(case, code))
    )


def unagreed_overrides(case: ExitCase) -> tuple[str, ...]:
    """Return the parts judged against their evidence to which the supervisor has not agreed."""
    return tuple(
        code
        for code, part in parts_of(exit_checks(case)).items()
        if JudgementProblem.SUPERVISOR_NEEDED
        in judgement_problems(part, read_judgement(case, code))
    )


def titles_of_parts(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the titles of the checks to which parts belong, each once."""
    titles = {code: title for code, title, _readers in _GROUPS}
    return tuple(dict.fromkeys(titles[code.partition("_")[0]] for code in codes))


class Phase(StrEnum):
    """Until when a block must be gone: before the worker signs, or before the supervisor closes."""

    SIGN = "sign"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stops the exit. Nothing stops the saving.

    Attributes:
        document_id: The document in which it is resolved, "" for no one document.
        question: The question or part of the checklist in which it is resolved, else "".
        form_id: Of which form a document resolves it, where it may be a new one.
    """

    number: int
    text: str
    document_id: str = field(default="", compare=False)
    question: str = field(default="", compare=False)
    form_id: str = field(default="", compare=False)

    @property
    def phase(self) -> Phase:
        """Return when it must be gone: 10 and 11 only when the supervisor closes."""
        return Phase.CLOSE if self.number >= 10 else Phase.SIGN


def exit_blocks(case: ExitCase) -> tuple[Block, ...]:
    """Return what stops the exit, by number; the checklist, its draft and bundle never count.

    A version that releases the legal hold of a closed exit does not judge the exit again: what has come up
    since then must not keep a record longer than it may be kept. It waits for its second person only.
    """
    if releases_closed(case):
        return tuple(_second_word_blocks(case))
    without = waived_parts(case)
    found = [
        *_flag_blocks(case),
        *_missing_blocks(case),
        *_level_blocks(case),
        *_plan_blocks(case, without),
        *_record_blocks(case),
        *_date_blocks(case),
        *_supervisor_blocks(case),
    ]
    return tuple(sorted(found, key=lambda block: block.number))


def releases_closed(case: ExitCase) -> bool:
    """Say whether a version releases the legal hold of an exit that was closed before."""
    record = case.case_file.newest("exit_checklist")
    was_closed = record is not None and any(
        review.verb is ReviewVerb.CLOSE and review.counted for review in record.reviews
    )
    return was_closed and text_of(case.answers, "legal_hold_released") == "yes"


def blocks_to_sign(case: ExitCase) -> tuple[Block, ...]:
    """Return the blocks 1 to 9, which stop the worker's signature."""
    return tuple(block for block in exit_blocks(case) if block.phase is Phase.SIGN)


def _flag_blocks(case: ExitCase) -> list[Block]:
    found = [
        Block(
            1,
            phrase(
                "Safety flag “{flag}” is open: clear it or name who holds the risk now.",
                flag=flag.label,
            ),
            document_id=flag.document_id,
        )
        for flag in case.case_file.open_flags()
    ]
    found += [
        Block(
            2,
            phrase("Child referral {label} has no outcome and no escalation.", label=each.label),
            document_id=each.record.document_id,
        )
        for each in agency_evidence.unanswered_child_referrals(case)
    ]
    return found


def _missing_blocks(case: ExitCase) -> list[Block]:
    episodes = [
        record.answers
        for record in case.case_file.all("missing_episode")
        if not text_of(record.answers, "me_found_at")
    ]
    flagged = any(flag.code in MISSING_FLAGS for flag in case.case_file.open_flags())
    if not (case.reason == "missing" or episodes or flagged):
        return []
    reported = text_of(case.answers, "sr_police_reference") or any(
        text_of(episode, "me_police_ref") or text_of(episode, "me_reported_at")
        for episode in episodes
    )
    if reported or closing_evidence.said_by_supervisor(case, "missing_decision"):
        return []
    text = phrase("The client is missing: no missing report and no supervisor's decision.")
    return [Block(3, text, form_id="missing_episode")]


def _level_blocks(case: ExitCase) -> list[Block]:
    if case.case_file.level is not RiskLevel.VERY_HIGH:
        return []
    if case.reason not in risk_evidence.VERY_HIGH_REASONS:
        text = phrase("The level is very high: an exit for this reason is not possible.")
        return [Block(4, text, question="exit_reason")]
    if not risk_evidence.has_holder(case):
        text = phrase("The level is very high: write who holds the risk now.")
        return [Block(4, text, question="exit_very_high_holder")]
    return []


def _plan_blocks(case: ExitCase, without: frozenset[str]) -> list[Block]:
    if not case.is_planned or "e3_age" in without or safety_evidence.is_current(case):
        return []
    return [Block(5, phrase("The safety plan is missing or too old."), form_id="safety_plan")]


def _record_blocks(case: ExitCase) -> list[Block]:
    found = [
        Block(
            6,
            unsettled_words(document),
            document_id=document.document_id,
        )
        for document in case.case_file.unfinished(*UNSETTLED)
    ]
    if closing_evidence.consent_part(case).evidence is not Evidence.SUPPORTS:
        found.append(
            Block(7, phrase("Not every active consent is reviewed."), question="consents_reviewed")
        )
    if not closing_evidence.is_retention_set(case):
        found.append(
            Block(7, phrase("Retention and legal hold are not set."), question="retention_class")
        )
    return found


def _date_blocks(case: ExitCase) -> list[Block]:
    found = []
    if closing_evidence.is_unready(case) and not closing_evidence.supervisor_talked(case):
        found.append(
            Block(
                8,
                phrase("The client does not feel ready: a supervisor talks with the client first."),
                question="client_supervisor_talk",
            )
        )
    if not case.reason or case.exit_day is None:
        question = "exit_date" if case.reason else "exit_reason"
        found.append(Block(9, phrase("Reason or exit date is missing."), question=question))
    missing = missing_on_route(case)
    if missing:
        text = phrase("For this reason still needed: {what}.", what=in_a_row(missing))
        found.append(Block(9, text, question="short_route"))
    return found


def _second_word_blocks(case: ExitCase) -> list[Block]:
    record = case.case_file.newest("exit_checklist")
    reviews: tuple[Review, ...] = record.current_reviews() if record is not None else ()
    authors = record.author_ids if record is not None else frozenset()
    closed = any(
        review.verb is ReviewVerb.CLOSE and review.reviewer_id not in authors for review in reviews
    )
    return [] if closed else [Block(10, phrase("The supervisor has not signed."))]


def _supervisor_blocks(case: ExitCase) -> list[Block]:
    found = _second_word_blocks(case)
    missing = [
        *missing_from_supervisor(case),
        *(
            phrase("agreement to “{title}”, judged against the records", title=title)
            for title in titles_of_parts(unagreed_overrides(case))
        ),
    ]
    if missing:
        found.append(Block(10, phrase("Still needed: {what}.", what=in_a_row(missing))))
    if case.case_file.unfinished("awaiting_answer"):
        found.append(Block(11, phrase("A bundle of this case waits for the supervisor's answer.")))
    return found
