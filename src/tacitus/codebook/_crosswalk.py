"""Which row of the crosswalk fits an event, by category, mode and who stands against whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

SIDES = ("state", "armed", "unarmed")


class Parties(StrEnum):
    """What a row asks of the actors or the recipients."""

    ANY = ""
    ARMED = "armed"
    SIDES = "sides"
    UNARMED = "unarmed"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """What kind of party: `state` speaks or acts for a state, `armed` carries arms in its ordinary business.

    `plover` is the code of the PLOVER manual, which differs from ours for a few.
    """

    code: str
    definition: str
    plover: str
    state: bool = False
    armed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GedType:
    """A UCDP type of violence. `sides` are pairs of state, armed and unarmed, who acts first."""

    code: int
    name: str
    definition: str
    sides: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkRow:
    """One row: if category, mode (None: any) and parties fit, then this sub-event type and one of these GED types."""

    category: str
    mode: str | None = None
    actors: Parties = Parties.ANY
    recipients: Parties = Parties.ANY
    acled: str | None = None
    ged: tuple[int, ...] = ()


def first_row(
    rows: Iterable[CrosswalkRow],
    category: str,
    modes: Iterable[str],
    actors: tuple[Sector, ...],
    recipients: tuple[Sector, ...],
) -> CrosswalkRow | None:
    """The first row that fits an event."""
    possible = {None, *modes}
    for row in rows:
        fits = row.category == category and row.mode in possible
        if fits and _fits(row.actors, actors) and _fits(row.recipients, recipients):
            return row
    return None


def fitting_type(
    types: Iterable[GedType], actors: tuple[Sector, ...], recipients: tuple[Sector, ...]
) -> GedType | None:
    """The first type whose sides are those of the event; in a fight without recipients the actors face each other."""
    left, right = (actors, recipients) if recipients else (actors[:1], actors[1:])
    if not left or not right:
        return None
    pair = (_side(left), _side(right))
    return next((known for known in types if pair in known.sides), None)


def _fits(wanted: Parties, sectors: tuple[Sector, ...]) -> bool:
    match wanted:
        case Parties.ANY:
            return True
        case Parties.NONE:
            return not sectors
        case Parties.UNARMED:
            return any(not sector.armed for sector in sectors)
        case Parties.ARMED:
            return bool(sectors) and all(sector.armed for sector in sectors)
        case Parties.SIDES:
            return len(sectors) > 1 and all(sector.armed for sector in sectors)


def _side(sectors: tuple[Sector, ...]) -> str:
    if any(sector.state for sector in sectors):
        return "state"
    return "armed" if any(sector.armed for sector in sectors) else "unarmed"
