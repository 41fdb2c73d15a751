"""Bringing a ledger to the form that this version of tacitus reads and writes."""

import logging
import os
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from tacitus.errors import LedgerFormatError, LedgerLookupError
from tacitus.ledger._database import Database

HEAD: Final = "0004"
"""The newest step in migrations/versions; a test holds them together."""

_FOLDER: Final = Path(__file__).parent / "migrations"
_APPLICATION_ID: Final = 0x54414349
"""What `file` and we know a SQLite ledger by: "TACI"."""

_log = logging.getLogger(__name__)


def prepare(database: Database, *, create: bool) -> None:
    """Make the tables where there are none, or bring older ones to the newest form."""
    # `Path.exists` raises where a name is too long, or a folder closed to us.
    if not create and database.path is not None and not os.path.exists(database.path):  # noqa: PTH110
        raise _missing(database)
    with database.reading() as connection:
        found = _version(connection, database)
    if found == HEAD:
        return
    if found is None and not create:
        raise _missing(database)
    with database.writing() as connection:
        # Another process may have done it while we waited for the lock.
        if (found := _version(connection, database)) != HEAD:
            upgrade(connection, found)
            if database.is_sqlite:
                connection.exec_driver_sql(f"PRAGMA application_id={_APPLICATION_ID}")
            _log.info("ledger %s: from form %s to %s", database.name, found or "none", HEAD)


def upgrade(connection: Connection, found: str | None, to: str = HEAD) -> None:
    """Run the steps from the form found to another."""
    # Loaded only where there is something to do.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise LedgerFormatError(
            f"{LedgerFormatError.code}: the ledger has the form {found!r}, this tacitus knows forms up to {HEAD!r}; "
            "install the version that made it, or a newer one"
        )
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _version(connection: Connection, database: Database) -> str | None:
    """The form of the ledger, None where there is none yet."""
    # The review app keeps its accounts beside the ledger.
    tables = {name for name in inspect(connection).get_table_names() if not name.startswith("tacitus_")}
    if not tables:
        return None
    if not {"alembic_version", "coded_events"} <= tables:
        raise LedgerFormatError(
            f"{LedgerFormatError.code}: {database.name} holds other tables ({', '.join(sorted(tables)[:3])}, …) and is "
            "no ledger; give a new file, or a database of its own"
        )
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def _missing(database: Database) -> LedgerLookupError:
    return LedgerLookupError(
        f"{LedgerLookupError.code}: there is no ledger at {database.name}; make one with "
        f"`tacitus code FILE --ledger {database.name}`"
    )
