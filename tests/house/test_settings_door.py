"""One door to settings: what was chosen in a vault cannot be taken for what is in force."""

import ast
from pathlib import Path

from outreach_app.store.properties import Choices
from tests.house.tree import PACKAGE, files, parsed

SITTING = PACKAGE / "services" / "sitting.py"
POLICY = PACKAGE / "policy.py"


def _where_called(*names: str) -> set[Path]:
    found = set()
    for path in files(".py", below=PACKAGE):
        for node in ast.walk(parsed(path)):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in names:
                found.add(path)
    return found


def _where_choices_are_read() -> set[Path]:
    found = set()
    for path in files(".py", below=PACKAGE):
        for node in ast.walk(parsed(path)):
            if (
                isinstance(node, ast.Attribute)
                and node.attr == "choices"
                and isinstance(node.value, ast.Name | ast.Attribute)
                and (getattr(node.value, "id", "") or getattr(node.value, "attr", "")) == "vault"
            ):
                found.add(path)
    return found


def test_only_the_sitting_reads_what_was_chosen() -> None:
    assert _where_choices_are_read() == {SITTING}


def test_only_the_sitting_says_what_is_in_force() -> None:
    assert _where_called("settings_in_force") == {SITTING}
    assert _where_called("Settings") == {POLICY}
    assert _where_called("computer_policies") == set(), "it is handed to the sitting, not asked"


def test_one_choice_cannot_be_asked_for() -> None:
    verbs = {name for name in vars(Choices) if not name.startswith("_")}
    assert verbs == {"set", "remove", "all"}


def test_the_table_of_choices_is_touched_in_one_module() -> None:
    naming = {
        path
        for path in files(".py", below=PACKAGE)
        if any(f"{verb} settings" in path.read_text("utf-8") for verb in ("FROM", "INTO"))
    }
    assert naming == {PACKAGE / "store" / "properties.py"}
