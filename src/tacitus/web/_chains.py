"""Chains: incidents joined by answers, however many steps apart."""

from collections.abc import Iterable
from datetime import date

from tacitus.ledger import IncidentFilter, Ledger
from tacitus.web import _translate
from tacitus.web._board import EVERYTHING, Board
from tacitus.web._faults import NotFoundError, WrongCursorError
from tacitus.web._seen import Seen
from tacitus.web._shapes import Chain, ChainLink, ChainRow, Page


class Chains:
    """The chains of a ledger. One is named by its first incident, and found by any."""

    def __init__(self, ledger: Ledger, board: Board) -> None:
        self._ledger, self._board = ledger, board

    def page(self, where: IncidentFilter, *, limit: int, cursor: str | None) -> Page[ChainRow]:
        """The chains that hold an incident that matches, the longest first."""
        start = _start(cursor)
        matching = {row.id for row in self._board.rows(where)}
        found = [chain for chain in self._all() if any(row.id in matching for row in chain)]
        rows = tuple(map(_row, found[start : start + limit]))
        return Page(items=rows, next=str(start + limit) if start + limit < len(found) else None, total=len(found))

    def one(self, incident_id: str) -> Chain:
        """The chain that holds an incident."""
        chain = next((chain for chain in self._all() if any(row.id == incident_id for row in chain)), None)
        if chain is None:
            raise NotFoundError(f"{NotFoundError.code}: incident {incident_id[:80]!r} answers none and none answers it")
        ids = tuple(row.id for row in chain)
        rows = {row.incident.id: row for row in self._ledger.incidents(IncidentFilter(ids=ids))}
        return Chain(
            id=ids[0],
            incidents=tuple(_translate.incident_row(rows[each]) for each in ids if each in rows),
            links=tuple(ChainLink(answer=row.id, to=other) for row in chain for other in row.answers if other in rows),
        )

    def _all(self) -> list[tuple[Seen, ...]]:
        chains = chained(self._board.rows(EVERYTHING))
        return sorted(chains, key=lambda chain: (-len(chain), chain[0].id))


def chained(rows: Iterable[Seen]) -> list[tuple[Seen, ...]]:
    """The incidents that any answers join, each chain in order of time; undated ones last."""
    known = {row.id: row for row in rows}
    joined: dict[str, set[str]] = {}
    for row in known.values():
        for other in row.answers:
            if other in known:
                joined.setdefault(row.id, set()).add(other)
                joined.setdefault(other, set()).add(row.id)
    chains, seen = [], set[str]()
    for start in joined:
        if start not in seen:
            ids = _reached(start, joined)
            seen |= ids
            chains.append(tuple(sorted((known[each] for each in ids), key=_when)))
    return chains


def _reached(start: str, joined: dict[str, set[str]]) -> set[str]:
    reached, edge = {start}, [start]
    while edge:
        for other in joined[edge.pop()] - reached:
            reached.add(other)
            edge.append(other)
    return reached


def _when(row: Seen) -> tuple[bool, date, str]:
    return row.first_day is None, row.first_day or date.min, row.id


def _row(chain: tuple[Seen, ...]) -> ChainRow:
    days = [row.first_day for row in chain if row.first_day]
    killed = [row.killed for row in chain if row.killed is not None]
    return ChainRow(
        id=chain[0].id,
        n_incidents=len(chain),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        categories=_distinct(row.category for row in chain),
        countries=_distinct(row.country for row in chain if row.country),
        actors=_distinct(actor for row in chain for actor in row.actors),
        killed=sum(killed) if killed else None,
    )


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _start(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not cursor.isdecimal() or len(cursor) > 9:
        raise WrongCursorError(f"{WrongCursorError.code}: {cursor[:40]!r} is no cursor of this list; take its `next`")
    return int(cursor)
