"""What one run coded otherwise than another."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.orm import aliased

from tacitus.errors import LedgerLookupError, LedgerUseError
from tacitus.ledger import _tables as t
from tacitus.ledger._chunks import chunks
from tacitus.ledger._records import ChangedEvent, ReportDiff
from tacitus.ledger._rows import event_of
from tacitus.model import Event

_CHUNK: Final = 200
_NOT_COMPARED: Final = {"id", "confidence"}
"""Ids are kept over runs; a confidence that moves a little is no change of what is said."""


def diffs(connection: Connection, runs: tuple[int, int] | None) -> Iterator[ReportDiff]:
    """Each report that two runs coded differently, in the order in which they came in.

    Without runs, each report's latest coding against the one before it. A run stands for its versions: a report that
    an earlier run of the same versions coded is compared as well.
    """
    for pairs in chunks(_pairs(connection, runs), _CHUNK):
        events = _events(connection, {number for _, *both in pairs for number in both})
        for doc_id, before, after in pairs:
            old, new = events.get(before, {}), events.get(after, {})
            if changed := tuple(_changed(old, new)):
                n_same = len(old.keys() & new.keys()) - sum(bool(event.fields) for event in changed)
                yield ReportDiff(doc_id=doc_id, changed=changed, n_same=n_same)


def _pairs(connection: Connection, runs: tuple[int, int] | None) -> list[tuple[str, int, int]]:
    """A report's id, and its codings before and after."""
    statement = _last_two() if runs is None else _of_versions(*(_versions(connection, run) for run in runs))
    return [(row.doc_id, row.before, row.after) for row in connection.execute(statement)]


def _versions(connection: Connection, run: int) -> str:
    found: str | None = connection.scalar(select(t.runs.c.versions).where(t.runs.c.id == run))
    if found is None:
        known = ", ".join(map(str, connection.scalars(select(t.runs.c.id).order_by(t.runs.c.id))))
        raise LedgerLookupError(
            f"{LedgerLookupError.code}: the ledger has no run {run}; its runs are {known or 'none'}"
        )
    return found


def _of_versions(before: str, after: str) -> Select[Any]:
    if before == after:
        raise LedgerUseError(
            f"{LedgerUseError.code}: both runs have the same versions, which code the same; name runs of different ones"
        )
    old, new = aliased(t.codings), aliased(t.codings)
    return (
        select(t.reports.c.doc_id, old.c.id.label("before"), new.c.id.label("after"))
        .join(old, old.c.report_id == t.reports.c.id)
        .join(new, new.c.report_id == t.reports.c.id)
        .where(old.c.versions == before, new.c.versions == after)
        .order_by(t.reports.c.id)
    )


def _last_two() -> Select[Any]:
    place = func.row_number().over(partition_by=t.codings.c.report_id, order_by=t.codings.c.id.desc())
    ranked = select(t.codings.c.id, t.codings.c.report_id, place.label("place")).subquery()
    old, new = aliased(ranked), aliased(ranked)
    return (
        select(t.reports.c.doc_id, old.c.id.label("before"), new.c.id.label("after"))
        .join(new, (new.c.report_id == t.reports.c.id) & (new.c.place == 1))
        .join(old, (old.c.report_id == t.reports.c.id) & (old.c.place == 2))
        .order_by(t.reports.c.id)
    )


def _events(connection: Connection, codings: Iterable[int]) -> dict[int, dict[str, Event]]:
    """The events of each coding by their ids, in their order."""
    found: dict[int, dict[str, Event]] = {}
    c = t.coded_events.c
    statement = select(c.coding_id, c.event_id, c.record).order_by(c.coding_id, c.ordinal)
    for chunk in chunks(sorted(codings), _CHUNK):
        for coding_id, event_id, record in connection.execute(statement.where(c.coding_id.in_(chunk))):
            found.setdefault(coding_id, {})[event_id] = event_of(record)
    return found


def _changed(before: Mapping[str, Event], after: Mapping[str, Event]) -> Iterator[ChangedEvent]:
    for event_id in dict.fromkeys((*before, *after)):
        old, new = before.get(event_id), after.get(event_id)
        differing = () if old is None or new is None else differing_fields(old, new)
        if old is None or new is None or differing:
            yield ChangedEvent(event_id=event_id, before=old, after=new, fields=differing)


def differing_fields(one: Event, other: Event) -> tuple[str, ...]:
    """The names of the fields in which two events differ."""
    names = (field.name for field in fields(Event) if field.name not in _NOT_COMPARED)
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))
