"""A referral in a bundle for somebody outside: what the page says, and what their own key opens."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.services.workspace import Workspace
from outreach_app.ui.shell.places import Place, Room
from outreach_app.ui.shell.window import Window
from tests.services.builders import CaseBuilder
from tests.services.test_outside import opened_by_age
from tests.support.pages import button, click, field, sees, write
from tests.ui.test_share import (
    WORDS,
    choose,
    files_in,
    finish,
    sign,
    stick,  # noqa: F401  a fixture
    take_in,
    tick,
)

FACTS = "Two women sleep above the shop."
WEIGHED = "If we wait, the house is emptied."
ADVISED = "Ask for officers in plain clothes."
RUNG = "Go ahead, but leave her name out."


@pytest.fixture
def referred(case: CaseBuilder) -> CaseBuilder:
    """A case with an agency, consent, a referral to it and what the manager said on the telephone."""
    case.opened()
    agency = case.kept(
        case.plan(
            case.document("agency_involvement"),
            {
                "main": {"agency": {"agency_kind": "police", "agency_name": "Quay Police"}},
                "internal": {"agency": {"agency_trusted": "does_not"}},
            },
        )
    )
    share = {
        "con_kind": "share",
        "con_agency": agency.header.document_id,
        "con_purpose": "a visit to the shop",
        "con_what": "identity needs exploitation",
        "con_decision": "given",
        "con_date": "2026-02-02",
        "con_expires": "2026-06-01",
    }
    case.kept(case.plan(case.document("consent"), {"main": {"consent_section": share}}))
    referral = case.kept(
        case.plan(
            case.document("referral"),
            {
                "main": {
                    "ref_head": {"ref_kind": "law_enforcement", "ref_urgency": "today"},
                    "ref_content": {"ref_facts": FACTS},
                },
                "location": {
                    "ref_content": {
                        "ref_locations": [
                            {"_id": "r_" + "a" * 26, "_order": "a0", "rl_text": "7 Hidden Quay"}
                        ]
                    }
                },
                "internal": {
                    "ref_do_no_harm": {"dnh_not_sending": WEIGHED},
                    "ref_approval": {"appr_reason": ADVISED},
                },
            },
        )
    )
    case.kept(
        case.plan(
            case.document("referral_approval"),
            {
                "internal": {
                    "approval_section": {
                        "pa_referral": referral.header.document_id,
                        "pa_words": RUNG,
                    }
                }
            },
        )
    )
    return case


@pytest.mark.skipif(shutil.which("age") is None, reason="not installed: age")
def test_somebody_outside_gets_the_referral_without_what_we_weighed(
    referred: CaseBuilder,
    window_of: Callable[[str], Window],
    workspace_of: Callable[[str], Workspace],
    stick: Path,  # noqa: F811
    passphrases: dict[str, str],
    qtbot: QtBot,
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.SHARE, subject=referred.record.subject))
    click(button(window.page, "All"))
    click(tick(window, "Sara Hill"))
    click(button(window.page, "Somebody else…"))
    click(tick(window, "Cora Celik"))
    click(button(window.page, "None"))
    for words in ("Referral", "Approval by telephone"):
        click(paper(window, words, qtbot))
    assert sees(window.page, "Goes: the main part.")
    assert sees(
        window.page,
        "Stays here: what is weighed and decided among ourselves, places and addresses.",
    )
    assert sees(window.page, "Nothing of these is for somebody outside: Approval by telephone")
    assert sees(window.page, "1 record of 1 client to Cora Celik, without the address")
    click(tick(window, WORDS.format(name="Cora Celik")))
    click(button(window.page, "No known added risk"))
    write(field(window.page, "Type the name: Cora Celik", QLineEdit), "Cora Celik")
    agency = field(window.page, "For which agency", QComboBox)
    agency.setCurrentIndex(agency.findText("Quay Police"))
    click(button(window.page, "Sign and save bundle…"))
    choose(window, stick, qtbot)
    sign(window, passphrases["AB"], qtbot)
    finish(window, qtbot)
    (file,) = files_in(stick)
    cora = workspace_of("CC")
    archive = opened_by_age(cora.sitting, file.read_bytes(), stick.parent)
    assert FACTS.encode() in archive
    for words in (WEIGHED, ADVISED, RUNG, "Hidden Quay", "does_not"):
        assert words.encode() not in archive
    take_in(cora, file)
    (held,) = cora.vault.documents.by_case(referred.case_id)
    assert held.form_id == "referral"
    (head,) = cora.vault.revisions.heads(held.document_id)
    assert head.withheld() == ("internal", "location")


def test_papers_of_which_nothing_is_for_somebody_outside_are_refused_before_anything_is_signed(
    referred: CaseBuilder, window_of: Callable[[str], Window], qtbot: QtBot
) -> None:
    window = window_of("AB")
    window.desk.go(Place(room=Room.SHARE, subject=referred.record.subject))
    click(button(window.page, "All"))
    click(tick(window, "Sara Hill"))
    click(button(window.page, "Somebody else…"))
    click(tick(window, "Cora Celik"))
    click(button(window.page, "None"))
    click(paper(window, "Approval by telephone", qtbot))
    click(button(window.page, "Sign and save bundle…"))
    assert sees(window.page, "Nothing of this is for somebody outside")


def paper(window: Window, words: str, qtbot: QtBot) -> QCheckBox:
    """Return the tick of a paper by the beginning of its title."""

    def found() -> list[QCheckBox]:
        return [
            each
            for each in window.page.findChildren(QCheckBox)
            if each.isVisibleTo(window.page) and each.accessibleName().startswith(words)
        ]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]
