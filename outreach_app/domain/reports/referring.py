"""S2: referrals, the NRM, refusals, chasing and what stands in the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from outreach_app.domain.reports.audiences import Audience
from outreach_app.domain.reports.counting import TOTAL, Layout, Sum, Unit, answer, answers
from outreach_app.domain.reports.people import Counted, Counting, counted_cases
from outreach_app.domain.reports.periods import Period
from outreach_app.domain.reports.records import CaseRecord, Version
from outreach_app.domain.values import parse_day

KINDS = (
    "law_enforcement", "child_safeguarding", "adult_safeguarding", "support", "nrm", "dtn", "marac",
    "overseas", "other",
)  # fmt: skip
ACCEPTED = frozenset({"accepted", "accepted_partly"})
_ANSWERED = ACCEPTED | {"redirected", "refused", "closed"}
_CHILD, _ADULT, _SUPPORT = "child_safeguarding", "adult_safeguarding", "support"
_HOUSING, _OTHER_SUPPORT = "housing", "other_support"
_REFERRALS = "referrals"


@dataclass(frozen=True, slots=True)
class Referral:
    """A referral with its transmissions and its outcome."""

    case: CaseRecord
    version: Version
    sent: date | None
    outcome: Version | None

    @property
    def kind(self) -> str:
        """Return the protocol of the referral."""
        return self.version.text("ref_kind") or "other"

    @property
    def status(self) -> str:
        """Return where it stands: what the outcome says, else whether it was sent."""
        said = self.outcome.text("out_status") if self.outcome is not None else ""
        return said or ("sent" if self.sent is not None else "draft")

    @property
    def to_authority(self) -> str:
        """Return to which service of a local authority it went, "" for none of them."""
        if self.kind != _SUPPORT:
            return self.kind if self.kind in {_CHILD, _ADULT} else ""
        receiver = self.version.text("ref_to_agency")
        kinds = {
            each.text("agency_kind")
            for each in self.case.of("agency_involvement")
            if each.document_id == receiver
        }
        return _HOUSING if _HOUSING in kinds else _OTHER_SUPPORT

    def day(self, name: str) -> date | None:
        """Return a day from the outcome."""
        return self.outcome.day(name) if self.outcome is not None else None

    @property
    def chases(self) -> tuple[tuple[date | None, int], ...]:
        """Return day and minutes of each chase."""
        if self.outcome is None:
            return ()
        return tuple(
            (parse_day(str(row.get("ch_at", ""))), _whole(str(row.get("ch_minutes", ""))))
            for row in self.outcome.rows("out_chases")
        )


def referrals_of(case: CaseRecord) -> list[Referral]:
    """Return the referrals of a case."""
    sent: dict[str, list[date]] = {}
    for each in case.of("transmission"):
        day = each.day("tx_at")
        if day is not None:
            sent.setdefault(each.text("tx_referral"), []).append(day)
    outcomes = {each.text("out_referral"): each for each in case.of("referral_outcome")}
    return [
        Referral(
            case,
            each,
            min(sent.get(each.document_id, ()), default=None),
            outcomes.get(each.document_id),
        )
        for each in case.of("referral")
    ]


def referral_tables(
    cases: Iterable[CaseRecord], period: Period, audience: Audience
) -> Iterator[Counting]:
    """Yield the tables of S2 with their units; the public sees no areas smaller than a region."""
    listed = list(cases)
    referrals = [each for case in listed for each in referrals_of(case)]
    sent = [each for each in referrals if period.holds(each.sent)]
    yield _made(referrals, period)
    yield _authorities(sent)
    if audience is not Audience.PUBLIC:
        yield _areas(sent)
    yield _outcomes(sent)
    yield _reasons(referrals, period)
    yield from _obstacles(listed, period)
    yield from _harm(referrals, period)


def _made(referrals: Iterable[Referral], period: Period) -> Counting:
    units = []
    for each in referrals:
        columns = []
        if period.holds(each.sent):
            columns.append("sent")
        if period.holds(each.version.approved_on):
            columns.append("approved")
        begun = each.version.first_signed_on <= period.end
        if begun and (each.sent is None or each.sent > period.end):
            columns.append("not_sent")
        if columns:
            units.append(Unit(each.case.case_id, (each.kind,), tuple(columns)))
    layout = Layout(
        code="S2.1",
        title="Referrals made by kind",
        counted=_REFERRALS,
        columns=("sent", "approved", "not_sent"),
        standing=("not_sent",),
        ends=("not_sent",),
        rows=KINDS,
        lists=("ref_kind",),
    )
    return layout, units


def _authorities(sent: Iterable[Referral]) -> Counting:
    units = []
    for each in sent:
        row = each.to_authority
        if not row:
            continue
        columns = ["sent"]
        if each.day("out_ack_on") is not None or each.status in _ANSWERED:
            columns.append("answered")
        if each.status in ACCEPTED:
            columns.append("accepted")
        units.append(Unit(each.case.case_id, (row,), tuple(columns)))
    layout = Layout(
        code="S2.2",
        title="Referrals to local authorities, and to other support: answered and accepted",
        counted=_REFERRALS,
        columns=("sent", "answered", "accepted"),
        rows=(_CHILD, _ADULT, _HOUSING, _OTHER_SUPPORT),
        same={(kind, "sent"): ("S2.1", kind, "sent") for kind in (_CHILD, _ADULT)},
        sums=(
            Sum(
                ("S2.1", _SUPPORT, "sent"),
                (("S2.2", _HOUSING, "sent"), ("S2.2", _OTHER_SUPPORT, "sent")),
            ),
            *(
                Sum(
                    ("S2.2", kind, "accepted"),
                    (("S2.5", "accepted", kind), ("S2.5", "accepted_partly", kind)),
                )
                for kind in (_CHILD, _ADULT)
            ),
            Sum(
                ("S2.2", _HOUSING, "accepted"),
                (("S2.5", "accepted", _SUPPORT), ("S2.5", "accepted_partly", _SUPPORT)),
                less=(("S2.2", _OTHER_SUPPORT, "accepted"),),
            ),
        ),
        lists=("ref_kind",),
    )
    return layout, units


def _areas(sent: Iterable[Referral]) -> Counting:
    units = [
        Unit(each.case.case_id, answer(each.version.text("ref_to_area")), (each.kind,))
        for each in sent
        if each.kind in {_CHILD, _ADULT}
    ]
    layout = Layout(
        code="S2.2b",
        title="Safeguarding referrals by local authority",
        counted=_REFERRALS,
        columns=(_CHILD, _ADULT),
        is_area=True,
        same={(TOTAL, kind): ("S2.1", kind, "sent") for kind in (_CHILD, _ADULT)},
        lists=("local_authority", "ref_kind"),
    )
    return layout, units


def _outcomes(sent: Iterable[Referral]) -> Counting:
    units = [Unit(each.case.case_id, (each.status,), (each.kind,)) for each in sent]
    layout = Layout(
        code="S2.5",
        title="What became of referrals sent in the period",
        counted=_REFERRALS,
        columns=KINDS,
        lists=("out_status", "ref_kind"),
        same={(TOTAL, kind): ("S2.1", kind, "sent") for kind in KINDS},
    )
    return layout, units


def _reasons(referrals: Iterable[Referral], period: Period) -> Counting:
    refused = frozenset({"refused", "redirected", "no_response"})
    units = []
    for each in referrals:
        if each.outcome is None or each.status not in refused:
            continue
        if period.holds(each.day("out_decision_on") or each.sent):
            units.append(
                Unit(each.case.case_id, answer(each.outcome.text("out_reason")), (each.kind,))
            )
    layout = Layout(
        code="S2.6",
        title="Refusals and their reasons",
        counted="referrals refused, sent on or without response",
        columns=KINDS,
        rows=("missing_address", "missing_name", "missing_dob"),
        lists=("out_reason", "ref_kind"),
    )
    return layout, units


def _obstacles(cases: Iterable[CaseRecord], period: Period) -> Iterator[Counting]:
    units = []
    for each in counted_cases(cases, period):
        met = list(_blocked(each))
        gaps = [
            str(row.get("lt_what", ""))
            for row in (each.case.exit.rows("long_term_elements") if each.case.exit else ())
            if row.get("lt_how") == "none_exists" and period.holds(each.case.closed)
        ]
        rows = tuple(dict.fromkeys((*met, *(["no_service_exists"] if gaps else []))))
        if rows:
            units.append(Unit(each.case.case_id, rows, ("with_obstacle",)))
    yield (
        Layout(
            code="S2.8",
            title="Obstacles",
            counted="cases with an obstacle",
            columns=("with_obstacle",),
            standing=("with_obstacle",),
            lists=("obstacle",),
            exclusive=False,
        ),
        units,
    )


def _blocked(each: Counted) -> Iterator[str]:
    for plan in each.case.of("support_plan"):
        for goal in plan.rows("goals"):
            for action in goal.get("actions") or ():
                yield from answer(action.get("act_blocked_by"))


def _harm(referrals: Iterable[Referral], period: Period) -> Iterator[Counting]:
    decisions, measures, consents = [], [], []
    for each in referrals:
        if not period.holds(each.version.first_signed_on):
            continue
        said = answer(each.version.text("dnh_decision"))
        decisions.append(Unit(each.case.case_id, said, ("referrals",)))
        lowering = answers(each.version.text("dnh_measure_kinds"))
        if lowering:
            measures.append(Unit(each.case.case_id, lowering, ("with_measure",)))
        if each.sent is None:
            continue
        if each.version.text("ref_consent"):
            basis = "with_consent"
        elif each.version.text("ref_identity_shared") == "anonymous":
            basis = "without_identity"
        elif each.version.text("as_consent_basis"):
            basis = each.version.text("as_consent_basis")
        else:
            basis = "other_basis" if each.version.text("ref_no_consent_basis") else ""
        consents.append(Unit(each.case.case_id, answer(basis), ("sent",)))
    yield (
        Layout(
            code="S2.9",
            title="Do-no-harm decisions",
            counted=_REFERRALS,
            columns=("referrals",),
            lists=("dnh_decision",),
        ),
        decisions,
    )
    yield (
        Layout(
            code="S2.9b",
            title="What lowers the risk of a referral",
            counted="referrals with a kind of measure",
            columns=("with_measure",),
            lists=("dnh_measure",),
            exclusive=False,
        ),
        measures,
    )
    yield (
        Layout(
            code="S2.10",
            title="Sent with consent, or on which basis without",
            counted=_REFERRALS,
            columns=("sent",),
            lists=("as_consent_basis",),
        ),
        consents,
    )


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
