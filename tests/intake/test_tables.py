"""CSV and Parquet: columns by name, and a broken row that costs itself."""

from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from tacitus.errors import IntakeError
from tacitus.intake import Settings, from_row, read
from tacitus.model import Rejection, Report

TODAY = date(2024, 3, 1)
MAPPED = Settings(columns=Settings.columns_of("text=body, published=day, doc_id=nr"))


def outcomes(path: Path, content: bytes, settings: Settings | None = None) -> list[Report | Rejection]:
    path.write_bytes(content)
    return list(read([path], settings=settings, today=TODAY))


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_row_is_a_report(tmp_path: Path, sign: str) -> None:
    rows = (("text", "published", "source"), ("Shells fell.", "2024-02-29", "A wire"), ("A truce held.", "", ""))
    content = "\n".join(sign.join(row) for row in rows).encode()
    assert outcomes(tmp_path / "some.csv", content) == [
        Report(doc_id="some:2", text="Shells fell.", published=date(2024, 2, 29), source="A wire"),
        Report(doc_id="some:3", text="A truce held."),
    ]


def test_columns_are_named_by_the_user(tmp_path: Path) -> None:
    [report] = outcomes(tmp_path / "some.csv", b'nr,body,day\n7,"Shells fell,\ntwice",2024-02-29\n', MAPPED)
    assert report == Report(doc_id="7", text="Shells fell,\ntwice", published=date(2024, 2, 29))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (b'3,"open', "I-17"),
        (b'3,"open" quote,', "I-17 is a broken row"),
        (b"3,a,b,c,d", "I-17 has 5 values for 3 columns"),
        (b"3,a", "I-17 has 2 values for 3 columns"),
        (b"3,,2024-02-29", "I-01 has no text"),
        (b"3,Tirs,tomorrow", "I-08 has the date 'tomorrow'"),
        (b"3,Tirs \xff\xfe\xfd,", "I-03 is not UTF-8"),
        (b"3,a\0b,", "I-02 is binary"),
    ],
)
def test_a_broken_row_costs_itself(tmp_path: Path, row: bytes, told: str) -> None:
    before, after = b'1,"One, at ""dawn""",2024-02-29', b'4,"Four,\nover two lines",\n5,Five,'
    found = outcomes(tmp_path / "some.csv", b"\n".join([b"nr,body,day", before, row, after]), MAPPED)
    assert [outcome.doc_id for outcome in found if isinstance(outcome, Report)] == ["1", "4", "5"]
    [rejection] = [outcome for outcome in found if isinstance(outcome, Rejection)]
    assert rejection.line == 3
    assert told in str(rejection)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "I-01 is empty"),
        (b"id,body\n1,x\n", "I-18 has no column 'text' (it has 'id', 'body'); name it, as in --columns text=body"),
        (b"text,published\rTirs.,2024-02-29\r", "I-17 has a broken first row"),
        ("text\nx".encode("utf-16"), "I-03 is UTF-16; save the table as UTF-8"),
    ],
)
def test_a_table_that_cannot_be_read(tmp_path: Path, content: bytes, told: str) -> None:
    [rejection] = outcomes(tmp_path / "some.csv", content)
    assert told in str(rejection)


def test_parquet_with_dates_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "some.parquet"
    moments = [datetime(2024, 2, 29, 23, tzinfo=UTC), None, datetime(2030, 1, 1, tzinfo=UTC)]
    table = {"body": ["Shells fell.", None, "Too late."], "day": moments, "nr": [1, 2, 3], "other": [[1], [], None]}
    parquet.write_table(pa.table(table), path)
    first, second, third = read([path], settings=MAPPED, today=TODAY)
    assert first == Report(doc_id="1", text="Shells fell.", published=date(2024, 2, 29))
    assert str(second).startswith(f"{path}:2: I-06 has no `body`")
    assert str(third).startswith(f"{path}:3: I-09 ")


def test_a_value_of_parquet_that_python_does_not_have_costs_its_row(tmp_path: Path) -> None:
    path = tmp_path / "some.parquet"
    days = pa.array([0, 10**17, 0], pa.date64())
    parquet.write_table(pa.table({"text": ["Shells fell.", "Tirs.", "A truce held."], "published": days}), path)
    first, second, third = read([path], today=TODAY)
    assert [first.doc_id, third.doc_id] == ["some:1", "some:3"]
    assert str(second).startswith(f"{path}:2: I-17 has a value that cannot be read")


def test_a_time_zone_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "some.parquet"
    moments = pa.array([0], pa.timestamp("us", tz="Mars/Olympus"))
    parquet.write_table(pa.table({"text": ["Shells fell."], "published": moments}), path)
    [rejection] = read([path], today=TODAY)
    assert "Mars/Olympus" in str(rejection)


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1" + bytes(100) + b"PAR1", b"not parquet at all"])
def test_broken_parquet_is_one_line(tmp_path: Path, content: bytes) -> None:
    [rejection] = outcomes(tmp_path / "some.parquet", content)
    assert rejection.code == "I-16"
    assert "\n" not in str(rejection)


def test_a_row_of_somebody_elses_table() -> None:
    row = {"body": "Shells fell.", "day": date(2024, 2, 29)}
    assert from_row(row, source="frame", doc_id="row-1", settings=MAPPED, today=TODAY) == Report(
        doc_id="row-1", text="Shells fell.", published=date(2024, 2, 29)
    )
    rejection = from_row({"body": " "}, source="frame", doc_id="row-2", settings=MAPPED, today=TODAY)
    assert isinstance(rejection, Rejection)
    assert (rejection.code, rejection.doc_id) == ("I-01", "row-2")


@pytest.mark.parametrize("words", ["body", "text=", "=body", "words=body"])
def test_a_mapping_that_cannot_be_used(words: str) -> None:
    with pytest.raises(IntakeError, match="I-00"):
        Settings(columns=Settings.columns_of(words))


def test_languages(tmp_path: Path) -> None:
    french = (
        "Les rebelles ont bombardé la ville lundi, tuant au moins quatre personnes, a déclaré l’armée dans un "
        "communiqué publié dans la soirée par le ministère de la défense."
    )
    path = tmp_path / "some.jsonl"
    path.write_text(
        f'{{"text": "{french}"}}\n{{"text": "Tirs."}}\n{{"text": "Shots.", "language": "ar-SY"}}\n', "utf-8"
    )
    first, second, third = read([path], today=TODAY)
    assert (first.code, first.set_aside) == ("S-01", True)  # type: ignore[union-attr]
    assert second.doc_id == "some:2"
    assert "in another language (ar)" in str(third)
    assert all(isinstance(outcome, Report) for outcome in read([path], settings=Settings(languages=frozenset())))
