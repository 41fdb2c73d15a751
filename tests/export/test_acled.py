"""ACLED: read back by pandas, as its users do, and held against the rules of its codebook."""

import io
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from tacitus.export import Entry, write
from tacitus.model import Interval, Party, PlacePrecision, TimePrecision
from tests.export.samples import (
    ARMY,
    CLASH,
    COUNTRYWIDE,
    DAY,
    DISPUTED,
    GUNMEN,
    HARIM,
    REBELS,
    RESIDENTS,
    RUSSIANS,
    SHELLING,
    amount,
    columns,
    entry,
    on,
    said,
)

COLUMNS = columns("acled")
UNKNOWN, PEOPLE = "Unidentified Armed Group (Syria)", "Civilians (Syria)"


def read(*entries: Entry) -> pd.DataFrame:
    stream = io.BytesIO()
    write(entries, stream, to="acled")
    stream.seek(0)
    return pd.read_csv(stream, parse_dates=["event_date"], keep_default_na=False)


def row(found: Entry) -> "pd.Series[object]":
    frame = read(found)
    assert len(frame) == 1
    return frame.iloc[0]


def left_out(found: Entry) -> dict[str, int]:
    return dict(write([found], io.BytesIO(), to="acled").left_out)


def test_the_columns_are_acleds_in_their_order() -> None:
    assert list(read(SHELLING).columns) == COLUMNS


def test_an_event_is_a_row() -> None:
    found = row(SHELLING)
    assert found["event_date"] == pd.Timestamp("2016-11-08")
    assert found["event_id_cnty"].startswith("SYR")
    assert found["event_id_cnty"][3:].isdecimal()
    assert found[["year", "time_precision", "geo_precision", "iso", "fatalities"]].tolist() == [2016, 1, 1, 760, 4]
    assert found[["latitude", "longitude"]].tolist() == [36.2075, 36.5192]
    assert found[["disorder_type", "event_type", "sub_event_type"]].tolist() == [
        "Political violence",
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    ]
    assert found[["actor1", "inter1", "actor2", "inter2"]].tolist() == [
        "Dawn Front",
        "Rebel group",
        "Civilians (Syria)",
        "Civilians",
    ]
    assert found["interaction"] == "Rebel group-Civilians"
    assert found["civilian_targeting"] == "Civilians targeted"
    assert found[["country", "region", "admin1", "location"]].tolist() == ["Syria", "Middle East", "Idlib", "Harim"]
    assert found["source"] == "Levant Wire"
    assert pd.Timestamp(found["timestamp"], unit="s") == pd.Timestamp("2016-11-08")


def test_what_acled_has_no_column_for_stands_in_the_notes() -> None:
    notes = row(DISPUTED)["notes"]
    for told in (
        "realis: occurred",
        "on the word of: the governor",
        "injured: 11",
        "weapons: mortar shells",
        "claimed by: The Dawn Front",
        "reports differ on killed: 2 (the governor in Levant Wire); 6 (the governor in Orontes Daily)",
        "in answer to: fedcba9876543210",
        "Russian Aerospace Forces (RUS MIL)",
    ):
        assert told in notes


def test_what_lasts_several_days_has_a_row_a_day_and_its_dead_shared_out() -> None:
    found = read(CLASH)
    assert found["event_date"].dt.strftime("%m-%d").tolist() == ["11-05", "11-06", "11-07", "11-08"]
    assert found["fatalities"].tolist() == [3, 3, 2, 2]
    assert found["event_id_cnty"].is_unique
    assert found["notes"].str.contains("one of 4 rows").all()


@pytest.mark.parametrize(
    ("time", "day", "precision"),
    [
        (on(DAY), "2016-11-08", 1),
        (on(date(2016, 11, 7), DAY, timex="2016-11-07TNI"), "2016-11-07", 1),
        (on(date(2016, 10, 31), date(2016, 11, 6), TimePrecision.WEEK), "2016-11-03", 2),
        (on(date(2016, 10, 1), date(2016, 10, 31), TimePrecision.MONTH), "2016-10-16", 3),
    ],
    ids=["day", "night", "week", "month"],
)
def test_weeks_and_months_are_coded_at_their_middle(time: Interval, day: str, precision: int) -> None:
    found = row(entry(time=time))
    assert (found["event_date"], found["time_precision"]) == (pd.Timestamp(day), precision)


