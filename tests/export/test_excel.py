"""Excel: read back by openpyxl and pandas."""

import io
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

from tacitus.errors import ExportTooLargeError
from tacitus.export import COLUMNS, Entry, _excel, write
from tests.export.samples import ALL, HOSTILE, SHELLING, entry, on


def book(*entries: Entry) -> openpyxl.Workbook:
    stream = io.BytesIO()
    write(entries, stream, to="xlsx")
    return openpyxl.load_workbook(stream)


def cells(*entries: Entry) -> dict[str, openpyxl.cell.Cell]:
    sheet = book(*entries)["events"]
    return {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}


def test_cells_have_the_types_of_their_columns() -> None:
    found = cells(SHELLING)
    assert found["killed"].value == 4
    assert found["date_from"].value == datetime(2016, 11, 8)
    assert found["latitude"].value == 36.20752
    assert found["actors"].value == "Dawn Front"
    assert found["killed_high"].value is None


def test_pandas_reads_the_same_table() -> None:
    stream = io.BytesIO()
    write(ALL, stream, to="xlsx")
    assert pd.read_excel(stream, sheet_name="events")["killed"].fillna(-1).tolist() == [4, 6, 10, -1]


def test_no_text_of_a_report_becomes_a_formula_or_a_link() -> None:
    sheet = book(HOSTILE)["events"]
    texts = [cell for row in sheet.iter_rows(min_row=2) for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in texts} == {"s"}
    assert all(cell.hyperlink is None for cell in texts)
    risky = [cell for cell in texts if cell.value.startswith(("=", "+", "-", "@"))]
    assert len(risky) >= 4
    assert all(cell.quotePrefix for cell in risky)


def test_the_meaning_of_each_column_comes_along() -> None:
    rows = list(book()["columns"].iter_rows(values_only=True))
    assert rows[0] == ("column", "holds", "meaning")
    assert [row[0] for row in rows[1:]] == [column.name for column in COLUMNS]


def test_a_day_before_excels_calendar_is_text() -> None:
    assert cells(entry(time=on(date(1757, 6, 23))))["date_from"].value == "1757-06-23"


def test_a_text_too_long_for_a_cell_is_cut_visibly() -> None:
    assert cells(entry(note="x" * 40_000))["notes"].value.endswith("… (cut)")


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_excel, "_MAX_ROWS", 3)
    with pytest.raises(ExportTooLargeError, match=r"X-01: .*csv or parquet"):
        book(SHELLING, SHELLING, SHELLING)
