"""One case: head and chips, risk over time, what needs attention, plan, people, papers, history."""

from collections.abc import Generator
from functools import partial

from outreach_app.domain.authority import Verb
from outreach_app.domain.documents import Subject
from outreach_app.services.breaking_glass import may_break_glass
from outreach_app.services.case_papers import gathering_papers
from outreach_app.services.case_view import CaseView
from outreach_app.services.case_words import spoken_reference_of
from outreach_app.services.errors import NotAllowed
from outreach_app.services.permission import require_case
from outreach_app.ui.cases.case_cards import (
    ClientCard,
    PlanCard,
    agencies_card,
    consents_card,
    dependants_card,
)
from outreach_app.ui.cases.case_documents import DocumentsCard, HistoryCard
from outreach_app.ui.cases.case_head import Beginnings, actions_of, chips_of, flag_banner
from outreach_app.ui.cases.case_risk import RiskCard
from outreach_app.ui.cases.glass import GlassCard
from outreach_app.ui.cases.handover_card import handover_card
from outreach_app.ui.cases.held_cards import addresses_card, papers_card
from outreach_app.ui.cases.needs import NeedRow
from outreach_app.ui.cases.nrm_card import NrmCard
from outreach_app.ui.pieces.actions import has_large_text, place_actions
from outreach_app.ui.pieces.chips import Chip
from outreach_app.ui.pieces.columns import TwoColumns
from outreach_app.ui.pieces.longer import Longer
from outreach_app.ui.pieces.notices import focus_first
from outreach_app.ui.pieces.surfaces import Card, Scroll
from outreach_app.ui.pieces.texts import Text
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place
from outreach_app.ui.slices import Slices
from outreach_app.ui.speech import translate

_NEEDS_AT_ONCE = 5


class CasePage(Page):
    """Where one case stands, and everything that may be done in it."""

    def __init__(self, desk: Desk, place: Place) -> None:
        """Open a case; whoever may not see it may be able to give a reason.

        Raises:
            UnknownCase: The place names no case.
        """
        super().__init__(desk, place)
        self._rest: Slices | None = None
        subject = place.subject or Subject(client_id="")
        try:
            require_case(desk.sitting, subject, Verb.READ)
        except NotAllowed as error:
            self._show_closed(subject, error)
            return
        self._view = CaseView(desk.workspace, subject)
        self._begin = Beginnings(desk, self._view, self.tell_error)
        self._make_head()
        self._scroll = Scroll(gap=16)
        self.body.addWidget(self._scroll, 1)
        if has_large_text():
            # The head stays while the rest scrolls: it must leave room for it.
            self._scroll.column.addWidget(chips_of(self._view))
        banner = flag_banner(desk, self._view)
        if banner is not None:
            self._scroll.column.addWidget(banner)
        # The cards of a long case take longer than a blink: what is in sight comes first.
        self._rest = Slices(self, self._filling(), at_once=True)

    # ---- a case of others -------------------------------------------------------------------

    def _show_closed(self, subject: Subject, error: NotAllowed) -> None:
        reference = spoken_reference_of(self.desk.workspace, subject)
        self.add_head(reference, translate("cases", "This case is not shared with you."))
        self.tell_error(error)
        if may_break_glass(self.desk.sitting, subject):
            self.body.addWidget(GlassCard(self.desk, subject, self._on_opened))
        self.body.addStretch(1)

    def _on_opened(self, _subject: Subject) -> None:
        self.desk.go(self.place)

    # ---- parts ------------------------------------------------------------------------------

    def _make_head(self) -> None:
        view = self._view
        path = translate("cases", "Cases / {reference}").format(reference=view.reference)
        title = f"{view.name} · {view.reference}" if view.name else view.reference
        head = self.add_head(title, path=path)
        if not has_large_text():
            self.body.insertWidget(1, chips_of(view))
        place_actions(head, self.body, actions_of(self.desk, self, view, self._begin))

    def _filling(self) -> Generator[None, None, None]:
        view = self._view
        add = self._scroll.column.addWidget
        self._columns = TwoColumns()
        add(self._columns)
        if view.restricted and view.may_break_glass():
            add(GlassCard(self.desk, view.subject, self._on_opened, whole=True))
        self._scroll.column.addStretch(1)
        if not view.restricted:
            self._columns.add(RiskCard(view), 0)
            yield
            self._columns.add(self._needs_card(), 1)
            yield
            self._columns.add(PlanCard(view), 0)
            yield
            self._columns.add(NrmCard(self.desk, view, self._begin), 0)
            yield
        for make in (
            partial(handover_card, self.desk, view),
            partial(ClientCard, view),
            partial(consents_card, self.desk, self, view),
            partial(dependants_card, view),
            partial(papers_card, view),
            partial(addresses_card, view),
            partial(agencies_card, self.desk, view),
        ):
            card = make()
            if card is not None:
                self._columns.add(card, 1)
            yield
        papers = yield from gathering_papers(view)
        card = DocumentsCard(self.desk, view, papers, self._begin, self.tell_error)
        self._columns.add(card, 0)
        yield
        if not view.restricted:
            self._columns.add(HistoryCard(view), 1)

    def _needs_card(self) -> Card:
        view = self._view
        card = Card(translate("cases", "Needs attention"))
        needs = view.needs()
        now = sum(need.due is None or need.due <= view.on for need in needs)
        if now:
            card.head.addWidget(Chip(translate("cases", "%n now", "", now), "medium"))
        if not needs:
            card.add(Text(translate("cases", "Nothing waits here."), "soft"))
        rows = [partial(NeedRow, self.desk, need, view.subject) for need in needs]
        card.add(Longer(rows, at_once=_NEEDS_AT_ONCE))
        return card

    def leave(self) -> None:
        """Begin nothing more."""
        if self._rest is not None:
            self._rest.stop()

    def first_focus(self) -> None:
        """Begin with what may be done."""
        focus_first(self)
