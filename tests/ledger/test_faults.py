"""Whatever fails, what was committed is there, nothing is half written, and one line says what to do."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, update

from tacitus.errors import ExportUseError, LedgerAccessError, LedgerFormatError, LedgerLookupError, LedgerUseError
from tacitus.ledger import Action, Ledger, Outcome, Ruling, Run, _database
from tacitus.ledger import _tables as t
from tacitus.model import CodedReport
from tacitus.tables import entries_of
from tests.ledger.postgresql import Server
from tests.ledger.written import VERSIONS, add, coded, key, none, report

BATCH = 5

WRITER = """
import sys
from tacitus.ledger import Ledger, Run
from tests.ledger.written import TEXT, VERSIONS, coded, report
where, first, batches = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
run = Run.begun(VERSIONS)
with Ledger.open(where) as ledger:
    for batch in range(batches):
        numbers = range(first + batch * 5, first + batch * 5 + 5)
        ledger.add_many([coded(of=report(f"r{i}", text=TEXT + f" Report {i}.")) for i in numbers], run)
        print(numbers[-1] + 1 - first, flush=True)
"""


def _writer(where: str, first: int, batches: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, where, str(first), str(batches)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def test_kill_9_in_the_middle_loses_no_committed_report_and_leaves_no_half_one(where: str) -> None:
    Ledger.open(where).close()
    with _writer(where, 0, 100_000) as process:
        assert process.stdout
        for told in process.stdout:
            if (n_told := int(told)) >= 4 * BATCH:
                os.kill(process.pid, signal.SIGKILL)
                break
        n_told = max([n_told, *map(int, process.stdout)])
    assert process.returncode == -signal.SIGKILL
    with Ledger.open(where) as ledger:
        held = ledger.summary()
        assert held.n_reports >= n_told
        assert held.n_reports % BATCH == 0
        assert held.n_events == 2 * held.n_reports
        assert list(ledger.check()) == []
        # The same command goes on: what is there is known, what is not is added.
        again = ledger.add(coded(of=report("r0", text=coded().report.text + " Report 0.")), Run.begun(VERSIONS))
        assert again.outcome is Outcome.KNOWN


def test_several_processes_write_at_once(where: str) -> None:
    # The first reports of each are the last ones of the one before.
    processes = [_writer(where, first, 6) for first in (0, 25, 50)]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    with Ledger.open(where) as ledger:
        assert ledger.summary().n_reports == 80
        assert ledger.summary().n_events == 160
        changes = ledger.changes(0)
        assert [change.sequence for change in changes] == sorted({change.sequence for change in changes})
        assert list(ledger.check()) == []


def test_a_full_disk_is_told_and_the_run_goes_on_when_there_is_space(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger:
        add(ledger, coded())
        limit = ["PRAGMA max_page_count=1"]  # SQLite never goes below what there is
        ledger._database.engine.dispose()
        event.listen(ledger._database.engine, "connect", lambda connection, _: connection.execute(limit[0]))
        large = none(report("b", text="word " * 200_000))
        with pytest.raises(LedgerAccessError, match=r"L-02: .*war\.db cannot grow, the disk is full; .* goes on"):
            ledger.add_many((none(report("c", text="Small.")), large), Run.begun(VERSIONS))
        assert ledger.summary().n_reports == 1
        limit[0] = "PRAGMA max_page_count=1000000"
        ledger._database.engine.dispose()
        add(ledger, large)
        assert ledger.summary().n_reports == 2
        assert list(ledger.check()) == []


def test_a_locked_database_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_database, "BUSY_S", 0.1)
    path = tmp_path / "war.db"
    with Ledger.open(path) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerAccessError, match=r"L-02: .*war\.db is locked by another process"):
            add(ledger, coded())
        assert ledger.summary().n_reports == 0, "readers go on while another writes"
        other.execute("ROLLBACK")
        other.close()
        add(ledger, coded())
        assert ledger.summary().n_reports == 1


def test_another_writer_in_postgresql_is_waited_for_and_told(
    postgresql: Server, template: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_database, "BUSY_S", 1)
    where = postgresql.create("war_locked", template)
    with Ledger.open(where) as ledger, Ledger.open(where) as other, other._database.writing():
        with pytest.raises(LedgerAccessError, match="is locked by another process"):
            add(ledger, coded())
        assert ledger.summary().n_reports == 0


def test_a_dropped_connection_is_told_and_the_next_one_works(postgresql: Server, template: str) -> None:
    def reports() -> Iterator[CodedReport]:
        yield coded()
        postgresql.drop_connections()
        yield coded(of=report("b", text=coded().report.text + " More."))

    with Ledger.open(postgresql.create("war_dropped", template)) as ledger:
        with pytest.raises(LedgerAccessError, match=r"L-02: postgresql://\S+ .*dropped the connection"):
            ledger.add_many(reports(), Run.begun(VERSIONS))
        assert ledger.summary().n_reports == 0
        add(ledger, coded())
        postgresql.drop_connections()
        assert ledger.summary().n_reports == 1, "an idle connection that was dropped is made anew"


@pytest.mark.parametrize(
    ("make", "error", "told"),
    [
        (lambda path: path.write_text("# Notes\n" * 200), LedgerFormatError, "L-01: .* is no SQLite file"),
        (lambda path: path.mkdir(), LedgerAccessError, "L-02: .* cannot be opened"),
        (lambda path: _with_table(path, "CREATE TABLE other (x)"), LedgerFormatError, "L-01: .* holds other tables"),
    ],
    ids=["text", "folder", "other-tables"],
)
def test_what_is_no_ledger_is_told(tmp_path: Path, make, error: type[Exception], told: str) -> None:
    make(tmp_path / "war.db")
    with pytest.raises(error, match=told):
        Ledger.open(tmp_path / "war.db")


def _with_table(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()


def test_a_ledger_of_a_newer_tacitus_is_left_alone(where: str) -> None:
    with Ledger.open(where) as ledger, ledger._database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerFormatError, match=r"L-01: .* form '9999'.* install the version that made it"):
        Ledger.open(where)


def test_a_ledger_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(LedgerLookupError, match=r"L-03: there is no ledger at .*war"):
        Ledger.open(tmp_path / "war.db", create=False)
    assert not (tmp_path / "war.db").exists()
    with pytest.raises(LedgerLookupError, match="there is no ledger"):
        Ledger.open("x" * 300, create=False)


def test_a_ledger_without_incidents_is_told_without_the_password(postgresql: Server, template: str) -> None:
    where = postgresql.create("war_unlinked", template).replace("tacitus@", "tacitus:secret@")
    with pytest.raises(ExportUseError, match="holds no incidents") as fault:
        list(entries_of(where))
    assert "secret" not in str(fault.value)


def test_a_decision_that_lost_its_event_is_told_and_the_other_reports_are_checked(ledger: Ledger) -> None:
    add(ledger, coded(), coded(of=report("b", text=coded().report.text + " More.")))
    ledger.decide(key(), Ruling(action=Action.CONFIRM, by="Anna"))
    with ledger._database.writing() as connection:
        connection.execute(update(t.decisions).values(after=None))
        connection.execute(update(t.reports).where(t.reports.c.doc_id == "b").values(published=None))
    assert {fault.where.partition(",")[0] for fault in ledger.check()} == {"report a", "report b"}


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(LedgerAccessError, match=r"L-02: .* cannot be reached") as fault:
        Ledger.open("postgresql://anna:secret@127.0.0.1:9/war")
    assert "secret" not in str(fault.value)


@pytest.mark.parametrize("where", ["mysql://u:secret@host/war", "://", "sqlite://", ""])
def test_a_place_of_another_kind_is_refused(where: str) -> None:
    with pytest.raises(LedgerUseError, match=r"L-04: .* is no place for a ledger") as fault:
        Ledger.open(where)
    assert "secret" not in str(fault.value)


def test_a_mistake_of_ours_is_not_dressed_up(ledger: Ledger) -> None:
    def misspelt(connection: Connection) -> None:
        connection.exec_driver_sql("SELEKT")

    with pytest.raises(Exception, match=r"(?i)syntax") as fault, ledger._database.reading() as connection:
        misspelt(connection)
    assert not isinstance(fault.value, LedgerAccessError)
