from pathlib import Path

from outreach_app.services.casefile_xml import casefile_xml
from outreach_app.services.shipped import forms_folder
from outreach_app.services.signed_case import case_file_lines


def test_a_frozen_case_file_is_told_in_words() -> None:
    xml = casefile_xml(
        {
            "asof": "2026-02-03",
            "client": {"is_minor": "true", "age_text": "16 or 17"},
            "ra": {"on": "2026-02-02", "effective_level": "very_high"},
            "plan": {"on": "2026-02-01", "targets_met": "1", "targets_total": "4"},
            "flags": {
                "flag": [
                    {"code": "danger_now", "state": "open"},
                    {"code": "no_food", "state": "cleared"},
                ]
            },
            "risks": {"risk": [{"key": "R1"}, {"key": "R2"}]},
            "referrals": {"referral": []},
        }
    ).decode("utf-8")
    assert list(case_file_lines(xml)) == [
        "As it stood on 3 February 2026",
        "Age: 16 or 17, treated as under 18",
        "Last assessment: Very high, 2 February 2026",
        "Open safety flags: Danger now",
        "Goals met: 1 of 4",
        "Risks: 2",
        "Referrals: 0",
    ]


def test_an_empty_case_says_that_there_is_nothing_yet() -> None:
    sample = Path(forms_folder() / "casefile.xml").read_text(encoding="utf-8")
    assert next(case_file_lines(sample)).startswith("As it stood on ")
    empty = casefile_xml({"asof": "2026-02-03", "client": {"age_text": "age not known"}})
    assert list(case_file_lines(empty.decode("utf-8")))[2:4] == [
        "Last assessment: none yet",
        "Open safety flags: none",
    ]
