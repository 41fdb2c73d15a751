"""Parquet: read back by pandas, polars and pyarrow."""

import io

import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from tacitus.export import COLUMNS, Entry, _parquet, write
from tests.export.samples import CLASH, DISPUTED, HOSTILE, SHELLING


def written(*entries: Entry) -> io.BytesIO:
    stream = io.BytesIO()
    write(entries, stream, to="parquet")
    stream.seek(0)
    return stream


def test_pandas_reads_it() -> None:
    found = pd.read_parquet(written(SHELLING, DISPUTED), dtype_backend="pyarrow")
    assert found["killed_high"].isna().tolist() == [True, False]
    assert found["killed"].tolist() == [4, 6]
    assert str(found["date_from"].dtype).startswith("date32")


def test_polars_reads_lists_as_lists() -> None:
    found = pl.read_parquet(written(CLASH))
    assert found["actors"].to_list() == [["Syrian Arab Army", "Dawn Front"]]
    assert found["weapons"].dtype == pl.List(pl.String)


def test_each_column_has_its_meaning_with_it() -> None:
    schema = pq.read_schema(written(SHELLING))
    assert [field.metadata[b"meaning"].decode() for field in schema] == [column.meaning for column in COLUMNS]


def test_rows_are_written_in_groups_and_none_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_parquet, "_GROUP", 2)
    file = pq.ParquetFile(written(SHELLING, CLASH, DISPUTED, SHELLING, CLASH))
    assert (file.num_row_groups, file.read()["id"].to_pylist()[2]) == (3, DISPUTED.id)


def test_an_export_of_nothing_has_its_columns() -> None:
    assert pd.read_parquet(written()).columns.tolist() == [column.name for column in COLUMNS]


def test_any_text_can_be_written() -> None:
    assert pl.read_parquet(written(HOSTILE))["weapons"].to_list()[0][-1] == "lone \N{REPLACEMENT CHARACTER}"
