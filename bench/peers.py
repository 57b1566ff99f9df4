"""A second opinion: ODK Validate, the checker of ODK Collect, opens every shipped form."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from bench.table import Figure, milliseconds
from bench.timing import time_call
from outreach_app.services.catalogue import convert_shipped, shipped_form_ids

_JAR = "validators/odk_validate/bin/ODK_Validate.jar"


def measure(folder: Path) -> list[Figure]:
    """Return how many forms ODK Validate accepts; where Java is missing, say so."""
    java, spec = shutil.which("java"), find_spec("pyxform")
    if java is None or spec is None or spec.origin is None:
        return [Figure("forms that ODK Validate accepts", "not tried: no Java here")]
    jar = Path(spec.origin).parent / _JAR
    refused: list[str] = []

    def validate() -> None:
        for form_id in shipped_form_ids():
            form = folder / f"{form_id}.xml"
            form.write_bytes(convert_shipped(form_id).xml)
            done = subprocess.run(
                [java, "-jar", jar, form], capture_output=True, text=True, check=False
            )
            if done.returncode or "Xform is valid" not in done.stdout + done.stderr:
                refused.append(form_id)

    took = time_call(validate)
    count = len(shipped_form_ids())
    said = f"{count - len(refused)} of {count}"
    if refused:
        said += f", not: {', '.join(refused)}"
    return [
        Figure("forms that ODK Validate accepts", said, "all", not refused),
        Figure("all of them, one after the other", milliseconds(took)),
    ]
