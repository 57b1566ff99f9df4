"""Small documents and revisions that the tests of the readable copies share."""

from datetime import UTC, date, datetime

from outreach_app.domain.documents import Header, Part, Revision, Subject
from outreach_app.report.content import (
    Card,
    Cards,
    Coded,
    CodedItems,
    CodedRow,
    Fact,
    Field,
    FieldKind,
    Flag,
    Missing,
    MissingList,
    OwnWords,
    PrintDocument,
    RiskGrid,
    RiskPlace,
    Section,
    Table,
    Trend,
    TrendEvent,
    TrendPoint,
)
from outreach_app.report.outline import FormNode, FormOutline, NodeKind

MADE_AT = datetime(2026, 2, 3, 11, 40, tzinfo=UTC)
NOTE = (
    "She was found during a visit to the premises and did not know where she would be taken. She "
    "had not slept, asked twice whether her brother would be told, and relaxed when she saw the "
    "door lock. "
)
ARABIC = "أريد أن أنام. لا أريد أن تتصلوا بأخي (هو في London)، رقم الهاتف 07700 900461."
VIETNAMESE = "Nguyễn Thị Ánh và Đặng Văn Hải"
GREEK = "Ξένια Παπαδοπούλου"
UKRAINIAN = "Оксана Шевченко"


def document(*sections: Section) -> PrintDocument:
    """Return a document with a full cover and these sections."""
    return PrintDocument(
        title="Risk assessment",
        reference="HH-26-B007.1",
        made_at=MADE_AT,
        subtitle="Initial, 3 February 2026, 11:00",
        level="very_high",
        level_words="Very high",
        facts=(Fact("Assessor", "Priya Nolan"), Fact("Next review", "6 February 2026")),
        open_flags=(Flag("Contact with an exploiter", "since 3 February 2026", "Phone is off."),),
        sections=sections,
        state="Signed 3 February 2026, 11:40",
        organisation="Example House",
    )


def long_document() -> PrintDocument:
    """Return a document of about ten pages with every kind of entry."""
    present, unknown = Coded("present", "Present"), Coded("unknown", "Not known")
    items = tuple(
        CodedRow(f"Item {number}", present if number % 3 else unknown, Coded(), NOTE[: number * 4])
        for number in range(40)
    )
    risks = tuple(
        Card(
            f"Risk number {number}",
            tag=f"R{number}",
            level="high",
            level_words="High",
            summary="Likelihood 4 × severity 3 = 12",
            entries=(
                Field("Who may cause it", "Person A"),
                Field("Evidence", NOTE * 2, FieldKind.LONG),
                Table(("What", "Who"), (("New SIM", "Priya Nolan"),), (0.7, 0.3)),
            ),
        )
        for number in range(1, 9)
    )
    goals = tuple(
        Card(
            f"Goal {number}",
            tag=f"G{number}",
            level="met",
            level_words="Met",
            done=(1, 2),
            entries=(OwnWords("", "Sleep without the light.", "The client"),),
        )
        for number in range(1, 10)
    )
    return document(
        Section("What the client says", (OwnWords("Wants", ARABIC * 3, "The client"),)),
        Section("Risk over time", (trend(),)),
        Section("Notes", (Field("What was seen", NOTE * 25, FieldKind.LONG),)),
        Section("Risks", (RiskGrid((RiskPlace("R1", 4, 5),)), Cards(risks))),
        Section("Items", (CodedItems(items, ("One that is absent",), title="Exploiters"),)),
        Section("Goals", (Cards(goals),)),
        Section("Not known yet", (MissingList((Missing("Pregnancy", "Not asked yet", "D8"),)),)),
        Section("Names", tuple(Field("Name", name) for name in (VIETNAMESE, GREEK, UKRAINIAN))),
    )


def trend() -> Trend:
    """Return a trend of five assessments and one event."""
    points = (
        (date(2026, 2, 3), "very_high", "very_high", 2),
        (date(2026, 2, 6), "high", "high", 3),
        (date(2026, 3, 3), "medium", "high", None),
        (date(2026, 7, 16), "medium", "medium", 7),
        (date(2026, 10, 20), "medium", "medium", 8),
    )
    return Trend(
        tuple(TrendPoint(on, indicated, judged, felt) for on, indicated, judged, felt in points),
        (TrendEvent(date(2026, 5, 12), "Person A charged, in custody"),),
    )


