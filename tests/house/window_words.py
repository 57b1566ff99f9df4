"""Write resources/translations/outreach.ts, where translators begin: `dev.py words`.

Qt's extraction finds what the window says itself. What it takes from tables (messages, settings) and
from the phrases of services is written out for the extraction first, under the name by which the
window asks for it.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from outreach_app.domain.documents import PartName
from outreach_app.domain.flags import FLAG_LEVELS, label_of
from outreach_app.domain.levels import RiskLevel
from outreach_app.domain.people import Role
from outreach_app.domain.risk import NOT_KNOWN, SUGGESTING, OverrideDirection
from outreach_app.domain.trend import CLOSED, RiskReduction
from outreach_app.messages import ALL
from outreach_app.settings import GROUPS, SETTINGS
from tests.house.tree import PACKAGE, ROOT

_SAID = "said"
_CODES = (
    *Role,
    *PartName,
    *RiskReduction,
    *OverrideDirection,
    *sorted(CLOSED | NOT_KNOWN | SUGGESTING),
    *("immediate", "initial", "full", "review", "event", "exit"),
    *("disputed", "uncertain", "yes", "no", "partly", "refused"),
)
"""Codes that services say where no form has a label for them."""
FILE = ROOT / "resources" / "translations" / "outreach.ts"


def _table_words() -> Iterator[tuple[str, str]]:
    for message in ALL.values():
        yield from (("messages", part) for part in (message.title, message.what, message.do))
    yield from (("settings", heading) for heading, _begins in GROUPS)
    for setting in SETTINGS:
        yield from (("settings", part) for part in (setting.title, setting.help, setting.why))
    yield from ((_SAID, words) for words in _words_of_codes())


def _words_of_codes() -> Iterator[str]:
    """Yield the words that services make of codes, as they write them (`phrases.listed`)."""
    yield from (label_of(code) for code in FLAG_LEVELS)
    for level in RiskLevel:
        yield from (level.label, level.label.capitalize())
    for code in dict.fromkeys(map(str, _CODES)):
        words = code.replace("_", " ")
        yield from (words, words[:1].upper() + words[1:])


def _calls(folder: Path, name: str) -> Iterator[ast.Call]:
    """Yield every call of a function by its name below a folder."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node) == name:
                yield node


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def phrase_calls() -> Iterator[ast.Call]:
    """Yield every call that makes a phrase of a literal."""
    calls = _calls(PACKAGE, "phrase")
    return (each for each in calls if each.args and isinstance(each.args[0], ast.Constant))


def _line(context: str, words: ast.expr, note: ast.expr | None, *, counted: bool) -> str:
    said = ast.unparse(note) if note is not None else "''"
    return f"translate({context}, {ast.unparse(words)}, {said}{', 1' if counted else ''})"


def _lines() -> Iterator[str]:
    """Yield what is to be translated as Qt's extraction reads it.

    It passes over a count that is not a plain name, and takes one that is for a remark: so it is given
    the words of the window in a simpler form than that of the program.
    """
    for call in _calls(PACKAGE / "ui", "translate"):
        context, words, *rest = call.args
        if isinstance(words, ast.Constant):
            note = rest[0] if rest else None
            yield _line(ast.unparse(context), words, note, counted=len(rest) > 1)
    for call in phrase_calls():
        given = {each.arg: each.value for each in call.keywords}
        yield _line(repr(_SAID), call.args[0], given.get("note"), counted="count" in given)
    yield from (f"translate({table!r}, {words!r})" for table, words in _table_words())


def extract(into: Path) -> None:
    """Write the source of translations.

    Raises:
        CalledProcessError: Qt's tool did not do its work.
    """
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder) / "tables.py"
        tables.write_text("\n".join(dict.fromkeys(_lines())) + "\n", "utf-8")
        options = ["-silent", "-no-obsolete", "-locations", "none", "-no-ui-lines"]
        subprocess.run(
            [str(tool), *options, str(tables), "-ts", str(into)],
            check=True,
            capture_output=True,
        )


if __name__ == "__main__":
    FILE.unlink(missing_ok=True)
    extract(FILE)
