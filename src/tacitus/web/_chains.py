"""Chains: incidents joined by answers, however many steps apart. Which answers which, linking says."""

from datetime import date
from threading import Lock

from tacitus.ledger import IncidentFilter, Ledger
from tacitus.linking import chains
from tacitus.model import Chain
from tacitus.web import _shapes as shapes
from tacitus.web import _translate
from tacitus.web._faults import NotFoundError
from tacitus.web._query import ChainQuery


class Chains:
    """The chains of a ledger, the longest first. One is named by its first incident, and found by any."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kept: tuple[int, tuple[Chain, ...]] = (-1, ())
        self._lock = Lock()

    def page(self, query: ChainQuery) -> shapes.Page[shapes.ChainRow]:
        """The chains that hold an incident that matches."""
        matching = self._ledger.survey(query.as_filter()).ids()
        found = [chain for chain in self._all() if any(each.id in matching for each in chain.incidents)]
        return query.page(found, _row)

    def one(self, incident_id: str) -> shapes.Chain:
        """The chain that holds an incident."""
        held = (chain for chain in self._all() if any(each.id == incident_id for each in chain.incidents))
        chain = next(held, None)
        if chain is None:
            raise NotFoundError(f"{NotFoundError.code}: incident {incident_id[:80]!r} answers none and none answers it")
        ids = tuple(each.id for each in chain.incidents)
        rows = {row.incident.id: row for row in self._ledger.incidents(IncidentFilter(ids=ids))}
        return shapes.Chain(
            id=ids[0],
            incidents=tuple(_translate.incident_row(rows[each]) for each in ids if each in rows),
            links=tuple(shapes.ChainLink(answer=answer, to=cause) for cause, answer in chain.answers),
        )

    def _all(self) -> tuple[Chain, ...]:
        """All chains, made anew when something was linked."""
        with self._lock:
            linking = self._ledger.linking()
            if self._kept[0] != linking:
                rows = self._ledger.incidents(IncidentFilter(in_chain=True))
                self._kept = (linking, chains(row.incident for row in rows))
            return self._kept[1]


def _row(chain: Chain) -> shapes.ChainRow:
    incidents = chain.incidents
    days: list[date] = [each.time.from_ for each in incidents if each.time]
    killed = [each.killed.best for each in incidents if each.killed and each.killed.best is not None]
    return shapes.ChainRow(
        id=incidents[0].id,
        n_incidents=len(incidents),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        categories=tuple(dict.fromkeys(each.category for each in incidents)),
        countries=tuple(dict.fromkeys(each.place.country for each in incidents if each.place and each.place.country)),
        actors=tuple(dict.fromkeys(party.name for each in incidents for party in each.actors)),
        killed=sum(killed) if killed else None,
    )