def _question(name: str, label: str, kind: str = "text", **extras: str) -> FormNode:
    return FormNode(name=name, kind=NodeKind.QUESTION, label=label, data_type=kind, extras=extras)


YES_NO = {"yes": "Yes", "no": "No", "unknown": "Not known"}
ABSENCE = {"unknown": "Not known", "declined": "Client prefers not to say"}
CODES = {"present": "Present", "absent": "Not present", "unknown": "Not known"}

FORM = FormOutline(
    form_id="visit",
    title="Visit",
    version="3",
    children=(
        FormNode(
            name="about",
            kind=NodeKind.GROUP,
            label="About this visit",
            children=(
                _question("visited_on", "Date", "date"),
                _question("place", "Where", req="core", absent="place_absent"),
                FormNode(
                    name="place_absent",
                    kind=NodeKind.QUESTION,
                    label="Why is there no answer?",
                    data_type="select_one",
                    choices=ABSENCE,
                ),
                FormNode(
                    name="safe",
                    kind=NodeKind.QUESTION,
                    label="Is it safe to talk?",
                    data_type="select_one",
                    choices=YES_NO,
                    absences={"unknown": "unknown"},
                    extras={"req": "core"},
                ),
                FormNode(
                    name="wants",
                    kind=NodeKind.GROUP,
                    label="What do you want?",
                    extras={"type": "own_words"},
                    children=(
                        _question("wants_text", "In own words"),
                        _question("wants_by", "Said by"),
                        _question("wants_at", "Recorded at", "dateTime"),
                    ),
                ),
                _question("checkin", "Call expected at", part="staff"),
            ),
        ),
        FormNode(
            name="items",
            kind=NodeKind.GROUP,
            label="Items",
            children=tuple(
                FormNode(
                    name=name,
                    kind=NodeKind.GROUP,
                    label=label,
                    extras={"type": "coded_item"},
                    children=tuple(
                        FormNode(
                            name=f"{name}_{suffix}",
                            kind=NodeKind.QUESTION,
                            data_type="select_one",
                            choices=CODES,
                        )
                        for suffix in ("now", "past")
                    ),
                )
                for name, label in (
                    ("threats", "Threats"),
                    ("debt", "A debt is claimed"),
                    ("papers", "Papers are held"),
                )
            ),
        ),
        FormNode(
            name="people",
            kind=NodeKind.REPEAT,
            label="People",
            extras={"row_label": "who"},
            children=(_question("who", "Who"), _question("role", "Role")),
        ),
    ),
)

ANSWERS = {
    "about": {
        "visited_on": "2026-02-03",
        "place_absent": "declined",
        "safe": "unknown",
        "wants": {
            "wants_text": f"To sleep.\n{ARABIC}",
            "wants_by": "Client",
            "wants_at": "2026-02-03T11:20:00.000+00:00",
        },
        "checkin": "MARKER-STAFF",
    },
    "items": {
        "threats": {"threats_now": "present", "threats_past": "present", "threats_note": NOTE},
        "debt": {"debt_now": "unknown"},
        "papers": {"papers_now": "absent"},
    },
    "people": [
        {"_id": "r_b", "_order": "b", "who": "Anna\u202e", "role": "sews"},
        {"_id": "r_a", "_order": "a", "who": VIETNAMESE},
    ],
}


def revision() -> Revision:
    """Return a revision with these answers, of which one part is withheld."""
    header = Header(
        document_id="d_" + "a" * 26,
        subject=Subject(client_id="c_" + "b" * 26, case_id="k_" + "c" * 26),
        form_id="visit",
        form_hash="f" * 64,
        parents=("sha256:" + "1" * 64,),
        author_id="p_" + "d" * 26,
        certificate_serial=12,
        device_id="v_" + "e" * 26,
        signed_at="2026-02-03T11:40:00+00:00",
        reason="new",
        parts={"main": "0" * 64, "location": "1" * 64},
    )
    return Revision(
        revision_id="sha256:" + "9" * 64,
        header=header,
        payload=b"",
        signature=b"",
        parts={"main": Part(name="main", answers=ANSWERS)},
    )
