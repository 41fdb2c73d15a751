"""Chains: incidents joined by answers, however many steps apart. Which answers which, linking says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Final

from tacitus.ledger import IncidentFilter, IncidentRow, Ledger
from tacitus.linking import ChainIds, chain_ids
from tacitus.web import _shapes as shapes
from tacitus.web import _translate
from tacitus.web._faults import NotFoundError
from tacitus.web._query import ChainQuery

_AT_ONCE: Final = 500
"""Ids in one question; SQLite takes 32,766, older builds 999."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The chains as one linking left them, the longest first, and the chain of each incident in any."""

    linking: int = -1
    chains: tuple[ChainIds, ...] = ()
    of: Mapping[str, ChainIds] = field(default_factory=dict)


class Chains:
    """The chains of a ledger, the longest first. One is named by its first incident, and found by any.

    Only their ids are held; of the incidents themselves no more is read than is shown.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known = _Known()
        self._lock = Lock()

    def page(self, query: ChainQuery) -> shapes.Page[shapes.ChainRow]:
        """The chains that hold an incident that matches."""
        known, where = self._now(), query.as_filter()
        chains = known.chains if where == IncidentFilter() else _holding(known, self._ledger.survey(where).ids())
        rows = self._rows([each for chain in query.part(chains) for each in chain.ids])
        return query.page(chains, lambda chain: _row(chain.ids[0], [rows[each] for each in chain.ids if each in rows]))

    def one(self, incident_id: str) -> shapes.Chain:
        """The chain that holds an incident."""
        chain = self._now().of.get(incident_id)
        if chain is None:
            raise NotFoundError(f"{NotFoundError.code}: incident {incident_id[:80]!r} answers none and none answers it")
        rows = self._rows(chain.ids)
        return shapes.Chain(
            id=chain.ids[0],
            incidents=tuple(_translate.incident_row(rows[each]) for each in chain.ids if each in rows),
            links=tuple(shapes.ChainLink(answer=answer, to=cause) for cause, answer in chain.answers),
        )

    def _rows(self, ids: Sequence[str]) -> Mapping[str, IncidentRow]:
        """The incidents as they stand; one that was linked anew meanwhile is missing."""
        some = (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
        found = (row for each in some for row in self._ledger.incidents(IncidentFilter(ids=tuple(each))))
        return {row.incident.id: row for row in found}

    def _now(self) -> _Known:
        """All chains, made anew when something was linked."""
        with self._lock:
            linking = self._ledger.linking()
            if self._known.linking != linking:
                chains = chain_ids(self._ledger.steps())
                of = {each: chain for chain in chains for each in chain.ids}
                self._known = _Known(linking=linking, chains=chains, of=of)
            return self._known


def _holding(known: _Known, ids: Iterable[str]) -> tuple[ChainIds, ...]:
    held = {id(chain) for each in ids if (chain := known.of.get(each))}
    return tuple(chain for chain in known.chains if id(chain) in held)


def _row(identifier: str, rows: Sequence[IncidentRow]) -> shapes.ChainRow:
    incidents = [row.incident for row in rows]
    days: list[date] = [row.first_day for row in rows if row.first_day]
    killed = [each.killed.best for each in incidents if each.killed and each.killed.best is not None]
    return shapes.ChainRow(
        id=identifier,
        n_incidents=len(incidents),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        categories=tuple(dict.fromkeys(each.category for each in incidents)),
        countries=tuple(dict.fromkeys(each.place.country for each in incidents if each.place and each.place.country)),
        actors=tuple(dict.fromkeys(party.name for each in incidents for party in each.actors)),
        killed=sum(killed) if killed else None,
    )
