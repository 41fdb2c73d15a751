"""Spark on this machine, in real worker processes: the records must be those that one process writes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet
from pyspark.sql import SparkSession
from typer.testing import CliRunner

from tacitus import flow, intake, linking, records, spark
from tacitus.cli import app
from tacitus.errors import SparkInputError
from tacitus.model import Rejection, Report
from tacitus.relevance import NOT_RELEVANT
from tacitus.spark._session import in_spark

pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java"),
    # PySpark leaves the sockets to its Java process to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]

TEXTS = (
    "Rebels shelled the town of Harim on Monday, killing at least four people.",
    "Police arrested nine protesters in Kampala on Tuesday, a lawyer said.",
    "The army denied that its jets had bombed the village.",
)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    running = (
        SparkSession.builder.master("local[2]")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.memory", "512m")
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .getOrCreate()
    )
    yield running
    running.stop()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine reports, of which some bring no id, one no date and one no text."""
    folder = tmp_path_factory.mktemp("archive")
    days = [date(2016, 11, 8), date(2016, 12, 1), None]
    table = pa.table(
        {
            "doc_id": [f"r{number}" if number % 2 else None for number in range(9)],
            "text": [None if number == 4 else f"{number}. {TEXTS[number % 3]}" for number in range(9)],
            "published": pa.array([days[number % 3] for number in range(9)], pa.date32()),
            "source": ["Harbour News"] * 9,
            "column_of_theirs": list(range(9)),
        }
    )
    parquet.write_table(table, folder / "reports.parquet", row_group_size=4)
    return folder / "reports.parquet"


