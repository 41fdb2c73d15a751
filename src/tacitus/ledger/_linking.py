"""Keeping what linking finds. A row that a linking replaces is closed by its number, and stays."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import Connection, RowMapping, Table, func, insert, select, update
from sqlalchemy.orm import aliased

from tacitus.ledger import _tables as t
from tacitus.ledger._chunks import chunks
from tacitus.ledger._incident_rows import (
    Spans,
    claim_of,
    claim_rows,
    incident_digest,
    incident_of,
    incident_record,
    incident_row,
    link_of,
    link_row,
    parts,
)
from tacitus.ledger._records import Linking
from tacitus.ledger._write import insert_one
from tacitus.linking import Linked, Parameters, shipped_parameters
from tacitus.model import Claim, Incident, Link

_CHUNK: Final = 500
"""Numbers in one statement; SQLite takes 32,766, older builds 999."""

_AFFECTS: Final = ("report", "coding", "decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the last linking left. `sequence` is the newest change that it took in."""

    linking_id: int | None
    sequence: int
    linked: Linked


def linking_version() -> str:
    """What links: with another version, everything is linked anew."""
    parameters = TypeAdapter(Parameters).dump_json(shipped_parameters())
    return f"{version('tacitus')} {hashlib.sha256(parameters).hexdigest()[:12]}"


def before(connection: Connection, *, whole: bool) -> Before:
    """What to go on from; nothing where `whole` asks to link everything anew, or another version linked."""
    last = _last(connection)
    if last is None:
        return Before(linking_id=None, sequence=0, linked=Linked())
    if whole or last["version"] != linking_version():
        return Before(linking_id=last["id"], sequence=0, linked=Linked())
    linked = Linked(incidents=tuple(_incidents(connection)), links=tuple(links(connection)))
    return Before(linking_id=last["id"], sequence=last["sequence"], linked=linked)


def standing_linking(connection: Connection) -> Linking | None:
    """The last linking, where nothing has happened since that linking anew could find; it then changed nothing."""
    last = _last(connection)
    if last is None or last["version"] != linking_version():
        return None
    c = t.changes.c
    since = select(c.sequence).where(c.sequence > last["sequence"], c.kind.in_((*_AFFECTS, "link_decision"))).limit(1)
    if connection.scalar(since) is not None:
        return None
    counts = {name: last[name] for name in ("n_events", "n_links", "n_incidents")}
    return Linking(id=last["id"], at=last["at"], n_added=0, n_closed=0, **counts)


def last_linking(connection: Connection) -> int | None:
    """The number of the newest linking."""
    found: int | None = connection.scalar(select(func.max(t.linkings.c.id)))
    return found


def changed_reports(connection: Connection, since: int) -> set[str]:
    """The reports of which events may be new or other since a change."""
    statement = (
        select(t.reports.c.doc_id)
        .join(t.changes, t.changes.c.report_id == t.reports.c.id)
        .where(t.changes.c.sequence > since, t.changes.c.kind.in_(_AFFECTS))
        .distinct()
    )
    return set(connection.scalars(statement))


def links(connection: Connection, keys: Iterable[tuple[int, str]] | None = None) -> Iterator[Link]:
    """The links that hold now; with `keys`, those of which either end is among these events."""
    left, right = aliased(t.reports), aliased(t.reports)
    statement = (
        select(t.links, left.c.doc_id.label("left_doc_id"), right.c.doc_id.label("right_doc_id"))
        .join(left, left.c.id == t.links.c.left_report)
        .join(right, right.c.id == t.links.c.right_report)
        .where(t.links.c.until.is_(None))
    )
    if keys is None:
        for row in connection.execute(statement.order_by(t.links.c.id)).mappings():
            yield link_of(row)
        return
    wanted = set(keys)
    reports = {report for report, _ in wanted}
    # Two statements rather than an OR, so that each end uses its index.
    seen: set[int] = set()
    for report, event in ((t.links.c.left_report, "left"), (t.links.c.right_report, "right")):
        for chunk in chunks(sorted(reports), _CHUNK):
            for row in connection.execute(statement.where(report.in_(chunk)).order_by(t.links.c.id)).mappings():
                if (row[f"{event}_report"], row[f"{event}_event"]) in wanted and row["id"] not in seen:
                    seen.add(row["id"])
                    yield link_of(row)


