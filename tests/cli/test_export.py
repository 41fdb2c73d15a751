"""`tacitus export`, as a user types it."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tacitus import records
from tacitus.cli import app
from tacitus.cli._export import State
from tacitus.ledger import Action, Ledger, ReviewState, Ruling
from tacitus.model import EventKey
from tests.ledger.written import add
from tests.written import RAIDS, SHELLING, coded


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "coded.jsonl"
    path.write_text(records.as_line(coded(SHELLING, RAIDS)) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "war.db"
    with Ledger.open(path) as opened:
        add(opened, coded(SHELLING, RAIDS))
        opened.link()
    return path


def export(*words: object) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, words)])


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_file_goes_to_standard_output(file: Path) -> None:
    found = export(file, "--to", "acled")
    assert (found.exit_code, [row["location"] for row in rows(found.stdout)]) == (0, ["Orlava"])
    assert found.stderr.splitlines()[-1].startswith("1 chosen, 1 passed over by the filters: 1 rows")


def test_standard_output_says_that_totals_want_a_file(file: Path, tmp_path: Path) -> None:
    asked = (file, "--to", "acled", "--realis", "alleged", "--kind", "aggregate")
    assert "with --output the rest gets files of its own" in export(*asked).stderr
    assert "with --output" not in export(*asked, "-o", tmp_path / "events.csv").stderr


def test_days_the_wrong_way_round_are_told_and_nothing_is_written(file: Path) -> None:
    found = export(file, "--to", "csv", "--from", "2020-01-01", "--until", "2019-01-01")
    assert (found.exit_code, found.stdout) == (2, "")
    assert "--from 2020-01-01 is after --until 2019-01-01" in found.stderr


def test_a_ledger_gives_incidents_and_the_files_are_named(ledger: Path, tmp_path: Path) -> None:
    found = export(ledger, "--to", "geojson", "-o", tmp_path / "map.geojson")
    assert found.exit_code == 0
    (feature,) = json.loads((tmp_path / "map.geojson").read_text(encoding="utf-8"))["features"]
    assert feature["properties"]["category"] == "ASSAULT"
    assert "#" not in feature["id"]
    assert f"wrote {tmp_path / 'map.aggregates.geojson'}" in found.stderr.splitlines()


def test_a_ledger_gives_the_events_of_reports_where_they_are_asked_for(ledger: Path) -> None:
    assert [row["id"] for row in rows(export(ledger, "--events", "--to", "csv").stdout)] == ["orlava-1#e1"]


@pytest.mark.parametrize(
    ("options", "n_rows"),
    [
        (["--country", "xxx"], 1),
        (["--country", "SYR"], 0),
        (["--category", "assault"], 1),
        (["--from", "2021-03-02", "--until", "2021-03-02"], 1),
        (["--from", "2021-03-03"], 0),
        (["--min-confidence", "0.9"], 0),
        (["--realis", "planned"], 0),
        (["--kind", "plan"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_filters(file: Path, options: list[str], n_rows: int) -> None:
    assert len(rows(export(file, "--to", "csv", *options).stdout)) == n_rows


@pytest.mark.parametrize(("state", "n_rows"), [("open", 1), ("confirmed", 0)])
def test_review_states_are_those_of_the_ledger(ledger: Path, state: str, n_rows: int) -> None:
    assert len(rows(export(ledger, "--to", "csv", "--review", state).stdout)) == n_rows
    assert {one.value for one in State} == {one.value for one in ReviewState} - {"rejected"}


def test_a_line_that_is_no_record_is_told_and_the_others_exported(file: Path) -> None:
    file.write_text("{\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    found = export(file, "--to", "csv")
    assert (found.exit_code, len(rows(found.stdout))) == (1, 1)
    assert found.stderr.startswith(f"{file}:1: J-01 is no JSON")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--review", "open"], "X-02: .* nobody has reviewed in"),
        (["--category", "WAR"], "C-02: no category 'WAR'; known: AGREE"),
    ],
    ids=["review-of-a-file", "category"],
)
def test_misuse_is_one_line(file: Path, options: list[str], message: str) -> None:
    found = export(file, "--to", "csv", *options)
    assert found.exit_code == 2
    assert re.search(message, found.stderr)
    assert len(found.stderr.splitlines()) == 1


def test_a_file_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    found = export(tmp_path / "none.jsonl", "--to", "csv")
    assert (found.exit_code, found.stderr.count("\n")) == (2, 1)
    assert "J-01: " in found.stderr
    assert found.stdout == ""


@pytest.mark.parametrize(
    ("option", "word", "message"),
    [
        ("--from", "2021", "'2021' is no day; write YYYY-MM-DD"),
        ("--country", "Yemen", "did you mean YEM?"),
        ("--country", "Atlantis", "write three letters"),
    ],
)
def test_an_option_that_would_choose_nothing_says_what_to_write(
    file: Path, option: str, word: str, message: str
) -> None:
    found = export(file, "--to", "csv", option, word)
    assert (found.exit_code, found.stdout) == (2, "")
    assert message in " ".join(found.stderr.replace("│", " ").split())


def test_a_ledger_that_is_not_linked_yet_says_how(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "new.db") as opened:
        add(opened, coded(SHELLING))
    found = export(tmp_path / "new.db", "--to", "csv")
    assert (found.exit_code, "link its events first" in found.stderr) == (2, True)


def test_what_came_after_linking_is_told(ledger: Path, tmp_path: Path) -> None:
    assert "since the last linking" not in export(ledger, "--to", "csv").stderr
    shutil.copy(ledger, tmp_path / "war.db")
    with Ledger.open(tmp_path / "war.db") as opened:
        opened.decide(EventKey(doc_id="orlava-1", event_id="e1"), Ruling(action=Action.REJECT, by="Anna"))
        assert not opened.is_linked()
        told = f"`tacitus link {tmp_path / 'war.db'}` takes them in"
        found = export(tmp_path / "war.db", "--to", "csv")
        assert (rows(found.stdout), told in found.stderr) == ([], True)
        assert told not in export(tmp_path / "war.db", "--to", "csv", "--events").stderr
        opened.link()
        assert opened.is_linked()
    assert "since the last linking" not in export(tmp_path / "war.db", "--to", "csv").stderr


@pytest.mark.parametrize("to", ["csv", "geojson", "acled"])
def test_a_reader_that_has_enough_ends_the_run_quietly(file: Path, to: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") * 2000, encoding="utf-8")
    words = [sys.executable, "-m", "tacitus", "export", str(file), "--to", to]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        told = program.stderr.read()
    assert (program.returncode, told) == (0, b"")
