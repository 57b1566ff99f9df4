"""What a copy for the client leaves out, found and said before anybody prints it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.telling_words import names_in, pairs_in, telling_words
from outreach_app.domain.values import rows_of, text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.report.large_copy import LargePassage
from outreach_app.services.sitting import Sitting
from outreach_app.services.trust import person_of

_NAMES = ("preferred_name", "full_name", "given_names", "family_name", "name_original_script")
_ADDRESS = ("addr_line1", "addr_town", "addr_postcode")
_INSTEAD = 2
_SAFE_COPIES = frozenset({"", "given", "photo", "memorised", "kept", "kept_for_client", "told"})


def telling_names(sitting: Sitting, case_file: CaseFile) -> tuple[str, ...]:
    """Return the names and addresses that a neutral copy must not hold, as the record has them.

    They are those of the client and the family, of those who exploited, of the service and its people, and of the
    place where the client lives.
    """
    client = case_file.client
    whole = [text_of(client, name) for name in _NAMES]
    whole += [text_of(row, "other_name") for row in rows_of(client, "other_names")]
    whole += [text_of(row, "dep_name") for row in rows_of(client, "dependants")]
    for row in rows_of(case_file.case, "exploiters"):
        whole.append(text_of(row, "exp_known_names"))
    single = [name for each in whole for name in names_in(each)]
    people = [person_of(each).full_name for each in sitting.configuration.certificates()]
    places = [text_of(client, name) for name in _ADDRESS]
    known = (*whole, *single, *pairs_in(sitting.configuration.name), *people, *places)
    return tuple(dict.fromkeys(each for each in known if each.strip()))


def without_telling(
    passages: Iterable[LargePassage], names: tuple[str, ...]
) -> tuple[tuple[LargePassage, ...], tuple[str, ...]]:
    """Return the passages that tell nothing, and a sentence about each that was left out.

    Of one that was left out the heading stays with empty lines, unless the heading itself tells.
    """
    kept: list[LargePassage] = []
    said: list[str] = []
    for passage in passages:
        text = "\n".join((passage.heading, *(line.text for line in passage.lines)))
        found = telling_words(text, names)
        if not found:
            kept.append(passage)
            continue
        words = in_a_row([f"“{each}”" for each in found], ", ")
        said.append(
            phrase(
                "“{heading}” is left out: it holds {words}.", heading=passage.heading, words=words
            )
        )
        if not telling_words(passage.heading, names):
            # What is wanted of it may be written in by hand.
            kept.append(replace(passage, lines=(), empty_lines=_INSTEAD))
    return tuple(kept), tuple(said)


def warnings(copy_now: str, agreement: str, conflicts: int, title: str) -> Iterator[str]:
    """Yield what is to be known before a copy is made at all.

    Args:
        copy_now: Code of the answer about the client's copy, "" for none.
        agreement: Code of the answer about the client's agreement, "" for none.
        conflicts: How many answers two unmerged versions disagree about.
        title: Of the document.
    """
    if copy_now not in _SAFE_COPIES:
        yield (
            phrase("{paper} says that the client does not want a copy.", paper=title)
            if copy_now == "not_wanted"
            else phrase(
                "{paper} says that it is not safe for the client to have a copy.", paper=title
            )
        )
    if agreement in {"not", "not_discussed"}:
        yield phrase("{paper} does not say that the client agrees with it.", paper=title)
    if conflicts:
        yield phrase(
            "Two versions are not merged: %n answer(s) differ, the more cautious one stands here.",
            count=conflicts,
        )


def left_out_of_neutral() -> Iterator[str]:
    """Yield what no neutral copy holds."""
    yield phrase(
        "A neutral copy has no name, no reference and nothing about the service, health, "
        "the court or what others do; its title and its file name tell nothing."
    )
    yield phrase(
        "The program finds English words and the names in this record, nothing more. Read the copy "
        "once with other eyes: what would somebody learn who finds it?"
    )


def left_out_of_every() -> Iterator[str]:
    """Yield what no copy for a client holds."""
    yield phrase(
        "Left out of every copy: notes for the safety of staff, other people, places, telephone "
        "numbers and the code word. Empty lines are there to write numbers and places in by hand."
    )
