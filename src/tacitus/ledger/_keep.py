"""Keeping what linking finds. A row that a linking replaces is closed by its number, and stays."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Column, Connection, RowMapping, Select, Table, insert, select, update

from tacitus.ledger import _tables as t
from tacitus.ledger._chunks import chunks
from tacitus.ledger._incident_rows import claim_rows, incident_digest, incident_record, incident_row, link_row, parts
from tacitus.ledger._insert import insert_one, insert_rows
from tacitus.ledger._linking import linking_version
from tacitus.ledger._records import Linking
from tacitus.linking import Linked
from tacitus.model import Incident

_CHUNK: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """The rows, by their numbers, that what was linked now stands for, and the last linking, which counted them."""

    last: RowMapping
    links: Sequence[int]
    incidents: Sequence[int]


def keep(
    connection: Connection, linked: Linked, *, sequence: int, n_events: int, replaced: Replaced | None = None
) -> Linking:
    """Write what linking found; what is no longer so is closed, what is as before is left alone.

    With `replaced`, the rest of the ledger stays as it is; else all of it was linked.
    """
    at = datetime.now(UTC)
    counts = {"n_events": n_events, "n_links": len(linked.links), "n_incidents": len(linked.incidents)}
    if replaced:
        counts["n_links"] += replaced.last["n_links"] - len(replaced.links)
        counts["n_incidents"] += replaced.last["n_incidents"] - len(replaced.incidents)
    row = {"at": at, "sequence": sequence, "version": linking_version(), "n_added": 0, "n_closed": 0} | counts
    linking_id = insert_one(connection, t.linkings, row)
    numbers = _numbers(connection, linked if replaced else None)
    links = [link_row(link, numbers) for link in linked.links]
    _keep_links(connection, linking_id, links, replaced.links if replaced else None)
    instead_of = replaced.incidents if replaced else None
    n_added, n_closed = _keep_incidents(connection, linking_id, linked.incidents, numbers, instead_of)
    counts |= {"n_added": n_added, "n_closed": n_closed}
    connection.execute(update(t.linkings).where(t.linkings.c.id == linking_id).values(counts))
    return Linking(id=linking_id, at=at, **counts)


def _numbers(connection: Connection, linked: Linked | None) -> dict[str, int]:
    """The numbers of the reports that tell what was linked, or of all."""
    named = None if linked is None else sorted({key.doc_id for found in linked.incidents for key in found.events})
    statement = select(t.reports.c.doc_id, t.reports.c.id)
    return {
        doc_id: number
        for some in _of(statement, t.reports.c.doc_id, named)
        for doc_id, number in connection.execute(some)
    }


def _of(statement: Select[Any], column: Column[Any], values: Sequence[Any] | None) -> Iterator[Select[Any]]:
    """Statements that together give the rows of these values, each once; or the one that gives all."""
    if values is None:
        yield statement
    else:
        yield from (statement.where(column.in_(chunk)) for chunk in chunks(values, _CHUNK))


def _keep_links(
    connection: Connection, linking_id: int, rows: Sequence[dict[str, Any]], replaced: Sequence[int] | None
) -> None:
    names = [column.name for column in t.links.columns if column.name not in {"id", "since", "until"}]
    statement = select(t.links).where(t.links.c.until.is_(None))
    known = {
        _told(row, names): row["id"]
        for some in _of(statement, t.links.c.id, replaced)
        for row in connection.execute(some).mappings()
    }
    found = {_told(row, names): row for row in rows}
    _close(connection, t.links, linking_id, [number for told, number in known.items() if told not in found])
    insert_rows(connection, t.links, [row | {"since": linking_id} for told, row in found.items() if told not in known])


def _told(row: Mapping[str, Any] | RowMapping, names: Sequence[str]) -> str:
    return repr([row[name] for name in names])


def _keep_incidents(
    connection: Connection,
    linking_id: int,
    incidents: Sequence[Incident],
    numbers: Mapping[str, int],
    replaced: Sequence[int] | None,
) -> tuple[int, int]:
    i = t.incidents.c
    statement = select(i.incident_id, i.digest, i.id).where(i.until.is_(None))
    known = {
        (incident_id, digest): number
        for some in _of(statement, i.id, replaced)
        for incident_id, digest, number in connection.execute(some)
    }
    fresh: list[tuple[Incident, dict[str, Any], list[dict[str, Any]]]] = []
    for incident in incidents:
        record, told = incident_record(incident), claim_rows(incident, numbers)
        digest = incident_digest(record, told)
        if known.pop((incident.id, digest), None) is None:
            row = incident_row(incident) | {"digest": digest, "record": record, "since": linking_id}
            fresh.append((incident, row, told))
    _close(connection, t.incidents, linking_id, known.values())
    for chunk in chunks(fresh, 1000):
        _insert_incidents(connection, chunk, numbers)
    return len(fresh), len(known)


def _insert_incidents(
    connection: Connection,
    fresh: Sequence[tuple[Incident, dict[str, Any], list[dict[str, Any]]]],
    numbers: Mapping[str, int],
) -> None:
    found = connection.execute(
        insert(t.incidents).returning(t.incidents.c.id, t.incidents.c.incident_id), [row for _, row, _ in fresh]
    )
    ids = {incident_id: number for number, incident_id in found}
    rows: dict[Table, list[dict[str, Any]]] = defaultdict(list)
    for incident, _, told in fresh:
        own = {"incident": ids[incident.id]}
        rows[t.claims].extend(row | own for row in told)
        for table, row in parts(incident, numbers):
            rows[table].append(row | own)
    for table, chunk in rows.items():
        insert_rows(connection, table, chunk)


def _close(connection: Connection, table: Table, linking_id: int, numbers: Iterable[int]) -> None:
    for chunk in chunks(numbers, _CHUNK):
        connection.execute(update(table).where(table.c.id.in_(chunk)).values(until=linking_id))
