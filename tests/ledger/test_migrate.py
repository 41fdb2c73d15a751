"""Older ledgers are brought to the newest form, with all that they hold."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert

from tacitus.ledger import Ledger, ReportFilter, _migrate
from tacitus.ledger import _tables as t
from tacitus.ledger._database import Database
from tests.ledger.postgresql import Server
from tests.ledger.written import add, coded, report

ADDED_AT = datetime(2026, 1, 1, tzinfo=UTC)


def test_the_newest_step_is_the_one_that_the_code_expects() -> None:
    assert ScriptDirectory(str(_migrate._FOLDER)).get_current_head() == _migrate.HEAD


def _is_of_search(found: object) -> bool:
    """What the step for search adds: it differs between databases, so that the tables in Python do not name it."""
    return "search" in str(found)


def test_the_steps_make_the_tables_that_the_code_names(ledger: Ledger) -> None:
    with ledger._database.reading() as connection:
        context = MigrationContext.configure(connection)
        found = compare_metadata(context, t.metadata)
    assert [difference for difference in found if not _is_of_search(difference)] == []


def test_an_older_ledger_is_migrated_on_opening_and_keeps_what_it_holds(
    request: pytest.FixtureRequest, tmp_path: Path, where: str
) -> None:
    older = str(tmp_path / "older.db")
    if "://" in where:
        running: Server = request.getfixturevalue("postgresql")
        older = running.create("war_older")
    _made_at(older, "0001")
    with Ledger.open(older, create=False) as ledger:
        assert [row.doc_id for row in ledger.reports(ReportFilter(query="soldiers"))] == ["old"]
        add(ledger, coded(of=report("new", text=coded().report.text + " Anew.")))
        assert [row.doc_id for row in ledger.reports(ReportFilter(query="soldier -anew"))] == ["old"]


def _made_at(where: str, form: str) -> None:
    """A ledger as an earlier version of tacitus made it, with a report in it."""
    database = Database(where)
    with database.writing() as connection:
        _migrate.upgrade(connection, None, form)
        row = {"doc_id": "old", "digest": "0", "text": "Soldiers raided a market.", "added_at": ADDED_AT}
        connection.execute(insert(t.reports), row)
        connection.execute(insert(t.report_states), {"report_id": 1, "state": "empty", "n_events": 0, "n_open": 0})
    database.engine.dispose()
