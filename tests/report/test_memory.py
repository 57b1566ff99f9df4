"""Nothing is ever written to a disk: the whole work is watched through Python's audit hook."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WATCHED = """
import json, os, sys, warnings
warnings.simplefilter("error")
from tests.report.samples import document, long_document, FORM, revision
import outreach_app.report.document, outreach_app.report.protect, outreach_app.report.text
import outreach_app.report.summary
import pyhanko.pdf_utils.crypt

opened = []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        writes = (flags or 0) & WRITING or any(c in (mode or "") for c in "wax+")
        opened.append([str(path), bool(writes)])
    elif event in {"os.mkdir", "os.rename", "tempfile.mkstemp", "tempfile.mkdtemp", "subprocess.Popen", "socket.connect"}:
        opened.append([event, True])

sys.addaudithook(watch)
pdf = outreach_app.report.document.render_document(long_document())
text = outreach_app.report.text.render_text(FORM, revision())
rendering = list(opened)
protected = outreach_app.report.protect.protect(pdf, "1234 5678 9012 3456 7890")
watched = list(opened)
sys.stdout.write(json.dumps([len(pdf), len(protected), len(text), rendering, watched]))
"""


def test_no_file_is_opened_for_writing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED], capture_output=True, check=False, cwd=ROOT, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()
    pdf, protected, text, rendering, opened = json.loads(done.stdout)
    assert min(pdf, protected, text) > 1000
    assert [path for path, writes in opened if writes] == []
    others = {Path(path).suffix for path, _writes in rendering} - {".py", ".pyc", ".so", ".pyi"}
    assert others <= {".ttf"}
