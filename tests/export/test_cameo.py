"""CAMEO in GDELT's form: read back by pandas, by position, as users of GDELT do."""

import csv
import io
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pandas as pd
import pytest

from tacitus.codebook import load_codebook
from tacitus.export import Entry, write
from tacitus.model import Party, Place, PlacePrecision
from tests.export.samples import CLASH, COUNTRYWIDE, DISPUTED, HARIM, HOSTILE, SHELLING, columns, entry

COLUMNS = columns("gdelt")


def read(*entries: Entry) -> pd.DataFrame:
    stream = io.BytesIO()
    write(entries, stream, to="cameo")
    assert {line.count(b"\t") for line in stream.getvalue().splitlines()} == {60}
    stream.seek(0)
    codes = {name: str for name in COLUMNS if name.endswith("Code")}
    return pd.read_csv(stream, sep="\t", header=None, names=COLUMNS, dtype=codes, quoting=csv.QUOTE_NONE)


def test_an_event_is_a_line_of_61_cells() -> None:
    assert len(COLUMNS) == 61
    found = read(SHELLING).iloc[0]
    assert found[["SQLDATE", "MonthYear", "Year", "FractionDate"]].tolist() == [20161108, 201611, 2016, 2016.926]
    assert found[["Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1Type1Code"]].tolist() == [
        "SYRREB", "DAWN FRONT", "SYR", "REB",
    ]  # fmt: skip
    assert found[["EventCode", "EventBaseCode", "EventRootCode"]].tolist() == ["194", "194", "19"]
    assert found[["QuadClass", "GoldsteinScale"]].tolist() == [4, -9.5]
    assert found[["ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode"]].tolist() == [
        4, "Harim, Idlib, Syria", "SY",
    ]  # fmt: skip
    assert found[["ActionGeo_Lat", "ActionGeo_Long"]].tolist() == [36.20752, 36.51917]
    assert found["DATEADDED"] == 20161108000000


def test_the_leading_zero_of_a_code_is_kept() -> None:
    assert read(entry(category="CONSULT", mode=("visit",)))["EventCode"].tolist() == ["042"]


def test_reports_are_counted_and_the_first_address_given() -> None:
    found = read(DISPUTED).iloc[0]
    assert found[["NumMentions", "NumSources", "NumArticles"]].tolist() == [2, 2, 2]
    assert found["SOURCEURL"] == "https://example.org/2"


def test_of_a_clash_the_second_actor_is_the_other_side() -> None:
    assert read(CLASH)[["Actor1Code", "Actor2Code"]].iloc[0].tolist() == ["SYRMIL", "SYRREB"]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (HARIM, 4),
        (replace(HARIM, precision=PlacePrecision.REGION), 5),
        (replace(HARIM, precision=PlacePrecision.COUNTRY), 1),
        (Place(name="Ferguson", country="USA"), 3),
        (Place(name="Missouri", country="USA", precision=PlacePrecision.REGION), 2),
    ],
    ids=["town", "region", "country", "us-town", "us-state"],
)
def test_the_type_of_place(place: Place, code: int) -> None:
    assert read(entry(place=place))["ActionGeo_Type"].tolist() == [code]


def test_roles_that_cameo_lacks_are_left_empty_or_written_as_it_has_them() -> None:
    parties = (
        (Party(name="Levant Shield", country="SYR", sector="PRM"),),
        (Party(name="Unity", country="ROU", sector="PAR"),),
    )
    assert read(entry(actors=parties[0], recipients=parties[1]))[["Actor1Code", "Actor2Code"]].iloc[0].tolist() == [
        "SYRUAF", "ROM",
    ]  # fmt: skip


def test_the_notes_stand_in_a_file_of_their_own(tmp_path: Path) -> None:
    written = write([SHELLING, COUNTRYWIDE], tmp_path / "events.tsv", to="cameo")
    notes = pd.read_csv(tmp_path / "events.notes.csv")
    lines = pd.read_csv(tmp_path / "events.tsv", sep="\t", header=None, quoting=csv.QUOTE_NONE)
    assert notes["number"].tolist() == lines[0].tolist()
    assert notes["notes"].str.contains("on the word of: the governor").all()
    assert [path.name for path in written.files] == [
        "events.tsv", "events.aggregates.csv", "events.left-out.csv", "events.notes.csv",
    ]  # fmt: skip


def test_no_text_can_break_a_line() -> None:
    assert len(read(HOSTILE)) == 1


def codes() -> list[dict[str, str]]:
    lines = files("tacitus.export").joinpath("cameo_codes.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize("line", codes(), ids=lambda line: f"{line['category']}-{line['mode']}")
def test_each_code_leads_back_to_its_category(line: dict[str, str]) -> None:
    assert load_codebook().cameo(line["code"]).category == line["category"]


def test_every_category_and_mode_is_one_of_the_codebook() -> None:
    book = load_codebook()
    for line in codes():
        assert not line["mode"] or book.mode(line["category"], line["mode"])
    assert {line["category"] for line in codes() if not line["mode"]} == {one.code for one in book.categories}
