"""A large ledger in little time: a small one, written and linked by the usual means, and its rows copied many times.

Each copy has ids and days of its own, and its incidents points of their own, so that no two are drawn on each other.
"""

import random
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from tests.app import _ledgers

_N_REPORTS: Final = 250
_APART: Final = 100_000
"""Between the numbers of one copy and those of the next; a copy has fewer rows in any table."""

_STRAY_DAYS: Final = 365
_STRAY_DEGREES: Final = 0.5
_IDS: Final = re.compile(r'(?P<before>^|")(?:(?P<report>r\d{5})(?="|$)|[0-9a-f]{4}(?P<digest>[0-9a-f]{12}))')
"""Ids of reports and of incidents, and digests, alone or in JSON."""

_TABLES: Final = (
    "reports",
    "codings",
    "coded_events",
    "report_states",
    "events",
    "evidence",
    "incidents",
    "incident_events",
    "incident_parties",
    "incident_relations",
    "claims",
    "links",
)
_NUMBERS: Final = ("id", "report_id", "same_as", "coding_id", "incident", "left_report", "right_report")
_NAMES: Final = ("doc_id", "digest", "incident_id", "other", "record")
_DAYS: Final = ("published", "first_day", "last_day")


def write(path: Path, n_incidents: int) -> int:
    """A ledger of at least so many incidents; how many it has."""
    _ledgers.write(path, _ledgers.many(_N_REPORTS))
    chance = random.Random(1)  # noqa: S311  the same ledger each time
    with closing(sqlite3.connect(path)) as connection, connection:
        (n_each,) = connection.execute("SELECT count(*) FROM incidents WHERE until IS NULL").fetchone()
        told = {table: connection.execute(f"SELECT * FROM {table}") for table in _TABLES}  # noqa: S608  the names above
        rows = {table: ([column[0] for column in found.description], found.fetchall()) for table, found in told.items()}
        n_copies = -(-n_incidents // n_each)
        for copy in range(1, n_copies):
            changes = _changes(copy, chance)
            for table, (columns, some) in rows.items():
                of_column = [changes.get(column, _same) for column in columns]
                places = ", ".join("?" * len(columns))
                connection.executemany(
                    f"INSERT INTO {table} VALUES ({places})",  # noqa: S608
                    ([change(value) for change, value in zip(of_column, row, strict=True)] for row in some),
                )
        connection.execute("UPDATE linkings SET n_incidents = ?", (n_each * n_copies,))
    return int(n_each * n_copies)


Change = Callable[[Any], Any]


def _changes(copy: int, chance: random.Random) -> dict[str, Change]:
    """What a copy changes, column by column."""
    days = timedelta(days=chance.randint(0, _STRAY_DAYS))

    def renamed(found: re.Match[str]) -> str:
        # No digest of another copy has an x in it.
        name = f"c{copy}-{found['report']}" if found["report"] else f"x{copy:03}{found['digest']}"
        return f"{found['before']}{name}"

    def later(day: str) -> str:
        return (date.fromisoformat(day) + days).isoformat()

    return {
        **dict.fromkeys(_NUMBERS, _told(lambda number: number + copy * _APART)),
        **dict.fromkeys(_NAMES, _told(lambda name: _IDS.sub(renamed, name))),
        **dict.fromkeys(_DAYS, _told(later)),
        **dict.fromkeys(("lat", "lon"), _told(lambda degrees: degrees + chance.gauss(0, _STRAY_DEGREES))),
        # Made of the coding's number, as the ledger does where nobody decided.
        "version": _told(lambda version: f"{int(version.partition('.')[0]) + copy * _APART}.0"),
    }


def _told(change: Change) -> Change:
    return lambda value: None if value is None else change(value)


def _same(value: Any) -> Any:
    return value
