"""Reports with other events than those that were linked, and all that these are linked with, before and now."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from tacitus.ledger import _tables as t
from tacitus.ledger._chunks import chunks
from tacitus.ledger._linking import link_rows
from tacitus.ledger._summary import coded_reports
from tacitus.linking import LEAST_PROBABILITY, News, Reach, pairs, reaches
from tacitus.model import CodedReport, EventKey

End = tuple[int, str]
"""An event: the number of its report, and its id."""

_CHUNK: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """`ends` are the reports' events of before and now, and all other ends of these events' links.

    `n_before` and `n_now` count the events alone.
    """

    news: News
    ends: frozenset[End]
    n_before: int
    n_now: int


def changed(connection: Connection, numbers: Collection[int]) -> Changed:
    """Compare the events of these reports with all that are near them in country and days."""
    now = {coded.doc_id: coded for coded in _coded(connection, numbers)}
    beside = _coded(connection, _beside(connection, reaches(now.values()), numbers))
    links = tuple(pairs([*now.values(), *beside], new=now.keys(), least=LEAST_PROBABILITY))
    number = _numbers(connection, {key.doc_id for link in links for key in (link.left, link.right)} | now.keys())

    def end(key: EventKey) -> End:
        return number[key.doc_id], key.event_id

    before = _linked_events(connection, numbers)
    told = {(number[name], event.id) for name, coded in now.items() for event in coded.events}
    linked_now = {end(key) for link in links for key in (link.left, link.right)}
    return Changed(
        news=News(reports=frozenset(now), links=links),
        ends=frozenset(before | told | linked_now | set(_other_ends(connection, before))),
        n_before=len(before),
        n_now=len(told),
    )


def _coded(connection: Connection, numbers: Collection[int]) -> list[CodedReport]:
    return [coded for chunk in chunks(sorted(numbers), _CHUNK) for coded in coded_reports(connection, chunk)]


def _beside(connection: Connection, found: Collection[Reach], but: Collection[int]) -> set[int]:
    """The reports that tell anything within reach."""
    statement = select(t.events.c.report_id).distinct()
    rows = (connection.scalars(statement.where(_within(reach))) for reach in found)
    return {number for some in rows for number in some} - {*but}


def _within(reach: Reach) -> ColumnElement[bool]:
    e = t.events.c
    where = or_(e.country.is_(None), e.country.in_(reach.countries))
    if reach.first is None:
        return and_(where, e.first_day.is_(None), e.published.is_(None))
    dated = and_(e.first_day <= reach.last, e.last_day >= reach.first)
    undated = and_(e.first_day.is_(None), e.published.between(reach.first_told, reach.last_told))
    return and_(where, or_(dated, undated))


def _linked_events(connection: Connection, numbers: Collection[int]) -> set[End]:
    """The events of these reports as the last linking had them."""
    m = t.incident_events.c
    statement = (
        select(m.report_id, m.event_id)
        .join(t.incidents, t.incidents.c.id == m.incident)
        .where(t.incidents.c.until.is_(None))
    )
    return {
        (report, event)
        for chunk in chunks(sorted(numbers), _CHUNK)
        for report, event in connection.execute(statement.where(m.report_id.in_(chunk)))
    }


def _other_ends(connection: Connection, ends: set[End]) -> Iterator[End]:
    for row in link_rows(connection, ends):
        yield row["left_report"], row["left_event"]
        yield row["right_report"], row["right_event"]


def _numbers(connection: Connection, names: Collection[str]) -> dict[str, int]:
    r = t.reports.c
    statement = select(r.doc_id, r.id)
    return {
        name: number
        for chunk in chunks(sorted(names), _CHUNK)
        for name, number in connection.execute(statement.where(r.doc_id.in_(chunk)))
    }
