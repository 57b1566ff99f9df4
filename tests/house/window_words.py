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

from outreach_app.domain.flags import FLAG_LEVELS, label_of
from outreach_app.messages import ALL
from outreach_app.settings import GROUPS, SETTINGS
from tests.house.tree import PACKAGE, ROOT

_SAID = "said"
FILE = ROOT / "resources" / "translations" / "outreach.ts"


def _table_words() -> Iterator[tuple[str, str]]:
    for message in ALL.values():
        yield from (("messages", part) for part in (message.title, message.what, message.do))
    yield from (("settings", heading) for heading, _begins in GROUPS)
    for setting in SETTINGS:
        yield from (("settings", part) for part in (setting.title, setting.help, setting.why))
    yield from ((_SAID, label_of(code)) for code in FLAG_LEVELS)


def phrase_calls() -> Iterator[tuple[Path, ast.Call]]:
    """Yield every call that makes a phrase, with its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name == "phrases.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node) == "phrase":
                yield path, node


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _phrase_lines() -> Iterator[str]:
    for _path, call in phrase_calls():
        given = {each.arg: each.value for each in call.keywords}
        note = ast.unparse(given["note"]) if "note" in given else "''"
        count = ", 1" if "count" in given else ""
        yield f"translate({_SAID!r}, {ast.unparse(call.args[0])}, {note}{count})"


def extract(into: Path) -> None:
    """Write the source of translations.

    Raises:
        CalledProcessError: Qt's tool did not do its work.
    """
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    sources = sorted((PACKAGE / "ui").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder) / "tables.py"
        lines = [f"translate({table!r}, {words!r})" for table, words in _table_words()]
        lines += _phrase_lines()
        tables.write_text("\n".join(dict.fromkeys(lines)) + "\n", "utf-8")
        options = ["-silent", "-no-obsolete", "-locations", "none", "-no-ui-lines"]
        subprocess.run(
            [str(tool), *options, *map(str, (*sources, tables)), "-ts", str(into)],
            check=True,
            capture_output=True,
        )


if __name__ == "__main__":
    FILE.unlink(missing_ok=True)
    extract(FILE)