@pytest.mark.parametrize(
    ("killed", "fatalities"),
    [
        (None, 0),
        (amount(said(0, 0, "no one")), 0),
        (amount(said(19, None, "at least 19")), 19),
        (amount(said(10, 15, "between 10 and 15")), 10),
        (amount(said(None, 10, "up to ten")), 0),
        (amount(said(3, None, "several")), 3),
        (amount(said(24, None, "Dozens")), 12),
        (amount(said(200, None, "hundreds")), 100),
        (amount(said(20, None, "tens")), 10),
        (amount(said(300, None, "several hundred")), 300),
        (amount(said(20_000, None, "tens of thousands")), 20_000),
        (amount(said(6, 6), said(2, 2)), 2),
        (amount(said(2, 2), said(6, 6, published=date(2016, 11, 9)), basis=1), 6),
        (amount(said(6, 6, published=date(2016, 11, 9)), said(24, None, "dozens"), basis=0), 6),
    ],
    ids=[
        "none", "no-one", "at-least", "range", "up-to", "several", "dozens", "hundreds", "tens", "several-hundred",
        "tens-of-thousands", "lowest-of-one-day", "better-source-later", "vague-but-higher",
    ],
)  # fmt: skip
def test_fatalities_are_acleds_most_conservative_figure(killed: object, fatalities: int) -> None:
    assert row(entry(killed=killed))["fatalities"] == fatalities


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"place": replace(HARIM, precision=PlacePrecision.COUNTRY)}, "known only to the country"),
        ({"place": replace(HARIM, lat=None, lon=None)}, "place without coordinates"),
        ({"place": None}, "no place"),
        ({"time": None}, "no date"),
        ({"time": on(date(2016, 1, 1), DAY, TimePrecision.YEAR)}, "time longer than a month"),
        ({"category": "CONSULT", "mode": (), "acled": None}, "no sub-event type of ACLED's"),
    ],
    ids=["country", "no-coordinates", "no-place", "undated", "long", "talks"],
)
def test_what_acled_would_not_code_is_left_out_with_the_reason(changes: dict[str, object], reason: str) -> None:
    assert left_out(entry(**changes)) == {reason: 1}


def party(name: str, sector: str, country: str | None = None) -> Party:
    return Party(name=name, sector=sector, country=country)


AFRICAN_UNION = party("African Union", "IGO")


@pytest.mark.parametrize(
    ("actors", "recipients", "named"),
    [
        ((ARMY,), (REBELS,), "Military Forces of Syria | Dawn Front | State forces-Rebel group"),
        ((RUSSIANS,), (RESIDENTS,), f"Military Forces of Russia | {PEOPLE} | External/Other forces-Civilians"),
        ((GUNMEN,), (ARMY,), f"{UNKNOWN} | Military Forces of Syria | State forces-Political militia"),
        ((), (ARMY,), f"{UNKNOWN} | Military Forces of Syria | State forces-Political militia"),
        ((party("fighters", "REB"),), (), f"{UNKNOWN} |  | Political militia only"),
        ((party("police", "COP", "SYR"),), (), "Police Forces of Syria |  | State forces only"),
        ((ARMY, REBELS), (), "Military Forces of Syria | Dawn Front | State forces-Rebel group"),
        ((party("Someone", "MIL"),), (RESIDENTS,), f"Someone | {PEOPLE} | State forces-Civilians"),
        ((Party(name="Someone"),), (RESIDENTS,), f"Someone | {PEOPLE} | "),
        ((AFRICAN_UNION,), (REBELS,), "African Union | Dawn Front | Rebel group-External/Other forces"),
    ],
    ids=[
        "state",
        "foreign",
        "unidentified",
        "no-actor",
        "nameless",
        "alone",
        "clash",
        "no-country",
        "no-sector",
        "igo",
    ],
)
def test_actors_are_named_as_acled_names_them(
    actors: tuple[Party, ...], recipients: tuple[Party, ...], named: str
) -> None:
    found = row(entry(actors=actors, recipients=recipients))
    assert " | ".join(found[["actor1", "actor2", "interaction"]]) == named


def test_further_parties_are_associates_of_their_side() -> None:
    militia = party("Levant Shield", "PRM", "SYR")
    found = row(entry(acled="Armed clash", actors=(ARMY, militia), recipients=(REBELS, party("Levant Union", "LAB"))))
    assert found[["assoc_actor_1", "assoc_actor_2"]].tolist() == ["Levant Shield", "Civilians (Syria); Levant Union"]


def test_those_who_demonstrate_are_protesters_and_whom_they_oppose_is_told_in_the_notes() -> None:
    found = row(replace(COUNTRYWIDE, place=HARIM))
    assert found[["actor1", "inter1", "actor2"]].tolist() == ["Protesters (Syria)", "Protesters", ""]
    assert found["interaction"] == "Protesters only"
    assert "recipients: Government of Syria (SYR GOV)" in found["notes"]


def test_who_disperses_a_protest_takes_part() -> None:
    police = party("Syrian police", "COP", "SYR")
    changes = {"category": "ASSAULT", "acled": "Protest with intervention", "actors": (police,)}
    found = row(entry(**changes))
    assert found[["actor1", "actor2"]].tolist() == ["Police Forces of Syria", "Protesters (Syria)"]
    assert found["interaction"] == "State forces-Protesters"


def test_without_a_sub_event_type_of_its_own_the_crosswalk_gives_one() -> None:
    assert row(entry(acled=None, mode=("drone",)))["sub_event_type"] == "Air/drone strike"


def test_a_row_that_is_equal_in_acleds_unit_names_the_first_and_keeps_its_dead() -> None:
    again = replace(SHELLING, id="other#e1", killed=amount(said(2)), weapons=())
    elsewhere = replace(SHELLING, id="other#e2", place=replace(HARIM, name="Salqin", lat=36.14))
    found = read(SHELLING, again, elsewhere)
    first, second, third = (found.iloc[i] for i in range(3))
    assert second["tags"] == f"same day, place, actors and type as {first['event_id_cnty']}"
    assert (first["tags"], third["tags"]) == ("", "")
    assert (first["fatalities"], second["fatalities"]) == (4, 2)


def test_days_of_one_event_are_rows_of_their_own() -> None:
    lasting = replace(SHELLING, time=on(date(2016, 11, 5), DAY))
    assert set(read(lasting)["tags"]) == {""}
