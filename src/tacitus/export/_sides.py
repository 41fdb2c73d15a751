"""How ACLED and UCDP name those who take part, and which kind of actor they are."""

from dataclasses import dataclass
from typing import Final

from tacitus.codebook import Codebook
from tacitus.export._countries import country
from tacitus.model import Party

STATE, REBEL, MILITIA, RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL = 1, 2, 3, 5, 6, 7, 8

# ACLED's names for its codes; 4, identity militias, cannot be told from sectors.
INTER: Final = {
    STATE: "State forces",
    REBEL: "Rebel group",
    MILITIA: "Political militia",
    RIOTERS: "Rioters",
    PROTESTERS: "Protesters",
    CIVILIANS: "Civilians",
    EXTERNAL: "External/Other forces",
}
_FORCES: Final = {"MIL": "Military Forces", "COP": "Police Forces", "SPY": "Intelligence Services"}
_CROWDS: Final = {"Protests": PROTESTERS, "Riots": RIOTERS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A party as ACLED writes it: its name, its kind (None: cannot be told), and who stands with it."""

    name: str
    inter: int | None
    with_it: tuple[str, ...] = ()


def acled_sides(
    actors: tuple[Party, ...], recipients: tuple[Party, ...], *, event_type: str, where: str | None, book: Codebook
) -> tuple[Side | None, Side | None]:
    """Actor 1 and actor 2 with their associates.

    Where nobody is named as recipient, the actors are parted into the first one's kind and the others'. Whom a protest
    is directed against takes no part in it and is left to the notes. An unknown perpetrator is an unidentified group.
    """
    first = [_side(party, event_type, where, book) for party in actors]
    second = [_side(party, event_type, where, book) for party in recipients]
    if not second and len(first) > 1:
        second = [side for side in first if side.inter != first[0].inter] or first[1:]
        first = [side for side in first if side not in second]
    if event_type == "Protests":
        second = [side for side in second if side.inter in {PROTESTERS, STATE, EXTERNAL} and _took_part(side, first)]
    return _together(first) or _unknown(event_type, where), _together(second)


def interaction(first: int | None, second: int | None) -> str:
    """`Rebel group-Civilians`, `Protesters only`; empty where a kind cannot be told."""
    if first is None or second is None:
        known = first or second
        return f"{INTER[known]} only" if known else ""
    if {first, second} == {CIVILIANS, EXTERNAL}:
        return f"{INTER[EXTERNAL]}-{INTER[CIVILIANS]}"  # as ACLED writes this pair
    low, high = sorted((first, second))
    return f"{INTER[low]}-{INTER[high]}"


def of_country(iso3: str | None) -> str:
    """`Civilians (Syria)` ends so; nothing for a place in no country."""
    found = country(iso3)
    return f" ({found.name})" if found else ""


def government_of(party: Party) -> str:
    """A state as UCDP writes it."""
    found = country(party.country)
    return f"Government of {found.ged_name}" if found else party.name


def _side(party: Party, event_type: str, where: str | None, book: Codebook) -> Side:
    if party.sector is None:
        return Side(name=party.name, inter=None)
    sector = book.sector(party.sector)
    if sector.state:
        return _state(party, where)
    if party.sector == "IGO":
        return Side(name=party.name, inter=EXTERNAL)
    if sector.armed:
        name = party.name if party.is_named else f"Unidentified Armed Group{of_country(where)}"
        return Side(name=name, inter=REBEL if party.sector == "REB" and party.is_named else MILITIA)
    return _unarmed(party, event_type, where)


def _state(party: Party, where: str | None) -> Side:
    """A state's forces by ACLED's form; outside their own country they are external."""
    home = country(party.country)
    inter = STATE if party.country in {None, where} else EXTERNAL
    force = _FORCES.get(party.sector or "")
    if home is None:
        return Side(name=party.name, inter=inter)
    return Side(name=f"{force or 'Government'} of {home.name}", inter=inter)


def _unarmed(party: Party, event_type: str, where: str | None) -> Side:
    inter = _CROWDS.get(event_type, CIVILIANS)
    extra = (party.name,) if party.is_named else ()
    return Side(name=f"{INTER[inter]}{of_country(where)}", inter=inter, with_it=extra)


def _took_part(side: Side, others: list[Side]) -> bool:
    return side.inter == PROTESTERS or any(other.inter != PROTESTERS for other in others)


def _together(sides: list[Side]) -> Side | None:
    """The first side with the names of the others."""
    if not sides:
        return None
    names = dict.fromkeys((*(side.name for side in sides[1:]), *(name for side in sides for name in side.with_it)))
    names.pop(sides[0].name, None)
    return Side(name=sides[0].name, inter=sides[0].inter, with_it=tuple(names))


def _unknown(event_type: str, where: str | None) -> Side | None:
    if event_type in _CROWDS:
        return Side(name=f"{INTER[_CROWDS[event_type]]}{of_country(where)}", inter=_CROWDS[event_type])
    if event_type == "Strategic developments":
        return None
    return Side(name=f"Unidentified Armed Group{of_country(where)}", inter=MILITIA)