@pytest.fixture(scope="module")
def saved(session: Any, archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a cluster writes."""
    folder = tmp_path_factory.mktemp("coded") / "out"
    frame = spark.read(session, [str(archive)]).repartition(3)
    counts = spark.save(spark.code(frame), str(folder))
    assert counts == {"coded": 8, "rejected": 1}
    return folder


@pytest.fixture(scope="module")
def alone(archive: Path) -> list[str]:
    """What one process writes."""
    coder = flow.Coder.load()
    outcomes = flow.many(intake.read([archive]), coder)
    return sorted(records.as_line(outcome) for outcome in outcomes if not isinstance(outcome, Rejection))


def _rows(folder: Path) -> list[dict[str, Any]]:
    return list(parquet.read_table(folder).to_pylist())


def test_the_records_are_byte_for_byte_those_of_one_process(saved: Path, alone: list[str]) -> None:
    assert len(alone) == 8
    assert sorted(row["record"] for row in _rows(saved / "outcome=coded")) == alone


def test_records_lie_by_the_month_of_publication(saved: Path) -> None:
    for folder in (saved / "outcome=coded").iterdir():
        months = {(json.loads(row["record"])["published"] or "undated")[:7] for row in _rows(folder)}
        assert months == {folder.name.removeprefix("month=")}
    assert {folder.name for folder in (saved / "outcome=coded").iterdir()} == {
        "month=2016-11",
        "month=2016-12",
        "month=undated",
    }


def test_what_is_not_coded_is_told_with_its_reason(saved: Path) -> None:
    (row,) = _rows(saved / "outcome=rejected")
    assert (row["doc_id"], row["code"], row["record"]) == ("reports:5", "I-06", None)
    assert "has no `text`" in row["reason"]


@pytest.mark.usefixtures("session")
def test_the_command_codes_on_the_running_cluster(archive: Path, tmp_path: Path, alone: list[str]) -> None:
    output = tmp_path / "out"
    finished = CliRunner().invoke(app, ["code", str(archive), "--engine", "spark", "--output", str(output)])
    assert (finished.exit_code, finished.stderr) == (1, "9 in, 8 coded, 1 rejected\n")
    assert sorted(row["record"] for row in _rows(output / "outcome=coded")) == alone


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--engine", "spark"], "name it with --output"),
        (["--engine", "spark", "--output", "out", "--ledger", "war.db"], "does not go with --engine spark"),
        (["--engine", "spark", "--output", "out", "--read-as", "csv"], "its input is Parquet"),
        (["--engine", "spark", "--output", "out", "--follow"], "a cluster fetches nothing"),
        (["--master", "yarn"], "add --engine spark"),
    ],
    ids=["no-output", "ledger", "kind", "web", "master-alone"],
)
def test_options_that_do_not_go_together_are_misuse(options: list[str], told: str) -> None:
    finished = CliRunner().invoke(app, ["code", "reports.parquet", *options])
    assert finished.exit_code == 2
    assert told in " ".join(finished.stderr.replace("│", " ").split())


def test_a_session_leaves_nothing_where_it_is_started(tmp_path: Path) -> None:
    started = "from tacitus import spark; spark.session('local[1]').sql('select 1').collect()"
    env = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"}
    subprocess.run([sys.executable, "-c", started], cwd=tmp_path, env=env, check=True, capture_output=True)
    assert list(tmp_path.iterdir()) == []


def test_the_columns_are_the_same_in_arrow_and_in_spark() -> None:
    assert in_spark(spark.SCHEMA).fieldNames() == spark.SCHEMA.names
    assert in_spark(spark.LINKS).simpleString().endswith("probability:double,reasons:string>")


def test_a_frame_of_ones_own_is_coded_too(session: Any) -> None:
    frame = session.createDataFrame([(TEXTS[0], "2016-11-08")], "body string, day string")
    settings = intake.Settings(columns=(("text", "body"), ("published", "day")))
    (row,) = spark.code(frame, settings=settings).collect()
    report = Report.of(TEXTS[0], published=date(2016, 11, 8))
    assert row["record"] == records.as_line(flow.one(report, flow.Coder.load()))


def test_links_are_those_of_one_machine(session: Any, archive: Path) -> None:
    frame = spark.read(session, [str(archive)])
    rows = spark.link(spark.code(frame, keep_text=True)).collect()
    coder = flow.Coder.load()
    reports = [coded for coded in flow.many(intake.read([archive]), coder) if not isinstance(coded, Rejection)]
    alone = list(linking.pairs(reports, least=linking.LEAST_PROBABILITY))
    assert alone
    assert sorted(map(tuple, rows)) == sorted(
        (
            link.left.doc_id,
            link.left.event_id,
            link.right.doc_id,
            link.right.event_id,
            link.relation.value,
            link.probability,
            json.dumps([[reason.comparison, reason.level, reason.weight] for reason in link.reasons]),
        )
        for link in alone
    )


def test_records_without_texts_cannot_be_linked(session: Any) -> None:
    with pytest.raises(SparkInputError, match="keep_text=True"):
        spark.link(session.createDataFrame([("a",)], "record string"))


def test_the_first_look_sets_aside_on_the_workers(session: Any) -> None:
    frame = session.createDataFrame([("The bakery opened a second shop. " * 10,)], "text string")
    (row,) = spark.code(frame, relevance_threshold=1.0).collect()
    assert (row["outcome"], row["code"], row["record"]) == ("set aside", NOT_RELEVANT, None)


def test_a_frame_without_texts_is_misuse(session: Any) -> None:
    frame = session.createDataFrame([("a",)], "body string")
    with pytest.raises(SparkInputError, match=r"no column 'text' \(it has body\)"):
        spark.code(frame)


def test_nothing_is_written_over(session: Any, saved: Path) -> None:
    frame = session.createDataFrame([(TEXTS[0],)], "text string")
    with pytest.raises(SparkInputError, match="name a new folder"):
        spark.save(spark.code(frame), str(saved))


def test_what_is_not_there_is_misuse(session: Any, tmp_path: Path) -> None:
    with pytest.raises(SparkInputError, match=r"none\.parquet cannot be read as Parquet"):
        spark.read(session, [str(tmp_path / "none.parquet")])
