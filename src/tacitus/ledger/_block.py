"""The part of a ledger that people's words on links and on events can change: what a relinking reads, not the whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, select

from tacitus.ledger import _tables as t
from tacitus.ledger._chunks import chunks
from tacitus.ledger._incident_rows import link_of
from tacitus.ledger._linking import End, current_incidents, ends_of, homes, link_rows
from tacitus.ledger._summary import coded_reports
from tacitus.linking import Linked, ties
from tacitus.model import CodedReport, Incident

_CHUNK: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Incidents and links that hang together, what is around them, and the reports that tell them.

    `links` and `incidents` are the numbers of their rows, those of the incidents around among them.
    """

    linked: Linked
    around: tuple[Incident, ...]
    reports: tuple[CodedReport, ...]
    links: tuple[int, ...]
    incidents: tuple[int, ...]


def block(connection: Connection, events: Iterable[End]) -> Block:
    """The block of events of which the links or what they tell have changed."""
    ends = _closed(connection, set(events))
    rows = [row for row in link_rows(connection, ends) if ends.issuperset(ends_of(row))]
    reports = sorted({report for report, _ in ends})
    told_in = homes(connection, reports)
    own = sorted({told_in[end] for end in ends if end in told_in})
    around = sorted(set(told_in.values()) - set(own))
    return Block(
        linked=Linked(incidents=tuple(current_incidents(connection, own)), links=tuple(link_of(row) for row in rows)),
        around=tuple(current_incidents(connection, around)),
        reports=tuple(coded for chunk in chunks(reports, _CHUNK) for coded in coded_reports(connection, chunk)),
        links=tuple(row["id"] for row in rows),
        incidents=(*own, *around),
    )


def new_words(connection: Connection, since: int) -> set[End]:
    """The events of the links about which anything was said after a change."""
    words = list(_words(connection))
    n_new = connection.scalar(
        select(func.count()).where(t.changes.c.sequence > since, t.changes.c.kind == "link_decision")
    )
    # A word and its change are written together, so that the newest of each belong together.
    return {end for pair in words[len(words) - (n_new or 0) :] for end in pair}


def _closed(connection: Connection, fresh: set[End]) -> set[End]:
    """The events, and all that depends on them."""
    said: dict[End, set[End]] = defaultdict(set)
    for one, other in _words(connection):
        said[one].add(other)
        said[other].add(one)
    found: set[End] = set()
    while fresh:
        found |= fresh
        fresh = {*_tied(connection, fresh), *_incidents_of(connection, fresh), *_told_with(said, fresh)} - found
    return found


def _words(connection: Connection) -> Iterator[tuple[End, End]]:
    """The events of each word on a link, oldest first."""
    d = t.link_decisions.c
    statement = select(d.left_report, d.left_event, d.right_report, d.right_event).order_by(d.id)
    for left, left_event, right, right_event in connection.execute(statement):
        yield (left, left_event), (right, right_event)


def _tied(connection: Connection, ends: set[End]) -> Iterator[End]:
    for row in link_rows(connection, ends):
        if ties(link_of(row)):
            yield from ends_of(row)


def _incidents_of(connection: Connection, ends: set[End]) -> Iterator[End]:
    """The events that are now one incident with any of these."""
    m = t.incident_events.c
    told_in = homes(connection, {report for report, _ in ends})
    own = sorted({told_in[end] for end in ends if end in told_in})
    for chunk in chunks(own, _CHUNK):
        rows = connection.execute(select(m.report_id, m.event_id).where(m.incident.in_(chunk)))
        yield from ((report, event) for report, event in rows)


def _told_with(said: Mapping[End, set[End]], ends: Iterable[End]) -> Iterator[End]:
    for end in ends:
        yield from said.get(end, ())
