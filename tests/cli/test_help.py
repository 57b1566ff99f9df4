"""Help: every command and everything that it takes is explained, in the words of the glossary."""

import argparse
import re
from collections.abc import Iterator

from outreach_app.cli.main import build_parser
from tests.cli.office import Outreach

NOT_OUR_WORDS = re.compile(
    r"\b(victim|service user|perpetrator|absconded|refused|discharge|line manager|admin)\b",
    re.IGNORECASE,
)


def _everything(
    parser: argparse.ArgumentParser, at: str = "outreach"
) -> Iterator[tuple[str, argparse.Action]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, child in action.choices.items():
                yield from _everything(child, f"{at} {name}")
        else:
            yield at, action


def test_everything_that_a_command_takes_is_explained() -> None:
    silent = [
        f"{at}: {action.metavar or action.dest}"
        for at, action in _everything(build_parser())
        if not (action.help or "").strip()
    ]
    assert silent == []


def test_help_speaks_the_words_of_the_glossary() -> None:
    said = [f"{at}: {action.help}" for at, action in _everything(build_parser())]
    assert [each for each in said if NOT_OUR_WORDS.search(each)] == []


def test_a_typing_error_in_a_question_is_answered_with_names_like_it(outreach: Outreach) -> None:
    given = ("form", "fill", "client", "--set", "prefered_name=Gerta")
    refused = outreach.run(*given)
    assert refused.code == 3
    assert "Written much like it in this form: preferred_name" in refused.err
    data = outreach.plain(*given, code=3)
    assert data["error"] == "engine.unknown-address"
    assert "preferred_name" in data["notes"][0]
    assert data["what_happened"].endswith(".")
    assert data["what_to_do"].endswith(".")
    assert "{" not in data["title"] + data["what_happened"] + data["what_to_do"]


def test_a_code_that_is_not_in_the_list_is_answered_with_the_codes(outreach: Outreach) -> None:
    refused = outreach.run("form", "fill", "client", "--set", "gender=femail")
    assert refused.code == 3
    assert "one of the choices: " in refused.err
    assert "female" in refused.err


def test_one_question_of_a_form_is_shown_with_its_codes(outreach: Outreach) -> None:
    shown = outreach.run("form", "show", "client", "gender", "safe_contacts[1]/channel").out
    assert "Gender" in shown
    assert "female  " in shown
    assert "client_contact/safe_contacts/channel" in shown
    assert (
        outreach.plain("form", "show", "client", "gendre", code=3)["error"] == "cli.no-such-thing"
    )


def test_a_path_that_leads_nowhere_is_said_in_words(outreach: Outreach) -> None:
    missing = outreach.run("bundle", "inspect", outreach.folder / "gone.age")
    assert missing.code == 4
    assert "there is no such file" in missing.err
    assert "ENOENT" not in missing.err
