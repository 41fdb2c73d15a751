"""The few columns of an incident that drawings need."""

from dataclasses import dataclass
from datetime import date

from tacitus.ledger import IncidentFilter, IncidentRow, Ledger

PartyKey = tuple[str, str | None, str | None]
"""Name, country, sector."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An incident from afar."""

    id: str
    category: str
    country: str | None
    lat: float | None
    lon: float | None
    first_day: date | None
    killed: int | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    answers: tuple[str, ...]
    parties: tuple[PartyKey, ...]


def seen(ledger: Ledger, where: IncidentFilter) -> tuple[Seen, ...]:
    """All incidents that match."""
    return tuple(map(_from_afar, ledger.incidents(where)))


def _from_afar(row: IncidentRow) -> Seen:
    incident = row.incident
    place, killed = incident.place, incident.killed
    return Seen(
        id=incident.id,
        category=incident.category,
        country=place.country if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        first_day=row.first_day,
        killed=killed.best if killed else None,
        actors=tuple(party.name for party in incident.actors),
        recipients=tuple(party.name for party in incident.recipients),
        answers=incident.responds_to,
        parties=tuple((party.name, party.country, party.sector) for party in (*incident.actors, *incident.recipients)),
    )
