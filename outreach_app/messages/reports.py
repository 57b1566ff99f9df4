"""Words for the failures of reports."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "reports.no-such-period": Message(
        "This is not a period",
        "No report was made. A period is a quarter such as 2026-Q2, a year such as 2026, or two "
        "dates such as 2026-01-01..2026-02-14, the first one earlier.",
        "Write the period in one of these ways.",
    ),
    "reports.unknown": Message(
        "No such report",
        "No report with the number {number} was made in this vault.",
        "Look at the list of the reports that were made here, and take a number from it.",
    ),
    "reports.too-alike": Message(
        "Too little has changed since an earlier public report",
        "No report was made. An earlier public report of the same time differs from this one by "
        "fewer than {least} cases in table {table}: put beside each other, the two would tell about "
        "those cases.",
        "Use the earlier report, or wait until more has changed. An internal report shows everything.",
    ),
    "reports.gives-away": Message(
        "An earlier report would give hidden numbers away",
        "No report was made. Together with what earlier reports have shown, a number that must be "
        "hidden could be worked out, whatever else is hidden now.",
        "Make an internal report instead, or choose a longer period.",
    ),
}