def claims_of(connection: Connection, incident: int) -> tuple[Claim, ...]:
    """The claims of one incident's row."""
    statement = _claims().where(t.claims.c.incident == incident)
    spans = Spans()
    return tuple(claim_of(row, spans) for row in connection.execute(statement).mappings())


def _last(connection: Connection) -> RowMapping | None:
    return connection.execute(select(t.linkings).order_by(t.linkings.c.id.desc()).limit(1)).mappings().first()


def keep(connection: Connection, linked: Linked, *, sequence: int, n_events: int) -> Linking:
    """Write what linking found; what is no longer so is closed, what is as before is left alone."""
    at = datetime.now(UTC)
    counts = {"n_events": n_events, "n_links": len(linked.links), "n_incidents": len(linked.incidents)}
    row = {"at": at, "sequence": sequence, "version": linking_version(), "n_added": 0, "n_closed": 0} | counts
    linking_id = insert_one(connection, t.linkings, row)
    statement = select(t.reports.c.id, t.reports.c.doc_id)
    numbers = {doc_id: number for number, doc_id in connection.execute(statement)}
    _keep_links(connection, linking_id, [link_row(link, numbers) for link in linked.links])
    n_added, n_closed = _keep_incidents(connection, linking_id, linked.incidents, numbers)
    counts |= {"n_added": n_added, "n_closed": n_closed}
    connection.execute(update(t.linkings).where(t.linkings.c.id == linking_id).values(counts))
    return Linking(id=linking_id, at=at, **counts)


def _incidents(connection: Connection) -> Iterator[Incident]:
    """All incidents that hold now, with their claims."""
    spans = Spans()
    claims: dict[int, list[Claim]] = defaultdict(list)
    current = _claims().join(t.incidents, t.incidents.c.id == t.claims.c.incident).where(t.incidents.c.until.is_(None))
    for row in connection.execute(current).mappings():
        claims[row["incident"]].append(claim_of(row, spans))
    statement = select(t.incidents.c.id, t.incidents.c.record).where(t.incidents.c.until.is_(None))
    for number, record in connection.execute(statement.order_by(t.incidents.c.id)):
        yield incident_of(record, claims[number])


def _claims() -> Any:
    return (
        select(t.claims, t.reports.c.doc_id)
        .join(t.reports, t.reports.c.id == t.claims.c.report_id)
        .order_by(t.claims.c.incident, t.claims.c.ordinal)
    )


def _keep_links(connection: Connection, linking_id: int, rows: Sequence[dict[str, Any]]) -> None:
    names = [column.name for column in t.links.columns if column.name not in {"id", "since", "until"}]
    statement = select(t.links).where(t.links.c.until.is_(None))
    known = {_told(row, names): row["id"] for row in connection.execute(statement).mappings()}
    found = {_told(row, names): row for row in rows}
    _close(connection, t.links, linking_id, [number for told, number in known.items() if told not in found])
    _insert(connection, t.links, [row | {"since": linking_id} for told, row in found.items() if told not in known])


def _told(row: Mapping[str, Any] | RowMapping, names: Sequence[str]) -> str:
    return repr([row[name] for name in names])


def _keep_incidents(
    connection: Connection, linking_id: int, incidents: Sequence[Incident], numbers: Mapping[str, int]
) -> tuple[int, int]:
    statement = select(t.incidents.c.incident_id, t.incidents.c.digest, t.incidents.c.id)
    rows = connection.execute(statement.where(t.incidents.c.until.is_(None)))
    known = {(incident_id, digest): number for incident_id, digest, number in rows}
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
        _insert(connection, table, chunk)


def _close(connection: Connection, table: Table, linking_id: int, numbers: Iterable[int]) -> None:
    for chunk in chunks(numbers, _CHUNK):
        connection.execute(update(table).where(table.c.id.in_(chunk)).values(until=linking_id))


def _insert(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
