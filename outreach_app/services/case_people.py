"""The client's own facts that one needs at hand: safe channels, code word, interpreter, family."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from outreach_app.domain.age import age_text
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.partial_dates import partial_date_of
from outreach_app.domain.safe_contacts import recorded_contacts, safe_contacts
from outreach_app.domain.values import row_id_of, rows_of, text_of
from outreach_app.phrases import in_a_row, phrase
from outreach_app.report.dates import readable_date
from outreach_app.services.case_words import CaseWords

_CLIENT = "client"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One way to reach the client.

    Attributes:
        is_safe: Only a plain yes is safe; not known means: do not use it before it was checked.
        notes: When it is safe, who else may answer, how to introduce oneself; in words.
    """

    kind: str
    value: str
    owner: str
    is_safe: bool
    safe_words: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependant:
    """A child or another person who depends on the client.

    Attributes:
        row_id: Of their row in the client record, by which other documents speak of them.
        facts: What else is known: country, school, children's services, an NRM referral of their own.
        missing: What nobody has asked or knows yet.
    """

    row_id: str
    relation: str
    name: str
    born: str
    lives: str
    worry: bool
    facts: tuple[str, ...]
    missing: tuple[str, ...]


_NOT_KNOWN = frozenset({"", "unknown", "not_asked"})
_TO_ASK = {
    "dep_lives_with": phrase("with whom they live"),
    "dep_country": phrase("country"),
    "dep_risk_now": phrase("whether there is a worry now"),
    "dep_social_worker": phrase("whether children's services know them"),
    "dep_own_nrm": phrase("whether they need an NRM referral of their own"),
}
_SAFE = {"yes": phrase("Safe to use"), "no": phrase("Not safe: do not use")}


def channels_of(case_file: CaseFile, words: CaseWords) -> tuple[Channel, ...]:
    """Return the ways to reach the client, the safe ones first."""
    return channels_in(case_file.client, words)


def channels_in(client: Mapping[str, Any], words: CaseWords) -> tuple[Channel, ...]:
    """Return the ways to reach a client out of one client record, the safe ones first."""
    safe = safe_contacts(client)
    found = [_channel(row, words, row in safe) for row in recorded_contacts(client)]
    return tuple(sorted(found, key=lambda each: not each.is_safe))


def _channel(row: dict[str, str], words: CaseWords, is_safe: bool) -> Channel:
    said = text_of(row, "safe_to_use")
    safe = "yes" if is_safe else "no" if said == "no" else ""
    say, other = text_of(row, "say_we_are"), text_of(row, "who_may_answer")
    checked = readable_date(text_of(row, "checked_on"))
    notes = [
        text_of(row, "safe_times"),
        phrase("say “{words}”", words=say) if say else "",
        phrase("who else may answer: {who}", who=other) if other else "",
        phrase("no message on voicemail") if text_of(row, "safe_voicemail") == "no" else "",
        phrase("checked on {day}", day=checked) if checked else "",
    ]
    return Channel(
        kind=words.choice(_CLIENT, "channel", text_of(row, "channel")),
        value=text_of(row, "value"),
        owner=words.choice(_CLIENT, "belongs_to", text_of(row, "belongs_to")),
        is_safe=is_safe,
        safe_words=_SAFE.get(safe, phrase("Not known: check before use")),
        notes=tuple(filter(None, notes)),
    )


def dependants_of(case_file: CaseFile, words: CaseWords) -> tuple[Dependant, ...]:
    """Return the children and others who depend on the client."""
    found = []
    for row in rows_of(case_file.client, "dependants"):
        born = partial_date_of(row, "dep_dob")
        found.append(
            Dependant(
                row_id=row_id_of(row),
                relation=words.choice(
                    _CLIENT, "dep_relationship", text_of(row, "dep_relationship")
                ),
                name=text_of(row, "dep_name"),
                born=readable_date(born.iso) if born is not None else "",
                lives=words.choice(_CLIENT, "dep_lives_with", text_of(row, "dep_lives_with")),
                worry=text_of(row, "dep_risk_now") == "yes",
                facts=tuple(filter(None, _about(row, words))),
                missing=tuple(_missing(row)),
            )
        )
    return tuple(found)


def _about(row: Mapping[str, Any], words: CaseWords) -> Iterator[str]:
    yield words.choice(_CLIENT, "dep_country", text_of(row, "dep_country"))
    yield text_of(row, "dep_school")
    if text_of(row, "dep_social_worker") == "yes":
        yield phrase("known to children's services")
    if text_of(row, "dep_own_nrm") == "yes":
        yield phrase("needs an NRM referral of their own")


def _missing(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is still to be found out about one person."""
    if partial_date_of(row, "dep_dob") is None:
        yield phrase("date of birth")
    for name, what in _TO_ASK.items():
        if name == "dep_social_worker" and text_of(row, "dep_country") != "GB":
            continue
        if text_of(row, name) in _NOT_KNOWN:
            yield what


def client_facts(case_file: CaseFile, words: CaseWords) -> Iterator[tuple[str, str]]:
    """Yield facts about the client, each with its label; empty ones are left out."""
    client = case_file.client
    treated = phrase("treated as under 18") if case_file.is_minor else ""
    age = in_a_row((age_text(client, case_file.on), treated)) if client else ""
    facts = (
        (phrase("Full name"), text_of(client, "full_name")),
        (phrase("How to say it"), text_of(client, "pronunciation")),
        (phrase("Pronouns"), text_of(client, "pronouns")),
        (phrase("Age"), age),
        (
            phrase("Speaks"),
            words.choice(_CLIENT, "first_language", text_of(client, "first_language")),
        ),
        (
            phrase("English"),
            words.choice(_CLIENT, "english_speaking", text_of(client, "english_speaking")),
        ),
        (phrase("Interpreters to avoid"), text_of(client, "interpreter_avoid")),
        (phrase("No safe contact"), text_of(client, "no_safe_contact_reason")),
    )
    yield from ((label, value) for label, value in facts if value)


def code_word_of(case_file: CaseFile) -> str:
    """Return the code word agreed with the client, to be shown only when asked for."""
    return text_of(case_file.client, "code_word")
