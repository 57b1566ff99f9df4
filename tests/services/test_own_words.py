"""Own words to read: who said them, in which language and when, once for several answers."""

import pytest

from outreach_app.engine.definition import FormDefinition
from outreach_app.services.catalogue import load_shipped
from outreach_app.services.own_words import told_once
from outreach_app.services.reading import Shown


@pytest.fixture(scope="module")
def plan() -> FormDefinition:
    definition, _compiled = load_shipped("support_plan")
    return definition


def _shown(address: str, value: str, text: str = "") -> Shown:
    name = address.rpartition("/")[2]
    return Shown(address, name, name, value, text or value)


def _said(group: str, words: str, by: str, language: str, interpreted: str) -> list[Shown]:
    name = group.rpartition("/")[2]
    return [
        _shown(f"{group}/{name}_text", words),
        _shown(f"{group}/{name}_by", "client", by),
        _shown(f"{group}/{name}_lang", "sq", language),
        _shown(f"{group}/{name}_interp", interpreted),
        _shown(f"{group}/{name}_at", "2026-02-03", "3 Feb 2026"),
    ]


def test_what_is_the_same_for_a_section_is_said_once(plan: FormDefinition) -> None:
    hopes, good, matters = (
        next(item.path for item in plan.items_named(name))
        for name in ("hopes_words", "good_day_words", "important_to_me")
    )
    told = list(
        told_once(
            plan,
            [
                *_said(hopes, "A room of my own.", "The client", "Albanian", "yes"),
                *_said(good, "Bread in the morning.", "The client", "Albanian", "yes"),
                *_said(matters, "My sister.", "The client", "English", "no"),
            ],
        )
    )
    assert [each.shown.text for each in told] == [
        "A room of my own.",
        "Bread in the morning.",
        "My sister.",
    ]
    assert [each.details for each in told] == [
        "Said by: The client  ·  Albanian, interpreted  ·  3 Feb 2026",
        "",
        "English",
    ]
    assert f"{good}/good_day_words_by" in told[1].addresses


def test_other_answers_stay_as_they_are(plan: FormDefinition) -> None:
    date = _shown("plan_head/plan_date", "2026-02-03", "3 February 2026")
    (told,) = told_once(plan, [date])
    assert (told.shown, told.details) == (date, "")
