"""Frames, and what is exported, from files of coded reports and from ledgers."""

import io
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import polars as pl
import pytest

from tacitus import records
from tacitus.errors import ExportUseError
from tacitus.export import COLUMNS, write
from tacitus.ledger import Action, Ledger, Ruling
from tacitus.model import EventKey, Rejection
from tacitus.tables import (
    entries_of,
    entries_of_file,
    events,
    is_ledger,
)
from tests.ledger.written import add
from tests.written import RAIDS, SHELLING, coded


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "coded.jsonl"
    path.write_text(records.as_line(coded(SHELLING, RAIDS)) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "war.db"
    with Ledger.open(path) as opened:
        add(opened, coded(SHELLING, RAIDS))
        opened.link()
    return path


@pytest.fixture
def ledger(linked: Path, tmp_path: Path) -> Iterator[Ledger]:
    shutil.copy(linked, tmp_path / "war.db")
    with Ledger.open(tmp_path / "war.db") as opened:
        yield opened


def test_a_file_is_a_pandas_frame_with_a_row_an_event(file: Path) -> None:
    found = events(file)
    assert list(found.columns) == [column.name for column in COLUMNS]
    assert found["kind"].tolist() == ["single", "aggregate"]
    assert found["killed"].dtype == pd.Int64Dtype()
    assert found["killed"].isna().tolist() == [False, True]
    assert found["date_from"].tolist() == [pd.Timestamp("2021-03-02"), pd.Timestamp("2021-03-01")]


def test_a_file_is_a_polars_frame(file: Path) -> None:
    found = events(file, library="polars")
    assert isinstance(found, pl.DataFrame)
    assert found["actors"].to_list() == [["Dawn Front"], ["police"]]
    assert found["date_from"].to_list() == [date(2021, 3, 2), date(2021, 3, 1)]


def test_a_ledger_gives_events_as_they_now_stand(ledger: Ledger) -> None:
    ledger.decide(EventKey(doc_id="orlava-1", event_id="e1"), Ruling(action=Action.CONFIRM, by="Anna"))
    ledger.decide(EventKey(doc_id="orlava-1", event_id="e2"), Ruling(action=Action.REJECT, by="Anna"))
    found = ledger.events().to_pandas()
    assert found["id"].tolist() == ["orlava-1#e1"]
    assert found["review"].iloc[0].tolist() == ["confirmed"]


def test_a_ledger_gives_incidents_with_their_claims(ledger: Ledger) -> None:
    found = ledger.incidents().to_polars()
    assert sorted(found["category"].to_list()) == ["ASSAULT", "COERCE"]
    shelling = found.filter(pl.col("category") == "ASSAULT").row(0, named=True)
    assert (shelling["killed"], shelling["killed_words"], shelling["attribution"]) == (
        4,
        "at least four",
        ["the governor"],
    )


def test_a_file_and_a_ledger_of_the_same_reports_export_the_same_events(file: Path, ledger: Ledger) -> None:
    from_file, from_ledger = io.BytesIO(), io.BytesIO()
    write((one for one in entries_of_file(file) if not isinstance(one, Rejection)), from_file, to="acled")
    write(ledger.events().entries(), from_ledger, to="acled")
    assert from_file.getvalue().count(b"\n") == 2
    assert from_file.getvalue() == from_ledger.getvalue().replace(b" review: open.", b"")


@pytest.mark.usefixtures("ledger")
def test_whatever_holds_coded_reports_gives_entries(file: Path, tmp_path: Path) -> None:
    assert [one.id for one in entries_of(file) if not isinstance(one, Rejection)] == ["orlava-1#e1", "orlava-1#e2"]
    of_reports = [one.id for one in entries_of(tmp_path / "war.db", events=True) if not isinstance(one, Rejection)]
    assert of_reports == ["orlava-1#e1", "orlava-1#e2"]
    assert not any("#" in one.id for one in entries_of(tmp_path / "war.db") if not isinstance(one, Rejection))


def test_a_ledger_linked_twice_exports_the_same_bytes(ledger: Ledger) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write(ledger.incidents().entries(), first, to="geojson")
    ledger.link()
    write(ledger.incidents().entries(), second, to="geojson")
    assert first.getvalue() == second.getvalue()


@pytest.mark.usefixtures("ledger")
def test_a_database_is_told_from_a_file(file: Path, tmp_path: Path) -> None:
    assert is_ledger(tmp_path / "war.db")
    assert is_ledger("postgresql://localhost/war")
    assert not is_ledger(file)
    assert not is_ledger(tmp_path / "none.jsonl")


def test_a_faulty_line_stops_a_frame_and_is_named(file: Path) -> None:
    file.write_text("{}\n", encoding="utf-8")
    with pytest.raises(ExportUseError, match=r"X-02: .*coded\.jsonl:1: J-01"):
        events(file)


def test_an_unknown_library_is_refused(file: Path) -> None:
    with pytest.raises(ExportUseError, match="known: pandas, polars, pyarrow"):
        events(file, library="numpy")  # type: ignore[arg-type]
