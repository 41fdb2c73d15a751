"""Rows into tables."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, insert

Row = Mapping[str, Any]
_Values = Callable[[Row], tuple[Any, ...]]


def insert_one(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    """Insert a row; the number that it got."""
    key: Any = connection.execute(insert(table), row).inserted_primary_key
    return int(key[0])


def insert_all(
    connection: Connection, table: Table, rows: Sequence[dict[str, Any]], told: Sequence[Column[Any]]
) -> Iterator[tuple[Any, ...]]:
    """Insert rows in one statement; of each, in no order, the columns asked for."""
    if rows:
        yield from map(tuple, connection.execute(insert(table).returning(*told), rows))


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, all of the same columns.

    SQLAlchemy prepares the parameters of every row one by one, which takes longer than SQLite takes to write them:
    there the driver gets plain tuples.
    """
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        statement, values = _in_sqlite(connection.dialect, table, tuple(rows[0]))
        connection.exec_driver_sql(statement, [values(row) for row in rows])
    else:
        connection.execute(insert(table), rows)


@lru_cache(maxsize=64)
def _in_sqlite(dialect: Dialect, table: Table, names: tuple[str, ...]) -> tuple[str, _Values]:
    """The statement, and what makes the driver's values of a row."""
    columns = ", ".join(f'"{name}"' for name in names)
    statement = f"INSERT INTO {table.name} ({columns}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608  our names
    processors = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]
    converted = [(place, processor) for place, processor in enumerate(processors) if processor]
    plain: _Values = itemgetter(*names) if len(names) > 1 else lambda row: (row[names[0]],)

    def values(row: Row) -> tuple[Any, ...]:
        found = list(plain(row))
        for place, processor in converted:
            found[place] = processor(found[place])
        return tuple(found)

    return statement, values if converted else plain
