"""Linking what the ledger holds, from one state to the next."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from sqlalchemy import Connection, RowMapping, select

from tacitus.errors import LedgerAccessError
from tacitus.ledger import _tables as t
from tacitus.ledger._block import block, new_words
from tacitus.ledger._changed import changed
from tacitus.ledger._chunks import chunks
from tacitus.ledger._database import Database
from tacitus.ledger._keep import Replaced, keep
from tacitus.ledger._linking import WORD, changed_reports, current, last_linking, linking_version, named, news
from tacitus.ledger._records import Linking
from tacitus.ledger._runs import sequence
from tacitus.ledger._summary import coded_reports
from tacitus.ledger._verdicts import link_decisions
from tacitus.ledger._write import Writer
from tacitus.linking import Linked, extend, relink
from tacitus.model import CodedReport, EventKey

_TRIES: Final = 3
_CHUNK: Final = 500

_MOST_CHANGED: Final = 200
"""Reports with new or other events for which parts of the ledger are read one by one; for more, all of it at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What a linking is to do, all that it needs read from one state of the ledger, and what it stands for."""

    link: Callable[[], Linked]
    sequence: int
    n_events: int
    replaced: Replaced | None = None


def linked(database: Database, *, whole: bool) -> Linking:
    """Link, and keep what is found. Reading and comparing block nobody; where another process links meanwhile, again.

    Raises:
        LedgerAccessError: others link so often that this never comes to its turn.
    """
    for _ in range(_TRIES):
        with database.reading() as connection:
            last = last_linking(connection)
            if whole or last is None or last["version"] != linking_version():
                task = _whole(connection, None)
            elif not (new := news(connection, last["sequence"])):
                return _standing(last)
            else:
                task = _part(connection, last, new) or _whole(connection, last)
        found = task.link()
        with database.writing() as connection:
            if _number(last_linking(connection)) == _number(last):
                return _kept(connection, task, found)
    raise LedgerAccessError(f"{LedgerAccessError.code}: {database.name} is being linked by another process; try again")


def _number(linking: RowMapping | None) -> int | None:
    return None if linking is None else linking["id"]


def _standing(last: RowMapping) -> Linking:
    """The last linking, where nothing has happened since that linking anew could find; it then changed nothing."""
    counts = {name: last[name] for name in ("n_events", "n_links", "n_incidents")}
    return Linking(id=last["id"], at=last["at"], n_added=0, n_closed=0, **counts)


def _whole(connection: Connection, last: RowMapping | None) -> _Task:
    """Link all that is there; where there is a linking to go on from, only what is new is compared."""
    reports = _reports(connection)
    names = named(connection, changed_reports(connection, 0 if last is None else last["sequence"]))
    known = [coded for coded in reports if coded.doc_id not in names]
    new = [coded for coded in reports if coded.doc_id in names]
    old = Linked() if last is None else current(connection)
    return _Task(
        link=partial(extend, old, known, new, decisions=link_decisions(connection)),
        sequence=sequence(connection),
        n_events=sum(len(coded.events) for coded in reports),
    )


def _part(connection: Connection, last: RowMapping, new: set[str]) -> _Task | None:
    """Where little is new, link no more than it can change; None where that would be most of the ledger anyway."""
    numbers = changed_reports(connection, last["sequence"])
    if len(numbers) > _MOST_CHANGED:
        return None
    other = changed(connection, numbers)
    own = block(connection, other.ends | (new_words(connection, last["sequence"]) if WORD in new else set()))
    keys = {key for incident in own.linked.incidents for key in incident.events}
    keys |= {key for coded in own.reports if coded.doc_id in other.news.reports for key in _keys(coded)}
    decisions = [said for said in link_decisions(connection) if {said.left, said.right} <= keys]
    return _Task(
        link=partial(relink, own.linked, own.around, own.reports, decisions=decisions, news=other.news),
        sequence=sequence(connection),
        n_events=last["n_events"] + other.n_now - other.n_before,
        replaced=Replaced(last=last, links=own.links, incidents=own.incidents),
    )


def _keys(coded: CodedReport) -> Iterator[EventKey]:
    return (EventKey(doc_id=coded.doc_id, event_id=event.id) for event in coded.events)


def _reports(connection: Connection) -> list[CodedReport]:
    """Every report with its events as they stand."""
    ids = connection.scalars(select(t.report_states.c.report_id).order_by(t.report_states.c.report_id)).all()
    return [coded for chunk in chunks(ids, _CHUNK) for coded in coded_reports(connection, chunk)]


def _kept(connection: Connection, task: _Task, found: Linked) -> Linking:
    kept = keep(connection, found, sequence=task.sequence, n_events=task.n_events, replaced=task.replaced)
    writer = Writer(connection)
    writer.note("linking", detail={"linking": kept.id, "n_added": kept.n_added, "n_closed": kept.n_closed})
    writer.flush()
    return kept
