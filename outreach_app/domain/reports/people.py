"""S1: who the people are, as new cases, open cases at the end, and closed cases."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from outreach_app.domain.age import minority, was_minor_when_exploited
from outreach_app.domain.reports.audiences import Audience
from outreach_app.domain.reports.counting import TOTAL, Layout, Sum, Unit, answer, answers
from outreach_app.domain.reports.countries import CONTINENT, PARENTS
from outreach_app.domain.reports.periods import Period
from outreach_app.domain.reports.records import CaseRecord, Surroundings

COLUMNS = ("new", "open", "closed")
CASES = "cases"
_SHOWN_BY_NAME = 10
"""So many nationalities and languages have a row; the rest go together."""
_OTHER_LANGUAGE = "other_language"
_BRITISH = "GB"
_CHILD = frozenset({"child_confirmed", "assessed_child"})
Counting = tuple[Layout, Sequence[Unit]]
Rows = Callable[[CaseRecord], tuple[str, ...]]


def columns_of(case: CaseRecord, period: Period) -> tuple[str, ...]:
    """Return in which columns a case counts."""
    opened, closed = case.opened, case.closed
    found = []
    if period.holds(opened):
        found.append("new")
    if opened is not None and opened <= period.end and (closed is None or closed > period.end):
        found.append("open")
    if period.holds(closed):
        found.append("closed")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Counted:
    """A case with the columns that it counts in."""

    case: CaseRecord
    columns: tuple[str, ...]


def counted_cases(cases: Iterable[CaseRecord], period: Period) -> list[Counted]:
    """Return the cases that count in a period."""
    found = (Counted(case, columns_of(case, period)) for case in cases)
    return [each for each in found if each.columns]


def people_tables(
    cases: Iterable[CaseRecord], period: Period, around: Surroundings, audience: Audience
) -> Iterator[Counting]:
    """Yield the tables of S1 with their units."""
    listed = list(cases)
    counted = counted_cases(listed, period)
    top = _most_frequent(each.case.client.get("nationalities") for each in counted)
    spoken = _most_frequent(each.case.client.get("first_language") for each in counted)
    # Those of other times too, whose reports are compared with this one.
    languages = {row for case in listed for row in answer(case.client.get("first_language"))}
    tables: list[tuple[Layout, Rows]] = [
        (_types(), _type_rows),
        (_layout("S1.2", "Gender", "gender"), lambda case: answer(case.client.get("gender"))),
        (_layout("S1.3", "Minor or adult when the case was opened"), _age_rows),
        (_layout("S1.3b", "Child when exploited"), _exploited_age_rows),
        (_nationalities(), lambda case: _nationality(case, top)),
        (_layout("S1.5", "Country of exploitation", "exploitation_where"), _where_rows),
        (_layout("S1.6", "Police force region where found"), _found_region(around)),
        (_layout("S1.6b", "Police force region where living"), _home_region(around)),
        (_layout("S1.8", "Referred in by", "agency_kind"), _from_case("referred_in_by")),
        (_layout("S1.9", "Interpreter needed", "yes_no_unknown"), _of_client("interpreter_needed")),
        (_layout("S1.9b", "Interpreter in assessments", exclusive=False), _interpreter_rows),
        (_languages(languages), lambda case: _language(case, spoken)),
        (_layout("S1.10a", "Ethnic group", "ethnic_group"), _ethnic_rows(audience)),
        (_layout("S1.10b", "Disability", "yes_no_unknown"), _of_client("disability")),
        (_layout("S1.10c", "Dependants", "yes_no_unknown"), _of_client("has_dependants")),
        (_layout("S1.10d", "Pregnant", "yes_no_unknown_na"), _of_client("pregnant")),
        (_layout("S1.11", "Accommodation at opening", "accommodation_kind"), _first_home),
        (_layout("S1.11b", "Accommodation at the end", "accommodation_kind"), _last_home),
    ]
    if audience is not Audience.PUBLIC:
        tables.append(
            (_forces(around), lambda case: answer(case.client.get("location_found_force")))
        )
    for layout, rows in tables:
        yield layout, [Unit(each.case.case_id, rows(each.case), each.columns) for each in counted]
    yield _regions_by_type(counted, around)
    yield _substances(counted)


def _layout(code: str, title: str, *lists: str, exclusive: bool = True) -> Layout:
    return Layout(
        code=code,
        title=title,
        counted=CASES,
        columns=COLUMNS,
        lists=lists,
        exclusive=exclusive,
        joined=CASES,
        flows=code in _FLOWING,
    )


# What is known of a person when the case opens and seldom changes: periods that follow add up.
_FLOWING = frozenset(
    {"S1.2", "S1.3", "S1.3b", "S1.5", "S1.6", "S1.8", "S1.9", "S1.10a", "S1.10b", "S1.10c",
     "S1.10d", "S1.11"}
)  # fmt: skip


def _types() -> Layout:
    return Layout(
        code="S1.1",
        title="Type of modern slavery",
        counted=CASES,
        columns=COLUMNS,
        lists=("exploitation_type",),
        exclusive=False,
        joined=CASES,
        parents={"organ_removal": "other", "financial": "other"},
        flows=True,
    )


def _nationalities() -> Layout:
    return Layout(
        code="S1.4",
        title="Nationality",
        counted=CASES,
        columns=COLUMNS,
        lists=("country",),
        joined=CASES,
        parents=PARENTS,
        flows=True,
    )


def _languages(known: Iterable[str]) -> Layout:
    return Layout(
        code="S1.9c",
        title="First language",
        counted=CASES,
        columns=COLUMNS,
        lists=("language",),
        joined=CASES,
        parents=dict.fromkeys(known, _OTHER_LANGUAGE),
        flows=True,
    )


def _language(case: CaseRecord, spoken: frozenset[str]) -> tuple[str, ...]:
    first = answer(case.client.get("first_language"))
    return first if not first or first[0] in spoken else (_OTHER_LANGUAGE,)


def _forces(around: Surroundings) -> Layout:
    forces: dict[str, list[str]] = {}
    for force, region in around.force_regions.items():
        forces.setdefault(region, []).append(force)
    sums = tuple(
        Sum(("S1.6", region, column), tuple(("S1.6c", force, column) for force in some))
        for region, some in forces.items()
        for column in COLUMNS
    )
    return Layout(
        sums=sums,
        code="S1.6c",
        title="Police force where found",
        counted=CASES,
        columns=COLUMNS,
        lists=("police_force",),
        joined=CASES,
        flows=True,
        is_small_area=True,
    )


def _type_rows(case: CaseRecord) -> tuple[str, ...]:
    types = answers(case.case.get("exploitation_types"))
    return (*types, "two_or_more") if len(types) > 1 else types


def _age_rows(case: CaseRecord) -> tuple[str, ...]:
    on = case.opened
    if on is None:
        return ()
    if not minority(case.client, on).is_minor:
        return ("adult",)
    status = str(case.client.get("age_status", ""))
    dated = bool(case.client.get("dob_year"))
    sure = status in _CHILD or (dated and status not in {"uncertain", "disputed"})
    return ("child",) if sure else ("treated_as_child",)


def _exploited_age_rows(case: CaseRecord) -> tuple[str, ...]:
    said = was_minor_when_exploited(case.client, case.case)
    return {"yes": ("child_when_exploited",), "no": ("adult_when_exploited",)}.get(said, ())


def _most_frequent(said: Iterable[object]) -> frozenset[str]:
    """Return the most frequent first choices; the British, who have a row anyway, take no place."""
    found = Counter(code for each in said for code in answers(each)[:1] if code != _BRITISH)
    ordered = sorted(found, key=lambda code: (-found[code], code))
    return frozenset(ordered[:_SHOWN_BY_NAME])


def _nationality(case: CaseRecord, top: frozenset[str]) -> tuple[str, ...]:
    first = answers(case.client.get("nationalities"))[:1]
    if not first or first[0] in top or first[0] == _BRITISH:
        return first
    return (CONTINENT.get(first[0], "other"),)


def _where_rows(case: CaseRecord) -> tuple[str, ...]:
    return answer(case.case.get("exploitation_where"))


def _found_region(around: Surroundings) -> Rows:
    def rows(case: CaseRecord) -> tuple[str, ...]:
        return _region(around, str(case.client.get("location_found_force", "")))

    return rows


def _home_region(around: Surroundings) -> Rows:
    def rows(case: CaseRecord) -> tuple[str, ...]:
        return _region(around, str(case.client.get("addr_police_force", "")))

    return rows


def _region(around: Surroundings, force: str) -> tuple[str, ...]:
    return answer(around.force_regions.get(force, ""))


def _from_case(name: str) -> Rows:
    return lambda case: answer(case.case.get(name))


def _of_client(name: str) -> Rows:
    return lambda case: answer(case.client.get(name))


def _ethnic_rows(audience: Audience) -> Rows:
    def rows(case: CaseRecord) -> tuple[str, ...]:
        code = answer(case.client.get("ethnic_group"))
        if audience is Audience.INTERNAL or not code:
            return code
        return (f"{code[0].partition('_')[0]}_group",)

    return rows


def _interpreter_rows(case: CaseRecord) -> tuple[str, ...]:
    used = {each.text("interpreter_used") for each in case.of("risk_assessment")}
    rows = []
    if used & {"professional_in_person", "professional_phone"}:
        rows.append("interpreter_used")
    if used & {"unavailable", "unsuitable"}:
        rows.append("interpreter_not_available")
    if "none_needed" in used and len(used - {""}) == 1:
        rows.append("interpreter_never_needed")
    return tuple(rows)


def _first_home(case: CaseRecord) -> tuple[str, ...]:
    return answer(case.first_client.get("addr_kind"))


def _last_home(case: CaseRecord) -> tuple[str, ...]:
    left = case.exit
    if left is not None and answer(left.text("exit_to_address_kind")):
        return answer(left.text("exit_to_address_kind"))
    return answer(case.client.get("addr_kind"))


def _regions_by_type(counted: Iterable[Counted], around: Surroundings) -> Counting:
    new = [each.case for each in counted if "new" in each.columns]
    units = [
        Unit(
            case.case_id,
            _region(around, str(case.client.get("location_found_force", ""))),
            answers(case.case.get("exploitation_types")) or ("missing",),
        )
        for case in new
    ]
    columns = sorted({column for unit in units for column in unit.columns})
    layout = Layout(
        code="S1.7",
        title="Police force region by type of modern slavery, new cases",
        counted=CASES,
        columns=tuple(columns),
        lists=("exploitation_type",),
        is_cross=True,
        same={
            (TOTAL, column): ("S1.1", column, "new")
            for column in columns
            if column not in {"other", "organ_removal", "financial"}
        },
    )
    return layout, units


def _substances(counted: Iterable[Counted]) -> Counting:
    units = []
    for each in counted:
        modes = [
            answers(assessed.text("substance_mode"))
            for assessed in each.case.of("risk_assessment")
            if assessed.text("substance_mode")
        ]
        service = answer(each.case.case.get("service_kind")) or ("missing",)
        if modes:
            units.append(Unit(each.case.case_id, modes[-1], service))
    columns = tuple(sorted({column for unit in units for column in unit.columns}))
    layout = Layout(
        code="S1.12",
        title="Substance need by how it began and kind of service",
        counted="cases with a substance need",
        columns=columns,
        standing=columns,
        lists=("substance_mode", "service_kind"),
        exclusive=False,
    )
    return layout, units
