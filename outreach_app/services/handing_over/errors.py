"""Failures of handing over: what keeps a case with whoever has it."""

from typing import ClassVar

from outreach_app.errors import Refusal


class NobodyLeads(Refusal):
    """The case has no signed record, or one that names no caseworker, or two that differ."""

    code: ClassVar[str] = "handover.nobody-leads"


class NotTheGiver(Refusal):
    """Neither the lead caseworker nor a supervisor hands over or takes back. Facts: giver."""

    code: ClassVar[str] = "handover.not-the-giver"


class HandedOverAlready(Refusal):
    """A handover of the case waits for its answer. Facts: since."""

    code: ClassVar[str] = "handover.waits"


class CannotTakeOver(Refusal):
    """The person named does not lead cases, or has no valid certificate. Facts: initials."""

    code: ClassVar[str] = "handover.cannot-take-over"


class NoAnswerWanted(Refusal):
    """The handover was answered or taken back already."""

    code: ClassVar[str] = "handover.no-answer-wanted"


class NotHandedToYou(Refusal):
    """Somebody else answers: the colleague who is named."""

    code: ClassVar[str] = "handover.not-to-you"


class CaseRecordInPart(Refusal):
    """The case record has two versions, or a part that is not here: nobody can be written into it."""

    code: ClassVar[str] = "handover.case-record"


class NothingToHandOver(Refusal):
    """No handover of this kind waits in the case."""

    code: ClassVar[str] = "handover.none"
