"""Incidents beside ACLED and UCDP GED, read from files in the layouts that the two have published."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import pytest

from tacitus.analysis.compare import Layout, Tolerance, compare, comparison_as_csv, comparison_as_html, human_coded
from tacitus.codebook import load_codebook
from tacitus.errors import ComparisonError
from tacitus.export import Amount, Entry, Said, Source
from tacitus.model import IncidentKind, Interval, Party, Place, PlacePrecision

BOOK = load_codebook()
DAY = date(2021, 3, 2)
ACLED = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,iso,country,location,latitude,longitude,geo_precision,fatalities"  # noqa: E501  a header
BOMB = "SOM1,2021-03-02,1,Explosions/Remote violence,Suicide bomb,Al Shabaab,Civilians (Somalia),706,Somalia,Baidoa,3.1167,43.65,1,12"  # noqa: E501  a row
GED = "id,type_of_violence,side_a,side_b,where_prec,where_coordinates,latitude,longitude,country,country_id,date_start,date_end,best,high,low"  # noqa: E501  a header


def write(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def incident(name: str = "i1", *, day: date = DAY, killed: int = 9, lat: float = 3.114, **more: object) -> Entry:
    said = Said(low=killed, high=killed)
    told: dict[str, object] = {
        "kind": IncidentKind.SINGLE,
        "category": "ASSAULT",
        "mode": ("suicide-attack",),
        "acled": "Suicide bomb",
        "time": Interval(from_=day, to=day),
        "place": Place(name="Baidoa", country="SOM", lat=lat, lon=43.65),
        "actors": (Party(name="al-Shabaab", country="SOM", sector="REB"),),
        "recipients": (Party(name="civilians", country="SOM", sector="CVL"),),
        "killed": Amount(best=killed, low=4, high=15, basis=said, said=(said,)),
        "sources": (Source(doc_id="r1", event_id="e1"),),
    }
    return Entry(id=name, **{**told, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        pytest.param(ACLED, BOMB, id="current"),
        pytest.param(
            "DATA_ID;ISO;EVENT_ID_CNTY;EVENT_DATE;TIME_PRECISION;EVENT_TYPE;SUB_EVENT_TYPE;ACTOR1;LATITUDE;LONGITUDE;GEO_PRECISION;FATALITIES;LOCATION",
            "77;706;SOM1;02 March 2021;1;Explosions/Remote violence;Suicide bomb;Al Shabaab;3.1167;43.65;1;12;Baidoa",
            id="older names, semicolons, months in words",
        ),
        pytest.param(
            "event_id_cnty,event_date,time_precision,event_type,actor1,country,location,latitude,longitude,geo_precis,fatalities",
            "SOM1,02/03/2021,1,Remote violence,Al Shabaab,Somalia,Baidoa,3.1167,43.65,1,12",
            id="types before 2019",
        ),
    ],
)
def test_acled_is_read_in_every_layout(tmp_path: Path, header: str, row: str) -> None:
    (found,) = human_coded(write(tmp_path / "acled.csv", header, row)).rows
    assert (found.layout, found.id, found.first, found.country, found.killed) == (Layout.ACLED, "SOM1", DAY, "SOM", 12)
    assert found.kind == "Explosions/Remote violence"


def test_ged_is_read_with_its_estimates_and_past_names_of_countries(tmp_path: Path) -> None:
    row = (
        '1,3,IS,Civilians,2,"Grozny, city",43.3,45.7,Russia (Soviet Union),365,1999-10-21 00:00:00.000,1999-10-22,5,9,3'
    )
    (found,) = human_coded(write(tmp_path / "ged.csv", GED, row, encoding="utf-8-sig")).rows
    assert (found.country, found.radius_km, found.kind) == ("RUS", 25, "one-sided violence")
    assert (found.first, found.last) == (date(1999, 10, 21), date(1999, 10, 22))
    assert (found.killed_low, found.killed, found.killed_high) == (3, 5, 9)


def test_a_line_that_cannot_be_read_is_listed_and_hxl_tags_are_passed_over(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", ACLED, "#event+id,#date+occurred", BOMB, BOMB.replace("2021-03-02", "soon"))
    found = human_coded(file)
    assert len(found.rows) == 1
    (rejection,) = found.rejections
    assert (rejection.line, rejection.code) == (4, "A-02")
    assert "event_date is no day" in rejection.reason


def test_lines_are_counted_where_a_cell_goes_over_several(tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.csv", ACLED, BOMB.replace("Baidoa", '"Baidoa,\nBay"'), BOMB.replace("2021-03-02", "soon")
    )
    (rejection,) = human_coded(file).rejections
    assert rejection.line == 4


@pytest.mark.parametrize("cell", ["inf", "1e999", "many"])
def test_what_is_no_number_is_listed(tmp_path: Path, cell: str) -> None:
    (rejection,) = human_coded(write(tmp_path / "a.csv", ACLED, BOMB.rpartition(",")[0] + f",{cell}")).rejections
    assert "fatalities is no number" in rejection.reason


def test_a_quote_that_stays_open_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(ComparisonError, match=r"a\.csv:3 is no sound row of CSV"):
        human_coded(write(tmp_path / "a.csv", ACLED, BOMB, f'"{BOMB}', *[BOMB] * 3_000))


def test_a_file_without_the_names_of_columns_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(ComparisonError, match="first line"):
        human_coded(write(tmp_path / "candidate.csv", "1,2,3"))


def test_an_incident_and_its_row_are_matched_and_their_differences_told(tmp_path: Path) -> None:
    found = compare([incident()], human_coded(write(tmp_path / "a.csv", ACLED, BOMB)), BOOK)
    (match,) = found.matches
    assert (match.days, match.same_kind, match.killed, match.within) == (0, True, -3, True)
    assert match.km == pytest.approx(0.3, abs=0.1)
    assert found.recall == found.precision == 1


@pytest.mark.parametrize(
    ("days", "degrees", "n_matches"),
    [
        pytest.param(1, 0.0, 1, id="the day after"),
        pytest.param(2, 0.0, 0, id="two days after"),
        pytest.param(0, 0.2, 1, id="22 km"),
        pytest.param(0, 0.3, 0, id="33 km"),
    ],
)
def test_matches_keep_within_the_tolerance(tmp_path: Path, days: int, degrees: float, n_matches: int) -> None:
    other = incident("far", day=DAY - timedelta(days=9))
    near = incident(day=DAY + timedelta(days=days), lat=3.1167 + degrees)
    late = BOMB.replace("SOM1", "SOM2").replace("2021-03-02", "2021-03-20")
    found = compare([other, near], human_coded(write(tmp_path / "a.csv", ACLED, BOMB, late)), BOOK)
    assert len(found.matches) == n_matches


def test_of_two_rows_the_likelier_is_taken_and_the_other_stands_alone(tmp_path: Path) -> None:
    clash = BOMB.replace("SOM1", "SOM2").replace("Explosions/Remote violence,Suicide bomb", "Battles,Armed clash")
    found = compare([incident()], human_coded(write(tmp_path / "a.csv", ACLED, clash, BOMB)), BOOK)
    assert [match.row.id for match in found.matches] == ["SOM1"]
    assert [row.id for row in found.only_theirs] == ["SOM2"]


def test_what_the_other_data_does_not_code_is_nobodys_miss(tmp_path: Path) -> None:
    row = "1,3,Al-Shabaab,Civilians,1,Baidoa,3.1167,43.65,Somalia,520,2021-03-02,2021-03-02,12,15,9"
    unhurt, undated = incident("unhurt", killed=0), incident("undated", time=None)
    abroad = incident("abroad", place=Place(name="Jos", country="NGA", lat=9.9, lon=8.9))
    found = compare([incident(), unhurt, undated, abroad], human_coded(write(tmp_path / "g.csv", GED, row)), BOOK)
    assert [match.entry.id for match in found.matches] == ["i1"]
    assert not found.only_ours
    assert {entry.id for entry, _ in found.not_coded} == {"unhurt", "undated", "abroad"}


@pytest.mark.parametrize(
    ("published", "n_matches"), [(DAY + timedelta(days=5), 1), (DAY + timedelta(days=30), 0)], ids=["soon", "late"]
)
def test_what_no_report_dates_may_be_a_row_of_the_days_before_it(
    tmp_path: Path, published: date, n_matches: int
) -> None:
    undated = incident("undated", time=None, sources=(Source(doc_id="r1", event_id="e1", published=published),))
    elsewhere = incident("elsewhere", day=DAY + timedelta(days=9), lat=9.0)
    late = BOMB.replace("SOM1", "SOM2").replace("2021-03-02", "2021-03-20").replace("3.1167", "-0.36")
    found = compare([undated, elsewhere], human_coded(write(tmp_path / "a.csv", ACLED, BOMB, late)), BOOK)
    assert [(match.row.id, match.days) for match in found.matches] == [("SOM1", None)] * n_matches
    assert [entry.id for entry in found.only_ours] == ["elsewhere"]
    assert [entry.id for entry, _ in found.not_coded] == ["undated"] * (1 - n_matches)


def test_a_dated_incident_is_taken_before_one_that_no_report_dates(tmp_path: Path) -> None:
    undated = incident("undated", time=None, sources=(Source(doc_id="r1", event_id="e1", published=DAY),))
    found = compare([undated, incident()], human_coded(write(tmp_path / "a.csv", ACLED, BOMB)), BOOK)
    assert [match.entry.id for match in found.matches] == ["i1"]


def test_a_file_of_ten_years_does_not_drown_a_week(tmp_path: Path) -> None:
    old = BOMB.replace("SOM1", "SOM0").replace("2021-03-02", "2011-03-02")
    found = compare([incident()], human_coded(write(tmp_path / "a.csv", ACLED, old, BOMB)), BOOK)
    assert (found.n_beyond, found.only_theirs) == (1, ())


def test_an_incident_placed_in_a_country_alone_may_still_be_matched(tmp_path: Path) -> None:
    vague = incident(place=Place(name="Somalia", country="SOM", precision=PlacePrecision.COUNTRY))
    found = compare([vague], human_coded(write(tmp_path / "a.csv", ACLED, BOMB)), BOOK, tolerance=Tolerance(days=0))
    assert [match.km for match in found.matches] == [None]


def test_the_table_has_a_line_each_and_no_formula(tmp_path: Path) -> None:
    entry = incident(actors=(Party(name="=cmd()", sector="REB"),), recipients=())
    found = compare([entry], human_coded(write(tmp_path / "a.csv", ACLED, BOMB)), BOOK)
    (line,) = csv.DictReader(io.StringIO(comparison_as_csv(found)))
    assert (line["found_in"], line["killed_difference"], line["within_claims"]) == ("both", "-3", "yes")
    assert line["parties"] == "'=cmd()"


def test_the_page_shows_foreign_words_and_obeys_none(tmp_path: Path) -> None:
    entry = incident(actors=(Party(name="<script>x</script>", sector="REB"),))
    shown = comparison_as_html(compare([entry], human_coded(write(tmp_path / "a.csv", ACLED, BOMB)), BOOK))
    assert "&lt;script&gt;" in shown
    assert "<script" not in shown
