"""Which page stands in which room. A page's module is loaded when one first goes there."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from outreach_app.domain.people import Role
from outreach_app.ui.shell.desk import Desk
from outreach_app.ui.shell.page import Page
from outreach_app.ui.shell.places import Place, Room

_PAGES: dict[Room, tuple[str, str]] = {
    Room.FORM: ("outreach_app.ui.forms.page", "FormPage"),
    Room.EXIT: ("outreach_app.ui.leaving.page", "ExitPage"),
    Room.SAFETY: ("outreach_app.ui.safety.page", "SafetyPage"),
    Room.TODAY: ("outreach_app.ui.today.page", "TodayPage"),
    Room.INBOX: ("outreach_app.ui.review.inbox", "InboxPage"),
    Room.REVIEW: ("outreach_app.ui.review.review", "ReviewPage"),
    Room.MERGE: ("outreach_app.ui.review.merge", "make_merge_page"),
    Room.SHARE: ("outreach_app.ui.share.page", "share_page"),
    Room.OUTBOX: ("outreach_app.ui.share.outbox", "OutboxPage"),
    Room.CASE: ("outreach_app.ui.cases.case_page", "CasePage"),
    Room.NEW_CASE: ("outreach_app.ui.cases.new_case", "NewCasePage"),
    Room.CASES: ("outreach_app.ui.cases.page", "CasesPage"),
    Room.PEOPLE: ("outreach_app.ui.people.page", "PeoplePage"),
    Room.SETTINGS: ("outreach_app.ui.preferences", "SettingsPage"),
    Room.ABOUT: ("outreach_app.ui.about", "AboutPage"),
    Room.ENROL: ("outreach_app.ui.welcome.enrolment", "EnrolmentPage"),
    Room.BACKUP: ("outreach_app.ui.laptop.backup", "BackupPage"),
    Room.HANDING: ("outreach_app.ui.handing.page", "handing_page"),
    Room.HANDOVER: ("outreach_app.ui.night.handover", "HandoverPage"),
    Room.VISIT: ("outreach_app.ui.today.visit", "VisitPage"),
    Room.MISSING: ("outreach_app.ui.night.missing", "MissingPage"),
    Room.CONSENTS: ("outreach_app.ui.consent.page", "ConsentsPage"),
    Room.REFER: ("outreach_app.ui.consent.referring", "ReferPage"),
    Room.HOME_OFFICE: ("outreach_app.ui.consent.home_office", "HomeOfficePage"),
    Room.DISCLOSURES: ("outreach_app.ui.consent.register", "DisclosuresPage"),
    Room.REPORTS: ("outreach_app.ui.reports.page", "ReportsPage"),
    Room.FRIDAY: ("outreach_app.ui.review.friday", "FridayPage"),
    Room.RETENTION: ("outreach_app.ui.review.retention", "RetentionPage"),
    Room.CERTIFY: ("outreach_app.ui.people.standing", "certify_page"),
    Room.STANDING: ("outreach_app.ui.people.standing", "standing_page"),
    Room.UNLOCKING: ("outreach_app.ui.laptop.unlocking", "UnlockingPage"),
    Room.LAPTOP_PEOPLE: ("outreach_app.ui.laptop.people_here", "PeopleHerePage"),
    Room.OLD_COPY: ("outreach_app.ui.laptop.old_copy", "OldCopyPage"),
    Room.HELP: ("outreach_app.ui.help", "HelpPage"),
}


_AT_NIGHT: dict[Room, tuple[str, str]] = {
    Room.TODAY: ("outreach_app.ui.night.page", "NightPage"),
}
"""Rooms that look otherwise for night staff."""


def rooms() -> frozenset[Room]:
    """Return the rooms that have a page."""
    return frozenset(_PAGES)


def page_modules() -> tuple[str, ...]:
    """Return the names of the modules in which the pages are."""
    return tuple(module for module, _name in _PAGES.values())


def make_page(desk: Desk, place: Place) -> Page:
    """Return a new page for a place.

    Raises:
        KeyError: No page stands there, which is a bug of whoever asked for it.
    """
    at_night = _AT_NIGHT if desk.sitting.me.role is Role.NIGHT_STAFF else {}
    module, name = at_night.get(place.room) or _PAGES[place.room]
    page = cast(Callable[[Desk, Place], Page], getattr(import_module(module), name))
    return page(desk, place)
