"""Every test that takes `ledger` or `where` runs twice: on a SQLite file, and on a PostgreSQL server of our own."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tacitus.ledger import Ledger
from tests.ledger.postgresql import Server, server

_numbers = count()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    with server() as running:
        yield running


@pytest.fixture(scope="session")
def template(postgresql: Server) -> str:
    """A database with an empty ledger: copying it is faster than making one for each test."""
    with Ledger.open(postgresql.create("template_ledger")):
        pass
    return "template_ledger"


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The place of a ledger."""
    if request.param == "sqlite":
        return str(tmp_path / "war.db")
    running: Server = request.getfixturevalue("postgresql")
    return running.create(f"war_{next(_numbers)}", request.getfixturevalue("template"))


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger.open(where) as opened:
        yield opened
