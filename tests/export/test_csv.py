"""CSV: read back by pandas; no cell is a formula."""

import csv
import io
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.export import COLUMNS, Choice, Entry, write
from tacitus.model import IncidentKind, Realis
from tests.export.samples import CLASH, DISPUTED, HOSTILE, SHELLING, entry, on

EVERYTHING = Choice(realis=tuple(Realis), kinds=tuple(IncidentKind))


def written(*entries: Entry, to: str = "csv") -> bytes:
    stream = io.BytesIO()
    write(entries, stream, to=to, choice=EVERYTHING)
    return stream.getvalue()


def read(*entries: Entry) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(written(*entries)), parse_dates=["date_from", "date_to"])


def test_columns_and_values() -> None:
    found = read(SHELLING, DISPUTED)
    assert list(found.columns) == [column.name for column in COLUMNS]
    assert found["killed"].tolist() == [4, 6]
    assert found["killed_low"].tolist() == [4, 2]
    assert found["killed_high"].fillna(-1).tolist() == [-1, 6]
    assert found["date_from"].tolist() == [pd.Timestamp("2016-11-08")] * 2
    assert found["latitude"].tolist() == [36.20752] * 2
    assert found["sources"].tolist() == ["Levant Wire", "Levant Wire; Orontes Daily"]
    assert found["review"].fillna("").tolist() == ["", "confirmed; open"]


def test_lists_of_parties_stay_in_step() -> None:
    (found,) = read(CLASH).to_dict("records")
    assert found["actors"] == "Syrian Arab Army; Dawn Front"
    assert found["actor_countries"] == "SYR; SYR"
    assert found["actor_sectors"] == "MIL; REB"


@pytest.mark.parametrize("to", ["csv", "hxl", "acled", "ged"])
def test_no_text_of_a_report_becomes_a_formula(to: str) -> None:
    rows = list(csv.reader(io.StringIO(written(HOSTILE, to=to).decode("utf-8"))))
    cells = [cell for row in rows for cell in row]
    numbers = {"-1.5", "-2.25"}
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} and cell not in numbers] == []
    assert "'@SUM(A1)" in cells


def test_a_negative_number_stays_a_number() -> None:
    assert read(HOSTILE)[["latitude", "longitude"]].iloc[0].tolist() == [-1.5, -2.25]


@given(st.text(max_size=40))
def test_any_text_is_one_cell_of_one_line(text: str) -> None:
    rows = list(csv.DictReader(io.StringIO(written(entry(id=text)).decode("utf-8"), newline="")))
    assert len(rows) == 1
    assert rows[0]["category"] == "ASSAULT"


def test_an_old_day_is_a_date() -> None:
    assert b"1757-06-23" in written(entry(time=on(date(1757, 6, 23))))
