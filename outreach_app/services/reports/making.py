"""Making a report, looking at one again, and checking that it can be repeated."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime

from outreach_app.domain.reports.audiences import Audience, Thresholds
from outreach_app.domain.reports.disclosure import NotProtectable
from outreach_app.domain.reports.linking import Earlier
from outreach_app.domain.reports.periods import Period, parse_period
from outreach_app.domain.reports.report import (
    Figures,
    Report,
    count_figures,
    make_report,
    too_alike,
)
from outreach_app.services.instants import read_instant, write_instant
from outreach_app.services.reports.basis import Basis, reading_basis, require_report
from outreach_app.services.reports.errors import GivesAway, NoSuchPeriod, TooAlike
from outreach_app.services.reports.kept import (
    KeptReport,
    keep,
    kept_report,
    kept_reports,
    next_number,
    period_text,
    shown_before,
)
from outreach_app.services.sitting import Sitting
from outreach_app.store.steps import Steps, run_through


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """Which report is wanted.

    Attributes:
        cut_off: What was accepted later does not count.
    """

    period: Period
    audience: Audience
    cut_off: datetime


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report with what it rests on.

    Attributes:
        made_at: When it was made first.
    """

    number: int
    order: ReportOrder
    report: Report
    figures: Figures
    basis: Basis
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether a report can be repeated from what is held now.

    Attributes:
        changed: Documents whose version at the cut-off is another one now; `gone` and `added`
            are documents that one side does not have.
    """

    number: int
    same_versions: bool
    same_counts: bool
    changed: int
    gone: int
    added: int
    bundles_missing: int


def read_period(words: str) -> Period:
    """Return the period that somebody typed.

    Raises:
        NoSuchPeriod: It is none.
    """
    try:
        return parse_period(words)
    except ValueError:
        raise NoSuchPeriod from None


@dataclass(frozen=True, slots=True)
class Read:
    """All that a report is counted from: plain values, so that counting may go beside the window.

    Attributes:
        number: Of the report that is made again, 0 for a new one.
        made_at: When it was made first.
        before: What earlier reports have told outsiders.
        compared: Earlier public reports of times that overlap, with what they rested on.
    """

    number: int
    order: ReportOrder
    basis: Basis
    before: list[Earlier]
    made_at: datetime
    compared: tuple[tuple[Period, Basis], ...] = ()


def reading(sitting: Sitting, order: ReportOrder) -> Steps[Read]:
    """Read what a new report needs, in short steps.

    Raises:
        NotAllowed: The role does not allow it; the attempt is in the journal.
    """
    basis = yield from reading_basis(sitting, order.cut_off)
    compared = []
    if order.audience is Audience.PUBLIC:
        for kept in kept_reports(sitting):
            period = kept.as_period()
            same = period == order.period and kept.digest == basis.digest()
            if (
                kept.audience == Audience.PUBLIC.value
                and period.overlaps(order.period)
                and not same
            ):
                before = yield from reading_basis(sitting, read_instant(kept.cut_off))
                compared.append((period, before))
    shown = shown_before(sitting, order.audience)
    return Read(0, order, basis, shown, sitting.now(), tuple(compared))


def count(read: Read) -> MadeReport:
    """Count, hide, and compare with earlier public reports; nothing is read or kept.

    Raises:
        TooAlike: An earlier public report differs by too few cases.
        GivesAway: What earlier reports have shown would give a hidden count away.
    """
    basis, order = read.basis, read.order
    try:
        report, figures = make_report(
            basis.cases, order.period, basis.around, order.audience, read.before
        )
    except NotProtectable:
        raise GivesAway from None
    for period, before in read.compared:
        old = count_figures(before.cases, period, before.around, Audience.PUBLIC)
        least = basis.around.thresholds.difference
        table = too_alike(figures, old, least)
        if table:
            raise TooAlike(table=table, least=least)
    return MadeReport(read.number, order, report, figures, basis, read.made_at)


def keep_made(sitting: Sitting, made: MadeReport) -> MadeReport:
    """Keep what a new report rests on and has shown; return it with its number."""
    require_report(sitting)
    return replace(made, number=_keep(sitting, made))


def make(sitting: Sitting, order: ReportOrder) -> MadeReport:
    """Make a report at once and keep what it rests on; see `reading` and `count`."""
    return keep_made(sitting, count(run_through(reading(sitting, order))))


def reading_again(sitting: Sitting, number: int) -> Steps[Read]:
    """Read what an earlier report rested on, in short steps.

    Raises:
        NotAllowed: The role does not allow it; the attempt is in the journal.
        UnknownReport: There is none of this number.
    """
    require_report(sitting)
    kept = kept_report(sitting, number)
    order = _order_of(kept)
    basis = yield from reading_basis(sitting, order.cut_off)
    with sitting.vault.transaction(sitting.act("report.shown", number=number)):
        pass
    made_at = read_instant(kept.made_at)
    return Read(number, order, _as_it_was(basis, kept), _before(sitting, kept), made_at)


def _as_it_was(basis: Basis, kept: KeptReport) -> Basis:
    """Return a basis with the thresholds of the day on which the report was made."""
    thresholds = Thresholds(**kept.thresholds)
    return replace(basis, around=replace(basis.around, thresholds=thresholds))


def repeating(sitting: Sitting, number: int) -> Steps[MadeReport]:
    """Make an earlier report again from what was accepted by its cut-off; nothing is kept.

    Raises:
        NotAllowed, UnknownReport: See `reading_again`.
        GivesAway: It cannot be printed any more beside what came before it.
    """
    read = yield from reading_again(sitting, number)
    return count(read)


def checking(sitting: Sitting, number: int) -> Steps[Checked]:
    """Compare a report with what its cut-off gives now.

    Raises:
        NotAllowed, UnknownReport, GivesAway: See `repeating`.
    """
    kept = kept_report(sitting, number)
    again = yield from repeating(sitting, number)
    now = again.basis.versions
    both = kept.versions.keys() & now.keys()
    return Checked(
        number=number,
        same_versions=again.basis.digest() == kept.digest,
        same_counts=again.report.shown == kept.counts(),
        changed=sum(kept.versions[document] != now[document] for document in both),
        gone=len(kept.versions.keys() - now.keys()),
        added=len(now.keys() - kept.versions.keys()),
        bundles_missing=len(set(kept.bundles) - set(again.basis.bundles)),
    )


def quality(sitting: Sitting, period: Period) -> Steps[Figures]:
    """Return the figures of a period for the list of what would repair them; nothing is kept."""
    basis = yield from reading_basis(sitting, sitting.now())
    with sitting.vault.transaction(sitting.act("report.quality_read")):
        pass
    return count_figures(basis.cases, period, basis.around, Audience.INTERNAL)


def _before(sitting: Sitting, kept: KeptReport) -> list[Earlier]:
    if kept.audience == Audience.INTERNAL.value:
        return []
    return [
        Earlier(each.as_period(), each.counts())
        for each in kept_reports(sitting)
        if each.number < kept.number and each.audience != Audience.INTERNAL.value
    ]


def _order_of(kept: KeptReport) -> ReportOrder:
    return ReportOrder(kept.as_period(), Audience(kept.audience), read_instant(kept.cut_off))


def _keep(sitting: Sitting, made: MadeReport) -> int:
    order, basis = made.order, made.basis
    number = next_number(sitting)
    kept = KeptReport(
        number=number,
        made_at=write_instant(made.made_at),
        made_by=sitting.me.person_id,
        period=period_text(order.period),
        audience=order.audience.value,
        cut_off=write_instant(order.cut_off),
        digest=basis.digest(),
        versions=basis.versions,
        bundles=list(basis.bundles),
        thresholds=asdict(basis.around.thresholds),
        shown=[(list(key), count) for key, count in made.report.shown.items()],
    )
    act = sitting.act(
        "report.made",
        number=number,
        audience=order.audience.value,
        documents=len(basis.versions),
        digest=kept.digest,
    )
    with sitting.vault.transaction(act):
        keep(sitting, kept)
    return number
