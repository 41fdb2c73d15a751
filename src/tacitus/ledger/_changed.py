"""Reports with other events than those that were linked, and all that these are linked with, before and now."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from tacitus.ledger import _tables as t
from tacitus.ledger._chunks import chunks
from tacitus.ledger._linking import End, ends_of, homes, link_rows
from tacitus.ledger._summary import coded_reports
from tacitus.linking import LEAST_PROBABILITY, News, Reach, pairs, reaches
from tacitus.model import CodedReport, EventKey

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

    before = set(homes(connection, numbers))
    told = {(number[name], event.id) for name, coded in now.items() for event in coded.events}
    linked_before = {one for row in link_rows(connection, before) for one in ends_of(row)}
    linked_now = {end(key) for link in links for key in (link.left, link.right)}
    return Changed(
        news=News(reports=frozenset(now), links=links),
        ends=frozenset(before | told | linked_before | linked_now),
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


def _numbers(connection: Connection, names: Collection[str]) -> dict[str, int]:
    r = t.reports.c
    statement = select(r.doc_id, r.id)
    return {
        name: number
        for chunk in chunks(sorted(names), _CHUNK)
        for name, number in connection.execute(statement.where(r.doc_id.in_(chunk)))
    }
