"""`tacitus code --ledger`, `tacitus diff` and `tacitus ledger`."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tacitus.flow import Coder
from tacitus.ledger import Ledger
from tests.cli.conftest import Run
from tests.ledger.written import NEWER, VERSIONS, add, bombing, coded, none, report

REPORT = (
    "date 2019-05-08\n\n"
    "Government jets bombed a rebel camp near the town of Idlib on Tuesday, killing at least six fighters, "
    "the army said."
)


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "war.db"


def test_code_writes_into_a_ledger_once(run_loaded: Run, tmp_path: Path, where: Path, coder: Coder) -> None:
    (tmp_path / "camp.txt").write_text(REPORT, encoding="utf-8")
    finished = run_loaded("code", "--ledger", where, tmp_path / "camp.txt")
    assert (finished.exit_code, finished.stdout) == (0, "")
    again = run_loaded("code", "--ledger", where, tmp_path / "camp.txt")
    assert again.exit_code == 0
    assert "1 known" in again.stderr
    with Ledger.open(where, create=False) as ledger:
        (run,) = ledger.runs()
        assert (run.versions, run.n_reports) == (coder.versions, 1)
        assert run.finished_at is not None
        assert ledger.report("camp").report.text == REPORT
        assert list(ledger.check()) == []


def test_agreement_with_an_empty_ledger_is_one_line(run: Run, where: Path) -> None:
    Ledger.open(where).close()
    finished = run("agreement", where, where, "--missing-is-empty")
    assert finished.exit_code == 2
    assert f"J-01: {where} holds no coded report" in finished.stderr


def test_a_ledger_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    finished = run("code", "--ledger", "mysql://anna@host/war", tmp_path)
    assert finished.exit_code == 2
    assert finished.stderr.count("\n") == 1
    assert "L-04: mysql:// is no place for a ledger" in finished.stderr


def test_diff_shows_what_changed(run: Run, where: Path) -> None:
    with Ledger.open(where) as ledger:
        add(ledger, coded(), none(report("quiet", "Nothing happened.")))
        add(ledger, coded(replace(bombing(), category="COERCE", killed=None), versions=NEWER))
    finished = run("diff", where)
    assert finished.exit_code == 0
    assert finished.stdout.splitlines() == [
        "a  (0 events alike)",
        "  ~ e1 COERCE “exploded”",
        "      category: ASSAULT → COERCE",
        "      killed: “at least four” low 4 high None → none",
        "  - e2 COERCE “raided”",
        "2 events changed in 1 reports",
    ]
    (line,) = run("diff", where, 1, 2, "--json").stdout.splitlines()
    told = json.loads(line)
    assert (told["doc_id"], [event["event_id"] for event in told["changed"]]) == ("a", ["e1", "e2"])
    assert told["changed"][1]["after"] is None
    runs = run("diff", where, "--runs").stdout.splitlines()
    assert [line.partition("  ")[0] for line in runs] == ["1", "2"]
    assert f"model {VERSIONS.model}" in runs[0]


@pytest.mark.parametrize(
    ("words", "told"),
    [((1,), "name both, or none"), ((1, 9), "no run 9"), ((1, 1), "the same versions")],
    ids=["one", "unknown", "same"],
)
def test_diff_of_runs_that_are_none(run: Run, where: Path, words: tuple[int, ...], told: str) -> None:
    with Ledger.open(where) as ledger:
        add(ledger, coded())
    finished = run("diff", where, *words)
    assert finished.exit_code == 2
    assert told in finished.stderr


def test_check_finds_nothing_in_what_tacitus_wrote(run: Run, where: Path) -> None:
    with Ledger.open(where) as ledger:
        add(ledger, coded())
        ledger.link()
    finished = run("ledger", "check", where)
    assert (finished.exit_code, finished.stdout) == (0, "1 reports, 2 events, 2 incidents: 0 faults\n")
    assert "events     2 (2 open)" in run("ledger", "summary", where).stdout


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("UPDATE reports SET text = replace(text, 'exploded', 'imploded')", "the trigger [11, 19) does not hold"),
        ("UPDATE reports SET text = text || '.'", "its digest differs"),
        ("UPDATE events SET category = 'AID'", "rows of events do not follow"),
        ("DELETE FROM evidence WHERE field = 'trigger'", "rows of evidence do not follow"),
        ("UPDATE report_states SET n_events = 7", "rows of report_states do not follow"),
        ("UPDATE coded_events SET record = '{\"id\": 1}'", "an event cannot be read"),
        ("DELETE FROM coded_events WHERE event_id = 'e1'", "responds to 'e1', which is not there"),
        ("DELETE FROM incident_events", "counts other events than it has"),
        ("UPDATE incident_relations SET other = 'x'", "answers, carries out or recalls an incident that is not there"),
        ("DELETE FROM runs", "refers to a row of runs that is not there"),
    ],
)
def test_check_finds_what_is_wrong(run: Run, where: Path, harm: str, told: str) -> None:
    with Ledger.open(where) as ledger:
        add(ledger, coded())
        ledger.link()
    with sqlite3.connect(where) as connection:
        connection.execute(harm)
    connection.close()
    finished = run("ledger", "check", where)
    assert finished.exit_code == 1
    assert told in finished.stdout


def test_check_mends_what_can_be_derived(run: Run, where: Path) -> None:
    with Ledger.open(where) as ledger:
        add(ledger, coded())
    with sqlite3.connect(where) as connection:
        connection.execute("DELETE FROM evidence")
    connection.close()
    assert run("ledger", "check", "--mend", where).exit_code == 1
    assert run("ledger", "check", where).exit_code == 0
