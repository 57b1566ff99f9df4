"""Words for the failures of visits with a check-in."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "visits.under-way": Message(
        "You are on a visit already",
        "One visit is timed at a time. Nothing was changed.",
        "Check in from that one first; its note is begun for you.",
    ),
    "visits.none": Message(
        "No visit under way",
        "Nothing is timed for you on this laptop.",
        "Start a visit from the case.",
    ),
    "visits.not-here": Message(
        "No visits to this client",
        "The newest risk assessment says so under “Staff safety”. Nothing was started.",
        "Meet in another way, or assess the risk again first.",
    ),
    "visits.not-alone": Message(
        "Not alone",
        "The visit rule, the level or an open flag about a threat to staff asks for two people. "
        "Without a rule it is two as well. Nothing was started.",
        "Write down who comes along. To change the rule, assess staff safety again.",
    ),
    "visits.needs-agreement": Message(
        "A manager agrees first",
        "At a high level a visit alone needs the agreement of a manager. Nothing was started.",
        "Ring your manager and write down who agreed, or go with a colleague.",
    ),
    "visits.place-missing": Message(
        "Where to is missing",
        "Nothing was started.",
        "Write the word that your organisation agreed for the place. No address is needed.",
    ),
    "visits.minutes": Message(
        "Time of the call",
        "A call is expected after {shortest} to {longest} minutes. Nothing was changed.",
        "Write a number of minutes between these.",
    ),
}
