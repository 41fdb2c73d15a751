"""UCDP GED: read back by pandas, and held against the rules of its codebook."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from tacitus.export import Entry, write
from tacitus.model import Interval, Party, Place, PlacePrecision, TimePrecision
from tests.export.samples import (
    ARMY,
    CLASH,
    DAY,
    DISPUTED,
    GUNMEN,
    HARIM,
    REBELS,
    RESIDENTS,
    RUSSIANS,
    SHELLING,
    TOTAL,
    amount,
    columns,
    entry,
    on,
    said,
)

COLUMNS = columns("ged")


def read(*entries: Entry) -> pd.DataFrame:
    stream = io.BytesIO()
    write(entries, stream, to="ged")
    stream.seek(0)
    return pd.read_csv(stream, parse_dates=["date_start", "date_end"])


def row(found: Entry) -> "pd.Series[object]":
    frame = read(found)
    assert len(frame) == 1
    return frame.iloc[0]


def left_out(found: Entry) -> dict[str, int]:
    return dict(write([found], io.BytesIO(), to="ged").left_out)


def test_the_columns_are_ucdps_in_their_order_and_notes_behind_them() -> None:
    assert list(read(SHELLING).columns) == [*COLUMNS, "notes"]


def test_an_event_is_a_row() -> None:
    found = row(SHELLING)
    assert found[["relid", "year", "type_of_violence"]].tolist() == ["harim-1#e1", 2016, 3]
    assert found[["side_a", "side_b", "dyad_name"]].tolist() == ["Dawn Front", "Civilians", "Dawn Front - Civilians"]
    assert found[["date_start", "date_end"]].tolist() == [pd.Timestamp("2016-11-08")] * 2
    assert found[["where_prec", "date_prec", "event_clarity"]].tolist() == [1, 1, 1]
    assert found["geom_wkt"] == "POINT (36.51917 36.20752)"
    assert found[["country", "country_id", "region", "adm_1"]].tolist() == ["Syria", 652, "Middle East", "Idlib"]
    assert found["source_article"] == '"Levant Wire,2016-11-08,Rebels shell Harim"'
    assert found["source_original"] == "the governor"
    assert found["number_of_sources"] == 1
    assert "injured: 11" in found["notes"]


def test_the_id_is_whole_and_the_same_on_every_run() -> None:
    assert row(SHELLING)["id"] == row(SHELLING)["id"] == 921_303_336_071_467


def test_the_cell_is_prio_grids() -> None:
    # Row 253 from the south, column 434 from the west.
    assert row(SHELLING)["priogrid_gid"] == 252 * 720 + 434


@pytest.mark.parametrize(
    ("killed", "low", "best", "high"),
    [
        (amount(said(4, 4)), 4, 4, 4),
        (amount(said(19, None, "at least 19")), 19, 19, 19),
        (amount(said(10, 15)), 10, 10, 15),
        (amount(said(2, 2), said(6, None), basis=0), 2, 2, 6),
        (amount(said(None, 8)), 0, 8, 8),
    ],
    ids=["exact", "at-least", "range", "contradicting", "up-to"],
)
def test_best_is_the_sum_of_the_dead_and_lies_between_the_bounds(
    killed: object, low: int, best: int, high: int
) -> None:
    found = row(entry(killed=killed))
    assert found[["low", "best", "high"]].tolist() == [low, best, high]
    assert found[["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]].sum() == best


def test_the_dead_are_civilians_only_where_civilians_were_attacked() -> None:
    assert row(SHELLING)["deaths_civilians"] == 4
    assert row(CLASH)[["deaths_civilians", "deaths_unknown"]].tolist() == [0, 10]


@pytest.mark.parametrize(
    ("actors", "recipients", "kind", "sides", "numbers"),
    [
        ((ARMY,), (REBELS,), 1, ["Government of Syria", "Dawn Front"], [652, None]),
        ((REBELS,), (ARMY,), 1, ["Government of Syria", "Dawn Front"], [652, None]),
        ((RUSSIANS,), (ARMY,), 1, ["Government of Russia (Soviet Union)", "Government of Syria"], [365, 652]),
        ((REBELS,), (Party(name="Levant Shield", sector="PRM"),), 2, ["Dawn Front", "Levant Shield"], [None, None]),
        ((REBELS, Party(name="Levant Shield", sector="PRM")), (), 2, ["Dawn Front", "Levant Shield"], [None, None]),
        ((ARMY,), (RESIDENTS,), 3, ["Government of Syria", "Civilians"], [652, None]),
    ],
    ids=["state-based", "state-stands-first", "two-states", "non-state", "clash", "one-sided"],
)
def test_sides_are_named_as_ucdp_names_them(
    actors: tuple[Party, ...], recipients: tuple[Party, ...], kind: int, sides: list[str], numbers: list[int | None]
) -> None:
    found = row(entry(mode=("firearms",), actors=actors, recipients=recipients))
    assert found[["type_of_violence", "side_a", "side_b"]].tolist() == [kind, *sides]
    assert [None if pd.isna(one) else one for one in found[["gwnoa", "gwnob"]]] == numbers


def test_a_state_does_not_stand_against_itself() -> None:
    police = Party(name="police post", sector="COP", country="SYR")
    found = row(entry(mode=("firearms",), actors=(ARMY,), recipients=(police, REBELS)))
    assert found[["side_a", "side_b"]].tolist() == ["Government of Syria", "Dawn Front"]
    assert pd.isna(found["gwnob"])


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (HARIM, 1),
        (replace(HARIM, precision=PlacePrecision.NEAR), 2),
        (replace(HARIM, name="Harim district", precision=PlacePrecision.REGION), 3),
        (replace(HARIM, name="Idlib", precision=PlacePrecision.REGION), 4),
        (replace(HARIM, name="northern Syria", region=None, precision=PlacePrecision.REGION), 5),
        (Place(name="Syria", country="SYR", precision=PlacePrecision.COUNTRY), 6),
        (Place(name="Gulf of Aden", lat=12.0, lon=48.0, precision=PlacePrecision.REGION), 7),
    ],
    ids=["site", "near", "second-order", "first-order", "part", "country", "sea"],
)
def test_precision_of_place(place: Place, code: int) -> None:
    assert row(entry(place=place))["where_prec"] == code


@pytest.mark.parametrize(
    ("time", "code"),
    [
        (on(DAY), 1),
        (on(date(2016, 11, 3), DAY), 2),
        (on(date(2016, 10, 31), date(2016, 11, 6), TimePrecision.WEEK), 3),
        (on(date(2016, 10, 1), date(2016, 10, 31), TimePrecision.MONTH), 4),
        (on(date(2016, 1, 1), date(2016, 12, 31), TimePrecision.YEAR), 5),
    ],
    ids=["day", "days", "week", "month", "year"],
)
def test_precision_of_date(time: Interval, code: int) -> None:
    assert row(entry(time=time))["date_prec"] == code


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"killed": None}, "no death reported"),
        ({"killed": amount(said(0, 0))}, "no death reported"),
        ({"killed": None, "actors": (), "recipients": ()}, "no death reported"),
        ({"actors": (), "recipients": ()}, "no type of violence of UCDP's: the two sides cannot be told"),
        ({"time": None}, "no date"),
        ({"place": None}, "no place"),
        ({"time": on(date(2010, 1, 1), DAY, TimePrecision.LONGER)}, "time longer than a year"),
    ],
    ids=["no-figure", "nobody", "no-figure-nor-sides", "no-sides", "undated", "no-place", "long"],
)
def test_what_ucdp_would_not_record_is_left_out_with_the_reason(changes: dict[str, object], reason: str) -> None:
    assert left_out(entry(**changes)) == {reason: 1}


def test_a_total_is_not_clear(tmp_path: Path) -> None:
    path = tmp_path / "ged.csv"
    write([TOTAL], path, to="ged")
    (found,) = pd.read_csv(path.with_name("ged.aggregates.csv")).to_dict("records")
    assert (found["event_clarity"], found["date_prec"], found["best"]) == (2, 4, 24)


def test_an_unidentified_group_is_a_side() -> None:
    assert row(entry(actors=(GUNMEN,)))["side_a"] == "unidentified gunmen"


def test_all_reports_are_sources() -> None:
    found = row(DISPUTED)
    assert found["number_of_sources"] == 2
    assert found["source_office"] == "Levant Wire; Orontes Daily"
    assert found["source_date"] == "2016-11-08; 2016-11-09"
