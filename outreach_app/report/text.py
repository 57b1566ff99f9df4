"""The plain-text copy of a revision: readable anywhere, and the same for ever.

The text is a function of the revision, the form's outline and the renderer version, of nothing
else: no clock, no names from a directory, no Unicode data of the Python at hand. A reader renders
the copy again from the signed answers and compares. Whoever changes what `_render_1` or the
modules below it give for any input adds `_render_2` beside it and keeps the old one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from outreach_app.domain.documents import Revision
from outreach_app.report.dates import readable_instant
from outreach_app.report.errors import UnknownRenderer
from outreach_app.report.outline import FormOutline
from outreach_app.report.reading import (
    Examined,
    Group,
    Item,
    Judged,
    Leaf,
    Rows,
    Signed,
    Spoken,
    read_answers,
)
from outreach_app.report.visible import spelled_out

RENDERER_VERSION = 1
_WIDTH = 78
_STEP = "    "
_NAME_WIDTH = 14


def render_text(
    form: FormOutline, revision: Revision, *, renderer_version: int = RENDERER_VERSION
) -> str:
    """Return the plain-text copy of a revision, lines of at most 78 characters, ending in a line end.

    Args:
        form: The outline of exactly the form that the revision names, in the language of the
            copy, loaded without lists from the case: their answers show as they are stored.
        revision: The revision with the parts that are held; what is withheld is named.
        renderer_version: The version that made the copy to be compared.

    Raises:
        UnknownRenderer: A version that this program does not have.
    """
    renderer = _RENDERERS.get(renderer_version)
    if renderer is None:
        raise UnknownRenderer(version=renderer_version)
    return renderer(form, revision)


def _render_1(form: FormOutline, revision: Revision) -> str:
    lines = [form.title, "Readable copy 1. The signed answers are the record.", ""]
    for name, value in _header(form, revision):
        if len(value) > _WIDTH - _NAME_WIDTH:
            lines.extend((name, f"{_STEP}{value}"))
        else:
            lines.append(f"{name:<{_NAME_WIDTH}}{value}")
    for item in read_answers(form, revision.answers()):
        lines.extend(_item(item, ""))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _header(form: FormOutline, revision: Revision) -> Iterator[tuple[str, str]]:
    header = revision.header
    yield "Revision", revision.revision_id
    yield "Document", header.document_id
    yield "Client", header.subject.client_id
    if header.subject.case_id:
        yield "Case", header.subject.case_id
    yield "Form", f"{header.form_id}, version {form.version}"
    yield "Form hash", header.form_hash
    yield "Signed", readable_instant(header.signed_at)
    yield "By", f"{header.author_id}, certificate {header.certificate_serial}"
    yield "On device", header.device_id
    yield "Reason", header.reason
    for parent in header.parents:
        yield "Follows", parent
    for attachment in header.attachments:
        yield "Attachment", attachment
    withheld = revision.withheld()
    yield "Parts", ", ".join(part for part in sorted(header.parts) if part not in withheld)
    if withheld:
        yield "Not held", ", ".join(withheld)


def _item(item: Item, indent: str) -> Iterator[str]:
    match item:
        case Leaf():
            words = f"({item.words})" if item.absence else item.words
            yield from _labelled(item.label, words, indent)
        case Group():
            yield from _group(item, indent)
        case Rows():
            yield from _rows(item, indent)
        case Judged():
            yield from _judged(item, indent)
        case _:
            yield from _other(item, indent)


def _other(item: Spoken | Signed | Examined, indent: str) -> Iterator[str]:
    inner = indent + _STEP
    match item:
        case Spoken():
            yield from _wrapped(f"{indent}{_asked(item.label)}", inner)
            yield from _block(f"“{item.text}”", inner)
            if item.attribution:
                yield from _wrapped(f"{inner}({item.attribution})", inner)
        case Signed():
            said = ", ".join(part for part in (item.who, item.how, item.at, item.detail) if part)
            yield from _labelled(item.label, said, indent)
        case Examined():
            yield from _wrapped(f"{indent}{_asked(item.label)}", inner)
            for name, words in (
                ("Records", " – ".join(part for part in (item.finding[1], item.evidence) if part)),
                ("Caseworker", item.worker),
                ("Client", item.client),
                ("Reason", item.reason),
                ("Supervisor", item.supervisor),
            ):
                yield from _labelled(name, words, inner) if words else ()


def _group(group: Group, indent: str) -> Iterator[str]:
    if group.label:
        title = spelled_out(group.label).replace("\n", " ")
        yield ""
        yield from _wrapped(f"{indent}{title}", indent)
        yield f"{indent}{'-' * min(len(title), _WIDTH - len(indent))}"
    for item in group.items:
        yield from _item(item, indent)


def _rows(rows: Rows, indent: str) -> Iterator[str]:
    for number, row in enumerate(rows.rows, start=1):
        yield ""
        yield from _wrapped(f"{indent}{rows.label}, {number} of {len(rows.rows)}", indent)
        for item in row.items:
            yield from _item(item, indent + _STEP)


def _judged(item: Judged, indent: str) -> Iterator[str]:
    words = item.now[1] or "(not coded)"
    if item.before[1]:
        words = f"{words}; before: {item.before[1]}"
    yield from _labelled(item.label, words, indent)
    if item.note:
        yield from _block(item.note, indent + _STEP)


def _labelled(label: str, words: str, indent: str) -> Iterator[str]:
    if "\n" in spelled_out(words).strip("\n"):
        yield from _wrapped(f"{indent}{_asked(label)}", indent + _STEP)
        yield from _block(words, indent + _STEP)
    else:
        yield from _wrapped(f"{indent}{_asked(label)} {words}", indent + _STEP)


def _asked(label: str) -> str:
    return label if label.endswith(("?", ":", "…")) else f"{label}:"


def _block(words: str, indent: str) -> Iterator[str]:
    for paragraph in spelled_out(words).strip("\n").split("\n"):
        yield from _wrapped(indent + paragraph, indent)


def _wrapped(text: str, indent: str) -> Iterator[str]:
    """Break one paragraph at spaces; a word that fits no line is cut."""
    line, *more = _words(spelled_out(text).replace("\n", " "), indent)
    for word in more:
        if len(line) + 1 + len(word) <= _WIDTH:
            line = f"{line} {word}"
        else:
            yield line
            line = indent + word
    yield line


def _words(text: str, indent: str) -> Iterable[str]:
    start = len(text) - len(text.lstrip(" "))
    first, *others = text[start:].split(" ")
    for place, word in enumerate((text[:start] + first, *others)):
        room = _WIDTH if place == 0 else _WIDTH - len(indent)
        while len(word) > room:
            yield word[:room]
            word = word[room:]  # noqa: PLW2901 - the rest of the same word
            room = _WIDTH - len(indent)
        yield word


_RENDERERS: Mapping[int, Callable[[FormOutline, Revision], str]] = {1: _render_1}
