"""What a form read of its case, in a few lines: it is signed with the answers."""

import re
from collections.abc import Iterator
from html import unescape

from outreach_app.report.dates import readable_date
from outreach_app.services.case_words import in_words

_LEVEL = "effective_level"


def case_file_lines(casefile: str) -> Iterator[str]:
    """Yield in words what stands in a frozen case file.

    Args:
        casefile: The XML exactly as it is signed; `casefile_xml` has written it.
    """
    yield f"As it stood on {readable_date(_leaf(casefile, 'asof'))}"
    client, last, plan = (_inside(casefile, name) for name in ("client", "ra", "plan"))
    minor = _leaf(client, "is_minor") == "true"
    yield f"Age: {_leaf(client, 'age_text')}{', treated as under 18' if minor else ''}"
    if _leaf(last, "on"):
        level = in_words(_leaf(last, _LEVEL)) or "No level"
        yield f"Last assessment: {level}, {readable_date(_leaf(last, 'on'))}"
    else:
        yield "Last assessment: none yet"
    flags = _rows(_inside(casefile, "flags"), "flag")
    still = [in_words(_leaf(flag, "code")) for flag in flags if _leaf(flag, "state") == "open"]
    yield f"Open safety flags: {'; '.join(still) or 'none'}"
    if _leaf(plan, "on"):
        yield f"Goals met: {_leaf(plan, 'targets_met')} of {_leaf(plan, 'targets_total')}"
    for group, row, words in (("risks", "risk", "Risks"), ("referrals", "referral", "Referrals")):
        yield f"{words}: {len(_rows(_inside(casefile, group), row))}"


def _inside(xml: str, name: str) -> str:
    match = re.search(rf"<{name}>(.*?)</{name}>", xml, re.DOTALL)
    return match[1] if match else ""


def _leaf(xml: str, name: str) -> str:
    match = re.search(rf"<{name}>([^<]*)</{name}>", xml)
    return unescape(match[1]) if match else ""


def _rows(xml: str, name: str) -> list[str]:
    return re.findall(rf"<{name}>(.*?)</{name}>", xml, re.DOTALL)
