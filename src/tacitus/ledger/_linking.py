"""What the last linking left: what the next one goes on from."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import Connection, RowMapping, select, true
from sqlalchemy.orm import aliased

from tacitus.ledger import _tables as t
from tacitus.ledger._chunks import chunks
from tacitus.ledger._incident_rows import Spans, claim_of, incident_of, link_of
from tacitus.linking import Linked, Parameters, shipped_parameters
from tacitus.model import Claim, Incident, Link

_CHUNK: Final = 500
"""Numbers in one statement; SQLite takes 32,766, older builds 999."""

End = tuple[int, str]
"""An event: the number of its report, and its id."""

AFFECTS: Final = ("report", "coding", "decision")
"""The changes after which events may be new or other."""

WORD: Final = "link_decision"
"""The change that is a word on a link."""


def linking_version() -> str:
    """What links: with another version, everything is linked anew."""
    parameters = TypeAdapter(Parameters).dump_json(shipped_parameters())
    return f"{version('tacitus')} {hashlib.sha256(parameters).hexdigest()[:12]}"


def last_linking(connection: Connection) -> RowMapping | None:
    """The row of the newest linking."""
    return connection.execute(select(t.linkings).order_by(t.linkings.c.id.desc()).limit(1)).mappings().first()


def news(connection: Connection, since: int) -> set[str]:
    """The kinds of changes after one that linking anew could tell."""
    c = t.changes.c
    statement = select(c.kind).where(c.sequence > since, c.kind.in_((*AFFECTS, WORD))).distinct()
    return set(connection.scalars(statement))


def current(connection: Connection) -> Linked:
    """All incidents and links that hold now."""
    return Linked(incidents=tuple(current_incidents(connection)), links=tuple(links(connection)))


def changed_reports(connection: Connection, since: int) -> set[int]:
    """The numbers of the reports of which events may be new or other since a change."""
    c = t.changes.c
    return set(connection.scalars(select(c.report_id).where(c.sequence > since, c.kind.in_(AFFECTS)).distinct()))


def named(connection: Connection, numbers: Iterable[int]) -> set[str]:
    """The ids of the reports with these numbers."""
    r = t.reports.c
    return {
        name
        for chunk in chunks(sorted(numbers), _CHUNK)
        for name in connection.scalars(select(r.doc_id).where(r.id.in_(chunk)))
    }


def homes(connection: Connection, reports: Iterable[int]) -> dict[End, int]:
    """The incident, by the number of its row, in which each event of the reports is now."""
    m = t.incident_events.c
    statement = (
        select(m.report_id, m.event_id, m.incident)
        .join(t.incidents, t.incidents.c.id == m.incident)
        .where(t.incidents.c.until.is_(None))
    )
    return {
        (report, event): incident
        for chunk in chunks(sorted(reports), _CHUNK)
        for report, event, incident in connection.execute(statement.where(m.report_id.in_(chunk)))
    }


def links(connection: Connection, keys: Iterable[End] | None = None) -> Iterator[Link]:
    """The links that hold now; with `keys`, those of which either end is among these events."""
    return map(link_of, link_rows(connection, keys))


def link_rows(connection: Connection, keys: Iterable[End] | None = None) -> Iterator[RowMapping]:
    """The rows of such links, with the ids of their reports."""
    left, right = aliased(t.reports), aliased(t.reports)
    statement = (
        select(t.links, left.c.doc_id.label("left_doc_id"), right.c.doc_id.label("right_doc_id"))
        .join(left, left.c.id == t.links.c.left_report)
        .join(right, right.c.id == t.links.c.right_report)
        .where(t.links.c.until.is_(None))
    )
    if keys is None:
        yield from connection.execute(statement.order_by(t.links.c.id)).mappings()
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
                    yield row


def ends_of(link: RowMapping) -> tuple[End, End]:
    """The two events of such a row."""
    return (link["left_report"], link["left_event"]), (link["right_report"], link["right_event"])


def claims_of(connection: Connection, incidents: Sequence[int]) -> dict[int, tuple[Claim, ...]]:
    """The claims of the incidents in these rows, by the number of the row."""
    spans = Spans()
    claims: dict[int, list[Claim]] = {number: [] for number in incidents}
    for chunk in chunks(incidents, _CHUNK):
        for row in connection.execute(_claims().where(t.claims.c.incident.in_(chunk))).mappings():
            claims[row["incident"]].append(claim_of(row, spans))
    return {number: tuple(found) for number, found in claims.items()}


def current_incidents(connection: Connection, numbers: Sequence[int] | None = None) -> Iterator[Incident]:
    """The incidents that hold now, with their claims; with `numbers`, those of these rows."""
    spans, i = Spans(), t.incidents.c
    kept = [true()] if numbers is None else [i.id.in_(chunk) for chunk in chunks(numbers, _CHUNK)]
    for some in kept:
        claims: dict[int, list[Claim]] = defaultdict(list)
        told = _claims().join(t.incidents, i.id == t.claims.c.incident).where(i.until.is_(None), some)
        for row in connection.execute(told).mappings():
            claims[row["incident"]].append(claim_of(row, spans))
        statement = select(i.id, i.record).where(i.until.is_(None), some)
        for number, record in connection.execute(statement.order_by(i.id)):
            yield incident_of(record, claims[number])


def _claims() -> Any:
    return (
        select(t.claims, t.reports.c.doc_id)
        .join(t.reports, t.reports.c.id == t.claims.c.report_id)
        .order_by(t.claims.c.incident, t.claims.c.ordinal)
    )
