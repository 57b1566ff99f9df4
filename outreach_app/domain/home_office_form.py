"""The Home Office's online form for a referral to the NRM, and which of our questions answer it.

The order is that of the form (27 April 2026): only the online form is a referral, and a First Responder
types it in beside this list. A question that is asked in several places is answered by the first that
has an answer.
"""

from dataclasses import dataclass
from enum import StrEnum

from outreach_app.phrases import phrase

CLIENT, CASE, EXPLANATION, REFERRAL = "client", "case", "nrm_explanation", "referral"
NOTE, AGENCY = "contact_note", "agency_involvement"


class When(StrEnum):
    """For whom the form asks something."""

    ALWAYS = "always"
    CHILD = "child"
    ADULT = "adult"
    AGREED = "agreed"
    REFUSED = "refused"
    STILL_THERE = "still there"
    LEFT = "left"
    OFFERED = "offered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an answer stands: a form, its questions, and the repeat that they are in."""

    form_id: str
    names: tuple[str, ...]
    rows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing that the online form asks.

    Attributes:
        words: As the form puts it, shortly.
        when: For whom; `OFFERED` is never missing: it is written only if the client spoke of it.
    """

    words: str
    sources: tuple[Source, ...]
    when: When = When.ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """One page of the online form."""

    title: str
    asked: tuple[Asked, ...]


def _from(form_id: str, *names: str, rows: str = "") -> Source:
    return Source(form_id=form_id, names=names, rows=rows)


def _ask(words: str, *sources: Source, when: When = When.ALWAYS) -> Asked:
    return Asked(words=words, sources=sources, when=when)


SECTIONS: tuple[FormSection, ...] = (
    FormSection(
        title=phrase("First Responder"),
        asked=(
            _ask(phrase("Organisation"), _from(EXPLANATION, "nrm_fr_org")),
            _ask(phrase("Prepared by"), _from(REFERRAL, "ref_prepared_by_who")),
            _ask(phrase("Nation"), _from(CLIENT, "case_jurisdiction")),
            _ask(phrase("Own reference (never the name)"), _from(CLIENT, "client_ref")),
        ),
    ),
    FormSection(
        title=phrase("Age"),
        asked=(
            _ask(phrase("Under 18?"), _from(CLIENT, "age_status")),
            _ask(
                phrase("Local authority that was told: name, telephone, person"),
                _from(EXPLANATION, "nrm_la_contact"),
                _from(REFERRAL, "ref_to_agency_person", "ref_to_area"),
                when=When.CHILD,
            ),
            _ask(
                phrase("Under 18 at any time during the exploitation?"),
                _from(CLIENT, "age_at_exploitation_minor"),
            ),
        ),
    ),
    FormSection(
        title=phrase("Background"),
        asked=(
            _ask(phrase("Country of birth"), _from(CLIENT, "country_of_birth")),
            _ask(
                phrase("Family, education, work before: only what was offered"),
                _from(CASE, "account_own_words_text"),
                when=When.OFFERED,
            ),
        ),
    ),
    FormSection(
        title=phrase("Exploitation"),
        asked=(
            _ask(phrase("More than one situation?"), _from(CASE, "more_than_one_situation")),
            _ask(phrase("When it began"), _from(CASE, "exploitation_start_iso")),
            _ask(phrase("When it ended"), _from(CASE, "exploitation_end_iso"), when=When.LEFT),
            _ask(phrase("How it started: what was promised"), _from(CASE, "deceptive_offer_text")),
            _ask(phrase("Journey"), _from(CASE, "journey_summary")),
            _ask(
                phrase("What happened, in the order of time"),
                _from(REFERRAL, "ref_facts"),
                _from(CASE, "account_own_words_text"),
            ),
            _ask(phrase("How they were controlled"), _from(CASE, "means_of_control")),
        ),
    ),
    FormSection(
        title=phrase("Still there?"),
        asked=(
            _ask(phrase("Still in the situation?"), _from(CASE, "still_exploited")),
            _ask(
                phrase("What keeps them there"),
                _from(CASE, "what_keeps_them"),
                when=When.STILL_THERE,
            ),
            _ask(phrase("How they got out"), _from(CASE, "how_left"), when=When.LEFT),
            _ask(phrase("Last contact with an exploiter"), _from(CASE, "last_contact_band")),
        ),
    ),
    FormSection(
        title=phrase("Reported before"),
        asked=(
            _ask(phrase("Reported to any authority?"), _from(CASE, "previously_reported")),
            _ask(phrase("Why not sooner"), _from(CASE, "why_not_reported_before")),
        ),
    ),
    FormSection(
        title=phrase("Professional insight"),
        asked=(
            _ask(
                phrase("Indicators, with what was seen"),
                _from(CASE, "ind_code", "ind_source", "ind_context", "ind_date", rows="indicators"),
                _from(REFERRAL, "ref_indicators"),
            ),
            _ask(
                phrase("The conversations: day, place, who was there, breaks"),
                _from(NOTE, "note_datetime", "note_place_type", "note_present", "note_breaks"),
            ),
            _ask(
                phrase("Concerns, who said or saw them"),
                _from(REFERRAL, "rc_text", "rc_source", "rc_date", rows="ref_concerns"),
            ),
            _ask(
                phrase("Others involved"),
                _from(AGENCY, "agency_kind", "agency_name", "agency_person"),
            ),
        ),
    ),
    FormSection(
        title=phrase("Places"),
        asked=(
            _ask(
                phrase("Where it happened: towns, countries, addresses"),
                _from(
                    CASE,
                    "place_text",
                    "place_country",
                    "place_from_iso",
                    "place_to_iso",
                    rows="exploitation_places",
                ),
                _from(REFERRAL, "rl_text", "rl_postcode", rows="ref_locations"),
            ),
            _ask(phrase("UK, overseas or both"), _from(CASE, "exploitation_where")),
            _ask(
                phrase("Where they stay now: town and region only"),
                _from(CLIENT, "addr_town", "addr_police_force"),
            ),
        ),
    ),
    FormSection(
        title=phrase("Exploiters"),
        asked=(
            _ask(
                phrase("Who, names and nicknames, languages, features, where now"),
                _from(
                    CASE,
                    "exp_label",
                    "exp_known_names",
                    "exp_relationship",
                    "exp_languages",
                    "exp_description",
                    "exp_location",
                    rows="exploiters",
                ),
            ),
            _ask(phrase("How they were exploited"), _from(CASE, "exploitation_detail")),
            _ask(phrase("Other potential victims (no names)"), _from(CASE, "other_victims")),
            _ask(
                phrase("Worry about future exploitation, with reasons"),
                _from(REFERRAL, "ref_future_risks"),
            ),
            _ask(
                phrase("Crime reference and force"),
                _from(CASE, "reference", "force", rows="crime_references"),
                when=When.OFFERED,
            ),
            _ask(phrase("Willing to help the police?"), _from(EXPLANATION, "nrm_police_willing")),
        ),
    ),
    FormSection(
        title=phrase("Consent"),
        asked=(
            _ask(
                phrase("Consent to the NRM, and support wanted"),
                _from(EXPLANATION, "nrm_decision"),
                when=When.ADULT,
            ),
            _ask(
                phrase("If not: why"),
                _from(EXPLANATION, "nrm_no_reasons", "nrm_no_words_text"),
                when=When.REFUSED,
            ),
        ),
    ),
    FormSection(
        title=phrase("The person"),
        asked=(
            _ask(
                phrase("First and last name"),
                _from(CLIENT, "given_names", "family_name"),
                _from(CLIENT, "full_name"),
            ),
            _ask(
                phrase("Other names"),
                _from(CLIENT, "other_name", rows="other_names"),
                when=When.OFFERED,
            ),
            _ask(phrase("Date of birth"), _from(CLIENT, "dob_iso"), _from(CLIENT, "age_band")),
            _ask(phrase("Gender"), _from(CLIENT, "gender")),
            _ask(phrase("Nationality"), _from(CLIENT, "nationalities")),
            _ask(phrase("Children, and how many"), _from(CLIENT, "has_dependants")),
            _ask(
                phrase("Each child has a referral of its own"),
                _from(CLIENT, "dep_relationship", "dep_own_nrm", rows="dependants"),
                when=When.OFFERED,
            ),
            _ask(phrase("Interpreter"), _from(CLIENT, "interpreter_needed")),
            _ask(phrase("Language"), _from(CLIENT, "first_language")),
            _ask(
                phrase("Help with communication"),
                _from(CLIENT, "communication_needs"),
                when=When.OFFERED,
            ),
            _ask(phrase("Home Office references"), _from(CASE, "ho_references"), when=When.OFFERED),
        ),
    ),
    FormSection(
        title=phrase("The decision letter"),
        asked=(
            _ask(phrase("To whom"), _from(EXPLANATION, "nrm_decision_to"), when=When.AGREED),
            _ask(
                phrase("Is that address safe?"),
                _from(EXPLANATION, "nrm_safe_address"),
                when=When.AGREED,
            ),
            _ask(
                phrase("A safe way to reach them"),
                _from(CLIENT, "channel", "value", rows="safe_contacts"),
            ),
        ),
    ),
    FormSection(
        title=phrase("Contacts and evidence"),
        asked=(
            _ask(phrase("Your contact"), _from(CASE, "caseworker")),
            _ask(phrase("Contact in your absence"), _from(CASE, "second_worker")),
            _ask(
                phrase("Evidence files, each with what it is"),
                _from(REFERRAL, "rat_description", rows="ref_attachments"),
                when=When.OFFERED,
            ),
        ),
    ),
)
"""The pages of the online form, in its order."""

HINTS: tuple[str, ...] = (
    phrase("Enough detail. Say what is missing, and why."),
    phrase("Your professional judgement, from what was seen. No opinion without evidence."),
    phrase("Every indicator, with its context, in the order of time."),
    phrase("Explain what does not fit together and what was told late: fear and trauma do that."),
    phrase("Two contacts. List and date every paper."),
    phrase("No text copied from another case. One referral for each person, in families too."),
)
"""What the toolkit asks of a good referral."""
